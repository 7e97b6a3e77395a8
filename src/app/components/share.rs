//! The view as a link, and what it shows as files.

use super::copy::copy_button;
use crate::app::App;
use crate::app::dom::{El, el};
use crate::app::download::{Form, Table, download};
use crate::app::url::address_of;

/// A button that opens what can be taken away from here.
pub(crate) fn share(app: App) -> El {
    let private = el("p")
        .text("The link does not carry your own articles: who receives it needs the same ones to see the same view.")
        .hidden_if(move || !app.book().is_some_and(|book| book.private));
    let files = el("p")
        .child(download(app, Table::Positions, Form::Csv))
        .child(download(app, Table::Positions, Form::JsonLines))
        .child(download(app, Table::Statements, Form::Csv))
        .child(download(app, Table::Statements, Form::JsonLines));
    let body = el("div")
        .class("pop-body share")
        .child(el("p").child(copy_button("Copy a link to this view", move || address_of(&app.address.view_now()))))
        .child(private)
        .child(el("p").class("choice-head").text("What this view shows, as a file"))
        .child(files);
    el("details").class("pop end").attr("name", "pop").child(el("summary").class("button").text("Share")).child(body)
}
