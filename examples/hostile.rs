//! Studies of strings that mean something to browsers, for the tests in browsers.
//!
//! `cargo run --profile test --example hostile -- FOLDER PAGE`: writes `hostile.tarazy`, a study
//! whose texts, titles and lexicon are such strings, `record.tarazy`, results without texts whose
//! every word is one, and `hostile.html`, the first as it is published in the program's PAGE.

use std::{env, fs, path::Path, process::ExitCode};

use tarazy_engine::{language::Language, lexicon::LocalText};
use tarazy_report::{
    message::Messages,
    publication::{Frame, study_page},
};

#[path = "../tests/it/hostile_exports/crowd.rs"]
mod crowd;
#[path = "../tests/it/hostile/mod.rs"]
mod hostile;
#[allow(dead_code, clippy::too_many_lines, reason = "the native tests use more of it; tables of cases are long")]
#[path = "../tests/it/hostile_exports/places.rs"]
mod places;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, page] = &arguments[..] else {
        eprintln!("hostile FOLDER PAGE");
        return ExitCode::FAILURE;
    };
    match write(Path::new(folder), page) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("hostile: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, page: &str) -> Result<(), Box<dyn std::error::Error>> {
    let words = hostile::hostile();
    let mut study = crowd::study(&words);
    let word = |place: usize| words[place * 31 % words.len()].clone();
    let local = |at: usize| LocalText { kk: Some(word(at)), ru: Some(word(at + 1)), en: Some(word(at + 2)) };
    let about = &mut study.file.recipe.about;
    (about.title, about.description) = (local(0), local(3));
    (about.authors, about.year) = (vec![word(6), word(7)], Some(2026));
    (about.publisher, about.identifier, about.licence) = (word(8), word(9), word(10));
    let record = places::study_of_three(Some(3), false).with(word);
    let frame = Frame::parse(&fs::read_to_string(page)?)?;
    let html = study_page(&study.file, &study.table, &frame, &Messages::new(Language::English));
    fs::create_dir_all(folder)?;
    fs::write(folder.join("hostile.tarazy"), study.file.pack())?;
    fs::write(folder.join("record.tarazy"), record.file.pack())?;
    fs::write(folder.join("hostile.html"), html)?;
    Ok(())
}
