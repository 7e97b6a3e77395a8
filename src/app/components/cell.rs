//! One cell of the comparison: a word, its shapes, a square a report.

use super::shape::{shapes, verdict_class};
use crate::app::dom::{El, el};
use crate::compare::Basis;
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
pub(crate) fn cell(view: &CellView, href: &str, name: Option<&str>) -> El {
    let note = match view.basis {
        Basis::Own => view.changed.then_some("changed"),
        Basis::Told => Some("told"),
        Basis::Unofficial => Some("unofficial"),
    };
    let note = note.map(|note| el("small").text(" ").text(note));
    let shapes = el("span").class("shapes").children(shapes(&view.sides));
    let cell = el("a")
        .class(&class(view))
        .attr("id", &cell_id(&view.cell))
        .attr("href", href)
        .attr("aria-label", &view.label)
        .attr_if("title", view.whose.as_deref())
        .children(name.map(|name| el("span").class("name").attr("aria-hidden", "true").text(name).text(" ")))
        .child(el("span").class("word").text(view.word));
    let squares = el("span").class("tallies").attr("aria-hidden", "true");
    // Several shapes leave no room for squares beside them.
    if view.sides.len() > 1 {
        cell.child(shapes).children(note).child(squares.child(self::squares(view)))
    } else {
        cell.children(note).child(squares.child(shapes).child(self::squares(view)))
    }
}

fn class(view: &CellView) -> String {
    let thin = if view.reports < 2 && view.basis == Basis::Own { " thin" } else { "" };
    let told = if view.basis == Basis::Own { "" } else { " told" };
    format!("cell {}{thin}{told}", verdict_class(view.verdict))
}

fn squares(view: &CellView) -> El {
    let squares = el("span").class("squares");
    if view.reports > SQUARES {
        return squares.text(&view.reports.to_string());
    }
    let all = view.squares.len() <= PLACES;
    let shown = view.squares.iter().filter(|square| all || square.is_some());
    squares.children(shown.map(|square| el("i").class(square.map_or("off", verdict_class))))
}
