//! Where things are: the folders of the checkout and of what is built from it.

use std::path::{Path, PathBuf};

use crate::wasm::Module;

/// The checkout that this tool works on.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the checkout: the folder above this crate's, as cargo names it when it runs the tool.
    pub fn find() -> Self {
        let member = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = member.parent().map_or_else(|| member.clone(), Path::to_path_buf);
        Self { root }
    }

    /// Returns the root folder, where `Cargo.toml` and `index.html` are.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns what the browser gets beside the wasm.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// Returns the folder of the browser tests, which is also where npm's packages live.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// Returns cargo's folder for native builds.
    pub fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// Returns cargo's folder for wasm32, apart from the native one so that std is built once.
    pub fn wasm_target(&self) -> PathBuf {
        self.target().join("wasm")
    }

    /// Returns the folder of intermediate files and of notes on what is up to date.
    pub fn cache(&self) -> PathBuf {
        self.target().join("xtask")
    }

    /// Returns the hosted page.
    pub fn site(&self) -> PathBuf {
        self.root.join("dist/site")
    }

    /// Returns the sample study as one page.
    pub fn study(&self) -> PathBuf {
        self.root.join("dist/study.html")
    }

    /// Returns the package for npm.
    pub fn package(&self) -> PathBuf {
        self.root.join("dist/npm")
    }

    /// Returns a module with the names of its functions, for reading traps.
    pub fn debug_program(&self, module: Module) -> PathBuf {
        self.root.join(format!("dist/{}.debug.wasm", module.name()))
    }

    /// Returns the page as one file.
    pub fn single_file(&self) -> PathBuf {
        self.root.join("dist/tarazy.html")
    }
}
