//! A trained network as a model file: weights in few steps, a scale for each row.

use super::encoder::Encoder;
use super::layers::{Linear, Weights};
use super::network::Network;
use super::plan::Levels;
use crate::syntax::coded::{Alphabet, CLASSES};
use crate::syntax::model::MAGIC;
use crate::syntax::signs::Vocabulary;
use crate::syntax::tag::Tag;
use crate::text::fnv1a_64;

pub(super) fn pack(network: &Network, vocabulary: &Vocabulary, tags: &[Tag], levels: Levels) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    let sizes = [
        network.embedding.columns,
        network.layers[0].width,
        network.layers.len(),
        network.pair.columns,
        network.label.weights.rows,
        tags.len(),
    ];
    out.extend(sizes.map(|size| u8::try_from(size).expect("a size below 256")));
    out.extend(u16::try_from(vocabulary.keys.len()).expect("at most 65,535 words").to_le_bytes());
    for tag in tags {
        out.extend([tag.class as u8, tag.fine as u8]);
    }
    let mut coded = Encoder::new();
    let (mut last, mut classes) = (0, Alphabet::new(CLASSES));
    for &key in &vocabulary.keys {
        coded.number(&mut classes, key - last);
        last = key;
    }
    let rest = levels.rest;
    table(&mut coded, &network.embedding, levels.embedding);
    table(&mut coded, &network.window, rest);
    for recurrent in &network.layers {
        layer(&mut coded, &recurrent.gates, rest);
    }
    for linear in [&network.tag, &network.head, &network.dependent] {
        layer(&mut coded, linear, rest);
    }
    // The parser multiplies from the other side.
    rows(&mut coded, &turned(&network.pair), network.pair.rows, rest);
    table(&mut coded, &network.root, rest);
    table(&mut coded, &network.distance, rest);
    for linear in [&network.label_head, &network.label_dependent, &network.label] {
        layer(&mut coded, linear, rest);
    }
    out.extend(coded.finish());
    out.extend(fnv1a_64(&out).to_le_bytes());
    out
}

fn table(coded: &mut Encoder, weights: &Weights, levels: f32) {
    rows(coded, &weights.value, weights.columns, levels);
}

fn layer(coded: &mut Encoder, linear: &Linear, levels: f32) {
    rows(coded, &turned(&linear.weights), linear.weights.rows, levels);
    table(coded, &linear.bias, 127.0);
}

/// By output in place of by input.
fn turned(weights: &Weights) -> Vec<f32> {
    (0..weights.columns).flat_map(|column| (0..weights.rows).map(move |row| weights.row(row)[column])).collect()
}

fn rows(coded: &mut Encoder, values: &[f32], columns: usize, levels: f32) {
    let scales: Vec<f32> = values.chunks(columns).map(|row| scale(row, levels)).collect();
    let weights = values.chunks(columns).zip(&scales);
    let weights: Vec<i8> =
        weights.flat_map(|(row, scale)| row.iter().map(move |value| (value / scale).round() as i8)).collect();
    let scales: Vec<u16> = scales.iter().map(|scale| (scale.to_bits() >> 16) as u16).collect();
    section(coded, &scales, &weights);
}

/// A table's scales, then its weights in steps.
fn section(coded: &mut Encoder, scales: &[u16], weights: &[i8]) {
    let steps = weights.iter().map(|weight| weight.unsigned_abs()).max().unwrap_or_default();
    let least = scales.iter().copied().min().unwrap_or_default();
    for byte in [steps, (least >> 8) as u8, least as u8] {
        coded.bits(8, byte.into());
    }
    let mut classes = Alphabet::new(CLASSES);
    for scale in scales {
        coded.number(&mut classes, u32::from(scale - least));
    }
    let mut alphabet = Alphabet::new(2 * usize::from(steps) + 1);
    for weight in weights {
        coded.symbol(&mut alphabet, weight.cast_unsigned().wrapping_add(steps));
    }
}

/// What a step of a row's weights is worth: a float whose lower half is empty, rounded up, so that no weight needs more
/// than its steps.
fn scale(row: &[f32], levels: f32) -> f32 {
    let exact = row.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs())) / levels;
    f32::from_bits((exact.to_bits() + 0xffff) & 0xffff_0000)
}
