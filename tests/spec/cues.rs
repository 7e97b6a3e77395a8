//! The cues: every row of `lexicon/cues.txt` is understood, and the examples of `tests/spec/cues.txt` come out as they
//! say. `BLESS=1 cargo test --test lexicon` keeps the notes above the rows that are wrong today.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use demarche::corpus::Article;
use demarche::lexicon::table::{Row, rows};
use demarche::lexicon::{Cue, CueClass, CueMode, Lexicon, Side};
use demarche::stance::{Analyser, Stance, Statement};
use demarche::text::{Span, Token, tokens_in};

use crate::codebook::codebook;

const CUES: &str = include_str!("../../lexicon/cues.txt");

/// What stands above a row that the engine gets wrong today.
const WRONG: &str = "# wrong today: ";

#[test]
fn every_cue_is_understood() {
    let mut found = Vec::new();
    for row in rows(CUES) {
        let [words, part, class, side, mode] = [0, 1, 3, 4, 5].map(|field| row.field(field));
        let (mode, before) = mode.split_once('/').unwrap_or((mode, mode));
        let known = parsed_mode(before).is_some() && matches!(part, "verb" | "adj" | "noun" | "phrase");
        match (parsed_class(class), parsed_side(side), parsed_mode(mode)) {
            (Some(class), Some(side), Some(mode)) if known => {
                if !entries(words).iter().any(|cue| (cue.class, cue.side, cue.mode) == (class, side, mode)) {
                    found.push(format!("lexicon/cues.txt:{}: the engine does not know “{words}”", row.line));
                }
            }
            _ => found.push(format!("lexicon/cues.txt:{}: {part} | {class} | {side} | {mode}", row.line)),
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_example_comes_out_as_it_says() {
    let text = fs::read_to_string(path()).expect("the examples");
    let codebook = codebook(&text);
    let analyser = Analyser::new(Lexicon::whole(), &codebook);
    let today: BTreeMap<usize, String> =
        rows(&text).filter_map(|row| Some((row.line, complaint(&analyser, &row)?))).collect();
    let mut noted = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(today) = today.get(&number) {
            let _ = writeln!(noted, "{WRONG}{today}");
        }
        if line.starts_with("# coverage:") {
            let _ = writeln!(noted, "{}", coverage(&text));
        } else if !line.starts_with(WRONG) {
            let _ = writeln!(noted, "{line}");
        }
    }
    if env::var_os("BLESS").is_some() {
        fs::write(path(), noted).expect("a file that can be written");
    } else {
        let changed: Vec<&str> = noted.lines().filter(|line| !text.lines().any(|other| other == *line)).collect();
        assert_eq!(noted, text, "{}: notes that differ today:\n{}", path().display(), changed.join("\n"));
    }
}

#[test]
fn every_example_is_of_an_entry() {
    let text = fs::read_to_string(path()).expect("the examples");
    let known = |words: &str, class: &str| rows(CUES).any(|row| row.field(0) == words && row.field(3) == class);
    let unknown = rows(&text).filter(|row| !known(row.field(0), row.field(1)));
    assert_eq!(unknown.map(|row| row.field(0).to_owned()).collect::<Vec<_>>(), [""; 0], "not in lexicon/cues.txt");
}

/// How many entries have an example, honestly.
fn coverage(examples: &str) -> String {
    let turning = rows(CUES).filter(|row| row.field(3) != "say").count();
    format!("# coverage: {} of the {turning} entries that carry a side have an example here", rows(examples).count())
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/cues.txt")
}

/// What is wrong with an example today: the first sentence must give a statement with the side of the cue, the second
/// none at all.
fn complaint(analyser: &Analyser, row: &Row) -> Option<String> {
    let class = parsed_class(row.field(1)).expect("a class of cues");
    let right = match entries(row.field(0)).into_iter().find(|cue| cue.class == class)?.side {
        Side::For => Stance::Supports,
        Side::Against | Side::Warning => Stance::Opposes,
        Side::Partly => Stance::Conditional,
        Side::Neither => Stance::Neutral,
    };
    let (must, must_not) = (read(analyser, row.field(2)), read(analyser, row.field(3)));
    let missed = match must.first() {
        _ if must.iter().any(|statement| statement.stance == right) => None,
        Some(statement) => Some(format!("tagged {}", told(statement))),
        None => Some("not tagged".to_owned()),
    };
    let false_alarm = must_not.first().map(|statement| format!("the second is tagged {}", told(statement)));
    let all: Vec<String> = missed.into_iter().chain(false_alarm).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn read(analyser: &Analyser, sentence: &str) -> Vec<Statement> {
    let date = "2017-02-09".parse().ok();
    let article = Article { id: "example".to_owned(), text: sentence.to_owned(), date, ..Article::default() };
    analyser.analyse(&article).statements
}

fn told(statement: &Statement) -> String {
    format!("{} {}", statement.holder, format!("{:?}", statement.stance).to_lowercase())
}

/// What the engine knows of these very words.
fn entries(words: &str) -> Vec<Cue> {
    let mut tokens: Vec<Token> = Vec::new();
    tokens_in(words, Span::new(0, words.len()), &mut tokens);
    let found = Lexicon::whole().cues.book.longest(&tokens).filter(|(_, length)| *length == tokens.len());
    found.map(|(cues, _)| cues.clone()).unwrap_or_default()
}

fn parsed_class(word: &str) -> Option<CueClass> {
    Some(match word {
        "say" => CueClass::Say,
        "back" => CueClass::Back,
        "stir" => CueClass::Stir,
        "effect" => CueClass::Effect,
        "rate" => CueClass::Rate,
        "attitude" => CueClass::Attitude,
        "noun" => CueClass::Noun,
        "ought" => CueClass::Ought,
        _ => return None,
    })
}

fn parsed_side(word: &str) -> Option<Side> {
    Some(match word {
        "+" => Side::For,
        "-" => Side::Against,
        "~" => Side::Partly,
        "0" => Side::Neither,
        "w" => Side::Warning,
        _ => return None,
    })
}

fn parsed_mode(word: &str) -> Option<CueMode> {
    Some(match word {
        "reported" => CueMode::Reported,
        "act" => CueMode::Act,
        "described" => CueMode::Described,
        _ => return None,
    })
}
