//! Named things that nobody speaks for: systems, documents, events, places, and organisations no list has.

use super::scan::{Find, Found};
use super::{EntityKind, Mention, Placed, Usage};
use crate::lexicon::{Book, Class, Lexicon, Name, Thing, ThingKind};
use crate::syntax::Document;
use crate::text::{Code, one_blank};

/// Whether capitalised words name a thing, by their last word ("Georgetown University").
pub(super) fn is_thing(document: &Document, lexicon: &Lexicon, found: &Found) -> bool {
    let last = found.end - 1;
    document.opens(last, Book::Things) && lexicon.things.heads.longest(&document.tokens[last..=last]).is_some()
}

/// Adds the named things of a document.
pub(super) fn add(document: &Document, lexicon: &Lexicon, found: &[Found], placed: &mut Vec<Placed>) {
    for sentence in document.sentences.iter().chain(&document.cut_sentences) {
        let mut at = sentence.first;
        while at < sentence.end {
            let heads = &lexicon.things.heads;
            let head =
                document.opens(at, Book::Things).then(|| heads.longest(&document.tokens[at..sentence.end])).flatten();
            let Some((head, length)) = head else {
                at += 1;
                continue;
            };
            let end = at + length;
            let first = begin(document, found, at, sentence.first);
            let named = first < at || (length > 1 && document.tokens[at].is_capitalised());
            // A body that a list has is placed already.
            let listed = covering(found, first).is_some_and(|f| matches!(f.find, Find::Name(_)) && f.end == end);
            if (named || head.alone) && !listed {
                placed.push(thing(document, lexicon, found, *head, first, end));
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
        let part = covering(found, before);
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

/// The find that covers a token; finds are in text order and do not overlap.
fn covering<'a, 'b>(found: &'b [Found<'a>], token: usize) -> Option<&'b Found<'a>> {
    let after = found.partition_point(|f| f.first <= token);
    found[..after].last().filter(|f| token < f.end)
}

fn thing(document: &Document, lexicon: &Lexicon, found: &[Found], head: Thing, first: usize, end: usize) -> Placed {
    let span = document.tokens[first].span.cover(document.tokens[end - 1].span);
    let name = one_blank(span.of(document.text)).into_owned();
    let country = owner(document, lexicon, found, head.kind, first, end);
    let kind = match head.kind {
        ThingKind::System => EntityKind::System,
        ThingKind::Document => EntityKind::Document,
        ThingKind::Event => EntityKind::Event,
        ThingKind::Place => EntityKind::Place,
        ThingKind::Organisation => EntityKind::Organisation,
    };
    let mention = Mention { span, kind, usage: Usage::Name, country, name, office: None, official: false };
    Placed { mention, first, end, class: Class::Private, plural: false }
}

/// The country inside the name, or the possessive before it ("Lima's San Marcos University").
fn owner(
    document: &Document,
    lexicon: &Lexicon,
    found: &[Found],
    kind: ThingKind,
    first: usize,
    end: usize,
) -> Option<Code> {
    let code = |f: &Found| match &f.find {
        Find::Name(names) => match names.first()? {
            Name::Country(code) | Name::Demonym(code) | Name::Capital(code) => Some(*code),
            // A treaty or conference has no home where it was made or held, a university has.
            Name::Place(code) => Some(*code).filter(|_| kind == ThingKind::Organisation),
            Name::Body(body) => Some(lexicon.bodies()[*body].holder),
            Name::Person(_) => None,
        },
        _ => None,
    };
    let from = found.partition_point(|f| f.first < first);
    let inside = found[from..].iter().take_while(|f| f.end <= end).find_map(code);
    inside.or_else(|| {
        let possessive = first.checked_sub(1).filter(|&at| document.is_one_of(at, &["'s", "’s"]))?;
        covering(found, possessive.checked_sub(1)?).and_then(code)
    })
}
