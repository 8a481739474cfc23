//! What the tests of readers share.

use super::{Import, import, loss::Loss, syntax::PatternSyntax};

/// A lexicon as `path: pattern, pattern; …`, and its losses as `line effect code`.
pub(super) fn told(text: &str) -> (Import, String, Vec<String>) {
    told_bytes(text.as_bytes())
}

pub(super) fn told_bytes(bytes: &[u8]) -> (Import, String, Vec<String>) {
    let import = import("quirk", bytes, PatternSyntax::Glob)
        .unwrap_or_else(|errors| panic!("{errors:?}: {}", String::from_utf8_lossy(bytes)));
    let lexicon = &import.lexicon;
    let categories = (0..).zip(&lexicon.categories).map(|(at, category)| {
        let mut names = vec![category.title.en.clone().unwrap_or_default()];
        let mut above = category.parent;
        while let Some(parent) = above.and_then(|above| lexicon.category(above)) {
            names.insert(0, parent.title.en.clone().unwrap_or_default());
            above = parent.parent;
        }
        let entries = lexicon.entries.iter().filter(|entry| entry.category.0 == at).map(|entry| {
            if super::writing::weighs(entry, 1.0) {
                entry.pattern.text.clone()
            } else {
                format!("{}×{}", entry.pattern.text, entry.weight)
            }
        });
        format!("{}: {}", names.join("/"), entries.collect::<Vec<_>>().join(", "))
    });
    let told = categories.collect::<Vec<_>>().join("; ");
    let losses = import.losses.iter().map(tell).collect();
    (import, told, losses)
}

pub(super) fn tell(loss: &Loss) -> String {
    format!("{} {} {}", loss.line, loss.effect.name(), loss.reason.code())
}
