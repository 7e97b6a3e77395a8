//! Who stands where, on what, and in whose words.

#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub mod app;
pub mod attribution;
pub mod compare;
pub mod corpus;
pub mod entities;
pub mod lexicon;
pub mod report;
pub mod service;
pub mod stance;
pub mod syntax;
pub mod text;
pub mod view;
