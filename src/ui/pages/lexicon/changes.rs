//! The lexicon beside another one, or beside what it was before the reader's edits: which entries
//! differ, and which counts because of which entry.

use std::rc::Rc;
use tarazy_engine::{
    counting::Comparison,
    lexicon::{BUILTIN_IDS, EntryId, LexiconReading, builtin_title},
    settings::LexiconSource,
    study::LexiconDifferenceQuery,
};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::difference::{CAUSES_PER_CELL, CHANGES_PER_PAGE, LexiconDifferenceView};
use crate::{
    browser::NamedFile,
    ui::{
        components::{Choice, FileInput},
        hooks::{use_actions, use_messages, use_results, use_study},
        state::{Shared, results::LexiconResults},
    },
};

/// Props of [`Changes`].
#[derive(Properties, PartialEq)]
pub struct ChangesProps {
    /// The table: another one is asked about again.
    pub table: Shared<Comparison>,
    /// Called with the entry to open.
    pub on_open: Callback<EntryId>,
}

/// What the lexicon is compared with.
#[derive(Debug, Clone, PartialEq)]
enum Other {
    /// What it was before the edits.
    Before,
    /// A built-in lexicon.
    Builtin(&'static str),
    /// A file.
    File(Rc<LexiconSource>),
}

impl Other {
    fn name(&self) -> String {
        match self {
            Self::Before => "before".to_owned(),
            Self::Builtin(id) => format!("builtin-{id}"),
            Self::File(_) => "file".to_owned(),
        }
    }
}

/// The choice and the comparison.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let messages = use_messages();
    let (actions, study) = (use_actions(), use_study());
    let difference = use_results::<LexiconResults>().difference;
    let other = use_state_eq(|| Other::Before);
    let offset = use_state_eq(|| 0_u32);
    let source = match &*other {
        Other::Before => study.inputs().lexicon.parts().0.clone(),
        Other::Builtin(id) => LexiconSource::Builtin((*id).to_owned()),
        Other::File(source) => LexiconSource::clone(source),
    };
    {
        let actions = actions.clone();
        use_effect_with((source, *offset, props.table.clone()), move |(other, offset, _)| {
            actions.ask(LexiconDifferenceQuery {
                before: other.clone(),
                offset: *offset,
                limit: CHANGES_PER_PAGE,
                causes: CAUSES_PER_CELL,
            });
        });
    }
    let mut choices = vec![(AttrValue::from("before"), AttrValue::from(messages.get("changes-before")))];
    choices.extend(BUILTIN_IDS.map(|id| {
        let title = builtin_title(id).get(messages.language()).to_owned();
        (AttrValue::from(Other::Builtin(id).name()), AttrValue::from(title))
    }));
    if let Other::File(source) = &*other {
        choices.push((AttrValue::from("file"), AttrValue::from(source.name().to_owned())));
    }
    let on_choose = {
        let (other, offset) = (other.setter(), offset.setter());
        Callback::from(move |name: String| {
            let all = BUILTIN_IDS.map(Other::Builtin).into_iter().chain([Other::Before]);
            if let Some(chosen) = all.into_iter().find(|own| own.name() == name) {
                other.set(chosen);
                offset.set(0);
            }
        })
    };
    let on_files = {
        let (other, offset) = (other.setter(), offset.setter());
        Callback::from(move |files: Vec<NamedFile>| {
            let Some(NamedFile { file, .. }) = files.into_iter().next() else { return };
            let (actions, other, offset) = (actions.clone(), other.clone(), offset.clone());
            spawn_local(async move {
                match actions.lexicon_of_file(&file.name(), &file, LexiconReading::default()).await {
                    Ok(source) => {
                        other.set(Other::File(Rc::new(source)));
                        offset.set(0);
                    }
                    Err(failure) => actions.report_lexicon_failure(failure),
                }
            });
        })
    };
    let on_offset = use_callback(offset.setter(), |to, offset| offset.set(to));
    html! {
        <div class="changes">
            <p class="lexicon-actions">
                <Choice id="changes-other" label={messages.get("changes-with")} value={other.name()} {choices} {on_choose} />
                <FileInput id="changes-file" label={messages.get("changes-file")} {on_files} />
            </p>
            <LexiconDifferenceView
                {difference}
                on_entry={props.on_open.clone()}
                {on_offset}
            />
        </div>
    }
}
