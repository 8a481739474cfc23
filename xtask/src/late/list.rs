//! The list of what a first visit does without: `xtask/late.txt`.
//!
//! A line is a path of code as Rust writes it: `tarazy::lexicon::formats`, `regex_automata`; it stands for every function that
//! names something below it, be it as what the function does or as what it does it to. A line of two paths with `&` between
//! them stands for the functions that name something below both; a line that begins with `!` takes back what it stands for.

use anyhow::{Context, Result, ensure};
use rustc_demangle::demangle;

use crate::project::Project;

/// The lines of the list, each with its paths.
#[derive(Debug)]
pub struct LateList {
    late: Vec<Vec<String>>,
    first: Vec<Vec<String>>,
}

impl LateList {
    /// Reads the list.
    pub fn read(project: &Project) -> Result<Self> {
        let file = project.root().join("xtask/late.txt");
        let text = std::fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
        Self::parse(&text).with_context(|| format!("`{}` cannot be understood", file.display()))
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut list = Self { late: Vec::new(), first: Vec::new() };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (lines, paths) = match line.strip_prefix('!') {
                Some(paths) => (&mut list.first, paths),
                None => (&mut list.late, line),
            };
            let paths: Vec<String> = paths.split('&').map(|path| path.trim().to_owned()).collect();
            for path in &paths {
                let is_path = path.split("::").all(|part| !part.is_empty() && part.chars().all(is_of_name));
                ensure!(is_path, "`{path}` is no path");
            }
            lines.push(paths);
        }
        Ok(list)
    }

    /// Returns whether a function comes late, by its name as the compiler writes it.
    pub fn has(&self, mangled: &str) -> bool {
        let name = plain(mangled);
        let means = |line: &Vec<String>| line.iter().all(|path| names(&name, path));
        self.late.iter().any(means) && !self.first.iter().any(means)
    }
}

/// Returns whether a function's name has a path in it, from its beginning to the end of a word.
fn names(name: &str, path: &str) -> bool {
    name.match_indices(path).any(|(start, _)| {
        let before = name[..start].chars().next_back();
        let after = name[start + path.len()..].chars().next();
        !before.is_some_and(|sign| is_of_name(sign) || sign == ':') && !after.is_some_and(is_of_name)
    })
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// Returns a function's name without the compiler's signs and without the marks that differ from build to build. A method of
/// a type is below the type's path: `tarazy::study::engine::Engine::perform`.
pub fn plain(mangled: &str) -> String {
    // The alternate form leaves the hashes out.
    let name = format!("{:#}", demangle(mangled));
    let mut plain = String::with_capacity(name.len());
    let mut rest = name.as_str();
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        let inner = &rest[start + 1..];
        let length = inner.find(|sign| !is_of_name(sign) && sign != ':').unwrap_or(inner.len());
        if length > 0 && inner[length..].starts_with(">::") {
            plain.push_str(&inner[..length]);
            rest = &inner[length + 1..];
        } else {
            plain.push('<');
            rest = inner;
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILD: &str = "_RNvMNtNtCs51KpOtf72PM_6tarazy5study6engineNtB2_6Engine7perform";

    fn list(text: &str) -> LateList {
        LateList::parse(text).expect("a list")
    }

    #[test]
    fn a_path_takes_all_below_it() {
        assert_eq!(plain(BUILD), "tarazy::study::engine::Engine::perform");
        assert!(list("tarazy::study").has(BUILD));
        assert!(list("# all of it\n\ntarazy::study::engine::Engine").has(BUILD));
    }

    #[test]
    fn part_of_a_word_is_no_path() {
        assert!(!list("tarazy::stud").has(BUILD));
        assert!(!list("study::engine").has(BUILD));
        assert!(!list("").has(BUILD));
    }

    #[test]
    fn a_line_of_two_paths_takes_what_names_both() {
        let dropped = "_RINvNtCs51KpOtf72PM_4core3ptr13drop_in_placeNtNtCs51KpOtf72PM_6tarazy5study4ViewEB2_";
        assert_eq!(plain(dropped), "core::ptr::drop_in_place::<tarazy::study::View>");
        assert!(list("core::ptr & tarazy::study").has(dropped));
        assert!(!list("core::ptr & tarazy::text").has(dropped));
        assert!(!list("core::ptr & tarazy::study").has(BUILD));
    }

    #[test]
    fn a_line_is_taken_back_by_another() {
        assert!(!list("tarazy::study\n! tarazy::study::engine").has(BUILD));
        assert!(list("tarazy::study\n! tarazy::study::view").has(BUILD));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for line in ["tarazy::", "a b", "tarazy.study", "<T>", "a &", "& a"] {
            assert!(LateList::parse(line).is_err(), "{line}");
        }
    }
}
