//! Inputs that ask for much work: lexicons whose patterns match in many ways, large texts, messages
//! about large inputs.

use std::{fs, path::Path};

use anyhow::Result;

use super::{Attack, End};

/// 54 kB of one word.
const REPEATED_WORDS: usize = 27_000;

/// Counts the text by the lexicon.
pub(super) const COUNT: &[&[&str]] =
    &[&["count", "text.txt", "--lexicon", "lexicon.toml", "--lang", "en", "--format", "json"]];

/// The attacks on the work of matching and reading.
pub fn attacks() -> Vec<Attack> {
    let count = |name, write, end, is_large| Attack { name, write, commands: COUNT, end, is_large };
    vec![
        count("four gaps of twenty between any words", four_gaps, End::Answer, false),
        count("sixteen equal words with gaps of twenty", sixteen_words, End::Answer, false),
        count("the same across commas", sixteen_words_across_commas, End::Answer, false),
        count("the same with case", sixteen_words_with_case, End::Answer, false),
        count("the same as a condition", sixteen_words_as_condition, End::Answer, false),
        count("gaps on a text of ten times the size", large_gaps, End::Answer, true),
        count("gaps at the limit", gaps_at_limit, End::Answer, false),
        count("gaps beyond the limit", gaps_beyond_limit, End::Refusal("phrases with gaps"), false),
        count("wildcards beyond the limit", wildcards_beyond_limit, End::Refusal("begin with a wildcard"), false),
        count("three thousand expressions and fifty thousand forms", expressions, End::Answer, true),
        count("five thousand globs and a million forms", globs, End::Answer, true),
        count("a hundred thousand exclusions of one entry", exclusions, End::Answer, false),
        count("a hundred thousand categories", categories, End::Answer, false),
        count("a condition in a text of quotation marks", quotation_marks, End::Answer, false),
        count("ranges without end in one value", nested_value, End::Refusal("lexicon.toml"), false),
        count("an expression of 1.5 MB that is none", large_expression, End::Refusal("characters"), false),
        count("a hundred megabytes without a space", one_word, End::Answer, true),
        Attack {
            name: "a dictionary two hundred thousand categories deep",
            write: deep_dictionary,
            commands: &[&["count", "text.txt", "--lexicon", "deep.lcd", "--lang", "en", "--format", "json"]],
            end: End::Answer,
            is_large: false,
        },
        Attack {
            name: "a text of two languages, sentence by sentence",
            write: mixed_languages,
            commands: &[&["count", "text.txt", "--format", "json"]],
            end: End::Answer,
            is_large: true,
        },
    ]
}

/// Writes a lexicon with one category and a text.
pub(super) fn write(folder: &Path, entries: &str, text: &str) -> Result<()> {
    let head = "format = 1\nid = \"attack\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.en]\n";
    fs::write(folder.join("lexicon.toml"), format!("{head}entries = [{entries}]\n"))?;
    Ok(fs::write(folder.join("text.txt"), text)?)
}

fn sixteen() -> String {
    vec!["a"; 16].join(" ..20 ")
}

fn four_gaps(folder: &Path, _: usize) -> Result<()> {
    write(folder, "\"* ..20 * ..20 * ..20 * ..20 *\"", &"a ".repeat(REPEATED_WORDS))
}

fn sixteen_words(folder: &Path, _: usize) -> Result<()> {
    write(folder, &format!("\"{}\"", sixteen()), &"a ".repeat(REPEATED_WORDS))
}

fn sixteen_words_across_commas(folder: &Path, _: usize) -> Result<()> {
    let entry = format!("{{ pattern = \"{}\", crosses_punctuation = true }}", sixteen());
    write(folder, &entry, &"a, ".repeat(REPEATED_WORDS))
}

fn sixteen_words_with_case(folder: &Path, _: usize) -> Result<()> {
    write(folder, &format!("\"^{}\"", sixteen()), &"a ".repeat(REPEATED_WORDS))
}

fn sixteen_words_as_condition(folder: &Path, _: usize) -> Result<()> {
    let conditions = ["not", "not_before", "not_after", "near"].map(|key| format!("{key} = [\"{} b\"]", sixteen()));
    let entry = format!("{{ pattern = \"{}\", {} }}", sixteen(), conditions.join(", "));
    write(folder, &entry, &"a ".repeat(REPEATED_WORDS))
}

fn large_gaps(folder: &Path, scale: usize) -> Result<()> {
    let entries = format!("\"{}\", \"* ..20 * ..20 * ..20 * ..20 *\"", sixteen());
    write(folder, &entries, &"a ".repeat(REPEATED_WORDS * 5 * scale))
}

fn gaps_at_limit(folder: &Path, _: usize) -> Result<()> {
    let one = |at: usize| format!("\"a{} ..20 * ..20 * ..20 * ..20 *\"", "*".repeat(at + 1));
    write(folder, &(0..48).map(one).collect::<Vec<_>>().join(", "), &"a ".repeat(REPEATED_WORDS))
}

fn gaps_beyond_limit(folder: &Path, _: usize) -> Result<()> {
    let entries: Vec<String> = (0..200).map(|at| format!("\"a{at}* ..20 {}\"", vec!["a"; 15].join(" ..20 "))).collect();
    write(folder, &entries.join(", "), "a")
}

fn wildcards_beyond_limit(folder: &Path, _: usize) -> Result<()> {
    let entries: Vec<String> = (0..20_000).map(|at| format!("\"*{at}*\"")).collect();
    write(folder, &entries.join(", "), "a")
}

/// The letters of a number, so that forms and globs differ.
fn letters(mut number: usize, count: usize) -> String {
    let mut letters = String::new();
    for _ in 0..count {
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number = number / 26 + number % 26 * 7;
    }
    letters
}

fn globs(folder: &Path, scale: usize) -> Result<()> {
    let glob = |at: usize| letters(at * 31, 5).chars().map(|letter| format!("*{letter}")).collect::<String>();
    let entries: Vec<String> = (0..5_000).map(|at| format!("\"{}*\"", glob(at))).collect();
    let text: String = (0..500_000 * scale).map(|at| format!("{}{at} ", letters(at, 6))).collect();
    write(folder, &entries.join(", "), &text)
}

fn expressions(folder: &Path, scale: usize) -> Result<()> {
    let entries: Vec<String> =
        (0..3_000).map(|at| format!("\"/{}.*{}/\"", letters(at * 7, 4), letters(at, 2))).collect();
    let text: String = (0..50_000 * scale).map(|at| format!("{}{at} ", letters(at, 8))).collect();
    write(folder, &entries.join(", "), &text)
}

fn exclusions(folder: &Path, _: usize) -> Result<()> {
    let not: Vec<String> = (0..100_000).map(|at| format!("\"=a{at}\"")).collect();
    write(folder, &format!("{{ pattern = \"=a\", not = [{}] }}", not.join(", ")), &"a b ".repeat(REPEATED_WORDS / 2))
}

fn categories(folder: &Path, _: usize) -> Result<()> {
    let head = "format = 1\nid = \"attack\"\nversion = \"1\"\n".to_owned();
    let one = |at: usize| format!("[[category]]\nid = \"c{at}\"\nen.entries = [\"a\"]\n");
    fs::write(folder.join("lexicon.toml"), (0..100_000).map(one).fold(head, |text, own| text + &own))?;
    Ok(fs::write(folder.join("text.txt"), "a b c")?)
}

fn quotation_marks(folder: &Path, _: usize) -> Result<()> {
    write(folder, "{ pattern = \"=«\", not_before = [\"b\"], not_after = [\"c\"] }", &"«".repeat(REPEATED_WORDS))
}

fn nested_value(folder: &Path, _: usize) -> Result<()> {
    write(folder, &"[".repeat(200_000), "a")
}

fn large_expression(folder: &Path, _: usize) -> Result<()> {
    write(folder, &format!("\"/{}/\"", "(a".repeat(750_000)), "a")
}

fn one_word(folder: &Path, scale: usize) -> Result<()> {
    write(folder, "\"a*\", \"*b\", \"ab\"", &"абвгд".repeat(5_400_000 * scale))
}

fn deep_dictionary(folder: &Path, _: usize) -> Result<()> {
    let open = "<cnode name=\"c\">".repeat(200_000);
    let close = "</cnode>".repeat(200_000);
    fs::write(folder.join("deep.lcd"), format!("<dictionary>{open}<pnode name=\"a\"></pnode>{close}</dictionary>"))?;
    Ok(fs::write(folder.join("text.txt"), "a b c")?)
}

fn mixed_languages(folder: &Path, scale: usize) -> Result<()> {
    let sentences = "Барлық адамдар тумысынан азат болып дүниеге келеді. Все люди рождаются свободными и равными. ";
    Ok(fs::write(folder.join("text.txt"), sentences.repeat(30_000 * scale))?)
}
