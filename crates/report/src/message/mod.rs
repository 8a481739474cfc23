//! Sentences of the interface in Kazakh, Russian and English.
//!
//! Code names a message by its key and passes values; the sentence, its plural forms and its word
//! order are the message file's. Files are Fluent (`<language>/<area>.ftl`), part of the program,
//! and hold the same keys in each language.

use std::rc::Rc;

pub use fluent_bundle::FluentValue;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use tarazy_engine::{
    language::Language,
    problem::{Argument, Problem, shortened},
};

/// The message files in the folder of a language.
macro_rules! files_in {
    ($folder:literal) => {
        &[
            include_str!(concat!($folder, "/shell.ftl")),
            include_str!(concat!($folder, "/views.ftl")),
            include_str!(concat!($folder, "/counting.ftl")),
            include_str!(concat!($folder, "/repairs.ftl")),
            include_str!(concat!($folder, "/why.ftl")),
            include_str!(concat!($folder, "/report.ftl")),
            include_str!(concat!($folder, "/figures.ftl")),
            include_str!(concat!($folder, "/parallel.ftl")),
            include_str!(concat!($folder, "/lint.ftl")),
            include_str!(concat!($folder, "/differences.ftl")),
            include_str!(concat!($folder, "/coding.ftl")),
            include_str!(concat!($folder, "/problems.ftl")),
            include_str!(concat!($folder, "/recipe.ftl")),
            include_str!(concat!($folder, "/publication.ftl")),
            include_str!(concat!($folder, "/article.ftl")),
            include_str!(concat!($folder, "/card.ftl")),
            #[cfg(feature = "cli")]
            include_str!(concat!($folder, "/cli.ftl")),
            include_str!(concat!($folder, "/documents.ftl")),
            include_str!(concat!($folder, "/intake.ftl")),
            include_str!(concat!($folder, "/keeping.ftl")),
            include_str!(concat!($folder, "/workbench.ftl")),
            include_str!(concat!($folder, "/figure.ftl")),
        ]
    };
}

/// The message files of a language.
const fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::Kazakh => files_in!("kk"),
        Language::Russian => files_in!("ru"),
        Language::English => files_in!("en"),
    }
}

type Bundle = FluentBundle<FluentResource>;

/// All messages in one language.
#[derive(Clone)]
pub struct Messages {
    language: Language,
    bundle: Rc<Bundle>,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Messages {
    /// Reads the messages of a language.
    pub fn new(language: Language) -> Self {
        Self { language, bundle: Rc::new(bundle(language)) }
    }

    /// Returns the language of the messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns a message that mentions no values; the key itself where there is no such message.
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// Returns a message with values in it; the key itself where there is no such message.
    pub fn format(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, value.clone());
        }
        // An argument that is missing shows as its name, which a reader can report; there is
        // nothing better to do here.
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// Returns the sentence for a problem without its place.
    pub fn problem_sentence(&self, problem: &Problem) -> String {
        let values: Vec<(&str, FluentValue<'_>)> =
            problem.arguments.iter().map(|(name, argument)| (name.as_str(), value(argument))).collect();
        self.format(&problem.code, &values)
    }

    /// Returns the sentence for a problem, its place first: «values.toml, line 12, column 5: …».
    pub fn problem(&self, problem: &Problem) -> String {
        let sentence = self.problem_sentence(problem);
        let place = &problem.place;
        match (&place.file, place.line, place.column) {
            (Some(file), Some(line), Some(column)) => self.format(
                "problem-at-column",
                &[
                    ("file", file.as_str().into()),
                    ("line", line.to_string().into()),
                    ("column", column.to_string().into()),
                    ("sentence", sentence.into()),
                ],
            ),
            (Some(file), Some(line), None) => self.format(
                "problem-at-line",
                &[("file", file.as_str().into()), ("line", line.to_string().into()), ("sentence", sentence.into())],
            ),
            (Some(file), ..) => {
                self.format("problem-in-file", &[("file", file.as_str().into()), ("sentence", sentence.into())])
            }
            _ => sentence,
        }
    }
}

fn bundle(language: Language) -> Bundle {
    let identifier = language.code().parse().expect("kk, ru and en name languages");
    let mut bundle = FluentBundle::new(vec![identifier]);
    // The marks that Fluent puts around values are for mixed directions; all our languages run left
    // to right.
    bundle.set_use_isolating(false);
    for file in files(language) {
        // A file with a broken message yields the sound ones; a test reads every file and finds the
        // broken.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn value(argument: &Argument) -> FluentValue<'_> {
    match argument {
        Argument::Number(number) => FluentValue::from(*number),
        Argument::Text(text) => FluentValue::from(shortened(text, MAX_QUOTED)),
    }
}

/// The most characters of a value that a message repeats: it is no longer than a person reads,
/// whatever a file holds.
const MAX_QUOTED: usize = 500;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every key of a language with the variables that its message mentions.
    fn keys(language: Language) -> BTreeSet<(String, BTreeSet<String>)> {
        let mut keys = BTreeSet::new();
        for source in files(language) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(_, errors)| {
                panic!("{language:?}: {errors:?}");
            });
            drop(resource);
            let mut key = String::new();
            let mut variables = BTreeSet::new();
            for line in source.lines() {
                if let Some((start, _)) = line.split_once('=')
                    && line.starts_with(|letter: char| letter.is_ascii_lowercase())
                {
                    if !key.is_empty() {
                        assert!(keys.insert((key, std::mem::take(&mut variables))), "{language:?}: twice: {line}");
                    }
                    key = start.trim().to_owned();
                }
                let names = line.split('$').skip(1).map(|rest| {
                    rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
                });
                variables.extend(names);
            }
            keys.insert((key, variables));
        }
        keys
    }

    #[test]
    fn a_long_value_is_cut_in_the_message() {
        let problem = Problem {
            code: "lex-id".to_owned(),
            is_warning: false,
            place: tarazy_engine::problem::SourceLocation::default(),
            arguments: vec![("id".to_owned(), Argument::Text("ұ".repeat(1_000_000)))],
        };
        for language in Language::ALL {
            let sentence = Messages::new(language).problem(&problem);
            assert!(sentence.contains("ұұұ…") && sentence.chars().count() < 1_000, "{language:?}");
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_values() {
        let english = keys(Language::English);
        for language in Language::ALL {
            let own = keys(language);
            let missing: Vec<_> = english.symmetric_difference(&own).collect();
            assert!(missing.is_empty(), "{language:?}: {missing:#?}");
        }
    }
}
