//! The cues: every row of `lexicon/cues.txt` is understood, and those of `tests/spec/cues.txt` do what their examples say.

use std::fs;
use std::path::{Path, PathBuf};

use demarche::corpus::Article;
use demarche::lexicon::table::{header, rows};
use demarche::lexicon::{Cue, CueClass, CueMode, Lexicon, Side};
use demarche::stance::{Analyser, Codebook, Issue, IssueKind, IssuePhrase, Stance, Statement};
use demarche::text::{Span, Token, tokens_in};

const CUES: &str = include_str!("../../lexicon/cues.txt");

/// What stands above a row that the engine gets wrong today.
const WRONG: &str = "# wrong today: ";

#[test]
fn every_cue_is_understood() {
    let mut found = Vec::new();
    for row in rows(CUES) {
        let part = row.field(1);
        let known = class(row.field(3)).zip(side(row.field(4))).zip(mode(row.field(5)));
        let Some(((class, side), mode)) = known.filter(|_| matches!(part, "verb" | "adj" | "noun" | "phrase")) else {
            found.push(format!("lexicon/cues.txt:{}: {part}, {}, {}, {}", row.line, row.field(3), row.field(4), row.field(5)));
            continue;
        };
        let read = entries(row.field(0)).iter().any(|cue| (cue.class, cue.side, cue.mode) == (class, side, mode));
        if !read {
            found.push(format!("lexicon/cues.txt:{}: the engine does not know “{}”", row.line, row.field(0)));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// One row of `tests/spec/cues.txt`: the words of an entry, a sentence that a statement with its side must come of, and
/// one that no statement may rest on it.
struct Example<'a> {
    line: usize,
    words: &'a str,
    class: CueClass,
    must: &'a str,
    must_not: &'a str,
    /// What is wrong with it today.
    wrong: Option<&'a str>,
}

#[test]
fn every_example_of_a_cue_is_tagged_as_it_should_be() {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/cues.txt");
    let text = fs::read_to_string(&path).expect("the examples");
    let codebook = codebook(&text);
    let analyser = Analyser::new(&codebook);
    let mut found = Vec::new();
    for example in examples(&text) {
        let today = complaint(&analyser, &example);
        if today.as_deref() != example.wrong {
            let today = today.map_or_else(|| "right today: the note can go".to_owned(), |today| format!("{WRONG}{today}"));
            found.push((example.line, format!("“{}”: {today}", example.words), today));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, blessed(&text, &found)).expect("a file that can be written");
    } else {
        let found: Vec<String> = found.iter().map(|(line, said, _)| format!("{}:{line}: {said}", path.display())).collect();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}

#[test]
fn the_examples_say_how_many_entries_they_cover() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/cues.txt")).expect("the examples");
    let turning = rows(CUES).filter(|row| row.field(3) != "say").count();
    let count = examples(&text).count();
    let said = format!("{count} of the {turning} entries that carry a side have an example here");
    assert_eq!(header(&text, "coverage"), Some(said.as_str()));
}

fn examples(text: &str) -> impl Iterator<Item = Example<'_>> {
    let notes: Vec<Option<&str>> = text.lines().map(|line| line.strip_prefix(WRONG)).collect();
    rows(text).map(move |row| Example {
        line: row.line,
        words: leak_free(text, row.line, 0),
        class: class(row.field(1)).unwrap_or_else(|| panic!("tests/spec/cues.txt:{}: no such class", row.line)),
        must: leak_free(text, row.line, 2),
        must_not: leak_free(text, row.line, 3),
        wrong: row.line.checked_sub(2).and_then(|above| notes[above]),
    })
}
