//! Where a sentence speaks of an issue: by a phrase, by part of its title, by its head noun, or by an anaphor.

use super::Stance;
use super::anaphora::{anaphors, heads};
use super::govern::is_turned;
use super::in_play::InPlay;
use super::terms::{IssueTerms, Origin, PhraseTerms};
use crate::attribution::Sense;
use crate::entities::EntityKind;
use crate::lexicon::{Form, WordClass};
use crate::text::{InOrder, TokenKind};

/// A place where a sentence speaks of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the issue in the codebook.
    pub(super) issue: usize,
    /// First token of the words.
    pub(super) first: usize,
    /// One past their last token.
    pub(super) end: usize,
    /// `Opposes` where the words stand for the other side.
    pub(super) side: Stance,
    /// How surely they mean the issue, in hundredths.
    pub(super) score: u32,
    /// Whether the words hold the verb of a title that is against something ("postpone the vote").
    pub(super) own: bool,
    /// Whether the issue is only pointed to ("it", "the plan").
    pub(super) anaphor: bool,
    /// The side of what points back to the words and the noun that governs them: "it" after "an end to the ban".
    pub(super) back: Stance,
}

/// Finds the issues a sentence speaks of. `terms` are its terms with their tokens, counted from the sentence's first.
pub(super) fn find(sense: &Sense, terms: &[(usize, u16)], issues: &IssueTerms, in_play: &InPlay) -> Vec<Hit> {
    let first = sense.sentence.first;
    let present: Vec<(usize, u16)> = terms.iter().map(|&(at, term)| (first + at, term)).collect();
    let mut hits = Vec::new();
    if !present.is_empty() {
        for phrase in issues.candidates(&present) {
            hits.extend(match_phrase(sense, &present, phrase, issues));
        }
    }
    let mut hits = choose(hits);
    for hit in &mut hits {
        // What ends the very thing that an issue wants ended is the issue itself.
        if hit.side == Stance::Opposes && is_turned(sense, hit) {
            hit.back = Stance::Supports;
        }
    }
    heads(sense, &present, issues, in_play, &mut hits);
    if in_play.is_live() || !hits.is_empty() {
        anaphors(sense, issues, in_play, &mut hits);
    }
    hits.order_by_key(|hit| (hit.first, hit.end, hit.issue));
    hits
}

/// In a title the words after the first preposition only narrow it down: "Stop the filling while talks last".
fn phrase_weight(phrase: &PhraseTerms, issues: &IssueTerms, term: u16) -> u32 {
    let tail =
        phrase.core >= 2 && phrase.terms.iter().position(|&other| other == term).is_some_and(|at| at >= phrase.core);
    if tail { issues.weight(term) / 3 + 1 } else { issues.weight(term) }
}

fn match_phrase(sense: &Sense, present: &[(usize, u16)], phrase: &PhraseTerms, issues: &IssueTerms) -> Option<Hit> {
    let total: u32 = phrase.terms.iter().map(|&term| phrase_weight(phrase, issues, term)).sum();
    let wanted: Vec<(usize, u16)> = present.iter().copied().filter(|(_, term)| phrase.terms.contains(term)).collect();
    let best = best_window(sense, &wanted, phrase, issues)?;
    let (first, last, got, count) = best;
    // A title whose very noun is missing is a weak find.
    let headless = phrase.origin.is_title()
        && phrase.core >= 2
        && phrase
            .terms
            .get(phrase.core - 1)
            .is_some_and(|&head| !wanted.iter().any(|&(at, term)| term == head && (first..=last).contains(&at)));
    let score = got * 100 / total.max(1) * if headless { 8 } else { 10 } / 10;
    let enough = if phrase.origin.is_title() {
        let unique = wanted.iter().any(|&(at, term)| {
            issues.spread[term as usize] == 1 && !issues.names[term as usize] && (first..=last).contains(&at)
        });
        let words =
            wanted.iter().filter(|&&(at, term)| (first..=last).contains(&at) && !issues.names[term as usize]).count();
        words >= 1
            && (count >= 3 && (score >= 60 || score >= 42 && unique)
                || count == 2 && score >= 60
                || phrase.origin == Origin::LoneTitle && words >= 2 && score >= 40)
    } else {
        count == phrase.terms.len()
    };
    let inside = |term: u16| wanted.iter().any(|&(at, other)| other == term && (first..=last).contains(&at));
    let literal = phrase.literal.as_ref().is_none_or(|words| stands(sense, words));
    if !enough || !literal || phrase.needs.is_some_and(|term| !inside(term)) {
        return None;
    }
    // A whole phrase counts by what it tells, so that the longer of two phrases wins.
    let strength = match phrase.origin {
        Origin::LoneTitle => score * total * 6 / 1000,
        Origin::Title => score * total * 8 / 1000,
        Origin::Pair | Origin::Part => total + 2,
        Origin::Phrase => total + 8,
    };
    Some(Hit {
        issue: phrase.issue,
        first,
        end: end_of(sense, last),
        side: phrase.side,
        score: strength,
        own: phrase.needs.is_some(),
        anaphor: false,
        back: phrase.side,
    })
}

/// Whether these very words stand in the sentence.
fn stands(sense: &Sense, words: &[u64]) -> bool {
    let tokens = &sense.document.tokens[sense.sentence.first..sense.sentence.end];
    tokens.windows(words.len()).any(|run| run.iter().zip(words).all(|(token, word)| token.lower == *word))
}

/// A hit ends with the name or word its last term stands in.
fn end_of(sense: &Sense, last: usize) -> usize {
    sense
        .cast
        .at(last)
        .filter(|(_, placed)| placed.first == last)
        .map_or(last + 1, |(_, placed)| placed.end.min(sense.sentence.end))
}

/// The stretch that holds most of the phrase: first and last token, weight and number of terms.
fn best_window(
    sense: &Sense,
    wanted: &[(usize, u16)],
    phrase: &PhraseTerms,
    issues: &IssueTerms,
) -> Option<(usize, usize, u32, usize)> {
    let reach = if phrase.origin.is_title() { 12 + phrase.terms.len() } else { 4 + 2 * phrase.terms.len() };
    let mut best: Option<(usize, usize, u32, usize)> = None;
    for (index, &(first, _)) in wanted.iter().enumerate() {
        let (mut seen, mut got, mut last) = (Vec::new(), 0, first);
        for &(at, term) in &wanted[index..] {
            let verb = !phrase.origin.is_title() && (first..=at).any(|at| is_finite(sense, at));
            let loose = phrase.linked && seen.len() == 1 && at > first && !is_linked(sense, first, at);
            if loose {
                continue;
            }
            let far = verb || at - first > reach || sense.clause_start(at) > first;
            if far || !phrase.origin.is_title() && passes_person(sense, first, at) {
                break;
            }
            if !seen.contains(&term) {
                seen.push(term);
                got += phrase_weight(phrase, issues, term);
                last = at;
            }
        }
        let better =
            best.is_none_or(|(start, end, weight, _)| got > weight || got == weight && last - first < end - start);
        if better {
            best = Some((first, last, got, seen.len()));
        }
    }
    best
}

/// Whether two words of a phrase such as "aimed at Russia" hang together: side by side, or by a preposition.
fn is_linked(sense: &Sense, first: usize, second: usize) -> bool {
    let preposition = (second.saturating_sub(3).max(first + 1)..second).any(|at| {
        sense.is(at, WordClass::Preposition)
            && (at + 1..second).all(|between| {
                sense.is(between, WordClass::Determiner)
                    || !sense.is_small(between) && sense.document.tokens[between].kind != TokenKind::Mark
            })
    });
    second - first <= 2 || preposition
}

/// Whether another person stands between a name and a word: "Putin's offer" does not go on past Bush.
fn passes_person(sense: &Sense, first: usize, last: usize) -> bool {
    let name = |at: usize| sense.cast.at(at).map(|(index, _)| index);
    let own = [name(first), name(last)];
    let is_other = |at: usize| {
        let found = sense.cast.at(at).filter(|(_, placed)| placed.mention.kind == EntityKind::Person);
        found.is_some_and(|(index, _)| !own.contains(&Some(index)))
    };
    own[0].is_some() && (first + 1..last).any(is_other)
}

/// Whether a finite verb or auxiliary stands here: a noun phrase does not go on past it.
fn is_finite(sense: &Sense, at: usize) -> bool {
    let auxiliary = sense.document.is_one_of(
        at,
        &[
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "may", "must", "should",
            "said",
        ],
    );
    let cue = sense.cue_at(at).is_some_and(|cue| {
        cue.entries.iter().all(|entry| matches!(entry.form, Form::Third | Form::Past)) && !sense.is_passive(cue)
    });
    let subject_before = at > sense.sentence.first
        && (sense.cast.at(at - 1).is_some_and(|(_, placed)| placed.acts())
            || sense.is(at - 1, WordClass::Auxiliary)
            || sense.is(at - 1, WordClass::Pronoun)
            || sense.is(at - 1, WordClass::Adverb));
    auxiliary || cue && subject_before
}

/// Of hits that share words the strongest stays; a much weaker one of another issue goes.
fn choose(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.order_by_key(|hit| (std::cmp::Reverse(hit.score), hit.first, hit.issue));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        let same = kept.iter().any(|other| other.issue == hit.issue && other.first < hit.end && hit.first < other.end);
        let shadowed = kept.iter().any(|other| {
            other.first < hit.end
                && hit.first < other.end
                && (other.score * 10 > hit.score * 12 || other.issue == hit.issue)
        });
        if !same && !shadowed {
            kept.push(hit);
        }
    }
    kept
}
