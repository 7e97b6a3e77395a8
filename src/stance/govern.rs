//! Which cues govern a stretch of a sentence from its left, and how they turn it.
//!
//! Polarity composes along the way out, as in Choi and Cardie (2008): "criticised the delay of the vote" is against
//! against the vote, so for it.

use super::climb::governors_by_parse;
use super::hits::Hit;
use crate::attribution::{CueAt, Discourse, Sense};
use crate::lexicon::{Cue, CueClass, CueMode, Form, Side};

/// A cue that governs a hit.
#[derive(Clone, Debug)]
pub(super) struct Governor<'a> {
    pub(super) at: &'a CueAt,
    pub(super) entry: Cue,
    pub(super) negated: bool,
}

impl Governor<'_> {
    /// The side after its own negation.
    pub(super) fn side(&self) -> Side {
        match (self.entry.side, self.negated) {
            (Side::For, true) => Side::Against,
            (Side::Against, true) => Side::For,
            (side, _) => side,
        }
    }

    /// Whether it is the verb of its clause, beyond which nothing governs.
    pub(super) fn is_finite(&self, sense: &Sense) -> bool {
        let before = self.at.first.wrapping_sub(1);
        let progressive = self.entry.form == Form::Gerund
            && sense
                .document
                .is_one_of(before, &["is", "are", "was", "were", "been", "be", "also", "now", "still", "currently"]);
        let finite =
            matches!(self.entry.form, Form::Base | Form::Third | Form::Past) && !sense.document.is(before, "to");
        let wished = self.entry.form == Form::Base && sense.is_subjunctive(self.at.first);
        (finite && !wished || progressive) && self.entry.class != CueClass::Ought
    }
}

/// The farthest a cue governs, in tokens.
const REACH: usize = 20;

/// The cues that govern the tokens from `hit`, nearest first, none before `from`.
pub(super) fn governors<'a>(sense: &'a Sense, found: &Hit, from: usize) -> Vec<Governor<'a>> {
    let hit = (found.first, found.end);
    if let Some(own) = own_verb(sense, hit, found.own).or_else(|| own_noun(sense, hit)) {
        return vec![own];
    }
    let mut found: Vec<Governor> = Vec::new();
    let mut inner = hit.0;
    let mut at = hit.0;
    while at > from {
        at -= 1;
        if inner - at > REACH {
            break;
        }
        let cue = sense.cue_at(at).filter(|cue| cue.end == at + 1);
        if let Some(governor) = cue.and_then(|cue| governor(sense, cue, inner)) {
            let finite = governor.is_finite(sense);
            inner = governor.at.first;
            at = inner;
            found.push(governor);
            if finite {
                break;
            }
            continue;
        }
        if stops(sense, at, inner, hit.0) {
            break;
        }
    }
    if found.is_empty() {
        return governors_by_parse(sense, hit, from);
    }
    found
}

/// The verb inside the words of an issue itself: "Peru postponed the vote" where the issue is to postpone the vote.
/// Its subject is for the issue, whichever way the verb turns.
fn own_verb<'a>(sense: &'a Sense, hit: (usize, usize), own: bool) -> Option<Governor<'a>> {
    let inside = |cue: &&CueAt| hit.0 <= cue.first && cue.end < hit.1;
    let finite = |entry: &Cue| entry.class == CueClass::Back && matches!(entry.form, Form::Third | Form::Past);
    let cue = sense.cues.iter().filter(inside).find(|cue| cue.entries.iter().any(finite) && !sense.is_passive(cue))?;
    let entry = cue.entries.iter().copied().find(finite)?;
    sense.adjacent_subject(cue, sense.sentence.first, &Discourse::default(), None).map(|_| Governor {
        at: cue,
        entry: Cue { side: if own { Side::For } else { entry.side }, ..entry },
        negated: sense.is_negated(cue.first),
    })
}

/// "made a surprise offer": a noun of doing inside the words of the issue, with the verb that does it.
fn own_noun<'a>(sense: &'a Sense, hit: (usize, usize)) -> Option<Governor<'a>> {
    let inside = |cue: &&CueAt| hit.0 <= cue.first && cue.end <= hit.1;
    let done = |cue: &&CueAt| {
        (cue.first.saturating_sub(4).max(sense.sentence.first)..cue.first).any(|at| {
            sense.document.is_one_of(
                at,
                &[
                    "make",
                    "makes",
                    "made",
                    "making",
                    "renew",
                    "renewed",
                    "repeat",
                    "repeated",
                    "submit",
                    "submitted",
                    "countered",
                    "responded",
                ],
            )
        })
    };
    let noun = |entry: &Cue| entry.class == CueClass::Noun && entry.side == Side::For;
    let cue = sense.cues.iter().filter(inside).find(|cue| cue.entries.iter().any(noun) && done(cue))?;
    let entry = cue.entries.iter().copied().find(noun)?;
    Some(Governor { at: cue, entry: Cue { mode: CueMode::Act, ..entry }, negated: sense.is_negated(cue.first) })
}

pub(super) fn governor<'a>(sense: &'a Sense, cue: &'a CueAt, inner: usize) -> Option<Governor<'a>> {
    let after = cue.end
        + usize::from(
            sense.document.tokens.get(cue.end).is_some_and(|token| token.kind == crate::text::TokenKind::Quote),
        );
    let rated = cue.entry(&[CueClass::Rate]).is_some() && sense.document.is_one_of(after, &["is", "was", "would"]);
    let after = after + usize::from(rated) + usize::from(rated && sense.document.is(after + 1, "be"));
    let next = |words: &[&str]| sense.document.is_one_of(after, words);
    let verb = [CueClass::Back, CueClass::Ought, CueClass::Attitude];
    let noun_next = ["of", "to", "for", "on", "in", "against", "over", "about", "from", "that", "with", "by"];
    let entry = cue.entry(&verb).or_else(|| {
        let noun = cue.entry(&[CueClass::Noun]).filter(|_| next(&noun_next) || cue.end >= inner);
        noun.or_else(|| cue.entry(&[CueClass::Rate]).filter(|_| next(&["to", "that", "for", "of"]) && cue.end < inner))
    });
    let entry = entry
        .or_else(|| cue.entry(&[CueClass::Say]).filter(|cue| matches!(cue.side, Side::Against | Side::Warning)))?;
    let negated = sense.is_negated(cue.first);
    // "no need to fuss about the plan": what an unknown verb does to the plan is unknown.
    let infinitive = sense.document.is(cue.end - 1, "to");
    let turned = matches!(entry.side, Side::Against) != negated;
    if infinitive && turned && cue.end < inner && sense.cue_at(cue.end).is_none() && !sense.is_small(cue.end) {
        return None;
    }
    Some(Governor { at: cue, entry, negated })
}

/// Whether a preposition only tells what something is about, or when: it hands no side on.
pub(super) fn is_about(sense: &Sense, at: usize) -> bool {
    sense.document.is_one_of(at, &["over", "about", "amid", "despite", "during", "concerning", "regarding"])
}

/// Whether nothing to the left of a token can govern what is right of it.
fn stops(sense: &Sense, at: usize, inner: usize, hit: usize) -> bool {
    let document = sense.document;
    let agent = document.is(at, "by")
        && sense.cue_at(at.wrapping_sub(1)).is_none_or(|cue| cue.entry(&[CueClass::Noun]).is_none());
    let about = is_about(sense, at) && sense.cue_at(at.wrapping_sub(1)).is_none();
    let part = document.is(at, "part") && document.is(at.wrapping_sub(1), "as");
    let quotation = document.tokens[at].kind == crate::text::TokenKind::Quote
        && document.quote_at(at.wrapping_sub(1)).is_some_and(|quote| quote.end == at && quote.end - quote.first > 6);
    if agent || about || part || quotation {
        return true;
    }
    if document.is_one_of(
        at,
        &[
            "if", "unless", "because", "although", "though", "while", "whereas", "who", "which", "when", "where",
            "whether", "but", ";", ":",
        ],
    ) {
        return true;
    }
    if document.is(at, "that") {
        let opens = sense.clause_start(hit) == at || sense.clause_start(inner) == at;
        // "a resolution that would impose ...": what governs the noun governs what it would do.
        let relative = document.is_one_of(
            at + 1,
            &[
                "would", "will", "could", "includes", "include", "imposes", "creates", "provides", "allows", "lets",
                "calls",
            ],
        );
        let carries = |cue: &CueAt| {
            cue.entry(&[CueClass::Back, CueClass::Attitude, CueClass::Noun, CueClass::Rate, CueClass::Ought]).is_some()
        };
        let after_cue =
            (1..=3).any(|back| at >= back + sense.sentence.first && sense.cue_at(at - back).is_some_and(carries));
        return opens && !relative && !after_cue;
    }
    // "... and are pushing for it": what stands before "and" governs nothing after it.
    if document.is_one_of(at, &["and", "or"]) && sense.is_verbal(at + 1) && at + 1 < inner + 2 {
        return true;
    }
    let clause_begins = sense.clause_start(hit) == at && at > sense.sentence.first;
    if clause_begins
        && (document.word(at) == "," || document.is_one_of(at, &["and", "or", "he", "she", "they", "it", "we"]))
    {
        return true;
    }
    // An auxiliary between a cue and what it would govern is the verb of a clause of its own.
    let auxiliary = document.is_one_of(
        at,
        &[
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "'s",
            "’s",
        ],
    );
    auxiliary && inner != hit && document.tokens[at].kind == crate::text::TokenKind::Word && inner > at + 3
}
