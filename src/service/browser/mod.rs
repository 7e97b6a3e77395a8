//! What needs a browser: the analyser in the page, the analyser in workers, and the worker itself.

mod inline;
mod later;
mod lesson;
mod post;
mod seat;
mod serve;
mod worker;

pub use inline::Inline;
pub use serve::serve;
pub use worker::{StartError, Workers};

use std::sync::Arc;

use crate::stance::{self, Codebook};
use crate::syntax::Model;

/// The engine for one job.
fn engine(codebook: Codebook, model: Option<Arc<Model>>) -> stance::Analyser<'static> {
    let engine = stance::Analyser::owning(codebook);
    match model {
        Some(model) => engine.with_model(model),
        None => engine,
    }
}
