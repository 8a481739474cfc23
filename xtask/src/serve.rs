//! A small web server for this machine only: the files of one folder, never from a cache.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

const HOST: &str = "127.0.0.1";
/// How many ports after the wished one are tried.
const TRIES: u16 = 50;

/// Serves a folder until the program is stopped; takes the next free port where the wished one is
/// taken.
pub fn forever(folder: &Path, port: u16) -> Result<()> {
    let last = port.saturating_add(TRIES);
    let Some(listener) = (port..=last).find_map(|port| TcpListener::bind((HOST, port)).ok()) else {
        bail!("none of the ports {port} to {last} is free; name another one with --port");
    };
    println!("serving {} at {}", folder.display(), address(&listener)?);
    println!("Ctrl+C stops it");
    answer_all(listener, folder)
}

/// Serves a folder on a free port in the background, to the end of this program, and returns its
/// address.
pub fn in_background(folder: PathBuf) -> Result<String> {
    let listener = TcpListener::bind((HOST, 0)).with_context(|| format!("no server can be started on {HOST}"))?;
    let address = address(&listener)?;
    thread::spawn(move || {
        if let Err(problem) = answer_all(listener, &folder) {
            eprintln!("the server stopped: {problem:#}");
        }
    });
    Ok(address)
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

fn answer_all(listener: TcpListener, folder: &Path) -> Result<()> {
    let files = Router::new()
        .fallback_service(ServeDir::new(folder))
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(SetResponseHeaderLayer::overriding(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        Ok(axum::serve(tokio::net::TcpListener::from_std(listener)?, files).await?)
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    use super::*;

    fn here() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
    }

    /// Asks for a path as it stands, and returns the whole answer.
    fn answer(address: &str, path: &str) -> String {
        let mut connection = connect(address);
        write!(connection, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn connect(address: &str) -> TcpStream {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let connection = TcpStream::connect(host).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        connection
    }

    #[test]
    fn files_below_the_folder_are_found() {
        let address = in_background(here()).unwrap();
        for path in ["/src/serve.rs?x", "/src/%73erve.rs"] {
            let answer = answer(&address, path);
            assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("A small web server"), "{path}: {answer}");
            assert!(answer.contains("cache-control: no-store"), "{answer}");
        }
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let address = in_background(here().join("src")).unwrap();
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/x/../../Cargo.toml",
            "/..%2fCargo.toml",
            "//../Cargo.toml",
            "/%00",
            "/%zz",
            "/..\\Cargo.toml",
        ] {
            let answer = answer(&address, path);
            assert!(!answer.starts_with("HTTP/1.1 2") && !answer.contains("anyhow"), "{path}: {answer}");
        }
    }

    /// A browser opens some connections at once, keeps them, and leaves others without a word.
    #[test]
    fn connections_that_stay_open_keep_no_other_waiting() {
        for _ in 0..20 {
            let address = in_background(here()).unwrap();
            let silent: Vec<_> = (0..4).map(|_| connect(&address)).collect();
            let mut readers: Vec<_> = (0..8).map(|_| connect(&address)).collect();
            for reader in &mut readers {
                reader.write_all(b"GET /Cargo.toml HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            }
            for reader in &mut readers {
                let mut start = [0; 15];
                reader.read_exact(&mut start).unwrap();
                assert_eq!(&start, b"HTTP/1.1 200 OK");
            }
            drop(silent);
        }
    }

    #[test]
    fn wasm_has_the_type_that_browsers_compile_from() {
        let folder = std::env::temp_dir().join(format!("tarazy-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("tarazy.wasm"), b"\0asm").unwrap();
        let answer = answer(&in_background(folder.clone()).unwrap(), "/tarazy.wasm");
        std::fs::remove_dir_all(folder).unwrap();
        assert!(answer.contains("content-type: application/wasm"), "{answer}");
    }
}
