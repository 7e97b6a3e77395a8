//! Where the keyboard is.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

thread_local! {
    static STILL: Cell<bool> = const { Cell::new(false) };
}

/// Draws something without moving the focus.
pub(crate) fn still<T>(draw: impl FnOnce() -> T) -> T {
    STILL.set(true);
    let drawn = draw();
    STILL.set(false);
    drawn
}

/// Moves the focus to the element with this id, if there is one.
pub(crate) fn on(id: &str) {
    if let Some(element) = element(id) {
        // Fails for no element of a page.
        let _ = element.focus();
    }
}

/// The same once what is being drawn has been drawn, with the element brought to the middle of what is seen.
pub(crate) fn later_in_the_middle(id: String) {
    if STILL.get() {
        return;
    }
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            let _ = element.focus();
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            options.set_behavior(ScrollBehavior::Auto);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// The same as [`on`], once what is being drawn has been drawn.
pub(crate) fn later(id: String) {
    if !STILL.get() {
        request_animation_frame(move || on(&id));
    }
}

/// Brings the first element that a selector finds into what is seen, by as little as that takes, once what is being drawn
/// has been drawn.
pub(crate) fn show_later(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().query_selector(selector).ok().flatten() {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether keys go into a field.
pub(crate) fn is_typing() -> bool {
    let field = document().active_element().map(|element| element.tag_name());
    field.is_some_and(|name| matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Marks one element as the current one in place of another.
pub(crate) fn mark(before: Option<String>, now: Option<String>) {
    if before == now {
        return;
    }
    // What is being drawn may hold the element.
    request_animation_frame(move || {
        if let Some(element) = before.as_deref().and_then(element) {
            let _ = element.remove_attribute("aria-current");
        }
        if let Some(element) = now.as_deref().and_then(element) {
            let _ = element.set_attribute("aria-current", "true");
        }
    });
}
