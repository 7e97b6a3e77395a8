//! A text from the clipboard.

use leptos::prelude::*;

use crate::app::shelf::Book;
use crate::app::tray::Tray;

/// A field and a button that adds what is in it.
pub(crate) fn paste(tray: Tray, book: Signal<Option<Book>>) -> AnyView {
    let text = RwSignal::new(String::new());
    let add = move |_| {
        let pasted = text.get_untracked();
        if !pasted.trim().is_empty() {
            tray.add_text(&pasted, book.get_untracked().as_ref().map(|book| &*book.reading));
            text.set(String::new());
        }
    };
    view! {
        <details class="pasting">
            <summary class="plain">"Or paste a text"</summary>
            <textarea class="paste input" aria-label="The article's text" prop:value=text
                on:input=move |event| text.set(event_target_value(&event))></textarea>
            <button type="button" class="button" on:click=add disabled=move || text.with(|text| text.trim().is_empty())>
                "Add this text"
            </button>
        </details>
    }
    .into_any()
}
