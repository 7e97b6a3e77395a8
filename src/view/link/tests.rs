//! The laws of links, and each kind of broken link.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::stance::{Mode, Stance};
use crate::text::{Code, Date, SortedSet};
use crate::view::{Cell, Filters, Layer, ListBy, Page};

fn sorted_set<T: Ord + std::fmt::Debug>(
    item: impl Strategy<Value = T>,
    size: std::ops::Range<usize>,
) -> impl Strategy<Value = SortedSet<T>> {
    vec(item, size).prop_map(SortedSet::from_iter)
}

fn code() -> impl Strategy<Value = Code> {
    "[A-Z0-9]{2,8}".prop_map(|text| text.parse().expect("a code"))
}

/// Ids as the design has them, and worse ones that a reader's own files may bring.
fn id() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,12}", "\\PC{1,8}"]
}

fn date() -> impl Strategy<Value = Date> {
    (0..9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Date::new(year, month, day).expect("a day"))
}

fn page() -> impl Strategy<Value = Page> {
    prop_oneof![Just(Page::Compare), Just(Page::Articles), id().prop_map(Page::Article), Just(Page::About)]
}

fn filters() -> impl Strategy<Value = Filters> {
    let stance = prop::sample::select(vec![Stance::Supports, Stance::Opposes, Stance::Conditional, Stance::Neutral]);
    let mode = prop::sample::select(vec![Mode::Direct, Mode::Reported, Mode::Act, Mode::Described]);
    let sets = (sorted_set(code(), 0..4), sorted_set(id(), 0..4), sorted_set(stance, 0..4), sorted_set(mode, 0..4));
    let slugs = (sorted_set(id(), 0..3), sorted_set(id(), 0..3));
    let rest = (any::<Option<bool>>(), any::<Option<bool>>(), option::of(date()), option::of(date()), "\\PC{0,12}");
    (sets, slugs, rest).prop_map(|(sets, slugs, rest)| {
        let (holders, issues, stances, modes) = sets;
        let (outlets, speakers) = slugs;
        let (official, told, from, to, text) = rest;
        Filters { holders, issues, stances, modes, official, told, outlets, speakers, from, to, text }
    })
}

fn state() -> impl Strategy<Value = ViewState> {
    let layer = prop::sample::select(vec![Layer::Countries, Layer::People, Layer::Bodies, Layer::Places, Layer::Cuts]);
    let list = prop::sample::select(vec![ListBy::Country, ListBy::Issue]);
    let cell = (code(), id()).prop_map(|(holder, issue)| Cell { holder, issue });
    let places = (page(), option::of(id()), option::of(cell), option::of(id()), option::of(id()), option::of(id()));
    (places, filters(), sorted_set(layer, 0..3), list).prop_map(|(places, filters, hidden_layers, list)| {
        let (page, dossier, cell, statement, sentence, entity) = places;
        ViewState { page, dossier, filters, cell, statement, sentence, entity, hidden_layers, list }
    })
}

/// Text that looks like a link, to get past the first item.
fn near_link() -> impl Strategy<Value = String> {
    let key = prop::sample::select(FIELDS.iter().map(|field| field.key).collect::<Vec<_>>());
    let item = (key, "[a-zA-Z0-9_.%~#-]{0,12}").prop_map(|(key, value)| format!("{key}.{value}"));
    ("v[0-9]{1,2}", vec(item, 0..6)).prop_map(|(version, items)| format!("{version}~{}", items.join("~")))
}

proptest! {
    #[test]
    fn a_view_survives_its_link(state in state()) {
        let link = write(&state);
        prop_assert_eq!(parse(&link), (state, Vec::new()), "{}", link);
    }

    #[test]
    fn a_link_needs_no_character_that_others_rewrite(state in state()) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        prop_assert!(write(&state).bytes().all(plain));
    }

    #[test]
    fn any_text_opens_a_view_with_a_stable_link(link in prop_oneof!["\\PC*", near_link()]) {
        let (state, _) = parse(&link);
        let canonical = write(&state);
        prop_assert_eq!(parse(&canonical), (state, Vec::new()));
    }
}

#[test]
fn the_default_view_writes_its_version_alone() {
    assert_eq!(write(&ViewState::default()), "v1");
    for empty in ["", "#", "v1", "#v1", "v1~", "https://example.org/sub/#v1"] {
        assert_eq!(parse(empty), (ViewState::default(), Vec::new()), "{empty}");
    }
}

#[test]
fn every_field_of_the_table_has_its_own_key() {
    let mut keys: Vec<&str> = FIELDS.iter().map(|field| field.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), FIELDS.len());
}

/// A broken link, the link of the view that opens, and what is said of it.
const BROKEN: &[(&str, &str, &[&str])] = &[
    ("v1~holder.ru_x_us", "v1~holder.ru_us", &["“holder.ru_x_us”: “x” means nothing here, left out"]),
    ("v1~colour.red~list.issue", "v1~list.issue", &["“colour.red”: not known to this version, left out"]),
    ("v1~list.issue~list.country", "v1~list.issue", &["“list.country”: given twice, the first one holds"]),
    ("v1~page.article", "v1", &["“page.article”: “article” means nothing here, left out"]),
    ("v1~from.2007-02-30", "v1", &["“from.2007-02-30”: “2007-02-30” means nothing here, left out"]),
    ("v1~cell.ru", "v1", &["“cell.ru”: “ru” means nothing here, left out"]),
    ("v1~text", "v1", &["“text”: not of the form key.value, left out"]),
    (
        "holder.ru",
        "v1~holder.ru",
        &["“holder.ru”: a link starts with its version, such as v1; the rest was read as version 1"],
    ),
    ("main", "v1", &["“main”: a link starts with its version, such as v1; the rest was read as version 1"]),
    (
        "v0~holder.ru",
        "v1~holder.ru",
        &["“v0”: a link starts with its version, such as v1; the rest was read as version 1"],
    ),
    (
        "v9~holder.ru~z.1",
        "v1~holder.ru",
        &[
            "“v9”: made by a newer version of this page; reload it to see all of the view",
            "“z.1”: not known to this version, left out",
        ],
    ),
];

#[test]
fn a_broken_link_opens_the_nearest_view_and_says_what_it_left_out() {
    for (link, opens, said) in BROKEN {
        let (state, problems) = parse(link);
        assert_eq!(write(&state), *opens, "{link}");
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), *said, "{link}");
    }
}

#[test]
fn what_other_programs_do_to_a_link_does_no_harm() {
    let written = parse("v1~text.s%C3%A8vres_a%2Eb");
    for rewritten in ["v1~text.sèvres_a.b", "v1~text.s%c3%a8vres_a%2eb", "#v1~text.sèvres_a%2Eb~"] {
        assert_eq!(parse(rewritten), written, "{rewritten}");
    }
    assert_eq!(written.0.filters.text, "sèvres a.b");
    assert_eq!(parse("v1~text.50%").0.filters.text, "50%");
}
