//! The texts of the study as cards.

use tarazy_engine::{counting::Comparison, problem::Problem, settings::DocumentId};
use yew::prelude::*;

use super::document_card::DocumentCard;
use crate::ui::{
    hooks::{use_edit, use_messages, use_render_count, use_study, use_table},
    state::Route,
    wording::{counted, document},
};

/// The panel at the side.
#[component]
pub fn TextList() -> Html {
    use_render_count("texts");
    let messages = use_messages();
    let (study, table, on_edit) = (use_study(), use_table(), use_edit());
    let inputs = study.inputs();
    let documents = &inputs.documents;
    let cards = documents.iter().enumerate().map(|(at, input)| {
        let row = table.as_ref().and_then(|table| document(table, input.id)).cloned();
        let place = table.as_ref().and_then(|table| table.documents.iter().position(|row| row.id == input.id));
        let warnings = table.as_ref().map(|table| warnings(table, input.id)).unwrap_or_default();
        html! {
            <DocumentCard
                key={input.id.0}
                input={input.clone()}
                {row}
                at={place}
                {warnings}
                is_first={at == 0}
                is_last={at + 1 == documents.len()}
                on_edit={on_edit.clone()}
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
                <ol class="cards">{ for cards }</ol>
            }
            <a class="add-link" href={format!("#{}", Route::Texts.fragment())}>{ messages.get("texts-add") }</a>
        </section>
    }
}

/// Returns what the engine says of one text; it names the text by its title.
fn warnings(table: &Comparison, id: DocumentId) -> Vec<Problem> {
    let title = document(table, id).map(|row| row.title.as_str());
    let is_own = |problem: &&Problem| {
        !problem.code.starts_with("lex-") && title.is_some() && problem.place.file.as_deref() == title
    };
    table.warnings.iter().filter(is_own).cloned().collect()
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
                language: LanguageChoice::Fixed(tarazy_engine::language::Language::Kazakh),
                reading: ReadingOptions::default(),
                bytes: bytes.to_vec(),
            };
            engine.apply(change).expect("it can be read");
        }
        let table = engine.table();
        let codes = |id| warnings(&table, DocumentId(id)).into_iter().map(|problem| problem.code).collect::<Vec<_>>();
        assert!(codes(1).contains(&"text-encoding-guessed".to_owned()), "{:?}", codes(1));
        assert!(!codes(2).contains(&"text-encoding-guessed".to_owned()), "{:?}", codes(2));
    }
}
