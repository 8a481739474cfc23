//! The page in a frame of another page. The script `framed.js` decides how much of it is shown and
//! says so at the root element.

use super::window::document;

/// Returns `true` if the page is shown without its panels, for reading only.
pub fn is_read_only() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.class_list().contains("is-embedded"))
}

/// Takes out of a fragment what says how much of the page is shown: `view=table`, or that behind a
/// place and `&`.
pub(super) fn without_view(fragment: &str) -> &str {
    match fragment.split_once("view=") {
        Some(("", _)) => "",
        Some((place, _)) => place.strip_suffix('&').unwrap_or(fragment),
        None => fragment,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_without_the_view() {
        let cell = "cell=2.values/freedom.share";
        assert_eq!(without_view("cell=2.values/freedom.share&view=table"), cell);
        assert_eq!(without_view(cell), cell);
        assert_eq!(without_view("view=table"), "");
        assert_eq!(without_view("contexts/1/preview=x"), "contexts/1/preview=x");
    }
}
