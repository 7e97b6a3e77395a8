//! The files that workers learn from, on their way to them.

use crate::service::Pupil;
use crate::service::message::Subject;
use crate::text::Problem;

/// The file of one subject, kept for workers that start later.
pub(super) struct Lesson {
    pub(super) subject: Subject,
    pub(super) name: String,
    pub(super) file: Vec<u8>,
    /// Who waits for the first answer.
    pub(super) pupil: Option<Pupil>,
}

/// All that there is to learn so far.
#[derive(Default)]
pub(super) struct Lessons(Vec<Lesson>);

/// What a worker knows of these lessons.
#[derive(Clone, Debug, Default)]
pub(super) struct Knows {
    /// It has been sent these.
    sent: Vec<Subject>,
    /// It has not answered these.
    unanswered: Vec<Subject>,
}

impl Lessons {
    /// Adds a lesson, in place of an earlier one in the same subject.
    pub(super) fn add(&mut self, lesson: Lesson) {
        self.0.retain(|other| other.subject != lesson.subject);
        self.0.push(lesson);
    }

    /// The lessons that a worker has not had, which count as sent from here on.
    pub(super) fn next_for(&self, knows: &mut Knows) -> Vec<&Lesson> {
        let lessons: Vec<&Lesson> = self.0.iter().filter(|lesson| !knows.sent.contains(&lesson.subject)).collect();
        let subjects = lessons.iter().map(|lesson| lesson.subject);
        knows.sent.extend(subjects.clone());
        knows.unanswered.extend(subjects);
        lessons
    }

    /// A worker's answer: who waited for it, and for what. A refused file is not kept.
    pub(super) fn hear(
        &mut self,
        subject: Subject,
        answer: Result<String, String>,
    ) -> Option<(Pupil, Result<String, Problem>)> {
        let at = self.0.iter().position(|lesson| lesson.subject == subject)?;
        let pupil = self.0[at].pupil.take();
        let answer = answer.map_err(|why| Problem::new(self.0.remove(at).name, why));
        Some((pupil?, answer))
    }

    /// All of them, for whoever reads in the workers' place.
    pub(super) fn into_all(self) -> Vec<Lesson> {
        self.0
    }
}

impl Knows {
    /// Notes an answer.
    pub(super) fn hear(&mut self, subject: Subject) {
        self.unanswered.retain(|other| *other != subject);
    }

    /// Lets a file be sent once more.
    pub(super) fn forget(&mut self, subject: Subject) {
        self.sent.retain(|other| *other != subject);
    }

    /// What it was learning when it was last heard of.
    pub(super) fn unanswered(&self) -> Option<Subject> {
        self.unanswered.first().copied()
    }
}
