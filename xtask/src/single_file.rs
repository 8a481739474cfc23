//! The whole page in one file, which runs from `file://`: `dist/tarazy.html`.
//!
//! Made from the hosted page by putting each file where it is named: the boot script and the styles
//! inline; the program, its glue, the samples and the late modules as base64 of gzip in inert
//! `<script type="text/plain">` blocks at the end of the body. Its own content security policy
//! allows exactly the boot script and the glue, by their hashes, and no connection.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::{
    compression::gzip,
    site::{Files, text},
};

const STYLE: &str = "<link rel=\"stylesheet\" href=\"style.css\">";
const GLUE: &str = "<script src=\"tarazy.js\" defer></script>";
const BOOT: &str = "<script src=\"boot.js\" defer></script>";
const FIRST: &str = "<script src=\"first.js\"></script>";
const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const ICON_START: &str = "<link rel=\"icon\" href=\"";
/// What only a hosted page has: its manifest and the early request for the program.
const HOSTED_ONLY: [&str; 2] = ["<link rel=\"manifest\" ", "<link rel=\"preload\" "];
const END: &str = "</body>";

/// The whole page in one file.
pub struct SingleFile {
    /// The file.
    pub page: Vec<u8>,
    /// How many bytes of it are the modules that the hosted page fetches on first use.
    pub late_bytes: usize,
}

/// Makes the file from the site, the program, and the files of the late modules.
pub fn make(site: &Files, program: &[u8], late: &Files) -> Result<SingleFile> {
    let (style, glue, boot) = (text(site, "style.css")?, text(site, "tarazy.js")?, text(site, "boot.js")?);
    check_inline("style.css", style, "</style")?;
    check_inline("tarazy.js", glue, "</script")?;
    check_inline("boot.js", boot, "</script")?;
    let first = text(site, "first.js")?;
    check_inline("first.js", first, "</script")?;

    let mut page = text(site, "index.html")?.to_owned();
    page = with_policy(&page, &[glue, boot, first])?;
    page = with_icon(&page, site)?;
    page = without_hosted(&page);
    page = once(&page, STYLE, &format!("<style>{style}</style>"))?;
    page = once(&page, GLUE, "")?;
    page = once(&page, BOOT, &format!("<script>{boot}</script>"))?;
    page = once(&page, FIRST, &format!("<script id=\"first-script\">{first}</script>"))?;
    // The late modules stand last: no file comes before the page can be used.
    let late: String = late.iter().map(|(name, content)| payload(name, content)).collect();
    page = once(&page, END, &format!("{}{late}{END}", payloads(site, program)))?;
    check(&page)?;
    Ok(SingleFile { page: page.into_bytes(), late_bytes: late.len() })
}

/// The blocks in the order in which they are needed: workers start with the glue while the program
/// is still read.
fn payloads(site: &Files, program: &[u8]) -> String {
    let all = |is_carried: fn(&str) -> bool| -> String {
        site.iter().filter(|(name, _)| is_carried(name)).map(|(name, content)| payload(name, content)).collect()
    };
    all(|name| name == "tarazy.js") + &payload("tarazy.wasm", program) + &all(|name| name.starts_with("samples/"))
}

fn payload(name: &str, content: &[u8]) -> String {
    format!("<script type=\"text/plain\" id=\"payload-{name}\">{}</script>\n", BASE64.encode(gzip(content)))
}

fn with_policy(page: &str, scripts: &[&str]) -> Result<String> {
    let hashes: Vec<String> =
        scripts.iter().map(|script| format!("'sha256-{}'", BASE64.encode(Sha256::digest(script)))).collect();
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src data: blob:; \
         style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'",
        hashes.join(" ")
    );
    let start = page.find(POLICY_START).context("index.html has no content security policy")? + POLICY_START.len();
    let end = start + page[start..].find('"').context("the policy in index.html does not end")?;
    Ok(format!("{}{policy}{}", &page[..start], &page[end..]))
}

/// Puts the icon into the page as a `data:` address.
fn with_icon(page: &str, site: &Files) -> Result<String> {
    let Some(start) = page.find(ICON_START).map(|start| start + ICON_START.len()) else {
        return Ok(page.to_owned());
    };
    let end = start + page[start..].find('"').context("the icon's address in index.html does not end")?;
    let name = &page[start..end];
    if name.starts_with("data:") {
        return Ok(page.to_owned());
    }
    let icon = site.get(name).with_context(|| format!("index.html names the icon `{name}`, which is not in www/"))?;
    let kind = if name.ends_with(".svg") { "image/svg+xml" } else { "image/png" };
    Ok(format!("{}data:{kind};base64,{}{}", &page[..start], BASE64.encode(icon), &page[end..]))
}

/// Takes out the lines that only a hosted page can have.
fn without_hosted(page: &str) -> String {
    let is_kept = |line: &&str| !HOSTED_ONLY.iter().any(|start| line.trim_start().starts_with(start));
    page.split_inclusive('\n').filter(is_kept).collect()
}

/// Replaces what must stand in the page exactly once.
pub fn once(page: &str, from: &str, to: &str) -> Result<String> {
    ensure!(page.matches(from).count() == 1, "index.html must have `{from}` exactly once");
    Ok(page.replacen(from, to, 1))
}

fn check_inline(name: &str, content: &str, end: &str) -> Result<()> {
    let lower = content.to_ascii_lowercase();
    ensure!(!lower.contains(end), "`{name}` contains `{end}` and cannot stand inside the page");
    ensure!(!lower.contains("<!--"), "`{name}` contains `<!--` and cannot stand inside the page");
    Ok(())
}

fn check(page: &str) -> Result<()> {
    ensure!(page.contains("<meta charset=\"utf-8\">"), "the page must name its encoding");
    ensure!(page.matches("<head>").count() == 1, "the page must have `<head>` exactly once");
    // Journal software fills in what follows these characters.
    ensure!(!page.contains("{$"), "the page must not contain `{{$`");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"kk\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
        <link rel=\"icon\" href=\"icons/a.svg\">\n<link rel=\"stylesheet\" href=\"style.css\">\n\
        <link rel=\"preload\" href=\"tarazy-0.wasm\" as=\"fetch\">\n<script src=\"tarazy.js\" defer></script>\n\
        <script src=\"boot.js\" defer></script>\n</head>\n<body>\n<script src=\"first.js\"></script>\n</body>\n</html>\n";

    fn site() -> Files {
        [
            ("index.html", PAGE),
            ("icons/a.svg", "<svg/>"),
            ("style.css", "p { color: red }"),
            ("tarazy.js", "let x;"),
            ("boot.js", "\"use strict\";"),
            ("first.js", "first();"),
            ("samples/index.json", "[]"),
        ]
        .into_iter()
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
        .collect()
    }

    fn late(reader: &str) -> Files {
        [("late/reader.js", "let y;"), ("late/reader.wasm", reader)]
            .into_iter()
            .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
            .collect()
    }

    fn made() -> String {
        String::from_utf8(make(&site(), b"program", &late("readers")).expect("a page").page).expect("UTF-8")
    }

    #[test]
    fn everything_stands_in_the_page() {
        let page = made();
        assert!(page.contains("<style>p { color: red }</style>"));
        assert!(page.contains("<script>\"use strict\";</script>"));
        assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""));
        assert!(!page.contains("src=\"") && !page.contains("preload"), "nothing is left to load: {page}");
    }

    #[test]
    fn the_policy_names_the_scripts_by_their_hashes() {
        let page = made();
        let hash = |script: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(script)));
        let hashes = ["let x;", "\"use strict\";", "first();"].map(hash).join(" ");
        assert!(page.contains(&format!("script-src {hashes} 'wasm-unsafe-eval' blob:;")), "{page}");
        assert!(!page.contains("'self'"));
    }

    #[test]
    fn a_payload_unpacks_to_the_file() {
        let page = made();
        for (name, content) in [
            ("tarazy.wasm", "program"),
            ("tarazy.js", "let x;"),
            ("samples/index.json", "[]"),
            ("late/reader.wasm", "readers"),
            ("late/reader.js", "let y;"),
        ] {
            let start = format!("<script type=\"text/plain\" id=\"payload-{name}\">");
            let block = page.split(&start).nth(1).and_then(|rest| rest.split("</script>").next()).expect("a block");
            let mut unpacked = String::new();
            GzDecoder::new(BASE64.decode(block).expect("base64").as_slice())
                .read_to_string(&mut unpacked)
                .expect("gzip");
            assert_eq!(unpacked, content);
        }
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        let mut site = site();
        site.insert("boot.js".into(), b"'</SCRIPT>'".to_vec());
        assert!(make(&site, b"program", &Files::new()).is_err());
    }

    #[test]
    fn late_modules_are_measured_apart() {
        let size = |reader: &str| {
            let file = make(&site(), b"program", &late(reader)).expect("a page");
            (file.page.len() - file.late_bytes, file.late_bytes)
        };
        let (small, large) = (size("readers"), size("readers of every format"));
        assert_eq!(small.0, large.0);
        assert!(small.1 < large.1);
    }
}
