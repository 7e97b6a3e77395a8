//! What a capitalised name can stand for: countries, metonyms, blocs and the people in office.

use super::offices::{Class, Offices, Term};
use super::part::Part;
use super::phrasebook::{Case, Phrasebook};
use super::table::{Row, packed_rows};
use crate::text::{Code, Date, hash_lower};

/// What a name can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// A country by name.
    Country(Code),
    /// A nationality, adjective or noun.
    Demonym(Code),
    /// A capital: metonym or place.
    Capital(Code),
    /// A seat of power, ministry, agency or the like; index into [`Lexicon::bodies`](super::Lexicon::bodies).
    Body(usize),
    /// A town or region that never stands for a government, by its country.
    Place(Code),
    /// A person; index into [`Offices::people`].
    Person(usize),
}

/// A body that stands for a state or bloc, or is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// As readers know it; the seat's own name where it has no other.
    pub name: String,
    /// Whose position it gives: the country, or the bloc itself.
    pub holder: Code,
    /// What sort of body.
    pub kind: BodyKind,
    /// Whether the name is also a plain place.
    pub is_place: bool,
    /// Whether it speaks for the executive government or the bloc.
    pub official: bool,
    /// Of a bloc or international body the common nouns that its names call it by ("commission"), as
    /// [`hash_lower`] gives them.
    pub nouns: Vec<u64>,
}

impl Body {
    /// Whether its name can be said for the holder's own: "the Kremlin" for Russia, a company never.
    pub fn stands_for_holder(&self) -> bool {
        self.official || !matches!(self.kind, BodyKind::Organisation | BodyKind::Media)
    }
}

/// Sorts of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// A metonym of the state itself ("the Kremlin").
    Seat,
    /// A group of states or an international body.
    Bloc,
    /// A part of a bloc that acts for it ("the Security Council").
    Organ,
    /// Any other organisation of a state.
    Organisation,
    /// A newspaper, agency or broadcaster.
    Media,
}

/// Every name the engine knows.
#[derive(Clone, Debug)]
pub struct Names {
    /// As written.
    pub exact: Phrasebook<Vec<Name>>,
    /// In small letters, for headlines in capitals.
    pub shouted: Phrasebook<Vec<Name>>,
    /// Seats, ministries, blocs and the like.
    pub bodies: Vec<Body>,
}

impl Names {
    /// Reads the files with names.
    pub(super) fn read(part: &Part, offices: &Offices) -> Self {
        let mut names = Self {
            exact: Phrasebook::with_room(Case::Exact, 8_000),
            shouted: Phrasebook::with_room(Case::Folded, 6_000),
            bodies: Vec::new(),
        };
        names.read_countries(part.countries);
        names.read_blocs(part.blocs);
        names.read_metonyms(part.metonyms);
        for (index, person) in offices.people.iter().enumerate() {
            for name in person.all_names() {
                names.add(&name, Name::Person(index));
            }
        }
        names
    }

    fn read_countries(&mut self, file: &str) {
        for row in packed_rows(file) {
            let Ok(code) = row.field(0).parse::<Code>() else { continue };
            self.add(row.field(1), Name::Country(code));
            for (field, name) in [(2, Name::Country(code)), (3, Name::Demonym(code)), (4, Name::Capital(code))] {
                for word in row.list(field) {
                    self.add(word, name);
                }
            }
        }
    }

    fn read_blocs(&mut self, file: &str) {
        for row in packed_rows(file) {
            let Ok(code) = row.field(0).parse::<Code>() else { continue };
            let parent = row.field(4).parse::<Code>().ok();
            let body = Body {
                name: row.field(1).to_owned(),
                holder: parent.unwrap_or(code),
                kind: if parent.is_some() { BodyKind::Organ } else { BodyKind::Bloc },
                is_place: false,
                official: true,
                nouns: nouns(&row),
            };
            let index = self.push_body(body);
            for name in std::iter::once(row.field(1)).chain(row.list(2)) {
                self.add(name, Name::Body(index));
            }
            for people in row.list(5) {
                self.add(people, Name::Demonym(code));
            }
        }
    }

    fn read_metonyms(&mut self, file: &str) {
        for row in packed_rows(file) {
            let Ok(holder) = row.field(1).parse::<Code>() else { continue };
            let surface = row.field(0);
            if row.field(2) == "place" {
                self.add(surface, Name::Place(holder));
                continue;
            }
            let name = if row.field(4).is_empty() { surface } else { row.field(4) };
            let kind = match row.field(2) {
                "seat" | "government" => BodyKind::Seat,
                "media" => BodyKind::Media,
                _ => BodyKind::Organisation,
            };
            let (is_place, official) = (row.field(3) == "yes", row.field(5) == "yes");
            let index =
                self.push_body(Body { name: name.to_owned(), holder, kind, is_place, official, nouns: Vec::new() });
            self.add(surface, Name::Body(index));
        }
    }

    fn push_body(&mut self, body: Body) -> usize {
        self.bodies.push(body);
        self.bodies.len() - 1
    }

    fn add(&mut self, surface: &str, name: Name) {
        let push = |found: Option<&mut Vec<Name>>| {
            if let Some(found) = found
                && !found.contains(&name)
            {
                found.push(name);
            }
        };
        push(self.exact.entry(surface, Vec::new));
        let acronym = surface.chars().all(|c| !c.is_lowercase());
        if !acronym && surface.len() > 3 && !matches!(name, Name::Body(_)) {
            push(self.shouted.entry(surface, Vec::new));
        }
    }
}

/// What the names of a bloc's row call it: "commission" of "European Commission", "league" of "League of Arab States",
/// and "bloc" where it is one.
fn nouns(row: &Row) -> Vec<u64> {
    let names = std::iter::once(row.field(1)).chain(row.list(2)).filter(|name| name.contains(' '));
    let called =
        |name: &str| hash_lower(name.split(" of ").next().and_then(|name| name.rsplit(' ').next()).unwrap_or(name));
    let own = (row.field(3) == "bloc").then(|| hash_lower("bloc"));
    names.map(called).chain(own).collect()
}

/// The term of office that a person held on a date; without a date, one they hold if all their terms agree on
/// the country. The class is that of the office's word.
pub fn term_on(terms: &[Term], date: Option<Date>) -> Option<&Term> {
    let Some(date) = date else {
        let first = terms.first()?;
        return terms.iter().all(|term| term.code == first.code).then_some(first);
    };
    let held = |term: &&Term| term.from.is_none_or(|from| from <= date) && term.to.is_none_or(|to| date <= to);
    let current = terms.iter().filter(held).max_by_key(|term| term.rank());
    let before = || terms.iter().filter(|term| term.from.is_none_or(|from| from <= date)).max_by_key(|term| term.to);
    current.or_else(before).or_else(|| terms.first())
}

/// Whether the term covers the date.
pub fn is_current(term: &Term, date: Option<Date>) -> bool {
    date.is_none_or(|date| term.from.is_none_or(|from| from <= date) && term.to.is_none_or(|to| date <= to))
}

/// Whether holders of an office of this class speak for their government or body.
pub fn speaks_officially(class: Class) -> bool {
    class == Class::Official
}
