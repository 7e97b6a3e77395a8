//! The engine's values as bytes: for each the list of its fields, in the order in which they travel.

use std::sync::{Mutex, PoisonError};

use super::bytes::{Input, Wire, wire_enum, wire_struct};
use crate::attribution::{Quotation, QuotationKind};
use crate::corpus::{Article, Cut};
use crate::entities::{EntityKind, Mention, Usage};
use crate::stance::{
    Actor, Analysis, Codebook, Evidence, Issue, IssueKind, IssuePhrase, Mode, Stance, Statement, Untagged, WhyNot,
};
use crate::text::Problem;

wire_enum!(EntityKind { Country, Bloc, Organisation, Person, Place, System, Document, Event });
wire_enum!(Usage { Name, Demonym, Metonym, Place, Role, Pronoun });
wire_enum!(QuotationKind { Direct, Mixed, Reported });
wire_enum!(IssueKind { Policy, Claim });
wire_enum!(Stance { Supports, Opposes, Conditional, Neutral });
wire_enum!(WhyNot { NoIssue, Aside, Supposed, NoSide, NoHolder, Observer, Doubtful });
wire_enum!(Mode { Direct, Reported, Act, Described });

wire_struct!(Problem { place, line, field, span, message });
wire_struct!(Article { id, title, outlet, outlet_country, date, byline, url, archive_url, rights, after, note, text });
wire_struct!(Cut { span, reason });
wire_struct!(Mention { span, kind, usage, country, name, office, official });
wire_struct!(Quotation { source, cue, content, speaker, holder, kind });
wire_struct!(Codebook { title, question, parties, issues, actors });
wire_struct!(Issue { id, kind, title, short, note, mentions });
wire_struct!(IssuePhrase { phrase, side });
wire_struct!(Actor { name, aliases, country, office, from, to });
wire_struct!(Evidence { sentence, speaker, cue, turns, issue, condition, quotation });
wire_struct!(Statement {
    id,
    article,
    speaker,
    holder,
    told_by,
    issue,
    stance,
    lean,
    mode,
    deed,
    official,
    past,
    reported_on,
    said_on,
    confidence,
    rule,
    evidence,
});
wire_struct!(Untagged { sentence, why, issue, words });
wire_struct!(Analysis {
    article,
    model,
    cuts,
    sentences,
    mentions,
    quotations,
    statements,
    judgements,
    untagged,
    problems
});

/// Names that the engine holds as constants: of rules, of reasons for a cut. They are few, so that keeping each for good
/// when it first arrives costs next to nothing.
impl Wire for &'static str {
    fn put(&self, out: &mut Vec<u8>) {
        (*self).to_owned().put(out);
    }

    fn take(input: &mut Input) -> Self {
        static NAMES: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
        let name = String::take(input);
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names.iter().find(|known| **known == name) {
            return known;
        }
        let kept: &'static str = Box::leak(name.into_boxed_str());
        names.push(kept);
        kept
    }
}

#[cfg(test)]
mod tests {
    use crate::service::bytes::{from_bytes, to_bytes};
    use crate::stance::{Analysis, Evidence, Mode, Stance, Statement};
    use crate::text::Span;

    #[test]
    fn an_analysis_survives_the_crossing() {
        let statement = Statement {
            id: "a.ru.shield.00000000".to_owned(),
            article: "a".to_owned(),
            speaker: "Vladimir Putin".to_owned(),
            holder: "RU".parse().expect("a code"),
            told_by: "US".parse().ok(),
            issue: "shield".to_owned(),
            stance: Stance::Conditional,
            lean: Some(Stance::Opposes),
            mode: Mode::Reported,
            deed: false,
            official: true,
            past: false,
            reported_on: "2007-06-08".parse().ok(),
            said_on: None,
            confidence: 80,
            rule: "reject",
            evidence: Evidence { sentence: Span::new(3, 40), cue: Some(Span::new(7, 9)), ..Evidence::default() },
        };
        let analysis = Analysis {
            article: "a".to_owned(),
            model: Some("0".to_owned()),
            statements: vec![statement],
            ..Analysis::default()
        };
        let bytes = to_bytes(&analysis);
        assert_eq!(from_bytes(&bytes), Some(analysis));
        assert_eq!(from_bytes::<Analysis>(&bytes[..bytes.len() - 1]), None);
    }
}
