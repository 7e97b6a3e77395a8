//! The lists in whole: fetched in the quiet after the comparison, for own articles that may come when the reader is offline;
//! or at once, where articles are to be read that the part of them in the program was not made for.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::grammar::PAUSE;
use super::shelf::Shelf;
use super::site::Extra;
use crate::service::message::Subject;
use crate::text::Problem;

/// What waits for the lists.
type Work = Box<dyn FnOnce()>;

/// Where the lists stand.
#[derive(Default)]
pub(crate) enum Lists {
    /// Nobody has asked for them.
    #[default]
    Unasked,
    /// On their way.
    Awaited(Vec<Work>),
    /// With the workers.
    Known,
    /// Not to be had so far.
    Missing,
}

impl Shelf {
    /// To be called when the last word on a dossier is drawn.
    pub(super) fn lists_in_quiet(self) {
        if self.lists.with_value(|lists| matches!(lists, Lists::Unasked)) {
            request_animation_frame(move || set_timeout(move || self.with_lists(false, Box::new(|| {})), PAUSE));
        }
    }

    /// Does the work when the workers have the lists in whole, or it is clear that they cannot get them.
    pub(super) fn with_lists(self, hurry: bool, work: Work) {
        let is_there = self.lists.with_value(|lists| matches!(lists, Lists::Known)) || Extra::Lists.address().is_none();
        if is_there {
            return work();
        }
        let mut work = Some(work);
        self.lists.update_value(|lists| {
            if let Lists::Awaited(waiting) = lists {
                waiting.extend(work.take());
            }
        });
        if let Some(work) = work {
            self.lists.set_value(Lists::Awaited(vec![work]));
            self.fetch_lists(hurry);
        }
    }

    fn fetch_lists(self, hurry: bool) {
        spawn_local(async move {
            let answer = Extra::Lists.fetch(hurry).await;
            let mut waiting = Vec::new();
            self.lists.update_value(|lists| {
                if let Lists::Awaited(works) = std::mem::replace(lists, Lists::Known) {
                    waiting = works;
                }
            });
            // The workers get the lists before any work that is begun after this.
            match answer {
                Ok((name, file)) => self.learn(Subject::Lists, name, file, move |answer| {
                    if let Err(problem) = answer {
                        self.without_lists(&problem);
                    }
                }),
                Err(problem) => self.without_lists(&problem),
            }
            for work in waiting {
                work();
            }
        });
    }

    fn without_lists(self, problem: &Problem) {
        self.lists.set_value(Lists::Missing);
        let note =
            format!("Your own articles are read with the names and words of the articles here alone. {problem}.");
        if !self.notes.with_untracked(|notes| notes.contains(&note)) {
            self.notes.update(|notes| notes.push(note));
        }
    }
}
