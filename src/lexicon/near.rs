//! Which rows of the language data can matter for given texts, by their words.
//!
//! A row matters where every word of one of its forms is among the words of the texts, in whatever letter case and order. A
//! person matters by surname, by all words of a full name, or as the holder of an office on a day of the texts for a
//! country that they can mean: "the Russian president" needs no name. Of the lists
//! within rows only the entries that are there stay, of concepts those whose family is. What is more than needed does no harm.
//!
//! `build.rs` asks here; reading a text needs nothing of this.

use std::collections::BTreeSet;

use super::forms::{cue_forms, plural};
use super::person_names::{family_first, full_names, surnames};
use super::stem::stem;
use super::table::{Row, packed, packed_of, rows};
use crate::text::{Date, SortedMap, Span, Token, hash_exact, hash_lower, small, tokens_in};

/// The words and days of some texts.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    small: BTreeSet<u64>,
    written: BTreeSet<u64>,
    stems: BTreeSet<String>,
    days: BTreeSet<Date>,
}

/// The files of language data that have a near part, as they are written, or packed with the rows that matter.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// `titles.txt`.
    pub titles: String,
    /// `roles.txt`.
    pub roles: String,
    /// `countries.txt`.
    pub countries: String,
    /// `blocs.txt`.
    pub blocs: String,
    /// `metonyms.txt`.
    pub metonyms: String,
    /// `cues.txt`.
    pub cues: String,
    /// `concepts.txt`.
    pub concepts: String,
    /// `lists.txt`.
    pub lists: String,
    /// `things.txt`.
    pub things: String,
    /// `words.txt`.
    pub words: String,
}

impl Files {
    /// The same with every file changed.
    #[must_use]
    pub fn each(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            titles: change(&self.titles),
            roles: change(&self.roles),
            countries: change(&self.countries),
            blocs: change(&self.blocs),
            metonyms: change(&self.metonyms),
            cues: change(&self.cues),
            concepts: change(&self.concepts),
            lists: change(&self.lists),
            things: change(&self.things),
            words: change(&self.words),
        }
    }

    /// In the order in which they stand in one file.
    pub fn in_order(&self) -> [&str; 10] {
        let Self { titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words } = self;
        [titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words].map(String::as_str)
    }
}

impl Texts {
    /// Adds an article or a dossier's file: its tokens, those of its words alone, whatever signs stand around them, and the
    /// days of articles.
    pub fn add(&mut self, text: &str) {
        for part in
            std::iter::once(text).chain(text.split_whitespace()).chain(text.split(|c: char| !c.is_alphanumeric()))
        {
            for token in tokens(part) {
                self.small.insert(token.lower);
                self.written.insert(token.exact);
                self.stems.insert(stem(token.span.of(part)));
            }
        }
        // "pull-out" may mean what "pullout" does.
        for hyphenated in text.split_whitespace().filter(|word| word.contains('-')) {
            let words: Vec<&str> =
                hyphenated.split('-').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
            self.stems.extend(words.windows(2).map(|pair| stem(&pair.concat())));
        }
        // `date: 2008-04-07` of an article; the date beside the `"file"` of an article in a dossier's list.
        let lines = text.lines().filter(|line| line.starts_with("date:"));
        let entries = text.split('{').filter(|entry| entry.contains("\"file\""));
        let values = lines.chain(entries).flat_map(|part| part.split("date").skip(1));
        let days = values.map(|value| value.trim_start_matches(|c: char| !c.is_alphanumeric()));
        self.days.extend(days.filter_map(|day| day.get(..10)?.parse::<Date>().ok()));
    }

    /// Whether all words of a phrase are there.
    fn have(&self, phrase: &str) -> bool {
        tokens(phrase).iter().all(|token| self.small.contains(&token.lower))
    }

    /// Whether a code is there as such.
    fn spell(&self, code: &str) -> bool {
        self.written.contains(&hash_exact(code))
    }

    /// Whether a row of `titles.txt` is there.
    fn have_title(&self, row: &Row) -> bool {
        title_forms(row).iter().any(|form| self.have(form))
    }

    /// Whether somebody is in office on one of the days, by a row of `roles.txt`.
    fn are_within(&self, term: &Row) -> bool {
        let [from, to] = [4, 5].map(|field| term.field(field).parse::<Date>().ok());
        self.days.iter().any(|day| from.is_none_or(|from| from <= *day) && to.is_none_or(|to| *day <= to))
    }
}

/// What matters for some texts.
#[derive(Clone, Debug, Default)]
pub struct Near {
    /// The rows that do, packed.
    pub files: Files,
    /// The openers among the words of all others, packed as well.
    pub openers: String,
}

/// Chooses what matters for the texts.
pub fn near(files: &Files, texts: &Texts) -> Near {
    let mut openers = Openers { texts, found: SortedMap::new() };
    // Which office a word means says for whom its holder speaks, also where the text has another word for it.
    let mut with_offices = texts.clone();
    rows(&files.roles).for_each(|row| with_offices.add(row.field(3)));
    let titles = kept(&files.titles, |row| {
        with_offices.have_title(row) || openers.note("titles", title_forms(row).iter().map(String::as_str))
    });
    let named = |file, lists: &[usize], one: &[usize]| {
        kept(file, |row| {
            let names = || one.iter().map(|&field| row.field(field)).chain(lists.iter().flat_map(|&at| row.list(at)));
            names().any(|name| texts.have(name))
        })
    };
    let countries = named(&files.countries, &[2, 3, 4], &[1]);
    let blocs = named(&files.blocs, &[2, 5], &[1]);
    let metonyms = named(&files.metonyms, &[], &[0]);
    let cues = kept(&files.cues, |row| {
        let mut forms = Vec::new();
        cue_forms(row, &mut |phrase: &str, form| forms.push((phrase.to_owned(), form)));
        let phrases = || forms.iter().map(|(phrase, _)| phrase.as_str());
        phrases().any(|phrase| texts.have(phrase)) || openers.note("cues", phrases())
    });
    let things = kept(&files.things, |row| texts.have(row.field(0)));
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    codes.extend(titles.iter().filter(|row| texts.have_title(row)).map(|row| row.field(3)));
    codes.extend(countries.iter().chain(&blocs).map(|row| row.field(0)));
    codes.extend(blocs.iter().map(|row| row.field(4)));
    codes.extend(metonyms.iter().map(|row| row.field(1)));
    let mut offices: BTreeSet<&str> =
        titles.iter().filter(|row| texts.have_title(row)).map(|row| row.field(1)).collect();
    if offices.contains("leader") {
        offices.extend(LEADING);
    }
    let roles = people(&files.roles, texts, &offices, codes, &mut openers);
    let files = Files {
        titles: packed_of(&titles),
        roles: packed_of(&roles),
        countries: packed_of(&countries),
        blocs: packed_of(&blocs),
        metonyms: packed_of(&metonyms),
        cues: packed_of(&cues),
        concepts: with_entries(&files.concepts, 1, |word| texts.stems.contains(&stem(word))),
        lists: with_entries(&files.lists, 2, |word| texts.small.contains(&hash_lower(word))),
        things: packed_of(&things),
        words: with_entries(&files.words, 1, |phrase| texts.have(phrase)),
    };
    Near { files, openers: openers.packed() }
}

fn title_forms(row: &Row) -> Vec<String> {
    std::iter::once(row.field(0).to_owned()).chain(plural(row.field(0))).collect()
}

/// A packed file with all its rows: their names, and of the list in this field the entries that matter. What stands between
/// is for those who read the file.
fn with_entries(file: &str, list: usize, mut keep: impl FnMut(&str) -> bool) -> String {
    let line = |row: Row| {
        let entries = row.list(list).filter(|entry| keep(entry)).collect::<Vec<_>>().join("; ");
        let fields = (0..=list).map(|field| match field {
            0 => row.field(0),
            _ if field == list => &entries,
            _ => "",
        });
        fields.collect::<Vec<_>>().join(" | ")
    };
    packed(&rows(file).map(line).collect::<Vec<_>>().join("\n"))
}

fn kept(file: &str, mut keep: impl FnMut(&Row) -> bool) -> Vec<Row<'_>> {
    rows(file).filter(|row| keep(row)).collect()
}

/// The offices whose holders "the leader" of a country can mean.
const LEADING: [&str; 6] = ["president", "chancellor", "prime minister", "supreme leader", "king", "emir"];

/// Somebody with all rows of `roles.txt`.
struct Person<'a> {
    terms: Vec<Row<'a>>,
    kept: bool,
}

impl<'a> Person<'a> {
    fn names(&self) -> impl Iterator<Item = &'a str> + Clone {
        let aliases: Vec<&str> = self.terms.iter().flat_map(|term| term.list(1).collect::<Vec<_>>()).collect();
        self.terms.first().map(|term| term.field(0)).into_iter().chain(aliases)
    }

    fn surnames(&self) -> Vec<&'a str> {
        surnames(self.names(), self.terms.iter().any(|term| family_first(term.field(2))))
    }

    fn is_named(&self, texts: &Texts) -> bool {
        self.surnames().iter().any(|name| texts.written.contains(&hash_exact(name)))
            || full_names(self.names()).iter().any(|name| texts.have(name))
    }
}

/// The rows of all people who matter; `offices` are those that the texts name, `codes` those of the countries that they can
/// mean.
fn people<'a>(
    file: &'a str,
    texts: &Texts,
    offices: &BTreeSet<&str>,
    mut codes: BTreeSet<&'a str>,
    openers: &mut Openers,
) -> Vec<Row<'a>> {
    let mut people: SortedMap<&str, Person> = SortedMap::new();
    for row in rows(file) {
        let person = people.entry(row.field(0), || Person { terms: Vec::new(), kept: false });
        person.terms.push(row.clone());
    }
    let mut people: Vec<Person> = people.into_iter().map(|(_, person)| person).collect();
    for person in &mut people {
        let surnames = person.surnames();
        let small = surnames.into_iter().filter(|name| texts.small.contains(&hash_lower(name)));
        person.kept = person.is_named(texts) || openers.note("surnames", small);
        if person.kept {
            codes.extend(person.terms.iter().map(|term| term.field(2)));
        }
    }
    // Who is in office for one country may have another one as well, whose offices are then meant too.
    while let Some(person) = people.iter_mut().find(|person| {
        let can_be_meant = |code: &str| codes.contains(code) || texts.spell(code);
        let is_meant =
            |term: &Row| offices.contains(term.field(3)) && can_be_meant(term.field(2)) && texts.are_within(term);
        !person.kept && person.terms.iter().any(is_meant)
    }) {
        person.kept = true;
        codes.extend(person.terms.iter().map(|term| term.field(2)));
    }
    let kept: BTreeSet<&str> =
        people.iter().filter(|person| person.kept).flat_map(|person| &person.terms).map(|term| term.field(0)).collect();
    rows(file).filter(|row| kept.contains(row.field(0))).collect()
}

/// Words of the texts with which a title or cue begins whose row does not matter, and those that would be somebody's surname
/// in another case: so much is known of a word by itself, and some rules ask no further.
struct Openers<'a> {
    texts: &'a Texts,
    found: SortedMap<&'static str, BTreeSet<String>>,
}

impl Openers<'_> {
    /// Notes the openers of a row that does not matter. Always `false`.
    fn note<'a>(&mut self, book: &'static str, phrases: impl Iterator<Item = &'a str>) -> bool {
        for phrase in phrases {
            if let Some(first) = tokens(phrase).first().filter(|first| self.texts.small.contains(&first.lower)) {
                self.found.entry(book, BTreeSet::new).insert(small(first.span.of(phrase)));
            }
        }
        false
    }

    fn packed(self) -> String {
        let line = |(book, words): (&str, BTreeSet<String>)| {
            format!("{book} | {}\n", words.into_iter().collect::<Vec<_>>().join("; "))
        };
        packed(&self.found.into_iter().map(line).collect::<String>())
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    tokens_in(text, Span::new(0, text.len()), &mut found);
    found
}
