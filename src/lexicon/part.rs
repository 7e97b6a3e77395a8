//! The large files of language data, in whole, or the part of them that the bundled dossier can touch.
//!
//! A web font is cut to the letters of a page; so a first visit gets the rows whose words its articles have (`near.rs`
//! chooses them, in `build.rs`). No other row can match there, so the dossier reads the same with the part as with the
//! whole. For every other text a page fetches the whole first: one file, as `build.rs` wrote it.

use super::lexicon_file;
use crate::text::{Problem, fnv1a_64};

/// Packed files: the whole of each, or some of its rows.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// `titles.txt`.
    pub titles: &'static str,
    /// `roles.txt`.
    pub roles: &'static str,
    /// `countries.txt`.
    pub countries: &'static str,
    /// `blocs.txt`.
    pub blocs: &'static str,
    /// `metonyms.txt`.
    pub metonyms: &'static str,
    /// `cues.txt`.
    pub cues: &'static str,
    /// `concepts.txt`.
    pub concepts: &'static str,
    /// `lists.txt`.
    pub lists: &'static str,
    /// `things.txt`.
    pub things: &'static str,
    /// `words.txt`.
    pub words: &'static str,
    /// Words with which rows begin that are left out: book | words.
    pub openers: &'static str,
}

/// The checksum of the whole in one file.
pub(super) const LISTS_ID: &str = env!("DEMARCHE_LISTS");

/// Stands between the files of the whole.
const BREAK: char = '\u{c}';

/// The bytes of whom the near part was made, by their hashes; `None` where it is the whole and so good for any.
const COVERED: Option<&[u64]> = include!(concat!(env!("OUT_DIR"), "/covered.rs"));

impl Part {
    /// All rows. What the page reaches must not name it, or it is part of every visit.
    pub const WHOLE: Self = Self {
        titles: lexicon_file!("titles.txt"),
        roles: lexicon_file!("roles.txt"),
        countries: lexicon_file!("countries.txt"),
        blocs: lexicon_file!("blocs.txt"),
        metonyms: lexicon_file!("metonyms.txt"),
        cues: lexicon_file!("cues.txt"),
        concepts: lexicon_file!("concepts.txt"),
        lists: lexicon_file!("lists.txt"),
        things: lexicon_file!("things.txt"),
        words: lexicon_file!("words.txt"),
        openers: "",
    };

    /// The rows that can matter for the bundled dossier.
    pub const NEAR: Self = Self {
        titles: lexicon_file!("near/titles.txt"),
        roles: lexicon_file!("near/roles.txt"),
        countries: lexicon_file!("near/countries.txt"),
        blocs: lexicon_file!("near/blocs.txt"),
        metonyms: lexicon_file!("near/metonyms.txt"),
        cues: lexicon_file!("near/cues.txt"),
        concepts: lexicon_file!("near/concepts.txt"),
        lists: lexicon_file!("near/lists.txt"),
        things: lexicon_file!("near/things.txt"),
        words: lexicon_file!("near/words.txt"),
        openers: lexicon_file!("near/openers.txt"),
    };

    /// The whole, from the file that `build.rs` wrote. Its text is kept for good.
    ///
    /// # Errors
    ///
    /// Where it is not exactly that file.
    pub fn read(name: &str, file: Vec<u8>) -> Result<Self, Problem> {
        let wrong = || Problem::new(name, "is damaged, or belongs to another version of this page; reload the page");
        let is_ours = format!("{:016x}", fnv1a_64(&file)) == LISTS_ID;
        let text = String::from_utf8(file).ok().filter(|_| is_ours).ok_or_else(wrong)?;
        let mut files = Box::leak(text.into_boxed_str()).split(BREAK);
        let mut next = || files.next().unwrap_or_default();
        Ok(Self {
            titles: next(),
            roles: next(),
            countries: next(),
            blocs: next(),
            metonyms: next(),
            cues: next(),
            concepts: next(),
            lists: next(),
            things: next(),
            words: next(),
            openers: "",
        })
    }
}

/// Whether the near part was made for a file of just these bytes.
pub fn is_near(file: &[u8]) -> bool {
    COVERED.is_none_or(|covered| covered.contains(&fnv1a_64(file)))
}

/// The whole beside the page's program, not in its memory: `scripts/split.mjs` takes the section out and makes it the file
/// that the page fetches.
#[cfg(all(feature = "app", target_arch = "wasm32"))]
#[expect(
    unsafe_code,
    dead_code,
    reason = "a section of its own is asked for, which the linker writes; nothing reads it"
)]
#[unsafe(link_section = "lists")]
static LISTS: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/whole.txt")).len()] =
    *include_bytes!(concat!(env!("OUT_DIR"), "/whole.txt"));

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/whole.txt"));

    #[test]
    fn the_file_holds_the_whole() {
        let read = Part::read("lists.txt", FILE.to_vec()).expect("the file of this build");
        let all = |part: &Part| {
            let Part { titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words, openers } =
                *part;
            [titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words, openers]
        };
        assert_eq!(all(&read), all(&Part::WHOLE));
    }

    #[test]
    fn another_file_is_refused() {
        let mut damaged = FILE.to_vec();
        damaged[1000] ^= 1;
        for file in [damaged, FILE[..1000].to_vec(), Vec::new(), b"<!doctype html>".to_vec()] {
            let problem = Part::read("lists.txt", file).expect_err("not the file");
            assert!(problem.to_string().starts_with("lists.txt: is damaged"), "{problem}");
        }
    }
}
