//! A text that is already tokens: one a line, an empty line is a break.

use super::{
    interner::Interner,
    span::to_u32,
    token::{Tokens, TypeId},
};

/// Reads tokens, one a line; an empty line is a break that no phrase crosses. The white space
/// around a token is not part of it.
///
/// Nothing is segmented: `new_york` or `:-)` is one token. Sentences begin at the start and after
/// each break.
pub fn tokenize_pretokenized(text: &str, interner: &mut Interner) -> Tokens {
    let mut tokens = Tokens::default();
    let mut at = 0;
    let mut begins_sentence = true;
    for line in text.split_inclusive('\n') {
        let token = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let id = interner.intern_token(token);
        if token.is_empty() || id == TypeId::BREAK {
            tokens.push_break(start);
            begins_sentence = true;
            continue;
        }
        if std::mem::take(&mut begins_sentence) {
            tokens.sentence_starts.push(to_u32(tokens.len()));
        }
        tokens.push(id, to_u32(start), to_u32(start + token.len()));
        let characters = token.chars().count() as u64;
        tokens.sizes.characters += characters;
        tokens.sizes.characters_without_spaces += characters;
    }
    tokens.count_types(interner);
    tokens
}
