//! The form under which a word of a text and a word of a pattern are compared.

use std::borrow::Cow;

use super::{
    composed::composed,
    fold::fold,
    letter::{is_cyrillic, is_letter},
};

/// Folds a word as [`fold`] does, and further to its [plain Cyrillic letters](plain_cyrillic), so
/// that a pattern and a text that differ in ё or in stress marks are equal.
///
/// Law: `comparable(comparable(x)) == comparable(x)`.
///
/// ```
/// use tarazy_engine::text::comparable;
/// assert_eq!(comparable("Ещё", false), "еще");
/// assert_eq!(comparable("свобо\u{301}да", false), "свобода");
/// assert_eq!(comparable("Café", false), "café");
/// ```
pub fn comparable(form: &str, is_case_sensitive: bool) -> Cow<'_, str> {
    match fold(form, is_case_sensitive) {
        Cow::Borrowed(folded) => plain_cyrillic(folded),
        Cow::Owned(folded) => match plain_cyrillic(&folded) {
            Cow::Borrowed(_) => Cow::Owned(folded),
            Cow::Owned(plain) => Cow::Owned(plain),
        },
    }
}

/// Returns a folded form with е for ё and without stress marks, wherever they stand in a word of
/// Cyrillic letters; borrowed where it has none.
///
/// A stress mark is U+0300 or U+0301 after a letter, ѐ and ѝ with the mark inside, or one of the
/// Latin letters (á, è, ë, ó, ý …) with which Cyrillic vowels are given their marks where a font
/// has no others. A word is a run of letters and marks: of `café-культу́ра` only the second half is
/// Cyrillic, and a word with any other Latin letter is left alone. й, ї and ў are letters of their
/// own.
pub(crate) fn plain_cyrillic(form: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(form);
    // A letter that lost its mark may compose with the next one: once more until nothing changes.
    while plain.chars().any(|letter| is_stress(letter) || plain_letter(letter).is_some()) {
        let next = plain_once(&plain);
        if next == *plain {
            break;
        }
        plain = Cow::Owned(next);
    }
    plain
}

/// Returns `true` for a mark that only shows the stress, after a Cyrillic letter.
pub(crate) const fn is_stress(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}')
}

/// Returns the letter that ё, or a vowel with a stress mark inside, is compared as; `None` for every
/// other letter. Latin letters are meant only among Cyrillic ones.
pub(crate) const fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        'ё' | 'ѐ' | 'é' | 'è' | 'ë' => 'е',
        'Ё' | 'Ѐ' | 'É' | 'È' | 'Ë' => 'Е',
        'ѝ' => 'и',
        'Ѝ' => 'И',
        'á' | 'à' => 'а',
        'Á' | 'À' => 'А',
        'ó' | 'ò' => 'о',
        'Ó' | 'Ò' => 'О',
        'ý' => 'у',
        'Ý' => 'У',
        _ => return None,
    })
}

fn plain_once(form: &str) -> String {
    let is_of_run = |letter: char| is_letter(letter) || matches!(letter, '\u{300}'..='\u{36F}');
    let mut plain = String::with_capacity(form.len());
    let mut rest = form;
    while !rest.is_empty() {
        let (run, behind) = rest.split_at(rest.find(|letter| !is_of_run(letter)).unwrap_or(rest.len()));
        plain_run(run, &mut plain);
        let next = behind.find(is_of_run).unwrap_or(behind.len());
        plain.push_str(&behind[..next]);
        rest = &behind[next..];
    }
    composed(&plain).into_owned()
}

/// Appends a run of letters and marks, plain where its letters are Cyrillic.
fn plain_run(run: &str, plain: &mut String) {
    let may_be_cyrillic = |letter: char| !is_letter(letter) || is_cyrillic(letter) || plain_letter(letter).is_some();
    if !run.contains(is_cyrillic) || !run.chars().all(may_be_cyrillic) {
        return plain.push_str(run);
    }
    // A mark without a letter before it shows no stress.
    let start = run.find(char::is_alphabetic).unwrap_or(run.len());
    plain.push_str(&run[..start]);
    let letters = run[start..].chars().filter(|letter| !is_stress(*letter));
    plain.extend(letters.map(|letter| plain_letter(letter).unwrap_or(letter)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn yo_is_ye_and_stress_is_nothing_in_cyrillic_words() {
        for (written, compared) in [
            ("Ёлка", "елка"),
            ("е\u{308}лка", "елка"),
            ("ё\u{301}лка", "елка"),
            ("е\u{301}\u{308}лка", "елка"),
            ("за\u{301}мок", "замок"),
            ("замо\u{300}к", "замок"),
            ("ЗА\u{301}МОК", "замок"),
            ("все\u{301}", "все"),
            ("всѐ", "все"),
            ("ѝх", "их"),
            ("свобóда", "свобода"),
            ("вéры", "веры"),
            ("елкë", "елке"),
            ("у\u{341}жин", "ужин"),
            ("қала\u{301}", "қала"),
            ("актёрі", "актері"),
            ("café-культу\u{301}ра", "café-культура"),
        ] {
            assert_eq!(comparable(written, false), compared, "{written}");
        }
        assert_eq!(comparable("Ёлка", true), "Елка");
    }

    #[test]
    fn other_letters_and_other_alphabets_keep_their_marks() {
        for form in [
            "йод",
            "їжак",
            "воўк",
            "ќе",
            "ѓон",
            "café",
            "naïve",
            "résumé",
            "e\u{301}lan",
            "Tóле",
            "\u{301}",
            "№\u{301}",
        ] {
            assert_eq!(comparable(form, true), fold(form, true), "{form}");
        }
    }

    proptest! {
        #[test]
        fn what_is_comparable_stays_so(form in "([а-яёіa-eéóѐѝЁ]|[\u{300}-\u{308}]|-|.){0,12}", case in any::<bool>()) {
            let once = comparable(&form, case).into_owned();
            prop_assert_eq!(comparable(&once, case), once.as_str());
            let folded = fold(&form, case);
            prop_assert_eq!(comparable(&folded, case), once.as_str());
        }

        #[test]
        fn marks_on_vowels_change_nothing(
            letters in "[бвгджзйклмнпрст]{0,3}[аеиоуыэюя][бвгджзйклмнпрст]{0,3}", mark in "[\u{300}\u{301}]?"
        ) {
            let at = letters.find(|letter| "аеиоуыэюя".contains(letter)).expect("there is a vowel") + 'а'.len_utf8();
            let marked = format!("{}{mark}{}", &letters[..at], &letters[at..]);
            prop_assert_eq!(comparable(&marked, false), letters.as_str());
            let dotted = letters.replace('е', "ё");
            prop_assert_eq!(comparable(&dotted, false), letters.as_str());
        }
    }
}
