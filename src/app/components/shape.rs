//! The shape of a stance: ● for, ✕ against, ◐ partly or if, ○ took no side.

use crate::app::dom::{El, copy_of};
use crate::compare::Verdict;
use crate::stance::Stance;

/// The style class that gives a stance its colour; also the end of its shape's name in `index.html`.
pub(crate) fn class(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports",
        Stance::Opposes => "opposes",
        Stance::Conditional => "conditional",
        Stance::Neutral => "neutral",
    }
}

/// The style class of a verdict.
pub(crate) fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::One(stance) => class(stance),
        Verdict::Split => "split",
    }
}

/// The shape, for the eye only: words always stand beside it.
pub(crate) fn shape(stance: Stance) -> El {
    // Drawn once, in `index.html`: a copy costs less than making its parts, and far less than an SVG `use`.
    copy_of(&format!("shape-{}", class(stance)))
}

/// The shapes of several stances.
pub(crate) fn shapes(stances: &[Stance]) -> Vec<El> {
    stances.iter().map(|&stance| shape(stance)).collect()
}
