//! A score → tables for people and programs, and what a lexicon's file states of its validation.

use serde_json::{Value, json};

use super::{
    super::{
        VERSION,
        appendix::language_name,
        csv::{CsvStyle, harmless, write},
        field::Field,
        grid::Grid,
        markdown::render,
    },
    score::{CategoryScore, LanguageScore, Precision, Score, Tally},
};
use crate::{message::Messages, recipe::quoted};
use tarazy_engine::{
    compare::Agreement,
    language::number_format::{MISSING, format_decimal, format_integer},
};

/// How many decimals of kappa and alpha are shown.
const COEFFICIENT_DECIMALS: usize = 2;

/// Returns the score in the words and numbers of a language: for each language a row a category,
/// then all of them plain and weighted. Precisions are percentages with `decimals` decimals, and
/// "–" where nothing was judged. The notes say what was scored and what the figures mean.
pub fn score_grid(score: &Score, decimals: usize, messages: &Messages) -> Grid {
    let heads = [
        "category",
        "language",
        "matches",
        "judged",
        "correct",
        "debatable",
        "wrong",
        "strict",
        "interval",
        "lenient",
        "interval",
    ];
    let shown = Shown { decimals, messages };
    let mut rows = Vec::new();
    for own in &score.languages {
        rows.extend(
            own.categories
                .iter()
                .map(|category| shown.row(own, category.title.clone(), category.matches, &category.tally)),
        );
        rows.push(shown.row(own, messages.get("score-all"), own.matches(), &own.total()));
        rows.push(shown.weighted_row(own));
    }
    Grid {
        title: messages.get("score-heading"),
        header: heads.map(|name| messages.get(&format!("score-column-{name}"))).to_vec(),
        rows,
        is_numeric: (0..heads.len()).map(|at| at > 1).collect(),
        notes: notes(score, &shown),
    }
}

/// Returns the same as a table in Markdown with its notes.
pub fn score_markdown(score: &Score, decimals: usize, messages: &Messages) -> String {
    render(&score_grid(score, decimals, messages))
}

/// How figures are shown.
struct Shown<'messages> {
    decimals: usize,
    messages: &'messages Messages,
}

impl Shown<'_> {
    fn row(&self, own: &LanguageScore, title: String, matches: u64, tally: &Tally) -> Vec<Field> {
        let Tally { correct, debatable, wrong } = *tally;
        let numbers = [matches, tally.judged(), correct, debatable, wrong].map(|number| self.number(number));
        let precisions = [tally.strict(), tally.lenient()].into_iter().flat_map(|precision| {
            let interval = precision.map_or_else(|| MISSING.to_owned(), |own| self.interval(own));
            [self.percent(precision.map(|own| own.share)), interval]
        });
        let head = [title, language_name(Some(own.language), self.messages)];
        head.into_iter().chain(numbers).chain(precisions).map(Field::from).collect()
    }

    fn weighted_row(&self, own: &LanguageScore) -> Vec<Field> {
        let weighted = own.weighted();
        let mut fields = vec![self.messages.get("score-weighted"), language_name(Some(own.language), self.messages)];
        fields.push(self.number(own.matches()));
        fields.extend(std::iter::repeat_n(String::new(), 4));
        fields.extend([self.percent(weighted.map(|(strict, _)| strict)), String::new()]);
        fields.extend([self.percent(weighted.map(|(_, lenient)| lenient)), String::new()]);
        fields.into_iter().map(Field::from).collect()
    }

    fn number(&self, number: u64) -> String {
        format_integer(number, self.messages.language())
    }

    fn percent(&self, share: Option<f64>) -> String {
        format_decimal(share.map(|share| share * 100.0), self.decimals, self.messages.language())
    }

    fn interval(&self, precision: Precision) -> String {
        format!("{}–{}", self.percent(Some(precision.low)), self.percent(Some(precision.high)))
    }

    fn agreement(&self, own: &LanguageScore, agreement: &Agreement) -> String {
        let coefficient = |value| format_decimal(value, COEFFICIENT_DECIMALS, self.messages.language());
        let values = [
            ("language", language_name(Some(own.language), self.messages).into()),
            ("agreed", self.number(agreement.agreed).into()),
            ("items", self.number(agreement.items).into()),
            ("percent", self.percent(agreement.share()).into()),
            ("kappa", coefficient(agreement.kappa).into()),
            ("alpha", coefficient(agreement.alpha).into()),
        ];
        self.messages.format("score-agreement", &values)
    }
}

/// What was scored, what was not, and what the figures mean.
fn notes(score: &Score, shown: &Shown<'_>) -> Vec<String> {
    let messages = shown.messages;
    let sample = [
        ("lexicon", score.lexicon.clone().into()),
        ("version", score.lexicon_version.clone().into()),
        ("sha256", score.lexicon_sha256.clone().into()),
        ("seed", score.seed.to_string().into()),
        ("coders", score.coders.to_string().into()),
    ];
    let counted =
        |key: &str, count: u64| (count > 0).then(|| messages.format(key, &[("count", shown.number(count).into())]));
    let mut notes = vec![messages.format("score-sample", &sample)];
    notes.extend(counted("score-unjudged", score.unjudged));
    notes.extend(counted("score-missing", score.missing));
    let agreements = score.languages.iter().filter_map(|own| Some((own, own.agreement.as_ref()?)));
    notes.extend(agreements.clone().map(|(own, agreement)| shown.agreement(own, agreement)));
    if agreements.clone().any(|(_, agreement)| agreement.items > 0 && agreement.kappa.is_none()) {
        notes.push(messages.get("score-no-kappa"));
    }
    notes.extend((score.coders > 1).then(|| messages.get("score-two-coders")));
    notes.extend(["score-meaning", "score-weights"].map(|key| messages.get(key)));
    notes
}

/// Returns the score as CSV, a row a category, and one with an empty `category` for all of a
/// language: `language`, `category`, `category_title`, `matches`, `judged`, `correct`, `debatable`,
/// `wrong`, `precision`, `precision_low`, `precision_high`, `lenient`, `lenient_low`,
/// `lenient_high`; in rows for all `weighted`, `weighted_lenient`, `agreed`, `both_judged`,
/// `kappa`, `alpha`; then `coders`, `seed`, `lexicon` (id and version), `lexicon_sha256` and
/// `version`. Shares are from 0 to 1 with six decimals; a field is empty where there is none.
pub fn score_csv(score: &Score, style: CsvStyle) -> String {
    const HEADS: [&str; 25] = [
        "language",
        "category",
        "category_title",
        "matches",
        "judged",
        "correct",
        "debatable",
        "wrong",
        "precision",
        "precision_low",
        "precision_high",
        "lenient",
        "lenient_low",
        "lenient_high",
        "weighted",
        "weighted_lenient",
        "agreed",
        "both_judged",
        "kappa",
        "alpha",
        "coders",
        "seed",
        "lexicon",
        "lexicon_sha256",
        "version",
    ];
    let decimal = |value: Option<f64>| value.map_or_else(String::new, |value| style.decimal(format!("{value:.6}")));
    let row = |own: &LanguageScore, category: Option<&CategoryScore>| {
        let (path, title) = category.map_or(("", ""), |category| (&category.category, &category.title));
        let tally = category.map_or_else(|| own.total(), |category| category.tally);
        let matches = category.map_or_else(|| own.matches(), |category| category.matches);
        let mut fields = vec![own.language.code().to_owned(), harmless(path), harmless(title)];
        let Tally { correct, debatable, wrong } = tally;
        fields.extend([matches, tally.judged(), correct, debatable, wrong].map(|number| number.to_string()));
        for precision in [tally.strict(), tally.lenient()] {
            let parts = [|own: Precision| own.share, |own: Precision| own.low, |own: Precision| own.high];
            fields.extend(parts.map(|part| decimal(precision.map(part))));
        }
        let weighted = own.weighted().filter(|_| category.is_none());
        fields.extend([decimal(weighted.map(|(strict, _)| strict)), decimal(weighted.map(|(_, lenient)| lenient))]);
        let agreement = own.agreement.filter(|_| category.is_none());
        let number =
            |part: fn(&Agreement) -> u64| agreement.as_ref().map_or_else(String::new, |own| part(own).to_string());
        fields.extend([number(|own| own.agreed), number(|own| own.items)]);
        fields.extend([decimal(agreement.and_then(|own| own.kappa)), decimal(agreement.and_then(|own| own.alpha))]);
        fields.extend([score.coders.to_string(), score.seed.to_string()]);
        fields.push(harmless(format!("{} {}", score.lexicon, score.lexicon_version).trim()));
        fields.extend([harmless(&score.lexicon_sha256), format!("tarazy {VERSION}")]);
        fields
    };
    let rows = score.languages.iter().flat_map(|own| {
        let categories = own.categories.iter().map(Some).chain([None]);
        categories.map(|category| row(own, category)).collect::<Vec<_>>()
    });
    let rows: Vec<Vec<String>> = std::iter::once(HEADS.map(str::to_owned).to_vec()).chain(rows).collect();
    write(&rows, style)
}

/// Returns `{"version", "lexicon": {"id", "version", "sha256"}, "seed", "coders", "unjudged",
/// "missing", "languages": [{"language", "categories": [{"category", "title", "matches", "judged",
/// "correct", "debatable", "wrong", "precision": {"share", "low", "high"}, "lenient": …}], "all":
/// …, "weighted": {"precision", "lenient"}, "agreement": {"items", "agreed", "share", "kappa",
/// "alpha"}}]}`; null for what there is none of.
pub fn score_json(score: &Score) -> String {
    let tally = |matches: u64, tally: &Tally| {
        let precision =
            |own: Option<Precision>| own.map(|own| json!({ "share": own.share, "low": own.low, "high": own.high }));
        json!({
            "matches": matches, "judged": tally.judged(),
            "correct": tally.correct, "debatable": tally.debatable, "wrong": tally.wrong,
            "precision": precision(tally.strict()), "lenient": precision(tally.lenient()),
        })
    };
    let category = |own: &CategoryScore| {
        let mut object = json!({ "category": own.category, "title": own.title });
        if let (Value::Object(object), Value::Object(figures)) = (&mut object, tally(own.matches, &own.tally)) {
            object.extend(figures);
        }
        object
    };
    let language = |own: &LanguageScore| {
        json!({
            "language": own.language.code(),
            "categories": own.categories.iter().map(category).collect::<Vec<Value>>(),
            "all": tally(own.matches(), &own.total()),
            "weighted": own.weighted().map(|(strict, lenient)| json!({ "precision": strict, "lenient": lenient })),
            "agreement": own.agreement.map(|own| json!({
                "items": own.items, "agreed": own.agreed, "share": own.share(), "kappa": own.kappa, "alpha": own.alpha,
            })),
        })
    };
    let report = json!({
        "version": VERSION,
        "lexicon": { "id": score.lexicon, "version": score.lexicon_version, "sha256": score.lexicon_sha256 },
        "seed": score.seed,
        "coders": score.coders,
        "unjudged": score.unjudged,
        "missing": score.missing,
        "languages": score.languages.iter().map(language).collect::<Vec<Value>>(),
    });
    let mut text = serde_json::to_string_pretty(&report).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}

/// What a sample does not know of its validation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValidationFacts<'facts> {
    /// The day of the judgements, as `2026-12-01`.
    pub date: &'facts str,
    /// Which texts the sample is of.
    pub texts: &'facts str,
}

/// Returns what a lexicon's file states of its validation: for each language a `[[validation]]` for
/// all categories, with kappa where there are two coders, and one for each category with a judged
/// match.
pub fn score_toml(score: &Score, facts: ValidationFacts<'_>) -> String {
    let mut blocks = Vec::new();
    for own in &score.languages {
        let kappa = own.agreement.and_then(|agreement| agreement.kappa);
        let categories = own.categories.iter().map(|category| (Some(&*category.category), category.tally, None));
        let all = std::iter::once((None, own.total(), kappa));
        for (category, tally, kappa) in all.chain(categories).filter(|(_, tally, _)| tally.judged() > 0) {
            let mut lines = vec!["[[validation]]".to_owned()];
            let text = |key: &str, value: &str| format!("{key} = {}", quoted(value));
            lines.push(text("language", own.language.code()));
            lines.extend(category.map(|category| text("category", category)));
            lines.push(text("version", &score.lexicon_version));
            lines.extend([text("date", facts.date), text("texts", facts.texts)]);
            let numbers = [
                ("coders", u64::from(score.coders)),
                ("sampled", tally.judged()),
                ("correct", tally.correct),
                ("debatable", tally.debatable),
                ("wrong", tally.wrong),
            ];
            lines.extend(numbers.map(|(key, number)| format!("{key} = {number}")));
            lines.extend(kappa.map(|kappa| format!("kappa = {kappa:.3}")));
            blocks.push(lines.join("\n") + "\n");
        }
    }
    blocks.join("\n")
}
