//! A button that opens a box below it. What is in the box is drawn when it opens and put away when it closes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use crate::app::dom::{El, el};

/// The popover. One at a time is open, since all have the same name.
pub(crate) fn popover(name: &str, draw: impl Fn() -> Vec<El> + 'static) -> El {
    let open = RwSignal::new(false);
    let body = el("div").class("pop-body").live(move || if open.get() { untrack(&draw) } else { Vec::new() });
    el("details")
        .class("pop")
        .attr("name", "pop")
        .on("toggle", move |event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            open.set(details.is_some_and(|details| details.open()));
        })
        .child(el("summary").class("button").text(name))
        .child(body)
}
