//! From bytes to articles: decoding, front matter, and the site clutter that a reader would skip.
//!
//! Nothing is thrown away: what is cut is kept as [`Cut`]s, and every offset refers to the text as given.
//! Knows nothing of actors, issues or screens.

mod article;
mod clean;
mod clutter;
mod copies;
mod decode;
mod leads;
mod read;

pub use article::Article;
pub use clean::{Block, BlockKind, Body, clean};
pub use clutter::Clutter;
pub use copies::copies;
pub use decode::{DecodeError, Decoded, Encoding, LARGEST_FILE_BYTES, decode};
pub use read::read_article;

use crate::text::Span;

/// A stretch of an article that is not its running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What is left out.
    pub span: Span,
    /// Why, in words a reader understands ("share prompt", "repeated caption").
    pub reason: &'static str,
}
