//! Scores for positions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use super::gold::GoldPosition;
use super::{Figure, Figures, precision_recall_f1};
use crate::compare::Position;
use crate::view::word::Word;

/// Counts over one or several coded sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellScore {
    /// Coded cells that count.
    pub cells: usize,
    /// Predicted cells that count.
    pub predicted: usize,
    /// Predicted cells with a word that is right.
    pub right: usize,
}

impl CellScore {
    /// The named figures.
    pub fn figures(&self) -> Figures {
        let (precision, recall, f1) = precision_recall_f1(self.right, self.predicted, self.cells);
        vec![
            ("cells", Figure::Count(self.cells)),
            ("cells_predicted", Figure::Count(self.predicted)),
            ("cells_right", Figure::Count(self.right)),
            ("cell_p", Figure::Share(precision)),
            ("cell_r", Figure::Share(recall)),
            ("cell_f1", Figure::Share(f1)),
        ]
    }

    /// Of 100 predicted cells, how many are wrong, rounded; `None` where none is predicted.
    pub fn wrong_in_100(&self) -> Option<usize> {
        let wrong = self.predicted - self.right;
        (self.predicted > 0).then(|| (wrong * 200 + self.predicted) / (2 * self.predicted))
    }
}

impl AddAssign for CellScore {
    fn add_assign(&mut self, other: Self) {
        self.cells += other.cells;
        self.predicted += other.predicted;
        self.right += other.right;
    }
}

/// The score, and a line for each cell that is wrong, missed or too many.
pub fn score_cells(gold: &[GoldPosition], positions: &[Position]) -> (CellScore, Vec<String>) {
    let key = |coded: &GoldPosition| (coded.holder.clone(), coded.issue.clone());
    let debated: BTreeSet<_> = gold.iter().filter(|coded| !coded.required).map(key).collect();
    let wanted: BTreeMap<_, &[String]> =
        gold.iter().filter(|coded| coded.required).map(|coded| (key(coded), coded.stances.as_slice())).collect();
    let mut got: BTreeMap<(String, String), String> = BTreeMap::new();
    for position in positions {
        let cell = (position.holder.to_string(), position.issue.clone());
        let word = position.verdict.to_word();
        let neutral_wanted = wanted.get(&cell).is_some_and(|stances| stances.contains(&word));
        if !debated.contains(&cell) && (word != "neutral" || neutral_wanted) {
            got.insert(cell, word);
        }
    }
    let is_right = |cell: &(String, String)| match (wanted.get(cell), got.get(cell)) {
        (Some(stances), Some(word)) => stances.contains(word) || (word == "split" && distinct(stances) > 1),
        _ => false,
    };
    let score = CellScore {
        cells: wanted.len(),
        predicted: got.len(),
        right: got.keys().filter(|cell| is_right(cell)).count(),
    };
    let all: BTreeSet<_> = wanted.keys().chain(got.keys()).collect();
    let wrong = all.into_iter().filter(|cell| !is_right(cell)).map(|cell| {
        let want = wanted.get(cell).map_or_else(|| "no position".to_owned(), |stances| stances.join(" or "));
        let got = got.get(cell).map_or("no position", String::as_str);
        format!("CELL {} {}: want {want}, got {got}", cell.0, cell.1)
    });
    (score, wrong.collect())
}

fn distinct(stances: &[String]) -> usize {
    stances.iter().collect::<BTreeSet<_>>().len()
}
