//! What English spelling does to a stem before "-ed", "-ing", "-er" and "-est": letters doubled, silent e lost.
//!
//! Rules of the last letters, on bytes, for stems in small letters; what they get wrong stands in `lexicon/lemmas.txt`.

/// Whether the last letter of a stem that ends in two alike was put there by its ending: "planned", "travelled", but
/// "called" and "passed".
pub(super) fn is_doubling(stem: &[u8]) -> bool {
    match stem {
        [before @ .., _, b'l'] => before.split_last().is_some_and(|(_, before)| !is_first_syllable(before)),
        [.., last] => b"bdgkmnprtv".contains(last),
        [] => false,
    }
}

/// Whether a stem has lost its silent e: "hat(ing)" and "invad(ing)", but "host(ing)", "visit(ing)", "deploy(ing)".
pub(super) fn lost_e(stem: &[u8]) -> bool {
    let [before @ .., a, b] = stem else { return false };
    let (a, b) = (*a, *b);
    let after_vowel = is_vowel(a) || a == b'y';
    match b {
        b'c' | b'u' | b'v' => true,
        b'z' => after_vowel,
        b's' => after_vowel || b"lnprw".contains(&a),
        b'g' if a == b'n' => lost_e_after_ng(before),
        b'g' => after_vowel || b"dlr".contains(&a),
        b'l' if !after_vowel => !b"hlrw".contains(&a),
        b'r' if !after_vowel => a != b'r',
        b'a' | b'e' | b'h' | b'i' | b'o' | b'w' | b'x' | b'y' => false,
        _ if !after_vowel => false,
        _ if is_second_vowel(before, a) => false,
        _ => is_first_syllable(before) || lost_e_after_short(before, a, b),
    }
}

/// "chang(ing)", "plung(ing)", but "bring(ing)", "belong(ing)".
fn lost_e_after_ng(before: &[u8]) -> bool {
    match before {
        [] | [.., b'o', b'u'] => false,
        [.., last] => b"aeu".contains(last),
    }
}

/// After one vowel and one consonant at the end of a longer word: what most such words do.
fn lost_e_after_short(before: &[u8], vowel: u8, last: u8) -> bool {
    match last {
        b'b' | b'd' | b'k' => true,
        b'l' => b"iuy".contains(&vowel),
        b'm' => b"aiu".contains(&vowel) || vowel == b'o' && before.ends_with(b"c"),
        b'n' => b"iu".contains(&vowel),
        b'p' => b"ay".contains(&vowel),
        b'r' => b"aiu".contains(&vowel),
        b't' => b"au".contains(&vowel),
        _ => false,
    }
}

/// Whether a vowel makes one sound with the vowel before it: "treat", "shout", but "negoti-at", "evalu-at", "qu-ot".
fn is_second_vowel(before: &[u8], vowel: u8) -> bool {
    match before {
        [] | [.., b'q', b'u'] => false,
        [.., b'i' | b'u'] if vowel == b'a' => false,
        [.., last] => is_vowel(*last),
    }
}

/// Whether no vowel stands before in the word, of which these are the letters before one.
fn is_first_syllable(before: &[u8]) -> bool {
    let word = before.rsplit(|byte| !byte.is_ascii_alphabetic()).next().unwrap_or_default();
    let mut letters = word.iter().enumerate();
    !letters.any(|(at, &letter)| {
        is_vowel(letter) && !(letter == b'u' && word[..at].ends_with(b"q")) || letter == b'y' && at > 0
    })
}

/// Whether a stem could be a word: "br(ing)" and "r(ed)" could not.
pub(super) fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|byte| is_vowel(byte) || byte == b'y' || !byte.is_ascii())
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_that_lost_their_e() {
        for stem in
            "hat quot shar chang plung charg invad dispos evaluat argu settl enabl welcom combin describ".split(' ')
        {
            assert!(lost_e(stem.as_bytes()), "{stem}");
        }
        for stem in "host treat shout offer belong help visit open mention join pass agree veto deploy fix a".split(' ')
        {
            assert!(!lost_e(stem.as_bytes()), "{stem}");
        }
    }

    #[test]
    fn letters_doubled_by_an_ending() {
        for stem in ["plann", "travell", "controll", "occurr"] {
            assert!(is_doubling(stem.as_bytes()), "{stem}");
        }
        for stem in ["call", "quell", "pass", "staff", "buzz"] {
            assert!(!is_doubling(stem.as_bytes()), "{stem}");
        }
    }
}
