//! How marks in a text look: the style classes that stand for them.

use super::shape::class as stance_class;
use crate::stance::Stance;
use crate::text::SortedSet;
use crate::view::{Layer, Mark, MarkKind};

/// The style classes of a name.
pub(crate) fn name_class(layer: Layer) -> &'static str {
    match layer {
        Layer::Countries => "named countries",
        Layer::People => "named people",
        Layer::Bodies => "named bodies",
        _ => "named places",
    }
}

/// The style classes of a segment's marks, and why it is left out, where it is.
pub(crate) fn classes(marks: &[Mark]) -> (String, Option<String>) {
    let (mut classes, mut reason, mut tint): (SortedSet<&str>, _, Option<&str>) = (SortedSet::new(), None, None);
    for mark in marks {
        match &mark.kind {
            MarkKind::Quotation => drop(classes.insert("quoted")),
            MarkKind::Statement { stance, hollow, focus, .. } => {
                let own = stance_class(*stance);
                tint = Some(tint.map_or(own, |tint| if tint == own { own } else { "mixed" }));
                classes.extend(hollow.then_some("hollow"));
                classes.extend(focus.then_some("focus"));
            }
            MarkKind::Untagged { picked, .. } => {
                classes.insert("untagged");
                classes.extend(picked.then_some("picked"));
            }
            MarkKind::Cue(stance) => classes.extend(["cue", stance_class(*stance)]),
            MarkKind::Speaker => drop(classes.insert("whose")),
            MarkKind::Issue => drop(classes.insert("topic")),
            MarkKind::Condition => drop(classes.insert("condition")),
            MarkKind::Cut(why) => {
                classes.insert("cut");
                reason = Some(format!("left out: {why}"));
            }
            MarkKind::Entity { .. } | MarkKind::Markup => {}
        }
    }
    classes.extend(tint);
    classes.extend(tint.map(|_| "tagged"));
    (classes.into_iter().collect::<Vec<_>>().join(" "), reason)
}

/// The sides of the sentences that start here.
pub(crate) fn starting(marks: &[Mark]) -> SortedSet<Stance> {
    let starts = marks.iter().filter(|mark| mark.begins);
    starts
        .filter_map(|mark| match mark.kind {
            MarkKind::Statement { stance, .. } => Some(stance),
            _ => None,
        })
        .collect()
}
