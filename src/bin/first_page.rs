//! Draws the first page for the build: `first-page SAMPLE.json` writes it to standard output in
//! every language, for `www/first.js`.

use std::{env, fs, process::ExitCode};

use futures::executor::block_on;
use tarazy::{
    browser::read_sample,
    ui::{first_page, state::Preferences},
};
use tarazy_engine::language::Language;

fn main() -> ExitCode {
    let sample = env::args_os().nth(1).and_then(|path| fs::read(path).ok());
    let Some(sample) = sample.and_then(|bytes| read_sample(&bytes).ok()) else {
        eprintln!("usage: first-page SAMPLE.json");
        return ExitCode::FAILURE;
    };
    println!("<div id=\"first\" inert data-preferences=\"{}\">", preferences());
    for language in Language::ALL {
        let page = block_on(first_page(&sample, language));
        println!("<template lang=\"{}\">{page}</template>", language.code());
    }
    println!("</div>");
    ExitCode::SUCCESS
}

/// Returns the preferences under which the page looks like this, as `name=value` with spaces
/// between.
fn preferences() -> String {
    let kept = Preferences::default().kept().into_iter();
    let others = kept.filter(|(name, _)| !["language", "theme"].contains(name));
    others.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
}
