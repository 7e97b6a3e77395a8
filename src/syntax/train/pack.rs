//! A trained network as a model file: weights as bytes, a scale for each row.

use super::layers::{Linear, Weights};
use super::network::Network;
use super::plan::Levels;
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
    let mut last = 0;
    for &key in &vocabulary.keys {
        let mut difference = key - last;
        while difference >= 0x80 {
            out.push((difference & 0x7f) as u8 | 0x80);
            difference >>= 7;
        }
        out.push(difference as u8);
        last = key;
    }
    let rest = levels.rest;
    table(&mut out, &network.embedding, levels.embedding);
    table(&mut out, &network.window, rest);
    for recurrent in &network.layers {
        layer(&mut out, &recurrent.gates, rest);
    }
    for linear in [&network.tag, &network.head, &network.dependent] {
        layer(&mut out, linear, rest);
    }
    // The parser multiplies from the other side.
    rows(&mut out, &turned(&network.pair), network.pair.rows, rest);
    table(&mut out, &network.root, rest);
    table(&mut out, &network.distance, rest);
    for linear in [&network.label_head, &network.label_dependent, &network.label] {
        layer(&mut out, linear, rest);
    }
    out.extend(fnv1a_64(&out).to_le_bytes());
    out
}

fn table(out: &mut Vec<u8>, weights: &Weights, levels: f32) {
    rows(out, &weights.value, weights.columns, levels);
}

fn layer(out: &mut Vec<u8>, linear: &Linear, levels: f32) {
    rows(out, &turned(&linear.weights), linear.weights.rows, levels);
    table(out, &linear.bias, 127.0);
}

/// By output in place of by input.
fn turned(weights: &Weights) -> Vec<f32> {
    (0..weights.columns).flat_map(|column| (0..weights.rows).map(move |row| weights.row(row)[column])).collect()
}

fn rows(out: &mut Vec<u8>, values: &[f32], columns: usize, levels: f32) {
    for row in values.chunks(columns) {
        out.extend(&scale(row, levels).to_le_bytes()[2..]);
    }
    for row in values.chunks(columns) {
        let scale = scale(row, levels);
        out.extend(row.iter().map(|value| ((value / scale).round() as i8).cast_unsigned()));
    }
}

/// What a step of a row's weights is worth: a float whose lower half is empty, rounded up, so that no weight needs more
/// than its steps.
fn scale(row: &[f32], levels: f32) -> f32 {
    let exact = row.iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs())) / levels;
    f32::from_bits((exact.to_bits() + 0xffff) & 0xffff_0000)
}
