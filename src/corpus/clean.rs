//! What of a page's text is the article.
//!
//! A copied article brings navigation, share prompts, captions, agency tags and a headline told twice. A reader
//! skips them without a thought; here each line is a *block* of some kind, or a [`Cut`] with its reason. Line
//! shapes decide (short, unpunctuated, repeated, listed), with the few words of `lexicon/clutter.txt`; the method
//! follows the shallow text features of Kohlschütter, Fankhauser and Nejdl (WSDM 2010).
//! Misses: clutter in whole sentences ("We use cookies to ..."), and captions that are told only once.

use super::Cut;
use super::clutter::Clutter;
use super::leads::{dateline_length, kicker_length, sign_off_length};
use crate::text::{ByHash, Span, has_more_words, hash_folded, small_letters};

/// A paragraph or line of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place, without dateline or kicker.
    pub span: Span,
    /// What sort of line it is.
    pub kind: BlockKind,
}

/// Sorts of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// The article's own headline or a heading inside it.
    Heading,
    /// Sentences.
    Paragraph,
}

/// The running text of an article and what was cut from it, both in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// What the analysis reads.
    pub blocks: Vec<Block>,
    /// What it leaves out.
    pub cuts: Vec<Cut>,
}

/// Finds the running text of an article.
pub fn clean(text: &str, clutter: &Clutter) -> Body {
    let lines = join_wrapped(text, lines_of(text));
    let mut seen = ByHash::with_room(lines.len());
    let mut body = Body::default();
    for (index, &line) in lines.iter().enumerate() {
        match reason_to_cut(text, &lines, index, clutter, &mut seen) {
            Some(reason) => body.cuts.push(Cut { span: line, reason }),
            None => keep(text, line, &mut body),
        }
    }
    body
}

/// The non-empty lines, without the white space around them.
fn lines_of(text: &str) -> Vec<Span> {
    let mut offset = 0;
    let mut lines = Vec::new();
    for line in line_ends(text) {
        let lead = line.len() - line.trim_start().len();
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            lines.push(Span::new(offset + lead, offset + lead + trimmed.len()));
        }
        offset += line.len();
    }
    lines
}

/// The lines with their ends. Looked for by bytes: of the separators only those of Unicode are rare enough to cost
/// nothing by characters.
fn line_ends(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            0xa8 | 0xa9 => *at >= 2 && bytes[*at - 2..*at] == [0xe2, 0x80],
            _ => false,
        };
        let mut from = 0;
        let end = loop {
            // Eight bytes at a look: most hold no end.
            match bytes[from..].first_chunk() {
                Some(eight) if !may_end(*eight) => {}
                _ if from >= bytes.len() => break None,
                _ => {
                    let found = (from..bytes.len().min(from + 8)).find(ends);
                    if found.is_some() {
                        break found;
                    }
                }
            }
            from = bytes.len().min(from + 8);
        };
        let length = end.map_or(bytes.len(), |at| at + 1);
        let (line, after) = rest.split_at(length);
        rest = after;
        (length > 0).then_some(line)
    })
}

/// Whether one of eight bytes is a line's end or beyond ASCII. Subtracting one from each byte borrows from the bit above it
/// only where the byte was zero (Warren, Hacker's Delight, section 6-1).
fn may_end(eight: [u8; 8]) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const TOPS: u64 = ONES << 7;
    const ENDS: u64 = u64::from_le_bytes([b'\n'; 8]);
    let bytes = u64::from_le_bytes(eight);
    let zero_at_end = bytes ^ ENDS;
    (zero_at_end.wrapping_sub(ONES) & !zero_at_end | bytes) & TOPS != 0
}

/// Joins the lines of a paragraph that was wrapped at a fixed width, as mail and wire archives do.
fn join_wrapped(text: &str, lines: Vec<Span>) -> Vec<Span> {
    let adjacent = |a: Span, b: Span| text[a.end as usize..b.start as usize].matches('\n').count() == 1;
    let pairs = lines.windows(2).filter(|pair| adjacent(pair[0], pair[1]));
    let open = pairs.clone().filter(|pair| !ends_sentence(pair[0].of(text)) && pair[0].len() > 40).count();
    let longest = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    if longest > 110 || open < 4 || open * 2 < pairs.count() {
        return lines;
    }
    let mut joined: Vec<Span> = Vec::new();
    for line in lines {
        match joined.last_mut() {
            Some(last) if adjacent(*last, line) => *last = last.cover(line),
            _ => joined.push(line),
        }
    }
    joined
}

fn keep(text: &str, line: Span, body: &mut Body) {
    let words = line.of(text);
    let (reason, lead) = match (kicker_length(words), dateline_length(words)) {
        (0, dateline) => ("dateline", dateline),
        (kicker, _) => ("kicker", kicker),
    };
    let tail = sign_off_length(&words[lead..]);
    let start = line.start as usize;
    let end = line.end as usize;
    if lead > 0 {
        body.cuts.push(Cut { span: Span::new(start, start + lead), reason });
    }
    let span = Span::new(start + lead, end - tail);
    if !span.of(text).trim().is_empty() {
        body.blocks.push(Block { span, kind: kind_of(span.of(text)) });
    }
    if tail > 0 {
        body.cuts.push(Cut { span: Span::new(end - tail, end), reason: "agency tag" });
    }
}

fn kind_of(line: &str) -> BlockKind {
    let short = || !has_more_words(line, 16);
    if line.starts_with('#') || (!ends_sentence(line) && short()) { BlockKind::Heading } else { BlockKind::Paragraph }
}

fn ends_sentence(line: &str) -> bool {
    let end =
        line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')' | '*' | '_'));
    end.ends_with(['.', '!', '?', ':', ';', '…'])
}

/// A repeated line longer than this is kept.
const LONGEST_REPEAT_BYTES: usize = 400;

fn reason_to_cut(
    text: &str,
    lines: &[Span],
    index: usize,
    clutter: &Clutter,
    seen: &mut ByHash,
) -> Option<&'static str> {
    let line = lines[index].of(text);
    if !line.chars().any(char::is_alphanumeric) {
        return Some("ornament");
    }
    if let Some(reason) = clutter.reason(line) {
        return Some(reason);
    }
    if in_list_of_links(text, lines, index) {
        return Some("navigation");
    }
    if is_support_prompt(line) {
        return Some("promotion");
    }
    if sign_off_length(line) == line.len() {
        return Some("agency tag");
    }
    if teaser_of_later(text, lines, index) {
        return Some("teaser repeated in the text");
    }
    // Only a short line is a headline or a caption; a long one told twice is the writer's own.
    if line.len() > LONGEST_REPEAT_BYTES {
        return None;
    }
    let first = seen.place_or(hash_folded(line), index);
    let reason = if first == 0 { "repeated headline" } else { "repeated line" };
    (first != index).then_some(reason)
}

/// Two or more short lines in a row that are numbered or bulleted.
fn in_list_of_links(text: &str, lines: &[Span], index: usize) -> bool {
    let is_item = |at: usize| {
        lines.get(at).is_some_and(|line| {
            let line = line.of(text);
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered = rest.len() < line.len() && rest.starts_with(['.', ')']);
            let bulleted = line.starts_with(['•', '·', '*', '-', '»', '›', '|']) && !line.starts_with("**");
            (numbered || bulleted) && !has_more_words(line, 8) && !ends_sentence(line)
        })
    };
    is_item(index) && (is_item(index + 1) || (index > 0 && is_item(index - 1)))
}

/// "Support" or "Recommended by" and a name, alone on a short line.
fn is_support_prompt(line: &str) -> bool {
    if has_more_words(line, 2) {
        return false;
    }
    let mut words = line.split_whitespace();
    let (first, second, third) = (words.next(), words.next(), words.next());
    let named = |word: Option<&str>| word.is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
    match (first, second, third) {
        (Some("Support" | "Donate" | "Follow"), name, None) | (name, Some("recommends"), None) => named(name),
        _ => false,
    }
}

/// A line cut short with "…" whose beginning stands in a later line.
fn teaser_of_later(text: &str, lines: &[Span], index: usize) -> bool {
    let line = lines[index].of(text);
    let Some(head) = line.strip_suffix('…').or_else(|| line.strip_suffix("...")) else { return false };
    let squeeze =
        |words: &str| words.chars().filter(|c| c.is_alphanumeric()).flat_map(small_letters).collect::<String>();
    let head = squeeze(head);
    head.len() > 20 && lines[index + 1..].iter().take(4).any(|later| squeeze(later.of(text)).starts_with(&head))
}
