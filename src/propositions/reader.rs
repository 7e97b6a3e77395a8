//! Reads articles for propositions.

use std::sync::Arc;

use super::clauses::Walk;
use super::scene::Scene;
use super::{Actor, Proposition};
use crate::attribution::{Discourse, Sense};
use crate::corpus::{Article, Clutter};
use crate::entities::{Actor as Known, Actors, cast};
use crate::lexicon::{Lexicon, Predicates};
use crate::syntax::{Document, Model, SentenceParser};
use crate::text::InOrder;

/// The longest sentence that is read, in tokens; what is longer is a table that lost its lines.
const SENTENCE: usize = 400;

/// What reads articles, made once for many. Total: it never fails on a text.
#[derive(Debug)]
pub struct Reader {
    lexicon: &'static Lexicon,
    predicates: &'static Predicates,
    clutter: Clutter,
    parser: Option<SentenceParser>,
}

impl Default for Reader {
    fn default() -> Self {
        Self { lexicon: Lexicon::whole(), predicates: Predicates::builtin(), clutter: Clutter::builtin(), parser: None }
    }
}

impl Reader {
    /// Reads sentences with the help of a parser.
    #[must_use]
    pub fn with_model(self, model: Arc<Model>) -> Self {
        Self { parser: Some(SentenceParser::new(model)), ..self }
    }

    /// The propositions of an article, in text order; `actors` are people whom only its dossier knows.
    pub fn read(&self, article: &Article, actors: &[Known]) -> Vec<Proposition> {
        let document = Document::read(&article.text, &self.clutter, self.lexicon);
        let cast = cast(&document, self.lexicon, &Actors::new(actors, self.lexicon), article);
        let mut discourse = Discourse::default();
        let mut before: Vec<Actor> = Vec::new();
        let mut out = Vec::new();
        let read = document.sentences.iter().zip(&document.places);
        for (&sentence, place) in read.filter(|(sentence, _)| sentence.end - sentence.first <= SENTENCE) {
            let mut sense = Sense::read(&document, &cast, self.lexicon, sentence, place.heading);
            if let Some(parser) = &self.parser {
                sense.parse_with(parser);
            }
            let scene = Scene {
                sense: &sense,
                document: &document,
                lexicon: self.lexicon,
                predicates: self.predicates,
                discourse: &discourse,
                before: &before,
                first: sentence.first,
                end: sentence.end,
            };
            let events = Walk::of(&scene);
            let mut found = scene.propositions(&events);
            scene.noun_propositions(&events, &mut found);
            found.order_by_key(|proposition| proposition.point.first().map(|span| span.start));
            let speaks = events.iter().find(|event| event.inside.is_none() && !event.company.along.is_empty());
            if let Some(event) = speaks {
                before.clone_from(&event.company.along);
            }
            out.append(&mut found);
            discourse.note(&sense);
        }
        out
    }
}
