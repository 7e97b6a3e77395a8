//! People and the offices they held, and the words for offices.

use super::lexicon_file;
use super::phrasebook::{Case, Phrasebook};
use super::table::{day_in, packed_rows};
use crate::text::{
    ByHash, Code, Date, Groups, InOrder, Shape, SortedMap, Span, Token, hash_exact, hash_lower, tokens_in,
};

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
        let mut names = Vec::new();
        for name in std::iter::once(&self.name).chain(&self.aliases) {
            let mut add = |form: String| {
                if form.contains(' ') && !names.contains(&form) {
                    names.push(form);
                }
            };
            add(name.clone());
            let is_whole = |word: &&str| word.trim_end_matches('.').chars().nth(1).is_some();
            if !name.split_whitespace().all(|word| is_whole(&word)) {
                add(name.split_whitespace().filter(is_whole).collect::<Vec<_>>().join(" "));
            }
            if name.contains('.') {
                add(name.replace('.', ""));
            }
        }
        names
    }

    /// The words by which news refers back to the person: the last of each name, and the first where family names
    /// come first.
    pub fn surnames(&self) -> Vec<&str> {
        let family_first = self.terms.iter().any(|term| {
            term.code.is_some_and(|code| matches!(code.as_str(), "CN" | "KP" | "KR" | "TW" | "VN" | "KH" | "SG"))
        });
        let mut words = Vec::new();
        for name in std::iter::once(&self.name).chain(&self.aliases) {
            let last = name.split_whitespace().next_back();
            let first = name.split_whitespace().next().filter(|_| family_first);
            let numeral = |word: &&str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            words.extend(last.into_iter().chain(first).filter(|word| word.len() > 1 && !numeral(word)));
            words.extend(last.and_then(|word| word.strip_prefix("al-")));
        }
        words.order();
        words.dedup();
        words
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

const ROLES: &str = lexicon_file!("roles.txt");
const TITLES: &str = lexicon_file!("titles.txt");

impl Offices {
    /// Reads the lexicon files.
    pub fn builtin() -> Self {
        let mut offices =
            Self { people: Vec::new(), by_surname: Groups::default(), titles: Phrasebook::new(Case::Folded) };
        for row in packed_rows(TITLES) {
            let Some(class) = Class::parse(row.field(2)) else { continue };
            let title = Title { office: row.field(1), class, home: row.field(3).parse().ok() };
            offices.titles.entry(row.field(0), || title);
            if !row.field(0).ends_with('s') {
                offices.titles.entry(&plural(row.field(0)), || title);
            }
        }
        let mut places = ByHash::default();
        // A few dozen offices are held by a thousand people.
        let mut classes = SortedMap::new();
        for row in packed_rows(ROLES) {
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

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        return format!("{stem}ies");
    }
    if word.ends_with(['s', 'x']) || word.ends_with("ch") || word.ends_with("sh") {
        return format!("{word}es");
    }
    match word.split_once(" of ") {
        Some((head, rest)) => format!("{head}s of {rest}"),
        None => format!("{word}s"),
    }
}
