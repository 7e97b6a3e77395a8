//! The page: the plain values of [`view`](crate::view) as elements, kept up to date by Leptos's signals.
//!
//! See `README.md` beside this file for what may and may not be known here.

mod components;
mod dom;
mod download;
mod focus;
mod keys;
mod pages;
mod shelf;
mod site;
mod tray;
mod url;
mod width;

use leptos::prelude::*;
use leptos::task::Executor;

use self::shelf::{Book, Shelf};
use self::tray::Tray;
use self::url::Address;
use self::width::Width;

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
}

/// Puts the page in the place of what `index.html` shows until now.
pub fn mount() {
    // Fails only where it has been done.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.set();
    let app = App { address: Address::follow(), shelf: Shelf::new(), tray: Tray::new(), width: Width::follow() };
    if let Some(place) = document().get_element_by_id("page") {
        let drawn = pages::page(app);
        place.set_text_content(None);
        drawn.into_iter().for_each(|part| drop(place.append_child(part.raw())));
    }
    // The page ends with its window.
    std::mem::forget(owner);
}
