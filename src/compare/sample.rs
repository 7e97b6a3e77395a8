//! Statements drawn as lines of text, for tests here and in the layers above.

use crate::stance::{Codebook, Evidence, Issue, IssueKind, Mode, Stance, Statement};
use crate::text::{Code, Span};

/// One statement a line: `ARTICLE HOLDER ISSUE STANCE [MARK...]`, where a mark is a date reported, `told=CODE`,
/// `lean=STANCE` (under a condition), `partly=STANCE` (without one), `said=DATE`, `past`, `deed`, `unofficial` or `at=OFFSET` (where its sentence starts).
pub(crate) fn statements(lines: &str) -> Vec<Statement> {
    lines.lines().filter(|line| !line.trim().is_empty()).map(statement).collect()
}

/// A codebook of these parties and policies, both given as words.
pub(crate) fn codebook(parties: &str, issues: &str) -> Codebook {
    let issue = |id: &str| Issue {
        id: id.to_owned(),
        kind: IssueKind::Policy,
        title: format!("Do {id}"),
        short: None,
        note: String::new(),
        mentions: Vec::new(),
    };
    Codebook {
        parties: parties.split_whitespace().map(code).collect(),
        issues: issues.split_whitespace().map(issue).collect(),
        ..Codebook::default()
    }
}

/// A code known to be one.
pub(crate) fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

/// A stance by its name in files.
pub(crate) fn stance(word: &str) -> Stance {
    match word {
        "supports" => Stance::Supports,
        "opposes" => Stance::Opposes,
        "conditional" => Stance::Conditional,
        "neutral" => Stance::Neutral,
        other => panic!("no stance: {other}"),
    }
}

fn statement(line: &str) -> Statement {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [article, holder, issue, word, marks @ ..] = words.as_slice() else { panic!("too short: {line}") };
    let mut made = Statement {
        id: String::new(),
        article: (*article).to_owned(),
        speaker: String::new(),
        holder: code(holder),
        told_by: None,
        issue: (*issue).to_owned(),
        stance: stance(word),
        lean: None,
        mode: Mode::Reported,
        deed: false,
        official: true,
        past: false,
        reported_on: None,
        said_on: None,
        confidence: 80,
        rule: "sample",
        evidence: Evidence::default(),
    };
    for mark in marks {
        apply(&mut made, mark);
    }
    let sentence = format!("sentence at {}", made.evidence.sentence.start);
    made.id = Statement::id_of(article, made.holder, issue, &sentence);
    made
}

fn apply(made: &mut Statement, mark: &str) {
    match mark.split_once('=') {
        Some(("told", teller)) => (made.told_by, made.official) = (Some(code(teller)), false),
        Some(("lean", side)) => {
            made.lean = Some(stance(side));
            made.evidence.condition = Some(Span::new(0, 2));
        }
        Some(("partly", side)) => made.lean = Some(stance(side)),
        Some(("said", day)) => made.said_on = day.parse().ok(),
        Some(("at", offset)) => {
            let start: usize = offset.parse().expect("an offset");
            made.evidence.sentence = Span::new(start, start + 10);
        }
        None if mark == "deed" => (made.deed, made.mode) = (true, Mode::Act),
        None if mark == "past" => made.past = true,
        None if mark == "unofficial" => made.official = false,
        _ => made.reported_on = Some(mark.parse().expect("a date or a known mark")),
    }
}
