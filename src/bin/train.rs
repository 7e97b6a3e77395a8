//! `train TREEBANK.conllu NEWS.jsonl OUT`: makes the parser's model. `model/README.md` says from what.
#![expect(clippy::print_stderr, reason = "progress goes to stderr")]

use std::env;
use std::fs;
use std::process::ExitCode;

use demarche::report::read_jsonl;
use demarche::syntax::{Model, Plan, Scratch, TreebankSentence, figures, read_conllu, silver, train};
use demarche::text::Problem;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [treebank, news, out, checks @ ..] = &args[..] else {
        eprintln!("train TREEBANK.conllu NEWS.jsonl OUT [CHECK.conllu ...]");
        return ExitCode::from(2);
    };
    match make(treebank, news, out, checks) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("train: {problem}");
            ExitCode::from(2)
        }
    }
}

fn make(treebank: &str, news: &str, out: &str, checks: &[String]) -> Result<(), Problem> {
    let gold = read_conllu(treebank, &read(treebank)?)?;
    let checks = checks.iter().map(|name| Ok((name, read_conllu(name, &read(name)?)?)));
    let checks: Vec<(&String, Vec<TreebankSentence>)> = checks.collect::<Result<_, Problem>>()?;
    let tell = |model: &Model| {
        for (name, check) in &checks {
            eprintln!("{name}: {}", figures(model, check));
        }
    };
    let mut progress = |line: &str| eprintln!("{line}");

    eprintln!("teacher");
    let teacher = Model::read("teacher", &train(&gold, &[], &Plan::TEACHER, &mut progress))?;
    tell(&teacher);
    let (articles, _) = read_jsonl(news, &read(news)?);
    let mut scratch = Scratch::default();
    let parsed: Vec<TreebankSentence> =
        articles.iter().flat_map(|article| silver(&teacher, &article.text, &mut scratch)).collect();
    eprintln!("{} sentences parsed by the teacher", parsed.len());

    let bytes = train(&gold, &parsed, &Plan::SHIPPED, &mut progress);
    let model = Model::read("model", &bytes)?;
    tell(&model);
    eprintln!("{} bytes, id {}", bytes.len(), model.id());
    fs::write(out, bytes).map_err(|error| Problem::new(out, error.to_string()))
}

fn read(name: &str) -> Result<String, Problem> {
    fs::read_to_string(name).map_err(|error| Problem::new(name, format!("cannot be read: {error}")))
}
