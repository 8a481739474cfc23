//! The place where a study is published: what it is, what of its texts is passed on, and the files
//! that come out.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::{JobHandle, plain_text},
    ui::{
        components::{Choice, TextField},
        hooks::{PublishOutcome, PublishQuery, use_actions, use_edit, use_messages, use_preferences, use_study},
        state::{Preferences, study::Edit},
    },
};
use tarazy_engine::{
    language::Language,
    problem::{Problem, SourceLocation},
};
use tarazy_report::{
    message::Messages,
    publication::{Product, TextsKept},
    recipe::{About, check_about},
};

/// How many words of context may be passed on, on either side.
const CONTEXT_WORDS: [u32; 5] = [3, 5, 10, 20, 50];

/// The page.
#[component]
pub fn PublishPage() -> Html {
    let messages = use_messages();
    let (actions, study, preferences, on_edit) = (use_actions(), use_study(), use_preferences(), use_edit());
    let inputs = study.inputs();
    let kept = use_state_eq(TextsKept::default);
    let busy = use_state(|| None::<(Product, JobHandle)>);
    let outcome = use_state(|| None::<(Product, PublishOutcome)>);
    let has_texts = !inputs.documents.is_empty();
    let on_kept = use_callback(kept.setter(), |to: TextsKept, kept| kept.set(to));
    let products = Product::ALL.into_iter().map(|product| {
        let onclick = {
            let (actions, busy, outcome) = (actions.clone(), busy.setter(), outcome.setter());
            let Preferences { language, measure, shows_weights: is_weighted, .. } = preferences;
            let query = PublishQuery { product, kept: *kept, language, measure, is_weighted };
            let about = inputs.about.clone();
            Callback::from(move |_: MouseEvent| {
                let nowhere = |problem| Problem { place: SourceLocation::default(), ..problem };
                let wrong: Vec<Problem> = check_about(&about).iter().map(|found| nowhere(found.problem(""))).collect();
                if wrong.iter().any(|problem| !problem.is_warning) {
                    outcome.set(Some((product, PublishOutcome::Refused(wrong))));
                    return;
                }
                let (ended, shown) = (busy.clone(), outcome.clone());
                outcome.set(None);
                let done = Callback::from(move |outcome: PublishOutcome| {
                    ended.set(None);
                    shown.set(Some((product, outcome)));
                });
                busy.set(Some((product, actions.publish(query, done))));
            })
        };
        html! {
            <li key={product.name()} class="product">
                <button
                    type="button"
                    class="product-button"
                    id={format!("publish-{}", product.name())}
                    disabled={busy.is_some() || !has_texts}
                    {onclick}
                >
                    { messages.get(&format!("publish-{}", product.name())) }
                </button>
                <p class="product-words">{ messages.get(&format!("publish-{}-words", product.name())) }</p>
            </li>
        }
    });
    html! {
        <section class="publish" aria-labelledby="publish-title">
            <h2 id="publish-title">{ messages.get("place-publish") }</h2>
            if !has_texts {
                <p class="nothing">{ messages.get("publish-nothing") }</p>
            }
            <AboutForm about={inputs.about.clone()} language={messages.language()} {on_edit} />
            <KeptChoice kept={*kept} on_choose={on_kept} />
            <ul class="products">{ for products }</ul>
            <div role="status" class="publish-outcome">
                if let Some((product, handle)) = &*busy {
                    <p>
                        { messages.format("publish-busy", &[("file", product.file_name().into())]) }
                        { " " }
                        <button type="button" id="publish-cancel" onclick={cancel(handle)}>
                            { messages.get("publish-cancel") }
                        </button>
                    </p>
                }
                if let Some((product, outcome)) = &*outcome {
                    { outcome_words(&messages, *product, outcome) }
                }
            </div>
        </section>
    }
}

/// Returns what cancels a job.
fn cancel(handle: &JobHandle) -> Callback<MouseEvent> {
    let handle = handle.clone();
    Callback::from(move |_| handle.cancel())
}

/// The outcome of publishing, in words.
fn outcome_words(messages: &Messages, product: Product, outcome: &PublishOutcome) -> Html {
    match outcome {
        PublishOutcome::Saved => html! {},
        PublishOutcome::Cancelled => html! { <p>{ messages.get("publish-cancelled") }</p> },
        PublishOutcome::NotHere => {
            html! { <p>{ messages.format("publish-not-here", &[("file", product.file_name().into())]) }</p> }
        }
        PublishOutcome::Text(text) if product == Product::Link => html! {
            <>
                <p><label for="publish-text">{ messages.get("publish-link-here") }</label></p>
                <textarea id="publish-text" class="by-hand" readonly=true rows="4" value={text.clone()} />
            </>
        },
        PublishOutcome::Text(text) => html! {
            <>
                <p><label for="publish-text">{ messages.format("publish-by-hand", &[("file", product.file_name().into())]) }</label></p>
                <textarea id="publish-text" class="by-hand" readonly=true rows="6" value={text.clone()} />
            </>
        },
        PublishOutcome::Refused(problems) => html! {
            <ul class="problems">
                { for problems.iter().map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }
            </ul>
        },
    }
}

/// Props of [`AboutForm`].
#[derive(Properties, PartialEq)]
struct AboutFormProps {
    about: Rc<About>,
    language: Language,
    on_edit: Callback<Edit>,
}

/// What a study is, for title pages and references.
#[component]
fn AboutForm(props: &AboutFormProps) -> Html {
    let messages = use_messages();
    let about = &props.about;
    let field = |name: &'static str, value: String, set: fn(&mut About, String)| {
        let (about, on_edit) = (about.clone(), props.on_edit.clone());
        let on_text = Callback::from(move |text: String| {
            let mut changed = About::clone(&about);
            set(&mut changed, text.trim().to_owned());
            on_edit.emit(Edit::SetAbout(Rc::new(changed)));
        });
        let id = format!("about-{name}");
        html! {
            <p key={name} class="about-field">
                <label for={id.clone()}>{ messages.get(&format!("about-{name}")) }</label>
                <TextField {id} text={value} {on_text} />
            </p>
        }
    };
    let year = about.year.map(|year| year.to_string()).unwrap_or_default();
    let description = about.description.get(props.language).to_owned();
    let doubts = check_about(about).into_iter();
    let doubts: Vec<Html> =
        doubts.map(|found| html! { <li>{ messages.problem_sentence(&found.problem("")) }</li> }).collect();
    html! {
        <fieldset class="about-form">
            <legend>{ messages.get("about") }</legend>
            { field("authors", about.authors.join("; "), |about, text| about.authors = authors(&text)) }
            { field("year", year, |about, text| {
                // What is no year leaves the one before.
                about.year = if text.is_empty() { None } else { text.parse().ok().or(about.year) };
            }) }
            { field("publisher", about.publisher.clone(), |about, text| about.publisher = text) }
            { field("identifier", about.identifier.clone(), |about, text| about.identifier = text) }
            { field("licence", about.licence.clone(), |about, text| about.licence = text) }
            { field("description", description, |about, text| {
                about.description = if text.is_empty() { tarazy_engine::lexicon::LocalText::default() } else { plain_text(&text) };
            }) }
            <div role="status">
                if !doubts.is_empty() {
                    <ul class="problems">{ for doubts }</ul>
                }
            </div>
        </fieldset>
    }
}

/// Authors as they are written in one line: with semicolons between them.
fn authors(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|author| !author.is_empty()).map(str::to_owned).collect()
}

/// Props of [`KeptChoice`].
#[derive(Properties, PartialEq)]
struct KeptChoiceProps {
    kept: TextsKept,
    on_choose: Callback<TextsKept>,
}

/// What of the texts is passed on.
#[component]
fn KeptChoice(props: &KeptChoiceProps) -> Html {
    const USUAL: u32 = 10;
    let messages = use_messages();
    let words = props.kept.context_words().unwrap_or(USUAL);
    let choices = [TextsKept::Whole, TextsKept::Contexts(words), TextsKept::Hashes];
    let radios = choices.into_iter().map(|kept| {
        let id = format!("kept-{}", kept.name());
        html! {
            <p key={kept.name()} class="kept-choice">
                <input
                    id={id.clone()}
                    type="radio"
                    name="kept"
                    checked={props.kept.name() == kept.name()}
                    onchange={props.on_choose.reform(move |_: Event| kept)}
                />
                <label for={id}>{ messages.get(&format!("kept-{}", kept.name())) }</label>
            </p>
        }
    });
    let numbers: Vec<(AttrValue, AttrValue)> =
        CONTEXT_WORDS.iter().map(|words| (words.to_string().into(), words.to_string().into())).collect();
    let on_words = props.on_choose.reform(|words: String| TextsKept::Contexts(words.parse().unwrap_or(USUAL)));
    html! {
        <fieldset class="kept">
            <legend>{ messages.get("kept") }</legend>
            { for radios }
            if matches!(props.kept, TextsKept::Contexts(_)) {
                <Choice id="kept-words" label={messages.get("kept-words")} value={words.to_string()} choices={numbers} on_choose={on_words} />
            }
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::authors;

    #[test]
    fn authors_stand_in_one_line() {
        assert_eq!(authors(" Әуезов, М. О.; Сәтбаев, Қ. И. ;"), ["Әуезов, М. О.", "Сәтбаев, Қ. И."]);
        assert!(authors(" ; ").is_empty());
    }
}
