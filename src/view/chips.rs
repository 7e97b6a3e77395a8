//! The filters that are set, to be dropped one by one.

use super::facets::facets;
use super::{Action, Filter, Reading, ViewState, words};

/// A filter that is set, as a chip to drop it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What is let through.
    pub label: String,
    /// What drops it.
    pub action: Action,
}

/// The filters that are set, one chip a value, in the order of the page.
pub fn chips(reading: &Reading, state: &ViewState) -> Vec<Chip> {
    let filters = &state.filters;
    let mut chips: Vec<Chip> = facets(reading, state)
        .into_iter()
        .flat_map(|facet| facet.choices.into_iter().filter(|choice| choice.on))
        .map(|choice| Chip { label: choice.label, action: choice.action })
        .collect();
    let period = match (filters.from, filters.to) {
        (Some(from), Some(to)) => Some(words::days(from, to)),
        (Some(from), None) => Some(format!("from {}", words::long_date(from))),
        (None, Some(to)) => Some(format!("until {}", words::long_date(to))),
        (None, None) => None,
    };
    chips.extend(period.map(|label| Chip { label, action: Action::Clear(Filter::Period) }));
    if filters.is_set(Filter::Text) {
        chips.push(Chip { label: format!("“{}”", filters.text), action: Action::Clear(Filter::Text) });
    }
    chips
}
