//! The page as it is shown until the program runs, drawn by the program `first-page` from the first
//! sample study.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{
    command::{self, cargo},
    project::Project,
    site::Files,
};

/// Where it stands in `index.html`.
const PLACE: &str = "<div id=\"first\"></div>\n";

/// Draws the first page from the samples, in every language.
pub fn draw(project: &Project, samples: &Files) -> Result<String> {
    #[derive(serde::Deserialize)]
    struct Listed {
        id: String,
    }
    let file = |name: &str| samples.get(name).with_context(|| format!("`{name}` is missing"));
    let list: Vec<Listed> = serde_json::from_slice(file("samples/index.json")?)?;
    let first = list.first().context("there is no sample study")?;
    fs::create_dir_all(project.cache()).context("the build folder cannot be made")?;
    let sample = project.cache().join("first-sample.json");
    fs::write(&sample, file(&format!("samples/{}.json", first.id))?).context("the build folder cannot be written")?;
    command::output(
        cargo()
            .args(["run", "--quiet", "--package", "tarazy", "--bin", "first-page", "--all-features", "--locked", "--"])
            .arg(sample)
            .current_dir(project.root()),
        "draw the first page",
    )
}

/// Puts the first page into `index.html`.
pub fn put(page: &str, first: &str) -> Result<String> {
    ensure!(page.matches(PLACE).count() == 1, "index.html must have `{}` exactly once", PLACE.trim_end());
    Ok(page.replacen(PLACE, first, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_stands_in_its_place() {
        let page = fs::read_to_string(Project::find().root().join("index.html")).expect("a page");
        let whole = put(&page, "<div id=\"first\">table</div>\n").expect("a page");
        assert!(whole.contains("<div id=\"first\">table</div>\n<script src=\"first.js\">"), "{whole}");
        assert!(put("<body></body>", "").is_err());
    }
}
