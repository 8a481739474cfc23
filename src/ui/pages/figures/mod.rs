//! The page Figures.

mod figure_choices;
mod page;
mod scene_keys;
mod scene_view;

pub use figure_choices::FigureChoices;
pub use page::FiguresPage;
pub use scene_view::SceneView;
