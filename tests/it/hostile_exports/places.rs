//! A small study that was counted once, and the same with other words in every place that people
//! write in.

use tarazy_engine::{
    counting::{Comparison, Measure},
    language::Language,
    lexicon::{CardTexts, CategoryKind, Lexicon, LexiconFormat, LocalText, read_toml},
    matching::ColumnId,
    settings::{LanguageChoice, LexiconSource},
    study::{ContextLine, Dispersion, DispersionQuery, Engine, LexiconCard, LexiconFileQuery, Record, RecordQuery},
};
use tarazy_report::{
    message::Messages,
    publication::{Frame, StudyFile},
    recipe::{About, Counting, Recipe, RecipeInput, replay},
    report::{Article, Methods, TableStyle, card_article},
};

/// Bytes that the frame's packed program stands for; nobody runs it.
const PROGRAM: &str = "UHJvZ3JhbQ==";

/// A page of the program with the parts that a published study takes over.
pub fn page_of_program() -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"kk\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-x'\">\n\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">\n<style>.tarazy{{color:#000}}</style>\n\
         <script>\"use strict\";document.getElementById(\"boot-problem\");</script>\n</head>\n<body class=\"tarazy\">\n\
         <div id=\"boot-problem\" role=\"alert\" hidden><p>Бағдарлама басталмады.</p></div>\n<main id=\"app\"></main>\n\
         <script type=\"text/plain\" id=\"payload-samples/index.json\">W10=</script>\n\
         <script type=\"text/plain\" id=\"payload-tarazy.js\">bGV0</script>\n\
         <script type=\"text/plain\" id=\"payload-tarazy.wasm\">{PROGRAM}</script>\n</body>\n</html>\n"
    )
}

pub fn frame() -> Frame {
    Frame::parse(&page_of_program()).expect("it has all parts")
}

/// What a study is made of, and what is made of it.
#[derive(Clone)]
pub struct Study {
    pub file: StudyFile,
    pub table: Comparison,
    pub contexts: Vec<ContextLine>,
    pub lexicon: Lexicon,
    pub places: Dispersion,
}

fn local(text: &str) -> LocalText {
    LocalText { kk: Some(text.to_owned()), ru: Some(text.to_owned()), en: Some(text.to_owned()) }
}

/// Counts texts by a lexicon and puts everything together that is published of them.
pub fn count(texts: &[(String, Vec<u8>)], lexicon: &str, words: Option<u32>, has_texts: bool) -> Study {
    let source = LexiconSource::File { name: "lexicon.toml".to_owned(), text: lexicon.to_owned() };
    let inputs = texts.iter().map(|(title, _)| RecipeInput {
        title: local(title),
        file: format!("{title}.txt"),
        language: LanguageChoice::Fixed(Language::English),
        source: title.clone(),
        licence: title.clone(),
        ..RecipeInput::default()
    });
    let inputs: Vec<RecipeInput> = inputs.collect();
    let mut engine = Engine::new();
    let bytes: Vec<Vec<u8>> = texts.iter().map(|(_, bytes)| bytes.clone()).collect();
    let first = Recipe::unhashed(inputs.clone(), &"0".repeat(64));
    for change in replay(&first, source, bytes.clone()) {
        engine.apply(change).unwrap_or_else(|rejection| panic!("{:?}", rejection.problems));
    }
    let mut record = |context_words| engine.ask(RecordQuery { context_words }).expect("it is always answered");
    let own = record(words);
    let with_contexts = record(words.or(Some(4)));
    let table = own.table.clone();
    let columns: Vec<ColumnId> = (0..2).map(ColumnId).collect();
    let places = engine.ask(DispersionQuery { columns }).expect("it is always answered");
    let lexicon = engine.ask(LexiconFileQuery { format: LexiconFormat::Toml }).expect("it is always answered");
    let lexicon = String::from_utf8(lexicon.bytes).expect("it is UTF-8");
    let counting = Counting { measure: Measure::Share, ..Counting::default() };
    let recipe = Recipe::of(&table, inputs, counting);
    let contexts = with_contexts.contexts.iter().flat_map(|own| own.lines.iter().cloned()).collect();
    let parsed = read_toml(&lexicon).expect("it is sound").lexicon;
    let file = StudyFile::new(recipe, lexicon, has_texts.then_some(bytes), Some(own));
    Study { file, table, contexts, lexicon: parsed, places }
}

/// A study of three texts by three categories.
pub fn small_study() -> Study {
    study_of_three(None, true)
}

/// The same with what is kept of its texts: all of them, or each match with a number of words on
/// either side.
pub fn study_of_three(words: Option<u32>, has_texts: bool) -> Study {
    let text = |title: &str, text: &str| (title.to_owned(), text.as_bytes().to_vec());
    let texts = [
        text("One", "Freedom and justice for all. Freedom of speech is the first of the freedoms we defend here."),
        text("Two", "A just law is justice itself; freedom follows, and equality with it."),
        text("Three", "Nothing of the kind stands in this text."),
    ];
    count(&texts, LEXICON, words, has_texts)
}

const LEXICON: &str = "format = 1\nid = \"small\"\nversion = \"1\"\ntitle = \"Small\"\nsource = \"s\"\nlicence = \"l\"\n\
    authors = [\"A\"]\nlanguages = [\"en\"]\n[description]\nen = \"d\"\nkk = \"d\"\nru = \"d\"\n\
    [card]\nlimits = \"l\"\nsources = \"s\"\nweaknesses = \"w\"\n\
    [[validation]]\nlanguage = \"en\"\ncategory = \"freedom\"\nversion = \"1\"\ndate = \"2026-12-01\"\ntexts = \"t\"\n\
    coders = 1\nsampled = 3\ncorrect = 2\ndebatable = 0\nwrong = 1\n\
    [[category]]\nid = \"freedom\"\ntitle = \"Freedom\"\n[category.en]\nentries = [{ pattern = \"freedom\", note = \"n\", source = \"s\" }]\n\
    not = [\"freedom fighter\"]\n\
    [[category]]\nid = \"justice\"\ntitle = \"Justice\"\nkind = \"topic\"\n[category.en]\nentries = [{ pattern = \"justice\", near = [\"law\"] }, \"equality\"]\n\
    [[test]]\nlang = \"en\"\ntext = \"freedom\"\nexpect = { freedom = 1 }\nexample = \"freedom\"\n\
    [[test]]\nlang = \"ru\"\ntext = \"freedom\"\nexpect = {}\nexample = \"freedom\"\n";

impl Study {
    /// Puts words in every place: `word` is asked for the word of each place, by its number.
    pub fn with(&self, word: impl Fn(usize) -> String) -> Self {
        let mut study = self.clone();
        let mut place = 0;
        let mut next = || {
            place += 1;
            word(place - 1)
        };
        let all = |next: &mut dyn FnMut() -> String| LocalText { kk: Some(next()), ru: Some(next()), en: Some(next()) };
        study.file.recipe.about = About {
            title: all(&mut next),
            authors: vec![next(), next()],
            year: Some(2026),
            publisher: next(),
            identifier: next(),
            licence: next(),
            description: all(&mut next),
        };
        for text in &mut study.file.recipe.texts {
            text.title = all(&mut next);
            text.source = next();
            text.licence = next();
            text.file = next();
        }
        let titles: Vec<LocalText> = study.file.recipe.texts.iter().map(|text| text.title.clone()).collect();
        for ((row, own), title) in study.table.documents.iter_mut().zip(&mut study.places.documents).zip(&titles) {
            row.title = title.get(Language::Kazakh).to_owned();
            own.title.clone_from(&row.title);
        }
        study.table.table1.iter_mut().flat_map(|row| &mut row.distinctive_words).for_each(|word| word.form = next());
        let summary = &mut study.table.lexicon;
        (summary.id, summary.version, summary.title) = (next(), next(), all(&mut next));
        (summary.source, summary.licence) = (next(), next());
        let lexicon = &mut study.lexicon;
        (lexicon.id, lexicon.version, lexicon.title) = (summary.id.clone(), summary.version.clone(), all(&mut next));
        (lexicon.source, lexicon.licence, lexicon.authors) = (next(), next(), vec![next()]);
        lexicon.description = all(&mut next);
        lexicon.card = CardTexts { limits: all(&mut next), sources: all(&mut next), weaknesses: all(&mut next) };
        for validation in &mut lexicon.validations {
            (validation.texts, validation.version) = (all(&mut next), next());
        }
        lexicon.tests.iter_mut().for_each(|test| test.text = next());
        for category in &mut lexicon.categories {
            (category.title, category.description, category.path) = (all(&mut next), all(&mut next), next());
            category.exclusions.iter_mut().for_each(|(_, pattern)| pattern.text = next());
        }
        for entry in &mut lexicon.entries {
            (entry.note, entry.source, entry.pattern.text) = (next(), next(), next());
            entry.conditions.near.iter_mut().for_each(|pattern| pattern.text = next());
        }
        for (at, column) in study.table.columns.iter_mut().enumerate() {
            // No two categories have one path.
            (column.path, column.title) = (format!("{at}{}", next()), all(&mut next));
        }
        study.places.columns.clone_from(&study.table.columns);
        for line in &mut study.contexts {
            (line.left, line.node, line.right) = (next(), next(), next());
            (line.entry, line.category) = (next(), next());
        }
        let StudyFile { recipe, lexicon, texts, record } = study.file;
        let mut record = record.map(|record| Record { table: study.table.clone(), ..record });
        if let Some(record) = &mut record {
            for form in record.explanations.iter_mut().flat_map(|cell| &mut cell.forms) {
                (form.form, form.entry) = (next(), next());
            }
            for line in record.contexts.iter_mut().flat_map(|own| &mut own.lines) {
                (line.left, line.node, line.right) = (next(), next(), next());
                (line.form, line.entry, line.category) = (next(), next(), next());
            }
        }
        study.file = StudyFile::new(recipe, lexicon, texts, record);
        study.file.recipe.lexicon.id.clone_from(&study.table.lexicon.id);
        study.file.recipe.lexicon.version.clone_from(&study.table.lexicon.version);
        study
    }

    /// What an article says of it.
    pub fn methods(&self) -> Methods<'_> {
        Methods {
            table: &self.table,
            measure: Measure::Share,
            is_weighted: false,
            has_table1: true,
            lexicon: Some(&self.lexicon),
            style: TableStyle::default(),
        }
    }

    /// The card of its lexicon.
    pub fn card(&self, messages: &Messages) -> Article {
        card_article(&LexiconCard::of(&self.lexicon), messages)
    }

    /// Returns `true` if both kinds of categories are there, so that each kind of list is written.
    pub fn has_both_kinds(&self) -> bool {
        let has = |kind| self.table.columns.iter().any(|column| column.kind == kind);
        has(CategoryKind::Value) && has(CategoryKind::Topic)
    }
}
