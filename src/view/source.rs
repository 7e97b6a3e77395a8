//! Where a report comes from, in a reader's words.

use super::words;
use crate::corpus::Article;

/// Where a report comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The article's id.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// The outlet, or that it is not stated.
    pub outlet: String,
    /// The outlet's country in full, where known.
    pub country: Option<String>,
    /// The day, or that it is not stated.
    pub date: String,
    /// For a dispatch of ours: the report it is written after.
    pub after: Option<String>,
    /// What else to know of these facts.
    pub note: Option<String>,
    /// Other articles that print the same story; filled where reports are listed.
    pub copies: Vec<Source>,
}

/// Where an article comes from.
pub fn source(article: &Article) -> Source {
    Source {
        article: article.id.clone(),
        title: article.title.clone(),
        outlet: outlet(article),
        country: article.outlet_country.map(words::display_name),
        date: article.date.map_or_else(|| "date not stated".to_owned(), words::long_date),
        after: article.after.as_deref().map(words::after),
        note: article.note.clone(),
        copies: Vec::new(),
    }
}

/// The outlet's name, or that it is not stated.
pub fn outlet(article: &Article) -> String {
    article.outlet.clone().unwrap_or_else(|| "outlet not stated".to_owned())
}
