//! Which cues govern a stretch of a sentence, by its parse: for where the order of words tells nothing.

use super::govern::{Governor, governor, is_about};
use crate::attribution::Sense;
use crate::syntax::{Class, Relation};

/// How far the way up goes; longer ways are mostly mistakes of the parser.
const STEPS: usize = 6;

/// The cues on the way from the words of an issue up to the verb of their clause, none before `from`.
pub(super) fn governors_by_parse<'a>(sense: &'a Sense, hit: (usize, usize), from: usize) -> Vec<Governor<'a>> {
    let mut found: Vec<Governor> = Vec::new();
    let mut at = sense.top(hit.0, hit.1);
    for _ in 0..STEPS {
        let Some(head) = sense.head(at).filter(|&head| head >= from && carries(sense, at)) else { break };
        at = head;
        let Some(cue) = sense.cue_at(at).filter(|cue| cue.end <= hit.0) else {
            // What a verb that no list has does to its object is not known.
            if sense.class(at) == Some(Class::Verb) {
                break;
            }
            continue;
        };
        let Some(governor) = governor(sense, cue, hit.0) else { break };
        let finite = governor.is_finite(sense);
        found.push(governor);
        if finite {
            break;
        }
        at = sense.top(cue.first, cue.end);
    }
    found
}

/// Whether what governs the head of a token governs the token.
fn carries(sense: &Sense, token: usize) -> bool {
    let about = sense.dependents(token).any(|other| {
        sense.relation(other) == Some(Relation::Case) && (is_about(sense, other) || sense.document.is(other, "by"))
    });
    let object = matches!(
        sense.relation(token),
        Some(
            Relation::Object
                | Relation::IndirectObject
                | Relation::Oblique
                | Relation::Nominal
                | Relation::OpenComplement
                | Relation::ClausalComplement
                | Relation::Acl
                | Relation::Conjunct
                | Relation::Apposition
                | Relation::Compound
        )
    );
    object && !about
}
