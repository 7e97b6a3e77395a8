//! The dialog in which articles are added.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;

use super::paste::paste;
use super::question::question;
use super::row::row;
use crate::app::shelf::{Book, Shelf};
use crate::app::tray::{Dispute, RowState, Tray};
use crate::app::url::Address;

/// The dialog. It opens and closes with the tray.
pub(crate) fn dialog(tray: Tray, book: Signal<Option<Book>>) -> AnyView {
    let (shelf, address) = (expect_context::<Shelf>(), expect_context::<Address>());
    let element = NodeRef::<Dialog>::new();
    let chosen = RwSignal::new(None::<Dispute>);
    Effect::new(move || {
        let (Some(element), open) = (element.get(), tray.open.get()) else { return };
        match (open, element.open()) {
            // Refused only where it is open already.
            (true, false) => drop(element.show_modal()),
            (false, true) => element.close(),
            _ => {}
        }
    });
    let busy = move || tray.rows.with(|rows| rows.iter().any(|row| matches!(row.state, RowState::Reading(_))));
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
            let at_hand = book.get_untracked();
            tray.read(dispute, at_hand.as_ref().map(|book| book.reading.dossier()), shelf, address);
        }
    };
    let rows = move || tray.rows.with(|rows| rows.iter().map(|one| row(one, tray)).collect_view());
    view! {
        <dialog node_ref=element aria-labelledby="own-title" on:close=move |_| tray.open.set(false)>
            <h2 id="own-title">"Add articles"</h2>
            <p class="sum">
                "Plain text or Markdown, one article a file. They are read in your browser, stay in this tab, and are gone when you close it."
            </p>
            {chooser(tray, book)}
            {paste(tray, book)}
            <ul class="rows">{rows}</ul>
            <div hidden=move || tray.waiting().is_empty()>{question(chosen, book)}</div>
            <div class="bottom">
                <span role="status">{move || shelf.work.get().map(|work| format!("{} of {} articles read", work.done, work.total))}</span>
                <button type="button" class="button" on:click=move |_| tray.open.set(false)>"Close"</button>
                <button type="button" class="button strong" disabled=move || !ready() on:click=read>"Read these articles"</button>
            </div>
        </dialog>
    }
    .into_any()
}

fn chooser(tray: Tray, book: Signal<Option<Book>>) -> AnyView {
    let input = NodeRef::<Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            tray.add_files(input.files(), book.get_untracked().map(|book| book.reading));
            // So that the same file can be chosen again once it has been mended.
            input.set_value("");
        }
    };
    view! {
        <label class="drop">
            <span>"Drop files anywhere on the page, or"</span>
            <span class="button" aria-hidden="true">"Choose files"</span>
            <input class="unseen" type="file" multiple accept=".txt,.md,.markdown,.text,text/plain,text/markdown"
                aria-label="Choose files" node_ref=input on:change=chosen/>
        </label>
    }
    .into_any()
}
