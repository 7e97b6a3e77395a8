//! A codebook made ready for matching: the word families of its phrases and how much each tells.

use super::phrase::{
    before_preposition, content_words, family_at, hyphenated, is_small, literal, name_code, pairs, tokens, widen,
};
use super::{Codebook, Issue, IssueKind, Stance};
use crate::lexicon::{Book, CueClass, Lexicon, Side, WordClass, stem};
use crate::syntax::Document;
use crate::text::{ByHash, Code, InOrder, Shape, SortedMap, SortedSet, Token, TokenKind};

/// Where in a codebook a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Among the issue's own phrases, or the object of a title that is against it: all its words must stand.
    Phrase,
    /// The title, of which a part may do.
    Title,
    /// The title of an issue without phrases, of which less must do.
    LoneTitle,
    /// Two words that stand together in the title or note of such an issue.
    Pair,
    /// Two words that stand together in the title or a longer phrase of an issue with phrases.
    Part,
}

impl Origin {
    /// Whether a part may do.
    pub(super) fn is_title(self) -> bool {
        matches!(self, Self::Title | Self::LoneTitle)
    }
}

/// A phrase of an issue as a set of terms.
#[derive(Clone, Debug)]
pub(super) struct PhraseTerms {
    pub(super) issue: usize,
    /// `Opposes` where being for the phrase is being against the issue.
    pub(super) side: Stance,
    pub(super) terms: Vec<u16>,
    /// Terms after "not" in a claim's title.
    pub(super) denied: Vec<u16>,
    /// Where in the codebook it stands.
    pub(super) origin: Origin,
    /// In a title, how many terms stand before its first preposition.
    pub(super) core: usize,
    /// Whether a preposition links its first words ("aimed at Russia").
    pub(super) linked: bool,
    /// A term without which a part of the title does not do: the verb of a title that is against something.
    pub(super) needs: Option<u16>,
    /// For a phrase that is but a name with a small word ("via Bolivia"): its very words.
    pub(super) literal: Option<Vec<u64>>,
    /// The last term: what the phrase is about ("corridor").
    pub(super) head: Option<u16>,
}

/// Issues as terms.
#[derive(Clone, Debug)]
pub(super) struct IssueTerms {
    pub(super) phrases: Vec<PhraseTerms>,
    families: SortedMap<String, u16>,
    by_code: SortedMap<Code, u16>,
    /// For each term, the phrases that hold it.
    holding: Vec<Vec<u32>>,
    /// For each term, the issues whose it is, in order.
    issues: Vec<Vec<usize>>,
    /// For each term, the phrases of which it is the head.
    heading: Vec<Vec<u32>>,
    /// What all terms of each phrase tell.
    totals: Vec<u32>,
    /// For each issue, whether its title begins with a verb that is against something.
    against: Vec<bool>,
    /// For each term, in how many issues it occurs.
    pub(super) spread: Vec<u32>,
    pub(super) kinds: Vec<IssueKind>,
    /// For each term, whether every phrase writes it with a capital.
    pub(super) proper: Vec<bool>,
    /// For each term, whether it is the name of a country or bloc.
    pub(super) names: Vec<bool>,
}

impl IssueTerms {
    pub(super) fn new(codebook: &Codebook, lexicon: &Lexicon) -> Self {
        let kinds = codebook.issues.iter().map(|issue| issue.kind).collect();
        let mut terms = Self {
            phrases: Vec::new(),
            families: SortedMap::new(),
            by_code: SortedMap::new(),
            holding: Vec::new(),
            issues: Vec::new(),
            heading: Vec::new(),
            totals: Vec::new(),
            against: Vec::new(),
            spread: Vec::new(),
            kinds,
            names: Vec::new(),
            proper: Vec::new(),
        };
        for (index, issue) in codebook.issues.iter().enumerate() {
            terms.add_issue(index, issue, lexicon);
        }
        terms.drop_shared_parts();
        let mut issues_of = vec![SortedSet::new(); terms.families.len()];
        for phrase in &terms.phrases {
            for &term in phrase.terms.iter().chain(&phrase.denied) {
                issues_of[term as usize].insert(phrase.issue);
            }
        }
        terms.names = vec![false; terms.families.len()];
        for (family, term) in &terms.families {
            let code = family.strip_prefix('@').and_then(|code| code.parse().ok());
            terms.names[*term as usize] = code.is_some();
            if let Some(code) = code {
                terms.by_code.insert(code, *term);
            }
        }
        terms.spread = issues_of.iter().map(|issues| u32::try_from(issues.len()).unwrap_or(u32::MAX)).collect();
        terms.index();
        terms
    }

    /// Two words out of a longer phrase say nothing where another issue has both.
    fn drop_shared_parts(&mut self) {
        let mut words: Vec<Vec<u16>> = vec![Vec::new(); self.kinds.len()];
        for phrase in self.phrases.iter().filter(|phrase| phrase.origin != Origin::Part) {
            words[phrase.issue].extend(&phrase.terms);
        }
        self.phrases.retain(|phrase| {
            let elsewhere = |(issue, words): (usize, &Vec<u16>)| issue != phrase.issue && is_part(&phrase.terms, words);
            phrase.origin != Origin::Part || !words.iter().enumerate().any(elsewhere)
        });
    }

    fn index(&mut self) {
        self.holding = vec![Vec::new(); self.families.len()];
        self.issues = vec![Vec::new(); self.families.len()];
        self.heading = vec![Vec::new(); self.families.len()];
        self.against = vec![false; self.kinds.len()];
        for (number, phrase) in (0_u32..).zip(&self.phrases) {
            for &term in &phrase.terms {
                self.holding[usize::from(term)].push(number);
                self.issues[usize::from(term)].push(phrase.issue);
            }
            if let Some(head) = phrase.head {
                self.heading[usize::from(head)].push(number);
            }
            self.against[phrase.issue] |= phrase.needs.is_some();
        }
        for issues in &mut self.issues {
            issues.order();
            issues.dedup();
        }
        let total = |phrase: &PhraseTerms| phrase.terms.iter().map(|&term| self.weight(term)).sum();
        self.totals = self.phrases.iter().map(total).collect();
    }

    /// How much a term tells: the less, the more issues have it, and a name less than a word.
    pub(super) fn weight(&self, term: u16) -> u32 {
        let spread = self.spread[term as usize].clamp(1, 6);
        if self.names[term as usize] { 6 / spread + 1 } else { 12 / spread + 2 }
    }

    /// The term of a country's or bloc's names, where an issue has it.
    pub(super) fn of_name(&self, code: Code) -> Option<u16> {
        self.by_code.get(&code).copied()
    }

    /// The issues that have a term, in order.
    pub(super) fn issues_of(&self, term: u16) -> &[usize] {
        &self.issues[usize::from(term)]
    }

    /// The phrases that hold a term, by number, in order.
    pub(super) fn holding(&self, term: u16) -> &[u32] {
        &self.holding[usize::from(term)]
    }

    /// A phrase by its number, and what all its terms tell.
    pub(super) fn phrase(&self, number: u32) -> (&PhraseTerms, u32) {
        (&self.phrases[number as usize], self.totals[number as usize])
    }

    /// Whether a term is one of an issue's.
    pub(super) fn is_of(&self, term: u16, issue: usize) -> bool {
        self.issues_of(term).contains(&issue)
    }

    /// Whether one issue has several of these terms, names of countries aside.
    pub(super) fn are_several(&self, terms: &[(usize, u16)]) -> bool {
        let words = || terms.iter().map(|&(_, term)| term).filter(|&term| !self.names[usize::from(term)]);
        let joined = |term: u16| words().any(|other| other != term && self.are_joined(term, other));
        words().any(joined)
    }

    /// Whether two terms are of one issue.
    fn are_joined(&self, one: u16, other: u16) -> bool {
        self.issues_of(one).iter().any(|&issue| self.is_of(other, issue))
    }

    /// Whether an issue's title begins with a verb that is against something.
    pub(super) fn is_against(&self, issue: usize) -> bool {
        self.against[issue]
    }

    /// The phrases of which this term is the head.
    pub(super) fn headed_by(&self, term: u16) -> impl Iterator<Item = &PhraseTerms> {
        self.heading[usize::from(term)].iter().map(|&number| &self.phrases[number as usize])
    }

    /// The phrases that a sentence with these terms may hold: of a title two terms stand in it, of others all.
    pub(super) fn candidates(&self, present: &[(usize, u16)]) -> impl Iterator<Item = &PhraseTerms> {
        let is_new = |(index, &(_, term)): (usize, &(usize, u16))| {
            let known = present[..index].iter().any(|&(_, earlier)| earlier == term);
            (!known).then_some(term)
        };
        let distinct: Vec<u16> = present.iter().enumerate().filter_map(is_new).collect();
        let wanted = |phrase: &PhraseTerms| if phrase.origin.is_title() { 2 } else { phrase.terms.len() };
        // By their place in the list: few of all phrases share a word with a sentence, and of these most want more of them.
        let mut counts = SortedMap::with_room(distinct.iter().map(|&term| self.holding(term).len()).sum());
        for &term in &distinct {
            for &place in self.holding(term) {
                if wanted(&self.phrases[place as usize]) <= distinct.len() {
                    *counts.entry(place, || 0) += 1;
                }
            }
        }
        counts.into_iter().filter_map(move |(place, count)| {
            let phrase = &self.phrases[place as usize];
            (count >= wanted(phrase)).then_some(phrase)
        })
    }

    fn add_issue(&mut self, issue: usize, source: &Issue, lexicon: &Lexicon) {
        let undone = self.undone(source, lexicon);
        for mention in &source.mentions {
            let (terms, _) = self.terms_of(&mention.phrase, false, lexicon);
            if !terms.is_empty() {
                let head = before_preposition(&mention.phrase, lexicon)
                    .split_whitespace()
                    .next_back()
                    .filter(|head| !head.ends_with("ed") && !head.ends_with("ing"))
                    .and_then(|head| self.terms_of(head, false, lexicon).0.last().copied());
                self.phrases.push(PhraseTerms {
                    issue,
                    side: if is_part(&terms, &undone) { Stance::Opposes } else { mention.side },
                    terms,
                    denied: Vec::new(),
                    origin: Origin::Phrase,
                    core: 0,
                    linked: before_preposition(&mention.phrase, lexicon).len() < mention.phrase.len(),
                    needs: None,
                    literal: literal(&mention.phrase, lexicon),
                    head,
                });
            }
        }
        let (terms, denied) = self.terms_of(&source.title, true, lexicon);
        let core = self.terms_of(before_preposition(&source.title, lexicon), true, lexicon).0.len();
        let needs =
            terms.first().copied().filter(|_| source.kind == IssueKind::Policy && is_against(&source.title, lexicon));
        self.phrases.push(PhraseTerms {
            issue,
            side: Stance::Supports,
            terms,
            denied,
            origin: if source.mentions.is_empty() { Origin::LoneTitle } else { Origin::Title },
            core,
            linked: false,
            needs,
            literal: None,
            head: None,
        });
        if source.kind == IssueKind::Policy {
            self.add_object(issue, source, lexicon);
        }
        // Two words of a claim do not make it.
        if source.mentions.is_empty() || source.kind == IssueKind::Policy {
            self.add_pairs(issue, source, lexicon);
        }
    }

    /// The words of what a title is against, up to a preposition other than "of": "the Solaris reactor" of "Shut down the
    /// Solaris reactor". A phrase of nothing else ("Solaris") names what is to be shut down, not the shutting.
    fn undone(&mut self, source: &Issue, lexicon: &Lexicon) -> Vec<u16> {
        if source.kind != IssueKind::Policy || !is_against(&source.title, lexicon) {
            return Vec::new();
        }
        let rest = source.title.split_once(' ').map_or("", |(_, rest)| rest);
        let (object, more) = rest.split_once(" of ").unwrap_or((rest, ""));
        let head = before_preposition(object, lexicon);
        let mut undone = self.terms_of(head, false, lexicon).0;
        if head.len() == object.len() && !more.is_empty() {
            undone.extend(self.terms_of(before_preposition(more, lexicon), false, lexicon).0);
        }
        undone
    }

    /// An issue without phrases gets pairs of words that stand together in its title and note: "radar in the Czech
    /// Republic", "missile defence". A pair that two issues share means the one that comes first.
    fn add_pairs(&mut self, issue: usize, source: &Issue, lexicon: &Lexicon) {
        let after_verb = source.title.split_once(' ').map_or("", |(_, rest)| rest);
        let own = source.mentions.iter().filter(|mention| mention.side == Stance::Supports);
        let own = own.map(|mention| mention.phrase.as_str());
        let short: Vec<&str> = own.filter(|phrase| content_words(phrase, &tokens(phrase), lexicon) > 2).collect();
        let note = if source.mentions.is_empty() { source.note.as_str() } else { "" };
        for text in [after_verb, note].into_iter().chain(short) {
            for (linked, pair) in pairs(text, lexicon) {
                let (terms, _) = self.terms_of(&pair, false, lexicon);
                let known = self
                    .phrases
                    .iter()
                    .any(|phrase| matches!(phrase.origin, Origin::Pair | Origin::Part) && phrase.terms == terms);
                let names = self
                    .families
                    .iter()
                    .filter(|(family, term)| family.starts_with('@') && terms.contains(term))
                    .count();
                if terms.len() == 2 && names < 2 && !known && !is_against(&source.title, lexicon) {
                    let phrase = PhraseTerms {
                        issue,
                        side: Stance::Supports,
                        terms,
                        denied: Vec::new(),
                        origin: if source.mentions.is_empty() { Origin::Pair } else { Origin::Part },
                        core: 0,
                        linked,
                        needs: None,
                        literal: None,
                        head: None,
                    };
                    self.phrases.push(phrase);
                }
            }
        }
    }

    /// What a title asks to be done something with: "Halt the filling" is against "the filling"; "Build Solaris" is for
    /// "Solaris", a name that says it all where nothing follows it.
    fn add_object(&mut self, issue: usize, source: &Issue, lexicon: &Lexicon) {
        let Some(rest) = source.title.split_once(' ').map(|(_, rest)| rest) else { return };
        let object = before_preposition(rest, lexicon);
        let (terms, _) = self.terms_of(object, false, lexicon);
        let named = object.len() == rest.len()
            && rest.trim_start_matches("the ").starts_with(char::is_uppercase)
            && turns(&source.title, &[Side::For], lexicon)
            && !terms
                .iter()
                .all(|term| self.families.iter().any(|(family, other)| other == term && family.starts_with('@')));
        let side = if is_against(&source.title, lexicon) { Stance::Opposes } else { Stance::Supports };
        if !terms.is_empty() && (named || side == Stance::Opposes) {
            self.phrases.push(PhraseTerms {
                issue,
                side,
                terms,
                denied: Vec::new(),
                origin: Origin::Phrase,
                core: 0,
                linked: false,
                needs: None,
                literal: None,
                head: None,
            });
        }
    }

    /// The terms of a phrase, those after "not" apart. A phrase of one word means that word; in a longer one a word
    /// may be replaced by its like.
    fn terms_of(&mut self, phrase: &str, title: bool, lexicon: &Lexicon) -> (Vec<u16>, Vec<u16>) {
        let tokens = tokens(phrase);
        let count = content_words(phrase, &tokens, lexicon);
        let wide = if count > 1 {
            self.terms_by(phrase, &tokens, title, true, lexicon)
        } else {
            <(Vec<u16>, Vec<u16>)>::default()
        };
        // "fishing quota": two words of one concept would be left as one, and "the fish" would do.
        if wide.0.len() + wide.1.len() > 1 { wide } else { self.terms_by(phrase, &tokens, title, false, lexicon) }
    }

    fn terms_by(
        &mut self,
        phrase: &str,
        tokens: &[Token],
        title: bool,
        concepts: bool,
        lexicon: &Lexicon,
    ) -> (Vec<u16>, Vec<u16>) {
        let (mut terms, mut denied, mut at, mut negated) = (Vec::new(), Vec::new(), 0, false);
        while at < tokens.len() {
            let (family, length) = family_at(phrase, &tokens[at..], lexicon);
            negated |= matches!(tokens[at].of(phrase), "not" | "never" | "without");
            if let Some(family) = family {
                let family = if concepts { widen(family, lexicon) } else { family };
                let next = u16::try_from(self.families.len()).unwrap_or(u16::MAX);
                let term = *self.families.entry(family, || next);
                self.proper.resize(self.proper.len().max(usize::from(term) + 1), true);
                self.proper[usize::from(term)] &= tokens[at].is_capitalised() && (at > 0 || !title);
                let list = if negated { &mut denied } else { &mut terms };
                if !list.contains(&term) {
                    list.push(term);
                }
            }
            at += length;
        }
        (terms, denied)
    }

    fn terms_of_word(&self, token: &Token, text: &str, lexicon: &Lexicon) -> [Option<u16>; 2] {
        if is_small(std::slice::from_ref(token), lexicon) {
            return [None; 2];
        }
        let own = if token.kind == TokenKind::Number { token.of(text).to_owned() } else { stem(token.of(text)) };
        let wide = lexicon.words.concept(&own).and_then(|concept| self.families.get(&format!("={concept}")));
        [self.families.get(&own).copied(), wide.copied()]
    }

    /// The terms of a run of tokens that begins at `first`, with the token they begin at counted from the run's first.
    /// In running text a capitalised word is a name and means no common word of a phrase ("the Cape" is no cap).
    pub(super) fn read(
        &self,
        document: &Document,
        tokens: &[Token],
        first: usize,
        heading: bool,
        lexicon: &Lexicon,
        cache: &mut TermCache,
    ) -> Vec<(usize, u16)> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            // A small word is no term, unless it is a long auxiliary ("remains").
            let (small, _) = document.small(first + at);
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number)
                || small != 0 && small & WordClass::Auxiliary.bit() == 0
            {
                at += 1;
                continue;
            }
            let name = token.is_capitalised() && document.opens(first + at, Book::Names);
            if let Some((code, length)) = name.then(|| name_code(&tokens[at..], lexicon)).flatten() {
                out.extend(self.by_code.get(&code).map(|&term| (at, term)));
                at += length;
                continue;
            }
            if let Some(family) = hyphenated(document.text, &tokens[at..], lexicon) {
                let family = widen(family, lexicon);
                out.extend(self.families.get(&family).map(|&term| (at, term)));
                at += 3;
                continue;
            }
            let known = cache.places.place_or(token.lower, cache.terms.len());
            if known == cache.terms.len() {
                cache.terms.push(self.terms_of_word(token, document.text, lexicon));
            }
            let terms = cache.terms[known];
            // Most words are of no issue.
            if terms == [None; 2] {
                at += 1;
                continue;
            }
            let named = token.shape == Shape::Capital && at > 0 && !heading;
            let fits = |term: &u16| !named || self.proper[usize::from(*term)];
            out.extend(terms.iter().flatten().copied().filter(fits).map(|term| (at, term)));
            at += 1;
        }
        out
    }
}

/// Whether some terms are all among others.
fn is_part(terms: &[u16], of: &[u16]) -> bool {
    terms.iter().all(|term| of.contains(term))
}

/// Whether a title's verb is against its object ("Halt the filling").
fn is_against(title: &str, lexicon: &Lexicon) -> bool {
    turns(title, &[Side::Against, Side::Partly], lexicon)
}

/// Whether a title's verb takes one of these sides toward its object.
fn turns(title: &str, sides: &[Side], lexicon: &Lexicon) -> bool {
    lexicon
        .cues
        .book
        .longest(&tokens(title))
        .is_some_and(|(cues, _)| cues.iter().any(|cue| cue.class == CueClass::Back && sides.contains(&cue.side)))
}

/// Words met before and their terms, by the hash of their small letters: the word's own and its concept's.
#[derive(Clone, Debug, Default)]
pub(super) struct TermCache {
    places: ByHash,
    terms: Vec<[Option<u16>; 2]>,
}
