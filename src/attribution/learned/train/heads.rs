//! Learning which words head cues: logistic regression.

use super::Lesson;
use super::learner::Learner;
use super::plan::Plan;
use crate::attribution::learned::signs::Role;
use crate::syntax::{Rng, exponential};

pub(super) fn learn(lessons: &[Lesson], plan: &Plan, rng: &mut Rng, tell: &mut dyn FnMut(&str)) -> Learner {
    let course = &plan.heads;
    let mut learner = Learner::new(course);
    let mut order: Vec<(usize, usize, bool)> = Vec::new();
    for (number, lesson) in lessons.iter().enumerate() {
        let mut heads: Vec<usize> = lesson.examples.iter().map(|example| example.head).collect();
        heads.sort_unstable();
        let words = (0..lesson.words.list.len()).filter(|at| lesson.words.can_head(*at));
        order.extend(words.map(|at| (number, at, heads.binary_search(&at).is_ok())));
    }
    tell(&format!("{} words that could head cues", order.len()));
    for epoch in 0..course.open + course.free {
        if epoch == course.open {
            tell(&format!("heads: weights from {:.3} on are kept", learner.keep(course.kept)));
        }
        rng.shuffle(&mut order);
        let mut doubt = 0.0;
        for &(lesson, at, heads) in &order {
            let signs = lessons[lesson].words.cue_signs(at);
            learner.advance();
            let wrong = f32::from(u8::from(heads)) - share(learner.sum(&signs.0, Role::Head));
            learner.climb(&signs.0, Role::Head, wrong);
            doubt += f64::from(wrong.abs());
        }
        tell(&format!("heads, epoch {}: doubt {:.5}", epoch + 1, doubt / order.len() as f64));
    }
    learner
}

/// The share of yes at these logarithmic odds.
fn share(odds: f32) -> f32 {
    let power = exponential(-odds.abs());
    if odds < 0.0 { power / (1.0 + power) } else { 1.0 / (1.0 + power) }
}
