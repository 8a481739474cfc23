//! A study with everything that belongs to it ⇄ one `.tarazy` file.
//!
//! The file is a ZIP: `study.toml` (the recipe), `lexicon.toml` (format 1), `texts/…`, and
//! `record.json` where results are kept. A text is there as it was given, or as it was taken from a
//! document in another format; its name ends in `.txt`. Any program can open it. Law: what was packed
//! is unpacked equal, and what is unpacked is what its recipe names, to the last byte.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::study_file_error::StudyFileError;
use crate::{
    limits::{STUDY_LIMITS, StudyLimit},
    recipe::{Extraction, Recipe},
};
use tarazy_engine::{
    archive::{ArchiveWriter, read},
    digest::sha256,
    study::Record,
};

/// What a file is, readable at its start without unpacking.
const KIND: (&str, &str) = ("mimetype", "application/vnd.tarazy.study+zip");
const RECIPE: &str = "study.toml";
const LEXICON: &str = "lexicon.toml";
const RECORD: &str = "record.json";
const TEXTS: &str = "texts/";

/// A study with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StudyFile {
    /// How its table is made. Its files are named as they lie in the archive.
    pub recipe: Recipe,
    /// The lexicon's file in format 1, with LF line ends.
    pub lexicon: String,
    /// The bytes of its texts as they were given, in the recipe's order; none where the texts are
    /// not passed on.
    pub texts: Option<Vec<Vec<u8>>>,
    /// Its results, where they are kept.
    pub record: Option<Record>,
}

/// What a published study holds of its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TextsKept {
    /// The whole texts.
    #[default]
    Whole,
    /// Each match with this number of words on either side.
    Contexts(u32),
    /// Nothing but their hashes, sizes and matched forms.
    Hashes,
}

impl TextsKept {
    /// Returns the stable name: `whole`, `contexts` or `hashes`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Contexts(_) => "contexts",
            Self::Hashes => "hashes",
        }
    }

    /// Returns how many words of context a record keeps beside the whole texts or in their place.
    pub const fn context_words(self) -> Option<u32> {
        match self {
            Self::Contexts(words) => Some(words),
            Self::Whole | Self::Hashes => None,
        }
    }
}

impl StudyFile {
    /// Puts a study together. Files get names that every system takes, each its own.
    pub fn new(mut recipe: Recipe, lexicon: String, texts: Option<Vec<Vec<u8>>>, record: Option<Record>) -> Self {
        let count = recipe.texts.len();
        for (at, text) in recipe.texts.iter_mut().enumerate() {
            text.file = file_name(at, count, &text.file);
            // What lies in the archive is the text itself.
            text.extraction = Extraction::default();
        }
        recipe.lexicon.file = Some(LEXICON.to_owned());
        recipe.lexicon.reading = tarazy_engine::lexicon::LexiconReading::default();
        Self { recipe, lexicon, texts, record }
    }

    /// Says what is kept of the texts.
    pub fn kept(&self) -> TextsKept {
        let words = self.record.as_ref().and_then(|record| record.context_words);
        match (&self.texts, words) {
            (Some(_), _) => TextsKept::Whole,
            (None, Some(words)) => TextsKept::Contexts(words),
            (None, None) => TextsKept::Hashes,
        }
    }

    /// Returns the files of the study by name, in the order in which they are packed.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = vec![
            (RECIPE.to_owned(), self.recipe.to_toml().into_bytes()),
            (LEXICON.to_owned(), self.lexicon.clone().into_bytes()),
        ];
        if let Some(texts) = &self.texts {
            let named = self.recipe.texts.iter().map(|text| text.file.clone());
            files.extend(named.zip(texts.iter().cloned()));
        }
        files.extend(self.record_file().map(|json| (RECORD.to_owned(), json)));
        files
    }

    /// Returns the file of the results, where they are kept.
    fn record_file(&self) -> Option<Vec<u8>> {
        let json = |record| serde_json::to_vec(record).expect("text, numbers and lists have a JSON form");
        self.record.as_ref().map(json)
    }

    /// Refuses a study that is larger than [`StudyFile::unpack`] accepts.
    ///
    /// # Errors
    /// [`StudyFileError::TooLarge`] with the limit that the study goes beyond.
    pub(super) fn check_size(&self) -> Result<(), StudyFileError> {
        StudyLimit::Texts.check(self.recipe.texts.len())?;
        let texts: usize = self.texts.iter().flatten().map(Vec::len).sum();
        let own = KIND.1.len() + self.recipe.to_toml().len() + self.lexicon.len();
        let record = self.record_file().map_or(0, |json| json.len());
        Ok(StudyLimit::Study.check(own + texts + record)?)
    }

    /// Packs the study. The same study gives the same bytes.
    pub fn pack(&self) -> Vec<u8> {
        let mut writer = ArchiveWriter::new();
        writer.store(KIND.0, KIND.1.as_bytes());
        for (name, bytes) in self.files() {
            writer.add(&name, &bytes);
        }
        writer.finish()
    }

    /// Opens a packed study.
    ///
    /// # Errors
    /// When it is no such file, or not what its own recipe names.
    pub fn unpack(bytes: &[u8]) -> Result<Self, StudyFileError> {
        StudyLimit::StudyFile.check(bytes.len())?;
        let entries = read(bytes, STUDY_LIMITS)?;
        let by_name: HashMap<&str, &[u8]> =
            entries.iter().map(|entry| (entry.name.as_str(), entry.bytes.as_slice())).collect();
        let find = |name: &str| by_name.get(name).copied();
        let text = |name: &str| {
            let bytes = find(name).ok_or_else(|| StudyFileError::Missing { name: name.to_owned() })?;
            String::from_utf8(bytes.to_vec()).map_err(|_| StudyFileError::Unreadable { name: name.to_owned() })
        };
        let recipe = Recipe::parse(&text(RECIPE)?)?;
        let lexicon = text(recipe.lexicon.file.as_deref().unwrap_or(LEXICON))?;
        if sha256(lexicon.as_bytes()) != recipe.lexicon.sha256 {
            return Err(StudyFileError::Differs { name: LEXICON.to_owned() });
        }
        let mut texts = Vec::new();
        for wanted in &recipe.texts {
            let Some(bytes) = find(&wanted.file) else { continue };
            if sha256(bytes) != wanted.sha256 {
                return Err(StudyFileError::Differs { name: wanted.file.clone() });
            }
            texts.push(bytes.to_vec());
        }
        let record = find(RECORD).map(|json| {
            serde_json::from_slice::<Record>(json).map_err(|_| StudyFileError::Unreadable { name: RECORD.to_owned() })
        });
        let record = record.transpose()?.filter(|record| record.fits(recipe.texts.len()));
        // All texts or none: a table of some of them would be another table.
        let texts = (texts.len() == recipe.texts.len()).then_some(texts);
        if texts.is_none() && record.is_none() {
            let missing = recipe.texts.iter().find(|wanted| find(&wanted.file).is_none());
            let name = missing.map_or_else(|| RECORD.to_owned(), |wanted| wanted.file.clone());
            return Err(StudyFileError::Missing { name });
        }
        Ok(Self { recipe, lexicon, texts, record })
    }
}

/// Names a text in the archive: its number, and what its own name begins with.
fn file_name(at: usize, count: usize, file: &str) -> String {
    const LONGEST: usize = 60;
    let digits = count.to_string().len().max(2);
    let own = file.rsplit('/').next().unwrap_or_default();
    let stem = own.rsplit_once('.').map_or(own, |(stem, _)| stem);
    // Written before, by this function: the number is not doubled.
    let stem = stem.split_once('-').filter(|(number, _)| number.parse() == Ok(at + 1)).map_or(stem, |(_, rest)| rest);
    let is_plain = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let stem: String = stem.chars().filter(is_plain).take(LONGEST).collect();
    let stem = if stem.is_empty() { "text" } else { &stem };
    format!("{TEXTS}{:0digits$}-{stem}.txt", at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        limits::{MAX_STUDY_BYTES, MAX_TEXTS},
        recipe::RecipeText,
    };

    #[test]
    fn a_study_that_could_not_be_opened_again_is_refused_with_the_limit() {
        let study = |texts: Vec<Vec<u8>>| {
            let text = RecipeText { file: "texts/1.txt".to_owned(), ..RecipeText::default() };
            let recipe = Recipe { texts: vec![text; texts.len()], ..Recipe::default() };
            StudyFile { recipe, texts: Some(texts), ..StudyFile::default() }
        };
        let too_large = |limit| Err(StudyFileError::TooLarge(limit));
        assert_eq!(study(vec![b"text".to_vec(); 3]).check_size(), Ok(()));
        assert_eq!(study(vec![Vec::new(); MAX_TEXTS]).check_size(), Ok(()));
        assert_eq!(study(vec![Vec::new(); MAX_TEXTS + 1]).check_size(), too_large(StudyLimit::Texts));
        // Zeroes are memory only once they are read, and nothing here reads them.
        let empty = study(vec![Vec::new()]);
        let own: usize = empty.files().iter().map(|(_, bytes)| bytes.len()).sum::<usize>() + KIND.1.len();
        assert_eq!(study(vec![vec![0; MAX_STUDY_BYTES - own]]).check_size(), Ok(()));
        assert_eq!(study(vec![vec![0; MAX_STUDY_BYTES - own + 1]]).check_size(), too_large(StudyLimit::Study));
    }

    #[test]
    fn a_text_may_have_any_name_that_the_recipe_gives_it() {
        let bytes = "Бостандық пен заң".as_bytes().to_vec();
        let text =
            RecipeText { file: "texts/01-Ауыл.pdf".to_owned(), sha256: sha256(&bytes), ..RecipeText::default() };
        let lexicon = "format = 1\n".to_owned();
        let mut recipe = Recipe { texts: vec![text], ..Recipe::default() };
        recipe.lexicon.sha256 = sha256(lexicon.as_bytes());
        recipe.lexicon.file = Some(LEXICON.to_owned());
        let study = StudyFile { recipe, lexicon, texts: Some(vec![bytes.clone()]), record: None };
        assert_eq!(StudyFile::unpack(&study.pack()).map(|opened| opened.texts), Ok(Some(vec![bytes])));
    }

    #[test]
    fn files_have_names_of_their_own_that_every_system_takes() {
        assert_eq!(file_name(0, 7, "Ақ жол.txt"), "texts/01-Ақжол.txt");
        assert_eq!(file_name(1, 7, "2023/Ауыл.pdf"), "texts/02-Ауыл.txt", "the archive holds its text");
        assert_eq!(file_name(0, 7, "texts/01-Ақжол.txt"), "texts/01-Ақжол.txt");
        assert_eq!(file_name(9, 120, "../../etc/passwd"), "texts/010-passwd.txt");
        assert_eq!(file_name(1, 2, "CON<script>\u{202e}.t x?t"), "texts/02-CONscript.txt");
        assert_eq!(file_name(1, 2, ""), "texts/02-text.txt");
    }
}
