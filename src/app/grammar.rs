//! The parser's model: fetched once the first comparison is drawn, then put to use on every dossier of the shelf.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::place;
use super::shelf::{Book, Shelf, State};
use super::site::{self, Extra};
use crate::service::message::Subject;
use crate::service::{Event, Job};
use crate::stance::Analysis;
use crate::text::Problem;
use crate::view::{Reading, honesty};

/// After a comparison is drawn the browser has this long for what it still has to do.
pub(super) const PAUSE: Duration = Duration::from_millis(100);
/// How long to wait for a reader who is in the middle of something.
const LATER: Duration = Duration::from_millis(500);

/// Where the model stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// Nobody has asked for it.
    #[default]
    Unasked,
    /// On its way.
    Awaited,
    /// In use, with its id.
    Known(String),
    /// Not to be had.
    Missing,
}

impl Grammar {
    /// The id of the model in use.
    pub(crate) fn id(&self) -> Option<&str> {
        match self {
            Self::Known(id) => Some(id),
            _ => None,
        }
    }
}

impl Shelf {
    /// How a dossier was read, and whether that is the last word. Reactive.
    pub(crate) fn method(self, reading: &Reading) -> String {
        match (reading.model(), self.grammar.get()) {
            (None, Grammar::Unasked | Grammar::Awaited | Grammar::Known(_)) => {
                "Read by rules so far; with grammar in a moment.".to_owned()
            }
            (model, _) => honesty::method(model).to_owned(),
        }
    }

    /// To be called when a dossier has been read: makes sure that grammar is used on it, once there is time.
    pub(super) fn then_grammar(self) {
        match self.grammar.get_untracked() {
            Grammar::Unasked => {
                self.grammar.set(Grammar::Awaited);
                request_animation_frame(move || {
                    site::fetch_rest();
                    set_timeout(move || self.fetch_grammar(), PAUSE);
                });
            }
            Grammar::Known(_) => self.read_again(),
            Grammar::Awaited | Grammar::Missing => {}
        }
    }

    fn fetch_grammar(self) {
        spawn_local(async move {
            match Extra::Model.fetch(false).await {
                Ok((name, model)) => self.learn(Subject::Grammar, name, model, move |answer| match answer {
                    Ok(id) => {
                        self.grammar.set(Grammar::Known(id));
                        self.read_again();
                    }
                    Err(problem) => self.without_grammar(&problem),
                }),
                Err(problem) => self.without_grammar(&problem),
            }
        });
    }

    fn without_grammar(self, problem: &Problem) {
        self.grammar.set(Grammar::Missing);
        let note = format!("Sentences are read by rules alone, without their grammar. {problem}.");
        self.notes.update(|notes| notes.push(note));
        self.lists_in_quiet();
    }

    /// Reads again with grammar what was read without.
    fn read_again(self) {
        let books = self.books.get_untracked().into_iter().filter_map(|(_, state)| match state {
            State::Ready(book) if book.reading.model().is_none() => Some(book),
            _ => None,
        });
        let books: Vec<Book> = books.collect();
        if books.is_empty() {
            self.lists_in_quiet();
        }
        for book in books {
            self.read_book_again(book);
        }
    }

    fn read_book_again(self, book: Book) {
        let dossier = book.reading.dossier();
        let job = Job { codebook: dossier.codebook.clone(), articles: dossier.articles.clone(), grammar: true };
        let found = RefCell::new(Vec::<Analysis>::new());
        let listener = move |event| match event {
            Event::Chunk(analyses) => found.borrow_mut().extend(analyses),
            Event::Problem(problem) => self.tell(&[problem]),
            Event::Progress { .. } => {}
            Event::Done => {
                let reading = Arc::new(Reading::new(book.reading.dossier().clone(), found.take()));
                self.put_in_place(Book { reading, ..book.clone() }, book.reading.clone());
            }
        };
        self.start(job, Rc::new(listener));
    }

    /// Puts a dossier in the place of what was read of it before, when that disturbs nobody.
    fn put_in_place(self, book: Book, before: Arc<Reading>) {
        if place::is_busy() {
            return set_timeout(move || self.put_in_place(book, before), LATER);
        }
        let id = before.dossier().id.clone();
        let now = untrack(|| self.book(&id));
        // A dossier that was made anew meanwhile has its own way here.
        if now.is_some_and(|now| Arc::ptr_eq(&now.reading, &before)) {
            self.set(id, State::Ready(book));
        }
        self.lists_in_quiet();
    }
}
