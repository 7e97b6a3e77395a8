//! The names by which a text can mean a person.
//!
//! `build.rs` asks here as well which people a text can name, so nothing here may use more of the engine than `text`.

use crate::text::InOrder;

/// Full names, and each of them without middle initials; `names` are one person's.
pub(super) fn full_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        let mut add = |form: String| {
            if form.contains(' ') && !found.contains(&form) {
                found.push(form);
            }
        };
        add(name.to_owned());
        let is_whole = |word: &&str| word.trim_end_matches('.').chars().nth(1).is_some();
        if !name.split_whitespace().all(|word| is_whole(&word)) {
            add(name.split_whitespace().filter(is_whole).collect::<Vec<_>>().join(" "));
        }
        if name.contains('.') {
            add(name.replace('.', ""));
        }
    }
    found
}

/// The words by which news refers back to a person: the last of each name, and the first where family names come first.
pub(super) fn surnames<'a>(names: impl Iterator<Item = &'a str>, family_first: bool) -> Vec<&'a str> {
    let mut words = Vec::new();
    for name in names {
        let last = name.split_whitespace().next_back();
        let first = name.split_whitespace().next().filter(|_| family_first);
        let numeral = |word: &&str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        words.extend(last.into_iter().chain(first).filter(|word| word.len() > 1 && !numeral(word)));
        words.extend(last.and_then(|word| word.strip_prefix("al-")));
    }
    words.order();
    words.dedup();
    words
}

/// Whether family names come first in the country of this code.
pub(super) fn family_first(code: &str) -> bool {
    matches!(code, "CN" | "KP" | "KR" | "TW" | "VN" | "KH" | "SG")
}
