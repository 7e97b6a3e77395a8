//! The files and texts that a reader adds, from their bytes to articles.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList};

use super::App;
use super::shelf::Heard;
use super::url::Step;
use crate::corpus::{Article, DecodeError, LARGEST_FILE_BYTES, read_article};
use crate::text::Problem;
use crate::view::{Action, Reading, ViewState, new_dispute, same_dispute};

/// One file or pasted text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Its place among all that were ever added.
    pub(crate) number: usize,
    /// The file's name, or what stands for one.
    pub(crate) name: String,
    /// How far it is.
    pub(crate) state: RowState,
    /// What the reader should know of it.
    pub(crate) problems: Vec<String>,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RowState {
    /// Its bytes are being read.
    Opening,
    /// It is an article and waits for its question.
    Waiting(Box<Article>),
    /// The analyser has it.
    Reading(String),
    /// It has been read; so many statements were found.
    Done(usize),
    /// It cannot be read; `problems` says why.
    Refused,
}

/// The tray.
#[derive(Clone, Copy)]
pub(crate) struct Tray {
    /// Whether its dialog is open.
    pub(crate) open: RwSignal<bool>,
    /// What lies in it.
    pub(crate) rows: RwSignal<Vec<Row>>,
    added: StoredValue<usize>,
}

/// Through which questions the articles are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Dispute {
    /// Those of the dossier at hand.
    Same,
    /// New ones, one a line.
    New(String),
}

impl Tray {
    /// An empty tray.
    pub(crate) fn new() -> Self {
        Self { open: RwSignal::new(false), rows: RwSignal::default(), added: StoredValue::new(0) }
    }

    /// Adds files and opens the dialog. The dossier at hand must not get a text twice.
    pub(crate) fn add_files(self, files: Option<FileList>, app: App) {
        self.open.set(true);
        app.shelf.quicken();
        let at_hand = app.reading_now();
        let files = files.map(|files| (0..files.length()).filter_map(|place| files.get(place)).collect::<Vec<File>>());
        for file in files.unwrap_or_default() {
            let at_hand = at_hand.clone();
            let number = self.add_row(file.name());
            spawn_local(async move {
                match bytes_of(&file).await {
                    Ok(bytes) => self.take(number, &file.name(), &bytes, at_hand.as_deref()),
                    Err(why) => self.refuse(number, why),
                }
            });
        }
    }

    /// Adds a pasted text.
    pub(crate) fn add_text(self, text: &str, app: App) {
        app.shelf.quicken();
        let number = self.add_row(format!("Pasted text {}", self.added.get_value() + 1));
        self.take(number, "pasted text", text.as_bytes(), app.reading_now().as_deref());
    }

    /// The articles that wait for their question.
    pub(crate) fn waiting(self) -> Vec<Article> {
        self.rows.get().iter().filter_map(|row| row.article().cloned()).collect()
    }

    /// Changes what is known of a waiting article. Nobody is told, so that the field it is written in stays as it is.
    pub(crate) fn know(self, number: usize, change: impl FnOnce(&mut Article)) {
        self.rows.update_untracked(|rows| {
            let row = rows.iter_mut().find(|row| row.number == number);
            if let Some(RowState::Waiting(article)) = row.map(|row| &mut row.state) {
                change(article);
            }
        });
    }

    /// Takes a row out.
    pub(crate) fn remove(self, number: usize) {
        self.rows.update(|rows| rows.retain(|row| row.number != number));
    }

    /// Reads the waiting articles, then opens the comparison that they are in.
    pub(crate) fn read(self, dispute: Dispute, app: App) {
        let (articles, at_hand) = (untrack(move || self.waiting()), app.reading_now());
        let (dossier, known) = match (dispute, at_hand) {
            (Dispute::Same, Some(reading)) => {
                let known = reading.articles().map(|(_, analysis)| analysis.clone()).collect();
                (Some(same_dispute(reading.dossier(), articles)), known)
            }
            (Dispute::New(questions), _) => (new_dispute(&questions, articles), Vec::new()),
            (Dispute::Same, None) => return,
        };
        let Some(dossier) = dossier else { return };
        self.rows.update(|rows| rows.iter_mut().for_each(Row::hand_over));
        let view = ViewState::default().apply(Action::OpenDossier(Some(dossier.id.clone())));
        app.shelf.read_with_lists(dossier, known, true, move |heard| match heard {
            Heard::Articles(analyses) => {
                for found in analyses {
                    self.done(&found.article, found.statements.len());
                }
            }
            Heard::All => {
                // What could not be read stays named until the reader has seen it.
                self.rows.update(|rows| rows.retain(|row| row.state == RowState::Refused));
                self.open.set(self.rows.with_untracked(|rows| !rows.is_empty()));
                app.address.open(&view, Step::New);
            }
        });
    }

    fn done(self, article: &str, statements: usize) {
        self.rows.update(|rows| {
            for row in rows.iter_mut().filter(|row| row.state == RowState::Reading(article.to_owned())) {
                row.state = RowState::Done(statements);
            }
        });
    }

    fn add_row(self, name: String) -> usize {
        let number = self.added.get_value() + 1;
        self.added.set_value(number);
        self.rows.update(|rows| rows.push(Row { number, name, state: RowState::Opening, problems: Vec::new() }));
        number
    }

    fn take(self, number: usize, name: &str, bytes: &[u8], at_hand: Option<&Reading>) {
        let (article, problems) = read_article(name, bytes, Article::default());
        let twin = article.as_ref().and_then(|article| self.twin(article, at_hand));
        self.update(number, |row| {
            row.problems = problems.into_iter().map(|Problem { message, .. }| message).collect();
            row.problems.extend(
                twin.as_ref().map(|twin| format!("the same text as {twin}; left out, so that it does not count twice")),
            );
            row.state = match article.filter(|_| twin.is_none()) {
                Some(article) => RowState::Waiting(Box::new(article)),
                None => RowState::Refused,
            };
        });
    }

    /// Where the same text is already.
    fn twin(self, article: &Article, at_hand: Option<&Reading>) -> Option<String> {
        let here = |rows: &Vec<Row>| {
            let twin = rows.iter().find(|row| row.article().is_some_and(|other| other.text == article.text))?;
            Some(twin.name.clone())
        };
        let there = |reading: &Reading| {
            let twin = reading.articles().find(|(other, _)| other.text == article.text)?;
            Some(format!("“{}”", twin.0.title))
        };
        self.rows.with_untracked(here).or_else(|| at_hand.and_then(there))
    }

    fn refuse(self, number: usize, why: String) {
        self.update(number, |row| {
            row.problems.push(why);
            row.state = RowState::Refused;
        });
    }

    fn update(self, number: usize, change: impl FnOnce(&mut Row)) {
        self.rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.number == number) {
                change(row);
            }
        });
    }
}

impl Row {
    /// The article, while it waits for its question.
    pub(crate) fn article(&self) -> Option<&Article> {
        match &self.state {
            RowState::Waiting(article) => Some(article),
            _ => None,
        }
    }

    fn hand_over(&mut self) {
        if let RowState::Waiting(article) = &self.state {
            self.state = RowState::Reading(article.id.clone());
        }
    }
}

/// A file's bytes, or why it is not read.
async fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    // A size is a whole number below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole and not negative")]
    let bytes = file.size() as usize;
    if bytes > LARGEST_FILE_BYTES {
        return Err(DecodeError::TooLarge { bytes }.to_string());
    }
    let extension =
        file.name().rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    if matches!(extension.as_str(), "json" | "csv" | "html" | "htm" | "xml") {
        return Err("this is not an article's text; save the article as .txt or .md and try again".to_owned());
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| "your browser could not open the file; check that it is still there".to_owned())
}
