//! Our scorer says the same as the one that the outside gold set brings, on tags that are wrong in every way.
//!
//! Runs where `GOLD` names the gold set and Python is at hand; says so where it is left out.
#![expect(clippy::print_stderr, reason = "a test that is left out must say so")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use demarche::report::score::{Figure, GoldStatement, Prediction, read_statements, score_statements};

#[test]
fn our_scorer_agrees_with_the_outside_one() {
    let Some(gold) = env::var_os("GOLD").map(PathBuf::from).filter(|gold| gold.join("score.py").is_file()) else {
        eprintln!("left out: GOLD names no folder with score.py");
        return;
    };
    let text = fs::read_to_string(gold.join("statements.jsonl")).expect("the coded statements");
    let coded = read_statements("statements.jsonl", &text).expect("coded statements");
    let tags: Vec<Prediction> = coded.iter().enumerate().flat_map(|(at, coded)| spoil(at, coded)).collect();
    let Some(theirs) = outside(&gold, &tags) else {
        eprintln!("left out: python3 could not run score.py");
        return;
    };
    let (score, _) = score_statements(&coded, &tags);
    for (name, figure) in score.figures() {
        let theirs = theirs[name].as_f64().expect("a figure of this name");
        let ours = match figure {
            Figure::Count(count) => f64::from(u32::try_from(count).expect("a small count")),
            Figure::Share(share) => share,
        };
        assert!((ours - theirs).abs() < 1e-9, "{name}: ours {ours}, theirs {theirs}");
    }
    assert!(score.right > 20 && score.found > score.right && score.predicted > score.found, "a hard enough test");
}

/// Tags made from a coded statement: right, wrong, twice, too long, or none, by its place in the list.
fn spoil(at: usize, coded: &GoldStatement) -> Vec<Prediction> {
    let turned = if coded.stance == "supports" { "opposes" } else { "supports" };
    let right = Prediction {
        article: coded.article.clone(),
        sentence: format!("So it was:\n “{}” and on.", coded.quote.replace('"', "”")),
        holder: coded.holder.clone(),
        issue: coded.issue.clone(),
        stance: coded.stance.clone(),
        speaker: if at.is_multiple_of(4) { String::new() } else { coded.speaker.to_uppercase() },
        mode: if at.is_multiple_of(3) { "act".to_owned() } else { coded.mode.clone() },
        told_by: if at.is_multiple_of(5) { "XX".to_owned() } else { coded.told_by.clone() },
    };
    let wrong = Prediction { stance: turned.to_owned(), ..right.clone() };
    let long = Prediction { sentence: format!("{} {}", right.sentence, "word ".repeat(120)), ..right.clone() };
    let extra = Prediction { sentence: "Nobody coded this.".to_owned(), ..right.clone() };
    match at % 7 {
        0 => vec![wrong],
        1 => vec![right.clone(), right, wrong],
        2 => vec![wrong, right],
        3 => vec![],
        4 => vec![long, extra],
        _ => vec![right],
    }
}

/// What `score.py` prints for these tags; `None` where it cannot run.
fn outside(gold: &Path, tags: &[Prediction]) -> Option<serde_json::Value> {
    let file = env::temp_dir().join(format!("demarche-score-{}.jsonl", std::process::id()));
    let line = |tag: &Prediction| {
        let Prediction { article, sentence, holder, issue, stance, speaker, mode, told_by } = tag;
        serde_json::json!({ "article": article, "sentence": sentence, "holder": holder, "issue": issue,
            "stance": stance, "speaker": speaker, "mode": mode, "told_by": told_by })
        .to_string()
    };
    fs::write(&file, tags.iter().map(line).collect::<Vec<_>>().join("\n")).expect("a temporary file");
    let run = Command::new("python3").arg(gold.join("score.py")).arg(gold).arg(&file).arg("--json").output();
    let removed = fs::remove_file(&file);
    assert!(removed.is_ok(), "the temporary file can be removed");
    let output = run.ok().filter(|output| output.status.success())?;
    serde_json::from_slice(&output.stdout).ok()
}
