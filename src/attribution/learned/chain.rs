//! The best labels for the words around a cue (Viterbi, 1967).
//!
//! Scores of single words and of neighbours alone would let a source come in two pieces and an attribution say nothing,
//! so the search also carries along whether a source has ended and whether something is said yet.

use super::label::{LABELS, Label};

/// What each labelling of a window is worth, in parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    /// For each word, of each label.
    pub(super) labels: Vec<[i32; LABELS]>,
    /// For each word, of each label after each label of the word before; the first word's mean nothing.
    pub(super) gaps: Vec<[[i32; LABELS]; LABELS]>,
}

/// No labelling.
const NEVER: i32 = i32::MIN / 2;
/// Combinations of what was met so far: whether a source has ended, and whether something is said.
const PASTS: usize = 4;
const SOURCE_ENDED: usize = 1;
const SAID: usize = 2;

type States = [[i32; PASTS]; LABELS];

impl Scores {
    /// The best labels with the cue at this word; none where nothing can be said.
    pub(super) fn best(&self, cue: usize) -> Option<Vec<Label>> {
        let (mut states, mut back) = ([[NEVER; PASTS]; LABELS], Vec::with_capacity(self.labels.len()));
        for at in 0..self.labels.len() {
            let (next, from) = if at == 0 { self.start(cue) } else { self.step(at, cue, &states) };
            states = next;
            back.push(from);
        }
        let said = |label: usize| [SAID, SAID | SOURCE_ENDED].map(|past| (states[label][past], label, past));
        // The first of equals.
        let end = (0..LABELS).flat_map(said).rev().max_by_key(|(score, ..)| *score);
        let (_, mut label, mut past) = end.filter(|(score, ..)| *score > NEVER)?;
        let mut labels = Vec::with_capacity(self.labels.len());
        for from in back.iter().rev() {
            labels.push(Label::ALL[label]);
            (label, past) = from[label][past];
        }
        labels.reverse();
        Some(labels)
    }

    fn start(&self, cue: usize) -> (States, [[(usize, usize); PASTS]; LABELS]) {
        let mut states = [[NEVER; PASTS]; LABELS];
        for label in (0..LABELS).filter(|label| may(0, cue, *label)) {
            let past = if label == Label::Content as usize { SAID } else { 0 };
            states[label][past] = self.labels[0][label];
        }
        (states, [[(0, 0); PASTS]; LABELS])
    }

    fn step(&self, at: usize, cue: usize, states: &States) -> (States, [[(usize, usize); PASTS]; LABELS]) {
        let (mut next, mut from) = ([[NEVER; PASTS]; LABELS], [[(0, 0); PASTS]; LABELS]);
        let source = Label::Source as usize;
        for (last, past) in (0..LABELS).flat_map(|last| (0..PASTS).map(move |past| (last, past))) {
            let before = states[last][past];
            if before == NEVER {
                continue;
            }
            for label in (0..LABELS).filter(|label| may(at, cue, *label)) {
                if label == source && past & SOURCE_ENDED != 0 {
                    continue;
                }
                let ended = if last == source && label != source { SOURCE_ENDED } else { 0 };
                let said = if label == Label::Content as usize { SAID } else { 0 };
                let reached = past | ended | said;
                let score = before.saturating_add(self.gaps[at][last][label]).saturating_add(self.labels[at][label]);
                if score > next[label][reached] {
                    next[label][reached] = score;
                    from[label][reached] = (last, past);
                }
            }
        }
        (next, from)
    }
}

/// Whether a word may have a label: the cue's head is cue.
fn may(at: usize, cue: usize, label: usize) -> bool {
    at != cue || label == Label::Cue as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that like these labels, and gaps that say nothing.
    fn scores(liked: &[Label]) -> Scores {
        let row = |label: &Label| {
            let mut scores = [0; LABELS];
            scores[*label as usize] = 10;
            scores
        };
        Scores { labels: liked.iter().map(row).collect(), gaps: vec![[[0; LABELS]; LABELS]; liked.len()] }
    }

    #[test]
    fn without_a_reason_against_every_word_is_what_it_likes() {
        let liked = [Label::Source, Label::Cue, Label::Content, Label::Outside];
        assert_eq!(scores(&liked).best(1), Some(liked.to_vec()));
    }

    #[test]
    fn a_source_comes_in_one_piece_and_something_is_said() {
        let liked = [Label::Source, Label::Cue, Label::Source, Label::Outside];
        let labels = scores(&liked).best(1).expect("a labelling");
        assert_eq!(labels.iter().filter(|label| **label == Label::Source).count(), 1);
        assert_eq!(labels.iter().filter(|label| **label == Label::Content).count(), 1);
    }

    #[test]
    fn a_cue_alone_says_nothing() {
        assert_eq!(scores(&[Label::Content]).best(0), None);
        assert_eq!(Scores::default().best(0), None);
    }
}
