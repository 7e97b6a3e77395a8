//! The way through the parse from a cue to another word.

use super::signs::mixed;
use super::words::Words;

/// How a word lies to the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Stands for the relations up from the cue and the first one down.
    pub(super) key: u32,
    /// The second relation down, one plus its number; 0 for none.
    pub(super) next: u32,
    /// The word that the first step down leads to, and what else the way hangs from where no step leads down.
    pub(super) branch: usize,
    /// Whether the branch is a word of the cue's sentence.
    pub(super) near: bool,
}

/// How many steps up are told one by one.
const STEPS: usize = 4;

impl Words {
    /// The ways from a cue to these words.
    pub(super) fn ways(&self, cue: usize, window: std::ops::Range<usize>) -> Vec<Way> {
        let up = self.line(cue);
        let sentence = self.list[cue].sentence;
        window
            .map(|at| if self.list[at].sentence == sentence { self.way(&up, at) } else { self.far(cue, at) })
            .collect()
    }

    fn way(&self, up: &[usize], at: usize) -> Way {
        let line = self.line(at);
        let meeting = up.iter().enumerate().find_map(|(rise, one)| {
            let fall = line.iter().position(|other| other == one)?;
            Some((rise, fall))
        });
        // Both end at the root.
        let (rise, fall) = meeting.unwrap_or((up.len() - 1, 0));
        let told = if rise > STEPS { 2 } else { rise };
        let mut key = up[..told].iter().fold(1, |key, at| mixed(key, self.list[*at].relation as u32));
        if rise > STEPS {
            key = mixed(key, 100 + u32::from(rise > STEPS + 1));
        }
        if fall == 0 {
            return Way { key: mixed(key, 200), next: 0, branch: up[rise], near: true };
        }
        let branch = line[fall - 1];
        key = mixed(key, 300 + self.list[branch].relation as u32);
        key = mixed(key, u32::from(branch < up[rise]));
        let next = if fall >= 2 { 1 + self.list[line[fall - 2]].relation as u32 } else { 0 };
        Way { key, next, branch, near: true }
    }

    /// To a word of another sentence.
    fn far(&self, cue: usize, at: usize) -> Way {
        let quoted = u32::from(self.list[at].quote > 0);
        let key = 2 + quoted + 2 * u32::from(at > cue);
        Way { key, next: 0, branch: usize::MAX - self.list[at].sentence, near: false }
    }
}
