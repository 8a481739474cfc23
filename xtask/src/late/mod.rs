//! The program in two parts: what a first visit needs, and the rest, which comes while the reader looks at the first result.
//!
//! Both parts share one memory and one table of functions. What the first part calls of the rest it calls through the table;
//! until the rest is there its slots hold stand-ins that the boot script gives, and which fetch the rest at once. What the
//! rest needs of the first part, the first part exports. `xtask/late.txt` says what is late; all that only such code
//! reaches, functions and data, is late with it. Whatever is on the list, the program does the same: only when its parts
//! are loaded differs.

mod linked;
mod list;
mod reach;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{CallIndirect, Const, Instr, InstrLocId, InstrSeq, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{
    ConstExpr, Data, DataKind, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalId, GlobalKind,
    ImportedFunction, Module, ModuleConfig, TableId, TypeId, ValType,
};

use crate::site::fingerprint;
pub use linked::{Linked, without_linking, without_names};
pub use list::{LateList, plain};
use reach::Kept;

/// The module whose functions the rest imports, and the one whose stand-ins the first part imports; `www/parts.js` gives both.
const FIRST: &str = "first";
const REST: &str = "rest";
const MEMORY: &str = "memory";
/// The table of functions, which `www/parts.js` looks into.
const FUNCTIONS: &str = "functions";

/// The two parts of the program.
pub struct Parts {
    /// What starts.
    pub first: Vec<u8>,
    /// What comes later.
    pub rest: Vec<u8>,
}

/// Parts the program. `wasm` is the finished program with the names of its functions, `linked` what the linker knew of it.
pub fn split(wasm: &[u8], linked: &Linked, list: &LateList) -> Result<Parts> {
    let first = parse(wasm)?;
    let table = first.tables.main_function_table()?.context("the program has no table of functions")?;
    let slots = slots(&first, table)?;
    let late: BTreeSet<FunctionId> = first
        .funcs
        .iter()
        .filter(|function| function.name.as_deref().is_some_and(|name| list.has(name)))
        .map(walrus::Function::id)
        .collect();
    let kept = reach::kept(&first, &slots, linked, |id| late.contains(&id));
    let plan = Plan::of(&first, &slots, &kept, wasm);
    let ranges = late_ranges(linked, &kept);
    let rest = rest(parse(wasm)?, &plan, &ranges)?;
    let first = self::first(first, table, &plan, &ranges)?;
    Ok(Parts { first, rest })
}

/// The export by which the rest knows the first part that it belongs to: that of another program, or parted otherwise, is refused.
fn mark(wasm: &[u8], late: &BTreeSet<usize>) -> String {
    let late: Vec<u8> = late.iter().flat_map(|index| index.to_le_bytes()).collect();
    format!("of-{}", &fingerprint(&[wasm, &late])[..16])
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(wasm).context("the program is not a module")
}

/// Returns the functions by their slots in the table.
fn slots(module: &Module, table: TableId) -> Result<BTreeMap<u32, FunctionId>> {
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: filled, offset: ConstExpr::Value(Value::I32(offset)) } = &element.kind else {
            bail!("functions are set in a table in a way that is not known here");
        };
        let ElementItems::Functions(functions) = &element.items else {
            bail!("functions are set in a table in a way that is not known here");
        };
        if *filled == table {
            slots.extend((offset.cast_unsigned()..).zip(functions.iter().copied()));
        }
    }
    Ok(slots)
}

/// Returns where the data lie that only the rest needs.
fn late_ranges(linked: &Linked, kept: &Kept) -> Vec<Range<u32>> {
    let late = |(id, datum): (usize, &linked::Datum)| (!kept.data.contains(&id)).then(|| datum.addresses.clone());
    linked.data.iter().enumerate().filter_map(late).collect()
}

/// What each part does, by the numbers of the functions, which are the same in both readings of the module.
struct Plan {
    /// The functions of the rest.
    late: BTreeSet<usize>,
    /// The functions that the rest needs of the first part, with the names they are exported by.
    shared: BTreeMap<usize, String>,
    /// The functions of the rest that stand in the table, by their slots.
    slots: BTreeMap<u32, usize>,
    /// The slot by which the first part calls a function of the rest.
    slot_of: HashMap<usize, u32>,
    /// The first slot that is new.
    new_from: u32,
    /// The export by which the rest knows its first part.
    mark: String,
}

impl Plan {
    fn of(module: &Module, slots: &BTreeMap<u32, FunctionId>, kept: &Kept, wasm: &[u8]) -> Self {
        let local = |id: &FunctionId| matches!(module.funcs.get(*id).kind, FunctionKind::Local(_));
        let is_late = |id: &FunctionId| local(id) && !kept.functions.contains(id);
        let ids: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
        let late: BTreeSet<usize> = ids.iter().filter(|id| is_late(id)).map(|id| id.index()).collect();
        let calls = |is_of_part: &dyn Fn(&FunctionId) -> bool| -> BTreeSet<FunctionId> {
            let bodies = ids.iter().filter(|id| is_of_part(id)).filter_map(|id| match &module.funcs.get(*id).kind {
                FunctionKind::Local(body) => Some(reach::calls(body)),
                _ => None,
            });
            bodies.flatten().collect()
        };
        let wanted_by_first = calls(&|id| !is_late(id)).into_iter().filter(is_late);
        let wanted_by_rest = calls(&|id| is_late(id)).into_iter().filter(|id| !is_late(id));

        let new_from = slots.keys().next_back().map_or(1, |last| last + 1);
        let mut late_slots: BTreeMap<u32, usize> =
            slots.iter().filter(|(_, id)| is_late(id)).map(|(slot, id)| (*slot, id.index())).collect();
        let mut slot_of: HashMap<usize, u32> = late_slots.iter().map(|(slot, index)| (*index, *slot)).collect();
        for id in wanted_by_first {
            let next = late_slots.keys().next_back().map_or(new_from, |last| new_from.max(last + 1));
            slot_of.entry(id.index()).or_insert_with(|| {
                late_slots.insert(next, id.index());
                next
            });
        }
        // The shorter the names, the smaller both parts.
        let shared = wanted_by_rest.zip(0..).map(|(id, number): (_, u32)| (id.index(), number.to_string())).collect();
        let mark = mark(wasm, &late);
        Self { late, shared, slots: late_slots, slot_of, new_from, mark }
    }
}

/// Makes the first part of the whole program.
fn first(mut module: Module, table: TableId, plan: &Plan, ranges: &[Range<u32>]) -> Result<Vec<u8>> {
    let ids: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let types: Vec<TypeId> = ids.iter().map(|id| module.funcs.get(*id).ty()).collect();
    let mut detour = Detour { table, plan, types: &types };
    for (id, body) in module.funcs.iter_local_mut() {
        if !plan.late.contains(&id.index()) {
            let entry = body.entry_block();
            dfs_pre_order_mut(&mut detour, body, entry);
        }
    }
    let mut stand_ins = BTreeMap::new();
    for (slot, index) in &plan.slots {
        let (id, _) = module.add_import_func(REST, &slot.to_string(), types[*index]);
        stand_ins.insert(*slot, id);
    }
    set_stand_ins(&mut module, table, &stand_ins, plan.new_from)?;

    for (index, name) in &plan.shared {
        module.exports.add(name, ids[*index]);
    }
    share(&mut module, table)?;
    let mark = module.globals.add_local(ValType::I32, false, false, ConstExpr::Value(Value::I32(0)));
    module.exports.add(&plan.mark, mark);
    blank(&mut module, ranges)?;
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Puts the stand-ins into the table, in the slots that there are and in new ones.
fn set_stand_ins(
    module: &mut Module,
    table: TableId,
    stand_ins: &BTreeMap<u32, FunctionId>,
    new_from: u32,
) -> Result<()> {
    for element in module.elements.iter_mut() {
        if let ElementKind::Active { table: filled, offset: ConstExpr::Value(Value::I32(offset)) } = &element.kind
            && *filled == table
            && let ElementItems::Functions(functions) = &mut element.items
        {
            for (slot, function) in (offset.cast_unsigned()..).zip(functions) {
                *function = stand_ins.get(&slot).copied().unwrap_or(*function);
            }
        }
    }
    let new: Vec<FunctionId> = stand_ins.range(new_from..).map(|(_, id)| *id).collect();
    if new.is_empty() {
        return Ok(());
    }
    let offset = ConstExpr::Value(Value::I32(i32::try_from(new_from)?));
    let end = u64::from(new_from) + new.len() as u64;
    let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(new));
    let table = module.tables.get_mut(table);
    table.elem_segments.insert(element);
    table.initial = table.initial.max(end);
    table.maximum = table.maximum.map(|maximum| maximum.max(end));
    Ok(())
}

/// Exports the memory, the tables and the globals under names that the rest knows.
fn share(module: &mut Module, functions: TableId) -> Result<()> {
    let memory = module.memories.iter().next().context("the program has no memory")?.id();
    if module.exports.iter().all(|export| export.name != MEMORY) {
        module.exports.add(MEMORY, memory);
    }
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        module.exports.add(&table_name(id, functions), id);
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        module.exports.add(&global_name(id), id);
    }
    Ok(())
}

fn table_name(id: TableId, functions: TableId) -> String {
    if id.index() == functions.index() { FUNCTIONS.to_owned() } else { format!("table-{}", id.index()) }
}

fn global_name(id: GlobalId) -> String {
    format!("global-{}", id.index())
}

/// Puts zeros where the rest has its data. They cost nothing when they are packed.
fn blank(module: &mut Module, ranges: &[Range<u32>]) -> Result<()> {
    let ids: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let start = address(data)?;
        for range in ranges {
            let places = within(range, start, data.value.len());
            data.value[places].fill(0);
        }
    }
    Ok(())
}

/// Returns where a segment of data begins.
fn address(data: &Data) -> Result<u32> {
    match &data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => Ok(start.cast_unsigned()),
        _ => bail!("a segment of data has no fixed address"),
    }
}

/// Returns the places of a segment that lie in a range of addresses.
fn within(range: &Range<u32>, start: u32, length: usize) -> Range<usize> {
    let place = |address: u32| (address.saturating_sub(start) as usize).min(length);
    place(range.start)..place(range.end)
}

/// Makes the rest of the whole program.
fn rest(mut module: Module, plan: &Plan, ranges: &[Range<u32>]) -> Result<Vec<u8>> {
    let table = module.tables.main_function_table()?.context("the program has no table of functions")?;
    let ids: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let late_data = late_data(&module, ranges)?;

    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for id in exports {
        module.exports.delete(id);
    }
    let imports: Vec<_> = module.imports.iter().map(walrus::Import::id).collect();
    for id in imports {
        module.imports.delete(id);
    }
    for (index, name) in &plan.shared {
        let id = ids[*index];
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(FIRST, name, id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    import_shared(&mut module, table);
    // Without a use it would be taken out again with all else that has none.
    let (mark, _) = module.add_import_global(FIRST, &plan.mark, ValType::I32, false, false);
    module.exports.add(&plan.mark, mark);

    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in elements {
        module.elements.delete(id);
    }
    for (start, run) in runs(&plan.slots) {
        let functions = run.iter().map(|index| ids[*index]).collect();
        let offset = ConstExpr::Value(Value::I32(i32::try_from(start)?));
        module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(functions));
    }
    let memory = module.memories.iter().next().context("the program has no memory")?.id();
    for (address, value) in late_data {
        let offset = ConstExpr::Value(Value::I32(address.cast_signed()));
        module.data.add(DataKind::Active { memory, offset }, value);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Takes memory, tables and globals from the first part.
fn import_shared(module: &mut Module, functions: TableId) {
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = module.imports.add(FIRST, MEMORY, id);
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in data {
        module.data.delete(id);
    }
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = module.imports.add(FIRST, &table_name(id, functions), id);
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
        // It has grown in the first part.
        table.maximum = None;
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = module.imports.add(FIRST, &global_name(id), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Returns the bytes of the ranges with their addresses; neighbours are one.
fn late_data(module: &Module, ranges: &[Range<u32>]) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut found: Vec<(u32, Vec<u8>)> = Vec::new();
    for data in module.data.iter() {
        let start = address(data)?;
        for range in ranges {
            let bytes = &data.value[within(range, start, data.value.len())];
            if bytes.is_empty() {
                continue;
            }
            match found.last_mut() {
                Some((address, before)) if *address as usize + before.len() == range.start as usize => {
                    before.extend(bytes);
                }
                _ => found.push((range.start, bytes.to_vec())),
            }
        }
    }
    let whole: usize = ranges.iter().map(|range| range.len()).sum();
    ensure!(found.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() == whole, "data lie in no segment");
    Ok(found)
}

/// Returns the slots that follow each other, each run with its first slot.
fn runs(slots: &BTreeMap<u32, usize>) -> Vec<(u32, Vec<usize>)> {
    let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
    for (slot, index) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == *slot as usize => run.push(*index),
            _ => runs.push((*slot, vec![*index])),
        }
    }
    runs
}

/// Calls the functions of the rest by their slots.
struct Detour<'a> {
    table: TableId,
    plan: &'a Plan,
    /// The types of the functions by their numbers.
    types: &'a [TypeId],
}

impl VisitorMut for Detour<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let is_call = |instr: &Instr| matches!(instr, Instr::Call(call) if self.plan.late.contains(&call.func.index()));
        if !sequence.instrs.iter().any(|(instr, _)| is_call(instr)) {
            return;
        }
        let mut changed: Vec<(Instr, InstrLocId)> = Vec::with_capacity(sequence.instrs.len() + 1);
        for (instr, place) in sequence.instrs.drain(..) {
            match &instr {
                Instr::Call(call) if self.plan.late.contains(&call.func.index()) => {
                    let slot = self.plan.slot_of[&call.func.index()].cast_signed();
                    changed.push((Instr::Const(Const { value: Value::I32(slot) }), place));
                    let call = CallIndirect { ty: self.types[call.func.index()], table: self.table };
                    changed.push((Instr::CallIndirect(call), place));
                }
                _ => changed.push((instr, place)),
            }
        }
        sequence.instrs = changed;
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use walrus::ir::{BinaryOp, ExtendedLoad, LoadKind, MemArg};
    use walrus::{FunctionBuilder, RefType};
    use wasmparser::{Parser, Payload, Validator};

    use super::linked::{Datum, References};
    use super::*;

    const KEPT: Range<u32> = 16..20;
    const LATE: Range<u32> = 20..24;

    /// A program of three functions: `early`, which is exported, doubles its argument by `helper`, hands it to `late` and adds the
    /// first datum; `late` doubles by `helper` too and adds the second datum. Each datum is one byte.
    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
        let data = module
            .data
            .add(DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(16)) }, vec![5, 0, 0, 0, 7, 0, 0, 0]);
        module.memories.get_mut(memory).data_segments.insert(data);
        module.exports.add("memory", memory);
        module.exports.add("table", table);
        let mut function = |name: &str, called: &[FunctionId], address: Option<u32>| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            builder.name(name.to_owned());
            let argument = module.locals.add(ValType::I32);
            let mut body = builder.func_body();
            body.local_get(argument);
            called.iter().for_each(|called| {
                body.call(*called);
            });
            if called.is_empty() {
                body.i32_const(2).binop(BinaryOp::I32Mul);
            }
            if let Some(address) = address {
                let place = MemArg { align: 1, offset: u64::from(address) };
                let kind = LoadKind::I32_8 { kind: ExtendedLoad::ZeroExtend };
                body.i32_const(0).load(memory, kind, place).binop(BinaryOp::I32Add);
            }
            builder.finish(vec![argument], &mut module.funcs)
        };
        let helper = function("words::helper", &[], None);
        let late = function("lint::late", &[helper], Some(LATE.start));
        let early = function("page::early", &[helper, late], Some(KEPT.start));
        module.exports.add("early", early);
        module.emit_wasm()
    }

    fn linked() -> Linked {
        let datum = |addresses| Datum { addresses, is_writable: false, references: References::default() };
        let refers = |id| References { data: BTreeSet::from([id]), slots: BTreeSet::new() };
        let functions = [("page::early", 0), ("lint::late", 1)];
        Linked {
            data: vec![datum(KEPT), datum(LATE)],
            functions: functions.into_iter().map(|(name, id)| (name.to_owned(), refers(id))).collect(),
        }
    }

    fn parts(list: &str) -> Parts {
        split(&program(), &linked(), &LateList::parse(list).expect("a list")).expect("two parts")
    }

    /// The bytes of the data of a module, with their addresses.
    fn data(wasm: &[u8]) -> BTreeMap<i32, Vec<u8>> {
        let mut found = BTreeMap::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::DataSection(segments) = payload.expect("a section") else { continue };
            for segment in segments {
                let segment = segment.expect("a segment");
                let wasmparser::DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                let mut place = offset_expr.get_operators_reader();
                let wasmparser::Operator::I32Const { value } = place.read().expect("an address") else { continue };
                found.insert(value, segment.data.to_vec());
            }
        }
        found
    }

    #[test]
    fn both_parts_are_sound_and_hold_each_function_and_datum_once() {
        let parts = parts("lint");
        for part in [&parts.first, &parts.rest] {
            Validator::new().validate_all(part).expect("a sound module");
        }
        assert_eq!(data(&parts.first), BTreeMap::from([(16, vec![5, 0, 0, 0, 0, 0, 0, 0])]));
        assert_eq!(data(&parts.rest), BTreeMap::from([(20, vec![7, 0, 0, 0])]));
        let bodies = |wasm: &[u8]| {
            let sections = Parser::new(0).parse_all(wasm).map(|payload| payload.expect("a section"));
            sections.filter(|payload| matches!(payload, Payload::CodeSectionEntry(_))).count()
        };
        assert_eq!((bodies(&parts.first), bodies(&parts.rest)), (2, 1));
    }

    #[test]
    fn without_a_list_nothing_is_late() {
        let parts = parts("");
        assert!(data(&parts.rest).is_empty());
        assert_eq!(data(&parts.first), BTreeMap::from([(16, vec![5, 0, 0, 0, 7, 0, 0, 0])]));
    }

    /// Runs the parts as the boot script does.
    fn run(parts: &Parts, script: &str) -> String {
        let state = fingerprint(&[&parts.first, &parts.rest, script.as_bytes()]);
        let folder = std::env::temp_dir().join(format!("tarazy-parts-{}-{state}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("first.wasm"), &parts.first).expect("a file");
        std::fs::write(folder.join("rest.wasm"), &parts.rest).expect("a file");
        let around = format!(
            "const read = (name) => new WebAssembly.Module(require('fs').readFileSync(name));
             let asked = 0;
             let first = null;
             const standIn = (slot) => (...values) => {{
               asked += 1;
               new WebAssembly.Instance(read('rest.wasm'), {{ first }});
               return first.functions.get(slot)(...values);
             }};
             const rest = new Proxy({{}}, {{ get: (_, slot) => standIn(Number(slot)) }});
             first = new WebAssembly.Instance(read('first.wasm'), {{ rest }}).exports;
             {script}"
        );
        let output = Command::new("node").arg("-e").arg(around).current_dir(&folder).output().expect("node");
        std::fs::remove_dir_all(&folder).expect("the folder goes");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    #[test]
    fn the_parts_do_what_the_whole_does() {
        // 2 × 2 × 20 + 7 + 5, and the second call goes straight to the rest.
        assert_eq!(run(&parts("lint"), "console.log(first.early(20), first.early(1), asked);"), "92 16 1");
    }

    #[test]
    fn a_rest_of_another_program_is_refused() {
        let parts = Parts { first: parts("lint\nwords").first, rest: parts("lint").rest };
        let script = "try { new WebAssembly.Instance(read('rest.wasm'), { first }); } catch (error) { console.log(error.name); }";
        assert_eq!(run(&parts, script), "LinkError");
    }
}
