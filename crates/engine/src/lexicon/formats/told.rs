//! Drafts and losses in short, for tests.

use super::{
    Import,
    draft::{Draft, DraftCategory},
    import,
    loss::Loss,
    syntax::PatternSyntax,
};

/// `path: term, term; …` of a draft.
pub(super) fn told(draft: &Draft) -> String {
    fn tell(categories: &[DraftCategory], above: &str, told: &mut Vec<String>) {
        for category in categories {
            let path = format!("{above}{}", category.name);
            let terms: Vec<&str> = category.terms.iter().map(|term| term.text.as_str()).collect();
            told.push(format!("{path}: {}", terms.join(", ")));
            tell(&category.children, &format!("{path}/"), told);
        }
    }
    let mut lines = Vec::new();
    tell(&draft.categories, "", &mut lines);
    lines.join("; ")
}

/// Line, effect and code of a loss.
pub(super) fn loss(loss: &Loss) -> String {
    format!("{} {} {}", loss.line, loss.effect.name(), loss.reason.code())
}

/// Imports a text that must be readable.
pub(super) fn read_back(name: &str, text: &str) -> Import {
    match import(name, text.as_bytes(), PatternSyntax::Glob) {
        Ok(import) => import,
        Err(errors) => panic!("{errors:#?}\n{text}"),
    }
}
