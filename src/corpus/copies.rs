//! Copies of one story: what several outlets took from one wire.
//!
//! Two texts are copies where at least half the runs of five words of the shorter one stand in the longer one. That is
//! containment over shingles, as in Broder (1997); newspapers cut a wire story from its end and change a word here and
//! there, which containment forgives (Clough, Gaizauskas, Piao and Wilks 2002 use it for just that). Whole numbers only, and
//! no order of a hash table shows. Misses copies that were rewritten from end to end; takes two reports for one where most
//! of the shorter one is a speech that both print.

use crate::text::{ByHash, hash_folded, hash_join};

/// Words of a shingle.
const WORDS: usize = 5;
/// Of so few shingles nothing follows: any two short notes on one matter share as many.
const FEWEST: usize = 20;

/// For each text the place of the first text that it is a copy of; its own place where it is none.
///
/// A text is given in stretches, in order; what lies between them does not count. An earlier text is never a copy of a
/// later one. The time grows with the number of words, times the number of stories that share them.
pub fn copies(texts: &[Vec<&str>]) -> Vec<usize> {
    let mut known = Shingles::default();
    // For each text how many distinct shingles it has, and what it is a copy of.
    let (mut counts, mut first): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (place, text) in texts.iter().enumerate() {
        let mut shared = vec![0_usize; place];
        let mut own = 0;
        shingles(text, |shingle| own += usize::from(known.add(shingle, place, &mut shared)));
        let is_copy = |earlier: usize| {
            let shorter = counts[earlier].min(own);
            first[earlier] == earlier && shorter >= FEWEST && shared[earlier] * 2 >= shorter
        };
        let found = (0..place).find(|&earlier| is_copy(earlier));
        counts.push(own);
        first.push(found.unwrap_or(place));
    }
    first
}

/// Which texts have a shingle: for each the last text so far, and from there the one before.
#[derive(Default)]
struct Shingles {
    /// Shingle to the place of its last text in `texts`.
    last: ByHash,
    /// Texts by number, each with the place of the one before that has the same shingle; its own place where it is the first.
    texts: Vec<(u32, u32)>,
}

impl Shingles {
    /// Notes that a text, none earlier than those before, has a shingle, and counts it for each earlier text that has it too.
    /// False where the text was known to have it.
    fn add(&mut self, shingle: u64, text: usize, shared: &mut [usize]) -> bool {
        let (Ok(text), Ok(new)) = (u32::try_from(text), u32::try_from(self.texts.len())) else { return false };
        let last = self.last.entry(shingle, new);
        let before = std::mem::replace(last, new);
        if self.texts.get(before as usize).is_some_and(|(known, _)| *known == text) {
            *last = before;
            return false;
        }
        self.texts.push((text, before));
        let mut at = new;
        while let (_, before) = self.texts[at as usize]
            && before != at
        {
            at = before;
            shared[self.texts[at as usize].0 as usize] += 1;
        }
        true
    }
}

/// Hands on the shingles of a text, in order.
fn shingles(text: &[&str], mut each: impl FnMut(u64)) {
    let mut words: Vec<u64> = Vec::new();
    for stretch in text {
        for word in stretch.split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() {
                words.push(hash_folded(word));
            }
        }
    }
    for run in words.windows(WORDS) {
        each(run.iter().fold(0, |shingle, &word| hash_join(shingle, word)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The two ministers met in the old harbour on Tuesday and spoke for three hours about the tunnel. \
        Neither of them wanted to say what had been agreed, but both looked content as they left for the airport. \
        The tunnel has been planned since the spring and would join the two coasts by rail within ten years.";

    fn found(texts: &[&str]) -> Vec<usize> {
        copies(&texts.iter().map(|text| vec![*text]).collect::<Vec<_>>())
    }

    #[test]
    fn the_same_words_are_a_copy_whatever_stands_between_them() {
        let typeset = STORY.replace(' ', "\n").replace("The", "THE");
        assert_eq!(found(&[STORY, &typeset]), [0, 0]);
        let (head, tail) = STORY.split_at(95);
        assert_eq!(copies(&[vec![STORY], vec![head, tail]]), [0, 0]);
    }

    #[test]
    fn a_copy_may_be_cut_from_the_end_and_edited() {
        let cut = STORY.split_inclusive(". ").take(2).collect::<String>();
        let edited = STORY.replace("Tuesday", "Monday").replace("content", "pleased").replace("planned", "talked of");
        assert_eq!(found(&[STORY, &cut, &edited]), [0, 0, 0]);
        assert_eq!(found(&[&cut, STORY]), [0, 0], "the shorter one may come first");
    }

    #[test]
    fn two_reports_of_one_meeting_are_two() {
        let other = "Ministers from both coasts held talks about the rail tunnel for three hours on Tuesday in the old \
            harbour. They left for the airport without a word on what had been agreed, though they looked content.";
        assert_eq!(found(&[STORY, other, STORY]), [0, 1, 0]);
    }

    #[test]
    fn notes_too_short_to_tell_are_their_own() {
        assert_eq!(found(&["Talks were put off.", "Talks were put off."]), [0, 1]);
        assert_eq!(found(&["", ""]), [0, 1]);
        assert_eq!(found(&[]), [] as [usize; 0]);
    }
}
