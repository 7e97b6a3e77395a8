//! Scores against articles that people have coded, by the rules of the coding guidelines.
//!
//! A prediction matches a coded statement when article, holder and issue are equal and its sentence holds the coded quote;
//! each matches one at most. What coders debated (`required: false`) and what takes no side counts neither way.
//! Figures have the names that the project has used from its first day.

mod cells;
mod gold;
mod statements;
mod surfaces;
mod table;

pub use cells::{CellScore, score_cells};
pub use gold::{GoldEntity, GoldPosition, GoldStatement, read_entities, read_positions, read_statements};
pub use statements::{Prediction, StatementScore, score_statements};
pub use surfaces::{SurfaceScore, score_surfaces};
pub use table::{SetScore, markdown};

use std::fmt;

/// One figure of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// How many.
    Count(usize),
    /// Which part, from 0 to 1; printed with three decimals.
    Share(f64),
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            Self::Share(share) => write!(f, "{share:.3}"),
        }
    }
}

/// Named figures, in the order in which they are printed.
pub type Figures = Vec<(&'static str, Figure)>;

/// A part of a whole; 0 where there is no whole.
fn share(part: usize, whole: usize) -> f64 {
    let exact = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { exact(part) / exact(whole) }
}

/// Precision, recall and their harmonic mean.
fn precision_recall_f1(right: usize, predicted: usize, wanted: usize) -> (f64, f64, f64) {
    let (precision, recall) = (share(right, predicted), share(right, wanted));
    let sum = precision + recall;
    (precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 })
}

/// A text in which white space and the kind of quotation mark do not count.
fn fold(text: &str) -> String {
    let straight: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            other => other,
        })
        .collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
