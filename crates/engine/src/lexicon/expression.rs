//! A regular expression as written → one over the forms that words are compared by.
//!
//! Forms are [comparable](crate::text::comparable): in small letters unless case is compared, with е
//! for ё, and without stress marks. The expression is changed likewise, so that `/ёлк/` finds елка
//! and ёлка, and nothing that it means is lost.

use std::{iter::Peekable, str::Chars};

use crate::text::{composed, fold_case, is_cyrillic, is_stress, plain_letter};

/// Changes an expression as forms are changed.
///
/// - Letters are written small unless `keeps_case`, but for those that mean something: `\D`,
///   `\p{Lu}`.
/// - ё becomes е, also in a class; at the end of a range (`[а-ё]`) both stand there, since the range
///   would be another one without ё.
/// - A stress mark after a Cyrillic letter, a class, a group or a dot is dropped with its
///   quantifier (`о\u{301}?`), since no form has it.
/// - A letter given by its number (`\x{451}`, `\u0451`) is that letter.
///
/// Law: the same again changes nothing of what it finds.
pub(super) fn comparable_expression(written: &str, keeps_case: bool) -> String {
    let written = composed(written);
    let mut expression = Expression { changed: String::with_capacity(written.len()), keeps_case, in_class: false };
    let mut rest = written.chars().peekable();
    while let Some(next) = rest.next() {
        if next != '\\' {
            expression.character(next, &mut rest);
            continue;
        }
        match numbered_letter(&rest) {
            Some((letter, length)) => {
                rest.nth(length - 1);
                expression.character(letter, &mut rest);
            }
            None => expression.escape(&mut rest),
        }
    }
    expression.changed
}

/// An expression that is being changed.
struct Expression {
    changed: String,
    keeps_case: bool,
    in_class: bool,
}

impl Expression {
    /// Appends a character that is no escape.
    fn character(&mut self, letter: char, rest: &mut Peekable<Chars<'_>>) {
        match letter {
            '[' => self.in_class = true,
            ']' => self.in_class = false,
            _ => {}
        }
        if is_stress(letter) && self.may_be_stressed() {
            skip_quantifier(rest);
            return;
        }
        let Some(plain) = plain_letter(letter).filter(|_| is_cyrillic(letter) || self.is_among_cyrillic(rest)) else {
            return self.push(letter);
        };
        let begins_range = self.in_class && rest.peek() == Some(&'-') && rest.clone().nth(1) != Some(']');
        let ends_range = self.in_class && self.changed.ends_with('-') && !self.changed.ends_with("[-");
        if begins_range {
            if !self.changed.ends_with(plain) {
                self.push(plain);
            }
            self.push(letter);
        } else if ends_range {
            self.push(letter);
            if rest.peek() != Some(&plain) {
                self.push(plain);
            }
        } else {
            self.push(plain);
        }
    }

    fn push(&mut self, letter: char) {
        // The P of a named group is no letter.
        if self.keeps_case || (letter == 'P' && self.changed.ends_with("(?")) {
            self.changed.push(letter);
        } else {
            self.changed.extend(fold_case(letter));
        }
    }

    /// Appends an escape as it is, with the name in its braces.
    fn escape(&mut self, rest: &mut Peekable<Chars<'_>>) {
        self.changed.push('\\');
        let Some(escaped) = rest.next() else { return };
        self.changed.push(escaped);
        if matches!(escaped, 'p' | 'P' | 'x' | 'u' | 'U' | 'b') && rest.peek() == Some(&'{') {
            for inside in rest.by_ref() {
                self.changed.push(inside);
                if inside == '}' {
                    break;
                }
            }
        }
    }

    /// Returns `true` if a stress mark that follows would stand after a Cyrillic letter.
    fn may_be_stressed(&self) -> bool {
        !self.in_class
            && self.changed.chars().next_back().is_some_and(|last| is_cyrillic(last) || matches!(last, ']' | ')' | '.'))
    }

    /// Returns `true` if a Latin letter that comes now has a Cyrillic one beside it.
    fn is_among_cyrillic(&self, rest: &mut Peekable<Chars<'_>>) -> bool {
        self.changed.chars().next_back().is_some_and(is_cyrillic) || rest.peek().is_some_and(|next| is_cyrillic(*next))
    }
}

/// Reads `x{451}`, `u0451` and the like behind a backslash: the letter or mark that it names, and the
/// number of characters. `None` for everything else, and for characters with a meaning of their own.
fn numbered_letter(rest: &Peekable<Chars<'_>>) -> Option<(char, usize)> {
    let mut ahead = rest.clone();
    let digits_at_most = match ahead.next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let (digits, length): (String, usize) = if ahead.peek() == Some(&'{') {
        ahead.next();
        let digits: String = ahead.by_ref().take_while(|digit| *digit != '}').collect();
        let length = digits.chars().count() + 3;
        (digits, length)
    } else {
        (ahead.take(digits_at_most).collect(), digits_at_most + 1)
    };
    let letter = char::from_u32(u32::from_str_radix(digits.trim(), 16).ok()?)?;
    (letter.is_alphabetic() || is_stress(letter)).then_some((letter, length))
}

/// Passes over `?`, `*`, `+` or `{…}` and what makes it lazy.
fn skip_quantifier(rest: &mut Peekable<Chars<'_>>) {
    match rest.peek() {
        Some('?' | '*' | '+') => {
            rest.next();
        }
        Some('{') => {
            rest.by_ref().find(|letter| *letter == '}');
        }
        _ => return,
    }
    if rest.peek() == Some(&'?') {
        rest.next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_change_as_forms_do() {
        for (written, changed) in [
            ("Ёлк", "елк"),
            ("^вс[её]$", "^вс[ее]$"),
            ("[а-яё]+", "[а-яе]+"),
            ("[а-ё]", "[а-ёе]"),
            ("[ё-ӹ]", "[её-ӹ]"),
            ("[^ё]", "[^е]"),
            ("[-ё]", "[-е]"),
            ("[ё-]", "[е-]"),
            ("свобо\u{301}?да", "свобода"),
            ("свобо\\u{301}?да", "свобода"),
            ("свобо\\u0301?да", "свобода"),
            ("(о|е)\u{301}*д", "(о|е)д"),
            ("[ое]\u{301}{0,1}д", "[ое]д"),
            ("\\x{451}лка", "елка"),
            ("\\x{410}", "а"),
            ("\\x41", "a"),
            ("\\x2e", "\\x2e"),
            ("е\u{308}лка", "елка"),
            ("свобóд", "свобод"),
            ("caf\u{e9}", "café"),
            ("\u{301}", "\u{301}"),
            ("\\D\\p{Lu}[A-Z]", "\\D\\p{Lu}[a-z]"),
            ("\\", "\\"),
            ("\\u", "\\u"),
            ("\\x{zz}", "\\x{zz}"),
        ] {
            assert_eq!(comparable_expression(written, false), changed, "{written}");
            assert_eq!(comparable_expression(changed, false), changed, "{written}");
            let with_case = comparable_expression(written, true);
            assert_eq!(comparable_expression(&with_case, false), changed, "{written}");
        }
        assert_eq!(comparable_expression("Ёлк[А-ЯЁ]", true), "Елк[А-ЯЕ]");
    }
}
