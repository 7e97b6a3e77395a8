//! What the window is called, so that tabs and bookmarks can be told apart.

use super::{Page, Reading, ViewState, words};

/// The title of a view's window.
pub fn window_title(reading: Option<&Reading>, state: &ViewState) -> String {
    let inner = match (&state.page, reading) {
        (Page::About, _) => Some("How this was made".to_owned()),
        (Page::Articles, Some(reading)) => Some(format!("Articles, {}", reading.codebook().title)),
        (Page::Article(id), Some(reading)) => reading.article(id).map(|(article, _)| article.title.clone()),
        (Page::Compare, Some(reading)) => Some(match &state.cell {
            Some(cell) => {
                let issue = reading.issue(&cell.issue).map_or(cell.issue.as_str(), |issue| &issue.title);
                format!("{}: {issue}", words::display_name(cell.holder))
            }
            None => reading.codebook().title.clone(),
        }),
        (_, None) => None,
    };
    inner.filter(|inner| !inner.is_empty()).map_or_else(|| "Demarche".to_owned(), |inner| format!("{inner} – Demarche"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Action;

    #[test]
    fn a_page_without_a_dossier_still_has_a_name() {
        assert_eq!(window_title(None, &ViewState::default()), "Demarche");
        let about = ViewState::default().apply(Action::Go(Page::About));
        assert_eq!(window_title(None, &about), "How this was made – Demarche");
    }
}
