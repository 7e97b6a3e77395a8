//! The margin note of a sentence: who stands where in it.

use super::shape::{class, shape};
use crate::app::dom::{El, el};
use crate::view::{Action, Note, NoteLine, ViewState};

/// The element id of a statement's line in the margin.
pub(crate) fn note_id(statement: &str) -> String {
    format!("note-{statement}")
}

/// The note: one line for each holder, issue and stance.
pub(crate) fn note(note: &Note, view: &ViewState) -> El {
    el("span").class("note").attr("role", "note").children(note.lines.iter().map(|one| line(one, view)))
}

fn line(line: &NoteLine, view: &ViewState) -> El {
    let whose = line.whose.as_ref().map(|whose| format!(", {whose}")).unwrap_or_default();
    el("a")
        .class(class(line.stance))
        .attr("id", &note_id(&line.statement))
        .attr("href", &view.href(Action::Focus(line.statement.clone())))
        .attr_if("aria-current", line.focus.then_some("true"))
        .child(shape(line.stance))
        .text(" ")
        .with("b", &line.holder_name)
        .text(&format!(" {}{whose}: {}", line.word, line.issue))
}
