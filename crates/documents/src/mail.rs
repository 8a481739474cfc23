//! A message of e-mail → its text: the subject, and the body without its attachments.

use mail_parser::{MessageParser, PartType};

use crate::{
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    html,
    model::{LeftOutKind, MetadataField, MetadataValue, ReadWarning},
    options::ReadOptions,
    reader::Content,
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
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
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
        match &part.body {
            PartType::Html(page) => {
                let mut inner = Content::default();
                html::read_text(page, options, &mut inner)?;
                builder.text(&inner.text)?;
                content.left_out.add_all(&inner.left_out);
            }
            PartType::Text(text) => builder.text(text)?,
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

fn text_field(name: &str, value: &str) -> MetadataField {
    MetadataField { name: name.to_owned(), value: MetadataValue::Text(value.to_owned()) }
}
