//! Scores for names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use super::gold::GoldEntity;
use super::{Figure, Figures, fold, share};
use crate::entities::EntityKind;
use crate::view::Reading;
use crate::view::word::Word;

/// The types that are scored.
const SCORED: [&str; 3] = ["country", "person", "organisation"];

/// Counts over one or several coded sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SurfaceScore {
    /// Coded names, each once an article.
    pub surfaces: usize,
    /// Names found, as whatever type.
    pub found: usize,
    /// Names found with the right type and country.
    pub linked: usize,
}

impl SurfaceScore {
    /// The named figures.
    pub fn figures(&self) -> Figures {
        vec![
            ("surfaces", Figure::Count(self.surfaces)),
            ("surfaces_found", Figure::Share(share(self.found, self.surfaces))),
            ("surfaces_linked", Figure::Share(share(self.linked, self.surfaces))),
        ]
    }
}

impl AddAssign for SurfaceScore {
    fn add_assign(&mut self, other: Self) {
        self.surfaces += other.surfaces;
        self.found += other.found;
        self.linked += other.linked;
    }
}

/// A type and a country.
type Link = (String, Option<String>);

/// The score, and a line for each name that is not found or linked wrongly.
pub fn score_surfaces(gold: &[GoldEntity], reading: &Reading) -> (SurfaceScore, Vec<String>) {
    let mut got: BTreeMap<(String, String), BTreeSet<Link>> = BTreeMap::new();
    for (article, analysis) in reading.articles() {
        for mention in &analysis.mentions {
            // Coders write a bloc as an organisation.
            let kind = if mention.kind == EntityKind::Bloc { EntityKind::Organisation } else { mention.kind }.to_word();
            if SCORED.contains(&kind.as_str()) {
                let surface = (article.id.clone(), fold(mention.span.of(&article.text)));
                let country = mention.country.map(|country| country.to_string());
                got.entry(surface).or_default().insert((kind, country));
            }
        }
    }
    let scored = gold.iter().filter(|coded| coded.required && SCORED.contains(&coded.kind.as_str()));
    let wanted: BTreeMap<(String, String), Link> = scored
        .map(|coded| ((coded.article.clone(), fold(&coded.surface)), (coded.kind.clone(), coded.country.clone())))
        .collect();
    let linked = |surface: &(String, String), link: &Link| got.get(surface).is_some_and(|links| links.contains(link));
    let score = SurfaceScore {
        surfaces: wanted.len(),
        found: wanted.keys().filter(|surface| got.contains_key(*surface)).count(),
        linked: wanted.iter().filter(|(surface, link)| linked(surface, link)).count(),
    };
    let print = |(kind, country): &Link| format!("{kind} {}", country.as_deref().unwrap_or("-"));
    let wrong = wanted.iter().filter(|(surface, link)| !linked(surface, link)).map(|(surface, link)| {
        let got: Vec<String> = got.get(surface).into_iter().flatten().map(print).collect();
        let got = if got.is_empty() { "nothing".to_owned() } else { got.join(", ") };
        format!("ENTITY {} “{}”: want {}, got {got}", surface.0, surface.1, print(link))
    });
    (score, wrong.collect())
}
