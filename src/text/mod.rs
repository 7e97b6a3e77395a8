//! The values every stage shares: spans, dates, codes, problems; and text cut into tokens and sentences.
//!
//! Knows no language data and no file format.

mod by_hash;
mod code;
mod date;
mod fold;
mod problem;
mod sentence;
mod sorted;
mod span;
mod token;

pub use by_hash::{ByHash, Groups};
pub use code::{Code, CodeError};
pub use date::{Date, DateError};
pub use fold::{
    fnv1a_32, fnv1a_64, fold_sentence, hash_folded, hash_words, one_blank, slug, small, straighten, unaccent,
};
pub use problem::Problem;
pub use sentence::{Sentence, sentences_in};
pub use sorted::{SortedMap, SortedSet};
pub use span::Span;
pub use token::{Shape, Token, TokenKind, hash_exact, hash_join, hash_lower, tokens_in};
