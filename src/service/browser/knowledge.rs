//! What reads articles, in a worker or in the page: the language data and the parser's model as far as they have come.

use std::sync::Arc;

use crate::lexicon::Lexicon;
use crate::service::message::Subject;
use crate::stance::{Analyser, Codebook};
use crate::syntax::Model;
use crate::text::Problem;

/// What the program holds, and what was learnt beyond it.
#[derive(Default)]
pub(super) struct Knowledge {
    lists: Option<&'static Lexicon>,
    model: Option<Arc<Model>>,
}

impl Knowledge {
    /// Learns a subject from its file, and returns the file's id.
    pub(super) fn learn(&mut self, subject: Subject, name: &str, file: Vec<u8>) -> Result<String, Problem> {
        match subject {
            Subject::Grammar => {
                let model = Model::read(name, &file)?;
                let id = model.id().to_owned();
                self.model = Some(Arc::new(model));
                Ok(id)
            }
            Subject::Lists => {
                // For good: jobs of before still read with what they began with.
                self.lists = Some(Box::leak(Box::new(Lexicon::read(name, file)?)));
                Ok(Lexicon::WHOLE_ID.to_owned())
            }
        }
    }

    /// The engine for one job.
    pub(super) fn engine(&self, codebook: Codebook, grammar: bool) -> Analyser<'static> {
        let engine = Analyser::owning(self.lists.unwrap_or_else(Lexicon::near), codebook);
        match self.model.clone().filter(|_| grammar) {
            Some(model) => engine.with_model(model),
            None => engine,
        }
    }
}
