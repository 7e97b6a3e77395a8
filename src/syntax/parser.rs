//! From words to tags, heads and relations.
//!
//! A graph-based parser (`McDonald` et al., HLT 2005) with scores of arcs by a bilinear form over both words (Dozat and
//! Manning, ICLR 2017), over recurrent layers whose gates look at their input only, so that nearly all work is
//! products of small matrices in whole numbers.

use super::fixed::{self, CROSSED, SIDE, VALUE};
use super::kernel::{Matrix, State, add_row};
use super::model::{DISTANCES, Layer, Model};
use super::relation::Relation;
use super::signs::SIGNS;
use super::tag::Tag;
use super::tree::{Arcs, best};

/// The syntax of one sentence, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parse {
    /// Word classes.
    pub tags: Vec<Tag>,
    /// Number of each word's head, counted from 1; 0 for the root.
    pub heads: Vec<usize>,
    /// Relations to the heads.
    pub relations: Vec<Relation>,
}

/// Words that are parsed as one. Longer stretches are cut, so that the work stays linear in the text: no sentence that
/// a person would write is as long, but a table that lost its lines is.
pub const LONGEST: usize = 160;

/// Room that one sentence after the other uses.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// What the last layer made of the words.
    values: Vec<i16>,
    next: Vec<i16>,
    /// What word classes are read off.
    tagged: Vec<i16>,
    state: State,
    sums: Vec<i32>,
    sides: Vec<i16>,
    heads: Matrix,
    crossed: Vec<i16>,
    labels: Vec<i32>,
}

impl Model {
    /// Parses one sentence. The result has as many entries as there are words.
    pub fn parse(&self, words: &[&str], scratch: &mut Scratch) -> Parse {
        let mut parse = Parse::default();
        let mut first_root = None;
        for part in words.chunks(LONGEST) {
            let from = parse.heads.len();
            let opens = from == 0;
            let signs: Vec<_> =
                part.iter().enumerate().map(|(at, word)| self.vocabulary.signs(word, opens && at == 0)).collect();
            let mut parsed = self.parse_signs(&signs, scratch);
            for (head, relation) in parsed.heads.iter_mut().zip(&mut parsed.relations) {
                match (*head, first_root) {
                    (0, None) => {}
                    (0, Some(root)) => {
                        *head = root;
                        *relation = Relation::Parataxis;
                    }
                    _ => *head += from,
                }
            }
            parse.tags.append(&mut parsed.tags);
            parse.heads.append(&mut parsed.heads);
            parse.relations.append(&mut parsed.relations);
            first_root = first_root.or_else(|| parse.heads.iter().position(|&head| head == 0).map(|at| at + 1));
        }
        parse
    }

    fn parse_signs(&self, signs: &[[u32; SIGNS]], scratch: &mut Scratch) -> Parse {
        self.look_up(signs, scratch);
        let tagged = tag_layer(self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            self.run(layer, index > 0, signs.len(), scratch);
            if index == tagged {
                scratch.tagged.clone_from(&scratch.values);
            }
        }
        let tags = self.tags(scratch);
        let heads = self.heads(signs.len(), scratch);
        let relations = self.relations(&heads, scratch);
        Parse { tags, heads, relations }
    }

    /// Words as sums of rows, with a look at the words beside them.
    fn look_up(&self, signs: &[[u32; SIGNS]], scratch: &mut Scratch) {
        let columns = self.embedding.columns;
        let count = signs.len();
        let words = &mut scratch.next;
        words.resize(count * columns, 0);
        words.fill(0);
        for (word, rows) in words.chunks_exact_mut(columns.max(1)).zip(signs) {
            for &row in rows {
                add_row(word, self.embedding.row(row as usize));
            }
        }
        let (before, after) = (self.window.row(0), self.window.row(1));
        scratch.values.resize(count * columns, 0);
        let none = vec![0; columns];
        let word = |at: Option<usize>| at.and_then(|at| words.get(at * columns..(at + 1) * columns)).unwrap_or(&none);
        for (at, out) in scratch.values.chunks_exact_mut(columns.max(1)).enumerate() {
            let (own, last, next) = (word(Some(at)), word(at.checked_sub(1)), word(Some(at + 1)));
            let beside = last.iter().zip(before).zip(next.iter().zip(after));
            for ((out, own), ((last, before), (next, after))) in out.iter_mut().zip(own).zip(beside) {
                let sum = (i32::from(*own) << fixed::WEIGHT)
                    .saturating_add(i32::from(*last) * i32::from(*before))
                    .saturating_add(i32::from(*next) * i32::from(*after));
                *out = fixed::places(sum, VALUE);
            }
        }
    }

    /// One recurrent layer over `scratch.values`, in both directions.
    fn run(&self, layer: &Layer, residual: bool, count: usize, scratch: &mut Scratch) {
        let width = layer.bias.len() / 6;
        let Scratch { values, next, state, sums, .. } = scratch;
        layer.sums(values, sums);
        next.resize(count * 2 * width, 0);
        for direction in 0..2 {
            state.reset(width);
            for step in 0..count {
                let at = if direction == 0 { step } else { count - 1 - step };
                let place = 2 * at + direction;
                let word = &sums[3 * place * width..3 * (place + 1) * width];
                state.step(word, &self.bounded, &mut next[place * width..(place + 1) * width]);
            }
        }
        if residual {
            add_row(next, values);
        }
        std::mem::swap(values, next);
    }

    fn tags(&self, scratch: &mut Scratch) -> Vec<Tag> {
        self.tag.sums(&scratch.tagged, &mut scratch.sums);
        let tag = |sums| self.tags.get(best(sums).0).copied().unwrap_or(Tag::UNKNOWN);
        scratch.sums.chunks_exact(self.tag.bias.len().max(1)).map(tag).collect()
    }

    fn heads(&self, count: usize, scratch: &mut Scratch) -> Vec<usize> {
        let arc = self.pair.outputs().max(1);
        let Scratch { values, sums, sides, heads, crossed, .. } = scratch;
        // The words as heads, the root first, are a matrix that each word is multiplied with.
        let root = self.root.row(0);
        self.head.sums(values, sums);
        sides.resize(root.len() + sums.len(), 0);
        let (first, others) = sides.split_at_mut(root.len());
        first.copy_from_slice(root);
        each(others, sums, |sum| fixed::places(sum.max(0), SIDE));
        heads.fill(arc, sides);
        self.dependent.sums(values, sums);
        sides.resize(sums.len(), 0);
        each(sides, sums, |sum| fixed::places(sum.max(0), SIDE));
        sums.resize(count * arc, 0);
        sums.fill(0);
        self.pair.add_products(sides, sums);
        crossed.resize(sums.len(), 0);
        each(crossed, sums, |sum| fixed::narrow(sum >> (fixed::WEIGHT + SIDE - CROSSED)));
        let mut arcs = Arcs::new(count, |word, head| {
            let class = head.checked_sub(1).map_or(0, |head| distance(word, head));
            self.distance[class]
        });
        heads.add_products(crossed, arcs.scores_mut());
        arcs.best_tree()
    }

    fn relations(&self, heads: &[usize], scratch: &mut Scratch) -> Vec<Relation> {
        let label = self.label.weights.inputs().max(1);
        let Scratch { values, sums, sides, labels, .. } = scratch;
        self.label_head.sums(values, labels);
        self.label_dependent.sums(values, sums);
        sides.resize(sums.len(), 0);
        for ((out, own), head) in sides.chunks_exact_mut(label).zip(sums.chunks_exact(label)).zip(heads) {
            // The root has no relation to choose, so it may be paired with any word.
            let other = &labels[head.saturating_sub(1) * label..][..label];
            for ((out, own), other) in out.iter_mut().zip(own).zip(other) {
                *out = fixed::places(own.wrapping_add(*other).max(0), VALUE);
            }
        }
        self.label.sums(sides, sums);
        let scores = sums.chunks_exact(Relation::ALL.len()).zip(heads);
        scores.map(|(scores, &head)| if head == 0 { Relation::Root } else { Relation::ALL[best(scores).0] }).collect()
    }
}

/// Writes what becomes of each sum, one after the other into room that is there: of a longer way round a compiler that saves
/// room makes a call for each number.
fn each(out: &mut [i16], sums: &[i32], form: impl Fn(i32) -> i16) {
    for (out, sum) in out.iter_mut().zip(sums) {
        *out = form(*sum);
    }
}

/// Word classes are read off this layer; the parser's own features lie deeper.
pub(crate) fn tag_layer(layers: usize) -> usize {
    layers.saturating_sub(2).max(1).min(layers.saturating_sub(1))
}

/// The class of distance between a word and a head, both counted from zero.
pub(crate) fn distance(word: usize, head: usize) -> usize {
    let far = match word.abs_diff(head) {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4..=5 => 3,
        6..=9 => 4,
        10..=17 => 5,
        _ => 6,
    };
    const { assert!(DISTANCES == 15) };
    1 + far + if head < word { 0 } else { 7 }
}
