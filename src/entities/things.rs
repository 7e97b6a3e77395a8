//! Named things that nobody speaks for: systems, documents, events, places, and organisations no list has.

use std::sync::LazyLock;

use super::scan::{Find, Found};
use super::{EntityKind, Mention, Placed, Usage};
use crate::lexicon::table::rows;
use crate::lexicon::{Case, Class, Name, Phrasebook};
use crate::syntax::Document;
use crate::text::Code;

#[derive(Clone, Copy, Debug)]
struct Head {
    kind: EntityKind,
    alone: bool,
}

static HEADS: LazyLock<Phrasebook<Head>> = LazyLock::new(|| {
    let mut heads = Phrasebook::new(Case::Folded);
    for row in rows(include_str!("../../lexicon/things.txt")) {
        let kind = match row.field(1) {
            "system" => EntityKind::System,
            "document" => EntityKind::Document,
            "event" => EntityKind::Event,
            "place" => EntityKind::Place,
            _ => EntityKind::Organisation,
        };
        heads.entry(row.field(0), || Head { kind, alone: row.field(2) == "any" });
    }
    heads
});

/// Whether capitalised words name a thing, by their last word ("Georgetown University").
pub(super) fn is_thing(document: &Document, found: &Found) -> bool {
    HEADS.longest(&document.tokens[found.end - 1..found.end]).is_some()
}

/// Adds the named things of a document.
pub(super) fn add(document: &Document, found: &[Found], placed: &mut Vec<Placed>) {
    for sentence in document.sentences.iter().chain(&document.cut_sentences) {
        let mut at = sentence.first;
        while at < sentence.end {
            let Some((head, length)) = HEADS.longest(&document.tokens[at..sentence.end]) else {
                at += 1;
                continue;
            };
            let end = at + length;
            let first = begin(document, found, at, sentence.first);
            let named = first < at || (length > 1 && document.tokens[at].is_capitalised());
            if named || head.alone {
                placed.push(thing(document, found, *head, first, end));
            }
            at = end;
        }
    }
}

/// How far capitalised words and nationalities reach back from the head noun.
fn begin(document: &Document, found: &[Found], head: usize, limit: usize) -> usize {
    let mut first = head;
    while first > limit {
        let before = first - 1;
        let part = found.iter().find(|f| f.first <= before && before < f.end);
        match part.map(|f| (&f.find, f.first, f.end)) {
            Some((Find::Unknown, start, end)) if end == first => first = start,
            Some((Find::Name(names), start, end))
                if end == first && !matches!(names.first(), Some(Name::Person(_))) =>
            {
                first = start;
            }
            _ if document.tokens[before].is_capitalised()
                && !document.is_one_of(before, &["The", "A", "An", "In", "At"])
                && before > limit =>
            {
                first = before;
            }
            _ => break,
        }
    }
    first
}

fn thing(document: &Document, found: &[Found], head: Head, first: usize, end: usize) -> Placed {
    let span = document.tokens[first].span.cover(document.tokens[end - 1].span);
    let name = span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let country = owner(document, found, first, end);
    let mention = Mention { span, kind: head.kind, usage: Usage::Name, country, name, office: None, official: false };
    Placed { mention, first, end, class: Class::Private, plural: false }
}

/// The country inside the name, or the possessive before it ("Lima's San Marcos University").
fn owner(document: &Document, found: &[Found], first: usize, end: usize) -> Option<Code> {
    let lexicon = crate::lexicon::Lexicon::builtin();
    let code = |f: &Found| match &f.find {
        Find::Name(names) => match names.first()? {
            Name::Country(code) | Name::Demonym(code) | Name::Capital(code) => Some(*code),
            Name::Body(body) => Some(lexicon.bodies()[*body].holder),
            Name::Person(_) => None,
        },
        _ => None,
    };
    let inside = found.iter().filter(|f| first <= f.first && f.end <= end).find_map(code);
    inside.or_else(|| {
        let possessive = first.checked_sub(1).filter(|&at| document.is_one_of(at, &["'s", "’s"]))?;
        found.iter().find(|f| f.end == possessive).and_then(code)
    })
}
