//! The card of a lexicon: its words, its figures, and the files of the built-in ones.

use std::{fs, path::Path};

use tarazy_engine::{
    lexicon::{BUILTIN_IDS, Lexicon, builtin_source, read_toml},
    settings::Options,
    study::LexiconCard,
};
use tarazy_report::report::{self, Methods, card_article};

use super::{about, all_messages, study};

/// A lexicon with a card: Kazakh is validated by category, Russian as a whole, English is not.
pub fn validated() -> Lexicon {
    let validation = |language: &str, category: &str, more: &str| {
        format!(
            "[[validation]]\nlanguage = \"{language}\"\n{category}version = \"1.0.0\"\ndate = \"2026-12-01\"\n\
             texts = {{ kk = \"Қырық сөз\", ru = \"Сорок речей\", en = \"Forty speeches\" }}\nsampled = 20\ncorrect = 15\n\
             debatable = 3\nwrong = 2\n{more}\n"
        )
    };
    let file = [
        "format = 1\nid = \"own\"\nversion = \"1.2.0\"\nlanguages = [\"kk\", \"ru\", \"en\"]\nsource = \"Own list\"\n\
         title = { kk = \"Бостандық\", ru = \"Свобода\", en = \"Liberty\" }\ndescription = \"For tests\"\n\
         [card]\nlimits = { kk = \"Шегі\", ru = \"Пределы\", en = \"Limits\" }\nweaknesses = \"*Weak* <b>|</b>\"\n",
        &validation("kk", "category = \"freedom\"\n", "coders = 2\nkappa = 0.814\n"),
        &validation("kk", "category = \"justice\"\n", "coders = 1\nmarked = 40\nfound = 33\n"),
        &validation("ru", "", "coders = 1\n"),
        "[[category]]\nid = \"freedom\"\ntitle = { kk = \"Еркіндік\", ru = \"Свобода\", en = \"Freedom\" }\n\
         description = \"Liberty\"\nkk.entries = [\"азат\"]\n[[category]]\nid = \"justice\"\nkk.entries = [\"сот\"]\n",
        "[[test]]\nlang = \"kk\"\ntext = \"Азат ел\"\nexpect = { freedom = 1 }\nexample = \"freedom\"\n",
        "[[test]]\nlang = \"en\"\ntext = \"Free ride\"\nexpect = {}\nexample = \"freedom\"\n",
    ];
    read_toml(&file.concat()).expect("it is sound").lexicon
}

#[test]
fn a_card_states_what_is_known_and_what_is_not_in_three_languages() {
    let lexicon = validated();
    for messages in all_messages() {
        let card = card_article(&LexiconCard::of(&lexicon), &messages).markdown();
        // The hash names the file, and every change of the file above is another one.
        let card = card.replace(&lexicon.sha256, "…");
        insta::with_settings!({
            snapshot_path => "../snapshots",
            snapshot_suffix => messages.language().code(),
            prepend_module_to_snapshot => false,
        }, {
            insta::assert_snapshot!("lexicon-card", card);
        });
    }
}

#[test]
fn cards_of_built_in_lexicons_are_what_the_program_prints() {
    for id in BUILTIN_IDS {
        let lexicon = read_toml(builtin_source(id).expect("it is built in")).expect("it is sound").lexicon;
        let card = LexiconCard::of(&lexicon);
        let printed = all_messages().map(|messages| card_article(&card, &messages).markdown()).join("\n");
        let path = format!("lexicons/{id}.md");
        let kept = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).expect("it can be read");
        assert!(kept == printed, "run: cargo run -- lexicon card {id} -o {path}");
    }
}

/// A lexicon that nobody has validated.
fn unvalidated() -> Lexicon {
    Lexicon { validations: Vec::new(), ..validated() }
}

#[test]
fn the_methods_paragraph_quotes_the_validation_of_the_languages_of_the_texts() {
    let (table, with, without) = (study(&["Жарғы"], Options::default()), validated(), unvalidated());
    for messages in all_messages() {
        let written = |lexicon| report::methods_sentences(&about(&table, lexicon), &messages).join("\n");
        let kazakh = messages.get("methods-language-kk");
        let (quoted, none) = (written(&with), written(&without));
        let sentence = quoted.lines().find(|sentence| sentence.contains("75 % (60–86 %)")).expect(&quoted);
        assert!(
            sentence.contains("90 % (77–96 %)") && sentence.contains("1, 2") && sentence.contains(&kazakh),
            "{sentence}"
        );
        let missing = messages.format("methods-validation-none", &[("list", kazakh.into())]);
        assert!(none.contains(&missing) && !quoted.contains(&missing), "{none}");
        let unknown =
            report::methods_sentences(&Methods { lexicon: None, ..about(&table, &with) }, &messages).join("\n");
        assert!(!unknown.contains("75 %") && !unknown.contains(&missing), "what is not at hand is not stated");
    }
}
