//! Everybody and everything a text names, by token.

use super::Mention;
use crate::lexicon::Class;
use crate::text::{Code, InOrder};

/// A mention with its tokens, for the stages that go on from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What the reader sees.
    pub mention: Mention,
    /// Index of its first token.
    pub first: usize,
    /// One past the index of its last token.
    pub end: usize,
    /// For whom the person or body speaks.
    pub class: Class,
    /// Whether several people or bodies are meant ("officials", "both presidents").
    pub plural: bool,
}

impl Placed {
    /// Whether the words can stand for somebody who acts: a person, a body or a state, not an adjective or a place.
    pub fn acts(&self) -> bool {
        use super::{EntityKind, Usage};
        let kind = matches!(
            self.mention.kind,
            EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation | EntityKind::Person
        );
        kind && !matches!(self.mention.usage, Usage::Demonym | Usage::Place)
    }

    /// The country or bloc, where there is one.
    pub fn holder(&self) -> Option<Code> {
        self.mention.country
    }
}

/// The mentions of a text in order, the longer before the shorter where they begin together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// All of them; a role noun may cover the nationality inside it ("the Russian leader").
    pub placed: Vec<Placed>,
    /// For each token, one plus the index of the outermost mention that covers it; zero for none.
    cover: Vec<u32>,
}

impl Cast {
    /// Sorts and indexes mentions over `tokens` tokens.
    pub fn new(mut placed: Vec<Placed>, tokens: usize) -> Self {
        placed.order_by_key(|p| (p.first, usize::MAX - p.end, p.mention.kind));
        let mut cover = vec![0; tokens];
        for (index, p) in placed.iter().enumerate() {
            for slot in cover.iter_mut().take(p.end).skip(p.first) {
                if *slot == 0 {
                    *slot = u32::try_from(index + 1).unwrap_or(0);
                }
            }
        }
        Self { placed, cover }
    }

    /// The outermost mention that covers a token, with its index.
    pub fn at(&self, token: usize) -> Option<(usize, &Placed)> {
        let index = (*self.cover.get(token)? as usize).checked_sub(1)?;
        self.placed.get(index).map(|placed| (index, placed))
    }

    /// The mentions whose first token lies in `first..end`.
    pub fn within(&self, first: usize, end: usize) -> impl Iterator<Item = (usize, &Placed)> {
        let from = self.placed.partition_point(|p| p.first < first);
        self.placed.iter().enumerate().skip(from).take_while(move |(_, p)| p.first < end)
    }
}
