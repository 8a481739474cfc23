//! The single-file page → the parts that a published study is set in.
//!
//! The parts are cut out of `tarazy.html` as it lies on a disk, or as the page itself writes it down before it starts; both give the
//! same parts, so that the page and the command line print the same study to the byte.

use thiserror::Error;

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

impl Frame {
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
        let is_packed = |byte: u8| byte.is_ascii_graphic() && !b"\"$&'<>\\`{".contains(&byte);
        text.bytes().all(is_packed).then(|| Self {
            name: name.to_owned(),
            packing: packing.to_owned(),
            text: text.to_owned(),
        })
    }
}

/// What stands between the first of one text and the next of another.
fn between<'page>(page: &'page str, start: &str, end: &str) -> Option<&'page str> {
    let from = page.find(start)? + start.len();
    let length = page[from..].find(end)?;
    Some(&page[from..from + length])
}
