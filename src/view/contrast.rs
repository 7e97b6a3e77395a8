//! What a reader should notice in a cell beside its word, each time with the two sentences that show it.

use super::segments::Segment;
use super::{Card, Reading, card, words};
use crate::compare::Position;
use crate::stance::{IssueKind, Stance};

/// Two sentences of a holder that go opposite ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// What they show: "Changed", "Against in words, for in deeds".
    pub heading: String,
    /// The two, the earlier or the words first.
    pub sides: [Side; 2],
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// "Before", "After", "In words", "In deeds".
    pub name: &'static str,
    /// The statement's id.
    pub statement: String,
    /// Which side it takes: gives shape and colour.
    pub stance: Stance,
    /// The side in words.
    pub word: &'static str,
    /// "reported 7 June 2007".
    pub when: String,
    /// For a dispatch of ours, what must stand before its sentence.
    pub opening: Option<String>,
    /// The sentence with its marks.
    pub sentence: Vec<Segment>,
    /// Whether the words are a source's own.
    pub verbatim: bool,
}

/// The contrasts of a position.
pub(super) fn contrasts(reading: &Reading, position: Option<&Position>, kind: IssueKind) -> Vec<Contrast> {
    let mut found = Vec::new();
    let Some(position) = position else { return found };
    let in_deeds = position.deeds.as_ref().map(|deeds| {
        let done = if deeds.said == Stance::Supports { Stance::Opposes } else { Stance::Supports };
        let word = |stance: Stance| words::stance(stance, None, kind);
        (deeds, format!("{} in words, {} in deeds", word(deeds.said), word(done)))
    });
    if let Some(change) = &position.changed {
        let sides = [side(reading, "Before", &change.before), side(reading, "After", &change.after)];
        let mut heading = "Changed".to_owned();
        // The same two sentences need not stand twice.
        if let Some((_, told)) = in_deeds.as_ref().filter(|(deeds, _)| deeds.deed == change.after) {
            heading.push_str(": ");
            heading.push_str(told);
        }
        found.extend(contrast(heading, sides));
    }
    let shown = |id: &String| position.changed.as_ref().is_some_and(|change| change.after == *id);
    if let Some((deeds, told)) = in_deeds.filter(|(deeds, _)| !shown(&deeds.deed)) {
        let sides = [side(reading, "In words", &deeds.word), side(reading, "In deeds", &deeds.deed)];
        found.extend(contrast(words::sentence_case(&told), sides));
    }
    found
}

fn contrast(heading: String, sides: [Option<Side>; 2]) -> Option<Contrast> {
    let [Some(one), Some(other)] = sides else { return None };
    Some(Contrast { heading, sides: [one, other] })
}

fn side(reading: &Reading, name: &'static str, id: &str) -> Option<Side> {
    let tagged = reading.statement(id)?;
    let Card { statement, stance, word, reported, opening, sentence, verbatim, .. } = card(reading, &tagged, None);
    Some(Side { name, statement, stance, word, when: reported, opening, sentence, verbatim })
}
