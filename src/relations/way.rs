//! The way through a parse from one actor to another.

use std::ops::Range;

use super::words::Words;
use crate::syntax::{Class, Relation};

/// The words on the way between two actors, without the actors' own.
///
/// Where one of the two is missing, or no tree joins them, the way goes from each up to its root.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    /// From the source's head word up, the nearest first.
    pub(super) up: Vec<usize>,
    /// Where the ways of the two meet.
    pub(super) meeting: Option<usize>,
    /// Down to the target's head word, the nearest to the meeting first.
    pub(super) down: Vec<usize>,
}

impl Way {
    pub(super) fn between(words: &Words, source: Option<&Range<usize>>, target: Option<&Range<usize>>) -> Self {
        let line = |stretch: Option<&Range<usize>>| {
            stretch.and_then(|stretch| words.top(stretch)).map(|top| upward(words, top)).unwrap_or_default()
        };
        let (mut up, mut down) = (line(source), line(target));
        let inside = |at: &usize| [source, target].into_iter().flatten().any(|stretch| stretch.contains(at));
        // Where one of the two hangs from the other, as what "and" joins does, both hang from what is above.
        let meeting = up.iter().copied().find(|at| down.contains(at) && !inside(at));
        if let Some(meeting) = meeting {
            up.truncate(up.iter().position(|&at| at == meeting).unwrap_or(up.len()));
            down.truncate(down.iter().position(|&at| at == meeting).unwrap_or(down.len()));
        }
        down.reverse();
        // "praised Quito and attacked Lima": who stands below the second verb has nothing to do with the first.
        let mut meeting = meeting;
        while let Some(&first) = down.first().filter(|&&at| meeting.is_some() && is_joined_verb(words, at)) {
            meeting = Some(first);
            down.remove(0);
        }
        up.retain(|at| !inside(at));
        down.retain(|at| !inside(at));
        Self { up, meeting, down }
    }

    /// All words on it, from source to target.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> + '_ {
        self.up.iter().chain(&self.meeting).chain(&self.down).copied()
    }
}

/// Whether a verb is joined to another, whose subject it takes up.
fn is_joined_verb(words: &Words, at: usize) -> bool {
    words.relation(at) == Relation::Conjunct && words.class(at) == Class::Verb
}

/// A word and all that it hangs from.
fn upward(words: &Words, from: usize) -> Vec<usize> {
    let mut line = vec![from];
    let mut at = from;
    while let Some(head) = words.head(at).filter(|head| !line.contains(head)) {
        line.push(head);
        at = head;
    }
    line
}
