//! The ways in which a sentence puts a holder on a side of a matter, one function each.

use super::fate::{due, fate};
use super::govern::Governor;
use super::hits::Hit;
use super::rules::Scene;
use super::{IssueKind, Stance};
use crate::attribution::{CueAt, Source, Voice};
use crate::lexicon::{Cue, CueClass, CueMode, Form, Side, WordClass, WordList};
use crate::text::TokenKind;

/// How a reading turned out: the side so far, and the cue that gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub(super) sign: i32,
    pub(super) partly: bool,
}

impl Turn {
    pub(super) const STRAIGHT: Self = Self { sign: 1, partly: false };

    pub(super) fn through(self, side: Side) -> Self {
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

/// What a reading has found for a hit.
pub(super) struct Reading<'a> {
    pub(super) sources: Vec<Source>,
    pub(super) turn: Turn,
    pub(super) cue: Option<&'a CueAt>,
    pub(super) entry: Option<Cue>,
    pub(super) rule: &'static str,
    pub(super) weight: u32,
}

impl<'a> Scene<'a> {
    pub(super) fn content_start(&self, voice: Option<&Voice>, token: usize) -> usize {
        let voice = voice.filter(|voice| voice.holds(token));
        voice.and_then(|voice| voice.content.first()).map_or(self.sense.sentence.first, |part| part.0)
    }

    /// The side of a cue toward a hit. To fear, resist or fend off what a claim tells is to hold the claim true; only
    /// words that deny it go against it.
    pub(super) fn side_on(&self, hit: &Hit, governor: &Governor) -> Side {
        if self.kinds[hit.issue] == IssueKind::Policy {
            // To put off what an issue asks to put off is to be for the issue.
            let delays = hit.side == Stance::Opposes && matches!(governor.entry.class, CueClass::Back | CueClass::Noun);
            return match governor.side() {
                Side::Partly if delays && governor.negated => Side::For,
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

    /// How a policy's words stand before anything governs them: reversed where they begin with a verb that is denied
    /// ("not to admit Georgia") and no governor is that verb itself.
    pub(super) fn start(&self, hit: &Hit, chain: &[Governor]) -> Turn {
        let own = chain.first().is_some_and(|governor| governor.at.end > hit.first);
        let verb = !hit.anaphor && !own && self.kinds[hit.issue] == IssueKind::Policy;
        let denied = verb && self.sense.is_verb(hit.first) && self.sense.is_negated(hit.first);
        if denied { Turn::STRAIGHT.through(Side::Against) } else { Turn::STRAIGHT }
    }

    /// Cues to the left: each possessed noun speaks for its owner, the outermost cue for its subject.
    pub(super) fn governed<'b>(
        &self,
        hit: &Hit,
        chain: &'b [Governor<'a>],
        from: usize,
        voice: Option<&Voice>,
    ) -> Vec<Reading<'b>> {
        let mut readings = Vec::new();
        let mut turn = self.start(hit, chain);
        for (index, governor) in chain.iter().enumerate() {
            turn = turn.through(self.side_on(hit, governor));
            let inner = chain[..index].iter().all(|inner| inner.entry.class == CueClass::Noun);
            let wish = inner && governor.entry.side == Side::For && self.kinds[hit.issue] == IssueKind::Policy;
            if let Some(fate) = wish.then(|| fate(self.sense, hit, governor.at)).flatten() {
                turn = turn.through(fate);
            }
            let reading = |sources, turn, rule, weight| {
                let (cue, entry) = (Some(governor.at), Some(governor.entry));
                Reading { sources, turn, cue, entry, rule, weight }
            };
            if let Some((owners, weight)) = self.owners(governor, index) {
                readings.push(reading(owners, turn, "possessed", weight));
            } else if index + 1 == chain.len() {
                let (sources, told) = self.holders(governor, from, voice);
                // "dismissed fears that": the fears are no longer told, but denied.
                let denied = told == Side::Against && self.kinds[hit.issue] == IssueKind::Claim;
                let turn = if told == Side::Warning || denied { turn.through(told) } else { turn };
                // "A and B failed to agree on it" gives no direction.
                let agree = ["agree", "agreed", "agreement"];
                let mutual =
                    sources.len() > 1 && turn.sign < 0 && self.sense.document.is_one_of(chain[0].at.first, &agree);
                if !sources.is_empty() && !mutual {
                    readings.push(reading(sources, turn, "governed", 40));
                }
            }
        }
        readings
    }

    /// Whose a noun is ("Lima's opposition", "opposition by Lima"), and what that counts.
    fn owners(&self, governor: &Governor, index: usize) -> Option<(Vec<Source>, u32)> {
        if governor.entry.class != CueClass::Noun {
            return None;
        }
        let agents = if self.sense.document.is(governor.at.end, "by") { self.agents(governor.at) } else { Vec::new() };
        if !agents.is_empty() {
            return Some((agents, 30));
        }
        let owner = self.sense.possessor(governor.at.first).filter(|owner| owner.holder.is_some())?;
        Some((vec![owner], 30 - u32::try_from(index).unwrap_or(9)))
    }

    /// Who takes the side of the outermost cue, and how a noun's words are told where it is the voice's.
    fn holders(&self, governor: &Governor, from: usize, voice: Option<&Voice>) -> (Vec<Source>, Side) {
        let class = governor.entry.class;
        let speaker = || voice.map(|voice| voice.source.clone()).into_iter().collect::<Vec<Source>>();
        let passive = self.sense.is_passive(governor.at) && class != CueClass::Attitude;
        let mut sources = if passive {
            Vec::new()
        } else {
            self.sense.subjects(governor.at, from, self.discourse, voice.map(|voice| &voice.source))
        };
        let mut told = Side::For;
        let judging = matches!(class, CueClass::Ought | CueClass::Rate);
        if judging || class == CueClass::Noun && sources.is_empty() {
            sources = speaker();
            if class == CueClass::Noun {
                told = voice.map_or(told, |voice| voice.side);
            }
        }
        if governor.entry.mode == CueMode::Act && governor.entry.side == Side::For {
            sources.extend(self.partner(governor.at));
        }
        let verbal = matches!(governor.entry.form, Form::Gerund | Form::Base) || class == CueClass::Attitude;
        if sources.is_empty() && !passive && verbal {
            sources = speaker();
        }
        (sources, told)
    }

    /// "the radar that the US wants to build": the clause after the matter says who wants it.
    pub(super) fn related<'b>(&'b self, hit: &Hit, voice: Option<&Voice>) -> Option<Reading<'b>> {
        let document = self.sense.document;
        // "the base at Berbera, which Kenya wants": a place may stand between, and a comma.
        let passed = (hit.end..self.sense.sentence.end.min(hit.end + 5)).find(|&at| {
            let word = document.tokens[at].kind == TokenKind::Word;
            !word || document.is_one_of(at, &["that", "which"]) || self.sense.cue_at(at).is_some()
        });
        let from = passed
            .filter(|&at| document.is(at + usize::from(document.word(at) == ","), "which"))
            .map_or(hit.end, |at| at + usize::from(document.word(at) == ","));
        let relative = document.is_one_of(from, &["that", "which"]);
        let at = from + usize::from(relative);
        let at = at + usize::from(self.sense.is(at, WordClass::Determiner));
        let (_, subject) = self.sense.cast.at(at).filter(|(_, placed)| placed.first == at && placed.acts())?;
        let end = self.sense.clause_end(subject.end);
        let cues = self.sense.cues.iter().filter(|cue| cue.first >= subject.end && cue.end <= end);
        let mut turn = if hit.back == hit.side { Turn::STRAIGHT } else { Turn::STRAIGHT.through(Side::Against) };
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
    pub(super) fn partner(&self, cue: &CueAt) -> Option<Source> {
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
    pub(super) fn predicated<'b>(
        &'b self,
        hit: &Hit,
        chain: &[Governor],
        voice: Option<&Voice>,
    ) -> Option<Reading<'b>> {
        let inner = chain.iter().fold(self.start(hit, chain), |turn, governor| turn.through(governor.side()));
        let (start, end) = self.predicate(hit, voice);
        let policy = self.kinds[hit.issue] == IssueKind::Policy;
        if let (true, Some(voice), Some(side)) = (policy, voice, due(self.sense, hit)) {
            return Some(Reading {
                sources: vec![voice.source.clone()],
                turn: inner.through(side),
                cue: None,
                entry: None,
                rule: "judged",
                weight: 28,
            });
        }
        for cue in self.sense.cues.iter().filter(|cue| cue.first >= start && cue.first < end) {
            if cue.first - start > 14 {
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

    /// Where the predicate of a hit can stand: up to the next clause of another subject, or beyond the words of
    /// saying that are put in after the hit ("the dam, she said, is a mistake").
    pub(super) fn predicate(&self, hit: &Hit, voice: Option<&Voice>) -> (usize, usize) {
        if let Some([first, second]) = voice.and_then(|voice| voice.content.first_chunk::<2>())
            && hit.end + 1 >= first.1
            && hit.first >= first.0
        {
            return (second.0, self.sense.clause_end(second.0));
        }
        let end = self.sense.clause_end(hit.first);
        let goes_on = self.sense.document.is_one_of(end, &["that", "which", "as", "—", "–"]);
        (hit.end, if goes_on { self.sense.clause_end(end) } else { end })
    }

    pub(super) fn object_after(&self, from: usize) -> Option<Source> {
        let found = (from..self.sense.sentence.end.min(from + 4)).find_map(|at| self.sense.cast.at(at));
        found.filter(|(_, placed)| placed.acts()).map(|(_, placed)| Source::of(placed))
    }

    /// Whoever stands after "by".
    pub(super) fn agents(&self, cue: &CueAt) -> Vec<Source> {
        let by = (cue.end..self.sense.sentence.end.min(cue.end + 3)).find(|&at| self.sense.document.is(at, "by"));
        let Some(by) = by else { return Vec::new() };
        let mut agents = Vec::new();
        let mut at = by + 1;
        while at < self.sense.sentence.end {
            if let Some((_, placed)) = self.sense.cast.at(at).filter(|(_, placed)| placed.acts()) {
                agents.push(Source::of(placed));
                at = placed.end;
            } else if self.sense.document.is_one_of(at, &["and", ",", "the", "both", "by"]) {
                at += 1;
            } else {
                break;
            }
        }
        agents
    }

    /// "called the corridor 'a tax on the poor'": words put in quotation marks to name a matter, of which no list knows
    /// the side. In news such names are mostly given by those who are against.
    pub(super) fn named<'b>(&'b self, hit: &Hit, voice: Option<&Voice>) -> Option<Reading<'b>> {
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
    pub(super) fn proposed<'b>(&'b self, hit: &Hit, chain: &[Governor], voice: Option<&Voice>) -> Option<Reading<'b>> {
        let voice = voice?;
        let cue = self.sense.cue_at(voice.cue.0)?;
        let entry = cue
            .entry(&[CueClass::Back])
            .filter(|_| voice.cue.0 < voice.cue.1 && self.kinds[hit.issue] == IssueKind::Policy)?;
        let inner = chain.iter().fold(self.start(hit, chain), |turn, governor| turn.through(governor.side()));
        let fate = Some(entry.side).filter(|side| *side == Side::For).and_then(|_| fate(self.sense, hit, cue));
        Some(Reading {
            sources: vec![voice.source.clone()],
            turn: inner.through(entry.side).through(fate.unwrap_or(Side::For)),
            cue: Some(cue),
            entry: Some(entry),
            rule: "proposed",
            weight: 30,
        })
    }

    /// A claim in somebody's words, or a doubt thrown on anything.
    pub(super) fn asserted<'b>(&'b self, hit: &Hit, chain: &[Governor], voice: Option<&Voice>) -> Option<Reading<'b>> {
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
            let word = self
                .sense
                .document
                .is_one_of(at, &["not", "n't", "n’t", "no", "never", "nobody", "nothing", "without", "neither", "nt"]);
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
}
