//! How fast the whole analysis is, natively and in a browser: the same code for both.
//!
//! Natively `throughput CODEBOOK.json ARTICLES.jsonl [COPIES]` prints one JSON object with the bytes read and the seconds taken.
//! Built for wasm32 it exports `Bench`, which tests/browser/bench.mjs times in a page, with the parser's model as well.

use std::process::ExitCode;
use std::sync::Arc;

use demarche::corpus::Article;
use demarche::lexicon::Lexicon;
use demarche::stance::{Analyser, Codebook};
use demarche::syntax::{Model, PlainText, Scratch};
use serde_json::Value;

/// Articles and the questions to read them by.
struct Load {
    codebook: Codebook,
    articles: Vec<Article>,
    model: Option<Arc<Model>>,
}

impl Load {
    /// `lines`: one `{"id", "text", "date"}` a line.
    fn read(codebook: &str, lines: &str) -> Result<Self, String> {
        let codebook = demarche::report::read_dossier("codebook", codebook.as_bytes())
            .map_err(|problem| problem.to_string())?
            .codebook;
        let mut articles = Vec::new();
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let field = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            articles.push(Article {
                id: field("id"),
                text: field("text"),
                date: field("date").parse().ok(),
                ..Article::default()
            });
        }
        Ok(Self { codebook, articles, model: None })
    }

    /// Bytes of text.
    fn bytes(&self) -> usize {
        self.articles.iter().map(|article| article.text.len()).sum()
    }

    fn analyser(&self) -> Analyser<'_> {
        let analyser = Analyser::new(Lexicon::whole(), &self.codebook);
        match self.model.clone() {
            Some(model) => analyser.with_model(model),
            None => analyser,
        }
    }

    /// How many sentences there are, and how many of them were parsed.
    #[cfg(not(target_arch = "wasm32"))]
    fn share_parsed(&self) -> (usize, u32) {
        let analyser = self.analyser();
        let sentences = self.articles.iter().map(|article| analyser.analyse(article).sentences.len()).sum();
        (sentences, analyser.parsed())
    }

    /// Reads every article `copies` times; the number of statements, so that nothing can be left out as unused.
    fn run(&self, copies: usize) -> usize {
        let analyser = self.analyser();
        (0..copies).flat_map(|_| &self.articles).map(|article| analyser.analyse(article).statements.len()).sum()
    }

    /// The words of every sentence.
    fn sentences(&self) -> Vec<Vec<String>> {
        let own = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
        let texts = self.articles.iter().map(|article| PlainText::read(&article.text));
        texts.flat_map(|text| text.sentences().map(|tokens| own(text.words(tokens))).collect::<Vec<_>>()).collect()
    }

    /// Parses sentences; the number of their words, and a sum that keeps the parses from being left out as unused.
    fn parse(&self, sentences: &[Vec<String>]) -> (usize, usize) {
        let mut scratch = Scratch::default();
        let mut sums = (0_usize, 0_usize);
        for sentence in sentences {
            let words: Vec<&str> = sentence.iter().map(String::as_str).collect();
            let heads = self.model.as_ref().map(|model| model.parse(&words, &mut scratch).heads).unwrap_or_default();
            sums = (sums.0 + words.len(), heads.iter().fold(sums.1, |sum, head| sum.wrapping_add(*head)));
        }
        sums
    }

    /// The same text as `parts` long articles.
    #[cfg(not(target_arch = "wasm32"))]
    fn joined(&self, parts: usize) -> Self {
        let size = self.articles.len().div_ceil(parts).max(1);
        let join = |group: &[Article]| Article {
            text: group.iter().map(|article| article.text.as_str()).collect::<Vec<_>>().join("\n\n"),
            ..group[0].clone()
        };
        Self {
            codebook: self.codebook.clone(),
            articles: self.articles.chunks(size).map(join).collect(),
            model: self.model.clone(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of the command line")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match native(&arguments) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("throughput: {problem}");
            ExitCode::from(2)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn native(arguments: &[String]) -> Result<Value, String> {
    let read = |path: &String| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let [codebook, articles, rest @ ..] = arguments else {
        return Err("takes a codebook, articles as JSON lines, and how many copies of them".to_owned());
    };
    let copies = rest.first().map_or(Ok(1), |number| number.parse()).map_err(|_| "copies is not a number")?;
    let mut load = Load::read(&read(codebook)?, &read(articles)?)?;
    let (long, short) = (load.joined(20), load.joined(200));
    // Once untimed: the lexicon is built on first use.
    load.run(1);
    let timed = |what: &dyn Fn() -> usize| {
        let from = std::time::Instant::now();
        let statements = what();
        (from.elapsed().as_secs_f64(), statements)
    };
    let (rules, tenfold) = (timed(&|| load.run(1)), timed(&|| load.run(copies)));
    let model = std::fs::read("model/english.dmsm").map_err(|error| format!("model/english.dmsm: {error}"))?;
    load.model = Some(Arc::new(Model::read("model", &model).map_err(|problem| problem.to_string())?));
    let sentences = load.sentences();
    let (parse_seconds, words) = timed(&|| load.parse(&sentences).0);
    let (all, parsed) = load.share_parsed();
    Ok(serde_json::json!({
        "sentences": all,
        "sentences_parsed": parsed,
        "bytes": load.bytes(),
        "articles": load.articles.len(),
        "statements": rules.1,
        "seconds": rules.0,
        "copies": copies,
        "seconds_of_copies": tenfold.0,
        "seconds_in_200_articles": timed(&|| short.run(1)).0,
        "seconds_in_20_articles": timed(&|| long.run(1)).0,
        "seconds_with_grammar": timed(&|| load.run(1)).0,
        "words": words,
        "parse_seconds": parse_seconds,
    }))
}

#[cfg(target_arch = "wasm32")]
fn main() -> ExitCode {
    ExitCode::SUCCESS
}

/// What a page calls.
#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::*;

    use super::{Arc, Load, Model};

    #[wasm_bindgen]
    pub struct Bench(Load, Vec<Vec<String>>);

    #[wasm_bindgen]
    impl Bench {
        #[wasm_bindgen(constructor)]
        pub fn new(codebook: &str, lines: &str) -> Result<Bench, JsError> {
            let load = Load::read(codebook, lines).map_err(|problem| JsError::new(&problem))?;
            let sentences = load.sentences();
            Ok(Bench(load, sentences))
        }

        pub fn bytes(&self) -> usize {
            self.0.bytes()
        }

        pub fn learn(&mut self, model: &[u8]) -> Result<(), JsError> {
            let model = Model::read("model", model).map_err(|problem| JsError::new(&problem.to_string()))?;
            self.0.model = Some(Arc::new(model));
            Ok(())
        }

        pub fn parse(&self) -> usize {
            self.0.parse(&self.1).0
        }

        pub fn run(&self, copies: usize) -> usize {
            self.0.run(copies)
        }
    }
}
