//! The command line, run in a folder of its own or in that of the project.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A lexicon of one category for English texts.
const LEXICON: &str =
    "format = 1\nid = \"a\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\nen.entries = [\"freedom\", \"law\"]\n";

/// Makes an empty folder for one test, with a lexicon in it.
pub fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    put(&folder, "lexicon.toml", LEXICON);
    folder
}

/// Writes a file; the folders in its name are made.
pub fn put(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the temporary folder can be written");
    fs::write(path, content).expect("it can be written");
}

/// Runs the program in a folder, in English.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .output()
        .expect("the binary was built for this test")
}

/// Runs the program in the folder of the project, in English.
pub fn tarazy(arguments: &[&str]) -> Output {
    run(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

/// Returns what the program printed, after it has succeeded.
pub fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

/// Returns what the program printed.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Returns the messages of the program.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
