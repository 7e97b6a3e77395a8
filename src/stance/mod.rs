//! For or against what: statements, each with the words it rests on.

mod analysis;
mod anaphora;
mod aside;
mod beside;
mod climb;
mod codebook;
mod condition;
mod fate;
mod govern;
mod hits;
mod in_play;
mod phrase;
mod readings;
mod rules;
mod statement;
mod terms;
mod turns;
mod weigh;
mod why_not;

pub use crate::entities::Actor;
pub use analysis::{Analyser, Analysis, analyse};
pub use codebook::{Codebook, Issue, IssueKind, IssuePhrase};
pub use statement::{Evidence, Mode, Stance, Statement};
pub use weigh::{Case, Ground, Weights};
#[cfg(feature = "train")]
pub use weigh::{Example, train};
pub use why_not::{Untagged, WhyNot};
