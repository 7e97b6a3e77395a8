//! All that a reader can change about the page, as one plain value.

use crate::stance::{Mode, Stance};
use crate::text::{Code, Date, SortedSet};

/// What the page shows. `Default` is the comparison of the bundled dossier with no filter set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// Which page.
    pub page: Page,
    /// Which dossier; `None` is the first of the site.
    pub dossier: Option<String>,
    /// What is left out of the comparison.
    pub filters: Filters,
    /// The cell whose sentences are open beside the grid.
    pub cell: Option<Cell>,
    /// The statement in focus, by id: in the panel, or in its article.
    pub statement: Option<String>,
    /// The sentence picked in an article, by [`sentence_key`](super::sentence_key), to be told why it carries no tag.
    pub sentence: Option<String>,
    /// The entity whose mentions are listed, by the slug of its name.
    pub entity: Option<String>,
    /// Marks switched off in running text.
    pub hidden_layers: SortedSet<Layer>,
    /// How narrow screens list the comparison.
    pub list: ListBy,
}

/// The pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Countries by issues.
    #[default]
    Compare,
    /// The list of articles.
    Articles,
    /// One article, by id.
    Article(String),
    /// How this was made.
    About,
}

/// One crossing of the grid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Whose position.
    pub holder: Code,
    /// On which issue, by id.
    pub issue: String,
}

/// Which statements count. An empty set or `None` lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Holders.
    pub holders: SortedSet<Code>,
    /// Issues, by id.
    pub issues: SortedSet<String>,
    /// Stances.
    pub stances: SortedSet<Stance>,
    /// Modes.
    pub modes: SortedSet<Mode>,
    /// Only official statements (`true`), only unofficial ones (`false`).
    pub official: Option<bool>,
    /// Only the holder's own (`false`), only those told by others (`true`).
    pub told: Option<bool>,
    /// Outlets, by slug.
    pub outlets: SortedSet<String>,
    /// Speakers, by slug.
    pub speakers: SortedSet<String>,
    /// Reported on this day or later; undated statements do not pass.
    pub from: Option<Date>,
    /// Reported on this day or earlier; undated statements do not pass.
    pub to: Option<Date>,
    /// Words that the sentence must hold, in any order, case and accents folded.
    pub text: String,
}

/// A kind of mark in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Countries and blocs.
    Countries,
    /// People.
    People,
    /// Other bodies.
    Bodies,
    /// Places.
    Places,
    /// Quotation marks and what they hold.
    Quotations,
    /// Stances.
    Stances,
    /// What was cut from the analysis.
    Cuts,
}

/// How narrow screens list the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListBy {
    /// Each country with its issues.
    #[default]
    Country,
    /// Each issue with its countries.
    Issue,
}
