//! For or against what: statements, each with the words it rests on.

mod analysis;
mod codebook;
mod statement;

pub use analysis::{Analysis, analyse};
pub use codebook::{Actor, Codebook, Issue, IssueKind, IssuePhrase};
pub use statement::{Evidence, Mode, Stance, Statement};
