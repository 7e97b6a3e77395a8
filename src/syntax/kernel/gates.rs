//! The gates of a recurrent layer: eight units side by side.
//!
//! A unit forgets a part of its state for what is new, and shows a part of what it then is. Both parts and the new lie
//! between fixed bounds, by `x / sqrt(1 + x²)`, which is looked up.

use super::vector::{Eight, advance, eight, lanes, steps};

/// The function's table: for sums in Q23, results in Q15.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounded(Box<[i16; STEPS]>);

/// Its steps: 128ths, from -16 to 16.
const STEPS: usize = 4096;

impl Bounded {
    pub(crate) fn new() -> Self {
        let mut values = Box::new([0; STEPS]);
        for (step, value) in (-2048_i16..).zip(values.iter_mut()) {
            // Exact operations only (IEEE 754 has the square root among them): the same table everywhere.
            let x = f64::from(step) / 128.0;
            #[expect(clippy::cast_possible_truncation, reason = "at most 32767")]
            let bounded = (x / (1.0 + x * x).sqrt() * 32767.0) as i16;
            *value = bounded;
        }
        Self(values)
    }

    /// The results for eight sums.
    fn of(&self, sums: &[i32; 8]) -> Eight {
        let value = |step: i16| self.0[usize::from(step.cast_unsigned()) % STEPS];
        let [s0, s1, s2, s3, s4, s5, s6, s7] = lanes(steps(sums));
        eight([value(s0), value(s1), value(s2), value(s3), value(s4), value(s5), value(s6), value(s7)])
    }
}

/// What the units of a layer hold, in Q15.
#[derive(Clone, Debug, Default)]
pub(crate) struct State(Vec<Eight>);

impl State {
    /// Empties so many units.
    pub(crate) fn reset(&mut self, width: usize) {
        self.0.clear();
        self.0.resize(width.div_ceil(8), eight([0; 8]));
    }

    /// Takes in one word. `sums`, in Q23: for all units what is new, then how much of it to take, then how much to show. What
    /// the units show goes to `out`, in Q12.
    pub(crate) fn step(&mut self, sums: &[i32], bounded: &Bounded, out: &mut [i16]) {
        let (new, rest) = sums.split_at(out.len().min(sums.len()));
        let (take, show) = rest.split_at(out.len().min(rest.len()));
        for (index, (state, out)) in self.0.iter_mut().zip(out.chunks_mut(8)).enumerate() {
            let gate = |sums: &[i32]| {
                let sums = sums.get(8 * index..).unwrap_or_default();
                sums.first_chunk().map_or_else(|| bounded.of(&padded(sums)), |sums| bounded.of(sums))
            };
            let shown;
            (*state, shown) = advance(*state, gate(new), gate(take), gate(show));
            match out.first_chunk_mut() {
                Some(out) => *out = lanes(shown),
                None => out.copy_from_slice(&lanes(shown)[..out.len()]),
            }
        }
    }
}

/// Fewer than eight numbers, and zeros.
fn padded(numbers: &[i32]) -> [i32; 8] {
    std::array::from_fn(|at| numbers.get(at).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::{plain, tests::numbers};
    use super::*;

    #[test]
    fn the_table_is_the_function() {
        let bounded = Bounded::new();
        let of = |sum: i32| lanes(bounded.of(&[sum; 8]))[3];
        assert_eq!([0, 1 << 23, -1 << 23, i32::MAX, i32::MIN].map(of), [0, 23_169, -23_169, 32_703, -32_703]);
    }

    #[test]
    fn a_state_is_that_of_the_definition() {
        let bounded = Bounded::new();
        for width in [2, 8, 20] {
            let (mut state, mut plainly) = (State::default(), vec![0_i32; width]);
            state.reset(width);
            for word in 0..40 {
                let sums: Vec<i32> = numbers(3 * width, word).into_iter().map(|sum| i32::from(sum) << 11).collect();
                let mut out = vec![0; width];
                state.step(&sums, &bounded, &mut out);
                for (unit, held) in plainly.iter_mut().enumerate() {
                    let gate = |gate: usize| i32::from(lanes(bounded.of(&[sums[gate * width + unit]; 8]))[0]);
                    *held += (((32768 + gate(1)) >> 1) * ((gate(0) - *held) >> 1)) >> 14;
                    assert_eq!(i32::from(out[unit]), (((32768 + gate(2)) >> 1) * *held) >> 18, "{width} {word} {unit}");
                }
            }
        }
    }

    #[test]
    fn vectors_do_what_plain_code_does() {
        for seed in 0..2000 {
            let sums: [i32; 8] = numbers(16, seed).as_chunks().0[..8]
                .iter()
                .map(|&[a, b]: &[i16; 2]| i32::from(a) << 16 | i32::from(b))
                .collect::<Vec<_>>()
                .try_into()
                .expect("eight");
            assert_eq!(lanes(steps(&sums)), plain::steps(&sums));
            let numbers = numbers(32, seed);
            // The table knows no -32768.
            let gate = |at: usize| -> [i16; 8] { std::array::from_fn(|unit| numbers[8 * at + unit].max(-32767)) };
            let (state, shown) = advance(eight(gate(0)), eight(gate(1)), eight(gate(2)), eight(gate(3)));
            assert_eq!((lanes(state), lanes(shown)), plain::advance(gate(0), gate(1), gate(2), gate(3)));
        }
    }
}
