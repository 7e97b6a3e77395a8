//! The view as a link, and what it shows as files.

use super::copy::copy_button;
use super::popover::popover;
use crate::app::App;
use crate::app::dom::{El, el};
use crate::app::download::{Form, Table, download};
use crate::app::url::address_of;

/// What a reader should know before sending such a link.
const PRIVATE: &str =
    "The link does not carry your own articles: who receives it needs the same ones to see the same view.";

/// A button that opens what can be taken away from here.
pub(crate) fn share(app: App) -> El {
    popover("Share", move || {
        let private = app.book().is_some_and(|book| book.private);
        let files = [Table::Positions, Table::Statements]
            .into_iter()
            .flat_map(|table| [Form::Csv, Form::JsonLines].map(|form| download(app, table, form)));
        let copy = copy_button("Copy a link to this view", move || address_of(&app.address.view_now()));
        let mut drawn = vec![el("p").child(copy)];
        drawn.extend(private.then(|| el("p").text(PRIVATE)));
        drawn.push(el("p").class("choice-head").text("What this view shows, as a file"));
        drawn.push(el("p").children(files));
        drawn
    })
    .class("pop end share")
}
