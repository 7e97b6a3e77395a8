//! Which statements a view lets through, and which filter holds one back.

use super::{Filters, Tagged};
use crate::corpus::Article;
use crate::text::{Date, fold_sentence, slug, unaccent};

/// The slug of an outlet that is not stated.
pub const OUTLET_NOT_STATED: &str = "not-stated";

/// One filter, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// Whose position.
    Holder,
    /// On what.
    Issue,
    /// Which side.
    Stance,
    /// How it is given.
    Mode,
    /// Official or not.
    Official,
    /// Own or told.
    Told,
    /// Who published it.
    Outlet,
    /// Who speaks.
    Speaker,
    /// When it was reported.
    Period,
    /// Words of the sentence.
    Text,
}

impl Filter {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Holder,
        Self::Issue,
        Self::Stance,
        Self::Mode,
        Self::Official,
        Self::Told,
        Self::Outlet,
        Self::Speaker,
        Self::Period,
        Self::Text,
    ];

    /// What the page calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holder => "Country",
            Self::Issue => "Issue",
            Self::Stance => "Stance",
            Self::Mode => "How said",
            Self::Official => "Official or not",
            Self::Told => "Own or told",
            Self::Outlet => "Outlet",
            Self::Speaker => "Speaker",
            Self::Period => "Dates",
            Self::Text => "Search",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of filters: those that hold a statement back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held(u16);

impl Held {
    /// By none: the statement passes.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// By this one or by none: the statement would pass without it.
    pub fn at_most_by(self, filter: Filter) -> bool {
        self.0 & !filter.bit() == 0
    }
}

impl Filters {
    /// Whether a filter is set.
    pub fn is_set(&self, filter: Filter) -> bool {
        match filter {
            Filter::Holder => !self.holders.is_empty(),
            Filter::Issue => !self.issues.is_empty(),
            Filter::Stance => !self.stances.is_empty(),
            Filter::Mode => !self.modes.is_empty(),
            Filter::Official => self.official.is_some(),
            Filter::Told => self.told.is_some(),
            Filter::Outlet => !self.outlets.is_empty(),
            Filter::Speaker => !self.speakers.is_empty(),
            Filter::Period => self.from.is_some() || self.to.is_some(),
            Filter::Text => !self.text.trim().is_empty(),
        }
    }

    /// Whether none is set.
    pub fn is_empty(&self) -> bool {
        Filter::ALL.iter().all(|&filter| !self.is_set(filter))
    }

    /// Drops a filter.
    pub fn clear(&mut self, filter: Filter) {
        match filter {
            Filter::Holder => self.holders.clear(),
            Filter::Issue => self.issues.clear(),
            Filter::Stance => self.stances.clear(),
            Filter::Mode => self.modes.clear(),
            Filter::Official => self.official = None,
            Filter::Told => self.told = None,
            Filter::Outlet => self.outlets.clear(),
            Filter::Speaker => self.speakers.clear(),
            Filter::Period => (self.from, self.to) = (None, None),
            Filter::Text => self.text.clear(),
        }
    }

    /// Whether an article passes those that ask about articles: outlet and dates.
    pub fn keep_article(&self, article: &Article) -> bool {
        let outlet = outlet_slug(article);
        (self.outlets.is_empty() || self.outlets.contains(&outlet)) && self.in_period(article.date)
    }

    /// Whether a day of report lies in the period; an unknown one only in an open period.
    fn in_period(&self, reported: Option<Date>) -> bool {
        self.from.is_none_or(|from| reported.is_some_and(|day| day >= from))
            && self.to.is_none_or(|to| reported.is_some_and(|day| day <= to))
    }

    /// Whether a statement passes all of them.
    pub fn keep(&self, tagged: &Tagged) -> bool {
        Sieve::new(self).held(tagged).is_empty()
    }
}

/// Filters made ready to try many statements.
#[derive(Clone, Debug)]
pub struct Sieve<'a> {
    filters: &'a Filters,
    words: Vec<String>,
}

impl<'a> Sieve<'a> {
    /// Folds the search words once.
    pub fn new(filters: &'a Filters) -> Self {
        Self { filters, words: fold_for_search(&filters.text).split(' ').map(str::to_owned).collect() }
    }

    /// The filters that hold this statement back.
    pub fn held(&self, tagged: &Tagged) -> Held {
        Held(Filter::ALL.iter().filter(|&&filter| !self.passes(filter, tagged)).map(|filter| filter.bit()).sum())
    }

    fn passes(&self, filter: Filter, tagged: &Tagged) -> bool {
        let (set, statement) = (self.filters, tagged.statement);
        match filter {
            Filter::Holder => set.holders.is_empty() || set.holders.contains(&statement.holder),
            Filter::Issue => set.issues.is_empty() || set.issues.contains(&statement.issue),
            Filter::Stance => set.stances.is_empty() || set.stances.contains(&statement.stance),
            Filter::Mode => set.modes.is_empty() || set.modes.contains(&statement.mode),
            Filter::Official => set.official.is_none_or(|official| official == statement.official),
            Filter::Told => set.told.is_none_or(|told| told == statement.told_by.is_some()),
            Filter::Outlet => set.outlets.is_empty() || set.outlets.contains(tagged.outlet),
            Filter::Speaker => set.speakers.is_empty() || set.speakers.contains(tagged.speaker),
            Filter::Period => set.in_period(statement.reported_on),
            Filter::Text => self.words.iter().all(|word| tagged.folded.contains(word.as_str())),
        }
    }
}

/// The slug of an article's outlet; [`OUTLET_NOT_STATED`] where there is none.
pub(super) fn outlet_slug(article: &Article) -> String {
    article.outlet.as_deref().map_or_else(|| OUTLET_NOT_STATED.to_owned(), slug)
}

/// A text as search sees it: white space, case, quotation marks and accents do not count.
pub fn fold_for_search(text: &str) -> String {
    fold_sentence(text).chars().map(unaccent).collect()
}
