//! People and the offices they held, and the words for offices.

use super::forms::plural;
use super::person_names::{family_first, full_names, surnames};
use super::phrasebook::{Case, Phrasebook};
use super::table::{day_in, packed_rows};
use crate::text::{ByHash, Code, Date, Groups, Shape, SortedMap, Span, Token, hash_exact, hash_lower, tokens_in};

/// For whom holders of an office speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The executive government, or the body.
    Official,
    /// A parliament.
    Parliament,
    /// The opposition or a rival.
    Opposition,
    /// The armed forces.
    Military,
    /// Themselves, as students of the matter.
    Analyst,
    /// A newspaper or broadcaster.
    Press,
    /// Themselves or a private body.
    Private,
    /// Nobody: a form of address ("Mr").
    Courtesy,
    /// Nobody any more ("former").
    Former,
}

impl Class {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "official" => Self::Official,
            "parliament" => Self::Parliament,
            "opposition" => Self::Opposition,
            "military" => Self::Military,
            "analyst" => Self::Analyst,
            "press" => Self::Press,
            "private" => Self::Private,
            "courtesy" => Self::Courtesy,
            "former" => Self::Former,
            _ => return None,
        })
    }
}

/// The word for an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The office in the vocabulary of roles.txt ("foreign minister").
    pub office: &'static str,
    /// For whom its holder speaks.
    pub class: Class,
    /// Whose office news means where a text names no country; `None` where it may be any.
    pub home: Option<Code>,
}

/// A dated office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// For which country or bloc.
    pub code: Option<Code>,
    /// The office in words.
    pub office: String,
    /// For whom its holder speaks.
    pub class: Class,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Term {
    /// Of two offices held at once the higher one counts.
    pub fn rank(&self) -> u8 {
        match self.office.as_str() {
            "president" | "chancellor" | "prime minister" | "supreme leader" => 3,
            "king" | "queen" | "emir" | "crown prince" | "secretary-general" => 2,
            _ => 1,
        }
    }

    /// Whether the holder leads the state or its government.
    pub fn leads(&self) -> bool {
        self.rank() == 3 || matches!(self.office.as_str(), "king" | "emir")
    }
}

/// Somebody with dated offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Full name as readers know it.
    pub name: String,
    /// Other full names.
    pub aliases: Vec<String>,
    /// Offices, oldest first.
    pub terms: Vec<Term>,
}

impl Person {
    /// The full name, its aliases, and each of them without middle initials.
    pub fn all_names(&self) -> Vec<String> {
        full_names(self.names())
    }

    /// The words by which news refers back to the person.
    pub fn surnames(&self) -> Vec<&str> {
        surnames(self.names(), self.terms.iter().any(|term| term.code.is_some_and(|code| family_first(code.as_str()))))
    }

    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// People and office words.
#[derive(Clone, Debug)]
pub struct Offices {
    /// Everybody the lexicon knows.
    pub people: Vec<Person>,
    /// Hash of a surname as written to the people who bear it.
    pub by_surname: Groups,
    /// Words for offices, in small letters.
    pub titles: Phrasebook<Title>,
}

impl Offices {
    /// Reads packed `titles.txt` and `roles.txt`.
    pub(super) fn read(titles: &'static str, roles: &str) -> Self {
        let mut offices =
            Self { people: Vec::new(), by_surname: Groups::default(), titles: Phrasebook::new(Case::Folded) };
        for row in packed_rows(titles) {
            let Some(class) = Class::parse(row.field(2)) else { continue };
            let title = Title { office: row.field(1), class, home: row.field(3).parse().ok() };
            offices.titles.entry(row.field(0), || title);
            if let Some(plural) = plural(row.field(0)) {
                offices.titles.entry(&plural, || title);
            }
        }
        let mut places = ByHash::default();
        // A few dozen offices are held by a thousand people.
        let mut classes = SortedMap::new();
        for row in packed_rows(roles) {
            let class = *classes.entry(row.field(3), || offices.class_of(row.field(3)));
            let term = Term {
                code: row.field(2).parse().ok(),
                office: row.field(3).to_owned(),
                class,
                from: day(row.field(4)),
                to: day(row.field(5)),
            };
            let index = places.place_or(hash_exact(row.field(0)), offices.people.len());
            if index == offices.people.len() {
                offices.people.push(Person { name: row.field(0).to_owned(), aliases: Vec::new(), terms: Vec::new() });
            }
            let person = &mut offices.people[index];
            for alias in row.list(1) {
                if !person.aliases.iter().any(|known| known == alias) {
                    person.aliases.push(alias.to_owned());
                }
            }
            person.terms.push(term);
        }
        offices.index_surnames();
        offices
    }

    /// For whom the holder of this office speaks; `Private` where the word is unknown.
    pub fn class_of(&self, office: &str) -> Class {
        let mut tokens: Vec<Token> = Vec::new();
        tokens_in(office, Span::new(0, office.len()), &mut tokens);
        let class = |start: usize| self.titles.longest(&tokens[start..]).map(|(title, _)| title.class);
        (0..tokens.len()).find_map(class).unwrap_or(Class::Private)
    }

    fn index_surnames(&mut self) {
        for (index, person) in self.people.iter().enumerate() {
            for surname in person.surnames() {
                self.by_surname.group(hash_exact(surname)).push(index);
            }
        }
    }

    /// Hashes in small letters of all surnames, with repeats.
    pub(super) fn surname_words(&self) -> Vec<u64> {
        self.people.iter().flat_map(Person::surnames).map(hash_lower).collect()
    }

    /// People whose surname this token is.
    pub fn bearers(&self, token: &Token) -> &[usize] {
        if token.shape == Shape::Lower {
            return &[];
        }
        self.by_surname.of(token.exact)
    }
}

fn day(field: &str) -> Option<Date> {
    day_in(field).and_then(|(year, month, day)| Date::new(year, month, day))
}
