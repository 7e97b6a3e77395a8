//! The sentences behind one cell.

use leptos::prelude::*;

use super::card::card;
use super::shape::{shape, verdict_class};
use crate::compare::Verdict;
use crate::view::{Action, Panel, Section, ViewState};

/// The element id of the panel's heading, where the focus goes when it opens.
pub(crate) const HEADING: &str = "panel-heading";

/// The panel. `base` is the view with the panel closed.
pub(crate) fn panel(panel: &Panel, base: &ViewState) -> AnyView {
    let open = base.clone().apply(Action::OpenCell(panel.cell.clone()));
    let class = panel.verdict.map_or("neutral", verdict_class);
    let mark = match panel.verdict {
        Some(Verdict::One(stance)) => Some(shape(stance)),
        _ => None,
    };
    view! {
        <div class="panel-head">
            <h2 id=HEADING tabindex="-1">
                <span class="holder">{panel.holder_name.clone()}<span class="unseen">" on: "</span></span>
                {panel.issue_title.clone()}
            </h2>
            <a class="close" href=base.href(Action::CloseCell) aria-label="Close">"×"</a>
        </div>
        <p class="sum">
            <span class=format!("says {class}")>{mark}" "{panel.word}</span>
            " · "{panel.summary.clone()}{panel.change.map(|change| format!(" · {change}"))}
        </p>
        <p class="sum rule">{panel.rule.clone()}</p>
        {panel.missing.clone().map(|missing| view! { <p class="sum" role="status">{missing}</p> })}
        {panel.sections.iter().map(|part| section(part, &open)).collect_view()}
    }
    .into_any()
}

fn section(section: &Section, open: &ViewState) -> AnyView {
    view! {
        {section.heading.map(|heading| view! { <h3 class="apart">{heading}</h3> })}
        {section.cards.iter().map(|one| card(one, open)).collect_view()}
    }
    .into_any()
}
