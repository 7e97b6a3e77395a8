//! What an editor of a newspaper expects of the engine, case by case: the files of `tests/spec/`.
//!
//! Each file gives short texts and, under the words, marks with a label; `spec/caret.rs` reads and draws them.
//! `BLESS=1 cargo test --test spec` writes today's answers into the files; review the difference before committing it.

use std::fmt::Debug;
use std::sync::Arc;

use demarche::corpus::Article;
use demarche::propositions::{Proposition, Reader};
use demarche::stance::{Analysis, Codebook, Evidence, Statement, analyse};
use demarche::syntax::Model;
use demarche::text::{Code, Span};

use caret::{Case, Finding, Spec};
use codebook::codebook;

#[path = "spec/caret.rs"]
mod caret;
#[path = "spec/codebook.rs"]
mod codebook;

#[test]
fn cuts() {
    Spec::read("cuts.txt").check(|spec, case| {
        let analysis = read(spec, case, &Codebook::default());
        analysis.cuts.iter().map(|cut| marked(&[cut.span], cut.reason)).collect()
    });
}

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
    let codebook = codebook(&spec.header);
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
    let codebook = codebook(&spec.header);
    spec.check(|spec, case| {
        let text = case.text();
        read(spec, case, &codebook).statements.iter().map(|statement| stated(&text, statement)).collect()
    });
}

#[test]
fn propositions() {
    let model = Model::read("english.dmsm", include_bytes!("../model/english.dmsm")).expect("the model of the tree");
    let reader = Reader::default().with_model(Arc::new(model));
    Spec::read("propositions.txt").check(|spec, case| {
        let found = reader.read(&article(spec, case), &[]);
        let finding = |proposition: &Proposition| {
            let Proposition { actor, predicate, point, stance, .. } = proposition;
            marked(point, &format!("{} {} {predicate}, {}", code(actor.holder), actor.name, word(stance)))
        };
        found.iter().map(finding).collect()
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
    analyse(&article(spec, case), codebook)
}

fn article(spec: &Spec, case: &Case) -> Article {
    let date = case.date.as_deref().or(spec.date()).expect("a date");
    let article = Article { id: "case".to_owned(), text: case.text(), date: date.parse().ok(), ..Article::default() };
    assert!(article.date.is_some(), "“{date}” is a day");
    article
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
