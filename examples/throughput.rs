//! How fast the whole analysis is, natively and in a browser: the same code for both.
//!
//! Natively `throughput CODEBOOK.json ARTICLES.jsonl [COPIES]` prints one JSON object with the bytes read and the seconds taken.
//! Built for wasm32 it exports `Bench`, which tests/browser/bench.mjs times in a page.

use std::process::ExitCode;

use demarche::corpus::Article;
use demarche::stance::{Analyser, Codebook};
use serde_json::Value;

/// Articles and the questions to read them by.
struct Load {
    codebook: Codebook,
    articles: Vec<Article>,
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
        Ok(Self { codebook, articles })
    }

    /// Bytes of text.
    fn bytes(&self) -> usize {
        self.articles.iter().map(|article| article.text.len()).sum()
    }

    /// Reads every article `copies` times; the number of statements, so that nothing can be left out as unused.
    fn run(&self, copies: usize) -> usize {
        let analyser = Analyser::new(&self.codebook);
        (0..copies).flat_map(|_| &self.articles).map(|article| analyser.analyse(article).statements.len()).sum()
    }

    /// The same text as `parts` long articles.
    fn joined(&self, parts: usize) -> Self {
        let size = self.articles.len().div_ceil(parts).max(1);
        let join = |group: &[Article]| Article {
            text: group.iter().map(|article| article.text.as_str()).collect::<Vec<_>>().join("\n\n"),
            ..group[0].clone()
        };
        Self { codebook: self.codebook.clone(), articles: self.articles.chunks(size).map(join).collect() }
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
    let load = Load::read(&read(codebook)?, &read(articles)?)?;
    let (long, short) = (load.joined(20), load.joined(200));
    // Once untimed: the lexicon is built on first use.
    load.run(1);
    let timed = |what: &dyn Fn() -> usize| {
        let from = std::time::Instant::now();
        let statements = what();
        (from.elapsed().as_secs_f64(), statements)
    };
    let (seconds, statements) = timed(&|| load.run(1));
    Ok(serde_json::json!({
        "bytes": load.bytes(),
        "articles": load.articles.len(),
        "statements": statements,
        "seconds": seconds,
        "copies": copies,
        "seconds_of_copies": timed(&|| load.run(copies)).0,
        "seconds_in_200_articles": timed(&|| short.run(1)).0,
        "seconds_in_20_articles": timed(&|| long.run(1)).0,
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

    use super::Load;

    #[wasm_bindgen]
    pub struct Bench(Load);

    #[wasm_bindgen]
    impl Bench {
        #[wasm_bindgen(constructor)]
        pub fn new(codebook: &str, lines: &str) -> Result<Bench, JsError> {
            Load::read(codebook, lines).map(Bench).map_err(|problem| JsError::new(&problem))
        }

        pub fn bytes(&self) -> usize {
            self.0.bytes()
        }

        pub fn run(&self, copies: usize) -> usize {
            self.0.run(copies)
        }
    }
}
