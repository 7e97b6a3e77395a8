//! The values every stage shares: spans, dates, codes, problems; and text cut into tokens and sentences.
//!
//! Knows no language data and no file format.

mod abbreviation;
mod address;
mod boundary;
mod by_hash;
mod code;
mod contraction;
mod date;
mod fold;
mod letter;
mod marks;
mod number;
mod order;
mod problem;
mod scanner;
mod sentence;
mod sign;
mod sorted;
mod span;
mod token;

pub use by_hash::{ByHash, Groups};
pub use code::{Code, CodeError};
pub use date::{Date, DateError};
pub use fold::{
    fnv1a_32, fnv1a_64, fold_sentence, has_more_words, hash_folded, hash_words, one_blank, slug, small, straighten,
    unaccent,
};
pub use letter::small_letters;
pub use order::InOrder;
pub use problem::Problem;
pub use sentence::{Sentence, gaps_in, sentences_in};
pub use sign::Sign;
pub use sorted::{SortedMap, SortedSet};
pub use span::Span;
pub use token::{Shape, Token, TokenKind, hash_exact, hash_join, hash_lower, tokens_in};
