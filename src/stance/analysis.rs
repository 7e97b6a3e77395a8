//! The whole analysis of one article, stage by stage.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use super::hits::{self, Hit};
use super::in_play::InPlay;
use super::rules::{Draft, Scene, Standing};
use super::terms::{IssueTerms, TermCache};
use super::weigh::{self, Case, History, Relevance, Scenery, Spoken, Topic, Weights};
use super::{Codebook, Evidence, Statement, Untagged, WhyNot};
use crate::attribution::{Discourse, Quotation, Sense, Source, Voice};
use crate::corpus::{Article, Clutter, Cut};
use crate::entities::{Actors, Cast, Mention, cast};
use crate::lexicon::Lexicon;
use crate::syntax::{Document, Model, SentenceParser};
use crate::text::{InOrder, Problem, Sentence, Span};

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
    Analyser::new(Lexicon::whole(), codebook).analyse(article)
}

/// A codebook made ready once for many articles.
#[derive(Debug)]
pub struct Analyser<'a> {
    codebook: Cow<'a, Codebook>,
    lexicon: &'static Lexicon,
    clutter: Clutter,
    actors: Actors,
    issues: IssueTerms,
    /// Words met in the articles so far.
    cache: RefCell<TermCache>,
    /// The parser, where there is a model for it.
    parser: Option<SentenceParser>,
    /// What decides, with a parser's help, what makes a statement.
    weights: Weights,
}

impl<'a> Analyser<'a> {
    /// Prepares a codebook for reading with this language data.
    pub fn new(lexicon: &'static Lexicon, codebook: &'a Codebook) -> Self {
        Self::prepare(lexicon, Cow::Borrowed(codebook))
    }

    /// The same, and keeps the codebook.
    pub fn owning(lexicon: &'static Lexicon, codebook: Codebook) -> Analyser<'static> {
        Analyser::prepare(lexicon, Cow::Owned(codebook))
    }

    fn prepare(lexicon: &'static Lexicon, codebook: Cow<'a, Codebook>) -> Self {
        let issues = IssueTerms::new(&codebook, lexicon);
        let actors = Actors::new(&codebook.actors, lexicon);
        Self {
            codebook,
            lexicon,
            clutter: Clutter::builtin(),
            actors,
            issues,
            cache: RefCell::default(),
            parser: None,
            weights: Weights::default(),
        }
    }

    /// Reads sentences with the help of a parser. Never part of its caller: a first visit does without it.
    #[must_use]
    #[inline(never)]
    pub fn with_model(self, model: Arc<Model>) -> Self {
        Self { parser: Some(SentenceParser::new(model)), weights: Weights::builtin(), ..self }
    }

    /// Weighs with other weights than those that come with the program.
    #[must_use]
    pub fn with_weights(self, weights: Weights) -> Self {
        Self { weights, ..self }
    }

    /// How many sentences its parser was asked for so far.
    pub fn parsed(&self) -> u32 {
        self.parser.as_ref().map_or(0, SentenceParser::parsed)
    }

    /// Analyses one article.
    pub fn analyse(&self, article: &Article) -> Analysis {
        self.read(article, None)
    }

    /// Every pair of a holder and an issue in an article's sentences, as weights are learned from them.
    #[cfg(feature = "train")]
    pub fn cases(&self, article: &Article) -> Vec<Case> {
        let mut cases = Vec::new();
        self.read(article, Some(&mut cases));
        cases
    }

    fn read(&self, article: &Article, cases: Option<&mut Vec<Case>>) -> Analysis {
        let document = Document::read(&article.text, &self.clutter, self.lexicon);
        let cast = cast(&document, self.lexicon, &self.actors, article);
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
            history: History::default(),
            previous: Vec::new(),
            topic: Topic::default(),
            cases,
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

/// How far the reading of a sentence came, with which issue, and the first and one past the last token of its words.
type Reached = (WhyNot, usize, (usize, usize));

/// What the rules read in a sentence.
struct Read {
    voices: Vec<Voice>,
    /// Statements.
    ruled: Vec<Draft>,
    /// Judgements of observers.
    judged: Vec<Draft>,
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
    history: History,
    /// What of each issue's words the sentence before held.
    previous: Vec<Relevance>,
    /// What the article has been about.
    topic: Topic,
    /// Where the pairs of holders and issues go, where somebody learns from them.
    cases: Option<&'a mut Vec<Case>>,
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
            self.note_words(Vec::new(), heading);
            self.leave(sentence.span, None);
            return;
        }
        let mut sense = Sense::read(document, self.cast, lexicon, sentence, heading);
        let hits = hits::find(&sense, &terms, &self.analyser.issues, &self.in_play);
        // Grammar is for what may become a statement: somebody is named, and words of an issue or what may point back
        // to one. Of all other sentences word order tells enough.
        let open = !hits.is_empty() || told && (self.in_play.is_live() || self.analyser.issues.are_several(&terms));
        let parser = self.analyser.parser.as_ref().filter(|_| open);
        if let Some(source) = self.cue_in_later_sentence(index, &sense) {
            self.discourse.speaker = Some(source);
        }
        let spoken = parser.map(|_| Spoken::of(&sense, &terms, &self.analyser.issues));
        let mut read = self.by_rules(&sense, &hits);
        // What is far from a statement by the order of words is far from one by grammar too.
        let near = spoken.as_ref().is_some_and(|spoken| self.is_near(&sense, &read, &hits, spoken));
        if let Some(parser) = parser.filter(|_| near) {
            sense.parse_with(parser);
            read = self.by_rules(&sense, &hits);
        }
        let Read { voices, ruled, judged } = read;
        self.quotations.extend(voices.iter().map(|voice| voice.quotation(&sense)));
        for draft in ruled.iter().filter(|draft| draft.stance == super::Stance::Supports) {
            self.in_play.note_wanted(draft.holder, draft.issue);
        }
        let doubted = ruled.first().map(|draft| (WhyNot::Doubtful, draft.issue, draft.hit));
        let drafts = match &spoken {
            Some(spoken) => self.weighed(&sense, &voices, &hits, spoken, &ruled, near),
            None => ruled,
        };
        if drafts.is_empty() {
            let reached = doubted.or_else(|| self.farthest(&sense, &voices, &hits));
            self.leave(sentence.span, reached);
        }
        self.state(&sense, drafts);
        for draft in judged {
            let judgement = self.write(&sense, draft);
            self.judgements.push(judgement);
        }
        let whole = match spoken {
            Some(spoken) => spoken.whole,
            None if self.analyser.parser.is_some() => weigh::whole(&terms, &self.analyser.issues),
            None => Vec::new(),
        };
        self.note_words(whole, heading);
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

    /// Takes note of what a sentence had of each issue's words.
    fn note_words(&mut self, whole: Vec<Relevance>, heading: bool) {
        self.topic.note(&whole, heading);
        self.previous = whole;
    }

    /// What the rules read in a sentence, by as much as is known of it.
    fn by_rules(&self, sense: &Sense, hits: &[Hit]) -> Read {
        let voices = sense.voices(&self.discourse);
        let (judged, ruled): (Vec<Draft>, Vec<Draft>) =
            self.drafts(sense, &voices, hits).into_iter().partition(|draft| draft.standing == Standing::Observer);
        Read { voices, ruled, judged }
    }

    /// What the rules read, the strongest for each holder and issue.
    fn drafts(&self, sense: &Sense, voices: &[Voice], hits: &[Hit]) -> Vec<Draft> {
        let scene = Scene { sense, voices, discourse: &self.discourse, kinds: &self.analyser.issues.kinds };
        let mut drafts: Vec<Draft> = hits.iter().flat_map(|hit| scene.read_all(hit)).collect();
        // A side says more than none.
        drafts.order_by_key(|draft| {
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
        kept
    }

    /// A sentence with all that weighing asks for.
    fn scenery<'s>(
        &'s self,
        sense: &'s Sense,
        voices: &'s [Voice],
        hits: &'s [Hit],
        spoken: &'s Spoken,
        drafts: &'s [Draft],
    ) -> Scenery<'s> {
        let issues = &self.analyser.issues;
        Scenery {
            sense,
            scene: Scene { sense, voices, discourse: &self.discourse, kinds: &issues.kinds },
            spoken,
            hits,
            issues,
            in_play: &self.in_play,
            previous: &self.previous,
            topic: &self.topic,
            drafts,
            history: &self.history,
        }
    }

    /// Whether a sentence comes near a statement before it is parsed. Never part of its caller, as what follows.
    #[inline(never)]
    fn is_near(&self, sense: &Sense, read: &Read, hits: &[Hit], spoken: &Spoken) -> bool {
        // Weights are learned from all that may be parsed.
        self.cases.is_some()
            || weigh::is_near(&self.scenery(sense, &read.voices, hits, spoken, &read.ruled), &self.analyser.weights)
    }

    /// The rules' drafts and what else there is, weighed. Never part of its caller: a first visit does without it.
    #[inline(never)]
    fn weighed(
        &mut self,
        sense: &Sense,
        voices: &[Voice],
        hits: &[Hit],
        spoken: &Spoken,
        ruled: &[Draft],
        near: bool,
    ) -> Vec<Draft> {
        let scenery = self.scenery(sense, voices, hits, spoken, ruled);
        let mut cases = Vec::new();
        let weighed = match near {
            _ if self.cases.is_some() => {
                cases = weigh::cases(&scenery);
                Vec::new()
            }
            true => weigh::weigh(&scenery, &self.analyser.weights),
            false => weigh::sideless(ruled),
        };
        if let Some(all) = &mut self.cases {
            all.append(&mut cases);
        }
        for draft in ruled {
            self.history.note(draft);
        }
        weighed
    }

    fn state(&mut self, sense: &Sense, mut kept: Vec<Draft>) {
        kept.order_by_key(|draft| (draft.hit, draft.issue, draft.holder));
        for draft in kept {
            let statement = self.write(sense, draft);
            self.statements.push(statement);
        }
    }

    /// The issue with which the rules came farthest in a sentence, how far, and its words.
    fn farthest(&self, sense: &Sense, voices: &[Voice], hits: &[Hit]) -> Option<Reached> {
        let scene = Scene { sense, voices, discourse: &self.discourse, kinds: &self.analyser.issues.kinds };
        scene.farthest(hits).map(|(why, hit)| (why, hit.issue, (hit.first, hit.end)))
    }

    /// Notes a sentence without a statement.
    fn leave(&mut self, sentence: Span, reached: Option<Reached>) {
        let tokens = &self.document.tokens;
        self.untagged.push(Untagged {
            sentence,
            why: reached.map_or(WhyNot::NoIssue, |(why, ..)| why),
            issue: reached.map(|(_, issue, _)| self.analyser.codebook.issues[issue].id.clone()),
            words: reached.map(|(.., (first, end))| tokens[first].span.cover(tokens[end - 1].span)),
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
            confidence: draft.confidence.unwrap_or(confidence(draft.rule)),
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
