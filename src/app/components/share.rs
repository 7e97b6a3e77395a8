//! The view as a link, and the positions as files.

use leptos::prelude::*;

use super::copy::copy_button;
use crate::app::download::download;
use crate::app::shelf::Book;
use crate::app::url::{Address, address_of};

/// A button that opens what can be taken away from here.
pub(crate) fn share(book: Signal<Option<Book>>) -> AnyView {
    let address = expect_context::<Address>();
    let private = move || book.with(|book| book.as_ref().is_some_and(|book| book.private));
    let link = move || address.view.with(address_of);
    view! {
        <details class="pop end" name="pop">
            <summary class="button">"Share"</summary>
            <div class="pop-body share">
                <p>{move || copy_button("Copy a link to this view", link())}</p>
                <p hidden=move || !private()>
                    "The link does not carry your own articles: who receives it needs the same ones to see the same view."
                </p>
                <p class="choice-head">"What this view shows, as a file"</p>
                <p>
                    {download(book, "Positions, CSV", "positions.csv")}
                    {download(book, "Positions, JSON lines", "positions.jsonl")}
                    {download(book, "Statements, CSV", "statements.csv")}
                    {download(book, "Statements, JSON lines", "statements.jsonl")}
                </p>
            </div>
        </details>
    }
    .into_any()
}
