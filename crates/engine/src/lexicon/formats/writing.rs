//! What all writers share: the names of categories, and what other tools' formats cannot hold.

use rustc_hash::FxHashSet;

use crate::{
    language::Language,
    lexicon::{
        file::loss::{Loss, LossReason},
        model::{CategoryId, Entry, Lexicon},
    },
};

/// Names the categories, by place: the English title, or the id where there is none. Siblings have
/// different names.
pub(super) fn names(lexicon: &Lexicon) -> Vec<String> {
    let mut taken: FxHashSet<(Option<CategoryId>, String)> = FxHashSet::default();
    lexicon
        .categories
        .iter()
        .map(|category| {
            let title = category.title.get(Language::English).split_whitespace().collect::<Vec<_>>().join(" ");
            let name = if title.is_empty() { category.id.clone() } else { title };
            // Siblings have different ids, so that the last is always free.
            let with_id = format!("{name} ({})", category.id);
            let free = [name, with_id, category.id.clone()]
                .into_iter()
                .find(|name| taken.insert((category.parent, name.clone())));
            free.unwrap_or_else(|| category.path.clone())
        })
        .collect()
}

/// Reports what of an entry no format but ours holds, and its weight where the format `has_weights`
/// not.
pub(super) fn report_entry(entry: &Entry, has_weights: bool, losses: &mut Vec<Loss>) {
    let term = || entry.pattern.text.clone();
    if !entry.conditions.is_empty() {
        let reason = LossReason::Condition { term: term(), written: entry.conditions.to_string() };
        losses.push(Loss::altered(entry.line, reason));
    }
    report_reach(entry, losses);
    if !has_weights && !weighs(entry, 1.0) {
        let reason = LossReason::NoWeights { term: term(), written: entry.weight.to_string() };
        losses.push(Loss::altered(entry.line, reason));
    }
}

/// Reports what else an entry finds than its words in a row, which no format but ours holds.
pub(super) fn report_reach(entry: &Entry, losses: &mut Vec<Loss>) {
    let crosses = entry.crosses_punctuation && entry.pattern.elements.len() > 1;
    let reach = [(crosses, "crosses_punctuation"), (entry.compounds, "compounds")];
    for (_, written) in reach.into_iter().filter(|(is_lost, _)| *is_lost) {
        let reason = LossReason::Condition { term: entry.pattern.text.clone(), written: written.to_owned() };
        losses.push(Loss::altered(entry.line, reason));
    }
}

/// Reports the exclusions of categories, which no format but ours holds.
pub(super) fn report_exclusions(lexicon: &Lexicon, names: &[String], losses: &mut Vec<Loss>) {
    for (category, name) in lexicon.categories.iter().zip(names) {
        let all = category.exclusions.iter().chain(&category.shared_exclusions);
        let patterns: Vec<&str> = all.map(|(_, pattern)| pattern.text.as_str()).collect();
        if patterns.is_empty() {
            continue;
        }
        let reason = LossReason::Condition { term: name.clone(), written: format!("not {}", patterns.join(", ")) };
        losses.push(Loss::altered(0, reason));
    }
}

pub(super) fn weighs(entry: &Entry, weight: f64) -> bool {
    entry.weight.to_bits() == weight.to_bits()
}
