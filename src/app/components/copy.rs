//! A button that copies a text and says so in its own place.

use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use crate::app::dom::{El, button, el};

/// How long "Copied" stands.
const SAID: Duration = Duration::from_millis(1600);

/// A button that looks like a link. `text` gives what it copies.
pub(crate) fn copy_button(label: &'static str, text: impl Fn() -> String + 'static) -> El {
    let said = RwSignal::new(label);
    let words = el("span").attr("aria-live", "polite").live_text(move || said.get().to_owned());
    button("plain", "").child(words).on("click", move |_| copy(text(), label, said))
}

/// Copies a text and says what came of it for a moment.
fn copy(text: String, label: &'static str, said: RwSignal<&'static str>) {
    spawn_local(async move {
        said.set(if is_copied(&text).await { "Copied" } else { "Not allowed to copy" });
        set_timeout(move || said.set(label), SAID);
    });
}

async fn is_copied(text: &str) -> bool {
    let navigator = window().navigator();
    // Browsers keep the clipboard from pages of plain http.
    let allowed = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if allowed && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    let field = el("textarea").class("unseen").raw().clone().unchecked_into::<HtmlTextAreaElement>();
    field.set_value(text);
    let Some(body) = document().body() else { return false };
    let _ = body.append_child(&field);
    field.select();
    let copied = document().unchecked_into::<HtmlDocument>().exec_command("copy");
    field.remove();
    copied.unwrap_or(false)
}
