//! One cell of the comparison: a word, its shapes, a square a report.

use leptos::prelude::*;

use super::shape::{shape, verdict_class};
use crate::compare::{Basis, Verdict};
use crate::view::{Cell, CellView};

/// Up to so many reports of a dossier, each has a place of its own in every cell, filled or not.
const PLACES: usize = 10;
/// Up to so many reports that carry a cell, each has a square; a number stands for more.
const SQUARES: usize = 20;

/// The element id of a cell's link, to come back to when its panel closes.
pub(crate) fn cell_id(cell: &Cell) -> String {
    format!("cell-{}-{}", cell.holder.as_str().to_ascii_lowercase(), cell.issue)
}

/// A cell as a link that opens its sentences. `name` is the holder's where its column does not say it.
pub(crate) fn cell(view: &CellView, href: String, name: Option<String>, open: Memo<Option<Cell>>) -> AnyView {
    let this = view.cell.clone();
    let current = move || open.with(|open| open.as_ref() == Some(&this)).then_some("true");
    let shapes: Vec<AnyView> = view.sides.iter().copied().map(shape).collect();
    let note = view.changed.then_some("changed").or((view.basis != Basis::Own).then_some(match view.basis {
        Basis::Told => "told",
        _ => "unofficial",
    }));
    view! {
        <a class=class(view) id=cell_id(&view.cell) href=href aria-label=view.label.clone() aria-current=current title=view.whose.clone()>
            {name.map(|name| view! { <span class="name">{name}</span> })}
            <span class="word">{view.word}{note.map(|note| view! { " "<small>{note}</small> })}</span>
            <span class="shapes">{shapes}</span>
            <span class="squares">{squares(view)}</span>
        </a>
    }
    .into_any()
}

fn class(view: &CellView) -> String {
    let thin = if view.reports < 2 && view.basis == Basis::Own { " thin" } else { "" };
    let told = if view.basis == Basis::Own { "" } else { " told" };
    format!("cell {}{thin}{told}", verdict_class(view.verdict))
}

fn squares(view: &CellView) -> AnyView {
    if view.reports > SQUARES {
        return view.reports.to_string().into_any();
    }
    let all = view.squares.len() <= PLACES;
    let square = |verdict: &Option<Verdict>| {
        let class = verdict.map_or("off", verdict_class);
        view! { <i class=class></i> }
    };
    view.squares.iter().filter(|square| all || square.is_some()).map(square).collect_view().into_any()
}
