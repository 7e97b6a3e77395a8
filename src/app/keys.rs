//! Keys that work on every page: Escape closes what is open.

use leptos::ev::{click, keydown};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::url::{Address, Step};
use crate::view::Action;

/// The popovers that are open.
const OPEN: &str = "details.pop[open]";

/// Starts to listen. Call it once.
pub(crate) fn follow(address: Address) {
    drop(window_event_listener(keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !close_popover() {
            close_panel(address);
        }
    }));
    drop(window_event_listener(click, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if let Some(open) = open_popover().filter(|open| !open.contains(target.as_ref())) {
            let _ = open.remove_attribute("open");
        }
    }));
}

fn open_popover() -> Option<Element> {
    document().query_selector(OPEN).ok().flatten()
}

/// Closes the open popover and gives the focus back to its button; `false` where none is open.
fn close_popover() -> bool {
    let Some(open) = open_popover() else { return false };
    let _ = open.remove_attribute("open");
    let button = open.query_selector("summary").ok().flatten().and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        let _ = button.focus();
    }
    true
}

fn close_panel(address: Address) {
    let view = address.view.get_untracked();
    if view.entity.is_some() {
        address.go(Action::ShowEntity(None), Step::New);
    } else if view.cell.is_some() || view.page == crate::view::Page::Compare && view.statement.is_some() {
        address.go(Action::CloseCell, Step::New);
    }
}
