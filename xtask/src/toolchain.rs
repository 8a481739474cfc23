//! The compiler for `wasm32-unknown-unknown`.
//!
//! Looked for in this order: the standard library that rustup or the distribution installed;
//! Debian's `rustc-web` with the library's source, from which the library is then built; what
//! `rustup target add` brings; Debian's packages installed by `apt-get`. Native code, tests and
//! tools use the ordinary toolchain.
//!
//! What readers get is built on a standard library of its own (see [`Toolchain::release_build`]),
//! for which rustup's toolchains need the component `rust-src`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, packages, project::Project};

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_CLIPPY: &str = "/usr/bin/cargo-clippy";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";
const INSTALLED_SOURCE: &str = "lib/rustlib/src/rust/library/Cargo.lock";
const BUILD_STD: &str = "-Zbuild-std=std,panic_abort";
/// Sorting alone is 0.4 MB without it, since the sorts of the standard library are compiled for
/// each type.
const SMALL_STD: &str = "-Zbuild-std-features=optimize_for_size";
/// A panic is a trap, without code to format and print its message: a quarter of the program.
const IMMEDIATE_ABORT: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];
const ADD_SOURCE: [&str; 3] = ["component", "add", "rust-src"];
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// A compiler that makes wasm32.
pub struct Toolchain {
    kind: Kind,
    target_dir: PathBuf,
    paths: Vec<(PathBuf, &'static str)>,
}

enum Kind {
    /// The ordinary toolchain has the target's standard library.
    Installed,
    /// Debian's compiler builds the standard library from source, and the linker is the ordinary
    /// toolchain's.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// Finds a toolchain, installing it where none is there.
    pub fn find(project: &Project) -> Result<Self> {
        let kind = find_kind(project)?;
        Ok(Self { kind, target_dir: project.wasm_target(), paths: paths(project) })
    }

    /// Returns the toolchain's name for people.
    pub fn description(&self) -> &'static str {
        match self.kind {
            Kind::Installed => "the ordinary toolchain",
            Kind::Debian { .. } => "Debian's rustc-web, which builds the standard library once",
        }
    }

    /// Returns a call of cargo, such as `build`, for wasm32; options for the build may follow.
    pub fn cargo(&self, verb: &str) -> Command {
        let command = match &self.kind {
            Kind::Installed => command::cargo(),
            Kind::Debian { .. } => command::clean(DEBIAN_CARGO),
        };
        self.aimed(command, verb)
    }

    /// Returns a call of `cargo build` for the program that readers get: the standard library is
    /// built with it, and a panic is a trap at once. Where the library's source cannot be had, the
    /// program is built with messages of panics and is larger.
    pub fn release_build(&self, project: &Project) -> Result<Command> {
        if matches!(self.kind, Kind::Debian { .. }) || installed_source().is_some() {
            return Ok(self.build_from_source());
        }
        if let Some(kind) = debian(project)? {
            let debian = Self { kind, target_dir: self.target_dir.clone(), paths: self.paths.clone() };
            return Ok(debian.build_from_source());
        }
        println!(
            "build: the source of the standard library is missing, so the program will be larger by a quarter; add it \
             with: rustup {}",
            ADD_SOURCE.join(" ")
        );
        Ok(self.cargo("build"))
    }

    fn build_from_source(&self) -> Command {
        let mut command = self.cargo("build");
        if let Kind::Installed = self.kind {
            command.arg(BUILD_STD).env("RUSTC_BOOTSTRAP", "1");
        }
        command.arg(SMALL_STD);
        command.env("CARGO_ENCODED_RUSTFLAGS", self.flags(&IMMEDIATE_ABORT));
        command
    }

    /// Returns a call of `cargo test` for wasm32. Under Debian's compiler tests stop at a panic
    /// like the program itself, so that both are built on the same standard library.
    pub fn test(&self) -> Command {
        let mut command = self.cargo("test");
        if let Kind::Debian { .. } = self.kind {
            command.arg("-Zpanic-abort-tests");
        }
        command
    }

    /// Returns a call of clippy for wasm32.
    pub fn clippy(&self) -> Command {
        match &self.kind {
            Kind::Installed => self.cargo("clippy"),
            // Debian's cargo would look for clippy among rustup's programs first, so it is called
            // by name.
            Kind::Debian { .. } => {
                let mut command = self.aimed(command::clean(DEBIAN_CLIPPY), "clippy");
                command.env("CARGO", DEBIAN_CARGO);
                command
            }
        }
    }

    /// Makes sure that [`Toolchain::clippy`] can be called.
    pub fn require_clippy(&self) -> Result<()> {
        match &self.kind {
            Kind::Debian { .. } if !Path::new(DEBIAN_CLIPPY).exists() => {
                packages::install(&["rust-web-clippy"], "clippy for wasm32")
            }
            _ => Ok(()),
        }
    }

    /// Returns the compiler's flags: those which keep the paths of this machine out of the program,
    /// so that two machines make the same bytes, and some more.
    fn flags(&self, more: &[&str]) -> OsString {
        let mut flags: Vec<OsString> = Vec::new();
        for (from, to) in &self.paths {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(from);
            flag.push(format!("={to}"));
            flags.push(flag);
        }
        flags.extend(more.iter().map(OsString::from));
        flags.join("\u{1f}".as_ref())
    }

    fn aimed(&self, mut command: Command, verb: &str) -> Command {
        command.arg(verb).args(["--target", TARGET]);
        command.env("CARGO_TARGET_DIR", &self.target_dir).env("CARGO_ENCODED_RUSTFLAGS", self.flags(&[]));
        if let Kind::Debian { linker } = &self.kind {
            command.arg(BUILD_STD);
            command.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            for name in ["RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "RUSTDOC"] {
                command.env_remove(name);
            }
        }
        command
    }
}

fn find_kind(project: &Project) -> Result<Kind> {
    if is_installed() {
        return Ok(Kind::Installed);
    }
    if let Some(kind) = debian(project)? {
        return Ok(kind);
    }
    let mut tried = Vec::new();
    let rustup = ["target", "add", TARGET];
    if command::ask(command::clean("rustup").arg("--version")).is_some() {
        println!("setup: wasm32: rustup {}", rustup.join(" "));
        let added = command::run(command::clean("rustup").args(rustup), "add the target");
        if added.is_ok() && is_installed() {
            return Ok(Kind::Installed);
        }
        tried.push("rustup could not add the target");
    }
    if packages::has_apt() {
        packages::install(&DEBIAN_PACKAGES, "the compiler for wasm32")?;
        if let Some(kind) = debian(project)? {
            return Ok(kind);
        }
        tried.push("Debian's rustc-web is missing or too old");
    }
    let tried = if tried.is_empty() { String::new() } else { format!(" ({})", tried.join("; ")) };
    bail!("the standard library for {TARGET} is needed and not installed{tried}; run: rustup {}", rustup.join(" "))
}

fn rustc() -> Command {
    command::clean(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

fn sysroot() -> Option<PathBuf> {
    command::ask(rustc().args(["--print", "sysroot"])).map(PathBuf::from)
}

/// Returns where the ordinary toolchain has the source of its standard library; rustup is asked for
/// it where it is missing.
fn installed_source() -> Option<PathBuf> {
    let present = || sysroot().map(|sysroot| sysroot.join(INSTALLED_SOURCE)).filter(|file| file.is_file());
    if let Some(file) = present() {
        return Some(file);
    }
    command::ask(command::clean("rustup").arg("--version"))?;
    println!("setup: the source of the standard library: rustup {}", ADD_SOURCE.join(" "));
    command::run(command::clean("rustup").args(ADD_SOURCE), "add the source of the standard library").ok()?;
    present()
}

fn is_installed() -> bool {
    let Some(sysroot) = sysroot() else { return false };
    fs::read_dir(sysroot.join("lib/rustlib").join(TARGET).join("lib")).is_ok_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
    })
}

/// Returns Debian's compiler where it is complete and new enough for this crate.
fn debian(project: &Project) -> Result<Option<Kind>> {
    if ![DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_SOURCE].iter().all(|file| Path::new(file).exists()) {
        return Ok(None);
    }
    let version = command::ask(command::clean(DEBIAN_RUSTC).arg("--version")).unwrap_or_default();
    let found = version.split_whitespace().nth(1).and_then(minor);
    if found.is_none() || found < oldest(project)? {
        return Ok(None);
    }
    Ok(Some(Kind::Debian { linker: linker()? }))
}

/// Returns the minor version that `rust-version` in `Cargo.toml` asks for.
fn oldest(project: &Project) -> Result<Option<u32>> {
    let manifest = fs::read_to_string(project.root().join("Cargo.toml")).context("Cargo.toml cannot be read")?;
    let manifest: toml::Table = manifest.parse().context("Cargo.toml is not TOML")?;
    let package = manifest.get("workspace").and_then(|workspace| workspace.get("package"));
    let version = package.and_then(|package| package.get("rust-version")).and_then(toml::Value::as_str);
    Ok(version.and_then(minor))
}

fn minor(version: &str) -> Option<u32> {
    version.split('.').nth(1)?.parse().ok()
}

/// Returns the linker for wasm that comes with rustup's toolchains, which Debian's compiler lacks.
fn linker() -> Result<PathBuf> {
    let host = command::ask(rustc().arg("-vV")).unwrap_or_default();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let beside = sysroot().map(|sysroot| sysroot.join("lib/rustlib").join(host).join("bin/rust-lld"));
    beside.filter(|file| file.is_file()).or_else(|| crate::setup::on_path("rust-lld")).context(
        "the linker rust-lld is needed and not in the Rust toolchain; install a toolchain with: rustup toolchain install \
         stable",
    )
}

/// Returns the paths of this machine with what stands for them in the program.
fn paths(project: &Project) -> Vec<(PathBuf, &'static str)> {
    let home = std::env::home_dir().unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut paths = vec![
        (PathBuf::from("/usr/lib/rustlib/src/rust"), "/rust"),
        (cargo_home.join("registry/src"), "/crates"),
        (project.root().to_path_buf(), "/tarazy"),
    ];
    paths.extend(sysroot().map(|sysroot| (sysroot.join("lib/rustlib/src/rust"), "/rust")));
    paths
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn the_minor_version_is_the_second_number() {
        assert_eq!(minor("1.96.0"), Some(96));
        assert_eq!(minor("1.95"), Some(95));
        assert_eq!(minor("nightly"), None);
    }
}
