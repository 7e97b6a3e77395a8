//! Who in a sentence can act, or be acted at.
//!
//! Misses: those without a name for whom `lexicon/events.txt` has no noun.

use std::ops::Range;

use super::words::Words;
use crate::entities::{Cast, Usage};
use crate::lexicon::EventFamily;
use crate::syntax::{Class, Relation};
use crate::text::{Code, InOrder, Sentence};

/// Somebody who can act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) range: Range<usize>,
    pub(super) holder: Option<Code>,
    /// The word that the others hang from.
    pub(super) top: usize,
    /// What is named, for names; so that nobody acts at themselves.
    pub(super) name: Option<String>,
    /// Whether it is somebody's own ("its troops"), mostly whose sentence it is.
    pub(super) owned: bool,
}

/// Names, nationalities, and nouns for people and bodies, with what belongs to them.
pub(super) fn candidates(words: &Words, cast: &Cast, sentence: Sentence) -> Vec<Candidate> {
    let actor = |at: usize| words.class(at) == Class::Noun && words.families(at).contains(&EventFamily::Actor);
    let mut found: Vec<Candidate> = Vec::new();
    for at in (0..words.len()).filter(|&at| actor(at) && !is_modifier(words, at)) {
        found.push(candidate(words, cast, sentence, at));
    }
    for (_, placed) in cast.within(sentence.first, sentence.end) {
        let range = placed.first - sentence.first..placed.end.min(sentence.end) - sentence.first;
        let acts = placed.acts() || matches!(placed.mention.usage, Usage::Demonym | Usage::Place);
        let (true, Some(top)) = (acts, words.top(&range)) else { continue };
        let (holder, name) = (placed.holder(), Some(placed.mention.name.clone()).filter(|name| !name.is_empty()));
        if is_free(&found, &range) {
            found.push(Candidate { range, holder, top, name, owned: false });
        } else if let Some(wider) = found.iter_mut().find(|other| range.contains(&other.top) && other.name.is_none()) {
            // "rebel leader Ana Vale": a mention with the noun in it is the longer name of the same.
            // In "US troops" or "the French president" the noun stands for both.
            wider.range = wider.range.start.min(range.start)..wider.range.end.max(range.end);
            wider.holder = wider.holder.or(placed.holder());
            wider.name = name;
        }
    }
    // Names that no list has.
    for at in (0..words.len()).filter(|&at| words.is_name(at) && !is_part(words, at)) {
        let unknown = candidate(words, cast, sentence, at);
        if is_free(&found, &unknown.range) {
            found.push(unknown);
        }
    }
    found.order_by_key(|candidate| (candidate.range.start, candidate.range.end));
    found
}

/// Whoever the phrase around a noun names.
fn candidate(words: &Words, cast: &Cast, sentence: Sentence, noun: usize) -> Candidate {
    let range = noun_phrase(words, noun);
    let tokens = range.start + sentence.first..range.end + sentence.first;
    let holder = holder_of(cast, noun + sentence.first, tokens);
    let owned = holder.is_none() && range.clone().any(|at| ["its", "his", "her", "their"].contains(&words.lemma(at)));
    Candidate { range, holder, top: noun, name: None, owned }
}

fn is_free(found: &[Candidate], range: &Range<usize>) -> bool {
    found.iter().all(|other| other.range.end <= range.start || range.end <= other.range.start)
}

/// Whether a word is a part of a longer name, or of a date or measure.
fn is_part(words: &Words, at: usize) -> bool {
    use Relation::{Compound, Flat, NominalUnmarked, Numeric, ObliqueUnmarked};
    [Compound, Flat, NominalUnmarked, Numeric, ObliqueUnmarked].contains(&words.relation(at))
}

/// The country or bloc of a stretch of tokens: that of its head word, else of the first mention in it that has one.
pub(super) fn holder_of(cast: &Cast, head: usize, tokens: Range<usize>) -> Option<Code> {
    let of = |at: usize| cast.at(at).and_then(|(_, placed)| placed.holder());
    of(head).or_else(|| tokens.clone().find_map(of))
}

/// Whether a noun only describes the next: "police officers".
fn is_modifier(words: &Words, at: usize) -> bool {
    words.relation(at) == Relation::Compound
        && words.head(at).is_some_and(|head| words.families(head).contains(&EventFamily::Actor))
}

/// A noun with its article, adjectives and the like, and the rest of its name.
fn noun_phrase(words: &Words, noun: usize) -> Range<usize> {
    use Relation::{Adjectival, Compound, Determiner, Flat, NominalPossessive, Numeric};
    let own = [Adjectival, Compound, Determiner, NominalPossessive, Numeric];
    let parts = words.dependents(noun).iter().copied();
    let before = parts.clone().filter(|&at| at < noun && own.contains(&words.relation(at)));
    let after = parts.filter(|&at| at > noun && words.relation(at) == Flat);
    before.map(|at| first_of(words, at)).min().unwrap_or(noun)..after.max().unwrap_or(noun) + 1
}

/// The first word of what hangs from a word.
fn first_of(words: &Words, at: usize) -> usize {
    words.dependents(at).iter().copied().filter(|&part| part < at).min().unwrap_or(at)
}
