//! The filters that are set, each with a way to drop it, and how much they leave.

use std::sync::Arc;

use leptos::prelude::*;

use crate::view::{self, Action, Reading, ViewState};

/// The chips. `preview` is the view after the choice under the pointer, while there is one.
pub(crate) fn chips(reading: &Arc<Reading>, base: Memo<ViewState>, preview: RwSignal<Option<ViewState>>) -> AnyView {
    let all = reading.statements().count();
    let left = {
        let reading = reading.clone();
        move |view: &ViewState| reading.kept(&view.filters).count()
    };
    let tally = move || {
        let now = base.with(&left);
        match preview.with(|preview| preview.as_ref().map(&left)) {
            Some(then) => format!("{now} of {all} statements; with this choice {then}"),
            None if now == all => format!("{all} statements, no filter set"),
            None => format!("{now} of {all} statements"),
        }
    };
    let reading = reading.clone();
    let set = Memo::new(move |_| base.with(|base| view::chips(&reading, base)));
    let chip = move || {
        let chip = |chip: view::Chip| {
            let label = format!("Drop the filter {}", chip.label);
            view! { <a class="chip" href=base.with_untracked(|base| base.href(chip.action)) aria-label=label>{chip.label}</a> }
        };
        set.get().into_iter().map(chip).collect_view()
    };
    view! {
        <div class="chips">
            {chip}
            <a href=move || base.with(|base| base.href(Action::ClearAll)) hidden=move || set.with(|set| set.len() < 2)>"Clear all"</a>
            <span class="tally" role="status">{tally}</span>
        </div>
    }
    .into_any()
}
