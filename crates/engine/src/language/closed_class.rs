//! Words of closed classes (pronouns, numerals, prepositions, auxiliaries, particles) with their own
//! forms, as data.
//!
//! No rule of an open class gives вас from вы or me from I, and such short words are beginnings of
//! too many others: by the rules of nouns вы would be the plural of в, and "is" a form of I. A line
//! of a table is `word: form form …`, or words that do not inflect; an indented line continues the
//! one before. The forms of `word+` are added to those that the rules of nouns and verbs give.
//!
//! The tables hold for an entry that states no part of speech: `{ pattern = "mine", pos = "noun" }`
//! is the noun.

use rustc_hash::{FxHashMap, FxHashSet};

/// The closed classes of one language.
pub(super) struct ClosedClass {
    lexemes: FxHashMap<&'static str, Lexeme>,
    /// Every form, of whatever word.
    forms: FxHashSet<&'static str>,
}

/// A word of a closed class.
struct Lexeme {
    forms: Vec<&'static str>,
    /// Whether the rules of open classes hold for it too.
    is_open: bool,
}

/// What a table says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paradigm<'table> {
    /// Its forms beside the word itself.
    pub(super) forms: &'table [&'static str],
    /// Whether the rules of open classes hold for it too.
    pub(super) is_open: bool,
}

impl ClosedClass {
    /// Reads a table. What stands in `also_open` is a word of an open class too, when it is an entry:
    /// the Russian том is a volume as well as a form of тот.
    pub(super) fn parse(table: &'static str, also_open: &[&str]) -> Self {
        let mut class = Self { lexemes: FxHashMap::default(), forms: FxHashSet::default() };
        // The word whose forms the next line may continue.
        let mut current: Option<&'static str> = None;
        for line in table.lines() {
            let (words, forms) = match line.split_once(':') {
                Some((word, forms)) => (word, forms),
                None if line.starts_with(' ') && current.is_some() => ("", line),
                None => (line, ""),
            };
            for word in words.split_whitespace() {
                let (is_open, word) = word.strip_suffix('+').map_or((false, word), |word| (true, word));
                class.lexemes.insert(word, Lexeme { forms: Vec::new(), is_open });
                current = line.contains(':').then_some(word);
            }
            let forms: Vec<&'static str> = forms.split_whitespace().collect();
            class.forms.extend(forms.iter().filter(|form| !also_open.contains(form)));
            if let Some(lexeme) = current.and_then(|word| class.lexemes.get_mut(word)) {
                lexeme.forms.extend(forms);
            }
        }
        class
    }

    /// Returns the paradigm of a word; that of a form which is no citation form (вас) is the form
    /// alone. `None` for a word of an open class.
    pub(super) fn paradigm(&self, word: &str) -> Option<Paradigm<'_>> {
        match self.lexemes.get(word) {
            Some(lexeme) => Some(Paradigm { forms: &lexeme.forms, is_open: lexeme.is_open }),
            None => self.forms.contains(word).then_some(Paradigm { forms: &[], is_open: false }),
        }
    }

    /// Returns `true` if `form` is a form of `word`, or the word itself.
    pub(super) fn is_form(&self, word: &str, form: &str) -> bool {
        self.lexemes.get(word).is_some_and(|lexeme| word == form || lexeme.forms.contains(&form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::{
            Language, LemmaIndex, PartsOfSpeech, english::CLOSED_CLASS as ENGLISH, kazakh::CLOSED_CLASS as KAZAKH,
            russian::CLOSED_CLASS as RUSSIAN,
        },
        text::comparable,
    };

    #[test]
    fn the_words_of_every_table_catch_their_forms_and_no_other_word_of_it() {
        for (language, class) in
            [(Language::English, &*ENGLISH), (Language::Russian, &*RUSSIAN), (Language::Kazakh, &*KAZAKH)]
        {
            let all: FxHashSet<&str> = class.forms.iter().chain(class.lexemes.keys()).copied().collect();
            assert!(all.iter().all(|form| comparable(form, false) == **form), "forms stand as they are compared");
            for (word, lexeme) in &class.lexemes {
                let mut index = LemmaIndex::new(language.inflection());
                index.insert(word, PartsOfSpeech::UNKNOWN, false);
                let is_caught = |form: &str| !index.matches(form).is_empty();
                assert!(is_caught(word) && lexeme.forms.iter().all(|form| is_caught(form)), "{word}");
                let others = all.iter().filter(|form| !class.is_form(word, form) && is_caught(form));
                // A word that the rules of nouns hold for has more forms than the table says.
                let unlisted: Vec<_> = others.filter(|_| !lexeme.is_open).collect();
                assert!(unlisted.is_empty(), "{word}: {unlisted:?}");
            }
        }
    }

    #[test]
    fn a_form_that_is_no_citation_form_stands_alone() {
        let class = ClosedClass::parse("вы: вас\n    вам\nтот: том\nв: во\nдля\n    среди\nкто+: кого\n", &["том"]);
        let paradigm = |forms, is_open| Some(Paradigm { forms, is_open });
        assert_eq!(class.paradigm("вы"), paradigm(&["вас", "вам"], false));
        assert_eq!(class.paradigm("вас"), paradigm(&[], false));
        assert_eq!(class.paradigm("среди"), paradigm(&[], false));
        assert_eq!(class.paradigm("кто"), paradigm(&["кого"], true));
        assert_eq!(class.paradigm("том"), None);
        assert_eq!(class.paradigm("дом"), None);
        assert!(class.is_form("вы", "вас") && class.is_form("вы", "вы") && !class.is_form("вас", "вас"));
    }
}
