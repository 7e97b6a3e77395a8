//! Which cues govern a stretch of a sentence from its left, and how they turn it.
//!
//! Polarity composes along the way out, as in Choi and Cardie (2008): "criticised the delay of the vote" is against
//! against the vote, so for it.

use super::climb::governors_by_parse;
use super::hits::Hit;
use crate::attribution::{CueAt, Discourse, Sense};
use crate::lexicon::{Cue, CueClass, CueMode, Form, Side, WordClass, WordList};
use crate::syntax::Class;

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
    let mut found: Vec<Governor> = compound(sense, hit).into_iter().collect();
    let alone = found.len();
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
    if found.len() == alone {
        found.extend(governors_by_parse(sense, hit, from));
    }
    found
}

/// "the mining ban": a noun right after the words of a matter governs them as if "of" or "on" stood between.
fn compound<'a>(sense: &'a Sense, hit: (usize, usize)) -> Option<Governor<'a>> {
    let cue = sense.cue_at(hit.1).filter(|cue| cue.first == hit.1 && cue.end == hit.1 + 1)?;
    let entry = cue.entry(&[CueClass::Noun])?;
    let noun = match sense.class(cue.first) {
        Some(class) => class == Class::Noun && sense.head(hit.1 - 1) == Some(cue.first),
        None => !sense.is(cue.end, WordClass::Determiner) && sense.cast.at(cue.end).is_none(),
    };
    noun.then(|| Governor { at: cue, entry: Cue { form: Form::None, ..entry }, negated: sense.is_negated(hit.0) })
}

/// The verb inside the words of an issue itself: "Peru postponed the vote" where the issue is to postpone the vote.
/// Its subject is for the issue, whichever way the verb turns.
fn own_verb<'a>(sense: &'a Sense, hit: (usize, usize), own: bool) -> Option<Governor<'a>> {
    let inside = |cue: &&CueAt| hit.0 <= cue.first && cue.end < hit.1;
    let finite = |cue: &CueAt, entry: &Cue| {
        let form = match entry.form {
            Form::Third | Form::Past => true,
            Form::Base => cue.first == hit.0 && after_modal(sense, cue.first),
            Form::Gerund | Form::None => false,
        };
        entry.class == CueClass::Back && form
    };
    let is_own = |cue: &&CueAt| cue.entries.iter().any(|entry| finite(cue, entry)) && !sense.is_passive(cue);
    let cue = sense.cues.iter().filter(inside).find(is_own)?;
    let entry = cue.entries.iter().copied().find(|entry| finite(cue, entry))?;
    sense.adjacent_subject(cue, sense.sentence.first, &Discourse::default(), None).map(|_| Governor {
        at: cue,
        // The first word of a hit is a word of the issue's: what it does is what the issue asks for.
        entry: Cue { side: if own || cue.first == hit.0 { Side::For } else { entry.side }, ..entry },
        negated: sense.is_negated(cue.first),
    })
}

/// Whether a modal stands before a verb: "would not recognise".
fn after_modal(sense: &Sense, verb: usize) -> bool {
    let small = |at: usize| sense.is(at, WordClass::Adverb) || sense.document.is_in(at, WordList::Negation);
    let before = (sense.sentence.first..verb).rev().find(|&at| !small(at));
    before.is_some_and(|at| {
        sense.document.is_one_of(at, &["will", "would", "shall", "'ll", "’ll", "wo", "can", "could", "may", "might"])
    })
}

/// Whether the noun phrase that a matter's words stand in is against them: "an end to the ban", "the mining ban".
pub(super) fn is_turned(sense: &Sense, hit: &Hit) -> bool {
    let small = |at: usize| sense.is(at, WordClass::Preposition) || sense.is(at, WordClass::Determiner);
    let from = hit.first.saturating_sub(4).max(sense.sentence.first);
    let before = (from..hit.first).rev().find(|&at| !small(at) || sense.cue_at(at).is_some());
    let noun = before.and_then(|at| sense.cue_at(at)).and_then(|cue| governor(sense, cue, hit.first));
    let noun = noun.or_else(|| compound(sense, (hit.first, hit.end)));
    noun.is_some_and(|noun| noun.entry.class == CueClass::Noun && matches!(noun.side(), Side::Against | Side::Partly))
}

/// Where the noun that a matter's words are joined to ends: "the mining ban".
pub(super) fn noun_end(sense: &Sense, hit: &Hit) -> usize {
    compound(sense, (hit.first, hit.end)).map_or(hit.end, |noun| noun.at.end)
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
    let entry =
        if is_nominal(sense, cue, entry) { Cue { class: CueClass::Noun, form: Form::None, ..entry } } else { entry };
    let negated = sense.is_negated(cue.first);
    // "no need to fuss about the plan": what an unknown verb does to the plan is unknown.
    let infinitive = sense.document.is(cue.end - 1, "to");
    let turned = matches!(entry.side, Side::Against) != negated;
    if infinitive && turned && cue.end < inner && sense.cue_at(cue.end).is_none() && !sense.is_small(cue.end) {
        return None;
    }
    Some(Governor { at: cue, entry, negated })
}

/// Whether a verb's form is a noun here: "rejected calls for a ban", "against a plan to build it".
fn is_nominal(sense: &Sense, cue: &CueAt, entry: Cue) -> bool {
    if entry.class != CueClass::Back || !matches!(entry.form, Form::Base | Form::Third | Form::Gerund) {
        return false;
    }
    if entry.form == Form::Gerund {
        return sense.document.is(cue.end, "of") && sense.is(cue.first.wrapping_sub(1), WordClass::Determiner);
    }
    let before = cue.first.wrapping_sub(1);
    let determined = sense.is(before, WordClass::Determiner)
        && !sense.is(before, WordClass::Pronoun)
        && !sense.document.is_one_of(before, &["that", "this", "all", "both", "her"]);
    let object = sense.cue_at(before).is_some_and(|verb| {
        let finite = |entry: &Cue| entry.class == CueClass::Back && matches!(entry.form, Form::Third | Form::Past);
        verb.end == cue.first && verb.entries.iter().any(finite)
    });
    determined || object || sense.class(cue.first) == Some(Class::Noun)
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
