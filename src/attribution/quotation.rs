//! Who said what: one attribution with its three spans.

use crate::text::{Code, Span};

/// How much of the content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationKind {
    /// All of it.
    Direct,
    /// Part of it.
    Mixed,
    /// None of it: indirect speech.
    Reported,
}

/// One utterance ascribed to a source. Each role is a list of spans, as a quotation may be split by its cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words that name who speaks; empty for a quotation that goes on from the sentence before.
    pub source: Vec<Span>,
    /// The words of saying.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// The speaker's full name; empty where only a country or bloc is named.
    pub speaker: String,
    /// The country or bloc the source speaks for.
    pub holder: Option<Code>,
    /// How much is verbatim.
    pub kind: QuotationKind,
}
