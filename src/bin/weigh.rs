//! `weigh MODEL FOLDER OUT`: learns, from a folder of coded disputes, what makes a statement. `model/README.md` says from which.
//!
//! `weigh MODEL FOLDER OUT --held-out N` leaves out one in N disputes in turn and writes, into the folder OUT, weights that
//! never saw the dispute they are named after: `demarche eval --weights OUT` measures with them.
#![expect(clippy::print_stderr, reason = "progress goes to stderr")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use demarche::lexicon::Lexicon;
use demarche::report::score::{GoldStatement, read_statements};
use demarche::report::{Library, read_dossier, read_index};
use demarche::stance::{Analyser, Codebook, Example, Stance, train};
use demarche::syntax::Model;
use demarche::text::Problem;

/// What a case counts in an article that was read with the questions of another dispute: nothing is stated on these.
const STRANGE: f32 = 0.5;
/// What a case counts that was read with the titles of the issues alone, those of whole codebooks being one.
const TITLES: f32 = 0.5;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let result = match &args[..] {
        [model, folder, out] => learn(model, Path::new(folder), Path::new(out)),
        [model, folder, out, flag, folds] if flag == "--held-out" => {
            held_out(model, Path::new(folder), Path::new(out), folds.parse().unwrap_or(5))
        }
        _ => Err(Problem::new("weigh", "give MODEL FOLDER OUT, or MODEL FOLDER OUT --held-out N")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("weigh: {problem}");
            ExitCode::from(2)
        }
    }
}

fn learn(model: &str, folder: &Path, out: &Path) -> Result<(), Problem> {
    let sets = sets(model, folder)?;
    let examples: Vec<Example> = sets.into_iter().flat_map(|(_, examples)| examples).collect();
    write(out, &train(&examples).write())
}

fn held_out(model: &str, folder: &Path, out: &Path, folds: usize) -> Result<(), Problem> {
    let sets = sets(model, folder)?;
    fs::create_dir_all(out).map_err(|error| Problem::new(out.display().to_string(), error.to_string()))?;
    for left in 0..folds {
        let kept = sets.iter().enumerate().filter(|(index, _)| index % folds != left);
        let examples: Vec<Example> = kept.flat_map(|(_, (_, examples))| examples).cloned().collect();
        let weights = train(&examples).write();
        for (_, (name, _)) in sets.iter().enumerate().filter(|(index, _)| index % folds == left) {
            write(&out.join(format!("{name}.dmsw")), &weights)?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    eprintln!("{}: {} bytes", path.display(), bytes.len());
    fs::write(path, bytes).map_err(|error| Problem::new(path.display().to_string(), error.to_string()))
}

/// Every coded dispute of a folder as examples, by name.
fn sets(model: &str, folder: &Path) -> Result<Vec<(String, Vec<Example>)>, Problem> {
    let listed = fs::read_dir(folder).map_err(|error| Problem::new(folder.display().to_string(), error.to_string()))?;
    let mut folders: Vec<PathBuf> = listed.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join("statements.jsonl").is_file());
    folders.sort();
    let model = Arc::new(Model::read(model, &read(Path::new(model))?)?);
    let next = |set: usize| &folders[(set + 1) % folders.len()];
    folders.iter().enumerate().map(|(set, folder)| dispute(folder, next(set), set, &model)).collect()
}

/// The questions beside a coded dispute, or in the dossier of the same name that the site serves.
fn questions(folder: &Path) -> Result<Codebook, Problem> {
    let own = folder.join("codebook.json");
    let served = Path::new("public/dossiers").join(name_of(folder)).join("dossier.json");
    let path = if own.is_file() { own } else { served };
    Ok(read_dossier(&path.display().to_string(), &read(&path)?)?.codebook)
}

fn name_of(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn dispute(folder: &Path, other: &Path, set: usize, model: &Arc<Model>) -> Result<(String, Vec<Example>), Problem> {
    let name = name_of(folder);
    let codebook = questions(folder)?;
    let lines = String::from_utf8(read(&folder.join("statements.jsonl"))?).unwrap_or_default();
    let gold = read_statements(&name, &lines)?;
    let titles = Codebook {
        issues: codebook
            .issues
            .iter()
            .cloned()
            .map(|issue| demarche::stance::Issue { mentions: Vec::new(), ..issue })
            .collect(),
        ..codebook.clone()
    };
    let mut examples = Vec::new();
    for (codebook, weight) in [(&codebook, 1.0), (&titles, TITLES)] {
        collect(folder, codebook, &gold, (set, weight), model, &mut examples)?;
    }
    collect(folder, &questions(other)?, &[], (set, STRANGE), model, &mut examples)?;
    eprintln!("{name}: {} cases", examples.len());
    Ok((name, examples))
}

fn collect(
    folder: &Path,
    codebook: &Codebook,
    gold: &[GoldStatement],
    (set, weight): (usize, f32),
    model: &Arc<Model>,
    examples: &mut Vec<Example>,
) -> Result<(), Problem> {
    let index = folder.join("index.json");
    let (entries, _) = read_index(&index.display().to_string(), &read(&index)?)?;
    let analyser = Analyser::new(Lexicon::whole(), codebook).with_model(Arc::clone(model));
    let mut coded: BTreeMap<(&str, &str, &str), Vec<&GoldStatement>> = BTreeMap::new();
    for line in gold {
        coded.entry((&line.article, &line.holder, &line.issue)).or_default().push(line);
    }
    for entry in entries {
        let path = folder.join(&entry.file);
        let (article, _) = demarche::corpus::read_article(&path.display().to_string(), &read(&path)?, entry.known);
        let mut library = Library::default();
        let Some(article) = article else { continue };
        library.add("article", article)?;
        for article in library.into_articles() {
            for case in analyser.cases(&article) {
                let holder = case.holder.to_string();
                let key = (article.id.as_str(), holder.as_str(), codebook.issues[case.issue].id.as_str());
                let lines = coded.get(&key).map(Vec::as_slice).unwrap_or_default();
                let stance = match coding(case.sentence.of(&article.text), lines) {
                    Coding::Stated(stance) => Some(stance),
                    Coding::Nothing => None,
                    Coding::Debated => continue,
                };
                examples.push(Example::new(&case, stance, set, weight));
            }
        }
    }
    Ok(())
}

/// What people coded for a case.
enum Coding {
    /// This stance.
    Stated(Stance),
    /// Nothing.
    Nothing,
    /// Something they debated, or no side: such a case teaches nothing.
    Debated,
}

fn coding(sentence: &str, lines: &[&GoldStatement]) -> Coding {
    let found: Vec<_> = lines.iter().filter(|line| line.is_in(sentence)).collect();
    match found.iter().find_map(|line| line.side()) {
        Some(stance) => Coding::Stated(stance),
        None if found.is_empty() => Coding::Nothing,
        None => Coding::Debated,
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| Problem::new(path.display().to_string(), format!("cannot be read: {error}")))
}
