//! What a holder's statements on an issue come to.

use crate::stance::Stance;
use crate::text::{Code, Date};

/// The word in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Two thirds or more of the counted statements go this one way.
    One(Stance),
    /// They do not agree.
    Split,
}

/// One cell of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Whose position.
    pub holder: Code,
    /// The issue's id.
    pub issue: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// For a conditional verdict: the side it leans to, where its statements agree on one.
    pub lean: Option<Stance>,
    /// Empty where own; otherwise who tells it, most reports first.
    pub told_by: Vec<Code>,
    /// The reports that carry it, by date, undated last; each with what it says.
    pub reports: Vec<ReportStance>,
    /// How many sentences it rests on.
    pub sentences: usize,
    /// Counted statements by stance.
    pub tally: Tally,
    /// First day reported.
    pub first: Option<Date>,
    /// Last day reported.
    pub last: Option<Date>,
    /// Whether the holder's own official statements on different days reverse.
    pub changed: bool,
    /// Ids of the statements that make it, newest first.
    pub statements: Vec<String>,
}

/// What one report says of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportStance {
    /// The article's id.
    pub article: String,
    /// What it comes to in this report alone.
    pub verdict: Verdict,
}

/// Counts, one for each stance and report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Reports that say "for".
    pub supports: usize,
    /// Reports that say "against".
    pub opposes: usize,
    /// Reports that say "if" or "partly".
    pub conditional: usize,
    /// Reports in which the holder takes no side.
    pub neutral: usize,
}
