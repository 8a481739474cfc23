//! The way through the pages of a long list.

use yew::prelude::*;

use tarazy_engine::language::number_format::format_integer;
use tarazy_report::message::Messages;

/// A page of a list.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Number of its first item, from 0.
    pub offset: u32,
    /// Number of items on it.
    pub shown: usize,
    /// Number of items on all pages.
    pub total: u32,
    /// How many items a page has, at most.
    pub size: u32,
}

/// Draws buttons to the page before and the page after, and the range of items between them;
/// nothing where there is one page.
///
/// `area` is the prefix of the message keys: `<area>-previous`, `<area>-range`, `<area>-next`.
/// `on_offset` is called with the number of the first item to show.
pub fn pager(page: Page, area: &str, label: String, messages: &Messages, on_offset: &Callback<u32>) -> Html {
    let Page { offset, shown, total, size } = page;
    let next = offset.saturating_add(u32::try_from(shown).unwrap_or(u32::MAX));
    if offset == 0 && next >= total {
        return Html::default();
    }
    let to = |offset: u32| on_offset.reform(move |_: MouseEvent| offset);
    let number = |value: u32| format_integer(value, messages.language()).into();
    let range = [("first", number(offset.saturating_add(1))), ("last", number(next)), ("total", number(total))];
    html! {
        <nav class="pager" aria-label={label}>
            <button type="button" disabled={offset == 0} onclick={to(offset.saturating_sub(size))}>
                { messages.get(&format!("{area}-previous")) }
            </button>
            <span class="hint">{ messages.format(&format!("{area}-range"), &range) }</span>
            <button type="button" disabled={next >= total} onclick={to(next)}>
                { messages.get(&format!("{area}-next")) }
            </button>
        </nav>
    }
}
