//! Offsets in the unit a reader of the output counts in. Inside the program they are always bytes.

use std::str::FromStr;

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Bytes of the text in UTF-8, as Rust and Go count.
    #[default]
    Bytes,
    /// Unicode scalar values, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

impl FromStr for OffsetUnit {
    type Err = String;

    /// # Errors
    /// Where the word is not `bytes`, `chars` or `utf16`.
    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "bytes" => Ok(Self::Bytes),
            "chars" => Ok(Self::Chars),
            "utf16" => Ok(Self::Utf16),
            _ => Err(format!("“{word}” is no unit; use bytes, chars or utf16")),
        }
    }
}

/// Converts the byte offsets of one text.
#[derive(Clone, Debug)]
pub struct OffsetMap<'a> {
    text: &'a str,
    unit: OffsetUnit,
    /// Every [`STEP`] bytes or a little later, on a character boundary: that byte and the units before it.
    posts: Vec<(usize, usize)>,
}

/// How far apart the posts are, in bytes: what one conversion counts at most.
const STEP: usize = 1024;

impl<'a> OffsetMap<'a> {
    /// Counts through the text once.
    pub fn new(text: &'a str, unit: OffsetUnit) -> Self {
        let mut posts = vec![(0, 0)];
        if unit != OffsetUnit::Bytes {
            let mut units = 0;
            for (at, character) in text.char_indices() {
                if posts.last().is_some_and(|(last, _)| at - last >= STEP) {
                    posts.push((at, units));
                }
                units += width(character, unit);
            }
        }
        Self { text, unit, posts }
    }

    /// The offset in the chosen unit. An offset inside a character counts as that character's start, one past the end as
    /// the end.
    pub fn convert(&self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.text.len());
        if self.unit == OffsetUnit::Bytes {
            return byte;
        }
        let post = self.posts.partition_point(|(at, _)| *at <= byte) - 1;
        let (start, units) = self.posts[post];
        let within = self.text[start..].char_indices().take_while(|(at, c)| start + at + c.len_utf8() <= byte);
        units + within.map(|(_, character)| width(character, self.unit)).sum::<usize>()
    }
}

fn width(character: char, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::Bytes => character.len_utf8(),
        OffsetUnit::Chars => 1,
        OffsetUnit::Utf16 => character.len_utf16(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_boundary_counts_as_the_text_before_it(text in "\\PC{0,900}", unit in 0..3_usize) {
            let text = text.repeat(4);
            let units = [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16];
            let map = OffsetMap::new(&text, units[unit]);
            for (at, _) in text.char_indices().step_by(7) {
                let before = &text[..at];
                let expected = [before.len(), before.chars().count(), before.encode_utf16().count()][unit];
                prop_assert_eq!(map.convert(u32::try_from(at).expect("a short text")), expected);
            }
        }
    }

    #[test]
    fn each_unit_counts_its_own_way() {
        let text = "“Ž😀x";
        let ends = |unit| OffsetMap::new(text, unit).convert(9);
        assert_eq!((ends(OffsetUnit::Bytes), ends(OffsetUnit::Chars), ends(OffsetUnit::Utf16)), (9, 3, 4));
        assert_eq!(OffsetMap::new(text, OffsetUnit::Chars).convert(99), 4);
    }
}
