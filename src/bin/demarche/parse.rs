//! `demarche parse`: the syntax of sentences.

use std::path::Path;

use demarche::report::{conllu, tree};
use demarche::syntax::{Accuracy, Parse, PlainText, Scratch, WordAnalysis, read_conllu};
use demarche::text::Problem;

use crate::Outcome;
use crate::args::{ParseAsked, ParseFormat};
use crate::input::{model, name, read_text};

/// Parses plain text, or the words of a treebank.
pub(crate) fn parse(asked: &ParseAsked) -> Outcome {
    parsed(asked).map_or_else(Outcome::Failed, Outcome::Text)
}

fn parsed(asked: &ParseAsked) -> Result<String, Problem> {
    let model = model(asked.model.as_deref())?;
    let mut scratch = Scratch::default();
    if let Some(path) = &asked.conllu {
        let sentences = read_conllu(&name(path), &read_text(path)?)?;
        if asked.score {
            let figures = Accuracy::of(&model, &sentences).figures().map(|(_, figure)| format!(" {figure:.2} |"));
            let treebank = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            return Ok(format!("| {treebank} |{}\n", figures.concat()));
        }
        let rewritten = sentences.iter().map(|sentence| {
            let words: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
            let parse = model.parse(&words, &mut scratch);
            sentence.rewritten(&WordAnalysis::all(&words, &parse))
        });
        return Ok(rewritten.collect());
    }
    let text = read_text(asked.file.as_deref().unwrap_or(Path::new("-")))?;
    let plain = PlainText::read(&text);
    let print = |(number, tokens)| {
        let words = plain.words(tokens);
        let parse: Parse = model.parse(&words, &mut scratch);
        match asked.format {
            ParseFormat::Tree => tree(&words, &parse),
            ParseFormat::Conllu => conllu(number, &text, tokens, &WordAnalysis::all(&words, &parse)),
        }
    };
    Ok((1..).zip(plain.sentences()).map(print).collect())
}
