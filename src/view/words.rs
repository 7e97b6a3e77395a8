//! What a reader sees instead of the program's own terms.

use crate::compare::Verdict;
pub use crate::lexicon::display_name;
use crate::stance::{IssueKind, Mode, Stance, Statement};
use crate::text::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `7 June 2007`.
pub fn long_date(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `June 2007`.
pub fn month(date: Date) -> String {
    format!("{} {}", MONTHS[usize::from(date.month() - 1) % MONTHS.len()], date.year())
}

/// `June 2007 to April 2008`; one month alone where both lie in it.
pub fn months(first: Date, last: Date) -> String {
    let (first, last) = (month(first), month(last));
    if first == last { first } else { format!("{first} to {last}") }
}

/// `7 June 2007`, or `7 June 2007 to 7 April 2008`.
pub fn days(first: Date, last: Date) -> String {
    if first == last { long_date(first) } else { format!("{} to {}", long_date(first), long_date(last)) }
}

/// `1 report`, `5 reports`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `one` to `twelve` in letters, others in digits.
pub fn number(number: usize) -> String {
    const SMALL: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    SMALL.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `A`, `A and B`, `A, B and C`; empty for nothing.
pub fn join<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// The word in a cell and beside a statement.
pub fn verdict(verdict: Verdict, lean: Option<Stance>, kind: IssueKind) -> &'static str {
    match verdict {
        Verdict::Split => "split",
        Verdict::One(one) => stance(one, lean, kind),
    }
}

/// The word for a stance: "for", "against", "for, if …", "against, unless …", "partly", "took no side"; of a claim
/// "says so" and "disputes".
pub fn stance(stance: Stance, lean: Option<Stance>, kind: IssueKind) -> &'static str {
    match (stance, kind, lean) {
        (Stance::Supports, IssueKind::Policy, _) => "for",
        (Stance::Supports, IssueKind::Claim, _) => "says so",
        (Stance::Opposes, IssueKind::Policy, _) => "against",
        (Stance::Opposes, IssueKind::Claim, _) => "disputes",
        (Stance::Conditional, IssueKind::Policy, Some(Stance::Supports)) => "for, if …",
        (Stance::Conditional, IssueKind::Policy, Some(Stance::Opposes)) => "against, unless …",
        (Stance::Conditional, _, _) => "partly",
        (Stance::Neutral, _, _) => "took no side",
    }
}

/// The word of one statement: "for, if …" only where it has a condition in words, otherwise "partly".
pub fn of_statement(statement: &Statement, kind: IssueKind) -> &'static str {
    stance(statement.stance, statement.lean.filter(|_| statement.evidence.condition.is_some()), kind)
}

/// The name of a stance where no issue is at hand, as in the filters.
pub fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "For, or says so",
        Stance::Opposes => "Against, or disputes",
        Stance::Conditional => "Partly, or if",
        Stance::Neutral => "Took no side",
    }
}

/// How a statement is given.
pub fn mode(mode: Mode, deed: bool) -> &'static str {
    match mode {
        Mode::Direct => "quoted",
        Mode::Reported => "paraphrased",
        Mode::Act if deed => "did",
        Mode::Act => "planned",
        Mode::Described => "the reporter’s description",
    }
}

/// The name of a mode where no statement is at hand, as in the filters.
pub fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "Quoted",
        Mode::Reported => "Paraphrased",
        Mode::Act => "Did or planned",
        Mode::Described => "The reporter’s description",
    }
}

/// What a confidence in per cent means: "tags like this were right about 8 times in 10".
pub fn confidence(percent: u8) -> String {
    match (percent + 5) / 10 {
        0 => "tags like this were not tested".to_owned(),
        1..=9 => format!("tags like this were right about {} times in 10", (percent + 5) / 10),
        _ => "tags like this were right about 19 times in 20".to_owned(),
    }
}

/// A text of ours with its first letter large.
pub fn sentence_case(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The report that a dispatch is written after: its ISO date in words, its headline left out.
/// `Courier, 2007-06-08, "No deal"` becomes `Courier, 8 June 2007`.
pub fn after(after: &str) -> String {
    let mut said = Vec::new();
    for part in after.split(", ") {
        match part.trim().parse::<Date>() {
            Ok(date) => {
                said.push(long_date(date));
                break;
            }
            Err(_) => said.push(part.trim().to_owned()),
        }
    }
    let said = said.join(", ");
    if said.starts_with("report,") { format!("a {said}") } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn dates_read_as_in_a_newspaper() {
        assert_eq!(long_date(day("2007-06-08")), "8 June 2007");
        assert_eq!(months(day("2007-06-08"), day("2008-04-07")), "June 2007 to April 2008");
        assert_eq!(months(day("2007-06-08"), day("2007-06-30")), "June 2007");
        assert_eq!(days(day("2007-06-08"), day("2007-06-08")), "8 June 2007");
    }

    #[test]
    fn numbers_and_lists_read_aloud() {
        assert_eq!((count(1, "report"), count(0, "report")), ("1 report".to_owned(), "0 reports".to_owned()));
        assert_eq!((number(5), number(13)), ("five".to_owned(), "13".to_owned()));
        assert_eq!(join(&["Peru", "Chile", "Brazil"]), "Peru, Chile and Brazil");
        assert_eq!(join::<&str>(&[]), "");
    }

    #[test]
    fn claims_are_said_or_disputed() {
        use IssueKind::{Claim, Policy};
        assert_eq!(stance(Stance::Supports, None, Claim), "says so");
        assert_eq!(stance(Stance::Opposes, None, Claim), "disputes");
        assert_eq!(stance(Stance::Conditional, Some(Stance::Supports), Policy), "for, if …");
        assert_eq!(stance(Stance::Conditional, Some(Stance::Opposes), Policy), "against, unless …");
        assert_eq!(stance(Stance::Conditional, None, Policy), "partly");
        assert_eq!(verdict(Verdict::Split, None, Claim), "split");
    }

    #[test]
    fn confidence_is_a_rate_in_words() {
        assert_eq!(confidence(84), "tags like this were right about 8 times in 10");
        assert_eq!(confidence(97), "tags like this were right about 19 times in 20");
    }

    #[test]
    fn a_dispatch_names_its_report_without_the_headline() {
        assert_eq!(after("Courier, 2007-06-08, \"No, no deal\""), "Courier, 8 June 2007");
        assert_eq!(
            after("report, outlet not stated, 2007-06-08, headline not stated"),
            "a report, outlet not stated, 8 June 2007"
        );
        assert_eq!(after("Courier"), "Courier");
    }
}
