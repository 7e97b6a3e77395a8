//! The pages, and what is around them all.

mod about;
mod article;
mod articles;
mod compare;

use leptos::prelude::*;

use super::components::masthead::masthead;
use super::components::notices::notices;
use super::components::own::{Overlay, dialog, overlay};
use super::shelf::{Shelf, State, dossier_id};
use super::tray::Tray;
use super::url::Address;
use super::{keys, width};
use crate::view::{Page, window_title};

/// The whole page.
pub(crate) fn app() -> AnyView {
    let address = Address::follow();
    let shelf = Shelf::new();
    provide_context(address);
    provide_context(shelf);
    provide_context(width::follow());
    keys::follow(address);

    let id = Memo::new(move |_| address.view.with(dossier_id));
    shelf.ask(id.get_untracked());
    Effect::watch(move || id.get(), move |id, _, _| shelf.ask(id.clone()), false);
    let state = Memo::new(move |_| id.with(|id| shelf.state(id)));
    let page = Memo::new(move |_| address.view.with(|view| view.page.clone()));
    let book = Signal::derive(move || match state.get() {
        State::Ready(book) => Some(book),
        State::Loading | State::Missing(_) => None,
    });
    Effect::new(move || {
        let title = book.with(|book| {
            let reading = book.as_ref().map(|book| &*book.reading);
            address.view.with(|view| window_title(reading, view))
        });
        document().set_title(&title);
    });
    let tray = Tray::new();
    let over = Overlay::follow(tray, book);
    view! {
        {masthead(book, tray)}
        {notices(address, shelf)}
        {move || state.with(|state| content(state, &page.get()))}
        {dialog(tray, book)}
        {overlay(over)}
    }
    .into_any()
}

fn content(state: &State, page: &Page) -> AnyView {
    match (state, page) {
        (State::Ready(book), Page::Compare) => compare::compare(book),
        (State::Ready(book), Page::Articles) => articles::articles(book),
        (State::Ready(book), Page::Article(id)) => article::article(book, id),
        (_, Page::About) => about::about(),
        (State::Loading, _) => loading(),
        (State::Missing(why), _) => missing(why),
    }
}

/// As in `index.html`.
fn loading() -> AnyView {
    view! {
        <main class="compare" id="main" tabindex="-1">
            <div class="compare-main">
                <h1>"Missile defence in Europe, 2007–2008"</h1>
                <p class="dek">"Reading the articles …"</p>
                <div class="skeleton" aria-hidden="true">{(0..15).map(|_| view! { <i></i> }).collect_view()}</div>
            </div>
        </main>
    }
    .into_any()
}

fn missing(why: &str) -> AnyView {
    let home = crate::view::link::href(&crate::view::ViewState::default());
    view! {
        <main class="page" id="main" tabindex="-1">
            <h1>"Not here"</h1>
            <p class="dek">{why.to_owned()}</p>
            <p class="dek"><a href=home>"Open the site’s own dossier"</a></p>
        </main>
    }
    .into_any()
}
