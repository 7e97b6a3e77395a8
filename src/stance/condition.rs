//! Conditions and times: "if", "unless", "had once".

use crate::attribution::Sense;
use crate::lexicon::WordList;
use crate::text::TokenKind;

/// A condition on what a stretch says: first and one past last token.
pub(super) fn condition(sense: &Sense, first: usize, end: usize, hit: (usize, usize)) -> Option<(usize, usize)> {
    if let Some(close) = inverted(sense, first, end).filter(|close| hit.0 >= *close) {
        return Some((first, close));
    }
    let openers = sense.condition_openers();
    let from = openers.partition_point(|(at, _)| *at < first);
    for &(at, opener) in openers[from..].iter().take_while(|(at, _)| *at < end) {
        if matches!(opener[0], "as") && opener.len() == 3 && opener[1] == "part" {
            continue;
        }
        let even =
            at > first && sense.document.is_one_of(at - 1, &["even", "as", "what", "asked", "know", "see", "decide"]);
        let close = condition_end(sense, at + opener.len(), end);
        let inside = at <= hit.0 && hit.0 < close;
        if even || inside {
            continue;
        }
        let consent = (at..close).any(|token| sense.document.is_in(token, WordList::Consent));
        let weak = matches!(opener[0], "without" | "except" | "once");
        let dated = (at + 1..sense.sentence.end.min(at + 5)).any(|token| {
            sense.document.tokens[token].kind == TokenKind::Number
                || sense.document.is_one_of(token, &["spring", "summer", "autumn", "winter", "now", "recently", "then"])
        });
        let until = opener[0] == "until" && (dated || !negative_before(sense, first, at));
        if weak && !consent || until {
            continue;
        }
        return Some((at, close));
    }
    None
}

/// "Should the talks fail, ..." and "Were it accepted, ...": one past the condition's last token.
fn inverted(sense: &Sense, first: usize, end: usize) -> Option<usize> {
    let first = if sense.document.is_one_of(first, &["\"", "“"]) { first + 1 } else { first };
    let opens = sense.document.is_one_of(first, &["should", "were"]) && sense.document.tokens[first].is_capitalised();
    let comma = opens.then(|| (first..end).find(|&at| sense.document.word(at) == ",")).flatten()?;
    Some(comma)
}

fn negative_before(sense: &Sense, first: usize, at: usize) -> bool {
    (first..at).any(|token| {
        !sense.document.is_one_of(token + 1, &["more", "less"])
            && sense.document.is_one_of(
                token,
                &[
                    "not", "n't", "n’t", "no", "never", "nt", "nothing", "refuse", "refused", "wait", "postpone",
                    "defer", "suspend", "pause", "only", "against", "oppose", "opposed", "hold",
                ],
            )
    })
}

/// Whether the hit stands inside an if-clause, which supposes and states nothing.
pub(super) fn is_supposed(sense: &Sense, hit: (usize, usize)) -> bool {
    if inverted(sense, sense.sentence.first, sense.sentence.end).is_some_and(|close| hit.0 < close) {
        return true;
    }
    let set_aside = (hit.0.saturating_sub(10).max(sense.sentence.first)..hit.0).any(|at| {
        sense.document.is(at, "rather")
            && sense.document.is(at + 1, "than")
            && (at..hit.0).all(|between| sense.document.word(between) != ",")
    });
    if set_aside {
        return true;
    }
    let start = sense.clause_start(hit.0);
    sense.document.is_one_of(start, &["if", "unless", "whether"]) && !sense.document.is(start.wrapping_sub(1), "even")
        || start > 0 && sense.document.is(start - 1, "if")
}

fn condition_end(sense: &Sense, from: usize, end: usize) -> usize {
    (from..end).find(|&at| matches!(sense.document.word(at), "," | ";" | "\"" | "”")).unwrap_or(end)
}

/// Whether the verb at `cue` is told of an earlier time: "had once called", "used to back", "previously opposed".
pub(super) fn is_past(sense: &Sense, cue: usize) -> bool {
    let from = cue.saturating_sub(4).max(sense.clause_start(cue));
    let word = |words: &[&str]| (from..cue).any(|at| sense.document.is_one_of(at, words));
    let earlier = ["previously", "once", "formerly", "originally", "initially"];
    word(&earlier) && !word(&["at"])
        || (from + 1..cue).any(|at| sense.document.is(at, "to") && sense.document.is(at - 1, "used"))
        || word(&["had"])
            && (word(&["earlier", "long", "last"])
                || (cue..sense.clause_end(cue))
                    .any(|at| sense.document.is_one_of(at, &["previously", "before", "earlier"])))
}
