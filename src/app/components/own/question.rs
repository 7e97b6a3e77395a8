//! By which questions the articles are read: never by those of another dispute without asking.

use leptos::prelude::*;

use crate::app::App;
use crate::app::dom::{El, el, value_of};
use crate::app::tray::Dispute;

/// The choice. `chosen` is `None` until the reader has made it.
pub(crate) fn question(app: App, chosen: RwSignal<Option<Dispute>>) -> El {
    let title = move || app.book().map(|book| book.reading.codebook().title.clone());
    let questions = RwSignal::new(String::new());
    let is_new = move || matches!(chosen.get(), Some(Dispute::New(_)));
    let choose_new = move || chosen.set(Some(Dispute::New(questions.get_untracked())));
    let radio = || el("input").attr("type", "radio").attr("name", "dispute");
    let same = el("label")
        .class("radio")
        .hidden_if(move || title().is_none())
        .child(radio().on("change", move |_| chosen.set(Some(Dispute::Same))))
        .child(
            el("span").live_text(move || format!("The same: with the questions of “{}”", title().unwrap_or_default())),
        );
    let new = el("label").class("radio").child(radio().on("change", move |_| choose_new())).with("span", "A new one");
    let field = el("textarea").class("input").attr("rows", "2").attr("placeholder", "Should NATO admit Ukraine?").on(
        "input",
        move |event| {
            questions.set(value_of(&event));
            choose_new();
        },
    );
    let name = el("label")
        .class("field")
        .hidden_if(move || !is_new())
        .text("Name the question: Should X do Y? One a line.")
        .child(field);
    el("fieldset").with("legend", "Same dispute, or a new one?").child(same).child(new).child(name)
}
