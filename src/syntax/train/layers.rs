//! The parts of the network, forward and backward, in floating point.
//!
//! Sums run in a fixed order, so that the same data give the same weights.

use super::rng::Rng;

/// A table of numbers, one row after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub(super) columns: usize,
    pub(super) data: Vec<f32>,
}

impl Rows {
    pub(super) fn new(rows: usize, columns: usize) -> Self {
        Self { columns, data: vec![0.0; rows * columns] }
    }

    pub(super) fn row(&self, at: usize) -> &[f32] {
        &self.data[at * self.columns..(at + 1) * self.columns]
    }

    pub(super) fn row_mut(&mut self, at: usize) -> &mut [f32] {
        &mut self.data[at * self.columns..(at + 1) * self.columns]
    }

    pub(super) fn count(&self) -> usize {
        self.data.len() / self.columns.max(1)
    }
}

/// Weights with their gradient and the two averages of Adam (Kingma and Ba, ICLR 2015).
#[derive(Clone, Debug)]
pub(super) struct Weights {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) value: Vec<f32>,
    pub(super) gradient: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

/// How far one step goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) rate: f32,
    /// Factor on the gradient: one over the words of the batch, less where the gradient is too long.
    pub(super) scale: f32,
    /// Corrections for the averages' start at nothing.
    pub(super) first: f32,
    pub(super) second: f32,
}

pub(super) const KEEP_MEAN: f32 = 0.9;
pub(super) const KEEP_SQUARE: f32 = 0.99;

impl Weights {
    pub(super) fn new(rows: usize, columns: usize, deviation: f32, rng: &mut Rng) -> Self {
        let size = rows * columns;
        let value = (0..size).map(|_| if deviation == 0.0 { 0.0 } else { rng.normal(deviation) }).collect();
        Self { rows, columns, value, gradient: vec![0.0; size], mean: vec![0.0; size], square: vec![0.0; size] }
    }

    pub(super) fn row(&self, at: usize) -> &[f32] {
        &self.value[at * self.columns..(at + 1) * self.columns]
    }

    pub(super) fn gradient_row(&mut self, at: usize) -> &mut [f32] {
        &mut self.gradient[at * self.columns..(at + 1) * self.columns]
    }

    pub(super) fn length_squared(&self) -> f32 {
        self.gradient.iter().map(|g| g * g).sum()
    }

    /// One step of Adam; leaves the gradient empty.
    pub(super) fn step(&mut self, step: Step) {
        let parts = self.value.iter_mut().zip(&mut self.gradient).zip(&mut self.mean).zip(&mut self.square);
        for (((value, gradient), mean), square) in parts {
            let slope = *gradient * step.scale;
            *gradient = 0.0;
            *mean = KEEP_MEAN * *mean + (1.0 - KEEP_MEAN) * slope;
            *square = KEEP_SQUARE * *square + (1.0 - KEEP_SQUARE) * slope * slope;
            *value -= step.rate * (*mean * step.first) / ((*square * step.second).sqrt() + 1e-8);
        }
    }
}

/// `y = x W + b`.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    pub(super) weights: Weights,
    pub(super) bias: Weights,
}

impl Linear {
    pub(super) fn new(inputs: usize, outputs: usize, rng: &mut Rng) -> Self {
        let deviation = (2.0 / (inputs + outputs) as f32).sqrt();
        Self { weights: Weights::new(inputs, outputs, deviation, rng), bias: Weights::new(1, outputs, 0.0, rng) }
    }

    pub(super) fn forward(&self, x: &Rows) -> Rows {
        let mut y = Rows::new(x.count(), self.weights.columns);
        for at in 0..x.count() {
            let out = y.row_mut(at);
            out.copy_from_slice(&self.bias.value);
            add_product(out, x.row(at), &self.weights.value);
        }
        y
    }

    /// Takes the gradient of `y`, keeps that of the weights, returns that of `x`.
    pub(super) fn backward(&mut self, x: &Rows, dy: &Rows) -> Rows {
        let mut dx = Rows::new(x.count(), x.columns);
        for at in 0..x.count() {
            let slope = dy.row(at);
            for (sum, slope) in self.bias.gradient.iter_mut().zip(slope) {
                *sum += slope;
            }
            for (index, out) in dx.row_mut(at).iter_mut().enumerate() {
                *out = dot(slope, self.weights.row(index));
            }
        }
        add_outer(&mut self.weights.gradient, x, dy);
        dx
    }
}

/// `out += x W`, four inputs at a time.
pub(super) fn add_product(out: &mut [f32], x: &[f32], weights: &[f32]) {
    let width = out.len();
    for (inputs, rows) in x.chunks(4).zip(weights.chunks(4 * width)) {
        if let &[a, b, c, d] = inputs {
            let (ra, rest) = rows.split_at(width);
            let (rb, rest) = rest.split_at(width);
            let (rc, rd) = rest.split_at(width);
            for ((((out, ra), rb), rc), rd) in out.iter_mut().zip(ra).zip(rb).zip(rc).zip(rd) {
                *out += (a * ra + b * rb) + (c * rc + d * rd);
            }
        } else {
            for (&input, row) in inputs.iter().zip(rows.chunks(width)) {
                add_scaled(out, input, row);
            }
        }
    }
}

/// `gradient += xᵀ dy`, four words at a time.
pub(super) fn add_outer(gradient: &mut [f32], x: &Rows, dy: &Rows) {
    let (width, count) = (dy.columns, x.count());
    let fours = count / 4 * 4;
    for at in (0..fours).step_by(4) {
        let [y0, y1, y2, y3] = [0, 1, 2, 3].map(|next| dy.row(at + next));
        for (index, sums) in gradient.chunks_mut(width).enumerate() {
            let [x0, x1, x2, x3] = [0, 1, 2, 3].map(|next| x.row(at + next)[index]);
            for ((((sum, y0), y1), y2), y3) in sums.iter_mut().zip(y0).zip(y1).zip(y2).zip(y3) {
                *sum += (x0 * y0 + x1 * y1) + (x2 * y2 + x3 * y3);
            }
        }
    }
    for at in fours..count {
        for (index, sums) in gradient.chunks_mut(width).enumerate() {
            add_scaled(sums, x.row(at)[index], dy.row(at));
        }
    }
}

/// `out += factor · row`.
pub(super) fn add_scaled(out: &mut [f32], factor: f32, row: &[f32]) {
    for (out, value) in out.iter_mut().zip(row) {
        *out += factor * value;
    }
}

/// A scalar product in eight lanes, which a compiler may run side by side without changing the sum.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    let (left, right) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in left.zip(right) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest
}

/// Between -1 and 1, and cheap: `x / sqrt(1 + x²)`.
pub(super) fn bounded(x: f32) -> f32 {
    x / (1.0 + x * x).sqrt()
}

/// The derivative of [`bounded`], from its value.
pub(super) fn bounded_slope(y: f32) -> f32 {
    let rest = (1.0 - y * y).max(0.0);
    rest * rest.sqrt()
}

/// A recurrent layer whose gates look at its input only (quasi-recurrent network, Bradbury et al., ICLR 2017; simple
/// recurrent unit, Lei et al., EMNLP 2018): every product is known before the first step, and a step costs nothing.
///
/// For each of two directions: `z = bounded(Wz x)`, `f, o = gate(W x)`, `c = c' + f (z - c')`, `y = o c`.
#[derive(Clone, Debug)]
pub(super) struct Recurrent {
    pub(super) gates: Linear,
    pub(super) width: usize,
}

/// What the backward pass needs of the forward one.
#[derive(Clone, Debug, Default)]
pub(super) struct Trace {
    input: Rows,
    /// `z, f, o` for the first direction, then for the second.
    gates: Rows,
    states: Rows,
}

impl Recurrent {
    pub(super) fn new(inputs: usize, width: usize, rng: &mut Rng) -> Self {
        Self { gates: Linear::new(inputs, 6 * width, rng), width }
    }

    pub(super) fn forward(&self, input: Rows) -> (Rows, Trace) {
        let (count, width) = (input.count(), self.width);
        let mut gates = self.gates.forward(&input);
        for row in 0..count {
            for (part, values) in gates.row_mut(row).chunks_mut(width).enumerate() {
                for value in values {
                    *value = if part % 3 == 0 { bounded(*value) } else { 0.5 + 0.5 * bounded(*value) };
                }
            }
        }
        let (mut states, mut output) = (Rows::new(count, 2 * width), Rows::new(count, 2 * width));
        for direction in 0..2 {
            let mut state = vec![0.0_f32; width];
            for step in 0..count {
                let at = if direction == 0 { step } else { count - 1 - step };
                let (gate, from) = (gates.row(at), direction * width);
                for (unit, state) in state.iter_mut().enumerate() {
                    let (z, f, o) = unit_gates(gate, direction, width, unit);
                    *state += f * (z - *state);
                    output.row_mut(at)[from + unit] = o * *state;
                }
                states.row_mut(at)[from..from + width].copy_from_slice(&state);
            }
        }
        (output, Trace { input, gates, states })
    }

    pub(super) fn backward(&mut self, trace: &Trace, dy: &Rows) -> Rows {
        let (count, width) = (dy.count(), self.width);
        let mut slopes = Rows::new(count, 6 * width);
        for direction in 0..2 {
            let from = direction * width;
            let mut carried = vec![0.0_f32; width];
            for step in (0..count).rev() {
                let at = if direction == 0 { step } else { count - 1 - step };
                let earlier =
                    if direction == 0 { at.checked_sub(1) } else { Some(at + 1).filter(|&next| next < count) };
                let (gate, slope) = (trace.gates.row(at), slopes.row_mut(at));
                for (unit, carried) in carried.iter_mut().enumerate() {
                    let (z, f, o) = unit_gates(gate, direction, width, unit);
                    let state = trace.states.row(at)[from + unit];
                    let before = earlier.map_or(0.0, |at| trace.states.row(at)[from + unit]);
                    let out = dy.row(at)[from + unit];
                    let inner = *carried + out * o;
                    let base = 3 * from;
                    slope[base + unit] = inner * f * bounded_slope(z);
                    slope[base + width + unit] = inner * (z - before) * 0.5 * bounded_slope(2.0 * f - 1.0);
                    slope[base + 2 * width + unit] = out * state * 0.5 * bounded_slope(2.0 * o - 1.0);
                    *carried = inner * (1.0 - f);
                }
            }
        }
        self.gates.backward(&trace.input, &slopes)
    }
}

fn unit_gates(gate: &[f32], direction: usize, width: usize, unit: usize) -> (f32, f32, f32) {
    let base = 3 * direction * width + unit;
    (gate[base], gate[base + width], gate[base + 2 * width])
}
