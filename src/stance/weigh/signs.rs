//! What speaks for and against a holder's being on a side of an issue in a sentence, in numbers.
//!
//! The order of the signs is part of the weights' file: a sign that is added, dropped or moved asks for new weights.

use super::composed::{composed, verb_over};
use super::nested::nested;
use super::pair::Pair;
use super::reach::{SORTS, WORDS};
use super::relevance::Relevance;
use super::roles::Part;
use crate::attribution::CueAt;
use crate::lexicon::{Class, CueClass, Side};
use crate::stance::hits::Hit;
use crate::stance::rules::Draft;
use crate::stance::{IssueKind, Stance};
use crate::syntax::Relation;

/// Numbers in a fixed order, and while learning their names.
#[derive(Default)]
pub(super) struct Signs {
    pub(super) values: Vec<i16>,
    #[cfg(feature = "train")]
    pub(super) names: Vec<&'static str>,
}

impl Signs {
    pub(super) fn add(&mut self, name: &'static str, value: impl TryInto<i16>) {
        self.values.push(value.try_into().unwrap_or(i16::MAX));
        #[cfg(feature = "train")]
        self.names.push(name);
        #[cfg(not(feature = "train"))]
        let _ = name;
    }

    pub(super) fn flag(&mut self, name: &'static str, value: bool) {
        self.add(name, i16::from(value));
    }
}

/// Room for all signs.
const ROOM: usize = 160;

/// All signs of a pair.
pub(super) fn signs(pair: &Pair) -> Signs {
    let mut signs = Signs::default();
    signs.values.reserve(ROOM);
    part(pair, &mut signs);
    matter(pair, &mut signs);
    past(pair, &mut signs);
    ruled(pair, &mut signs);
    cued(pair, &mut signs);
    chained(pair, &mut signs);
    worded(pair, &mut signs);
    composed(pair, &mut signs);
    nested(pair, &mut signs);
    verbal(pair, &mut signs);
    signs
}

/// Which part the holder takes.
fn part(pair: &Pair, signs: &mut Signs) {
    let (role, sense) = (pair.role, pair.scenery.sense);
    signs.add("part", role.part as i16);
    let parts = [
        ("is_earlier", Part::Earlier),
        ("is_owner", Part::Owner),
        ("is_agent", Part::Agent),
        ("is_voice", Part::Voice),
        ("is_subject", Part::Subject),
    ];
    for (name, part) in parts {
        signs.flag(name, pair.roles.iter().any(|other| other.holder == pair.holder && other.part == part));
    }
    signs.flag("official", role.source.is_official());
    let observer = matches!(role.source.class, Class::Analyst | Class::Press | Class::Private | Class::Former);
    signs.flag("observer", observer);
    signs.flag("speaker", !role.source.speaker.is_empty());
    signs.add("holders", pair.acting);
    signs.add("scope", pair.reach.count);
    signs.add("length", sense.sentence.end - sense.sentence.first);
    signs.flag("heading", sense.heading);
    signs.flag("root", role.predicate.is_some_and(|at| sense.relation(at) == Some(Relation::Root)));
    signs.flag("before", role.predicate.is_some_and(|at| role.source.first < at));
}

/// How surely the issue is meant.
fn matter(pair: &Pair, signs: &mut Signs) {
    let (scenery, issue) = (pair.scenery, pair.issue);
    let rival = |all: &[Relevance]| {
        all.iter().enumerate().filter(|(other, _)| *other != issue).map(|(_, other)| other.weight).max().unwrap_or(0)
    };
    let (own, whole) = (&pair.within[issue], &scenery.spoken.whole[issue]);
    signs.add("own_phrase", own.phrase);
    signs.add("own_title", own.title);
    signs.add("own_weight", own.weight);
    signs.add("own_terms", own.terms);
    signs.add("own_margin", own.weight - rival(pair.within));
    signs.add("own_side", own.side);
    signs.add("all_phrase", whole.phrase);
    signs.add("all_title", whole.title);
    signs.add("all_weight", whole.weight);
    signs.add("all_terms", whole.terms);
    signs.add("all_margin", whole.weight - rival(&scenery.spoken.whole));
    signs.add("all_side", whole.side);
    let before = scenery.previous.get(issue).map_or(0, |own| own.weight);
    signs.add("previous_weight", before);
    signs.add("previous_margin", before - rival(scenery.previous));
    let names =
        [("heading_weight", "heading_margin"), ("lately_weight", "lately_margin"), ("ever_weight", "ever_margin")];
    for ((weight, margin), found) in names.iter().zip(scenery.topic.of(issue)) {
        signs.add(weight, found.0);
        signs.add(margin, found.1);
    }
    let inside = |hit: Option<&Hit>| hit.is_some_and(|hit| pair.is_over(hit.first));
    signs.add("hit", pair.hit.map_or(0, |hit| hit.score));
    signs.flag("hit_inside", inside(pair.hit));
    signs.add("pointed", pair.pointed.map_or(0, |hit| hit.score));
    signs.flag("pointed_inside", inside(pair.pointed));
    signs.add("other_hits", scenery.hits.iter().filter(|hit| hit.issue != issue && !hit.anaphor).count());
    signs.add("age", scenery.in_play.age_of(issue));
    signs.add("silence", scenery.in_play.silence());
    signs.add("issues", scenery.issues.kinds.len());
    signs.flag("claim", scenery.issues.kinds[issue] == IssueKind::Claim);
    signs.flag("against_words", pair.hit.or(pair.pointed).is_some_and(|hit| hit.side == Stance::Opposes));
    signs.flag("against_title", scenery.issues.is_against(issue));
}

/// What the article had before.
fn past(pair: &Pair, signs: &mut Signs) {
    let history = pair.scenery.history;
    signs.add("before_sign", history.sign(pair.holder, pair.issue));
    signs.add("before_count", history.count(pair.holder, pair.issue));
    signs.flag("before_last", history.last_of(pair.holder) == Some(pair.issue));
    signs.flag("before_here", history.last() == Some((pair.holder, pair.issue)));
    signs.add("before_share", history.share(pair.issue));
    signs.flag("before_any", history.last_of(pair.holder).is_some());
}

/// The readings by the number the weights know them by.
const RULES: [&str; 10] =
    ["governed", "possessed", "related", "stirred", "done-to", "judged", "proposed", "named", "asserted", "beside"];

fn number(draft: &Draft) -> usize {
    RULES.iter().position(|rule| *rule == draft.rule).map_or(0, |at| at + 1)
}

/// What the rules make of it, and what they would if a single word or a pronoun named the issue.
fn ruled(pair: &Pair, signs: &mut Signs) {
    let draft = pair.draft();
    signs.add("rule", draft.map_or(0, number));
    signs.add("rule_sign", draft.map_or(0, Draft::sign));
    signs.flag("rule_if", draft.is_some_and(|draft| draft.stance == Stance::Conditional));
    signs.add("rule_weight", draft.map_or(0, |draft| draft.weight));
    signs.flag("rule_told", draft.is_some_and(|draft| draft.told_by.is_some()));
    signs.flag("rule_past", draft.is_some_and(|draft| draft.past));
    let others =
        |own: bool| move |draft: &Draft| (draft.holder == pair.holder) == own && (draft.issue == pair.issue) != own;
    signs.flag("rule_elsewhere", pair.scenery.drafts.iter().any(others(true)));
    signs.flag("rule_others", pair.scenery.drafts.iter().any(others(false)));
    signs.add("rules", pair.scenery.drafts.len());
    for pronoun in [false, true] {
        let found = pair.probed(pronoun);
        let mut own = pair.probes.iter().filter(|probe| probe.pronoun == pronoun && probe.draft.issue == pair.issue);
        let names = if pronoun {
            ["pronoun_rule", "pronoun_sign", "pronoun_if", "pronoun_weight", "pronoun_others"]
        } else {
            ["word_rule", "word_sign", "word_if", "word_weight", "word_others"]
        };
        signs.add(names[0], found.map_or(0, number));
        signs.add(names[1], found.map_or(0, Draft::sign));
        signs.flag(names[2], found.is_some_and(|draft| draft.stance == Stance::Conditional));
        signs.add(names[3], found.map_or(0, |draft| draft.weight));
        signs.flag(names[4], own.any(|probe| probe.draft.holder != pair.holder));
    }
}

/// A class of cues as a number.
pub(super) fn class_number(class: CueClass) -> i16 {
    match class {
        CueClass::Say => 1,
        CueClass::Back => 2,
        CueClass::Stir => 3,
        CueClass::Effect => 4,
        CueClass::Rate => 5,
        CueClass::Attitude => 6,
        CueClass::Noun => 7,
        CueClass::Ought => 8,
    }
}

/// A side as a number.
pub(super) fn side_number(side: Side) -> i16 {
    match side {
        Side::For => 1,
        Side::Against => -1,
        Side::Partly => 2,
        Side::Neither => 0,
        Side::Warning => -2,
    }
}

/// The side that a cue is listed with first.
pub(super) fn first_side(cue: &CueAt) -> i16 {
    cue.entries.first().map_or(0, |entry| side_number(entry.side))
}

/// How many cues of each sort the role is over.
fn cued(pair: &Pair, signs: &mut Signs) {
    let sense = pair.scenery.sense;
    let predicate = pair.role.predicate.and_then(|at| sense.cue_at(at));
    let entry = predicate.and_then(|cue| cue.entries.first().copied());
    signs.add("verb_class", entry.map_or(0, |entry| class_number(entry.class)));
    signs.add("verb_side", entry.map_or(0, |entry| side_number(entry.side)));
    signs.flag("verb_denied", pair.role.predicate.is_some_and(|at| sense.is_negated(at)));
    for ((name, _), count) in SORTS.iter().zip(pair.reach.sorts) {
        signs.add(name, count);
    }
    signs.add("side_sum", pair.reach.side_sum);
    let near = pair.reach.cues.iter().map(|&cue| &sense.cues[cue]).min_by_key(|cue| cue.first.abs_diff(pair.pivot));
    signs.add("near_side", near.map_or(0, first_side));
    signs.flag("near_denied", near.is_some_and(|cue| sense.is_negated(cue.first)));
    signs.add("near_distance", near.map_or(99, |cue| cue.first.abs_diff(pair.pivot)));
}

/// The cues that govern the issue's word by the order of words.
fn chained(pair: &Pair, signs: &mut Signs) {
    let sense = pair.scenery.sense;
    let (first, pivot) = (sense.sentence.first, pair.pivot);
    let from = pair.reach.first.unwrap_or(first).min(pair.role.predicate.unwrap_or(usize::MAX)).min(pivot);
    let chain = pair.table.chain(pivot, from);
    signs.add("chain", chain.length);
    signs.add("chain_sign", chain.sign);
    signs.flag("chain_partly", chain.partly);
    signs.add("chain_class", chain.class);
}

/// Small words that the role is over, and whose words they are.
fn worded(pair: &Pair, signs: &mut Signs) {
    let scenery = pair.scenery;
    let document = scenery.sense.document;
    signs.add("denials", pair.reach.denials);
    for ((name, _), count) in WORDS.iter().zip(pair.reach.words) {
        signs.add(name, count);
    }
    signs.flag("question", document.word(scenery.sense.sentence.end - 1) == "?");
    signs.flag("quoted", document.quote_at(pair.pivot).is_some());
    let voice = scenery.scene.voices.iter().filter(|voice| voice.holds(pair.pivot)).min_by_key(|voice| voice.len());
    signs.flag("told", voice.is_some_and(|voice| voice.source.holder != Some(pair.holder)));
    signs.flag("voiced", voice.is_some_and(|voice| voice.source.holder == Some(pair.holder)));
    signs.add("voice_side", voice.map_or(0, |voice| side_number(voice.side)));
}

/// How the verb over the issue's words tells it.
fn verbal(pair: &Pair, signs: &mut Signs) {
    let sense = pair.scenery.sense;
    let verb = verb_over(sense, pair.pivot);
    let helped = |words: &[&str]| sense.dependents(verb).any(|other| sense.document.is_one_of(other, words));
    signs.flag("past_verb", sense.document.word(verb).ends_with("ed"));
    signs.flag("would_verb", helped(&["would", "could", "might", "may", "can"]));
}
