//! `train-relations MODEL OUT PAIRS.jsonl ...`: learns what speaks for cooperation and what for conflict, and says how
//! well pairs are told apart that were left out of learning. `-` for OUT writes nothing. `model/README.md` says from what.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "figures go to stdout, what went wrong to stderr")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use demarche::relations::{Agreement, Example, Reader, cross_validate, train};
use demarche::report::{OffsetUnit, read_pairs};
use demarche::syntax::Model;
use demarche::text::Problem;

/// Parts of the data, each of which is left out once.
const FOLDS: u64 = 10;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [model, out, pairs @ ..] = &args[..] else {
        eprintln!("train-relations MODEL OUT PAIRS.jsonl ...");
        return ExitCode::from(2);
    };
    match make(model, out, pairs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("train-relations: {problem}");
            ExitCode::from(2)
        }
    }
}

fn make(model: &str, out: &str, files: &[String]) -> Result<(), Problem> {
    let unreadable = |file: &str, error: std::io::Error| Problem::new(file, format!("cannot be read: {error}"));
    let parser = Model::read(model, &fs::read(model).map_err(|error| unreadable(model, error))?)?;
    let reader = Reader::new(&[], Arc::new(parser));
    let (mut examples, mut of_file) = (Vec::new(), Vec::new());
    for (index, file) in files.iter().enumerate() {
        let text = fs::read_to_string(file).map_err(|error| unreadable(file, error))?;
        for line in read_pairs(file, &text, OffsetUnit::Chars).0 {
            let ([source, target], Some(told)) = (line.pair.unwrap_or_default(), line.told) else { continue };
            if let Some(example) = Example::read(&reader, &line.article, source, target, told) {
                examples.push(example);
                of_file.push((index, told));
            }
        }
    }
    let found = cross_validate(&examples, FOLDS);
    for (index, file) in files.iter().enumerate() {
        let mut agreement = Agreement::default();
        for ((_, told), found) in of_file.iter().zip(&found).filter(|((of, _), _)| *of == index) {
            agreement.note(*told, *found);
        }
        let name = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        println!("| {name} | {} | {:.3} |", agreement.count(), agreement.macro_f1());
    }
    if out != "-" {
        let bytes = train(&examples).to_bytes();
        eprintln!("{out}: {} bytes", bytes.len());
        fs::write(out, bytes).map_err(|error| Problem::new(out, format!("cannot be written: {error}")))?;
    }
    Ok(())
}
