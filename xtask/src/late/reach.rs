//! Which functions and data a first visit needs: what can be reached without going through anything that is listed as late.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ExportItem, FunctionId, FunctionKind, LocalFunction, Module};

use super::linked::{DatumId, Linked};

/// What the first part keeps.
#[derive(Debug, Default)]
pub struct Kept {
    /// The functions.
    pub functions: HashSet<FunctionId>,
    /// The data.
    pub data: BTreeSet<DatumId>,
}

/// Follows calls, taken addresses and pointers from all that the page can call.
///
/// `slots` are the functions by their slots in the table.
pub fn kept(
    module: &Module,
    slots: &BTreeMap<u32, FunctionId>,
    linked: &Linked,
    is_late: impl Fn(FunctionId) -> bool,
) -> Kept {
    let mut kept = Kept::default();
    let mut functions: Vec<FunctionId> = module.start.into_iter().collect();
    functions.extend(module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    }));
    kept.functions.extend(functions.iter().copied());
    // Writable data may be written before the rest of the program is there.
    let mut data: Vec<DatumId> = (0..linked.data.len()).filter(|id| linked.data[*id].is_writable).collect();
    kept.data.extend(data.iter().copied());

    loop {
        let references = if let Some(id) = functions.pop() {
            let function = module.funcs.get(id);
            if let FunctionKind::Local(body) = &function.kind {
                let early = |called: &FunctionId| !is_late(*called);
                functions.extend(calls(body).into_iter().filter(early).filter(|called| kept.functions.insert(*called)));
            }
            function.name.as_deref().and_then(|name| linked.functions.get(name))
        } else if let Some(id) = data.pop() {
            Some(&linked.data[id].references)
        } else {
            return kept;
        };
        let Some(references) = references else { continue };
        data.extend(references.data.iter().copied().filter(|id| kept.data.insert(*id)));
        let taken = references.slots.iter().filter_map(|slot| slots.get(slot).copied());
        functions.extend(taken.filter(|id| !is_late(*id)).filter(|id| kept.functions.insert(*id)));
    }
}

/// Returns the functions that a function calls.
pub fn calls(body: &LocalFunction) -> BTreeSet<FunctionId> {
    struct Calls(BTreeSet<FunctionId>);
    impl<'instr> Visitor<'instr> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(*function);
        }
    }
    let mut calls = Calls(BTreeSet::new());
    dfs_in_order(&mut calls, body, body.entry_block());
    calls.0
}
