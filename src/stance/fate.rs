//! What somebody wants to become of a matter: "asked that the dam be scrapped", "called for the troops to leave".
//!
//! The wish stands before the matter and what is wished after it, so the two compose: to ask that a thing be scrapped is to
//! be against it.

use super::hits::Hit;
use crate::attribution::Sense;
use crate::lexicon::{CueClass, Side, WordClass};

/// How many tokens may stand between a matter and what becomes of it.
const REACH: usize = 6;
/// What ends by itself, and what goes on.
const ENDS: [&str; 10] = ["leave", "go", "end", "stop", "cease", "withdraw", "depart", "disappear", "lapse", "expire"];
const GOES_ON: [&str; 7] = ["continue", "proceed", "remain", "stay", "stand", "begin", "start"];

/// The side of what the words after a matter want to become of it; `None` where they want nothing.
pub(super) fn fate(sense: &Sense, hit: &Hit) -> Option<Side> {
    let document = sense.document;
    let end = sense.sentence.end.min(hit.end + REACH);
    let wished =
        (hit.end..end).take_while(|&at| passes(sense, at)).find(|&at| document.is_one_of(at, &["be", "to"]))?;
    let done = if document.is(wished, "to") { wished + 1 } else { wished };
    if document.is(done, "be") {
        let verb = (done + 1..end).find(|&at| !sense.is(at, WordClass::Adverb))?;
        let side = sense.cue_at(verb).and_then(|cue| cue.entry(&[CueClass::Back]))?.side;
        return Some(if sense.is_negated(verb) || sense.is_negated(done) { turned(side) } else { side });
    }
    let side = if document.is_one_of(done, &ENDS) && !document.is(done + 1, "ahead") {
        Side::Against
    } else if document.is_one_of(done, &GOES_ON) || document.is(done + 1, "ahead") {
        Side::For
    } else {
        return None;
    };
    Some(if sense.is_negated(done) { turned(side) } else { side })
}

/// Whether a token may stand between a matter and its fate: no verb, no mark, nobody.
fn passes(sense: &Sense, at: usize) -> bool {
    let mark = sense.document.tokens[at].kind == crate::text::TokenKind::Mark;
    !mark && sense.cue_at(at).is_none() && !sense.document.is_one_of(at, &["and", "or", "who", "which", "that"])
}

fn turned(side: Side) -> Side {
    match side {
        Side::For => Side::Against,
        Side::Against => Side::For,
        side => side,
    }
}
