//! How this was made: what is marked and how, what it misses, how often it is wrong.

use super::main_part;
use crate::app::dom::{El, el};
use crate::view::honesty;

const INTRO: &str = "Demarche reads news articles in your browser and lays out who stands where, on what, and in whose \
    words. No article leaves your computer: the page talks to no server but the one it came from, and sends that nothing.";

const WRONG: &str = "Every mark opens the sentences behind it, with the words that decided. If one is wrong, “Wrong?” \
    copies a report that you can send to whoever keeps the dossier.";

const OURS: &str = "The articles of the bundled dossier are Demarche’s own summaries of news reports, set in this type. \
    Words set in ";

const THEIRS: &str = " are a source’s own: an official’s words in quotation marks, or an article that you added.";

const COMMAND: &str = "The same program runs from a command line and gives the same results to the byte. The tables that \
    “Share” saves are the ones it prints.";

/// Each step, in the order in which a text goes through them.
const STEPS: [(&str, &str); 5] = [
    (
        "Clean.",
        "What a reader would skip is left out: navigation, share prompts, repeated captions. It is kept, and an article’s legend can show it.",
    ),
    (
        "Names.",
        "Countries, bodies, people and places are looked up in lists. Whom “the Russian president” means depends on the article’s date. “Moscow” is Russia’s government where it says or does something, and a place where people meet in it.",
    ),
    (
        "Who says what.",
        "Quotations, reported speech and acts are given to their speaker, and the speaker to the country or body he or she speaks for. What an official says of another country’s position is kept apart as told, never as that country’s own.",
    ),
    (
        "For or against.",
        "Phrases of each question are looked for, and near them words that take a side: rejects, offers, is no substitute for. Negation and conditions turn the side or qualify it. A sentence that only names a plan takes no side.",
    ),
    (
        "Count.",
        "Each report counts once for each side that it carries, however many of its sentences say so; copies of one wire story are one report. Two thirds or more one way give the word of the cell; otherwise it is split. Only a country’s own officials and acts count; where there are none, a dashed cell shows what others tell of it. Analysts, opposition and what was said before the time of the report never fill a cell.",
    ),
];

/// What a reader must not take from the page.
const LIMITS: [&str; 5] = [
    "It reads five or fifty reports, not a country’s policy. A blank means that these reports do not say, not that the country has no view.",
    "It reads one sentence at a time. Irony, allusion and an argument spread over a paragraph are beyond it.",
    "A question whose phrases are not in its list is not found, however plainly a reader would recognise it.",
    "The day something was said is given only where the text makes it certain. Otherwise the day of the report stands.",
    "What a report leaves out, or gets wrong, is left out and wrong here as well. Check the original before you quote.",
];

/// The page.
pub(crate) fn about(model: Option<&str>) -> El {
    let paragraph = |text| el("p").text(text);
    let steps = STEPS.iter().map(|(name, text)| el("li").with("b", name).text(" ").text(text));
    let prose = el("div")
        .class("prose")
        .with("h1", "How this was made")
        .child(paragraph(INTRO).class("dek"))
        .with("h2", "How far to trust it")
        .child(el("p").with("b", &honesty::line()))
        .child(paragraph(WRONG))
        .child(scores())
        .with("h2", "What the program does")
        .child(el("ol").children(steps))
        .with("h2", "What it misses")
        .child(el("ul").children(LIMITS.iter().map(|limit| el("li").text(limit))))
        .with("h2", "Whose words you read")
        .child(paragraph(OURS).child(el("q").class("quoted").text("this type")).text(THEIRS))
        .with("h2", "The same, without a screen")
        .child(paragraph(COMMAND))
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
