//! A small web server for this machine only: the files of one folder, never from a cache.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

const HOST: &str = "127.0.0.1";
/// How many ports after the wished one are tried.
const TRIES: u16 = 50;

/// Serves a folder until the program is stopped; takes the next free port where the wished one is taken.
pub fn forever(folder: &Path, port: u16) -> Result<()> {
    let server = (port..=port.saturating_add(TRIES)).find_map(|port| Server::http((HOST, port)).ok());
    let Some(server) = server else {
        bail!("none of the ports {port} to {} is free; name another one with --port", port.saturating_add(TRIES));
    };
    println!("serving {} at {}", folder.display(), address(&server));
    println!("Ctrl+C stops it");
    answer_all(&server, folder);
    Ok(())
}

/// Serves a folder on a free port in the background, to the end of this program, and returns its address.
pub fn in_background(folder: PathBuf) -> Result<String> {
    let server = Server::http((HOST, 0)).map_err(|error| anyhow!("no server can be started on {HOST}: {error}"))?;
    let address = address(&server);
    thread::spawn(move || answer_all(&server, &folder));
    Ok(address)
}

fn address(server: &Server) -> String {
    format!("http://{}/", server.server_addr())
}

/// Answers each request in a thread of its own: who reads slowly keeps nobody else waiting.
fn answer_all(server: &Server, folder: &Path) {
    for request in server.incoming_requests() {
        let folder = folder.to_path_buf();
        // A reader who went away is no reason to stop.
        thread::spawn(move || drop(answer(request, &folder)));
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(plain(405, "only GET and HEAD"));
    }
    let Some((path, file)) =
        find(request.url(), folder).and_then(|path| File::open(&path).ok().map(|file| (path, file)))
    else {
        return request.respond(plain(404, "not found"));
    };
    let response = Response::from_file(file)
        .with_header(header("Content-Type", kind(&path)))
        .with_header(header("Cache-Control", "no-store"))
        .with_header(header("X-Content-Type-Options", "nosniff"));
    request.respond(response)
}

/// Returns the file that an address means; none where it does not exist or would lie outside the folder.
fn find(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    let mut found = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == "." || part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        found.push(part);
    }
    if found.is_dir() {
        found.push("index.html");
    }
    let (found, folder) = (fs::canonicalize(found).ok()?, fs::canonicalize(folder).ok()?);
    (found.starts_with(folder) && found.is_file()).then_some(found)
}

/// Undoes percent-encoding; none where it is broken or not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md" | "toml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn plain(status: u16, message: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(message).with_status_code(StatusCode(status))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("the names and values above are plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn files_below_the_folder_are_found() {
        assert!(find("/src/main.rs?x#y", &here()).is_some());
        assert!(find("/src/%6Dain.rs", &here()).is_some());
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for url in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/src/../../Cargo.toml", "/..%2fCargo.toml", "//../Cargo.toml"]
        {
            assert_eq!(find(url, &here()), None, "{url}");
        }
        assert_eq!(find("/%00", &here()), None);
        assert_eq!(find("/%zz", &here()), None);
        assert_eq!(find("/..\\Cargo.toml", &here()), None);
        assert_eq!(find("src/main.rs", &here()), None);
    }

    #[test]
    fn wasm_has_the_type_that_browsers_compile_from() {
        assert_eq!(kind(Path::new("tarazy.wasm")), "application/wasm");
    }
}
