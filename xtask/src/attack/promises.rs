//! What is promised whatever comes: what is saved opens again, what is not written is reported, and
//! messages are short.

use std::{fs, path::Path};

use anyhow::Result;

use super::{
    Attack, End,
    work::{COUNT, write},
};

/// Saves a study of `text.txt` as a project file and counts it from there.
const SAVE_AND_OPEN: &[&[&str]] = &[
    &["recipe", "make", "text.txt", "--lang", "en", "-o", "recipe.json"],
    &["pack", "recipe.json", "--title", "Attack", "-o", "study.tarazy"],
    &["run", "study.tarazy", "--format", "json"],
];

/// The same, with the project file packed a second time.
const PACK_TWICE_AND_OPEN: &[&[&str]] = &[
    &["recipe", "make", "text.txt", "--lang", "en", "-o", "recipe.json"],
    &["pack", "recipe.json", "--title", "Attack", "-o", "study.tarazy"],
    &["pack", "study.tarazy", "-o", "again.tarazy"],
    &["run", "again.tarazy", "--format", "json"],
];

/// The attacks on promises.
pub fn attacks() -> Vec<Attack> {
    let one = |name, write, commands, end| Attack { name, write, commands, end, is_large: false };
    let mut attacks = vec![
        one("a study of one word a million times", one_word, SAVE_AND_OPEN, End::Answer),
        one("the same saved twice", one_word, PACK_TWICE_AND_OPEN, End::Answer),
        Attack {
            is_large: true,
            ..one("a study of a text of a hundred megabytes", large_text, SAVE_AND_OPEN, End::Answer)
        },
        one(
            "a result that would overwrite its text",
            short_text,
            &[&["count", "text.txt", "-o", "text.txt"]],
            End::Refusal("would be overwritten"),
        ),
        one(
            "a result in a folder that is not there",
            short_text,
            &[&["count", "text.txt", "-o", "nowhere/table.csv"]],
            End::Refusal("nowhere/table.csv cannot be written"),
        ),
        one(
            "an identifier that is none",
            short_text,
            &[
                &["recipe", "make", "text.txt", "--lang", "en", "-o", "recipe.json"],
                &["pack", "recipe.json", "--title", "A", "--identifier", "10.5281/", "-o", "a.tarazy"],
            ],
            End::Refusal("10.5281/"),
        ),
        one("weights whose sum is beyond all numbers", heavy_weights, COUNT, End::Refusal("lexicon.toml")),
        one(
            "a dictionary of one line of three megabytes",
            long_line,
            &[&["count", "text.txt", "--lexicon", "list.dic", "--lang", "en"]],
            End::Answer,
        ),
        one(
            "ten thousand lines that are no rows",
            bad_lines,
            &[&["count", "text.txt", "--lexicon", "list.csv", "--lang", "en"]],
            End::Refusal("list.csv"),
        ),
    ];
    // A device that is always full is there on Linux only.
    if cfg!(target_os = "linux") {
        let full = |name, command| one(name, short_text, command, End::Refusal("cannot be written"));
        attacks.push(full("a table on a full disk", &[&["count", "text.txt", "-o", "/dev/full"]]));
        attacks.push(full("a figure on a full disk", &[&["figure", "grouped-bars", "text.txt", "-o", "/dev/full"]]));
        attacks.push(full(
            "contexts on a full disk",
            &[&["kwic", "text.txt", "--category", "freedom", "-o", "/dev/full"]],
        ));
    }
    attacks
}

fn short_text(folder: &Path, _: usize) -> Result<()> {
    Ok(fs::write(folder.join("text.txt"), "Freedom and justice for every family.")?)
}

fn one_word(folder: &Path, _: usize) -> Result<()> {
    Ok(fs::write(folder.join("text.txt"), "freedom ".repeat(1_000_000))?)
}

fn large_text(folder: &Path, scale: usize) -> Result<()> {
    let sentence = "Freedom and justice for every family, and the rule of law for the state. ";
    Ok(fs::write(folder.join("text.txt"), sentence.repeat(684_000 * scale))?)
}

fn heavy_weights(folder: &Path, _: usize) -> Result<()> {
    let entry = |word: &str| format!("{{ pattern = \"{word}\", weight = 1e308 }}");
    write(folder, &["freedom", "justice"].map(entry).join(", "), "Freedom and justice for every family.")
}

fn long_line(folder: &Path, scale: usize) -> Result<()> {
    fs::write(folder.join("list.dic"), format!("%\n1\ta\n%\n{}\t2\n", "freedom".repeat(430_000)))?;
    short_text(folder, scale)
}

fn bad_lines(folder: &Path, scale: usize) -> Result<()> {
    fs::write(folder.join("list.csv"), format!("Лексема,Группа\n{}", "\"a\"b,\"c\n".repeat(10_000)))?;
    short_text(folder, scale)
}
