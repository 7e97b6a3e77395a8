//! The margin note of a sentence: who stands where in it.

use leptos::prelude::*;

use super::shape::{class, shape};
use crate::view::{Action, Note, NoteLine, ViewState};

/// The element id of a statement's line in the margin.
pub(crate) fn note_id(statement: &str) -> String {
    format!("note-{statement}")
}

/// The note: one line for each holder, issue and stance.
pub(crate) fn note(note: &Note, view: &ViewState) -> AnyView {
    view! { <span class="note" role="note">{note.lines.iter().map(|one| line(one, view)).collect_view()}</span> }
        .into_any()
}

fn line(line: &NoteLine, view: &ViewState) -> AnyView {
    let kind = class(line.stance);
    let href = view.href(Action::Focus(line.statement.clone()));
    let whose = line.whose.clone().map(|whose| format!(", {whose}"));
    view! {
        <a class=kind id=note_id(&line.statement) href=href aria-current=line.focus.then_some("true")>
            {shape(line.stance)}" "<b>{line.holder_name.clone()}</b>" "{line.word}{whose}": "{line.issue.clone()}
        </a>
    }
    .into_any()
}
