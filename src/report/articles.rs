//! Lists of articles: `index.json`, the articles of a dossier, and JSON lines with the texts in them.

use super::json::{Object, Source, parse};
use super::value::{Value, read_value};
use crate::corpus::Article;
use crate::text::{ByHash, Problem, fnv1a_64, slug};

/// An article whose text lies in a file of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleEntry {
    /// The file, relative to the list that names it.
    pub file: String,
    /// What the list says of it; the text is still empty.
    pub known: Article,
}

/// Reads `index.json`: a list of `{"id","file","date","outlet"}` and the other facts of an article.
///
/// # Errors
/// Where it is no JSON or no list; the problem names the line.
pub fn read_index(file_name: &str, bytes: &[u8]) -> Result<(Vec<ArticleEntry>, Vec<Problem>), Problem> {
    let value = parse(file_name, bytes)?;
    let Some(items) = value.as_array() else {
        let message = "this is no list of articles: it should be [{\"id\", \"file\", \"date\", \"outlet\"}, …]";
        return Err(Problem::new(file_name, message));
    };
    let mut source = Source::new(file_name);
    let items = items.iter().enumerate().map(|(at, item)| (format!("[{at}]"), item)).collect();
    let found = entries(items, &mut source);
    Ok((found, source.finish()))
}

/// Reads JSON lines: one `{"id","text","date","outlet"}` a line, blank lines aside. A line that cannot be read is named
/// and left out.
pub fn read_jsonl(file_name: &str, text: &str) -> (Vec<Article>, Vec<Problem>) {
    let mut source = Source::new(file_name);
    let mut found = Vec::new();
    for (number, line) in (1_u32..).zip(text.trim_start_matches('\u{feff}').lines()) {
        if line.trim().is_empty() {
            continue;
        }
        source.set_line(number);
        match read_value(line.as_bytes()) {
            Ok(value) => found.extend(jsonl_article(&value, &mut source)),
            Err(error) => source.warn("", format!("not JSON (column {}); the line is left out", error.column)),
        }
    }
    (found, source.finish())
}

fn jsonl_article(value: &Value, source: &mut Source) -> Option<Article> {
    let mut object = Object::new(value, "", source)?;
    let article = with_text(&mut object, source);
    object.finish(source);
    article
}

/// An article with its text in the same object.
pub(super) fn with_text(object: &mut Object, source: &mut Source) -> Option<Article> {
    let mut article = facts(object, source);
    // The text is kept to the byte: offsets refer to it.
    object.value("text").and_then(Value::as_str).unwrap_or_default().clone_into(&mut article.text);
    if article.text.is_empty() {
        source.warn("text", "there is no text; the line is left out");
        return None;
    }
    Some(article)
}

/// The entries of a list of articles; what has no file is named and left out.
pub(super) fn entries(items: Vec<(String, &Value)>, source: &mut Source) -> Vec<ArticleEntry> {
    let mut found = Vec::new();
    for (path, value) in items {
        let Some(mut object) = Object::new(value, &path, source) else { continue };
        let mut known = facts(&mut object, source);
        let file = object.text("file", source);
        object.finish(source);
        let Some(file) = file else {
            source.warn(&path, "an article needs a file; left out");
            continue;
        };
        if known.id.is_empty() {
            known.id = slug(stem(&file));
        }
        found.push(ArticleEntry { file, known });
    }
    found
}

/// `b` of `a/b.txt`.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// What an object says of an article.
fn facts(object: &mut Object, source: &mut Source) -> Article {
    object.know(&["event"]);
    Article {
        id: object.text("id", source).unwrap_or_default(),
        title: object.text("title", source).unwrap_or_default(),
        outlet: object.text("outlet", source),
        outlet_country: object.parsed("outlet_country", source),
        date: object.parsed("date", source),
        byline: object.text("byline", source),
        url: object.text("url", source),
        archive_url: object.text("archive_url", source),
        rights: object.text("rights", source),
        after: object.text("after", source),
        note: object.text("note", source),
        text: String::new(),
    }
}

/// Articles as they come in, without the ones that come twice.
#[derive(Clone, Debug, Default)]
pub struct Library {
    articles: Vec<Article>,
    /// Whether the same text may come under several ids.
    twins: bool,
    /// For each article what messages call its file.
    places: Vec<String>,
    by_id: ByHash,
    by_text: ByHash,
}

impl Library {
    /// A library that keeps the same text under every id: where nothing is counted, each is asked for by its own.
    pub fn with_twins() -> Self {
        Self { twins: true, ..Self::default() }
    }

    /// Takes an article in. `place` names its file in messages.
    ///
    /// # Errors
    /// Where its id is taken, or where the same text of the same outlet and date is there already: it is left out.
    pub fn add(&mut self, place: &str, article: Article) -> Result<(), Problem> {
        if let Some(other) = self.by_id.place(fnv1a_64(&article.id)) {
            let other = &self.places[other];
            let message = format!("the id “{}” is taken by {other}; left out, give it another id", article.id);
            return Err(Problem::new(place, message).in_field("id"));
        }
        if let Some(at) = self.by_text.place(fnv1a_64(&article.text)).filter(|_| !self.twins) {
            let twin = &self.articles[at];
            if (twin.date, &twin.outlet, &twin.text) == (article.date, &article.outlet, &article.text) {
                let message =
                    format!("the same text as article “{}”; left out, so that it does not count twice", twin.id);
                return Err(Problem::new(place, message));
            }
        }
        self.by_id.place_or(fnv1a_64(&article.id), self.articles.len());
        self.by_text.place_or(fnv1a_64(&article.text), self.articles.len());
        self.places.push(place.to_owned());
        self.articles.push(article);
        Ok(())
    }

    /// The articles, in the order in which they came.
    pub fn into_articles(self) -> Vec<Article> {
        self.articles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_list_names_files_and_facts() {
        let json = r#"[{"id": "000", "file": "a.txt", "date": "2007-06-08", "outlet": null}, {"file": "x/Second One.md"},
                       {"id": "c"}, {"id": "d", "file": "d.txt", "date": "June"}]"#;
        let (found, problems) = read_index("index.json", json.as_bytes()).expect("a list");
        let ids: Vec<&str> = found.iter().map(|entry| entry.known.id.as_str()).collect();
        assert_eq!(ids, ["000", "second-one", "d"]);
        assert_eq!(found[0].known.date.map(|date| date.to_string()), Some("2007-06-08".to_owned()));
        assert_eq!(
            said(&problems),
            [
                "index.json, field “[2]”: an article needs a file; left out",
                "index.json, field “[3].date”: “June” is not a date of the form YYYY-MM-DD; left out",
            ]
        );
    }

    #[test]
    fn a_broken_line_is_named_and_the_others_hold() {
        let lines = "\u{feff}{\"id\": \"a\", \"text\": \" Kept as is. \\n\"}\n\n{\"id\": \"b\",\n{\"id\": \"c\", \"text\": \"\"}\n";
        let (found, problems) = read_jsonl("-", lines);
        assert_eq!(found.iter().map(|article| article.text.as_str()).collect::<Vec<_>>(), [" Kept as is. \n"]);
        assert_eq!(
            said(&problems),
            [
                "-, line 3: not JSON (column 11); the line is left out",
                "-, line 4, field “text”: there is no text; the line is left out",
            ]
        );
    }

    #[test]
    fn what_comes_twice_counts_once() {
        let article = |id: &str, text: &str, outlet: Option<&str>| Article {
            id: id.to_owned(),
            text: text.to_owned(),
            outlet: outlet.map(str::to_owned),
            ..Article::default()
        };
        let mut library = Library::default();
        let mut add = |place: &str, article| library.add(place, article).err().map(|problem| problem.to_string());
        assert_eq!(add("a.txt", article("a", "One.", None)), None);
        assert_eq!(
            add("b.txt", article("a", "Two.", None)).as_deref(),
            Some("b.txt, field “id”: the id “a” is taken by a.txt; left out, give it another id")
        );
        assert_eq!(
            add("c.txt", article("c", "One.", None)).as_deref(),
            Some("c.txt: the same text as article “a”; left out, so that it does not count twice")
        );
        assert_eq!(add("d.txt", article("d", "One.", Some("Courier"))), None, "another outlet may print the same text");
        assert_eq!(library.into_articles().len(), 2);
    }

    #[test]
    fn twins_are_kept_where_they_are_wanted() {
        let mut library = Library::with_twins();
        let mut add = |id: &str| {
            library.add(id, Article { id: id.to_owned(), text: "One.".to_owned(), ..Article::default() }).is_ok()
        };
        assert_eq!([add("a"), add("b"), add("b")], [true, true, false]);
    }
}
