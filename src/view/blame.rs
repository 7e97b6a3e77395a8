//! Which filter to drop when nothing is left.

use super::filter::Sieve;
use super::{Action, Filter, Filters, Reading, words};

/// A filter whose loss would bring something back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blame {
    /// Which filter to drop; `None` where no single one helps and all have to go.
    pub filter: Option<Filter>,
    /// What to tell the reader.
    pub message: String,
    /// What drops it.
    pub action: Action,
    /// How many statements come back.
    pub statements: usize,
}

/// Which filter to drop so that most comes back; `None` where something passes, or where there is nothing to filter.
pub fn blame(reading: &Reading, filters: &Filters) -> Option<Blame> {
    let sieve = Sieve::new(filters);
    let held: Vec<_> = reading.statements().map(|tagged| sieve.held(&tagged)).collect();
    if held.is_empty() || filters.is_empty() {
        return None;
    }
    let back = |filter: Filter| held.iter().filter(|held| held.at_most_by(filter)).count();
    let set = Filter::ALL.into_iter().filter(|&filter| filters.is_set(filter));
    // Of equal ones the last set on the page, which is the finest.
    let best = set.map(|filter| (back(filter), filter)).max().filter(|(statements, _)| *statements > 0);
    Some(match best {
        Some((statements, filter)) => Blame {
            filter: Some(filter),
            message: format!(
                "Nothing is left. Without the filter “{}” there would be {}.",
                filter.name(),
                words::count(statements, "statement")
            ),
            action: Action::Clear(filter),
            statements,
        },
        None => Blame {
            filter: None,
            message: "Nothing is left, and no single filter is to blame: drop them all.".to_owned(),
            action: Action::ClearAll,
            statements: held.len(),
        },
    })
}
