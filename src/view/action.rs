//! What a reader can do to the page: the only way a view state changes.

use super::{Cell, Filter, Layer, ListBy, Page, ViewState, link};
use crate::stance::{Mode, Stance};
use crate::text::{Code, Date, SortedSet};

/// One act of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open a page; what was open on the page before is closed, filters stay.
    Go(Page),
    /// Open another dossier, `None` the first of the site, with nothing filtered.
    OpenDossier(Option<String>),
    /// Let a holder in or out.
    ToggleHolder(Code),
    /// Let an issue in or out, by id.
    ToggleIssue(String),
    /// Let a stance in or out.
    ToggleStance(Stance),
    /// Let a mode in or out.
    ToggleMode(Mode),
    /// Only official statements, only unofficial ones, or both.
    SetOfficial(Option<bool>),
    /// Only told statements, only the holder's own, or both.
    SetTold(Option<bool>),
    /// Let an outlet in or out, by slug.
    ToggleOutlet(String),
    /// Let a speaker in or out, by slug.
    ToggleSpeaker(String),
    /// Only what was reported between these days, both included; `None` leaves an end open.
    SetPeriod(Option<Date>, Option<Date>),
    /// Only sentences that hold these words.
    SetText(String),
    /// Drop one filter.
    Clear(Filter),
    /// Drop all filters.
    ClearAll,
    /// Open the sentences of a cell beside the grid.
    OpenCell(Cell),
    /// Close them.
    CloseCell,
    /// Put one statement of the open cell in focus, by id.
    Focus(String),
    /// Open an article, by id, at a statement if one is named.
    OpenArticle {
        /// Which article.
        article: String,
        /// Where in it.
        statement: Option<String>,
    },
    /// Pick a sentence of an article, to be told why it carries no tag; `None` lets go of it.
    Pick(Option<String>),
    /// List the mentions of an entity, by the slug of its name; `None` closes the list.
    ShowEntity(Option<String>),
    /// Switch a kind of mark on or off.
    ToggleLayer(Layer),
    /// List the comparison by country or by issue on narrow screens.
    SetList(ListBy),
}

impl ViewState {
    /// The view after one act. Total: an act without a meaning here leaves the view as it is.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Go(page) => self.leave_for(page),
            Action::OpenDossier(dossier) => self = Self { dossier, list: self.list, ..Self::default() },
            Action::OpenCell(cell) => {
                self.leave_for(Page::Compare);
                self.cell = Some(cell);
            }
            Action::CloseCell => (self.cell, self.statement) = (None, None),
            Action::Focus(statement) => (self.statement, self.sentence) = (Some(statement), None),
            Action::Pick(sentence) => (self.statement, self.sentence) = (None, sentence),
            Action::OpenArticle { article, statement } => {
                self.leave_for(Page::Article(article));
                self.statement = statement;
            }
            Action::ShowEntity(entity) => self.entity = entity,
            Action::ToggleLayer(layer) => toggle(&mut self.hidden_layers, layer),
            Action::SetList(list) => self.list = list,
            filtering => self.filter(filtering),
        }
        self
    }

    /// Opens a page with nothing open on it.
    fn leave_for(&mut self, page: Page) {
        (self.cell, self.statement, self.sentence, self.entity) = (None, None, None, None);
        self.page = page;
    }

    fn filter(&mut self, action: Action) {
        let filters = &mut self.filters;
        match action {
            Action::ToggleHolder(code) => toggle(&mut filters.holders, code),
            Action::ToggleIssue(id) => toggle(&mut filters.issues, id),
            Action::ToggleStance(stance) => toggle(&mut filters.stances, stance),
            Action::ToggleMode(mode) => toggle(&mut filters.modes, mode),
            Action::SetOfficial(official) => filters.official = official,
            Action::SetTold(told) => filters.told = told,
            Action::ToggleOutlet(slug) => toggle(&mut filters.outlets, slug),
            Action::ToggleSpeaker(slug) => toggle(&mut filters.speakers, slug),
            Action::SetPeriod(from, to) => (filters.from, filters.to) = (from, to),
            Action::SetText(text) => filters.text = text,
            Action::Clear(filter) => filters.clear(filter),
            Action::ClearAll => *filters = super::Filters::default(),
            _ => {}
        }
    }

    /// The address of the view after one act, for a link on the page.
    pub fn href(&self, action: Action) -> String {
        link::href(&self.clone().apply(action))
    }
}

fn toggle<T: Ord>(set: &mut SortedSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn russia() -> Code {
        "RU".parse().expect("a code")
    }

    #[test]
    fn a_toggle_undoes_itself() {
        let acts = [
            Action::ToggleHolder(russia()),
            Action::ToggleIssue("shield".to_owned()),
            Action::ToggleStance(Stance::Opposes),
            Action::ToggleMode(Mode::Act),
            Action::ToggleOutlet("courier".to_owned()),
            Action::ToggleSpeaker("ana-vale".to_owned()),
            Action::ToggleLayer(Layer::Places),
        ];
        for act in acts {
            let once = ViewState::default().apply(act.clone());
            assert_ne!(once, ViewState::default(), "{act:?}");
            assert_eq!(once.apply(act), ViewState::default());
        }
    }

    #[test]
    fn every_filter_can_be_dropped_alone_and_all_at_once() {
        let acts = [
            (Filter::Holder, Action::ToggleHolder(russia())),
            (Filter::Issue, Action::ToggleIssue("shield".to_owned())),
            (Filter::Stance, Action::ToggleStance(Stance::Opposes)),
            (Filter::Mode, Action::ToggleMode(Mode::Act)),
            (Filter::Official, Action::SetOfficial(Some(true))),
            (Filter::Told, Action::SetTold(Some(false))),
            (Filter::Outlet, Action::ToggleOutlet("courier".to_owned())),
            (Filter::Speaker, Action::ToggleSpeaker("ana-vale".to_owned())),
            (Filter::Period, Action::SetPeriod(None, Date::new(2007, 6, 8))),
            (Filter::Text, Action::SetText("radar".to_owned())),
        ];
        assert_eq!(acts.len(), Filter::ALL.len());
        let mut all = ViewState::default();
        for (filter, act) in acts {
            all = all.apply(act.clone());
            let one = ViewState::default().apply(act);
            assert!(one.filters.is_set(filter));
            assert_eq!(one.apply(Action::Clear(filter)), ViewState::default());
        }
        assert!(Filter::ALL.iter().all(|&filter| all.filters.is_set(filter)));
        assert_eq!(all.apply(Action::ClearAll), ViewState::default());
    }

    #[test]
    fn another_page_closes_what_was_open_and_keeps_the_filters() {
        let filtered = ViewState::default().apply(Action::ToggleHolder(russia()));
        let open = filtered.clone().apply(Action::OpenCell(Cell { holder: russia(), issue: "shield".to_owned() }));
        let read =
            open.clone().apply(Action::OpenArticle { article: "a".to_owned(), statement: Some("a.ru".to_owned()) });
        assert_eq!(read.page, Page::Article("a".to_owned()));
        assert_eq!(read.cell, None);
        assert_eq!(read.apply(Action::Go(Page::Compare)), filtered);
        assert_eq!(open.apply(Action::CloseCell), filtered);
    }
}
