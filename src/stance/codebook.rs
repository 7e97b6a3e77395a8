//! The questions of a dispute: what one can be for or against.

use super::Stance;
use crate::entities::Actor;
use crate::text::Code;

/// The issues of a dossier and the countries always shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// The dispute's name ("Missile defence in Europe, 2007-2008").
    pub title: String,
    /// The question in one sentence.
    pub question: String,
    /// Countries and blocs that a comparison shows even where the articles are silent about them.
    pub parties: Vec<Code>,
    /// What one can be for or against, in the order of the codebook.
    pub issues: Vec<Issue>,
    /// People and bodies that the general lexicon lacks.
    pub actors: Vec<Actor>,
}

/// A proposal or a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// `[a-z0-9-]+`.
    pub id: String,
    /// Whether one is for it or says so.
    pub kind: IssueKind,
    /// What it is, in one line; a policy's title starts with a verb.
    pub title: String,
    /// A few words for narrow places; the title where absent.
    pub short: Option<String>,
    /// What belongs to it and what does not.
    pub note: String,
    /// The phrases that name it. Empty: the title must do.
    pub mentions: Vec<IssuePhrase>,
}

/// A phrase that names an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuePhrase {
    /// The words, matched by lemma.
    pub phrase: String,
    /// `Opposes` where being for the phrase is being against the issue ("the exemption" against a tariff).
    pub side: Stance,
}

/// What sort of thing an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssueKind {
    /// Something to be done.
    Policy,
    /// Something said to be so: `supports` means says so, `opposes` disputes it.
    Claim,
}
