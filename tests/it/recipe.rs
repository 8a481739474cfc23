//! Recipes: read back as written, done again to the byte, and compared.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use proptest::prelude::*;
use tarazy_engine::{
    counting::Measure,
    encoding::{Encoding, EncodingChoice},
    language::Language,
    lexicon::{LexiconReading, LocalText, PatternSyntax, TableShape},
    matching::{LevelSet, Negation, Policy},
    repair::{RepairKind, RepairKinds},
    settings::{LanguageChoice, Options, ReadingOptions},
};
use tarazy_report::recipe::{
    About, Aspect, Counting, Recipe, RecipeLexicon, RecipeReason, RecipeText, recipe_differences,
};

fn local() -> impl Strategy<Value = LocalText> {
    let part = || prop::option::of(any::<String>());
    (part(), part(), part()).prop_map(|(kk, ru, en)| LocalText { kk, ru, en })
}

fn sha256() -> impl Strategy<Value = String> {
    "[0-9a-f]{64}"
}

fn language() -> impl Strategy<Value = LanguageChoice> {
    prop_oneof![
        Just(LanguageChoice::Auto),
        prop::sample::select(Language::ALL.to_vec()).prop_map(LanguageChoice::Fixed),
    ]
}

fn reading() -> impl Strategy<Value = ReadingOptions> {
    let encoding = prop_oneof![
        Just(EncodingChoice::Auto),
        prop::sample::select(Encoding::ALL.to_vec()).prop_map(EncodingChoice::Fixed),
    ];
    let repairs = prop::sample::subsequence(RepairKind::ALL.to_vec(), 0..=7);
    (encoding, repairs, any::<bool>()).prop_map(|(encoding, repairs, is_pretokenized)| ReadingOptions {
        encoding,
        repairs: RepairKinds::from(repairs),
        is_pretokenized,
    })
}

fn text() -> impl Strategy<Value = RecipeText> {
    let file = "[a-zа-яәғқңөұүһі0-9 ()_,.]{1,12}(/[a-zәғқ]{1,8}\\.txt)?".prop_filter("a path below", |file| {
        file.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
    });
    (local(), file, sha256(), language(), reading(), any::<String>(), any::<String>()).prop_map(
        |(title, file, sha256, language, reading, source, licence)| RecipeText {
            title,
            file,
            sha256,
            language,
            reading,
            source,
            licence,
        },
    )
}

fn counting() -> impl Strategy<Value = Counting> {
    let options = (
        prop::sample::select(Policy::ALL.to_vec()),
        prop::sample::select(Negation::ALL.to_vec()),
        prop::option::of(1_u8..=16),
        prop::option::of(prop::collection::vec(1_u8..=16, 1..4)),
        any::<bool>(),
    );
    (options, prop::sample::select(Measure::ALL.to_vec()), any::<bool>()).prop_map(
        |((policy, negation, level, levels, case_sensitive), measure, is_weighted)| Counting {
            options: Options { policy, level, only_levels: levels.and_then(LevelSet::new), case_sensitive, negation },
            measure,
            is_weighted,
        },
    )
}

fn recipe() -> impl Strategy<Value = Recipe> {
    let about = (local(), prop::collection::vec(any::<String>(), 0..3), prop::option::of(any::<u16>()), local());
    let about = about.prop_map(|(title, authors, year, description)| About {
        title,
        authors,
        year,
        description,
        publisher: "ҚазҰУ хабаршысы".to_owned(),
        identifier: "https://doi.org/10.0000/\"\\".to_owned(),
        licence: String::new(),
    });
    let reading =
        (prop::sample::select(&PatternSyntax::ALL[..]), prop::option::of(prop::sample::select(&TableShape::ALL[..])));
    let lexicon = (any::<String>(), sha256(), any::<bool>(), reading);
    let lexicon = lexicon.prop_map(|(id, sha256, is_file, (syntax, shape))| RecipeLexicon {
        id,
        version: "1.0.0".to_owned(),
        sha256,
        file: is_file.then(|| "lexicon/құндылық.toml".to_owned()),
        reading: LexiconReading { syntax, shape },
    });
    let language = prop::option::of(prop::sample::select(Language::ALL.to_vec()));
    (about, lexicon, counting(), prop::collection::vec(text(), 0..4), language).prop_map(
        |(about, lexicon, counting, texts, language)| Recipe {
            program: "0.1.0".to_owned(),
            language,
            about,
            lexicon,
            counting,
            texts,
        },
    )
}

proptest! {
    #[test]
    fn a_recipe_is_read_back_as_written(recipe in recipe()) {
        let written = recipe.to_toml();
        let read = Recipe::parse(&written).map_err(|error| TestCaseError::fail(format!("{error}\n{written}")))?;
        prop_assert_eq!(&read, &recipe);
        prop_assert_eq!(read.to_toml(), written);
        prop_assert!(recipe_differences(&recipe, &read).is_empty());
    }

    #[test]
    fn whatever_is_read_as_a_recipe_does_no_harm(text: String) {
        let _ = Recipe::parse(&text);
        let _ = Recipe::parse(&format!("format = 1\n{text}"));
    }

    #[test]
    fn a_setting_that_differs_is_named(one in counting(), other in counting()) {
        let recipe = |counting: Counting| Recipe { counting, ..Recipe::default() };
        let differences = recipe_differences(&recipe(one.clone()), &recipe(other.clone()));
        prop_assert_eq!(differences.is_empty(), one == other, "{:?}", differences);
        let differs = |aspect| differences.iter().any(|found| found.aspect == aspect);
        prop_assert_eq!(differs(Aspect::Policy), one.options.policy != other.options.policy);
        prop_assert_eq!(differs(Aspect::Measure), one.measure != other.measure);
        prop_assert_eq!(differs(Aspect::Case), one.options.case_sensitive != other.options.case_sensitive);
    }
}

const HEAD: &str =
    "format = 1\n[lexicon]\nid = \"values\"\nsha256 = \"SHA\"\n[counting]\nmeasure = \"share\"\npolicy = \"longest\"\n";

fn head() -> String {
    HEAD.replace("SHA", &"0".repeat(64))
}

#[test]
fn what_a_recipe_cannot_say_is_refused_with_its_place() {
    let text = |line: &str| format!("{}[[text]]\nsha256 = \"{}\"\n{line}\n", head(), "0".repeat(64));
    for bad in ["../a.txt", "/etc/passwd", "a/../../b", "C:a", "a\\\\b", "", "./a", "a//b"] {
        let error = Recipe::parse(&text(&format!("file = \"{bad}\""))).expect_err(bad);
        assert!(matches!(&error.reason, RecipeReason::Value { key, .. } if key == "text.file"), "{bad}: {error}");
        assert_eq!((error.line, error.column), (10, 8));
    }
    let place = |text: &str| {
        let error = Recipe::parse(text).expect_err(text);
        (error.code(), error.line, error.column)
    };
    assert_eq!(place(&text("file = \"a\"\ncolour = 1")), ("lex-unknown-key", 11, 1));
    assert_eq!(place(&text("")), ("lex-missing-key", 8, 1));
    assert_eq!(place(&text("file = [\"a\"]")), ("lex-wrong-type", 10, 8));
    assert_eq!(place(&text("file = \"a\"\nlanguage = \"de\"")), ("recipe-value", 11, 12));
    assert_eq!(place(&text("file = \"a\"\ntitle = { kk = \"Жарғы\", de = \"\" }")), ("lex-unknown-key", 11, 25));
    assert_eq!(place(&text("file = \"a\"\nrepairs = [\"hyphen\", 1]")), ("lex-wrong-type", 11, 22));
    assert_eq!(place(&text("file = ")), ("recipe-syntax", 10, 8));
    assert_eq!(place("format = 2\nnew = true"), ("recipe-format", 1, 10));
    assert_eq!(place("format = \"1\""), ("lex-wrong-type", 1, 10));
    assert_eq!(place("program = \"0.1.0\""), ("lex-missing-key", 1, 1));
    assert_eq!(place(&format!("{}level = 17\n", head())), ("recipe-value", 8, 9));
    assert_eq!(place(&format!("{}levels = [1, 0]\n", head())), ("recipe-value", 8, 14));
    assert_eq!(place(&head().replace("longest", "shortest")), ("recipe-value", 7, 10));
    assert_eq!(place(&head().replace(&"0".repeat(64), "abc")), ("recipe-value", 4, 10));
    let many = format!("{}{}", head(), "[[text]]\n".repeat(10_001));
    assert_eq!(place(&many).0, "recipe-too-many");
}

#[test]
fn a_text_whose_repairs_are_not_listed_has_them_all() {
    let text = |line: &str| format!("{}[[text]]\nsha256 = \"{}\"\nfile = \"a\"\n{line}", head(), "0".repeat(64));
    let repairs = |line: &str| Recipe::parse(&text(line)).expect("it is sound").texts[0].reading.repairs;
    assert_eq!(repairs(""), RepairKinds::from(RepairKind::ALL.to_vec()));
    assert_eq!(repairs("repairs = []"), RepairKinds::from(Vec::new()));
}

#[test]
fn texts_are_paired_by_their_bytes_before_their_titles() {
    let text = |title: &str, digit: &str| RecipeText {
        title: LocalText { en: Some(title.to_owned()), ..LocalText::default() },
        file: "a.txt".to_owned(),
        sha256: digit.repeat(64),
        language: LanguageChoice::Auto,
        reading: ReadingOptions::default(),
        source: String::new(),
        licence: String::new(),
    };
    let recipe = |texts| Recipe { texts, ..Recipe::default() };
    let before = recipe(vec![text("Amanat", "1"), text("Ақ жол", "2"), text("Ауыл", "3")]);
    let after = recipe(vec![text("Ақ жол партиясы", "2"), text("Amanat", "4"), text("Байтақ", "5")]);
    let found = recipe_differences(&before, &after);
    let aspects: Vec<_> = found.iter().map(|found| (found.aspect, found.text.as_str())).collect();
    assert_eq!(
        aspects,
        [
            (Aspect::TextRemoved, "Ауыл"),
            (Aspect::TextAdded, "Байтақ"),
            (Aspect::TextChanged, "Amanat"),
            (Aspect::TextTitle, "Ақ жол"),
            (Aspect::TextOrder, ""),
        ]
    );
}

/// A folder that is removed when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tarazy-recipe-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("texts")).expect("a folder");
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn tarazy(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarazy"));
    command.args(arguments).env("LC_ALL", "en_US.UTF-8").output().expect("the program runs")
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples").join(name)
}

#[test]
fn a_recipe_repeats_the_table_to_the_byte() {
    let folder = Folder::new("repeat");
    let texts = ["texts/kaz.txt", "texts/rus.txt"].map(|name| folder.path(name));
    fs::copy(sample("udhr-kaz.txt"), &texts[0]).expect("a copy");
    fs::copy(sample("udhr-rus.txt"), &texts[1]).expect("a copy");
    let lexicon = folder.path("own.dic");
    fs::write(&lexicon, "%\n1\tfreedom\n2\tlaw\n%\nбостанд*\t1\nзаң*\t2\nсвобод*\t1\nправ*\t1\t2\n").expect("written");
    let settings: [&[&str]; 4] = [
        &["--measure", "share"],
        &["--measure", "per-1000-words", "--policy", "liwc", "--case-sensitive", "--negation", "leave-out"],
        &["--measure", "count", "--lexicon", &lexicon, "--pattern-syntax", "glob", "--lang", "ru", "--no-repair"],
        &["--measure", "per-1000-words", "--pretokenized"],
    ];
    for (at, settings) in settings.iter().enumerate() {
        let recipe = folder.path(&format!("recipe-{at}.toml"));
        let call = |start: &[&str], end: &[&str]| {
            let texts = texts.each_ref().map(String::as_str);
            tarazy(&[start, &texts[..], settings, end].concat())
        };
        let counted = printed(&call(&["count"], &["--format", "csv"]));
        printed(&call(&["recipe", "make"], &["-o", &recipe]));
        assert!(fs::read_to_string(&recipe).expect("a recipe").contains("file = \"texts/kaz.txt\""));
        assert_eq!(printed(&tarazy(&["run", &recipe, "--format", "csv"])), counted);
        // The same under other names.
        let elsewhere = folder.path("elsewhere");
        fs::create_dir_all(Path::new(&elsewhere).join("deep")).expect("a folder");
        fs::copy(&texts[0], Path::new(&elsewhere).join("deep/x")).expect("a copy");
        fs::copy(&texts[1], Path::new(&elsewhere).join("y.bin")).expect("a copy");
        assert_eq!(printed(&tarazy(&["run", &recipe, "--texts", &elsewhere, "--format", "csv"])), counted);
    }
    let differences = tarazy(&["recipe", "diff", &folder.path("recipe-0.toml"), &folder.path("recipe-1.toml")]);
    let differences = printed(&differences);
    assert_eq!(
        differences,
        "measure: share → per-1000-words\npolicy for overlaps: longest → liwc\nnegated matches: ignore → leave-out\n\
         case-sensitive: false → true\n"
    );
}

#[test]
fn a_text_or_lexicon_that_is_not_the_named_one_is_refused() {
    let folder = Folder::new("refuse");
    let text = folder.path("texts/kaz.txt");
    fs::copy(sample("udhr-kaz.txt"), &text).expect("a copy");
    let recipe = folder.path("recipe.toml");
    printed(&tarazy(&["recipe", "make", &text, "-o", &recipe]));
    let failed = |output: Output| {
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    fs::write(&text, "Бостандық").expect("written");
    assert!(failed(tarazy(&["run", &recipe])).contains("texts/kaz.txt: this is not the text that the recipe names"));
    fs::remove_file(&text).expect("removed");
    assert!(failed(tarazy(&["run", &recipe])).contains("this text was not found"));
    fs::copy(sample("udhr-kaz.txt"), &text).expect("a copy");
    let written = fs::read_to_string(&recipe).expect("a recipe");
    let (head, rest) = written.split_once("[lexicon]").expect("it names a lexicon");
    let (lexicon, rest) = rest.split_once("[counting]").expect("it names settings");
    let start = lexicon.find("sha256 = \"").expect("it names a hash") + 10;
    let other =
        format!("{head}[lexicon]{}{}{}[counting]{rest}", &lexicon[..start], "0".repeat(64), &lexicon[start + 64..]);
    fs::write(&recipe, other).expect("written");
    assert!(failed(tarazy(&["run", &recipe])).contains("this is not the lexicon that the recipe names"));
}
