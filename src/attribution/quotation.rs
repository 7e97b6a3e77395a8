//! Who said what: one attribution with its three spans.

use crate::syntax::Document;
use crate::text::{Code, Span, TokenKind};

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

impl QuotationKind {
    /// Of content in these stretches of tokens.
    pub(super) fn of(document: &Document, content: &[(usize, usize)]) -> Self {
        // Only words are said: in a short quotation the marks would outweigh them.
        let said = |at: &usize| !matches!(document.tokens[*at].kind, TokenKind::Quote | TokenKind::Mark);
        let words = || content.iter().flat_map(|&(first, end)| first..end).filter(said);
        match words().filter(|&at| document.quote_at(at).is_some()).count() {
            0 => Self::Reported,
            inside if inside * 10 >= words().count() * 8 => Self::Direct,
            _ => Self::Mixed,
        }
    }
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
