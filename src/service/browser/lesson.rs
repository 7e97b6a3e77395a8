//! The parser's model on its way to the workers.

use crate::service::Pupil;
use crate::text::Problem;

/// A model, kept for workers that start later.
pub(super) struct Lesson {
    pub(super) name: String,
    pub(super) model: Vec<u8>,
    /// Who waits for the first answer.
    pub(super) pupil: Option<Pupil>,
}

/// What a worker knows of the model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Knows {
    /// Nothing.
    #[default]
    Nothing,
    /// It has been sent the model and has not answered.
    Sent,
    /// It has answered.
    Answered,
}

/// A worker's answer: who waited for it, and for what. A refused model is not kept.
pub(super) fn hear(
    lesson: &mut Option<Lesson>,
    answer: Result<String, String>,
) -> Option<(Pupil, Result<String, Problem>)> {
    let pupil = lesson.as_mut()?.pupil.take();
    let answer = answer.map_err(|why| Problem::new(lesson.take().map(|lesson| lesson.name).unwrap_or_default(), why));
    Some((pupil?, answer))
}
