//! The examples in a lexicon file → whether they count as promised.

use crate::{
    lexicon::{Lexicon, LexiconTest},
    matching::{Levels, Matcher, Negation, Policy, columns_at},
    problem::{Argument, Problem, SourceLocation},
    text::{Interner, Tokenizer},
};

/// Runs the examples of a lexicon and returns a problem for each count that is not as the example
/// says, in file order.
///
/// Categories that an example does not name are expected to count 0. Nothing is merged: each
/// category has its own entries only.
pub fn run_lexicon_tests(lexicon: &Lexicon, file: &str) -> Vec<Problem> {
    let mut interner = Interner::new();
    lexicon.tests.iter().flat_map(|test| run(lexicon, test, file, &mut interner)).collect()
}

fn run(lexicon: &Lexicon, test: &LexiconTest, file: &str, interner: &mut Interner) -> Vec<Problem> {
    let problem = |code: &str, arguments| Problem {
        code: code.to_owned(),
        is_warning: false,
        place: SourceLocation { file: Some(file.to_owned()), line: Some(test.line), column: None },
        arguments,
    };
    let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
    let number = |name: &str, value: u64| (name.to_owned(), Argument::from(value));
    let Some(policy) = Policy::from_name(&test.policy) else {
        return vec![problem("lex-test-policy", vec![text("policy", &test.policy)])];
    };
    let tokens = Tokenizer::tokenize(&test.text, interner);
    let negation = if test.leaves_out_negated { Negation::LeaveOut } else { Negation::Ignore };
    let mut matcher = Matcher::with_negation(lexicon, Some(test.language), Levels::All, false, negation);
    let cells = matcher.count(&test.text, &tokens, interner.vocabulary(), policy);
    let (columns, _) = columns_at(lexicon, Levels::All);
    let wrong = columns.iter().zip(cells).filter_map(|(column, cell)| {
        let path = &lexicon.category(column.category)?.path;
        let expected = test.expect.iter().find(|(name, _)| name == path).map_or(0, |(_, count)| *count);
        (expected != cell.count).then(|| {
            let arguments = vec![
                text("path", path),
                number("found", cell.count),
                number("expected", expected),
                text("text", &test.text),
            ];
            problem("lex-test-failed", arguments)
        })
    });
    wrong.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{BUILTIN_IDS, builtin_source, read_toml};

    #[test]
    fn built_in_lexicons_keep_their_promises() {
        for id in BUILTIN_IDS {
            let reading = read_toml(builtin_source(id).unwrap_or("")).unwrap_or_else(|errors| panic!("{errors:#?}"));
            assert_eq!(reading.lexicon.id, id);
            assert_eq!(reading.warnings, []);
            let problems = run_lexicon_tests(&reading.lexicon, id);
            assert!(problems.is_empty(), "{} of {}: {problems:#?}", problems.len(), reading.lexicon.tests.len());
        }
    }
}
