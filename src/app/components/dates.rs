//! The days between which reports count.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::url::{Address, Step};
use crate::compare::Event;
use crate::text::Date;
use crate::view::{Action, Reading, ViewState, period, words};

/// A popover with two dates and the dossier's own events to start from. Not drawn where no article is dated.
pub(crate) fn dates(reading: &Arc<Reading>, base: Memo<ViewState>) -> AnyView {
    let period = period(reading);
    let (Some(first), Some(last)) = (period.first, period.last) else { return ().into_any() };
    let events: Vec<Event> =
        reading.dossier().events.iter().filter(|event| event.date > first && event.date <= last).cloned().collect();
    let set = move || base.with(|base| base.filters.from.or(base.filters.to).is_some()).then_some("");
    let since = move || {
        let event = |event: &Event| {
            let on = base.with(|base| base.filters.from == Some(event.date));
            let from = (!on).then_some(event.date);
            let href = base.with(|base| base.href(Action::SetPeriod(from, base.filters.to)));
            let label = format!("{}, {}", event.title, words::long_date(event.date));
            view! { <li><a class="choice" href=href aria-current=on.then_some("true")><span>{label}</span></a></li> }
        };
        events.iter().map(event).collect_view()
    };
    view! {
        <details class="pop" name="pop" data-set=set>
            <summary class="button">"Dates"</summary>
            <div class="pop-body">
                {day("Reported from", base, first, last, true)}
                {day("Reported until", base, first, last, false)}
                <p class="choice-head">"Reported since"</p>
                <ul>{since}</ul>
            </div>
        </details>
    }
    .into_any()
}

/// One end of the period.
fn day(label: &'static str, base: Memo<ViewState>, first: Date, last: Date, is_from: bool) -> AnyView {
    let address = expect_context::<Address>();
    let value = move || {
        let day = base.with(|base| if is_from { base.filters.from } else { base.filters.to });
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let change = move |event| {
        let day = event_target_value(&event).parse().ok();
        let (from, to) = base.with_untracked(|base| (base.filters.from, base.filters.to));
        let period = if is_from { Action::SetPeriod(day, to) } else { Action::SetPeriod(from, day) };
        address.go(period, Step::New);
    };
    view! {
        <label class="field">
            {label}
            <input class="input" type="date" min=first.to_string() max=last.to_string() prop:value=value on:change=change/>
        </label>
    }
    .into_any()
}
