//! A dossier as the engine read it: the one thing every page is made from.

use super::filter::{Sieve, fold_for_search, outlet_slug};
use super::{Cell, Filter, Filters};
use crate::compare::{Copies, Dossier, Position, Voices, positions};
use crate::corpus::{Article, copies};
use crate::stance::{Analysis, Codebook, Issue, Statement};
use crate::text::{ByHash, InOrder, fnv1a_64, slug};

/// A dossier with what was found in each of its articles, made ready for quick filtering.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    dossier: Dossier,
    analyses: Vec<Analysis>,
    lines: Vec<Line>,
    by_article: ByHash,
    by_statement: ByHash,
    whole: Vec<Position>,
    copies: Copies,
}

/// Where a statement lies, and what filters ask of it.
#[derive(Clone, Debug)]
struct Line {
    article: usize,
    statement: usize,
    outlet: String,
    speaker: String,
    folded: String,
}

/// A statement with its article and what filters ask of it.
#[derive(Clone, Copy, Debug)]
pub struct Tagged<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Where it stands.
    pub article: &'a Article,
    /// The outlet's slug; [`OUTLET_NOT_STATED`](super::OUTLET_NOT_STATED) where there is none.
    pub outlet: &'a str,
    /// The speaker's slug; empty where only a country or bloc is named.
    pub speaker: &'a str,
    /// The sentence, folded for search.
    pub folded: &'a str,
}

impl Tagged<'_> {
    /// The sentence as given.
    pub fn sentence(&self) -> &str {
        self.statement.evidence.sentence.of(&self.article.text)
    }

    /// Whether it belongs to this crossing of the grid.
    pub fn is_in(&self, cell: &Cell) -> bool {
        self.statement.holder == cell.holder && self.statement.issue == cell.issue
    }

    /// The crossing of the grid it belongs to.
    pub fn cell(&self) -> Cell {
        Cell { holder: self.statement.holder, issue: self.statement.issue.clone() }
    }
}

impl Reading {
    /// Joins articles and analyses by id. Articles are put in order of date, undated last; one without an analysis
    /// shows its text and nothing found; an analysis without an article is left out.
    pub fn new(mut dossier: Dossier, analyses: Vec<Analysis>) -> Self {
        dossier.articles.order_by_key(|article| (article.date.is_none(), article.date));
        let analyses: Vec<Analysis> = in_order_of(&dossier.articles, analyses);
        let lines: Vec<Line> = dossier
            .articles
            .iter()
            .zip(&analyses)
            .enumerate()
            .flat_map(|(index, (article, analysis))| lines(index, article, analysis))
            .collect();
        let copies = copies_of(&dossier.articles, &analyses);
        let mut reading = Self { dossier, analyses, lines, copies, ..Self::default() };
        reading.index();
        reading
    }

    fn index(&mut self) {
        for (index, article) in self.dossier.articles.iter().enumerate() {
            self.by_article.place_or(fnv1a_64(&article.id), index);
        }
        for (index, line) in self.lines.iter().enumerate() {
            let id = &self.analyses[line.article].statements[line.statement].id;
            self.by_statement.place_or(fnv1a_64(id), index);
        }
        let statements = self.analyses.iter().flat_map(|analysis| &analysis.statements);
        self.whole = positions(statements, &self.dossier.codebook, Voices::Official, &self.copies);
    }

    /// The dossier, its articles by date.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Its questions.
    pub fn codebook(&self) -> &Codebook {
        &self.dossier.codebook
    }

    /// The id of the parser's model that helped; `None` for rules alone.
    pub fn model(&self) -> Option<&str> {
        self.analyses.iter().find_map(|analysis| analysis.model.as_deref())
    }

    /// An issue by id.
    pub fn issue(&self, id: &str) -> Option<&Issue> {
        self.dossier.codebook.issues.iter().find(|issue| issue.id == id)
    }

    /// Each article with what was found in it, by date, undated last.
    pub fn articles(&self) -> impl Iterator<Item = (&Article, &Analysis)> {
        self.dossier.articles.iter().zip(&self.analyses)
    }

    /// Which articles are copies of one story.
    pub fn copies(&self) -> &Copies {
        &self.copies
    }

    /// The reports, each with its copies: one article or several that print the same story. By date of the first.
    pub fn reports(&self) -> Vec<Vec<&Article>> {
        let mut reports: Vec<Vec<&Article>> = Vec::new();
        for article in &self.dossier.articles {
            let first = self.copies.report_of(&article.id);
            match reports.iter_mut().find(|report| report[0].id == first) {
                Some(report) => report.push(article),
                None => reports.push(vec![article]),
            }
        }
        reports
    }

    /// How many reports there are, copies of one story counted once.
    pub fn report_count(&self) -> usize {
        self.dossier.articles.iter().filter(|article| !self.copies.is_copy(&article.id)).count()
    }

    /// One article with what was found in it, by id.
    pub fn article(&self, id: &str) -> Option<(&Article, &Analysis)> {
        let index = self.by_article.place(fnv1a_64(id))?;
        let article = Some(&self.dossier.articles[index]).filter(|article| article.id == id)?;
        Some((article, &self.analyses[index]))
    }

    /// Every statement, by date of article and in the order of its text.
    pub fn statements(&self) -> impl Iterator<Item = Tagged<'_>> {
        self.lines.iter().map(|line| self.tagged(line))
    }

    /// What analysts and journalists judge, article by article: nobody's statements.
    pub fn judgements(&self) -> impl Iterator<Item = Tagged<'_>> {
        self.articles().flat_map(|(article, analysis)| {
            let tagged = move |statement| Tagged { statement, article, outlet: "", speaker: "", folded: "" };
            analysis.judgements.iter().map(tagged)
        })
    }

    /// One statement by id.
    pub fn statement(&self, id: &str) -> Option<Tagged<'_>> {
        let index = self.by_statement.place(fnv1a_64(id))?;
        Some(self.tagged(&self.lines[index])).filter(|tagged| tagged.statement.id == id)
    }

    /// The statement of this id and `true`; or, where its sentence is gone, the nearest one and `false`: of the same
    /// article, holder and issue, else of the same article and holder. `None` where there is no such statement either.
    pub fn nearest(&self, id: &str) -> Option<(Tagged<'_>, bool)> {
        if let Some(found) = self.statement(id) {
            return Some((found, true));
        }
        let cell = id.rsplit_once('.').map(|(cell, _)| cell)?;
        let holder = cell.rsplit_once('.').map(|(holder, _)| holder)?;
        let below = |prefix: &str| {
            let prefix = format!("{prefix}.");
            self.statements().find(|tagged| tagged.statement.id.starts_with(&prefix))
        };
        below(cell).or_else(|| below(holder)).map(|tagged| (tagged, false))
    }

    /// The statements that pass these filters.
    pub fn kept<'a>(&'a self, filters: &'a Filters) -> impl Iterator<Item = Tagged<'a>> {
        let sieve = Sieve::new(filters);
        self.statements().filter(move |tagged| sieve.held(tagged).is_empty())
    }

    /// The positions of the whole dossier, with no filter set.
    pub fn whole(&self) -> &[Position] {
        &self.whole
    }

    /// The positions under these filters.
    ///
    /// The stance filter chooses among cells and never makes one: positions are drawn from every statement that passes
    /// the *other* filters, and those stay that hold a statement of a chosen stance. Counting only the statements of one
    /// stance would make every split cell unanimous. Where only unofficial statements are let through, these make the
    /// positions.
    pub fn positions(&self, filters: &Filters, voices: Voices) -> Vec<Position> {
        let voices = if filters.official == Some(false) { Voices::All } else { voices };
        let sieve = Sieve::new(filters);
        let counted = self.statements().filter(|tagged| sieve.held(tagged).at_most_by(Filter::Stance));
        let mut found = positions(counted.map(|tagged| tagged.statement), self.codebook(), voices, &self.copies);
        if filters.is_set(Filter::Stance) {
            found.retain(|position| filters.stances.iter().any(|&stance| position.tally.of(stance) > 0));
        }
        found
    }

    fn tagged<'a>(&'a self, line: &'a Line) -> Tagged<'a> {
        Tagged {
            statement: &self.analyses[line.article].statements[line.statement],
            article: &self.dossier.articles[line.article],
            outlet: &line.outlet,
            speaker: &line.speaker,
            folded: &line.folded,
        }
    }
}

/// Which articles are copies of one story, by the words of what was read in them.
fn copies_of(articles: &[Article], analyses: &[Analysis]) -> Copies {
    let mut texts: Vec<Vec<&str>> = Vec::new();
    for (article, analysis) in articles.iter().zip(analyses) {
        texts.push(analysis.sentences.iter().map(|sentence| sentence.of(&article.text)).collect());
    }
    let mut pairs = Vec::new();
    for (place, first) in copies(&texts).into_iter().enumerate() {
        if first != place {
            pairs.push((articles[place].id.clone(), articles[first].id.clone()));
        }
    }
    Copies::new(pairs)
}

/// The analysis of each article, an empty one where there is none.
fn in_order_of(articles: &[Article], analyses: Vec<Analysis>) -> Vec<Analysis> {
    let mut places = ByHash::default();
    for (place, analysis) in (0..).zip(&analyses) {
        *places.entry(fnv1a_64(&analysis.article), place) = place;
    }
    let mut analyses: Vec<Option<Analysis>> = analyses.into_iter().map(Some).collect();
    let mut take = |article: &Article| {
        let found = places.place(fnv1a_64(&article.id)).and_then(|place| analyses[place].take());
        found.unwrap_or_else(|| Analysis { article: article.id.clone(), ..Analysis::default() })
    };
    articles.iter().map(&mut take).collect()
}

fn lines(index: usize, article: &Article, analysis: &Analysis) -> Vec<Line> {
    let outlet = outlet_slug(article);
    let line = |(place, statement): (usize, &Statement)| Line {
        article: index,
        statement: place,
        outlet: outlet.clone(),
        speaker: slug(&statement.speaker),
        folded: fold_for_search(statement.evidence.sentence.of(&article.text)),
    };
    analysis.statements.iter().enumerate().map(line).collect()
}
