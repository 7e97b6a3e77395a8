//! Signs of what a word is in the attribution of a cue, and of where its parts begin and end.

use std::ops::Range;

use super::signs::Signs;
use super::way::Way;
use super::words::{Word, Words};

/// What stands beyond a window's ends.
const EDGE: u32 = 1;

/// The words around a cue with their signs.
#[derive(Debug, Default)]
pub(super) struct Scene {
    /// Index of the cue's head among them.
    pub(super) cue: usize,
    /// For each word, signs of its label.
    pub(super) labels: Vec<Signs>,
    /// For each word, signs that a stretch begins with it or ended before it.
    pub(super) gaps: Vec<Signs>,
}

impl Words {
    /// Reads the signs of a window around a cue.
    pub(super) fn scene(&self, cue: usize, window: Range<usize>) -> Scene {
        let ways = self.ways(cue, window.clone());
        let view = View { words: &self.list[window.clone()], ways: &ways, start: window.start, cue };
        let mut scene = Scene { cue: cue - window.start, ..Scene::default() };
        for at in 0..ways.len() {
            scene.labels.push(self.label_signs(&view, at));
            scene.gaps.push(view.gap_signs(at));
        }
        scene
    }

    fn label_signs(&self, view: &View, at: usize) -> Signs {
        let mut signs = Signs::default();
        let (word, way, cue) = (&view.words[at], &view.ways[at], &self.list[view.cue]);
        let (key, here, said) = (way.key, view.start + at, [cue.lemma, cue.class as u32]);
        let quoted = if word.quote == 0 { 0 } else { 1 + u32::from(word.quote == cue.quote) };
        let branch = Some(way.branch).filter(|_| way.near);
        let (lemma, class) = branch.map_or((0, 100), |at| (self.list[at].lemma, self.list[at].class as u32));
        let opener = branch.map_or(0, |at| self.opener(at));
        let (fine, relation, before) = (word.fine as u32, word.relation as u32, u32::from(here < view.cue));

        signs.add("always", &[]);
        signs.add("way", &[key]);
        signs.add("way on", &[key, way.next]);
        signs.add("way quoted", &[key, quoted]);
        signs.add("way class", &[key, said[1]]);
        signs.add("way cue", &[key, said[0], said[1]]);
        signs.add("way opener", &[key, opener]);
        signs.add("way opener cue", &[key, opener, said[0], said[1]]);
        signs.add("way branch class", &[key, class, cue.fine as u32]);
        signs.add("way branch", &[key, lemma]);
        signs.add("way form", &[key, word.form]);
        signs.add("way fine", &[key, fine]);
        signs.add("way relation", &[key, relation, word.class as u32]);
        signs.add("way opener fine", &[key, opener, cue.fine as u32]);
        signs.add("cue form", &[said[0], said[1], word.form]);
        signs.add("cue fine", &[said[0], said[1], relation, fine]);
        let distance = distance(view.cue, here);
        signs.add("distance", &[distance]);
        signs.add("distance fine", &[distance, fine]);
        signs.add("distance quoted", &[distance, said[1], quoted]);
        if here.abs_diff(view.cue) <= 3 {
            signs.add("near form", &[distance, word.form, said[1]]);
            signs.add("near cue", &[distance, said[0], said[1]]);
            signs.add("near cue fine", &[distance, said[0], said[1], fine]);
        }
        signs.add("form", &[word.form]);
        signs.add("fine", &[fine]);
        signs.add("quoted", &[quoted, before]);
        signs.add("relation", &[relation, word.class as u32]);
        signs
    }
}

/// A window with its ways.
struct View<'a> {
    words: &'a [Word],
    ways: &'a [Way],
    /// Index of its first word in the text.
    start: usize,
    /// Index of the cue in the text.
    cue: usize,
}

impl View<'_> {
    fn at(&self, at: usize, step: isize) -> Option<&Word> {
        self.words.get(at.checked_add_signed(step)?)
    }

    /// Signs of the gap before a word. The first is that of any gap.
    fn gap_signs(&self, at: usize) -> Signs {
        let mut signs = Signs::default();
        let form = |step| self.at(at, step).map_or(EDGE, |word| word.form);
        let fine = |step| self.at(at, step).map_or(100, |word| word.fine as u32);
        let (word, way) = (&self.words[at], self.ways[at]);
        let last = at.checked_sub(1).map(|last| (&self.words[last], self.ways[last]));
        let same = u32::from(last.is_some_and(|(_, last)| last.branch == way.branch));
        let same_way = u32::from(last.is_some_and(|(_, last)| last.key == way.key));
        let turns = u32::from(last.is_some_and(|(last, _)| last.quote != word.quote));
        let key = last.map_or(0, |(_, last)| last.key);
        let relation = word.relation as u32;

        signs.add("gap", &[]);
        signs.add("gap form", &[form(0)]);
        signs.add("gap form before", &[form(-1)]);
        signs.add("gap fine", &[fine(-1), fine(0)]);
        signs.add("gap branch", &[same, turns, u32::from(self.start + at <= self.cue)]);
        signs.add("gap turn", &[turns, same_way, form(-1)]);
        signs.add("gap way", &[same, way.key]);
        signs.add("gap way before", &[same, key]);
        signs.add("gap ways", &[key, way.key]);
        signs.add("gap relation", &[relation, same]);
        signs.add("gap form fine", &[form(-1), fine(0), same]);
        signs.add("gap fine form", &[fine(-1), form(0), same]);
        signs.add("gap forms", &[form(-1), form(0)]);
        signs.add("gap fines", &[fine(-1), fine(0), fine(1)]);
        signs.add("gap way form", &[way.key, form(0), same]);
        signs.add("gap way form before", &[key, form(-1), same]);
        let (own, other) = (self.leans(at), at.checked_sub(1).map_or(2, |last| self.leans(last)));
        signs.add("gap sides", &[own, other, relation, same]);
        if let Some((last, _)) = last {
            signs.add("gap relations", &[other, last.relation as u32, relation]);
        }
        signs
    }

    /// Whether a word's head stands before it.
    fn leans(&self, at: usize) -> u32 {
        u32::from(self.words[at].head.is_some_and(|head| head < self.start + at))
    }
}

/// How far a word is from its cue, in steps that grow; even numbers before it.
fn distance(cue: usize, at: usize) -> u32 {
    let step = match cue.abs_diff(at) {
        near @ 0..=4 => near,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    };
    // At most 19.
    u32::try_from(2 * step).unwrap_or(0) + u32::from(at >= cue)
}
