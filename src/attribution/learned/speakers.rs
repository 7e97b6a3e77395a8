//! From the words of a source to the person, body or state they name.

use super::model::AttributionModel;
use super::reader::Attribution;
use crate::attribution::{Discourse, Quotation, QuotationKind, Sense, Source, Voice};
use crate::corpus::{Article, Clutter};
use crate::entities::{Actor, Actors, Cast, cast};
use crate::lexicon::Lexicon;
use crate::syntax::{Document, SentenceParser};
use crate::text::{Span, TokenKind};

/// Finds the attributions of articles by learned weights, and who speaks in each.
#[derive(Debug)]
pub struct AttributionReader<'a> {
    model: AttributionModel,
    parser: SentenceParser,
    /// The dossier's own people.
    actors: &'a [Actor],
    lexicon: &'static Lexicon,
    clutter: Clutter,
}

impl<'a> AttributionReader<'a> {
    /// Puts weights and a parser to work.
    pub fn new(model: AttributionModel, parser: SentenceParser, actors: &'a [Actor]) -> Self {
        Self { model, parser, actors, lexicon: Lexicon::whole(), clutter: Clutter::builtin() }
    }

    /// Who says what in an article, in the order of the cues' heads. Total: never fails on a text.
    pub fn read(&self, article: &Article) -> Vec<Quotation> {
        let document = Document::read(&article.text, &self.clutter, self.lexicon);
        let cast = cast(&document, self.lexicon, &Actors::new(self.actors, self.lexicon), article);
        let mut found = self.model.attributions(&document, &self.parser).into_iter().peekable();
        let (mut discourse, mut quotations) = (Discourse::default(), Vec::new());
        for (index, &sentence) in document.sentences.iter().enumerate() {
            let heading = document.places[index].heading;
            let mut sense = Sense::read(&document, &cast, self.lexicon, sentence, heading);
            sense.parse_with(&self.parser);
            let voices = sense.voices(&discourse);
            let mut speaker = None;
            while let Some((_, attribution)) = found.next_if(|(cue, _)| *cue < sentence.end) {
                let source = source_of(&attribution, &sense, &voices, &discourse);
                quotations.push(quotation(&attribution, &document, source.as_ref()));
                speaker = speaker.or(source);
            }
            discourse.note(&sense);
            let by_rule = || voices.iter().find(|voice| !voice.carried).map(|voice| voice.source.clone());
            discourse.speaker = speaker.or_else(by_rule).or(discourse.speaker);
        }
        quotations
    }
}

/// Whom the words of a source name: what the rules make of the same words, else of the head of these, else the first
/// name in them.
fn source_of(found: &Attribution, sense: &Sense, voices: &[Voice], discourse: &Discourse) -> Option<Source> {
    let &(first, end) = found.source.first()?;
    let meets = |voice: &&Voice| voice.source.first < end && first < voice.source.end;
    let by_rule = voices.iter().find(meets).map(|voice| voice.source.clone());
    let head = || sense.sources_at(sense.top(first, end), discourse, None).into_iter().next();
    by_rule.or_else(head).or_else(|| named_in(sense.cast, first, end))
}

fn named_in(cast: &Cast, first: usize, end: usize) -> Option<Source> {
    cast.within(first, end).map(|(_, placed)| placed).find(|placed| placed.acts()).map(Source::of)
}

fn quotation(found: &Attribution, document: &Document, source: Option<&Source>) -> Quotation {
    let span = |&(first, end): &(usize, usize)| document.tokens[first].span.cover(document.tokens[end - 1].span);
    let spans = |parts: &[(usize, usize)]| parts.iter().map(span).collect::<Vec<Span>>();
    let content: Vec<(usize, usize)> = found.content.iter().map(|part| with_marks(document, *part)).collect();
    Quotation {
        source: spans(&found.source),
        cue: spans(&found.cue),
        kind: QuotationKind::of(document, &content),
        content: spans(&content),
        speaker: source.map(|source| source.speaker.clone()).unwrap_or_default(),
        holder: source.and_then(|source| source.holder),
    }
}

/// A stretch with the quotation marks around it.
fn with_marks(document: &Document, (mut first, mut end): (usize, usize)) -> (usize, usize) {
    if document.quote_at(first).is_some_and(|quote| quote.first == first) {
        first = first.saturating_sub(1);
    }
    if let Some(quote) = document.quote_at(end - 1) {
        let mark = |at: &usize| document.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Mark);
        let closes = (end..quote.end).take_while(mark).last().map_or(end, |at| at + 1);
        if closes == quote.end {
            end = if quote.closed { closes + 1 } else { closes };
        }
    }
    (first, end)
}
