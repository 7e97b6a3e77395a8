//! What the site serves: dossiers and their articles, by relative addresses only, so that any host and any path will do.

use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

use crate::compare::Dossier;
use crate::corpus::read_article;
use crate::lexicon::is_near;
use crate::report::{ArticleEntry, Library, read_dossier};
use crate::text::Problem;

/// The dossier that opens where the link names none.
pub(crate) const FIRST: &str = "missile-defence";

#[wasm_bindgen]
extern "C" {
    /// Has the browser fetch what a first visit does not run (`scripts/start.js`). Where something of it is needed before it
    /// is there, the browser waits for it.
    #[wasm_bindgen(js_name = fetchRest)]
    pub(crate) fn fetch_rest();
}

/// A dossier of the site.
pub(crate) struct Loaded {
    /// The dossier, with the articles that could be had.
    pub(crate) dossier: Dossier,
    /// What could not be had or read.
    pub(crate) problems: Vec<Problem>,
    /// Whether the language data in the page's program was made for just these files.
    pub(crate) near: bool,
}

/// Fetches a dossier and its articles. An article that cannot be had is named among the problems and left out.
///
/// # Errors
/// Where there is no such dossier, or its file cannot be read.
pub(crate) async fn load(id: &str) -> Result<Loaded, Problem> {
    let folder = format!("dossiers/{id}/");
    let place = format!("{folder}dossier.json");
    let bytes = body(request(&place)).await.map_err(|error| Problem::new(&place, error))?;
    let file = read_dossier(&place, &bytes)?;
    let (mut problems, mut near) = (file.problems, is_near(&bytes));
    // All are asked for before the first is waited for.
    let asked: Vec<(ArticleEntry, Promise)> = file
        .articles
        .into_iter()
        .map(|entry| {
            let answer = request(&format!("{folder}{}", entry.file));
            (entry, answer)
        })
        .collect();
    let mut articles = Library::default();
    for (entry, answer) in asked {
        match body(answer).await {
            Ok(bytes) => {
                near &= is_near(&bytes);
                let (article, found) = read_article(&entry.file, &bytes, entry.known);
                problems.extend(found);
                let added = article.map(|article| articles.add(&entry.file, article));
                problems.extend(added.and_then(Result::err));
            }
            Err(error) => problems.push(Problem::new(entry.file, error)),
        }
    }
    let dossier =
        Dossier { id: id.to_owned(), codebook: file.codebook, events: file.events, articles: articles.into_articles() };
    Ok(Loaded { dossier, problems, near })
}

/// A file that the page names in a link and no browser fetches for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extra {
    /// The parser's model.
    Model,
    /// The lists in whole.
    Lists,
}

impl Extra {
    /// Its address; `None` where the page has no such file.
    pub(crate) fn address(self) -> Option<String> {
        let link = match self {
            Self::Model => "link[rel=model]",
            Self::Lists => "link[rel=lists]",
        };
        let link = document().query_selector(link).ok().flatten();
        link.and_then(|link| link.get_attribute("href")).filter(|address| !address.is_empty())
    }

    /// Fetches it: its name and bytes. Unless there is `hurry`, whatever else is on its way goes first.
    ///
    /// # Errors
    /// Where it cannot be had.
    pub(crate) async fn fetch(self, hurry: bool) -> Result<(String, Vec<u8>), Problem> {
        let address = self.address().unwrap_or_default();
        let name = address.trim_start_matches("./").to_owned();
        let options = RequestInit::new();
        // Browsers that know no priorities pass over it.
        let _ = Reflect::set(&options, &"priority".into(), &if hurry { "high" } else { "low" }.into());
        let answer = window().fetch_with_str_and_init(&address, &options);
        match body(answer).await {
            Ok(bytes) => Ok((name, bytes)),
            Err(error) => Err(Problem::new(name, error)),
        }
    }
}

fn request(address: &str) -> Promise {
    window().fetch_with_str(address)
}

/// The bytes of an answer, or what a reader should know.
async fn body(answer: Promise) -> Result<Vec<u8>, String> {
    let response: Response = settled(answer).await?;
    if !response.ok() {
        return Err(match response.status() {
            404 => "the site does not have this file; the rest works without it".to_owned(),
            status => format!("the site did not give this file (answer {status}); try again later"),
        });
    }
    let buffer = response.array_buffer().map_err(|_| interrupted())?;
    Ok(Uint8Array::new(&settled::<JsValue>(buffer).await?).to_vec())
}

async fn settled<T: JsCast>(promise: Promise) -> Result<T, String> {
    JsFuture::from(promise).await.map_err(|_| interrupted())?.dyn_into().map_err(|_| interrupted())
}

fn interrupted() -> String {
    "the connection failed; reload the page when it is back".to_owned()
}
