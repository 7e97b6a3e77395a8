//! The cues: every row of `lexicon/cues.txt` is understood, and the examples of `tests/spec/cues.txt` come out as they
//! say. `BLESS=1 cargo test --test lexicon` puts a note above each row that is wrong today, and takes it from the others.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use demarche::corpus::Article;
use demarche::lexicon::table::{header, rows};
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
        let known = matches!(part, "verb" | "adj" | "noun" | "phrase");
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
    let analyser = Analyser::new(&codebook);
    let lines: Vec<&str> = text.lines().collect();
    let (mut blessed, mut found) = (lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>(), Vec::new());
    for row in rows(&text) {
        let class = parsed_class(row.field(1)).expect("a class of cues");
        let today = complaint(&analyser, row.field(0), class, row.field(2), row.field(3));
        let note = lines[row.line - 2].strip_prefix(WRONG);
        if today.as_deref() != note {
            let said = today.as_deref().unwrap_or("right, so the note can go");
            found.push(format!("{}:{}: “{}” is {said}", path().display(), row.line, row.field(0)));
            if note.is_some() {
                blessed[row.line - 2].clear();
            }
            if let Some(today) = today {
                blessed[row.line - 1].insert_str(0, &format!("{WRONG}{today}\n"));
            }
        }
    }
    if env::var_os("BLESS").is_some() {
        let kept = blessed.iter().filter(|line| !line.is_empty()).map(|line| format!("{line}\n"));
        fs::write(path(), kept.collect::<String>()).expect("a file that can be written");
    } else {
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}

#[test]
fn the_examples_say_how_many_entries_have_one() {
    let text = fs::read_to_string(path()).expect("the examples");
    let (examples, turning) = (rows(&text).count(), rows(CUES).filter(|row| row.field(3) != "say").count());
    let known = |words: &str, class: &str| rows(CUES).any(|row| row.field(0) == words && row.field(3) == class);
    let unknown: Vec<String> =
        rows(&text).filter(|row| !known(row.field(0), row.field(1))).map(|row| row.field(0).to_owned()).collect();
    assert_eq!(unknown, [""; 0], "no entries of lexicon/cues.txt");
    let said = header(&text, "coverage").unwrap_or_default();
    assert_eq!(
        said,
        format!("{examples} of the {turning} entries that carry a side"),
        "tests/spec/cues.txt, # coverage"
    );
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/cues.txt")
}

/// What is wrong with an example today: the first sentence must give a statement that rests on the cue and takes its
/// side, the second none at all.
fn complaint(analyser: &Analyser, words: &str, class: CueClass, must: &str, must_not: &str) -> Option<String> {
    let side = entries(words).into_iter().find(|cue| cue.class == class)?.side;
    let right = match side {
        Side::For => Stance::Supports,
        Side::Against | Side::Warning => Stance::Opposes,
        Side::Partly => Stance::Conditional,
        Side::Neither => Stance::Neutral,
    };
    let tagged = read(analyser, must);
    let rests = |statement: &&Statement| {
        let cue = statement.evidence.cue.map(|span| span.of(must)).unwrap_or_default();
        let same = |entry: &Cue| entry.class == class && entry.side == side;
        cue.chars().next().map(|c| c.to_ascii_lowercase()) == words.chars().next() && entries(cue).iter().any(same)
    };
    let missed = match tagged.iter().find(rests) {
        Some(statement) if statement.stance == right => None,
        Some(statement) => Some(format!("tagged {}", told(statement))),
        None if tagged.is_empty() => Some("not tagged".to_owned()),
        None => Some(format!("tagged {}, but by another cue", told(&tagged[0]))),
    };
    let false_alarm =
        read(analyser, must_not).first().map(|statement| format!("the second is tagged {}", told(statement)));
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
    let found = Lexicon::builtin().cues.book.longest(&tokens).filter(|(_, length)| *length == tokens.len());
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
