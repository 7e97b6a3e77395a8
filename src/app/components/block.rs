//! A paragraph of an article, with its notes beside the lines that they are on.

use leptos::prelude::*;

use super::note::note;
use super::running::Pen;
use crate::view::{Block, BlockKind, MarkKind, Note, Segment, ViewState};

/// The paragraph.
pub(crate) fn block(block: &Block, pen: &mut Pen, view: &ViewState) -> AnyView {
    let mut notes = block.notes.iter().peekable();
    let mut drawn: Vec<AnyView> = Vec::new();
    for segment in &block.segments {
        // A note stands before its sentence, so that it floats beside the line in which that begins.
        while let Some(due) = notes.next_if(|note| note.sentence.start <= segment.span.start) {
            drawn.extend(anchored(due, segment, view));
        }
        drawn.push(pen.segment(segment));
    }
    match block.kind {
        BlockKind::Heading => view! { <h2>{drawn}</h2> }.into_any(),
        BlockKind::Paragraph => view! { <p>{drawn}</p> }.into_any(),
        BlockKind::Cut => view! { <p class="cut-block">{drawn}</p> }.into_any(),
    }
}

/// The note, and for each of its statements a place to go to.
fn anchored(due: &Note, segment: &Segment, view: &ViewState) -> Vec<AnyView> {
    let shown = segment.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Statement { .. }));
    if shown { vec![note(due, view)] } else { Vec::new() }
}
