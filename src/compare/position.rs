//! What a holder's statements on an issue come to.

use super::{Change, Deeds};
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

/// Whose words a position rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The holder's own officials and acts.
    Own,
    /// Only what officials of another side ascribe to it.
    Told,
    /// Only analysts, opposition and other unofficial voices of the holder's country.
    Unofficial,
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
    /// Whose words it rests on.
    pub basis: Basis,
    /// Empty where own; otherwise who tells it, most reports first, then by code.
    pub told_by: Vec<Code>,
    /// The reports that carry it, by date, undated last; each with what it says. Copies of one story are one report.
    pub reports: Vec<ReportStance>,
    /// How many different sentences it rests on; the same sentence in copies of one story is one.
    pub sentences: usize,
    /// Reports by stance; a report that carries two stances counts under both.
    pub tally: Tally,
    /// First day reported; `None` where no report that carries it is dated.
    pub first: Option<Date>,
    /// Last day reported; `None` as for `first`.
    pub last: Option<Date>,
    /// Where the holder's own official statements on different days reverse.
    pub changed: Option<Change>,
    /// Where the holder's own deeds go against its own words.
    pub deeds: Option<Deeds>,
    /// Ids of the statements that make it, newest first.
    pub statements: Vec<String>,
}

/// What one report says of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportStance {
    /// The article's id; of several copies the first that carries the position.
    pub article: String,
    /// All articles that are this report and carry it, by id, in order of date.
    pub copies: Vec<String>,
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
    /// Reports in which the holder speaks on it without taking a side, whether or not it takes one elsewhere.
    pub neutral: usize,
}

impl Tally {
    /// How often this stance counts.
    pub fn of(self, stance: Stance) -> usize {
        match stance {
            Stance::Supports => self.supports,
            Stance::Opposes => self.opposes,
            Stance::Conditional => self.conditional,
            Stance::Neutral => self.neutral,
        }
    }

    /// Adds one report of this stance.
    pub(super) fn add(&mut self, stance: Stance) {
        let count = match stance {
            Stance::Supports => &mut self.supports,
            Stance::Opposes => &mut self.opposes,
            Stance::Conditional => &mut self.conditional,
            Stance::Neutral => &mut self.neutral,
        };
        *count += 1;
    }

    /// What the counts come to: two thirds or more one way give that word, otherwise it is split. Statements without a
    /// side count only where there is nothing else. `None` where there is nothing at all.
    pub fn verdict(self) -> Option<Verdict> {
        let sides = [Stance::Supports, Stance::Opposes, Stance::Conditional];
        let total: usize = sides.iter().map(|&side| self.of(side)).sum();
        if total == 0 {
            return (self.neutral > 0).then_some(Verdict::One(Stance::Neutral));
        }
        let winner = sides.into_iter().find(|&side| self.of(side) * 3 >= total * 2);
        Some(winner.map_or(Verdict::Split, Verdict::One))
    }
}
