//! Why a sentence carries no tag, for a reader who expected one.

use super::aside::is_aside;
use super::condition::is_supposed;
use super::hits::Hit;
use super::rules::{Scene, is_observer};
use crate::attribution::Source;
use crate::lexicon::CueClass;
use crate::text::Span;

/// A sentence without a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untagged {
    /// The sentence.
    pub sentence: Span,
    /// How far the reading came.
    pub why: WhyNot,
    /// The id of the issue that it came farthest with; `None` where none is spoken of.
    pub issue: Option<String>,
    /// The words that name that issue.
    pub words: Option<Span>,
}

/// Where the reading of a sentence ended, the farthest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNot {
    /// It speaks of no issue.
    NoIssue,
    /// It names a matter only to tell which talks, office or critic is meant, or where something is.
    Aside,
    /// The matter stands in an if-clause, or in what is not to be done: it is supposed and not stated.
    Supposed,
    /// It names a matter, and nobody takes a side on it.
    NoSide,
    /// A side is taken, and no country or body is found that takes it.
    NoHolder,
    /// An analyst or journalist takes it, which makes it nobody's position.
    Observer,
    /// The rules read a statement, and all that speaks for it was too little when weighed.
    Doubtful,
}

impl Scene<'_> {
    /// Why a hit gives rise to no statement; where it does, the answer is of no use.
    pub(super) fn why_not(&self, hit: &Hit) -> WhyNot {
        if is_supposed(self.sense, (hit.first, hit.end)) {
            return WhyNot::Supposed;
        }
        if is_aside(self.sense, hit) {
            return WhyNot::Aside;
        }
        let voice = self.voice_at(hit.first);
        let (from, chain) = self.chain(hit, voice);
        let readings = self.readings(hit, &chain, from, voice);
        let judged = |source: &Source| is_observer(source.class);
        if readings.is_empty() {
            // "Opposition to the corridor": the noun names a side and says of nobody that he takes it.
            let taken = chain.last().is_some_and(|governor| governor.entry.class != CueClass::Noun);
            if taken { WhyNot::NoHolder } else { WhyNot::NoSide }
        } else if voice.is_some_and(|voice| judged(&voice.source))
            || readings.iter().any(|reading| reading.sources.iter().any(judged))
        {
            WhyNot::Observer
        } else {
            WhyNot::NoHolder
        }
    }

    /// The hit that comes farthest, and how far; of equal ones the first.
    pub(super) fn farthest<'h>(&self, hits: &'h [Hit]) -> Option<(WhyNot, &'h Hit)> {
        let mut best: Option<(WhyNot, &Hit)> = None;
        for hit in hits {
            let why = self.why_not(hit);
            if best.is_none_or(|(farthest, _)| why > farthest) {
                best = Some((why, hit));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Article;
    use crate::lexicon::Lexicon;
    use crate::stance::{Analyser, Analysis, Codebook, Issue, IssueKind, IssuePhrase, Stance};

    fn analysed(text: &str) -> Analysis {
        let phrase = IssuePhrase { phrase: "corridor".to_owned(), side: Stance::Supports };
        let issue = Issue {
            id: "corridor".to_owned(),
            kind: IssueKind::Policy,
            title: "Build the Andean corridor".to_owned(),
            short: None,
            note: String::new(),
            mentions: vec![phrase],
        };
        let codebook = Codebook { issues: vec![issue], ..Codebook::default() };
        let article = Article { id: "a".to_owned(), text: text.to_owned(), ..Article::default() };
        Analyser::new(Lexicon::whole(), &codebook).analyse(&article)
    }

    /// Why each untagged sentence of a text has no tag, with the words that name its issue.
    fn whys(text: &str) -> Vec<(WhyNot, String)> {
        let analysis = analysed(text);
        let words = |untagged: &Untagged| untagged.words.map_or_else(String::new, |span| span.of(text).to_owned());
        analysis.untagged.iter().map(|untagged| (untagged.why, words(untagged))).collect()
    }

    fn check(text: &str, why: WhyNot, words: &str) {
        assert_eq!(whys(text), [(why, words.to_owned())], "{text}");
    }

    #[test]
    fn each_reason_has_a_sentence() {
        check("The summit ended in the rain.", WhyNot::NoIssue, "");
        check("Peru signed a fisheries accord with Chile.", WhyNot::NoIssue, "");
        check("The corridor is two hundred kilometres long.", WhyNot::NoSide, "corridor");
        check("If the corridor is rejected, trade will suffer.", WhyNot::Supposed, "corridor");
        check("Peru welcomed guests to the corridor talks.", WhyNot::Aside, "corridor");
        check("Opposition to the corridor grew.", WhyNot::NoSide, "corridor");
        check("The corridor is a mistake, said the Peruvian analyst Ana Vale.", WhyNot::Observer, "corridor");
        check("Villagers opposed the corridor.", WhyNot::NoHolder, "corridor");
    }

    #[test]
    fn what_an_analyst_judges_is_kept_apart_from_statements() {
        let analysis = analysed("The corridor is a mistake, said the Peruvian analyst Ana Vale.");
        assert_eq!(analysis.statements, []);
        let [judged] = analysis.judgements.as_slice() else { panic!("{:?}", analysis.judgements) };
        assert_eq!((judged.speaker.as_str(), judged.stance, judged.official), ("Ana Vale", Stance::Opposes, false));
        assert_eq!(analysed("Peru opposes the corridor.").judgements, []);
    }

    #[test]
    fn a_tagged_sentence_is_not_among_them() {
        assert_eq!(whys("Peru opposes the corridor."), []);
    }
}
