//! The sizes of a build and their limits, `xtask/budgets.toml`.

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project::Project;

/// A size in bytes for each artefact: what a build has, or the most it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sizes {
    /// `dist/tarazy.html` without the late modules.
    pub single_file: usize,
    /// `dist/tarazy.html` as it is, for the list; the limits of its parts are its own.
    #[serde(skip)]
    pub whole_file: usize,
    /// `dist/study.html`.
    pub study: usize,
    /// The program in gzip.
    pub wasm_gzip: usize,
    /// The program in brotli.
    pub wasm_brotli: usize,
    /// The module of the readers of documents in brotli.
    pub reader_brotli: usize,
    /// The module that converts lexicons, in brotli.
    pub converter_brotli: usize,
}

impl Sizes {
    /// Reads the limits.
    pub fn limits(project: &Project) -> Result<Self> {
        let file = project.root().join("xtask/budgets.toml");
        let text = fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
        toml::from_str(&text).with_context(|| format!("`{}` cannot be parsed", file.display()))
    }

    /// Fails when a size exceeds its limit.
    pub fn check(self, limits: Self) -> Result<()> {
        let exceeding: Vec<String> = self
            .beside(limits)
            .into_iter()
            .filter(|(_, size, limit)| size > limit)
            .map(|(name, size, limit)| format!("{name} has {} bytes of at most {}", spaced(size), spaced(limit)))
            .collect();
        if exceeding.is_empty() {
            return Ok(());
        }
        bail!("larger than xtask/budgets.toml allows: {}", exceeding.join("; "))
    }

    /// Returns one line for each artefact.
    pub fn lines(self, limits: Self) -> String {
        let line = |(name, size, limit)| format!("{name:<28} {:>9} bytes (limit {})\n", spaced(size), spaced(limit));
        let whole = format!("{:<28} {:>9} bytes\n", "tarazy.html as it is", spaced(self.whole_file));
        self.beside(limits).into_iter().map(line).collect::<String>() + &whole
    }

    /// Returns each artefact's name, size and limit.
    fn beside(self, limits: Self) -> [(&'static str, usize, usize); 6] {
        [
            ("tarazy.html at its start", self.single_file, limits.single_file),
            ("study.html", self.study, limits.study),
            ("tarazy.wasm, gzip", self.wasm_gzip, limits.wasm_gzip),
            ("tarazy.wasm, brotli", self.wasm_brotli, limits.wasm_brotli),
            ("reader.wasm, brotli", self.reader_brotli, limits.reader_brotli),
            ("converter.wasm, brotli", self.converter_brotli, limits.converter_brotli),
        ]
    }
}

/// Writes a number with its thousands apart.
pub fn spaced(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(' ');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Sizes = Sizes {
        single_file: 1_000,
        whole_file: 0,
        study: 1_000,
        wasm_gzip: 1_000,
        wasm_brotli: 1_000,
        reader_brotli: 1_000,
        converter_brotli: 1_000,
    };

    #[test]
    fn thousands_are_apart() {
        assert_eq!(spaced(7), "7");
        assert_eq!(spaced(1_234_567), "1 234 567");
    }

    #[test]
    fn a_size_may_reach_its_limit_and_not_exceed_it() {
        assert!(LIMITS.check(LIMITS).is_ok());
        for sizes in [
            Sizes { single_file: 1_001, ..LIMITS },
            Sizes { study: 1_001, ..LIMITS },
            Sizes { wasm_gzip: 1_001, ..LIMITS },
            Sizes { wasm_brotli: 1_001, ..LIMITS },
            Sizes { reader_brotli: 1_001, ..LIMITS },
            Sizes { converter_brotli: 1_001, ..LIMITS },
        ] {
            let error = sizes.check(LIMITS).expect_err("it is too large");
            assert!(error.to_string().ends_with(" has 1 001 bytes of at most 1 000"), "{error}");
        }
    }

    #[test]
    fn size_and_limit_are_printed() {
        let lines = Sizes { study: 7, whole_file: 1_700, ..LIMITS }.lines(LIMITS);
        assert!(lines.contains("7 bytes (limit 1 000)") && lines.ends_with(" 1 700 bytes\n"), "{lines}");
    }

    #[test]
    fn the_limits_are_readable() {
        Sizes::limits(&Project::find()).expect("limits");
    }
}
