//! From hits, cues and voices to statements.
//!
//! Readings are tried for every place where a sentence speaks of an issue; each names itself in the statement:
//! `governed` (a cue before it: "Lima opposes the corridor"), `possessed` ("Lima's opposition to the corridor"),
//! `beside` ("Lima, unlike Quito, backs the corridor": Quito),
//! `related` ("the corridor that Lima wants"), `stirred` ("the corridor angered Lima"), `done-to` ("the corridor was
//! rejected by Lima"), `judged` ("the corridor, she said, is a mistake"), `proposed` ("suggested that work begin"),
//! `named` ("called the corridor 'a scar'") and `asserted` (a claim in somebody's words).

use super::aside::is_aside;
use super::condition::{condition, is_past, is_supposed};
use super::govern::{Governor, governors};
use super::hits::Hit;
use super::readings::{Reading, Turn};
use super::turns::turns;
use super::{IssueKind, Mode, Stance};
use crate::attribution::{Discourse, Sense, Source, Voice};
use crate::lexicon::{Class, CueClass, CueMode};
use crate::text::Code;

/// A statement before it is written out.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) holder: Code,
    pub(super) speaker: String,
    pub(super) source: Option<(usize, usize)>,
    pub(super) told_by: Option<Code>,
    pub(super) standing: Standing,
    pub(super) issue: usize,
    pub(super) stance: Stance,
    pub(super) lean: Option<Stance>,
    pub(super) mode: Mode,
    pub(super) deed: bool,
    pub(super) past: bool,
    pub(super) cue: Option<(usize, usize)>,
    pub(super) turns: Vec<(usize, usize)>,
    pub(super) hit: (usize, usize),
    pub(super) condition: Option<(usize, usize)>,
    pub(super) rule: &'static str,
    /// How often statements like it were right, where that was measured for the very statement, in per cent.
    pub(super) confidence: Option<u8>,
    /// Of drafts for one holder and issue in one sentence the highest stays.
    pub(super) weight: u32,
}

impl Draft {
    /// For, against or neither, as a number; a condition counts as the side it leans to.
    pub(super) fn sign(&self) -> i16 {
        match (self.stance, self.lean) {
            (Stance::Supports, _) | (Stance::Conditional, Some(Stance::Supports)) => 1,
            (Stance::Opposes, _) | (Stance::Conditional, Some(Stance::Opposes)) => -1,
            _ => 0,
        }
    }
}

/// For whom the one speaks or acts who takes the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// The holder's own government or body.
    Official,
    /// A parliament, a party, somebody else, or another side.
    Unofficial,
    /// Nobody: an observer studies or reports the matter.
    Observer,
}

/// One sentence with all that the stages before have found in it.
pub(super) struct Scene<'a> {
    pub(super) sense: &'a Sense<'a>,
    pub(super) voices: &'a [Voice],
    pub(super) discourse: &'a Discourse,
    pub(super) kinds: &'a [IssueKind],
}

impl<'a> Scene<'a> {
    /// All statements that a hit gives rise to.
    pub(super) fn read(&self, hit: &Hit) -> Vec<Draft> {
        let mut found = self.read_all(hit);
        found.retain(|draft| draft.standing != Standing::Observer);
        found
    }

    /// The same, and the judgements of observers.
    pub(super) fn read_all(&self, hit: &Hit) -> Vec<Draft> {
        if is_supposed(self.sense, (hit.first, hit.end)) || is_aside(self.sense, hit) {
            return Vec::new();
        }
        let voice = self.voice_at(hit.first);
        let (from, chain) = self.chain(hit, voice);
        let mut found = Vec::new();
        for reading in &self.readings(hit, &chain, from, voice) {
            let turns = turns(self.sense, reading.cue, &chain, voice);
            found.extend(
                self.drafts(hit, reading, voice).into_iter().map(|draft| Draft { turns: turns.clone(), ..draft }),
            );
        }
        found
    }

    /// What governs a hit, and the first token that can.
    pub(super) fn chain(&self, hit: &Hit, voice: Option<&Voice>) -> (usize, Vec<Governor<'a>>) {
        let from = self.content_start(voice, hit.first);
        (from, governors(self.sense, hit, from))
    }

    /// The ways in which the sentence puts somebody on a side of a hit.
    pub(super) fn readings<'b>(
        &'b self,
        hit: &Hit,
        chain: &'b [Governor<'a>],
        from: usize,
        voice: Option<&Voice>,
    ) -> Vec<Reading<'b>> {
        let mut readings = self.governed(hit, chain, from, voice);
        readings.extend(self.beside(hit, chain, &readings));
        readings.extend(self.related(hit, voice));
        // "an end to the ban would be a mistake": what is said of a noun outweighs the noun.
        let bare = |reading: &Reading| {
            let noun = reading.entry.is_some_and(|entry| entry.class == CueClass::Noun);
            let policy = self.kinds[hit.issue] == IssueKind::Policy;
            policy
                && noun
                && reading.rule == "governed"
                && voice.is_some_and(|voice| reading.sources == [voice.source.clone()])
        };
        let open =
            readings.iter().all(|reading| matches!(reading.rule, "possessed" | "related" | "beside") || bare(reading));
        let said =
            self.predicated(hit, chain, voice).filter(|found| open || matches!(found.rule, "stirred" | "done-to"));
        let said = said.or_else(|| readings.iter().all(bare).then(|| self.proposed(hit, chain, voice)).flatten());
        if let Some(found) = said {
            readings.retain(|reading| !bare(reading));
            readings.extend(self.done_too(hit, chain, &found));
            readings.push(found);
        }
        if readings.is_empty() {
            readings.extend(self.named(hit, voice));
        }
        if readings.is_empty() {
            readings.extend(self.asserted(hit, chain, voice));
        }
        readings
    }

    /// The innermost voice that holds a token.
    pub(super) fn voice_at(&self, token: usize) -> Option<&'a Voice> {
        self.voices.iter().filter(|voice| voice.holds(token)).min_by_key(|voice| voice.len())
    }

    fn drafts(&self, hit: &Hit, reading: &Reading, voice: Option<&Voice>) -> Vec<Draft> {
        let own = reading.sources.iter().filter_map(|source| self.any_draft(hit, reading, source, voice));
        // "Lima and La Paz said that ...": what is judged in words of several is judged by each of them.
        let judged = voice.filter(|voice| reading.sources == [voice.source.clone()]);
        let others = judged.into_iter().flat_map(|voice| {
            let same = move |other: &&Voice| other.cue == voice.cue && *other != voice && !voice.carried;
            self.voices.iter().filter(same)
        });
        own.chain(others.filter_map(|other| self.any_draft(hit, reading, &other.source, Some(other)))).collect()
    }

    /// A statement of one source; `None` for those whose judgement is nobody's position.
    pub(super) fn draft(&self, hit: &Hit, reading: &Reading, source: &Source, voice: Option<&Voice>) -> Option<Draft> {
        self.any_draft(hit, reading, source, voice).filter(|draft| draft.standing != Standing::Observer)
    }

    /// A statement of one source, or the judgement of an observer.
    fn any_draft(&self, hit: &Hit, reading: &Reading, source: &Source, voice: Option<&Voice>) -> Option<Draft> {
        let holder = source.holder?;
        let teller = voice.and_then(|voice| self.teller(voice, holder));
        let observer = teller.filter(|teller| is_observer(teller.class));
        let judged = is_observer(source.class) || observer.is_some();
        let official = source.is_official() && teller.is_none_or(Source::is_official);
        let told_by = teller.and_then(|teller| teller.holder.filter(|_| teller.is_official()));
        let standing = match official && told_by.is_none() {
            _ if judged => Standing::Observer,
            true => Standing::Official,
            false => Standing::Unofficial,
        };
        let speaker = match teller {
            Some(teller) if told_by.is_some() || observer.is_some() => teller.speaker.clone(),
            _ if source.speaker.is_empty() => voice
                .filter(|voice| voice.source.holder == Some(holder))
                .map(|voice| voice.source.speaker.clone())
                .unwrap_or_default(),
            _ => source.speaker.clone(),
        };
        let scope = self.scope(hit, voice);
        let conditioned = (self.kinds[hit.issue] == IssueKind::Policy)
            .then(|| condition(self.sense, scope.0, scope.1, (hit.first, hit.end)))
            .flatten();
        let (stance, lean) = stance(reading.turn, hit.side, conditioned.is_some());
        let cue = reading.cue.map(|cue| (cue.first, cue.end));
        let named = reading.rule == "named" || reading.cue.is_none() && voice.is_some() && self.is_named(hit);
        let quoted = named || self.is_quoted(cue, hit);
        // "proposed that", "wants": what opens the words is itself the act, or the wish.
        let opener = |voice: &&Voice| cue.is_some_and(|cue| cue.0 == voice.cue.0);
        let mode = match (quoted, voice.filter(|voice| !opener(voice)), reading.entry.map(|entry| entry.mode)) {
            (true, ..) => Mode::Direct,
            (_, Some(_), _) | (_, None, None | Some(CueMode::Reported)) => Mode::Reported,
            // What is true can't be made so: who rejects a claim says something.
            (_, None, Some(CueMode::Act)) if self.kinds[hit.issue] == IssueKind::Claim => Mode::Reported,
            (_, None, Some(CueMode::Act)) => Mode::Act,
            (_, None, Some(CueMode::Described)) => Mode::Described,
        };
        let deed = mode == Mode::Act && cue.is_some_and(|cue| !self.sense.document.is(cue.1.wrapping_sub(1), "to"));
        Some(Draft {
            holder,
            speaker,
            source: (source.first < source.end).then_some((source.first, source.end)),
            told_by,
            standing,
            issue: hit.issue,
            stance,
            lean,
            mode,
            deed,
            past: cue.is_some_and(|cue| is_past(self.sense, cue.0)),
            cue,
            turns: Vec::new(),
            hit: (hit.first, hit.end),
            condition: conditioned,
            rule: reading.rule,
            confidence: None,
            weight: reading.weight + hit.score + if hit.anaphor { 0 } else { 10 },
        })
    }

    /// Who tells of a holder's position: the innermost voice over the matter that is not the holder's, unless the
    /// holder says the same in one breath ("Lima and La Paz said").
    fn teller<'b>(&'b self, voice: &'b Voice, holder: Code) -> Option<&'b Source> {
        let own = |voice: &Voice| voice.source.holder == Some(holder);
        if !own(voice) {
            let together = self.voices.iter().any(|other| other.cue == voice.cue && own(other));
            return (!together).then_some(&voice.source);
        }
        // "She said Lima had told her that it would": Lima's words, as she tells them.
        let over = |other: &&Voice| other.holds(voice.cue.0) && voice.cue.0 < voice.cue.1 && !own(other);
        self.voices.iter().filter(over).min_by_key(|voice| voice.len()).map(|voice| &voice.source)
    }

    /// The stretch in which a condition would bind the hit.
    fn scope(&self, hit: &Hit, voice: Option<&Voice>) -> (usize, usize) {
        let part = voice
            .filter(|voice| voice.holds(hit.first))
            .and_then(|voice| Some((voice.content.first()?.0, voice.content.last()?.1)));
        let (first, end) = part.unwrap_or((self.sense.sentence.first, self.sense.sentence.end));
        let turns = |at: &usize| self.sense.document.is_one_of(*at, &["while", "whereas", "but", ";"]);
        let start = (first..hit.first).rev().find(turns).unwrap_or(first);
        (start, (hit.end..end).find(turns).unwrap_or(end))
    }

    /// "the levy was 'a gift to the rich'": whether what is said of a matter after it is verbatim.
    fn is_named(&self, hit: &Hit) -> bool {
        self.sense.document.quotes_from(hit.end, self.sense.sentence.end).next().is_some()
    }

    /// Whether the words that carry the side, or the matter itself, are verbatim.
    fn is_quoted(&self, cue: Option<(usize, usize)>, hit: &Hit) -> bool {
        let inside = |at: usize| self.sense.document.quote_at(at).is_some();
        match cue {
            Some((first, end)) => {
                let after = self
                    .sense
                    .document
                    .quotes_from(end + 1, (hit.end + 7).min(self.sense.clause_end(first)))
                    .next()
                    .is_some();
                inside(first)
                    || (inside(hit.first)
                        || after && self.sense.document.is_one_of(end, &["it", "the", "that", "this"]))
            }
            None => inside(hit.first),
        }
    }
}

/// Whether somebody studies or reports the matter: such a judgement is nobody's position.
pub(super) fn is_observer(class: Class) -> bool {
    matches!(class, Class::Analyst | Class::Press)
}

fn stance(turn: Turn, side: Stance, conditioned: bool) -> (Stance, Option<Stance>) {
    let sign = if side == Stance::Opposes { -turn.sign } else { turn.sign };
    let plain = match sign {
        0 => return (Stance::Neutral, None),
        1 => Stance::Supports,
        _ => Stance::Opposes,
    };
    if turn.partly || conditioned { (Stance::Conditional, Some(plain)) } else { (plain, None) }
}
