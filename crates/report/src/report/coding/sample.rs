//! A sample of matches → the table that coders fill in.

use super::super::{
    VERSION,
    appendix::category_titles,
    csv::{CsvStyle, harmless, write},
    provenance::levels,
};
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    lexicon::Lexicon,
    study::{MatchSample, SampleQuery, SampledMatch},
};

const COLUMNS: [&str; 23] = [
    // What a coder reads and fills in.
    "number",
    "category_title",
    "left",
    "match",
    "right",
    "judgement",
    "note",
    // Where the match stands, and what the score needs.
    "category",
    "language",
    "matches",
    "drawn",
    "title",
    "start",
    "end",
    "seed",
    "lexicon",
    "lexicon_sha256",
    "policy",
    "negation",
    "levels",
    "case_sensitive",
    "version",
    "text_sha256",
];

/// Returns the sample as CSV, a row a match in the order in which they are judged: what a coder
/// reads and fills in (`number`, `category_title`, `left`, `match`, `right`, and the empty columns
/// `judgement` and `note`); then `category`, `language`, `matches` (number of counted matches of
/// the category in the language), `drawn` (number of them in the sample), `title` of the text,
/// `start` and `end` of the match in bytes, `seed`, `lexicon` (id and version), `lexicon_sha256`,
/// `policy`, `negation`, `levels`, `case_sensitive`, `version` (name and version of the program)
/// and `text_sha256`.
///
/// Versions stand behind names, since spreadsheets take `1.2.3` alone for a day. Titles of
/// categories are in `language`. `table` and `lexicon` are those of the same study.
pub(in crate::report) fn sample_csv(
    sample: &MatchSample,
    query: SampleQuery,
    table: &Comparison,
    lexicon: &Lexicon,
    language: Language,
    style: CsvStyle,
) -> String {
    let options = &table.options;
    let study = [
        query.seed.to_string(),
        harmless(format!("{} {}", table.lexicon.id, table.lexicon.version).trim()),
        table.lexicon.sha256.clone(),
        options.policy.name().to_owned(),
        options.negation.name().to_owned(),
        levels(options.levels()),
        options.case_sensitive.to_string(),
        format!("tarazy {VERSION}"),
    ];
    let row = |(number, found): (usize, &SampledMatch)| {
        let stratum = &sample.strata[found.stratum];
        let path = table.columns.iter().find(|column| column.id == stratum.column).map_or("", |column| &column.path);
        let document = table.documents.iter().find(|row| row.id == found.document);
        let title = document.map_or("", |row| row.title.as_str());
        let (category, context) = (category_titles(lexicon, path, language), &found.context);
        let text = [&category, &context.left, &context.node, &context.right, title].map(harmless);
        let [category, left, node, right, title] = text;
        let own = [number.to_string(), category, left, node, right, String::new(), String::new()];
        let place = [
            path.to_owned(),
            stratum.language.code().to_owned(),
            stratum.matches.to_string(),
            stratum.drawn.to_string(),
            title,
            found.span.start.to_string(),
            found.span.end.to_string(),
        ];
        let sha256 = document.map_or_else(String::new, |row| row.sha256.clone());
        [&own[..], &place, &study, &[sha256]].concat()
    };
    let rows = (1..).zip(&sample.matches).map(row);
    let rows: Vec<Vec<String>> = std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(rows).collect();
    write(&rows, style)
}
