//! The rule that makes a position out of statements.
//!
//! 1. A holder's *own* official statements decide, those marked past left out. Where there are none, what officials of
//!    another side tell of it makes a `Told` position. Unofficial voices make one only where they are asked for.
//! 2. Each report counts once for each stance it carries, however many sentences say so. Copies of one wire story are one
//!    report, however many outlets print it.
//! 3. Two thirds or more one way give that word; otherwise the position is split.
//! 4. A statement that takes no side counts only where the holder takes none anywhere.
//! 5. "Changed" needs own official statements of different days in two reports, the first day wholly for and the last
//!    wholly against, or the other way round. A condition is no reversal.

use std::cmp::Reverse;

use super::contrast::{change, deeds};
use super::{Basis, Copies, Position, ReportStance, Tally, Verdict};
use crate::stance::{Codebook, Stance, Statement};
use crate::text::{Code, Date, InOrder, SortedMap, SortedSet};

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
    copies: &Copies,
) -> Vec<Position> {
    let mut cells: SortedMap<(Code, &str), Vec<&Statement>> = SortedMap::new();
    for statement in statements {
        cells.entry((statement.holder, &statement.issue), Vec::new).push(statement);
    }
    let mut found: Vec<Position> = cells.iter().filter_map(|(_, cell)| position(cell, voices, copies)).collect();
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
fn position(cell: &[&Statement], voices: Voices, copies: &Copies) -> Option<Position> {
    let (basis, mut counted) = choose(cell, voices)?;
    counted.order_by_key(|statement| by_date(statement));
    let tally = tally(&by_report(&counted, copies));
    let verdict = tally.verdict()?;
    if verdict != Verdict::One(Stance::Neutral) {
        counted.retain(|statement| statement.stance != Stance::Neutral);
    }
    let own = basis == Basis::Own;
    let dates = || counted.iter().filter_map(|statement| statement.reported_on);
    let first = counted.first()?;
    Some(Position {
        holder: first.holder,
        issue: first.issue.clone(),
        verdict,
        lean: lean(&counted, verdict),
        basis,
        told_by: if basis == Basis::Told { tellers(&counted, copies) } else { Vec::new() },
        reports: reports(&counted, copies),
        sentences: sentences(&counted, copies),
        tally,
        first: dates().min(),
        last: dates().max(),
        changed: if own { change(&counted, copies) } else { None },
        deeds: if own { deeds(&counted) } else { None },
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

/// How many sentences these are. The same one in copies of a story is one.
fn sentences(statements: &[&Statement], copies: &Copies) -> usize {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for statement in statements {
        let sentence = statement.id.rsplit('.').next().unwrap_or_default();
        let place = (copies.report_of(&statement.article), sentence);
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found.len()
}

/// By date of report, undated last; then by article and place in it.
fn by_date(statement: &Statement) -> (bool, Option<Date>, &str, u32) {
    let date = statement.reported_on;
    (date.is_none(), date, &statement.article, statement.evidence.sentence.start)
}

fn tally(reports: &[Vec<&Statement>]) -> Tally {
    let mut tally = Tally::default();
    for report in reports {
        let stances: SortedSet<Stance> = report.iter().map(|statement| statement.stance).collect();
        stances.iter().for_each(|&stance| tally.add(stance));
    }
    tally
}

/// The statements of each report, in order of its first.
fn by_report<'a>(by_date: &[&'a Statement], copies: &Copies) -> Vec<Vec<&'a Statement>> {
    let mut reports: Vec<Vec<&Statement>> = Vec::new();
    for &statement in by_date {
        let own = copies.report_of(&statement.article);
        match reports.iter_mut().find(|report| copies.report_of(&report[0].article) == own) {
            Some(report) => report.push(statement),
            None => reports.push(vec![statement]),
        }
    }
    reports
}

/// The side on which every conditional statement leans under a condition of its own words, if that is one and the same.
fn lean(statements: &[&Statement], verdict: Verdict) -> Option<Stance> {
    if verdict != Verdict::One(Stance::Conditional) {
        return None;
    }
    let lean = |s: &&Statement| s.lean.filter(|_| s.evidence.condition.is_some());
    let mut leans = statements.iter().filter(|s| s.stance == Stance::Conditional).map(lean);
    let first = leans.next()?;
    leans.all(|lean| lean == first).then_some(first)?
}

/// Who tells it: most reports first, then by code.
fn tellers(statements: &[&Statement], copies: &Copies) -> Vec<Code> {
    let mut reports: SortedMap<Code, SortedSet<&str>> = SortedMap::new();
    for statement in statements {
        if let Some(teller) = statement.told_by {
            reports.entry(teller, SortedSet::new).insert(copies.report_of(&statement.article));
        }
    }
    let mut tellers: Vec<_> = reports.iter().map(|(teller, reports)| (Reverse(reports.len()), *teller)).collect();
    tellers.order();
    tellers.into_iter().map(|(_, teller)| teller).collect()
}

/// What each report says, in the order of the statements given.
fn reports(by_date: &[&Statement], copies: &Copies) -> Vec<ReportStance> {
    let mut found = Vec::new();
    for report in by_report(by_date, copies) {
        let mut copies: Vec<String> = report.iter().map(|statement| statement.article.clone()).collect();
        copies.dedup();
        let article = report[0].article.clone();
        found.extend(tally(&[report]).verdict().map(|verdict| ReportStance { article, copies, verdict }));
    }
    found
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
