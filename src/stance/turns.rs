//! Which words besides the cue decide the side, so that a reader can be shown all of them.
//!
//! "Lima does **not** *oppose* the corridor": the cue alone would tell the contrary of what was read.

use super::govern::Governor;
use crate::attribution::{CueAt, Sense, Voice};
use crate::lexicon::Side;

/// The words of a sentence that turn what `cue` says of a matter, as first and one past last token, in text order:
/// what denies it; between it and the matter the cues of `chain` that are not plainly for it; the word of saying where
/// there is no cue, or where that word itself is against what it opens.
pub(super) fn turns(
    sense: &Sense,
    cue: Option<&CueAt>,
    chain: &[Governor],
    voice: Option<&Voice>,
) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let denied = |at: usize| sense.negation(at).map(|word| (word, word + 1));
    found.extend(cue.and_then(|cue| denied(cue.first)));
    for governor in chain {
        let inner = cue.is_none_or(|cue| governor.at.first >= cue.end);
        if inner && governor.side() != Side::For {
            found.push((governor.at.first, governor.at.end));
            found.extend(denied(governor.at.first));
        }
    }
    let said = voice.filter(|voice| voice.cue.0 < voice.cue.1 && (cue.is_none() || voice.side != Side::For));
    found.extend(said.map(|voice| voice.cue));
    let inside = sense.sentence.first..sense.sentence.end;
    found.retain(|turn| inside.contains(&turn.0) && cue.is_none_or(|cue| turn.1 <= cue.first || cue.end <= turn.0));
    found.sort_unstable();
    found.dedup();
    found
}
