//! A message of e-mail → its text: the subject, and the body without its attachments.
//!
//! The parser knows the encodings of the web. Encodings that only the engine knows, such as KZ-1048,
//! are read here: words of the head before it is parsed, bodies after.

use std::borrow::Cow;

use mail_parser::{
    Encoding as TransferEncoding, Message, MessageParser, MessagePart, MimeHeaders, PartType,
    decoders::{base64::base64_decode, charsets::map::charset_decoder, quoted_printable::quoted_printable_decode},
};

use tarazy_engine::{
    encoding::Encoding,
    settings::{MetadataField, MetadataValue},
};

use crate::{
    charset::NamedEncoding,
    content::Content,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    html,
    left_out::LeftOutKind,
    model::ReadWarning,
    options::ReadOptions,
    text_builder::TextBuilder,
};

/// Fields with which messages begin, in small letters.
const HEADS: [&str; 11] = [
    "return-path:",
    "received:",
    "from:",
    "to:",
    "subject:",
    "date:",
    "message-id:",
    "mime-version:",
    "delivered-to:",
    "x-",
    "content-",
];

/// Returns `true` if a text, in small letters, begins with the fields of a message.
pub(crate) fn has_head(head: &str) -> bool {
    let head = head.strip_prefix("from ").and_then(|rest| rest.split_once('\n')).map_or(head, |(_, rest)| rest);
    HEADS.iter().any(|field| head.starts_with(field))
}

/// Reads a message. Of alternatives of one body the plain text counts.
///
/// # Errors
/// Bytes that are no message, and a text beyond a limit.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Content, DocumentError> {
    let damaged = || DocumentError::Damaged { format: DocumentFormat::Eml, part: "MIME".to_owned() };
    if bytes.len() > options.limits.part_bytes {
        return Err(DocumentLimit::Inflated.exceeded(options.limits.part_bytes));
    }
    let bytes = with_known_words(bytes);
    let message = MessageParser::default().parse(bytes.as_ref()).ok_or_else(damaged)?;
    let mut content = Content::default();
    let mut builder = TextBuilder::new(&options.limits);
    if let Some(subject) = message.subject() {
        builder.text(subject)?;
        builder.paragraph();
        content.metadata.push(text_field("title", subject));
    }
    if let Some(from) = message.from().and_then(|from| from.first()) {
        content.metadata.extend(from.name().or(from.address()).map(|name| text_field("author", name)));
    }
    if let Some(date) = message.date() {
        let value = MetadataValue::Date(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
        content.metadata.push(MetadataField { name: "date".to_owned(), value });
    }
    // Of a message with both forms of a body each list names the parts of its form.
    let parts = if message.text_body.is_empty() { &message.html_body } else { &message.text_body };
    for part in parts.iter().filter_map(|at| message.parts.get(*at as usize)) {
        let own = own_text(&message, part);
        match &part.body {
            PartType::Html(page) => {
                let mut inner = Content::default();
                html::read_text(own.as_deref().unwrap_or(page), options, &mut inner)?;
                builder.text(&inner.text)?;
                content.left_out.add_all(&inner.left_out);
            }
            PartType::Text(text) => builder.text(own.as_deref().unwrap_or(text))?,
            _ => {}
        }
        builder.paragraph();
    }
    let attachments = u32::try_from(message.attachments.len()).unwrap_or(u32::MAX);
    content.left_out.add(LeftOutKind::OtherFiles, attachments);
    content.text = builder.finish();
    let replaced = content.text.matches(char::REPLACEMENT_CHARACTER).count();
    if replaced > 0 {
        let count = u32::try_from(replaced).unwrap_or(u32::MAX);
        content.warnings.push(ReadWarning::ReplacedBytes { count });
    }
    Ok(content)
}

/// Returns the encoding with a name that the parser does not know.
fn own_encoding(name: &str) -> Option<NamedEncoding> {
    if charset_decoder(name.as_bytes()).is_some() {
        return None;
    }
    // UTF-8 is what the parser takes bytes for without a decoder.
    NamedEncoding::find(name).filter(|encoding| *encoding != NamedEncoding::Own(Encoding::Utf8))
}

/// Returns the text of a part whose encoding the parser does not know.
fn own_text(message: &Message<'_>, part: &MessagePart<'_>) -> Option<String> {
    let encoding = own_encoding(part.content_type()?.attribute("charset")?)?;
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize)?;
    let bytes = match part.encoding {
        TransferEncoding::None => Cow::Borrowed(raw),
        TransferEncoding::QuotedPrintable => Cow::Owned(quoted_printable_decode(raw)?),
        TransferEncoding::Base64 => Cow::Owned(base64_decode(raw)?),
    };
    encoding.decode(&bytes).ok().map(|decoded| decoded.text)
}

/// Writes the words of a message's head (RFC 2047) in UTF-8 whose encoding the parser does not know.
fn with_known_words(message: &[u8]) -> Cow<'_, [u8]> {
    const START: &[u8] = b"=?";
    let ends = [&b"\n\n"[..], b"\r\n\r\n"].map(|end| message.windows(end.len()).position(|bytes| bytes == end));
    let head = &message[..ends.into_iter().flatten().min().unwrap_or(message.len())];
    let (mut written, mut copied) = (Vec::new(), 0);
    let mut at = 0;
    while let Some(start) = head[at..].windows(START.len()).position(|bytes| bytes == START).map(|start| at + start) {
        at = start + START.len();
        if let Some((text, len)) = own_word(&head[at..]) {
            written.extend_from_slice(&head[copied..start]);
            written.extend_from_slice(b"=?utf-8?Q?");
            written.extend(text.bytes().flat_map(|byte| format!("={byte:02X}").into_bytes()));
            written.extend_from_slice(b"?=");
            at += len;
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(message);
    }
    written.extend_from_slice(&message[copied..]);
    Cow::Owned(written)
}

/// Reads a word in an encoding that the parser does not know, from behind its start; with it comes its
/// length.
fn own_word(bytes: &[u8]) -> Option<(String, usize)> {
    let mut parts = bytes.splitn(4, |byte| *byte == b'?');
    let (name, kind, data, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    if rest.first() != Some(&b'=') {
        return None;
    }
    // A language may stand behind the name.
    let name = std::str::from_utf8(name.split(|byte| *byte == b'*').next()?).ok()?;
    let encoding = own_encoding(name)?;
    let decoded = match kind {
        b"B" | b"b" => base64_decode(data)?,
        b"Q" | b"q" => quoted_printable_decode(
            &data.iter().map(|byte| if *byte == b'_' { b' ' } else { *byte }).collect::<Vec<_>>(),
        )?,
        _ => return None,
    };
    let len = bytes.len() - rest.len() + 1;
    Some((encoding.decode(&decoded).ok()?.text, len))
}

fn text_field(name: &str, value: &str) -> MetadataField {
    MetadataField { name: name.to_owned(), value: MetadataValue::Text(value.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(message: &[u8]) -> String {
        read(message, &ReadOptions::default()).expect("it is a message").text
    }

    #[test]
    fn kazakh_encodings_are_read_in_head_and_body() {
        // «Қазақстан» in KZ-1048.
        let quoted = "=8D=E0=E7=E0=9D=F1=F2=E0=ED";
        let base64 = "jeDn4J3x8uDt";
        for encoding in ["KZ-1048", "STRK1048-2002", "rk1048"] {
            for (word, transfer, body) in [
                (format!("=?{encoding}?Q?{quoted}?="), "quoted-printable", quoted),
                (format!("=?{encoding}*kk?b?{base64}?="), "base64", base64),
            ] {
                let message = format!(
                    "Subject: {word} 2023\r\nContent-Type: text/plain; charset=\"{encoding}\"\r\n\
                     Content-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n"
                );
                assert_eq!(text(message.as_bytes()).trim(), "Қазақстан 2023\n\nҚазақстан", "{message}");
            }
        }
        let mut message = b"Subject: a\nContent-Type: text/html; charset=kz-1048\n\n<p>".to_vec();
        message.extend(b"\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED</p>\n");
        assert_eq!(text(&message).trim(), "a\n\nҚазақстан");
    }

    #[test]
    fn words_that_are_none_stay_as_they_are() {
        for head in ["=?KZ-1048?Q?", "=?KZ-1048?X?a?=", "=?KZ-1048?Q?=ZZ?=", "=?utf-8?Q?a?=", "=?=?=?"] {
            assert_eq!(with_known_words(head.as_bytes()), Cow::Borrowed(head.as_bytes()), "{head}");
        }
    }
}
