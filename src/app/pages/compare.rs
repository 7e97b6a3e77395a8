//! Countries by issues, with the sentences beside them.

use std::sync::Arc;

use leptos::prelude::*;

use super::main_part;
use crate::app::components::card::card_id;
use crate::app::components::cell::cell_id;
use crate::app::components::empty::empty;
use crate::app::components::filters::filters;
use crate::app::components::grid::grid;
use crate::app::components::legend::legend;
use crate::app::components::lists::lists;
use crate::app::components::panel::{self, panel};
use crate::app::components::print::print;
use crate::app::components::resting::resting;
use crate::app::components::sources::sources;
use crate::app::dom::{El, el, link};
use crate::app::shelf::Book;
use crate::app::width::Layout;
use crate::app::{App, focus};
use crate::view::{self, Action, Cell, Comparison, Page, Reading, ViewState, comparison};

/// The page.
pub(crate) fn compare(app: App, book: &Book) -> El {
    let reading = &book.reading;
    // With nothing open, so that opening a cell does not draw the grid anew.
    let base = app.address.part(|view| view.apply(Action::Go(Page::Compare)));
    let shown = compared(reading.clone(), base);
    let first = shown.get_untracked();
    let table = el("div").class("table").live(move || table(&shown.get(), &base.get_untracked(), app.width.layout()));
    follow_focus(app, reading.clone());
    let inner = el("div")
        .class("compare-main")
        .children(intro(app, reading, &first))
        .children(filters(app, reading, base))
        .child(legend(first.reports.len()))
        .child(table)
        .child(sources(&first.reports, &base.get_untracked()));
    main_part("compare")
        .child(inner)
        .child(beside(app, reading.clone(), shown, base))
        .child(print(app, shown, reading, base))
}

/// The comparison under the filters of the view, made once for all that show it.
fn compared(reading: Arc<Reading>, base: Memo<ViewState>) -> RwSignal<Arc<Comparison>> {
    let shown = RwSignal::new(Arc::new(comparison(&reading, &base.get_untracked())));
    let follow = move |before: Option<ViewState>| {
        let now = base.get();
        if before.is_some() {
            shown.set(Arc::new(comparison(&reading, &now)));
        }
        now
    };
    StoredValue::new_local(RenderEffect::new(follow));
    shown
}

fn intro(app: App, reading: &Arc<Reading>, comparison: &Comparison) -> [El; 3] {
    let reading = reading.clone();
    let method = el("span").class("method").live_text(move || app.shelf.method(&reading));
    let about = link(&ViewState::default().href(Action::Go(Page::About)), "How this was made");
    [
        el("h1").text(&comparison.title),
        el("p").class("dek").text(&format!("{} {}", comparison.scope, comparison.blanks)),
        el("p").class("honest").text(&comparison.honesty).text(" ").child(method).text(" ").child(about),
    ]
}

fn table(comparison: &Comparison, base: &ViewState, layout: Layout) -> Vec<El> {
    let filled = comparison.heads().any(|head| head.filled > 0);
    match layout {
        _ if !filled => vec![empty(comparison.empty.as_ref(), base)],
        Layout::Lists => lists(comparison, base),
        Layout::Above | Layout::Beside => vec![grid(comparison, base, layout)],
    }
}

/// The sentences of the open cell; where none is open, how to read a mark.
fn beside(app: App, reading: Arc<Reading>, shown: RwSignal<Arc<Comparison>>, base: Memo<ViewState>) -> El {
    let open =
        app.address.part(|view| ViewState { cell: view.cell, statement: view.statement, ..ViewState::default() });
    el("div").class("beside").live(move || {
        // Follows what is open and what is shown; the rest of the view changes one of the two, or nothing here.
        drop(open.get());
        let (opened, shown, base) = (view::panel(&reading, &app.address.view_now()), shown.get(), base.get_untracked());
        let (class, drawn) = match &opened {
            Some(opened) => ("panel", panel(opened, &base)),
            None => ("panel resting", resting(&reading, shown.example.as_ref(), &base)),
        };
        let inner = el("div").class("panel-inner").children(drawn);
        vec![el("aside").class(class).attr("aria-label", "Evidence").child(inner)]
    })
}

/// Marks the open cell. The focus goes to the panel when it opens, to the statement that a link names, and back to the
/// cell on closing.
fn follow_focus(app: App, reading: Arc<Reading>) {
    let follow = move |before: Option<Option<Cell>>| {
        let view = app.address.view();
        let now = view::panel(&reading, &view).map(|panel| panel.cell);
        let before = before.flatten();
        focus::mark(before.as_ref().map(cell_id), now.as_ref().map(cell_id));
        match (&now, view.statement, before) {
            (Some(_), Some(statement), _) => focus::later_in_the_middle(card_id(&statement)),
            (Some(now), None, before) if before.as_ref() != Some(now) => focus::later(panel::HEADING.to_owned()),
            (None, _, Some(before)) => focus::later(cell_id(&before)),
            _ => {}
        }
        now
    };
    StoredValue::new_local(RenderEffect::new(follow));
}
