//! How this was made: what is marked and how, what it misses, how often it is wrong.

use super::main_part;
use crate::app::dom::{El, el};
use crate::view::honesty;

/// The words of the page, a paragraph a line: kind | text, for a step kind | name | text. A file of its own, so that
/// `scripts/split.mjs` can leave it to the part of the program that comes later.
const WORDS: &str = include_str!("about.txt");

/// The paragraphs of a kind.
fn words(kind: &str) -> impl Iterator<Item = &'static str> {
    let lines = WORDS.lines().filter_map(|line| line.split_once(" | "));
    lines.filter(move |(of, _)| *of == kind).map(|(_, words)| words)
}

/// The page.
#[inline(never)]
pub(crate) fn about(model: Option<&str>) -> El {
    let paragraph = |kind| words(kind).fold(el("p"), El::text);
    let steps = words("step").filter_map(|step| step.split_once(" | "));
    let steps = steps.map(|(name, text)| el("li").with("b", name).text(" ").text(text));
    let theirs = words("theirs").fold(el("span").text(" "), El::text);
    let prose = el("div")
        .class("prose")
        .with("h1", "How this was made")
        .child(paragraph("intro").class("dek"))
        .with("h2", "How far to trust it")
        .child(el("p").with("b", &honesty::line()))
        .child(paragraph("wrong"))
        .child(scores())
        .with("h2", "What the program does")
        .child(el("ol").children(steps))
        .with("h2", "What it misses")
        .child(el("ul").children(words("limit").map(|limit| el("li").text(limit))))
        .with("h2", "Whose words you read")
        .child(paragraph("ours").text(" ").child(el("q").class("quoted").text("this type")).child(theirs))
        .with("h2", "The same, without a screen")
        .child(paragraph("command"))
        .with("p", &honesty::made_by(model));
    main_part("page").child(prose)
}

/// Today's scores as a table.
fn scores() -> El {
    let head = ["Read", "Statements", "Cells"];
    let head = el("tr").children(head.iter().map(|name| el("th").attr("scope", "col").text(name)));
    let rows = honesty::SCORES.iter().map(|(what, _, statements, cells)| {
        el("tr").child(el("th").attr("scope", "row").text(what)).with("td", statements).with("td", cells)
    });
    let caption = "Scores from 0 to 1 (F1); two people who coded the reports apart reached 0.97.";
    el("table")
        .class("scores")
        .with("caption", caption)
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
}
