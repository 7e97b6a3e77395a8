//! The paragraphs of an article, with notes beside the lines that they are on.

use super::note::note;
use super::running::Pen;
use crate::app::dom::{El, el};
use crate::text::InOrder;
use crate::view::{Block, BlockKind, Layer, MarkKind, Segment, ViewState};

/// The paragraphs. What was left out of the analysis is folded away, and not there at all where its layer is off.
pub(crate) fn blocks(blocks: &[Block], pen: &mut Pen, view: &ViewState) -> Vec<El> {
    let mut drawn = Vec::new();
    for stretch in blocks.chunk_by(|one, next| one.kind == BlockKind::Cut && next.kind == BlockKind::Cut) {
        if stretch[0].kind != BlockKind::Cut {
            drawn.extend(stretch.iter().map(|one| block(one, pen, view)));
        } else if !view.hidden_layers.contains(&Layer::Cuts) {
            let summary = el("summary").text("Left out: ").text(&reasons(stretch));
            let cut = stretch.iter().map(|one| block(one, pen, view));
            drawn.push(el("details").class("cuts").child(summary).children(cut));
        }
    }
    drawn
}

/// Why these blocks are left out, each reason once.
fn reasons(blocks: &[Block]) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for mark in blocks.iter().flat_map(|block| &block.segments).flat_map(|segment| &segment.marks) {
        if let MarkKind::Cut(reason) = mark.kind {
            reasons.push(reason);
        }
    }
    reasons.order();
    reasons.dedup();
    reasons.join(", ")
}

/// One paragraph.
fn block(block: &Block, pen: &mut Pen, view: &ViewState) -> El {
    let mut drawn = match block.kind {
        BlockKind::Heading => el("h2"),
        BlockKind::Paragraph | BlockKind::Cut => el("p"),
    };
    let mut notes = block.notes.iter().peekable();
    for segment in &block.segments {
        // A note stands before its sentence, so that it floats beside the line in which that begins.
        while let Some(due) = notes.next_if(|note| note.sentence.start <= segment.span.start) {
            if shows(segment) {
                drawn = drawn.child(note(due, view));
            }
        }
        drawn = pen.segment(segment, drawn);
    }
    drawn
}

/// Whether stances are shown.
fn shows(segment: &Segment) -> bool {
    segment.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Statement { .. } | MarkKind::Untagged { .. }))
}
