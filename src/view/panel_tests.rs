//! What a cell's panel folds, notices and keeps apart.

use super::*;
use crate::compare::sample::code;
use crate::view::sample::{reading, shield};
use crate::view::{Action, Side, comparison, why};

fn acted(acts: impl IntoIterator<Item = Action>) -> ViewState {
    acts.into_iter().fold(ViewState::default(), ViewState::apply)
}

fn cell(holder: &str, issue: &str) -> Cell {
    Cell { holder: code(holder), issue: issue.to_owned() }
}

/// The headings of a panel, each with its statements.
fn drawn(panel: &Panel) -> Vec<(Option<&str>, Vec<String>)> {
    let line = |card: &Card| format!("{} {}: {}", card.article, card.word, card.whose);
    panel.sections.iter().map(|section| (section.heading, section.cards.iter().map(line).collect())).collect()
}

/// One story in three outlets, with its last paragraph left out in one of them, and a report of another day.
fn wire() -> Reading {
    let story =
        "Russia would not hear of the shield, its minister told reporters in the old town hall on Thursday night.
  > RU shield opposes; cue=would not hear of; issue=the shield; mode=reported
He then left for the airport with his three deputies and without any answer to further questions about the radar.
";
    let more = "Guards kept the crowd away from the steps until the last of the cars had gone.\n";
    let later = "Russia voted for the shield in the council on Monday.\n  \
                 > RU shield supports; cue=voted for; issue=the shield; mode=act; deed\n";
    reading(
        "RU",
        "shield",
        &format!(
            "== a 2007-06-07 Courier\n{story}{more}== b 2007-06-08 Herald\n{story}== c 2007-06-08 Tribune\n{story}{more}\
             == d 2008-04-07 Courier\n{later}"
        ),
    )
}

#[test]
fn copies_of_a_wire_story_are_one_report_of_several_outlets() {
    let reading = wire();
    let russia = acted([Action::OpenCell(cell("RU", "shield"))]);
    let panel = panel(&reading, &russia).expect("a panel");
    assert_eq!(panel.summary, "2 of 2 reports, 3 outlets · 2 sentences · reported 7 June 2007 to 7 April 2008");
    assert_eq!(panel.rule, "For in 1 report and against in 1 report: no way has two thirds.");
    let cards = &panel.sections[0].cards;
    assert_eq!(cards.iter().map(|card| card.article.as_str()).collect::<Vec<_>>(), ["d", "a"]);
    assert_eq!(cards[1].also, ["Herald, 8 June 2007", "Tribune, 8 June 2007"]);

    let comparison = comparison(&reading, &russia);
    assert_eq!(comparison.scope, "What two reports, June 2007 to April 2008, say governments said or did.");
    let squares = comparison.rows().next().and_then(|row| row.cells[0].clone()).expect("a cell").squares;
    assert_eq!(squares.len(), 2, "a square a report");
    assert_eq!(comparison.reports[0].copies.len(), 2);
}

#[test]
fn a_copy_in_focus_shows_itself_and_names_the_others() {
    let reading = wire();
    let copy = reading.statements().nth(1).map(|tagged| tagged.statement.id.clone()).expect("the copy");
    let panel = panel(&reading, &acted([Action::Focus(copy.clone())])).expect("a panel");
    let card = panel.sections[0].cards.iter().find(|card| card.focus).expect("a card in focus");
    assert_eq!(
        (&card.statement, card.also.as_slice()),
        (&copy, &["Courier, 7 June 2007", "Tribune, 8 June 2007"].map(String::from)[..])
    );
}

#[test]
fn a_change_and_words_against_deeds_show_both_sentences() {
    let panel = panel(&wire(), &acted([Action::OpenCell(cell("RU", "shield"))])).expect("a panel");
    let shown: Vec<String> = panel
        .contrasts
        .iter()
        .map(|contrast| {
            let side = |side: &Side| format!("{} {} {}", side.name, side.word, side.when);
            format!("{}: {}; {}", contrast.heading, side(&contrast.sides[0]), side(&contrast.sides[1]))
        })
        .collect();
    assert_eq!(panel.change, Some("changed"));
    assert_eq!(
        shown,
        [
            "Changed: against in words, for in deeds: Before against reported 7 June 2007; After for reported 7 April 2008",
        ]
    );
    let plain = super::panel(&shield(), &acted([Action::OpenCell(cell("RU", "shield"))])).expect("a panel");
    assert_eq!(
        (plain.contrasts, plain.change),
        (Vec::new(), None),
        "where nothing reverses there is nothing to notice"
    );
}

#[test]
fn words_and_deeds_of_one_day_are_no_change() {
    let given = "== a 2007-06-07 Courier
Russia rejected the shield.
  > RU shield opposes; cue=rejected; issue=the shield
Russia signed for the shield.
  > RU shield supports; cue=signed for; issue=the shield; mode=act; deed
";
    let panel =
        panel(&reading("RU", "shield", given), &acted([Action::OpenCell(cell("RU", "shield"))])).expect("a panel");
    assert_eq!(panel.change, None);
    assert_eq!(
        panel.contrasts.iter().map(|one| one.heading.as_str()).collect::<Vec<_>>(),
        ["Against in words, for in deeds"]
    );
}

#[test]
fn what_analysts_judge_stands_apart_and_is_nobodys() {
    let given = "== a 2007-06-07 Courier
Moscow fears the shield, a scholar said.
  ! RU shield opposes; cue=fears; issue=the shield
A Russian official rejected the shield.
  > RU shield opposes; by=official; cue=rejected; issue=the shield
  @ person RU official; name=
";
    let reading = reading("RU", "shield", given);
    let panel = panel(&reading, &acted([Action::OpenCell(cell("RU", "shield"))])).expect("a panel");
    assert_eq!(
        drawn(&panel),
        [
            (None, vec!["a against: own position, by an unnamed official".to_owned()]),
            (
                Some("Analysts’ and journalists’ judgement: nobody’s position"),
                vec!["a against: nobody’s position".to_owned()]
            ),
        ]
    );
    assert_eq!(panel.rule, "Against in 1 report, and nothing else. It rests on unnamed officials alone.");
    assert_eq!(reading.statements().count(), 1);
    assert_eq!(
        why::line(&panel.sections[0].cards[0].why),
        "official → unnamed official → Russia · rejected → against · the shield → Build the shield"
    );
    let early = acted([Action::OpenCell(cell("RU", "shield")), Action::SetPeriod(None, "2007-06-01".parse().ok())]);
    assert_eq!(super::panel(&reading, &early).map(|panel| panel.sections.len()), Some(0), "a filter on articles holds");
}
