//! The margin note of a sentence: who stands where in it.

use super::copy::copy_button;
use super::shape::{class, shape};
use crate::app::dom::{El, el, link};
use crate::app::url::address_of;
use crate::view::{Action, Note, NoteLine, ViewState, WhyNotNote};

/// The element id of a statement's line in the margin.
pub(crate) fn note_id(statement: &str) -> String {
    format!("note-{statement}")
}

/// The note: one line for each holder, issue and stance; of a picked sentence without a tag, why it has none.
pub(crate) fn note(note: &Note, view: &ViewState) -> El {
    let drawn = el("span").class("note").attr("role", "note");
    match &note.why_not {
        Some(why_not) => no_tag(why_not, drawn, view),
        None => drawn.children(note.lines.iter().map(|one| line(one, view))),
    }
}

fn no_tag(why_not: &WhyNotNote, drawn: El, view: &ViewState) -> El {
    let address = address_of(view);
    let mut report = "A tag seems to be missing.\n\nSentence: ".to_owned();
    for part in [&why_not.words, "\n", &why_not.text, "\nLink: ", &address, "\n\nWhat it should be: "] {
        report.push_str(part);
    }
    drawn
        .attr("id", &note_id(&why_not.sentence))
        .attr("tabindex", "-1")
        .text(&why_not.text)
        .text(" ")
        .child(copy_button("Wrong?", move || report.clone()))
        .text(" ")
        .child(link(&view.href(Action::Pick(None)), "Close"))
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
