//! `train TREEBANK.conllu NEWS.jsonl OUT`: makes the parser's model; `train attributions PARSER CODED.jsonl OUT`: the
//! weights of attributions. `model/README.md` says from what.
#![expect(clippy::print_stderr, reason = "progress goes to stderr")]

use std::env;
use std::fs;
use std::process::ExitCode;
use std::sync::Arc;

use demarche::attribution::{AttributionModel, AttributionPlan, train_attributions};
use demarche::report::{read_coded_texts, read_jsonl};
use demarche::syntax::{Model, Plan, Scratch, SentenceParser, TreebankSentence, figures, read_conllu, silver, train};
use demarche::text::Problem;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let made = match &args[..] {
        [word, parser, coded, out] if word == "attributions" => make_attributions(parser, coded, out),
        [treebank, news, out, checks @ ..] => make(treebank, news, out, checks),
        _ => {
            eprintln!("train TREEBANK.conllu NEWS.jsonl OUT [CHECK.conllu ...]");
            eprintln!("train attributions PARSER.dmsm CODED.jsonl OUT");
            return ExitCode::from(2);
        }
    };
    match made {
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

fn make_attributions(parser: &str, coded: &str, out: &str) -> Result<(), Problem> {
    let bytes = fs::read(parser).map_err(|error| Problem::new(parser, format!("cannot be read: {error}")))?;
    let parser = SentenceParser::new(Arc::new(Model::read(parser, &bytes)?));
    let texts = read_coded_texts(coded, &read(coded)?)?;
    let bytes = train_attributions(&texts, &parser, &AttributionPlan::SHIPPED, &mut |line| eprintln!("{line}"));
    let model = AttributionModel::read("weights", &bytes)?;
    eprintln!("{} bytes, id {}", bytes.len(), model.id());
    fs::write(out, bytes).map_err(|error| Problem::new(out, error.to_string()))
}

fn read(name: &str) -> Result<String, Problem> {
    fs::read_to_string(name).map_err(|error| Problem::new(name, format!("cannot be read: {error}")))
}
