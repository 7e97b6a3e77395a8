//! One article, kept exactly as given.

use crate::text::{Code, Date};

/// A text with what is known of its origin. Absent facts are `None`, never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// `[a-z0-9-]+`, unique in its dossier; a dropped file gets `x` and 12 hex digits of its text's hash.
    pub id: String,
    /// Headline; empty where none is known.
    pub title: String,
    /// Who published it, as readers know the name.
    pub outlet: Option<String>,
    /// The outlet's country.
    pub outlet_country: Option<Code>,
    /// Day of publication.
    pub date: Option<Date>,
    /// Author line.
    pub byline: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Where a kept copy can be read.
    pub archive_url: Option<String>,
    /// Licence or rights statement.
    pub rights: Option<String>,
    /// For a dispatch of our own: the report it is written after (outlet, date, headline).
    pub after: Option<String>,
    /// What a reader should know of the facts above ("date inferred").
    pub note: Option<String>,
    /// The decoded text after byte-order mark and front matter, line ends kept. Every offset refers to it.
    pub text: String,
}
