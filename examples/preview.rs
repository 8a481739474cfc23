//! Writes pages that show every view with sample figures, for looking at the style sheets:
//! `target/preview/*.html`.
//!
//! `cargo run --features ui --example preview`

#[path = "../tests/it/figure_sample/mod.rs"]
mod figure_sample;
#[allow(clippy::too_many_lines, reason = "samples are long")]
#[path = "../tests/it/ui_sample/mod.rs"]
mod ui_sample;
#[path = "../tests/it/workbench_sample/mod.rs"]
mod workbench_sample;

use std::{fs, io, path::Path};

use futures::executor::block_on;
use tarazy::ui::{
    pages::{
        compare::{
            CompareTable, Footnote, PolicyDifferenceView, Table1,
            sort::{Sort, SortKey},
        },
        contexts::{Contexts, Reader},
        lexicon::{LexiconDifferenceView, LexiconLint},
    },
    state::Shared,
};
use tarazy_engine::{
    counting::Measure,
    language::Language,
    matching::{ColumnId, Policy},
    settings::DocumentId,
};
use tarazy_report::message::Messages;
use yew::{LocalServerRenderer, prelude::*};

#[derive(Properties, PartialEq)]
struct StageProps {
    language: Language,
    view: &'static str,
}

/// One view, or all of them one below the other.
#[component]
fn Stage(props: &StageProps) -> Html {
    let table = ui_sample::table(false);
    let shows = |view: &str| props.view == view || props.view == "all";
    let sort = Sort { key: SortKey::Column(ColumnId(2)), descending: true };
    html! {
        <ContextProvider<Messages> context={Messages::new(props.language)}>
            if shows("compare") {
                <CompareTable
                    table={table.clone()}
                    measure={Measure::Share}
                    decimals={1}
                    {sort}
                    selected={Some((DocumentId(1), ColumnId(2)))}
                    explanation={Some(ui_sample::explanation())}
                    is_stale=false
                    on_sort={Callback::noop()}
                    on_explain={Callback::noop()}
                    on_open={Callback::noop()}
                />
                <Footnote table={table.clone()} measure={Measure::Share} />
            }
            if shows("long") {
                <CompareTable
                    table={ui_sample::long_table(1_000)}
                    measure={Measure::PerThousandWords}
                    decimals={2}
                    sort={Sort::default()}
                    selected={None::<(DocumentId, ColumnId)>}
                    explanation={None::<Shared<tarazy_engine::study::CellExplanation>>}
                    is_stale={props.view == "long"}
                    on_sort={Callback::noop()}
                    on_explain={Callback::noop()}
                    on_open={Callback::noop()}
                />
            }
            if shows("table1") {
                <Table1 table={table.clone()} decimals={1} options={table.options.clone()} on_open={Callback::noop()}
                    on_edit={Callback::noop()} />
            }
            if shows("contexts") {
                <Contexts
                    page={ui_sample::contexts(Some(DocumentId(1)))}
                    table={table.clone()}
                    on_line={Callback::noop()}
                    probe={ui_sample::probe()}
                    explained={ui_sample::contexts(Some(DocumentId(1))).lines.get(1).map(|line| (line.document, line.span))}
                    on_offset={Callback::noop()}
                    on_probe={Callback::noop()}
                    on_copy={Callback::noop()}
                    on_exclude={Callback::noop()}
                    on_close={Callback::noop()}
                />
                <Contexts
                    page={ui_sample::contexts(None)}
                    table={table.clone()}
                    on_line={Callback::noop()}
                    on_offset={Callback::noop()}
                    on_probe={Callback::noop()}
                    on_copy={Callback::noop()}
                    on_exclude={Callback::noop()}
                    on_close={Callback::noop()}
                />
            }
            if shows("reader") {
                <Reader
                    page={ui_sample::text_page()}
                    {table}
                    focus={ui_sample::focus()}
                    on_at={Callback::noop()}
                    on_close={Callback::noop()}
                />
            }
            if shows("lint") {
                <LexiconLint
                    report={workbench_sample::lint()}
                    table={workbench_sample::table()}
                    on_open={Callback::noop()}
                    on_page={Callback::noop()}
                />
            }
            if shows("lexicons") {
                <LexiconDifferenceView
                    difference={workbench_sample::difference()}
                    open={Some((DocumentId(1), 0))}
                    on_entry={Callback::noop()}
                    on_offset={Callback::noop()}
                />
            }
            if shows("policies") {
                <PolicyDifferenceView
                    difference={workbench_sample::policies(Policy::Liwc, None)}
                    on_cell={Callback::noop()}
                    on_offset={Callback::noop()}
                    on_read={Callback::noop()}
                />
            }
        </ContextProvider<Messages>>
    }
}

/// All style sheets in the order of their names.
fn styles(folder: &Path) -> io::Result<String> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    paths.sort();
    paths.into_iter().map(fs::read_to_string).collect()
}

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/preview");
    fs::create_dir_all(&folder)?;
    let style = styles(&root.join("www/style"))?;
    for language in Language::ALL {
        for view in ["all", "compare", "long", "table1", "contexts", "reader", "lint", "lexicons", "policies"] {
            let renderer = LocalServerRenderer::<Stage>::with_props(StageProps { language, view }).hydratable(false);
            let body = block_on(renderer.render());
            for theme in ["light", "dark"] {
                let code = language.code();
                let page = format!(
                    "<!doctype html><html lang='{code}' data-theme='{theme}'><meta charset='utf-8'>\
                     <meta name='viewport' content='width=device-width'><title>{view}</title><style>{style}\
                     .tarazy .page {{ padding-block: 1.5rem }}</style>\
                     <body class='tarazy'><div class='page'>{body}</div></body></html>"
                );
                fs::write(folder.join(format!("{view}-{code}-{theme}.html")), page)?;
            }
        }
    }
    Ok(())
}
