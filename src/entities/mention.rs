//! What a text names, and where.

use crate::text::{Code, Span};

/// What sort of thing a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A state, by name, demonym, capital or metonym.
    Country,
    /// A group of states (`EU`, `NATO`).
    Bloc,
    /// Any other body: ministry, agency, court, party, outlet, university.
    Organisation,
    /// A human being.
    Person,
    /// A region, town, sea or building as a plain place.
    Place,
    /// A weapon system or installation.
    System,
    /// A treaty, resolution, report or plan with a name.
    Document,
    /// A meeting, war or period with a name.
    Event,
}

/// How the words stand for what they name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Usage {
    /// By its own name ("Russia", "Vladimir Putin", "NATO").
    Name,
    /// By an adjective or noun of nationality ("Russian", "Serbs").
    Demonym,
    /// By a seat of power that stands for the government ("Moscow said").
    Metonym,
    /// By a seat of power meant as a mere place ("a meeting in Moscow"): no position follows from it.
    Place,
    /// By an office or a noun ("the Russian leader", "the French president").
    Role,
    /// By a pronoun.
    Pronoun,
}

/// One place in a text that names an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words, without article, office or possessive ending.
    pub span: Span,
    /// What is named.
    pub kind: EntityKind,
    /// How it is named.
    pub usage: Usage,
    /// The country or bloc it belongs to on the article's date; `None` where unknown or none.
    pub country: Option<Code>,
    /// The entity's full name as readers know it ("George W. Bush").
    pub name: String,
    /// The office held on the article's date, in words, where known ("president").
    pub office: Option<String>,
    /// For a person or body: whether it speaks for the executive government of its country, or for its bloc.
    pub official: bool,
}
