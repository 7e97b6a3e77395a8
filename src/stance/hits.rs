//! Where a sentence speaks of an issue: by a phrase, by part of its title, by its head noun, or by an anaphor.

use super::terms::{IssueTerms, PhraseTerms};
use super::{IssueKind, Stance};
use crate::attribution::Sense;
use crate::entities::EntityKind;
use crate::lexicon::{CueClass, Form, WordClass, WordList};
use crate::text::{Code, TokenKind};

/// A place where a sentence speaks of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the issue in the codebook.
    pub(super) issue: usize,
    /// First token of the words.
    pub(super) first: usize,
    /// One past their last token.
    pub(super) end: usize,
    /// `Opposes` where the words stand for the other side.
    pub(super) side: Stance,
    /// How surely they mean the issue, in hundredths.
    pub(super) score: u32,
    /// Whether the words hold the verb of a title that is against something ("postpone the vote").
    pub(super) own: bool,
    /// Whether the issue is only pointed to ("it", "the plan").
    pub(super) anaphor: bool,
}

/// The issues that were last spoken of, latest last.
#[derive(Clone, Debug, Default)]
pub(super) struct InPlay {
    issues: Vec<(usize, Stance)>,
    /// How many sentences ago the last of them was spoken of.
    age: usize,
    /// What each holder was last seen to be for: "the Peruvian plan" is the one that Peru wants.
    wanted: Vec<(Code, usize)>,
}

impl InPlay {
    /// Whether anything was spoken of lately; a pronoun does not reach farther back.
    pub(super) fn is_live(&self) -> bool {
        !self.issues.is_empty() && self.age < LATELY
    }

    pub(super) fn note(&mut self, hits: &[Hit]) {
        self.age = if hits.iter().any(|hit| !hit.anaphor) { 0 } else { self.age + 1 };
        for hit in hits.iter().filter(|hit| !hit.anaphor) {
            self.issues.retain(|(issue, _)| *issue != hit.issue);
            self.issues.push((hit.issue, hit.side));
        }
    }

    pub(super) fn note_wanted(&mut self, holder: Code, issue: usize) {
        self.wanted.retain(|known| *known != (holder, issue));
        self.wanted.push((holder, issue));
    }

    fn wanted_by(&self, holder: Code) -> Option<usize> {
        self.wanted.iter().rev().find(|(known, _)| *known == holder).map(|(_, issue)| *issue)
    }

    fn latest_of(&self, issues: &IssueTerms, kind: IssueKind) -> Option<(usize, Stance)> {
        self.issues.iter().rev().find(|(issue, _)| issues.kinds[*issue] == kind).copied()
    }

    fn latest(&self) -> Option<(usize, Stance)> {
        self.issues.last().copied()
    }
}

/// How many sentences a matter stays in a reader's mind.
const LATELY: usize = 8;

/// Finds the issues a sentence speaks of. `terms` are its terms with their tokens, counted from the sentence's first.
pub(super) fn find(sense: &Sense, terms: &[(usize, u16)], issues: &IssueTerms, in_play: &InPlay) -> Vec<Hit> {
    let first = sense.sentence.first;
    let present: Vec<(usize, u16)> = terms.iter().map(|&(at, term)| (first + at, term)).collect();
    let mut hits = Vec::new();
    if !present.is_empty() {
        for phrase in &issues.phrases {
            hits.extend(match_phrase(sense, &present, phrase, issues));
        }
    }
    let mut hits = choose(hits);
    heads(sense, &present, issues, in_play, &mut hits);
    if in_play.is_live() || !hits.is_empty() {
        anaphors(sense, issues, in_play, &mut hits);
    }
    hits.sort_by_key(|hit| (hit.first, hit.end, hit.issue));
    hits
}

fn weight(issues: &IssueTerms, term: u16) -> u32 {
    let spread = issues.spread[term as usize].clamp(1, 6);
    if issues.names[term as usize] { 6 / spread + 1 } else { 12 / spread + 2 }
}

/// In a title the words after the first preposition only narrow it down: "Stop the filling while talks last".
fn phrase_weight(phrase: &PhraseTerms, issues: &IssueTerms, term: u16) -> u32 {
    let tail =
        phrase.core >= 2 && phrase.terms.iter().position(|&other| other == term).is_some_and(|at| at >= phrase.core);
    if tail { weight(issues, term) / 3 + 1 } else { weight(issues, term) }
}

fn match_phrase(sense: &Sense, present: &[(usize, u16)], phrase: &PhraseTerms, issues: &IssueTerms) -> Option<Hit> {
    let total: u32 = phrase.terms.iter().map(|&term| phrase_weight(phrase, issues, term)).sum();
    let wanted: Vec<(usize, u16)> = present.iter().copied().filter(|(_, term)| phrase.terms.contains(term)).collect();
    let best = best_window(sense, &wanted, phrase, issues)?;
    let (first, last, got, count) = best;
    // A title whose very noun is missing is a weak find.
    let headless = phrase.title
        && phrase.core >= 2
        && phrase
            .terms
            .get(phrase.core - 1)
            .is_some_and(|&head| !wanted.iter().any(|&(at, term)| term == head && (first..=last).contains(&at)));
    let score = got * 100 / total.max(1) * if headless { 8 } else { 10 } / 10;
    let enough = if phrase.title {
        let unique = wanted.iter().any(|&(at, term)| {
            issues.spread[term as usize] == 1 && !issues.names[term as usize] && (first..=last).contains(&at)
        });
        let words =
            wanted.iter().filter(|&&(at, term)| (first..=last).contains(&at) && !issues.names[term as usize]).count();
        words >= 1
            && (count >= 3 && (score >= 60 || score >= 42 && unique)
                || count == 2 && score >= 60
                || phrase.alone && words >= 2 && score >= 40)
    } else {
        count == phrase.terms.len()
    };
    let inside = |term: u16| wanted.iter().any(|&(at, other)| other == term && (first..=last).contains(&at));
    let literal = phrase.literal.as_ref().is_none_or(|words| stands(sense, words));
    if !enough || !literal || phrase.needs.is_some_and(|term| !inside(term)) {
        return None;
    }
    // A whole phrase counts by what it tells, so that the longer of two phrases wins.
    let strength = match (phrase.title, phrase.alone) {
        (true, true) => score * total * 6 / 1000,
        (true, false) => score * total * 8 / 1000,
        (false, _) if phrase.pair => total + 2,
        (false, _) => total + 8,
    };
    Some(Hit {
        issue: phrase.issue,
        first,
        end: end_of(sense, last),
        side: phrase.side,
        score: strength,
        own: phrase.needs.is_some(),
        anaphor: false,
    })
}

/// Whether these very words stand in the sentence.
fn stands(sense: &Sense, words: &[u64]) -> bool {
    let tokens = &sense.document.tokens[sense.sentence.first..sense.sentence.end];
    tokens.windows(words.len()).any(|run| run.iter().zip(words).all(|(token, word)| token.lower == *word))
}

/// A hit ends with the name or word its last term stands in.
fn end_of(sense: &Sense, last: usize) -> usize {
    sense
        .cast
        .at(last)
        .filter(|(_, placed)| placed.first == last)
        .map_or(last + 1, |(_, placed)| placed.end.min(sense.sentence.end))
}

/// The stretch that holds most of the phrase: first and last token, weight and number of terms.
fn best_window(
    sense: &Sense,
    wanted: &[(usize, u16)],
    phrase: &PhraseTerms,
    issues: &IssueTerms,
) -> Option<(usize, usize, u32, usize)> {
    let reach = if phrase.title { 12 + phrase.terms.len() } else { 4 + 2 * phrase.terms.len() };
    let mut best: Option<(usize, usize, u32, usize)> = None;
    for (index, &(first, _)) in wanted.iter().enumerate() {
        let (mut seen, mut got, mut last) = (Vec::new(), 0, first);
        for &(at, term) in &wanted[index..] {
            let verb = !phrase.title && (first..=at).any(|at| is_finite(sense, at));
            let loose = phrase.linked && seen.len() == 1 && at > first && !is_linked(sense, first, at);
            if loose {
                continue;
            }
            if verb || at - first > reach || sense.clause_start(at) > first {
                break;
            }
            if !seen.contains(&term) {
                seen.push(term);
                got += phrase_weight(phrase, issues, term);
                last = at;
            }
        }
        let better =
            best.is_none_or(|(start, end, weight, _)| got > weight || got == weight && last - first < end - start);
        if better {
            best = Some((first, last, got, seen.len()));
        }
    }
    best
}

/// Whether two words of a phrase such as "aimed at Russia" hang together: side by side, or by a preposition.
fn is_linked(sense: &Sense, first: usize, second: usize) -> bool {
    let preposition = (second.saturating_sub(3).max(first + 1)..second).any(|at| {
        sense.is(at, WordClass::Preposition)
            && (at + 1..second).all(|between| {
                sense.is(between, WordClass::Determiner)
                    || !sense.is_small(between) && sense.document.tokens[between].kind != TokenKind::Mark
            })
    });
    second - first <= 2 || preposition
}

/// Whether a finite verb or auxiliary stands here: a noun phrase does not go on past it.
fn is_finite(sense: &Sense, at: usize) -> bool {
    let auxiliary = sense.document.is_one_of(
        at,
        &[
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "may", "must", "should",
            "said",
        ],
    );
    let cue = sense.cue_at(at).is_some_and(|cue| {
        cue.entries.iter().all(|entry| matches!(entry.form, Form::Third | Form::Past)) && !sense.is_passive(cue)
    });
    let subject_before = at > sense.sentence.first
        && (sense.cast.at(at - 1).is_some_and(|(_, placed)| placed.acts())
            || sense.is(at - 1, WordClass::Auxiliary)
            || sense.is(at - 1, WordClass::Pronoun)
            || sense.is(at - 1, WordClass::Adverb));
    auxiliary || cue && subject_before
}

/// Of hits that share words the strongest stays; a much weaker one of another issue goes.
fn choose(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.first, hit.issue));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        let same = kept.iter().any(|other| other.issue == hit.issue && other.first < hit.end && hit.first < other.end);
        let shadowed = kept.iter().any(|other| {
            other.first < hit.end
                && hit.first < other.end
                && (other.score * 10 > hit.score * 12 || other.issue == hit.issue)
        });
        if !same && !shadowed {
            kept.push(hit);
        }
    }
    kept
}

/// "the corridor": the head noun of a phrase, with an article that points back.
fn heads(sense: &Sense, present: &[(usize, u16)], issues: &IssueTerms, in_play: &InPlay, hits: &mut Vec<Hit>) {
    for &(at, term) in present {
        let pointed = is_pointed(sense, at);
        let taken = hits.iter().any(|hit| hit.first <= at && at < hit.end);
        let person = sense.cast.at(at).is_some_and(|(_, placed)| placed.mention.kind == EntityKind::Person);
        if !pointed || taken || person || sense.document.is_in(at, WordList::Vague) || issues.names[term as usize] {
            continue;
        }
        let owners: Vec<&PhraseTerms> = issues.phrases.iter().filter(|phrase| phrase.head == Some(term)).collect();
        let unique = owners
            .first()
            .filter(|first| owners.iter().all(|other| other.issue == first.issue) && issues.spread[term as usize] == 1);
        let recent = recent_owner(&owners, present, issues, in_play);
        if let Some(phrase) = recent.or(unique.copied()) {
            hits.push(Hit {
                issue: phrase.issue,
                first: at,
                end: at + 1,
                side: phrase.side,
                score: 8,
                own: false,
                anaphor: true,
            });
        }
    }
}

/// Whether an article or pronoun that points back stands before a noun; a nationality or adjective may stand between.
fn is_pointed(sense: &Sense, noun: usize) -> bool {
    let mut at = noun;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= sense.sentence.first) else { return false };
        if sense.document.is_one_of(before, &["the", "this", "that", "its", "such", "any"]) {
            return true;
        }
        let nationality = sense.cast.at(before).is_some_and(|(_, placed)| placed.mention.kind == EntityKind::Country);
        let adjective = !sense.is_small(before) && sense.cast.at(before).is_none() && sense.cue_at(before).is_none();
        if !(nationality || adjective || sense.is(before, WordClass::Adverb)) {
            return false;
        }
        at = before;
    }
    false
}

/// Of the issues in play that share a head noun, the one whose other words stand in the sentence, else the latest.
fn recent_owner<'a>(
    owners: &[&'a PhraseTerms],
    present: &[(usize, u16)],
    issues: &IssueTerms,
    in_play: &InPlay,
) -> Option<&'a PhraseTerms> {
    let told = |issue: usize| {
        let terms = issues
            .phrases
            .iter()
            .filter(|phrase| phrase.issue == issue && phrase.title)
            .flat_map(|phrase| &phrase.terms);
        terms.filter(|term| present.iter().any(|(_, other)| other == *term)).count()
    };
    let recent = in_play.issues.iter().enumerate().filter_map(|(age, (issue, _))| {
        owners.iter().find(|phrase| phrase.issue == *issue).map(|phrase| (age, *phrase))
    });
    recent.max_by_key(|(age, phrase)| (told(phrase.issue), *age)).map(|(_, phrase)| phrase)
}

/// "the plan", "this offer", "it": the issue in play, where the sentence names none nearby.
fn anaphors(sense: &Sense, issues: &IssueTerms, in_play: &InPlay, hits: &mut Vec<Hit>) {
    let (first, end) = (sense.sentence.first, sense.sentence.end);
    for at in first..end {
        if hits.iter().any(|hit| hit.first <= at && at < hit.end) {
            continue;
        }
        let owner = owner_of(sense, at);
        let definite = owner.is_some()
            || at > first
                && sense.document.is_one_of(
                    at - 1,
                    &["the", "this", "that", "such", "these", "those", "any", "'s", "’s", "his", "its", "their"],
                );
        let described = at > first + 1
            && sense.cue_at(at - 2).is_some()
            && sense.document.is_one_of(at - 1, &["a", "an"])
            && sense.document.is_one_of(at + 1, &["that", "which"]);
        let noun = (definite || described) && sense.document.is_in(at, WordList::Pointer);
        let said = sense.cue_at(at.wrapping_sub(1)).is_some_and(|cue| cue.entry(&[CueClass::Say]).is_some())
            && sense.document.word(at + 1) == ",";
        let that = !said && sense.document.word(at) == "That"
            || !said && sense.document.is(at, "that") && ends_clause(sense, at + 1);
        let it =
            sense.document.is_one_of(at, &["it", "this"]) && (sense.is_verbal(at + 1) || ends_clause(sense, at + 1));
        let pronoun = (it || that) && !is_expletive(sense, at) && !sense.document.is(at + 1, "that");
        if !noun && !pronoun {
            continue;
        }
        let named_after =
            noun && leads_on(sense, at) && hits.iter().any(|hit| !hit.anaphor && hit.first > at && hit.first <= at + 8);
        let side_clause =
            pronoun && sense.document.is_one_of(sense.clause_start(at), &["where", "which", "who", "whose"]);
        if named_after || side_clause {
            continue;
        }
        if let Some(issue) = owner.filter(|_| noun).and_then(|owner| in_play.wanted_by(owner)) {
            hits.push(Hit {
                issue,
                first: at,
                end: at + 1,
                side: Stance::Supports,
                score: 7,
                own: false,
                anaphor: true,
            });
            continue;
        }
        let earlier = hits
            .iter()
            .filter(|hit| hit.end <= at && !hit.anaphor)
            .max_by_key(|hit| hit.end)
            .map(|hit| (hit.issue, hit.side));
        let told = noun && sense.document.is_in(at, WordList::ClaimPointer) || that;
        // "the plan" is something to be done, "the charge" something said; "it" is either.
        let kind = match (told, noun) {
            (true, _) => Some(IssueKind::Claim),
            (false, true) => Some(IssueKind::Policy),
            (false, false) => None,
        };
        let latest = kind.map_or_else(|| in_play.latest(), |kind| in_play.latest_of(issues, kind));
        let fits = |(issue, _): &(usize, Stance)| kind.is_none_or(|kind| issues.kinds[*issue] == kind);
        if let Some((issue, side)) = earlier.filter(fits).or(latest) {
            let score = if noun { 5 } else { 3 };
            hits.push(Hit { issue, first: at, end: at + 1, side, score, own: false, anaphor: true });
        }
    }
}

/// Whose plan it is: "the Peruvian plan", "Lima's proposal", "his offer" is left to what is in play.
fn owner_of(sense: &Sense, noun: usize) -> Option<Code> {
    let mut at = noun;
    for _ in 0..2 {
        let before = at.checked_sub(1).filter(|&before| before >= sense.sentence.first)?;
        let possessive = sense.document.is_one_of(before, &["'s", "’s", "'", "’"]);
        let adjective = sense.cast.at(before).is_none()
            && !sense.is_small(before)
            && sense.document.word(before).chars().all(char::is_lowercase);
        if possessive || adjective {
            at = before;
        }
    }
    let before = at.checked_sub(1).filter(|&before| before >= sense.sentence.first)?;
    sense
        .cast
        .at(before)
        .filter(|(_, placed)| placed.end == at && placed.mention.kind != EntityKind::Place)
        .and_then(|(_, placed)| placed.mention.country)
}

/// "the plan to build ...", "a proposal for ...": the noun is named by what follows.
fn leads_on(sense: &Sense, noun: usize) -> bool {
    sense.document.is_one_of(
        noun + 1,
        &["to", "of", "for", "on", "granting", "calling", "giving", "allowing", "making", "imposing"],
    )
}

/// "called it absurd to think": the pronoun only keeps the place of what follows.
fn is_expletive(sense: &Sense, at: usize) -> bool {
    let judged =
        sense.cues.iter().find(|cue| cue.first > at && cue.first <= at + 5 && cue.entry(&[CueClass::Rate]).is_some());
    judged.is_some_and(|cue| (cue.end..cue.end + 8).any(|next| sense.document.is_one_of(next, &["to", "that", "if"])))
}

fn ends_clause(sense: &Sense, at: usize) -> bool {
    at >= sense.sentence.end
        || matches!(sense.document.word(at), "," | "." | ";" | "\"" | "”")
        || sense.is(at, WordClass::Conjunction)
}
