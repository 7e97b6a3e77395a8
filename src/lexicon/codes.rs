//! What the codes of countries and blocs stand for, in words.

use std::sync::LazyLock;

use super::lexicon_file;
use super::part::Part;
use super::table::{Row, packed_rows};
use crate::text::{Code, InOrder};

/// Codes with their names and kinds, which `build.rs` takes from countries and blocs, so that a page can print any name
/// before it knows any phrase.
const CODES: &str = lexicon_file!("codes.txt");

/// Those of them that the near part of the lists names.
const NEAR: &str = lexicon_file!("near/codes.txt");

/// The name of a country or bloc as a newspaper writes it; the code itself where it is unknown.
pub fn display_name(code: Code) -> String {
    known_name(code).map_or_else(|| code.to_string(), str::to_owned)
}

/// The name of a country or bloc as a newspaper writes it; `None` where the code is unknown.
pub fn known_name(code: Code) -> Option<&'static str> {
    known(code).map(|known| known.name)
}

/// Whether a code stands for states that only meet, such as the G8: a holder of positions, but nobody's home.
pub fn is_forum(code: Code) -> bool {
    !code.is_country() && known(code).is_some_and(|known| known.is_forum)
}

/// What a code stands for.
struct Known {
    code: Code,
    name: &'static str,
    is_forum: bool,
}

fn known(code: Code) -> Option<&'static Known> {
    static IN_NEAR: LazyLock<Vec<Known>> = LazyLock::new(|| all_of(NEAR));
    in_order(&IN_NEAR, code).or_else(|| far(code))
}

/// What a code of no near row stands for.
fn far(code: Code) -> Option<&'static Known> {
    static IN_ALL: LazyLock<Vec<Known>> = LazyLock::new(far_codes);
    in_order(&IN_ALL, code)
}

/// All codes. A first visit does without, so it stays a function of its own.
#[inline(never)]
fn far_codes() -> Vec<Known> {
    all_of(CODES)
}

fn in_order(all: &'static [Known], code: Code) -> Option<&'static Known> {
    all.binary_search_by(|known| known.code.cmp(&code)).ok().and_then(|index| all.get(index))
}

fn all_of(table: &'static str) -> Vec<Known> {
    let known = |row: Row<'static>| {
        Some(Known { code: row.field(0).parse().ok()?, name: row.field(1), is_forum: row.field(2) == "forum" })
    };
    let mut all: Vec<Known> = packed_rows(table).filter_map(known).collect();
    all.order_by_key(|known| known.code);
    all
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

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    #[test]
    fn near_codes_are_some_of_all_and_every_code_is_known() {
        let (near, all) = (all_of(NEAR), far_codes());
        assert!(!near.is_empty() && near.len() < all.len(), "{} of {}", near.len(), all.len());
        for one in &all {
            let found = known(one.code).map(|known| (known.name, known.is_forum));
            assert_eq!(found, Some((one.name, one.is_forum)), "{}", one.code);
        }
        assert!(near.iter().all(|one| all.iter().any(|other| one.code == other.code)));
        assert_eq!(known_name(Code::from_str("QZ").expect("two letters")), None);
    }
}
