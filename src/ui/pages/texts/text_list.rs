//! The texts of the study as cards; many texts as lines that open to cards, with a field to find
//! them.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use tarazy_engine::{
    counting::Comparison,
    language::{Language, number_format::format_integer},
    problem::Problem,
    settings::DocumentId,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::document_card::DocumentCard;
use crate::{
    browser::InputDocument,
    ui::{
        hooks::{use_edit, use_messages, use_render_count, use_study, use_table},
        state::Route,
        wording::counted,
    },
};

/// The most texts that are shown as cards.
const MOST_CARDS: usize = 12;

/// The most lines that are drawn; others are found by their titles.
const MOST_ROWS: usize = 400;

/// The panel at the side.
#[component]
pub fn TextList() -> Html {
    use_render_count("texts");
    let messages = use_messages();
    let (study, table, on_edit) = (use_study(), use_table(), use_edit());
    let inputs = study.inputs();
    let documents = &inputs.documents;
    let query = use_state(String::new);
    let opened = use_state(HashSet::<DocumentId>::new);
    let is_long = documents.len() > MOST_CARDS;
    let language = messages.language();
    let found: Vec<(usize, &Rc<InputDocument>)> =
        documents.iter().enumerate().filter(|(_, input)| !is_long || fits(input, language, &query)).collect();
    let rows = table.as_ref().map(|table| rows_of(table)).unwrap_or_default();
    let warned = table.as_ref().map(|table| warnings_of(table)).unwrap_or_default();
    let on_open = {
        let opened = opened.clone();
        Callback::from(move |id| {
            let mut changed = (*opened).clone();
            if !changed.remove(&id) {
                changed.insert(id);
            }
            opened.set(changed);
        })
    };
    let shown = found.len().min(MOST_ROWS);
    let cards = found.iter().take(shown).map(|(at, input)| {
        let place = rows.get(&input.id).copied();
        let row = table.as_ref().zip(place).map(|(table, place)| &table.documents[place]);
        let warnings = row.and_then(|row| warned.get(row.title.as_str())).cloned().unwrap_or_default();
        if is_long && !opened.contains(&input.id) {
            return html! {
                <TextRow
                    key={input.id.0}
                    id={input.id}
                    title={input.title.get(language).to_owned()}
                    words={row.map(|row| row.words)}
                    warnings={warnings.len()}
                    on_open={on_open.clone()}
                />
            };
        }
        html! {
            <DocumentCard
                key={input.id.0}
                input={(*input).clone()}
                row={row.cloned()}
                at={place}
                {warnings}
                is_first={*at == 0}
                is_last={at + 1 == documents.len()}
                on_edit={on_edit.clone()}
                on_close={is_long.then(|| on_open.clone())}
            />
        }
    });
    // The texts of a study that came without them, by their names.
    let is_away = inputs.shown_results().is_some();
    let away = table.as_ref().filter(|_| is_away).map_or(&[][..], |table| &table.documents);
    let count = if is_away { away.len() } else { documents.len() };
    html! {
        <section class="texts" aria-labelledby="texts-heading">
            <h2 id="texts-heading" class="panel-title">{ counted(&messages, "texts-heading", count as u64) }</h2>
            if !away.is_empty() {
                <ol class="cards">
                    { for away.iter().map(|row| html! {
                        <li class="card" key={row.id.0}>
                            <span>{ row.title.clone() }</span>
                            <span class="nothing">{ messages.get("text-away") }</span>
                        </li>
                    }) }
                </ol>
            } else if documents.is_empty() {
                <p class="nothing">{ messages.get("texts-none") }</p>
            } else {
                if is_long {
                    <Finder {query} />
                }
                <ol class={classes!("cards", is_long.then_some("is-long"))}>{ for cards }</ol>
                if found.is_empty() {
                    <p class="nothing">{ messages.get("texts-found-none") }</p>
                } else if found.len() > shown {
                    <p class="nothing">{ counted(&messages, "texts-more", (found.len() - shown) as u64) }</p>
                }
            }
            <a class="add-link" href={format!("#{}", Route::Texts.fragment())}>{ messages.get("texts-add") }</a>
        </section>
    }
}

/// Props of [`Finder`].
#[derive(Properties, PartialEq)]
struct FinderProps {
    query: UseStateHandle<String>,
}

/// The field that finds texts by their titles.
#[component]
fn Finder(props: &FinderProps) -> Html {
    let messages = use_messages();
    let query = props.query.clone();
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                query.set(input.value());
            }
        })
    };
    html! {
        <p class="texts-find">
            <label class="visually-hidden" for="texts-find">{ messages.get("texts-find") }</label>
            <input
                id="texts-find"
                type="search"
                placeholder={messages.get("texts-find")}
                value={(*query).clone()}
                {oninput}
            />
        </p>
    }
}

/// Props of [`TextRow`].
#[derive(Properties, PartialEq)]
struct TextRowProps {
    id: DocumentId,
    title: AttrValue,
    words: Option<u64>,
    warnings: usize,
    on_open: Callback<DocumentId>,
}

/// A text in one line, which opens its card.
#[component]
fn TextRow(props: &TextRowProps) -> Html {
    let messages = use_messages();
    let onclick = {
        let id = props.id;
        props.on_open.reform(move |_: MouseEvent| id)
    };
    let label = messages.format("text-open", &[("title", props.title.as_str().into())]);
    html! {
        <li class="card text-row">
            <button type="button" aria-expanded="false" title={label} {onclick}>
                <span class="text-row-title">{ &props.title }</span>
                <span class="text-row-size">
                    if props.warnings > 0 {
                        { "⚠ " }
                    }
                    if let Some(words) = props.words {
                        { format_integer(words, messages.language()) }
                    } else {
                        { "…" }
                    }
                </span>
            </button>
        </li>
    }
}

/// Returns `true` if a title holds what is looked for, in any case.
fn fits(input: &InputDocument, language: Language, query: &str) -> bool {
    let query = query.trim().to_lowercase();
    query.is_empty() || input.title.get(language).to_lowercase().contains(&query)
}

/// Returns the place of each text in the table.
fn rows_of(table: &Comparison) -> HashMap<DocumentId, usize> {
    table.documents.iter().enumerate().map(|(place, row)| (row.id, place)).collect()
}

/// Returns what the engine says of each text, by its title.
fn warnings_of(table: &Comparison) -> HashMap<&str, Vec<Problem>> {
    let titles: HashSet<&str> = table.documents.iter().map(|row| row.title.as_str()).collect();
    let mut found = HashMap::<&str, Vec<Problem>>::new();
    for problem in table.warnings.iter().filter(|problem| !problem.code.starts_with("lex-")) {
        if let Some(title) = problem.place.file.as_deref().and_then(|file| titles.get(file)) {
            found.entry(title).or_default().push(problem.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_engine::{
        settings::{LanguageChoice, ReadingOptions},
        study::{Change, Engine},
    };

    #[test]
    fn a_text_from_a_file_has_its_warnings_on_its_card() {
        let mut engine = Engine::new();
        let texts: [(&str, &[u8]); 2] = [("Дауыс", b"\xF2\xF3\xEA\xD6\xB3\xF0"), ("Сөз", "Сөз бостандығы".as_bytes())];
        for (id, (title, bytes)) in (1..).zip(texts) {
            let change = Change::PutDocument {
                id: DocumentId(id),
                title: title.to_owned(),
                file: Some(format!("{title}.txt")),
                language: LanguageChoice::Fixed(Language::Kazakh),
                reading: ReadingOptions::default(),
                bytes: bytes.to_vec(),
            };
            engine.apply(change).expect("it can be read");
        }
        let table = engine.table();
        let warned = warnings_of(&table);
        let is_guessed = |title| {
            warned.get(title).is_some_and(|own| own.iter().any(|problem| problem.code == "text-encoding-guessed"))
        };
        assert!(is_guessed("Дауыс") && !is_guessed("Сөз"), "{warned:?}");
    }
}
