//! A button that opens files.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::NamedFile;

/// Props of [`FileInput`].
#[derive(Properties, PartialEq)]
pub struct FileInputProps {
    /// The id of the element.
    pub id: AttrValue,
    /// The text on the button.
    pub label: AttrValue,
    /// Whether several files can be chosen at once.
    #[prop_or_default]
    pub multiple: bool,
    /// Whether a folder is chosen, with all files in it.
    #[prop_or_default]
    pub is_folder: bool,
    /// The kinds of files that the browser offers; all by default.
    #[prop_or_default]
    pub accept: Option<AttrValue>,
    /// Called with the files that were chosen.
    pub on_files: Callback<Vec<NamedFile>>,
}

/// A hidden file input and its label, which looks like a button.
#[component]
pub fn FileInput(props: &FileInputProps) -> Html {
    let FileInputProps { id, label, multiple, is_folder, accept, on_files } = props;
    let on_files = on_files.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let list = input.files();
        let files = list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).map(NamedFile::from).collect());
        on_files.emit(files.unwrap_or_default());
        // The same file can be chosen again.
        input.set_value("");
    });
    html! {<>
        <input
            {id}
            class="file-input visually-hidden"
            type="file"
            multiple={*multiple}
            accept={accept.clone()}
            webkitdirectory={*is_folder}
            {onchange}
        />
        <label class="file-button" for={id}>{ label }</label>
    </>}
}
