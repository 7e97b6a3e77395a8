//! The filters that are set, each with a way to drop it, and how much they leave.

use std::sync::Arc;

use leptos::prelude::*;

use super::facet::Bar;
use crate::app::dom::{El, el, link};
use crate::view::{self, Action, Reading, ViewState, words};

/// The chips and the count. `base` is the view with its filters and nothing open.
pub(crate) fn chips(bar: Bar, reading: &Arc<Reading>, base: Memo<ViewState>) -> El {
    let (all, reading, counted) = (reading.statements().count(), reading.clone(), reading.clone());
    let tally = move || {
        let left = |view: &ViewState| counted.kept(&view.filters).count();
        let (now, every) = (left(&base.get()), words::count(all, "statement"));
        match bar.preview.get() {
            Some(then) => format!("{now} of {every}; with this choice {}", left(&then)),
            None if now == all => format!("{every}, no filter set"),
            None => format!("{now} of {every}"),
        }
    };
    let set = el("span").class("set").live(move || {
        let base = base.get();
        if base.filters.is_empty() {
            return Vec::new();
        }
        let mut chips: Vec<El> = view::chips(&reading, &base).into_iter().map(|chip| drawn(&chip, &base)).collect();
        if chips.len() > 1 {
            chips.push(link(&base.href(Action::ClearAll), "Clear all"));
        }
        chips
    });
    el("div").class("chips").child(set).child(el("span").class("tally").attr("role", "status").live_text(tally))
}

fn drawn(chip: &view::Chip, base: &ViewState) -> El {
    let label = format!("Drop the filter {}", chip.label);
    link(&base.href(chip.action.clone()), &chip.label).class("chip").attr("aria-label", &label)
}
