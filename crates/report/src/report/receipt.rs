//! What was repaired in a text → lines for a terminal, JSON.

use serde_json::json;

use crate::message::Messages;
use tarazy_engine::study::DocumentReceipt;

/// Returns the receipt in the words of a language: the encoding, each kind with its count, and its
/// words before and after.
pub fn receipt_plain(receipt: &DocumentReceipt, messages: &Messages) -> String {
    let percent = format!("{:.0}", f64::from(receipt.encoding_confidence) * 100.0);
    let encoding = [("encoding", receipt.encoding.name().into()), ("percent", percent.into())];
    let mut lines = vec![messages.format("report-receipt-encoding", &encoding)];
    if receipt.receipt.kinds.is_empty() {
        lines.push(messages.get("report-receipt-clean"));
    }
    for kind in &receipt.receipt.kinds {
        let key = if kind.is_applied { "report-receipt-kind" } else { "report-receipt-offered" };
        let name = messages.get(&format!("report-repair-{}", kind.kind.code()));
        lines.push(messages.format(key, &[("kind", name.into()), ("count", kind.count.into())]));
        let change = |change: &tarazy_engine::repair::DistinctChange| {
            format!("  {} → {}  {}", visible(&change.before), visible(&change.after), change.count)
        };
        lines.extend(kind.changes.iter().map(change));
        let more = u64::from(kind.distinct).saturating_sub(kind.changes.len() as u64);
        if more > 0 {
            lines.push(format!("  {}", messages.format("report-receipt-more", &[("count", more.into())])));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Returns
/// `{"encoding", "encoding_confidence", "kinds": [{"kind", "count", "applied", "distinct", "changes": [{"before", "after", "count"}]}]}`;
/// `changes` lists the most frequent words where there are many.
pub fn receipt_json(receipt: &DocumentReceipt) -> String {
    let kinds: Vec<_> = receipt
        .receipt
        .kinds
        .iter()
        .map(|kind| {
            json!({
                "kind": kind.kind.code(), "count": kind.count, "applied": kind.is_applied, "distinct": kind.distinct,
                "changes": kind.changes.iter().map(|change| json!({
                    "before": change.before, "after": change.after, "count": change.count,
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let value = json!({
        "encoding": receipt.encoding.code(), "encoding_confidence": receipt.encoding_confidence, "kinds": kinds,
    });
    let mut text = serde_json::to_string_pretty(&value).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}

/// Text in which invisible characters are named by their code points: `бостан[U+00AD]дық`.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => {
                format!("[U+{:04X}]", u32::from(letter))
            }
            letter if letter.is_control() => format!("[U+{:04X}]", u32::from(letter)),
            letter => letter.to_string(),
        })
        .collect()
}
