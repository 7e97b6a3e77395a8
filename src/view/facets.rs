//! What each filter offers, with counts that follow the other filters.

use super::filter::Sieve;
use super::word::Word;
use super::{Action, Filter, Filters, OUTLET_NOT_STATED, Reading, Tagged, ViewState, words};
use crate::stance::{Mode, Stance};
use crate::text::{Code, Date, InOrder, SortedMap, SortedSet};

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
struct Counts(SortedMap<(Filter, String), usize>);

impl Counts {
    fn new(reading: &Reading, filters: &Filters) -> Self {
        let sieve = Sieve::new(filters);
        let mut counts = SortedMap::new();
        for tagged in reading.statements() {
            let held = sieve.held(&tagged);
            for filter in Filter::ALL {
                if held.at_most_by(filter) {
                    *counts.entry((filter, value(filter, &tagged)), || 0) += 1;
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
    let counts = |value: String| counts.of(filter, value);
    match filter {
        Filter::Holder => toggles(holders(reading, set), &set.holders, Action::ToggleHolder, counts),
        Filter::Issue => toggles(issues(reading, set), &set.issues, Action::ToggleIssue, counts),
        Filter::Stance => {
            let all = [Stance::Supports, Stance::Opposes, Stance::Conditional, Stance::Neutral];
            let named = all.map(|stance| (stance, words::stance_name(stance).to_owned()));
            toggles(named.into(), &set.stances, Action::ToggleStance, counts)
        }
        Filter::Mode => {
            let all = [Mode::Direct, Mode::Reported, Mode::Act, Mode::Described];
            let named = all.map(|mode| (mode, words::mode_name(mode).to_owned()));
            toggles(named.into(), &set.modes, Action::ToggleMode, counts)
        }
        Filter::Official => {
            either(["Official voices", "Analysts, opposition, others"], set.official, Action::SetOfficial, counts)
        }
        Filter::Told => either(["Told by another side", "The holder’s own"], set.told, Action::SetTold, counts),
        Filter::Outlet => toggles(names(reading, filter, &set.outlets), &set.outlets, Action::ToggleOutlet, counts),
        Filter::Speaker => toggles(names(reading, filter, &set.speakers), &set.speakers, Action::ToggleSpeaker, counts),
        Filter::Period | Filter::Text => Vec::new(),
    }
}

/// One choice a value; a click lets it in or out.
fn toggles<T: Word + Ord>(
    values: Vec<(T, String)>,
    chosen: &SortedSet<T>,
    act: fn(T) -> Action,
    count: impl Fn(String) -> usize,
) -> Vec<Choice> {
    let choice = |(value, label): (T, String)| Choice {
        label,
        count: count(value.to_word()),
        on: chosen.contains(&value),
        action: act(value),
    };
    values.into_iter().map(choice).collect()
}

/// Yes and no; a click on what is chosen lets both in again.
fn either(
    [yes, no]: [&str; 2],
    chosen: Option<bool>,
    act: fn(Option<bool>) -> Action,
    count: impl Fn(String) -> usize,
) -> Vec<Choice> {
    let choice = |(value, label): (bool, &str)| {
        let on = chosen == Some(value);
        Choice { label: label.to_owned(), count: count(value.to_word()), on, action: act((!on).then_some(value)) }
    };
    [(true, yes), (false, no)].map(choice).into()
}

/// The parties, then every other holder of a statement by name; chosen ones even where they have none.
fn holders(reading: &Reading, set: &Filters) -> Vec<(Code, String)> {
    let parties = &reading.codebook().parties;
    let holders = reading.statements().map(|tagged| tagged.statement.holder);
    let others: SortedSet<Code> = holders.chain(set.holders.iter().copied()).collect();
    let named = |code: Code| (code, words::display_name(code));
    let others = others.iter().filter(|holder| !parties.contains(holder));
    let mut others: Vec<(Code, String)> = others.map(|&holder| named(holder)).collect();
    others.order_by(|(code, name), (other_code, other)| (name, code).cmp(&(other, other_code)));
    parties.iter().map(|&party| named(party)).chain(others).collect()
}

/// The codebook's issues, and chosen ones that it does not have.
fn issues(reading: &Reading, set: &Filters) -> Vec<(String, String)> {
    let known = reading.codebook().issues.iter().map(|issue| (issue.id.clone(), issue.title.clone()));
    let strange = set.issues.iter().filter(|id| reading.issue(id).is_none()).map(|id| (id.clone(), id.clone()));
    known.chain(strange).collect()
}

/// The slugs and names of outlets or speakers, by name; chosen ones even where no statement has them.
fn names(reading: &Reading, filter: Filter, chosen: &SortedSet<String>) -> Vec<(String, String)> {
    let mut names: SortedMap<&str, &str> = chosen.iter().map(|slug| (slug.as_str(), slug.as_str())).collect();
    for tagged in reading.statements() {
        let Tagged { statement, article, outlet, speaker, .. } = tagged;
        match filter {
            Filter::Outlet => names.insert(outlet, article.outlet.as_deref().unwrap_or("Outlet not stated")),
            _ => names.insert(speaker, &statement.speaker),
        }
    }
    let mut names: Vec<(&str, &str)> = names.into_iter().filter(|(slug, _)| !slug.is_empty()).collect();
    names.order_by_key(|&(slug, name)| (slug == OUTLET_NOT_STATED, name, slug));
    names.into_iter().map(|(slug, name)| (slug.to_owned(), name.to_owned())).collect()
}
