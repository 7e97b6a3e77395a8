//! One sentence read for its clause structure: cues, small words, and where clauses begin.
//!
//! Rules ask a [`Sense`] for the subject, the voice and the negation of a cue, never for word positions of their own.
//! The answers come from the order of words, which in English news is mostly subject, verb, object, and where there is
//! a parser from the sentence's parse, which is made at the first question that needs it: most never are.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::path::Parsed;
use crate::entities::{Cast, EntityKind};
use crate::lexicon::{Book, Cue, CueClass, Form, Lexicon, WordClass, WordList};
use crate::syntax::{Class, Document, Parse, SentenceParser};
use crate::text::{Sentence, Token, TokenKind};

/// A cue in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueAt {
    /// Index of its first token.
    pub first: usize,
    /// One past the index of its last token.
    pub end: usize,
    /// What it can be here; never empty. Mostly all that the lexicon has for it, and then the lexicon's own list.
    pub entries: Cow<'static, [Cue]>,
}

impl CueAt {
    /// The entry of one of these classes, where the cue has one.
    pub fn entry(&self, classes: &[CueClass]) -> Option<Cue> {
        self.entries.iter().copied().find(|cue| classes.contains(&cue.class))
    }

    /// Whether it is a verb here.
    pub fn is_verb(&self) -> bool {
        self.entries.iter().any(|cue| cue.form != Form::None)
    }
}

/// A sentence with its cues and clause starts.
#[derive(Debug)]
pub struct Sense<'a> {
    /// The text it stands in.
    pub document: &'a Document<'a>,
    /// Who is named.
    pub cast: &'a Cast,
    /// Its place and tokens.
    pub sentence: Sentence,
    /// Its cues, in order.
    pub cues: Vec<CueAt>,
    /// Whether it is a headline or a heading.
    pub heading: bool,
    /// What parses it, and its parse from the first question on that needs one.
    parser: Option<&'a SentenceParser>,
    parse: OnceCell<Parsed>,
    small: Vec<u8>,
    /// Found when first asked for: most sentences say and judge nothing.
    clause_starts: OnceCell<Vec<usize>>,
    openers: OnceCell<Vec<(usize, &'static [&'static str])>>,
}

impl<'a> Sense<'a> {
    /// Reads a sentence.
    pub fn read(
        document: &'a Document<'a>,
        cast: &'a Cast,
        lexicon: &'static Lexicon,
        sentence: Sentence,
        heading: bool,
    ) -> Self {
        let mut sense = Self {
            document,
            cast,
            sentence,
            cues: Vec::new(),
            heading,
            parser: None,
            parse: OnceCell::new(),
            small: vec![0; sentence.end - sentence.first],
            clause_starts: OnceCell::new(),
            openers: OnceCell::new(),
        };
        sense.mark_small(lexicon);
        sense.mark_cues(lexicon);
        sense
    }

    /// Where clauses begin, in order.
    pub(super) fn clause_starts(&self) -> &[usize] {
        self.clause_starts.get_or_init(|| self.find_clauses())
    }

    /// From now on questions may be answered by this parser.
    pub fn parse_with(&mut self, parser: &'a SentenceParser) {
        self.parser = Some(parser);
    }

    /// Its parse, where there is a parser.
    pub fn parse(&self) -> Option<&Parse> {
        self.parsed().map(|parsed| &parsed.parse)
    }

    /// The same, with what hangs from each word.
    pub(super) fn parsed(&self) -> Option<&Parsed> {
        let parser = self.parser?;
        Some(self.parse.get_or_init(|| Parsed::new(parser.parse(self.document, self.sentence))))
    }

    /// Where words stand that open a condition, and these words.
    pub fn condition_openers(&self) -> &[(usize, &'static [&'static str])] {
        self.openers.get_or_init(|| self.find_openers())
    }

    /// Whether the token can be a small word of this class.
    pub fn is(&self, token: usize, class: WordClass) -> bool {
        token
            .checked_sub(self.sentence.first)
            .and_then(|at| self.small.get(at))
            .is_some_and(|bits| bits & class.bit() != 0)
    }

    /// Whether the token is a small word of any class.
    pub fn is_small(&self, token: usize) -> bool {
        token.checked_sub(self.sentence.first).and_then(|at| self.small.get(at)).is_some_and(|bits| *bits != 0)
    }

    /// The cue that covers a token.
    pub fn cue_at(&self, token: usize) -> Option<&CueAt> {
        self.cue_number(token).map(|number| &self.cues[number])
    }

    /// The place of that cue in the list.
    pub fn cue_number(&self, token: usize) -> Option<usize> {
        let number = self.cues.partition_point(|cue| cue.first <= token).checked_sub(1)?;
        (token < self.cues[number].end).then_some(number)
    }

    /// Whether a verb or adjective is denied: "not", "never", "no longer" among the words before it.
    pub fn is_negated(&self, token: usize) -> bool {
        self.negation(token).is_some()
    }

    /// The word that denies a verb or adjective.
    pub fn negation(&self, token: usize) -> Option<usize> {
        let from = token.saturating_sub(4).max(self.sentence.first);
        for at in (from..token).rev() {
            if self.document.is_in(at, WordList::Negation) {
                let only = self.document.is_one_of(at + 1, &["only", "just", "merely", "least"]);
                let denies = !only && !self.document.is_one_of(at.wrapping_sub(1), &["if", "why"]);
                return denies.then_some(at);
            }
            let passes = self.is(at, WordClass::Auxiliary)
                || self.is(at, WordClass::Adverb)
                || self.is(at, WordClass::Determiner)
                || self.document.is_one_of(at, &["to", "in", "yet"]);
            if !passes {
                return None;
            }
        }
        None
    }

    /// Whether a past form is passive: by its parse, else where a form of "be" or "get" stands before it, or "by" after a bare participle.
    pub fn is_passive(&self, cue: &CueAt) -> bool {
        let past = cue.entries.iter().any(|entry| entry.form == Form::Past);
        if !past {
            return false;
        }
        if self.parser.is_some() {
            return self.is_passive_by_parse(cue);
        }
        for at in (self.sentence.first..cue.first).rev().take(4) {
            if self.document.is_in(at, WordList::Be) {
                return true;
            }
            if self.document.is_one_of(at, &["has", "have", "had", "having"]) {
                return false;
            }
            if !(self.is(at, WordClass::Adverb) || self.is(at, WordClass::Auxiliary)) {
                break;
            }
        }
        let named = cue
            .first
            .checked_sub(1)
            .and_then(|at| self.cast.at(at))
            .is_some_and(|(_, placed)| placed.acts() && placed.end == cue.first);
        self.document.is(cue.end, "by") && !named
    }

    fn mark_small(&mut self, lexicon: &Lexicon) {
        let (first, end) = (self.sentence.first, self.sentence.end);
        let mut at = first;
        while at < end {
            let (alone, longer) = self.document.small(at);
            let phrase = longer.then(|| lexicon.words.small.longest(&self.document.tokens[at..end])).flatten();
            let (bits, length) = phrase.map_or((alone, 1), |(classes, length)| (WordClass::bits(classes), length));
            // One token nearly always, which is quicker written than a run of them.
            self.small[at - first] = bits;
            if length > 1 {
                self.small[at - first + 1..at - first + length].fill(bits);
            }
            at += length;
        }
    }

    fn mark_cues(&mut self, lexicon: &'static Lexicon) {
        let end = self.sentence.end;
        let mut at = self.sentence.first;
        while at < end {
            if !self.document.opens(at, Book::Cues) {
                at += 1;
                continue;
            }
            let token = &self.document.tokens[at];
            let hyphenated = at > 0 && self.document.word(at - 1) == "-" && !token.spaced;
            let in_title = token.is_capitalised()
                && self.document.tokens.get(at + 1).is_some_and(Token::is_capitalised)
                && !self.heading
                && at + 1 < end;
            let inside_name = hyphenated
                || in_title
                || token.is_capitalised()
                    && at > self.sentence.first
                    && self.cast.at(at).is_some_and(|(_, placed)| {
                        !matches!(
                            placed.mention.kind,
                            EntityKind::System | EntityKind::Document | EntityKind::Event | EntityKind::Place
                        )
                    });
            let found = (token.kind == TokenKind::Word && !inside_name)
                .then(|| lexicon.cues.book.longest(&self.document.tokens[at..end]))
                .flatten();
            let apart = self.document.opens(at, Book::Separable);
            if let Some(entry) = apart.then(|| self.separated(lexicon, at)).flatten() {
                self.cues.push(CueAt { first: at, end: at + 1, entries: Cow::Owned(vec![entry]) });
                at += 1;
                continue;
            }
            let Some((entries, length)) = found else {
                at += 1;
                continue;
            };
            let entries = self.fitting(at, at + length, entries);
            if entries.is_empty() {
                at += 1;
            } else {
                self.cues.push(CueAt { first: at, end: at + length, entries });
                at += length;
            }
        }
    }

    /// "ruled the plan out": a verb whose particle stands after its object.
    fn separated(&self, lexicon: &Lexicon, at: usize) -> Option<Cue> {
        let end = self.sentence.end.min(at + 7);
        let (entries, _) = lexicon.cues.separable.longest(&self.document.tokens[at..=at])?;
        let object = self.document.tokens.get(at + 1..end)?;
        let particle = object
            .iter()
            .skip(1)
            .zip(at + 2..)
            .take_while(|&(token, place)| token.kind == TokenKind::Word && !self.document.is(place, "to"))
            .find_map(|(token, _)| entries.iter().find(|(particle, _)| *particle == token.lower));
        particle.map(|(_, cue)| *cue).filter(|cue| self.fits(at, at + 1, *cue))
    }

    /// The entries that can be where the cue stands.
    fn fitting(&self, first: usize, end: usize, entries: &'static [Cue]) -> Cow<'static, [Cue]> {
        let fits = |cue: &Cue| self.fits(first, end, *cue);
        match entries.iter().position(|cue| !fits(cue)) {
            None => Cow::Borrowed(entries),
            Some(misfit) => {
                let (before, after) = (&entries[..misfit], &entries[misfit + 1..]);
                before.iter().chain(after.iter().filter(|cue| fits(cue))).copied().collect()
            }
        }
    }

    /// Whether a form can be what the entry says where it stands: "plans" after "the" is no verb.
    fn fits(&self, first: usize, end: usize, cue: Cue) -> bool {
        let before = first.checked_sub(1).filter(|&at| at >= self.sentence.first);
        let after_determiner = before.is_some_and(|at| {
            (self.is(at, WordClass::Determiner)
                && !self.is(at, WordClass::Pronoun)
                && !self.document.is_one_of(at, &["that", "this", "all", "both", "her"]))
                || self.document.is_one_of(at, &["'s", "’s", "'", "’"]) && !self.next_is_object(end)
        });
        let single = end - first == 1;
        if single && self.document.is(first, "against") {
            let state = ["remain", "remains", "remained", "stay", "stays", "stayed", "come", "comes", "came"];
            return (first.saturating_sub(4)..first)
                .any(|at| self.document.is_in(at, WordList::Be) || self.document.is_one_of(at, &state));
        }
        match cue.form {
            Form::None => cue.class != CueClass::Noun || !self.is_verb_place(before, first, end),
            Form::Past => !(after_determiner && single),
            Form::Gerund => {
                !(after_determiner && single) || self.is(end, WordClass::Determiner) || self.document.is(end, "of")
            }
            Form::Base | Form::Third => {
                let to = before.is_some_and(|at| self.document.is(at, "to"));
                let after_preposition = before.is_some_and(|at| self.is(at, WordClass::Preposition)) && !to;
                let adjective = before.is_some_and(|at| {
                    !self.is_small(at) && self.cast.at(at).is_none() && looks_like_adjective(self.document.word(at))
                });
                if single && cue.form == Form::Base && !self.base_can_stand(before) {
                    return false;
                }
                let to_end = if !single && self.document.is(end - 1, "to") { first + 1 } else { end };
                if (single || to_end < end) && self.noun_after_name(before, first, to_end, cue.form) {
                    return false;
                }
                !single || !(after_determiner || after_preposition || adjective)
            }
        }
    }

    /// Whether a base form can be a verb after this word: after "to", a modal, a subject or another verb joined to it.
    fn base_can_stand(&self, before: Option<usize>) -> bool {
        let Some(at) = before else { return true };
        let word = self.document.word(at);
        let closed =
            self.is_small(at) || self.document.tokens[at].kind != TokenKind::Word || self.cast.at(at).is_some();
        closed || word.ends_with('s') || self.heading || word.ends_with("ly")
    }

    /// Whether a verb stands here: by its parse, else where "to" or a modal stands before it or the word that denies it.
    pub fn is_verb(&self, token: usize) -> bool {
        if let Some(class) = self.class(token) {
            return class == Class::Verb;
        }
        let opens = |at: usize| {
            self.document.is(at, "to") || self.is(at, WordClass::Auxiliary) && !self.document.is_in(at, WordList::Be)
        };
        let before = (self.sentence.first..token)
            .rev()
            .find(|&at| !self.is(at, WordClass::Adverb) && !self.document.is_in(at, WordList::Negation));
        before.is_some_and(opens)
    }

    /// "demanded that Bolivia abandon it": a base form after a single name that "that" opens is what somebody wants done.
    pub fn is_subjunctive(&self, verb: usize) -> bool {
        let subject = verb.checked_sub(1).and_then(|at| self.cast.at(at)).filter(|(_, placed)| placed.end == verb);
        let Some((_, placed)) = subject.filter(|(_, placed)| placed.acts() && !placed.plural) else { return false };
        let before = placed
            .first
            .checked_sub(1)
            .filter(|&at| !self.is(at, WordClass::Determiner) || self.document.is(at, "that"));
        before
            .or(placed.first.checked_sub(2))
            .is_some_and(|at| at > self.sentence.first && self.document.is(at, "that"))
    }

    fn next_is_object(&self, at: usize) -> bool {
        self.is(at, WordClass::Determiner) || self.is(at, WordClass::Pronoun)
    }

    /// Whether the word between stands where a verb would: after a modal, "to" or a subject and before an object.
    fn is_verb_place(&self, before: Option<usize>, _first: usize, end: usize) -> bool {
        let Some(before) = before else { return false };
        let after_subject = self.document.is_one_of(
            before,
            &[
                "to", "will", "would", "should", "could", "can", "must", "may", "might", "not", "n't", "n’t", "they",
                "we", "i", "he", "she", "it", "do", "does", "did",
            ],
        );
        let acting = self.cast.at(before).is_some_and(|(_, placed)| placed.acts());
        after_subject || acting && self.next_is_object(end)
    }

    /// Whether a form right after a name is a noun: a base form after a single name ("the US view"), a form in -s
    /// that another verb of the clause follows ("US plans to deploy ... have angered"), or after a preposition.
    fn noun_after_name(&self, before: Option<usize>, first: usize, end: usize, form: Form) -> bool {
        let Some((_, placed)) = before.and_then(|at| self.cast.at(at)) else { return false };
        if placed.end != first {
            return false;
        }
        let owner = placed.first.checked_sub(1).filter(|&at| at >= self.sentence.first);
        let joined = owner.is_some_and(|at| {
            let at = if self.is(at, WordClass::Determiner) { at.wrapping_sub(1) } else { at };
            self.document.is_one_of(at, &["and", "or", "&"])
        });
        let several = placed.plural || joined || self.document.word(placed.end - 1).ends_with('s') && !placed.acts();
        let governed = owner.is_some_and(|at| {
            let at = if self.is(at, WordClass::Determiner) { at.wrapping_sub(1) } else { at };
            self.is(at, WordClass::Preposition)
        });
        if form == Form::Base && self.is_subjunctive(first) {
            return false;
        }
        if !placed.acts() && !several || governed || form == Form::Base && !several {
            return true;
        }
        let stop = (end..self.sentence.end)
            .find(|&at| self.document.is_one_of(at, &[",", ";", "but", "that", "which", "who", "while", ".", ":"]));
        let later = (end..stop.unwrap_or(self.sentence.end)).any(|at| {
            self.document.is_one_of(
                at,
                &[
                    "is", "are", "was", "were", "has", "have", "had", "will", "would", "remain", "remains", "could",
                    "can", "must",
                ],
            )
        });
        let ambiguous = self.document.word(first).ends_with('s')
            && self.document.is_one_of(end, &["to", "for", "of", "on", "in", "over", "against", "by"]);
        ambiguous && later
    }
}

/// Whether a word ends as most adjectives do.
pub fn looks_like_adjective(word: &str) -> bool {
    ["al", "ous", "ive", "ful", "less", "ish", "ic", "able", "ible", "ary", "ed", "new", "ong", "ill"]
        .iter()
        .any(|end| word.ends_with(end))
}
