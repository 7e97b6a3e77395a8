//! Which holders a comparison has columns for, and in which order.

use std::cmp::Reverse;

use super::Position;
use super::rule::holder_rank;
use crate::stance::Codebook;
use crate::text::{Code, InOrder, SortedMap};

/// The three groups of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The codebook's parties, always shown, in its order.
    Parties,
    /// Other countries with a position.
    Others,
    /// Other blocs and bodies with a position.
    Bodies,
}

/// One holder's place in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its group.
    pub group: Group,
    /// Whose column.
    pub holder: Code,
}

/// The columns for these positions: the parties as the codebook lists them, even where empty; then other countries,
/// then bodies, those with the most positions first and equal ones by code.
pub fn columns(codebook: &Codebook, positions: &[Position]) -> Vec<Column> {
    let mut filled: SortedMap<Code, usize> = codebook.parties.iter().map(|&party| (party, 0)).collect();
    for position in positions {
        *filled.entry(position.holder, || 0) += 1;
    }
    let group = |holder: Code| match holder {
        party if codebook.parties.contains(&party) => Group::Parties,
        country if country.is_country() => Group::Others,
        _ => Group::Bodies,
    };
    let mut columns: Vec<_> = filled
        .into_iter()
        .map(|(holder, filled)| {
            let group = group(holder);
            let filled = if group == Group::Parties { 0 } else { filled };
            (group, Reverse(filled), holder_rank(codebook, holder))
        })
        .collect();
    columns.order();
    columns.into_iter().map(|(group, _, (_, _, holder))| Column { group, holder }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Copies, Voices, positions, sample};

    #[test]
    fn parties_first_then_countries_then_bodies_fullest_first() {
        let codebook = sample::codebook("RU NATO", "a b");
        let lines =
            "r EU a supports\nr GB a supports\nr FR a supports\nr FR b supports\nr DE a supports\nr RU a supports";
        let found =
            columns(&codebook, &positions(&sample::statements(lines), &codebook, Voices::Official, &Copies::default()));
        let order: Vec<&str> = found.iter().map(|column| column.holder.as_str()).collect();
        assert_eq!(order, ["RU", "NATO", "FR", "DE", "GB", "EU"]);
        assert_eq!(found[1].group, Group::Parties);
        assert_eq!(found[5].group, Group::Bodies);
    }
}
