//! The sentences of the page's language, by context.

use yew::prelude::*;

use tarazy_engine::language::Language;
use tarazy_report::message::Messages;

/// Returns the messages in the language that the reader chose; the app provides them to every component below it.
#[hook]
pub fn use_messages() -> Messages {
    use_context::<Messages>().unwrap_or_else(|| Messages::new(Language::English))
}
