//! Texts come in: files and folders, pasted and typed text, texts that were refused before.

use std::rc::Rc;

use tarazy_engine::{
    lexicon::{LexiconFormat, PatternSyntax},
    problem::Argument,
    settings::LanguageChoice,
};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::{actions::StudyActions, study_files::is_study};
use crate::{
    browser::{ContentId, InputDocument, NamedFile, plain_text, read_bytes, text_blob},
    ui::state::{
        notices::{self, Remedy, Tone, problem_of},
        study::Edit,
    },
};

/// The longest lexicon file that is read, in megabytes of 1,000,000 bytes.
const MOST_LEXICON_MEGABYTES: u32 = 16;

/// How much of a pasted text's first line becomes its title, in characters.
const LONGEST_TITLE: usize = 60;

/// Endings of lexicons that are also those of documents: such a file is a document, unless it is
/// opened on the lexicon's page.
const DOCUMENT_ENDINGS: [&str; 5] = ["csv", "tsv", "txt", "json", "xlsx"];

/// What a pasted or typed text became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddedText {
    /// A text of the study; its name, by which to know when the engine has it.
    Text(ContentId),
    /// Cells of a spreadsheet, which are looked at as a table.
    Table,
}

impl StudyActions {
    /// Adds files: texts to the study, a file with the ending of a lexicon as its lexicon, a study
    /// in the place of the present one.
    pub fn add_files(&self, files: Vec<NamedFile>) {
        if let Some(kept) = self.latest().shown_results() {
            self.find_texts(files, Rc::clone(kept));
            return;
        }
        let mut texts = Vec::new();
        for NamedFile { name, file } in files {
            let ending = name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase());
            let is_lexicon = !DOCUMENT_ENDINGS.contains(&&*ending) && LexiconFormat::from_ending(&ending).is_some();
            if is_study(&name) {
                self.open_study(name, file.into(), Callback::noop());
            } else if !is_lexicon {
                texts.push((name, file.into()));
            } else if file.size() > f64::from(MOST_LEXICON_MEGABYTES) * 1_000_000.0 {
                let problem = problem_of(&name, "text-too-large", sizes(file.size(), MOST_LEXICON_MEGABYTES));
                self.notify(notices::Action::problem(problem));
            } else {
                self.open_lexicon(name, file.into(), PatternSyntax::default());
            }
        }
        self.read_files(texts);
    }

    /// Adds a text that was typed or pasted; cells of a spreadsheet are looked at as a table with
    /// the name `table`. Returns `None` when the browser has no memory for it.
    pub fn add_text(&self, title: &str, text: &str, table: &str) -> Option<AddedText> {
        let blob = text_blob(text, "text/plain").ok()?;
        if is_cells(text) {
            self.read_files(vec![(format!("{table}.tsv"), blob)]);
            return Some(AddedText::Table);
        }
        let title = match title.trim() {
            "" => first_words(text),
            title => title.to_owned(),
        };
        let document = self.document(plain_text(&title), None, LanguageChoice::Auto, blob);
        let content = document.content;
        self.edit(Edit::Add(vec![Rc::clone(&document)]));
        let parts = parts(text).len();
        if parts > 1 {
            let count = Argument::Number(i64::try_from(parts).unwrap_or(i64::MAX));
            let name = Argument::Text(title);
            let offer = notices::sentence("split-offer", vec![("name".to_owned(), name), ("count".to_owned(), count)]);
            self.notify(notices::Action::Add(Tone::Info, offer, Remedy::Split(document, parts)));
        }
        Some(AddedText::Text(content))
    }

    /// Puts the parts of a text, which lines of hyphens divide, in its place. `notice` offered that.
    pub fn split_text(&self, document: &Rc<InputDocument>, notice: u32) {
        self.notify(notices::Action::Dismiss(notice));
        let Some(blob) = self.content(document.content) else { return };
        let (actions, id) = (self.clone(), document.id);
        spawn_local(async move {
            let Ok(bytes) = read_bytes(&blob).await else { return };
            let text = String::from_utf8_lossy(&bytes);
            let new = |part: &str| {
                let blob = text_blob(part, "text/plain").ok()?;
                Some(actions.document(plain_text(&first_words(part)), None, LanguageChoice::Auto, blob))
            };
            let parts: Option<Vec<_>> = parts(&text).into_iter().map(new).collect();
            if let Some(parts) = parts {
                actions.edit(Edit::Replace(id, parts));
            }
        });
    }
}

/// Returns the arguments of the message about a file's size in bytes; the limit is in megabytes.
pub(super) fn sizes(bytes: f64, limit: u32) -> Vec<(String, Argument)> {
    let rounded = Argument::Text(format!("{:.0}", (bytes / 1_000_000.0).ceil()));
    vec![("megabytes".to_owned(), rounded), ("limit".to_owned(), Argument::Number(i64::from(limit)))]
}

/// Returns `true` if a text is cells that were copied in a spreadsheet: lines with the same number
/// of tabs.
fn is_cells(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut tabs = lines.map(|line| line.matches('\t').count());
    let first = tabs.next().unwrap_or(0);
    let second = tabs.next();
    // Cells with line breaks in them stand between quotation marks.
    first > 0 && second.is_some_and(|second| second == first || text.contains("\t\""))
}

/// Returns the parts of a text between lines of three hyphens and more, those without words left
/// out.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        let is_divider = line.trim().len() >= 3 && line.trim().bytes().all(|byte| byte == b'-');
        if is_divider {
            parts.push(&text[start..end]);
            start = end + line.len();
        }
        end += line.len();
    }
    parts.push(&text[start..]);
    parts.retain(|part| part.contains(char::is_alphanumeric));
    parts
}

/// Returns the start of a text's first line.
fn first_words(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let start: String = line.chars().take(LONGEST_TITLE).collect();
    if start.len() < line.len() { format!("{}…", start.trim_end()) } else { start }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_pasted_text_is_named_by_its_first_line() {
        assert_eq!(first_words("\n  Әділеттілік \nекінші жол"), "Әділеттілік");
        let long = "бостандық ".repeat(20);
        assert!(first_words(&long).chars().count() <= LONGEST_TITLE + 1);
        assert_eq!(first_words(""), "");
    }

    #[rstest]
    #[case::two_rows("партия\tмәтін\nАуыл\tЖер\n", true)]
    #[case::one_row("партия\tмәтін", false)]
    #[case::indented("\tБірінші азат жол.\nЕкінші жол.\n", false)]
    #[case::quoted("Ауыл\t\"Жер\nСу\"\nАқ жол\tЕңбек\n", true)]
    #[case::plain("Бостандық. Әділдік.\nТеңдік.", false)]
    fn cells_of_a_spreadsheet_are_known_by_their_tabs(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_cells(text), expected);
    }

    #[rstest]
    #[case::two("Бір.\n---\nЕкі.\n", &["Бір.\n", "Екі.\n"])]
    #[case::at_the_edges("---\nБір.\r\n-----\r\nЕкі.\n---\n", &["Бір.\r\n", "Екі.\n"])]
    #[case::dashes_of_speech("– Бір.\n--\nЕкі.", &["– Бір.\n--\nЕкі."])]
    #[case::nothing("---", &[])]
    fn lines_of_hyphens_divide_a_text(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(parts(text), expected);
    }
}
