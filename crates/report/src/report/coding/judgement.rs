//! What a coder writes beside a match → a judgement.

/// Whether a match is what its category means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// It expresses the category.
    Correct,
    /// Careful readers may differ.
    Debatable,
    /// It does not.
    Wrong,
}

/// What coders write for each: words of three languages, and what a spreadsheet makes of
/// `true` and `false` in them. Numbers are read as numbers. Single letters of Cyrillic are not
/// read: «д» may begin «да» and «даулы».
const WRITTEN: [(Judgement, &[&str]); 3] = [
    (
        Judgement::Correct,
        &["yes", "y", "true", "correct", "да", "верно", "правильно", "истина", "иә", "ия", "дұрыс", "ақиқат"],
    ),
    (Judgement::Debatable, &["debatable", "d", "maybe", "спорно", "спорный", "спорное", "даулы", "½"]),
    (
        Judgement::Wrong,
        &["no", "n", "false", "wrong", "нет", "неверно", "неправильно", "ложь", "жоқ", "қате", "бұрыс", "жалған"],
    ),
];

impl Judgement {
    /// Reads a judgement in Kazakh, Russian or English, or as 1, 0.5 or 0; `None` for anything
    /// else. Letter case, white space around it and an apostrophe before it do not matter:
    /// spreadsheets put one before what is to stay text.
    ///
    /// ```
    /// use tarazy_report::report::Judgement;
    /// assert_eq!(Judgement::parse(" Иә"), Some(Judgement::Correct));
    /// assert_eq!(Judgement::parse("0,5"), Some(Judgement::Debatable));
    /// assert_eq!(Judgement::parse("'Нет"), Some(Judgement::Wrong));
    /// assert_eq!(Judgement::parse("0.7"), None);
    /// ```
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim().trim_start_matches('\'').trim().to_lowercase();
        let by_word = WRITTEN.iter().find(|(_, words)| words.contains(&written.as_str()));
        by_word.map(|(judgement, _)| *judgement).or_else(|| {
            // 1, 1.0 and 1,0 are one number.
            let digits = written.replace(',', ".");
            let digits =
                if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { &digits };
            match digits {
                "1" => Some(Self::Correct),
                "0.5" | ".5" => Some(Self::Debatable),
                "0" => Some(Self::Wrong),
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        let read = |written: &[&str], expected| {
            for text in written {
                assert_eq!(Judgement::parse(text), expected, "{text}");
            }
        };
        read(&["1", "1.0", "1,00", "'1"], Some(Judgement::Correct));
        read(&["0.5", "0,5", ",5", "0,50"], Some(Judgement::Debatable));
        read(&["0", "0.0", "0,0"], Some(Judgement::Wrong));
        read(&["", "10", "01", "0.55", "-1", "1.1", "д", "yes?", "иә жоқ", "NaN", "1e0", ".", "и?"], None);
    }

    #[test]
    fn each_word_is_one_judgement() {
        let mut words: Vec<&str> = WRITTEN.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        for (judgement, words) in WRITTEN {
            for word in words {
                assert_eq!(Judgement::parse(&word.to_uppercase()), Some(judgement), "{word}");
            }
        }
    }
}
