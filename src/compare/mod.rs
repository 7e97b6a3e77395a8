//! From statements to positions by country.

mod dossier;
mod position;

pub use dossier::{Dossier, Event};
pub use position::{Position, ReportStance, Tally, Verdict};
