//! Texts and a lexicon from the command line → a counted study.

use std::{
    collections::{HashMap, HashSet},
    path::{Component, Path, PathBuf},
};

use tarazy_engine::{
    counting::Comparison,
    encoding::EncodingChoice,
    lexicon::{Lexicon, read_toml},
    matching::{ColumnId, LevelSet},
    repair::RepairKinds,
    settings::{DocumentId, Options, ReadingOptions},
    study::{Change, Engine},
};
use tarazy_report::message::Messages;

use super::{
    Failure,
    arguments::{CountingArguments, StudyArguments},
    document::{InputText, read_texts, refuse},
    input::{lexicon_file, lexicon_source},
    output::warn,
    progress::ProgressLine,
};

/// A counted study.
pub(super) struct Study {
    pub(super) engine: Engine,
    pub(super) table: Comparison,
    /// The lexicon's file in format 1.
    pub(super) lexicon_file: String,
    /// Where the documents of the table come from, in its order.
    pub(super) origins: Vec<Origin>,
}

/// Where a document comes from.
pub(super) struct Origin {
    pub(super) title: String,
    pub(super) path: PathBuf,
    pub(super) reading: ReadingOptions,
}

impl Study {
    /// Returns the lexicon.
    pub(super) fn lexicon(&self) -> Lexicon {
        read_toml(&self.lexicon_file).expect("the engine has read the same file").lexicon
    }
}

/// Reads the texts and the lexicon of a call and counts.
///
/// # Errors
/// As [`count_texts`].
pub(super) fn count_study(study: &StudyArguments, messages: &Messages) -> Result<Study, Failure> {
    count_texts(&study.lexicon, &study.texts, &study.counting, messages)
}

/// Reads a lexicon and texts, which may be none, and counts; prints the warnings.
///
/// # Errors
/// Sentences for each file that cannot be read.
pub(super) fn count_texts(
    lexicon: &str,
    texts: &[PathBuf],
    counting: &CountingArguments,
    messages: &Messages,
) -> Result<Study, Failure> {
    let options = Options {
        policy: counting.policy,
        level: counting.level,
        only_levels: LevelSet::new(counting.levels.iter().copied()),
        case_sensitive: counting.case_sensitive,
        negation: counting.negation,
    };
    let lexicon = lexicon_source(lexicon, counting.reading.reading(), messages)?;
    let texts = read_texts(texts, &counting.documents, counting.encoding, counting.pretokenized, messages)?;
    let mut origins = Vec::with_capacity(texts.len());
    let mut changes = vec![Change::SetOptions(options), Change::SetLexicon(lexicon)];
    for (id, text) in (0..).zip(texts) {
        let InputText { title, path, name, bytes, encoding } = text;
        let mut reading = reading(counting);
        if let Some(encoding) = encoding.filter(|_| reading.encoding != EncodingChoice::Auto) {
            reading.encoding = EncodingChoice::Fixed(encoding);
        }
        origins.push((DocumentId(id), Origin { title: title.clone(), path, reading }));
        let id = DocumentId(id);
        changes.push(Change::PutDocument { id, title, file: Some(name), language: counting.lang, reading, bytes });
    }
    let mut study = count(changes, counting.documents.strict, messages)?;
    let known: HashSet<DocumentId> = study.table.documents.iter().map(|row| row.id).collect();
    study.origins = origins.into_iter().filter(|(id, _)| known.contains(id)).map(|(_, origin)| origin).collect();
    warn(&study.table.warnings, messages);
    Ok(study)
}

/// Returns the titles of texts, each once: the names of their files without the ending. Files with
/// the same name have as many of their folders in front as distinguish them, then their ending
/// behind, then a number.
pub(super) fn titles(texts: &[PathBuf]) -> Vec<String> {
    let mut titles = titles_by_folder(texts);
    let same = repeated(&titles);
    let with_ending = |at: &usize| match texts[*at].extension() {
        Some(ending) => format!("{}.{}", titles[*at], ending.to_string_lossy()),
        None => titles[*at].clone(),
    };
    let with_endings: Vec<String> = same.iter().map(with_ending).collect();
    let only_here = times(&with_endings);
    for (at, title) in same.iter().zip(&with_endings).filter(|(_, title)| only_here[title.as_str()] == 1) {
        titles[*at].clone_from(title);
    }
    let mut taken = TakenTitles::new(titles.iter().cloned().collect());
    let mut seen = HashSet::new();
    for title in &mut titles {
        if !seen.insert(title.clone()) {
            *title = taken.numbered(title);
        }
    }
    titles
}

/// Titles that cannot be given again.
#[derive(Default)]
pub(super) struct TakenTitles {
    titles: HashSet<String>,
    /// The first number that may be free behind a title.
    next: HashMap<String, u32>,
}

impl TakenTitles {
    fn new(titles: HashSet<String>) -> Self {
        Self { titles, next: HashMap::new() }
    }

    /// Takes a title, with the first free number behind it if it was taken already. Cost: constant,
    /// but for titles that end in such numbers themselves.
    pub(super) fn take(&mut self, title: &str) -> String {
        if self.titles.insert(title.to_owned()) { title.to_owned() } else { self.numbered(title) }
    }

    /// Takes a title with the first free number behind it.
    fn numbered(&mut self, title: &str) -> String {
        let next = self.next.entry(title.to_owned()).or_insert(2);
        loop {
            let numbered = format!("{title} ({next})");
            *next += 1;
            if self.titles.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// Returns the places of titles that stand more than once.
fn repeated(titles: &[String]) -> Vec<usize> {
    let times = times(titles);
    (0..titles.len()).filter(|at| times[titles[*at].as_str()] > 1).collect()
}

fn times(titles: &[String]) -> HashMap<&str, u32> {
    let mut times: HashMap<&str, u32> = HashMap::new();
    for title in titles {
        *times.entry(title).or_default() += 1;
    }
    times
}

fn titles_by_folder(texts: &[PathBuf]) -> Vec<String> {
    let title = |path: &PathBuf, folders: usize| {
        let parents = path.parent().into_iter().flat_map(Path::components);
        let names = parents.filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        });
        let mut names: Vec<String> = names.collect();
        names.drain(..names.len().saturating_sub(folders));
        names.push(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
        names.join("/")
    };
    let mut folders = vec![0; texts.len()];
    loop {
        let titles: Vec<String> = texts.iter().zip(&folders).map(|(path, folders)| title(path, *folders)).collect();
        let times = times(&titles);
        let mut is_longer = false;
        for ((path, folders), known) in texts.iter().zip(&mut folders).zip(&titles) {
            if times[known.as_str()] > 1 && title(path, *folders + 1) != *known {
                *folders += 1;
                is_longer = true;
            }
        }
        if !is_longer {
            return titles;
        }
    }
}

/// Returns how bytes become text.
pub(super) fn reading(counting: &CountingArguments) -> ReadingOptions {
    let repairs = if counting.no_repair { RepairKinds::NONE } else { RepairKinds::default() };
    ReadingOptions { encoding: counting.encoding, repairs, is_pretokenized: counting.pretokenized }
}

/// Applies the changes that make a study and counts it, with a line of progress on a terminal. A text
/// that is rejected stops the others only where the study is strict.
///
/// # Errors
/// A sentence for each reason why a change was rejected.
pub(super) fn count(changes: Vec<Change>, is_strict: bool, messages: &Messages) -> Result<Study, Failure> {
    let mut engine = Engine::new();
    let mut line = ProgressLine::new();
    let mut problems = Vec::new();
    let bytes = |change: &Change| match change {
        Change::PutDocument { bytes, .. } => bytes.len() as u64,
        _ => 0,
    };
    let lexicon_file = changes.iter().find_map(|change| match change {
        Change::SetLexicon(source) => lexicon_file(source),
        _ => None,
    });
    let lexicon_file = lexicon_file.unwrap_or_default().to_owned();
    let total: u64 = changes.iter().map(bytes).sum();
    let (mut done, mut texts, mut rejected) = (0, 0, 0);
    for change in changes {
        let size = bytes(&change);
        let is_text = matches!(change, Change::PutDocument { .. });
        texts += u32::from(is_text);
        match engine.begin(change) {
            Ok(_) => {
                while let Some(progress) = engine.advance() {
                    line.show(done + progress.done, total, messages);
                }
            }
            Err(rejection) if is_text && !is_strict => {
                rejected += 1;
                line.clear();
                refuse(&rejection.problems.iter().map(|problem| messages.problem(problem)).collect::<Vec<_>>());
            }
            Err(rejection) => problems.extend(rejection.problems),
        }
        done += size;
    }
    let table = engine.table();
    line.clear();
    if !problems.is_empty() {
        return Err(Failure::of(problems, messages));
    }
    if rejected > 0 && rejected == texts {
        return Err(Failure::Input(Vec::new()));
    }
    Ok(Study { engine, table, lexicon_file, origins: Vec::new() })
}

/// Returns the column of a category.
///
/// # Errors
/// A sentence with the paths of all categories if none has this one.
pub(super) fn column(table: &Comparison, category: &str, messages: &Messages) -> Result<ColumnId, Failure> {
    let found = table.columns.iter().find(|column| column.path == category);
    found.map(|column| column.id).ok_or_else(|| {
        let known = table.columns.iter().map(|column| column.path.as_str());
        unknown_category(table, category, known, messages)
    })
}

/// Returns the failure for a category that is none of the known ones.
pub(super) fn unknown_category<'path>(
    table: &Comparison,
    category: &str,
    known: impl Iterator<Item = &'path str>,
    messages: &Messages,
) -> Failure {
    let values = [
        ("lexicon", table.lexicon.id.clone().into()),
        ("category", category.to_owned().into()),
        ("known", known.collect::<Vec<_>>().join(", ").into()),
    ];
    messages.format("cli-unknown-category", &values).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        for (paths, expected) in [
            (vec!["a.txt", "x/b.txt"], vec!["a", "b"]),
            (vec!["2019/amanat.txt", "2023/amanat.txt", "2023/auyl.txt"], vec!["2019/amanat", "2023/amanat", "auyl"]),
            (vec!["kk/2019/a.txt", "ru/2019/a.txt", "a.txt"], vec!["kk/2019/a", "ru/2019/a", "a"]),
            (vec!["./a.txt", "../a.txt", "b/a.md"], vec!["a", "a (2)", "b/a"]),
            (vec!["a.txt", "a.txt", "a.md", "a (2).txt"], vec!["a", "a (3)", "a.md", "a (2)"]),
            (vec!["a", "a.txt"], vec!["a", "a.txt"]),
            (vec!["-"], vec!["-"]),
        ] {
            let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
            assert_eq!(titles(&paths), expected);
        }
    }
}
