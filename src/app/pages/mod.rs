//! The pages, and what is around them all.

mod about;
mod article;
mod articles;
mod compare;

use std::cell::RefCell;

use leptos::prelude::*;

use super::components::masthead::masthead;
use super::components::notices::notices;
use super::components::own::{dialog, overlay};
use super::dom::{El, el, link};
use super::place::Place;
use super::shelf::State;
use super::{App, focus, keys};
use crate::view::{Page, ViewState, window_title};

/// The whole page.
pub(crate) fn page(app: App) -> Vec<El> {
    keys::follow(app);
    // Drawn anew for another page or another dossier, and for nothing else.
    let frame = app.address.part(|view| ViewState { page: view.page, dossier: view.dossier, ..ViewState::default() });
    let before = RefCell::new(None);
    let content = el("div").class("content").live(move || {
        let now = frame.get();
        let state = app.shelf.state(&untrack(|| app.address.dossier()));
        let drawn = || vec![content(app, &state, &now.page)];
        // The same page of the same dossier, read again: the reader stays where he or she is.
        let drawing = (now.clone(), matches!(state, State::Ready(_)));
        let is_again = drawing.1 && before.borrow().as_ref() == Some(&drawing);
        before.replace(Some(drawing));
        if !is_again {
            return drawn();
        }
        Place::now().restore_later();
        focus::still(drawn)
    });
    StoredValue::new_local(RenderEffect::new(move |_| app.shelf.ask(app.address.dossier())));
    StoredValue::new_local(RenderEffect::new(move |_| {
        let reading = app.book().map(|book| book.reading);
        document().set_title(&window_title(reading.as_deref(), &app.address.view()));
    }));
    let mut drawn = Vec::from(masthead(app));
    drawn.extend(notices(app));
    drawn.extend([content, dialog(app), overlay(app)]);
    drawn
}

// The pages that a first visit does not show stay functions of their own.
fn content(app: App, state: &State, page: &Page) -> El {
    match (state, page) {
        (_, Page::About) => about::about(state.model()),
        (State::Ready(book), Page::Compare) => compare::compare(app, book),
        (State::Ready(book), Page::Articles) => articles::articles(app, book),
        (State::Ready(book), Page::Article(id)) => article::article(app, book, id),
        (State::Loading, _) => loading(),
        (State::Missing(why), _) => missing(why),
    }
}

/// A page's main part.
fn main_part(class: &str) -> El {
    el("main").class(class).attr("id", "main").attr("tabindex", "-1")
}

/// As in `index.html`.
fn loading() -> El {
    let skeleton = el("div").class("skeleton").attr("aria-hidden", "true").children((0..15).map(|_| el("i")));
    let inner = el("div").class("compare-main").with("h1", "Missile defence in Europe, 2007-2008");
    main_part("compare").child(inner.child(el("p").class("dek").text("Reading the articles …")).child(skeleton))
}

#[inline(never)]
fn missing(why: &str) -> El {
    let home = link(&crate::view::link::href(&ViewState::default()), "Open the site’s own dossier");
    main_part("page")
        .with("h1", "Not here")
        .child(el("p").class("dek").text(why))
        .child(el("p").class("dek").child(home))
}
