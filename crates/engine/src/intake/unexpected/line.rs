//! Formats that are recognised by how a text or its lines begin: RTF, JSON, subtitles, LaTeX,
//! letters, Markdown, wikis, forums.

use super::format::Marks;

/// How many marks of a light markup a text must have: an author writes a few of them too.
const LEAST_MARKS: usize = 3;

/// How far the two ends of a mark are from each other, in bytes; a text without ends costs no more.
const NEAR_BYTES: usize = 1_000;

/// How many lines of a letter's head are looked at.
const HEAD_LINES: usize = 60;

/// Control words of RTF.
pub(super) fn rtf(text: &str) -> Option<Marks> {
    let start = text.len() - text.trim_start().len();
    text[start..].starts_with("{\\rtf").then(|| {
        let words = text
            .match_indices('\\')
            .filter(|(at, _)| text[at + 1..].starts_with(|next: char| next.is_ascii_lowercase()));
        Marks { count: words.count(), start, end: start + 5 }
    })
}

/// Keys and texts of JSON.
pub(super) fn json(text: &str) -> Option<Marks> {
    let start = text.len() - text.trim_start().len();
    let is_json = match text.as_bytes().get(start)? {
        b'{' => begins_with_key(&text[start + 1..]),
        b'[' => {
            let inner = text[start + 1..].trim_start();
            let is_list = inner.starts_with('"') && text.trim_end().ends_with("\"]");
            is_list || inner.strip_prefix('{').is_some_and(begins_with_key) || inner.starts_with("[\"")
        }
        _ => false,
    };
    let quotes = || text.match_indices('"');
    let is_key = |at: usize| text[at + 1..].trim_start().starts_with(':');
    let end = text[start..].find('\n').map_or(text.len(), |end| start + end);
    let keys = || quotes().filter(|(at, _)| is_key(*at)).count();
    is_json.then(|| Marks { count: keys().max(quotes().count() / 2).max(1), start, end })
}

/// Returns `true` if a text begins with `"key":`.
fn begins_with_key(text: &str) -> bool {
    let key = text.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
    key.is_some_and(|(key, rest)| !key.contains('\n') && rest.trim_start().starts_with(':'))
}

/// Times of subtitles (SubRip, WebVTT): `00:01:02,500 --> 00:01:04,000`.
pub(super) fn subtitles(text: &str) -> Option<Marks> {
    let is_time = |line: &str| {
        let is_mark = |mark: &str| {
            let digits = mark.bytes().filter(u8::is_ascii_digit).count();
            digits >= 7
                && mark.contains(':')
                && mark.bytes().all(|byte| byte.is_ascii_digit() || b":.,".contains(&byte))
        };
        let times = line.split_once("-->").map(|(from, to)| (from.trim(), to.split_whitespace().next().unwrap_or("")));
        times.is_some_and(|(from, to)| is_mark(from) && is_mark(to))
    };
    Marks::of(lines(text).filter(|(start, end)| is_time(&text[*start..*end])), 1)
}

/// Commands of LaTeX with an argument.
pub(super) fn latex(text: &str) -> Option<Marks> {
    let command = |(at, _): (usize, &str)| {
        let name = text[at + 1..].trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        let end = text.len() - name.len();
        (end > at + 2 && name.starts_with(['{', '['])).then_some((at, end))
    };
    let is_declared = text.contains("\\documentclass") || text.contains("\\begin{");
    Marks::of(text.match_indices('\\').filter_map(command), if is_declared { 1 } else { LEAST_MARKS })
}

/// The head of a letter (RFC 5322).
pub(super) fn mail(text: &str) -> Option<Marks> {
    const FIELDS: [&str; 9] = [
        "from:",
        "to:",
        "subject:",
        "date:",
        "message-id:",
        "mime-version:",
        "received:",
        "content-type:",
        "return-path:",
    ];
    let field = |start: usize, end: usize| {
        let line = &text.as_bytes()[start..end];
        FIELDS
            .into_iter()
            .find(|field| line.get(..field.len()).is_some_and(|own| own.eq_ignore_ascii_case(field.as_bytes())))
    };
    let head = || lines(text).take(HEAD_LINES).take_while(|(start, end)| start < end);
    let has = |name: &str| head().any(|(start, end)| field(start, end) == Some(name));
    let is_mail = (has("message-id:") || has("mime-version:") || has("received:")) && has("from:");
    Marks::of(head().filter(|(start, end)| is_mail && field(*start, *end).is_some()), LEAST_MARKS)
}

/// Headings, links, strong words, fences and front matter of Markdown.
pub(super) fn markdown(text: &str) -> Option<Marks> {
    let (mut marks, mut has_link, mut is_only_headings) = (Vec::new(), false, true);
    for (start, end) in lines(text) {
        let line = &text[start..end];
        let rest = line.trim_start_matches('#');
        if (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ') {
            marks.push((start, end));
        }
        let within = marks.len();
        if line.starts_with("```") || line.starts_with("~~~") {
            marks.push((start, end));
        }
        for (at, _) in line.match_indices("](") {
            let rest = line[at + 2..].split("](").next().unwrap_or_default();
            let target = near(rest).split_once(')').map(|(target, _)| target);
            let is_link = target.is_some_and(|target| !target.is_empty() && !target.contains(' '));
            let title = line.ceil_char_boundary(at.saturating_sub(NEAR_BYTES));
            if let Some(from) = line[title..at].rfind('[').map(|from| title + from).filter(|_| is_link) {
                has_link = true;
                marks.push((start + from, end));
            }
        }
        for (at, _) in line.match_indices("**") {
            let before = line[..at].chars().next_back();
            let is_opening = before.is_none_or(|before| !before.is_alphanumeric() && before != '*')
                && line[at + 2..].starts_with(char::is_alphanumeric);
            if is_opening && near(&line[at + 2..]).contains("**") {
                marks.push((start + at, end));
            }
        }
        is_only_headings &= marks.len() == within;
    }
    if is_front_matter(text) {
        return Marks::of([(0, 3)].into_iter().chain(marks), 1);
    }
    // Headings add no word.
    Marks::of(marks, if has_link { 2 } else { LEAST_MARKS }).filter(|_| !is_only_headings)
}

/// Returns `true` if a text begins with keys between lines of three hyphens.
fn is_front_matter(text: &str) -> bool {
    let mut lines = text.lines().take(HEAD_LINES).map(str::trim_end);
    if lines.next() != Some("---") {
        return false;
    }
    let inner: Vec<&str> = lines.by_ref().take_while(|line| *line != "---").collect();
    let is_key = |line: &&str| {
        line.split_once(':').is_some_and(|(key, _)| {
            key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        })
    };
    inner.len() + 1 < HEAD_LINES && inner.first().is_some_and(is_key)
}

/// Links, templates and strong words of MediaWiki.
pub(super) fn wiki(text: &str) -> Option<Marks> {
    let marks = |start: &'static str, end: &'static str| {
        text.match_indices(start).filter_map(move |(at, _)| {
            // Up to the next start, so that a text of starts costs no more than another.
            let from = at + start.len();
            let rest = text[from..].split(start).next().unwrap_or_default();
            let line = near(rest).split('\n').next().unwrap_or_default();
            line.find(end).map(|len| (at, from + len + end.len()))
        })
    };
    let links = marks("[[", "]]").chain(marks("{{", "}}"));
    Marks::of(links, LEAST_MARKS)
}

/// Tags of forums in square brackets.
pub(super) fn bbcode(text: &str) -> Option<Marks> {
    const NAMES: [&str; 11] = ["b", "i", "u", "s", "url", "quote", "img", "size", "color", "list", "code"];
    let tag = |(at, _): (usize, &str)| {
        let inner = &text[at + 1..];
        let name = inner.strip_prefix('/').unwrap_or(inner);
        let len = name.find(|letter: char| !letter.is_ascii_alphabetic())?;
        let is_tag = NAMES.contains(&name[..len].to_ascii_lowercase().as_str()) && name[len..].starts_with([']', '=']);
        is_tag.then(|| (at, at + 1 + (inner.len() - name.len()) + len + 1))
    };
    let tags = || text.match_indices('[').filter_map(tag);
    let is_closed = tags().any(|(at, _)| text[at..].starts_with("[/"));
    Marks::of(tags().filter(|_| is_closed), 2)
}

/// The beginning of a text.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR_BYTES)]
}

/// The bytes of each line, without its end.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let from = start;
        start += line.len();
        (from, from + line.trim_end_matches(['\n', '\r']).len())
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(json, "{\"title\": \"A\", \"text\": \"Freedom\"}", 4)]
    #[case(json, "[\n  {\"text\": \"Бостандық\"}\n]\n", 2)]
    #[case(json, "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", 4)]
    #[case(json, "[\"freedom\", \"law\"]", 2)]
    #[case(subtitles, "1\n00:00:01,000 --> 00:00:02,000\nFreedom\n", 1)]
    #[case(subtitles, "WEBVTT\n\n00:01.000 --> 00:02.000 align:start\nFreedom\n", 1)]
    #[case(latex, "\\documentclass{article}\n\\begin{document}Freedom\\end{document}", 3)]
    #[case(mail, "From: a@b.kz\nSubject: Заң\nMIME-Version: 1.0\n\nБостандық", 3)]
    #[case(markdown, "# Title\n\n**Freedom** and [law](https://x.kz).\n", 3)]
    #[case(markdown, "---\ntitle: Заң\n---\nБостандық\n", 1)]
    #[case(wiki, "'''Заң''' – [[құқық]] [[мемлекет|мемлекеттік]] {{дереккөз}}", 3)]
    #[case(bbcode, "[b]Freedom[/b] and [url=x]law[/url]", 4)]
    #[case(rtf, "\n{\\rtf1\\ansi Freedom}", 2)]
    fn formats_are_counted_by_their_marks(
        #[case] format: fn(&str) -> Option<Marks>,
        #[case] text: &str,
        #[case] count: usize,
    ) {
        assert_eq!(format(text).map(|found| found.count), Some(count));
    }

    #[rstest]
    #[case("[Applause.] {sic} Freedom: [1] and [2].")]
    #[case("[\"Freedom\" is his word] Law.")]
    #[case("{\"Freedom\" he said}")]
    #[case("From: the people\nTo: the government\nSubject: freedom\n\nLaw.")]
    #[case("# 1 of the list; слово** есть.\n\n** Примечание.\n* * *\n")]
    #[case("See C:\\texts\\a.txt --> then B.")]
    #[case("[[Freedom]] stands in two brackets; [b] is a note.")]
    #[case("---\nFreedom\n---\n")]
    #[case("# One\n\n# Two\n\n# Three\n\nFreedom.")]
    fn what_authors_write_is_no_format(#[case] text: &str) {
        for format in [json, subtitles, latex, mail, markdown, wiki, bbcode, rtf] {
            assert_eq!(format(text), None);
        }
    }
}
