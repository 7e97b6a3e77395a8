//! Plain sentences must come out right whatever they are about: the frames of `tests/spec/frames.txt`, each with all words
//! of all issues. What comes out otherwise today is noted there; `BLESS=1 cargo test --test frames` keeps the notes true.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use demarche::corpus::Article;
use demarche::lexicon::Lexicon;
use demarche::lexicon::table::{Row, rows};
use demarche::stance::{Analyser, Stance};
use demarche::syntax::Model;

#[path = "spec/codebook.rs"]
mod codebook;

/// What stands above a frame of which some sentences are wrong today.
const WRONG: &str = "# wrong today: ";
/// Who takes the parts of H and G, in turn: countries that no issue of the file names.
const COUNTRIES: [(&str, &str); 4] = [("China", "CN"), ("France", "FR"), ("Kenya", "KE"), ("Brazil", "BR")];

/// Words for the matter of an issue.
struct Wording {
    issue: String,
    sort: String,
    words: String,
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/frames.txt")
}

fn wordings(file: &str) -> Vec<Wording> {
    let mut out = Vec::new();
    for line in file.lines().filter_map(|line| line.strip_prefix("# put: ")) {
        let [issue, sort, words] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("three fields: {line}")
        };
        let wording = |words: &str| Wording { issue: issue.to_owned(), sort: sort.to_owned(), words: words.to_owned() };
        out.extend(words.split("; ").map(wording));
    }
    out
}

/// A frame with its places filled.
fn filled(frame: &str, h: &str, g: &str, words: &str) -> String {
    let mut sentence = String::new();
    let mut letters = frame.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let alone = !before.is_alphanumeric() && letters.peek().is_none_or(|next| !next.is_alphanumeric());
        match letter {
            'H' if alone => sentence.push_str(h),
            'G' if alone => sentence.push_str(g),
            'X' if alone && sentence.trim_start_matches('"').is_empty() => {
                let (first, rest) = words.split_at(1);
                sentence.push_str(&first.to_uppercase());
                sentence.push_str(rest);
            }
            'X' if alone => sentence.push_str(words),
            _ => sentence.push(letter),
        }
        before = letter;
    }
    sentence
}

/// The stance that a sign of the file stands for; none for "0".
fn stance(sign: char) -> Option<Stance> {
    match sign {
        '+' => Some(Stance::Supports),
        '-' => Some(Stance::Opposes),
        '~' => Some(Stance::Conditional),
        '0' => None,
        _ => panic!("no sign of a side: {sign}"),
    }
}

/// Reads a frame with every wording of its sort: the sentences that come out wrong, and how many there are in all.
fn read(analyser: &Analyser, row: &Row, wordings: &[Wording], turn: &mut usize) -> (Vec<String>, usize) {
    let (mut wrong, mut all) = (Vec::new(), 0);
    for wording in wordings.iter().filter(|wording| wording.sort == row.field(0)) {
        let parts = [0, 1].map(|next| COUNTRIES[(*turn + next) % COUNTRIES.len()]);
        *turn += 1;
        all += 1;
        let sentence = filled(row.field(2), parts[0].0, parts[1].0, &wording.words);
        let text = format!("Talks go on\n\n{sentence}");
        let date = "2010-01-01".parse().ok();
        let article = Article { id: "frame".to_owned(), text, date, ..Article::default() };
        let found = analyser.analyse(&article).statements;
        let taken = |code: &str| {
            let own = |holder: &str, issue: &str| holder == code && issue == wording.issue;
            found.iter().find(|one| own(&one.holder.to_string(), &one.issue)).map(|one| one.stance)
        };
        if row.field(1).chars().zip(parts).any(|(sign, (_, code))| taken(code) != stance(sign)) {
            wrong.push(sentence);
        }
    }
    (wrong, all)
}

#[test]
fn every_frame_comes_out_as_it_says() {
    let text = fs::read_to_string(path()).expect("the frames");
    let wordings = wordings(&text);
    let codebook = codebook::codebook(&text);
    let analyser = Analyser::new(Lexicon::whole(), &codebook).with_model(Arc::new(Model::builtin()));
    let (mut noted, mut turn, mut right, mut sentences) = (String::new(), 0, 0, 0);
    let mut frames = rows(&text).peekable();
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(row) = frames.next_if(|row| row.line == number) {
            let (wrong, all) = read(&analyser, &row, &wordings, &mut turn);
            right += all - wrong.len();
            sentences += all;
            if let Some(first) = wrong.first() {
                let _ = writeln!(noted, "{WRONG}{} of {all}, as in: {first}", wrong.len());
            }
        }
        if !line.starts_with(WRONG) {
            let _ = writeln!(noted, "{line}");
        }
    }
    assert!(sentences > 2000, "the frames are found");
    assert!(right * 100 >= sentences * 95, "{right} of {sentences} sentences come out right");
    if env::var_os("BLESS").is_some() {
        fs::write(path(), noted).expect("a file that can be written");
    } else {
        let changed: Vec<&str> = noted.lines().filter(|line| !text.lines().any(|other| other == *line)).collect();
        assert!(noted == text, "{}: notes that differ today:\n{}", path().display(), changed.join("\n"));
    }
}
