//! `demarche eval`: the engine's tags against those of people.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use demarche::compare::Voices;
use demarche::report::score::{
    SetScore, markdown, read_entities, read_positions, read_statements, score_cells, score_statements, score_surfaces,
};
use demarche::text::Problem;
use demarche::view::{Filters, Reading};

use crate::args::{Eval, Input};
use crate::input::{Questions, name, read, read_text};
use crate::{Outcome, tell};

/// One coded set: its questions, its articles and what people found in them.
struct CodedSet {
    name: String,
    folder: PathBuf,
    input: Input,
}

/// Scores one coded folder, or all of them.
pub(crate) fn eval(asked: &Eval) -> Outcome {
    scores(asked).map_or_else(Outcome::Failed, Outcome::Text)
}

fn scores(asked: &Eval) -> Result<String, Problem> {
    let sets = match (&asked.coded, &asked.disputes) {
        (Some(folder), _) => vec![(one_set(folder, &asked.input))],
        (None, Some(disputes)) => all_sets(disputes, asked)?,
        (None, None) => return Err(Problem::new("eval", "give a folder of coded files, or --disputes DIR")),
    };
    let mut scores = Vec::new();
    let mut out = String::new();
    for set in &sets {
        let (score, misses) = score(set)?;
        if asked.misses {
            out.extend(misses.iter().map(|miss| format!("{}: {miss}\n", set.name)));
        }
        if !asked.markdown {
            if sets.len() > 1 {
                out.extend(["# ", set.name.as_str(), "\n"]);
            }
            out.extend(score.figures().iter().map(|(name, figure)| format!("{name}: {figure}\n")));
        }
        scores.push(score);
    }
    if asked.markdown {
        out += &markdown(&scores);
    }
    Ok(out)
}

fn one_set(folder: &Path, input: &Input) -> CodedSet {
    CodedSet { name: name(folder), folder: folder.to_owned(), input: input.clone() }
}

/// The source reports where they are at hand, then every folder of coded files, by name.
fn all_sets(disputes: &Path, asked: &Eval) -> Result<Vec<CodedSet>, Problem> {
    let given = |option: &Option<PathBuf>, variable: &str| {
        option.clone().or_else(|| env::var_os(variable).map(PathBuf::from)).filter(|path| path.is_dir())
    };
    let mut sets = Vec::new();
    match (given(&asked.reports, "REPORTS"), given(&asked.gold, "GOLD")) {
        (Some(reports), Some(gold)) => {
            // By the bundled dossier's phrases, and by the bare titles of the codebook they were coded with.
            let index = reports.join("index.json");
            let dossier = disputes.join("../../public/dossiers/missile-defence/dossier.json");
            let by = |codebook: &Path, name: &str| CodedSet {
                name: name.to_owned(),
                folder: gold.clone(),
                input: input(&index, codebook, asked),
            };
            sets.push(with_own_weights(by(&dossier, "five reports"), "missile-defence"));
            sets.push(with_own_weights(
                by(&gold.join("codebook.json"), "five reports, titles only"),
                "missile-defence",
            ));
        }
        _ => tell(&Problem::new("eval", "the source reports are left out; REPORTS and GOLD name no folders")),
    }
    let listed =
        fs::read_dir(disputes).map_err(|error| Problem::new(name(disputes), format!("cannot be read: {error}")))?;
    let mut folders: Vec<PathBuf> = listed.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join("statements.jsonl").is_file());
    folders.sort();
    sets.extend(folders.into_iter().map(|folder| dispute(disputes, folder, asked)));
    Ok(sets)
}

/// A dispute's questions lie beside it, or in the dossier of the same name that the site serves.
fn dispute(disputes: &Path, folder: PathBuf, asked: &Eval) -> CodedSet {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let own = folder.join("codebook.json");
    let served = disputes.join("../../public/dossiers").join(&name).join("dossier.json");
    let codebook = if own.is_file() { own } else { served };
    let set = CodedSet { input: input(&folder.join("index.json"), &codebook, asked), folder, name: name.clone() };
    with_own_weights(set, &name)
}

/// A set's own files, read with the parser that is asked for.
fn input(articles: &Path, codebook: &Path, asked: &Eval) -> Input {
    Input { articles: Some(articles.to_owned()), codebook: Some(codebook.to_owned()), ..asked.input.clone() }
}

/// In a folder of weights each set has its own, learned from other sets.
fn with_own_weights(mut set: CodedSet, dispute: &str) -> CodedSet {
    let folder = set.input.weights.take();
    set.input.weights = folder.map(|path| if path.is_dir() { path.join(format!("{dispute}.dmsw")) } else { path });
    set
}

/// A set's score, and its misses.
fn score(set: &CodedSet) -> Result<(SetScore, Vec<String>), Problem> {
    let reading = read(&set.input, Questions::Needed)?;
    let statements = set.folder.join("statements.jsonl");
    let coded = read_statements(&name(&statements), &read_text(&statements)?)?;
    let predictions: Vec<_> = reading.statements().map(Into::into).collect();
    let (statements, mut misses) = score_statements(&coded, &predictions);
    let mut score = SetScore { name: set.name.clone(), statements, ..SetScore::default() };
    score_rest(set, &reading, &mut score, &mut misses)?;
    Ok((score, misses))
}

/// Positions and names, where they are coded.
fn score_rest(
    set: &CodedSet,
    reading: &Reading,
    score: &mut SetScore,
    misses: &mut Vec<String>,
) -> Result<(), Problem> {
    let coded = |file: &str| Some(set.folder.join(file)).filter(|path| path.is_file());
    if let Some(path) = coded("positions.jsonl") {
        let gold = read_positions(&name(&path), &read_text(&path)?)?;
        let (cells, wrong) = score_cells(&gold, &reading.positions(&Filters::default(), Voices::Official));
        score.cells = Some(cells);
        misses.extend(wrong);
    }
    if let Some(path) = coded("entities.jsonl") {
        let gold = read_entities(&name(&path), &read_text(&path)?)?;
        let (surfaces, wrong) = score_surfaces(&gold, reading);
        score.surfaces = Some(surfaces);
        misses.extend(wrong);
    }
    Ok(())
}
