//! The comparison on paper: one page an issue, with the sentences behind each position.

use std::sync::Arc;

use leptos::ev::{afterprint, beforeprint};
use leptos::prelude::*;

use super::running::Pen;
use super::shape::{shape, verdict_class};
use crate::view::{self, Action, Card, CellView, Comparison, Reading, Row, ViewState};

/// The pages. They are drawn when the browser is about to print, and only then.
pub(crate) fn print(reading: &Arc<Reading>, comparison: Memo<Comparison>, base: Memo<ViewState>) -> AnyView {
    let printing = RwSignal::new(false);
    let listening = [
        window_event_listener(beforeprint, move |_| printing.set(true)),
        window_event_listener(afterprint, move |_| printing.set(false)),
    ];
    on_cleanup(move || listening.into_iter().for_each(|handle| handle.remove()));
    let reading = reading.clone();
    let pages = move || {
        let page = |row: &Row| base.with_untracked(|base| page(&reading, &comparison.get_untracked(), row, base));
        let rows = || comparison.with_untracked(|all| all.rows().filter(|row| is_filled(row)).map(page).collect_view());
        printing.get().then(|| view! { <div class="print">{rows()}</div> })
    };
    pages.into_any()
}

fn is_filled(row: &Row) -> bool {
    row.cells.iter().any(Option::is_some)
}

fn page(reading: &Reading, comparison: &Comparison, row: &Row, base: &ViewState) -> AnyView {
    let cells = comparison.heads().zip(&row.cells).filter_map(|(head, cell)| Some((head.name.clone(), cell.as_ref()?)));
    view! {
        <section>
            <p class="sum">{comparison.title.clone()}". "{comparison.scope.clone()}</p>
            <h2>{row.title.clone()}</h2>
            {cells.map(|(name, cell)| position(reading, name, cell, base)).collect_view()}
            <p class="sum">{comparison.honesty.clone()}" "{comparison.blanks.clone()}</p>
        </section>
    }
    .into_any()
}

fn position(reading: &Reading, name: String, cell: &CellView, base: &ViewState) -> AnyView {
    let panel = view::panel(reading, &base.clone().apply(Action::OpenCell(cell.cell.clone())));
    let cards = panel.as_ref().and_then(|panel| panel.sections.first()).map(|section| section.cards.as_slice());
    view! {
        <div class="position">
            <h3>
                {name}": "
                <span class=format!("says {}", verdict_class(cell.verdict))>
                    {cell.sides.iter().copied().map(shape).collect_view()}" "{cell.word}
                </span>
                {cell.whose.clone().map(|whose| format!(", {whose}"))}
            </h3>
            {cards.unwrap_or_default().iter().map(sentence).collect_view()}
        </div>
    }
    .into_any()
}

fn sentence(card: &Card) -> AnyView {
    let class = if card.verbatim { "sentence verbatim" } else { "sentence" };
    let source = card.opening.clone().unwrap_or_else(|| format!("{}, {}", card.outlet, card.reported));
    let who = card.speaker.clone().map(|speaker| format!("{speaker}, {}. ", card.how));
    view! { <div class="card"><p class=class>{Pen::default().draw(&card.sentence)}</p><p class="meta">{who}{source}"."</p></div> }
        .into_any()
}
