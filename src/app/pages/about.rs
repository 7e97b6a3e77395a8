//! How this was made: what is marked and how, what it misses, how often it is wrong.

use leptos::prelude::*;

use crate::view::honesty;

/// Each step, in the order in which a text goes through them.
const STEPS: [(&str, &str); 5] = [
    (
        "Clean.",
        "What a reader would skip is left out: navigation, share prompts, repeated captions. It is kept, and an article's legend can show it.",
    ),
    (
        "Names.",
        "Countries, bodies, people and places are looked up in lists. Whom “the Russian president” means depends on the article's date. “Moscow” is Russia's government where it says or does something, and a place where people meet in it.",
    ),
    (
        "Who says what.",
        "Quotations, reported speech and acts are given to their speaker, and the speaker to the country or body he or she speaks for. What an official says of another country's position is kept apart as told, never as that country's own.",
    ),
    (
        "For or against.",
        "Phrases of each question are looked for, and near them words that take a side: rejects, offers, is no substitute for. Negation and conditions turn the side or qualify it. A sentence that only names a plan takes no side.",
    ),
    (
        "Count.",
        "Each report counts once for each side that it carries, however many of its sentences say so. Two thirds or more one way give the word of the cell; otherwise it is split. Only a country's own officials and acts count; where there are none, a dashed cell shows what others tell of it. Analysts, opposition and what was said before the time of the report never fill a cell.",
    ),
];

/// What a reader must not take from the page.
const LIMITS: [&str; 5] = [
    "It reads five or fifty reports, not a country's policy. A blank means that these reports do not say, not that the country has no view.",
    "It reads one sentence at a time. Irony, allusion and an argument spread over a paragraph are beyond it.",
    "A question whose phrases are not in its list is not found, however plainly a reader would recognise it.",
    "The day something was said is given only where the text makes it certain. Otherwise the day of the report stands.",
    "What a report leaves out, or gets wrong, is left out and wrong here as well. Check the original before you quote.",
];

/// The page.
pub(crate) fn about() -> AnyView {
    let step = |(name, text): (&'static str, &'static str)| view! { <li><b>{name}</b>" "{text}</li> };
    view! {
        <main class="page" id="main" tabindex="-1">
            <div class="prose">
                <h1>"How this was made"</h1>
                <p class="dek">
                    "Demarche reads news articles in your browser and lays out who stands where, on what, and in whose words. "
                    "No article leaves your computer: the page talks to no server but the one it came from, and sends that nothing."
                </p>
                <h2>"How far to trust it"</h2>
                <p><b>{honesty::line()}</b></p>
                <p>
                    "Every mark opens the sentences behind it, with the words that decided. If one is wrong, “Wrong?” copies a report "
                    "that you can send to whoever keeps the dossier."
                </p>
                <h2>"What the program does"</h2>
                <ol>{STEPS.into_iter().map(step).collect_view()}</ol>
                <h2>"What it misses"</h2>
                <ul>{LIMITS.into_iter().map(|limit| view! { <li>{limit}</li> }).collect_view()}</ul>
                <h2>"Whose words you read"</h2>
                <p>
                    "The articles of the bundled dossier are Demarche's own summaries of news reports, set in this type. Words set in "
                    <q class="quoted">"this type"</q>
                    " are a source's own: an official's words in quotation marks, or an article that you added."
                </p>
                <h2>"The same, without a screen"</h2>
                <p>
                    "The same program runs from a command line and gives the same results to the byte. The tables that “Share” saves are "
                    "the ones it prints."
                </p>
            </div>
        </main>
    }
    .into_any()
}
