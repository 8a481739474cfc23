//! A name in any script → an id.

/// Makes an id of a name: small Latin letters, digits and hyphens; Cyrillic letters are written in
/// Latin ones.
///
/// `otherwise` is for a name without letters and digits.
pub(in crate::lexicon) fn id_of(name: &str, otherwise: &str) -> String {
    let mut id = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if id.len() >= LONGEST_ID {
            break;
        }
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            _ => match CYRILLIC.iter().find(|(cyrillic, _)| *cyrillic == letter) {
                Some((_, latin)) => id.push_str(latin),
                None if !id.is_empty() && !id.ends_with('-') => id.push('-'),
                None => {}
            },
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { otherwise.to_owned() } else { id.to_owned() }
}

/// The longest id, in bytes, give or take a letter: a path holds those of all ancestors.
const LONGEST_ID: usize = 64;

/// Cyrillic letters of Kazakh and Russian in Latin ones, for ids only.
const CYRILLIC: [(char, &str); 42] = [
    ('а', "a"),
    ('ә', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('қ', "q"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "u"),
    ('ү', "u"),
    ('ф', "f"),
    ('х', "h"),
    ('һ', "h"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "sch"),
    ('ъ', ""),
    ('ы', "y"),
    ('і', "i"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_names_in_any_script() {
        for (name, id) in [
            ("Values", "values"),
            ("G7 states", "g7-states"),
            ("Әділеттілік", "adilettilik"),
            ("Экономика / рост", "ekonomika-rost"),
            ("!!!", "category"),
        ] {
            assert_eq!(id_of(name, "category"), id);
        }
    }
}
