//! Parties: countries, blocs, bodies and people, alone and in lists.

use super::scene::Scene;
use crate::attribution::Source;
use crate::entities::{EntityKind, Placed};
use crate::lexicon::{Name, known_name, spelled_name};
use crate::syntax::Class;
use crate::text::{Code, Shape, Span, Token, TokenKind, tokens_in};

/// Who takes or states a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The full name with underscores for blanks: `United_States`, `Group_of_77`.
    pub name: String,
    /// The country or bloc.
    pub holder: Option<Code>,
}

impl Actor {
    pub(super) fn new(name: &str, holder: Option<Code>) -> Self {
        Self { name: name.split_whitespace().collect::<Vec<_>>().join("_"), holder }
    }

    pub(super) fn of_code(code: Code) -> Self {
        Self::new(spelled_name(code).unwrap_or(code.as_str()), Some(code))
    }

    /// A source of words as an actor.
    pub(super) fn of_source(source: &Source) -> Option<Self> {
        match (source.speaker.is_empty(), source.holder) {
            (true, Some(code)) => Some(Self::of_code(code)),
            (true, None) => None,
            // "delegates", "a spokesman": nobody by name.
            (false, None) if is_crowd(&source.speaker) => None,
            (false, holder) => Some(Self::new(&source.speaker, holder)),
        }
    }
}

/// Whether words name nobody in particular: "delegates", "a spokesman".
pub(super) fn is_crowd(name: &str) -> bool {
    let small = name.to_lowercase();
    small == name || CROWD.contains(&small.as_str())
}

/// A list of parties in the text.
#[derive(Clone, Debug)]
pub(super) struct Parties {
    /// One past its last token.
    pub(super) end: usize,
    /// Those with a name; "others" and "many countries" have none.
    pub(super) actors: Vec<Actor>,
}

/// Nouns for those who take part without a name of their own.
const CROWD: &[&str] = &[
    "others",
    "parties",
    "countries",
    "delegates",
    "participants",
    "members",
    "states",
    "governments",
    "delegations",
    "observers",
    "ministers",
    "groups",
    "party",
    "country",
    "delegate",
    "delegation",
    "member",
    "officials",
    "leaders",
];
/// What can stand for such a noun by itself.
const SOME: &[&str] = &["many", "some", "several", "most", "others", "few", "rest", "majority"];
/// Nouns behind a name that mean those who speak for it.
const ENVOYS: &[&str] = &[
    "delegation",
    "delegate",
    "delegates",
    "delegations",
    "government",
    "governments",
    "representative",
    "representatives",
    "negotiators",
    "negotiator",
    "officials",
    "envoys",
    "group",
    "members",
];
/// Capitalised words that name a time.
const TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// The most words of a crowd: "a number of small island developing states".
const CROWD_WORDS: usize = 7;

impl Scene<'_> {
    /// A list of parties that begins here: "the US, Chad and others". In a list that trails a clause
    /// (`trailing`), "..., and Peru said" begins the next one.
    pub(super) fn parties(&self, at: usize, trailing: bool) -> Option<Parties> {
        let mut list = self.party(at)?;
        let mut closed = false;
        while let Some(next) = self.after_separator(list.end) {
            let Some(party) = self.party(next) else { break };
            let comma = self.is(next - 1, ",");
            let clause = trailing && self.opens_clause(party.end);
            // After "Chad and Peru" a mere comma opens something else.
            if clause || closed && comma {
                break;
            }
            closed |= self.is_one_of(next - 1, &["and", "or", "&"]);
            let own = list.actors.clone();
            list.end = party.end;
            // "Ama Mensah, minister of Ghana": the same once more
            list.actors.extend(party.actors.into_iter().filter(|actor| !own.contains(actor)));
        }
        Some(list)
    }

    fn after_separator(&self, at: usize) -> Option<usize> {
        let mut next = self.past_comma(at);
        if self.has(next, &["as", "well", "as"]) {
            next += 3;
        } else if self.is_one_of(next, &["and", "or", "&", "plus"])
            || self.is(next, "/") && self.named(next + 1).is_some()
        {
            next += 1;
        }
        (next > at).then_some(next)
    }

    /// One party that begins here, its article included.
    pub(super) fn party(&self, at: usize) -> Option<Parties> {
        let name = at + usize::from(self.is_one_of(at, &["the", "a", "an", "both"]));
        let article = self.named(at).filter(|_| name > at);
        let known = article.or_else(|| self.named(name)).or_else(|| self.crowd(name));
        let found = known.or_else(|| self.unknown(at, name))?;
        let envoys = found.end + usize::from(self.is_one_of(found.end, ENVOYS));
        let plain = self.after_bracket(envoys).filter(|_| self.marker(envoys + 1).is_none());
        Some(Parties { end: plain.unwrap_or(envoys), ..found })
    }

    fn named(&self, at: usize) -> Option<Parties> {
        // "Chad reminded delegates" is no name, but opens with one.
        let small = |at: usize| !self.document.tokens[at].is_capitalised();
        let verb = |at: usize| small(at) && self.predicates.verb(&self.document.tokens[at..self.end]).is_some();
        let clear = |placed: &&Placed| !(placed.first + 1..placed.end.min(self.end)).any(verb);
        let mut here = self.sense.cast.within(at, at + 1).map(|(_, placed)| placed);
        let placed = here.find(clear).filter(|placed| placed.acts())?;
        if placed.end > self.end || self.is_one_of(placed.end, &["'s", "’s", "'", "’"]) {
            return None;
        }
        Some(Parties { end: placed.end, actors: self.actors_of(placed) })
    }

    /// Whom a mention names: of a bloc and a country that go together ("G-77/China"), both.
    pub(super) fn actors_of(&self, placed: &Placed) -> Vec<Actor> {
        let mention = &placed.mention;
        let named = match (mention.kind, mention.country) {
            (EntityKind::Country, Some(code)) if known_name(code).is_some() => Actor::of_code(code),
            (EntityKind::Bloc, Some(code)) if known_name(code).is_some_and(|name| name == mention.name) => {
                Actor::of_code(code)
            }
            (_, country) if mention.name.is_empty() => {
                // "the French envoys": the country is named; "delegates": nobody is.
                let inner = self.sense.cast.within(placed.first, placed.end);
                let named = inner.map(|(_, part)| part).find(|part| part.mention.kind == EntityKind::Country);
                match (named.and_then(|part| part.mention.country), mention.span.of(self.document.text)) {
                    (Some(code), _) => Actor::of_code(code),
                    (None, words) => Actor::new(words, country.filter(|_| !is_crowd(words))),
                }
            }
            // "the government", of a country named before
            (_, Some(code)) if !mention.name.contains(char::is_uppercase) => Actor::of_code(code),
            (_, None) if !mention.name.contains(char::is_lowercase) => self.shouted(placed.first, placed.end),
            (_, country) => Actor::new(&mention.name, country),
        };
        let joint = (placed.first..placed.end).find(|&at| self.is_one_of(at, &["/", "and"]));
        let second = joint.filter(|_| mention.kind == EntityKind::Bloc).and_then(|at| self.country(at + 1, placed.end));
        let nobody = named.holder.is_none() && is_crowd(&named.name);
        std::iter::once(named).filter(|_| !nobody).chain(second).collect()
    }

    /// The country that these tokens name in full.
    fn country(&self, first: usize, end: usize) -> Option<Actor> {
        let tokens = &self.document.tokens[first..end];
        let names = &self.lexicon.names;
        let found = names.exact.longest(tokens).or_else(|| names.shouted.longest(tokens));
        let (entries, _) = found.filter(|(_, length)| *length == tokens.len())?;
        entries.iter().find_map(|name| match name {
            Name::Country(code) => Some(Actor::of_code(*code)),
            _ => None,
        })
    }

    /// "many developing countries", "others".
    fn crowd(&self, at: usize) -> Option<Parties> {
        let mut end = None;
        for next in at..self.end.min(at + CROWD_WORDS) {
            let plain = self.is_word(next) && self.predicates.verb(&self.document.tokens[next..self.end]).is_none();
            if self.is_one_of(next, CROWD) && !self.is_one_of(next + 1, CROWD) {
                end = Some(next + 1);
            }
            let goes_on = self.is(next, "of")
                || matches!(
                    self.sense.class(next),
                    Some(
                        Class::Adjective
                            | Class::Noun
                            | Class::Determiner
                            | Class::Numeral
                            | Class::Adverb
                            | Class::Verb
                    )
                );
            if !plain || end.is_some() || !goes_on {
                break;
            }
        }
        let alone = || self.is_one_of(at, SOME).then_some(at + 1);
        let end = end.or_else(alone)?;
        // "the rest of the G-77", "members of the African Group"
        let whole = self.is(end, "of").then(|| self.party(end + 1)).flatten();
        Some(Parties { end: whole.map_or(end, |whole| whole.end), actors: Vec::new() })
    }

    /// A name that no list has: capitals in the middle of a sentence, or a word all of capitals.
    fn unknown(&self, at: usize, name: usize) -> Option<Parties> {
        let tokens = &self.document.tokens;
        // A sentence opens with a capital, so that one alone tells nothing there.
        let second = tokens.get(name + 1).is_some_and(Token::is_capitalised);
        let opens = name > self.first || second || tokens.get(name)?.shape == Shape::Upper;
        if at > self.first && tokens[at - 1].is_capitalised() {
            return None;
        }
        let mut end = name;
        let mut person = None;
        while end < self.end {
            if let Some((_, placed)) = self.sense.cast.at(end)
                && placed.first == end
            {
                person = person.or(Some(placed).filter(|placed| placed.mention.kind == EntityKind::Person));
                let body = placed.mention.kind == EntityKind::Organisation && placed.mention.country.is_none();
                if !placed.acts() || person.is_none() && !body && end > name {
                    return None;
                }
                end = placed.end;
                continue;
            }
            // "CG-11", "COP/MOP"
            let tight = end > name && !tokens[end].spaced;
            let hyphen = tight && (self.is_one_of(end, &["-", "/"]) || self.is_one_of(end - 1, &["-", "/"]));
            let joint = end > name
                && tokens[end].shape == Shape::Upper
                && self.is_one_of(end, &["of", "for", "and", "on", "the"])
                && tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Upper);
            let capital = tokens[end].kind == TokenKind::Word && tokens[end].is_capitalised();
            if !(joint || hyphen || capital) {
                break;
            }
            end += 1;
        }
        // "Annex I parties"
        let crowd = self.is_one_of(end, CROWD) && end > name && person.is_none();
        if crowd && opens {
            return Some(Parties { end: end + 1, actors: Vec::new() });
        }
        let common = self.is_one_of(name, CROWD) || self.is_one_of(name, TIMES) || self.sense.is_small(name);
        let owner = self.is_one_of(end, &["'s", "’s", "'", "’"]);
        if !opens || end == name || end > self.end || common || owner {
            return None;
        }
        let actors = match person {
            Some(placed) => self.actors_of(placed),
            None if self.is_one_of(end - 1, CROWD) => Vec::new(),
            None => vec![self.shouted(name, end)],
        };
        Some(Parties { end, actors })
    }

    /// A name that no list has as it is written: one in capitals ("ALLIANCE OF SMALL ISLAND STATES") is looked up again.
    fn shouted(&self, first: usize, end: usize) -> Actor {
        let text = self.span(first, end).of(self.document.text);
        let capital = |(index, word): (usize, &str)| {
            let small = word.to_lowercase();
            let keeps = index > 0 && matches!(small.as_str(), "of" | "for" | "and" | "on" | "the");
            let mut letters = small.chars();
            let head: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            if keeps { small } else { head + letters.as_str() }
        };
        let titled = text.split_whitespace().enumerate().map(capital).collect::<Vec<_>>().join(" ");
        let mut tokens = Vec::new();
        tokens_in(&titled, Span::new(0, titled.len()), &mut tokens);
        let found = self.lexicon.names.exact.longest(&tokens).filter(|(_, length)| *length == tokens.len());
        let body = found.and_then(|(names, _)| {
            names.iter().find_map(|name| match name {
                Name::Body(index) => self.lexicon.bodies().get(*index),
                _ => None,
            })
        });
        match body {
            Some(body) if known_name(body.holder).is_some_and(|name| name == body.name) => Actor::of_code(body.holder),
            Some(body) => Actor::new(&body.name, Some(body.holder)),
            None => Actor::new(text, None),
        }
    }
}
