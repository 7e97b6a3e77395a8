//! Who is for, against or merely says what, where no question is given beforehand: actor, predicate and point.
//!
//! After Ruiz Fabo, Plancq and Poibeau (2016), who read the bulletins of the climate talks so: "Chad, supported by Mali
//! and opposed by Peru, proposed a pause" is three propositions, of which one is against. Minutes and dispatches name
//! those who go along or against in commas before the verb, where a parser trained on other prose loses the subject; so
//! a small grammar of such subjects goes first, and the parse answers where it finds none.
//!
//! For the command line: the page asks questions of its own and does not read this stage.

mod actors;
mod clauses;
mod company;
mod events;
mod nouns;
mod passive;
mod point;
mod reader;
mod scene;
mod verbs;

pub use actors::Actor;
pub use reader::Reader;

use crate::stance::Stance;
use crate::text::Span;

/// One actor's relation to one point in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// The sentence.
    pub sentence: Span,
    /// Who.
    pub actor: Actor,
    /// The verb or noun as the text has it, "not" before it where it is denied: "supported", "not supported".
    pub predicate: String,
    /// What: stretches of the text, the matter first and then the topic that the sentence opens with.
    pub point: Vec<Span>,
    /// `Supports`, `Opposes`, or `Neutral` for what is only said, asked or proposed.
    pub stance: Stance,
}

impl Proposition {
    /// The words of the point, its stretches joined by blanks.
    pub fn point_of(&self, text: &str) -> String {
        self.point.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
    }
}
