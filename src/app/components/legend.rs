//! What the marks of the grid mean, in one line.

use super::shape::shape;
use crate::app::dom::{El, el};
use crate::stance::Stance;

/// The legend. `reports` is how many the dossier has.
pub(crate) fn legend(reports: usize) -> El {
    let mark = |stance, words| el("span").child(shape(stance)).text(words);
    let key = |class, words| el("span").child(el("i").class(class)).text(words);
    let squares = el("span").class("squares neutral").child(el("i")).child(el("i").class("off"));
    let per_report = match reports {
        0..=10 => format!("a square for each of the {reports} reports, in order of date"),
        _ => "a square a report, in order of date".to_owned(),
    };
    el("div")
        .class("legend")
        .child(mark(Stance::Supports, "for"))
        .child(mark(Stance::Opposes, "against"))
        .child(mark(Stance::Conditional, "partly, or if"))
        .child(mark(Stance::Neutral, "took no side"))
        .child(key("key full", "two reports or more"))
        .child(key("key", "one report"))
        .child(key("key dashed", "told by another side"))
        .child(el("span").child(squares).text(&per_report))
}
