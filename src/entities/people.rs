//! The people of one article: who was introduced, with which office, for which country.

use crate::lexicon::{Class, Lexicon, is_current, term_on};
use crate::text::{Code, Date, Groups, hash_exact};

/// For how many years after its end a leader's surname alone still tells who is meant.
const REMEMBERED: u16 = 10;

/// What one article has told of a person so far, or the lexicon knows of them on its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) country: Option<Code>,
    pub(super) office: Option<String>,
    pub(super) class: Class,
    pub(super) leads: bool,
    pub(super) current: bool,
    surname: u64,
}

impl Known {
    /// Somebody whom the article introduces itself.
    pub(super) fn introduced(name: &str, country: Option<Code>, office: Option<&str>, class: Class) -> Self {
        let surname = last_word(name).unwrap_or(name);
        let leads = matches!(office, Some("president" | "prime minister" | "chancellor" | "leader"));
        let office = office.map(str::to_owned);
        let surname = hash_exact(surname);
        Self { name: name.to_owned(), country, office, class, leads, current: true, surname }
    }
}

impl Known {
    /// Hashes of the words under which somebody is looked for.
    pub(super) fn words(&self) -> Vec<u64> {
        let mut words: Vec<u64> = self.name.split_whitespace().map(hash_exact).collect();
        words.push(self.surname);
        // "Mr Harbani" may be short for al-Harbani.
        if let Some((_, family)) = self.name.rsplit_once("al-") {
            words.push(hash_exact(family));
        }
        words
    }

    /// The same where the text says that the office is held no more. A higher one may be held since.
    pub(super) fn no_more(mut self, office: &str) -> Self {
        if self.current && self.office.as_deref() == Some(office) {
            self.office = Some(format!("former {office}"));
            self.class = Class::Former;
            self.leads = false;
            self.current = false;
        }
        self
    }
}

/// The last of the words of a name.
#[inline(never)]
fn last_word(name: &str) -> Option<&str> {
    // Nearly all names are plain; the others go a long way round.
    let last =
        name.rsplit(' ').next().filter(|last| !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_graphic()));
    last.or_else(|| name.split_whitespace().next_back())
}

/// Everybody an article has introduced, latest last.
pub(super) struct People<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) date: Option<Date>,
    known: Vec<Known>,
    /// Hash of each word of a name to the people who bear it.
    by_word: Groups,
}

impl<'a> People<'a> {
    /// With room for about so many people.
    pub(super) fn new(lexicon: &'a Lexicon, date: Option<Date>, people: usize) -> Self {
        Self { lexicon, date, known: Vec::with_capacity(people), by_word: Groups::with_room(2 * people) }
    }

    /// A person of the lexicon, as of the article's date.
    pub(super) fn listed(&self, index: usize) -> Option<Known> {
        let person = self.lexicon.offices.people.get(index)?;
        let term = term_on(&person.terms, self.date)?;
        let current = is_current(term, self.date);
        Some(Known {
            name: person.name.clone(),
            country: term.code,
            office: Some(if current { term.office.clone() } else { format!("former {}", term.office) }),
            class: if current { term.class } else { Class::Former },
            leads: term.leads() && current,
            current,
            surname: hash_exact(person.surnames().first().copied().unwrap_or_default()),
        })
    }

    /// Whether somebody led a state; where the article has a day, in the years before it.
    pub(super) fn led(&self, index: usize) -> bool {
        let recent = |to: Option<Date>| match (self.date, to) {
            (Some(date), Some(to)) => to <= date && date.year() <= to.year() + REMEMBERED,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let person = &self.lexicon.offices.people[index];
        person.terms.iter().any(|term| term.leads() && recent(term.to))
    }

    /// Whether somebody leads a state as far as the lexicon goes.
    pub(super) fn leads_still(&self, index: usize) -> bool {
        self.lexicon.offices.people[index].terms.iter().any(|term| term.leads() && term.to.is_none())
    }

    /// Whether somebody ever held an office of this name.
    pub(super) fn held(&self, index: usize, office: &str) -> bool {
        self.lexicon.offices.people[index].terms.iter().any(|term| term.office == office)
    }

    /// Of several people of one name, the one in office; with `former`, one who is not.
    pub(super) fn choose(&self, candidates: &[usize], former: bool) -> Option<(usize, Known)> {
        let all = candidates.iter().filter_map(|&index| Some((index, self.listed(index)?)));
        all.max_by_key(|(_, known)| (known.current != former, known.leads, known.current))
    }

    /// Records an introduction. What a later one leaves open stays as it was.
    pub(super) fn introduce(&mut self, known: Known) {
        let known = match self.named(&known.name) {
            Some(earlier) if known.office.is_none() && earlier.office.is_some() => {
                Known { country: earlier.country.or(known.country), ..earlier.clone() }
            }
            _ => known,
        };
        let words = known.words();
        self.introduce_ready(known, &words);
    }

    /// The same for somebody whose [words](Known::words) are known, and who has an office if ever one was told.
    pub(super) fn introduce_ready(&mut self, known: Known, words: &[u64]) {
        let earlier = self.placed_name(&known.name);
        let (at, country) = (earlier.map(|(at, _)| at), earlier.and_then(|(_, known)| known.country));
        let new = self.known.len();
        for &word in words {
            let bearers = self.by_word.group(word);
            bearers.retain(|bearer| Some(*bearer) != at && *bearer != new);
            bearers.push(new);
        }
        self.known.push(Known { country: known.country.or(country), ..known });
    }

    /// How many introductions there were.
    pub(super) fn count(&self) -> usize {
        self.known.len()
    }

    fn placed_name(&self, name: &str) -> Option<(usize, &Known)> {
        let last = hash_exact(last_word(name)?);
        self.bearers(last).find(|(_, known)| known.name == name)
    }

    /// Somebody introduced under exactly this name.
    pub(super) fn named(&self, name: &str) -> Option<&Known> {
        self.placed_name(name).map(|(_, known)| known)
    }

    /// People with this word in their name, the last introduced first.
    fn bearers(&self, word: u64) -> impl Iterator<Item = (usize, &Known)> {
        self.by_word.of(word).iter().rev().filter_map(|&at| Some((at, self.known.get(at)?)))
    }

    /// The person whom a bare surname means: the last one introduced under it, somebody in office before others.
    pub(super) fn by_surname(&self, surname: u64) -> Option<&Known> {
        let leading = self.bearers(surname).find(|(_, known)| known.current && known.leads);
        leading.or_else(|| self.bearers(surname).next()).map(|(_, known)| known)
    }

    /// Another bearer of the surname than the one a bare mention means ("the elder Bush").
    pub(super) fn other_by_surname(&self, surname: u64) -> Option<&Known> {
        let first = &self.by_surname(surname)?.name;
        self.bearers(surname).map(|(_, known)| known).find(|known| known.name != *first)
    }

    /// Whoever was last introduced with this office, for this country where one is given.
    pub(super) fn by_office(&self, office: &str, country: Option<Code>) -> Option<&Known> {
        let fits = |known: &&Known| {
            let same = known.office.as_deref() == Some(office) || (office == "leader" && known.leads);
            same && known.current && (country.is_none() || known.country == country)
        };
        self.known.iter().rev().find(fits)
    }

    /// Who held this office for this country on the article's date, by the lexicon.
    pub(super) fn in_office(&self, office: &str, country: Code) -> Option<Known> {
        self.date?;
        let holds = |index: &usize| {
            let person = &self.lexicon.offices.people[*index];
            person.terms.iter().any(|term| {
                // The country first: it rules out most at least cost.
                term.code == Some(country)
                    && (if office == "leader" { term.leads() } else { term.office == office })
                    && is_current(term, self.date)
            })
        };
        let mut holders = (0..self.lexicon.offices.people.len()).filter(holds);
        let (first, second) = (holders.next()?, holders.next());
        if second.is_some() { None } else { self.listed(first) }
    }
}
