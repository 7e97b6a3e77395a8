//! What an editor of a newspaper expects of the engine, case by case: the files of `tests/spec/`.
//!
//! Each file gives short texts and, under the words, marks with a label; `spec/caret.rs` reads and draws them.
//! `BLESS=1 cargo test --test spec` writes today's answers into the files; review the difference before committing it.

use std::fmt::Debug;

use demarche::corpus::Article;
use demarche::stance::{
    Actor, Analysis, Codebook, Evidence, Issue, IssueKind, IssuePhrase, Stance, Statement, analyse,
};
use demarche::text::{Code, Span};

use caret::{Case, Finding, Spec};

#[path = "spec/caret.rs"]
mod caret;

#[test]
fn entities() {
    Spec::read("entities.txt").check(|spec, case| {
        let analysis = read(spec, case, &Codebook::default());
        let finding = |mention: &demarche::entities::Mention| {
            let mut label = format!("{} {} {}", word(mention.kind), code(mention.country), mention.name);
            label.truncate(label.trim_end().len());
            label.extend(mention.office.iter().flat_map(|office| [", ", office]));
            marked(&[mention.span], &label)
        };
        analysis.mentions.iter().map(finding).collect()
    });
}

#[test]
fn attributions() {
    let spec = Spec::read("attributions.txt");
    let codebook = codebook(&spec);
    spec.check(|spec, case| {
        let analysis = read(spec, case, &codebook);
        let findings = analysis.quotations.iter().flat_map(|quotation| {
            let source = format!("source {} {}", code(quotation.holder), quotation.speaker);
            let carried = if quotation.source.is_empty() {
                format!(", of {}", &source["source ".len()..])
            } else {
                String::new()
            };
            [
                marked(&quotation.source, source.trim_end()),
                marked(&quotation.cue, "cue"),
                marked(&quotation.content, format!("content, {}{carried}", word(quotation.kind)).trim_end()),
            ]
        });
        findings.filter(|finding| !finding.words.is_empty()).collect()
    });
}

#[test]
fn statements() {
    let spec = Spec::read("statements.txt");
    let codebook = codebook(&spec);
    spec.check(|spec, case| {
        let text = case.text();
        read(spec, case, &codebook).statements.iter().map(|statement| stated(&text, statement)).collect()
    });
}

/// The cue marked `^`, the words that name the issue `~`, what is both `=`.
fn stated(text: &str, statement: &Statement) -> Finding {
    let Evidence { cue, issue, condition, .. } = statement.evidence;
    let teller = statement.told_by.map_or_else(|| "-".to_owned(), |code| code.to_string());
    let mut label = format!(
        "{} {} {} {} {teller} {}",
        statement.holder,
        statement.issue,
        word(statement.stance),
        word(statement.mode),
        statement.rule
    );
    let mut add = |words: String| label.extend([", ", &words]);
    if !statement.speaker.is_empty() {
        add(format!("by {}", statement.speaker));
    }
    if let Some(lean) = statement.lean {
        add(format!("leans {}", word(lean)));
    }
    if let Some(condition) = condition {
        add(format!("on “{}”", condition.of(text)));
    }
    for (flag, name) in [(statement.deed, "deed"), (statement.past, "past"), (!statement.official, "unofficial")] {
        if flag {
            add(name.to_owned());
        }
    }
    let marks = cue.map(|span| (span.range(), '^')).into_iter().chain(issue.map(|span| (span.range(), '~')));
    Finding { words: marks.collect(), label }
}

fn read(spec: &Spec, case: &Case, codebook: &Codebook) -> Analysis {
    let date = case.date.as_deref().or(spec.header("date").next()).expect("a date");
    let article = Article { id: "case".to_owned(), text: case.text(), date: date.parse().ok(), ..Article::default() };
    assert!(article.date.is_some(), "“{date}” is a day");
    analyse(&article, codebook)
}

/// The issues and actors of a spec's header.
fn codebook(spec: &Spec) -> Codebook {
    let fields = |row: &str| row.split('|').map(|field| field.trim().to_owned()).collect::<Vec<_>>();
    let phrase = |words: &str| match words.trim().strip_prefix('-') {
        Some(other_side) => IssuePhrase { phrase: other_side.to_owned(), side: Stance::Opposes },
        None => IssuePhrase { phrase: words.trim().to_owned(), side: Stance::Supports },
    };
    let issue = |row: &str| {
        let row = fields(row);
        Issue {
            id: row[0].clone(),
            kind: if row[1] == "claim" { IssueKind::Claim } else { IssueKind::Policy },
            title: row[2].clone(),
            short: None,
            note: String::new(),
            mentions: row[3].split(';').filter(|words| !words.is_empty()).map(phrase).collect(),
        }
    };
    let actor = |row: &str| {
        let row = fields(row);
        let (country, from, to) = (row[1].parse().ok(), row[3].parse().ok(), row[4].parse().ok());
        Actor { name: row[0].clone(), aliases: Vec::new(), country, office: row[2].clone(), from, to }
    };
    Codebook {
        issues: spec.header("issue").map(issue).collect(),
        actors: spec.header("actor").map(actor).collect(),
        ..Codebook::default()
    }
}

fn marked(spans: &[Span], label: &str) -> Finding {
    Finding { words: spans.iter().map(|span| (span.range(), '^')).collect(), label: label.to_owned() }
}

fn word(value: impl Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn code(code: Option<Code>) -> String {
    code.map_or_else(|| "-".to_owned(), |code| code.to_string())
}
