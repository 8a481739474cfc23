//! The form under which words are compared.

use std::borrow::Cow;

use super::composed::composed;

/// Folds a word for comparison: NFC, full case folding unless `is_case_sensitive`, every hyphen and
/// apostrophe in its plain shape, soft hyphens, variation selectors and zero-width
/// characters dropped.
///
/// Case folding is Unicode's default, without the Turkish rules: `І` is `і`, `I` is `i`, `ς` is `σ`,
/// `ß` is `ss`. Marks stay: `й` and `ё` are letters. Law: `fold(fold(x)) == fold(x)`.
///
/// ```
/// assert_eq!(tarazy_engine::text::fold("ҚАДІР‐ҚАСИЕТ", false), "қадір-қасиет");
/// assert_eq!(tarazy_engine::text::fold("people’s", true), "people's");
/// ```
pub fn fold(form: &str, is_case_sensitive: bool) -> Cow<'_, str> {
    if form.is_ascii() {
        return if is_case_sensitive || !form.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Borrowed(form)
        } else {
            Cow::Owned(form.to_ascii_lowercase())
        };
    }
    if form.chars().all(is_folded) {
        return Cow::Borrowed(form);
    }
    let mut folded = String::with_capacity(form.len());
    let letters = composed(form);
    if is_case_sensitive {
        folded.extend(letters.chars().filter_map(plain));
    } else {
        folded.extend(letters.chars().flat_map(fold_case).filter_map(plain));
    }
    // Small letters may compose where capitals did not.
    let again = match composed(&folded) {
        Cow::Owned(again) => Some(again),
        Cow::Borrowed(_) => None,
    };
    Cow::Owned(again.unwrap_or(folded))
}

/// Returns `true` for letters that are folded already and join with no other: small letters, digits
/// and the plain hyphen and apostrophe of Kazakh, Russian and English.
const fn is_folded(letter: char) -> bool {
    matches!(letter, 'a'..='z' | '0'..='9' | '-' | '\'' | 'а'..='я' | 'ё')
        || matches!(letter, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і')
}

/// Returns a letter with its case folded, in full: as small letter of its capital, so that `ς` and
/// `σ` are one, and `ß` is what its capitals are. The dotless i of Kazakh in Latin letters is no `i`.
///
/// <https://www.unicode.org/versions/latest/core-spec/chapter-3/#G33992>
pub(crate) fn fold_case(letter: char) -> impl Iterator<Item = char> {
    let is_dotless = letter == 'ı';
    let folded = letter.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    folded.map(move |folded| if is_dotless { letter } else { folded })
}

/// The plain shape of a character, or `None` for one that is not seen.
fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{2010}' | '\u{2011}' | '\u{2212}' => Some('-'),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{2032}' => Some('\''),
        '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => None,
        letter => Some(letter),
    }
}

/// Returns `true` if a character stands for a hyphen inside a word.
pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_shapes_fold_to_one_form() {
        for (written, folded) in [
            ("Әділет", "әділет"),
            ("ӘДІЛЕТ", "әділет"),
            ("и\u{306}од", "йод"),
            ("Ёлка", "ёлка"),
            ("өзін\u{2011}өзі", "өзін-өзі"),
            ("сво\u{AD}бода", "свобода"),
            ("don’t", "don't"),
            ("İ", "i\u{307}"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("ΛΟΓΟΣ", "λογοσ"),
            ("λόγος", "λόγοσ"),
            ("ﬁn", "fin"),
            ("ŉ", "'n"),
            ("ıI", "ıi"),
            ("\u{1C80}", "в"),
            ("❤\u{FE0F}", "❤"),
        ] {
            assert_eq!(fold(written, false), folded);
            assert_eq!(fold(folded, false), folded, "idempotent");
        }
        assert_eq!(fold("Әділет", true), "Әділет");
    }
}
