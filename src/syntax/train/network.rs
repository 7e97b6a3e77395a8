//! The network as it is trained: embeddings, recurrent layers, and three questions asked of their output.

use super::layers::{Linear, Recurrent, Rows, Step, Trace, Weights, add_product, add_scaled, dot};
use super::plan::Dropout;
use super::rng::Rng;
use crate::syntax::model::DISTANCES;
use crate::syntax::parser::{distance, tag_layer};
use crate::syntax::signs::SIGNS;

/// Sizes of the network.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub(super) rows: usize,
    pub(super) tags: usize,
    pub(super) relations: usize,
    pub(super) embedding: usize,
    pub(super) width: usize,
    pub(super) layers: usize,
    pub(super) arc: usize,
    pub(super) label: usize,
}

/// The weights.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pub(super) embedding: Weights,
    /// What the word before and the word after add, by column.
    pub(super) window: Weights,
    pub(super) layers: Vec<Recurrent>,
    pub(super) tag: Linear,
    pub(super) head: Linear,
    pub(super) dependent: Linear,
    pub(super) pair: Weights,
    /// The root as a head: first for arcs, then for relations.
    pub(super) root: Weights,
    pub(super) root_label: Weights,
    pub(super) distance: Weights,
    pub(super) label_head: Linear,
    pub(super) label_dependent: Linear,
    pub(super) label: Linear,
}

/// A sentence as the network learns from it.
#[derive(Clone, Debug)]
pub(super) struct Example {
    pub(super) signs: Vec<[u32; SIGNS]>,
    /// How often each word stands in the data, for word dropout.
    pub(super) counts: Vec<u32>,
    pub(super) tags: Vec<usize>,
    pub(super) heads: Vec<usize>,
    pub(super) relations: Vec<usize>,
    /// Weight of the example.
    pub(super) weight: f32,
}

/// What comes out for a sentence.
pub(super) struct Scores {
    pub(super) tags: Rows,
    /// For each word one score for each head, the root first.
    pub(super) arcs: Rows,
    hidden: Hidden,
}

#[derive(Default)]
struct Hidden {
    rows: Vec<[u32; SIGNS]>,
    embedded: Rows,
    masks: Vec<Vec<f32>>,
    traces: Vec<Trace>,
    outputs: Vec<Rows>,
    head: Rows,
    dependent: Rows,
    crossed: Rows,
    label_head: Rows,
    label_dependent: Rows,
    top: Rows,
    masked: Vec<Vec<f32>>,
}

impl Network {
    pub(super) fn new(sizes: &Sizes, rng: &mut Rng) -> Self {
        let Sizes { rows, tags, relations, embedding, width, layers, arc, label } = *sizes;
        let deep = 2 * width;
        Self {
            embedding: Weights::new(rows, embedding, 0.3, rng),
            window: Weights::new(2, embedding, 0.2, rng),
            layers: (0..layers).map(|at| Recurrent::new(if at == 0 { embedding } else { deep }, width, rng)).collect(),
            tag: Linear::new(deep, tags, rng),
            head: Linear::new(deep, arc, rng),
            dependent: Linear::new(deep, arc, rng),
            pair: Weights::new(arc, arc, 1.0 / arc as f32, rng),
            root: Weights::new(1, arc, 0.3, rng),
            root_label: Weights::new(1, label, 0.3, rng),
            distance: Weights::new(1, DISTANCES, 0.0, rng),
            label_head: Linear::new(deep, label, rng),
            label_dependent: Linear::new(deep, label, rng),
            label: Linear::new(label, relations, rng),
        }
    }

    pub(super) fn all(&mut self) -> Vec<&mut Weights> {
        let mut all = vec![&mut self.embedding, &mut self.window, &mut self.pair, &mut self.root];
        all.extend([&mut self.root_label, &mut self.distance]);
        let linears = [
            &mut self.tag,
            &mut self.head,
            &mut self.dependent,
            &mut self.label_head,
            &mut self.label_dependent,
            &mut self.label,
        ];
        for linear in linears.into_iter().chain(self.layers.iter_mut().map(|layer| &mut layer.gates)) {
            all.extend([&mut linear.weights, &mut linear.bias]);
        }
        all
    }

    pub(super) fn step(&mut self, step: Step) {
        for weights in self.all() {
            weights.step(step);
        }
    }

    /// Scores a sentence; with `learn`, some of it is left out at random.
    pub(super) fn forward(&self, signs: &[[u32; SIGNS]], learn: Option<(&Dropout, &mut Rng)>) -> Scores {
        let count = signs.len();
        let mut hidden = Hidden { rows: signs.to_vec(), ..Hidden::default() };
        let (dropout, mut rng) = match learn {
            Some((dropout, rng)) => (Some(dropout), Some(rng)),
            None => (None, None),
        };
        let mut mask = |width: usize, share: fn(&Dropout) -> f32| -> Vec<f32> {
            match (dropout, &mut rng) {
                (Some(dropout), Some(rng)) => {
                    let share = share(dropout);
                    (0..width).map(|_| if rng.unit() < share { 0.0 } else { 1.0 / (1.0 - share) }).collect()
                }
                _ => Vec::new(),
            }
        };
        let mut embedded = Rows::new(count, self.embedding.columns);
        for (at, rows) in signs.iter().enumerate() {
            for &row in rows {
                add_scaled(embedded.row_mut(at), 1.0, self.embedding.row(row as usize));
            }
        }
        hidden.masks.push(mask(self.embedding.columns, |dropout| dropout.input));
        times(&mut embedded, &hidden.masks[0]);
        let mut x = self.look_aside(&embedded);
        hidden.embedded = embedded;
        for (index, layer) in self.layers.iter().enumerate() {
            let before = (index > 0).then(|| x.clone());
            let (mut y, trace) = layer.forward(x);
            let drop = mask(y.columns, |dropout| dropout.layer);
            times(&mut y, &drop);
            hidden.masks.push(drop);
            if let Some(before) = before {
                add_scaled(&mut y.data, 1.0, &before.data);
            }
            hidden.traces.push(trace);
            hidden.outputs.push(y.clone());
            x = y;
        }
        let tags = self.tag.forward(&hidden.outputs[tag_layer(self.layers.len())]);
        for linear in [&self.head, &self.dependent, &self.label_head, &self.label_dependent] {
            hidden.masked.push(mask(linear.weights.columns, |dropout| dropout.score));
        }
        hidden.head = positive(self.head.forward(&x), &hidden.masked[0]);
        hidden.dependent = positive(self.dependent.forward(&x), &hidden.masked[1]);
        hidden.label_head = self.label_head.forward(&x);
        hidden.label_dependent = self.label_dependent.forward(&x);
        hidden.top = x;
        // dependent · pair, then with each head.
        hidden.crossed = Rows::new(count, self.pair.columns);
        let mut arcs = Rows::new(count, count + 1);
        for word in 0..count {
            add_product(hidden.crossed.row_mut(word), hidden.dependent.row(word), &self.pair.value);
            let crossed = hidden.crossed.row(word);
            let row = &mut arcs.data[word * (count + 1)..(word + 1) * (count + 1)];
            row[0] = dot(crossed, self.root.row(0)) + self.distance.value[0];
            for head in 0..count {
                row[head + 1] = dot(crossed, hidden.head.row(head)) + self.distance.value[distance(word, head)];
            }
        }
        Scores { tags, arcs, hidden }
    }

    fn look_aside(&self, embedded: &Rows) -> Rows {
        let mut x = embedded.clone();
        let count = embedded.count();
        for at in 0..count {
            for (side, near) in [(0, at.checked_sub(1)), (1, Some(at + 1).filter(|&next| next < count))] {
                if let Some(near) = near {
                    let factors = self.window.row(side);
                    for ((out, factor), value) in x.row_mut(at).iter_mut().zip(factors).zip(embedded.row(near)) {
                        *out += factor * value;
                    }
                }
            }
        }
        x
    }

    /// Scores of the relations for these heads (0 is the root).
    pub(super) fn relations(&self, scores: &Scores, heads: &[usize]) -> (Rows, Rows) {
        let hidden = &scores.hidden;
        let mut joined = Rows::new(heads.len(), self.label.weights.rows);
        for (word, &head) in heads.iter().enumerate() {
            let row = joined.row_mut(word);
            row.copy_from_slice(hidden.label_dependent.row(word));
            let other = if head == 0 { self.root_label.row(0) } else { hidden.label_head.row(head - 1) };
            add_scaled(row, 1.0, other);
        }
        let joined = positive(joined, &hidden.masked[2]);
        (self.label.forward(&joined), joined)
    }

    /// Learns from one sentence: adds to the gradients, returns the loss.
    pub(super) fn learn(&mut self, example: &Example, dropout: &Dropout, unknown: u32, rng: &mut Rng) -> f32 {
        let mut signs = example.signs.clone();
        for (sign, &count) in signs.iter_mut().zip(&example.counts) {
            if rng.unit() < dropout.word / (dropout.word + count as f32) {
                sign[SIGNS - 1] = unknown;
            }
        }
        let scores = self.forward(&signs, Some((dropout, rng)));
        let count = signs.len();
        let mut loss = 0.0;

        let mut dtags = Rows::new(count, scores.tags.columns);
        let mut darcs = Rows::new(count, count + 1);
        let (labels, joined) = self.relations(&scores, &example.heads);
        let mut dlabels = Rows::new(count, labels.columns);
        for word in 0..count {
            loss += cross_entropy(scores.tags.row(word), example.tags[word], usize::MAX, dtags.row_mut(word));
            loss += cross_entropy(scores.arcs.row(word), example.heads[word], word + 1, darcs.row_mut(word));
            loss += cross_entropy(labels.row(word), example.relations[word], usize::MAX, dlabels.row_mut(word));
        }
        for rows in [&mut dtags, &mut darcs, &mut dlabels] {
            for value in &mut rows.data {
                *value *= example.weight;
            }
        }
        self.backward(&scores.hidden, &example.heads, &joined, [dtags, darcs, dlabels]);
        loss
    }

    fn backward(&mut self, hidden: &Hidden, heads: &[usize], joined: &Rows, slopes: [Rows; 3]) {
        let [dtags, darcs, dlabels] = slopes;
        let count = heads.len();
        // Relations
        let mut djoined = self.label.backward(joined, &dlabels);
        gate(&mut djoined, joined, &hidden.masked[2]);
        let mut dlabel_head = Rows::new(count, djoined.columns);
        for (word, &head) in heads.iter().enumerate() {
            let target = if head == 0 { self.root_label.gradient_row(0) } else { dlabel_head.row_mut(head - 1) };
            add_scaled(target, 1.0, djoined.row(word));
        }
        let mut dtop = self.label_dependent.backward(&hidden.top, &djoined);
        add_scaled(&mut dtop.data, 1.0, &self.label_head.backward(&hidden.top, &dlabel_head).data);
        // Arcs
        let arc = self.pair.columns;
        let (mut dhead, mut dcrossed) = (Rows::new(count, arc), Rows::new(count, arc));
        for word in 0..count {
            let slope = darcs.row(word);
            self.distance.gradient[0] += slope[0];
            add_scaled(self.root.gradient_row(0), slope[0], hidden.crossed.row(word));
            add_scaled(dcrossed.row_mut(word), slope[0], self.root.row(0));
            for head in 0..count {
                let slope = slope[head + 1];
                self.distance.gradient[distance(word, head)] += slope;
                add_scaled(dhead.row_mut(head), slope, hidden.crossed.row(word));
                add_scaled(dcrossed.row_mut(word), slope, hidden.head.row(head));
            }
        }
        let mut ddependent = Rows::new(count, arc);
        for word in 0..count {
            for index in 0..arc {
                ddependent.row_mut(word)[index] = dot(dcrossed.row(word), self.pair.row(index));
            }
        }
        super::layers::add_outer(&mut self.pair.gradient, &hidden.dependent, &dcrossed);
        gate(&mut dhead, &hidden.head, &hidden.masked[0]);
        gate(&mut ddependent, &hidden.dependent, &hidden.masked[1]);
        add_scaled(&mut dtop.data, 1.0, &self.head.backward(&hidden.top, &dhead).data);
        add_scaled(&mut dtop.data, 1.0, &self.dependent.backward(&hidden.top, &ddependent).data);
        // Layers, from the last
        let mut slope = dtop;
        for index in (0..self.layers.len()).rev() {
            if index == tag_layer(self.layers.len()) {
                add_scaled(&mut slope.data, 1.0, &self.tag.backward(&hidden.outputs[index], &dtags).data);
            }
            let straight = (index > 0).then(|| slope.clone());
            times(&mut slope, &hidden.masks[index + 1]);
            slope = self.layers[index].backward(&hidden.traces[index], &slope);
            if let Some(straight) = straight {
                add_scaled(&mut slope.data, 1.0, &straight.data);
            }
        }
        self.backward_words(hidden, &slope);
    }

    fn backward_words(&mut self, hidden: &Hidden, slope: &Rows) {
        let count = slope.count();
        let mut dwords = slope.clone();
        for at in 0..count {
            for (side, near) in [(0, at.checked_sub(1)), (1, Some(at + 1).filter(|&next| next < count))] {
                let Some(near) = near else { continue };
                let columns = self.window.columns;
                for column in 0..columns {
                    let s = slope.row(at)[column];
                    self.window.gradient[side * columns + column] += s * hidden.embedded.row(near)[column];
                    dwords.row_mut(near)[column] += s * self.window.value[side * columns + column];
                }
            }
        }
        times(&mut dwords, &hidden.masks[0]);
        for (at, rows) in hidden.rows.iter().enumerate() {
            for &row in rows {
                add_scaled(self.embedding.gradient_row(row as usize), 1.0, dwords.row(at));
            }
        }
    }
}

fn times(rows: &mut Rows, mask: &[f32]) {
    if mask.is_empty() {
        return;
    }
    for row in rows.data.chunks_mut(mask.len()) {
        for (value, factor) in row.iter_mut().zip(mask) {
            *value *= factor;
        }
    }
}

fn positive(mut rows: Rows, mask: &[f32]) -> Rows {
    for value in &mut rows.data {
        *value = value.max(0.0);
    }
    times(&mut rows, mask);
    rows
}

/// The gradient before [`positive`], from what came out of it.
fn gate(slopes: &mut Rows, out: &Rows, mask: &[f32]) {
    times(slopes, mask);
    for (slope, value) in slopes.data.iter_mut().zip(&out.data) {
        if *value <= 0.0 {
            *slope = 0.0;
        }
    }
}

/// How far a choice among scores, one of which may be barred, is from the right one, at most 1; the gradient of the
/// cross entropy goes to `slopes`.
fn cross_entropy(scores: &[f32], right: usize, barred: usize, slopes: &mut [f32]) -> f32 {
    let open = |at: &usize| *at != barred;
    let most = (0..scores.len()).filter(open).fold(f32::MIN, |most, at| most.max(scores[at]));
    let mut sum = 0.0;
    for at in (0..scores.len()).filter(open) {
        slopes[at] = exponential(scores[at] - most);
        sum += slopes[at];
    }
    for slope in slopes.iter_mut() {
        *slope /= sum;
    }
    let doubt = 1.0 - slopes[right];
    slopes[right] -= 1.0;
    doubt
}

/// e to the power of a number that is not above 0, by halving it until a short series will do. The library's own
/// function differs between machines.
pub(crate) fn exponential(x: f32) -> f32 {
    if x < -80.0 {
        return 0.0;
    }
    let part = x / 128.0;
    let mut power = 1.0 + part * (1.0 + part * (0.5 + part * (1.0 / 6.0 + part / 24.0)));
    for _ in 0..7 {
        power *= power;
    }
    power
}
