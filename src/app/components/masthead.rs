//! The head of every page: name, pages, and what can be done with any of them.

use leptos::prelude::*;

use super::share::share;
use crate::app::shelf::Book;
use crate::app::tray::Tray;
use crate::app::url::Address;
use crate::view::{Action, Page};

/// The masthead. `book` is what the page shows, once it is there; `tray` takes the reader's own articles.
pub(crate) fn masthead(book: Signal<Option<Book>>, tray: Tray) -> AnyView {
    let address = expect_context::<Address>();
    let page = Memo::new(move |_| address.view.with(|view| view.page.clone()));
    let tab = move |to: Page, name: &'static str| {
        let here = to.clone();
        let current = move || is_within(&page.get(), &here).then_some("page");
        view! { <a href=move || address.href(Action::Go(to.clone())) aria-current=current>{name}</a> }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>"Skip to the content"</a>
        <header class="masthead">
            <a class="brand" href=move || address.href(Action::Go(Page::Compare))>"Demarche"</a>
            <nav class="pages" aria-label="Pages">
                {tab(Page::Compare, "Compare")}
                {tab(Page::Articles, "Articles")}
                {tab(Page::About, "How this was made")}
            </nav>
            <div class="tools">
                <button type="button" class="button" on:click=move |_| tray.open.set(true)>"Add articles"</button>
                {share(book)}
            </div>
        </header>
    }
    .into_any()
}

/// An article belongs to the list of articles.
fn is_within(page: &Page, tab: &Page) -> bool {
    page == tab || (matches!(page, Page::Article(_)) && *tab == Page::Articles)
}

/// The fragment of the address is the view's, so the jump is made by hand.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::app::focus::on("main");
}
