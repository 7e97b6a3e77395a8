//! Others whom a sentence puts beside a holder, or across from it: "Lima, unlike Quito, backs it", "joined Quito in opposing
//! it", "criticised Quito for backing it", "urged Quito to drop its opposition".

use super::govern::Governor;
use super::hits::Hit;
use super::readings::{Reading, Turn};
use super::rules::Scene;
use crate::attribution::{CueAt, Sense, Source};
use crate::lexicon::{CueClass, Form, Side};
use crate::text::TokenKind;

/// How far from a verb or matter the other may be named, in tokens.
const REACH: usize = 8;
/// Who is put beside the subject.
const BESIDE: [&str; 3] = ["alongside", "together", "along"];

impl<'a> Scene<'a> {
    /// The readings of others, given those of the subject.
    pub(super) fn beside<'b>(&self, hit: &Hit, chain: &'b [Governor<'a>], own: &[Reading<'b>]) -> Vec<Reading<'b>> {
        let sense = self.sense;
        let Some(outer) = chain.last() else { return Vec::new() };
        let mut found = Vec::new();
        let mut add = |source: Option<Source>, turn: Turn| {
            let known = |reading: &Reading| {
                let named = |other: &Source, holder| other.holder == holder;
                source.as_ref().is_none_or(|source| reading.sources.iter().any(|other| named(other, source.holder)))
            };
            if !own.iter().any(known) {
                let (cue, entry) = (Some(outer.at), Some(outer.entry));
                found.extend(source.map(|source| Reading {
                    sources: vec![source],
                    turn,
                    cue,
                    entry,
                    rule: "beside",
                    weight: 26,
                }));
            }
        };
        if let Some(subject) = own.iter().find(|reading| reading.rule == "governed") {
            let across = subject.turn.through(Side::Against);
            add(across_from(sense, outer.at.first, hit.end), across);
            add(together_with(sense, outer.at.first, hit.end), subject.turn);
            if sense.document.word(outer.at.first).to_ascii_lowercase().starts_with("join") {
                add(object_before(sense, outer.at.end, &["in"]), subject.turn);
            }
        }
        let mut turn = self.start(hit, chain);
        for governor in &chain[..chain.len() - 1] {
            turn = turn.through(self.side_on(hit, governor));
            let first = governor.at.first;
            let blamed =
                governor.entry.form == Form::Gerund && sense.document.is_one_of(first - 1, &["for", "of", "over"]);
            let theirs = governor.entry.class == CueClass::Noun
                && sense.document.is_one_of(first - 1, &["its", "their", "his", "her"]);
            let other = (outer.at.end..first).rev().take(REACH).find_map(|at| acting(sense, at));
            if blamed || theirs {
                add(other, turn);
            }
        }
        found
    }

    /// "supported by Lima and rejected by Quito": what else is done to a matter by somebody, after the first deed.
    pub(super) fn done_too(&self, hit: &Hit, chain: &[Governor<'a>], first: &Reading<'a>) -> Vec<Reading<'a>> {
        let sense = self.sense;
        let Some(deed) = first.cue.filter(|_| first.rule == "done-to") else { return Vec::new() };
        let inner = chain.iter().fold(self.start(hit, chain), |turn, governor| turn.through(governor.side()));
        let joined =
            |cue: &&CueAt| cue.first > deed.end && sense.document.is_one_of(cue.first - 1, &["and", "but", "yet"]);
        let done = sense.cues.iter().filter(joined).filter_map(|cue| {
            let entry = cue.entry(&[CueClass::Back]).filter(|entry| entry.form == Form::Past)?;
            let sources = if sense.document.is(cue.end, "by") { self.agents(cue) } else { Vec::new() };
            let turn = inner.through(entry.side);
            let reading = Reading { sources, turn, cue: Some(cue), entry: Some(entry), rule: "done-to", weight: 36 };
            (!reading.sources.is_empty()).then_some(reading)
        });
        done.collect()
    }
}

/// Whoever acts and is named from this token on.
fn acting(sense: &Sense, at: usize) -> Option<Source> {
    sense.cast.at(at).filter(|(_, placed)| placed.first == at && placed.acts()).map(|(_, placed)| Source::of(placed))
}

/// The one named right after a word, an article between them or not.
fn named_after(sense: &Sense, at: usize) -> Option<Source> {
    (at + 1..sense.sentence.end.min(at + 3)).find_map(|next| acting(sense, next))
}

/// "unlike Quito", before the verb or after the matter.
fn across_from(sense: &Sense, verb: usize, end: usize) -> Option<Source> {
    let before = verb.saturating_sub(REACH).max(sense.sentence.first)..verb;
    let after = end..sense.sentence.end.min(end + REACH);
    before.chain(after).find(|&at| sense.document.is(at, "unlike")).and_then(|at| named_after(sense, at))
}

/// "alongside Quito", "together with Quito", in the same places.
fn together_with(sense: &Sense, verb: usize, end: usize) -> Option<Source> {
    let before = verb.saturating_sub(REACH).max(sense.sentence.first)..verb;
    let after = end..sense.sentence.end.min(end + REACH);
    let at = before.chain(after).find(|&at| sense.document.is_one_of(at, &BESIDE))?;
    named_after(sense, at + usize::from(sense.document.is(at + 1, "with")))
}

/// "joined Quito in": whoever is named between a verb and one of these words.
fn object_before(sense: &Sense, verb: usize, words: &[&str]) -> Option<Source> {
    let end = sense.sentence.end.min(verb + REACH);
    let word = |at: &usize| sense.document.tokens[*at].kind == TokenKind::Word;
    let stop = (verb..end).take_while(word).find(|&at| sense.document.is_one_of(at, words))?;
    (verb..stop).find_map(|at| acting(sense, at))
}
