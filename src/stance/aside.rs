//! Whether an issue's words are there only to tell which debate, dinner or critic is meant.
//!
//! "Lima welcomed guests to the corridor talks" is about guests. Misses: nouns that `lexicon/lists.txt` lacks.

use super::hits::Hit;
use crate::attribution::{CueAt, Sense, looks_like_adjective};
use crate::lexicon::{CueClass, WordClass, WordList};
use crate::text::TokenKind;

/// Whether the hit only modifies a noun for what goes on around the matter, or tells where and when.
pub(super) fn is_aside(sense: &Sense, hit: &Hit) -> bool {
    !hit.anaphor && (modifies(sense, hit.end) || narrows(sense, hit.first))
}

/// "the tariff debate", "the ban's critics": the noun stands after the hit.
fn modifies(sense: &Sense, end: usize) -> bool {
    let owned = sense.document.is_one_of(end, &["'s", "’s", "'", "’"]);
    let noun = end + usize::from(owned);
    noun < sense.sentence.end
        && sense.document.is_in(noun, WordList::Around)
        && !sense.cue_at(noun).is_some_and(CueAt::is_verb)
}

/// "critics of the ban", "the news of the radar", "beside the road": what governs the hit stands before it.
fn narrows(sense: &Sense, first: usize) -> bool {
    let mut at = first;
    while at > sense.sentence.first && (sense.is(at - 1, WordClass::Determiner) || is_adjective(sense, at - 1)) {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1).filter(|&before| before > sense.sentence.first) else { return false };
    let cue = sense.cue_at(before).is_some();
    // "before the Council" is no time, and "after Lima decided" no preposition.
    let named = sense.cast.at(first).is_some() || sense.document.tokens[first].is_capitalised();
    if !cue && !named && sense.document.is_in(before, WordList::Setter) && !sense.is_subject_start(before + 1) {
        return true;
    }
    let links = sense.document.is_one_of(before, &["of", "on", "over", "about", "for", "at", "in", "to", "from"]);
    links && !cue && is_around(sense, before - 1)
}

/// Whether a token is a noun for what goes on around a matter, and neither verb nor cue: "opposition to" has a side.
fn is_around(sense: &Sense, at: usize) -> bool {
    let carries = |cue: &CueAt| cue.is_verb() || cue.entry(&[CueClass::Noun]).is_some();
    sense.document.is_in(at, WordList::Around) && !sense.cue_at(at).is_some_and(carries)
}

fn is_adjective(sense: &Sense, at: usize) -> bool {
    sense.document.tokens[at].kind == TokenKind::Word
        && !sense.is_small(at)
        && sense.cue_at(at).is_none()
        && sense.cast.at(at).is_none()
        && looks_like_adjective(sense.document.word(at))
}
