//! What stands before and after the sentences of a paragraph: kickers, datelines, agency tags.

/// Length in bytes of a kicker: "RUSSIA:" or "Missile defence:" glued to the first sentence, or a label in
/// capitals before a colon.
pub(super) fn kicker_length(line: &str) -> usize {
    let Some(colon) = line.bytes().take(40).position(|byte| byte == b':').filter(|&at| at > 1) else { return 0 };
    let (label, rest) = (&line[..colon], &line[colon + 1..]);
    let words = label.split_whitespace().count();
    let glued = rest.chars().next().is_some_and(char::is_uppercase);
    let shouted = label.chars().all(|c| !c.is_lowercase()) && label.chars().any(char::is_alphabetic);
    let long_rest = rest.split_whitespace().nth(5).is_some();
    if words <= 4 && long_rest && (glued || shouted) && !label.contains(['"', '“', ',']) {
        colon + 1 + (rest.len() - rest.trim_start().len())
    } else {
        0
    }
}

/// Length in bytes of a dateline: "MOSCOW, June 8 (AFP) -", "WASHINGTON (Reuters) —", "Washington : ".
///
/// Associated Press style: the place in capitals, then date and agency, then a dash.
pub(super) fn dateline_length(line: &str) -> usize {
    // No place or date begins with a small letter, so a mark after one ends no dateline.
    let small = line.as_bytes().windows(2).position(|pair| pair[0] == b' ' && pair[1].is_ascii_lowercase());
    let line = small.map_or(line, |blank| &line[..=blank]);
    // Most lines have none of these marks near their beginning.
    if !line.bytes().any(|byte| matches!(byte, b'-' | b':' | 0xe2)) {
        return 0;
    }
    let head = line.char_indices().nth(90).map_or(line, |(end, _)| &line[..end]);
    for separator in [" — ", " – ", " -- ", " - ", "— ", "– ", " : "] {
        let Some(at) = head.find(separator) else { continue };
        let place = &head[..at];
        if is_place_and_date(place, separator) {
            return at + separator.len();
        }
    }
    0
}

fn is_place_and_date(place: &str, separator: &str) -> bool {
    let words: Vec<&str> = place.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    let shouted = first.chars().filter(|c| c.is_alphabetic()).count() > 1 && !first.chars().any(char::is_lowercase);
    let tagged = place.ends_with(')') && place.contains('(');
    let dated = words.iter().any(|word| MONTHS.iter().any(|month| word.starts_with(month)))
        && words.iter().any(|word| word.trim_end_matches(',').parse::<u8>().is_ok());
    let capitalised = |word: &&str| word.starts_with(|c: char| !c.is_lowercase());
    let short = words.len() <= 8 && words.iter().all(capitalised);
    let alone = words.len() <= 3 && separator == " : ";
    short && (shouted || tagged || dated || alone)
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Length in bytes of an agency tag at the end: "(Reuters)", "- (Guardian service)", "— AP".
pub(super) fn sign_off_length(line: &str) -> usize {
    let trimmed = line.trim_end();
    if trimmed.ends_with(')')
        && let Some(open) = trimmed.rfind('(')
    {
        let inside = &trimmed[open + 1..trimmed.len() - 1];
        let before = trimmed[..open].trim_end();
        let apart = before.is_empty() || before.ends_with(['.', '-', '—', '–', '"', '”']);
        let named = inside.split_whitespace().count() <= 4
            && inside.chars().next().is_some_and(char::is_uppercase)
            && !inside.contains(',');
        if apart && named {
            return line.len() - before.trim_end_matches(['-', '—', '–', ' ']).len();
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_and_tags_are_measured() {
        for (line, kicker, dateline) in [
            ("PERU:The minister refused to sign the pact on Monday.", "PERU:", ""),
            ("Trade talks:Lima has refused to sign the pact on Monday.", "Trade talks:", ""),
            ("He said: the minister refused to sign the pact on Monday.", "", ""),
            ("LIMA, June 8 (AFP) - The minister refused to sign.", "", "LIMA, June 8 (AFP) - "),
            ("LIMA (Reuters) — The minister refused to sign.", "", "LIMA (Reuters) — "),
            ("Lima : The minister refused to sign.", "", "Lima : "),
            ("Peru - a country of many climates - refused to sign.", "", ""),
        ] {
            assert_eq!(&line[..kicker_length(line)], kicker, "{line}");
            assert_eq!(&line[..dateline_length(line)], dateline, "{line}");
        }
        assert_eq!(sign_off_length("He refused. (Reuters)"), " (Reuters)".len());
        assert_eq!(sign_off_length("- (Courier service)"), "- (Courier service)".len());
        assert_eq!(sign_off_length("a meeting of ministers (and others)"), 0);
    }
}
