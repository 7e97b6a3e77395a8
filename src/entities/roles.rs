//! Words for offices with what stands around them: for whom, and whose name.

use super::context::Lead;
use super::people::Known;
use super::resolve::Resolver;
use super::scan::Find;
use super::{EntityKind, Mention, Usage};
use crate::lexicon::{Class, Name, Title};
use crate::text::{Code, Span, TokenKind};

/// An office word in its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// Index of the token the whole phrase begins with, the owner included ("Russian" in "Russian leader").
    pub(super) first: usize,
    /// One past the office's last token.
    pub(super) end: usize,
    /// For whom the office is held.
    pub(super) country: Option<Code>,
    /// The office in words.
    pub(super) office: Option<&'static str>,
    /// For whom its holder speaks.
    pub(super) class: Class,
    /// Whether it is held no more.
    pub(super) former: bool,
    /// Whether several are meant.
    pub(super) plural: bool,
    /// The find that names the holder.
    pub(super) name_index: Option<usize>,
    /// Whether the name stands right after the office, without a comma.
    pub(super) direct: bool,
    /// "its" or "his" before the office: the token.
    pub(super) pronoun: Option<usize>,
    /// Whose office news means by the word where nothing else tells.
    pub(super) home: Option<Code>,
}

/// The answer to what role an office word stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadRole {
    role: Option<Role>,
    /// How many people had been introduced when it was given: with another the answer may be another.
    people: usize,
}

impl Resolver<'_> {
    /// The role that introduces the name at `index`: the office before it, or after a comma.
    pub(super) fn role_of_name(&self, index: usize) -> Option<Role> {
        // "the ambassador in Lima, Ana Vale": a place may stand between, and so may "Mr".
        let before = (1..=4).filter_map(|back| index.checked_sub(back));
        let titles = before.filter(|&at| matches!(self.found[at].find, Find::Title(_)));
        let mut own = titles.filter_map(|at| self.role_at(at)).filter(|role| role.name_index == Some(index));
        let nearest = own.next();
        if nearest.as_ref().is_some_and(|role| role.class != Class::Courtesy) {
            return nearest;
        }
        own.find(|role| role.class != Class::Courtesy).or_else(|| self.apposition(index)).or(nearest)
    }

    /// "Ana Vale, the Peruvian foreign minister" and "Ana Vale, minister of trade in Lima's government".
    fn apposition(&self, index: usize) -> Option<Role> {
        let end = self.found[index].end;
        // Most names stand before a word.
        let mark = self.document.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Mark);
        if !mark || !self.document.is_one_of(end, &[",", "(", "—", "–"]) {
            return None;
        }
        let title =
            (index + 1..self.found.len().min(index + 4)).find(|&at| matches!(self.found[at].find, Find::Title(_)))?;
        let role = self.role_at(title)?;
        let gap = role.first.checked_sub(end + 1)?;
        let small = (end + 1..role.first).all(|at| {
            self.document.is_one_of(at, &["the", "a", "an", "who", "is", "was", "then", "now"])
                || !self.document.tokens[at].is_capitalised()
        });
        let verb_free =
            (end + 1..role.first).all(|at| !self.document.is_one_of(at, &[",", "said", "told", ".", "and", "that"]));
        (gap <= 4 && small && verb_free && role.name_index.is_none() && !role.plural).then_some(role)
    }

    /// The role whose office word is the find at `index`. Asked for by every name around, so the answer is kept until somebody
    /// else is introduced.
    pub(super) fn role_at(&self, index: usize) -> Option<Role> {
        let Find::Title(title) = self.found[index].find else { return None };
        let people = self.people.count();
        let kept = self.roles.borrow().get(index).copied().flatten();
        if let Some(kept) = kept.filter(|kept| kept.people == people) {
            return kept.role;
        }
        let role = self.read_role(index, title);
        if let Some(kept) = self.roles.borrow_mut().get_mut(index) {
            *kept = Some(ReadRole { role, people });
        }
        role
    }

    fn read_role(&self, index: usize, title: Title) -> Option<Role> {
        // "Peru's opposition to the plan" is no party.
        if self.document.is(self.found[index].first, "opposition") && self.document.is(self.found[index].end, "to") {
            return None;
        }
        let (first, mut end) = (self.found[index].first, self.found[index].end);
        let mut role = Role {
            first,
            end,
            country: None,
            office: (!title.office.is_empty()).then_some(title.office),
            class: title.class,
            former: title.class == Class::Former,
            plural: self.is_plural(end - 1),
            name_index: None,
            direct: false,
            pronoun: None,
            home: title.home,
        };
        let mut last = index;
        while let Some(following) = self.next_title(last)
            && let Find::Title(next) = self.found[following].find
        {
            last = following;
            end = self.found[last].end;
            if !matches!(next.class, Class::Courtesy | Class::Former) {
                role.office = Some(next.office);
                role.class = next.class;
                role.home = next.home.or(role.home);
            }
            role.former |= next.class == Class::Former;
            role.plural = self.is_plural(end - 1);
        }
        role.end = end;
        let opening = self.first_title(index);
        role.former |= self.found[opening..index]
            .iter()
            .any(|found| matches!(found.find, Find::Title(title) if title.class == Class::Former));
        self.own(opening, last, &mut role);
        if role.country.is_none() && self.homeless {
            let mut titles = self.found[opening..=last].iter().rev();
            role.country = titles.find_map(|found| if let Find::Title(title) = found.find { title.home } else { None });
        }
        if role.former && role.class == Class::Official {
            role.class = Class::Former;
        }
        Some(role)
    }

    /// The office word that goes on right after another, also past a field of office: "Deputy Fisheries Minister".
    fn next_title(&self, at: usize) -> Option<usize> {
        let title = |next: usize| matches!(self.found.get(next)?.find, Find::Title(_)).then_some(next);
        let next = at + 1;
        if self.found.get(next)?.first != self.found[at].end {
            return None;
        }
        let field = self.found[next].find == Find::Unknown && self.touches(next + 1);
        title(next).or_else(|| title(next + 1).filter(|_| field))
    }

    /// The first of the words that make up an office: "Deputy" or "Fisheries" of "Deputy Fisheries Minister".
    fn first_title(&self, at: usize) -> usize {
        let mut first = at;
        while first > 0 && self.touches(first) {
            let part = match self.found[first - 1].find {
                Find::Title(title) => title.class != Class::Courtesy,
                Find::Unknown => self.document.tokens[self.found[first].first].is_capitalised(),
                Find::Name(_) => false,
            };
            if !part {
                break;
            }
            first -= 1;
        }
        first
    }

    /// Whether no token stands between a find and the one before it.
    fn touches(&self, at: usize) -> bool {
        at.checked_sub(1).zip(self.found.get(at)).is_some_and(|(before, found)| self.found[before].end == found.first)
    }

    fn is_plural(&self, token: usize) -> bool {
        let word = self.document.word(token).as_bytes();
        let ends = |with: &[u8]| word[word.len().saturating_sub(with.len())..].eq_ignore_ascii_case(with);
        ends(b"s") && !ends(b"ss") || ends(b"men") || word.eq_ignore_ascii_case(b"cabinet")
    }

    pub(super) fn name_after(&self, last: usize, role: &mut Role) {
        let last = last + self.found[last + 1..].iter().take_while(|found| found.end <= role.end).count();
        let Some(next) = self.found.get(last + 1) else { return };
        let named = match &next.find {
            Find::Unknown => true,
            Find::Name(names) => names.iter().any(|name| matches!(name, Name::Person(_))),
            Find::Title(_) => false,
        };
        let comma = self.document.is(role.end, ",");
        let words = next.end - next.first;
        if named && next.first == role.end {
            role.name_index = Some(last + 1);
            role.direct = true;
        } else if named && comma && next.first == role.end + 1 && words >= 2 && !role.plural {
            let closed = self.document.is_one_of(next.end, &[",", ".", ")", "”", "\""]);
            if closed && !super::things::is_thing(self.document, self.lexicon, next) {
                role.name_index = Some(last + 1);
            }
        } else {
            role.name_index = self.name_past_comma(last, role);
        }
    }

    /// "the ambassador in Lima, Ana Vale," and "the prime minister, Mr Ian Vale,": the name that explains an office.
    fn name_past_comma(&self, last: usize, role: &Role) -> Option<usize> {
        let end = role.end;
        let comma = (end..end + 9).find(|&at| self.document.word(at) == ",")?;
        let linked = self.document.is_one_of(end, &["of", "for", "in", "to", "at", "from", "on"]);
        let stops = ["said", "told", "that", "who", "which", "has", "had", "was", "is", "will", "would", "and", "but"];
        let broken = (end..comma).any(|at| self.document.is_one_of(at, &stops));
        if role.plural || broken || comma > end && !linked {
            return None;
        }
        let next = (last + 1..self.found.len()).find(|&at| self.found[at].first > comma)?;
        let titled = matches!(self.found[next].find, Find::Title(_)) && self.found[next].first == comma + 1;
        let name = if titled { next + 1 } else { next };
        let found = self.found.get(name)?;
        let starts = found.first == if titled { self.found[next].end } else { comma + 1 };
        let closed = self.document.is_one_of(found.end, &[",", ".", ")", "”", "\"", "—", "–"]);
        let full = found.end - found.first >= 2 && matches!(found.find, Find::Unknown);
        (starts && closed && full && !super::things::is_thing(self.document, self.lexicon, found)).then_some(name)
    }

    /// A role noun without a name: whoever holds the office, or somebody of it.
    pub(super) fn push_role(&mut self, role: &Role) {
        let office = role.office.unwrap_or_default();
        let definite = role.first > 0 && self.document.is_one_of(role.first - 1, &["the", "his", "her", "their"]);
        let body = matches!(office, "government" | "ministry" | "embassy");
        let named =
            (!role.plural && !body && !role.former).then(|| self.holder_of(office, role.country, definite)).flatten();
        let country = role.country.or_else(|| named.as_ref().and_then(|known| known.country));
        let anybody = country.is_none()
            && self
                .document
                .is_one_of(role.end - 1, &["side", "sides", "leadership", "team", "mission", "commission", "agency"]);
        if anybody || self.is_bodily(role) || country.is_none() && named.is_none() && role.class != Class::Official {
            return;
        }
        if country.is_none() {
            self.leads.push(Lead::of(role.first, role));
        }
        let office = if role.former && !body { format!("former {office}") } else { office.to_owned() };
        let (name, class) = match &named {
            Some(known) => (known.name.clone(), known.class),
            None => (String::new(), role.class),
        };
        let kind = if body { EntityKind::Organisation } else { EntityKind::Person };
        let official = class == Class::Official;
        let mention =
            Mention { span: Span::default(), kind, usage: Usage::Role, country, name, office: Some(office), official };
        self.push(role.first, role.end, mention, class);
        if let Some(placed) = self.placed.last_mut() {
            placed.plural = role.plural;
        }
    }

    /// "shook his head": a word for an office that is part of a body.
    fn is_bodily(&self, role: &Role) -> bool {
        let last = role.end - 1;
        let owned = last > 0
            && self
                .document
                .is_one_of(last - 1, &["his", "her", "its", "their", "my", "your", "our", "a", "one", "own"]);
        self.document.is_one_of(last, &["head", "heads"]) && owned && !self.document.is(role.end, "of")
    }

    fn holder_of(&self, office: &str, country: Option<Code>, definite: bool) -> Option<Known> {
        let introduced = self.people.by_office(office, country).cloned();
        let unnamed = matches!(
            office,
            "official"
                | "spokesman"
                | "diplomat"
                | "delegate"
                | "negotiator"
                | "envoy"
                | "adviser"
                | "minister"
                | "analyst"
                | "ambassador"
                | "campaign manager"
                | "chief of staff"
                | "governor"
                | "head"
                | "lawmaker"
                | "mayor"
                | "party leader"
                | "prosecutor"
        );
        match (introduced, country) {
            (Some(known), Some(_)) => Some(known),
            (Some(known), None) if definite => Some(known),
            (None, Some(country)) if !unnamed => self.people.in_office(office, country),
            _ => None,
        }
    }
}
