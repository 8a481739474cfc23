//! A lexicon → coding rules, as far as they go.

use super::{
    super::{
        term::name,
        writing::{report_entry, weighs},
    },
    COMMENT, HEADINGS,
    atom::{Atom, Held},
};
use crate::lexicon::{
    file::{
        loss::{Loss, LossReason},
        syntax::PatternSyntax,
    },
    model::{Conditions, Entry, Lexicon},
    pattern::Element,
};

/// Writes a lexicon as coding rules: a code for each category, named by its path, and its entries
/// joined by "or".
pub(in crate::lexicon::formats) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut file = String::new();
    let mut names: Vec<String> = Vec::new();
    let mut entries = lexicon.entries.iter().peekable();
    for (at, category) in (0..).zip(&lexicon.categories) {
        let own = name(category);
        let above = category.parent.and_then(|parent| names.get(parent.0 as usize));
        let path = above.map_or_else(|| own.clone(), |above| format!("{above}/{own}"));
        if above.is_some() {
            losses.push(Loss::altered(0, LossReason::NoTree { name: path.clone() }));
        }
        let mut written = path.trim_start_matches(HEADINGS).trim().to_owned();
        if written.is_empty() {
            written.clone_from(&category.id);
        }
        // Rules are known by their first line, which must not look like the row of a table.
        if at == 0 && written.contains([',', ';']) {
            written = written.replace([',', ';'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
        }
        if written != path {
            losses.push(Loss::altered(0, LossReason::Renamed { name: path.clone(), renamed: written.clone() }));
        }
        names.push(path);
        file.push_str(&format!("*{written}\r\n"));
        let mut is_first = true;
        while let Some(entry) = entries.next_if(|entry| entry.category.0 <= at) {
            let Some(rule) = rule(entry, losses) else { continue };
            // A character that opens a code or a remark does so at the start of a line only.
            let lead = match (is_first, rule.starts_with(COMMENT) || rule.starts_with(HEADINGS)) {
                (false, _) => "| ",
                (true, true) => " ",
                (true, false) => "",
            };
            file.push_str(&format!("{lead}{rule}\r\n"));
            is_first = false;
        }
    }
    file
}

/// Writes an entry, and reports what is lost of it.
fn rule(entry: &Entry, losses: &mut Vec<Loss>) -> Option<String> {
    let term = || entry.pattern.text.clone();
    let near = near(entry);
    let Some((rule, loss)) = near.clone().map(|rule| (rule, None)).or_else(|| pattern(entry)) else {
        losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: term() }));
        return None;
    };
    losses.extend(loss.map(|reason| Loss::altered(entry.line, reason)));
    if near.is_none() {
        report_entry(entry, false, losses);
    } else if !weighs(entry, 1.0) {
        let reason = LossReason::NoWeights { term: term(), written: entry.weight.to_string() };
        losses.push(Loss::altered(entry.line, reason));
    }
    Some(rule)
}

/// Writes an entry of one lemma with one lemma near it, where that is all its conditions.
fn near(entry: &Entry) -> Option<String> {
    let [other] = &entry.conditions.near[..] else { return None };
    let only = Conditions { near: vec![other.clone()], window: entry.conditions.window, ..Conditions::default() };
    let rule = format!("near({}-{})[{}]", entry.pattern.text, other.text, entry.conditions.window);
    (only == entry.conditions && !entry.compounds && reads_back(&rule, &entry.pattern.text, &only)).then_some(rule)
}

/// Writes a pattern without its conditions, with what is not the same there.
fn pattern(entry: &Entry) -> Option<(String, Option<LossReason>)> {
    let pattern = &entry.pattern;
    if pattern.is_case_sensitive {
        return None;
    }
    let none = Conditions::default();
    if let [(_, Element::Glob(_))] = &pattern.words().collect::<Vec<_>>()[..] {
        let letters = pattern.text.strip_prefix('*').and_then(|rest| rest.strip_suffix('*'))?;
        let rule = format!("'{}'", letters.replace("[[]", "[").replace("[]]", "]"));
        return reads_back(&rule, &pattern.text, &none).then_some((rule, None));
    }
    let mut loss = None;
    let (mut words, mut steps) = (Vec::new(), Vec::new());
    let mut step = 1;
    for (written, element) in pattern.words() {
        let word = match element {
            Element::Gap(size) => {
                step = size + 1;
                continue;
            }
            Element::Lemma { derivations: false, .. } => written,
            Element::Lemma { derivations: true, .. } => {
                loss = Some(LossReason::Inexpressible { term: pattern.text.clone() });
                written.trim_end_matches('~')
            }
            Element::Form(_) => {
                loss = Some(LossReason::AllForms { term: pattern.text.clone() });
                written.strip_prefix('=').unwrap_or(written)
            }
            Element::Glob(_) | Element::Regex(_) | Element::Any => return None,
        };
        if !words.is_empty() {
            steps.push(step);
        }
        words.push(word);
        step = 1;
    }
    let first = steps.first().copied().unwrap_or(1);
    if steps.iter().any(|step| *step != first) {
        return None;
    }
    let (rule, meant) = if first == 1 {
        (words.join("+"), words.join(" "))
    } else {
        (format!("seq({})[{first}]", words.join("-")), words.join(&format!(" ..{} ", first - 1)))
    };
    reads_back(&rule, &meant, &none).then_some((rule, loss))
}

/// Returns `true` if a rule of one word is read as this pattern, which must be of lemmas or of
/// letters anywhere.
fn reads_back(rule: &str, pattern: &str, conditions: &Conditions) -> bool {
    let mut errors = Vec::new();
    let mut words = super::Words::default();
    words.take(rule, 1, &mut errors);
    let atoms = super::rule::branches(&words, &mut errors);
    let [super::Branch::Atom(Atom { written, line, column })] = atoms[..] else { return false };
    let Held::Term(term, _) = (Atom { written, line, column }).held() else { return false };
    let is_pattern = PatternSyntax::Native.pattern(&term.text).is_some_and(|read| read.text == pattern);
    errors.is_empty() && is_pattern && term.conditions == *conditions
}
