//! What a word is in one attribution.

/// What a word is in one attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// No part of it.
    Outside,
    /// Names who speaks.
    Source,
    /// Says that it is said.
    Cue,
    /// Is said.
    Content,
}

impl Label {
    /// All of them, by number.
    pub(super) const ALL: [Self; LABELS] = [Self::Outside, Self::Source, Self::Cue, Self::Content];
}

/// How many labels there are.
pub(super) const LABELS: usize = 4;
