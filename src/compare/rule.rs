//! The rule that makes a position out of statements.
//!
//! 1. A holder's *own* official statements decide, those marked past left out. Where there are none, what officials of
//!    another side tell of it makes a `Told` position. Unofficial voices make one only where they are asked for.
//! 2. Each report counts once for each stance it carries, however many sentences say so.
//! 3. Two thirds or more one way give that word; otherwise the position is split.
//! 4. A statement that takes no side counts only where the holder takes none anywhere.
//! 5. "Changed" needs own official statements of different days in two reports, the first day wholly for and the last
//!    wholly against, or the other way round. A condition is no reversal.

use std::cmp::Reverse;

use super::{Basis, Position, ReportStance, Tally, Verdict};
use crate::stance::{Codebook, Stance, Statement};
use crate::text::{Code, Date, InOrder, SortedMap, SortedSet, Span};

/// Which voices can make a position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voices {
    /// Official and told ones.
    #[default]
    Official,
    /// Unofficial ones too, where a holder has no other.
    All,
}

/// What the statements come to: one position for each holder and issue that has an official or told statement.
///
/// Order: holders as the codebook's parties list them, then other countries, then bodies, both by code; within a holder
/// the issues in the codebook's order, unknown ones last by id. The order of `statements` does not matter.
pub fn positions<'a>(
    statements: impl IntoIterator<Item = &'a Statement>,
    codebook: &Codebook,
    voices: Voices,
) -> Vec<Position> {
    let mut cells: SortedMap<(Code, &str), Vec<&Statement>> = SortedMap::new();
    for statement in statements {
        cells.entry((statement.holder, &statement.issue), Vec::new).push(statement);
    }
    let mut found: Vec<Position> = cells.iter().filter_map(|(_, cell)| position(cell, voices)).collect();
    found.order_by_key(|position| (holder_rank(codebook, position.holder), issue_rank(codebook, &position.issue)));
    found
}

/// Where a holder stands in every list: parties in the codebook's order, then countries, then bodies, by code.
pub(super) fn holder_rank(codebook: &Codebook, holder: Code) -> (usize, bool, Code) {
    let party = codebook.parties.iter().position(|&party| party == holder);
    (party.unwrap_or(usize::MAX), !holder.is_country(), holder)
}

/// Where an issue stands in every list: the codebook's order, unknown ones last by id.
fn issue_rank(codebook: &Codebook, issue: &str) -> (usize, String) {
    let known = codebook.issues.iter().position(|known| known.id == issue);
    (known.unwrap_or(usize::MAX), issue.to_owned())
}

/// The position that all statements of one holder on one issue come to.
fn position(cell: &[&Statement], voices: Voices) -> Option<Position> {
    let (basis, mut counted) = choose(cell, voices)?;
    counted.order_by_key(|statement| by_date(statement));
    let tally = tally(&counted);
    let verdict = tally.verdict()?;
    if verdict != Verdict::One(Stance::Neutral) {
        counted.retain(|statement| statement.stance != Stance::Neutral);
    }
    let dates = || counted.iter().filter_map(|statement| statement.reported_on);
    let first = counted.first()?;
    Some(Position {
        holder: first.holder,
        issue: first.issue.clone(),
        verdict,
        lean: lean(&counted, verdict),
        basis,
        told_by: if basis == Basis::Told { tellers(&counted) } else { Vec::new() },
        reports: reports(&counted),
        sentences: counted.chunk_by(|one, next| place(one) == place(next)).count(),
        tally,
        first: dates().min(),
        last: dates().max(),
        changed: basis == Basis::Own && reversed(&counted),
        statements: newest_first(&counted),
    })
}

/// The statements that count, and whose they are: own before told before unofficial.
fn choose<'a>(cell: &[&'a Statement], voices: Voices) -> Option<(Basis, Vec<&'a Statement>)> {
    let present = || cell.iter().copied().filter(|statement| !statement.past);
    let own: Vec<_> = present().filter(|s| s.told_by.is_none() && s.official).collect();
    if !own.is_empty() {
        return Some((Basis::Own, own));
    }
    let told: Vec<_> = present().filter(|s| s.told_by.is_some()).collect();
    if !told.is_empty() {
        return Some((Basis::Told, told));
    }
    let rest: Vec<_> = present().filter(|_| voices == Voices::All).collect();
    (!rest.is_empty()).then_some((Basis::Unofficial, rest))
}

/// The sentence that a statement is made in.
fn place(statement: &Statement) -> (&str, Span) {
    (&statement.article, statement.evidence.sentence)
}

/// By date of report, undated last; then by article and place in it.
fn by_date(statement: &Statement) -> (bool, Option<Date>, &str, u32) {
    let date = statement.reported_on;
    (date.is_none(), date, &statement.article, statement.evidence.sentence.start)
}

fn tally(by_date: &[&Statement]) -> Tally {
    let mut tally = Tally::default();
    for report in by_report(by_date) {
        let stances: SortedSet<Stance> = report.iter().map(|statement| statement.stance).collect();
        stances.iter().for_each(|&stance| tally.add(stance));
    }
    tally
}

/// The statements of each report.
fn by_report<'s, 'a>(by_date: &'s [&'a Statement]) -> impl Iterator<Item = &'s [&'a Statement]> {
    by_date.chunk_by(|one, next| one.article == next.article)
}

/// The side on which every conditional statement leans, if that is one and the same.
fn lean(statements: &[&Statement], verdict: Verdict) -> Option<Stance> {
    if verdict != Verdict::One(Stance::Conditional) {
        return None;
    }
    let mut leans = statements.iter().filter(|s| s.stance == Stance::Conditional).map(|s| s.lean);
    let first = leans.next()?;
    leans.all(|lean| lean == first).then_some(first)?
}

/// Who tells it: most reports first, then by code.
fn tellers(statements: &[&Statement]) -> Vec<Code> {
    let mut reports: SortedMap<Code, SortedSet<&str>> = SortedMap::new();
    for statement in statements {
        if let Some(teller) = statement.told_by {
            reports.entry(teller, SortedSet::new).insert(&statement.article);
        }
    }
    let mut tellers: Vec<_> = reports.iter().map(|(teller, reports)| (Reverse(reports.len()), *teller)).collect();
    tellers.order();
    tellers.into_iter().map(|(_, teller)| teller).collect()
}

/// What each report says, in the order of the statements given.
fn reports(by_date: &[&Statement]) -> Vec<ReportStance> {
    by_report(by_date)
        .filter_map(|report| {
            Some(ReportStance { article: report[0].article.clone(), verdict: tally(report).verdict()? })
        })
        .collect()
}

/// Whether the first day's side is the opposite of the last day's. Statements without a date say nothing on this.
fn reversed(statements: &[&Statement]) -> bool {
    let day = |statement: &Statement| statement.said_on.or(statement.reported_on);
    let dated = || statements.iter().filter_map(|statement| Some((day(statement)?, *statement)));
    let (first, last) = (dated().map(|(day, _)| day).min(), dated().map(|(day, _)| day).max());
    let one_side = |end: Option<Date>| {
        let mut stances = dated().filter(|(day, _)| Some(*day) == end).map(|(_, statement)| statement.stance);
        let first = stances.next()?;
        stances.all(|stance| stance == first).then_some(first)
    };
    let ends = (one_side(first), one_side(last));
    let in_two_reports = || {
        let mut articles = dated().map(|(_, statement)| &statement.article);
        let first = articles.next();
        articles.any(|article| Some(article) != first)
    };
    in_two_reports()
        && matches!(
            ends,
            (Some(Stance::Supports), Some(Stance::Opposes)) | (Some(Stance::Opposes), Some(Stance::Supports))
        )
}

/// Ids, newest report first and undated last; within one report in the order of its text.
fn newest_first(by_date: &[&Statement]) -> Vec<String> {
    let mut order: Vec<&Statement> = by_date.to_vec();
    order.order_by(|one, other| {
        let date = |statement: &Statement| (statement.reported_on.is_none(), Reverse(statement.reported_on));
        date(one).cmp(&date(other))
    });
    let mut seen = SortedSet::new();
    order.into_iter().filter(|s| seen.insert(s.id.as_str())).map(|s| s.id.clone()).collect()
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
