//! What the reader should know of the page as a whole, and how far the work is that it waits for.

use leptos::prelude::*;

use crate::app::App;
use crate::app::dom::{El, button, el};

/// Notices and progress, below the masthead.
pub(crate) fn notices(app: App) -> [El; 2] {
    let notes = el("div").class("notices").attr("role", "status").live(move || {
        let link = app.address.problems().into_iter().map(|problem| notice(&format!("In this link: {problem}.")));
        let notes = app.shelf.notes.get().into_iter().enumerate().map(|(place, note)| {
            let put_away = move |_| app.shelf.notes.update(|notes| drop(notes.remove(place)));
            notice(&note).child(button("plain", "Put away").on("click", put_away))
        });
        link.chain(notes).collect()
    });
    let working =
        el("div").class("working").live(move || app.shelf.work.get().map(|_| progress(app)).into_iter().collect());
    [notes, working]
}

fn progress(app: App) -> El {
    let now = move || app.shelf.progress.get();
    el("div")
        .class("progress")
        .child(el("label").attr("for", "work").text("Reading the articles"))
        .child(
            el("progress")
                .attr("id", "work")
                .live_attr("max", move || Some(now().total.to_string()))
                .live_attr("value", move || Some(now().done.to_string())),
        )
        .child(el("span").live_text(move || format!("{} of {}", now().done, now().total)))
        .child(button("plain", "Stop").on("click", move |_| app.shelf.cancel()))
}

fn notice(text: &str) -> El {
    el("p").class("notice").with("span", text)
}
