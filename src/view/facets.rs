//! What each filter offers, with counts that follow the other filters.

use std::collections::BTreeMap;

use super::filter::Sieve;
use super::word::Word;
use super::{Action, Filter, Filters, OUTLET_NOT_STATED, Reading, Tagged, ViewState, words};
use crate::stance::{Mode, Stance};
use crate::text::{Code, Date};

/// One filter with its choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Which filter.
    pub filter: Filter,
    /// What the page calls it.
    pub name: &'static str,
    /// Whether it is set.
    pub is_set: bool,
    /// What can be chosen; empty for dates and search, which have fields of their own.
    pub choices: Vec<Choice>,
}

/// One choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In a reader's words.
    pub label: String,
    /// How many statements pass all *other* filters and have this value.
    pub count: usize,
    /// Whether it is chosen.
    pub on: bool,
    /// What a click does.
    pub action: Action,
}

/// The days between which a reader can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day reported; `None` where no article is dated.
    pub first: Option<Date>,
    /// The last day reported.
    pub last: Option<Date>,
}

/// Every filter with its choices, in the order of the page.
pub fn facets(reading: &Reading, state: &ViewState) -> Vec<Facet> {
    let counts = Counts::new(reading, &state.filters);
    let facet = |&filter: &Filter| Facet {
        filter,
        name: filter.name(),
        is_set: state.filters.is_set(filter),
        choices: choices(reading, &state.filters, filter, &counts),
    };
    Filter::ALL.iter().map(facet).collect()
}

/// The days a dossier reports on.
pub fn period(reading: &Reading) -> Period {
    let dates = || reading.articles().filter_map(|(article, _)| article.date);
    Period { first: dates().min(), last: dates().max() }
}

/// For each filter and each value of it, the statements that pass all other filters.
struct Counts(BTreeMap<(Filter, String), usize>);

impl Counts {
    fn new(reading: &Reading, filters: &Filters) -> Self {
        let sieve = Sieve::new(filters);
        let mut counts = BTreeMap::new();
        for tagged in reading.statements() {
            let held = sieve.held(&tagged);
            for filter in Filter::ALL {
                if held.at_most_by(filter) {
                    *counts.entry((filter, value(filter, &tagged))).or_default() += 1;
                }
            }
        }
        Self(counts)
    }

    fn of(&self, filter: Filter, value: String) -> usize {
        self.0.get(&(filter, value)).copied().unwrap_or_default()
    }
}

/// The word of a statement's value for a filter; empty for those without choices.
fn value(filter: Filter, tagged: &Tagged) -> String {
    let statement = tagged.statement;
    match filter {
        Filter::Holder => statement.holder.to_word(),
        Filter::Issue => statement.issue.clone(),
        Filter::Stance => statement.stance.to_word(),
        Filter::Mode => statement.mode.to_word(),
        Filter::Official => statement.official.to_word(),
        Filter::Told => statement.told_by.is_some().to_word(),
        Filter::Outlet => tagged.outlet.to_owned(),
        Filter::Speaker => tagged.speaker.to_owned(),
        Filter::Period | Filter::Text => String::new(),
    }
}

fn choices(reading: &Reading, set: &Filters, filter: Filter, counts: &Counts) -> Vec<Choice> {
    let choice = |value: String, label: String, on: bool, action: Action| Choice {
        label,
        count: counts.of(filter, value),
        on,
        action,
    };
    let flag = |yes: &str, no: &str, now: Option<bool>, act: fn(Option<bool>) -> Action| {
        let one = |label: &str, flag: bool| {
            let on = now == Some(flag);
            choice(flag.to_word(), label.to_owned(), on, act((!on).then_some(flag)))
        };
        vec![one(yes, true), one(no, false)]
    };
    match filter {
        Filter::Holder => holders(reading, set)
            .into_iter()
            .map(|code| {
                let on = set.holders.contains(&code);
                choice(code.to_word(), words::display_name(code), on, Action::ToggleHolder(code))
            })
            .collect(),
        Filter::Issue => issues(reading, set)
            .into_iter()
            .map(|(id, title)| choice(id.clone(), title, set.issues.contains(&id), Action::ToggleIssue(id)))
            .collect(),
        Filter::Stance => [Stance::Supports, Stance::Opposes, Stance::Conditional, Stance::Neutral]
            .map(|stance| {
                let label = words::stance_name(stance).to_owned();
                choice(stance.to_word(), label, set.stances.contains(&stance), Action::ToggleStance(stance))
            })
            .into(),
        Filter::Mode => [Mode::Direct, Mode::Reported, Mode::Act, Mode::Described]
            .map(|mode| {
                let label = words::mode_name(mode).to_owned();
                choice(mode.to_word(), label, set.modes.contains(&mode), Action::ToggleMode(mode))
            })
            .into(),
        Filter::Official => flag("Official voices", "Analysts, opposition, others", set.official, Action::SetOfficial),
        Filter::Told => flag("Told by another side", "The holder’s own", set.told, Action::SetTold),
        Filter::Outlet => names(reading, filter, set.outlets.iter())
            .into_iter()
            .map(|(slug, name)| choice(slug.clone(), name, set.outlets.contains(&slug), Action::ToggleOutlet(slug)))
            .collect(),
        Filter::Speaker => names(reading, filter, set.speakers.iter())
            .into_iter()
            .map(|(slug, name)| choice(slug.clone(), name, set.speakers.contains(&slug), Action::ToggleSpeaker(slug)))
            .collect(),
        Filter::Period | Filter::Text => Vec::new(),
    }
}

/// The parties, then every other holder of a statement by name; chosen ones even where they have none.
fn holders(reading: &Reading, set: &Filters) -> Vec<Code> {
    let parties = &reading.codebook().parties;
    let mut others: Vec<Code> = reading.statements().map(|tagged| tagged.statement.holder).collect();
    others.extend(&set.holders);
    others.retain(|holder| !parties.contains(holder));
    others.sort_by_key(|&holder| (words::display_name(holder), holder));
    others.dedup();
    parties.iter().copied().chain(others).collect()
}

/// The codebook's issues, and chosen ones that it does not have.
fn issues(reading: &Reading, set: &Filters) -> Vec<(String, String)> {
    let known = reading.codebook().issues.iter().map(|issue| (issue.id.clone(), issue.title.clone()));
    let strange = set.issues.iter().filter(|id| reading.issue(id).is_none()).map(|id| (id.clone(), id.clone()));
    known.chain(strange).collect()
}

/// The slugs and names of outlets or speakers, by name; chosen ones even where no statement has them.
fn names<'a>(reading: &Reading, filter: Filter, chosen: impl Iterator<Item = &'a String>) -> Vec<(String, String)> {
    let mut names: BTreeMap<String, String> = chosen.map(|slug| (slug.clone(), slug.clone())).collect();
    for tagged in reading.statements() {
        let (slug, name) = match filter {
            Filter::Outlet => (tagged.outlet, tagged.article.outlet.as_deref().unwrap_or("Outlet not stated")),
            _ => (tagged.speaker, tagged.statement.speaker.as_str()),
        };
        if !slug.is_empty() {
            names.insert(slug.to_owned(), name.to_owned());
        }
    }
    let mut names: Vec<(String, String)> = names.into_iter().collect();
    names.sort_by(|(slug, name), (other_slug, other)| {
        (slug == OUTLET_NOT_STATED, name, slug).cmp(&(other_slug == OUTLET_NOT_STATED, other, other_slug))
    });
    names
}
