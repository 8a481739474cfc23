use super::TableShape::{Empath, List, Long, Matrix, Tidytext, Weights, Wide};
use crate::lexicon::{
    LexiconError,
    file::{Import, format::LexiconFormat, reading::LexiconReading},
    formats::{export, import, testing::*},
};

/// What is reported of a list with weights.
const WEIGHED: &[&str] = &["1 guessed loss-shape", "1 guessed loss-scores"];

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn every_shape_is_recognised() {
    for (text, shape, expected, losses) in [
        ("category,pattern\nfreedom,liberty\n", Long, "freedom: =liberty", &[][..]),
        (
            "pattern,category,weight,kind,note\nliberty,values/freedom,2,,\nбостандық,values/freedom,,native,a b\nf.*,values,1,regex,\n",
            Long,
            "values: /f.*/; values/freedom: =liberty×2, бостандық",
            &[],
        ),
        ("Category;Pattern;Weight\na;x;0,5\na;y;much\n", Long, "a: =x×0.5, =y", &["3 guessed loss-weight"]),
        ("category,pattern,kind\na,x,magic\n", Long, "a: =x", &["2 guessed loss-unknown-line"]),
        ("category,pattern,concept\na,x,rule-of-law\na,y,Заң\n", Long, "a: =x, =y", &["3 guessed loss-unknown-line"]),
        (
            "category,pattern\na,\n,x\n/ /,y\n",
            Long,
            "a: ",
            &["2 guessed loss-empty-category", "3 dropped loss-no-category", "4 dropped loss-no-category"],
        ),
        ("санат;үлгі\nеркіндік;бостандық*\n", Long, "еркіндік: бостандық*", &[]),
        (
            "freedom,liberty\nfreedom,free*\njustice,law\njustice,court\n",
            Long,
            "freedom: =liberty, free*; justice: =law, =court",
            &["1 guessed loss-shape"],
        ),
        (
            "liberty,freedom,2\nfree*,freedom,1\nlaw,freedom,3\n",
            Tidytext,
            "freedom: =liberty×2, free*, =law×3",
            &["1 guessed loss-shape"],
        ),
        ("word,sentiment\nabandon,negative\nabandon,fear\n", Tidytext, "negative: =abandon; fear: =abandon", &[]),
        ("word,sentiment,score\nabandon,negative,-2\n", Tidytext, "negative: =abandon×-2", &[]),
        (
            "freedom,justice\nliberty,law\nfree*,\nrule of law\n",
            Wide,
            "freedom: =liberty, free*, =rule =of =law; justice: =law",
            &["1 guessed loss-shape"],
        ),
        (
            "freedom\tjustice\nliberty\tlaw\n\tcourt\n",
            Wide,
            "freedom: =liberty; justice: =law, =court",
            &["1 guessed loss-shape"],
        ),
        ("a,b\nx,y,z\n", Wide, "a: =x; b: =y", &["1 guessed loss-shape", "2 dropped loss-unknown-category"]),
        (
            "help\taid\tassist\nwork\tjob\toffice\tboss\nrule of law\tlaw\n",
            Empath,
            "help: =aid, =assist; work: =job, =office, =boss; rule of law: =law",
            &["1 guessed loss-shape"],
        ),
        // A term and a number: a list with weights, named by the file.
        ("good\t3\nbad\t-3\nsome kind\t0\n", Weights, "quirk: =good×3, =bad×-3, =some =kind×0", WEIGHED),
        ("good 3\nvery bad -3\n", Weights, "quirk: =good×3, =very =bad×-3", WEIGHED),
        (
            "term;score\ngood;0,5\nbad;\n",
            Weights,
            "quirk: =good×0.5, =bad",
            &["1 guessed loss-scores", "3 guessed loss-unweighted-term"],
        ),
        (
            "$:\t-1.5\t0.8\t[-1, -2]\ngood\t1.9\t0.9\t[2, 1]\n",
            Weights,
            "quirk: =$:×-1.5, =good×1.9",
            &["1 guessed loss-shape", "1 dropped loss-columns", "1 guessed loss-scores"],
        ),
        (
            "Abbruch|NN\t-0.0048\tAbbruchs,Abbrüche\nGut|ADJX\t0.37\n",
            Weights,
            "quirk: =Abbruch×-0.0048, =Abbruchs×-0.0048, =Abbrüche×-0.0048, =Gut×0.37",
            WEIGHED,
        ),
        // A word, an emotion and 0 or 1, or how much of it.
        (
            "good\tfear\t0\ngood\tjoy\t1\ngood\ttrust\t1\nbad\tfear\t1\nbad\tjoy\t0\nbad\ttrust\t0\n",
            Tidytext,
            "fear: =bad; joy: =good; trust: =good",
            &["1 guessed loss-shape", "1 guessed loss-not-members"],
        ),
        ("good\tjoy\t0.9\nbad\tfear\t0.7\n", Tidytext, "joy: =good×0.9; fear: =bad×0.7", &["1 guessed loss-shape"]),
        ("term\tscore\tAffectDimension\nbad\t0.9\tanger\n", Tidytext, "anger: =bad×0.9", &[]),
        ("category,pattern,weight,kind\na,x,0,fixed\na,y,1,fixed\n", Long, "a: =x×0, =y", &[]),
        // Lists of words.
        (
            "; words: good ones\n;\n\ngood\n; more\nfine # rare\nrule of law\n",
            List,
            "quirk: =good, =fine, =rule =of =law",
            &["1 guessed loss-comments", "4 guessed loss-shape"],
        ),
        ("# words\n#vote\n;)\n", List, "quirk: =#vote, =;)", &["1 guessed loss-comments", "2 guessed loss-shape"]),
        ("слово\nсвобода\n", List, "quirk: =свобода", &[]),
        ("1\tgood\n2\tbad\n", List, "quirk: =good, =bad", &["1 dropped loss-columns", "1 guessed loss-shape"]),
        (
            "\"\",word,sentiment\n1,good,positive\n2,bad,negative\n",
            Tidytext,
            "positive: =good; negative: =bad",
            &["1 dropped loss-columns"],
        ),
        (
            "! Структура\nсанат;үлгі;дереккөз\nеркіндік;азат;X\n",
            Long,
            "еркіндік: =азат",
            &["1 guessed loss-comments", "2 dropped loss-columns"],
        ),
        ("1. good\n2. bad\n", List, "quirk: =good, =bad", &["1 guessed loss-shape"]),
        ("\"good\"\n«rule of law»\n", List, "quirk: =good, =rule =of =law", &["1 guessed loss-shape"]),
        ("good,\nbad,\n", List, "quirk: =good, =bad", &["1 guessed loss-shape"]),
        (
            "word,emotion,associated\ngood,joy,1\ngood,fear,0\nbad,fear,1\n",
            Tidytext,
            "joy: =good; fear: =bad",
            &["1 guessed loss-not-members"],
        ),
        ("good,positive\nfine,positive\n", Tidytext, "positive: =good, =fine", &["1 guessed loss-shape"]),
        (
            "good\tjoy\t0.9\ngood\ttrust\t0.5\nbad\tfear\t0.7\nwar\tfear\t0.9\nwar\tanger\t0.8\n",
            Tidytext,
            "joy: =good×0.9; trust: =good×0.5; fear: =bad×0.7, =war×0.9; anger: =war×0.8",
            &["1 guessed loss-shape"],
        ),
        // A comment is a line without cells; a name may begin so.
        ("category,pattern\na,x\n# more\n# b,y\n", Long, "a: =x; # b: =y", &["1 guessed loss-comments"]),
        // A quotation mark without its pair swallows nothing.
        ("category\tpattern\na\t\"x\nb\ty\n", Long, "a: =\"x; b: =y", &[]),
        ("sep=;\ncategory;pattern\na;x, y\n", Long, "a: =x, =y", &[]),
        (
            "\u{feff}\"sep=\t\"\r\ncategory\tpattern\r\n\r\na\t\"x \"\"y\"\"\"\r\nb\tz,z\r\n",
            Long,
            "a: =x =\"y\"; b: =z,z",
            &[],
        ),
    ] {
        let (import, listing, found) = imported(text);
        assert_eq!(import.shape, Some(shape), "{text}");
        assert_eq!(listing, expected, "{text}");
        assert_eq!(found, losses, "{text}");
        assert_eq!(import.format, LexiconFormat::Csv, "{text}");
    }
}

#[test]
fn tables_that_can_be_read_in_several_ways_are_errors() {
    for text in [
        "Группа;Лексема\nсвобода;воля\nзакон;право\n",
        "Раздел;Единица\nсвобода;воля\nсвобода;вольность\nзакон;право\n",
        "Group,Lexeme,Note\na,x,\nb,y,z\n",
        "Топтама\tБірлік\tБалл\nа\tб\t2\nа\tв\t3\n",
        "слово;раздел\nволя;свобода\n",
        "category,other\na,free\n",
        "good\t0.9\t0.2\nbad\t0.1\t0.6\n",
        "3\tgood\n-3\tbad\n",
        "term;tag;value\ngood;PSTV;1\nfine;PSTV;1\nbad;NGTV;-1\n",
        "аборт, Noun, аборт, negative\nгеноцид, Noun, геноцид, negative\n",
        "good, fine, bad\n",
        "English (en),Positive,Negative,Kazakh (kk)\ngood,1,0,жақсы\nbad,0,1,жаман\n",
        "a\t001\t0.1\tgood\na\t002\t0.2\tbad\n",
    ] {
        let errors = import("x", text.as_bytes(), LexiconReading::default()).expect_err(text);
        assert!(matches!(errors[0].error, LexiconError::Heads { .. }), "{text}: {errors:?}");
    }
}

#[test]
fn a_stated_shape_is_taken() {
    let wide = "a,b\nx,y\n";
    for (text, shape, expected) in [
        ("Группа;Лексема\nсвобода;воля\nзакон;право\n", Long, "свобода: =воля; закон: =право"),
        ("воля;свобода\nправо;закон\n", Tidytext, "свобода: =воля; закон: =право"),
        ("a,x,2\nb,y,3\n", Long, "a: =x×2; b: =y×3"),
        (wide, Wide, "a: =x; b: =y"),
        (wide, Empath, "a: =b; x: =y"),
        (wide, Matrix, "b: =x"),
        (wide, List, "x: =a, =x"),
        ("good day\nbad 3\n", List, "x: =good =day, =bad =3"),
        ("good\t0.9\t0.2\n", Weights, "x: =good×0.9"),
        ("%\n1\ta\n", List, "x: =%, =1 =a"),
    ] {
        let reading = LexiconReading { shape: Some(shape), ..LexiconReading::default() };
        let import = import("x", text.as_bytes(), reading).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
        assert_eq!((import.shape, listing(&import.lexicon).as_str()), (Some(shape), expected), "{text}");
    }
}

#[test]
fn lines_are_those_of_the_file() {
    let (import, ..) = imported("sep=,\n\ncategory,pattern\n\n\na,x\n\"a\",\"two\nlines\"\n\na,y\n");
    let drafts: Vec<&str> = import.lexicon.source.split(',').collect();
    assert_eq!(drafts[0], "quirk");
    let (_, _, losses) = imported("sep=,\n\ncategory,pattern\n\n\na,x\n\"a\",\"two\nlines\"\n\na,x\n");
    assert_eq!(losses, ["10 dropped loss-same-term"]);
}

#[test]
fn a_written_table_holds_weight_note_and_kind() {
    let text = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ntitle.en = \"A/b\"\nen.entries = [\"=law\", \"free*\", \"құқық\", { pattern = \"/x+/\", weight = 0.5, note = \"n, m\" }]\n[[category.category]]\nid = \"b\"\n";
    let (import, ..) = imported(text);
    let export = export(&import, LexiconFormat::Csv);
    assert_eq!(
        String::from_utf8_lossy(&export.bytes),
        "category,pattern,weight,kind,note\nA∕b,law,1,fixed,\nA∕b,free*,1,glob,\nA∕b,құқық,1,native,\nA∕b,/x+/,0.5,native,\"n, m\"\nA∕b/b,,,,\n"
    );
    let (back, _, losses) = imported_bytes(&export.bytes);
    assert_eq!(losses, ["6 guessed loss-empty-category"]);
    let bare = |import: &Import| -> Vec<_> {
        import
            .lexicon
            .entries
            .iter()
            .map(|entry| (entry.pattern.clone(), entry.weight.to_bits(), entry.note.clone()))
            .collect()
    };
    assert_eq!(bare(&back), bare(&import));
}

#[test]
fn concepts_have_a_column_where_there_are_any() {
    let text = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [{ pattern = \"=law\", concept = \"law\" }, \"=court\"]\n";
    let (import, ..) = imported(text);
    let export = export(&import, LexiconFormat::Csv);
    let written = "category,pattern,weight,kind,concept,note\na,law,1,fixed,law,\na,court,1,fixed,,\n";
    assert_eq!(String::from_utf8_lossy(&export.bytes), written);
    let (back, _, losses) = imported_bytes(&export.bytes);
    let concepts: Vec<&str> = back.lexicon.entries.iter().map(|entry| entry.concept.as_str()).collect();
    assert_eq!((concepts, losses), (vec!["law", ""], Vec::new()));
}
