//! What somebody wants to become of a matter: "asked that the dam be scrapped", "called for the troops to leave".
//!
//! The wish stands before the matter and what is wished after it, so the two compose: to ask that a thing be scrapped is to
//! be against it.

use super::govern::noun_end;
use super::hits::Hit;
use crate::attribution::{CueAt, Sense};
use crate::lexicon::{CueClass, Form, Side, WordClass, WordList};
use crate::text::TokenKind;

/// How many tokens may stand between a matter and what becomes of it.
const REACH: usize = 6;
/// What ends by itself, and what goes on.
const ENDS: [&str; 10] = ["leave", "go", "end", "stop", "cease", "withdraw", "depart", "disappear", "lapse", "expire"];
const GOES_ON: [&str; 7] = ["continue", "proceed", "remain", "stay", "stand", "begin", "start"];

/// What is wanted done with a matter right after it: "wants the dam scrapped".
const WISHES: [&str; 8] = ["want", "wants", "wanted", "wanting", "like", "see", "have", "get"];
/// What lays a duty on a matter or gives it leave.
const DUTIES: [&str; 12] =
    ["should", "must", "ought", "shall", "has", "have", "had", "needs", "need", "can", "could", "may"];
/// What foretells it, which of a matter in dispute is a decision.
const WILLS: [&str; 3] = ["will", "would", "'ll"];

/// The side of what the words after a matter want to become of it, after a cue that wants something; `None` where they want
/// nothing.
pub(super) fn fate(sense: &Sense, hit: &Hit, wish: &CueAt) -> Option<Side> {
    let document = sense.document;
    let from = noun_end(sense, hit);
    let end = sense.sentence.end.min(from + REACH);
    let Some(wished) =
        (from..end).take_while(|&at| passes(sense, at)).find(|&at| document.is_one_of(at, &["be", "to"]))
    else {
        let plain = document.is_one_of(wish.end - 1, &WISHES);
        return plain.then(|| done(sense, from, end)).flatten();
    };
    let done = if document.is(wished, "to") { wished + 1 } else { wished };
    if document.is(done, "be") {
        let verb = (done + 1..end).find(|&at| !sense.is(at, WordClass::Adverb))?;
        let side = sense.cue_at(verb).and_then(|cue| cue.entry(&[CueClass::Back]))?.side;
        return Some(if sense.is_negated(verb) || sense.is_negated(done) { turned(side) } else { side });
    }
    course(sense, done)
}

/// The side of what a matter must or may become: "the dam must go", "the talks should not continue".
pub(super) fn due(sense: &Sense, hit: &Hit) -> Option<Side> {
    let document = sense.document;
    let from = noun_end(sense, hit);
    let end = sense.sentence.end.min(from + REACH);
    let is_modal = |at: usize| document.is_one_of(at, &DUTIES) || document.is_one_of(at, &WILLS);
    let modal = (from..end).take_while(|&at| passes(sense, at) || is_modal(at)).find(|&at| is_modal(at))?;
    let small =
        |at: usize| document.is(at, "to") || sense.is(at, WordClass::Adverb) || document.is_in(at, WordList::Negation);
    let verb = (modal + 1..end).find(|&at| !small(at))?;
    let foretold = document.is_one_of(modal, &WILLS) && !document.is_one_of(verb, &GOES_ON);
    if foretold { None } else { course(sense, verb) }
}

/// "dropped" of "wants the dam dropped".
fn done(sense: &Sense, from: usize, end: usize) -> Option<Side> {
    let mut verbs = (from..end).take_while(|&at| passes(sense, at) || sense.cue_at(at).is_some());
    let cue = verbs.find_map(|at| sense.cue_at(at))?;
    let entry = cue.entry(&[CueClass::Back]).filter(|entry| entry.form == Form::Past)?;
    Some(if sense.is_negated(cue.first) { turned(entry.side) } else { entry.side })
}

/// Whether what a matter is to do ends it or keeps it.
fn course(sense: &Sense, done: usize) -> Option<Side> {
    let document = sense.document;
    let on = document.is(done, "go") && document.is_one_of(done + 1, &["ahead", "on", "forward", "through"]);
    // "could stop the missiles" ends something else.
    let alone = sense.sentence.end <= done + 1
        || document.tokens[done + 1].kind != TokenKind::Word
        || sense.is(done + 1, WordClass::Preposition)
        || sense.is(done + 1, WordClass::Adverb)
        || document.is_one_of(done + 1, &["and", "or", "but", "now", "soon", "today"]);
    let side = if document.is_one_of(done, &ENDS) && alone && !on {
        Side::Against
    } else if document.is_one_of(done, &GOES_ON) || on {
        Side::For
    } else {
        return None;
    };
    Some(if sense.is_negated(done) { turned(side) } else { side })
}

/// Whether a token may stand between a matter and its fate: no verb, no mark, nobody.
fn passes(sense: &Sense, at: usize) -> bool {
    let mark = sense.document.tokens[at].kind == TokenKind::Mark;
    !mark && sense.cue_at(at).is_none() && !sense.document.is_one_of(at, &["and", "or", "who", "which", "that"])
}

fn turned(side: Side) -> Side {
    match side {
        Side::For => Side::Against,
        Side::Against => Side::For,
        side => side,
    }
}
