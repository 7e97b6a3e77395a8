//! A text from the clipboard.

use leptos::prelude::*;

use crate::app::App;
use crate::app::dom::{El, button, el, value_of};

/// A field and a button that adds what is in it.
pub(crate) fn paste(app: App) -> El {
    let text = RwSignal::new(String::new());
    let add = move |_| {
        app.tray.add_text(&text.get_untracked(), app);
        text.set(String::new());
    };
    let field = el("textarea")
        .class("paste input")
        .attr("aria-label", "The article’s text")
        .live_value(move || text.get())
        .on("input", move |event| text.set(value_of(&event)));
    let add = button("button", "Add this text").on("click", add).disabled_if(move || text.get().trim().is_empty());
    let summary = el("summary").class("plain").text("Or paste a text");
    el("details").class("pasting").child(summary).child(field).child(add)
}
