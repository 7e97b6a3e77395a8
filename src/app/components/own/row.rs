//! One added file: how far it is, what is known of it, what is wrong with it.

use crate::app::App;
use crate::app::dom::{El, button, el, value_of};
use crate::app::tray::{Row, RowState};
use crate::corpus::Article;
use crate::view::words;

/// The row.
pub(crate) fn row(row: &Row, app: App) -> El {
    let number = row.number;
    let (state, busy) = match &row.state {
        RowState::Opening => ("opening …".to_owned(), true),
        RowState::Waiting(article) => (words::count(article.text.split_whitespace().count(), "word"), false),
        RowState::Reading(_) => ("reading …".to_owned(), true),
        RowState::Done(found) => (format!("read, {}", words::count(*found, "statement")), false),
        RowState::Refused => ("not read".to_owned(), false),
    };
    let progress = busy.then(|| el("progress").attr("aria-label", "Progress"));
    let state = el("span").class("state").children(progress).text(" ").text(&state);
    let out = button("plain", "×")
        .attr("aria-label", &format!("Take {} out", row.name))
        .attr_if("disabled", busy.then_some(""))
        .on("click", move |_| app.tray.remove(number));
    let problem = |problem: &String| el("p").class("problem").text(&format!("{}.", words::sentence_case(problem)));
    el("li")
        .with("b", &row.name)
        .child(state)
        .child(out)
        .children(row.problems.iter().map(problem))
        .children(row.article().map(|article| facts(article, number, app)))
}

/// The facts that decide who was in office and where a square stands.
fn facts(article: &Article, number: usize, app: App) -> El {
    let field = |kind| el("input").class("input").attr("type", kind);
    let date = field("date")
        .attr_if("value", article.date.map(|date| date.to_string()).as_deref())
        .on("change", move |event| app.tray.know(number, |article| article.date = value_of(&event).parse().ok()));
    let outlet = field("text").attr("placeholder", "outlet").attr_if("value", article.outlet.as_deref()).on(
        "change",
        move |event| {
            let outlet = Some(value_of(&event).trim().to_owned()).filter(|outlet| !outlet.is_empty());
            app.tray.know(number, |article| article.outlet = outlet);
        },
    );
    let published = el("label").text("Published ").child(date);
    el("div").class("facts").child(published).child(el("label").text("by ").child(outlet))
}
