//! The way through a parse from one actor to another.

use std::ops::Range;

use super::words::Words;

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
        up.retain(|at| !inside(at));
        down.retain(|at| !inside(at));
        Self { up, meeting, down }
    }

    /// All words on it, from source to target.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> + '_ {
        self.up.iter().chain(&self.meeting).chain(&self.down).copied()
    }
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
