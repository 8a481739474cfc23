//! The validation of the lexicon by people: a sample of its matches to save, and judged tables to
//! open.

use tarazy_engine::{counting::Comparison, problem::Problem, study::SampleQuery};
use tarazy_report::{
    figure::Twin,
    message::Messages,
    report::{Piece, PieceFormat, Score, score_grid},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{NamedFile, may_download},
    ui::{
        components::{ByHand, FileInput, TextField, TwinTable},
        hooks::{use_actions, use_messages, use_preferences, use_results, use_study},
        pages::compare::export::piece_query,
        state::{Shared, results::ArticlePieces},
    },
};

/// How many matches of a category are drawn where nothing else is asked for.
const USUAL_SIZE: u32 = 40;
/// The most that can be asked for.
const MOST: u32 = 10_000;
/// How much of what is wrong with a table is listed.
const PROBLEMS_SHOWN: usize = 20;

/// The score of judged tables, or what is wrong with them.
pub type Outcome = Result<Score, Vec<Problem>>;

/// Props of [`Validation`].
#[derive(Properties, PartialEq)]
pub struct ValidationProps {
    /// The table.
    pub table: Shared<Comparison>,
}

/// The view with what it asks of the engine and of the readers.
#[component]
pub fn Validation(props: &ValidationProps) -> Html {
    let (actions, preferences, study) = (use_actions(), use_preferences(), use_study());
    let ArticlePieces { by_hand, .. } = use_results();
    let query = use_state_eq(|| SampleQuery { per_category: USUAL_SIZE, seed: 1 });
    let outcome = use_state_eq(|| None::<Shared<Outcome>>);
    let on_save = {
        let (actions, table) = (actions.clone(), props.table.clone());
        Callback::from(move |piece| actions.write(piece_query(piece, &table, preferences)))
    };
    let on_files = {
        let (actions, outcome) = (actions.clone(), outcome.setter());
        Callback::from(move |files: Vec<NamedFile>| {
            if files.is_empty() {
                return;
            }
            let (actions, outcome) = (actions.clone(), outcome.clone());
            spawn_local(async move { outcome.set(Some(actions.score_judged(files).await.into())) });
        })
    };
    let on_query = {
        let query = query.setter();
        Callback::from(move |to| query.set(to))
    };
    let on_close = Callback::from(move |()| actions.forget_piece());
    let text = by_hand.filter(|file| matches!(file.query.piece, Piece::Sample(_) | Piece::CoderInstructions(_)));
    let text = text.and_then(|file| String::from_utf8(file.bytes.clone()).ok());
    html! {<>
        <ValidationView
            has_texts={!study.inputs().documents.is_empty()}
            query={*query}
            outcome={(*outcome).clone()}
            {on_query}
            {on_save}
            {on_files}
        />
        <ByHand id="validation-text" text={text.map(AttrValue::from)} {on_close} />
    </>}
}

/// Props of [`ValidationView`].
#[derive(Properties, PartialEq)]
pub struct ValidationViewProps {
    /// Whether there are texts to draw from.
    pub has_texts: bool,
    /// The sample that is saved.
    pub query: SampleQuery,
    /// What came of the tables that were opened last.
    pub outcome: Option<Shared<Outcome>>,
    /// Called with another sample to save.
    pub on_query: Callback<SampleQuery>,
    /// Called with what to save.
    pub on_save: Callback<Piece>,
    /// Called with the tables to open.
    pub on_files: Callback<Vec<NamedFile>>,
}

/// The sample, the instructions, the judged tables and their score.
#[component]
pub fn ValidationView(props: &ValidationViewProps) -> Html {
    let messages = use_messages();
    html! {
        <section class="validation" aria-labelledby="validation-heading">
            <h3 id="validation-heading">{ messages.get("validation-heading") }</h3>
            <p>{ messages.get("validation-why") }</p>
            <h4>{ messages.get("validation-draw") }</h4>
            if props.has_texts {
                { sample_form(props, &messages) }
            } else {
                <p class="hint">{ messages.get("validation-no-texts") }</p>
            }
            <h4>{ messages.get("validation-open") }</h4>
            <p id="validation-open-hint" class="hint">{ messages.get("validation-open-hint") }</p>
            <p class="lexicon-actions">
                <FileInput
                    id="validation-files"
                    label={messages.get("validation-choose")}
                    multiple=true
                    on_files={props.on_files.clone()}
                />
            </p>
            <div role="status">
                { props.outcome.as_deref().map(|outcome| shown(outcome, &messages)) }
            </div>
        </section>
    }
}

fn sample_form(props: &ValidationViewProps, messages: &Messages) -> Html {
    let query = props.query;
    let on_size = props.on_query.reform(move |text: String| {
        let size = text.trim().parse().ok().filter(|size| (1..=MOST).contains(size));
        SampleQuery { per_category: size.unwrap_or(query.per_category), ..query }
    });
    let on_seed = props
        .on_query
        .reform(move |text: String| SampleQuery { seed: text.trim().parse().unwrap_or(query.seed), ..query });
    let on_sample = props.on_save.reform(move |_: MouseEvent| Piece::Sample(query));
    let on_instructions = props.on_save.reform(|_: MouseEvent| {
        // What cannot be saved is shown to be copied.
        Piece::CoderInstructions(if may_download() { PieceFormat::Docx } else { PieceFormat::Markdown })
    });
    html! {<>
        <p class="lexicon-actions">
            <span class="choice">
                <label class="choice-label" for="validation-size">{ messages.get("validation-per-category") }</label>
                <TextField
                    id="validation-size" class="validation-number"
                    text={query.per_category.to_string()} on_text={on_size}
                />
            </span>
            <span class="choice">
                <label class="choice-label" for="validation-seed">{ messages.get("validation-seed") }</label>
                <TextField
                    id="validation-seed" class="validation-number"
                    text={query.seed.to_string()} on_text={on_seed}
                />
            </span>
            <span class="hint">{ messages.get("validation-seed-hint") }</span>
        </p>
        <p class="lexicon-actions">
            <button type="button" onclick={on_sample}>{ messages.get("validation-save-sample") }</button>
            <button type="button" onclick={on_instructions}>{ messages.get("validation-save-instructions") }</button>
        </p>
    </>}
}

fn shown(outcome: &Outcome, messages: &Messages) -> Html {
    let score = match outcome {
        Ok(score) => score,
        Err(problems) => {
            let listed = problems.iter().take(PROBLEMS_SHOWN);
            return html! {
                <ol class="problems">
                    { for listed.map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }
                    if problems.len() > PROBLEMS_SHOWN { <li>{ "…" }</li> }
                </ol>
            };
        }
    };
    let grid = score_grid(score, 1, messages);
    let rows = grid.rows.into_iter().map(|row| row.into_iter().map(|field| field.text).collect()).collect();
    let twin = Twin { title: grid.title, header: grid.header, rows, is_numeric: grid.is_numeric };
    html! {<>
        <TwinTable {twin} />
        { for grid.notes.into_iter().map(|note| html! { <p class="hint">{ note }</p> }) }
    </>}
}
