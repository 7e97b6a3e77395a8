//! Two words written as one without an apostrophe, and words with a mark inside.

use super::token::TokenKind;

/// Prefixes that make one word with what follows their hyphen. Those that leave it a matter of its own stand alone
/// ("anti-missile", "ex-minister"), and so do all before a capital ("non-Russian"), so that the matter, office or name
/// is found.
const PREFIXES: &[&str] = &[
    "e", "re", "co", "non", "pre", "mid", "sub", "semi", "over", "under", "post", "inter", "intra", "mis", "un", "bi",
    "tri", "cross",
];

/// The length in bytes of the longest of them.
const LONGEST_PREFIX: usize = 5;

/// Where the second word of a contraction begins, and what it is. Spellings that are other words as well ("its", "were",
/// "lets") are left whole.
#[inline]
pub(super) fn contraction_start(word: &[u8]) -> Option<(usize, TokenKind)> {
    // Nearly all words are told by their last two letters.
    let [.., before, last] = word else { return None };
    match [before | 0x20, last | 0x20] {
        [b'n' | b'o', b't']
        | [b'i', b'm']
        | [b'v' | b'r', b'e']
        | [b'l', b'l']
        | [b't' | b'e', b's']
        | [b'n' | b't', b'a']
            if word.len() <= 8 =>
        {
            known_contraction(word)
        }
        _ => None,
    }
}

/// The same for a word of at most eight letters.
fn known_contraction(word: &[u8]) -> Option<(usize, TokenKind)> {
    let mut lower = [0; 8];
    for (small, byte) in lower.iter_mut().zip(word) {
        *small = byte | 0x20;
    }
    let capitals = word.iter().all(u8::is_ascii_uppercase);
    let clitic = match &lower[..word.len()] {
        b"cannot" => return Some((3, TokenKind::Word)),
        // Names and formats in capitals.
        b"im" | b"ive" if capitals => return None,
        b"im" | b"hes" | b"shes" | b"thats" | b"whats" | b"theres" | b"heres" => 1,
        b"dont" | b"wont" | b"cant" | b"aint" | b"isnt" | b"arent" | b"wasnt" | b"werent" | b"didnt" | b"doesnt"
        | b"hasnt" | b"havent" | b"hadnt" | b"couldnt" | b"wouldnt" | b"shouldnt" | b"ive" | b"youve" | b"weve"
        | b"theyve" | b"youre" | b"theyre" | b"youll" | b"theyll" | b"itll" | b"gonna" | b"wanna" | b"gotta" => 2,
        _ => return None,
    };
    Some((word.len() - clitic, TokenKind::Clitic))
}

/// Length of "AT&T" and "w/o", whose first `plain` bytes are letters.
pub(super) fn short_form_length(rest: &[u8], plain: usize) -> Option<usize> {
    let letters = |from: usize| rest[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let capitals = |part: &[u8]| part.len() <= 3 && part.iter().all(u8::is_ascii_uppercase);
    match rest.get(plain)? {
        b'&' => {
            let second = letters(plain + 1);
            let whole = second > 0 && capitals(&rest[..plain]) && capitals(&rest[plain + 1..plain + 1 + second]);
            whole.then_some(plain + 1 + second)
        }
        b'/' if plain == 1 => {
            let second = &rest[2..2 + letters(2)];
            let whole = match rest[0] {
                b'w' => matches!(second, b"" | b"o" | b"out"),
                b'b' => second == b"c",
                _ => false,
            };
            whole.then_some(2 + second.len())
        }
        _ => None,
    }
}

/// Length of a word with a prefix, "co-founder", whose first `plain` bytes are letters.
pub(super) fn prefix_length(rest: &[u8], plain: usize) -> Option<usize> {
    let small = rest.get(plain) == Some(&b'-') && rest.get(plain + 1).is_some_and(u8::is_ascii_lowercase);
    let is_prefix = |known: &&str| known.as_bytes().eq_ignore_ascii_case(&rest[..plain]);
    if !small || plain > LONGEST_PREFIX || !PREFIXES.iter().any(is_prefix) {
        return None;
    }
    let second = rest[plain + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (second > 1).then_some(plain + 1 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_are_two_words() {
        assert_eq!(contraction_start(b"Cannot"), Some((3, TokenKind::Word)));
        assert_eq!(contraction_start(b"dont"), Some((2, TokenKind::Clitic)));
        assert_eq!(contraction_start(b"IM"), None);
        assert_eq!(contraction_start(b"its"), None);
    }

    #[test]
    fn some_marks_make_one_word() {
        assert_eq!(short_form_length(b"AT&T's", 2), Some(4));
        assert_eq!(short_form_length(b"w/o a", 1), Some(3));
        assert_eq!(prefix_length(b"co-founder,", 2), Some(10));
        assert_eq!(prefix_length(b"non-Russian", 3), None);
        assert_eq!(PREFIXES.iter().map(|prefix| prefix.len()).max(), Some(LONGEST_PREFIX));
    }
}
