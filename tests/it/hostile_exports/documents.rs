//! Documents for word processors and LaTeX, references, the recipe.

use tarazy_report::{
    message::Messages,
    recipe::Recipe,
    report::{
        Article, ReferenceStyle, StudyReference, category_article, cited, docx, latex, lexicon_appendix,
        methods_article, references, table1_article,
    },
};

use super::{places::Study, rounds, shapes::office};

fn study_reference(study: &Study) -> StudyReference {
    let about = &study.file.recipe.about;
    StudyReference {
        title: about.title.get(tarazy_engine::language::Language::Kazakh).to_owned(),
        authors: about.authors.clone(),
        year: about.year,
        publisher: about.publisher.clone(),
        doi: about.identifier.clone(),
        url: about.licence.clone(),
    }
}

fn articles(study: &Study, messages: &Messages) -> [Article; 4] {
    let methods = study.methods();
    [
        category_article(&methods, 2, messages),
        table1_article(&methods, 1, messages),
        methods_article(&methods, None, None, messages),
        lexicon_appendix(&study.lexicon, messages),
    ]
}

#[test]
fn a_document_of_word_processors_has_no_element_more() {
    rounds(|study, harmless, messages| {
        for (found, expected) in articles(study, messages).iter().zip(articles(harmless, messages)) {
            let (found, expected) = (office(&docx(found)), office(&docx(&expected)));
            assert_eq!(found, expected);
            let acts = ["w:fldSimple", "w:instrText", "w:fldChar", "w:hyperlink", "w:object", "w:altChunk"];
            let elements = || found.iter().flat_map(|(_, elements)| elements);
            assert!(!elements().any(|element| acts.iter().any(|name| element.starts_with(name))));
        }
    });
}

/// What is left of LaTeX when everything that only sets a character is removed: commands, groups,
/// comments.
fn acting(text: &str) -> Vec<String> {
    const SYMBOLS: [&str; 9] = [
        "\\textbackslash{}",
        "\\textasciitilde{}",
        "\\textasciicircum{}",
        "\\textquotedbl{}",
        "\\textquotesingle{}",
        "\\textasciigrave{}",
        "\\allowbreak{}",
        "{[}",
        "{]}",
    ];
    let text: String = text.lines().filter(|line| !line.starts_with('%')).map(|line| format!("{line}\n")).collect();
    let text = SYMBOLS.iter().fold(text, |text, symbol| text.replace(symbol, "")).replace("{*}", "");
    let text =
        ["\\{", "\\}", "\\$", "\\&", "\\#", "\\_", "\\%"].iter().fold(text, |text, symbol| text.replace(symbol, ""));
    let text = text.replace("{}", "");
    // How wide a text is decides the size of a table's type, and may.
    let sizes = ["{\\setlength", "{\\footnotesize\\setlength", "{\\scriptsize\\setlength"];
    let text = sizes.iter().fold(text, |text, size| text.replace(size, "{\\small\\setlength"));
    let mut acting = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let mut command = String::from(letter);
                while let Some(next) = letters.next_if(char::is_ascii_alphabetic) {
                    command.push(next);
                }
                acting.push(command);
            }
            '{' | '}' | '$' | '&' | '#' | '_' | '%' | '^' => acting.push(letter.to_string()),
            letter => assert!(letter == '\n' || !letter.is_control(), "{letter:?}"),
        }
    }
    acting
}

#[test]
fn latex_has_no_command_more() {
    rounds(|study, harmless, messages| {
        for (found, expected) in articles(study, messages).iter().zip(articles(harmless, messages)) {
            let (found, expected) = (latex(found, messages), latex(&expected, messages));
            assert_eq!(acting(&found), acting(&expected), "{found}");
            let comments = |text: &str| text.lines().filter(|line| line.starts_with('%')).count();
            assert_eq!(comments(&found), comments(&expected));
        }
    });
}

#[test]
fn references_have_no_field_more() {
    rounds(|study, harmless, messages| {
        let entries = |study: &Study| cited(&study.methods(), Some(&study_reference(study)), messages);
        for style in ReferenceStyle::ALL {
            let found = references(&entries(study), style, messages);
            let expected = references(&entries(harmless), style, messages);
            assert_eq!(found.lines().count(), expected.lines().count(), "{found}");
            assert!(!found.contains(|letter: char| letter.is_control() && !"\r\n".contains(letter)), "{found:?}");
        }
        let ris = references(&entries(study), ReferenceStyle::Ris, messages);
        let is_field = |line: &str| line.is_empty() || line.get(2..6) == Some("  - ");
        assert!(ris.split("\r\n").all(is_field), "{ris}");
        let bibtex = references(&entries(study), ReferenceStyle::Bibtex, messages);
        // Braces are what ends a field.
        let mut depth = 0_i32;
        for (at, letter) in bibtex.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            assert!(depth >= 0, "{bibtex}");
            assert!(depth == 0 || letter != '@' || bibtex[..at].contains("url = "), "{bibtex}");
        }
        assert_eq!(depth, 0, "{bibtex}");
        assert_eq!(bibtex.lines().filter(|line| line.starts_with('@')).count(), 3);
    });
}

#[test]
fn a_recipe_is_read_back_as_it_was() {
    rounds(|study, _, _| {
        let text = study.file.recipe.to_toml();
        assert_eq!(Recipe::parse(&text).as_ref(), Ok(&study.file.recipe), "{text}");
        let hidden = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!text.contains(hidden) && !text.contains(|letter: char| letter.is_control() && letter != '\n'));
    });
}
