//! Copies of one story: what several outlets took from one wire.
//!
//! Two texts are copies where at least half the runs of five words of the shorter one stand in the longer one. That is
//! containment over shingles, as in Broder (1997); newspapers cut a wire story from its end and change a word here and
//! there, which containment forgives (Clough, Gaizauskas, Piao and Wilks 2002 use it for just that). Whole numbers only, and
//! no order of a hash table shows. Misses copies that were rewritten from end to end; takes two reports for one where most
//! of the shorter one is a speech that both print.

use crate::text::{InOrder, fnv1a_64, small};

/// Words of a shingle.
const WORDS: usize = 5;
/// Of so few shingles nothing follows: any two short notes on one matter share as many.
const FEWEST: usize = 20;

/// For each text the place of the first text that it is a copy of; its own place where it is none.
///
/// A text is given in stretches, in order; what lies between them does not count. An earlier text is never a copy of a
/// later one. The time grows with the number of words, times the number of stories that share them.
pub fn copies(texts: &[Vec<&str>]) -> Vec<usize> {
    let mut places: Vec<(u64, usize)> = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        shingles(text, |shingle| places.push((shingle, place)));
    }
    places.order();
    places.dedup();
    // For each text where its shingles stand in that list, and how many it has.
    let mut own: Vec<Vec<usize>> = vec![Vec::new(); texts.len()];
    for (at, (_, place)) in places.iter().enumerate() {
        own[*place].push(at);
    }
    let mut first: Vec<usize> = Vec::new();
    for place in 0..texts.len() {
        let mut shared = vec![0_usize; place];
        for &at in &own[place] {
            // Earlier texts with the same shingle stand right before.
            for &(shingle, earlier) in places[..at].iter().rev() {
                if shingle != places[at].0 {
                    break;
                }
                shared[earlier] += 1;
            }
        }
        let is_copy = |earlier: usize| {
            let shorter = own[earlier].len().min(own[place].len());
            first[earlier] == earlier && shorter >= FEWEST && shared[earlier] * 2 >= shorter
        };
        let found = (0..place).find(|&earlier| is_copy(earlier));
        first.push(found.unwrap_or(place));
    }
    first
}

/// Hands on the shingles of a text, in order.
fn shingles(text: &[&str], mut each: impl FnMut(u64)) {
    let mut words: Vec<u64> = Vec::new();
    for stretch in text {
        for word in stretch.split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() {
                words.push(fnv1a_64(small(word)));
            }
        }
    }
    for run in words.windows(WORDS) {
        let mut bytes = [0; 8 * WORDS];
        for (part, word) in bytes.chunks_exact_mut(8).zip(run) {
            part.copy_from_slice(&word.to_le_bytes());
        }
        each(fnv1a_64(bytes));
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
