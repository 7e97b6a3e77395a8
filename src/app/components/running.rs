//! Text with its marks. Whatever stands in an article reaches the page as text nodes only.

use super::marks::{classes, name_class, starting};
use super::shape::class as stance_class;
use crate::app::dom::{El, el};
use crate::text::SortedSet;
use crate::view::{Action, MarkKind, Segment, ViewState};

/// The attribute that holds the key of a sentence without a tag.
pub(crate) const SENTENCE: &str = "data-sentence";

/// Draws segments one after the other.
#[derive(Default)]
pub(crate) struct Pen<'a> {
    names: Names<'a>,
    /// The names that already have a link in the order of the Tab key; later ones are left to the mouse.
    reached: SortedSet<String>,
}

/// What becomes of a name in the text.
#[derive(Default)]
enum Names<'a> {
    /// Nothing.
    #[default]
    Plain,
    /// It is marked.
    Marked,
    /// It is a link to its mentions, from this view.
    Linked(&'a ViewState),
}

impl<'a> Pen<'a> {
    /// A pen that marks names.
    pub(crate) fn marking() -> Self {
        Self { names: Names::Marked, ..Self::default() }
    }

    /// A pen whose names are links to their mentions, from this view.
    pub(crate) fn linking(view: &'a ViewState) -> Self {
        Self { names: Names::Linked(view), ..Self::default() }
    }

    /// Draws segments into an element.
    pub(crate) fn draw(&mut self, segments: &[Segment], into: El) -> El {
        segments.iter().fold(into, |into, segment| self.segment(segment, into))
    }

    /// Draws one segment into an element.
    pub(crate) fn segment(&mut self, segment: &Segment, into: El) -> El {
        if segment.marks.iter().any(|mark| mark.kind == MarkKind::Markup) {
            return into;
        }
        let (class, reason) = classes(&segment.marks);
        if class.is_empty() {
            return self.words(segment, into);
        }
        let untagged = segment.marks.iter().find_map(|mark| match &mark.kind {
            MarkKind::Untagged { sentence, .. } => Some(sentence.as_str()),
            _ => None,
        });
        let mut innermost = el("span").class(&class).attr_if("title", reason.as_deref()).attr_if(SENTENCE, untagged);
        let outermost = innermost.clone();
        // Borders of inline elements, so that no bar is left alone at the end of a line.
        for stance in starting(&segment.marks) {
            let edge = el("span").class(&format!("edge {}", stance_class(stance)));
            innermost.child(edge.clone());
            innermost = edge;
        }
        self.words(segment, innermost);
        into.child(outermost)
    }

    fn words(&mut self, segment: &Segment, into: El) -> El {
        let name = segment.marks.iter().find_map(|mark| match &mark.kind {
            MarkKind::Entity { layer, name, slug } => Some((*layer, name, slug)),
            _ => None,
        });
        match (name, &self.names) {
            (Some((layer, full, slug)), Names::Linked(view)) => {
                let is_repeated = !self.reached.insert(slug.clone());
                into.child(
                    el("a")
                        .class(name_class(layer))
                        .attr("href", &view.href(Action::ShowEntity(Some(slug.clone()))))
                        .attr_if("title", (*full != segment.text).then_some(full))
                        .attr_if("tabindex", is_repeated.then_some("-1"))
                        .text(&segment.text),
                )
            }
            (Some(_), Names::Marked) => into.with("mark", &segment.text),
            _ => into.text(&segment.text),
        }
    }
}
