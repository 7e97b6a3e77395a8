//! Small letters.
//!
//! The standard library knows those of all scripts, by tables that cost 6 kB in the page. News in English needs those of
//! Latin, Greek, Cyrillic and Armenian, which a few dozen runs say; capitals of other scripts stay as they are.

/// First and last capital of a run, how far they are apart, and how far their small letters are from them.
type Run = (u16, u16, u16, i16);

const RUNS: [Run; 32] = [
    (0x00c0, 0x00d6, 1, 32),
    (0x00d8, 0x00de, 1, 32),
    (0x0100, 0x012e, 2, 1),
    (0x0132, 0x0136, 2, 1),
    (0x0139, 0x0147, 2, 1),
    (0x014a, 0x0176, 2, 1),
    (0x0178, 0x0178, 1, -121),
    (0x0179, 0x017d, 2, 1),
    (0x018f, 0x018f, 1, 202),
    (0x01a0, 0x01a4, 2, 1),
    (0x01af, 0x01af, 1, 1),
    (0x01cd, 0x01db, 2, 1),
    (0x01de, 0x01ee, 2, 1),
    (0x01f8, 0x021e, 2, 1),
    (0x0222, 0x0232, 2, 1),
    (0x0386, 0x0386, 1, 38),
    (0x0388, 0x038a, 1, 37),
    (0x038c, 0x038c, 1, 64),
    (0x038e, 0x038f, 1, 63),
    (0x0391, 0x03a1, 1, 32),
    (0x03a3, 0x03ab, 1, 32),
    (0x0400, 0x040f, 1, 80),
    (0x0410, 0x042f, 1, 32),
    (0x0460, 0x0480, 2, 1),
    (0x048a, 0x04be, 2, 1),
    (0x04c0, 0x04c0, 1, 15),
    (0x04c1, 0x04cd, 2, 1),
    (0x04d0, 0x052e, 2, 1),
    (0x0531, 0x0556, 1, 48),
    (0x1e00, 0x1e94, 2, 1),
    (0x1e9e, 0x1e9e, 1, -7615),
    (0x1ea0, 0x1efe, 2, 1),
];

/// The last capital of all runs.
const LAST: u16 = RUNS[RUNS.len() - 1].1;

/// A character in small letters: itself where it is no capital of a known run, else one character; for the Turkish İ a
/// second one, its dot.
pub fn small_letters(c: char) -> impl Iterator<Item = char> + Clone {
    let dot = (c == 'İ').then_some('\u{307}');
    std::iter::once(if dot.is_some() { 'i' } else { small_letter(c) }).chain(dot)
}

fn small_letter(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    // Typographic marks, the commonest characters beyond ASCII, lie behind all runs.
    let Some(code) = u16::try_from(u32::from(c)).ok().filter(|code| *code <= LAST) else { return c };
    let run = RUNS.iter().find(|(first, last, step, _)| (*first..=*last).contains(&code) && (code - first) % step == 0);
    run.and_then(|(.., distance)| char::from_u32(u32::from(code.wrapping_add_signed(*distance)))).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library() {
        let alphabets = [
            0x0000..0x0180,
            0x01a0..0x01a6,
            0x01cd..0x01f0,
            0x01f8..0x0220,
            0x0386..0x03cf,
            0x0400..0x0590,
            0x1e00..0x1f00,
        ];
        for c in '\0'..=char::MAX {
            let small: String = small_letters(c).collect();
            let whole = alphabets.iter().any(|alphabet| alphabet.contains(&u32::from(c)));
            assert!(small == c.to_lowercase().to_string() || !whole && small == c.to_string(), "{c} {small}");
        }
    }
}
