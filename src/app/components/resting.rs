//! What stands beside the grid before a cell is opened: how to read a mark, and what happened when.

use super::card::card;
use crate::app::dom::{El, el, link};
use crate::text::{Date, InOrder};
use crate::view::{Action, Card, Reading, ViewState, words};

/// The panel at rest.
pub(crate) fn resting(reading: &Reading, example: Option<&Card>, base: &ViewState) -> Vec<El> {
    let mut drawn = Vec::new();
    if let Some(example) = example {
        drawn.extend([el("h2").text("Each mark rests on sentences like this one"), card(example, base)]);
    }
    drawn.push(el("h2").text("Reports and events"));
    drawn.push(el("ol").class("timeline").children(timeline(reading, base)));
    drawn
}

/// Reports and events by date, undated reports last.
fn timeline(reading: &Reading, base: &ViewState) -> impl Iterator<Item = El> {
    let mut lines: Vec<(Option<Date>, El)> = Vec::new();
    for event in &reading.dossier().events {
        let when = words::days(event.date, event.end.unwrap_or(event.date));
        lines.push((Some(event.date), el("li").class("event").with("time", &when).text(&event.title)));
    }
    for (article, _) in reading.articles() {
        let when = article.date.map_or_else(|| "date not stated".to_owned(), words::long_date);
        let open = Action::OpenArticle { article: article.id.clone(), statement: None };
        lines.push((article.date, el("li").with("time", &when).child(link(&base.href(open), &article.title))));
    }
    lines.order_by_key(|(date, _)| (date.is_none(), *date));
    lines.into_iter().map(|(_, line)| line)
}
