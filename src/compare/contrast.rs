//! What a reader should notice beside the word of a cell: a change over time, words against deeds.

use super::Copies;
use crate::stance::{Stance, Statement};
use crate::text::Date;

/// A holder's own side at first and at last, where these are opposite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// A statement of the first day, by id.
    pub before: String,
    /// A statement of the last day, by id.
    pub after: String,
}

/// Words one way and a deed the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deeds {
    /// The side of the words.
    pub said: Stance,
    /// The latest statement of that side in words, by id.
    pub word: String,
    /// The latest deed of the other side, by id.
    pub deed: String,
}

/// Whether the first day's side is the opposite of the last day's, in two reports. Statements without a date say nothing on
/// this.
pub(super) fn change(statements: &[&Statement], copies: &Copies) -> Option<Change> {
    let day = |statement: &Statement| statement.said_on.or(statement.reported_on);
    let dated: Vec<(Date, &Statement)> =
        statements.iter().filter_map(|statement| Some((day(statement)?, *statement))).collect();
    let (first, last) = (dated.iter().map(|(day, _)| *day).min()?, dated.iter().map(|(day, _)| *day).max()?);
    let one_side = |end: Date| {
        let mut of_the_day = dated.iter().filter(|(day, _)| *day == end).map(|(_, statement)| *statement);
        let one = of_the_day.next()?;
        of_the_day.all(|other| other.stance == one.stance).then_some(one)
    };
    let (before, after) = (one_side(first)?, one_side(last)?);
    let mut reports = dated.iter().map(|(_, statement)| copies.report_of(&statement.article));
    let one = reports.next();
    let in_two_reports = reports.any(|other| Some(other) != one);
    (in_two_reports && is_opposite(before.stance, after.stance))
        .then(|| Change { before: before.id.clone(), after: after.id.clone() })
}

/// Whether a holder did something on one side while two thirds of its words go the other way. `statements` are its own
/// official ones that count, by date.
pub(super) fn deeds(statements: &[&Statement]) -> Option<Deeds> {
    let takes = |deed: bool, stance: Stance| {
        statements.iter().filter(move |statement| statement.deed == deed && statement.stance == stance)
    };
    let words = statements.iter().filter(|statement| !statement.deed).count();
    let said = [Stance::Supports, Stance::Opposes].into_iter().find(|&side| {
        let one_way = takes(false, side).count();
        one_way > 0 && one_way * 3 >= words * 2
    })?;
    let done = if said == Stance::Supports { Stance::Opposes } else { Stance::Supports };
    let (word, deed) = (takes(false, said).next_back()?, takes(true, done).next_back()?);
    Some(Deeds { said, word: word.id.clone(), deed: deed.id.clone() })
}

fn is_opposite(one: Stance, other: Stance) -> bool {
    matches!((one, other), (Stance::Supports, Stance::Opposes) | (Stance::Opposes, Stance::Supports))
}
