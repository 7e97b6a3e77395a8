//! From raw finds to mentions: who is meant, with which office, for which country.
//!
//! Reads the patterns in which English news introduces people: office and name ("Peru's foreign minister, Ana Vale"),
//! name and office ("Ana Vale, the Peruvian foreign minister"), form of address ("Ms Vale"), surname alone, and the
//! role noun without a name ("the Peruvian minister").
//! Misses: people introduced without any office, and nicknames.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};

use super::context::Lead;
use super::owners::SENT;
use super::people::{Known, People};
use super::roles::{ReadRole, Role};
use super::scan::{Find, Found, scan};
use super::{Actors, Cast, EntityKind, Mention, Placed, Usage};
use crate::corpus::Article;
use crate::lexicon::{BodyKind, Class, Lexicon, Name, Title, display_name};
use crate::syntax::Document;
use crate::text::{Code, InOrder, Span, hash_exact, hash_words, one_blank};

/// Finds everybody and everything a document names.
///
/// `actors` are the dossier's own people; they overrule the lexicon.
pub fn cast(document: &Document, lexicon: &Lexicon, actors: &Actors, article: &Article) -> Cast {
    let mut found = scan(document, lexicon);
    super::bodies::take_up(document, lexicon, &mut found);
    let people = actors.0.len() + found.len() / 8;
    let mut resolver = Resolver {
        document,
        lexicon,
        found,
        people: People::new(lexicon, article.date, people),
        placed: Vec::new(),
        taken: Vec::new(),
        roles: RefCell::default(),
        leads: Vec::new(),
        homeless: false,
        families: OnceCell::new(),
    };
    resolver.homeless = resolver.names_no_country();
    resolver.taken = vec![false; resolver.found.len()];
    resolver.roles = RefCell::new(vec![None; resolver.found.len()]);
    resolver.introduce_actors(actors);
    resolver.introductions();
    for index in 0..resolver.found.len() {
        resolver.place(index);
    }
    resolver.place_outlet(article);
    resolver.leads.order_by_key(|lead| lead.first);
    let home = super::context::home(document, lexicon, &resolver.placed, article);
    super::context::lend_countries(document, lexicon, &mut resolver.placed, &resolver.leads, home);
    super::things::add(document, lexicon, &resolver.found, &mut resolver.placed);
    Cast::new(resolver.placed, document.tokens.len())
}

pub(super) struct Resolver<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) found: Vec<Found<'a>>,
    pub(super) people: People<'a>,
    pub(super) placed: Vec<Placed>,
    /// Finds that are part of another's mention already.
    taken: Vec<bool>,
    /// For each find what was last read there, if it is a word for an office.
    pub(super) roles: RefCell<Vec<Option<ReadRole>>>,
    /// What offices without a country say of it.
    pub(super) leads: Vec<Lead>,
    /// Whether the text names no country at all: then an office that one country alone has says which is meant.
    pub(super) homeless: bool,
    families: OnceCell<Vec<u64>>,
}

impl Resolver<'_> {
    fn names_no_country(&self) -> bool {
        let states =
            |name: &Name| matches!(name, Name::Country(_) | Name::Demonym(_) | Name::Capital(_) | Name::Body(_));
        !self.found.iter().any(|found| matches!(found.find, Find::Name(names) if names.iter().any(states)))
    }

    /// The last words of longer names that no list has, as sorted hashes. Few texts ask.
    pub(super) fn families(&self) -> &[u64] {
        self.families.get_or_init(|| {
            let longer = self.found.iter().filter(|found| found.find == Find::Unknown && found.end - found.first > 1);
            let mut words: Vec<u64> = longer.map(|found| self.document.tokens[found.end - 1].exact).collect();
            words.order();
            words
        })
    }

    fn introduce_actors(&mut self, actors: &Actors) {
        let mut surfaces: Vec<u64> = Vec::new();
        if actors.have_aliases() {
            surfaces.extend(self.found.iter().map(|found| hash_words(self.stretch(found.first, found.end))));
        }
        for actor in &actors.0 {
            let current = actor.is_current(self.people.date);
            if !current && actor.has_twin {
                continue;
            }
            for name in &actor.names {
                if name.alias.is_none_or(|alias| surfaces.contains(&alias)) {
                    self.people.introduce_ready(name.known(current), &name.words);
                }
            }
        }
    }

    /// First reading: everybody who is introduced in full, anywhere in the text.
    fn introductions(&mut self) {
        for index in 0..self.found.len() {
            let Some(known) = self.full_name(index) else { continue };
            if known.country.is_none()
                && let Some(role) = self.role_of_name(index)
            {
                self.leads.push(Lead::of(self.found[index].first, &role));
            }
            self.people.introduce(known);
        }
    }

    /// The person that the find at `index` names in full, with what stands around the name.
    fn full_name(&self, index: usize) -> Option<Known> {
        let found = &self.found[index];
        match &found.find {
            Find::Name(names) => {
                let people: Vec<usize> =
                    names.iter().filter_map(|name| if let Name::Person(p) = name { Some(*p) } else { None }).collect();
                // Most names are those of states.
                if people.is_empty() {
                    return None;
                }
                let role = self.role_of_name(index);
                let former = role.as_ref().is_some_and(|role| role.former);
                let known = self.people.choose(&people, former).map(|(_, known)| known);
                match role.filter(|role| role.former).and_then(|role| role.office) {
                    Some(office) => known.map(|known| known.no_more(office)),
                    None => known,
                }
            }
            Find::Unknown => {
                let name = self.words(found.first, found.end);
                if let Some(actor) = self.people.named(&name) {
                    return Some(actor.clone());
                }
                let Some(role) = self.role_of_name(index) else { return self.unexplained(index) };
                let courtesy = role.class == Class::Courtesy;
                let is_person = courtesy || !super::things::is_thing(self.document, self.lexicon, found);
                let full = name.contains(' ') || courtesy || role.direct;
                let known_surname = !name.contains(' ') && self.people.by_surname(hash_exact(&name)).is_some();
                let bearer = !name.contains(' ') && !self.bearers(found.first).is_empty();
                if !is_person || !full || known_surname || bearer {
                    return None;
                }
                // Whom news calls Mr or Ms without an office was introduced elsewhere, mostly as an official.
                let class = if courtesy { Class::Official } else { role.class };
                let known = Known::introduced(&name, role.country, role.office, class);
                Some(match role.office.filter(|_| role.former) {
                    Some(office) => known.no_more(office),
                    None => known,
                })
            }
            Find::Title(_) => None,
        }
    }

    /// "Norway's Ana Vale said", "Ana Vale told parliament": a full name with words and without an office, which readers
    /// know from elsewhere. One whose words are explained after a comma is left to the explanation.
    fn unexplained(&self, index: usize) -> Option<Known> {
        let found = &self.found[index];
        let words = (found.first..found.end).filter(|&at| self.document.tokens[at].is_capitalised()).count();
        if !(2..=4).contains(&words) || super::things::is_thing(self.document, self.lexicon, found) {
            return None;
        }
        let name = self.words(found.first, found.end);
        // "Al-Harbani said", of somebody named before.
        let article = self.document.is_one_of(found.first, &["al", "el"]) && self.document.is(found.first + 1, "-");
        if article && self.surname(found.end - 1).is_some() {
            return None;
        }
        if self.is_namesake(found.first, found.end) || self.variant(found.first, found.end).is_some() {
            return None;
        }
        let owner = self.sender_before(found.first).filter(|_| self.document.is_one_of(found.first - 1, &["'s", "’s"]));
        let says = |at: usize| super::context::says(self.document, self.lexicon, at);
        let told = says(found.end);
        let asked = found.first > 0 && says(found.first - 1) && !self.document.is_one_of(found.end, &[",", "(", "of"]);
        let known = |country| Known::introduced(&name, country, None, Class::Official);
        match owner {
            Some((_, code)) => told.then(|| known(Some(code))),
            None => (told || asked).then(|| known(None)),
        }
    }

    /// The characters from one token to another, as given.
    fn stretch(&self, first: usize, end: usize) -> &str {
        self.document.tokens[first].span.cover(self.document.tokens[end - 1].span).of(self.document.text)
    }

    /// The same with single blanks between the words.
    pub(super) fn words(&self, first: usize, end: usize) -> Cow<'_, str> {
        let stretch = self.stretch(first, end);
        if end - first == 1 { Cow::Borrowed(stretch) } else { one_blank(stretch) }
    }

    fn place(&mut self, index: usize) {
        if self.taken[index] {
            return;
        }
        let Found { find, first, end } = self.found[index];
        match find {
            Find::Name(names) => self.place_name(index, names),
            Find::Unknown => self.place_unknown(index, first, end),
            Find::Title(title) => self.place_title(index, title),
        }
    }

    fn place_name(&mut self, index: usize, names: &[Name]) {
        let (first, end) = (self.found[index].first, self.found[index].end);
        if names.iter().all(|name| matches!(name, Name::Person(_))) {
            if let Some(known) = self.full_name(index) {
                self.push_person(first, end, &known, Usage::Name);
            }
            return;
        }
        if self.inside_unknown_name(index) {
            return;
        }
        // Brussels is the EU's seat before it is Belgium's capital.
        let seat = names
            .iter()
            .find(|name| matches!(name, Name::Body(body) if self.lexicon.bodies()[*body].kind == BodyKind::Seat));
        let Some(name) = seat.or(names.first()) else { return };
        let possessed = self.document.is_one_of(end, &["'s", "’s", "'", "’"]);
        let at_place = !possessed && self.after_locative(first);
        let (kind, usage, country, name, class) = match name {
            Name::Country(code) => (EntityKind::Country, Usage::Name, *code, display_name(*code), Class::Official),
            Name::Demonym(code) => {
                let kind = if code.is_country() { EntityKind::Country } else { EntityKind::Bloc };
                let acts = self.is_people(first, end) || self.shares_office(index);
                // "African states" are not the African Union.
                if !acts && !code.is_country() {
                    return;
                }
                let usage = if acts { Usage::Name } else { Usage::Demonym };
                (kind, usage, *code, display_name(*code), Class::Official)
            }
            Name::Capital(code) if at_place => {
                (EntityKind::Place, Usage::Place, *code, self.words(first, end).into_owned(), Class::Private)
            }
            Name::Capital(code) => (EntityKind::Country, Usage::Metonym, *code, display_name(*code), Class::Official),
            Name::Body(body) => self.body(*body, at_place),
            Name::Place(code) => {
                (EntityKind::Place, Usage::Name, *code, self.words(first, end).into_owned(), Class::Private)
            }
            Name::Person(_) => return,
        };
        let official = class == Class::Official;
        self.push(
            first,
            end,
            Mention {
                span: Span::default(),
                kind,
                usage,
                country: country_today(country),
                name,
                office: None,
                official,
            },
            class,
        );
    }

    fn body(&self, index: usize, at_place: bool) -> (EntityKind, Usage, Code, String, Class) {
        let body = &self.lexicon.bodies()[index];
        let class = match body.kind {
            _ if body.official => Class::Official,
            BodyKind::Media => Class::Press,
            _ => Class::Private,
        };
        let seat_of_bloc = body.kind == BodyKind::Seat && !body.holder.is_country();
        match body.kind {
            BodyKind::Seat if at_place && body.is_place => {
                (EntityKind::Place, Usage::Place, body.holder, body.name.clone(), class)
            }
            BodyKind::Bloc => (EntityKind::Bloc, Usage::Name, body.holder, body.name.clone(), class),
            BodyKind::Seat if seat_of_bloc => (EntityKind::Bloc, Usage::Metonym, body.holder, body.name.clone(), class),
            BodyKind::Seat if body.holder.as_str() == "US" => {
                (EntityKind::Organisation, Usage::Metonym, body.holder, body.name.clone(), class)
            }
            BodyKind::Seat => (EntityKind::Country, Usage::Metonym, body.holder, body.name.clone(), class),
            _ => (EntityKind::Organisation, Usage::Name, body.holder, body.name.clone(), class),
        }
    }

    /// "in Moscow", "at the Kremlin": a mere place, unless the words go on as an adjective would.
    fn after_locative(&self, first: usize) -> bool {
        let before = first.checked_sub(1).filter(|&at| !self.document.is(at, "the")).or_else(|| first.checked_sub(2));
        let Some(before) = before else { return false };
        // "leaders in Pristina": those of the government there; but an ambassador is only sent there.
        if self.title_before(before).is_some_and(|title| !SENT.contains(&title.office)) {
            return false;
        }
        let back_to = self.document.is(before, "to")
            && before > 0
            && self
                .document
                .is_one_of(before - 1, &["back", "flew", "returned", "travelled", "traveled", "trip", "visit", "way"]);
        back_to || self.document.is_one_of(before, &["in", "at", "near", "outside", "around", "across"])
    }

    /// Whether a word for an office ends right before a token.
    pub(super) fn title_ends_at(&self, token: usize) -> bool {
        self.title_before(token).is_some()
    }

    /// The word for an office that ends right before a token.
    pub(super) fn title_before(&self, token: usize) -> Option<Title> {
        let before = self.found.partition_point(|found| found.first < token);
        let last = self.found[..before].last().filter(|found| found.end == token)?;
        if let Find::Title(title) = last.find { Some(title) } else { None }
    }

    /// A country's name as the end of a person's ("Michael Jordan").
    fn inside_unknown_name(&self, index: usize) -> bool {
        let first = self.found[index].first;
        let Some(before) = index.checked_sub(1).map(|before| &self.found[before]) else { return false };
        let glued = before.end == first && before.find == Find::Unknown && before.end - before.first == 1;
        glued && self.role_of_name(index - 1).is_some_and(|role| role.direct)
    }

    fn place_unknown(&mut self, index: usize, first: usize, end: usize) {
        if let Some(code) = self.half_named(first, end) {
            let mention = Mention {
                span: Span::default(),
                kind: EntityKind::Country,
                usage: Usage::Name,
                country: country_today(code),
                name: display_name(code),
                office: None,
                official: true,
            };
            return self.push(first, end, mention, Class::Official);
        }
        if let Some(known) = self.full_name(index) {
            let known = self.people.named(&known.name).cloned().unwrap_or(known);
            self.push_person(first, end, &known, Usage::Name);
            return;
        }
        if let Some(known) = self.people.named(&self.words(first, end)).cloned() {
            self.push_person(first, end, &known, Usage::Name);
            return;
        }
        if let Some(known) = self.variant(first, end) {
            self.push_person(first, end, &known, Usage::Name);
            return;
        }
        if self.is_namesake(first, end) && !super::things::is_thing(self.document, self.lexicon, &self.found[index]) {
            let known = Known::introduced(&self.words(first, end), None, None, Class::Private);
            self.push_person(first, end, &known, Usage::Name);
            return;
        }
        for at in first..end {
            if let Some(known) = self.surname(at) {
                let told_apart = at > 0 && self.document.is_one_of(at - 1, &["elder", "younger"]);
                self.push_person(at - usize::from(told_apart), at + 1, &known, Usage::Name);
            }
        }
    }

    fn place_title(&mut self, index: usize, title: Title) {
        let Some(role) = self.role_at(index) else { return };
        if let Some(name) = role.name_index {
            self.place_titled_name(name, index, &role);
            return;
        }
        if matches!(title.class, Class::Courtesy | Class::Former) {
            return;
        }
        self.push_role(&role);
    }

    /// "Mr Vale", "President Vale": the title belongs to the mention; before a full name it does not.
    fn place_titled_name(&mut self, name: usize, title: usize, role: &Role) {
        let found = self.found[name];
        let single = found.end - found.first == 1;
        let known = match &found.find {
            Find::Unknown if single => self.surname(found.first).or_else(|| self.full_name(name)),
            _ => return,
        };
        let Some(mut known) = known else { return };
        if role.former && known.current {
            known = self.people.other_by_surname(self.document.tokens[found.first].exact).cloned().unwrap_or(known);
        }
        known.country = known.country.or(role.country);
        let short = matches!(
            self.stretch(self.found[title].first, self.found[title].end),
            "Mr" | "Mrs" | "Ms" | "Dr" | "President" | "Sir" | "Lord" | "Mr." | "Mrs." | "Ms."
        );
        let adjacent = self.found[title].end == found.first;
        let first = if short && adjacent { self.found[title].first } else { found.first };
        self.push_person(first, found.end, &known, Usage::Name);
        self.taken[name] = true;
    }

    /// The outlet names itself without anybody's list.
    fn place_outlet(&mut self, article: &Article) {
        let Some(outlet) = article.outlet.as_deref().filter(|outlet| outlet.len() > 2) else { return };
        let words: Vec<&str> = outlet.split_whitespace().collect();
        for at in 0..self.document.tokens.len().saturating_sub(words.len() - 1) {
            let stands = words.iter().enumerate().all(|(offset, word)| self.document.word(at + offset) == *word);
            if stands && !self.placed.iter().any(|placed| placed.first <= at && at < placed.end) {
                let mention = Mention {
                    span: Span::default(),
                    kind: EntityKind::Organisation,
                    usage: Usage::Name,
                    country: article.outlet_country,
                    name: outlet.to_owned(),
                    office: None,
                    official: false,
                };
                self.push(at, at + words.len(), mention, Class::Press);
            }
        }
    }

    pub(super) fn push_person(&mut self, first: usize, end: usize, known: &Known, usage: Usage) {
        let mention = Mention {
            span: Span::default(),
            kind: EntityKind::Person,
            usage,
            country: known.country,
            name: known.name.clone(),
            office: known.office.clone(),
            official: known.class == Class::Official,
        };
        self.push(first, end, mention, known.class);
    }

    pub(super) fn push(&mut self, first: usize, end: usize, mention: Mention, class: Class) {
        let span = self.document.tokens[first].span.cover(self.document.tokens[end - 1].span);
        self.placed.push(Placed { mention: Mention { span, ..mention }, first, end, class, plural: false });
    }
}

/// A former state has no country of today to stand for.
fn country_today(code: Code) -> Option<Code> {
    (code.as_str().len() != 4 || !code.is_country()).then_some(code)
}
