//! What a first visit calls, for the list of what it does without (`xtask/late.txt`, see [`crate::late`]).
//!
//! The program is built with a note in each function, a browser makes the visits of `tests/browser/visit.mjs` with it, and the
//! notes are set against the list: what was called must not be late, and what was not called might be.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use walrus::ir::{Call, Const, Value};
use walrus::{FunctionKind, InstrLocId, Module, ValType};

use crate::{
    budget::spaced,
    command,
    late::{LateList, plain},
    npm,
    project::Project,
    serve, setup, site,
    wasm::{self, Variant},
};

/// How many candidates are told.
const LINES: usize = 60;
/// How many parts of a path a candidate is told by.
const DEPTH: usize = 4;

/// Makes the visits and prints what they say of the list.
pub fn run(project: &Project) -> Result<()> {
    site::build(project, Variant::Release)?;
    npm::install(project)?;
    let list = LateList::read(project)?;
    let noted = Noted::of(&wasm::named(project)?)?;
    let folder = project.root().join("target/visit");
    lay_out(project, &folder, &noted.wasm)?;
    let address = serve::in_background(folder)?;
    let called = command::output(
        Command::new("node")
            .arg(project.browser_tests().join("visit.mjs"))
            .env("CHROMIUM", setup::chromium()?)
            .env("TARAZY_SITE", address),
        "visit the page",
    )?;
    let called: HashSet<usize> = serde_json::from_str(&called).context("the visits say nothing")?;
    ensure!(!called.is_empty(), "the visits called nothing");
    println!("{}", report(&noted.functions, &called, |name| list.has(name)));
    Ok(())
}

/// The program with a note in each function, and its functions: number, name and how many instructions it has.
struct Noted {
    wasm: Vec<u8>,
    functions: Vec<(usize, String, u64)>,
}

impl Noted {
    fn of(named: &[u8]) -> Result<Self> {
        let mut module = Module::from_buffer(named).context("the program is not a module")?;
        let ty = module.types.add(&[ValType::I32], &[]);
        let (note, _) = module.add_import_func("visit", "note", ty);
        let mut functions = Vec::new();
        for function in module.funcs.iter() {
            if let FunctionKind::Local(body) = &function.kind {
                functions.push((function.id().index(), function.name.clone().unwrap_or_default(), body.size()));
            }
        }
        for (id, body) in module.funcs.iter_local_mut() {
            let entry = body.entry_block();
            let number = Value::I32(i32::try_from(id.index())?);
            let calls = [Const { value: number }.into(), Call { func: note }.into()];
            let noted = calls.into_iter().map(|instruction| (instruction, InstrLocId::default()));
            body.block_mut(entry).instrs.splice(0..0, noted);
        }
        Ok(Self { wasm: module.emit_wasm(), functions })
    }
}

/// Puts the page with the noted program into a folder.
fn lay_out(project: &Project, folder: &std::path::Path, program: &[u8]) -> Result<()> {
    const NOTE: &str = "visit: { note: (number) => (globalThis.visited ??= new Set()).add(number) },";
    command::run(Command::new("rm").arg("-rf").arg(folder), "clear the folder of the visits")?;
    command::run(Command::new("cp").arg("-r").arg(project.site()).arg(folder), "copy the page")?;
    let change = |name: &str, by: &dyn Fn(&str) -> Result<String>| {
        let file = folder.join(name);
        let text = fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
        fs::write(&file, by(&text)?).with_context(|| format!("`{}` cannot be written", file.display()))
    };
    change("index.html", &|page| site::with_whole_program(page))?;
    change("tarazy.js", &|glue| Ok(glue.replacen("rest: globalThis.tarazyRest,", NOTE, 1)))?;
    fs::write(folder.join("tarazy.wasm"), program).context("the noted program cannot be written")
}

/// Returns what is late and was called, and what is not late and was not called, the largest first.
fn report(functions: &[(usize, String, u64)], called: &HashSet<usize>, is_late: impl Fn(&str) -> bool) -> String {
    let mut wrong = Vec::new();
    let mut candidates: BTreeMap<String, u64> = BTreeMap::new();
    let [mut first, mut needed] = [0, 0];
    for (number, mangled, size) in functions {
        let is_called = called.contains(number);
        needed += if is_called { *size } else { 0 };
        if is_late(mangled) {
            if is_called {
                wrong.push(format!("  {}", plain(mangled)));
            }
            continue;
        }
        first += size;
        if !is_called {
            *candidates.entry(place(&plain(mangled))).or_default() += size;
        }
    }
    wrong.sort();
    let mut candidates: Vec<(String, u64)> = candidates.into_iter().collect();
    candidates.sort_by_key(|(place, size)| (std::cmp::Reverse(*size), place.clone()));
    let lines = candidates.iter().take(LINES).map(|(place, size)| format!("  {:>9}  {place}", spaced_u64(*size)));
    format!(
        "called and on the list of what is late: {}\n{}\nnot called and not on the list, in instructions (first part {}, of which called {}):\n{}",
        wrong.len(),
        wrong.join("\n"),
        spaced_u64(first),
        spaced_u64(needed),
        lines.collect::<Vec<_>>().join("\n")
    )
}

fn spaced_u64(number: u64) -> String {
    spaced(usize::try_from(number).unwrap_or(usize::MAX))
}

/// Returns the path of this project's code that a function is about, else the start of its own.
fn place(name: &str) -> String {
    let own = ["tarazy::", "tarazy_words::"].into_iter().filter_map(|start| name.find(start)).min();
    let path = own.map_or(name, |start| &name[start..]);
    let path = path.trim_start_matches(|sign: char| !sign.is_alphabetic());
    let end = path.find(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != ':').unwrap_or(path.len());
    path[..end].trim_end_matches(':').split("::").take(DEPTH).collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_told_by_the_projects_own_path() {
        assert_eq!(place("core::ptr::drop_in_place::<tarazy::study::View>"), "tarazy::study::View");
        assert_eq!(
            place("<tarazy::ui::workbench::place::EntriesView as yew::Component>::view"),
            "tarazy::ui::workbench::place"
        );
        assert_eq!(place("<alloc::vec::Vec<u8>>::grow"), "alloc::vec::Vec");
    }

    #[test]
    fn what_was_called_must_not_be_late_and_what_was_not_called_might_be() {
        let functions = [(1, "a::called".to_owned(), 10), (2, "b::late".to_owned(), 20), (3, "a::idle".to_owned(), 30)];
        let told = report(&functions, &HashSet::from([1, 2]), |name| name.starts_with("b::"));
        assert!(told.contains("late: 1\n  b::late\n"), "{told}");
        assert!(told.contains("(first part 40, of which called 30)"), "{told}");
        assert!(told.ends_with("30  a::idle"), "{told}");
    }
}
