//! The comparison on paper: one page an issue, with the sentences behind each position.

use std::sync::Arc;

use leptos::prelude::*;

use super::running::Pen;
use super::shape::{shapes, verdict_class};
use crate::app::App;
use crate::app::dom::{El, el};
use crate::view::{self, Action, Card, CellView, Comparison, Reading, Row, ViewState};

/// The pages. They are drawn when the browser is about to print, and only then.
pub(crate) fn print(app: App, shown: RwSignal<Arc<Comparison>>, reading: &Arc<Reading>, base: Memo<ViewState>) -> El {
    let reading = reading.clone();
    el("div").class("paper").live(move || {
        if !app.width.is_printing() {
            return Vec::new();
        }
        let (base, comparison) = (base.get_untracked(), shown.get_untracked());
        let filled = |row: &&Row| row.cells.iter().any(Option::is_some);
        let pages = comparison.rows().filter(filled).map(|row| page(&reading, &comparison, row, &base));
        vec![el("div").class("print").children(pages)]
    })
}

/// Not part of a first visit, so it stays a function of its own.
#[inline(never)]
fn page(reading: &Reading, comparison: &Comparison, row: &Row, base: &ViewState) -> El {
    let cells = comparison.heads().zip(&row.cells).filter_map(|(head, cell)| Some((head, cell.as_ref()?)));
    el("section")
        .child(el("p").class("sum").text(&format!("{}. {}", comparison.title, comparison.scope)))
        .with("h2", &row.title)
        .children(cells.map(|(head, cell)| position(reading, &head.name, cell, base)))
        .child(
            el("p").class("sum").text(&format!("{} {} {}", comparison.honesty, comparison.made_by, comparison.blanks)),
        )
}

fn position(reading: &Reading, name: &str, cell: &CellView, base: &ViewState) -> El {
    let panel = view::panel(reading, &base.clone().apply(Action::OpenCell(cell.cell.clone())));
    let cards = panel.as_ref().and_then(|panel| panel.sections.first()).map(|section| section.cards.as_slice());
    let says = el("span").class(&format!("says {}", verdict_class(cell.verdict))).children(shapes(&cell.sides));
    let whose = cell.whose.as_ref().map(|whose| format!(", {whose}")).unwrap_or_default();
    let heading = el("h3").text(name).text(": ").child(says.text(" ").text(cell.word)).text(&whose);
    el("div").class("position").child(heading).children(cards.unwrap_or_default().iter().map(sentence))
}

fn sentence(card: &Card) -> El {
    let class = if card.verbatim { "sentence verbatim" } else { "sentence" };
    let source = card.opening.clone().unwrap_or_else(|| format!("{}, {}", card.outlet, card.reported));
    let who = card.speaker.as_ref().map(|speaker| format!("{speaker}, {}. ", card.how)).unwrap_or_default();
    el("div")
        .class("card")
        .child(Pen::default().draw(&card.sentence, el("p").class(class)))
        .child(el("p").class("meta").text(&format!("{who}{source}.")))
}
