//! Folding a text to a form in which trifles do not count, and hashing it.

use std::borrow::Cow;

use super::letter::small_letters;
use super::token::{BYTES, CAPITAL};

/// White space runs to one blank, typographic quotation marks to straight ones, letters small.
pub fn fold_sentence(sentence: &str) -> String {
    let mut folded = String::with_capacity(sentence.len());
    for word in sentence.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(|c| small_letters(straighten(c))));
    }
    folded
}

/// [`fnv1a_64`] of [`fold_sentence`], without writing it out.
pub fn hash_folded(sentence: &str) -> u64 {
    if sentence.is_ascii() {
        return hash_ascii(sentence, CAPITAL);
    }
    let (mut hash, mut gap) = (BASIS, false);
    for c in sentence.chars() {
        if c.is_whitespace() {
            gap = hash != BASIS;
            continue;
        }
        if gap {
            hash = mix(hash, b' ');
            gap = false;
        }
        // Nearly all characters of any sentence; the others go a long way round.
        hash = match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => mix(hash, byte.to_ascii_lowercase()),
            _ => small_letters(straighten(c)).fold(hash, |hash, c| c.encode_utf8(&mut [0; 4]).bytes().fold(hash, mix)),
        };
    }
    hash
}

/// Hash of ASCII words with single blanks between them: of their small letters where `fold` is [`CAPITAL`], as they are where
/// it is zero.
fn hash_ascii(words: &str, fold: u8) -> u64 {
    let mut hash = BASIS;
    for word in words.as_bytes().split(|byte| matches!(byte, 9..=13 | b' ')) {
        if !word.is_empty() && hash != BASIS {
            hash = mix(hash, b' ');
        }
        hash = word.iter().fold(hash, |hash, byte| mix(hash, byte | BYTES[usize::from(*byte)] & fold));
    }
    hash
}

/// [`fnv1a_64`] of the words with single blanks between them.
pub fn hash_words(words: &str) -> u64 {
    if words.is_ascii() {
        return hash_ascii(words, 0);
    }
    words.split_whitespace().fold(BASIS, |hash, word| {
        let blank = if hash == BASIS { hash } else { mix(hash, b' ') };
        word.bytes().fold(blank, mix)
    })
}

/// White space runs to one blank.
pub fn one_blank(words: &str) -> Cow<'_, str> {
    let mut before = 0;
    let plain = words.bytes().all(|byte| {
        let doubled = byte == b' ' && before == b' ';
        before = byte;
        byte.is_ascii() && !doubled && !matches!(byte, 9..=13)
    });
    if plain { Cow::Borrowed(words.trim()) } else { words.split_whitespace().collect::<Vec<_>>().join(" ").into() }
}

/// Whether a line has more than so many words, white space between them.
pub fn has_more_words(line: &str, words: usize) -> bool {
    let (mut count, mut inside) = (0, false);
    for byte in line.bytes() {
        if !byte.is_ascii() {
            return line.split_whitespace().nth(words).is_some();
        }
        let blank = matches!(byte, 9..=13 | b' ');
        count += usize::from(!blank && !inside);
        inside = !blank;
        if count > words {
            return true;
        }
    }
    false
}

/// A word in small letters, each by itself, as its hash has them.
pub fn small(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.chars().flat_map(small_letters).collect() }
}

/// Typographic quotation marks and apostrophes as their ASCII forms; every other character as it is.
pub fn straighten(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' => '\'',
        _ => c,
    }
}

/// A slug for ids and links: `[a-z0-9-]+`, or empty where the name has no such character.
///
/// Latin letters lose their accents where they are common; anything else becomes a single hyphen.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(small_letters) {
        let c = unaccent(c);
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' && c != '’' && c != '.' {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// A small Latin letter without its accent, where that is common; any other character as it is.
pub fn unaccent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ł' => 'l',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        'ř' => 'r',
        'ť' | 'ţ' | 'ț' => 't',
        'ď' | 'đ' => 'd',
        _ => c,
    }
}

/// 32-bit FNV-1a (Fowler, Noll, Vo; IETF draft draft-eastlake-fnv): short, and the same on every target.
pub fn fnv1a_32(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// 64-bit FNV-1a of a text or of bytes.
pub fn fnv1a_64(bytes: impl AsRef<[u8]>) -> u64 {
    bytes.as_ref().iter().copied().fold(BASIS, mix)
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x100_0000_01b3;

fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("George W. Bush"), "george-w-bush");
        assert_eq!(slug("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
        assert_eq!(slug("  — "), "");
    }

    #[test]
    fn hashes_are_those_of_the_written_forms() {
        for text in ["", "  ", "One  Two\u{a0}three\n", "He  said “Ä”.", "İ"] {
            assert_eq!(hash_folded(text), fnv1a_64(fold_sentence(text)), "{text}");
            assert_eq!(hash_words(text), fnv1a_64(one_blank(text).as_bytes()), "{text}");
            for words in 0..4 {
                assert_eq!(has_more_words(text, words), text.split_whitespace().nth(words).is_some(), "{text} {words}");
            }
        }
    }

    #[test]
    fn marks_and_blanks_do_not_change_the_fold() {
        assert_eq!(fold_sentence("He  said “no”.\n"), fold_sentence("He said \"no\"."));
    }
}
