//! `cargo xtask bench`: how fast texts are tokenized, matched and counted, and how much memory that
//! takes.
//!
//! Texts are drawn, sentence by sentence, from the sample texts of a language, with made-up endings
//! on three words of a hundred so that the vocabulary keeps growing as it does in real corpora.
//! Lexicons are drawn from the words of those texts: 60 % lemmas, 30 % globs, 10 % phrases of two
//! words, in 70 categories. The same seed gives the same bytes on every machine.
//!
//! Each measurement runs in a process of its own, so that its peak memory is its own.
//!
//!     bench [--sizes 1,10,100] [--entries 500,5000,50000] [--langs kk,ru,en] [--write FOLDER]

use std::{
    collections::BTreeSet,
    env,
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use tarazy_engine::{
    language::Language,
    lexicon::{Lexicon, read_toml},
    matching::{Matcher, Policy},
    text::{Interner, Tokenizer},
};

/// Files of each language, below the folder of samples.
const SOURCES: [(Language, &[&str]); 3] = [
    (Language::Kazakh, &["udhr-kaz.txt", "constitution-kz-kaz-excerpt.txt"]),
    (Language::Russian, &["udhr-rus.txt"]),
    (Language::English, &["udhr-eng.txt", "sotu-1964-johnson-1.txt", "sotu-2011-obama-1.txt", "sotu-2023-biden-1.txt"]),
];
/// Runs of each step; the median is printed.
const RUNS: usize = 3;

/// A generator of pseudo-random numbers (SplitMix64, Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % (limit.max(1) as u64)).unwrap_or(0)
    }
}

fn source(language: Language) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let files = SOURCES.iter().find(|(own, _)| *own == language).map_or(&[][..], |(_, files)| files);
    files
        .iter()
        .map(|file| fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}")))
        .collect()
}

/// At least `bytes` of text, in paragraphs of sentences.
fn text(language: Language, bytes: usize) -> String {
    let source = source(language);
    let sentences: Vec<&str> =
        source.split_inclusive(['.', '!', '?', '\n']).filter(|piece| piece.trim().len() > 3).collect();
    let endings = ["лар", "дың", "мен", "ский", "ами", "ost", "ish", "er", "ған", "ism"];
    let mut random = Random(7);
    let mut text = String::with_capacity(bytes + 4096);
    while text.len() < bytes {
        for word in sentences[random.below(sentences.len())].split_whitespace() {
            text.push_str(word);
            if random.below(100) < 3 {
                text.push_str(endings[random.below(endings.len())]);
                text.push_str(endings[random.below(endings.len())]);
            }
            text.push(' ');
        }
        if random.below(6) == 0 {
            text.push_str("\n\n");
        }
    }
    text
}

/// A lexicon of `entries` entries as TOML.
fn lexicon_text(language: Language, entries: usize) -> String {
    let source = source(language).to_lowercase();
    let words: BTreeSet<&str> =
        source.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() >= 4).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let mut random = Random(11);
    let mut patterns: BTreeSet<String> = BTreeSet::new();
    let endings = ["лық", "шы", "сыз", "ный", "ство", "tion", "ness", "ly"];
    while patterns.len() < entries {
        let word = words[random.below(words.len())];
        let stem: String = word.chars().take(5).collect();
        patterns.insert(match random.below(10) {
            // Beyond the words that there are, entries that match nothing keep the lexicon growing.
            0..6 if patterns.len() > words.len() / 2 => {
                format!("{word}{}{}", endings[random.below(endings.len())], endings[random.below(endings.len())])
            }
            0..6 => word.to_owned(),
            6..9 => format!("{stem}{}*", ["", "а", "e", "ы", "i"][random.below(5)]),
            _ => format!("{word} {}", words[random.below(words.len())]),
        });
        // Small vocabularies run out of combinations; longer made-up words do not.
        if random.below(4) == 0 {
            patterns.insert(format!("{word}{}", random.below(entries * 4)));
        }
    }
    let patterns: Vec<&String> = patterns.iter().collect();
    let mut text = "format = 1\nid = \"bench\"\nversion = \"1\"\n".to_owned();
    for (at, patterns) in patterns.chunks(patterns.len().div_ceil(70)).enumerate() {
        let entries: Vec<String> = patterns.iter().map(|pattern| format!("\"{pattern}\"")).collect();
        let code = language.code();
        let _ = writeln!(text, "[[category]]\nid = \"c{at}\"\n{code}.entries = [{}]", entries.join(", "));
    }
    text
}

fn lexicon(language: Language, entries: usize) -> Lexicon {
    read_toml(&lexicon_text(language, entries)).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

/// Runs a step a few times and returns the last result with the median of the times.
fn timed<T>(mut step: impl FnMut() -> T) -> (T, f64) {
    let mut times = Vec::new();
    let mut result = None;
    for _ in 0..RUNS {
        // What the last run made is freed before the next begins, so that the peak is that of one
        // run.
        drop(result.take());
        let start = Instant::now();
        result = Some(step());
        times.push(start.elapsed());
    }
    (result.unwrap_or_else(|| unreachable!("RUNS is above zero")), median(times))
}

/// The largest resident size of this process so far, in megabytes; 0 where the system does not
/// report it.
fn peak_megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
        / 1024
}

/// One row: a language, a size, a number of entries.
fn measure(language: Language, megabytes: usize, entries: usize) {
    let text = text(language, megabytes << 20);
    let size = text.len() as f64 / f64::from(1 << 20);
    let lexicon = lexicon(language, entries);
    let ((interner, tokens), tokenize) = timed(|| {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        (interner, tokens)
    });
    let (mut matcher, compile) = timed(|| Matcher::new(&lexicon, Some(language), None, false));
    let start = Instant::now();
    let cells = matcher.count(&text, &tokens, interner.vocabulary(), Policy::Longest);
    let first = start.elapsed().as_secs_f64();
    let (_, again) = timed(|| matcher.count(&text, &tokens, interner.vocabulary(), Policy::Longest));
    let words = tokens.sizes().words;
    let matches: u64 = cells.iter().map(|cell| cell.matches).sum();
    println!(
        "{:<4} {megabytes:>5} {entries:>7} {words:>10} {:>9} {matches:>10} {:>10.1} {:>10.1} {:>9.3} {:>9.3} {:>9.3} {:>9.3} {:>8.1} {:>7}",
        language.code(),
        interner.vocabulary().len(),
        size / (tokenize + first),
        words as f64 / (tokenize + first) / 1e6,
        tokenize,
        compile,
        first,
        again,
        size / tokenize,
        peak_megabytes(),
    );
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let value = |flag: &str| arguments.iter().position(|own| own == flag).and_then(|at| arguments.get(at + 1));
    let list = |flag: &str, default: &str| -> Vec<String> {
        value(flag).map_or(default, String::as_str).split(',').map(str::to_owned).collect()
    };
    let numbers = |flag: &str, default: &str| -> Vec<usize> {
        list(flag, default).iter().filter_map(|number| number.parse().ok()).collect()
    };
    let languages: Vec<Language> =
        list("--langs", "kk,ru,en").iter().filter_map(|code| Language::from_code(code)).collect();
    let (sizes, entries) = (numbers("--sizes", "1,10,100"), numbers("--entries", "500,5000,50000"));
    if let Some(folder) = value("--write") {
        return write(Path::new(folder), &languages, &sizes, &entries);
    }
    if value("--one").is_some() {
        return measure(languages[0], sizes[0], entries[0]);
    }
    println!(
        "{:<4} {:>5} {:>7} {:>10} {:>9} {:>10} {:>10} {:>10} {:>9} {:>9} {:>9} {:>9} {:>8} {:>7}",
        "lang",
        "MB",
        "entries",
        "words",
        "types",
        "matches",
        "MB/s",
        "Mwords/s",
        "tokens s",
        "compile s",
        "count s",
        "recount s",
        "tok MB/s",
        "peak MB"
    );
    let program = env::current_exe().unwrap_or_else(|error| panic!("the path of this program: {error}"));
    for language in languages {
        for size in &sizes {
            for number in &entries {
                let run = Command::new(&program)
                    .args(["--one", "1", "--langs", language.code()])
                    .args(["--sizes", &size.to_string(), "--entries", &number.to_string()])
                    .status();
                assert!(run.is_ok_and(|status| status.success()), "a measurement failed");
            }
        }
    }
}

/// Writes the texts and lexicons, for the same measurement in a browser.
fn write(folder: &Path, languages: &[Language], sizes: &[usize], entries: &[usize]) {
    let save = |name: String, content: String| {
        fs::write(folder.join(&name), content).unwrap_or_else(|error| panic!("{name}: {error}"));
    };
    fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for language in languages {
        let code = language.code();
        for size in sizes {
            save(format!("{code}-{size}.txt"), text(*language, size << 20));
        }
        for number in entries {
            save(format!("{code}-{number}.toml"), lexicon_text(*language, *number));
        }
    }
}
