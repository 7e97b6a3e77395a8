//! The comparison as text: countries across, issues down, in bands that fit a terminal.

use crate::compare::Basis;
use crate::view::{CellView, Comparison, Head, Row};

/// The widest line, in characters.
const WIDTH: usize = 110;
/// The width of the issues' column.
const ISSUE: usize = 34;
/// The narrowest column of a country.
const NARROWEST: usize = 9;

/// What the signs of a cell mean.
const LEGEND: &str = "for 3: in three reports · (for) 1: told by another side · split: no way has two thirds\n";

/// The grid with its title, its legend and what a reader must know of it.
pub fn grid(comparison: &Comparison) -> String {
    let heads: Vec<&Head> = comparison.heads().collect();
    let known = [&comparison.title, &comparison.scope, &comparison.honesty, &comparison.made_by, &comparison.blanks];
    let top: Vec<String> = known.into_iter().flat_map(|line| wrap(line, WIDTH)).collect();
    let bands: Vec<String> = bands(comparison, &heads)
        .iter()
        .enumerate()
        .map(|(number, band)| print_band(comparison, &heads, band, number == 0))
        .collect();
    let mut blocks = vec![top.join("\n") + "\n"];
    blocks.extend(bands);
    blocks.push(LEGEND.to_owned());
    blocks.extend(comparison.empty.as_ref().map(|empty| empty.message.clone() + "\n"));
    blocks.join("\n")
}

/// A column: its place among all columns and its width.
type Column = (usize, usize);

/// The columns, cut into bands of at most [`WIDTH`].
fn bands(comparison: &Comparison, heads: &[&Head]) -> Vec<Vec<Column>> {
    let mut bands: Vec<Vec<Column>> = Vec::new();
    let mut room = 0;
    for (place, head) in heads.iter().enumerate() {
        let width = width(comparison, head, place);
        if room < width + 2 || bands.is_empty() {
            bands.push(Vec::new());
            room = WIDTH - ISSUE;
        }
        room = room.saturating_sub(width + 2);
        if let Some(band) = bands.last_mut() {
            band.push((place, width));
        }
    }
    bands
}

fn width(comparison: &Comparison, head: &Head, place: usize) -> usize {
    let longest_word = head.name.split(' ').map(length).max().unwrap_or_default();
    let cells = comparison.rows().filter_map(|row| row.cells[place].as_ref()).map(|cell| length(&cell_text(cell)));
    cells.chain([longest_word, NARROWEST]).max().unwrap_or(NARROWEST)
}

/// One band: the first shows every issue, the others those with a cell in them.
fn print_band(comparison: &Comparison, heads: &[&Head], band: &[Column], all_rows: bool) -> String {
    let names: Vec<Vec<String>> = band.iter().map(|&(place, width)| wrap(&heads[place].name, width)).collect();
    let height = names.iter().map(Vec::len).max().unwrap_or_default();
    let mut out = String::new();
    for line in 0..height {
        let part = |name: &Vec<String>| (line + name.len()).checked_sub(height).map(|at| name[at].clone());
        let cells = names.iter().map(|name| part(name).unwrap_or_default());
        out += &print_line("", cells.zip(band));
    }
    for section in &comparison.sections {
        let filled = |row: &&Row| all_rows || band.iter().any(|&(place, _)| row.cells[place].is_some());
        let rows: Vec<&Row> = section.rows.iter().filter(filled).collect();
        if !rows.is_empty() {
            out += section.name;
            out.push('\n');
        }
        out.extend(rows.into_iter().map(|row| print_row(row, band)));
    }
    out
}

fn print_row(row: &Row, band: &[Column]) -> String {
    let title = wrap(&row.title, ISSUE - 4);
    let cells = |place: usize| row.cells[place].as_ref().map_or_else(|| "·".to_owned(), cell_text);
    let mut out = String::new();
    for (number, line) in title.iter().enumerate() {
        let cells = band.iter().map(|&(place, _)| if number == 0 { cells(place) } else { String::new() });
        out += &print_line(&format!("  {line}"), cells.zip(band));
    }
    out
}

fn print_line<'a>(title: &str, cells: impl Iterator<Item = (String, &'a Column)>) -> String {
    let cells: Vec<String> = cells.map(|(cell, &(_, width))| format!("{cell:width$}  ")).collect();
    format!("{title:ISSUE$}{}", cells.concat()).trim_end().to_owned() + "\n"
}

/// `against 3`, in brackets where it is not the holder's own.
fn cell_text(cell: &CellView) -> String {
    match cell.basis {
        Basis::Own => format!("{} {}", cell.word, cell.reports),
        Basis::Told | Basis::Unofficial => format!("({}) {}", cell.word, cell.reports),
    }
}

/// Lines of at most `width` characters, cut at blanks; a longer word has a line of its own.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if length(line) + 1 + length(word) <= width => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::shield;
    use crate::view::{Action, Filter, ViewState, comparison};

    #[test]
    fn a_grid_reads_at_a_glance() {
        let printed = grid(&comparison(&shield(), &ViewState::default()));
        let table: Vec<&str> = printed.lines().skip_while(|line| !line.contains("United")).collect();
        assert_eq!(
            table,
            [
                "                                  United                  Czech",
                "                                  States       Russia     Republic   France          Germany",
                "Proposals",
                "  Build the shield                for, if … 1  against 2  ·          took no side 1  ·",
                "  Build the radar                 ·            ·          ·          (for) 1         (for) 1",
                "Claims",
                "  Iran is a threat                says so 1    ·          ·          ·               ·",
                "",
                "for 3: in three reports · (for) 1: told by another side · split: no way has two thirds",
            ]
        );
    }

    #[test]
    fn wide_grids_come_in_bands_that_fit() {
        let holders = "US RU CZ PL AZ IR RS XK FR GB DE UA GE EU NATO UN";
        let sentence = |holder| format!("{holder} speaks.\n  > {holder} shield supports\n");
        let sentences = holders.split(' ').map(sentence).collect::<Vec<_>>().concat();
        let reading = crate::view::sample::reading("US", "shield radar", &format!("== a 2007-06-07 -\n{sentences}"));
        let printed = grid(&comparison(&reading, &ViewState::default()));
        assert!(printed.lines().all(|line| length(line) <= WIDTH), "{printed}");
        assert_eq!(printed.matches("for 1").count(), 16, "{printed}");
        assert_eq!(printed.matches("Build the radar").count(), 1, "empty rows stand in the first band only");
    }

    #[test]
    fn an_empty_grid_says_which_filter_to_drop() {
        let state = ViewState::default().apply(Action::SetText("nowhere".to_owned()));
        let printed = grid(&comparison(&shield(), &state));
        assert!(printed.contains(&format!("Without the filter “{}”", Filter::Text.name())), "{printed}");
    }
}
