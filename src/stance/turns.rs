//! Which words besides the cue decide the side, so that a reader can be shown all of them.
//!
//! "Lima does **not** *oppose* the corridor": the cue alone would tell the contrary of what was read.

use super::govern::Governor;
use crate::attribution::{CueAt, Sense, Voice};
use crate::lexicon::Side;
use crate::text::SortedSet;

/// The words of a sentence that turn what `cue` says of a matter, as first and one past last token, in text order:
/// what denies it; between it and the matter the cues of `chain` that are not plainly for it; the word of saying where
/// there is no cue, or where that word itself is against what it opens.
pub(super) fn turns(
    sense: &Sense,
    cue: Option<&CueAt>,
    chain: &[Governor],
    voice: Option<&Voice>,
) -> Vec<(usize, usize)> {
    let mut found: SortedSet<(usize, usize)> = SortedSet::new();
    let mut add = |first: usize, end: usize| {
        let inside = sense.sentence.first <= first && first < sense.sentence.end;
        if inside && cue.is_none_or(|cue| end <= cue.first || cue.end <= first) {
            found.insert((first, end));
        }
    };
    let deny = |at: usize, add: &mut dyn FnMut(usize, usize)| {
        if let Some(word) = sense.negation(at) {
            add(word, word + 1);
        }
    };
    if let Some(cue) = cue {
        deny(cue.first, &mut add);
    }
    for governor in chain {
        let inner = cue.is_none_or(|cue| governor.at.first >= cue.end);
        if inner && governor.side() != Side::For {
            add(governor.at.first, governor.at.end);
            deny(governor.at.first, &mut add);
        }
    }
    if let Some(voice) = voice.filter(|voice| voice.cue.0 < voice.cue.1 && (cue.is_none() || voice.side != Side::For)) {
        add(voice.cue.0, voice.cue.1);
    }
    found.iter().copied().collect()
}
