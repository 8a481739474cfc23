//! Lexicoder 3 dictionaries.
//!
//! A line that begins with `+` opens a category, any other is a term of it; there are no
//! subcategories. The makers' own file writes a colour behind the name, `+negative#AA0000`; it is
//! kept as the category's colour and is no part of the name. Spaces at the end of a term marked the
//! end of a word; a term is whole words here anyway.

use rustc_hash::FxHashSet;

use super::{
    draft::{Draft, DraftCategory, DraftTerm},
    shortened,
    term::{Holds, name, term},
};
use crate::lexicon::{
    file::loss::{Loss, LossReason},
    model::Lexicon,
};

/// Reads the text of a `.lc3` file.
pub(super) fn read(text: &str, losses: &mut Vec<Loss>) -> Draft {
    let mut categories: Vec<DraftCategory> = Vec::new();
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        if let Some(heading) = line.trim_start().strip_prefix('+') {
            let (name, colour) = split_colour(heading.trim());
            let colour = colour.to_owned();
            categories.push(DraftCategory { colour, ..DraftCategory::new(name, number) });
            continue;
        }
        if let Some(category) = categories.last_mut() {
            category.terms.push(DraftTerm::new(line, number));
        } else {
            losses.push(Loss::dropped(number, LossReason::NoCategory { term: shortened(line) }));
        }
    }
    Draft { title: String::new(), categories }
}

/// Splits `negative#AA0000` into name and colour; the colour is empty where there is none.
fn split_colour(heading: &str) -> (&str, &str) {
    let at = heading.rfind('#').filter(|at| {
        let digits = &heading[at + 1..];
        *at > 0 && digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    });
    let (name, colour) = heading.split_at(at.unwrap_or(heading.len()));
    (name.trim_end(), colour)
}

/// Writes a lexicon as a `.lc3` file. A subcategory is named by its path.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut file = String::new();
    let mut names: Vec<String> = Vec::new();
    let mut entries = lexicon.entries.iter().peekable();
    let mut seen = FxHashSet::default();
    for (category, id) in lexicon.categories.iter().zip(0_u32..) {
        let own = name(category);
        let above = category.parent.and_then(|parent| names.get(parent.0 as usize));
        let path = above.map_or_else(|| own.clone(), |above| format!("{above}/{own}"));
        if above.is_some() {
            losses.push(Loss::altered(0, LossReason::NoTree { name: path.clone() }));
        }
        let mut written = path.clone();
        if category.colour.is_empty() && !split_colour(&path).1.is_empty() {
            written = path.replace('#', " ");
            losses.push(Loss::altered(0, LossReason::Renamed { name: path.clone(), renamed: written.clone() }));
        }
        file.push_str(&format!("+{written}{}\n", category.colour));
        names.push(path);
        while let Some(entry) = entries.next_if(|entry| entry.category.0 <= id) {
            let Some(term) = term(entry, Holds::Terms, losses) else { continue };
            if !is_writable(&term) {
                losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: entry.pattern.text.clone() }));
                continue;
            }
            file.push_str(&format!("{term}\n"));
            if !seen.insert(term.clone()) {
                losses.push(Loss::altered(entry.line, LossReason::OneCategory { term }));
            }
        }
    }
    file
}

/// Returns `true` if Lexicoder can read a term: `*` only at the end, no `?`, no `+` before it.
fn is_writable(term: &str) -> bool {
    let body = term.strip_suffix('*').unwrap_or(term);
    !body.is_empty() && !body.contains(['*', '?']) && !body.starts_with('+')
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draft_listing, loss_line, read_back};
    use super::*;

    #[test]
    fn files_of_the_wild_are_read_as_they_are_meant() {
        for (text, expected, losses) in [
            ("+freedom\nliberty\nfree*\nrule of law\n", "freedom: liberty, free*, rule of law", &[][..]),
            // The makers' colours are no part of the name.
            ("+negative#AA0000\nbad\n+positive#00AA00\ngood\n", "negative: bad; positive: good", &[]),
            ("+G #7\na\n+#AA0000\nb\n", "G #7: a; #AA0000: b", &[]),
            // Spaces at the end, empty lines, CRLF.
            ("\r\n+a  \r\n\r\n  free  \r\nsocial  market \r\n", "a: free, social market", &[]),
            ("lost\n+a\nkept\n", "a: kept", &["1 dropped loss-no-category"]),
            ("+әділет#1F77B4\nсот*\n", "әділет: сот*", &[]),
        ] {
            let mut found = Vec::new();
            let draft = read(text, &mut found);
            assert_eq!(draft_listing(&draft), (expected.to_owned()), "{text}");
            let found: Vec<String> = found.iter().map(loss_line).collect();
            assert_eq!(found, losses, "{text}");
        }
    }

    #[test]
    fn a_colour_survives_the_way_to_format_1_and_back() {
        let import = read_back("x.lc3", "+negative#AA0000\nbad\n+plain\ngood\n");
        assert!(import.toml.contains("colour = \"#AA0000\""), "{}", import.toml);
        assert_eq!(write(&import.lexicon, &mut Vec::new()), "+negative#AA0000\nbad\n+plain\ngood\n");
    }

    #[test]
    fn what_lexicoder_cannot_hold_is_reported() {
        let toml = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.any]\n\
                    entries = [\"=one\", \"*two\", \"fr?e\", \"three\", { pattern = \"=four\", weight = 2.0 }]\n\
                    [[category.category]]\nid = \"b\"\n[category.category.any]\nentries = [\"=one\"]\n";
        let mut losses = Vec::new();
        let file = write(&read_back("x.toml", toml).lexicon, &mut losses);
        assert_eq!(file, "+a\none\nthree\nfour\n+a/b\none\n");
        let reported: Vec<String> = losses.iter().map(loss_line).collect();
        let expected = [
            "7 dropped loss-inexpressible",
            "7 dropped loss-inexpressible",
            "7 altered loss-inflection",
            "7 altered loss-no-weights",
            "0 altered loss-no-tree",
            "11 altered loss-one-category",
        ];
        assert_eq!(reported, expected);
    }
}
