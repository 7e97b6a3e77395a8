//! A file to an article: encoding, front matter, id.

use super::{Article, Encoding, decode};
use crate::text::{Code, Date, Problem, fnv1a_64};

/// Reads one plain-text or Markdown file with optional front matter.
///
/// `file_name` is used in messages only. Facts in the front matter overrule those of `known`, whose `text` is
/// ignored. Where `known.id` is empty, the id is `x` and 12 hex digits of the text's 64-bit FNV-1a hash.
/// Returns no article only where the file can't be decoded; everything else comes as a problem beside it.
pub fn read_article(file_name: &str, bytes: &[u8], known: Article) -> (Option<Article>, Vec<Problem>) {
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(error) => return (None, vec![Problem::new(file_name, error.to_string())]),
    };
    let mut problems = Vec::new();
    if decoded.encoding == Encoding::Windows1252 {
        problems.push(Problem::new(
            file_name,
            "the file is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8",
        ));
    }
    let mut article = known;
    article.text = take_front_matter(file_name, &decoded.text, &mut article, &mut problems);
    if article.text.trim().is_empty() {
        problems.push(Problem::new(file_name, "there is no text after the front matter; check that it was saved"));
        return (None, problems);
    }
    if article.id.is_empty() {
        let hash = fnv1a_64(&article.text) & 0xffff_ffff_ffff;
        article.id = format!("x{hash:012x}");
    }
    if article.title.is_empty() {
        article.title = first_line(&article.text);
    }
    (Some(article), problems)
}

/// The first line that holds letters, without Markdown's heading marks; at most 120 characters.
fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| line.chars().any(char::is_alphabetic)).unwrap_or_default();
    line.trim_start_matches('#').trim().chars().take(120).collect()
}

/// Reads `key: value` lines between two lines of `---` and returns the text after them; without such lines the
/// text as it is.
fn take_front_matter(file_name: &str, text: &str, article: &mut Article, problems: &mut Vec<Problem>) -> String {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return text.to_owned();
    };
    let mut offset = text.len() - rest.len();
    let mut fields = Vec::new();
    for (number, line) in (2_u32..).zip(rest.split_inclusive('\n')) {
        offset += line.len();
        let line = line.trim_end();
        if line == "---" || line == "..." {
            for (number, key, value) in fields {
                set_field(article, key, value, &mut |message| {
                    problems.push(Problem::new(file_name, message).at_line(number).in_field(key));
                });
            }
            return text[offset..].trim_start_matches(['\n', '\r']).to_owned();
        }
        match line.split_once(':') {
            Some((key, value)) => fields.push((number, key.trim(), value.trim())),
            None if line.trim().is_empty() => {}
            None => break,
        }
    }
    problems.push(Problem::new(
        file_name,
        "the file opens with --- but its front matter is not closed by another ---; it was read as plain text",
    ));
    text.to_owned()
}

fn set_field(article: &mut Article, key: &str, value: &str, warn: &mut dyn FnMut(String)) {
    let value = unquote(value);
    if value.is_empty() || value == "null" {
        return;
    }
    let text = Some(value.to_owned());
    match key {
        "title" => value.clone_into(&mut article.title),
        "date" => match value.parse::<Date>() {
            Ok(date) => article.date = Some(date),
            Err(error) => warn(format!("{error}; the article stays undated")),
        },
        "outlet" => article.outlet = text,
        "outlet_country" => match value.parse::<Code>() {
            Ok(code) => article.outlet_country = Some(code),
            Err(error) => warn(error.to_string()),
        },
        "byline" => article.byline = text,
        "url" => article.url = text,
        "archive_url" => article.archive_url = text,
        "rights" => article.rights = text,
        "after" => article.after = text,
        "note" => article.note = text,
        _ => warn("this field is not known and was left out".to_owned()),
    }
}

fn unquote(value: &str) -> &str {
    let inner = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_becomes_facts_and_leaves_the_text() {
        let file = "---\ntitle: \"No deal\"\ndate: 2008-04-07\noutlet: Courier\n---\n\nTalks ended.\n";
        let (article, problems) = read_article("a.md", file.as_bytes(), Article::default());
        let article = article.expect("a text");
        assert_eq!((article.title.as_str(), article.text.as_str()), ("No deal", "Talks ended.\n"));
        assert_eq!(article.date.map(|date| date.to_string()), Some("2008-04-07".to_owned()));
        assert!(article.id.starts_with('x') && article.id.len() == 13);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_wrong_date_is_named_with_its_line() {
        let (article, problems) = read_article("a.md", b"---\ndate: last week\n---\nText.", Article::default());
        assert_eq!(article.and_then(|article| article.date), None);
        assert_eq!((problems[0].line, problems[0].field.as_deref()), (Some(2), Some("date")));
    }

    #[test]
    fn unclosed_front_matter_is_plain_text() {
        let (article, problems) = read_article("a.md", b"---\nA dash line opens this text.\n", Article::default());
        assert!(article.is_some_and(|article| article.text.contains("A dash line")));
        assert_eq!(problems.len(), 1);
    }
}
