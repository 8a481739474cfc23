//! The packing of what the single file carries: by the crate `tarazy-packing`, whose other half unpacks it in the page.
//!
//! Packing is slow, so that what was packed once is kept.

use std::fs;

use anyhow::{Context, Result};

use crate::{project::Project, site::fingerprint};

/// Packs a file in parts that are unpacked side by side, or takes what was made of the same bytes before.
pub fn pack(project: &Project, content: &[u8]) -> Result<Vec<u8>> {
    // How files are packed is told by the sources: what another state of them packed does not unpack.
    let sources = sources(project)?;
    keep(project, "packing", &[&sources, content], || Ok(tarazy_packing::pack_in_parts(content)))
}

/// Returns what was made of the same bytes before, or makes it and keeps it in a folder of that name.
pub fn keep(
    project: &Project,
    folder: &str,
    made_of: &[&[u8]],
    make: impl FnOnce() -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let folder = project.cache().join(folder);
    let kept = folder.join(fingerprint(made_of));
    if let Ok(made) = fs::read(&kept) {
        return Ok(made);
    }
    let made = make()?;
    let unwritable = || format!("`{}` cannot be written", kept.display());
    fs::create_dir_all(&folder).with_context(unwritable)?;
    fs::write(&kept, &made).with_context(unwritable)?;
    Ok(made)
}

fn sources(project: &Project) -> Result<Vec<u8>> {
    let folder = project.root().join("src/packing");
    let unreadable = || format!("`{}` cannot be read", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(unreadable)?
        .into_iter()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).with_context(unreadable)).collect::<Result<Vec<_>>>().map(|all| all.concat())
}
