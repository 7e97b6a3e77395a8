//! A dossier of the reader's own articles: through the questions of a dispute at hand, or through new ones.

use crate::compare::Dossier;
use crate::corpus::Article;
use crate::stance::{Codebook, Issue, IssueKind};
use crate::text::slug;

/// What the id of a dossier made in a reader's browser starts with. No site serves one.
pub const OWN: &str = "own-";

/// Whether an id is of a dossier made in a reader's browser.
pub fn is_own(id: &str) -> bool {
    id.starts_with(OWN)
}

/// The dispute at hand with more articles, under an id of its own. The same articles give the same id and so the same
/// links in another browser.
pub fn same_dispute(dossier: &Dossier, added: Vec<Article>) -> Dossier {
    let mut own = dossier.clone();
    if !is_own(&own.id) {
        own.id = format!("{OWN}{}", own.id);
    }
    own.articles.extend(added);
    own
}

/// A new dispute: each line of `questions` becomes an issue with a title and nothing else. `None` without a question.
pub fn new_dispute(questions: &str, articles: Vec<Article>) -> Option<Dossier> {
    let mut issues: Vec<Issue> = Vec::new();
    for title in questions.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let id = free_id(&slug(title), &issues);
        issues.push(Issue {
            id,
            kind: IssueKind::Policy,
            title: title.to_owned(),
            short: None,
            note: String::new(),
            mentions: Vec::new(),
        });
    }
    let first = issues.first()?;
    let (id, title) = (format!("{OWN}{}", first.id), first.title.clone());
    Some(Dossier { id, codebook: Codebook { title, issues, ..Codebook::default() }, events: Vec::new(), articles })
}

/// The slug itself, or with the first number that makes it a new one.
fn free_id(slug: &str, issues: &[Issue]) -> String {
    let base = if slug.is_empty() { "question" } else { slug };
    let taken = |id: &String| issues.iter().any(|issue| issue.id == *id);
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_question() {
        let own = new_dispute("Should Peru join?\n\n  Should Peru join?  \nПочему?", Vec::new()).expect("a dossier");
        let ids: Vec<&str> = own.codebook.issues.iter().map(|issue| issue.id.as_str()).collect();
        assert_eq!(ids, ["should-peru-join", "should-peru-join-2", "question"]);
        assert_eq!((own.id.as_str(), own.codebook.title.as_str()), ("own-should-peru-join", "Should Peru join?"));
        assert_eq!(new_dispute(" \n", Vec::new()), None);
    }

    #[test]
    fn the_site_s_dossier_is_left_as_it_is() {
        let site = Dossier { id: "corridor".to_owned(), ..Dossier::default() };
        let own = same_dispute(&site, vec![Article::default()]);
        assert_eq!((own.id.as_str(), own.articles.len()), ("own-corridor", 1));
        assert_eq!(same_dispute(&own, vec![Article::default()]).id, "own-corridor");
    }
}
