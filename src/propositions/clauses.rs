//! Binds verbs to their subjects, from left to right.

use std::borrow::Cow;

use super::actors::{Actor, Parties};
use super::company::Company;
use super::events::{Event, Matter};
use super::scene::Scene;
use super::verbs::VerbPhrase;
use crate::attribution::CueAt;
use crate::lexicon::{Form, Leaning, WordClass, WordList};
use crate::syntax::{Class, Fine, Relation};
use crate::text::TokenKind;

/// The longest remark between commas that a verb's subject is looked for across.
const REMARK: usize = 14;
/// The longest quotation that is passed over as a whole; a longer one is mostly a mark that never closed.
const QUOTE: usize = 80;

/// Modals of what another should or may do.
const DUTY: &[&str] = &["should", "must", "ought", "may", "might"];
const JOINTS: &[&str] = &["and", "but", "or", "then", "yet"];
const OPENERS: &[&str] = &["while", "whereas", "although", "though", "with", ";", ":", "—", "–", "--"];

/// A walk through a sentence.
pub(super) struct Walk<'a> {
    scene: &'a Scene<'a>,
    pub(super) events: Vec<Event>,
    /// Verbs in -ing that wait for the subject of the main clause: "Noting that ..., Chad".
    waiting: Vec<usize>,
    /// Company named ahead of its subject: "Supported by Peru, Chad ...".
    ahead: Company,
}

impl<'a> Walk<'a> {
    pub(super) fn scene(&self) -> &'a Scene<'a> {
        self.scene
    }

    /// All events of the sentence, in order.
    pub(super) fn of(scene: &'a Scene<'a>) -> Vec<Event> {
        let mut walk = Self { scene, events: Vec::new(), waiting: Vec::new(), ahead: Company::default() };
        let mut at = scene.first;
        let (end, company) = scene.company(at, true);
        if scene.is(end, ",") && !company.is_empty() && !scene.is_one_of(at, &["for", "including"]) {
            walk.ahead = company;
            at = end + 1;
        }
        while at < scene.end {
            at = walk.step(at).max(at + 1);
        }
        walk.events
    }

    /// Reads on from a token; gives the next one to look at.
    fn step(&mut self, at: usize) -> usize {
        let scene = self.scene;
        if let Some(quote) = scene.document.quote_at(at).filter(|quote| quote.end - quote.first < QUOTE) {
            return quote.end;
        }
        self.passive(at)
            .or_else(|| self.inverted(at))
            .or_else(|| self.named(at))
            .or_else(|| self.pronoun(at))
            .or_else(|| self.joined(at))
            .or_else(|| self.gerund(at))
            .or_else(|| self.parsed(at))
            .unwrap_or(at + 1)
    }

    /// Adds an event; those that waited for its subject get it.
    pub(super) fn push(&mut self, mut event: Event) -> usize {
        if event.inside.is_none() {
            event.company.take_in(&std::mem::take(&mut self.ahead));
            for waiting in std::mem::take(&mut self.waiting) {
                self.events[waiting].company.along.clone_from(&event.company.along);
            }
        }
        let next = event.verb.at + 1;
        self.events.push(event);
        next
    }

    /// A list of parties with its verb.
    fn named(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let list = scene.parties(at, false)?;
        let before = at.checked_sub(1).filter(|&before| before >= scene.first);
        let (mut end, mut company) = scene.company(list.end, false);
        if let Some(after) = self.after_apposition(at, &list).filter(|_| end == list.end) {
            (end, company) = scene.company(after, false);
        }
        company.along.splice(0..0, list.actors);
        let with = before.is_some_and(|before| scene.is(before, "with") || self.goes_on_with(before));
        let governed = before.is_some_and(|before| {
            scene.sense.is(before, WordClass::Preposition) && !scene.is_one_of(before, &["while", "that", "as"])
                || scene.is(list.end, ",")
                    && scene.party(at).is_some_and(|party| party.end == list.end)
                    && scene.ends_place(before)
        });
        let verb = self.verb_after(end).filter(|verb| {
            let absolute =
                with && (verb.form == Form::Gerund || !verb.helped && verb.form == Form::Past && verb.first == end);
            (absolute || !with && !governed) && (verb.form != Form::Gerund || verb.helped || with)
        });
        let Some(verb) = verb else {
            if let Some(next) = self.elliptic(at, end, &company).filter(|_| !governed) {
                return Some(next);
            }
            // "between Chad and Peru, the EU said": the list may have swallowed the subject.
            let first = scene.party(at)?.end;
            let joint = first + 1;
            let tight = scene.is_one_of(first, &["and", "or"]).then(|| scene.party(joint)).flatten();
            return Some(if governed { tight.map_or(first, |party| party.end) } else { end });
        };
        if verb.passive {
            return Some(verb.at);
        }
        if self.is_wish(at, verb) || verb.leaning.is_none() && company.is_empty() {
            return Some(verb.at + 1);
        }
        if verb.leaning.is_none() && company.sided {
            // "Chad, opposed by Peru, withheld ...": whatever it did, there is a side to it.
            let leaning = Some(Leaning::Neither);
            return Some(self.begin(at, VerbPhrase { leaning, ..verb }, company));
        }
        Some(self.begin(at, verb, company))
    }

    /// Where an apposition to a name ends: "Ama Mensah, minister of Ghana, (for ...) said".
    fn after_apposition(&self, at: usize, list: &Parties) -> Option<usize> {
        let scene = self.scene;
        let several = scene.party(at).is_some_and(|party| party.end < list.end);
        let goes_on = scene.is(list.end, ",") || several && scene.sense.is(list.end, WordClass::Preposition);
        let opens = list.actors.len() == 1 && goes_on && self.verb_after(list.end).is_none();
        let close = (list.end + 1..scene.end.min(list.end + REMARK)).find(|&at| scene.is(at, ",")).filter(|_| opens)?;
        let verb = |at: usize| scene.sense.class(at) == Some(Class::Verb);
        let (end, _) = scene.company(close, false);
        let says = scene.verb_phrase(scene.past_comma(end)).is_some_and(|verb| verb.leaning.is_some() && !verb.passive);
        (says && !(list.end..close).any(verb)).then_some(close)
    }

    /// "with Chad opposing it *and* Peru noting ...".
    fn goes_on_with(&self, joint: usize) -> bool {
        let own = |last: &Event| last.verb.form == Form::Gerund && last.subject < last.verb.first;
        self.scene.is_one_of(joint, &["and", ";"]) && self.events.last().is_some_and(own)
    }

    /// The verb phrase behind a subject; a remark between commas may stand before it.
    fn verb_after(&self, end: usize) -> Option<VerbPhrase> {
        let scene = self.scene;
        let fits = |verb: &VerbPhrase| !scene.is(verb.at + 1, "by") || verb.leaning.is_none();
        // "The US: supported ...; and proposed ..."
        let near = end + usize::from(scene.is_one_of(end, &[",", ":"]));
        if let Some(verb) = scene.verb_phrase(near).filter(fits) {
            return Some(verb);
        }
        if near == end || !(scene.sense.is(near, WordClass::Preposition) || scene.is(near, "however")) {
            return None;
        }
        let close = (near..scene.end.min(near + REMARK)).find(|&at| scene.is(at, ","))?;
        scene.verb_phrase(close + 1).filter(fits).filter(VerbPhrase::is_finite)
    }

    /// "Chad said Peru should support it": what one says another should do is no position of the other.
    fn is_wish(&self, subject: usize, verb: VerbPhrase) -> bool {
        let sided = matches!(verb.leaning, Some(Leaning::For | Leaning::Against));
        let modal = |at: usize| self.scene.is_one_of(at, DUTY) || !sided && self.scene.fine(at) == Some(Fine::Modal);
        let wished = (verb.first..verb.at).any(modal);
        wished && (verb.leaning.is_none() || !self.opening(subject).1)
    }

    /// An event with a subject of its own: a clause beside those before, or one in the complement of the last.
    fn begin(&mut self, subject: usize, verb: VerbPhrase, company: Company) -> usize {
        let (start, apart) = self.opening(subject);
        let inside = if apart { None } else { self.events.len().checked_sub(1) };
        let matter = match self.said_before(subject, verb) {
            Some((first, end)) => Matter::At(first, end),
            None if self.bare(verb) => Matter::Before,
            None => Matter::Behind,
        };
        self.push(Event { start, subject, verb, company, matter, inside, replaced: false })
    }

    /// "The text is weak, Chad said": what is said comes first.
    fn said_before(&self, subject: usize, verb: VerbPhrase) -> Option<(usize, usize)> {
        let scene = self.scene;
        let closed = verb.at + 1 >= scene.end || scene.is_one_of(verb.at + 1, &[",", ".", ";"]);
        let before = subject.checked_sub(1).filter(|&before| before > scene.first)?;
        let quote = |at: usize| scene.document.tokens[at].kind == TokenKind::Quote;
        let parted = scene.is(before, ",") || quote(before);
        let told = verb.leaning == Some(Leaning::Neither) && self.events.is_empty();
        (told && closed && parted).then_some((scene.first, before))
    }

    /// Whether a verb of position stands without its object, which is then that of the clause before.
    fn bare(&self, verb: VerbPhrase) -> bool {
        let ends = verb.at + 1 >= self.scene.end || self.scene.is_one_of(verb.at + 1, &[".", ";"]);
        ends && matches!(verb.leaning, Some(Leaning::For | Leaning::Against))
    }

    /// Where a clause with this subject begins, and whether it stands beside what went before.
    fn opening(&self, subject: usize) -> (usize, bool) {
        let scene = self.scene;
        let Some(before) = subject.checked_sub(1).filter(|&before| before >= scene.first) else {
            return (subject, true);
        };
        let comma = |at: usize| at - usize::from(at > scene.first && scene.is(at - 1, ","));
        if scene.is_one_of(before, OPENERS) || scene.is_one_of(before, JOINTS) {
            return (comma(before), true);
        }
        let waits = (!self.waiting.is_empty() || self.after_side_clause()) && scene.is(before, ",");
        (if waits { before } else { subject }, waits || self.events.is_empty())
    }

    /// "Although Chad supported it, Peru ...": whether the sentence opened with a clause that waits for another.
    fn after_side_clause(&self) -> bool {
        self.events.len() == 1 && self.scene.opens_aside(&self.events[0])
    }

    /// "Peru supported it; Chad did not."
    fn elliptic(&mut self, subject: usize, end: usize, company: &Company) -> Option<usize> {
        let scene = self.scene;
        let mut at = scene.past_comma(end);
        let mut denied = false;
        let first = at;
        while at < scene.end && (scene.sense.is(at, WordClass::Auxiliary) || self.denies(at)) {
            denied |= self.denies(at);
            at += 1;
        }
        let closed = at >= scene.end || scene.is_one_of(at, &[".", ";", ","]);
        let last = self.events.last().filter(|_| denied && closed && at > first)?;
        let verb = VerbPhrase { denied: !last.verb.denied, first, ..last.verb };
        let (start, _) = self.opening(subject);
        let company = company.clone();
        self.push(Event { start, subject, verb, company, matter: Matter::Before, inside: None, replaced: false });
        Some(at)
    }

    fn denies(&self, at: usize) -> bool {
        self.scene.document.is_in(at, WordList::Negation)
    }

    /// "he opposed": the one who speaks; "who opposed": those named right before.
    fn pronoun(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let who = scene.is_one_of(at, &["who", "which"]);
        if !who && !scene.is_one_of(at, &["he", "she", "it", "they"]) {
            return None;
        }
        let verb = self.verb_after(at + 1).filter(|verb| verb.leaning.is_some() && !verb.passive)?;
        let duty = (verb.first..verb.at).any(|at| scene.is_one_of(at, DUTY));
        if duty {
            return Some(verb.at + 1);
        }
        if who {
            let company = Company::of(self.named_before(at)?);
            let start = at - usize::from(scene.is(at - 1, ","));
            let event =
                Event { start, subject: at, verb, company, matter: Matter::Behind, inside: None, replaced: false };
            return Some(self.push(event));
        }
        let teller = self.events.iter().rposition(|event| event.verb.leaning.is_some());
        let (_, apart) = self.opening(at);
        let Some(teller) = teller else {
            let ahead = self.ahead.is_empty();
            let along = if ahead || !scene.before.is_empty() { scene.before.to_vec() } else { Vec::new() };
            return Some(self.begin(at, verb, Company::of(along)));
        };
        let company = self.events[teller].company.clone();
        if !apart {
            let opens = self.events[teller].verb.at + 1;
            let direct = opens == at || scene.is(opens, "that") && opens + 1 == at;
            let told = self.events[teller].verb.leaning == Some(Leaning::Neither);
            self.events[teller].replaced |= direct && told;
        }
        Some(self.begin(at, verb, company))
    }

    /// The parties of the list that ends right before "who".
    fn named_before(&self, who: usize) -> Option<Vec<Actor>> {
        let scene = self.scene;
        let end = who.checked_sub(usize::from(scene.is(who.checked_sub(1)?, ",")))?;
        let from = end.saturating_sub(60).max(scene.first);
        let lists = (from..end).filter_map(|at| scene.parties(at, true));
        lists.into_iter().find(|list| list.end == end && !list.actors.is_empty()).map(|list| list.actors)
    }

    /// "and opposed", ", but with Peru urged": a verb that takes up the subject of one before.
    fn joined(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let comma = scene.is_one_of(at, &[",", ";"]);
        let joint = at + usize::from(comma);
        let aside = scene.is(joint, "while");
        let coordinated = aside || scene.is(at, ";") || scene.is_one_of(joint, JOINTS);
        if !comma && !coordinated || self.events.is_empty() {
            return None;
        }
        let (end, company) = scene.company(joint + usize::from(aside || scene.is_one_of(joint, JOINTS)), !coordinated);
        let verb = scene.verb_phrase(scene.past_comma(end))?;
        let by_agent = scene.is(verb.at + 1, "by") || verb.passive;
        let head = self.taken_up(&verb)?;
        let fits = match verb.form {
            Form::Gerund => {
                let last = head + 1 == self.events.len() && self.events[head].verb.form == Form::Gerund;
                // "accounting, reporting and compliance": names of acts
                let told = verb.leaning == Some(Leaning::Neither);
                let noun = scene.is_one_of(verb.at + 1, &["and", "or", "."]) || told && scene.is(verb.at + 1, ",");
                verb.leaning.is_some() && !noun && (scene.is(at, ",") || aside || last)
            }
            Form::Past => self.is_main_past(&verb, coordinated),
            Form::Third | Form::Base => verb.leaning.is_some() && (verb.helped || self.same_tense(&verb, head)),
            Form::None => false,
        };
        if by_agent || !fits || aside && verb.form != Form::Gerund {
            return None;
        }
        let mut all = Company::of(self.events[head].company.along.clone());
        all.take_in(&company);
        if verb.form != Form::Gerund && verb.helped && company.is_empty() && self.events[head].inside.is_some() {
            all.against.clone_from(&self.events[head].company.against);
        }
        let matter = if self.bare(verb) { Matter::Before } else { Matter::Behind };
        let inside = self.events[head].inside;
        Some(self.push(Event { start: at, subject: verb.first, verb, company: all, matter, inside, replaced: false }))
    }

    fn same_tense(&self, verb: &VerbPhrase, head: usize) -> bool {
        let head = &self.events[head].verb;
        head.form == verb.form && !head.helped
    }

    /// Whether a past form is the verb of a clause and no participle.
    fn is_main_past(&self, verb: &VerbPhrase, coordinated: bool) -> bool {
        let fine = self.scene.fine(verb.at);
        // "should be clearly and openly reported"
        let before = verb.first.saturating_sub(2);
        let be = before.checked_sub(1).is_some_and(|be| self.scene.document.is_in(be, WordList::Be));
        let adverbs = be && self.scene.is_manner(before);
        let pair = be && self.scene.document.word(before).ends_with("ed");
        let participle = fine == Some(Fine::VerbParticiple) && (adverbs || pair);
        verb.helped || coordinated && verb.leaning.is_some() && !participle || fine == Some(Fine::VerbPast)
    }

    /// The event whose subject a joined verb takes up: by the parse, else the last of the same tense.
    fn taken_up(&self, verb: &VerbPhrase) -> Option<usize> {
        let joined = self.scene.sense.relation(verb.at) == Some(Relation::Conjunct);
        let head = joined.then(|| self.scene.sense.head(verb.at)).flatten();
        let by_parse = self.events.iter().position(|event| head == Some(event.verb.at));
        let alike = |event: &Event| event.verb.form == verb.form && event.verb.helped == verb.helped;
        by_parse.or_else(|| self.events.iter().rposition(alike)).or_else(|| self.events.len().checked_sub(1))
    }

    /// "Noting that ..., Chad ...": a verb in -ing before its subject.
    fn gerund(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let opens = at == scene.first || scene.is_one_of(at - 1, &["while", "in", "by", "after", ";"]);
        let verb = scene.verb_phrase(at).filter(|verb| opens && verb.form == Form::Gerund && verb.leaning.is_some())?;
        let after_subject = self.events.iter().any(|event| event.inside.is_none());
        if at > scene.first
            && (after_subject || scene.is_one_of(at - 1, &["in", "by", "after"]) && at - 1 > scene.first)
        {
            return None;
        }
        let event = Event {
            start: at,
            subject: at,
            verb,
            company: Company::default(),
            matter: Matter::Behind,
            inside: None,
            replaced: false,
        };
        self.events.push(event);
        self.waiting.push(self.events.len() - 1);
        Some(verb.at + 1)
    }

    /// A verb whose subject is found by attribution's rules and the parse: "the French foreign minister said".
    fn parsed(&mut self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let verb = scene.verb_phrase(at).filter(|verb| verb.leaning.is_some() && !verb.passive && verb.is_finite())?;
        if scene.sense.class(verb.at) != Some(Class::Verb) || self.events.last().is_some_and(|last| last.verb.at >= at)
        {
            return None;
        }
        let finite =
            verb.helped || matches!(scene.fine(verb.at)?, Fine::VerbPast | Fine::VerbThird | Fine::VerbPresent);
        let cue = CueAt { first: verb.at, end: verb.at + 1, entries: Cow::default() };
        let subject = scene.sense.subject_token(&cue).filter(|&subject| finite && subject < at)?;
        if self.events.iter().any(|event| subject <= event.verb.at) {
            return None;
        }
        let start = scene.phrase_start(subject);
        let sources = scene.sense.subjects(&cue, scene.first, scene.discourse, None);
        // The order of words may have led to somebody else: the name must be in the subject itself.
        let own = sources.iter().any(|source| source.first < subject + 1 && source.end > start);
        let along: Vec<Actor> = sources.iter().filter(|_| own).filter_map(Actor::of_source).collect();
        if along.is_empty() {
            return None;
        }
        Some(self.begin(start, verb, Company::of(along)))
    }
}
