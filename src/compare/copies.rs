//! Which articles are one report.

use crate::text::SortedMap;

/// Copies of one wire story, by article id: several outlets, one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies(SortedMap<String, String>);

impl Copies {
    /// From pairs of a copy and the article that it is a copy of, by id.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// The report that an article is: the id of the article that it is a copy of, or its own.
    pub fn report_of<'a>(&'a self, article: &'a str) -> &'a str {
        self.0.get(article).map_or(article, String::as_str)
    }

    /// Whether this article is a copy of an earlier one.
    pub fn is_copy(&self, article: &str) -> bool {
        self.0.get(article).is_some()
    }
}
