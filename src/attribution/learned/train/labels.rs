//! Learning labels: a conditional random field over each window, by its exact slope.

use super::Lesson;
use super::learner::Learner;
use super::plan::Plan;
use crate::attribution::learned::label::{LABELS, Label};
use crate::attribution::learned::signs::{Role, Signs};
use crate::attribution::learned::span_signs::Scene;
use crate::syntax::{Rng, exponential};

type Row = [f32; LABELS];

pub(super) fn learn(lessons: &[Lesson], plan: &Plan, rng: &mut Rng, tell: &mut dyn FnMut(&str)) -> Learner {
    let course = &plan.labels;
    let mut learner = Learner::new(course);
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (number, lesson) in lessons.iter().enumerate() {
        let whole = |at: &usize| lesson.examples[*at].says_something();
        order.extend((0..lesson.examples.len()).filter(whole).map(|at| (number, at)));
    }
    tell(&format!("{} attributions to label", order.len()));
    for epoch in 0..course.open + course.free {
        if epoch == course.open {
            tell(&format!("labels: weights from {:.3} on are kept", learner.keep(course.kept)));
        }
        rng.shuffle(&mut order);
        let (mut doubt, mut words) = (0.0, 0);
        for &(number, at) in &order {
            let lesson = &lessons[number];
            let example = &lesson.examples[at];
            let window = lesson.words.window(example.head);
            let right: Vec<Label> = window.clone().map(|at| example.label(at)).collect();
            let scene = lesson.words.scene(example.head, window);
            learner.advance();
            doubt += f64::from(learn_one(&mut learner, &scene, &right));
            words += right.len();
        }
        tell(&format!("labels, epoch {}: doubt {:.5}", epoch + 1, doubt / words as f64));
    }
    learner
}

/// One step for one window; how much in doubt its labels were.
fn learn_one(learner: &mut Learner, scene: &Scene, right: &[Label]) -> f32 {
    let labels: Vec<Row> = scene.labels.iter().map(|signs| label_scores(learner, signs)).collect();
    let gaps: Vec<[Row; LABELS]> = scene.gaps.iter().map(|signs| gap_scores(learner, signs)).collect();
    let Some(shares) = Shares::of(&labels, &gaps) else { return 0.0 };
    let mut doubt = 0.0;
    for at in 0..right.len() {
        let own = right[at] as usize;
        for label in 1..LABELS {
            let slope = f32::from(u8::from(own == label)) - shares.labels[at][label];
            learner.climb(&scene.labels[at].0, Role::Has(label), slope);
        }
        doubt += 1.0 - shares.labels[at][own];
        if at > 0 {
            climb_gap(learner, &scene.gaps[at], &shares.gaps[at], (right[at - 1] as usize, own));
        }
    }
    doubt
}

fn climb_gap(learner: &mut Learner, signs: &Signs, shares: &[Row; LABELS], right: (usize, usize)) {
    let (mut ends, mut begins) = ([0.0; LABELS], [0.0; LABELS]);
    for (last, label) in (0..LABELS).flat_map(|last| (0..LABELS).map(move |label| (last, label))) {
        let slope = f32::from(u8::from(right == (last, label))) - shares[last][label];
        learner.climb(&signs.0[..1], Role::Follows(last, label), slope);
        if last != label {
            ends[last] += slope;
            begins[label] += slope;
        }
    }
    for label in 1..LABELS {
        learner.climb(&signs.0, Role::Begins(label), begins[label]);
        learner.climb(&signs.0, Role::Ends(label), ends[label]);
    }
}

fn label_scores(learner: &mut Learner, signs: &Signs) -> Row {
    let mut scores = [0.0; LABELS];
    for (label, score) in scores.iter_mut().enumerate().skip(1) {
        *score = learner.sum(&signs.0, Role::Has(label));
    }
    scores
}

fn gap_scores(learner: &mut Learner, signs: &Signs) -> [Row; LABELS] {
    let (mut ends, mut begins) = ([0.0; LABELS], [0.0; LABELS]);
    for label in 1..LABELS {
        ends[label] = learner.sum(&signs.0, Role::Ends(label));
        begins[label] = learner.sum(&signs.0, Role::Begins(label));
    }
    let mut scores = [[0.0; LABELS]; LABELS];
    for (last, row) in scores.iter_mut().enumerate() {
        for (label, score) in row.iter_mut().enumerate() {
            *score = learner.sum(&signs.0[..1], Role::Follows(last, label));
            if last != label {
                *score += ends[last] + begins[label];
            }
        }
    }
    scores
}

/// How likely each label is, and each pair of neighbours, over all labellings (Rabiner, 1989, with his scaling).
struct Shares {
    labels: Vec<Row>,
    gaps: Vec<[Row; LABELS]>,
}

impl Shares {
    /// None where scores lie so far apart that nothing is left of their sum.
    fn of(labels: &[Row], gaps: &[[Row; LABELS]]) -> Option<Self> {
        let count = labels.len();
        let mut powers = vec![[[0.0; LABELS]; LABELS]; count];
        let (mut forward, mut sums) = (vec![[0.0; LABELS]; count], vec![0.0; count]);
        let most = labels[0].iter().fold(f32::MIN, |most, score| most.max(*score));
        forward[0] = labels[0].map(|score| exponential(score - most));
        scale(&mut forward[0])?;
        for at in 1..count {
            powers[at] = powers_of(&labels[at], &gaps[at]);
            for label in 0..LABELS {
                forward[at][label] = (0..LABELS).map(|last| forward[at - 1][last] * powers[at][last][label]).sum();
            }
            sums[at] = scale(&mut forward[at])?;
        }
        let mut backward = vec![[1.0; LABELS]; count];
        for at in (1..count).rev() {
            for last in 0..LABELS {
                let rest: f32 = (0..LABELS).map(|label| powers[at][last][label] * backward[at][label]).sum();
                backward[at - 1][last] = rest / sums[at];
            }
        }
        let mut shares = Self { labels: vec![[0.0; LABELS]; count], gaps: powers };
        for at in 0..count {
            for label in 0..LABELS {
                shares.labels[at][label] = forward[at][label] * backward[at][label];
                for last in (0..LABELS).filter(|_| at > 0) {
                    shares.gaps[at][last][label] *= forward[at - 1][last] * backward[at][label] / sums[at];
                }
            }
        }
        Some(shares)
    }
}

/// Powers of e over the scores of a word's labels after those of the word before.
fn powers_of(labels: &Row, gaps: &[Row; LABELS]) -> [Row; LABELS] {
    let mut scores = *gaps;
    let mut most = f32::MIN;
    for row in &mut scores {
        for (score, label) in row.iter_mut().zip(labels) {
            *score += label;
            most = most.max(*score);
        }
    }
    scores.map(|row| row.map(|score| exponential(score - most)))
}

/// Makes a row's sum one; what it was.
fn scale(row: &mut Row) -> Option<f32> {
    let sum: f32 = row.iter().sum();
    for value in row.iter_mut() {
        *value /= sum;
    }
    Some(sum).filter(|sum| *sum > 0.0)
}
