//! The whole analysis of one article, stage by stage.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use super::hits::{self, Hit};
use super::in_play::InPlay;
use super::rules::{Draft, Scene, Standing};
use super::terms::{IssueTerms, TermCache};
use super::{Codebook, Evidence, Statement, Untagged, WhyNot};
use crate::attribution::{Discourse, Quotation, Sense, Source, Voice};
use crate::corpus::{Article, Clutter, Cut};
use crate::entities::{Cast, Mention, cast};
use crate::lexicon::Lexicon;
use crate::syntax::{Document, Model, SentenceParser};
use crate::text::{Problem, Sentence, Span};

/// What the engine found in one article. Everything is in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// The article's id.
    pub article: String,
    /// The id of the parser's model that helped; `None` for rules alone.
    pub model: Option<String>,
    /// Site clutter, left out of the analysis.
    pub cuts: Vec<Cut>,
    /// The sentences of the running text.
    pub sentences: Vec<Span>,
    /// Who and what is named.
    pub mentions: Vec<Mention>,
    /// Who says what.
    pub quotations: Vec<Quotation>,
    /// Who stands where.
    pub statements: Vec<Statement>,
    /// What analysts and journalists judge, in the form of statements and nobody's: the holder is the country they speak of,
    /// or their own.
    pub judgements: Vec<Statement>,
    /// The sentences without a statement, each with the reason.
    pub untagged: Vec<Untagged>,
    /// What the engine could not do.
    pub problems: Vec<Problem>,
}

/// Analyses one article against a codebook. Total: never fails on a text.
pub fn analyse(article: &Article, codebook: &Codebook) -> Analysis {
    Analyser::new(codebook).analyse(article)
}

/// A codebook made ready once for many articles.
#[derive(Debug)]
pub struct Analyser<'a> {
    codebook: Cow<'a, Codebook>,
    lexicon: &'static Lexicon,
    clutter: Clutter,
    issues: IssueTerms,
    /// Words met in the articles so far.
    cache: RefCell<TermCache>,
    /// The parser, where there is a model for it.
    parser: Option<SentenceParser>,
}

impl<'a> Analyser<'a> {
    /// Prepares a codebook.
    pub fn new(codebook: &'a Codebook) -> Self {
        Self::prepare(Cow::Borrowed(codebook))
    }

    /// Prepares a codebook and keeps it.
    pub fn owning(codebook: Codebook) -> Analyser<'static> {
        Analyser::prepare(Cow::Owned(codebook))
    }

    fn prepare(codebook: Cow<'a, Codebook>) -> Self {
        let lexicon = Lexicon::builtin();
        let issues = IssueTerms::new(&codebook, lexicon);
        Self { codebook, lexicon, clutter: Clutter::builtin(), issues, cache: RefCell::default(), parser: None }
    }

    /// Reads sentences with the help of a parser.
    #[must_use]
    pub fn with_model(self, model: Arc<Model>) -> Self {
        Self { parser: Some(SentenceParser::new(model)), ..self }
    }

    /// How many sentences its parser was asked for so far.
    pub fn parsed(&self) -> u32 {
        self.parser.as_ref().map_or(0, SentenceParser::parsed)
    }

    /// Analyses one article.
    pub fn analyse(&self, article: &Article) -> Analysis {
        let document = Document::read(&article.text, &self.clutter, self.lexicon);
        let cast = cast(&document, self.lexicon, &self.codebook.actors, article);
        let mut reading = Reading {
            analyser: self,
            article,
            document: &document,
            cast: &cast,
            discourse: Discourse::default(),
            in_play: InPlay::default(),
            quotations: Vec::new(),
            statements: Vec::new(),
            judgements: Vec::new(),
            untagged: Vec::new(),
        };
        for (index, &sentence) in document.sentences.iter().enumerate() {
            reading.sentence(index, sentence);
        }
        let Reading { quotations, statements, judgements, untagged, .. } = reading;
        Analysis {
            article: article.id.clone(),
            model: self.parser.as_ref().map(|parser| parser.model_id().to_owned()),
            sentences: document.sentences.iter().map(|sentence| sentence.span).collect(),
            mentions: cast.placed.into_iter().map(|placed| placed.mention).collect(),
            quotations,
            statements,
            judgements,
            untagged,
            cuts: document.cuts,
            problems: Vec::new(),
        }
    }
}

/// The state that runs along a text.
struct Reading<'a> {
    analyser: &'a Analyser<'a>,
    article: &'a Article,
    document: &'a Document<'a>,
    cast: &'a Cast,
    discourse: Discourse,
    in_play: InPlay,
    quotations: Vec<Quotation>,
    statements: Vec<Statement>,
    judgements: Vec<Statement>,
    untagged: Vec<Untagged>,
}

impl Reading<'_> {
    fn sentence(&mut self, index: usize, sentence: Sentence) {
        let document = self.document;
        let heading = document.places[index].heading;
        let tokens = &document.tokens[sentence.first..sentence.end];
        let lexicon = self.analyser.lexicon;
        let terms = self.analyser.issues.read(
            document,
            tokens,
            sentence.first,
            heading,
            lexicon,
            &mut self.analyser.cache.borrow_mut(),
        );
        let told = document.speaks(sentence) || self.cast.within(sentence.first, sentence.end).next().is_some();
        // A sentence that names nobody, quotes nothing and speaks of no issue is not read further.
        if terms.is_empty() && !told && !self.in_play.is_live() {
            self.in_play.note(&[]);
            self.leave(sentence.span, None);
            return;
        }
        let mut sense = Sense::read(document, self.cast, lexicon, sentence, heading);
        let hits = hits::find(&sense, &terms, &self.analyser.issues, &self.in_play);
        // Grammar is for what may become a statement; of all other sentences word order tells enough.
        if let Some(parser) = self.analyser.parser.as_ref().filter(|_| !hits.is_empty()) {
            sense.parse_with(parser);
        }
        if let Some(source) = self.cue_in_later_sentence(index, &sense) {
            self.discourse.speaker = Some(source);
        }
        let voices = sense.voices(&self.discourse);
        self.quotations.extend(voices.iter().map(|voice| voice.quotation(&sense)));
        if hits.is_empty() {
            self.leave(sentence.span, None);
        } else {
            self.state(&sense, &voices, &hits);
        }
        self.in_play.note(&hits);
        self.discourse.note(&sense);
        if let Some(voice) = voices.iter().find(|voice| !voice.carried) {
            self.discourse.speaker = Some(voice.source.clone());
        }
    }

    /// "I want to be clear. Nothing has changed," he said: the cue of a quotation that began a sentence before.
    fn cue_in_later_sentence(&self, index: usize, sense: &Sense) -> Option<Source> {
        let sentence = sense.sentence;
        let mut open = self.document.quotes_from(sentence.first, sentence.end);
        let quote = open.find(|quote| quote.end > sentence.end)?;
        let later = self.document.sentences[index..].iter().position(|later| quote.end <= later.end)? + index;
        let heading = self.document.places[later].heading;
        let later =
            Sense::read(self.document, self.cast, self.analyser.lexicon, self.document.sentences[later], heading);
        let mut discourse = self.discourse.clone();
        discourse.speaker = None;
        let voice = later.voices(&discourse).into_iter().find(|voice| voice.holds(quote.end - 1))?;
        Some(voice.source)
    }

    fn state(&mut self, sense: &Sense, voices: &[Voice], hits: &[Hit]) {
        let scene = Scene { sense, voices, discourse: &self.discourse, kinds: &self.analyser.issues.kinds };
        let mut drafts: Vec<Draft> = hits.iter().flat_map(|hit| scene.read(hit)).collect();
        if drafts.iter().all(|draft| draft.standing == Standing::Observer) {
            let farthest = scene.farthest(hits);
            self.leave(sense.sentence.span, farthest);
        }
        // A side says more than none.
        drafts.sort_by_key(|draft| {
            (
                draft.standing == Standing::Observer,
                draft.stance == super::Stance::Neutral,
                std::cmp::Reverse(draft.weight),
                draft.hit,
            )
        });
        let mut kept: Vec<Draft> = Vec::new();
        for draft in drafts {
            if !kept.iter().any(|other| other.holder == draft.holder && other.issue == draft.issue) {
                kept.push(draft);
            }
        }
        for draft in
            kept.iter().filter(|draft| draft.stance == super::Stance::Supports && draft.standing != Standing::Observer)
        {
            self.in_play.note_wanted(draft.holder, draft.issue);
        }
        kept.sort_by_key(|draft| (draft.hit, draft.issue, draft.holder));
        for draft in kept {
            let judged = draft.standing == Standing::Observer;
            let statement = self.write(sense, draft);
            if judged {
                self.judgements.push(statement);
            } else {
                self.statements.push(statement);
            }
        }
    }

    /// Notes a sentence without a statement.
    fn leave(&mut self, sentence: Span, farthest: Option<(WhyNot, &Hit)>) {
        let tokens = &self.document.tokens;
        self.untagged.push(Untagged {
            sentence,
            why: farthest.map_or(WhyNot::NoIssue, |(why, _)| why),
            issue: farthest.map(|(_, hit)| self.analyser.codebook.issues[hit.issue].id.clone()),
            words: farthest.map(|(_, hit)| tokens[hit.first].span.cover(tokens[hit.end - 1].span)),
        });
    }

    fn write(&self, sense: &Sense, draft: Draft) -> Statement {
        let text = &self.article.text;
        let span =
            |(first, end): (usize, usize)| self.document.tokens[first].span.cover(self.document.tokens[end - 1].span);
        let issue = &self.analyser.codebook.issues[draft.issue];
        let sentence = sense.sentence.span;
        let quotation = self.document.quote_at(draft.hit.0).map(|quote| span((quote.first, quote.end)));
        Statement {
            id: Statement::id_of(&self.article.id, draft.holder, &issue.id, sentence.of(text)),
            article: self.article.id.clone(),
            speaker: draft.speaker,
            holder: draft.holder,
            told_by: draft.told_by,
            issue: issue.id.clone(),
            stance: draft.stance,
            lean: draft.lean,
            mode: draft.mode,
            deed: draft.deed,
            official: draft.standing == Standing::Official,
            past: draft.past,
            reported_on: self.article.date,
            said_on: None,
            confidence: confidence(draft.rule),
            rule: draft.rule,
            evidence: Evidence {
                sentence,
                speaker: draft.source.map(span),
                cue: draft.cue.map(span),
                turns: draft.turns.into_iter().map(span).collect(),
                issue: Some(span(draft.hit)),
                condition: draft.condition.map(span),
                quotation,
            },
        }
    }
}

/// How often tags of a rule were right on the coded disputes, in per cent, to the nearest ten.
fn confidence(rule: &str) -> u8 {
    match rule {
        "possessed" | "proposed" | "related" | "done-to" => 80,
        "governed" | "asserted" | "named" => 70,
        _ => 50,
    }
}
