//! The table of objects, found by looking through the whole file.
//!
//! For files whose own table is missing, cut off or wrong. The last object of a number counts.

use super::table::{Entry, Table};
use crate::{
    budget::Budget,
    error::{Limit, Result},
    object::{Dictionary, Lexer, Object, Parser, Reference, is_space},
};

/// What a look through the file finds.
#[derive(Debug, Default)]
pub(super) struct Rebuilt {
    pub(super) table: Table,
    /// Streams with further objects, from the last to the first.
    pub(super) object_streams: Vec<Reference>,
}

/// Looks through the file.
pub(super) fn rebuild(bytes: &[u8], budget: &Budget) -> Result<Rebuilt> {
    let mut rebuilt = Rebuilt::default();
    let mut trailers: Vec<Dictionary> = Vec::new();
    let mut catalog = None;
    let mut at = 0;
    budget.spend(bytes.len())?;
    while let Some(found) = next_mark(bytes, at) {
        if found.is_trailer {
            at = found.at + b"trailer".len();
            if let Some(trailer) = Parser::new(bytes, at, budget).object()?.as_dictionary() {
                trailers.push(trailer.clone());
            }
            continue;
        }
        at = found.at + b"obj".len();
        let Some(start) = number_before(bytes, found.at) else { continue };
        let mut parser = Parser::new(bytes, start, budget);
        let Some((reference, object)) = parser.indirect()? else { continue };
        at = parser.lexer.at().max(at);
        if rebuilt.table.entries.len() >= budget.limits.objects {
            return Err(budget.exceeded(Limit::Objects));
        }
        rebuilt.table.entries.insert(reference.number, Entry::At(start));
        let Some(dictionary) = object.as_dictionary() else { continue };
        if dictionary.is_of_type("Catalog") {
            catalog = Some(reference);
        }
        if object.as_stream().is_some() {
            at = stream_end(bytes, at, dictionary.get("Length").as_index(), budget)?;
            if dictionary.is_of_type("XRef") {
                trailers.push(dictionary.clone());
            } else if dictionary.is_of_type("ObjStm") {
                rebuilt.object_streams.push(reference);
            }
        }
    }
    for trailer in trailers.iter().rev().filter(|trailer| trailer.has("Root")) {
        rebuilt.table.add_trailer(trailer);
    }
    if let Some(catalog) = catalog
        && !rebuilt.table.trailer.has("Root")
    {
        rebuilt.table.trailer.0.push(((*b"Root").into(), Object::Reference(catalog)));
    }
    rebuilt.object_streams.reverse();
    Ok(rebuilt)
}

struct Mark {
    at: usize,
    is_trailer: bool,
}

/// The next `obj` or `trailer`.
fn next_mark(bytes: &[u8], from: usize) -> Option<Mark> {
    let mut from = from;
    loop {
        let at = from + memchr::memchr2(b'o', b't', bytes.get(from..)?)?;
        let rest = &bytes[at..];
        if rest.starts_with(b"obj") && !bytes[..at].ends_with(b"end") {
            return Some(Mark { at, is_trailer: false });
        }
        if rest.starts_with(b"trailer") {
            return Some(Mark { at, is_trailer: true });
        }
        from = at + 1;
    }
}

/// Where the two numbers before `obj` begin.
fn number_before(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at;
    for _ in 0..2 {
        let spaces = bytes[..at].iter().rev().take(8).take_while(|byte| is_space(**byte)).count();
        let digits = bytes[..at - spaces].iter().rev().take(11).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        at -= spaces + digits;
    }
    Some(at)
}

/// The end of a stream's bytes: where its length says if `endstream` is there, else at the next
/// `endstream`.
pub(super) fn stream_end(bytes: &[u8], start: usize, len: Option<usize>, budget: &Budget) -> Result<usize> {
    if let Some(end) = len.and_then(|len| start.checked_add(len)).filter(|end| *end <= bytes.len()) {
        let mut lexer = Lexer::new(bytes, end);
        lexer.skip_space();
        if lexer.rest().starts_with(b"endstream") || lexer.rest().starts_with(b"endobj") {
            return Ok(end);
        }
    }
    let rest = &bytes[start.min(bytes.len())..];
    let end = memchr::memmem::find(rest, b"endstream");
    budget.spend(end.unwrap_or(rest.len()) / 8 + 1)?;
    let end = end.or_else(|| memchr::memmem::find(rest, b"endobj"));
    let len = end.unwrap_or(rest.len());
    let line_end = [b"\r\n".as_slice(), b"\n", b"\r"].into_iter().find(|end| rest[..len].ends_with(end));
    Ok(start + len - line_end.map_or(0, <[u8]>::len))
}
