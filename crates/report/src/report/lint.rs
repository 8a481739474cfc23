//! What lint found → sentences, lines for a terminal, JSON.

use std::fmt;

use serde_json::{Value, json};

use super::terminal::shown;
use crate::message::Messages;
use tarazy_engine::{
    language::{
        Language,
        number_format::{format_decimal, format_integer},
    },
    study::{Finding, FormTimes, LintDetail, LintReport, NamedEntry},
};

/// Returns the sentence with the figures of a finding; empty where the kind says it all. `title`
/// gives the title of a category by its path.
pub fn lint_sentence(messages: &Messages, finding: &Finding, title: impl Fn(&str) -> String) -> String {
    let language = messages.language();
    let number = |count: u64| format_integer(count, language).into();
    let percent = |share: f64| format_decimal(Some(share * 100.0), 0, language).into();
    let other = || finding.entries.get(1).map_or("", |entry| entry.written.as_str()).into();
    match &finding.detail {
        LintDetail::Dead => String::new(),
        LintDetail::Shadowed { shadowed, counted, by } => {
            let covering = by.iter().map(|covering| {
                messages.format(
                    "lint-covering-entry",
                    &[
                        ("entry", covering.entry.written.as_str().into()),
                        ("category", title(&covering.entry.category).into()),
                        ("shown", number(covering.times)),
                    ],
                )
            });
            let by = covering.collect::<Vec<_>>().join(", ");
            let total = number(shadowed + counted);
            messages.format("lint-shadowed", &[("shown", number(*shadowed)), ("total", total), ("by", by.into())])
        }
        LintDetail::Duplicate { is_form, .. } => {
            let key = if *is_form { "lint-duplicate-form" } else { "lint-duplicate-texts" };
            messages.format(key, &[("entry", other())])
        }
        LintDetail::SeveralCategories { categories } => {
            let count = u64::from(*categories);
            messages.format("lint-several-categories", &[("count", count.into()), ("shown", number(count))])
        }
        LintDetail::Broad { form_total, matches, stems, other_share, .. } => messages.format(
            "lint-broad",
            &[
                ("stems", number(u64::from(*stems))),
                ("forms", number(u64::from(*form_total))),
                ("matches", number(*matches)),
                ("share", percent(*other_share)),
            ],
        ),
        LintDetail::MixedAlphabets { word } => {
            messages.format("lint-mixed-alphabets", &[("word", word.as_str().into())])
        }
        LintDetail::Short { letters, matches } => {
            messages.format("lint-short", &[("letters", number(u64::from(*letters))), ("matches", number(*matches))])
        }
        LintDetail::Dominating { title: text, column, count, total, share, .. } => messages.format(
            "lint-dominating",
            &[
                ("share", percent(*share)),
                ("category", title(column).into()),
                ("title", text.as_str().into()),
                ("shown", number(*count)),
                ("total", number(*total)),
            ],
        ),
    }
}

/// The forms of a finding with their numbers, and the words around them in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintForms {
    /// What the forms are.
    pub label: String,
    /// The forms, in the language of the entry.
    pub forms: String,
    /// How many forms there are besides, after a comma; empty if there are none.
    pub more: String,
}

impl fmt::Display for LintForms {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}{}", self.label, self.forms, self.more)
    }
}

/// Returns the forms of a finding; `None` where it has none.
pub fn lint_forms(messages: &Messages, finding: &Finding) -> Option<LintForms> {
    let (LintDetail::Duplicate { forms, form_total, .. } | LintDetail::Broad { forms, form_total, .. }) =
        &finding.detail
    else {
        return None;
    };
    let language = messages.language();
    let own = |form: &FormTimes| format!("{} {}", form.form, format_integer(form.times, language));
    let more = u64::from(*form_total).saturating_sub(forms.len() as u64);
    let values = [("count", more.into()), ("shown", format_integer(more, language).into())];
    (!forms.is_empty()).then(|| LintForms {
        label: messages.get("lint-forms"),
        forms: forms.iter().map(own).collect::<Vec<_>>().join(", "),
        more: if more > 0 { format!(", {}", messages.format("lint-forms-more", &values)) } else { String::new() },
    })
}

/// Returns how many findings there are among how many entries.
pub fn lint_summary(messages: &Messages, report: &LintReport) -> String {
    let (language, total) = (messages.language(), report.total());
    messages.format(
        "lint-summary",
        &[
            ("count", total.into()),
            ("shown", format_integer(total, language).into()),
            ("entries", format_integer(report.entries, language).into()),
        ],
    )
}

/// Returns the findings for a terminal, kind by kind.
pub fn lint_plain(report: &LintReport, messages: &Messages) -> String {
    let mut text = format!("{}\n", lint_summary(messages, report));
    if report.texts == 0 {
        text.push_str(&format!("{}\n", messages.get("lint-without-texts")));
    }
    for group in report.groups.iter().filter(|group| group.total > 0) {
        let code = group.kind.code();
        let total = format_integer(group.total, messages.language());
        text.push_str(&format!("\n{}: {total}\n", messages.get(&format!("lint-kind-{code}"))));
        text.push_str(&format!("  {}\n", messages.get(&format!("lint-about-{code}"))));
        for finding in &group.findings {
            let names: Vec<String> = finding.entries.iter().map(named).collect();
            let sentence = lint_sentence(messages, finding, str::to_owned);
            text.push_str(&format!("- {}\n", shown(format!("{}  {sentence}", names.join(" · ")).trim_end())));
            if let Some(forms) = lint_forms(messages, finding) {
                text.push_str(&format!("    {}\n", shown(&forms.to_string())));
            }
        }
    }
    text
}

/// `justice: сот (kk)`.
fn named(entry: &NamedEntry) -> String {
    let language = entry.language.map_or("any", Language::code);
    format!("{}: {} ({language})", entry.category, entry.written)
}

/// Returns
/// `{"language", "texts", "entries", "groups": [{"kind", "total", "findings": [{"entries": [{"id", "entry", "category", "language"}], …}]}]}`;
/// a finding has the figures of its kind beside its entries.
pub fn lint_json(report: &LintReport) -> String {
    let groups = report.groups.iter().map(|group| {
        let findings: Vec<Value> = group.findings.iter().map(finding_json).collect();
        json!({ "kind": group.kind.code(), "total": group.total, "findings": findings })
    });
    let value = json!({
        "language": report.language.map(Language::code),
        "texts": report.texts,
        "entries": report.entries,
        "groups": groups.collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&value).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}

fn finding_json(finding: &Finding) -> Value {
    let forms = |forms: &[FormTimes]| -> Vec<Value> {
        forms.iter().map(|own| json!({ "form": own.form, "times": own.times })).collect()
    };
    let figures = match &finding.detail {
        LintDetail::Dead => json!({}),
        LintDetail::Shadowed { shadowed, counted, by } => {
            let by: Vec<Value> = by
                .iter()
                .map(|covering| json!({ "entry": entry_json(&covering.entry), "times": covering.times }))
                .collect();
            json!({ "shadowed": shadowed, "counted": counted, "by": by })
        }
        LintDetail::Duplicate { is_form, forms: own, form_total } => {
            json!({ "is_form": is_form, "form_total": form_total, "forms": forms(own) })
        }
        LintDetail::SeveralCategories { categories } => json!({ "categories": categories }),
        LintDetail::Broad { forms: own, form_total, matches, stems, other_share } => json!({
            "stems": stems, "form_total": form_total, "matches": matches, "other_share": other_share,
            "forms": forms(own),
        }),
        LintDetail::MixedAlphabets { word } => json!({ "word": word }),
        LintDetail::Short { letters, matches } => json!({ "letters": letters, "matches": matches }),
        LintDetail::Dominating { title, column, count, total, share, .. } => {
            json!({ "title": title, "category": column, "count": count, "total": total, "share": share })
        }
    };
    let mut value = json!({ "entries": finding.entries.iter().map(entry_json).collect::<Vec<_>>() });
    if let (Value::Object(value), Value::Object(figures)) = (&mut value, figures) {
        value.extend(figures);
    }
    value
}

/// An entry as an object: `id`, `entry`, `category`, `language`, which is null for texts of all
/// languages.
pub(super) fn entry_json(entry: &NamedEntry) -> Value {
    json!({
        "id": entry.id.0, "entry": entry.written, "category": entry.category,
        "language": entry.language.map(Language::code),
    })
}
