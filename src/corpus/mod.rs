//! From bytes to articles: decoding, front matter, and the site clutter that a reader would skip.
//!
//! Nothing is thrown away: what is cut is kept as [`Cut`]s, and every offset refers to the text as given.

mod article;

pub use article::Article;

use crate::text::Span;

/// A stretch of an article that is not its running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What is left out.
    pub span: Span,
    /// Why, in words a reader understands ("share prompt", "repeated caption").
    pub reason: &'static str,
}
