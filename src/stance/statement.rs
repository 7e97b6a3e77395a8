//! One holder's stance on one issue in one sentence.

use crate::text::{Code, Date, Span};

/// For, against, for or against under a condition, or on the matter without a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// For it; on a claim: says so.
    Supports,
    /// Against it; on a claim: disputes it.
    Opposes,
    /// For or against under a stated condition, or in part.
    Conditional,
    /// Speaks on it and takes no side.
    Neutral,
}

/// How the sentence gives the position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// The holder's own words in quotation marks.
    Direct,
    /// Indirect speech.
    Reported,
    /// A plan, offer, vote, veto or deferral told by the reporter.
    Act,
    /// The reporter states the position.
    Described,
}

/// One holder's stance on one issue in one sentence, with the words it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Article, holder, issue and 8 hex digits of the folded sentence, joined by `.`; see [`Statement::id_of`].
    pub id: String,
    /// The article's id.
    pub article: String,
    /// Who speaks or acts, in full; empty where only a country or bloc is named.
    pub speaker: String,
    /// Whose position it is.
    pub holder: Code,
    /// `None` where it is the holder's own; otherwise whose official ascribes it.
    pub told_by: Option<Code>,
    /// The issue's id.
    pub issue: String,
    /// Which side.
    pub stance: Stance,
    /// For `Conditional`: the side it leans to, if any.
    pub lean: Option<Stance>,
    /// How it is given.
    pub mode: Mode,
    /// Whether the holder did something (offered, voted, signed) rather than said it.
    pub deed: bool,
    /// Whether the holder's own government or body speaks or acts, or the reporter describes it.
    pub official: bool,
    /// Whether the sentence puts it before the time it reports ("had once called it").
    pub past: bool,
    /// The article's date.
    pub reported_on: Option<Date>,
    /// The day it was said, only where the text makes it certain.
    pub said_on: Option<Date>,
    /// How often tags like this were right in tests, in per cent.
    pub confidence: u8,
    /// The rule that made it, by name.
    pub rule: &'static str,
    /// The spans it rests on.
    pub evidence: Evidence,
}

/// The spans a statement rests on, all in its article's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The whole sentence.
    pub sentence: Span,
    /// The words that name the speaker or holder; may stand in an earlier sentence.
    pub speaker: Option<Span>,
    /// The words that carry the side.
    pub cue: Option<Span>,
    /// Other words without which it would be another side, in text order: a negation, a noun that turns the side, the
    /// word of saying where nothing else carries it.
    pub turns: Vec<Span>,
    /// The words that name the issue; may stand in an earlier sentence.
    pub issue: Option<Span>,
    /// The condition's words.
    pub condition: Option<Span>,
    /// The words in quotation marks it was read from.
    pub quotation: Option<Span>,
}

impl Statement {
    /// The id of a statement: stable under a change of rule, stance, offset or order.
    ///
    /// The hash is 32-bit FNV-1a over the sentence with white space runs folded to one blank, quotation marks
    /// straightened and letters small.
    pub fn id_of(article: &str, holder: Code, issue: &str, sentence: &str) -> String {
        let hash = crate::text::fnv1a_32(&crate::text::fold_sentence(sentence));
        format!("{article}.{}.{issue}.{hash:08x}", holder.as_str().to_ascii_lowercase())
    }
}
