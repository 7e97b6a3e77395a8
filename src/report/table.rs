//! Rows of named values, and the three ways to print them.

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words; may be empty.
    Text(String),
    /// A whole number.
    Number(usize),
    /// A share in per cent, printed as a decimal with two digits: `0.80`.
    Share(u8),
    /// Yes or no.
    Flag(bool),
    /// Pairs of offsets.
    Spans(Vec<(usize, usize)>),
    /// Values with names of their own.
    Fields(Row),
    /// Not known.
    Unknown,
}

impl Value {
    /// Words, or not known.
    pub(super) fn optional(value: Option<impl ToString>) -> Self {
        value.map_or(Self::Unknown, |value| Self::Text(value.to_string()))
    }

    /// The words, where it is words.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn to_json(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Fields(fields) => to_object(fields),
            Self::Unknown => "null".to_owned(),
            other => other.to_plain(),
        }
    }

    /// Without quotation marks; empty where not known.
    fn to_plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Share(percent) => format!("{}.{:02}", percent / 100, percent % 100),
            Self::Flag(flag) => flag.to_string(),
            Self::Spans(spans) => {
                let pairs: Vec<String> = spans.iter().map(|(start, end)| format!("[{start},{end}]")).collect();
                format!("[{}]", pairs.join(","))
            }
            Self::Fields(fields) => {
                fields.iter().map(|(_, value)| value.to_plain()).collect::<Vec<_>>().join(" ").trim_end().to_owned()
            }
            Self::Unknown => String::new(),
        }
    }
}

/// Text as JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => out.extend(format!("\\u{:04x}", u32::from(c)).chars()),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Named values in the order in which they are printed; every row of a table has the same names.
pub type Row = Vec<(&'static str, Value)>;

/// One JSON object a line.
pub fn to_json_lines(rows: &[Row]) -> String {
    rows.iter().map(|row| to_object(row) + "\n").collect()
}

fn to_object(row: &Row) -> String {
    let field = |(name, value): &(&str, Value)| format!("\"{name}\":{}", value.to_json());
    format!("{{{}}}", row.iter().map(field).collect::<Vec<String>>().join(","))
}

/// Comma-separated values with a line of names (RFC 4180, but with plain line feeds).
pub fn to_csv(rows: &[Row]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let names = first.iter().map(|(name, _)| (*name).to_owned()).collect();
    let lines = rows.iter().map(|row| row.iter().map(|(_, value)| quote(value.to_plain())).collect());
    std::iter::once(names).chain(lines).map(|line: Vec<String>| line.join(",") + "\n").collect()
}

fn quote(cell: String) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The longest cell of an aligned table, in characters.
const WIDEST: usize = 48;

/// Columns side by side, for people: long cells are cut, columns without a value left out.
pub fn to_aligned(rows: &[Row]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let mut lines: Vec<Vec<String>> = vec![first.iter().map(|(name, _)| (*name).to_owned()).collect()];
    lines.extend(rows.iter().map(|row| row.iter().map(|(_, value)| one_line(&value.to_plain())).collect()));
    let used: Vec<usize> = (0..first.len()).filter(|&at| lines[1..].iter().any(|line| !line[at].is_empty())).collect();
    let width = |at: usize| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or_default();
    let widths: Vec<(usize, usize)> = used.iter().map(|&at| (at, width(at))).collect();
    let print = |line: &Vec<String>| {
        let cells: Vec<String> = widths.iter().map(|&(at, width)| format!("{:width$}", line[at])).collect();
        cells.join("  ").trim_end().to_owned() + "\n"
    };
    lines.iter().map(print).collect()
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDEST {
        return line;
    }
    line.chars().take(WIDEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_quoted_as_others_quote_it() {
        let all: String = ('\0'..='\u{2ff}').chain("“—” 😀".chars()).collect();
        assert_eq!(quoted(&all), serde_json::to_string(&all).expect("JSON"));
    }

    fn rows() -> Vec<Row> {
        let row = |said: &str, number| {
            vec![
                ("said", Value::Text(said.to_owned())),
                ("at", Value::Number(number)),
                ("sure", Value::Share(80)),
                ("spans", Value::Spans(vec![(0, 4), (9, 12)])),
                ("past", Value::Flag(false)),
                ("day", Value::Unknown),
            ]
        };
        vec![row("no, \"never\"\n", 7), row("“так”", 12)]
    }

    #[test]
    fn json_keeps_the_order_and_the_width() {
        let lines = to_json_lines(&rows());
        assert_eq!(
            lines.lines().next(),
            Some(r#"{"said":"no, \"never\"\n","at":7,"sure":0.80,"spans":[[0,4],[9,12]],"past":false,"day":null}"#)
        );
        assert!(lines.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    }

    #[test]
    fn csv_quotes_what_must_be() {
        let expected = "said,at,sure,spans,past,day\n\"no, \"\"never\"\"\n\",7,0.80,\"[[0,4],[9,12]]\",false,\n";
        assert!(to_csv(&rows()).starts_with(expected));
        assert_eq!(to_csv(&[]), "");
    }

    #[test]
    fn aligned_tables_leave_out_empty_columns() {
        let expected = "said         at  sure  spans           past\n\
                        no, \"never\"  7   0.80  [[0,4],[9,12]]  false\n\
                        “так”        12  0.80  [[0,4],[9,12]]  false\n";
        assert_eq!(to_aligned(&rows()), expected);
    }
}
