//! One cell of the comparison: a word, its shapes, a square a report.

use super::shape::{shapes, verdict_class};
use crate::app::dom::{El, el};
use crate::compare::{Basis, Verdict};
use crate::view::{Cell, CellView};

/// Up to so many reports of a dossier, each has a place of its own in every cell, filled or not.
const PLACES: usize = 10;
/// Up to so many places are one element with a background for each (`style/components/grid.css`).
const FEW: usize = 5;
/// The class that says how many there are.
const OF: [&str; FEW + 1] = ["", " of-1", " of-2", " of-3", " of-4", " of-5"];
/// The class that fills one.
const HAS: [&str; FEW] = [" has-1", " has-2", " has-3", " has-4", " has-5"];
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
        let shapes = el("span").class("shapes").children(shapes(&view.sides));
        cell.child(shapes).children(note).child(squares.child(self::squares(view)))
    } else {
        cell.children(note).child(squares.children(shapes(&view.sides)).child(self::squares(view)))
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
    if let Some(row) = row_of_squares(view) {
        return squares.class(&row);
    }
    let all = view.squares.len() <= PLACES;
    let shown = view.squares.iter().filter(|square| all || square.is_some());
    squares.children(shown.map(|square| el("i").class(square.map_or("off", verdict_class))))
}

/// The classes of a row of squares that is one element with a background, as most are: few places, all of the cell's own
/// colour and none hollow. A box for each square would be a third of all boxes that a click has to lay out anew.
fn row_of_squares(view: &CellView) -> Option<String> {
    let plain = |square: &Option<Verdict>| square.is_none_or(|verdict| verdict == view.verdict);
    let one = view.squares.len() <= FEW && view.basis == Basis::Own && view.verdict != Verdict::Split;
    let filled = view.squares.iter().enumerate().filter(|(_, square)| square.is_some());
    (one && view.squares.iter().all(plain)).then(|| {
        let start = ["squares row", OF[view.squares.len()]].concat();
        filled.fold(start, |classes, (place, _)| classes + HAS[place])
    })
}
