//! What the engine makes of every bundled dispatch, as text that an editor can read: `tests/golden/ID.txt`.
//!
//! A change of a rule shows here sentence by sentence. `BLESS=1 cargo test --test golden` writes today's answers; review
//! the difference before committing it.

use std::collections::BTreeMap;
use std::env;
use std::fmt::{Debug, Write};
use std::fs;
use std::path::{Path, PathBuf};

use demarche::corpus::{Article, read_article};
use demarche::lexicon::Lexicon;
use demarche::report::read_dossier;
use demarche::stance::{Analyser, Analysis, Codebook, Statement};
use demarche::text::Code;

#[test]
fn every_dispatch_reads_as_recorded() {
    let (codebook, articles) = bundle();
    let analyser = Analyser::new(Lexicon::whole(), &codebook);
    let bless = env::var_os("BLESS").is_some();
    let mut changed = Vec::new();
    for article in &articles {
        let path = root().join("tests/golden").join(format!("{}.txt", article.id));
        let today = snapshot(article, &analyser.analyse(article));
        let recorded = fs::read_to_string(&path).unwrap_or_default();
        if bless {
            fs::create_dir_all(root().join("tests/golden")).expect("a folder for the recorded answers");
            fs::write(&path, &today).expect("a file that can be written");
        } else if today != recorded {
            changed.push(format!("{}:\n{}", path.display(), difference(&recorded, &today)));
        }
    }
    assert!(changed.is_empty(), "\n{}\nrecord today's answers with BLESS=1 where they are better", changed.join("\n"));
}

#[test]
fn no_recorded_dispatch_is_gone() {
    let (_, articles) = bundle();
    for entry in fs::read_dir(root().join("tests/golden")).into_iter().flatten().flatten() {
        let file = entry.path();
        let known = articles.iter().any(|article| file.file_stem().is_some_and(|stem| *stem == *article.id));
        assert!(known, "{} belongs to no dispatch", file.display());
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The issues of the bundled dossier and its articles.
fn bundle() -> (Codebook, Vec<Article>) {
    let folder: PathBuf = root().join("public/dossiers/missile-defence");
    let bytes = fs::read(folder.join("dossier.json")).expect("the bundled dossier");
    let file = read_dossier("dossier.json", &bytes).expect("a dossier");
    let article = |entry: demarche::report::ArticleEntry| {
        let bytes = fs::read(folder.join(&entry.file)).expect("its article");
        read_article(&entry.file, &bytes, entry.known).0.expect("a text")
    };
    let articles: Vec<Article> = file.articles.into_iter().map(article).collect();
    assert!(!articles.is_empty());
    (file.codebook, articles)
}

/// Every sentence with what is stated in it, then who and what is named how often, then what was cut.
fn snapshot(article: &Article, analysis: &Analysis) -> String {
    let text = &article.text;
    let mut out = format!("# {}: {}\n\n", article.id, article.title);
    for sentence in &analysis.sentences {
        let _ = writeln!(out, "{}", line(sentence.of(text)));
        let here = |statement: &&Statement| statement.evidence.sentence == *sentence;
        for statement in analysis.statements.iter().filter(here) {
            let _ = writeln!(out, "    {}", stated(text, statement));
        }
    }
    out.push_str("\n# named\n");
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for mention in &analysis.mentions {
        let name = if mention.name.is_empty() { "(unnamed)" } else { &mention.name };
        *counts.entry(format!("{} {} {name}", word(mention.kind), code(mention.country))).or_default() += 1;
    }
    for (name, count) in counts {
        let _ = writeln!(out, "{count:>3} {name}");
    }
    out.push_str(if analysis.cuts.is_empty() { "\n# nothing cut\n" } else { "\n# cut\n" });
    for cut in &analysis.cuts {
        let _ = writeln!(out, "{}: {}", cut.reason, line(cut.span.of(text)));
    }
    for problem in &analysis.problems {
        let _ = writeln!(out, "\n# problem\n{problem}");
    }
    out
}

/// Holder, issue, stance, mode, who tells it and what there is to say besides, rule | cue | words that name the issue.
fn stated(text: &str, statement: &Statement) -> String {
    let told = statement.told_by.map(|teller| format!(", told by {teller}")).unwrap_or_default();
    let lean = statement.lean.map(|lean| format!(", leans {}", word(lean))).unwrap_or_default();
    let flags = [(statement.official, "official"), (statement.deed, "deed"), (statement.past, "past")];
    let flags: String = flags.iter().filter(|(flag, _)| *flag).flat_map(|(_, name)| [", ", name]).collect();
    let words = |span: Option<demarche::text::Span>| span.map_or("-", |span| span.of(text));
    let condition = statement.evidence.condition.map(|span| format!(" | {}", span.of(text))).unwrap_or_default();
    format!(
        "{} {} {} {}{told}{lean}{flags}, {} | {} | {}{condition}",
        statement.holder,
        statement.issue,
        word(statement.stance),
        word(statement.mode),
        statement.rule,
        line(words(statement.evidence.cue)),
        line(words(statement.evidence.issue)),
    )
}

/// The lines that only one of two texts has.
fn difference(recorded: &str, today: &str) -> String {
    let only = |one: &str, other: &str, mark: &'static str| {
        let lines: Vec<&str> = other.lines().collect();
        let gone = one.lines().filter(|line| !lines.contains(line));
        gone.flat_map(|line| [mark, line, "\n"]).collect::<String>()
    };
    only(recorded, today, "- ") + &only(today, recorded, "+ ")
}

fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn word(value: impl Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn code(code: Option<Code>) -> String {
    code.map_or_else(|| "-".to_owned(), |code| code.to_string())
}
