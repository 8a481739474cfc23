//! How a word changes inside a phrase, where only the last word inflects.
//!
//! The owner of what is possessed may stand in the genitive: халық мүддесі and халықтың мүддесі say
//! the same. What is somewhere becomes an attribute before a noun: заң алдында тең, заң алдындағы
//! теңдік.

/// The ends of a noun in the possessive of the third person, in each case.
const POSSESSED: [&str; 16] = [
    "ы",
    "і",
    "ын",
    "ін",
    "ына",
    "іне",
    "ында",
    "інде",
    "ынан",
    "інен",
    "ының",
    "інің",
    "ымен",
    "імен",
    "ындағы",
    "індегі",
];

/// Returns `true` if a word as a phrase has it ends as a noun in the possessive of the third person
/// does: мүддесі, үстемдігіне.
pub(super) fn is_possessed(word: &str) -> bool {
    POSSESSED.iter().any(|end| word.strip_suffix(end).is_some_and(|start| start.chars().nth(1).is_some()))
}

/// Returns the attribute that a word in the locative makes: алдындағы of алдында. Nothing for
/// shorter words, which are no locatives.
pub(super) fn attributive(word: &str) -> Option<String> {
    let ending = ["да", "та"].iter().any(|end| word.ends_with(end)).then_some("ғы");
    let ending = ending.or_else(|| ["де", "те"].iter().any(|end| word.ends_with(end)).then_some("гі"))?;
    word.chars().nth(3).map(|_| format!("{word}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_may_stand_before_possessed_words_only() {
        for word in ["мүддесі", "үстемдігі", "бостандығына", "бірлігінің", "құқығы"]
        {
            assert!(is_possessed(word), "{word}");
        }
        for word in ["мүдде", "теңдік", "ел", "мен", "ту", "ұйым"] {
            assert!(!is_possessed(word), "{word}");
        }
    }

    #[test]
    fn a_locative_becomes_an_attribute() {
        assert_eq!(attributive("алдында").as_deref(), Some("алдындағы"));
        assert_eq!(attributive("елімізде").as_deref(), Some("еліміздегі"));
        assert_eq!((attributive("де"), attributive("халық")), (None, None));
    }
}
