//! The page: Leptos components over the plain values of [`view`](crate::view).
//!
//! See `README.md` beside this file for what may and may not be known here.

mod components;
mod download;
mod focus;
mod keys;
mod pages;
mod shelf;
mod site;
mod tray;
mod url;
mod width;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::pages::app;

/// Puts the page in the place of what `index.html` shows until now.
pub fn mount() {
    let place = document().get_element_by_id("page").and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(place) = place.or_else(|| document().body()) {
        place.replace_children_with_node_0();
        mount_to(place, app).forget();
    }
}
