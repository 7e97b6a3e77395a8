//! The dossiers that the page holds, and the reading of new ones.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::grammar::Grammar;
use super::lists::Lists;
use super::site::{self, Loaded};
use crate::compare::Dossier;
use crate::corpus::Article;
use crate::service::browser::{StartError, Workers};
use crate::service::message::Subject;
use crate::service::{Analyser, Event, Job, Listener, RequestId};
use crate::stance::Analysis;
use crate::text::Problem;
use crate::view::{Reading, is_own};

/// A dossier that has been read.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    /// The dossier with what was found in it.
    pub(crate) reading: Arc<Reading>,
    /// Whether it holds articles of the reader's own, which a link does not carry.
    pub(crate) private: bool,
}

/// Where a dossier stands.
#[derive(Clone, Debug)]
pub(crate) enum State {
    /// On its way.
    Loading,
    /// Read.
    Ready(Book),
    /// Not to be had, and what to tell the reader.
    Missing(String),
}

impl State {
    /// The id of the parser's model that it was read with.
    pub(crate) fn model(&self) -> Option<&str> {
        match self {
            Self::Ready(book) => book.reading.model(),
            Self::Loading | Self::Missing(_) => None,
        }
    }
}

/// What is heard while a dossier is read.
pub(crate) enum Heard<'a> {
    /// Some of its articles are read.
    Articles(&'a [Analysis]),
    /// All of them are, and the dossier is on the shelf.
    All,
}

/// How far the work is that the reader waits for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Progress {
    /// Articles done.
    pub(crate) done: usize,
    /// Articles in all.
    pub(crate) total: usize,
}

/// Stands for a job that has not been started.
const NOT_YET: RequestId = RequestId(0);

/// The dossiers of the page, by id.
#[derive(Clone, Copy)]
pub(crate) struct Shelf {
    pub(super) books: RwSignal<Vec<(String, State)>>,
    /// Whether sentences are read with the parser.
    pub(crate) grammar: RwSignal<Grammar>,
    /// The lists in whole.
    pub(super) lists: StoredValue<Lists, LocalStorage>,
    /// The job that the reader waits for; [`NOT_YET`] while it waits for something itself.
    pub(crate) work: RwSignal<Option<RequestId>>,
    /// How far it is.
    pub(crate) progress: RwSignal<Progress>,
    /// What the reader should know; each stands until it is put away.
    pub(crate) notes: RwSignal<Vec<String>>,
    pub(super) workers: StoredValue<Workers, LocalStorage>,
    /// How often the reader has given up waiting.
    given_up: StoredValue<u32>,
}

impl Shelf {
    /// An empty shelf, with a worker starting.
    pub(crate) fn new() -> Self {
        let notes = RwSignal::new(Vec::new());
        let workers = Workers::start(move |reason| {
            let why = match reason {
                StartError::Refused => "Your browser starts no background program for this page",
                StartError::OtherBuild => "An older part of this page was still in your browser’s memory",
            };
            notes.update(|notes| {
                notes.push(format!("{why}: articles are read in the page itself, which may halt it for moments."));
            });
        });
        let workers = StoredValue::new_local(workers);
        Self {
            books: RwSignal::default(),
            grammar: RwSignal::default(),
            lists: StoredValue::new_local(Lists::default()),
            work: RwSignal::default(),
            progress: RwSignal::default(),
            notes,
            workers,
            given_up: StoredValue::new(0),
        }
    }

    /// Where a dossier stands. Reactive.
    pub(crate) fn state(self, id: &str) -> State {
        let found = self.books.get().into_iter().find(|(book, _)| book == id);
        found.map_or(State::Loading, |(_, state)| state)
    }

    /// A dossier, once it has been read. Reactive.
    pub(crate) fn book(self, id: &str) -> Option<Book> {
        match self.state(id) {
            State::Ready(book) => Some(book),
            State::Loading | State::Missing(_) => None,
        }
    }

    /// Fetches a dossier of the site and reads it, unless that has been done.
    pub(crate) fn ask(self, id: String) {
        if self.books.with_untracked(|books| books.iter().any(|(book, _)| *book == id)) {
            return;
        }
        if is_own(&id) {
            let message = "This link leads to articles that were read in someone’s own browser; they are not part of it. \
                Add the same articles with the same question, and the link opens the same view.";
            return self.set(id, State::Missing(message.to_owned()));
        }
        if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            return self.set(id, State::Missing("There is no such dossier here.".to_owned()));
        }
        self.set(id.clone(), State::Loading);
        spawn_local(async move {
            match site::load(&id).await {
                Ok(Loaded { dossier, problems, near }) => {
                    self.tell(&problems);
                    if near {
                        self.read(dossier, Vec::new(), false, |_| {});
                    } else {
                        self.read_with_lists(dossier, Vec::new(), false, |_| {});
                    }
                }
                Err(problem) => self.set(id, State::Missing(problem.to_string())),
            }
        });
    }

    /// The same as [`read`](Self::read) with the lists in whole, for a dossier that the program was not made for.
    pub(crate) fn read_with_lists(
        self,
        dossier: Dossier,
        known: Vec<Analysis>,
        private: bool,
        heard: impl Fn(Heard) + 'static,
    ) {
        let given_up = self.given_up.get_value();
        self.progress.set(Progress { done: 0, total: dossier.articles.len() });
        self.work.set(Some(NOT_YET));
        self.quicken();
        let work = move || {
            if self.given_up.get_value() == given_up {
                self.read(dossier, known, private, heard);
            }
        };
        self.with_lists(true, Box::new(work));
    }

    /// Reads a dossier and puts it on the shelf under its id. What is `known` of its articles, by the same questions, is
    /// not read again, unless it was read without the grammar that there is by now. `heard` is told how far it is.
    pub(crate) fn read(
        self,
        dossier: Dossier,
        mut known: Vec<Analysis>,
        private: bool,
        heard: impl Fn(Heard) + 'static,
    ) {
        let model = self.grammar.get_untracked();
        known.retain(|analysis| analysis.model.as_deref() == model.id());
        let is_new = |article: &&Article| known.iter().all(|analysis| analysis.article != article.id);
        let articles: Vec<Article> = dossier.articles.iter().filter(is_new).cloned().collect();
        let total = articles.len();
        let job = Job { codebook: dossier.codebook.clone(), articles, grammar: model.id().is_some() };
        let (found, waiting) = (RefCell::new(known), RefCell::new(Some(dossier)));
        let listener = move |event| match event {
            Event::Chunk(analyses) => {
                heard(Heard::Articles(&analyses));
                found.borrow_mut().extend(analyses);
            }
            Event::Progress { done, total } => self.progress.set(Progress { done, total }),
            Event::Problem(problem) => self.tell(&[problem]),
            Event::Done => {
                self.work.set(None);
                if let Some(dossier) = waiting.take() {
                    let id = dossier.id.clone();
                    let reading = Arc::new(Reading::new(dossier, found.take()));
                    self.set(id, State::Ready(Book { reading, private }));
                    heard(Heard::All);
                    self.then_grammar();
                }
            }
        };
        self.progress.set(Progress { done: 0, total });
        self.work.set(Some(self.start(job, Rc::new(listener))));
    }

    /// Starts a job that the reader does not wait for.
    pub(super) fn start(self, job: Job, listener: Listener) -> RequestId {
        self.workers.with_value(|workers| workers.start(job, listener))
    }

    /// Hands the file of a subject to the workers, which check it.
    pub(super) fn learn(
        self,
        subject: Subject,
        name: String,
        file: Vec<u8>,
        heard: impl Fn(Result<String, Problem>) + 'static,
    ) {
        self.workers.with_value(|workers| workers.learn(subject, name, file, Rc::new(heard)));
    }

    /// Gives up what the reader waits for.
    pub(crate) fn cancel(self) {
        if let Some(request) = self.work.get_untracked() {
            self.workers.with_value(|workers| workers.cancel(request));
        }
        self.given_up.update_value(|times| *times += 1);
        self.work.set(None);
    }

    /// Tells the reader of problems.
    pub(crate) fn tell(self, problems: &[Problem]) {
        if !problems.is_empty() {
            self.notes.update(|notes| notes.extend(problems.iter().map(Problem::to_string)));
        }
    }

    pub(super) fn set(self, id: String, state: State) {
        self.books.update(|books| match books.iter_mut().find(|(book, _)| *book == id) {
            Some(book) => book.1 = state,
            None => books.push((id, state)),
        });
    }
}
