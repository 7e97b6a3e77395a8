//! The page: the plain values of [`view`](crate::view) as elements, kept up to date by Leptos's signals.
//!
//! See `README.md` beside this file for what may and may not be known here.

mod components;
mod dom;
mod download;
mod engine;
mod focus;
mod grammar;
mod keys;
mod lists;
mod pages;
mod place;
mod shelf;
mod site;
mod tray;
mod url;
mod width;

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::shelf::{Book, Shelf};
use self::tray::Tray;
use self::url::Address;
use self::width::Width;
use crate::view::Reading;

/// What every part of the page may ask and do.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The view, and the way to another.
    pub(crate) address: Address,
    /// The dossiers.
    pub(crate) shelf: Shelf,
    /// The reader's own files.
    pub(crate) tray: Tray,
    /// How much room there is.
    pub(crate) width: Width,
}

impl App {
    /// The dossier that the view shows, once it is there. Reactive.
    pub(crate) fn book(self) -> Option<Book> {
        self.shelf.book(&self.address.dossier())
    }

    /// What was read in it, without following it.
    pub(crate) fn reading_now(self) -> Option<Arc<Reading>> {
        untrack(move || self.book()).map(|book| book.reading)
    }
}

/// Puts the page in the place of what `index.html` shows until now.
pub fn mount() {
    let Some(place) = document().get_element_by_id("page").and_then(|place| place.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let page = place.clone();
    // Leptos starts its effects and keeps what they belong to; the elements are our own.
    let mounted = mount_to(place, move || {
        let app = App { address: Address::follow(), shelf: Shelf::new(), tray: Tray::new(), width: Width::follow() };
        let drawn = pages::page(app);
        page.set_text_content(None);
        for part in drawn {
            // Fails for no element of ours.
            let _ = page.append_child(part.raw());
        }
    });
    mounted.forget();
}
