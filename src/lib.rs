//! Who stands where, on what, and in whose words.
//!
//! Demarche reads news articles and finds who says or does what on each question of a dispute, which side that takes,
//! and for which country or body. What it returns are plain values: every statement carries the places in the text
//! that it rests on and the name of the rule that made it.
//!
//! # The way of the data
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | bytes of a file | [`corpus::read_article`] | an [`Article`](corpus::Article) and its problems |
//! | a file of questions | [`report::read_dossier`] | a [`Codebook`](stance::Codebook) |
//! | article and codebook | [`stance::analyse`], or [`stance::Analyser`] for many articles | an [`Analysis`](stance::Analysis): mentions, quotations, [`Statement`](stance::Statement)s |
//! | article alone | [`propositions::Reader`] | [`Proposition`](propositions::Proposition)s: stances with an open target |
//! | an article and a parser's model | [`relations::Reader`] | [`Dyad`](relations::Dyad)s: who backs or faces whom |
//! | statements | [`compare::positions`] | one [`Position`](compare::Position) a holder and issue |
//! | dossier and analyses | [`view::Reading`] and the functions of [`view`] | what a page shows |
//! | any of these | [`report`] | JSON lines, CSV, text grids, scores |
//!
//! # Example
//!
//! ```
//! use demarche::corpus::{Article, read_article};
//! use demarche::stance::Stance;
//!
//! let questions = r#"{"issues": [{"id": "dam", "title": "Build the river dam", "mentions": ["the river dam"]}]}"#;
//! let codebook = demarche::report::read_dossier("dam.json", questions.as_bytes()).expect("questions").codebook;
//!
//! let text = "Sudan rejected the river dam on Monday.";
//! let (article, _problems) = read_article("monday.txt", text.as_bytes(), Article::default());
//! let analysis = demarche::stance::analyse(&article.expect("an article"), &codebook);
//!
//! let statement = &analysis.statements[0];
//! assert_eq!((statement.holder.as_str(), statement.stance), ("SD", Stance::Opposes));
//! assert_eq!(statement.evidence.cue.map(|cue| cue.of(text)), Some("rejected"));
//! ```
//!
//! # What holds everywhere
//!
//! - Analysis never fails on a text. What could not be read or used comes beside the result as
//!   [`Problem`](text::Problem)s that name the file, the line or the field.
//! - Offsets are bytes of UTF-8 into the article's text ([`text::Span`]); other units exist in [`report`] only.
//! - The same input gives the same bytes, natively and in a browser: no clock, no chance, no order of a hash table.
//! - A person has a country through an office, and an office on a day only. An article without a date knows less.
//!
//! # Limits
//!
//! English only, one sentence at a time, and by rules over the order of words, which ask a parser
//! ([`Analyser::with_model`](stance::Analyser::with_model)) where that order tells too little.
//! `docs/methods.md` says pass by pass what is missed, `docs/limits.md` what not to ask of it, `eval/RESULTS.md` how
//! often it is wrong.
//!
//! # Features
//!
//! The engine needs none. `cli` adds the command line's argument parsing; for wasm32 only, `worker` adds the engine's way
//! into a browser and `app` the page and its workers.

#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub mod app;
pub mod attribution;
pub mod compare;
pub mod corpus;
pub mod entities;
pub mod lexicon;
pub mod propositions;
pub mod relations;
pub mod report;
pub mod service;
pub mod stance;
pub mod syntax;
pub mod text;
pub mod view;

/// The example of the README is run as well, so that it stays true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
