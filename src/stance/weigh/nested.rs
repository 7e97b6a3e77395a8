//! Whose words the issue stands in most closely: somebody else's within the holder's, or the holder's within another's.
//!
//! "Hadley said Putin offered the radar": both are over the radar; the offer is Putin's.

use super::pair::Pair;
use super::relevance::Relevance;
use super::roles::{Part, Role};
use super::signs::Signs;

/// The signs of roles within roles.
pub(super) fn nested(pair: &Pair, signs: &mut Signs) {
    let over = |role: &Role| role.part > Part::Named && role.is_over(pair.pivot - pair.scenery.sense.sentence.first);
    let own = if over(pair.role) { pair.role.extent } else { usize::MAX };
    let others = || pair.roles.iter().filter(|role| role.holder != pair.holder && over(role));
    signs.add("outer", others().filter(|role| role.extent > own).count());
    let closest = others().filter(|role| role.extent < own).min_by_key(|role| role.extent);
    signs.add("inner_part", closest.map_or(0, |role| role.part as i16));
    signs.add("apart", pair.role.source.first.abs_diff(pair.pivot).min(99));
    rivals(pair, signs);
}

/// How the issue's surest place compares with those of other issues.
fn rivals(pair: &Pair, signs: &mut Signs) {
    let others = || pair.scenery.hits.iter().filter(|hit| hit.issue != pair.issue && !hit.anaphor);
    let inside = others().filter(|hit| pair.is_over(hit.first)).map(|hit| hit.score).max().unwrap_or(0);
    let own = pair.hit.map_or(0, |hit| hit.score);
    let narrow = |score: u32| i16::try_from(score).unwrap_or(i16::MAX);
    signs.add("hit_margin", narrow(own) - narrow(inside));
    let rank = pair.within.iter().filter(|other| other.weight > pair.within[pair.issue].weight).count();
    signs.add("rank", rank);
    let best = |of: fn(&Relevance) -> i16| {
        let other =
            pair.within.iter().enumerate().filter(|(issue, _)| *issue != pair.issue).map(|(_, own)| of(own)).max();
        of(&pair.within[pair.issue]) - other.unwrap_or(0)
    };
    signs.add("title_margin", best(|own| own.title));
    signs.add("phrase_margin", best(|own| own.phrase));
}
