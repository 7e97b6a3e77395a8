//! The published rule, row by row.

use super::*;
use crate::compare::sample;

/// `holder issue word [told by]: reports` of each position these statements make.
fn cells(lines: &str, voices: Voices) -> Vec<String> {
    folded(lines, voices, &Copies::default())
}

fn folded(lines: &str, voices: Voices, copies: &Copies) -> Vec<String> {
    let codebook = sample::codebook("US RU", "shield radar");
    positions(&sample::statements(lines), &codebook, voices, copies).iter().map(line).collect()
}

fn line(position: &Position) -> String {
    let word = match position.verdict {
        Verdict::Split => "split".to_owned(),
        Verdict::One(stance) => format!("{stance:?}").to_lowercase(),
    };
    let told = position.told_by.iter().map(|teller| format!(" told by {teller}")).collect::<Vec<_>>().concat();
    let changed = if position.changed.is_some() { " changed" } else { "" };
    format!("{} {} {word}{told}: {}{changed}", position.holder, position.issue, position.reports.len())
}

fn check(lines: &str, expected: &[&str]) {
    assert_eq!(cells(lines, Voices::Official), expected, "{lines}");
}

#[test]
fn two_thirds_give_the_word() {
    check("a RU shield opposes\nb RU shield opposes\nc RU shield supports", &["RU shield opposes: 3"]);
    check("a RU shield opposes\nb RU shield supports", &["RU shield split: 2"]);
    check("a RU shield opposes\nb RU shield conditional\nc RU shield supports", &["RU shield split: 3"]);
}

#[test]
fn a_report_counts_once_for_each_stance() {
    check("a RU shield opposes at=0\na RU shield opposes at=50\nb RU shield supports", &["RU shield split: 2"]);
    check("a RU shield opposes at=0\na RU shield supports at=50", &["RU shield split: 1"]);
}

#[test]
fn copies_of_one_story_are_one_report() {
    let copies = Copies::new([("b", "a"), ("c", "a")].map(|(copy, first)| (copy.to_owned(), first.to_owned())));
    let lines = "a RU shield opposes 2007-06-07\nb RU shield opposes 2007-06-08\nc RU shield opposes 2007-06-08\n\
                 d RU shield supports 2007-06-09";
    assert_eq!(folded(lines, Voices::Official, &copies), ["RU shield split: 2 changed"]);
    check(lines, &["RU shield opposes: 4 changed"]);
    let found = positions(&sample::statements(lines), &Codebook::default(), Voices::Official, &copies);
    let reports: Vec<(&str, usize)> =
        found[0].reports.iter().map(|report| (report.article.as_str(), report.copies.len())).collect();
    assert_eq!(reports, [("a", 3), ("d", 1)]);
    assert_eq!((found[0].sentences, found[0].tally.opposes), (2, 1), "one sentence, three times printed, and another");
    // Where a filter leaves only a copy, the report is carried by it.
    assert_eq!(folded("c RU shield opposes", Voices::Official, &copies), ["RU shield opposes: 1"]);
}

#[test]
fn a_copy_on_a_later_day_is_no_second_report_for_a_change() {
    let copies = Copies::new([("b".to_owned(), "a".to_owned())]);
    let lines = "a RU shield supports 2007-06-07\nb RU shield opposes 2007-06-08";
    assert_eq!(folded(lines, Voices::Official, &copies), ["RU shield split: 1"]);
    check(lines, &["RU shield split: 2 changed"]);
}

#[test]
fn a_change_names_a_statement_of_the_first_day_and_one_of_the_last() {
    let given = sample::statements("b RU shield opposes 2008-04-07\na RU shield supports 2007-06-07");
    let found = positions(&given, &Codebook::default(), Voices::Official, &Copies::default());
    let change = found[0].changed.as_ref().expect("a change");
    assert_eq!((&change.before, &change.after), (&given[1].id, &given[0].id));
}

#[test]
fn deeds_against_words_are_noticed_in_own_positions() {
    let deeds = |lines: &str| {
        let found = positions(&sample::statements(lines), &Codebook::default(), Voices::Official, &Copies::default());
        found[0].deeds.as_ref().map(|deeds| (deeds.said, deeds.deed.split('.').next().unwrap_or_default().to_owned()))
    };
    let against = "a RU shield opposes 2007-06-07\nb RU shield supports 2008-04-07 deed";
    assert_eq!(deeds(against), Some((Stance::Opposes, "b".to_owned())));
    assert_eq!(deeds("a RU shield opposes\nb RU shield opposes deed"), None, "the deed follows the words");
    assert_eq!(deeds("a RU shield opposes\nb RU shield supports\nc RU shield supports deed"), None, "words both ways");
    assert_eq!(deeds("a RU shield opposes told=US\nb RU shield supports told=US deed"), None, "not its own");
    assert_eq!(deeds("a RU shield supports deed\nb RU shield opposes deed"), None, "deeds alone");
}

#[test]
fn own_words_decide_where_there_are_any() {
    check("a RU shield supports told=US\nb RU shield supports told=US\nc RU shield opposes", &["RU shield opposes: 1"]);
    check(
        "a RU shield supports told=US\nb RU shield supports told=FR\nc RU shield supports told=US",
        &["RU shield supports told by US told by FR: 3"],
    );
}

#[test]
fn no_side_counts_only_alone() {
    check("a RU shield neutral\nb RU shield opposes", &["RU shield opposes: 1"]);
    check("a RU shield neutral\nb RU shield neutral", &["RU shield neutral: 2"]);
    check("a RU shield neutral\nb RU shield opposes told=US", &["RU shield neutral: 1"]);
}

#[test]
fn what_is_past_fills_no_cell() {
    check("a RU shield supports past", &[]);
    check("a RU shield supports past\na RU shield opposes at=50", &["RU shield opposes: 1"]);
}

#[test]
fn unofficial_voices_need_asking() {
    let lines = "a RU shield supports unofficial";
    check(lines, &[]);
    assert_eq!(cells(lines, Voices::All), ["RU shield supports: 1"]);
    let with_own = "a RU shield supports unofficial\nb RU shield opposes";
    assert_eq!(cells(with_own, Voices::All), ["RU shield opposes: 1"]);
}

#[test]
fn changed_needs_two_days_two_reports_and_the_opposite_side() {
    check("a RU shield supports 2007-06-07\nb RU shield opposes 2008-04-07", &["RU shield split: 2 changed"]);
    check("a RU shield supports 2007-06-07\nb RU shield opposes 2007-06-07", &["RU shield split: 2"]);
    check("a RU shield supports 2007-06-07\nb RU shield conditional 2008-04-07", &["RU shield split: 2"]);
    check("a RU shield supports 2007-06-07\nb RU shield opposes", &["RU shield split: 2"]);
    check(
        "a RU shield supports 2008-04-07 said=2007-06-07\na RU shield opposes 2008-04-07 at=50",
        &["RU shield split: 1"],
    );
    check(
        "a RU shield supports 2007-06-07 told=US\nb RU shield opposes 2008-04-07 told=US",
        &["RU shield split told by US: 2"],
    );
}

#[test]
fn cells_come_in_the_codebooks_order() {
    let lines = "a NATO radar supports\na FR radar supports\na DE other supports\na RU radar supports\n\
                 a RU shield supports\na US radar supports";
    check(
        lines,
        &[
            "US radar supports: 1",
            "RU shield supports: 1",
            "RU radar supports: 1",
            "DE other supports: 1",
            "FR radar supports: 1",
            "NATO radar supports: 1",
        ],
    );
}

#[test]
fn a_conditional_cell_leans_where_its_statements_agree() {
    let lean = |lines: &str| {
        let found = positions(&sample::statements(lines), &Codebook::default(), Voices::Official, &Copies::default());
        found[0].lean
    };
    assert_eq!(lean("a RU shield conditional lean=opposes"), Some(Stance::Opposes));
    assert_eq!(lean("a RU shield conditional lean=opposes\nb RU shield conditional lean=supports"), None);
    assert_eq!(lean("a RU shield conditional lean=opposes\nb RU shield conditional"), None);
    assert_eq!(lean("a RU shield conditional partly=opposes"), None, "no \"unless\" without a condition");
}

#[test]
fn the_order_of_the_statements_does_not_matter() {
    let mut given = sample::statements(
        "b RU shield supports 2008-04-07\na RU shield opposes 2007-06-07\nc RU shield opposes\n\
         b RU shield opposes 2008-04-07 at=50",
    );
    let codebook = Codebook::default();
    let expected = positions(&given, &codebook, Voices::Official, &Copies::default());
    assert_eq!(expected[0].reports.iter().map(|report| report.article.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(expected[0].statements[0], given[0].id, "newest report first, in the order of its text");
    for _ in 0..given.len() {
        given.rotate_left(1);
        assert_eq!(positions(&given, &codebook, Voices::Official, &Copies::default()), expected);
    }
}
