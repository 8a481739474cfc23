//! The single-file page → the parts that a published study is set in.
//!
//! The parts are cut out of the file `tarazy.html`, or out of what the running page returns from
//! `tarazy.frame()`. Both give the same parts, so that the page and the command line publish the
//! same bytes.

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
    /// The program and its glue, base64 of gzip.
    pub(super) blocks: Vec<EmbeddedFile>,
}

/// A file in the page: base64 of gzip in an inert script element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EmbeddedFile {
    pub(super) name: String,
    pub(super) text: String,
}

/// A file that is not the program's single-file page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("this is not Tarazy's page in one file: `{part}` is missing")]
pub struct FrameError {
    /// What was looked for.
    pub part: &'static str,
}

/// Files that only the program's own page needs: a study is read and takes no files, so that it has
/// no modules that read them.
const LEFT_OUT: [&str; 3] = ["samples/", "late/", "study"];

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
        let blocks: Vec<EmbeddedFile> =
            page.match_indices(BLOCK).filter_map(|(at, _)| EmbeddedFile::parse(&page[at + BLOCK.len()..])).collect();
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

impl EmbeddedFile {
    fn parse(rest: &str) -> Option<Self> {
        let (name, rest) = rest.split_once('"')?;
        let (_, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once("</script>")?;
        let is_base64 = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte));
        is_base64.then(|| Self { name: name.to_owned(), text: text.to_owned() })
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

    fn page(program: &str) -> String {
        format!(
            "<!DOCTYPE html>\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <link rel=\"icon\" href=\"data:,\">\n<style>p{{}}</style>\n<script>boot();</script>\n</head>\n\
             <div id=\"boot-problem\" hidden>Бағдарлама басталмады.</div>\n\
             <script type=\"text/plain\" id=\"payload-tarazy.wasm\">{program}</script>\n\
             <script type=\"text/plain\" id=\"payload-samples/index.json\">W10=</script>\n\
             <script type=\"text/plain\" id=\"payload-late/reader.js\">W10=</script>\n\
             <script type=\"text/plain\" id=\"payload-late/reader.wasm\">W10=</script>\n"
        )
    }

    #[test]
    fn a_frame_has_the_program_without_samples_and_late_modules() {
        let frame = Frame::parse(&page("UHJvZ3JhbQ==")).expect("a frame");
        assert_eq!(frame.blocks, [EmbeddedFile { name: "tarazy.wasm".to_owned(), text: "UHJvZ3JhbQ==".to_owned() }]);
        assert_eq!(frame.problem, "Бағдарлама басталмады.");
        assert_eq!((frame.style.as_str(), frame.boot.as_str(), frame.icon.as_str()), ("p{}", "boot();", "data:,"));
    }

    #[test]
    fn other_files_are_no_page() {
        let whole = page("UHJvZ3JhbQ==");
        let end = whole.find("</script>\n<script type").expect("the end of the program");
        let missing = Err(FrameError { part: "tarazy.wasm" });
        for (text, what) in [
            ("", "nothing"),
            ("\0asm\u{FFFD}", "bytes"),
            (&whole[..whole.find("payload-").expect("a block")], "no block"),
            (&whole[..whole.rfind("payload-tarazy.wasm").expect("a block") + 30], "the end is missing"),
            (&page("UHJv\u{FFFD}Z3JhbQ=="), "the program is damaged"),
        ] {
            assert_eq!(Frame::parse(text), missing, "{what}");
        }
        assert!(Frame::parse(&whole[..end + 10]).is_ok(), "the program is whole");
    }
}
