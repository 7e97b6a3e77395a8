//! One actor that acts at another.

use crate::text::{Code, Span};

/// Which way an act turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Polarity {
    /// It backs, helps, meets or yields to whom it is aimed at.
    Cooperation,
    /// It accuses, presses, punishes or attacks.
    Conflict,
    /// Neither, or too little to tell.
    Neutral,
}

/// Who acts, or at whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// The words.
    pub span: Span,
    /// The country or bloc it belongs to on the article's date; `None` where unknown or none.
    pub holder: Option<Code>,
}

/// Who acts at whom in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dyad {
    /// The sentence.
    pub sentence: Span,
    /// Who acts; `None` only where the asker gave none that stands in the text.
    pub source: Option<Party>,
    /// At whom; `None` only where the asker gave none that stands in the text.
    pub target: Option<Party>,
    /// Which way it turns.
    pub polarity: Polarity,
    /// The word that weighs most for it; `None` where no word does.
    pub cue: Option<Span>,
}
