//! A parser for the rules: sentence after sentence of a document, with room that is used again.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::document::Document;
use super::model::Model;
use super::parser::{Parse, Scratch};
use crate::text::Sentence;

/// A model at work.
#[derive(Clone, Debug)]
pub struct SentenceParser {
    model: Arc<Model>,
    scratch: RefCell<Scratch>,
    parsed: Cell<u32>,
}

impl SentenceParser {
    /// Puts a model to work.
    pub fn new(model: Arc<Model>) -> Self {
        Self { model, scratch: RefCell::default(), parsed: Cell::new(0) }
    }

    /// Parses one sentence. Never part of its caller: a first visit does without it.
    #[inline(never)]
    pub fn parse(&self, document: &Document, sentence: Sentence) -> Parse {
        self.parsed.set(self.parsed.get() + 1);
        let words: Vec<&str> = (sentence.first..sentence.end).map(|at| document.word(at)).collect();
        self.model.parse(&words, &mut self.scratch.borrow_mut())
    }

    /// How many sentences were parsed so far.
    pub fn parsed(&self) -> u32 {
        self.parsed.get()
    }

    /// The model's [`id`](Model::id).
    pub fn model_id(&self) -> &str {
        self.model.id()
    }
}
