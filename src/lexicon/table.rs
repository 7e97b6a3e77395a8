//! The shape of every lexicon file: header lines that start with `# `, then rows of fields between bars.
//!
//! Plain text on purpose: an editor of a newspaper can read and mend it, and a reader of 60 lines costs less in
//! the page than a library for a richer format.
//!
//! What is compiled into the program is the same without its header, column after column: names beside names and days
//! beside days take a seventh less to download, and a day in three characters 2 kB less. `build.rs` packs it, so nothing
//! here may use the rest of the engine.

/// The year of a packed day that begins with `!`, the first character that can be seen.
const FIRST_YEAR: u16 = 1944;

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

/// A file packed: [`packed_of`] its rows.
pub fn packed(file: &str) -> String {
    packed_of(&rows(file).collect::<Vec<_>>())
}

/// Rows as columns: a bar between columns, a line for each field.
pub fn packed_of(rows: &[Row]) -> String {
    let width = rows.iter().map(Row::width).max().unwrap_or_default();
    let field = |row: &Row, index| packed_day(row.field(index)).unwrap_or_else(|| row.field(index).to_owned());
    let column = |index: usize| rows.iter().map(|row| field(row, index)).collect::<Vec<_>>().join("\n");
    (0..width).map(column).collect::<Vec<_>>().join("|")
}

/// A day `YYYY-MM-DD` as three characters: its year, month and day, counted from `!`. `None` where the field is no day, or
/// is one too far off to stay below the bar between columns.
fn packed_day(field: &str) -> Option<String> {
    let mut parts = field.split('-').map(|part| part.parse::<u16>().ok());
    let day = [parts.next()??.checked_sub(FIRST_YEAR)?, parts.next()??, parts.next()??];
    let sign = |number| char::from_u32(u32::from(b'!') + u32::from(number)).filter(|&sign| sign < '|');
    day.into_iter().map(sign).collect::<Option<String>>().filter(|_| parts.next().is_none())
}

/// Year, month and day of a field with a packed day; `None` where it has none.
pub fn day_in(field: &str) -> Option<(u16, u8, u8)> {
    let signs: [u8; 3] = field.as_bytes().try_into().ok()?;
    let [year, month, day] = signs.map(|sign| sign.wrapping_sub(b'!'));
    Some((FIRST_YEAR + u16::from(year), month, day))
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
    fn a_day_is_packed_into_three_characters() {
        for (field, day) in [("1944-01-01", (1944, 1, 1)), ("2007-06-08", (2007, 6, 8)), ("2034-12-31", (2034, 12, 31))]
        {
            assert_eq!(packed_day(field).as_deref().map(day_in), Some(Some(day)), "{field}");
        }
        for field in ["", "Putin", "1943-12-31", "2035-01-01", "2007-06", "2007-06-08-09", "al-Assad-2"] {
            assert_eq!(packed_day(field), None, "{field}");
        }
        assert_eq!(day_in(""), None);
    }

    #[test]
    fn a_packed_file_has_the_same_rows() {
        let file = "# fields: a | b | c\na | | c; d\n\n x | y |\n";
        let packed = packed(file);
        assert_eq!(packed, "a\nx|\ny|c; d\n");
        let fields = |row: Row| [0, 1, 2].map(|index| row.field(index).to_owned());
        assert_eq!(packed_rows(&packed).map(fields).collect::<Vec<_>>(), rows(file).map(fields).collect::<Vec<_>>());
    }
}
