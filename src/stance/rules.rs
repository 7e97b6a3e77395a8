//! From hits, cues and voices to statements.
//!
//! Five readings, tried for every place where a sentence speaks of an issue; each names itself in the statement:
//! `governed` (a cue before it: "Lima opposes the corridor"), `possessed` ("Lima's opposition to the corridor"),
//! `judged` ("the corridor, he said, is a mistake"), `stirred` ("the corridor angered Lima"), `done-to` ("the corridor
//! was rejected by Lima") and `asserted` (a claim in somebody's words).

use super::condition::{condition, is_past, is_supposed};
use super::govern::{Governor, governors};
use super::hits::Hit;
use super::{IssueKind, Mode, Stance};
use crate::attribution::{CueAt, Discourse, Sense, Source, Voice};
use crate::lexicon::{Class, Cue, CueClass, CueMode, Form, Side, WordClass, WordList};
use crate::text::Code;

/// A statement before it is written out.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) holder: Code,
    pub(super) speaker: String,
    pub(super) source: Option<(usize, usize)>,
    pub(super) told_by: Option<Code>,
    pub(super) official: bool,
    pub(super) issue: usize,
    pub(super) stance: Stance,
    pub(super) lean: Option<Stance>,
    pub(super) mode: Mode,
    pub(super) deed: bool,
    pub(super) past: bool,
    pub(super) cue: Option<(usize, usize)>,
    pub(super) hit: (usize, usize),
    pub(super) condition: Option<(usize, usize)>,
    pub(super) rule: &'static str,
    /// Of drafts for one holder and issue in one sentence the highest stays.
    pub(super) weight: u32,
}

/// How a reading turned out: the side so far, and the cue that gives it.
#[derive(Clone, Copy, Debug)]
struct Turn {
    sign: i32,
    partly: bool,
}

impl Turn {
    const STRAIGHT: Self = Self { sign: 1, partly: false };

    fn through(self, side: Side) -> Self {
        match side {
            Side::For => self,
            // To withdraw a reservation is to be for.
            Side::Against | Side::Warning if self.partly => Self { partly: false, ..self },
            Side::Against | Side::Warning => Self { sign: -self.sign, ..self },
            Side::Partly => Self { partly: true, ..self },
            Side::Neither => Self { sign: 0, ..self },
        }
    }
}

/// One sentence with all that the stages before have found in it.
pub(super) struct Scene<'a> {
    pub(super) sense: &'a Sense<'a>,
    pub(super) voices: &'a [Voice],
    pub(super) discourse: &'a Discourse,
    pub(super) kinds: &'a [IssueKind],
}

/// What a reading has found for a hit.
struct Reading<'a> {
    sources: Vec<Source>,
    turn: Turn,
    cue: Option<&'a CueAt>,
    entry: Option<Cue>,
    rule: &'static str,
    weight: u32,
}

impl<'a> Scene<'a> {
    /// All statements that a hit gives rise to.
    pub(super) fn read(&self, hit: &Hit) -> Vec<Draft> {
        if is_supposed(self.sense, (hit.first, hit.end)) {
            return Vec::new();
        }
        let voice = self.voice_at(hit.first);
        let from = self.content_start(voice, hit.first);
        let chain = governors(self.sense, hit, from);
        let mut readings = self.governed(hit, &chain, from, voice);
        readings.extend(self.related(hit, voice));
        let open = readings.iter().all(|reading| matches!(reading.rule, "possessed" | "related"));
        readings.extend(
            self.predicated(hit, &chain, voice).filter(|reading| open || matches!(reading.rule, "stirred" | "done-to")),
        );
        if readings.is_empty() {
            readings.extend(self.proposed(hit, &chain, voice));
        }
        if readings.is_empty() {
            readings.extend(self.named(hit, voice));
        }
        if readings.is_empty() {
            readings.extend(self.asserted(hit, &chain, voice));
        }
        readings.iter().flat_map(|reading| self.drafts(hit, reading, voice)).collect()
    }

    /// The innermost voice that holds a token.
    fn voice_at(&self, token: usize) -> Option<&'a Voice> {
        self.voices.iter().filter(|voice| voice.holds(token)).min_by_key(|voice| voice.len())
    }

    fn content_start(&self, voice: Option<&Voice>, token: usize) -> usize {
        let voice = voice.filter(|voice| voice.holds(token));
        voice.and_then(|voice| voice.content.first()).map_or(self.sense.sentence.first, |part| part.0)
    }

    /// The side of a cue toward a hit. To fear, resist or fend off what a claim tells is to hold the claim true; only
    /// words that deny it go against it.
    fn side_on(&self, hit: &Hit, governor: &Governor) -> Side {
        if self.kinds[hit.issue] == IssueKind::Policy {
            // To put off what an issue asks to put off is to be for the issue.
            let delays = hit.side == Stance::Opposes && governor.entry.class == CueClass::Back;
            return match governor.side() {
                Side::Partly if delays => Side::Against,
                side => side,
            };
        }
        let denies = governor
            .at
            .entry(&[CueClass::Say, CueClass::Rate, CueClass::Ought])
            .is_some_and(|entry| entry.side == Side::Against);
        match (denies, governor.negated) {
            (true, false) | (false, true) => Side::Against,
            _ => Side::For,
        }
    }

    /// Cues to the left: each possessed noun speaks for its owner, the outermost cue for its subject.
    fn governed<'b>(
        &self,
        hit: &Hit,
        chain: &'b [Governor<'a>],
        from: usize,
        voice: Option<&Voice>,
    ) -> Vec<Reading<'b>> {
        let mut readings = Vec::new();
        let mut turn = Turn::STRAIGHT;
        for (index, governor) in chain.iter().enumerate() {
            turn = turn.through(self.side_on(hit, governor));
            let outermost = index + 1 == chain.len();
            let reading = |sources, rule, weight| Reading {
                sources,
                turn,
                cue: Some(governor.at),
                entry: Some(governor.entry),
                rule,
                weight,
            };
            if governor.entry.class == CueClass::Noun {
                let agents =
                    if self.sense.document.is(governor.at.end, "by") { self.agents(governor.at) } else { Vec::new() };
                if !agents.is_empty() {
                    readings.push(reading(agents, "possessed", 30));
                    continue;
                }
                if let Some(owner) = self.sense.possessor(governor.at.first).filter(|owner| owner.holder.is_some()) {
                    readings.push(reading(vec![owner], "possessed", 30 - u32::try_from(index).unwrap_or(9)));
                    continue;
                }
            }
            if !outermost {
                continue;
            }
            let passive = self.sense.is_passive(governor.at) && governor.entry.class != CueClass::Attitude;
            let mut sources = if passive {
                Vec::new()
            } else {
                self.sense.subjects(governor.at, from, self.discourse, voice.map(|voice| &voice.source))
            };
            let impersonal = matches!(governor.entry.class, CueClass::Ought | CueClass::Rate | CueClass::Noun);
            if (sources.is_empty() || governor.entry.class == CueClass::Ought || governor.entry.class == CueClass::Rate)
                && impersonal
            {
                sources = voice.map(|voice| voice.source.clone()).into_iter().collect();
                if governor.entry.class == CueClass::Noun && voice.is_some_and(|voice| voice.side == Side::Warning) {
                    turn = turn.through(Side::Warning);
                }
            }
            if governor.entry.mode == CueMode::Act && governor.entry.side == Side::For {
                sources.extend(self.partner(governor.at));
            }
            let verbal =
                matches!(governor.entry.form, Form::Gerund | Form::Base) || governor.entry.class == CueClass::Attitude;
            if sources.is_empty() && !passive && verbal {
                sources = voice.map(|voice| voice.source.clone()).into_iter().collect();
            }
            // "A and B failed to agree on it" gives no direction.
            let agree = chain[0].at.first;
            let mutual = sources.len() > 1
                && turn.sign < 0
                && self.sense.document.is_one_of(agree, &["agree", "agreed", "agreement"]);
            if !sources.is_empty() && !mutual {
                readings.push(Reading {
                    sources,
                    turn,
                    cue: Some(governor.at),
                    entry: Some(governor.entry),
                    rule: "governed",
                    weight: 40,
                });
            }
        }
        readings
    }

    /// "the radar that the US wants to build": the clause after the matter says who wants it.
    fn related<'b>(&'b self, hit: &Hit, voice: Option<&Voice>) -> Option<Reading<'b>> {
        let relative = self.sense.document.is_one_of(hit.end, &["that", "which"]);
        let at = hit.end + usize::from(relative);
        let at = at + usize::from(self.sense.is(at, WordClass::Determiner));
        let (_, subject) = self.sense.cast.at(at).filter(|(_, placed)| placed.first == at && placed.acts())?;
        let end = self.sense.clause_end(subject.end);
        let cues = self.sense.cues.iter().filter(|cue| cue.first >= subject.end && cue.end <= end);
        let mut turn = Turn::STRAIGHT;
        let mut first = None;
        for cue in cues.take_while(|cue| cue.first <= subject.end + 8) {
            let Some(entry) = cue.entry(&[CueClass::Back, CueClass::Attitude]) else { break };
            turn = turn.through(entry.side);
            if self.sense.is_negated(cue.first) {
                turn = turn.through(Side::Against);
            }
            first = first.or(Some((cue, entry)));
        }
        let (cue, entry) = first?;
        let near = cue.first <= subject.end + 3 && !self.sense.is_passive(cue);
        let source = Source::of(subject);
        let own = voice.is_none_or(|voice| voice.source.holder != source.holder) || relative;
        (near && own).then(|| Reading {
            sources: vec![source],
            turn,
            cue: Some(cue),
            entry: Some(entry),
            rule: "related",
            weight: 32,
        })
    }

    /// "struck a deal with Britain": who makes the deal too.
    fn partner(&self, cue: &CueAt) -> Option<Source> {
        let end = self.sense.clause_end(cue.first).min(cue.end + 7);
        let with = (cue.end..end).find(|&at| self.sense.document.is(at, "with"))?;
        let deal = self.sense.document.is_one_of(
            with.checked_sub(1)?,
            &["deal", "agreement", "accord", "pact", "treaty", "compromise", "bargain"],
        );
        let partner = (with + 1..end).find_map(|at| self.sense.cast.at(at).filter(|(_, placed)| placed.acts()))?;
        deal.then(|| Source::of(partner.1))
    }

    /// What is said of the hit after it: a judgement, a feeling it stirs, an act done to it.
    fn predicated<'b>(&'b self, hit: &Hit, chain: &[Governor], voice: Option<&Voice>) -> Option<Reading<'b>> {
        let inner = chain.iter().fold(Turn::STRAIGHT, |turn, governor| turn.through(governor.side()));
        let end = self.predicate_end(hit);
        for cue in self.sense.cues.iter().filter(|cue| cue.first >= hit.end && cue.first < end) {
            if cue.first - hit.end > 14 {
                break;
            }
            let sign = |side: Side| {
                if self.sense.is_negated(cue.first) {
                    inner.through(side).through(Side::Against)
                } else {
                    inner.through(side)
                }
            };
            let reading = |sources, entry: Cue, rule, weight| {
                Some(Reading { sources, turn: sign(entry.side), cue: Some(cue), entry: Some(entry), rule, weight })
            };
            if let Some(entry) = cue.entry(&[CueClass::Stir])
                && let Some(object) = self.object_after(cue.end)
            {
                return reading(vec![object], entry, "stirred", 35);
            }
            if let Some(entry) = cue.entry(&[CueClass::Back])
                && self.sense.is_passive(cue)
            {
                let agents = self.agents(cue);
                let modal = (hit.end..cue.first)
                    .any(|at| self.sense.document.is_one_of(at, &["should", "must", "needs", "need", "ought"]));
                let sources = if agents.is_empty() && modal {
                    voice.map(|voice| voice.source.clone()).into_iter().collect()
                } else {
                    agents
                };
                return if sources.is_empty() { None } else { reading(sources, entry, "done-to", 38) };
            }
            let voice = voice?;
            let claimed = if self.kinds[hit.issue] == IssueKind::Claim { inner.through(voice.side) } else { inner };
            let judged = cue
                .entry(&[CueClass::Rate, CueClass::Effect])
                .filter(|entry| entry.class == CueClass::Rate || cue.is_verb());
            if let Some(entry) = judged {
                if voice.side == Side::Warning {
                    return Some(Reading {
                        sources: vec![voice.source.clone()],
                        turn: inner.through(Side::Warning),
                        cue: Some(cue),
                        entry: Some(entry),
                        rule: "judged",
                        weight: 25,
                    });
                }
                let mut judged = reading(vec![voice.source.clone()], entry, "judged", 28)?;
                if claimed.sign != inner.sign {
                    judged.turn = judged.turn.through(Side::Against);
                }
                return Some(judged);
            }
        }
        None
    }

    /// How far the predicate of a hit can reach: to the next clause of another subject.
    fn predicate_end(&self, hit: &Hit) -> usize {
        let end = self.sense.clause_end(hit.first);
        if self.sense.document.is_one_of(end, &["that", "which", "as", "—", "–"]) {
            self.sense.clause_end(end)
        } else {
            end
        }
    }

    fn object_after(&self, from: usize) -> Option<Source> {
        let found = (from..self.sense.sentence.end.min(from + 4)).find_map(|at| self.sense.cast.at(at));
        found.filter(|(_, placed)| placed.acts()).map(|(_, placed)| Source::of(placed))
    }

    /// Whoever stands after "by".
    fn agents(&self, cue: &CueAt) -> Vec<Source> {
        let by = (cue.end..self.sense.sentence.end.min(cue.end + 3)).find(|&at| self.sense.document.is(at, "by"));
        let Some(by) = by else { return Vec::new() };
        let mut agents = Vec::new();
        let mut at = by + 1;
        while at < self.sense.sentence.end {
            if let Some((_, placed)) = self.sense.cast.at(at).filter(|(_, placed)| placed.acts()) {
                agents.push(Source::of(placed));
                at = placed.end;
            } else if self.sense.document.is_one_of(at, &["and", ",", "the", "both"]) {
                at += 1;
            } else {
                break;
            }
        }
        agents
    }

    /// "called the corridor 'a tax on the poor'": words put in quotation marks to name a matter, of which no list knows
    /// the side. In news such names are mostly given by those who are against.
    fn named<'b>(&'b self, hit: &Hit, voice: Option<&Voice>) -> Option<Reading<'b>> {
        let voice = voice.filter(|voice| voice.side == Side::For && voice.cue.0 < voice.cue.1)?;
        let naming = self.sense.document.is_in(voice.cue.0, WordList::Naming);
        let near = hit.first <= voice.cue.1 + 5 && self.kinds[hit.issue] == IssueKind::Policy;
        let quote = self.sense.document.quotes_from(hit.end + 1, hit.end + 5).next()?;
        let known = self.sense.cues.iter().any(|cue| {
            quote.first <= cue.first
                && cue.first < quote.end
                && cue.entry(&[CueClass::Rate, CueClass::Effect]).is_some()
        });
        let turn = Turn::STRAIGHT.through(Side::Against);
        (naming && near && !known).then(|| Reading {
            sources: vec![voice.source.clone()],
            turn,
            cue: self.sense.cue_at(voice.cue.0),
            entry: None,
            rule: "named",
            weight: 10,
        })
    }

    /// "suggested that the two sides meet": the words of saying are words of wanting too.
    fn proposed<'b>(&'b self, hit: &Hit, chain: &[Governor], voice: Option<&Voice>) -> Option<Reading<'b>> {
        let voice = voice?;
        let cue = self.sense.cue_at(voice.cue.0)?;
        let entry = cue
            .entry(&[CueClass::Back])
            .filter(|_| voice.cue.0 < voice.cue.1 && self.kinds[hit.issue] == IssueKind::Policy)?;
        let inner = chain.iter().fold(Turn::STRAIGHT, |turn, governor| turn.through(governor.side()));
        Some(Reading {
            sources: vec![voice.source.clone()],
            turn: inner.through(entry.side),
            cue: Some(cue),
            entry: Some(entry),
            rule: "proposed",
            weight: 30,
        })
    }

    /// A claim in somebody's words, or a doubt thrown on anything.
    fn asserted<'b>(&'b self, hit: &Hit, chain: &[Governor], voice: Option<&Voice>) -> Option<Reading<'b>> {
        let voice = voice?;
        let told = (hit.first..hit.end).any(|at| self.sense.is_verbal(at) && self.sense.cue_at(at).is_none());
        let claim = self.kinds[hit.issue] == IssueKind::Claim || told;
        let doubted = matches!(voice.side, Side::Against);
        if !(claim && (!hit.anaphor || voice.cue.1 == hit.first || doubted)) && !doubted {
            return None;
        }
        // To doubt a matter is to be against it; to doubt what somebody tells of it is not.
        let told_of = voice.content.iter().any(|&(first, end)| (first..end).any(|at| self.sense.is_verbal(at)));
        if !claim && (hit.first > voice.cue.1 + 6 || told_of) {
            return None;
        }
        let mut turn = chain
            .iter()
            .fold(Turn::STRAIGHT, |turn, governor| turn.through(self.side_on(hit, governor)))
            .through(voice.side);
        let start = self.content_start(Some(voice), hit.first).max(self.sense.clause_start(hit.first));
        let negated = (start..hit.end + 3).any(|at| {
            let word = self.sense.document.is_one_of(
                at,
                &["not", "n't", "n’t", "no", "never", "nobody", "nothing", "without", "neither", "cannot"],
            );
            word && at < self.sense.sentence.end
                && !self.sense.document.is_one_of(at + 1, &["more", "less", "later", "longer", "only", "fewer"])
        });
        if negated && claim {
            turn = turn.through(Side::Against);
        }
        if voice.side == Side::Warning {
            turn = turn.through(Side::Warning);
        }
        Some(Reading {
            sources: vec![voice.source.clone()],
            turn,
            cue: None,
            entry: None,
            rule: "asserted",
            weight: 15,
        })
    }

    fn drafts(&self, hit: &Hit, reading: &Reading, voice: Option<&Voice>) -> Vec<Draft> {
        reading.sources.iter().filter_map(|source| self.draft(hit, reading, source, voice)).collect()
    }

    fn draft(&self, hit: &Hit, reading: &Reading, source: &Source, voice: Option<&Voice>) -> Option<Draft> {
        let holder = source.holder?;
        let teller = voice.map(|voice| &voice.source).filter(|teller| teller.holder != Some(holder));
        // The judgement of those who study or report a matter is nobody's position.
        let observer = |class: Class| matches!(class, Class::Analyst | Class::Press);
        if observer(source.class) || teller.is_some_and(|teller| observer(teller.class)) {
            return None;
        }
        let told_by = teller.and_then(|teller| teller.holder.filter(|_| teller.is_official()));
        let speaker = match teller {
            Some(teller) if told_by.is_some() => teller.speaker.clone(),
            _ if source.speaker.is_empty() => voice
                .filter(|voice| voice.source.holder == Some(holder))
                .map(|voice| voice.source.speaker.clone())
                .unwrap_or_default(),
            _ => source.speaker.clone(),
        };
        let scope = self.scope(hit, voice);
        let conditioned = (self.kinds[hit.issue] == IssueKind::Policy && hit.side != Stance::Opposes)
            .then(|| condition(self.sense, scope.0, scope.1, (hit.first, hit.end)))
            .flatten();
        let (stance, lean) = stance(reading.turn, hit.side, conditioned.is_some());
        let cue = reading.cue.map(|cue| (cue.first, cue.end));
        let quoted = self.is_quoted(cue, hit);
        let mode = match (quoted, voice, reading.entry.map(|entry| entry.mode)) {
            (true, ..) => Mode::Direct,
            (_, Some(_), _) | (_, None, None | Some(CueMode::Reported)) => Mode::Reported,
            (_, None, Some(CueMode::Act)) => Mode::Act,
            (_, None, Some(CueMode::Described)) => Mode::Described,
        };
        let deed = mode == Mode::Act && cue.is_some_and(|cue| !self.sense.document.is(cue.1.wrapping_sub(1), "to"));
        Some(Draft {
            holder,
            speaker,
            source: (source.first < source.end).then_some((source.first, source.end)),
            told_by,
            official: told_by.is_none() && source.is_official() && teller.is_none_or(Source::is_official),
            issue: hit.issue,
            stance,
            lean,
            mode,
            deed,
            past: cue.is_some_and(|cue| is_past(self.sense, cue.0)),
            cue,
            hit: (hit.first, hit.end),
            condition: conditioned,
            rule: reading.rule,
            weight: reading.weight + hit.score + if hit.anaphor { 0 } else { 10 },
        })
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

fn stance(turn: Turn, side: Stance, conditioned: bool) -> (Stance, Option<Stance>) {
    let sign = if side == Stance::Opposes { -turn.sign } else { turn.sign };
    let plain = match sign {
        0 => return (Stance::Neutral, None),
        1 => Stance::Supports,
        _ => Stance::Opposes,
    };
    if turn.partly || conditioned { (Stance::Conditional, Some(plain)) } else { (plain, None) }
}
