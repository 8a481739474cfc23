//! How large a study may be: one table for what writes studies and for what reads them.
//!
//! Law: what is within these limits is written and opens again. What is beyond one of them is
//! refused when it is written, as when it is read, with the limit that it goes beyond. A single text
//! needs no row: the engine takes none that is longer than `intake::MAX_TEXT_BYTES`.

use tarazy_engine::{
    archive::Limits,
    problem::{Argument, Problem, SourceLocation},
};

/// The greatest number of texts of a study: what recipes, project files and pages hold.
pub const MAX_TEXTS: usize = 10_000;

/// The greatest size of a study in bytes, unpacked: its texts as given, lexicon, recipe and results.
/// Four texts of the greatest size fit. A page in a browser, which has 4 GB for everything, holds
/// each byte about four times while it publishes or opens a study.
pub const MAX_STUDY_BYTES: usize = 512_000_000;

/// The greatest size of a project file in bytes. It exceeds [`MAX_STUDY_BYTES`] by what an archive
/// says of each file, so that texts that cannot be made smaller fit as well.
pub const MAX_STUDY_FILE_BYTES: usize = MAX_STUDY_BYTES + 1_000 * (MAX_TEXTS + OWN_FILES);

/// The greatest size of a published page in bytes. The study stands in it as one string, and the
/// longest string of Chromium has 2^29 − 24 characters (V8, `String::kMaxLength`).
pub const MAX_PAGE_BYTES: usize = 500_000_000;

/// The greatest size of the files of a package in bytes, unpacked. A ZIP archive counts bytes in 32
/// bits.
pub const MAX_PACKAGE_BYTES: usize = 4_000_000_000;

/// The greatest length of a link's fragment in characters: what browsers and mail programs carry
/// without harm.
pub const MAX_LINK_CHARACTERS: usize = 8_000;

/// The greatest size of what a link holds in bytes, unpacked.
pub const MAX_LINK_BYTES: usize = 256_000;

/// The files of a project file besides its texts: its kind, recipe, lexicon and results.
const OWN_FILES: usize = 4;

/// How much of a project file is unpacked.
pub const STUDY_LIMITS: Limits = Limits { bytes: MAX_STUDY_BYTES, files: MAX_TEXTS + OWN_FILES };

/// A limit that a study goes beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StudyLimit {
    /// [`MAX_TEXTS`].
    Texts,
    /// [`MAX_STUDY_BYTES`].
    Study,
    /// [`MAX_STUDY_FILE_BYTES`].
    StudyFile,
    /// [`MAX_PAGE_BYTES`].
    Page,
    /// [`MAX_PACKAGE_BYTES`].
    Package,
    /// [`MAX_LINK_CHARACTERS`].
    Link,
    /// [`MAX_LINK_BYTES`].
    LinkContent,
}

impl StudyLimit {
    /// All limits.
    pub const ALL: [Self; 7] =
        [Self::Texts, Self::Study, Self::StudyFile, Self::Page, Self::Package, Self::Link, Self::LinkContent];

    /// Returns the stable name: `texts`, `study`, `file`, `page`, `package`, `link` or
    /// `link-content`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Study => "study",
            Self::StudyFile => "file",
            Self::Page => "page",
            Self::Package => "package",
            Self::Link => "link",
            Self::LinkContent => "link-content",
        }
    }

    /// Returns the limit: a number of texts, of characters for [`StudyLimit::Link`], else of bytes.
    pub const fn most(self) -> usize {
        match self {
            Self::Texts => MAX_TEXTS,
            Self::Study => MAX_STUDY_BYTES,
            Self::StudyFile => MAX_STUDY_FILE_BYTES,
            Self::Page => MAX_PAGE_BYTES,
            Self::Package => MAX_PACKAGE_BYTES,
            Self::Link => MAX_LINK_CHARACTERS,
            Self::LinkContent => MAX_LINK_BYTES,
        }
    }

    /// Accepts what is within the limit.
    ///
    /// # Errors
    /// The limit itself, for more.
    pub const fn check(self, found: usize) -> Result<(), Self> {
        if found > self.most() { Err(self) } else { Ok(()) }
    }

    /// Returns the limit as a problem of the file or study `name`.
    pub fn problem(self, name: &str) -> Problem {
        // As the message shows it: megabytes, kilobytes, texts or characters.
        let unit = match self {
            Self::Texts | Self::Link => 1,
            Self::LinkContent => 1_000,
            Self::Study | Self::StudyFile | Self::Page | Self::Package => 1_000_000,
        };
        Problem {
            code: "study-too-large".to_owned(),
            is_warning: false,
            place: SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() },
            arguments: vec![
                ("what".to_owned(), Argument::Text(self.name().to_owned())),
                ("limit".to_owned(), Argument::from((self.most() / unit) as u64)),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_of_a_study_stays_below_the_limits_of_the_format() {
        assert!(MAX_TEXTS + OWN_FILES < usize::from(u16::MAX));
        assert!(u32::try_from(MAX_PACKAGE_BYTES + 1_000 * MAX_TEXTS).is_ok());
        assert!(u32::try_from(MAX_STUDY_FILE_BYTES).is_ok());
    }

    #[test]
    fn what_is_at_a_limit_is_within_it() {
        for limit in StudyLimit::ALL {
            assert_eq!(limit.check(limit.most()), Ok(()));
            assert_eq!(limit.check(limit.most() + 1), Err(limit));
        }
    }
}
