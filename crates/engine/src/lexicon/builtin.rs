//! The lexicons that are part of the program.

use super::local_text::LocalText;
use crate::format::TomlFile;

/// Their ids, in the order in which a list shows them.
pub const BUILTIN_IDS: [&str; 3] = ["values", "yanitsky", "fantalova"];

const TITLES: &str = include_str!("builtin_titles.toml");

// Statics, so that the program has each file once: the compiler copies constants into every crate
// that uses them.
static VALUES: &str = include_str!("../../../../lexicons/values.toml");
static YANITSKY: &str = include_str!("../../../../lexicons/yanitsky.toml");
static FANTALOVA: &str = include_str!("../../../../lexicons/fantalova.toml");

/// Returns the file of a built-in lexicon.
pub fn builtin_source(id: &str) -> Option<&'static str> {
    match id {
        "values" => Some(VALUES),
        "yanitsky" => Some(YANITSKY),
        "fantalova" => Some(FANTALOVA),
        _ => None,
    }
}

/// Returns the title of a built-in lexicon; empty where there is no such lexicon. Its file is not
/// read for it.
pub fn builtin_title(id: &str) -> LocalText {
    let titles = TomlFile::parse(TITLES).expect("a test reads the titles");
    LocalText::read(titles.root(), id, |error| unreachable!("a test reads the titles: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::toml::read_toml;

    #[test]
    fn titles_are_those_of_the_files_in_three_languages() {
        for id in BUILTIN_IDS {
            let lexicon = read_toml(builtin_source(id).unwrap_or("")).expect("it is sound").lexicon;
            let title = builtin_title(id);
            assert_eq!(title, lexicon.title);
            assert!(title.kk.is_some() && title.ru.is_some() && title.en.is_some(), "{id}");
        }
        assert_eq!(builtin_title("nothing"), LocalText::default());
    }
}
