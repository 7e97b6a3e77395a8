//! What the codes of countries and blocs stand for, in words.

use std::sync::LazyLock;

use super::lexicon_file;
use super::part::Part;
use super::table::{Row, packed_rows};
use crate::text::{Code, InOrder};

/// Codes with their names and kinds, which `build.rs` takes from countries and blocs, so that a page can print any name
/// before it knows any phrase.
const CODES: &str = lexicon_file!("codes.txt");

/// The name of a country or bloc as a newspaper writes it; the code itself where it is unknown.
pub fn display_name(code: Code) -> String {
    known_name(code).map_or_else(|| code.to_string(), str::to_owned)
}

/// The name of a country or bloc as a newspaper writes it; `None` where the code is unknown.
pub fn known_name(code: Code) -> Option<&'static str> {
    static NAMES: LazyLock<Vec<(Code, &'static str)>> = LazyLock::new(|| {
        let named = |row: Row<'static>| Some((row.field(0).parse().ok()?, row.field(1)));
        let mut names: Vec<_> = packed_rows(CODES).filter_map(named).collect();
        names.order();
        names
    });
    let found = NAMES.binary_search_by(|(known, _)| known.cmp(&code));
    found.ok().map(|index| NAMES[index].1)
}

/// Whether a code stands for states that only meet, such as the G8: a holder of positions, but nobody's home.
pub fn is_forum(code: Code) -> bool {
    let is_one = |row: Row| row.field(2) == "forum" && row.field(0) == code.as_str();
    !code.is_country() && packed_rows(CODES).any(is_one)
}

/// The name of a country or bloc in full words, where it has one: "Alliance of Small Island States" for `AOSIS`. The page
/// never asks.
///
/// Of a bloc known by its letters the first other name that is spelled out and names no second party beside it.
pub fn spelled_name(code: Code) -> Option<&'static str> {
    // Newspapers say "Britain"; minutes and treaties name the state.
    let name = if code.as_str() == "GB" { "United Kingdom" } else { known_name(code)? };
    let spelled = |name: &&str| name.contains(' ') && name.chars().any(char::is_lowercase);
    if code.is_country() || spelled(&name) {
        return Some(name);
    }
    let row = packed_rows(Part::WHOLE.blocs).find(|row| row.field(0) == code.as_str())?;
    // "G77 and China" is G77 with somebody else.
    let beside = |other: &str| other.strip_prefix(name).is_some_and(|rest| rest.starts_with(" and "));
    Some(row.list(2).find(|other| spelled(other) && !beside(other)).unwrap_or(name))
}
