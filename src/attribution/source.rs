//! Somebody or some state that a sentence gives words, a wish or an act to.

use crate::entities::{EntityKind, Placed};
use crate::lexicon::Class;
use crate::text::{Code, Span};

/// Somebody or some state that a sentence gives a position to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words that name it, or its pronoun.
    pub span: Span,
    /// First token of these words.
    pub first: usize,
    /// One past their last token.
    pub end: usize,
    /// Full name of the person or body; empty for a bare country or an unnamed official.
    pub speaker: String,
    /// Country or bloc.
    pub holder: Option<Code>,
    /// For whom it speaks.
    pub class: Class,
}

impl Source {
    /// From a mention.
    pub fn of(placed: &Placed) -> Self {
        // A seat of power is a speaker ("the Kremlin"); a country by its own or its capital's name is only a holder.
        let mention = &placed.mention;
        let state = matches!(mention.kind, EntityKind::Country | EntityKind::Bloc)
            && mention
                .country
                .is_none_or(|code| crate::lexicon::known_name(code).is_some_and(|name| name == mention.name));
        let speaker = if state { String::new() } else { mention.name.clone() };
        Self {
            span: placed.mention.span,
            first: placed.first,
            end: placed.end,
            speaker,
            holder: placed.mention.country,
            class: placed.class,
        }
    }

    /// Whether it speaks for its government or bloc.
    pub fn is_official(&self) -> bool {
        self.class == Class::Official
    }
}
