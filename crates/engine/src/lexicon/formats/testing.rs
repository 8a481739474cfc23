//! What the tests of readers share.

use super::{
    draft::{Draft, DraftCategory},
    import,
};
use crate::lexicon::{
    file::{Import, loss::Loss, syntax::PatternSyntax},
    model::Lexicon,
};

/// A lexicon as `path: pattern, pattern; …`, and its losses as `line effect code`.
pub(super) fn imported(text: &str) -> (Import, String, Vec<String>) {
    imported_bytes(text.as_bytes())
}

pub(super) fn imported_bytes(bytes: &[u8]) -> (Import, String, Vec<String>) {
    let import = import("quirk", bytes, PatternSyntax::Glob)
        .unwrap_or_else(|errors| panic!("{errors:?}: {}", String::from_utf8_lossy(bytes)));
    let listing = listing(&import.lexicon);
    let losses = import.losses.iter().map(loss_line).collect();
    (import, listing, losses)
}

/// A lexicon as `path: pattern, pattern; …`.
pub(super) fn listing(lexicon: &Lexicon) -> String {
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
    categories.collect::<Vec<_>>().join("; ")
}

/// `path: term, term; …` of a draft.
pub(super) fn draft_listing(draft: &Draft) -> String {
    fn list(categories: &[DraftCategory], above: &str, lines: &mut Vec<String>) {
        for category in categories {
            let path = format!("{above}{}", category.name);
            let terms: Vec<&str> = category.terms.iter().map(|term| term.text.as_str()).collect();
            lines.push(format!("{path}: {}", terms.join(", ")));
            list(&category.children, &format!("{path}/"), lines);
        }
    }
    let mut lines = Vec::new();
    list(&draft.categories, "", &mut lines);
    lines.join("; ")
}

/// Line, effect and code of a loss.
pub(super) fn loss_line(loss: &Loss) -> String {
    format!("{} {} {}", loss.line, loss.effect.name(), loss.reason.code())
}

/// Imports a text that must be readable.
pub(super) fn read_back(name: &str, text: &str) -> Import {
    match import(name, text.as_bytes(), PatternSyntax::Glob) {
        Ok(import) => import,
        Err(errors) => panic!("{errors:#?}\n{text}"),
    }
}
