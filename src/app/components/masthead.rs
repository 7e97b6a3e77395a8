//! The head of every page: name, pages, and what can be done with any of them.

use leptos::prelude::*;

use super::share::share;
use crate::app::dom::{El, button, el};
use crate::app::{App, focus};
use crate::view::{Action, Page};

/// The masthead, after a link for the keyboard that skips it.
pub(crate) fn masthead(app: App) -> [El; 2] {
    let home = Action::Go(Page::Compare);
    let brand =
        el("a").class("brand").text("Demarche").live_attr("href", move || Some(app.address.view().href(home.clone())));
    let pages = el("nav")
        .class("pages")
        .attr("aria-label", "Pages")
        .child(tab(app, Page::Compare, "Compare"))
        .child(tab(app, Page::Articles, "Articles"))
        .child(tab(app, Page::About, "How this was made"));
    let add = button("button", "Add articles").on("click", move |_| app.tray.open.set(true));
    let tools = el("div").class("tools").child(add).child(share(app));
    // The fragment of the address is the view's, so the jump is made by hand.
    let skip = el("a").class("skip").attr("href", "#main").text("Skip to the content").on("click", |event| {
        event.prevent_default();
        focus::on("main");
    });
    [skip, el("header").class("masthead").child(brand).child(pages).child(tools)]
}

fn tab(app: App, to: Page, name: &str) -> El {
    let (here, action) = (to.clone(), Action::Go(to));
    let current = move || is_within(&app.address.view().page, &here).then(|| "page".to_owned());
    el("a")
        .text(name)
        .live_attr("href", move || Some(app.address.view().href(action.clone())))
        .live_attr("aria-current", current)
}

/// An article belongs to the list of articles.
fn is_within(page: &Page, tab: &Page) -> bool {
    page == tab || (matches!(page, Page::Article(_)) && *tab == Page::Articles)
}
