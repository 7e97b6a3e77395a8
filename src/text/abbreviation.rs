//! Words whose full stop belongs to them.

/// Abbreviations in any case.
const ALWAYS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "drs", "prof", "gen", "sen", "rep", "reps", "sens", "gov", "lt", "col", "maj", "capt",
    "sgt", "cpl", "adm", "cmdr", "rev", "amb", "messrs", "mt", "st", "vs", "dept", "approx", "etc", "jr", "sr", "corp",
    "inc", "ltd", "bros", "attn", "ext", "blvd", "assn", "assoc", "govt", "brig", "supt", "esq", "pvt",
];

/// Abbreviations with a capital, which without one are words.
const CAPITAL: &[&str] = &[
    "Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Tue", "Tues", "Thu", "Thur", "Thurs", "Wed", "Fri", "Co",
    "Hon", "Ft", "Pres", "Calif", "Ariz", "Fla", "Pa", "Va", "Tex", "Conn", "Md",
];

/// Abbreviations in small letters, which with a capital are names.
const SMALL: &[&str] = &["al", "est", "ed", "eds", "lbs", "yrs", "mins", "hrs", "cf", "ca", "voc"];

/// Abbreviations only where a number follows.
const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "art", "arts", "fig", "p", "pp", "c", "sec", "vol", "mar", "apr", "jun", "jul", "sat", "sun", "mon",
    "ch",
];

/// The length in bytes of the longest word of these lists.
const LONGEST: usize = 6;

/// Whether the full stop behind `word` belongs to it; `after` is the text behind that stop.
pub(super) fn keeps_stop(word: &str, after: &str) -> bool {
    // Of an ellipsis no mark belongs to the word.
    if word.len() > LONGEST || after.starts_with("..") {
        return false;
    }
    let any_case = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    any_case(ALWAYS)
        || word.starts_with(char::is_uppercase) && any_case(CAPITAL)
        || SMALL.contains(&word)
        || next_is(after, |c| c.is_ascii_digit()) && any_case(BEFORE_NUMBERS)
        || is_initial(word) && next_is(after, char::is_uppercase)
}

/// A single capital that is no pronoun.
pub(super) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_uppercase() && c != 'I') && chars.next().is_none()
}

/// Whether the first character behind at most one blank is such a one.
fn next_is(after: &str, such: impl Fn(char) -> bool) -> bool {
    let next = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    next.chars().next().is_some_and(such)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_words_keep_their_stop() {
        for (word, after) in [("Mr", " Vale"), ("No", " 5"), ("W", " Bush"), ("Inc", "."), ("etc", "")] {
            assert!(keeps_stop(word, after), "{word}");
        }
        for (word, after) in [("no", " He"), ("I", " He"), ("etc", ".."), ("Al", " said"), ("sat", " Then")] {
            assert!(!keeps_stop(word, after), "{word}");
        }
        let lists = [ALWAYS, CAPITAL, SMALL, BEFORE_NUMBERS];
        assert_eq!(lists.iter().flat_map(|list| list.iter()).map(|word| word.len()).max(), Some(LONGEST));
    }
}
