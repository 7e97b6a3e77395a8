//! One dispute as a portable whole.

use crate::corpus::Article;
use crate::stance::Codebook;
use crate::text::Date;

/// Articles, issues, extra actors and dated events of one dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// `[a-z0-9-]+`.
    pub id: String,
    /// Its questions.
    pub codebook: Codebook,
    /// What happened when.
    pub events: Vec<Event>,
    /// Its texts, by date, undated last.
    pub articles: Vec<Article>,
}

/// A dated event of a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub title: String,
    /// First day.
    pub date: Date,
    /// Last day, where it is another.
    pub end: Option<Date>,
    /// Where.
    pub place: Option<String>,
}
