//! The user's preferences, which are kept between visits where the browser allows it.

use std::rc::Rc;

use yew::Reducible;

use tarazy_engine::{
    counting::Measure,
    language::{Language, number_format::DecimalSign},
};
use tarazy_report::report::TableStyle;

/// The page's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Those of the system.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// All themes, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Returns the name used in the page's attributes and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Finds the theme with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Which table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// Texts by categories.
    #[default]
    Categories,
    /// Table 1: size, special content, dominant values.
    Table1,
}

/// Where the contexts of a cell are docked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dock {
    /// At the lower edge of the window.
    #[default]
    Below,
    /// Beside the table, where the window is wide enough.
    Beside,
}

impl Dock {
    /// Returns the name used in the page's classes and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Beside => "beside",
        }
    }

    /// Returns the other place.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Below => Self::Beside,
            Self::Beside => Self::Below,
        }
    }
}

/// The reader's preferences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the page.
    pub language: Language,
    /// Its colours.
    pub theme: Theme,
    /// The measure in the table.
    pub measure: Measure,
    /// Decimals of shares and rates.
    pub decimals: u8,
    /// Which table is shown.
    pub face: Face,
    /// Whether weighted figures stand beside the others, where the lexicon has weights.
    pub shows_weights: bool,
    /// What stands before the decimals in what is saved and copied.
    pub decimal_sign: DecimalSign,
    /// Whether texts are columns in what is saved and copied.
    pub is_transposed: bool,
    /// Where the contexts of a cell are docked.
    pub dock: Dock,
}

/// A change of one preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Another language.
    Language(Language),
    /// Other colours.
    Theme(Theme),
    /// Another measure.
    Measure(Measure),
    /// Another number of decimals.
    Decimals(u8),
    /// Another table.
    Face(Face),
    /// Weighted figures or none.
    Weights(bool),
    /// Another sign before the decimals of what is saved.
    DecimalSign(DecimalSign),
    /// Texts as columns of what is saved, or as rows.
    Transposed(bool),
    /// Another place for the contexts.
    Dock(Dock),
}

impl Default for Preferences {
    /// Returns the preferences of a new reader whose browser prefers none of our languages.
    fn default() -> Self {
        Self::read(|_| None, &[])
    }
}

impl Preferences {
    /// The most decimals that a table shows.
    pub const MOST_DECIMALS: u8 = 4;

    /// Reads what was kept, by name; what is missing or not understood is as for a new reader, who
    /// gets the first of our languages that the browser prefers.
    pub fn read(kept: impl Fn(&str) -> Option<String>, preferred: &[String]) -> Self {
        let by_browser =
            preferred.iter().find_map(|tag| Language::from_code(tag.split('-').next().unwrap_or_default()));
        let language = kept("language").and_then(|code| Language::from_code(&code)).or(by_browser);
        Self {
            language: language.unwrap_or(Language::English),
            theme: kept("theme").and_then(|name| Theme::from_name(&name)).unwrap_or_default(),
            measure: kept("measure").and_then(|name| Measure::from_name(&name)).unwrap_or_default(),
            decimals: kept("decimals")
                .and_then(|digits| digits.parse().ok())
                .filter(|decimals| *decimals <= Self::MOST_DECIMALS)
                .unwrap_or(1),
            face: Face::default(),
            shows_weights: kept("weights").is_some_and(|shown| shown == "shown"),
            decimal_sign: kept("decimal-sign").and_then(|name| DecimalSign::from_name(&name)).unwrap_or_default(),
            is_transposed: kept("texts-as").is_some_and(|shown| shown == "columns"),
            dock: [Dock::Below, Dock::Beside]
                .into_iter()
                .find(|dock| kept("dock").as_deref() == Some(dock.name()))
                .unwrap_or_default(),
        }
    }

    /// Returns what is to be kept, by name.
    pub fn kept(&self) -> [(&'static str, String); 8] {
        [
            ("language", self.language.code().to_owned()),
            ("theme", self.theme.name().to_owned()),
            ("measure", self.measure.name().to_owned()),
            ("decimals", self.decimals.to_string()),
            ("weights", if self.shows_weights { "shown" } else { "hidden" }.to_owned()),
            ("decimal-sign", self.decimal_sign.name().to_owned()),
            ("texts-as", if self.is_transposed { "columns" } else { "rows" }.to_owned()),
            ("dock", self.dock.name().to_owned()),
        ]
    }

    /// Returns how what is saved and copied is set.
    pub fn style(&self) -> TableStyle {
        TableStyle {
            has_paths: false,
            decimals: usize::from(self.decimals),
            decimal_sign: self.decimal_sign,
            is_transposed: self.is_transposed,
        }
    }
}

impl Reducible for Preferences {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut preferences = *self;
        match action {
            Action::Language(language) => preferences.language = language,
            Action::Theme(theme) => preferences.theme = theme,
            Action::Measure(measure) => preferences.measure = measure,
            Action::Decimals(decimals) => preferences.decimals = decimals.min(Self::MOST_DECIMALS),
            Action::Face(face) => preferences.face = face,
            Action::Weights(shown) => preferences.shows_weights = shown,
            Action::DecimalSign(sign) => preferences.decimal_sign = sign,
            Action::Transposed(is_transposed) => preferences.is_transposed = is_transposed,
            Action::Dock(dock) => preferences.dock = dock,
        }
        if preferences == *self { self } else { Rc::new(preferences) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back_and_nonsense_is_not() {
        let chosen = Preferences {
            language: Language::Kazakh,
            theme: Theme::Dark,
            measure: Measure::PerThousandWords,
            decimals: 3,
            face: Face::Categories,
            shows_weights: true,
            decimal_sign: DecimalSign::Comma,
            is_transposed: true,
            dock: Dock::Beside,
        };
        let kept = chosen.kept();
        let find = |name: &str| kept.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
        assert_eq!(Preferences::read(find, &[]), chosen);
        let odd = Preferences::read(|_| Some("99999 <b>".to_owned()), &["ru-KZ".to_owned()]);
        assert_eq!((odd.language, odd.decimals), (Language::Russian, 1));
    }
}
