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
    settings::{
        DocumentId, LanguageChoice, LexiconSource, MetadataField, MetadataValue, Options, ReadingOptions,
        Table1Options, accepted_metadata,
    },
    study::Change,
};
use tarazy_report::recipe::{
    About, Aspect, Counting, Extraction, Recipe, RecipeLexicon, RecipeReason, RecipeText, recipe_differences, replay,
};

use crate::table1::table1_options;

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

fn extraction() -> impl Strategy<Value = Extraction> {
    (prop::option::of(any::<String>()), prop::collection::vec("[a-z]{1,5}(-[a-z]{1,5})?", 0..3), any::<bool>())
        .prop_map(|(column, include, without_notes)| Extraction { column, include, without_notes })
}

fn metadata() -> impl Strategy<Value = Vec<MetadataField>> {
    let value = prop_oneof![
        any::<String>().prop_map(MetadataValue::Text),
        any::<f64>().prop_map(MetadataValue::Number),
        any::<i64>().prop_map(|number| MetadataValue::Number(number as f64)),
        prop::sample::select(vec![0.0, -0.0, 2023.0, -1.5, 1e300, 5e-324, 9_007_199_254_740_992.0])
            .prop_map(MetadataValue::Number),
        "(1[0-9]{3}|20[0-9]{2})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?".prop_map(MetadataValue::Date),
    ];
    let name = prop_oneof![any::<String>(), "[a-zA-Z0-9_-]{1,3}", "party|партия|ел аты"];
    prop::collection::vec((name, value), 0..6).prop_map(|fields| {
        accepted_metadata(fields.into_iter().map(|(name, value)| MetadataField { name, value }).collect()).0
    })
}

fn text() -> impl Strategy<Value = RecipeText> {
    let file = "[a-zа-яәғқңөұүһі0-9 ()_,.]{1,12}(/[a-zәғқ]{1,8}\\.txt)?".prop_filter("a path below", |file| {
        file.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
    });
    let how = (language(), reading(), extraction());
    (local(), file, sha256(), how, metadata(), any::<String>(), any::<String>()).prop_map(
        |(title, file, sha256, (language, reading, extraction), metadata, source, licence)| RecipeText {
            title,
            file,
            sha256,
            language,
            reading,
            extraction,
            metadata,
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
    (options, table1_options(), prop::sample::select(Measure::ALL.to_vec()), any::<bool>()).prop_map(
        |((policy, negation, level, levels, case_sensitive), table1, measure, is_weighted)| Counting {
            options: Options {
                policy,
                level,
                only_levels: levels.and_then(LevelSet::new),
                case_sensitive,
                negation,
                table1,
            },
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
        prop_assert_eq!(differs(Aspect::Table1), one.options.table1 != other.options.table1);
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
fn what_table_1_names_is_stated_as_a_whole_or_is_as_it_was_before_it_could_be_chosen() {
    let with = |lines: &str| format!("{}{lines}", head());
    let all = "[table1]\ntopics_compete = true\nspecial_rate = 7\nspecial_matches = 3\ndominant_matches = 30\n";
    let table1 = |text: &str| Recipe::parse(text).expect(text).counting.options.table1;
    assert_eq!(table1(&head()), Table1Options::unstated());
    let stated = Table1Options { topics_compete: true, special_rate: 7, special_matches: 3, dominant_matches: 30 };
    assert_eq!(table1(&with(all)), stated);
    for (from, to, code, line) in [
        ("special_rate = 7\n", "", "lex-missing-key", 8),
        ("topics_compete = true\n", "", "lex-missing-key", 8),
        ("topics_compete = true", "topics_compete = 1", "lex-wrong-type", 9),
        ("special_rate = 7", "special_rate = 1001", "recipe-value", 10),
        ("special_rate = 7", "special_rate = 7.5", "lex-wrong-type", 10),
        ("special_matches = 3", "special_matches = 0", "recipe-value", 11),
        ("dominant_matches = 30", "dominant_matches = 1000001", "recipe-value", 12),
        ("dominant_matches = 30", "dominant_matches = -1", "recipe-value", 12),
        ("dominant_matches", "dominant_share", "lex-unknown-key", 12),
        ("[table1]", "[[table1]]", "lex-wrong-type", 8),
    ] {
        let error = Recipe::parse(&with(&all.replace(from, to))).expect_err(to);
        assert_eq!((error.code(), error.line), (code, line), "{from} → {to}: {error}");
    }
}

#[test]
fn data_are_read_by_type_in_the_order_of_the_file() {
    let text = |line: &str| format!("{}[[text]]\nsha256 = \"{}\"\nfile = \"a\"\n{line}\n", head(), "0".repeat(64));
    let line = "metadata = { year = 2023, party = \"Ауыл\", \"ел аты\" = \"Қазақстан\", date = 2023-03-19, \
                share = 0.5, month = { date = \"2023-03\" }, code = \"007\" }";
    let recipe = Recipe::parse(&text(line)).expect("it is sound");
    let field = |name: &str, value| MetadataField { name: name.to_owned(), value };
    let text_value = |value: &str| MetadataValue::Text(value.to_owned());
    assert_eq!(
        recipe.texts[0].metadata,
        [
            field("year", MetadataValue::Number(2023.0)),
            field("party", text_value("Ауыл")),
            field("ел аты", text_value("Қазақстан")),
            field("date", MetadataValue::Date("2023-03-19".to_owned())),
            field("share", MetadataValue::Number(0.5)),
            field("month", MetadataValue::Date("2023-03".to_owned())),
            field("code", text_value("007")),
        ]
    );
    assert!(recipe.to_toml().contains(line), "{}", recipe.to_toml());
    let lexicon = LexiconSource::Builtin("values".to_owned());
    let changes = replay(&recipe, lexicon, vec![b"law".to_vec()]);
    assert_eq!(changes.last(), Some(&Change::SetMetadata(DocumentId(0), recipe.texts[0].metadata.clone())));
}

#[test]
fn data_that_a_recipe_cannot_have_are_refused_with_their_place() {
    let long = format!("metadata = {{ a = \"{}\" }}", "x".repeat(2_001));
    let many = (0..101).map(|at| format!("a{at} = 1")).collect::<Vec<_>>().join(", ");
    let many = format!("metadata = {{ {many} }}");
    for (line, code, column) in [
        ("metadata = { a = 1, a = 2 }", "recipe-syntax", 21),
        ("metadata = { a = \"x\\u0007\" }", "data-control-character", 18),
        ("metadata = { \"a\\nb\" = 1 }", "data-control-character", 23),
        ("metadata = { \" \" = 1 }", "data-no-name", 14),
        ("metadata = { a = nan }", "lex-wrong-type", 18),
        ("metadata = { a = -inf }", "lex-wrong-type", 18),
        ("metadata = { a = 1e999 }", "lex-wrong-type", 18),
        ("metadata = { a = 9007199254740994 }", "recipe-value", 18),
        ("metadata = { a = true }", "lex-wrong-type", 18),
        ("metadata = { a = [1] }", "lex-wrong-type", 18),
        ("metadata = { a = 2023-03-19T10:00:00 }", "lex-wrong-type", 18),
        ("metadata = { a = { date = \"2023-13\" } }", "data-not-a-date", 18),
        ("metadata = { a = { day = \"2023\" } }", "lex-unknown-key", 20),
        ("metadata = 1", "lex-wrong-type", 12),
        (long.as_str(), "data-value-too-long", 18),
        (many.as_str(), "data-too-many", 12),
        ("include = [\"Head ers\"]", "recipe-value", 12),
        ("notes = \"no\"", "lex-wrong-type", 9),
    ] {
        let text = format!("{}[[text]]\nsha256 = \"{}\"\nfile = \"a\"\n{line}\n", head(), "0".repeat(64));
        let error = Recipe::parse(&text).expect_err(line);
        assert_eq!((error.code(), error.line, error.column), (code, 11, column), "{line}: {error}");
    }
}

#[test]
fn data_and_extraction_that_differ_are_named() {
    let field = |name: &str, value: &str| MetadataField { name: name.to_owned(), value: MetadataValue::of(value) };
    let recipe = |metadata: Vec<MetadataField>, column: Option<&str>| {
        let extraction = Extraction { column: column.map(str::to_owned), ..Extraction::default() };
        let text = RecipeText { sha256: "1".repeat(64), metadata, extraction, ..RecipeText::default() };
        Recipe { texts: vec![text], ..Recipe::default() }
    };
    let before = recipe(vec![field("party", "Ауыл"), field("year", "2019")], None);
    let after = recipe(vec![field("party", "Ауыл"), field("year", "2023"), field("day", "2023-03-19")], Some("text"));
    let found = recipe_differences(&before, &after);
    let found: Vec<_> = found.iter().map(|found| (found.aspect, found.before.as_str(), found.after.as_str())).collect();
    assert_eq!(
        found,
        [
            (Aspect::TextExtraction, "", "column = \"text\""),
            (Aspect::TextData, "year = 2019", "year = 2023, day = 2023-03-19"),
        ]
    );
    let turned = recipe(vec![field("year", "2019"), field("party", "Ауыл")], None);
    assert_eq!(recipe_differences(&before, &turned).len(), 1, "the order is that of the columns");
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
        ..RecipeText::default()
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
