//! An archive of documents → the documents, in the order of their names.
//!
//! What systems put into archives beside the documents, and pictures, are passed over. A document
//! that cannot be read is refused by its name and stops none of the others.

use tarazy_engine::encoding::CodePage;

use crate::{
    error::{DocumentError, DocumentLimit},
    format::{DocumentFormat, OtherFormat},
    left_out::LeftOutKind,
    model::{ReadFile, RefusedPart},
    options::ReadOptions,
    package::{Package, Room},
    recognise::format_of,
};

/// Reads the documents in an archive.
///
/// # Errors
/// An archive that is damaged, without any document, or beyond a limit.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions, room: &mut Room) -> Result<ReadFile, DocumentError> {
    let package = Package::open(bytes, DocumentFormat::Zip, &options.limits)?;
    let mut entries: Vec<(String, usize)> = (0..package.names().count())
        .map(|at| (name(package.name_bytes(at)), at))
        .filter(|(name, _)| !name.ends_with('/'))
        .collect();
    entries.sort();
    let mut file = ReadFile::default();
    let mut passed_over = 0;
    for (name, at) in entries {
        if is_litter(&name) {
            passed_over += 1;
            continue;
        }
        let read = package.part_at(at, room).and_then(|part| {
            let is_archive = format_of(&name, &part) == Some(DocumentFormat::Zip);
            Ok(((room.read_inner)(&name, part.into_owned(), options, room)?, is_archive))
        });
        match read {
            Ok((mut inner, is_archive)) => {
                if is_archive {
                    inner.documents.iter_mut().for_each(|document| document.title.insert_str(0, &format!("{name}/")));
                    inner.refused.iter_mut().for_each(|part| part.set_in(&name));
                }
                file.documents.append(&mut inner.documents);
                file.refused.append(&mut inner.refused);
            }
            // Pictures in a folder of documents are not documents that failed.
            Err(DocumentError::OtherFormat { format: OtherFormat::Image }) => passed_over += 1,
            Err(error) => file.refused.push(RefusedPart::new(name, &error)),
        }
        if file.documents.len() > options.limits.documents {
            return Err(DocumentLimit::Documents.exceeded(options.limits.documents));
        }
    }
    if file.documents.is_empty() && file.refused.is_empty() {
        return Err(DocumentError::NoDocument);
    }
    if let Some(first) = file.documents.first_mut() {
        first.left_out.add(LeftOutKind::OtherFiles, passed_over);
    }
    Ok(file)
}

/// Returns a name as people wrote it: in UTF-8, or else in the code page of DOS, in which old
/// programs write names in Cyrillic letters.
fn name(bytes: &[u8]) -> String {
    let name = std::str::from_utf8(bytes).map_or_else(|_| CodePage::IBM_866.decode(bytes).collect(), str::to_owned);
    name.replace('\\', "/")
}

/// Returns `true` for files that systems and programs add.
fn is_litter(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || file.starts_with("._")
        || file.starts_with("~$")
        || matches!(file, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
