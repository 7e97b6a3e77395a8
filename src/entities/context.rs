//! The country of officials whom a text introduces by office alone.
//!
//! "Peru will not sign. Foreign Minister Ana Vale said ...": a reader takes her for Peru's. Every place where a text names
//! her speaks for some states more than for others: the one whose "its" her office is, the one her words are about ("said
//! Peru would"), the one the sentence or those before it are about, that of the newspaper or of the place it writes from.
//! The state with most such words for it is hers. Misses: a quick change of scene.

use super::roles::Role;
use super::{EntityKind, Placed, Usage};
use crate::corpus::Article;
use crate::lexicon::{Book, Class, CueClass, Form, Lexicon, Name, WordList};
use crate::syntax::Document;
use crate::text::{ByHash, Code, InOrder, SortedMap, fnv1a_64, tokens_in};

/// What a word for a state counts, by where it stands.
mod weight {
    /// "its ambassador", of the state that "its" means.
    pub(super) const PRONOUN: i32 = 8;
    /// The subject of what she says: "said Peru would".
    pub(super) const SUBJECT: i32 = 4;
    /// Whom the sentence is about before it comes to her.
    pub(super) const BEFORE: i32 = 4;
    /// Whom the sentences before were about, the nearest that name a state: by how far back that is.
    pub(super) const EARLIER: [i32; 4] = [5, 4, 3, 2];
    /// Where she speaks: "said in Lima".
    pub(super) const PLACE: i32 = 2;
    /// The newspaper's, or that of the place it writes from.
    pub(super) const HOME: i32 = 2;
    /// Where the word for the office alone says whose it is.
    pub(super) const OFFICE: i32 = 3;
    /// Any other state named before her in the sentence.
    pub(super) const BESIDE: i32 = 1;
    /// The state named most.
    pub(super) const MOST: i32 = 1;
}

/// An office whose country its words leave open, and what they say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    /// First token of the name, or of the office where there is no name.
    pub(super) first: usize,
    /// "its" or "his" before the office.
    pub(super) pronoun: Option<usize>,
    /// Whose office news means by the word where nothing else tells.
    pub(super) home: Option<Code>,
    /// Whether the office is one of a state, never of a bloc.
    pub(super) of_state: bool,
}

impl Lead {
    pub(super) fn of(first: usize, role: &Role) -> Self {
        let office = role.office.unwrap_or_default();
        let of_state = office.contains("minister") || matches!(office, "ambassador" | "lawmaker" | "general");
        Self { first, pronoun: role.pronoun, home: role.home, of_state: of_state && role.home.is_none() }
    }
}

/// The state an article is written from: that of its dateline, or of its newspaper.
pub(super) fn home(document: &Document, lexicon: &Lexicon, placed: &[Placed], article: &Article) -> Option<Code> {
    let dateline = document.cuts.iter().find(|cut| cut.reason == "dateline").map(|cut| cut.span);
    let inside =
        |p: &&Placed| dateline.is_some_and(|line| line.start <= p.mention.span.start && p.mention.span.end <= line.end);
    let written = placed.iter().filter(inside).find_map(|p| p.mention.country.filter(Code::is_country));
    written.or(article.outlet_country).or_else(|| named_in(article.outlet.as_deref()?, lexicon))
}

/// The state that a newspaper's name holds: "The Lima Post".
fn named_in(outlet: &str, lexicon: &Lexicon) -> Option<Code> {
    let mut tokens = Vec::new();
    tokens_in(outlet, crate::text::Span { start: 0, end: u32::try_from(outlet.len()).ok()? }, &mut tokens);
    (0..tokens.len()).find_map(|at| match lexicon.names.exact.longest(&tokens[at..])?.0.first()? {
        Name::Country(code) | Name::Demonym(code) | Name::Capital(code) | Name::Place(code) => Some(*code),
        Name::Body(body) => Some(lexicon.bodies()[*body].holder).filter(Code::is_country),
        Name::Person(_) => None,
    })
}

/// Gives officials without a country that of their surroundings. `leads` are in text order.
pub(super) fn lend_countries(
    document: &Document,
    lexicon: &Lexicon,
    placed: &mut [Placed],
    leads: &[Lead],
    home: Option<Code>,
) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.order_by_key(|&index| placed[index].first);
    // The places of each name; a role without a name stands for itself.
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_name = ByHash::default();
    for &index in order.iter().filter(|&&index| wants_country(document, &placed[index])) {
        let name = &placed[index].mention.name;
        let group = if name.is_empty() { groups.len() } else { by_name.place_or(fnv1a_64(name), groups.len()) };
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(index);
    }
    let most = most_named(placed);
    for group in groups {
        let scene = Scene { document, lexicon, placed, order: &order, leads, home, most };
        let country = scene.country(&group);
        for index in group {
            placed[index].mention.country = country;
        }
    }
}

/// Whether a mention is of somebody who speaks for a state that the text has not told.
fn wants_country(document: &Document, here: &Placed) -> bool {
    let speaks = matches!(here.class, Class::Official | Class::Parliament | Class::Military | Class::Opposition);
    let counted = here.first > 0 && document.is_one_of(here.first - 1, &["both", "two", "three", "four", "all"]);
    let anybody = here.plural && (counted || here.mention.office.as_deref() == Some("leader"));
    let role = here.mention.kind == EntityKind::Person || here.mention.usage == Usage::Role;
    here.mention.country.is_none() && speaks && !anybody && role
}

/// Whether a token is a word of saying.
pub(super) fn says(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let token = document.tokens.get(at..=at).filter(|_| document.opens(at, Book::Cues));
    let found = token.and_then(|token| lexicon.cues.book.longest(token));
    found.is_some_and(|(entries, _)| {
        entries.iter().any(|cue| cue.class == CueClass::Say && matches!(cue.form, Form::Past | Form::Third))
    })
}

/// "In Lima, ...": a place that a sentence opens with.
fn opens(p: &Placed, first: usize) -> bool {
    p.mention.usage == Usage::Place && p.first <= first + 1
}

struct Scene<'a> {
    document: &'a Document<'a>,
    lexicon: &'a Lexicon,
    placed: &'a [Placed],
    /// Places of mentions in text order.
    order: &'a [usize],
    /// In text order.
    leads: &'a [Lead],
    home: Option<Code>,
    most: Option<Code>,
}

impl Scene<'_> {
    /// The state with most words for it, over all places of one person.
    fn country(&self, group: &[usize]) -> Option<Code> {
        let mut votes: SortedMap<Code, i32> = SortedMap::new();
        let mut of_state = false;
        for &index in group {
            let here = &self.placed[index];
            let lead = self.leads.binary_search_by(|lead| lead.first.cmp(&here.first)).ok().map(|at| &self.leads[at]);
            of_state |= lead.is_some_and(|lead| lead.of_state);
            self.vote(here, lead, &mut votes);
        }
        for (code, weight) in [(self.home, weight::HOME), (self.most, weight::MOST)] {
            if let Some(code) = code {
                *votes.entry(code, || 0) += weight;
            }
        }
        let able = votes.into_iter().filter(|(code, votes)| *votes > 0 && (code.is_country() || !of_state));
        able.max_by_key(|(code, votes)| (*votes, std::cmp::Reverse(*code))).map(|(code, _)| code)
    }

    fn vote(&self, here: &Placed, lead: Option<&Lead>, votes: &mut SortedMap<Code, i32>) {
        let document = self.document;
        // The place that introduces somebody tells most.
        let times = if lead.is_some() { 2 } else { 1 };
        let mut add = |code: Option<Code>, weight: i32| {
            if let Some(code) = code {
                *votes.entry(code, || 0) += times * weight;
            }
        };
        let at = document.sentences.partition_point(|sentence| sentence.end <= here.first);
        let Some(&sentence) = document.sentences.get(at) else { return };
        if let Some(pronoun) = lead.and_then(|lead| lead.pronoun) {
            add(self.owner(pronoun, at), weight::PRONOUN);
        }
        add(lead.and_then(|lead| lead.home), weight::OFFICE);
        let mut after = self.states(here.end, sentence.end);
        let told = self.told(here.end, sentence.end);
        add(
            after.clone().find(|p| p.first > told && self.is_subject(p)).and_then(|p| p.mention.country),
            weight::SUBJECT,
        );
        add(after.find(|p| p.mention.usage == Usage::Place).and_then(|p| p.mention.country), weight::PLACE);
        let before: Vec<&Placed> = self.states(sentence.first, here.first).filter(|p| !self.is_spoken_to(p)).collect();
        add(before.last().and_then(|p| p.mention.country), weight::BESIDE);
        let is_about = |p: &&Placed| opens(p, sentence.first) || p.acts() && (!self.is_quoted(p) || self.is_subject(p));
        if let Some(about) = before.into_iter().find(is_about) {
            return add(about.mention.country, weight::BEFORE);
        }
        let mut earlier = document.sentences[..at].iter().rev().zip(weight::EARLIER);
        if let Some((code, weight)) =
            earlier.find_map(|(sentence, weight)| Some((self.topic(sentence.first, sentence.end)?, weight)))
        {
            add(Some(code), weight);
        }
    }

    /// The word of saying in `first..end`; past every token where there is none.
    fn told(&self, first: usize, end: usize) -> usize {
        (first..end).find(|&at| says(self.document, self.lexicon, at)).unwrap_or(usize::MAX)
    }

    /// Mentions with a state that begin in `first..end`.
    fn states(&self, first: usize, end: usize) -> impl Iterator<Item = &Placed> + Clone {
        let from = self.order.partition_point(|&index| self.placed[index].first < first);
        let to = self.order.partition_point(|&index| self.placed[index].first < end);
        self.order[from..to.max(from)]
            .iter()
            .map(|&index| &self.placed[index])
            .filter(|p| p.mention.country.is_some())
            .filter(|p| !matches!(p.mention.kind, EntityKind::Place) || p.mention.usage == Usage::Place)
    }

    /// Whom a sentence is about: the place it opens with ("In Lima, ..."), the first who acts in it, else the first state
    /// it names.
    fn topic(&self, first: usize, end: usize) -> Option<Code> {
        let acts = |p: &&Placed| p.acts() && !self.is_quoted(p) && !self.is_spoken_to(p);
        let mut all = self.states(first, end);
        let leading = all.next()?;
        let topic = Some(leading).filter(|p| opens(p, first) || acts(p)).or_else(|| all.find(acts)).unwrap_or(leading);
        topic.mention.country
    }

    /// Whom "its" means: whom the sentence was about before, else the sentence before it; "his" the person last named.
    fn owner(&self, pronoun: usize, at: usize) -> Option<Code> {
        let sentence = self.document.sentences[at];
        let person = self.document.is_one_of(pronoun, &["his", "her"]);
        let fits = |p: &&Placed| p.acts() && (!person || p.mention.kind == EntityKind::Person) && !self.is_quoted(p);
        if let Some(p) = self.states(sentence.first, pronoun).find(fits) {
            return p.mention.country;
        }
        let mut earlier = self.document.sentences[..at].iter().rev().take(weight::EARLIER.len());
        earlier.find_map(|sentence| self.states(sentence.first, sentence.end).find(fits))?.mention.country
    }

    fn is_quoted(&self, p: &Placed) -> bool {
        self.document.quote_at(p.first).is_some()
    }

    /// "Peru would", "Peru has": a state that the words after it are about.
    fn is_subject(&self, p: &Placed) -> bool {
        p.acts()
            && (self.document.is_in(p.end, WordList::Finite) && !self.document.is_one_of(p.end, &["'s", "’s", "said"])
                || self.document.is_one_of(p.end, &["does", "did", "do", "wants", "needs", "cannot", "shall"]))
    }

    /// "accused Peru", "with Peru": a state that somebody else speaks to or of.
    fn is_spoken_to(&self, p: &Placed) -> bool {
        const TO: [&str; 12] =
            ["accused", "told", "urged", "asked", "warned", "with", "against", "between", "to", "from", "by", "of"];
        let before = p.first.checked_sub(1).filter(|&at| !self.document.is(at, "the")).or(p.first.checked_sub(2));
        before.is_some_and(|at| self.document.is_one_of(at, &TO))
    }
}

/// The country named most in a text; of several, the first by code.
fn most_named(placed: &[Placed]) -> Option<Code> {
    let mut counts: SortedMap<Code, usize> = SortedMap::new();
    for state in placed.iter().filter_map(|p| p.mention.country) {
        *counts.entry(state, || 0) += 1;
    }
    counts.into_iter().max_by_key(|(code, count)| (*count, std::cmp::Reverse(*code))).map(|(code, _)| code)
}
