//! The shape of every lexicon file: header lines that start with `# `, then rows of fields between bars.
//!
//! Plain text on purpose: an editor of a newspaper can read and mend it, and a reader of 60 lines costs less in
//! the page than a library for a richer format.

/// One row of a lexicon file.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its line in the file, counted from one.
    pub line: usize,
    fields: Vec<&'a str>,
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
        self.fields.len()
    }
}

/// The rows of a file; header lines and empty ones are passed over.
pub fn rows(file: &str) -> impl Iterator<Item = Row<'_>> {
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
        .map(|(index, line)| Row { line: index + 1, fields: line.split('|').map(str::trim).collect() })
}

/// The value of a header line such as `# licence: CC0 1.0`.
pub fn header<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    file.lines()
        .take_while(|line| line.starts_with('#'))
        .find_map(|line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(':').map(str::trim))
}
