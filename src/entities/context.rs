//! The country of officials whom a text introduces by office alone.
//!
//! "Peru will not sign. Foreign Minister Ana Vale said ...": a reader takes her for Peru's. The last country named
//! earlier in the sentence counts, else the one that the nearest sentences before are about, else the one named most. Misses: a quick change of scene.

use super::{EntityKind, Placed, Usage};
use crate::lexicon::Class;
use crate::syntax::Document;
use crate::text::{ByHash, Code, InOrder, SortedMap, fnv1a_64};

/// How many sentences back a scene holds.
const SCENE: usize = 4;

/// Gives official roles without a country that of their surroundings.
pub(super) fn lend_countries(document: &Document, placed: &mut [Placed]) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.order_by_key(|&index| placed[index].first);
    let most_named = most_named(placed);
    // For each name the place of somebody who has been lent a country.
    let mut lent = ByHash::default();
    for &index in &order {
        let here = &placed[index];
        let roleless = here.mention.country.is_some()
            || !matches!(here.class, Class::Official | Class::Parliament | Class::Military);
        let counted = here.first > 0 && document.is_one_of(here.first - 1, &["both", "two", "three", "four", "all"]);
        let anybody = here.plural && (counted || here.mention.office.as_deref() == Some("leader"));
        let role = here.mention.kind == EntityKind::Person || here.mention.usage == Usage::Role;
        if roleless || anybody || !role {
            continue;
        }
        let name = &here.mention.name;
        let first = if name.is_empty() { index } else { lent.place_or(fnv1a_64(name), index) };
        let country = if first == index {
            surroundings(document, placed, &order, here.first, most_named)
        } else {
            placed[first].mention.country
        };
        placed[index].mention.country = country;
    }
}

fn surroundings(
    document: &Document,
    placed: &[Placed],
    order: &[usize],
    token: usize,
    most_named: Option<Code>,
) -> Option<Code> {
    let sentence = document.sentences.partition_point(|sentence| sentence.end <= token);
    let states = |first: usize, end: usize| {
        let from = order.partition_point(|&index| placed[index].first < first);
        order[from..]
            .iter()
            .map(|&index| &placed[index])
            .take_while(move |p| p.first < end)
            .filter(|p| p.mention.country.is_some())
            .filter(|p| !matches!(p.mention.kind, EntityKind::Place) || p.mention.usage == Usage::Place)
    };
    let here = document.sentences.get(sentence)?;
    if let Some(before) = states(here.first, token).last() {
        return before.mention.country;
    }
    for earlier in document.sentences[..sentence].iter().rev().take(SCENE) {
        if let Some(about) =
            states(earlier.first, earlier.end).find(|p| p.acts()).or_else(|| states(earlier.first, earlier.end).next())
        {
            return about.mention.country;
        }
    }
    most_named
}

/// The country named most in a text; of several, the first by code.
fn most_named(placed: &[Placed]) -> Option<Code> {
    let mut counts: SortedMap<Code, usize> = SortedMap::new();
    for state in placed.iter().filter_map(|p| p.mention.country) {
        *counts.entry(state, || 0) += 1;
    }
    counts.into_iter().max_by_key(|(code, count)| (*count, std::cmp::Reverse(*code))).map(|(code, _)| code)
}
