//! Project files of every released version open in the present one.
//!
//! A file is added to `tests/data/projects` with each release and never changed or taken away.

use std::{fs, path::Path};

use tarazy_engine::{
    compare::set_table1_options,
    counting::Comparison,
    settings::{LexiconSource, Table1Options},
    study::{DiscrepancyKind, Engine, VerificationQuery},
};
use tarazy_report::{
    publication::{StudyFile, TextsKept},
    recipe::replay,
    report::VERSION,
};

#[test]
fn project_files_of_every_version_open_and_count() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/projects");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder is there").flatten().map(|file| file.path()).collect();
    files.sort();
    assert!(files.iter().any(|file| file.file_stem().is_some_and(|stem| stem == VERSION)), "this version has a file");
    for file in files {
        let study = StudyFile::unpack(&fs::read(&file).expect("it is readable"))
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(study.kept(), TextsKept::Whole);
        let source = LexiconSource::File { name: "lexicon.toml".to_owned(), text: study.lexicon.clone() };
        let published = study.record.clone().expect("results are kept").table;
        let mut engine = Engine::new();
        for change in replay(&study.recipe, source, study.texts.clone().unwrap_or_default()) {
            engine.apply(change).unwrap_or_else(|rejection| panic!("{:?}", rejection.problems));
        }
        let query = VerificationQuery { published: Box::new(published.clone()) };
        let verified = engine.ask(query).expect("it is always answered");
        assert_table1_stays(&study, published.clone(), &file);
        assert_eq!(verified.cells as usize, published.documents.len() * published.columns.len());
        // The rules of a language may become better from version to version; texts, lexicon and
        // settings stay what they were.
        let is_count = |kind: DiscrepancyKind| matches!(kind, DiscrepancyKind::Count | DiscrepancyKind::Weighted);
        let is_present = study.recipe.program == VERSION;
        let unexpected: Vec<_> =
            verified.discrepancies.iter().filter(|found| is_present || !is_count(found.kind)).collect();
        assert!(unexpected.is_empty(), "{}: {unexpected:?}", file.display());
    }
}

/// Asserts that what a table names that states no options of Table 1 is what its own file says.
fn assert_table1_stays(study: &StudyFile, published: Comparison, file: &Path) {
    let options = study.recipe.counting.options.table1;
    assert_eq!(published.options.table1, options, "{}", file.display());
    let is_from_before = file.file_stem().is_some_and(|stem| stem == "0.1.0");
    assert_eq!(options == Table1Options::unstated(), is_from_before, "{}", file.display());
    let mut named = published.clone();
    set_table1_options(&mut named, options);
    assert_eq!(named.table1, published.table1, "{}", file.display());
    set_table1_options(&mut named, Table1Options::default());
    assert_ne!(named.table1, published.table1, "other options name other things: {}", file.display());
}
