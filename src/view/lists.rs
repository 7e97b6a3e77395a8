//! The comparison as lists, for narrow screens.

use super::comparison::Row;
use super::{CellView, Comparison, Head};
use crate::stance::IssueKind;

/// A heading with cells below it, for narrow screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// A country or an issue.
    pub heading: String,
    /// Its cells.
    pub entries: Vec<Entry>,
}

/// One line of such a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// An issue or a country.
    pub title: String,
    /// What it comes to.
    pub cell: CellView,
}

impl Comparison {
    /// Each country with its positions, for narrow screens; countries without one are left out.
    pub fn by_country(&self) -> Vec<List> {
        let list = |(place, head): (usize, &Head)| List {
            heading: head.name.clone(),
            entries: self
                .sections
                .iter()
                .flat_map(|section| section.rows.iter().map(move |row| (section.kind, row)))
                .filter_map(|(kind, row)| Some(entry(claim(kind) + &row.title, row.cells[place].as_ref()?)))
                .collect(),
        };
        self.heads().enumerate().map(list).filter(|list| !list.entries.is_empty()).collect()
    }

    /// Each issue with its countries, for narrow screens; issues without a position are left out.
    pub fn by_issue(&self) -> Vec<List> {
        let list = |(kind, row): (IssueKind, &Row)| List {
            heading: claim(kind) + &row.title,
            entries: self
                .heads()
                .zip(&row.cells)
                .filter_map(|(head, cell)| Some(entry(head.name.clone(), cell.as_ref()?)))
                .collect(),
        };
        let rows = self.sections.iter().flat_map(|section| section.rows.iter().map(|row| (section.kind, row)));
        rows.map(list).filter(|list| !list.entries.is_empty()).collect()
    }
}

fn entry(title: String, cell: &CellView) -> Entry {
    Entry { title, cell: cell.clone() }
}

fn claim(kind: IssueKind) -> String {
    if kind == IssueKind::Claim { "Claim: ".to_owned() } else { String::new() }
}
