//! Properties of characters that several modules ask for.

/// Returns `true` if a character turns the direction of the text around it (Unicode Standard Annex
/// 9, explicit directional marks).
pub const fn is_directional(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
