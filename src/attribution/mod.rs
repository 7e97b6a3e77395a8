//! Who says what: cues, their subjects, and whose words a stretch of text gives.
//!
//! Knows nothing of issues. A rule here asks a [`Sense`] (one sentence read for its clauses) and a [`Discourse`]
//! (what pronouns can mean), so that a parser can take over behind them.

mod clauses;
mod discourse;
mod listed;
mod noun_place;
mod path;
mod quotation;
mod reference;
mod sense;
mod source;
mod subjects;
mod voice;

pub use discourse::Discourse;
pub use quotation::{Quotation, QuotationKind};
pub use sense::{CueAt, Sense, looks_like_adjective};
pub use source::Source;
pub use voice::Voice;
