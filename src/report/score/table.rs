//! Scores of several coded sets as a Markdown table.

use super::{CellScore, Figure, Figures, StatementScore, SurfaceScore};

/// The columns: what a figure is called, and its heading.
const COLUMNS: [(&str, &str); 9] = [
    ("required", "statements"),
    ("f1", "f1"),
    ("detect_f1", "detect_f1"),
    ("speaker_accuracy", "speaker"),
    ("told_by_accuracy", "told_by"),
    ("mode_accuracy", "mode"),
    ("cell_f1", "cell_f1"),
    ("surfaces_found", "surfaces_found"),
    ("surfaces_linked", "surfaces_linked"),
];

/// The scores of one coded set.
#[derive(Clone, Debug, Default)]
pub struct SetScore {
    /// Its name.
    pub name: String,
    /// Its statements.
    pub statements: StatementScore,
    /// Its positions, where they are coded.
    pub cells: Option<CellScore>,
    /// Its names, where they are coded.
    pub surfaces: Option<SurfaceScore>,
}

impl SetScore {
    /// All named figures.
    pub fn figures(&self) -> Figures {
        let mut figures = self.statements.figures();
        figures.extend(self.cells.iter().flat_map(CellScore::figures));
        figures.extend(self.surfaces.iter().flat_map(SurfaceScore::figures));
        figures
    }

    fn add(&mut self, other: &Self) {
        self.statements += other.statements;
        if let Some(cells) = other.cells {
            *self.cells.get_or_insert_default() += cells;
        }
        if let Some(surfaces) = other.surfaces {
            *self.surfaces.get_or_insert_default() += surfaces;
        }
    }
}

/// A table with a row for each set and one for all counts together, and the line that the page quotes.
pub fn markdown(sets: &[SetScore]) -> String {
    let mut all = SetScore { name: "**all**".to_owned(), ..SetScore::default() };
    for set in sets {
        all.add(set);
    }
    let heads: Vec<&str> = COLUMNS.iter().map(|(_, head)| *head).collect();
    let head = format!("| set | {} |\n| --- |{}\n", heads.join(" | "), " ---: |".repeat(COLUMNS.len()));
    let rows: String = sets.iter().chain([&all]).map(row).collect();
    let wrong = all.cells.and_then(|cells| cells.wrong_in_100());
    head + &rows + &wrong.map(|wrong| format!("\nCells wrong in 100: {wrong}\n")).unwrap_or_default()
}

fn row(set: &SetScore) -> String {
    let figures = set.figures();
    let figure = |name: &str| figures.iter().find(|(known, _)| *known == name).map(|(_, figure)| *figure);
    let cells: Vec<String> = COLUMNS.iter().map(|(name, _)| print(figure(name))).collect();
    format!("| {} | {} |\n", set.name, cells.join(" | "))
}

fn print(figure: Option<Figure>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| figure.to_string())
}
