//! The whole page in one file, which runs from `file://`: `dist/tarazy.html`.
//!
//! Made from the hosted page by putting each file where it is named: the boot script and the styles of what is read without
//! the program inline, the program, its glue, all styles and the samples packed ([`packing`]) in wide signs ([`wide`]) in inert
//! `<script type="text/plain">` blocks at the end of the body. Its own content security policy allows exactly the boot script
//! and the glue, by their hashes, and no connection. The file is in UTF-16, for which the signs are made; its byte order mark goes
//! before whatever a server says of it.

use std::fs;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::{
    packing,
    project::Project,
    site::{Files, squeezed_style, text},
    wide,
};

/// The sheets of what a published study says without its program.
const PLAIN_STYLES: [&str; 3] = ["00-tokens.css", "10-base.css", "70-study.css"];
const STYLE: &str = "<link rel=\"stylesheet\" href=\"style.css\">";
const GLUE: &str = "<script src=\"tarazy.js\" defer></script>";
const BOOT: &str = "<script src=\"boot.js\" defer></script>";
const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const ICON_START: &str = "<link rel=\"icon\" href=\"";
/// What only a hosted page has: its manifest, the call for the program that goes ahead of the scripts, and what brings the
/// program's second part.
const HOSTED_ONLY: [&str; 3] = ["<link rel=\"manifest\" ", "<link rel=\"preload\" ", "<script src=\"parts.js\" "];
/// What is true of the hosted page only.
const CHARSET: &str = "<meta charset=\"utf-8\">\n";
const END: &str = "</body>";
const MARK: char = '\u{FEFF}';

/// Makes the file from the site, the whole program, packed, and what unpacks it in the page, in gzip.
pub fn make(project: &Project, site: &Files, program: &[u8], unpacker: &[u8]) -> Result<Vec<u8>> {
    let (glue, boot) = (text(site, "tarazy.js")?, text(site, "boot.js")?);
    let style = plain_style(project)?;
    check_inline("the style sheet", &style, "</style")?;
    check_inline("tarazy.js", glue, "</script")?;
    check_inline("boot.js", boot, "</script")?;

    let mut page = text(site, "index.html")?.to_owned();
    page = with_policy(&page, &[glue, boot])?;
    page = with_icon(&page, site)?;
    page = without_hosted(&page);
    page = once(&page, CHARSET, "")?;
    page = once(&page, STYLE, &format!("<style>{style}</style>"))?;
    page = once(&page, GLUE, "")?;
    page = once(&page, BOOT, &format!("<script>{boot}</script>"))?;
    page = once(&page, END, &format!("{}{END}", payloads(project, site, program, unpacker)?))?;
    check(&page)?;
    Ok(utf16(&format!("{MARK}{page}")))
}

fn plain_style(project: &Project) -> Result<String> {
    let sheet = |name: &str| {
        let file = project.www().join("style").join(name);
        fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))
    };
    let sheets: Result<Vec<String>> = PLAIN_STYLES.into_iter().map(sheet).collect();
    Ok(squeezed_style(&sheets?.concat()))
}

fn payloads(project: &Project, site: &Files, program: &[u8], unpacker: &[u8]) -> Result<String> {
    let mut blocks = payload("unpack.wasm", "gzip", unpacker) + &payload("tarazy.wasm", "parts", program);
    for (name, content) in site {
        if name == "tarazy.js" || name == "style.css" || name.starts_with("samples/") {
            blocks += &payload(name, "parts", &packing::pack(project, content)?);
        }
    }
    Ok(blocks)
}

fn payload(name: &str, packing: &str, packed: &[u8]) -> String {
    let packed = wide::encode(packed);
    format!("<script type=\"text/plain\" id=\"payload-{name}\" data-packing=\"{packing}-wide\">{packed}</script>\n")
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn with_policy(page: &str, scripts: &[&str]) -> Result<String> {
    // Browsers hash a script as UTF-8; older WebKit hashes it in the encoding of the document, which as `srcdoc` is UTF-8 too.
    let forms = scripts.iter().flat_map(|script| [script.as_bytes().to_vec(), utf16(script)]);
    let hashes: Vec<String> =
        forms.map(|script| format!("'sha256-{}'", BASE64.encode(Sha256::digest(script)))).collect();
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
    ensure!(!page.contains("<meta charset"), "the page must not name an encoding: its byte order mark does");
    ensure!(page.matches("<head>").count() == 1, "the page must have `<head>` exactly once");
    // Journal software fills in what follows these signs.
    ensure!(!page.contains("{$"), "the page must not contain `{{$`");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"kk\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
        <link rel=\"icon\" href=\"icons/a.svg\">\n<link rel=\"stylesheet\" href=\"style.css\">\n\
        <link rel=\"preload\" href=\"first.wasm.lzma\" as=\"fetch\">\n<script src=\"tarazy.js\" defer></script>\n<script src=\"parts.js\" defer></script>\n\
        <script src=\"boot.js\" defer></script>\n</head>\n<body>\n</body>\n</html>\n";

    fn site() -> Files {
        [
            ("index.html", PAGE),
            ("icons/a.svg", "<svg/>"),
            ("style.css", "p { color: red }"),
            ("tarazy.js", "let x;"),
            ("boot.js", "\"use strict\";"),
            ("samples/index.json", "[]"),
        ]
        .into_iter()
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
        .collect()
    }

    /// Makes the page, and reads it as browsers do.
    fn made() -> String {
        let file = make(&Project::find(), &site(), b"packed program", b"unpacker").expect("a page");
        let units: Vec<u16> =
            file.chunks(2).map(|unit| u16::from_le_bytes(unit.try_into().expect("whole signs"))).collect();
        let page = String::from_utf16(&units).expect("UTF-16");
        page.strip_prefix(MARK).expect("a byte order mark").to_owned()
    }

    #[test]
    fn the_mark_alone_names_the_encoding() {
        let page = made();
        assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("charset"), "{page}");
    }

    #[test]
    fn everything_stands_in_the_page() {
        let page = made();
        assert!(page.contains("<style>.tarazy {"), "{page}");
        assert!(page.contains("#study table {") && !page.contains("color: red"), "other styles are packed");
        assert!(page.contains("<script>\"use strict\";</script>"));
        assert!(page.contains(&format!(">{}</script>", wide::encode(b"packed program"))));
        assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""));
        assert!(!page.contains("src=\"") && !page.contains("preload"), "nothing is left to load: {page}");
    }

    #[test]
    fn the_policy_names_the_scripts_by_their_hashes() {
        let page = made();
        let hash = |script: &[u8]| format!("'sha256-{}'", BASE64.encode(Sha256::digest(script)));
        let (utf_8, utf_16) = (hash(b"let x;"), hash(b"l\0e\0t\0 \0x\0;\0"));
        assert!(page.contains(&format!("script-src {utf_8} {utf_16} 'sha256-")), "{page}");
        assert!(!page.contains("'self'"));
    }

    #[test]
    fn a_payload_unpacks_to_the_file() {
        let page = made();
        let start = "<script type=\"text/plain\" id=\"payload-tarazy.js\" data-packing=\"parts-wide\">";
        let block = page.split(start).nth(1).and_then(|rest| rest.split("</script>").next()).expect("a block");
        let (length, part) =
            wide::decode(block).split_first_chunk().map(|(head, part)| (*head, part.to_vec())).expect("a head");
        assert_eq!(u32::from_le_bytes(length) as usize, part.len());
        assert_eq!(tarazy_packing::unpack(&part), b"let x;");
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        let mut site = site();
        site.insert("boot.js".into(), b"'</SCRIPT>'".to_vec());
        assert!(make(&Project::find(), &site, b"packed program", b"unpacker").is_err());
    }
}
