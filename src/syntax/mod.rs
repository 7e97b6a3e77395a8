//! Tokens, sentences and quotations of one text: the ground every rule stands on.
//!
//! Knows nothing of actors or issues.

mod document;
mod quotes;

pub use document::{Document, Place};
pub use quotes::Quote;
