//! `train FOLDER`: trains the parser's model from the treebanks in a folder.

use std::env;
use std::fs;

use demarche::syntax::{Model, Plan, Scratch, read_conllu, score, silver, train};

fn main() {
    let args: Vec<String> = env::args().collect();
    let folder = &args[1];
    let read = |name: &str| {
        let text = fs::read_to_string(format!("{folder}/{name}")).expect("a treebank");
        read_conllu(name, &text).expect("CoNLL-U")
    };
    if let Some(at) = args.iter().position(|arg| arg == "--time") {
        let model = Model::read("model", &fs::read(&args[at + 1]).expect("a file")).expect("a model");
        let dev = read("en_gum-dev.conllu");
        let words: usize = dev.iter().map(|sentence| sentence.words.len()).sum();
        for _ in 0..8 {
            let from = std::time::Instant::now();
            let share = score(&model, &dev);
            println!("{} words, {:.0} a second, {share:?}", words, words as f64 / from.elapsed().as_secs_f64());
        }
        return;
    }
    let number = |name: &str, default: f32| -> f32 {
        args.iter().position(|arg| arg == name).and_then(|at| args[at + 1].parse().ok()).unwrap_or(default)
    };
    let plan = Plan {
        epochs: number("--epochs", 15.0) as usize,
        embedding: number("--embedding", 48.0) as usize,
        width: number("--width", 48.0) as usize,
        layers: number("--layers", 3.0) as usize,
        arc: number("--arc", 48.0) as usize,
        label: number("--label", 64.0) as usize,
        least: number("--least", 3.0) as u32,
        rate: number("--rate", 0.003),
        dropout: [number("--dw", 0.5), number("--di", 0.1), number("--dl", 0.25), number("--ds", 0.2)],
        silver: number("--silver", 0.5),
        seed: number("--seed", 1.0) as u64,
    };
    let data = read("en_ewt-train.rebuilt.conllu");
    let (dev, gum, news) = (read("en_ewt-dev.conllu"), read("en_gum-dev.conllu"), read("en_gum-news-only.conllu"));
    let mut more = Vec::new();
    if let Some(at) = args.iter().position(|arg| arg == "--teacher") {
        let model = Model::read("model", &fs::read(&args[at + 1]).expect("a file")).expect("a model");
        let news = fs::read_to_string(&args[at + 2]).expect("news");
        let mut scratch = Scratch::default();
        for line in news.lines() {
            let article: serde_json::Value = serde_json::from_str(line).expect("json");
            more.extend(silver(&model, article["text"].as_str().unwrap_or_default(), &mut scratch));
        }
        let words: usize = more.iter().map(|sentence| sentence.words.len()).sum();
        println!("{} sentences, {words} words of silver", more.len());
    }
    train(&data, &more, &[("dev", &dev), ("gum", &gum), ("news", &news)], &plan, &mut |line| println!("{line}"));
}
