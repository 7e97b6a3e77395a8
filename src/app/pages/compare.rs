//! Countries by issues, with the sentences beside them.

use leptos::prelude::*;

use crate::app::components::empty::empty;
use crate::app::components::filters::filters;
use crate::app::components::grid::grid;
use crate::app::components::legend::legend;
use crate::app::components::lists::lists;
use crate::app::components::panel::{self, panel};
use crate::app::components::print::print;
use crate::app::components::resting::resting;
use crate::app::components::sources::sources;
use crate::app::shelf::Book;
use crate::app::url::Address;
use crate::app::width::Width;
use crate::app::{components::cell::cell_id, focus};
use crate::view::{self, Action, Cell, Comparison, Page, Panel, ViewState};

/// The page.
pub(crate) fn compare(book: &Book) -> AnyView {
    let address = expect_context::<Address>();
    let width = expect_context::<Signal<Width>>();
    let base = Memo::new(move |_| address.view.with(|view| view.clone().apply(Action::Go(Page::Compare))));
    let reading = book.reading.clone();
    let comparison = Memo::new(move |_| base.with(|base| view::comparison(&reading, base)));
    let reading = book.reading.clone();
    let opened = Memo::new(move |_| address.view.with(|view| view::panel(&reading, view)));
    let open = Memo::new(move |_| opened.with(|panel| panel.as_ref().map(|panel| panel.cell.clone())));
    follow_focus(address, open);

    let first = comparison.get_untracked();
    let table =
        move || comparison.with(|comparison| base.with_untracked(|base| table(comparison, base, open, width.get())));
    let reading = book.reading.clone();
    let beside = move || opened.with(|opened| base.with(|base| beside(opened.as_ref(), &reading, &comparison, base)));
    view! {
        <main class="compare" id="main" tabindex="-1">
            <div class="compare-main">
                {intro(&first, address)}
                {filters(&book.reading, base)}
                {legend(first.reports.len())}
                {table}
                {base.with_untracked(|base| sources(&first.reports, base))}
            </div>
            {beside}
            {print(&book.reading, comparison, base)}
        </main>
    }
    .into_any()
}

fn intro(comparison: &Comparison, address: Address) -> AnyView {
    let about = move || address.href(Action::Go(Page::About));
    view! {
        <h1>{comparison.title.clone()}</h1>
        <p class="dek">{comparison.scope.clone()}" "{comparison.blanks.clone()}</p>
        <p class="honest">{comparison.honesty.clone()}" "<a href=about>"How this was made"</a></p>
    }
    .into_any()
}

fn table(comparison: &Comparison, base: &ViewState, open: Memo<Option<Cell>>, width: Width) -> AnyView {
    let filled = comparison.heads().any(|head| head.filled > 0);
    match width {
        _ if !filled => empty(comparison.empty.as_ref(), base),
        Width::Phone => lists(comparison, base, open),
        Width::Tablet | Width::Desk => grid(comparison, base, open, width),
    }
}

fn beside(opened: Option<&Panel>, reading: &view::Reading, comparison: &Memo<Comparison>, base: &ViewState) -> AnyView {
    let (class, inner) = match opened {
        Some(opened) => ("panel", panel(opened, base)),
        None => ("panel resting", comparison.with(|comparison| resting(reading, comparison.example.as_ref(), base))),
    };
    view! { <aside class=class aria-label="Evidence"><div class="panel-inner">{inner}</div></aside> }.into_any()
}

/// The focus goes to the panel when it opens, to the statement that a link names, and back to the cell on closing.
fn follow_focus(address: Address, open: Memo<Option<Cell>>) {
    let statement = Memo::new(move |_| address.view.with(|view| view.statement.clone()));
    Effect::new(move |before: Option<Option<Cell>>| {
        let now = open.get();
        match (&now, statement.get(), before.flatten()) {
            (Some(_), Some(statement), _) => focus::later_in_the_middle(format!("card-{statement}")),
            (Some(now), None, before) if before.as_ref() != Some(now) => focus::later(panel::HEADING.to_owned()),
            (None, _, Some(before)) => focus::later(cell_id(&before)),
            _ => {}
        }
        now
    });
}
