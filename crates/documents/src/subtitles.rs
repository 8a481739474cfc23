//! Subtitles (SubRip, WebVTT) → the texts of their cues.
//!
//! Numbers, times, notes, styles, tags and the names of voices are no text. A cue is a line and not a
//! paragraph, so that a phrase may cross from one to the next. Lines that a roll-up caption repeats
//! are kept as stored.

use tarazy_engine::encoding::EncodingChoice;

use crate::{
    charset::declared, content::Content, error::DocumentError, html, left_out::LeftOutKind, options::ReadOptions,
    text_builder::TextBuilder,
};

/// Reads SubRip.
///
/// # Errors
/// Bytes that are no text, and a text beyond a limit.
pub(crate) fn read_srt(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, DocumentError> {
    read(bytes, options, options.encoding)
}

/// Reads WebVTT.
///
/// # Errors
/// As [`read_srt`].
pub(crate) fn read_vtt(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, DocumentError> {
    read(bytes, options, options.encoding)
}

fn read(bytes: Vec<u8>, options: &ReadOptions, choice: EncodingChoice) -> Result<Content, DocumentError> {
    let decoded = declared(bytes, choice, None)?;
    let mut content = Content::default();
    content.decoded(&decoded);
    let mut builder = TextBuilder::new(&options.limits);
    let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while at < lines.len() {
        // A block ends at an empty line, or where the next cue begins.
        let len = lines[at..].iter().take_while(|line| !line.trim().is_empty()).count();
        block(&lines[at..at + len], &mut builder, &mut content)?;
        at += len + 1;
    }
    content.text = builder.finish();
    Ok(content)
}

/// Reads the lines up to an empty one: a cue, or what belongs to none. Some files lack the empty
/// lines, so that a block may hold several cues.
fn block(lines: &[&str], builder: &mut TextBuilder, content: &mut Content) -> Result<(), DocumentError> {
    let mut times = lines.iter().enumerate().filter(|(_, line)| is_time_line(line)).map(|(at, _)| at).peekable();
    if times.peek().is_none() {
        content.left_out.add(LeftOutKind::CueData, u32::from(!lines.is_empty()));
        return Ok(());
    }
    while let Some(start) = times.next() {
        let end = match times.peek() {
            // The number of the next cue stands before its times.
            Some(next) if *next > start + 1 && is_number(lines[next - 1]) => next - 1,
            Some(next) => *next,
            None => lines.len(),
        };
        for line in &lines[start + 1..end] {
            let line = without_tags(line);
            if !line.trim().is_empty() {
                builder.text(line.trim())?;
                builder.line()?;
            }
        }
        content.left_out.add(LeftOutKind::CueData, 1);
    }
    Ok(())
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns `true` for the times of a cue: `00:00:01,000 --> 00:00:02,000`.
pub(crate) fn is_time_line(line: &str) -> bool {
    let is_time = |time: &str| {
        let time = time.trim();
        !time.is_empty()
            && time.contains(':')
            && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b',' | b' '))
    };
    line.split_once("-->")
        .is_some_and(|(from, to)| is_time(from) && is_time(to.split_whitespace().next().unwrap_or("")))
}

/// Takes off tags (`<i>`, `<v Name>`, `<00:00:01.000>`, `{\an8}`) and reads entities.
fn without_tags(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    // Where a bracket is never closed, the next ones are not either.
    let mut is_closed = [true; 2];
    while let Some(at) = rest.find(['<', '{']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (is_tag, end, closed) = match rest.strip_prefix('<') {
            Some(name) => {
                let is_tag = name.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '/');
                (is_tag, '>', &mut is_closed[0])
            }
            None => (["{\\", "{Y:", "{y:"].iter().any(|start| rest.starts_with(start)), '}', &mut is_closed[1]),
        };
        let end = if is_tag && *closed { rest.find(end) } else { None };
        *closed &= !is_tag || end.is_some();
        let len = end.map_or(1, |end| end + 1);
        if end.is_none() {
            text.push_str(&rest[..len]);
        }
        rest = &rest[len..];
    }
    text.push_str(rest);
    if text.contains('&') { html::unescape(&text) } else { text }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::srt(
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Сөз</i>\n\n2\n00:00:02,000 --> 00:00:03,000 X1:1\n{\\an8}бостандығы\n",
        "Сөз\nбостандығы"
    )]
    #[case::without_empty_lines("1\n00:00:01,000 --> 00:00:02,000\na\n2\n00:00:02,000 --> 00:00:03,000\nb", "a\nb")]
    #[case::number_as_text("1\n00:00:01,000 --> 00:00:02,000\n1991\n\n", "1991")]
    #[case::vtt(
        "WEBVTT - x\nKind: captions\n\nNOTE a\nb\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 align:left\n<v.loud Аян>сөз &amp; <c.x>заң</c><00:01.500> x\n",
        "сөз & заң x"
    )]
    #[case::signs("1\n00:00:01,000 --> 00:00:02,000\na < b {c}\n", "a < b {c}")]
    fn text_of_subtitles(#[case] file: &str, #[case] text: &str) {
        let content = read_srt(file.as_bytes().to_vec(), &ReadOptions::default()).unwrap();
        assert_eq!(content.text, text);
    }

    proptest::proptest! {
        #[test]
        fn subtitles_never_panic(file in r"([0-9]|\n|00:00:01,000 --> 00:00:02,000|<|>|\{|\}|&|;|[а-я]){0,40}") {
            read_srt(file.into_bytes(), &ReadOptions::default()).unwrap();
        }
    }
}
