//! The days between which reports count.

use std::sync::Arc;

use super::popover::popover;
use crate::app::App;
use crate::app::dom::{El, el, value_of};
use crate::app::url::Step;
use crate::compare::Event;
use crate::text::Date;
use crate::view::{Action, Reading, link, period, words};

/// A popover with two dates and the dossier's own events to start from; `None` where no article is dated.
pub(crate) fn dates(app: App, reading: &Arc<Reading>) -> Option<El> {
    let period = period(reading);
    let (first, last) = (period.first?, period.last?);
    let is_set = move || app.address.view().filters.is_set(crate::view::Filter::Period).then(String::new);
    let events: Vec<Event> =
        reading.dossier().events.iter().filter(|event| event.date > first && event.date <= last).cloned().collect();
    let body = move || {
        vec![
            day(app, "Reported from", first, last, true),
            day(app, "Reported until", first, last, false),
            el("p").class("choice-head").text("Reported since"),
            el("ul").children(events.iter().map(|event| since(app, event))),
        ]
    };
    Some(popover("Dates", body).live_attr("data-set", is_set))
}

/// A link that lets through what was reported from an event on.
fn since(app: App, event: &Event) -> El {
    let date = event.date;
    let is_on = move || app.address.view().filters.from == Some(date);
    let href = move || {
        let view = app.address.view();
        let from = (!is_on()).then_some(date);
        let to = view.filters.to;
        Some(link::href(&view.apply(Action::SetPeriod(from, to))))
    };
    let choice = el("a")
        .class("choice")
        .live_attr("href", href)
        .live_attr("aria-current", move || is_on().then(|| "true".to_owned()))
        .with("span", &format!("{}, {}", event.title, words::long_date(date)));
    el("li").child(choice)
}

/// One end of the period.
fn day(app: App, label: &str, first: Date, last: Date, is_from: bool) -> El {
    let value = move || {
        let filters = app.address.view().filters;
        let day = if is_from { filters.from } else { filters.to };
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let field = el("input")
        .class("input")
        .attr("type", "date")
        .attr("min", &first.to_string())
        .attr("max", &last.to_string())
        .live_value(value)
        .on("change", move |event| {
            let day = value_of(&event).parse().ok();
            let filters = app.address.view_now().filters;
            let (from, to) = if is_from { (day, filters.to) } else { (filters.from, day) };
            app.address.go(Action::SetPeriod(from, to), Step::New);
        });
    el("label").class("field").text(label).child(field)
}
