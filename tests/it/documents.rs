//! Documents of other programs on the command line: their texts, what is left out, and what happens
//! to those that cannot be read.

use std::{fs, path::Path};

use tarazy_documents::{DocumentError, DocumentLimit, LeftOutKind, OtherFormat, ReadWarning};
use tarazy_engine::{archive::ArchiveWriter, encoding::Encoding, language::Language};
use tarazy_report::message::Messages;

use super::program::{folder, put, run, stderr, stdout};

/// Returns the words of each paragraph.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect()).collect()
}

#[test]
fn programmes_as_pdf_of_seven_makers_are_read_to_the_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/programmes");
    let files = fs::read_dir(&folder).expect("the folder is part of the repository");
    let mut names: Vec<String> =
        files.map(|file| file.expect("it is there").file_name().into_string().expect("it is UTF-8")).collect();
    names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "pdf"));
    assert_eq!(names.len(), 7);
    for name in names {
        let output = run(&folder, &["text", &name]);
        let reference = fs::read_to_string(folder.join(name.replace(".pdf", ".txt"))).expect("each has a reference");
        assert_eq!(paragraphs(&stdout(&output)), paragraphs(&reference), "{name}: {}", stderr(&output));
    }
}

/// A document of a word processor with one paragraph.
fn docx(text: &str) -> Vec<u8> {
    let types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let document = format!(
        "<w:document><w:p><w:r><w:t>{text}</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:document>"
    );
    let mut writer = ArchiveWriter::new();
    writer.add("[Content_Types].xml", types.as_bytes());
    writer.add("_rels/.rels", b"<Relationships/>");
    writer.add("word/document.xml", document.as_bytes());
    writer.finish()
}

#[test]
fn text_prints_the_text_and_the_report_what_is_left_out() {
    let folder = folder("documents-text");
    put(&folder, "a.docx", docx("Freedom and free-\ndom."));
    let output = run(&folder, &["text", "a.docx"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), "Freedom and freedom.\n"));
    let output = run(&folder, &["text", "--no-repair", "a.docx"]);
    assert_eq!(stdout(&output), "Freedom and free-\ndom.\n");
    for (language, part) in
        [("en", "deleted passages 1"), ("ru", "удалённые фрагменты: 1"), ("kk", "жойылған үзінділер: 1")]
    {
        let report = stdout(&run(&folder, &["text", "--report", "--language", language, "a.docx"]));
        assert!(report.starts_with("a\n") && report.contains("DOCX") && report.contains(part), "{report}");
    }
}

#[test]
fn letters_are_printed_as_written_unless_asked() {
    let folder = folder("documents-letters");
    put(&folder, "a.txt", "Тiркеу туралы ереже мен заң.\n");
    assert!(stdout(&run(&folder, &["text", "a.txt"])).starts_with("Тiркеу"));
    assert!(stdout(&run(&folder, &["text", "--as-counted", "a.txt"])).starts_with("Тіркеу"));
}

#[test]
fn documents_are_counted_as_their_texts_are() {
    let folder = folder("documents-count");
    put(&folder, "a.docx", docx("Freedom and law."));
    put(&folder, "b.txt", "Freedom and law.");
    put(&folder, "c.html", "<html><nav>law</nav><p>Freedom and <b>l</b>aw.");
    let arguments =
        ["count", "a.docx", "b.txt", "c.html", "--lexicon", "lexicon.toml", "--lang", "en", "--format", "csv"];
    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let rows: Vec<String> = stdout(&output).lines().skip(1).map(|row| row[1..].to_owned()).collect();
    assert!(rows.len() == 3 && rows.iter().all(|row| row.split(',').nth(5) == rows[0].split(',').nth(5)), "{rows:?}");
    let contexts =
        run(&folder, &["kwic", "a.docx", "--lexicon", "lexicon.toml", "--lang", "en", "--category", "freedom"]);
    assert_eq!(stdout(&contexts).lines().count(), 2, "{}", stdout(&contexts));
}

#[test]
fn a_file_that_cannot_be_read_stops_the_others_only_if_strict() {
    let folder = folder("documents-refused");
    put(&folder, "a.txt", "Freedom.");
    put(&folder, "b.docx", b"PK\x03\x04 cut off");
    put(&folder, "c.png", b"\x89PNG\r\n");
    put(&folder, "d.txt", b"free\0dom\0is\0dear\0");
    let arguments =
        ["count", "a.txt", "b.docx", "c.png", "d.txt", "--lexicon", "lexicon.toml", "--lang", "en", "--format", "csv"];
    let output = run(&folder, &arguments);
    assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(1), 2));
    for name in ["b.docx: this DOCX is damaged", "c.png: this is a picture", "d.txt"] {
        assert!(stderr(&output).contains(name), "{}", stderr(&output));
    }
    let strict = run(&folder, &[&arguments[..], &["--strict"]].concat());
    assert_eq!((strict.status.code(), strict.stdout.len()), (Some(1), 0));
    let alone = run(&folder, &["count", "b.docx", "--lexicon", "lexicon.toml"]);
    assert_eq!((alone.status.code(), alone.stdout.len()), (Some(1), 0));
    let texts = run(&folder, &["text", "b.docx", "a.txt"]);
    assert_eq!((texts.status.code(), stdout(&texts).as_str()), (Some(1), "Freedom.\n"));
}

#[test]
fn rows_of_a_table_are_texts_and_a_recipe_finds_them_again() {
    let folder = folder("documents-table");
    put(&folder, "t.csv", "party,text\nA,Freedom and law.\nB,Law.\n");
    put(&folder, "a.docx", docx("Our freedom."));
    let study = ["t.csv", "a.docx", "--column", "text", "--lexicon", "lexicon.toml", "--lang", "en"];
    let counted = run(&folder, &[&["count"], &study[..], &["--format", "csv"]].concat());
    assert_eq!(counted.status.code(), Some(0), "{}", stderr(&counted));
    let titles: Vec<String> =
        stdout(&counted).lines().skip(1).map(|row| row.split(',').next().unwrap_or("").to_owned()).collect();
    assert_eq!(titles, ["t 2", "t 3", "a"]);
    let made = run(&folder, &[&["recipe", "make"], &study[..], &["-o", "r.toml"]].concat());
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let again = run(&folder, &["run", "r.toml", "--format", "csv"]);
    assert_eq!(stdout(&again), stdout(&counted), "{}", stderr(&again));
    let missing = run(&folder, &["count", "t.csv", "--column", "body"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("\"body\"") && stderr(&missing).contains("party, text"), "{}", stderr(&missing));
    let whole = run(&folder, &["text", "t.csv"]);
    assert!(stderr(&whole).contains("party | text"), "{}", stderr(&whole));
}

/// One error of each kind.
fn errors() -> Vec<DocumentError> {
    let names = || (String::from("text"), vec![String::from("id")]);
    let limits = [
        DocumentLimit::Inflated,
        DocumentLimit::Ratio,
        DocumentLimit::Entries,
        DocumentLimit::Nesting,
        DocumentLimit::Depth,
        DocumentLimit::Attributes,
        DocumentLimit::Nodes,
        DocumentLimit::Text,
        DocumentLimit::Documents,
        DocumentLimit::Cells,
    ];
    let ((column, known), (field, fields)) = (names(), names());
    let mut errors = vec![
        DocumentError::Encrypted { format: "DOCX" },
        DocumentError::Damaged { format: tarazy_documents::DocumentFormat::Odt, part: "content.xml".to_owned() },
        DocumentError::Doctype { part: "word/document.xml".to_owned() },
        DocumentError::NoColumn { column, known },
        DocumentError::NoField { column: field, known: fields },
        DocumentError::Json { line: 2, column: 3 },
        DocumentError::NoDocument,
    ];
    errors.extend(OtherFormat::ALL.map(|format| DocumentError::OtherFormat { format }));
    errors.extend(limits.map(|limit| DocumentError::Limit { limit, most: 7 }));
    errors
}

#[test]
fn every_refusal_and_warning_has_a_sentence_of_its_own_in_three_languages() {
    let warnings = [
        ReadWarning::UnsureEncoding { encoding: Encoding::Kz1048 },
        ReadWarning::ReplacedBytes { count: 2 },
        ReadWarning::WholeTable { columns: vec!["id".to_owned()] },
        ReadWarning::MissingPart { part: "a".to_owned() },
        ReadWarning::UnreadPart { part: "a".to_owned(), format: None },
        ReadWarning::Unclosed,
        ReadWarning::Symbols { count: 2 },
    ];
    let errors = errors();
    for language in Language::ALL {
        let messages = Messages::new(language);
        let problems = errors.iter().map(|error| error.problem("a")).chain(warnings.iter().map(|one| one.problem("a")));
        let sentences: Vec<String> = problems.map(|problem| messages.problem_sentence(&problem)).collect();
        for (at, sentence) in sentences.iter().enumerate() {
            assert!(sentence.contains(' ') && !sentence.contains('{'), "{language:?}: {sentence}");
            assert!(!sentences[..at].contains(sentence), "{language:?}: {sentence}");
        }
        for kind in LeftOutKind::ALL {
            let shown = messages.format(&format!("document-kind-{}", kind.code()), &[("count", 5.into())]);
            assert!(shown.contains('5'), "{language:?}: {shown}");
        }
    }
}
