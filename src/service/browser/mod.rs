//! What needs a browser: the analyser in the page, the analyser in workers, and the worker itself.

mod inline;
mod knowledge;
mod later;
mod lesson;
mod post;
mod seat;
mod serve;
mod worker;

pub use inline::Inline;
pub use serve::serve;
pub use worker::{StartError, Workers};
