//! One entity: every place in the dossier that names it.

use super::legend::layer_of;
use super::segments::{MarkKind, Segment, segments};
use super::source::{Source, source};
use super::{Layer, Reading, words};
use crate::corpus::Article;
use crate::entities::{EntityKind, Mention};
use crate::stance::Analysis;
use crate::text::{Code, InOrder, Span, slug};

/// An entity and where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityPage {
    /// The slug of its name.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The countries or blocs it belongs to, one for each at the articles' dates, in the order of these.
    pub countries: Vec<Code>,
    /// "president, Russia", one for each office it holds at the articles' dates.
    pub offices: Vec<String>,
    /// "12 mentions in 5 articles".
    pub summary: String,
    /// Where it is named, newest article first, in the order of its text.
    pub articles: Vec<Named>,
    /// The slug under which the speaker filter knows it, where it speaks.
    pub speaker: Option<String>,
}

/// The mentions in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The article.
    pub source: Source,
    /// One line for each sentence with a mention, all mentions in it marked.
    pub sentences: Vec<Sentence>,
}

/// A sentence that names the entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// The words.
    pub segments: Vec<Segment>,
    /// The first statement in it, by id, for opening the article there.
    pub statement: Option<String>,
}

/// The page of an entity, by the slug of its name; `None` where no article names it.
pub fn entity_page(reading: &Reading, wanted: &str) -> Option<EntityPage> {
    let is_it = |mention: &&Mention| slug(&mention.name) == wanted;
    let mentions: Vec<&Mention> =
        reading.articles().flat_map(|(_, found)| found.mentions.iter().filter(is_it)).collect();
    let first = mentions.first()?;
    let mut articles: Vec<Named> = reading
        .articles()
        .map(|(article, analysis)| Named { source: source(article), sentences: sentences(article, analysis, wanted) })
        .filter(|named| !named.sentences.is_empty())
        .collect();
    articles.reverse();
    Some(EntityPage {
        slug: wanted.to_owned(),
        name: first.name.clone(),
        kind: first.kind,
        countries: distinct(mentions.iter().filter_map(|mention| mention.country)),
        offices: distinct(mentions.iter().filter_map(|mention| office(mention))),
        summary: format!("{} in {}", words::count(mentions.len(), "mention"), words::count(articles.len(), "article")),
        articles,
        speaker: reading.statements().any(|tagged| tagged.speaker == wanted).then(|| wanted.to_owned()),
    })
}

fn office(mention: &Mention) -> Option<String> {
    let office = mention.office.as_ref()?;
    Some(
        mention.country.map_or_else(|| office.clone(), |country| format!("{office}, {}", words::display_name(country))),
    )
}

fn sentences(article: &Article, analysis: &Analysis, wanted: &str) -> Vec<Sentence> {
    let mentions: Vec<&Mention> = analysis.mentions.iter().filter(|mention| slug(&mention.name) == wanted).collect();
    let mut spans: Vec<Span> = mentions.iter().map(|mention| around(mention.span, article, analysis)).collect();
    spans.order();
    spans.dedup();
    let sentence = |span: Span| {
        let inside = mentions.iter().filter(|mention| span.contains(mention.span));
        let marks: Vec<(Span, MarkKind)> = inside.map(|mention| (mention.span, mark(mention, wanted))).collect();
        let statement = analysis.statements.iter().find(|statement| statement.evidence.sentence.overlaps(span));
        Sentence { span, segments: segments(&article.text, span, &marks), statement: statement.map(|s| s.id.clone()) }
    };
    spans.into_iter().map(sentence).collect()
}

/// The sentence of a mention; the line it stands on where it is in none, as in what was cut.
fn around(mention: Span, article: &Article, analysis: &Analysis) -> Span {
    let text = &article.text;
    let sentence = analysis.sentences.iter().find(|sentence| sentence.contains(mention));
    sentence.copied().unwrap_or_else(|| {
        let start = text.get(..mention.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = text.get(mention.end as usize..).and_then(|after| after.find('\n'));
        Span::new(start, end.map_or(text.len(), |at| mention.end as usize + at))
    })
}

fn mark(mention: &Mention, slug: &str) -> MarkKind {
    let layer = layer_of(mention.kind).unwrap_or(Layer::Bodies);
    MarkKind::Entity { layer, name: mention.name.clone(), slug: slug.to_owned() }
}

fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
