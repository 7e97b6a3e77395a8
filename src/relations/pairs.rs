//! Who acts at whom in a sentence, where nobody says: the agents of its events, and those the events are aimed at.
//!
//! Misses: pronouns for whom another sentence names, and those that stand in another sentence than their act.

use super::candidates::{Candidate, candidates};
use super::way::Way;
use super::words::Words;
use crate::entities::Cast;
use crate::lexicon::EventFamily;
use crate::syntax::{Class, Relation};
use crate::text::{InOrder, Sentence};

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
    found.order();
    found.into_iter().map(|(source, target)| (candidates[source].clone(), candidates[target].clone())).collect()
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
    let mut next = 0;
    while next < found.len() {
        let verb = found[next];
        found.extend(words.dependents(verb).iter().copied().filter(|&below| takes_up_subject(words, verb, below)));
        next += 1;
    }
    found
}

/// Whether a verb below another has the same subject: joined ("praised and freed"), in a clause without its own ("after
/// reaching a deal"), or with a pronoun for who says so ("Peru said it would free").
fn takes_up_subject(words: &Words, verb: usize, below: usize) -> bool {
    use Relation::{Adverbial, ClausalComplement, Conjunct};
    let own = subject(words, below);
    let pronoun = own.is_some_and(|own| ["it", "he", "she", "they"].contains(&words.lemma(own)));
    let same = match words.relation(below) {
        Conjunct | Adverbial => words.class(below) == Class::Verb && own.is_none(),
        ClausalComplement => pronoun && !is_event(words, verb),
        _ => false,
    };
    same && !is_passive(words, below)
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
        Object, Oblique, ObliqueAgent, OpenComplement, Subject, SubjectPassive,
    };
    let after = |listed: &[&str]| {
        let cases = words.dependents(below).iter().filter(|case| words.relation(**case) == Relation::Case);
        cases.clone().any(|&case| listed.contains(&words.lemma(case)))
    };
    match words.relation(below) {
        Object | IndirectObject | OpenComplement | SubjectPassive => true,
        Oblique => !after(CIRCUMSTANCE),
        // "a motion by the miners", "a request from Quito": what comes from somebody is turned down at them.
        Nominal => after(&["by", "from"]) || !after(CIRCUMSTANCE),
        ObliqueAgent => words.relation(at) == Acl,
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
    let mutual = |at: usize| words.families(at).iter().any(|family| [Agree, Consult, Assault].contains(family));
    // "signed a treaty", "failed to reach a deal"
    let below = |at: usize| {
        let parts = [Relation::Object, Relation::OpenComplement];
        words.dependents(at).iter().copied().filter(move |&part| parts.contains(&words.relation(part)))
    };
    let mutual = words
        .head(source.top)
        .is_some_and(|verb| mutual(verb) || below(verb).any(|part| mutual(part) || below(part).any(mutual)));
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
