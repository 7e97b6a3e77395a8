//! Words that point back to an issue: its head noun with an article, "the plan", "it".

use super::hits::Hit;
use super::in_play::InPlay;
use super::terms::{IssueTerms, PhraseTerms};
use super::{IssueKind, Stance};
use crate::attribution::Sense;
use crate::entities::EntityKind;
use crate::lexicon::{CueClass, WordClass, WordList};
use crate::text::Code;

/// "the corridor": the head noun of a phrase, with an article that points back.
pub(super) fn heads(
    sense: &Sense,
    present: &[(usize, u16)],
    issues: &IssueTerms,
    in_play: &InPlay,
    hits: &mut Vec<Hit>,
) {
    for &(at, term) in present {
        let pointed = is_pointed(sense, at);
        let taken = hits.iter().any(|hit| hit.first <= at && at < hit.end);
        let person = sense.cast.at(at).is_some_and(|(_, placed)| placed.mention.kind == EntityKind::Person);
        if !pointed || taken || person || sense.document.is_in(at, WordList::Vague) || issues.names[term as usize] {
            continue;
        }
        let owners: Vec<&PhraseTerms> = issues.headed_by(term).collect();
        // A head noun that nothing in the text has given a meaning yet ("the vote") may be any.
        let recent = recent_owner(&owners, present, issues, in_play);
        if let Some(phrase) = recent {
            hits.push(Hit {
                issue: phrase.issue,
                first: at,
                end: at + 1,
                side: phrase.side,
                score: 8,
                own: false,
                anaphor: true,
                back: phrase.side,
            });
        }
    }
}

/// Whether an article or pronoun that points back stands before a noun; a nationality or adjective may stand between.
fn is_pointed(sense: &Sense, noun: usize) -> bool {
    let mut at = noun;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= sense.sentence.first) else { return false };
        if sense.document.is_one_of(before, &["the", "this", "that", "its", "such", "any"]) {
            return true;
        }
        let nationality = sense.cast.at(before).is_some_and(|(_, placed)| placed.mention.kind == EntityKind::Country);
        let adjective = !sense.is_small(before) && sense.cast.at(before).is_none() && sense.cue_at(before).is_none();
        if !(nationality || adjective || sense.is(before, WordClass::Adverb)) {
            return false;
        }
        at = before;
    }
    false
}

/// Of the issues in play that share a head noun, the one whose other words stand in the sentence, else the latest.
fn recent_owner<'a>(
    owners: &[&'a PhraseTerms],
    present: &[(usize, u16)],
    issues: &IssueTerms,
    in_play: &InPlay,
) -> Option<&'a PhraseTerms> {
    let told = |issue: usize| {
        let terms = issues
            .phrases
            .iter()
            .filter(|phrase| phrase.issue == issue && phrase.origin.is_title())
            .flat_map(|phrase| &phrase.terms);
        terms.filter(|term| present.iter().any(|(_, other)| other == *term)).count()
    };
    let recent = in_play.issues.iter().enumerate().filter_map(|(age, (issue, _))| {
        owners.iter().find(|phrase| phrase.issue == *issue).map(|phrase| (age, *phrase))
    });
    recent.max_by_key(|(age, phrase)| (told(phrase.issue), *age)).map(|(_, phrase)| phrase)
}

/// "the plan", "this offer", "it": the issue in play, where the sentence names none nearby.
pub(super) fn anaphors(sense: &Sense, issues: &IssueTerms, in_play: &InPlay, hits: &mut Vec<Hit>) {
    let (first, end) = (sense.sentence.first, sense.sentence.end);
    for at in first..end {
        let points =
            sense.document.is_in(at, WordList::Pointer) || sense.document.is_one_of(at, &["it", "this", "that"]);
        if !points || hits.iter().any(|hit| hit.first <= at && at < hit.end) {
            continue;
        }
        let owner = owner_of(sense, at);
        let definite = owner.is_some()
            || at > first
                && sense.document.is_one_of(
                    at - 1,
                    &["the", "this", "that", "such", "these", "those", "any", "'s", "’s", "his", "its", "their"],
                );
        let described = at > first + 1
            && sense.cue_at(at - 2).is_some()
            && sense.document.is_one_of(at - 1, &["a", "an"])
            && sense.document.is_one_of(at + 1, &["that", "which"]);
        let noun = (definite || described) && sense.document.is_in(at, WordList::Pointer);
        let said = sense.cue_at(at.wrapping_sub(1)).is_some_and(|cue| cue.entry(&[CueClass::Say]).is_some())
            && sense.document.word(at + 1) == ",";
        let that = !said && sense.document.word(at) == "That"
            || !said && sense.document.is(at, "that") && ends_clause(sense, at + 1);
        let it =
            sense.document.is_one_of(at, &["it", "this"]) && (sense.is_verbal(at + 1) || ends_clause(sense, at + 1));
        let pronoun = (it || that) && !is_expletive(sense, at) && !sense.document.is(at + 1, "that");
        if !noun && !pronoun {
            continue;
        }
        let named_after =
            noun && leads_on(sense, at) && hits.iter().any(|hit| !hit.anaphor && hit.first > at && hit.first <= at + 8);
        let side_clause =
            pronoun && sense.document.is_one_of(sense.clause_start(at), &["where", "which", "who", "whose"]);
        if named_after || side_clause {
            continue;
        }
        if let Some(issue) = owner.filter(|_| noun).and_then(|owner| in_play.wanted_by(owner)) {
            hits.push(Hit {
                issue,
                first: at,
                end: at + 1,
                side: Stance::Supports,
                score: 7,
                own: false,
                anaphor: true,
                back: Stance::Supports,
            });
            continue;
        }
        let earlier = hits
            .iter()
            .filter(|hit| hit.end <= at && !hit.anaphor)
            .max_by_key(|hit| hit.end)
            .map(|hit| (hit.issue, hit.back));
        let told = noun && sense.document.is_in(at, WordList::ClaimPointer) || that;
        // "the plan" is something to be done, "the charge" something said; "it" is either.
        let kind = match (told, noun) {
            (true, _) => Some(IssueKind::Claim),
            (false, true) => Some(IssueKind::Policy),
            (false, false) => None,
        };
        let latest = kind.map_or_else(|| in_play.latest(), |kind| in_play.latest_of(issues, kind));
        let fits = |(issue, _): &(usize, Stance)| kind.is_none_or(|kind| issues.kinds[*issue] == kind);
        if let Some((issue, side)) = earlier.filter(fits).or(latest) {
            let score = if noun { 5 } else { 3 };
            hits.push(Hit { issue, first: at, end: at + 1, side, score, own: false, anaphor: true, back: side });
        }
    }
}

/// Whose plan it is: "the Peruvian plan", "Lima's proposal", "his offer" is left to what is in play.
fn owner_of(sense: &Sense, noun: usize) -> Option<Code> {
    let mut at = noun;
    for _ in 0..2 {
        let before = at.checked_sub(1).filter(|&before| before >= sense.sentence.first)?;
        let possessive = sense.document.is_one_of(before, &["'s", "’s", "'", "’"]);
        let adjective = sense.cast.at(before).is_none()
            && !sense.is_small(before)
            && sense.document.word(before).chars().all(char::is_lowercase);
        if possessive || adjective {
            at = before;
        }
    }
    let before = at.checked_sub(1).filter(|&before| before >= sense.sentence.first)?;
    sense
        .cast
        .at(before)
        .filter(|(_, placed)| placed.end == at && placed.mention.kind != EntityKind::Place)
        .and_then(|(_, placed)| placed.mention.country)
}

/// "the plan to build ...", "a proposal for ...": the noun is named by what follows.
fn leads_on(sense: &Sense, noun: usize) -> bool {
    sense.document.is_one_of(
        noun + 1,
        &["to", "of", "for", "on", "granting", "calling", "giving", "allowing", "making", "imposing"],
    )
}

/// "called it absurd to think": the pronoun only keeps the place of what follows.
fn is_expletive(sense: &Sense, at: usize) -> bool {
    let judged =
        sense.cues.iter().find(|cue| cue.first > at && cue.first <= at + 5 && cue.entry(&[CueClass::Rate]).is_some());
    judged.is_some_and(|cue| (cue.end..cue.end + 8).any(|next| sense.document.is_one_of(next, &["to", "that", "if"])))
}

fn ends_clause(sense: &Sense, at: usize) -> bool {
    at >= sense.sentence.end
        || matches!(sense.document.word(at), "," | "." | ";" | "\"" | "”")
        || sense.is(at, WordClass::Conjunction)
}
