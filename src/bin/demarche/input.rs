//! Files to a dossier. What cannot be read is named on stderr and left out; the rest goes on.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use demarche::attribution::{AttributionModel, AttributionReader};
use demarche::compare::Dossier;
use demarche::corpus::{Article, decode, read_article};
use demarche::lexicon::Lexicon;
use demarche::report::{ArticleEntry, DossierFile, Library, read_dossier, read_index, read_jsonl};
use demarche::stance::{Analyser, Analysis, Weights};
use demarche::syntax::{Model, SentenceParser};
use demarche::text::Problem;
use demarche::view::Reading;

use crate::args::Input;
use crate::tell;

/// Whether a command has a use for articles without questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Questions {
    Needed,
    Optional,
}

/// Reads and analyses all articles asked for.
///
/// # Errors
/// Where nothing can be read: the problem names the file and what to do.
pub(crate) fn read(input: &Input, questions: Questions) -> Result<Reading, Problem> {
    let (dossier, analyses, _) = analysed(input, questions)?;
    Ok(Reading::new(dossier, analyses))
}

/// The same for who says what: where there is a parser, by the learned weights in place of the rules.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_attributions(input: &Input) -> Result<Reading, Problem> {
    let (dossier, mut analyses, model) = analysed(input, Questions::Optional)?;
    if let Some(model) = model {
        let parser = SentenceParser::new(model);
        let reader = AttributionReader::new(AttributionModel::builtin(), parser, &dossier.codebook.actors);
        for (article, analysis) in dossier.articles.iter().zip(&mut analyses) {
            analysis.quotations = reader.read(article);
        }
    }
    Ok(Reading::new(dossier, analyses))
}

/// The articles with what the rules find in them, and the parser's model that helped.
type Analysed = (Dossier, Vec<Analysis>, Option<Arc<Model>>);

fn analysed(input: &Input, questions: Questions) -> Result<Analysed, Problem> {
    // Without questions nothing is counted, and every article is asked for by its own id.
    let mut library = if questions == Questions::Optional { Library::with_twins() } else { Library::default() };
    let codebook = gather(input, &mut library)?;
    let articles = some(library.into_articles())?;
    if codebook.is_none() && questions == Questions::Needed {
        let message = "no questions to ask; give --codebook FILE, a dossier.json or any file with issues";
        return Err(Problem::new("codebook", message));
    }
    let DossierFile { id, codebook, events, .. } = codebook.unwrap_or_default();
    let mut reader = Analyser::new(Lexicon::whole(), &codebook);
    let model = if input.rules_only { None } else { Some(Arc::new(model(input.model.as_deref())?)) };
    if let Some(model) = &model {
        reader = reader.with_model(Arc::clone(model));
        if let Some(path) = &input.weights {
            let damaged = || Problem::new(name(path), "is no file of weights, or a damaged one");
            reader = reader.with_weights(Weights::read(&read_bytes(path)?).ok_or_else(damaged)?);
        }
    }
    let analyses = articles.iter().map(|article| reader.analyse(article)).collect();
    drop(reader);
    Ok((Dossier { id, codebook, events, articles }, analyses, model))
}

/// Reads all articles asked for, and the questions where some are given.
///
/// # Errors
/// Where a list or the questions cannot be read.
pub(crate) fn gather(input: &Input, library: &mut Library) -> Result<Option<DossierFile>, Problem> {
    let mut codebook = input.codebook.as_deref().map(read_codebook).transpose()?;
    if let Some(path) = &input.articles {
        let (entries, own_codebook) = read_list(path)?;
        codebook = codebook.or(own_codebook);
        read_entries(path, entries, library);
    }
    if let Some(path) = &input.jsonl {
        read_lines(path, library)?;
    }
    if let (None, None, Some(path), Some(file)) = (&input.articles, &input.jsonl, &input.codebook, &mut codebook) {
        read_entries(path, std::mem::take(&mut file.articles), library);
    }
    Ok(codebook)
}

/// The articles, if there are any.
///
/// # Errors
/// Where there are none.
pub(crate) fn some(articles: Vec<Article>) -> Result<Vec<Article>, Problem> {
    let none = || Problem::new("articles", "none could be read; give --articles INDEX.json or --jsonl FILE");
    if articles.is_empty() { Err(none()) } else { Ok(articles) }
}

/// The parser's model in this file, or the built-in one.
///
/// # Errors
/// Where the file cannot be read or is no model.
pub(crate) fn model(path: Option<&Path>) -> Result<Model, Problem> {
    path.map_or_else(|| Ok(Model::builtin()), |path| Model::read(&name(path), &read_bytes(path)?))
}

/// The bytes of a file, `-` being stdin.
///
/// # Errors
/// Where it cannot be read.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read =
        if path == Path::new("-") { std::io::stdin().read_to_end(&mut bytes).map(|_| bytes) } else { fs::read(path) };
    read.map_err(|error| Problem::new(name(path), format!("cannot be read: {error}")))
}

/// The text of a file of JSON lines.
///
/// # Errors
/// Where it cannot be read or is no text.
pub(crate) fn read_text(path: &Path) -> Result<String, Problem> {
    String::from_utf8(read_bytes(path)?).or_else(|error| {
        let decoded = decode(error.as_bytes()).map_err(|error| Problem::new(name(path), error.to_string()))?;
        Ok(decoded.text)
    })
}

/// A path as messages name it.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() }
}

fn read_codebook(path: &Path) -> Result<DossierFile, Problem> {
    let file = read_dossier(&name(path), &read_bytes(path)?)?;
    file.problems.iter().for_each(tell);
    Ok(file)
}

/// A list of articles, or a dossier with its own.
fn read_list(path: &Path) -> Result<(Vec<ArticleEntry>, Option<DossierFile>), Problem> {
    let bytes = read_bytes(path)?;
    let is_object = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    if is_object {
        let mut file = read_dossier(&name(path), &bytes)?;
        file.problems.iter().for_each(tell);
        return Ok((std::mem::take(&mut file.articles), Some(file)));
    }
    let (entries, problems) = read_index(&name(path), &bytes)?;
    problems.iter().for_each(tell);
    Ok((entries, None))
}

/// Reads the files that a list names, beside the list.
fn read_entries(list: &Path, entries: Vec<ArticleEntry>, library: &mut Library) {
    let folder = list.parent().map_or_else(PathBuf::new, Path::to_owned);
    for entry in entries {
        let path = folder.join(&entry.file);
        match read_bytes(&path) {
            Ok(bytes) => add(&name(&path), &bytes, entry.known, library),
            Err(problem) => {
                tell(&Problem { message: format!("{}; the article is left out", problem.message), ..problem });
            }
        }
    }
}

fn read_lines(path: &Path, library: &mut Library) -> Result<(), Problem> {
    let file = name(path);
    let (articles, problems) = read_jsonl(&file, &read_text(path)?);
    problems.iter().for_each(tell);
    for mut article in articles {
        let text = std::mem::take(&mut article.text);
        let place = format!("{file}, article “{}”", article.id);
        add(&place, text.as_bytes(), article, library);
    }
    Ok(())
}

pub(crate) fn add(place: &str, bytes: &[u8], known: Article, library: &mut Library) {
    let (article, problems) = read_article(place, bytes, known);
    problems.iter().for_each(tell);
    if let Some(Err(problem)) = article.map(|article| library.add(place, article)) {
        tell(&problem);
    }
}
