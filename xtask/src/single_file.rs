//! The whole page in one file, which runs from `file://`: `dist/tarazy.html`.
//!
//! Made from the hosted page by putting each file where it is named: styles and scripts inline, the program and the
//! samples as base64 of gzip in inert `<script type="text/plain">` blocks at the end of the body. Its own content
//! security policy allows exactly the inline scripts, by their hashes, and no connection.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::site::{Files, gzip, text};

const STYLE: &str = "<link rel=\"stylesheet\" href=\"style.css\">";
const GLUE: &str = "<script src=\"tarazy.js\" defer></script>";
const BOOT: &str = "<script src=\"boot.js\" defer></script>";
const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const ICON_START: &str = "<link rel=\"icon\" href=\"";
const MANIFEST_START: &str = "<link rel=\"manifest\" ";
const END: &str = "</body>";
/// `<meta charset>` counts only where browsers look for it.
const CHARSET_WITHIN: usize = 1024;

/// Makes the file.
pub fn make(site: &Files) -> Result<String> {
    let [style, glue, boot] = ["style.css", "tarazy.js", "boot.js"].map(|name| text(site, name));
    let (style, glue, boot) = (style?, glue?, boot?);
    check_inline("style.css", style, "</style")?;
    check_inline("tarazy.js", glue, "</script")?;
    check_inline("boot.js", boot, "</script")?;

    let mut page = text(site, "index.html")?.to_owned();
    page = with_policy(&page, &[glue, boot])?;
    page = with_icon(&page, site)?;
    page = without_manifest(&page);
    page = once(&page, STYLE, &format!("<style>{style}</style>"))?;
    page = once(&page, GLUE, &format!("<script id=\"glue\">{glue}</script>"))?;
    page = once(&page, BOOT, &format!("<script>{boot}</script>"))?;
    page = once(&page, END, &format!("{}{END}", payloads(site)))?;
    check(&page)?;
    Ok(page)
}

fn payloads(site: &Files) -> String {
    let names = site.keys().filter(|name| *name == "tarazy.wasm" || name.starts_with("samples/"));
    let block = |name: &String| {
        format!("<script type=\"text/plain\" id=\"payload-{name}\">{}</script>\n", BASE64.encode(gzip(&site[name])))
    };
    names.map(block).collect()
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

/// Takes out the manifest, which only a hosted page can have.
fn without_manifest(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !line.trim_start().starts_with(MANIFEST_START)).collect()
}

fn once(page: &str, from: &str, to: &str) -> Result<String> {
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
    let charset = page.find("<meta charset=\"utf-8\">").context("index.html has no `<meta charset=\"utf-8\">`")?;
    ensure!(charset < CHARSET_WITHIN, "`<meta charset>` must stand in the first {CHARSET_WITHIN} bytes of index.html");
    ensure!(page.matches("<head>").count() == 1, "the page must have `<head>` exactly once");
    // Journal software fills in what follows these signs.
    ensure!(!page.contains("{$"), "the page must not contain `{{$`");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"kk\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
        <link rel=\"icon\" href=\"icons/a.svg\">\n<link rel=\"stylesheet\" href=\"style.css\">\n\
        <script src=\"tarazy.js\" defer></script>\n<script src=\"boot.js\" defer></script>\n</head>\n<body>\n</body>\n</html>\n";

    fn site() -> Files {
        [
            ("index.html", PAGE),
            ("icons/a.svg", "<svg/>"),
            ("style.css", "p { color: red }"),
            ("tarazy.js", "let wasm_bindgen;"),
            ("boot.js", "\"use strict\";"),
            ("tarazy.wasm", "\0asm"),
            ("samples/index.json", "[]"),
        ]
        .into_iter()
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
        .collect()
    }

    #[test]
    fn everything_stands_in_the_page() {
        let page = make(&site()).expect("a page");
        assert!(page.contains("<style>p { color: red }</style>"));
        assert!(page.contains("<script id=\"glue\">let wasm_bindgen;</script>"));
        assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""));
        assert!(!page.contains("src=\""), "nothing is left to load: {page}");
    }

    #[test]
    fn the_policy_names_the_scripts_by_their_hashes() {
        let page = make(&site()).expect("a page");
        let hash = BASE64.encode(Sha256::digest("let wasm_bindgen;"));
        assert!(page.contains(&format!("script-src 'sha256-{hash}' 'sha256-")), "{page}");
        assert!(!page.contains("'self'"));
    }

    #[test]
    fn a_payload_unpacks_to_the_file() {
        let page = make(&site()).expect("a page");
        let start = "<script type=\"text/plain\" id=\"payload-tarazy.wasm\">";
        let block = page.split(start).nth(1).and_then(|rest| rest.split("</script>").next()).expect("a block");
        let mut unpacked = Vec::new();
        let zipped = BASE64.decode(block).expect("base64");
        flate2::read::GzDecoder::new(&zipped[..]).read_to_end(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, b"\0asm");
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        let mut site = site();
        site.insert("boot.js".into(), b"'</SCRIPT>'".to_vec());
        assert!(make(&site).is_err());
    }
}
