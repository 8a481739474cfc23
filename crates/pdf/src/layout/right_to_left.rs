//! Words of Hebrew and Arabic, which files draw from left to right in the order of the page.

/// Returns a line with such words in the order in which they are read.
pub(super) fn in_reading_order(text: &str) -> Option<String> {
    if !text.contains(is_right_to_left) {
        return None;
    }
    let characters: Vec<char> = text.chars().collect();
    let mut read = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        if !is_right_to_left(characters[at]) {
            read.push(characters[at]);
            at += 1;
            continue;
        }
        let is_of_run = |character: char| is_right_to_left(character) || !character.is_alphanumeric();
        let run = characters[at..].iter().take_while(|character| is_of_run(**character)).count();
        let last = characters[at..at + run].iter().rposition(|character| is_right_to_left(*character));
        let run = last.map_or(run, |last| last + 1);
        read.extend(characters[at..at + run].iter().rev());
        at += run;
    }
    Some(read)
}

/// Letters, not digits, which are read from left to right.
fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{65F}' | '\u{66A}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_arabic_are_turned_and_others_are_not() {
        assert_eq!(in_reading_order("a ةيبرعلا b").as_deref(), Some("a العربية b"));
        assert_eq!(in_reading_order("тест"), None);
    }
}
