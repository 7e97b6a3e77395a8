//! Links that were once given out must open the same view for ever.

use std::fmt::Debug;

use demarche::stance::{Mode, Stance};
use demarche::view::{Cell, Layer, ListBy, Page, ViewState, link};

const FROZEN: &str = include_str!("links/frozen.txt");

/// One link with what is written below it.
struct Frozen {
    link: &'static str,
    state: ViewState,
    ignored: Vec<&'static str>,
    writes: Option<&'static str>,
}

#[test]
fn every_frozen_link_opens_its_view() {
    let all = frozen();
    assert!(all.len() > 20, "the list must not shrink");
    for Frozen { link, state, ignored, .. } in all {
        let (opened, problems) = link::parse(link);
        assert_eq!(opened, state, "{link}");
        assert_eq!(problems.iter().map(|problem| problem.item.as_str()).collect::<Vec<_>>(), ignored, "{link}");
    }
}

#[test]
fn every_frozen_view_has_a_link_of_today() {
    for Frozen { link, state, writes, .. } in frozen() {
        assert_eq!(link::write(&state), writes.unwrap_or(link));
    }
}

fn frozen() -> Vec<Frozen> {
    let mut all: Vec<Frozen> = Vec::new();
    for line in FROZEN.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")) {
        if let Some(field) = line.strip_prefix("    ") {
            let (name, value) = field.split_once(": ").expect("a field as `name: value`");
            let last = all.last_mut().expect("a link above its fields");
            match name {
                "ignored" => last.ignored.push(value),
                "writes" => last.writes = Some(value),
                _ => set(&mut last.state, name, value),
            }
        } else if line != "#" {
            all.push(Frozen { link: line, state: ViewState::default(), ignored: Vec::new(), writes: None });
        }
    }
    all
}

/// Sets a field as the file writes it; on purpose without the program's own reading of links.
fn set(state: &mut ViewState, name: &str, value: &str) {
    let words = || value.split(' ').map(str::to_owned);
    let filters = &mut state.filters;
    match name {
        "page" => state.page = page(value),
        "dossier" => state.dossier = Some(value.to_owned()),
        "holders" => filters.holders = words().map(|word| word.parse().expect("a code")).collect(),
        "issues" => filters.issues = words().collect(),
        "stances" => filters.stances = words().map(|word| named(&STANCES, &word)).collect(),
        "modes" => filters.modes = words().map(|word| named(&MODES, &word)).collect(),
        "official" => filters.official = Some(value == "yes"),
        "told" => filters.told = Some(value == "yes"),
        "outlets" => filters.outlets = words().collect(),
        "speakers" => filters.speakers = words().collect(),
        "from" => filters.from = Some(value.parse().expect("a date")),
        "to" => filters.to = Some(value.parse().expect("a date")),
        "text" => value.clone_into(&mut filters.text),
        "cell" => {
            let (holder, issue) = value.split_once(' ').expect("holder and issue");
            state.cell = Some(Cell { holder: holder.parse().expect("a code"), issue: issue.to_owned() });
        }
        "statement" => state.statement = Some(value.to_owned()),
        "sentence" => state.sentence = Some(value.to_owned()),
        "entity" => state.entity = Some(value.to_owned()),
        "hide" => state.hidden_layers = words().map(|word| named(&LAYERS, &word)).collect(),
        "list" => state.list = named(&[ListBy::Country, ListBy::Issue], value),
        other => panic!("no such field: {other}"),
    }
}

fn page(value: &str) -> Page {
    match value.split_once(' ') {
        Some(("article", id)) => Page::Article(id.to_owned()),
        _ => named(&[Page::Articles, Page::About], value),
    }
}

const STANCES: [Stance; 4] = [Stance::Supports, Stance::Opposes, Stance::Conditional, Stance::Neutral];
const MODES: [Mode; 4] = [Mode::Direct, Mode::Reported, Mode::Act, Mode::Described];
const LAYERS: [Layer; 7] =
    [Layer::Countries, Layer::People, Layer::Bodies, Layer::Places, Layer::Quotations, Layer::Stances, Layer::Cuts];

/// The value whose name in the code is this word, large or small.
fn named<T: Clone + Debug>(values: &[T], word: &str) -> T {
    let found = values.iter().find(|value| format!("{value:?}").eq_ignore_ascii_case(word));
    found.unwrap_or_else(|| panic!("no such value: {word}")).clone()
}
