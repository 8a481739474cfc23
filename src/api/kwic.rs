//! One call → the matches of a category in their contexts (KWIC: key word in context), for pages
//! that use the engine without ours.
//!
//! Law: `start` and `end` are places in the text as it was given, whatever was repaired in it, in
//! UTF-16 code units as JavaScript counts them: `text.slice(start, end)` is what the reader would
//! find there. `left`, `node` and `right` are the text as it was counted, repaired and with white
//! space as single spaces.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _, de::Unexpected};
use tarazy_engine::{
    counting::{Comparison, DocumentSummary},
    intake::decode,
    language::Language,
    repair::{RepairKinds, Repaired, repair},
    settings::DocumentId,
    study::{ContextExtent, ContextLine, ContextPage, ContextsQuery},
    text::{Span, to_u32},
};

use super::{
    AnalysisError, AnalysisLexicon, AnalysisOptions, AnalysisText,
    analysis::{GivenText, with_counted},
};

/// How much text on either side, unless stated otherwise; in characters.
const USUAL_WIDTH: u32 = 60;
/// More than that is no line.
const MOST_WIDTH: u32 = 1_000;
/// How many lines, unless stated otherwise.
const USUAL_LIMIT: u32 = 100;

/// Which matches to show.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KwicRequest {
    /// The texts, in the order of the lines.
    pub texts: Vec<AnalysisText>,
    /// The id of a built-in lexicon, or a whole lexicon file in format 1.
    pub lexicon: String,
    /// How to count.
    #[serde(default)]
    pub options: AnalysisOptions,
    /// The path of a category that is a column of the table under these options.
    pub category: String,
    /// How much text on either side, in characters: at most 1,000.
    #[serde(default = "usual_width", deserialize_with = "width")]
    pub width: u32,
    /// How many lines, at most.
    #[serde(default = "usual_limit")]
    pub limit: u32,
    /// How many lines to skip.
    #[serde(default)]
    pub offset: u32,
}

fn usual_width() -> u32 {
    USUAL_WIDTH
}

fn usual_limit() -> u32 {
    USUAL_LIMIT
}

fn width<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let width = u32::deserialize(deserializer)?;
    if width > MOST_WIDTH {
        return Err(D::Error::invalid_value(Unexpected::Unsigned(width.into()), &"a width of at most 1000"));
    }
    Ok(width)
}

/// Matches in their contexts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kwic {
    /// The version of the program.
    pub version: &'static str,
    /// Which of several overlapping matches counted.
    pub policy: &'static str,
    /// Whether negated matches counted: `ignore` or `leave-out`.
    pub negation: &'static str,
    /// What the texts were weighed with.
    pub lexicon: AnalysisLexicon,
    /// The category asked for.
    pub category: String,
    /// Number of lines in all.
    pub total: u32,
    /// Number of the first line of these, from 0.
    pub offset: u32,
    /// The texts in the order given.
    pub documents: Vec<KwicDocument>,
    /// The lines, by text and then by place.
    pub lines: Vec<KwicLine>,
}

/// A text that was looked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KwicDocument {
    /// As it was given.
    pub title: String,
    /// As it was given or found; none when none of ours was recognised.
    pub language: Option<Language>,
    /// The SHA-256 of the text as given: of its bytes, and of a string's bytes in UTF-8.
    pub sha256: String,
}

/// A match in its context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KwicLine {
    /// Which text, counted from 0.
    pub document: u32,
    /// Where the match begins in the text as given, in UTF-16 code units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Text before it.
    pub left: String,
    /// The match as it was counted.
    pub node: String,
    /// Text after it.
    pub right: String,
    /// The entry that caught it, as written in the lexicon.
    pub entry: String,
    /// The path of that entry's category.
    pub category: String,
}

/// Counts, and shows the matches of one category.
///
/// # Errors
/// When a text or the lexicon cannot be used, or the lexicon has no such category.
pub fn run_kwic(request: KwicRequest) -> Result<Kwic, AnalysisError> {
    let KwicRequest { texts, lexicon, options, category, width, limit, offset } = request;
    let given: Vec<GivenText> = texts.iter().map(|text| text.text.clone()).collect();
    let titles: Vec<String> = texts.iter().map(|text| text.title.clone()).collect();
    with_counted(texts, lexicon, &options, |engine, table| {
        let column = table.columns.iter().find(|column| column.path == category).map(|column| column.id);
        let column = column.ok_or_else(|| AnalysisError::UnknownCategory {
            category: category.clone(),
            lexicon: table.lexicon.id.clone(),
            known: table.columns.iter().map(|column| column.path.clone()).collect(),
        })?;
        let extent = ContextExtent::Characters(width);
        let query = ContextsQuery { offset, limit, extent, ..ContextsQuery::new(column) };
        let ContextPage { total, lines, .. } = engine.ask(query).expect("contexts are there for every column");
        Ok(Kwic {
            version: env!("CARGO_PKG_VERSION"),
            policy: table.options.policy.name(),
            negation: table.options.negation.name(),
            lexicon: AnalysisLexicon { id: table.lexicon.id.clone(), sha256: table.lexicon.sha256.clone() },
            category,
            total,
            offset,
            documents: documents(table, titles),
            lines: placed(lines, given, options.repairs()),
        })
    })
}

fn documents(table: &Comparison, titles: Vec<String>) -> Vec<KwicDocument> {
    let document = |(row, title): (&DocumentSummary, String)| KwicDocument {
        title,
        language: row.language,
        sha256: row.sha256.clone(),
    };
    table.documents.iter().zip(titles).map(document).collect()
}

/// Finds the lines' places in the texts as given. Cost: a text with lines is read and repaired once
/// more.
fn placed(lines: Vec<ContextLine>, given: Vec<GivenText>, repairs: RepairKinds) -> Vec<KwicLine> {
    let mut placed = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    for (id, text) in (0..).zip(given) {
        let mut ruler: Option<Ruler> = None;
        while let Some(line) = lines.next_if(|line| line.document == DocumentId(id)) {
            let ruler = ruler.get_or_insert_with(|| Ruler::new(&text, repairs));
            let (start, end) = ruler.measure(line.span);
            placed.push(KwicLine {
                document: id,
                start,
                end,
                left: line.left,
                node: line.node,
                right: line.right,
                entry: line.entry,
                category: line.category,
            });
        }
    }
    placed
}

/// Measures places of the text that was counted in that which was given.
struct Ruler {
    repaired: Repaired,
    source: String,
    /// UTF-16 code units before the source: a byte order mark that a string begins with.
    before: u32,
    /// The last place measured, as a byte of the source and in code units.
    last: (usize, u32),
}

impl Ruler {
    fn new(given: &GivenText, repairs: RepairKinds) -> Self {
        let has_mark = matches!(given, GivenText::String(text) if text.starts_with('\u{feff}'));
        let (bytes, encoding) = given.clone().into_bytes();
        // The engine has read the same bytes before.
        let repaired = decode(bytes, encoding).map(|decoded| repair(decoded.text, repairs)).unwrap_or_default();
        let source = repaired.source();
        Self { repaired, source, before: u32::from(has_mark), last: (0, 0) }
    }

    fn measure(&mut self, span: Span) -> (u32, u32) {
        let place = self.repaired.span_in_source(span);
        // A word that was cut by the end of a line was repaired with the white space behind it,
        // which is no part of the match.
        let written = self.source.get(place.start as usize..place.end as usize).unwrap_or_default();
        let from = written.len() - written.trim_start().len();
        let to = written.trim_end().len().max(from);
        (self.code_units(place.start + to_u32(from)), self.code_units(place.start + to_u32(to)))
    }

    /// Cost: the distance from the last place; lines ascend, though they may overlap.
    fn code_units(&mut self, byte: u32) -> u32 {
        let (at, units) = self.last;
        let byte = byte as usize;
        let length = |from: usize, to: usize| {
            let letters = self.source.get(from..to).unwrap_or_default().chars();
            letters.fold(0, |sum, letter| if u32::from(letter) > 0xFFFF { sum + 2 } else { sum + 1 })
        };
        let units: u32 = if byte < at { units - length(byte, at) } else { units + length(at, byte) };
        self.last = (byte, units);
        self.before + units
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn kwic(request: Value) -> Result<Kwic, AnalysisError> {
        run_kwic(serde_json::from_value(request).expect("a request"))
    }

    /// Cuts what JavaScript's `slice` would.
    fn slice(text: &str, start: u32, end: u32) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[start as usize..end as usize]).expect("no letter is cut")
    }

    fn of_freedom(texts: &[&str]) -> Kwic {
        let texts: Vec<Value> = texts.iter().map(|text| json!({ "title": "Жарғы", "text": text })).collect();
        kwic(json!({ "texts": texts, "lexicon": "values", "category": "freedom" })).expect("lines")
    }

    #[test]
    fn places_are_code_units_of_the_text_as_given() {
        // Letters of two code units; a mark at the start; a Latin i, soft hyphens and a word cut at
        // a line's end.
        let texts = [
            "\u{feff}😀 «𝕊» Сөз бостандығына кепілдік беріледі 😀. Еркiндiк!",
            "Адамның бостан\u{ad}дықтары қор-\nғалады. Сөз бостан-\nдығы бар.",
        ];
        let lines = of_freedom(&texts);
        let found: Vec<String> =
            lines.lines.iter().map(|line| slice(texts[line.document as usize], line.start, line.end)).collect();
        assert_eq!(found, ["Сөз бостандығына", "Еркiндiк", "бостан\u{ad}дықтары", "Сөз бостан-\nдығы"]);
        let nodes: Vec<&str> = lines.lines.iter().map(|line| line.node.as_str()).collect();
        assert_eq!(nodes, ["Сөз бостандығына", "Еркіндік", "бостандықтары", "Сөз бостандығы"]);
        assert_eq!((lines.total, lines.lines[0].right.as_str()), (4, " кепілдік беріледі 😀. Еркіндік!"));
    }

    #[test]
    fn without_repairs_the_text_is_shown_as_given() {
        let text = "Сөз бостандығы. Еркiндiк!";
        let request = json!({
            "texts": [{ "title": "", "text": text, "language": "kk" }], "lexicon": "values", "category": "freedom",
            "options": { "repair": false },
        });
        let lines = kwic(request).expect("lines").lines;
        assert_eq!(lines.len(), 1);
        assert_eq!(slice(text, lines[0].start, lines[0].end), lines[0].node);
    }

    #[test]
    fn lines_come_by_the_page() {
        let text = "Еркіндік! ".repeat(5);
        let page = |offset: u32, limit: u32| {
            let request = json!({
                "texts": [{ "title": "", "text": text, "language": "kk" }], "lexicon": "values", "category": "freedom",
                "offset": offset, "limit": limit, "width": 0,
            });
            let page = kwic(request).expect("lines");
            (page.total, page.lines.iter().map(|line| line.start).collect::<Vec<_>>())
        };
        assert_eq!(page(0, 2), (5, vec![0, 10]));
        assert_eq!(page(3, 9), (5, vec![30, 40]));
        assert_eq!(page(9, 9), (5, vec![]));
    }

    #[test]
    fn an_unknown_category_is_reported_with_those_that_exist() {
        let request = |category: &str| json!({ "texts": [], "lexicon": "values", "category": category });
        let error = kwic(request("happiness")).expect_err("there is none");
        assert_eq!(error.code(), "unknown-category");
        let AnalysisError::UnknownCategory { known, .. } = error else { panic!("{error:?}") };
        assert!(known.contains(&"freedom".to_owned()), "{known:?}");
        assert_eq!(kwic(request("freedom")).map(|page| page.total), Ok(0));
    }

    #[test]
    fn what_is_not_as_described_is_refused() {
        for wrong in [
            json!({ "texts": [], "lexicon": "values" }),
            json!({ "texts": [], "lexicon": "values", "category": "freedom", "width": 1001 }),
            json!({ "texts": [], "lexicon": "values", "category": "freedom", "limit": -1 }),
            json!({ "texts": [], "lexicon": "values", "category": "freedom", "windows": 5 }),
            json!({ "texts": [{ "title": "", "text": 5 }], "lexicon": "values", "category": "freedom" }),
        ] {
            assert!(serde_json::from_value::<KwicRequest>(wrong.clone()).is_err(), "{wrong}");
        }
    }

    /// The fields of a serialised value, and of all below it.
    fn fields(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                for (name, below) in object {
                    into.push(name.clone());
                    fields(below, into);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| fields(item, into)),
            _ => {}
        }
    }

    #[test]
    fn the_types_name_every_field() {
        let types = include_str!("api.d.ts");
        let lines = of_freedom(&["Сөз бостандығы."]);
        let mut names =
            ["texts", "lexicon", "options", "category", "width", "limit", "offset"].map(str::to_owned).to_vec();
        fields(&serde_json::to_value(lines).expect("JSON"), &mut names);
        for name in names {
            assert!(types.contains(&format!(" {name}: ")) || types.contains(&format!(" {name}?: ")), "{name}");
        }
    }
}
