//! What the linker knows of the program and the finished module no longer tells: where each datum lies, and which functions
//! and data refer to it.
//!
//! Read from the sections `linking` and `reloc.*` (WebAssembly tool conventions, "Linking"), which the linker leaves in with
//! `--emit-relocs`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    ConstExpr, DataKind, Element, ElementItems, ElementKind, KnownCustom, Linking, LinkingSectionReader, Name,
    NameSectionReader, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

/// The segment whose data the program may change; it is never split.
const WRITABLE: &str = ".data";

/// A datum by its place in the list of all.
pub type DatumId = usize;

/// What is referred to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// The data.
    pub data: BTreeSet<DatumId>,
    /// The functions whose address is taken, by their slots in the table. Their names would not do: of functions that are
    /// the same one alone is left when the program is made small.
    pub slots: BTreeSet<u32>,
}

/// A piece of data with a name of its own.
#[derive(Debug, Clone)]
pub struct Datum {
    /// Where it lies in the memory.
    pub addresses: Range<u32>,
    /// Whether the program may write there.
    pub is_writable: bool,
    /// What it points to.
    pub references: References,
}

/// The program as the linker left it.
#[derive(Debug, Default)]
pub struct Linked {
    /// The data in the order of their addresses.
    pub data: Vec<Datum>,
    /// What each function refers to, by the function's name.
    pub functions: HashMap<String, References>,
}

/// Returns the module without what is for linkers only.
pub fn without_linking(wasm: &[u8]) -> Result<Vec<u8>> {
    without_custom(wasm, |name| name == "linking" || name.starts_with("reloc."))
}

/// Returns the module without the names of its functions.
pub fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    without_custom(wasm, |name| name == "name")
}

fn without_custom(wasm: &[u8], is_dropped: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    const HEAD: usize = 8;
    let mut kept = wasm.get(..HEAD).context("the program is not a module")?.to_vec();
    let mut start = HEAD;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the program is not a module")?;
        let Some((_, range)) = payload.as_section() else { continue };
        // A section's kind and length stand before its content.
        if !matches!(&payload, Payload::CustomSection(section) if is_dropped(section.name())) {
            kept.extend(&wasm[start..range.end]);
        }
        start = range.end;
    }
    Ok(kept)
}

impl Linked {
    /// Reads the linker's output.
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let sections = Sections::read(wasm)?;
        let mut linked = Self { data: sections.data(), functions: HashMap::new() };
        for (body, index) in sections.bodies.iter().zip(sections.imported..) {
            // Functions of one name are one.
            let own = linked.functions.entry(sections.name(index)).or_default();
            let [start, end] = [body.start, body.end].map(|place| u32::try_from(place - sections.code_start));
            for entry in sections.code.range(start?..end?).map(|(_, entry)| entry) {
                sections.add(entry, &linked.data, own)?;
            }
        }
        for (place, entry) in &sections.pointers {
            let Some(id) = sections.address(*place).and_then(|address| datum_at(&linked.data, address)) else {
                continue;
            };
            let mut references = std::mem::take(&mut linked.data[id].references);
            sections.add(entry, &linked.data, &mut references)?;
            linked.data[id].references = references;
        }
        Ok(linked)
    }
}

/// Returns the datum that lies at an address.
fn datum_at(data: &[Datum], address: u32) -> Option<DatumId> {
    let next = data.partition_point(|datum| datum.addresses.start <= address);
    let id = next.checked_sub(1)?;
    data[id].addresses.contains(&address).then_some(id)
}

/// What stands in the sections.
#[derive(Default)]
struct Sections {
    /// Where the sections of code and data begin in the file; the linker counts its places from there.
    code_start: usize,
    data_start: usize,
    /// Address, place in the file and name of each segment of data.
    segments: Vec<Segment>,
    /// Where each function's body lies in the file.
    bodies: Vec<Range<usize>>,
    /// How many functions are not the program's own; these have the first numbers.
    imported: u32,
    names: HashMap<u32, String>,
    /// The slot in the table of each function that has one.
    slots: HashMap<u32, u32>,
    symbols: Vec<Symbol>,
    /// What has been filled in by the linker, by its place, in the code and in the data.
    code: BTreeMap<u32, RelocationEntry>,
    pointers: BTreeMap<u32, RelocationEntry>,
}

struct Segment {
    address: u32,
    place: Range<usize>,
    is_writable: bool,
}

#[derive(Clone, Copy)]
enum Symbol {
    Function { index: u32 },
    Datum { segment: u32, offset: u32, size: u32 },
    Other,
}

impl Sections {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut sections = Self::default();
        let [mut index, mut code, mut data] = [0, u32::MAX, u32::MAX];
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.context("the linker's output is not a module")?;
            let is_section = payload.as_section().is_some();
            match payload {
                Payload::ImportSection(reader) => {
                    for import in reader.into_imports() {
                        sections.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ElementSection(reader) => {
                    for segment in reader {
                        sections.add_slots(segment?)?;
                    }
                }
                Payload::CodeSectionStart { range, .. } => (sections.code_start, code) = (range.start, index),
                Payload::CodeSectionEntry(body) => sections.bodies.push(body.range()),
                Payload::DataSection(reader) => {
                    (sections.data_start, data) = (reader.range().start, index);
                    for segment in reader {
                        sections.segments.push(Segment::of(&segment?)?);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(reader) => sections.add_names(reader)?,
                    KnownCustom::Linking(reader) => sections.add_symbols(&reader)?,
                    KnownCustom::Reloc(reader) => {
                        let entries = match reader.section_index() {
                            section if section == code => &mut sections.code,
                            section if section == data => &mut sections.pointers,
                            _ => continue,
                        };
                        for entry in reader.entries() {
                            let entry = entry?;
                            entries.insert(entry.offset, entry);
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            index += u32::from(is_section);
        }
        ensure!(!sections.symbols.is_empty(), "the linker left no symbols; is `--emit-relocs` among its arguments?");
        Ok(sections)
    }

    fn add_slots(&mut self, segment: Element<'_>) -> Result<()> {
        let ElementKind::Active { offset_expr, .. } = segment.kind else { return Ok(()) };
        let ElementItems::Functions(functions) = segment.items else { return Ok(()) };
        for (function, slot) in functions.into_iter().zip(fixed(&offset_expr)?..) {
            self.slots.insert(function?, slot);
        }
        Ok(())
    }

    fn add_names(&mut self, reader: NameSectionReader<'_>) -> Result<()> {
        for names in reader {
            let Name::Function(names) = names? else { continue };
            for naming in names {
                let naming = naming?;
                self.names.insert(naming.index, naming.name.to_owned());
            }
        }
        Ok(())
    }

    fn add_symbols(&mut self, reader: &LinkingSectionReader<'_>) -> Result<()> {
        for part in reader.subsections() {
            match part? {
                Linking::SegmentInfo(names) => {
                    for (segment, name) in self.segments.iter_mut().zip(names) {
                        segment.is_writable = name?.name.starts_with(WRITABLE);
                    }
                }
                Linking::SymbolTable(symbols) => {
                    for symbol in symbols {
                        self.symbols.push(Symbol::of(&symbol?));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns the function's name; one without a name has its number for one.
    fn name(&self, index: u32) -> String {
        self.names.get(&index).cloned().unwrap_or_else(|| format!("#{index}"))
    }

    /// Returns the data with their names' places, in the order of their addresses. Those that share a byte are one.
    fn data(&self) -> Vec<Datum> {
        let mut found: Vec<(Range<u32>, bool)> = self
            .symbols
            .iter()
            .filter_map(|symbol| {
                let Symbol::Datum { segment, offset, size } = *symbol else { return None };
                let segment = self.segments.get(segment as usize)?;
                let start = segment.address + offset;
                (size > 0).then_some((start..start + size, segment.is_writable))
            })
            .collect();
        found.sort_by_key(|(addresses, _)| (addresses.start, addresses.end));
        let mut data: Vec<Datum> = Vec::new();
        for (addresses, is_writable) in found {
            match data.last_mut() {
                Some(last) if addresses.start < last.addresses.end => {
                    last.addresses.end = last.addresses.end.max(addresses.end);
                }
                _ => data.push(Datum { addresses, is_writable, references: References::default() }),
            }
        }
        data
    }

    /// Returns the address of a place in the section of data.
    fn address(&self, offset: u32) -> Option<u32> {
        let place = self.data_start + offset as usize;
        let segment = self.segments.iter().find(|segment| segment.place.contains(&place))?;
        Some(segment.address + u32::try_from(place - segment.place.start).ok()?)
    }

    /// Adds what the linker filled in at a place.
    fn add(&self, entry: &RelocationEntry, data: &[Datum], references: &mut References) -> Result<()> {
        let is_function = matches!(
            entry.ty,
            RelocationType::TableIndexSleb | RelocationType::TableIndexI32 | RelocationType::FunctionIndexI32
        );
        let is_datum = matches!(
            entry.ty,
            RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32
        );
        if !is_function && !is_datum {
            return Ok(());
        }
        match self.symbols.get(entry.index as usize) {
            Some(Symbol::Function { index }) if is_function => {
                references.slots.extend(self.slots.get(index));
            }
            Some(Symbol::Datum { segment, offset, size }) if is_datum && *size > 0 => {
                let segment = self.segments.get(*segment as usize).context("a datum lies in no segment")?;
                references.data.extend(datum_at(data, segment.address + offset));
            }
            Some(_) => {}
            None => bail!("the linker names a symbol that it does not list"),
        }
        Ok(())
    }
}

fn fixed(offset: &ConstExpr<'_>) -> Result<u32> {
    match offset.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => bail!("the place of a segment is not fixed"),
    }
}

impl Segment {
    fn of(segment: &wasmparser::Data<'_>) -> Result<Self> {
        let DataKind::Active { offset_expr, .. } = &segment.kind else { bail!("a segment of data has no address") };
        let place = segment.range.end - segment.data.len()..segment.range.end;
        Ok(Self { address: fixed(offset_expr)?, place, is_writable: false })
    }
}

impl Symbol {
    fn of(symbol: &SymbolInfo<'_>) -> Self {
        match symbol {
            SymbolInfo::Func { index, .. } => Self::Function { index: *index },
            SymbolInfo::Data { symbol: Some(place), .. } => {
                Self::Datum { segment: place.index, offset: place.offset, size: place.size }
            }
            _ => Self::Other,
        }
    }
}
