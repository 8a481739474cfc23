//! A table that comes in: which of its columns holds the texts, which their titles, which data.

use std::{collections::BTreeSet, rc::Rc};

use tarazy_documents::{DocumentFormat, MetadataTable, ReadOptions, TablePreview, TextName, Wants, match_metadata};
use tarazy_engine::{
    encoding::{Encoding, EncodingChoice},
    language::number_format::format_integer,
    settings::{DocumentId, MetadataField},
};
use tarazy_report::message::Messages;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::name_data::joined;
use crate::ui::{
    components::{Choice, Dialog, encodings},
    hooks::{StudyActions, use_actions, use_intake, use_messages, use_study},
    state::intake::{FileId, FileState},
    wording::{counted, number},
};

/// What stands between the fields of a line.
const SEPARATORS: [(&str, char); 4] = [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("bar", '|')];

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Each cell is a text.
    Text,
    /// The titles of the texts.
    Title,
    /// Data on the texts.
    Data,
    /// It is left out.
    Ignored,
}

impl Role {
    const ALL: [Self; 4] = [Self::Text, Self::Title, Self::Data, Self::Ignored];

    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Data => "data",
            Self::Ignored => "ignored",
        }
    }
}

/// The dialog for the first table whose columns are not known.
#[component]
pub fn TableDialog() -> Html {
    let messages = use_messages();
    let (actions, intake) = (use_actions(), use_intake());
    let asking = intake.asking().and_then(|(file, others)| match &file.state {
        FileState::Asking(preview, data) => {
            Some((file.id, file.name.clone(), Rc::clone(preview), data.clone(), others))
        }
        _ => None,
    });
    let on_close = {
        let (actions, id) = (actions.clone(), asking.as_ref().map(|(id, ..)| *id));
        Callback::from(move |()| {
            if let Some(id) = id {
                actions.dismiss_file(id);
            }
        })
    };
    let title =
        asking.as_ref().map(|(_, name, ..)| messages.format("table-heading", &[("name", name.as_str().into())]));
    html! {
        <Dialog id="table" title={title.unwrap_or_default()} is_open={asking.is_some()} {on_close}>
            if let Some((id, _, preview, data, others)) = asking {
                if let Some(table) = data {
                    <DataOffer key={format!("data-{}", id.0)} {id} {table} />
                }
                <TableColumns key={id.0} {id} {preview} />
                if others > 0 {
                    <p class="nothing">{ counted(&messages, "table-others", others as u64) }</p>
                }
            }
        </Dialog>
    }
}

/// Props of [`DataOffer`].
#[derive(Properties, PartialEq)]
struct DataOfferProps {
    id: FileId,
    table: Rc<MetadataTable>,
}

/// The offer to take the rows of a table as data on texts of the study, where one of its columns
/// names some of them.
#[component]
fn DataOffer(props: &DataOfferProps) -> Html {
    let messages = use_messages();
    let (actions, study) = (use_actions(), use_study());
    let language = messages.language();
    let documents = &study.inputs().documents;
    let names: Vec<TextName<'_>> = documents
        .iter()
        .map(|document| TextName {
            file: document.file.as_deref().unwrap_or_default(),
            title: document.title.get(language),
        })
        .collect();
    let Ok(found) = match_metadata(&props.table, &names, None) else { return Html::default() };
    let data: Vec<(DocumentId, Rc<Vec<MetadataField>>)> = documents
        .iter()
        .zip(found.data)
        .filter_map(|(document, own)| Some((document.id, joined(&document.metadata, own?))))
        .collect();
    let sentence = messages.format(
        "data-table-fits",
        &[
            ("name", found.key.as_str().into()),
            ("count", number(data.len() as u64)),
            ("shown", format_integer(data.len() as u64, language).into()),
            ("all", format_integer(documents.len() as u64, language).into()),
        ],
    );
    let onclick = {
        let (actions, id) = (actions.clone(), props.id);
        Callback::from(move |_: MouseEvent| actions.take_data(id, data.clone()))
    };
    html! {
        <p class="data-offer">
            <span>{ sentence }</span>
            <button type="button" class="primary" {onclick}>{ messages.get("data-table") }</button>
        </p>
    }
}

/// Props of [`TableColumns`].
#[derive(Properties, PartialEq)]
struct TableColumnsProps {
    id: FileId,
    preview: Rc<TablePreview>,
}

/// The columns with their first cells, and what is to be done with them.
#[component]
fn TableColumns(props: &TableColumnsProps) -> Html {
    let messages = use_messages();
    let actions = use_actions();
    let (id, preview) = (props.id, &props.preview);
    let roles = use_state(|| guessed_roles(preview));
    {
        // Another separator makes other columns.
        let roles = roles.setter();
        use_effect_with(Rc::clone(preview), move |preview| roles.set(guessed_roles(preview)));
    }
    // The roles of the columns before stay for one drawing.
    let shown: Vec<Role> = if roles.len() == preview.columns.len() { roles.to_vec() } else { guessed_roles(preview) };
    let on_role = {
        let (roles, known) = (roles.setter(), shown.clone());
        Callback::from(move |(column, role): (usize, Role)| roles.set(with_role(&known, column, role)))
    };
    let text_column = shown.iter().position(|role| *role == Role::Text);
    let read = |options: ReadOptions| {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.read_table(id, options.clone(), Wants::Documents))
    };
    let base = ReadOptions {
        separator: preview.separator,
        has_head: Some(preview.has_head),
        encoding: preview.encoding.map_or(EncodingChoice::Auto, EncodingChoice::Fixed),
        ..ReadOptions::default()
    };
    let on_lexicon = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.open_incoming_lexicon(id))
    };
    let on_leave_out = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.dismiss_file(id))
    };
    let filled = text_column.and_then(|column| preview.columns.get(column)).map_or(0, |column| column.filled);
    html! {<>
        <p>{ counted(&messages, "table-rows", u64::from(preview.rows)) }</p>
        { form(&messages, &actions, id, preview, &base) }
        { first_rows(&messages, preview, &shown, &on_role) }
        if text_column.is_none() {
            <p class="hint">{ messages.get("table-no-text") }</p>
        }
        <p class="dialog-actions">
            <button
                type="button"
                class="primary"
                disabled={text_column.is_none()}
                onclick={read(options(&base, preview, &shown))}
            >
                { counted(&messages, "table-add", u64::from(filled)) }
            </button>
            <button type="button" onclick={read(base.clone())}>{ messages.get("table-whole") }</button>
            if matches!(preview.format, DocumentFormat::Csv | DocumentFormat::Tsv | DocumentFormat::Json | DocumentFormat::Xlsx) {
                <button type="button" onclick={on_lexicon}>{ messages.get("table-lexicon") }</button>
            }
            <button type="button" onclick={on_leave_out}>{ messages.get("table-leave-out") }</button>
        </p>
    </>}
}

/// Returns the roles that the columns seem to have.
fn guessed_roles(preview: &TablePreview) -> Vec<Role> {
    let role = |column| match Some(column) {
        found if found == preview.text_column => Role::Text,
        found if found == preview.title_column => Role::Title,
        _ => Role::Data,
    };
    (0..preview.columns.len()).map(role).collect()
}

/// Gives a column a role. One column holds the texts, and one at most the titles: the one before
/// becomes data.
fn with_role(roles: &[Role], column: usize, role: Role) -> Vec<Role> {
    let is_single = matches!(role, Role::Text | Role::Title);
    let new = roles.iter().enumerate().map(|(at, known)| match known {
        _ if at == column => role,
        known if is_single && *known == role => Role::Data,
        known => *known,
    });
    new.collect()
}

/// Returns how a table is read whose columns have these roles.
fn options(base: &ReadOptions, preview: &TablePreview, roles: &[Role]) -> ReadOptions {
    let named =
        |role| roles.iter().zip(&preview.columns).filter(move |(own, _)| **own == role).map(|(_, column)| column);
    let first = |role| named(role).next().map(|column| column.name.clone());
    ReadOptions {
        column: first(Role::Text),
        // The empty name is no column; without a name one is guessed.
        title_column: Some(first(Role::Title).unwrap_or_default()),
        data_columns: Some(named(Role::Data).map(|column| column.name.clone()).collect::<BTreeSet<_>>()),
        ..base.clone()
    }
}

/// How the file becomes a table: separator, encoding, and whether its first row names the columns.
fn form(messages: &Messages, actions: &StudyActions, id: FileId, preview: &TablePreview, base: &ReadOptions) -> Html {
    let again = |change: fn(&mut ReadOptions, String)| {
        let (actions, base) = (actions.clone(), base.clone());
        Callback::from(move |value: String| {
            let mut options = base.clone();
            change(&mut options, value);
            actions.preview_again(id, options);
        })
    };
    let separator = preview.separator.and_then(|own| SEPARATORS.iter().find(|(_, known)| *known == own));
    let separators: Vec<(AttrValue, AttrValue)> = SEPARATORS
        .iter()
        .map(|(name, _)| ((*name).into(), messages.get(&format!("table-separator-{name}")).into()))
        .collect();
    let on_head = {
        let on_head = again(|options, value| options.has_head = Some(value == "true"));
        Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                on_head.emit(input.checked().to_string());
            }
        })
    };
    html! {
        <p class="table-form">
            if let Some((separator, _)) = separator {
                <Choice
                    id="table-separator"
                    label={messages.get("table-separator")}
                    value={*separator}
                    choices={separators}
                    on_choose={again(|options, name| {
                        options.separator = SEPARATORS.iter().find(|(own, _)| **own == name).map(|(_, own)| *own);
                    })}
                />
            }
            if let Some(encoding) = preview.encoding {
                <Choice
                    id="table-encoding"
                    label={messages.get("encoding-read-as")}
                    value={encoding.code()}
                    choices={encodings().collect::<Vec<_>>()}
                    on_choose={again(|options, code| {
                        options.encoding = Encoding::from_code(&code).map_or(EncodingChoice::Auto, EncodingChoice::Fixed);
                    })}
                />
            }
            <label class="check">
                <input id="table-head" type="checkbox" checked={preview.has_head} onchange={on_head} />
                { messages.get("table-head") }
            </label>
        </p>
    }
}

/// The first rows below the names of the columns and their roles.
fn first_rows(messages: &Messages, preview: &TablePreview, roles: &[Role], on_role: &Callback<(usize, Role)>) -> Html {
    let choices: Vec<(AttrValue, AttrValue)> =
        Role::ALL.map(|role| (role.name().into(), messages.get(&format!("table-role-{}", role.name())).into())).into();
    let heads = preview.columns.iter().zip(roles).enumerate().map(|(at, (column, role))| {
        let on_choose = on_role.reform(move |name: String| {
            let role = Role::ALL.into_iter().find(|role| role.name() == name).unwrap_or(Role::Data);
            (at, role)
        });
        html! {
            <th key={at} scope="col" class={classes!("table-column", format!("is-{}", role.name()))}>
                <span class="table-column-name">{ &column.name }</span>
                <Choice
                    id={format!("table-role-{at}")}
                    label={messages.format("table-role", &[("name", column.name.as_str().into())])}
                    value={role.name()}
                    choices={choices.clone()}
                    {on_choose}
                    hides_label=true
                />
            </th>
        }
    });
    let rows = preview.first_rows.iter().map(|row| {
        html! { <tr>{ for row.iter().map(|cell| html! { <td><span>{ cell }</span></td> }) }</tr> }
    });
    html! {
        <div class="table-rows" role="region" aria-label={messages.get("table-first-rows")} tabindex="0">
            <table>
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_holds_the_texts() {
        let roles = [Role::Title, Role::Text, Role::Data];
        assert_eq!(with_role(&roles, 2, Role::Text), [Role::Title, Role::Data, Role::Text]);
        assert_eq!(with_role(&roles, 2, Role::Ignored), [Role::Title, Role::Text, Role::Ignored]);
        assert_eq!(with_role(&roles, 1, Role::Data), [Role::Title, Role::Data, Role::Data]);
    }
}
