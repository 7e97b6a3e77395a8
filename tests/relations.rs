//! Who backs or faces whom: the sentences of `tests/spec/relations.txt`, and pairs that are given.

use std::sync::Arc;

use demarche::corpus::Article;
use demarche::relations::{Dyad, Party, Polarity, Reader};
use demarche::syntax::Model;
use demarche::text::Span;

use caret::{Finding, Spec};

#[path = "spec/caret.rs"]
mod caret;

fn article(text: &str, date: &str) -> Article {
    Article { id: "case".to_owned(), text: text.to_owned(), date: date.parse().ok(), ..Article::default() }
}

#[test]
fn relations() {
    let reader = Reader::new(&[], Arc::new(Model::builtin()));
    Spec::read("relations.txt").check(|spec, case| {
        let text = case.text();
        let found = reader.read(&article(&text, spec.date().expect("a date")));
        found.iter().map(|dyad| marked(&text, dyad)).collect()
    });
}

/// The cue marked `^`, the two actors `~`.
fn marked(text: &str, dyad: &Dyad) -> Finding {
    let party = |party: Option<Party>| {
        let party = party.expect("pairs that the reader finds have two sides");
        let holder = party.holder.map_or_else(|| "-".to_owned(), |code| code.to_string());
        (party.span, format!("{holder} “{}”", party.span.of(text)))
    };
    let ((source, from), (target, at)) = (party(dyad.source), party(dyad.target));
    let mut words = vec![(source.range(), '~'), (target.range(), '~')];
    words.extend(dyad.cue.map(|cue| (cue.range(), '^')));
    Finding { words, label: format!("{} of {from} at {at}", format!("{:?}", dyad.polarity).to_lowercase()) }
}

#[test]
fn a_given_pair_is_judged_whatever_it_is() {
    let reader = Reader::new(&[], Arc::new(Model::builtin()));
    let judge = |text: &str, source: &str, target: &str| {
        let place = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len()));
        reader.between(&article(text, "2017-02-09"), place(source), place(target))
    };
    for (text, source, target, polarity, cue) in [
        (
            "The harbour guild sued the ferry owners.",
            "The harbour guild",
            "the ferry owners",
            Polarity::Conflict,
            "sued",
        ),
        (
            "The harbour guild thanked the ferry owners.",
            "The harbour guild",
            "the ferry owners",
            Polarity::Cooperation,
            "thanked",
        ),
        ("Two ferries were shelled by the rebels.", "the rebels", "Two ferries", Polarity::Conflict, "shelled"),
        ("Peru resigned itself to it and freed the crew.", "Peru", "the crew", Polarity::Cooperation, "freed"),
    ] {
        let found = judge(text, source, target).expect("a pair");
        assert_eq!((found.polarity, found.cue.map(|cue| cue.of(text))), (polarity, Some(cue)), "{text}");
        assert_eq!(found.source.map(|party| party.span.of(text)), Some(source));
    }
    let alone = judge("Peru attacked.", "Peru", "a recipient").expect("one of the two stands there");
    assert_eq!((alone.polarity, alone.target), (Polarity::Conflict, None));
    assert!(judge("Peru attacked.", "Chile", "a recipient").is_none(), "neither stands there");
}

#[test]
fn nothing_is_found_in_a_text_without_anybody() {
    let reader = Reader::new(&[], Arc::new(Model::builtin()));
    assert!(reader.read(&article("It rained, and the talks went on.", "2017-02-09")).is_empty());
    assert!(reader.read(&article("", "2017-02-09")).is_empty());
}
