//! Scores for statements.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use super::gold::GoldStatement;
use super::{Figure, Figures, fold, precision_recall_f1, share};
use crate::view::Tagged;
use crate::view::word::Word;

/// The most words that a sentence may have to count as one.
const LONGEST_WORDS: usize = 120;

/// The word for a statement without a side.
const NEUTRAL: &str = "neutral";

/// What a program says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prediction {
    /// The article's id.
    pub article: String,
    /// The sentence's text.
    pub sentence: String,
    /// Whose position.
    pub holder: String,
    /// The issue's id.
    pub issue: String,
    /// The stance's word.
    pub stance: String,
    /// Who speaks; empty where only a country or bloc is named.
    pub speaker: String,
    /// The mode's word.
    pub mode: String,
    /// Who tells it; empty where own.
    pub told_by: String,
}

impl From<Tagged<'_>> for Prediction {
    fn from(tagged: Tagged) -> Self {
        let statement = tagged.statement;
        Self {
            article: statement.article.clone(),
            sentence: tagged.sentence().to_owned(),
            holder: statement.holder.to_string(),
            issue: statement.issue.clone(),
            stance: statement.stance.to_word(),
            speaker: statement.speaker.clone(),
            mode: statement.mode.to_word(),
            told_by: statement.told_by.map(|teller| teller.to_string()).unwrap_or_default(),
        }
    }
}

/// Counts over one or several coded sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatementScore {
    /// Coded statements that count.
    pub required: usize,
    /// Predictions that count.
    pub predicted: usize,
    /// Coded statements found, whatever the stance.
    pub found: usize,
    /// Found with the right stance.
    pub right: usize,
    /// Right ones with the right mode.
    pub mode_right: usize,
    /// Right ones told apart rightly as own or told, and by whom.
    pub told_right: usize,
    /// Right ones with a coded speaker.
    pub with_speaker: usize,
    /// Of these, those with the right speaker.
    pub speaker_right: usize,
}

impl StatementScore {
    /// The named figures.
    pub fn figures(&self) -> Figures {
        let detect = precision_recall_f1(self.found, self.predicted, self.required);
        let right = precision_recall_f1(self.right, self.predicted, self.required);
        vec![
            ("required", Figure::Count(self.required)),
            ("predicted", Figure::Count(self.predicted)),
            ("found", Figure::Count(self.found)),
            ("right", Figure::Count(self.right)),
            ("detect_p", Figure::Share(detect.0)),
            ("detect_r", Figure::Share(detect.1)),
            ("detect_f1", Figure::Share(detect.2)),
            ("p", Figure::Share(right.0)),
            ("r", Figure::Share(right.1)),
            ("f1", Figure::Share(right.2)),
            ("mode_accuracy", Figure::Share(share(self.mode_right, self.right))),
            ("told_by_accuracy", Figure::Share(share(self.told_right, self.right))),
            ("speaker_accuracy", Figure::Share(share(self.speaker_right, self.with_speaker))),
        ]
    }
}

impl AddAssign for StatementScore {
    fn add_assign(&mut self, other: Self) {
        self.required += other.required;
        self.predicted += other.predicted;
        self.found += other.found;
        self.right += other.right;
        self.mode_right += other.mode_right;
        self.told_right += other.told_right;
        self.with_speaker += other.with_speaker;
        self.speaker_right += other.speaker_right;
    }
}

/// A prediction with what matching asks of it.
struct Candidate<'a> {
    prediction: &'a Prediction,
    folded: String,
    short_enough: bool,
    used: bool,
    dropped: bool,
}

/// The places of the candidates of each article, holder and issue.
type Cells<'a> = BTreeMap<(&'a str, &'a str, &'a str), Vec<usize>>;

/// The score, and a line for each coded statement missed and each prediction too many.
pub fn score_statements(gold: &[GoldStatement], predictions: &[Prediction]) -> (StatementScore, Vec<String>) {
    let mut candidates = candidates(predictions);
    let mut cells = Cells::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let p = candidate.prediction;
        cells.entry((&p.article, &p.holder, &p.issue)).or_default().push(at);
    }
    let counts = |coded: &&GoldStatement| coded.required && coded.stance != NEUTRAL;
    let (mut score, mut misses) = (StatementScore::default(), Vec::new());
    for coded in gold.iter().filter(counts) {
        let quote = fold(&coded.quote);
        let cell = cells.get(&(coded.article.as_str(), coded.holder.as_str(), coded.issue.as_str()));
        let fitting: Vec<usize> = cell
            .into_iter()
            .flatten()
            .copied()
            .filter(|&at| !candidates[at].used && candidates[at].short_enough && candidates[at].folded.contains(&quote))
            .collect();
        let same = fitting.iter().copied().find(|&at| candidates[at].prediction.stance == coded.stance);
        score.required += 1;
        if let Some(taken) = same.or(fitting.first().copied()) {
            score.found += 1;
            candidates[taken].used = true;
        }
        match same {
            Some(at) => count_right(&mut score, coded, candidates[at].prediction),
            None => misses.push(miss(coded, fitting.first().map(|&at| candidates[at].prediction))),
        }
    }
    drop_debated(gold.iter().filter(|coded| !counts(coded)), &cells, &mut candidates);
    score.predicted = candidates.iter().filter(|candidate| !candidate.dropped).count();
    misses.extend(candidates.iter().filter(|candidate| !candidate.used).map(|candidate| extra(candidate.prediction)));
    (score, misses)
}

/// Leaves out the predictions that match what coders debated or what takes no side.
fn drop_debated<'a>(gold: impl Iterator<Item = &'a GoldStatement>, cells: &Cells, candidates: &mut [Candidate]) {
    for coded in gold {
        let quote = fold(&coded.quote);
        let cell = cells.get(&(coded.article.as_str(), coded.holder.as_str(), coded.issue.as_str()));
        for &at in cell.into_iter().flatten() {
            let candidate = &mut candidates[at];
            if !candidate.used && candidate.folded.contains(&quote) {
                (candidate.used, candidate.dropped) = (true, true);
            }
        }
    }
}

/// The predictions with a side, each once.
fn candidates(predictions: &[Prediction]) -> Vec<Candidate<'_>> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for prediction in predictions.iter().filter(|prediction| prediction.stance != NEUTRAL) {
        let Prediction { article, sentence, holder, issue, stance, .. } = prediction;
        let folded = fold(sentence);
        if seen.insert((article, folded.clone(), holder, issue, stance)) {
            let short_enough = folded.split(' ').count() <= LONGEST_WORDS;
            found.push(Candidate { prediction, folded, short_enough, used: false, dropped: false });
        }
    }
    found
}

fn count_right(score: &mut StatementScore, coded: &GoldStatement, prediction: &Prediction) {
    score.right += 1;
    score.mode_right += usize::from(prediction.mode == coded.mode);
    score.told_right += usize::from(prediction.told_by == coded.told_by);
    if let Some(surname) = coded.speaker.split_whitespace().next_back() {
        score.with_speaker += 1;
        let said = prediction.speaker.to_lowercase();
        score.speaker_right += usize::from(said.contains(&surname.to_lowercase()));
    }
}

fn miss(coded: &GoldStatement, got: Option<&Prediction>) -> String {
    let got = got.map_or("nothing", |prediction| &prediction.stance);
    let GoldStatement { article, holder, issue, stance, quote, .. } = coded;
    format!("MISS {article} {holder} {issue} {stance} (got {got}): {quote}")
}

fn extra(prediction: &Prediction) -> String {
    let Prediction { article, holder, issue, stance, sentence, .. } = prediction;
    let start: String = fold(sentence).chars().take(140).collect();
    format!("EXTRA {article} {holder} {issue} {stance}: {start}")
}
