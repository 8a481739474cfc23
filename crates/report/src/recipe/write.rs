//! A recipe → its TOML file. The same recipe gives the same bytes.

use super::model::{About, Counting, Extraction, Recipe, RecipeText};
use tarazy_engine::{
    format::toml_string,
    lexicon::{LexiconReading, LocalText, PatternSyntax, TableShape},
    settings::{MetadataField, MetadataValue},
    text::is_directional,
};

impl Recipe {
    /// Writes the file, with LF line ends. What has its ordinary value is left out where a reader
    /// would not miss it.
    pub fn to_toml(&self) -> String {
        let mut file = RecipeWriter { text: String::new() };
        file.line("format = 1");
        file.text("program", &self.program);
        if let Some(language) = self.language {
            file.text("language", language.code());
        }
        file.about(&self.about);
        file.head("[lexicon]");
        file.text("id", &self.lexicon.id);
        file.text("version", &self.lexicon.version);
        file.text("sha256", &self.lexicon.sha256);
        file.text_unless_empty("file", self.lexicon.file.as_deref().unwrap_or_default());
        let LexiconReading { syntax, shape } = self.lexicon.reading;
        if syntax != PatternSyntax::default() {
            file.text("pattern_syntax", syntax.name());
        }
        file.text_unless_empty("shape", shape.map_or("", TableShape::name));
        file.counting(&self.counting);
        for text in &self.texts {
            file.document(text);
        }
        file.text
    }
}

struct RecipeWriter {
    text: String,
}

impl RecipeWriter {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn head(&mut self, head: &str) {
        self.text.push('\n');
        self.line(head);
    }

    fn text(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {}", quoted(value)));
    }

    fn text_unless_empty(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    fn list(&mut self, key: &str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        self.line(&format!("{key} = [{}]", items.join(", ")));
    }

    /// A text in several languages; one that is only in English, which is how a plain text is kept,
    /// without its language.
    fn local(&mut self, key: &str, value: &LocalText) {
        let parts = [("kk", &value.kk), ("ru", &value.ru), ("en", &value.en)];
        match (&value.kk, &value.ru, &value.en) {
            (None, None, None) => {}
            (None, None, Some(plain)) => self.text(key, plain),
            _ => {
                let part = |(code, text): &(&str, &Option<String>)| {
                    text.as_ref().map(|text| format!("{code} = {}", quoted(text)))
                };
                let parts: Vec<String> = parts.iter().filter_map(part).collect();
                self.line(&format!("{key} = {{ {} }}", parts.join(", ")));
            }
        }
    }

    fn about(&mut self, about: &About) {
        if *about == About::default() {
            return;
        }
        self.head("[about]");
        self.local("title", &about.title);
        if !about.authors.is_empty() {
            self.list("authors", about.authors.iter().map(|author| quoted(author)));
        }
        if let Some(year) = about.year {
            self.line(&format!("year = {year}"));
        }
        self.text_unless_empty("publisher", &about.publisher);
        self.text_unless_empty("identifier", &about.identifier);
        self.text_unless_empty("licence", &about.licence);
        self.local("description", &about.description);
    }

    fn counting(&mut self, counting: &Counting) {
        let options = &counting.options;
        self.head("[counting]");
        self.text("measure", counting.measure.name());
        self.text("policy", options.policy.name());
        self.text("negation", options.negation.name());
        if let Some(level) = options.level {
            self.line(&format!("level = {level}"));
        }
        if let Some(levels) = options.only_levels {
            self.list("levels", levels.iter().map(|level| level.to_string()));
        }
        self.line(&format!("case_sensitive = {}", options.case_sensitive));
        if counting.is_weighted {
            self.line("weights = true");
        }
        self.head("[table1]");
        for setting in options.table1.settings() {
            self.line(&setting);
        }
    }

    fn document(&mut self, text: &RecipeText) {
        self.head("[[text]]");
        self.local("title", &text.title);
        self.text("file", &text.file);
        self.text("sha256", &text.sha256);
        if let Some(language) = text.fixed_language() {
            self.text("language", language.code());
        }
        if let Some(encoding) = text.encoding() {
            self.text("encoding", encoding.code());
        }
        if !text.has_all_repairs() {
            self.list("repairs", text.reading.repairs.iter().map(|kind| quoted(kind.code())));
        }
        if text.reading.is_pretokenized {
            self.line("pretokenized = true");
        }
        for line in extraction_lines(&text.extraction) {
            self.line(&line);
        }
        if !text.metadata.is_empty() {
            self.line(&format!("metadata = {{ {} }}", metadata_fields(&text.metadata)));
        }
        self.text_unless_empty("source", &text.source);
        self.text_unless_empty("licence", &text.licence);
    }
}

/// Returns the lines that say how a text is taken from its file; none where it is as usual.
pub(super) fn extraction_lines(extraction: &Extraction) -> Vec<String> {
    let column = extraction.column.as_ref().map(|column| format!("column = {}", quoted(column)));
    let kinds = extraction.include.iter().map(|kind| quoted(kind)).collect::<Vec<_>>().join(", ");
    let include = (!kinds.is_empty()).then(|| format!("include = [{kinds}]"));
    let notes = extraction.without_notes.then(|| "notes = false".to_owned());
    column.into_iter().chain(include).chain(notes).collect()
}

/// Returns data as keys and values with commas between them.
pub(super) fn metadata_fields<'data>(fields: impl IntoIterator<Item = &'data MetadataField>) -> String {
    fields.into_iter().map(metadata_field).collect::<Vec<_>>().join(", ")
}

/// Returns a piece of data as a key and a value of its type. A date of which only the year or month is
/// known is no date of TOML and stands in a table of its own: `{ date = "2024-03" }`.
fn metadata_field(MetadataField { name, value }: &MetadataField) -> String {
    let is_bare = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    };
    let key = if is_bare(name) { name.clone() } else { quoted(name) };
    let value = match value {
        MetadataValue::Text(text) => quoted(text),
        MetadataValue::Number(number) => written_number(*number),
        MetadataValue::Date(date) if date.len() == FULL_DATE => date.clone(),
        MetadataValue::Date(date) => format!("{{ date = {} }}", quoted(date)),
    };
    format!("{key} = {value}")
}

/// Returns a number as TOML has it: a whole one without a point, but for zero with a minus, which whole
/// numbers of TOML do not have.
fn written_number(number: f64) -> String {
    let is_whole = number.fract() == 0.0 && number.abs() <= MOST_WHOLE && (number != 0.0 || number.is_sign_positive());
    if is_whole { format!("{number}") } else { format!("{number:?}") }
}

/// The greatest whole number up to which all whole numbers are numbers of 64 bits with a point.
pub(super) const MOST_WHOLE: f64 = 9_007_199_254_740_992.0;
/// The length of a date whose day is known.
const FULL_DATE: usize = "2024-03-01".len();

/// Returns a TOML basic string. Directional marks stand by their code points too: they would show a
/// reader another line than the one that is read.
pub(crate) fn quoted(text: &str) -> String {
    toml_string(text, |letter| letter.is_control() || is_directional(letter))
}
