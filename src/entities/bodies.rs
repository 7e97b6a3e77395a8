//! Bodies by their common noun: "the Commission" after "the European Commission", "the alliance" after "NATO".

use super::scan::{Find, Found};
use crate::lexicon::{Lexicon, Name, WordList};
use crate::syntax::Document;

/// Adds a find for every common noun that means a body of the text: the nearest before it that any of its names calls so;
/// in a headline, which has no article, the first after it. `found` is in text order and stays so.
pub(super) fn take_up(document: &Document, lexicon: &Lexicon, found: &mut Vec<Found>) {
    let bodies: Vec<Found> = found.iter().copied().filter(|found| body(found).is_some()).collect();
    if bodies.is_empty() {
        return;
    }
    let sentences = document.sentences.iter().zip(&document.places);
    for (sentence, heading) in sentences.map(|(sentence, place)| (sentence, place.heading)) {
        for at in (sentence.first..sentence.end).filter(|&at| stands_alone(document, at, sentence.first, heading)) {
            let called = |found: &&Found| {
                body(found).is_some_and(|body| lexicon.bodies()[body].nouns.contains(&document.tokens[at].lower))
            };
            let before = bodies.partition_point(|found| found.first < at);
            let meant = bodies[..before].iter().rev().find(called);
            let Some(meant) = meant.or_else(|| bodies[before..].iter().find(called).filter(|_| heading)) else {
                continue;
            };
            put(found, Found { find: meant.find, first: at, end: at + 1 });
        }
    }
}

/// The body that a find stands for, if any.
fn body(found: &Found) -> Option<usize> {
    match found.find {
        Find::Name([Name::Body(body), ..]) => Some(*body),
        _ => None,
    }
}

/// Nouns that mean many things in small letters.
const CAPITAL: [&str; 9] =
    ["association", "bank", "community", "forum", "fund", "group", "movement", "organisation", "organization"];

/// Whether a token is such a noun, definite and no part of a longer name: "the council", in headlines "Council". The
/// emptier nouns need a capital ("the Fund").
fn stands_alone(document: &Document, at: usize, first: usize, heading: bool) -> bool {
    if !document.is_in(at, WordList::BodyNoun) {
        return false;
    }
    let capital = |at: usize| document.tokens.get(at).is_some_and(crate::text::Token::is_capitalised);
    let definite = at > first && document.is(at - 1, "the");
    let headline = heading && capital(at) && (at == first || !capital(at - 1));
    let goes_on = capital(at + 1) && !heading || document.is_one_of(at + 1, &["of", "for", "-"]);
    (definite || headline) && !goes_on && (capital(at) || !document.is_one_of(at, &CAPITAL))
}

/// Puts a find in its place; a word for an office ("commission") gives way, a longer name does not.
fn put<'a>(found: &mut Vec<Found<'a>>, new: Found<'a>) {
    let place = found.partition_point(|other| other.end <= new.first);
    match found.get(place).copied() {
        Some(other) if other.first < new.end => {
            if (other.first, other.end) == (new.first, new.end) && !matches!(other.find, Find::Name(_)) {
                found[place].find = new.find;
            }
        }
        _ => found.insert(place, new),
    }
}
