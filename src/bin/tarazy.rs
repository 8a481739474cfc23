//! The command line of Tarazy.

use std::io::{BufRead, Write};

use tarazy::language::{Language, LemmaIndex, PartOfSpeech, PartsOfSpeech};

/// `tarazy match --lang kk --entries FILE < forms`
fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |flag: &str| arguments.iter().position(|a| a == flag).and_then(|at| arguments.get(at + 1)).cloned();
    let language = value("--lang").and_then(|code| Language::from_code(&code)).expect("--lang kk|ru|en");
    let entries = std::fs::read_to_string(value("--entries").expect("--entries FILE"))?;
    let mut index = LemmaIndex::new(language.inflection());
    let mut lemmas = Vec::new();
    for line in entries.lines() {
        let (lemma, parts) = line.split_once('\t').unwrap_or((line, ""));
        let parts =
            parts.split(',').filter_map(PartOfSpeech::from_name).fold(PartsOfSpeech::UNKNOWN, PartsOfSpeech::with);
        index.insert(&lemma.to_lowercase(), parts, false);
        lemmas.push(lemma);
    }
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for form in std::io::stdin().lock().lines() {
        let form = form?;
        for found in index.matches(&form.to_lowercase()) {
            let suffixes: Vec<_> = found.suffixes.iter().map(|s| format!("{}:{}", s.text, s.gloss)).collect();
            let lemma = lemmas[found.lemma.0 as usize];
            writeln!(output, "{form}\t{lemma}\t{}\t{}\t{}", found.stem, found.alternation, suffixes.join("+"))?;
        }
    }
    Ok(())
}
