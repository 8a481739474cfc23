//! The compressions that browsers undo by themselves.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};

/// Compresses standard input with quality 11 and the largest window that HTTP allows.
const BROTLI: &str = "process.stdout.write(zlib.brotliCompressSync(fs.readFileSync(0), \
    { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: zlib.constants.BROTLI_MAX_WINDOW_BITS } }))";

/// Compresses as gzip, without a date or a file name.
pub fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).expect("a vector accepts every byte")
}

/// Compresses as brotli, with the encoder of Node.js.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut node = Command::new("node")
        .args(["-e", BROTLI])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("could not compress the program: `node` cannot be started")?;
    node.stdin.take().expect("it is piped").write_all(content).context("could not compress the program")?;
    let output = node.wait_with_output().context("could not compress the program")?;
    ensure!(output.status.success(), "could not compress the program: `node` ended with {}", output.status);
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_carries_no_date() {
        assert_eq!(gzip(b"text")[4..8], [0, 0, 0, 0]);
        assert_eq!(gzip(b"text"), gzip(b"text"));
    }

    #[test]
    fn brotli_compresses() {
        let compressed = brotli(&b"scales weigh; ".repeat(100)).expect("node");
        assert!(!compressed.is_empty() && compressed.len() < 50, "{}", compressed.len());
    }
}
