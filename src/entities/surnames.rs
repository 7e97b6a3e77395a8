//! Whom a bare surname means, and who only shares one.

use super::people::Known;
use super::resolve::Resolver;
use crate::lexicon::{Book, WordList, is_current, term_on};
use crate::text::{Token, TokenKind};

impl Resolver<'_> {
    /// Whether a full name is that of somebody else who bears a known surname, such as a president's relative.
    pub(super) fn is_namesake(&self, first: usize, end: usize) -> bool {
        let known = if end - first >= 2 { self.surname(end - 1) } else { None };
        let Some(known) = known.filter(|known| known.name.contains(' ')) else { return false };
        let given = self.document.word(first);
        let same =
            |word: &str| word == given || word.chars().zip(given.chars()).take_while(|(a, b)| a == b).count() > 2;
        let glued = (first..end).any(|at| self.document.word(at) == "-");
        !glued && !known.name.split_whitespace().any(same)
    }

    /// Another spelling of a known person's given name: "Wladimir Putin".
    pub(super) fn variant(&self, first: usize, end: usize) -> Option<Known> {
        if end - first != 2 {
            return None;
        }
        let known = self.surname(end - 1)?;
        let initial = |word: &str| word.chars().next().map(|c| if c == 'W' { 'V' } else { c });
        (initial(self.document.word(first)) == initial(&known.name)).then_some(known)
    }

    /// The person whom a bare capitalised word means.
    pub(super) fn surname(&self, at: usize) -> Option<Known> {
        let token = &self.document.tokens[at];
        if at > 0 && self.document.is_one_of(at - 1, &["elder", "senior"]) {
            return self.people.other_by_surname(token.exact).cloned().or_else(|| self.bearer(at, true));
        }
        self.people.by_surname(token.exact).cloned().or_else(|| self.bearer(at, false))
    }

    /// People of the lexicon whose surname a token is.
    pub(super) fn bearers(&self, at: usize) -> &[usize] {
        let known = self.document.opens(at, Book::Surnames);
        if known { self.lexicon.offices.bearers(&self.document.tokens[at]) } else { &[] }
    }

    /// A bearer of the surname who was in office on the article's date.
    fn bearer(&self, at: usize, former: bool) -> Option<Known> {
        let token = &self.document.tokens[at];
        let bearers = self.bearers(at);
        if bearers.is_empty() || self.describes_next(at) || token.span.len() < 3 && self.people.date.is_some() {
            return None;
        }
        let titled = at > 0 && self.title_ends_at(at);
        let Some(date) = self.people.date else { return self.remembered(at, bearers) };
        let (index, known) = self.people.choose(bearers, former)?;
        let person = &self.lexicon.offices.people[index];
        let ranked = term_on(&person.terms, Some(date))
            .is_some_and(|term| is_current(term, Some(date)) && (titled || term.leads() || term.rank() >= 2));
        let meant = ranked || former || (titled && known.current);
        if meant { Some(known) } else { self.remembered(at, bearers) }
    }

    /// Whom every reader knows by the surname alone: who led a state not long before the article's day and, in a text
    /// without a day, whoever of the lexicon bears it. Nobody where several countries had such a one, or where the text
    /// has a longer name that ends so.
    fn remembered(&self, at: usize, bearers: &[usize]) -> Option<Known> {
        let surname = self.document.tokens[at].exact;
        // "Martin Vale": the given name is nobody's surname.
        let given = self.document.tokens.get(at + 1).is_some_and(|next| next.is_capitalised() && next.spaced);
        if given || self.families().binary_search(&surname).is_ok() {
            return None;
        }
        let of = |fits: &dyn Fn(usize) -> bool| -> Vec<usize> {
            bearers.iter().copied().filter(|&index| fits(index)).collect()
        };
        let office = self.title_before(at).map(|title| title.office);
        let undated = self.people.date.is_none();
        let meant = [
            of(&|index| undated && office.is_some_and(|office| self.people.held(index, office))),
            of(&|index| undated && self.people.leads_still(index)),
            of(&|index| self.people.led(index)),
            of(&|_| undated && self.document.tokens[at].span.len() > 2),
        ];
        let meant = meant.into_iter().find(|people| !people.is_empty())?;
        let known: Vec<Known> = meant.iter().filter_map(|&index| self.people.listed(index)).collect();
        let last = known.last()?;
        let agreed = known.len() == meant.len() && known.iter().all(|other| other.country == last.country);
        agreed.then(|| last.clone())
    }

    /// "Brown coal", "Snow fell": a word that opens a sentence and may be no name.
    fn describes_next(&self, at: usize) -> bool {
        let opens = self.document.sentences.binary_search_by_key(&at, |sentence| sentence.first).is_ok();
        let plain = |token: &Token| token.kind == TokenKind::Word && !token.is_capitalised();
        let next = at + 1;
        opens
            && self.document.is_in(at, WordList::Surname)
            && self.document.tokens.get(next).is_some_and(plain)
            && self.document.small(next).0 == 0
            && !self.document.opens(next, Book::Cues)
            && !self.document.opens(next, Book::Titles)
    }
}
