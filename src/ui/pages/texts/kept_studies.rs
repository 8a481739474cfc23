//! The studies that the browser keeps: opened, renamed, duplicated, deleted; and everything forgotten.

use tarazy_engine::language::{
    Language,
    number_format::{format_decimal, format_integer},
};
use yew::prelude::*;

use crate::{
    browser::{Head, HeadError, KeptEntry, StudyKey, local_time, plain_text},
    ui::{
        components::{Dialog, TextField},
        hooks::{StudyActions, use_actions, use_kept, use_messages, use_samples, use_study},
        wording::counted,
    },
};
use tarazy_report::message::Messages;

/// What is to be confirmed.
#[derive(Debug, Clone, PartialEq)]
enum Question {
    Delete(StudyKey, String),
    Forget,
}

/// The list; nothing while no study is kept.
#[component]
pub fn KeptStudies() -> Html {
    let messages = use_messages();
    let (actions, study, samples) = (use_actions(), use_study(), use_samples());
    let studies = use_kept().studies;
    let renamed = use_state_eq(|| None::<StudyKey>);
    let question = use_state_eq(|| None::<Question>);
    let on_close = {
        let question = question.setter();
        Callback::from(move |()| question.set(None))
    };
    let on_confirm = {
        let (actions, question) = (actions.clone(), question.clone());
        let first = samples.first().map(|sample| sample.id.clone());
        let shown = study.inputs().key.clone();
        Callback::from(move |_: MouseEvent| {
            let asked = (*question).clone();
            question.set(None);
            confirm(&actions, asked, shown.as_ref(), first.clone());
        })
    };
    if studies.is_empty() && question.is_none() {
        return Html::default();
    }
    let rows = studies.iter().map(|entry| {
        let row = KeptRow { actions: &actions, messages: &messages, shown: study.inputs().key.as_ref() };
        match &entry.head {
            Ok(head) => {
                row.study(entry, head, *renamed == Some(entry.key.clone()), &renamed.setter(), &question.setter())
            }
            Err(error) => row.unusable(entry, *error, &question.setter()),
        }
    });
    let on_forget = {
        let question = question.setter();
        Callback::from(move |_: MouseEvent| question.set(Some(Question::Forget)))
    };
    html! {
        <section class="samples kept-studies" aria-labelledby="kept-studies-heading">
            <h3 id="kept-studies-heading">{ messages.get("store-heading") }</h3>
            <p>{ messages.get("store-why") }</p>
            <ul>{ for rows }</ul>
            <p><button type="button" id="forget-everything" onclick={on_forget}>{ messages.get("store-forget") }</button></p>
            <Confirmation question={(*question).clone()} {on_close} {on_confirm} />
        </section>
    }
}

/// Does what was confirmed. Where the study on screen goes, the first sample comes.
fn confirm(actions: &StudyActions, question: Option<Question>, shown: Option<&StudyKey>, first: Option<String>) {
    let begin = |actions: &StudyActions| {
        if let Some(first) = first {
            actions.begin_with_sample(first);
        }
    };
    match question {
        Some(Question::Delete(key, _)) => {
            let is_shown = shown == Some(&key);
            actions.delete_kept(key);
            if is_shown {
                begin(actions);
            }
        }
        Some(Question::Forget) => {
            actions.forget_all();
            begin(actions);
        }
        None => {}
    }
}

/// Props of [`Confirmation`].
#[derive(Properties, PartialEq)]
struct ConfirmationProps {
    question: Option<Question>,
    on_close: Callback<()>,
    on_confirm: Callback<MouseEvent>,
}

/// The dialog that asks before something is deleted.
#[component]
fn Confirmation(props: &ConfirmationProps) -> Html {
    let messages = use_messages();
    let (title, sentence, button) = match &props.question {
        Some(Question::Delete(_, title)) => (
            "store-delete-heading",
            messages.format("store-delete-ask", &[("title", title.as_str().into())]),
            "store-delete",
        ),
        Some(Question::Forget) | None => ("store-forget", messages.get("store-forget-ask"), "store-forget"),
    };
    html! {
        <Dialog
            id="kept-question"
            title={messages.get(title)}
            is_open={props.question.is_some()}
            on_close={props.on_close.clone()}
        >
            <p>{ sentence }</p>
            <p class="kept-answers">
                <button type="button" id="kept-confirm" onclick={props.on_confirm.clone()}>{ messages.get(button) }</button>
                <button type="button" onclick={props.on_close.reform(|_: MouseEvent| ())}>
                    { messages.get("store-cancel") }
                </button>
            </p>
        </Dialog>
    }
}

/// What the rows of the list have in common.
struct KeptRow<'a> {
    actions: &'a StudyActions,
    messages: &'a Messages,
    shown: Option<&'a StudyKey>,
}

impl KeptRow<'_> {
    fn study(
        &self,
        entry: &KeptEntry,
        head: &Head,
        is_renamed: bool,
        renamed: &UseStateSetter<Option<StudyKey>>,
        question: &UseStateSetter<Option<Question>>,
    ) -> Html {
        let messages = self.messages;
        let title = match head.title.get(messages.language()) {
            "" => messages.get("study-untitled"),
            title => title.to_owned(),
        };
        let of = |key: &str| messages.format(key, &[("title", title.as_str().into())]);
        let key = &entry.key;
        let is_shown = self.shown == Some(key);
        let on_open = self.on_click({
            let key = key.clone();
            move |actions| actions.open_kept(key.clone())
        });
        let on_rename = {
            let (renamed, key) = (renamed.clone(), key.clone());
            Callback::from(move |_: MouseEvent| renamed.set(Some(key.clone()).filter(|_| !is_renamed)))
        };
        let on_title = {
            let (actions, renamed, key) = (self.actions.clone(), renamed.clone(), key.clone());
            Callback::from(move |title: String| {
                actions.rename_kept(key.clone(), title);
                renamed.set(None);
            })
        };
        let on_duplicate = self.on_click({
            let (key, copy) = (key.clone(), of("store-copy-title"));
            move |actions| actions.duplicate_kept(key.clone(), plain_text(&copy))
        });
        html! {
            <li key={key.0.clone()} class="sample kept-study">
                if is_renamed {
                    <TextField label={of("store-title")} text={title.clone()} on_text={on_title} />
                } else {
                    <button type="button" class="sample-button" aria-current={is_shown.then_some("true")} onclick={on_open}>
                        { &title }
                    </button>
                }
                <p>{ facts(messages, head, is_shown) }</p>
                <p class="card-actions">
                    <button type="button" aria-label={of("store-rename-of")} onclick={on_rename}>
                        { messages.get("store-rename") }
                    </button>
                    <button type="button" aria-label={of("store-duplicate-of")} onclick={on_duplicate}>
                        { messages.get("store-duplicate") }
                    </button>
                    { self.delete(key, &title, question) }
                </p>
            </li>
        }
    }

    /// A study that cannot be opened; it can be deleted.
    fn unusable(&self, entry: &KeptEntry, error: HeadError, question: &UseStateSetter<Option<Question>>) -> Html {
        let sentence = self.messages.get(match error {
            HeadError::Newer => "store-entry-newer",
            HeadError::Damaged => "store-entry-damaged",
        });
        let title = self.messages.get("study-untitled");
        html! {
            <li key={entry.key.0.clone()} class="sample kept-study is-unusable">
                <p>{ sentence }</p>
                <p class="card-actions">{ self.delete(&entry.key, &title, question) }</p>
            </li>
        }
    }

    fn delete(&self, key: &StudyKey, title: &str, question: &UseStateSetter<Option<Question>>) -> Html {
        let (question, asked) = (question.clone(), Question::Delete(key.clone(), title.to_owned()));
        let onclick = Callback::from(move |_: MouseEvent| question.set(Some(asked.clone())));
        let label = self.messages.format("store-delete-of", &[("title", title.into())]);
        html! { <button type="button" aria-label={label} {onclick}>{ self.messages.get("store-delete") }</button> }
    }

    fn on_click(&self, act: impl Fn(&StudyActions) + 'static) -> Callback<MouseEvent> {
        let actions = self.actions.clone();
        Callback::from(move |_| act(&actions))
    }
}

/// Number of texts, size, date, and whether the study is on screen.
fn facts(messages: &Messages, head: &Head, is_shown: bool) -> String {
    let texts = counted(messages, "store-texts", u64::from(head.texts));
    let shown = is_shown.then(|| messages.get("store-shown"));
    let facts = [Some(texts), Some(size(messages, head.bytes)), Some(local_time(head.saved_ms)), shown];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A size in kilobytes of 1,000 bytes, or megabytes.
fn size(messages: &Messages, bytes: f64) -> String {
    let language: Language = messages.language();
    let kilobytes = (bytes / 1_000.0).ceil();
    let (key, size) = if kilobytes < 1_000.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is below a thousand")]
        ("store-kilobytes", format_integer(kilobytes.max(0.0) as u64, language))
    } else {
        ("store-megabytes", format_decimal(Some(bytes / 1_000_000.0), 1, language))
    };
    messages.format(key, &[("size", size.into())])
}
