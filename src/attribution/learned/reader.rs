//! From a document to the attributions in it, as tokens.

use super::label::Label;
use super::model::AttributionModel;
use super::window::WORDS;
use super::words::{Kind, Words};
use crate::syntax::{Document, SentenceParser};

/// Who says what, as ranges of tokens: first and one past last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The words that name who speaks; none where nobody is named.
    pub(super) source: Vec<(usize, usize)>,
    /// The words of saying or thinking; never empty.
    pub(super) cue: Vec<(usize, usize)>,
    /// What is said or thought; never empty.
    pub(super) content: Vec<(usize, usize)>,
}

impl AttributionModel {
    /// The attributions of a document by the heads of their cues, in order.
    pub(super) fn attributions(&self, document: &Document, parser: &SentenceParser) -> Vec<(usize, Attribution)> {
        let words = Words::read(document, parser);
        let found = (0..words.list.len()).filter_map(|at| Some((at, self.attribution(&words, at)?)));
        words.settle(&found.collect::<Vec<_>>())
    }

    fn attribution(&self, words: &Words, cue: usize) -> Option<Attribution> {
        if !words.can_head(cue) || !self.heads_cue(&words.cue_signs(cue)) {
            return None;
        }
        let window = words.window(cue);
        let start = window.start;
        let scene = words.scene(cue, window);
        let labels = self.scores(&scene).best(scene.cue)?;
        let spans = |label| words.spans(&labels, start, label);
        let found =
            Attribution { source: spans(Label::Source), cue: spans(Label::Cue), content: spans(Label::Content) };
        (!found.cue.is_empty() && !found.content.is_empty()).then_some(found)
    }
}

impl Words {
    /// Gives a stretch of another sentence to the nearest alone of the cues that take it.
    fn settle(&self, found: &[(usize, Attribution)]) -> Vec<(usize, Attribution)> {
        let far = |cue: usize, first: usize| self.list[cue].sentence.abs_diff(self.list[first].sentence);
        let taken_from = |cue: usize, (first, end): (usize, usize)| {
            // No cue takes a stretch from farther away.
            let near = found.partition_point(|(other, _)| other + WORDS < first);
            let rivals = found[near..].iter().take_while(|(other, _)| *other < end + WORDS);
            let distance = far(cue, first);
            // Of two as near, the one before it: a speaker goes on.
            let nearer = rivals.filter(|(other, _)| distance > 0 && (far(*other, first), *other) < (distance, cue));
            nearer.flat_map(|(_, rival)| &rival.content).any(|part| part.0 < end && first < part.1)
        };
        let settled = found.iter().map(|(cue, attribution)| {
            let mut attribution = attribution.clone();
            attribution.content.retain(|part| !taken_from(*cue, *part));
            (*cue, attribution)
        });
        settled.filter(|(_, attribution)| !attribution.content.is_empty()).collect()
    }

    /// Stretches of one label, without the marks at their ends.
    fn spans(&self, labels: &[Label], start: usize, wanted: Label) -> Vec<(usize, usize)> {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for at in (0..labels.len()).filter(|at| labels[*at] == wanted).map(|at| at + start) {
            match spans.last_mut() {
                Some((_, end)) if *end == at => *end += 1,
                _ => spans.push((at, at + 1)),
            }
        }
        let spoken = |at: &usize| self.list[*at].kind == Kind::Spoken;
        let trimmed = |(first, end): (usize, usize)| {
            let last = (first..end).rev().find(spoken)?;
            Some(((first..end).find(spoken)?, last + 1))
        };
        let colon = |&(first, end): &(usize, usize)| {
            wanted == Label::Cue && first + 1 == end && self.list[first].kind == Kind::Colon
        };
        spans.into_iter().filter_map(|span| trimmed(span).or(Some(span).filter(colon))).collect()
    }
}
