//! Text with its marks. Whatever stands in an article reaches the page as text nodes only.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::shape::class as stance_class;
use crate::stance::Stance;
use crate::view::{Action, Layer, Mark, MarkKind, Segment, ViewState};

/// Draws segments one after the other.
#[derive(Default)]
pub(crate) struct Pen<'a> {
    names: Names<'a>,
    /// The names that already have a link in the order of the Tab key; later ones are left to the mouse.
    reached: BTreeSet<String>,
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

    /// Segments in order.
    pub(crate) fn draw(&mut self, segments: &[Segment]) -> Vec<AnyView> {
        segments.iter().map(|segment| self.segment(segment)).collect()
    }

    /// One segment.
    pub(crate) fn segment(&mut self, segment: &Segment) -> AnyView {
        if segment.marks.iter().any(|mark| mark.kind == MarkKind::Markup) {
            return ().into_any();
        }
        let name = segment.marks.iter().find_map(|mark| match &mark.kind {
            MarkKind::Entity { layer, name, slug } => Some((*layer, name, slug)),
            _ => None,
        });
        let words = match (name, &self.names) {
            (Some((layer, name, slug)), Names::Linked(view)) => {
                let href = view.href(Action::ShowEntity(Some(slug.clone())));
                self.link(segment, layer, name, slug, href)
            }
            (Some(_), Names::Marked) => view! { <mark>{segment.text.clone()}</mark> }.into_any(),
            _ => segment.text.clone().into_any(),
        };
        let (class, title) = (classes(&segment.marks), reason(&segment.marks));
        if class.is_empty() {
            return words;
        }
        view! { <span class=class title=title>{edged(&segment.marks, words)}</span> }.into_any()
    }

    fn link(&mut self, segment: &Segment, layer: Layer, name: &str, slug: &str, href: String) -> AnyView {
        let class = match layer {
            Layer::Countries => "named countries",
            Layer::People => "named people",
            Layer::Bodies => "named bodies",
            _ => "named places",
        };
        let tab = (!self.reached.insert(slug.to_owned())).then_some("-1");
        let title = (name != segment.text).then(|| name.to_owned());
        view! { <a class=class href=href title=title tabindex=tab>{segment.text.clone()}</a> }.into_any()
    }
}

/// The style classes of a segment's marks.
fn classes(marks: &[Mark]) -> String {
    let mut classes: Vec<&str> = Vec::new();
    let mut tints: Vec<Stance> = Vec::new();
    for mark in marks {
        match &mark.kind {
            MarkKind::Quotation => classes.push("quoted"),
            MarkKind::Statement { stance, hollow, focus, .. } => {
                tints.push(*stance);
                classes.push("tagged");
                classes.extend(hollow.then_some("hollow"));
                classes.extend(focus.then_some("focus"));
            }
            MarkKind::Cue(stance) => classes.extend(["cue", stance_class(*stance)]),
            MarkKind::Issue => classes.push("topic"),
            MarkKind::Condition => classes.push("condition"),
            MarkKind::Cut(_) => classes.push("cut"),
            MarkKind::Entity { .. } | MarkKind::Markup => {}
        }
    }
    if let Some(&first) = tints.first() {
        let one = tints.iter().all(|&stance| stance == first);
        classes.push(if one { stance_class(first) } else { "mixed" });
    }
    classes.sort_unstable();
    classes.dedup();
    classes.join(" ")
}

/// The words after a bar for each side that a sentence takes, where it starts.
fn edged(marks: &[Mark], words: AnyView) -> AnyView {
    let starting: BTreeSet<Stance> = marks
        .iter()
        .filter(|mark| mark.begins)
        .filter_map(|mark| match mark.kind {
            MarkKind::Statement { stance, .. } => Some(stance),
            _ => None,
        })
        .collect();
    // Borders of inline elements, so that no bar is left alone at the end of a line.
    let edge =
        |inside, stance| view! { <span class=format!("edge {}", stance_class(stance))>{inside}</span> }.into_any();
    starting.into_iter().fold(words, edge)
}

fn reason(marks: &[Mark]) -> Option<String> {
    marks.iter().find_map(|mark| match mark.kind {
        MarkKind::Cut(reason) => Some(format!("left out: {reason}")),
        _ => None,
    })
}
