//! The dialog in which articles are added.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement};

use super::paste::paste;
use super::question::question;
use super::row::row;
use crate::app::App;
use crate::app::dom::{El, button, el};
use crate::app::tray::{Dispute, RowState};

const ABOUT: &str = "Plain text or Markdown, one article a file. They are read in your browser, stay in this tab, and \
    are gone when you close it.";

/// The dialog. It opens and closes with the tray, and is drawn when it opens.
pub(crate) fn dialog(app: App) -> El {
    let drawn = el("dialog")
        .attr("aria-labelledby", "own-title")
        .on("close", move |_| app.tray.open.set(false))
        .live(move || if app.tray.open.get() { contents(app) } else { Vec::new() });
    follow(app, &drawn);
    drawn
}

fn contents(app: App) -> Vec<El> {
    let tray = app.tray;
    let chosen = RwSignal::new(None::<Dispute>);
    vec![
        el("h2").attr("id", "own-title").text("Add articles"),
        el("p").class("sum").text(ABOUT),
        chooser(app),
        paste(app),
        el("ul").class("rows").live(move || tray.rows.get().iter().map(|one| row(one, app)).collect()),
        el("div").hidden_if(move || tray.waiting().is_empty()).child(question(app, chosen)),
        bottom(app, chosen),
    ]
}

/// Opens and closes the dialog with the tray.
fn follow(app: App, dialog: &El) {
    let dialog: HtmlDialogElement = dialog.raw().clone().unchecked_into();
    let follow = move |_| match (app.tray.open.get(), dialog.open()) {
        // Refused only where it is open already.
        (true, false) => drop(dialog.show_modal()),
        (false, true) => dialog.close(),
        _ => {}
    };
    StoredValue::new_local(RenderEffect::new(follow));
}

fn bottom(app: App, chosen: RwSignal<Option<Dispute>>) -> El {
    let tray = app.tray;
    let busy = move || tray.rows.get().iter().any(|row| matches!(row.state, RowState::Reading(_)));
    let ready = move || {
        let named = match chosen.get() {
            Some(Dispute::New(questions)) => !questions.trim().is_empty(),
            Some(Dispute::Same) => true,
            None => false,
        };
        named && !busy() && !tray.waiting().is_empty()
    };
    let read = move |_| {
        if let Some(dispute) = chosen.get_untracked() {
            tray.read(dispute, app);
        }
    };
    let status = move || match app.shelf.work.get() {
        Some(_) => format!("{} of {} articles read", app.shelf.progress.get().done, app.shelf.progress.get().total),
        None => String::new(),
    };
    el("div")
        .class("bottom")
        .child(el("span").attr("role", "status").live_text(status))
        .child(button("button", "Close").on("click", move |_| tray.open.set(false)))
        .child(button("button strong", "Read these articles").disabled_if(move || !ready()).on("click", read))
}

fn chooser(app: App) -> El {
    let chosen = move |event: Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            app.tray.add_files(input.files(), app);
            // So that the same file can be chosen again once it has been mended.
            input.set_value("");
        }
    };
    let input = el("input")
        .class("unseen")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".txt,.md,.markdown,.text,text/plain,text/markdown")
        .attr("aria-label", "Choose files")
        .on("change", chosen);
    el("label")
        .class("drop")
        .with("span", "Drop files anywhere on the page, or")
        .child(el("span").class("button").attr("aria-hidden", "true").text("Choose files"))
        .child(input)
}
