//! Matches Kazakh forms with lemmas, the longest lemma winning among entries and known words.
//!
//! `cargo run --release --example kazakh_known_words -- ENTRIES < FORMS`, with `lemma<TAB>part of speech,…` in ENTRIES and
//! one form a line in FORMS; prints `form<TAB>lemma` for each match.

use std::io::{BufRead, Error, Write};

use tarazy::language::kazakh::{Kazakh, keep_longest};
use tarazy::language::{LemmaIndex, PartOfSpeech, PartsOfSpeech};

fn main() -> Result<(), Error> {
    let path = std::env::args().nth(1).ok_or_else(|| Error::other("name the file of entries"))?;
    let entries = std::fs::read_to_string(path)?;
    let mut index = LemmaIndex::new(&Kazakh);
    let mut lemmas = Vec::new();
    for line in entries.lines() {
        let (lemma, parts) = line.split_once('\t').unwrap_or((line, ""));
        let parts = parts.split(',').filter_map(PartOfSpeech::from_name);
        index.insert(&lemma.to_lowercase(), parts.fold(PartsOfSpeech::UNKNOWN, PartsOfSpeech::with), false);
        lemmas.push(lemma);
    }
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for form in std::io::stdin().lock().lines() {
        let form = form?;
        let folded = form.to_lowercase();
        let mut matches = index.matches(&folded);
        keep_longest(&folded, &mut matches, |_| false);
        for found in matches {
            writeln!(output, "{form}\t{}", lemmas[found.lemma.0 as usize])?;
        }
    }
    Ok(())
}
