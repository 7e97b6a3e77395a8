//! Web addresses, mail addresses and names of files, each of which is one token.

/// The longest part of a mail address before its "@", by RFC 5321; also how far ahead is looked for one.
const LONGEST_NAME: usize = 64;

/// The longest name of a host, by RFC 1035.
const LONGEST_HOST: usize = 255;

/// What a host or file may end with. Those that are English words as well ("it", "in", "us") are left out: a full stop
/// without a blank behind it is more often a slip than an address.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "uk", "ca", "au", "de", "fr", "nz", "eu", "jp",
    "cn", "ru", "nl", "ch", "ie", "htm", "html", "asp", "php", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "txt",
    "rtf", "jpg", "jpeg", "gif", "png", "mp3", "zip", "exe", "csv", "xml",
];

/// Length in bytes of the address with which `rest` begins.
pub(super) fn address_length(rest: &str) -> Option<usize> {
    web_length(rest).or_else(|| mail_length(rest.as_bytes())).or_else(|| host_length(rest))
}

/// `https://example.org/a?b=c` and "www.example.org".
fn web_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let opens = |opening: &&str| bytes.get(..opening.len()).is_some_and(|b| b.eq_ignore_ascii_case(opening.as_bytes()));
    let opening = ["http://", "https://", "ftp://", "www."].into_iter().find(opens)?;
    let length = path_length(rest);
    (length > opening.len()).then_some(length)
}

/// How far an address goes on: to a blank or a mark that none contains, without the punctuation at its end.
fn path_length(rest: &str) -> usize {
    let stops = |c: char| c.is_whitespace() || "<>\"“”‘’«»()[]{}|`".contains(c);
    let run = &rest[..rest.find(stops).unwrap_or(rest.len())];
    run.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '…']).len()
}

/// "ana.vale@example.org".
fn mail_length(rest: &[u8]) -> Option<usize> {
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-');
    let name = rest.iter().take(LONGEST_NAME + 1).take_while(|byte| inside(byte)).count();
    if rest.get(name) != Some(&b'@') || !rest.get(name + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let host = &rest[name + 1..];
    let run = host.iter().take(LONGEST_HOST).take_while(|byte| inside(byte)).count();
    let trimmed = host[..run].iter().rposition(u8::is_ascii_alphanumeric)? + 1;
    Some(name + 1 + trimmed)
}

/// "example.org/news", "report.pdf", and names of several small parts such as "alt.animals.cat".
fn host_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let inside = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let run = bytes.iter().take(LONGEST_HOST).take_while(inside).count();
    let length = rest.get(..run)?.trim_end_matches(['.', '-', '_']).len();
    let (name, ending) = rest[..length].rsplit_once('.')?;
    let known = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let parts = || rest[..length].split('.');
    let many =
        parts().count() > 2 && parts().all(|part| part.len() > 1 && part.bytes().all(|b| b.is_ascii_lowercase()));
    if name.len() < 2 || parts().any(str::is_empty) || !(known || many) {
        return None;
    }
    let goes_on = bytes.get(length) == Some(&b'/') && bytes.get(length + 1).is_some_and(u8::is_ascii_alphanumeric);
    Some(if goes_on { path_length(rest) } else { length })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole() {
        for address in [
            "http://example.org/a-b?c=d",
            "www.example.org",
            "ana.vale@example.org",
            "old...@example.org",
            "example.co.uk/news",
            "Annual_report.pdf",
            "alt.animals.cat",
        ] {
            assert_eq!(address_length(&format!("{address}. Then")), Some(address.len()), "{address}");
        }
        for word in ["end.Then", "US-Russian plan", "a.m.", "stop...", "now.it is"] {
            assert_eq!(address_length(word), None, "{word}");
        }
    }
}
