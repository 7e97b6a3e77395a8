//! From statements to positions by country, by one published rule.
//!
//! The rule (`rule.rs`) is the whole of what turns sentences into a word in a cell. It reads no text, knows no screen,
//! and gives the same cells in the same order for the same statements, however these are ordered.

mod columns;
mod contrast;
mod copies;
mod dossier;
mod position;
mod rule;
#[cfg(test)]
pub(crate) mod sample;

pub use columns::{Column, Group, columns};
pub use contrast::{Change, Deeds};
pub use copies::Copies;
pub use dossier::{Dossier, Event};
pub use position::{Basis, Position, ReportStance, Tally, Verdict};
pub use rule::{Voices, positions};
