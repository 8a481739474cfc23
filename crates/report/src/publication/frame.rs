//! The single-file page → the parts that a published study is set in.
//!
//! The parts are cut out of `tarazy.html` as it lies on a disk, in UTF-16, or as the page itself writes it down before it starts; both
//! give the same parts, so that the page and the command line print the same study to the byte. A study is UTF-8, as what
//! journals' software works on must be, so that blocks in wide signs are written anew in base 85.

use thiserror::Error;

use super::{base85, wide};

/// What a published page takes over from the program's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    pub(super) policy: String,
    pub(super) icon: String,
    pub(super) style: String,
    pub(super) boot: String,
    /// What is shown where the program cannot start.
    pub(super) problem: String,
    /// The packed program and what belongs to it.
    pub(super) blocks: Vec<Block>,
}

/// A packed file in the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) name: String,
    pub(super) packing: String,
    pub(super) text: String,
}

/// A file that is not the program's single-file page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("this is not Tarazy's page in one file: `{part}` is missing")]
pub struct FrameError {
    /// What was looked for.
    pub part: &'static str,
}

/// Files that only the program's own page needs.
const LEFT_OUT: [&str; 2] = ["samples/", "study"];

const BLOCK: &str = "<script type=\"text/plain\" id=\"payload-";
const PROBLEM: &str = "<div id=\"boot-problem\"";

/// The byte order mark of UTF-16, the lower byte first.
const UTF_16: [u8; 2] = [0xFF, 0xFE];
/// What the packing of a block in wide signs ends with; without it the block is in base 85.
const WIDE: &str = "-wide";

impl Frame {
    /// Cuts the parts out of the page as it lies on a disk, in UTF-16 with its mark or in UTF-8.
    ///
    /// # Errors
    /// [`FrameError`] where one is missing, as all are in a file of another kind.
    pub fn read(file: &[u8]) -> Result<Self, FrameError> {
        let Some(units) = file.strip_prefix(&UTF_16) else { return Self::parse(&String::from_utf8_lossy(file)) };
        let units: Vec<u16> = units.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
        Self::parse(&String::from_utf16_lossy(&units))
    }

    /// Cuts the parts out of the page.
    ///
    /// # Errors
    /// [`FrameError`] where one is missing.
    pub fn parse(page: &str) -> Result<Self, FrameError> {
        let missing = |part| move || FrameError { part };
        let policy = between(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        let style = between(page, "<style>", "</style>");
        let boot = between(page, "<script>", "</script>");
        let icon = between(page, "<link rel=\"icon\" href=\"", "\"");
        // The boot script names it too, further up.
        let problem = page.rfind(PROBLEM).and_then(|at| between(&page[at..], PROBLEM, "</div>"));
        let blocks: Vec<Block> =
            page.match_indices(BLOCK).filter_map(|(at, _)| Block::parse(&page[at + BLOCK.len()..])).collect();
        let has = |name: &str| blocks.iter().any(|block| block.name == name);
        if !has("tarazy.wasm") {
            return Err(FrameError { part: "tarazy.wasm" });
        }
        Ok(Self {
            policy: policy.ok_or_else(missing("Content-Security-Policy"))?.to_owned(),
            icon: icon.ok_or_else(missing("icon"))?.to_owned(),
            style: style.ok_or_else(missing("style"))?.to_owned(),
            boot: boot.ok_or_else(missing("script"))?.to_owned(),
            problem: problem
                .and_then(|problem| problem.split_once('>'))
                .ok_or_else(missing("boot-problem"))?
                .1
                .to_owned(),
            blocks: blocks
                .into_iter()
                .filter(|block| !LEFT_OUT.iter().any(|start| block.name.starts_with(start)))
                .collect(),
        })
    }
}

impl Block {
    fn parse(rest: &str) -> Option<Self> {
        let (name, rest) = rest.split_once('"')?;
        let (head, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once("</script>")?;
        let packing = between(head, "data-packing=\"", "\"").unwrap_or_default();
        let (packing, text) = match packing.strip_suffix(WIDE) {
            Some(packing) => (packing, base85::encode(&wide::decode(text)?)),
            None => (packing, text.to_owned()),
        };
        text.bytes().all(base85::is_sign).then(|| Self { name: name.to_owned(), packing: packing.to_owned(), text })
    }
}

/// What stands between the first of one text and the next of another.
fn between<'page>(page: &'page str, start: &str, end: &str) -> Option<&'page str> {
    let from = page.find(start)? + start.len();
    let length = page[from..].find(end)?;
    Some(&page[from..from + length])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with its program in base 85, or in wide signs.
    fn page(packing: &str, program: &str) -> String {
        format!(
            "<!DOCTYPE html>\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <link rel=\"icon\" href=\"data:,\">\n<style>p{{}}</style>\n<script>boot();</script>\n</head>\n\
             <div id=\"boot-problem\" hidden>Бағдарлама басталмады.</div>\n\
             <script type=\"text/plain\" id=\"payload-tarazy.wasm\" data-packing=\"{packing}\">{program}</script>\n\
             <script type=\"text/plain\" id=\"payload-samples/index.json\">W10=</script>\n"
        )
    }

    fn utf16(page: &str) -> Vec<u8> {
        format!("\u{FEFF}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    const PROGRAM: &[u8] = b"a packed program";

    fn expected() -> Frame {
        Frame::parse(&page("parts", &base85::encode(PROGRAM))).expect("a frame")
    }

    #[test]
    fn the_file_and_what_the_page_writes_down_give_the_same_parts() {
        let wide = page("parts-wide", &wide::encode(PROGRAM));
        assert_eq!(Frame::parse(&wide), Ok(expected()), "as a string");
        assert_eq!(Frame::read(&utf16(&wide)), Ok(expected()), "in UTF-16");
        assert_eq!(Frame::read(wide.as_bytes()), Ok(expected()), "in UTF-8");
        assert_eq!(Frame::read(page("parts", &base85::encode(PROGRAM)).as_bytes()), Ok(expected()), "of a study");
        let [block] = &expected().blocks[..] else { panic!("the samples are left out") };
        assert_eq!((block.packing.as_str(), base85::decode(&block.text)), ("parts", PROGRAM.to_vec()));
        assert_eq!(expected().problem, "Бағдарлама басталмады.");
    }

    #[test]
    fn other_files_are_no_page() {
        let whole = page("parts-wide", &wide::encode(PROGRAM));
        let end = whole.rfind("</script>\n<script").expect("the end of the program");
        let damaged = page("parts-wide", &wide::encode(PROGRAM)[2..]);
        let missing = Err(FrameError { part: "tarazy.wasm" });
        for (file, what) in [
            (&b""[..], "nothing"),
            (b"\xFF\xFE", "a mark"),
            (b"\xFF\xFE<", "half a sign"),
            (b"\xFF\xFE\x00\xD8\x00\xD8", "halves of pairs"),
            (b"\0asm\x01\xFF\xFE\xC3", "bytes"),
            (&utf16(&whole)[2..], "no mark"),
            (&utf16(&whole[..end]), "the end is missing"),
            (&utf16(&damaged), "the program is damaged"),
        ] {
            assert_eq!(Frame::read(file), missing, "{what}");
        }
    }
}
