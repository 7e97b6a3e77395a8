//! Keys that work on every page: Escape closes what is open, `j` and `k` go from statement to statement.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent, Node};

use super::dom::on_window;
use super::url::Step;
use super::{App, focus};
use crate::view::{Action, Page, article_page};

/// The popovers that are open.
const OPEN: &str = "details.pop[open]";

/// Starts to listen. Call it once.
pub(crate) fn follow(app: App) {
    on_window("keydown", move |event: KeyboardEvent| {
        let with_others = event.ctrl_key() || event.alt_key() || event.meta_key();
        match event.key().as_str() {
            _ if event.default_prevented() || with_others => {}
            "Escape" => close(app),
            "j" if !focus::is_typing() => step(app, 1),
            "k" if !focus::is_typing() => step(app, -1),
            _ => {}
        }
    });
    on_window("click", |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if let Some(open) = open_popover().filter(|open| !open.contains(target.as_ref())) {
            let _ = open.remove_attribute("open");
        }
    });
}

fn open_popover() -> Option<Element> {
    document().query_selector(OPEN).ok().flatten()
}

fn close(app: App) {
    let view = app.address.view_now();
    if let Some(open) = open_popover() {
        let _ = open.remove_attribute("open");
        let button = open.query_selector("summary").ok().flatten();
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    } else if view.entity.is_some() {
        app.address.go(Action::ShowEntity(None), Step::New);
    } else if view.sentence.is_some() {
        app.address.go(Action::Pick(None), Step::New);
    } else if view.page == Page::Compare && (view.cell.is_some() || view.statement.is_some()) {
        app.address.go(Action::CloseCell, Step::New);
    }
}

/// To the next statement of an article, or to the one before.
fn step(app: App, by: isize) {
    let (view, reading) = (app.address.view_now(), app.reading_now());
    let (Page::Article(id), Some(reading)) = (&view.page, reading) else { return };
    let Some(page) = article_page(&reading, &view, id) else { return };
    let now = page.focus.as_ref().and_then(|focus| page.statements.iter().position(|id| id == focus));
    let next = match now {
        Some(now) => now.checked_add_signed(by),
        None if by > 0 => Some(0),
        None => page.statements.len().checked_sub(1),
    };
    if let Some(statement) = next.and_then(|next| page.statements.get(next)) {
        app.address.go(Action::Focus(statement.clone()), Step::InPlace);
    }
}
