//! The shape of every lexicon file: header lines that start with `# `, then rows of fields between bars.
//!
//! Plain text on purpose: an editor of a newspaper can read and mend it, and a reader of 60 lines costs less in
//! the page than a library for a richer format.
//!
//! What is compiled into the program is the same without its header, column after column: names beside names and dates
//! beside dates take a seventh less to download. `build.rs` packs it, so nothing here may use the rest of the engine.

/// No file has more fields.
const MOST_FIELDS: usize = 6;

/// One row of a lexicon file.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its line in the file, counted from one; in a packed file among the rows alone.
    pub line: usize,
    fields: [&'a str; MOST_FIELDS],
    width: usize,
}

impl<'a> Row<'a> {
    /// The field at this place, trimmed; empty where the row is shorter.
    pub fn field(&self, index: usize) -> &'a str {
        self.fields.get(index).copied().unwrap_or_default()
    }

    /// The entries of a list field.
    pub fn list(&self, index: usize) -> impl Iterator<Item = &'a str> {
        self.field(index).split(';').map(str::trim).filter(|entry| !entry.is_empty())
    }

    /// How many fields the row has.
    pub fn width(&self) -> usize {
        self.width
    }

    fn of(line: usize, parts: impl Iterator<Item = &'a str>) -> Self {
        let mut row = Self { line, fields: [""; MOST_FIELDS], width: 0 };
        for part in parts {
            if let Some(field) = row.fields.get_mut(row.width) {
                *field = part;
            }
            row.width += 1;
        }
        row
    }
}

/// The rows of a file; header lines and empty ones are passed over.
pub fn rows(file: &str) -> impl Iterator<Item = Row<'_>> {
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
        .map(|(index, line)| Row::of(index + 1, line.split('|').map(str::trim)))
}

/// The value of a header line such as `# licence: CC0 1.0`.
pub fn header<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    file.lines()
        .take_while(|line| line.starts_with('#'))
        .find_map(|line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(':').map(str::trim))
}

/// The rows of a file as columns: a bar between columns, a line for each field.
pub fn packed(file: &str) -> String {
    let rows: Vec<Row> = rows(file).collect();
    let width = rows.iter().map(Row::width).max().unwrap_or_default();
    let column = |index: usize| rows.iter().map(|row| row.field(index)).collect::<Vec<_>>().join("\n");
    (0..width).map(column).collect::<Vec<_>>().join("|")
}

/// The rows of a packed file.
pub fn packed_rows(file: &str) -> impl Iterator<Item = Row<'_>> {
    let mut columns: Vec<_> = file.split('|').map(|column| column.split('\n')).collect();
    (1..).map_while(move |line| {
        let row = Row::of(line, columns.iter_mut().map_while(Iterator::next));
        (row.width > 0).then_some(row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_file_has_the_same_rows() {
        let file = "# fields: a | b | c\na | | c; d\n\n x | y |\n";
        let packed = packed(file);
        assert_eq!(packed, "a\nx|\ny|c; d\n");
        let fields = |row: Row| [0, 1, 2].map(|index| row.field(index).to_owned());
        assert_eq!(packed_rows(&packed).map(fields).collect::<Vec<_>>(), rows(file).map(fields).collect::<Vec<_>>());
    }
}
