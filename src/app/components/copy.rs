//! A button that copies a text and says so in its own place.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long "Copied" stands.
const SAID: Duration = Duration::from_millis(1600);

/// A button that looks like a link. `text` is what it copies.
pub(crate) fn copy_button(label: &'static str, text: String) -> AnyView {
    let said = RwSignal::new(None);
    let copy = move |_| copy(text.clone(), said);
    view! {
        <button type="button" class="plain" on:click=copy>
            <span aria-live="polite">{move || said.get().unwrap_or(label)}</span>
        </button>
    }
    .into_any()
}

/// Copies a text; `said` is what came of it, for a moment.
pub(crate) fn copy(text: String, said: RwSignal<Option<&'static str>>) {
    spawn_local(async move {
        let copied = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        said.set(Some(if copied.is_ok() { "Copied" } else { "Not allowed to copy" }));
        set_timeout(move || said.set(None), SAID);
    });
}
