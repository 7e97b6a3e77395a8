//! Who acts at whom in a sentence, where nobody says: the agents of its events, and those the events are aimed at.
//!
//! Misses: pronouns, actors without a name for whom `lexicon/events.txt` has no noun, and those that stand in another
//! sentence than their act.

use std::ops::Range;

use super::way::Way;
use super::words::Words;
use crate::entities::{Cast, Usage};
use crate::lexicon::EventFamily;
use crate::syntax::{Class, Relation};
use crate::text::{Code, Sentence};

/// How deep below its predicate somebody may stand at whom it is aimed.
const DEPTH: usize = 5;

/// Prepositions after which stands where, when or how something is done, not at whom.
const CIRCUMSTANCE: &[&str] = &[
    "in",
    "near",
    "from",
    "by",
    "under",
    "after",
    "before",
    "since",
    "until",
    "during",
    "across",
    "along",
    "around",
    "as",
    "like",
    "than",
    "through",
    "throughout",
    "outside",
    "inside",
    "via",
    "without",
    "despite",
    "including",
    "amid",
    "because",
    "following",
    "within",
];

/// Somebody who can act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) range: Range<usize>,
    pub(super) holder: Option<Code>,
    /// The word that the others hang from.
    top: usize,
    /// What is named, for names; so that nobody acts at themselves.
    name: Option<String>,
    /// Whether it is somebody's own ("its troops"), mostly whose sentence it is.
    owned: bool,
}

/// All pairs of a sentence, in the order of the text, each once.
pub(super) fn pairs(words: &Words, cast: &Cast, sentence: Sentence) -> Vec<(Candidate, Candidate)> {
    let candidates = candidates(words, cast, sentence);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, source) in candidates.iter().enumerate() {
        let mut targets: Vec<usize> = Vec::new();
        for predicate in predicates(words, source) {
            let before = targets.len();
            aimed_at(words, &candidates, predicate, false, &mut targets);
            // "a ceasefire in Idlib": where nobody else is aimed at, whoever lives there is.
            if targets.len() == before {
                aimed_at(words, &candidates, predicate, true, &mut targets);
            }
        }
        targets.extend(counterparts(words, &candidates, source));
        for target in targets {
            let other = &candidates[target];
            let apart = target != index && (source.name.is_none() || source.name != other.name) && !other.owned;
            if apart && !found.contains(&(index, target)) && has_event(words, source, other) {
                found.push((index, target));
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(source, target)| (candidates[source].clone(), candidates[target].clone())).collect()
}

/// Names, nationalities, and nouns for people and bodies, with what belongs to them.
fn candidates(words: &Words, cast: &Cast, sentence: Sentence) -> Vec<Candidate> {
    let actor = |at: usize| words.class(at) == Class::Noun && words.families(at).contains(&EventFamily::Actor);
    let mut found: Vec<Candidate> = Vec::new();
    for at in (0..words.len()).filter(|&at| actor(at) && !is_modifier(words, at)) {
        found.push(candidate(words, cast, sentence, at));
    }
    for (_, placed) in cast.within(sentence.first, sentence.end) {
        let range = placed.first - sentence.first..placed.end.min(sentence.end) - sentence.first;
        let acts = placed.acts() || matches!(placed.mention.usage, Usage::Demonym | Usage::Place);
        let (true, Some(top)) = (acts, words.top(&range)) else { continue };
        let (holder, name) = (placed.holder(), Some(placed.mention.name.clone()));
        if is_free(&found, &range) {
            found.push(Candidate { range, holder, top, name, owned: false });
        } else if let Some(wider) = found.iter_mut().find(|other| range.contains(&other.top) && other.name.is_none()) {
            // "rebel leader Ana Vale": a mention with the noun in it is the longer name of the same.
            // In "US troops" or "the French president" the noun stands for both.
            wider.range = wider.range.start.min(range.start)..wider.range.end.max(range.end);
            wider.holder = wider.holder.or(placed.holder());
            wider.name = name;
        }
    }
    // Names that no list has.
    for at in (0..words.len()).filter(|&at| words.is_name(at) && !is_part(words, at)) {
        let unknown = candidate(words, cast, sentence, at);
        if is_free(&found, &unknown.range) {
            found.push(unknown);
        }
    }
    found.sort_by_key(|candidate| (candidate.range.start, candidate.range.end));
    found
}

/// Whoever the phrase around a noun names.
fn candidate(words: &Words, cast: &Cast, sentence: Sentence, noun: usize) -> Candidate {
    let range = noun_phrase(words, noun);
    let tokens = range.start + sentence.first..range.end + sentence.first;
    let holder = holder_of(cast, noun + sentence.first, tokens);
    let owned = holder.is_none() && range.clone().any(|at| ["its", "his", "her", "their"].contains(&words.lemma(at)));
    Candidate { range, holder, top: noun, name: None, owned }
}

fn is_free(found: &[Candidate], range: &Range<usize>) -> bool {
    found.iter().all(|other| other.range.end <= range.start || range.end <= other.range.start)
}

/// Whether a word is a part of a longer name, or of a date or measure.
fn is_part(words: &Words, at: usize) -> bool {
    use Relation::{Compound, Flat, NominalUnmarked, Numeric, ObliqueUnmarked};
    [Compound, Flat, NominalUnmarked, Numeric, ObliqueUnmarked].contains(&words.relation(at))
}

/// The country or bloc of a stretch of tokens: that of its head word, else of the first mention in it that has one.
pub(super) fn holder_of(cast: &Cast, head: usize, tokens: Range<usize>) -> Option<Code> {
    let of = |at: usize| cast.at(at).and_then(|(_, placed)| placed.holder());
    of(head).or_else(|| tokens.clone().find_map(of))
}

/// Whether a noun only describes the next: "police officers".
fn is_modifier(words: &Words, at: usize) -> bool {
    words.relation(at) == Relation::Compound
        && words.head(at).is_some_and(|head| words.families(head).contains(&EventFamily::Actor))
}

/// A noun with its article, adjectives and the like, and the rest of its name.
fn noun_phrase(words: &Words, noun: usize) -> Range<usize> {
    use Relation::{Adjectival, Compound, Determiner, Flat, NominalPossessive, Numeric};
    let own = [Adjectival, Compound, Determiner, NominalPossessive, Numeric];
    let parts = words.dependents(noun).iter().copied();
    let before = parts.clone().filter(|&at| at < noun && own.contains(&words.relation(at)));
    let after = parts.filter(|&at| at > noun && words.relation(at) == Flat);
    before.map(|at| first_of(words, at)).min().unwrap_or(noun)..after.max().unwrap_or(noun) + 1
}

/// The first word of what hangs from a word.
fn first_of(words: &Words, at: usize) -> usize {
    words.dependents(at).iter().copied().filter(|&part| part < at).min().unwrap_or(at)
}

/// The word by which somebody takes part in the clause: that of the first of several that are joined.
fn anchor(words: &Words, candidate: &Candidate) -> usize {
    let mut at = candidate.top;
    for _ in 0..words.len() {
        let joined = [Relation::Conjunct, Relation::Flat].contains(&words.relation(at))
            || words.relation(at) == Relation::Apposition;
        match words.head(at).filter(|_| joined) {
            Some(head) if words.class(head) != Class::Verb => at = head,
            _ => break,
        }
    }
    at
}

/// The words of which somebody is the agent.
fn predicates(words: &Words, candidate: &Candidate) -> Vec<usize> {
    use Relation::{
        Acl, AclRelative, Adjectival, Compound, Nominal, NominalPossessive, ObliqueAgent, Subject, SubjectOuter,
        SubjectPassive,
    };
    let at = anchor(words, candidate);
    let mut found = Vec::new();
    let Some(head) = words.head(at) else { return found };
    let by = words.dependents(at).iter().any(|&case| words.lemma(case) == "by");
    match words.relation(at) {
        Subject | SubjectOuter | SubjectPassive if !is_passive(words, head) => found.push(head),
        ObliqueAgent => found.push(head),
        NominalPossessive | Compound | Adjectival if is_event(words, head) => found.push(head),
        Nominal if by && is_event(words, head) => found.push(head),
        _ => {}
    }
    // "rebels who shelled the town", "troops guarding the port"
    for &clause in words.dependents(at) {
        let relative = words.relation(clause) == AclRelative
            && subject(words, clause).is_none_or(|subject| is_relative(words, subject));
        let participle = words.relation(clause) == Acl && words.lemma(clause) != "be";
        if (relative || participle) && !is_passive(words, clause) && !is_past_participle(words, clause) {
            found.push(clause);
        }
    }
    // Verbs joined to one of these take its subject up.
    let mut next = 0;
    while next < found.len() {
        let joined = words.dependents(found[next]).iter().copied().filter(|&at| {
            words.relation(at) == Relation::Conjunct
                && words.class(at) == Class::Verb
                && subject(words, at).is_none()
                && !is_passive(words, at)
        });
        found.extend(joined.collect::<Vec<_>>());
        next += 1;
    }
    found
}

fn is_event(words: &Words, at: usize) -> bool {
    words.families(at).iter().any(|family| *family != EventFamily::Actor)
}

fn is_relative(words: &Words, at: usize) -> bool {
    ["who", "which", "that"].contains(&words.lemma(at))
}

/// "troops guarded by ...": a bare participle that is passive without any auxiliary.
fn is_past_participle(words: &Words, at: usize) -> bool {
    words.relation(at) == Relation::Acl && words.is_participle(at)
}

fn subject(words: &Words, verb: usize) -> Option<usize> {
    let subjects = [Relation::Subject, Relation::SubjectOuter, Relation::SubjectPassive];
    words.dependents(verb).iter().copied().find(|&at| subjects.contains(&words.relation(at)))
}

fn is_passive(words: &Words, verb: usize) -> bool {
    let has = |relation: Relation| words.dependents(verb).iter().any(|&at| words.relation(at) == relation);
    // With an object of its own a verb is none, whatever its subject was taken for.
    has(Relation::AuxiliaryPassive)
        || has(Relation::ObliqueAgent)
        || has(Relation::SubjectPassive) && !has(Relation::Object)
}

/// Those below a predicate at whom it is aimed.
fn aimed_at(words: &Words, candidates: &[Candidate], predicate: usize, places: bool, targets: &mut Vec<usize>) {
    let mut open = vec![(predicate, 0)];
    // "the town shelled by rebels": what a passive clause describes is what it is aimed at.
    if words.relation(predicate) == Relation::Acl || words.relation(predicate) == Relation::AclRelative {
        let described =
            words.head(predicate).filter(|_| is_passive(words, predicate) || words.is_participle(predicate));
        targets.extend(described.and_then(|at| candidates.iter().position(|candidate| candidate.top == at)));
    }
    while let Some((at, depth)) = open.pop() {
        for &below in words.dependents(at) {
            let place = places && is_place(words, below);
            if !(place || leads_to_target(words, at, below)) || depth == DEPTH {
                continue;
            }
            targets.extend(candidates.iter().position(|candidate| candidate.top == below));
            open.push((below, depth + 1));
        }
    }
}

/// Whether a word names where something is done.
fn is_place(words: &Words, at: usize) -> bool {
    let inside = |&case: &usize| words.relation(case) == Relation::Case && words.lemma(case) == "in";
    words.is_name(at) && words.dependents(at).iter().any(inside)
}

/// Whether what hangs from a word may be, or lead to, whom its act is aimed at.
fn leads_to_target(words: &Words, at: usize, below: usize) -> bool {
    use Relation::{
        Acl, Apposition, ClausalComplement, Compound, Conjunct, Flat, IndirectObject, Nominal, NominalPossessive,
        Object, Oblique, OpenComplement, Subject, SubjectPassive,
    };
    let circumstance = words
        .dependents(below)
        .iter()
        .any(|&case| words.relation(case) == Relation::Case && CIRCUMSTANCE.contains(&words.lemma(case)));
    match words.relation(below) {
        Object | IndirectObject | OpenComplement | SubjectPassive => true,
        Oblique | Nominal => !circumstance,
        NominalPossessive | Compound | Apposition | Flat | Acl => words.class(at) != Class::Verb,
        // What one demands or threatens is aimed at who shall do it; what one says is not.
        ClausalComplement => is_event(words, at),
        Subject => matches!(words.relation(at), ClausalComplement | OpenComplement),
        Conjunct => {
            words.class(below) != Class::Verb || subject(words, below).is_none() && words.class(at) == Class::Verb
        }
        _ => false,
    }
}

/// "Lima and Quito signed": whom somebody does with what takes two.
fn counterparts(words: &Words, candidates: &[Candidate], source: &Candidate) -> Vec<usize> {
    use EventFamily::{Agree, Assault, Consult};
    if words.relation(source.top) != Relation::Subject {
        return Vec::new();
    }
    let mutual = words.head(source.top).is_some_and(|verb| {
        let object = words.dependents(verb).iter().filter(|at| words.relation(**at) == Relation::Object);
        let families = || object.flat_map(|at| words.families(*at)).chain(words.families(verb));
        families().any(|family| [Agree, Consult, Assault].contains(family))
    });
    let joined = |&at: &usize| {
        words.relation(candidates[at].top) == Relation::Conjunct && words.head(candidates[at].top) == Some(source.top)
    };
    if mutual { (0..candidates.len()).filter(joined).collect() } else { Vec::new() }
}

/// Whether an event stands on the way between two, or is the object of a verb on it.
fn has_event(words: &Words, source: &Candidate, target: &Candidate) -> bool {
    let way = Way::between(words, Some(&source.range), Some(&target.range));
    let objects = |at: usize| {
        let objects = [Relation::Object, Relation::OpenComplement];
        words.dependents(at).iter().copied().filter(move |&below| objects.contains(&words.relation(below)))
    };
    way.words().any(|at| is_event(words, at) || objects(at).any(|object| is_event(words, object)))
}
