//! What the marks of the grid mean, in one line.

use leptos::prelude::*;

use super::shape::shape;
use crate::stance::Stance;

/// The legend. `reports` is how many the dossier has.
pub(crate) fn legend(reports: usize) -> AnyView {
    let mark = |stance, words: &'static str| view! { <span>{shape(stance)}{words}</span> };
    let squares = if reports > 10 {
        "a square a report".to_owned()
    } else {
        format!("a square for each of the {reports} reports, in order of date")
    };
    view! {
        <div class="legend">
            {mark(Stance::Supports, "for")}
            {mark(Stance::Opposes, "against")}
            {mark(Stance::Conditional, "partly, or if")}
            {mark(Stance::Neutral, "took no side")}
            <span><i class="key full"></i>"two reports or more"</span>
            <span><i class="key"></i>"one report"</span>
            <span><i class="key dashed"></i>"told by another side"</span>
            <span><span class="squares neutral"><i></i><i class="off"></i></span>{squares}</span>
        </div>
    }
    .into_any()
}
