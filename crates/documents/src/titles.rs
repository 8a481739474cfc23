//! Paths of files → titles of texts, each once.

use std::collections::{HashMap, HashSet};

/// Returns the name of a file without its folders and its ending. An ending is what stands behind the
/// last point, unless the name begins with it.
///
/// ```
/// assert_eq!(tarazy_documents::bare_name("2023/auyl.v2.txt"), "auyl.v2");
/// assert_eq!(tarazy_documents::bare_name(".hidden"), ".hidden");
/// ```
pub fn bare_name(path: &str) -> &str {
    let name = file_name(path);
    match name.rfind('.') {
        Some(at) if at > 0 => &name[..at],
        _ => name,
    }
}

/// Returns the name of a file without its folders.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Returns what stands behind the last point of the name of a file, unless the name begins with it.
fn ending(path: &str) -> Option<&str> {
    let name = file_name(path);
    name.get(bare_name(name).len() + 1..)
}

/// Returns the titles of texts, each once: the names of their files without the ending. Files with
/// the same name have as many of their folders in front as distinguish them, then their ending
/// behind, then a number. Folders are divided by `/` or `\`; `.` and `..` are none.
///
/// ```
/// let titles = tarazy_documents::titles(&["2021/program.txt", "2023/program.txt", "2023/speech.txt"]);
/// assert_eq!(titles, ["2021/program", "2023/program", "speech"]);
/// ```
pub fn titles(paths: &[&str]) -> Vec<String> {
    let mut titles = titles_by_folder(paths);
    let same = repeated(&titles);
    let with_ending = |at: &usize| match ending(paths[*at]) {
        Some(ending) => format!("{}.{ending}", titles[*at]),
        None => titles[*at].clone(),
    };
    let with_endings: Vec<String> = same.iter().map(with_ending).collect();
    let only_here = times(&with_endings);
    for (at, title) in same.iter().zip(&with_endings).filter(|(_, title)| only_here[title.as_str()] == 1) {
        titles[*at].clone_from(title);
    }
    let mut taken = TakenTitles::default();
    for title in &titles {
        taken.insert(title);
    }
    let mut seen = HashSet::new();
    for title in &mut titles {
        if !seen.insert(title.clone()) {
            *title = taken.take(title);
        }
    }
    titles
}

/// Titles that cannot be given again.
#[derive(Debug, Default)]
pub struct TakenTitles {
    titles: HashSet<String>,
    /// The first number that may be free behind the titles of a text, which are lines here.
    next: HashMap<String, u32>,
}

impl TakenTitles {
    /// Takes a title as it is.
    pub fn insert(&mut self, title: &str) {
        self.titles.insert(title.to_owned());
    }

    /// Takes a title, with the first free number behind it if it was taken already. Cost: constant,
    /// but for titles that end in such numbers themselves.
    pub fn take(&mut self, title: &str) -> String {
        self.take_all(&[title]).swap_remove(0)
    }

    /// Takes the titles of one text in several languages, all with the same number behind them: the
    /// first with which all are free, or none where they are so already. Cost: as
    /// [`TakenTitles::take`].
    ///
    /// ```
    /// let mut taken = tarazy_documents::TakenTitles::default();
    /// taken.insert("Program");
    /// assert_eq!(taken.take_all(&["Бағдарлама", "Program"]), ["Бағдарлама (2)", "Program (2)"]);
    /// assert_eq!(taken.take("Бағдарлама"), "Бағдарлама");
    /// ```
    pub fn take_all(&mut self, titles: &[&str]) -> Vec<String> {
        let mut free: Vec<String> = titles.iter().copied().map(str::to_owned).collect();
        if free.iter().any(|title| self.titles.contains(title)) {
            let next = self.next.entry(titles.join("\n")).or_insert(2);
            while free.iter().any(|title| self.titles.contains(title)) {
                free = titles.iter().map(|title| format!("{title} ({next})")).collect();
                *next += 1;
            }
        }
        self.titles.extend(free.iter().cloned());
        free
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

/// Returns the names without endings, with folders in front where that distinguishes them. Cost: linear
/// in the paths for each folder that is looked at.
fn titles_by_folder(paths: &[&str]) -> Vec<String> {
    let folders_of = |path: &str| -> Vec<String> {
        let folders = path[..path.len() - file_name(path).len()].split(['/', '\\']);
        folders.filter(|name| !matches!(*name, "" | "." | "..")).map(str::to_owned).collect()
    };
    let folders: Vec<Vec<String>> = paths.iter().map(|path| folders_of(path)).collect();
    let title = |at: usize, count: usize| {
        let own = &folders[at];
        let shown = own[own.len().saturating_sub(count)..].iter().map(String::as_str);
        shown.chain([bare_name(paths[at])]).collect::<Vec<_>>().join("/")
    };
    let mut counts = vec![0; paths.len()];
    loop {
        let titles: Vec<String> = counts.iter().enumerate().map(|(at, count)| title(at, *count)).collect();
        let times = times(&titles);
        let longer: Vec<usize> =
            (0..paths.len()).filter(|at| times[titles[*at].as_str()] > 1 && counts[*at] < folders[*at].len()).collect();
        if longer.is_empty() {
            return titles;
        }
        for at in longer {
            counts[at] += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_are_distinguished_by_their_folders() {
        for (paths, expected) in [
            (vec!["a.txt", "x/b.txt"], vec!["a", "b"]),
            (vec!["2019/amanat.txt", "2023/amanat.txt", "2023/auyl.txt"], vec!["2019/amanat", "2023/amanat", "auyl"]),
            (vec!["kk/2019/a.txt", "ru/2019/a.txt", "a.txt"], vec!["kk/2019/a", "ru/2019/a", "a"]),
            (vec!["kk\\2019\\a.txt", "C:\\ru\\2019\\a.txt"], vec!["kk/2019/a", "ru/2019/a"]),
            (vec!["./a.txt", "../a.txt", "b/a.md"], vec!["a", "a (2)", "b/a"]),
            (vec!["a.txt", "a.txt", "a.md", "a (2).txt"], vec!["a", "a (3)", "a.md", "a (2)"]),
            (vec!["a", "a.txt"], vec!["a", "a.txt"]),
            (vec!["-"], vec!["-"]),
        ] {
            assert_eq!(titles(&paths), expected);
        }
    }
}
