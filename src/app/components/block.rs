//! A paragraph of an article, with its notes beside the lines that they are on.

use super::note::note;
use super::running::Pen;
use crate::app::dom::{El, el};
use crate::view::{Block, BlockKind, MarkKind, Segment, ViewState};

/// The paragraph.
pub(crate) fn block(block: &Block, pen: &mut Pen, view: &ViewState) -> El {
    let mut drawn = match block.kind {
        BlockKind::Heading => el("h2"),
        BlockKind::Paragraph => el("p"),
        BlockKind::Cut => el("p").class("cut-block"),
    };
    let mut notes = block.notes.iter().peekable();
    for segment in &block.segments {
        // A note stands before its sentence, so that it floats beside the line in which that begins.
        while let Some(due) = notes.next_if(|note| note.sentence.start <= segment.span.start) {
            if is_tagged(segment) {
                drawn = drawn.child(note(due, view));
            }
        }
        drawn = pen.segment(segment, drawn);
    }
    drawn
}

/// Whether stances are shown.
fn is_tagged(segment: &Segment) -> bool {
    segment.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Statement { .. }))
}
