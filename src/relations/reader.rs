//! Articles to dyads.

use std::ops::Range;
use std::sync::Arc;

use super::candidates::holder_of;
use super::cue::judge;
use super::dyad::{Dyad, Party};
use super::features::{Pair, signs};
use super::pairs::pairs;
use super::weights::Weights;
use super::words::Words;
use crate::corpus::{Article, Clutter};
use crate::entities::{Actor, Actors, Cast, cast};
use crate::lexicon::Lexicon;
use crate::syntax::{Document, Model, SentenceParser};
use crate::text::{Sentence, Span};

/// Finds in articles who acts at whom. It goes by the parse of sentences, so it needs the parser's model.
#[derive(Debug)]
pub struct Reader<'a> {
    lexicon: &'static Lexicon,
    clutter: Clutter,
    actors: &'a [Actor],
    parser: SentenceParser,
}

impl<'a> Reader<'a> {
    /// Prepares a reader; `actors` are people and bodies that a dossier adds to the lexicon.
    pub fn new(actors: &'a [Actor], model: Arc<Model>) -> Self {
        Self { lexicon: Lexicon::whole(), clutter: Clutter::builtin(), actors, parser: SentenceParser::new(model) }
    }

    /// All that act at each other in an article, in the order of the text.
    pub fn read(&self, article: &Article) -> Vec<Dyad> {
        let (document, cast) = self.open(article);
        let mut found = Vec::new();
        for &sentence in &document.sentences {
            let words = Words::read(&document, sentence, &self.parser);
            for (source, target) in pairs(&words, &cast, sentence) {
                let pair = Pair { source: Some(source.range.clone()), target: Some(target.range.clone()) };
                let judgement = judge(&words, &signs(&words, &pair), Weights::builtin(), false);
                let party = |range: &Range<usize>, holder| Party { span: cover(&words, range), holder };
                found.push(Dyad {
                    sentence: sentence.span,
                    source: Some(party(&source.range, source.holder)),
                    target: Some(party(&target.range, target.holder)),
                    polarity: judgement.polarity,
                    cue: judgement.cue,
                });
            }
        }
        found
    }

    /// Which way one given actor acts at another, each by the words that name it. Where one is missing or stands in
    /// another sentence, the words around the other decide; `None` where neither stands in the text.
    pub fn between(&self, article: &Article, source: Option<Span>, target: Option<Span>) -> Option<Dyad> {
        let (document, cast) = self.open(article);
        let (words, sentence, pair) = self.place(&document, source, target)?;
        let judgement = judge(&words, &signs(&words, &pair), Weights::builtin(), true);
        let party = |range: &Option<Range<usize>>, span: Option<Span>| {
            let range = range.as_ref()?;
            let head = words.top(range).unwrap_or(range.start) + sentence.first;
            let tokens = range.start + sentence.first..range.end + sentence.first;
            Some(Party { span: span?, holder: holder_of(&cast, head, tokens) })
        };
        Some(Dyad {
            sentence: sentence.span,
            source: party(&pair.source, source),
            target: party(&pair.target, target),
            polarity: judgement.polarity,
            cue: judgement.cue,
        })
    }

    /// The keys of the signs of a given pair, for training.
    #[cfg(feature = "train")]
    pub(super) fn keys(&self, article: &Article, source: Option<Span>, target: Option<Span>) -> Vec<u32> {
        let document = Document::read(&article.text, &self.clutter, self.lexicon);
        let Some((words, _, pair)) = self.place(&document, source, target) else { return Vec::new() };
        signs(&words, &pair).iter().map(|sign| sign.key).collect()
    }

    fn open<'text>(&self, article: &'text Article) -> (Document<'text>, Cast) {
        let document = Document::read(&article.text, &self.clutter, self.lexicon);
        let cast = cast(&document, self.lexicon, &Actors::new(self.actors, self.lexicon), article);
        (document, cast)
    }

    /// The sentence that holds most of a pair, and the pair in it. What was left out as clutter counts here: whoever
    /// gives a pair has read it.
    fn place(
        &self,
        document: &Document,
        source: Option<Span>,
        target: Option<Span>,
    ) -> Option<(Words, Sentence, Pair)> {
        let all = || document.sentences.iter().chain(&document.cut_sentences).copied();
        let holds = |sentence: &Sentence, span: Option<Span>| span.is_some_and(|span| sentence.span.overlaps(span));
        let both = all().find(|sentence| holds(sentence, source) && holds(sentence, target));
        let either = || all().find(|sentence| holds(sentence, source)).or_else(|| all().find(|s| holds(s, target)));
        let sentence = both.or_else(either)?;
        let words = Words::read(document, sentence, &self.parser);
        let at = |span: Option<Span>| span.and_then(|span| words.at(span));
        let pair = Pair { source: at(source), target: at(target) };
        Some((words, sentence, pair))
    }
}

fn cover(words: &Words, range: &Range<usize>) -> Span {
    words.span(range.start).cover(words.span(range.end - 1))
}
