//! Who and what a text names, and for which country, on the article's date.

mod mention;

pub use mention::{EntityKind, Mention, Usage};
