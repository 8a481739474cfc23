//! Notes of what a test left out because a program that it needs is missing or does not work here.
//!
//! `cargo xtask test` gathers the notes by the file that the environment names and lists them at
//! its end.

use std::{env, fs::OpenOptions, io::Write, thread};

/// Notes that the running test left something out; `missing` says what it would need.
pub fn note(missing: &str) {
    let line = format!("{}: {missing}\n", thread::current().name().unwrap_or("a test"));
    print!("left out: {line}");
    if let Some(file) = env::var_os("TARAZY_LEFT_OUT") {
        let file = OpenOptions::new().create(true).append(true).open(file);
        file.and_then(|mut file| file.write_all(line.as_bytes()))
            .expect("the list of what was left out can be written");
    }
}
