//! The address fragment ⇄ the route: the page on screen.
//!
//! `#compare`, `#cell=2.values/freedom.share`, `#contexts/2/values/freedom`, `#read/2/1040`,
//! `#repairs/2`, `#lexicon/history`, `#policies/liwc`, `#figures/heat-map`: texts are counted from
//! 1 in the table's order, categories are named by their path, offsets are bytes. Law: any fragment
//! parses to some route, and a written route parses back to itself.
//!
//! Behind a cell of a study that is no published file stands the mark of its study ([`cell_mark`]):
//! `#cell=2.values/freedom.share~1f3870be`.

use tarazy_engine::{
    counting::{CellLink, Comparison, Measure},
    digest::sha256,
    format::{escape_path, unescape_path},
    matching::Policy,
};
use tarazy_report::figure::FigureKind;

/// A longer fragment is not one of the page's links.
const LONGEST_FRAGMENT: usize = 2_000;

/// The figure that is shown where none is named.
pub const FIRST_FIGURE: FigureKind = FigureKind::GroupedBars;

/// The page on screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// Texts are added.
    Texts,
    /// The lexicon, in one of its views.
    Lexicon(LexiconView),
    /// The table.
    #[default]
    Compare,
    /// Matches in their contexts, under the table.
    Contexts(CellAddress),
    /// A search of all texts, in the place of the contexts.
    Search,
    /// A whole text, from the page that holds a byte.
    Read {
        /// Which text, counted from 0 in the table's order.
        document: usize,
        /// The byte.
        at: u32,
    },
    /// The description of the study, and the files to publish.
    Publish,
    /// The table beside the same under another policy.
    Policies(Policy),
    /// The repairs of a text, counted from 0 in the table's order.
    Repairs(usize),
    /// A figure to publish.
    Figures(FigureKind),
}

/// A view of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LexiconView {
    /// Its tree of categories and entries, to be edited.
    #[default]
    Entries,
    /// Its languages side by side, a concept a row.
    Parallel,
    /// What may be wrong with its entries.
    Checks,
    /// How it differs from another one.
    Changes,
    /// Samples of its matches for people to judge, and how precise it is by their judgements.
    Validation,
    /// What was done to the study.
    History,
}

impl LexiconView {
    /// All views, in the order of their links.
    pub const ALL: [Self; 6] =
        [Self::Entries, Self::Parallel, Self::Checks, Self::Changes, Self::Validation, Self::History];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entries => "entries",
            Self::Parallel => "parallel",
            Self::Checks => "checks",
            Self::Changes => "changes",
            Self::Validation => "validation",
            Self::History => "history",
        }
    }
}

/// A cell of the table, or a whole column of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellAddress {
    /// Which text, counted from 0 in the table's order; none for all of them.
    pub document: Option<usize>,
    /// The category's path; none while no category is chosen.
    pub path: Option<String>,
    /// What the cell shows, if it comes from a permanent link or is one.
    pub measure: Option<Measure>,
}

impl CellAddress {
    /// Returns the permanent link, if text, category and measure are known.
    pub fn link(&self) -> Option<CellLink> {
        let (document, path, measure) = (self.document?, self.path.clone()?, self.measure?);
        Some(CellLink { document, path, measure })
    }
}

impl Route {
    /// Parses a fragment; one that names no page leads to the table.
    pub fn parse(fragment: &str) -> Self {
        if fragment.len() > LONGEST_FRAGMENT {
            return Self::default();
        }
        if let Some(CellLink { document, path, measure }) = CellLink::parse(fragment) {
            return Self::Contexts(CellAddress { document: Some(document), path: Some(path), measure: Some(measure) });
        }
        let (name, rest) = fragment.split_once('/').unwrap_or((fragment, ""));
        match name {
            "texts" => Self::Texts,
            "publish" => Self::Publish,
            "search" => Self::Search,
            "lexicon" => {
                let view = LexiconView::ALL.into_iter().find(|view| view.name() == rest);
                Self::Lexicon(view.unwrap_or_default())
            }
            "contexts" => {
                let (document, path) = rest.split_once('/').unwrap_or((rest, ""));
                let path = (!path.is_empty()).then(|| unescape_path(path));
                Self::Contexts(CellAddress { document: parse_document(document), path, measure: None })
            }
            "read" => {
                let (document, at) = rest.split_once('/').unwrap_or((rest, "0"));
                match (parse_document(document), at.parse()) {
                    (Some(document), Ok(at)) => Self::Read { document, at },
                    _ => Self::Compare,
                }
            }
            "figures" => Self::Figures(FigureKind::from_name(rest).unwrap_or(FIRST_FIGURE)),
            "policies" => Policy::from_name(rest).map_or(Self::Compare, Self::Policies),
            "repairs" => parse_document(rest).map_or(Self::Compare, Self::Repairs),
            _ => Self::Compare,
        }
    }

    /// Returns the route where nothing can be edited: the table instead of texts and lexicon.
    #[must_use]
    pub fn to_read(self) -> Self {
        match self {
            Self::Texts | Self::Lexicon(_) | Self::Repairs(_) | Self::Publish => Self::Compare,
            route => route,
        }
    }

    /// Writes the fragment, without `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Texts => "texts".to_owned(),
            Self::Publish => "publish".to_owned(),
            Self::Lexicon(LexiconView::Entries) => "lexicon".to_owned(),
            Self::Lexicon(view) => format!("lexicon/{}", view.name()),
            Self::Compare => "compare".to_owned(),
            Self::Search => "search".to_owned(),
            Self::Contexts(cell) => {
                if let Some(link) = cell.link() {
                    return link.fragment();
                }
                let document = cell.document.map_or_else(|| "all".to_owned(), |at| (at.saturating_add(1)).to_string());
                match &cell.path {
                    Some(path) => format!("contexts/{document}/{}", escape_path(path)),
                    None if cell.document.is_none() => "contexts".to_owned(),
                    None => format!("contexts/{document}"),
                }
            }
            Self::Read { document, at } => format!("read/{}/{at}", document.saturating_add(1)),
            Self::Figures(FIRST_FIGURE) => "figures".to_owned(),
            Self::Figures(kind) => format!("figures/{}", kind.name()),
            Self::Policies(policy) => format!("policies/{}", policy.name()),
            Self::Repairs(document) => format!("repairs/{}", document.saturating_add(1)),
        }
    }
}

/// How many digits a mark has.
const MARK_DIGITS: usize = 8;

/// Splits a fragment into a place and the mark of the study that it is a place of.
pub fn split_mark(fragment: &str) -> (&str, Option<&str>) {
    match fragment.rsplit_once('~') {
        Some((place, mark)) if mark.len() == MARK_DIGITS && CellLink::parse(place).is_some() => (place, Some(mark)),
        _ => (fragment, None),
    }
}

/// Returns the fragment of a place in a study with a mark.
pub fn marked(place: &str, mark: &str) -> String {
    format!("{place}~{mark}")
}

/// Returns what distinguishes a cell from those of other studies: the first digits of the SHA-256 of
/// its text's SHA-256 and the lexicon's id. A lexicon that is edited, and a text that is added beside
/// it, leave it as it is. `None` where the table has no such cell.
pub fn cell_mark(table: &Comparison, cell: &CellAddress) -> Option<String> {
    let row = table.documents.get(cell.document?)?;
    let path = cell.path.as_deref()?;
    table.columns.iter().find(|column| column.path == path)?;
    let mut mark = sha256(format!("{}\n{}", row.sha256, table.lexicon.id).as_bytes());
    mark.truncate(MARK_DIGITS);
    Some(mark)
}

/// Where the user is, and where links and Escape lead from there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RouteState {
    /// The page on screen.
    pub route: Route,
    /// The contexts that were shown last.
    pub contexts: CellAddress,
    /// The mark of the study that the address names, until it is known to be that on screen.
    pub mark: Option<String>,
    /// Whether the texts were searched since contexts were shown.
    is_searching: bool,
    /// The page before the repairs of a text were opened.
    before_repairs: Route,
}

impl RouteState {
    /// Goes to a page; `mark` is that of the study that the address names.
    pub fn follow(&mut self, route: Route, mark: Option<String>) {
        self.mark = mark;
        if let Route::Contexts(cell) = &route {
            self.contexts.clone_from(cell);
        }
        if !matches!(route, Route::Read { .. }) {
            self.is_searching = route == Route::Search;
        }
        if !matches!(route, Route::Repairs(_)) {
            self.before_repairs.clone_from(&route);
        }
        self.route = route;
    }

    /// Returns the page that closing this one leads to.
    pub fn back(&self) -> Route {
        match self.route {
            Route::Read { .. } if self.is_searching => Route::Search,
            Route::Read { .. } if self.contexts.path.is_some() => Route::Contexts(self.contexts.clone()),
            Route::Repairs(_) => self.before_repairs.clone(),
            _ => Route::Compare,
        }
    }
}

fn parse_document(text: &str) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_link_names_text_and_category() {
        let cell = CellAddress { document: Some(1), path: Some("values/freedom".to_owned()), measure: None };
        assert_eq!(Route::parse("contexts/2/values/freedom"), Route::Contexts(cell.clone()));
        assert_eq!(Route::Contexts(cell).fragment(), "contexts/2/values/freedom");
        assert_eq!(Route::parse("read/1/1040"), Route::Read { document: 0, at: 1040 });
        assert_eq!(Route::parse(""), Route::Compare);
        assert_eq!(Route::parse("read/0/0"), Route::Compare);
        assert_eq!(Route::parse("contexts"), Route::Contexts(CellAddress::default()));
        let link = "cell=2.values/freedom.per-1000-words";
        assert_eq!(Route::parse(link).fragment(), link);
        assert_eq!(Route::parse("cell=2.values/freedom.happiness"), Route::Compare);
        assert_eq!(Route::parse("figures"), Route::Figures(FigureKind::GroupedBars));
        assert_eq!(Route::parse("figures/heat-map"), Route::Figures(FigureKind::HeatMap));
    }

    #[test]
    fn a_text_leads_back_to_where_it_was_opened() {
        let mut state = RouteState::default();
        let (cell, text) = (Route::parse("contexts/2/values/freedom"), Route::Read { document: 0, at: 7 });
        for place in [cell, Route::Search] {
            assert_eq!(Route::parse(&place.fragment()), place);
            state.follow(place.clone(), None);
            state.follow(text.clone(), None);
            assert_eq!(state.back(), place);
            state.follow(place, None);
            assert_eq!(state.back(), Route::Compare);
        }
    }

    #[test]
    fn a_cell_is_read_with_the_mark_of_its_study_and_without() {
        let place = "cell=2.values/freedom.share";
        assert_eq!(split_mark(place), (place, None));
        assert_eq!(split_mark(&marked(place, "1f3870be")), (place, Some("1f3870be")));
        for other in ["cell=2.values/freedom.share~1f38", "compare~1f3870be", "cell=2.a~1f3870be.b"] {
            assert_eq!(split_mark(other), (other, None));
        }
    }

    #[test]
    fn nothing_is_edited_where_the_page_is_only_read() {
        for edited in ["texts", "lexicon/checks", "repairs/1"] {
            assert_eq!(Route::parse(edited).to_read(), Route::Compare);
        }
        let cell = Route::parse("cell=2.values/freedom.share");
        assert_eq!(cell.clone().to_read(), cell);
    }

    proptest! {
        #[test]
        fn any_fragment_is_some_route(fragment: String) {
            let route = Route::parse(&fragment);
            prop_assert_eq!(Route::parse(&route.fragment()), route);
        }

        #[test]
        fn a_route_is_read_back(document in prop::option::of(0_usize..1000), path in prop::option::of("\\PC{1,40}"),
            measure in prop::option::of(prop::sample::select(Measure::ALL.to_vec())), at: u32) {
            // Only a cell has a measure.
            let measure = measure.filter(|_| document.is_some() && path.is_some());
            let route = Route::Contexts(CellAddress { document, path, measure });
            prop_assert_eq!(Route::parse(&route.fragment()), route);
            let route = Route::Read { document: document.unwrap_or(0), at };
            prop_assert_eq!(Route::parse(&route.fragment()), route);
            let route = Route::Repairs(document.unwrap_or(0));
            prop_assert_eq!(Route::parse(&route.fragment()), route);
            for kind in FigureKind::ALL {
                let route = Route::Figures(kind);
                prop_assert_eq!(Route::parse(&route.fragment()), route);
            }
        }
    }
}
