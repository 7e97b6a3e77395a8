//! How the columns of a comparison share the width of a page.

use super::Comparison;
use crate::compare::Group;

/// One column as drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnColumn {
    /// Its group.
    pub group: Group,
    /// Places of the holders in [`Comparison::heads`]: one, or several folded into a column that names them in each cell.
    pub holders: Vec<usize>,
    /// Whether it opens its group.
    pub first: bool,
}

impl DrawnColumn {
    /// Whether several holders share it.
    pub fn is_folded(&self) -> bool {
        self.holders.len() > 1
    }
}

impl Comparison {
    /// The columns as drawn: countries outside the parties with one cell each share a column, as a column for one cell
    /// wastes the width that the others need. Two or more make it worth while.
    pub fn drawn_columns(&self) -> Vec<DrawnColumn> {
        let mut drawn: Vec<DrawnColumn> = Vec::new();
        let mut place = 0;
        for group in &self.groups {
            let sparse = |filled: usize| group.group == Group::Others && filled == 1;
            let fold = group.columns.iter().filter(|head| sparse(head.filled)).count() > 1;
            let (mut single, mut folded) = (Vec::new(), Vec::new());
            for head in &group.columns {
                if fold && sparse(head.filled) {
                    folded.push(place);
                } else {
                    single.push(vec![place]);
                }
                place += 1;
            }
            single.extend((!folded.is_empty()).then_some(folded));
            let column = |(number, holders)| DrawnColumn { group: group.group, holders, first: number == 0 };
            drawn.extend(single.into_iter().enumerate().map(column));
        }
        drawn
    }
}
