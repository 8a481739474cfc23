//! Comments and documents use none of the phrases of `docs/banned-phrases.txt`.

use std::{
    fs,
    path::{Path, PathBuf},
};

const LIST: &str = include_str!("../../docs/banned-phrases.txt");

/// Folders that hold no prose of this project: what is built, downloaded, quoted or sampled.
const SKIPPED_FOLDERS: [&str; 8] =
    [".git", "dist", "node_modules", "samples", "seeds", "snapshots", "target", "tests/data"];

/// The list and the guide that quotes it.
const SKIPPED_FILES: [&str; 2] = ["CONTRIBUTING.md", "docs/banned-phrases.txt"];

/// A phrase in lower case, and what to write instead.
struct Banned<'list> {
    phrase: &'list str,
    instead: &'list str,
}

fn banned() -> Vec<Banned<'static>> {
    let lines = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let split = |line: &'static str| {
        let (phrase, instead) = line.split_once(" => ").unwrap_or_else(|| panic!("no ` => ` in `{line}`"));
        Banned { phrase, instead }
    };
    lines.map(split).collect()
}

/// How a file marks its prose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// `//` and `/* */`.
    Slashes,
    /// Lines that begin with `#`.
    Hash,
    /// Everything but fenced code.
    Markdown,
    /// `<!-- -->`.
    Html,
}

impl Syntax {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "rs" | "js" | "mjs" | "cjs" | "ts" | "css" => Some(Self::Slashes),
            "ftl" | "toml" | "yml" | "sh" => Some(Self::Hash),
            "md" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            _ => None,
        }
    }
}

/// The prose of each line of a file; empty for lines without any.
fn prose(text: &str, syntax: Syntax) -> Vec<String> {
    let mut is_inside = false;
    text.lines()
        .map(|line| match syntax {
            Syntax::Hash => line.trim_start().strip_prefix('#').unwrap_or_default().to_owned(),
            Syntax::Markdown => {
                let is_fence = line.trim_start().starts_with("```");
                is_inside ^= is_fence;
                if is_inside || is_fence { String::new() } else { line.to_owned() }
            }
            Syntax::Html => between(line, "<!--", "-->", &mut is_inside),
            Syntax::Slashes if !is_inside && line_comment(line).is_some() => {
                line_comment(line).unwrap_or_default().trim_start_matches(['/', '!']).to_owned()
            }
            Syntax::Slashes => between(line, "/*", "*/", &mut is_inside),
        })
        .map(|line| plain(&line))
        .collect()
}

/// The text behind `//`, unless that is part of an address or of a string.
fn line_comment(line: &str) -> Option<&str> {
    line.match_indices("//").map(|(at, _)| line.split_at(at)).find_map(|(code, comment)| {
        let is_code = !code.ends_with(':') && code.matches('"').count() % 2 == 0 && !code.ends_with('/');
        is_code.then_some(comment)
    })
}

/// What of a line lies in a comment that may have begun on a line before.
fn between(line: &str, start: &str, end: &str, is_inside: &mut bool) -> String {
    let (mut rest, mut found) = (line, String::new());
    while !rest.is_empty() {
        let mark = if *is_inside { end } else { start };
        let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
        if *is_inside {
            found.push_str(before.trim_start().trim_start_matches('*'));
        }
        if rest.contains(mark) {
            *is_inside = !*is_inside;
        }
        rest = after;
    }
    found
}

/// A line in lower case, one space between words, without what stands in backticks.
fn plain(line: &str) -> String {
    let words: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" x ");
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Places and lines of each banned phrase; a phrase may end on the next line.
fn violations<'list>(lines: &[String], banned: &'list [Banned<'list>]) -> Vec<(usize, &'list Banned<'list>)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        let next = lines.get(at + 1).map_or("", String::as_str);
        let text = format!("{line} {next}");
        for entry in banned {
            let is_word = |place: usize, _: &str| {
                let (before, after) = (&text[..place], &text[place + entry.phrase.len()..]);
                !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
            };
            let mut places = text.match_indices(entry.phrase).filter(|(place, _)| *place < line.len());
            if places.any(|(place, own)| is_word(place, own)) {
                found.push((at + 1, entry));
            }
        }
    }
    found
}

fn files(root: &Path, folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        let name = path.strip_prefix(root).expect("it lies below the root").display().to_string().replace('\\', "/");
        if path.is_dir() {
            if !SKIPPED_FOLDERS.iter().any(|skipped| name == *skipped || name.ends_with(&format!("/{skipped}"))) {
                files(root, &path, found);
            }
        } else if Syntax::of(&path).is_some() && !SKIPPED_FILES.contains(&name.as_str()) {
            found.push(path);
        }
    }
}

#[test]
fn comments_and_documents_use_no_banned_phrase() {
    let (root, banned) = (Path::new(env!("CARGO_MANIFEST_DIR")), banned());
    let mut paths = Vec::new();
    files(root, root, &mut paths);
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let syntax = Syntax::of(&path).expect("it was chosen by its syntax");
        let text = fs::read_to_string(&path).expect("it is UTF-8");
        let name = path.strip_prefix(root).expect("it lies below the root").display().to_string();
        for (line, Banned { phrase, instead }) in violations(&prose(&text, syntax), &banned) {
            wrong.push(format!("{name}:{line}: `{phrase}`, write instead: {instead}"));
        }
    }
    assert!(wrong.is_empty(), "{} banned phrases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn phrases_are_found_in_prose_only() {
    let banned = [Banned { phrase: "says whether", instead: "" }, Banned { phrase: "zebra", instead: "" }];
    let lines = |text: &str, syntax| {
        let found = violations(&prose(text, syntax), &banned);
        found.into_iter().map(|(line, _)| line).collect::<Vec<_>>()
    };
    for (text, syntax, expected) in [
        ("/// Says whether it is.\nlet zebra = 1;\n", Syntax::Slashes, &[1][..]),
        ("/// It says\n/// whether it is.\n", Syntax::Slashes, &[1]),
        ("let address = \"https://zebra\"; // zebra\n", Syntax::Slashes, &[1]),
        ("/* A\n * zebra text. */ zebra\n", Syntax::Slashes, &[2]),
        ("/// `zebra`, zebras, unzebra\n", Syntax::Slashes, &[]),
        ("# Zebra\nkey = zebra\n", Syntax::Hash, &[1]),
        ("zebra\n```\nzebra\n```\nzebra\n", Syntax::Markdown, &[1, 5]),
        ("<!-- zebra -->\n<p>zebra</p>\n", Syntax::Html, &[1]),
    ] {
        assert_eq!(lines(text, syntax), expected, "{text}");
    }
}

#[test]
fn the_list_is_in_lower_case_without_doubles() {
    let phrases: Vec<&str> = banned().iter().map(|entry| entry.phrase).collect();
    for (at, phrase) in phrases.iter().enumerate() {
        assert_eq!(plain(phrase), *phrase);
        assert!(!phrases[..at].contains(phrase), "`{phrase}` is listed twice");
    }
}
