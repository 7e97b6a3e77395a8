//! The scorer against cases worked out by hand from the coding guidelines.

use super::*;
use crate::compare::{Copies, Voices, positions, sample};

fn coded(line: &str, quote: &str) -> GoldStatement {
    let [article, holder, issue, stance, rest @ ..] = &line.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{line}")
    };
    GoldStatement {
        article: (*article).to_owned(),
        quote: quote.to_owned(),
        speaker: "Ana Vale".to_owned(),
        holder: (*holder).to_owned(),
        issue: (*issue).to_owned(),
        stance: (*stance).to_owned(),
        mode: "direct".to_owned(),
        required: !rest.contains(&"debated"),
        ..GoldStatement::default()
    }
}

fn said(line: &str, sentence: &str) -> Prediction {
    let gold = coded(line, sentence);
    Prediction {
        article: gold.article,
        sentence: gold.quote,
        holder: gold.holder,
        issue: gold.issue,
        stance: gold.stance,
        speaker: "Vale".to_owned(),
        mode: "reported".to_owned(),
        told_by: String::new(),
    }
}

#[test]
fn a_statement_is_found_by_its_quote_and_right_by_its_stance() {
    let gold = [coded("a EE cable supports", "we “will”  guard it"), coded("a EE cable opposes", "never was so")];
    let right = said("a EE cable supports", "“Yes, we \"will\" guard\nit,” she said.");
    let wrong = said("a EE cable supports", "It never was so.");
    let (score, misses) = score_statements(&gold, &[right.clone(), right, wrong]);
    assert_eq!((score.required, score.predicted, score.found, score.right), (2, 2, 2, 1), "twice the same is once");
    assert_eq!((score.with_speaker, score.speaker_right, score.mode_right, score.told_right), (1, 1, 0, 1));
    assert_eq!(misses, ["MISS a EE cable opposes (got supports): never was so"]);
}

#[test]
fn what_is_debated_or_without_a_side_counts_neither_way() {
    let gold = [coded("a EE cable supports debated", "maybe so"), coded("a EE cable neutral", "interesting")];
    let sentences = [said("a EE cable supports", "Maybe so."), said("a EE cable opposes", "How interesting.")];
    let folded: Vec<Prediction> =
        sentences.map(|p| Prediction { sentence: p.sentence.to_lowercase(), ..p }).into_iter().collect();
    let (score, misses) = score_statements(&gold, &folded);
    assert_eq!((score.required, score.predicted), (0, 0));
    assert_eq!(misses, [""; 0]);
    let (score, misses) = score_statements(&[], &folded[..1]);
    assert_eq!((score.predicted, misses), (1, vec!["EXTRA a EE cable supports: maybe so.".to_owned()]));
}

#[test]
fn a_prediction_matches_one_coded_statement_and_no_paragraph() {
    let twice = [coded("a EE cable supports", "guard"), coded("a EE cable supports", "cable")];
    let one = said("a EE cable supports", "guard the cable");
    assert_eq!(score_statements(&twice, std::slice::from_ref(&one)).0.found, 1);
    let paragraph = Prediction { sentence: format!("guard {}", "word ".repeat(120)), ..one };
    let score = score_statements(&twice, &[paragraph]).0;
    assert_eq!((score.found, score.predicted), (0, 1));
}

#[test]
fn cells_are_right_by_any_accepted_word_and_split_by_two() {
    let cell = |holder: &str, issue: &str, stances: &str, required| GoldPosition {
        holder: holder.to_owned(),
        issue: issue.to_owned(),
        stances: stances.split(' ').map(str::to_owned).collect(),
        required,
    };
    let gold = [
        cell("RU", "shield", "opposes conditional", true),
        cell("US", "shield", "supports", true),
        cell("US", "radar", "neutral conditional", true),
        cell("CZ", "shield", "supports", false),
    ];
    let lines = "a RU shield opposes\nb RU shield supports\na US shield opposes\na CZ shield opposes\n\
                 a US radar neutral\na PL radar neutral\na PL shield supports";
    let found = positions(
        &sample::statements(lines),
        &sample::codebook("US RU", "shield radar"),
        Voices::Official,
        &Copies::default(),
    );
    let (score, wrong) = score_cells(&gold, &found);
    assert_eq!((score.cells, score.predicted, score.right), (3, 4, 2));
    assert_eq!(score.wrong_in_100(), Some(50));
    assert_eq!(wrong, ["CELL PL shield: want no position, got supports", "CELL US shield: want supports, got opposes"]);
}

#[test]
fn the_table_pools_the_counts() {
    let set = |name: &str, right, predicted| SetScore {
        name: name.to_owned(),
        statements: StatementScore { required: 10, predicted, found: right, right, ..StatementScore::default() },
        cells: Some(CellScore { cells: 4, predicted: 4, right: 3 }),
        surfaces: None,
    };
    let table = markdown(&[set("one", 10, 10), set("two", 0, 0)]);
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(rows[0], "| one | 10 | 1.000 | 1.000 | 0.000 | 0.000 | 0.000 | 0.750 | – | – |");
    assert_eq!(rows[2], "| **all** | 20 | 0.667 | 0.667 | 0.000 | 0.000 | 0.000 | 0.750 | – | – |");
    assert_eq!(rows[4], "Cells wrong in 100: 25");
}
