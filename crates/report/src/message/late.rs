//! The messages for what a reader opens later: figures, publishing, the lexicon's workbench, and problems.

use std::hint::black_box;

use tarazy_engine::language::Language;

/// The message files of one language. Readers of the hosted page get them with the second part of the program, for which this
/// stays a function of its own whose answer the compiler does not know.
#[inline(never)]
pub fn files(language: Language) -> &'static [&'static str] {
    black_box(match language {
        Language::Kazakh => &[
            include_str!("kk/parallel.ftl"),
            include_str!("kk/lint.ftl"),
            include_str!("kk/differences.ftl"),
            include_str!("kk/problems.ftl"),
            include_str!("kk/recipe.ftl"),
            include_str!("kk/publication.ftl"),
            include_str!("kk/article.ftl"),
            #[cfg(feature = "cli")]
            include_str!("kk/cli.ftl"),
            include_str!("kk/workbench.ftl"),
            include_str!("kk/figure.ftl"),
        ],
        Language::Russian => &[
            include_str!("ru/parallel.ftl"),
            include_str!("ru/lint.ftl"),
            include_str!("ru/differences.ftl"),
            include_str!("ru/problems.ftl"),
            include_str!("ru/recipe.ftl"),
            include_str!("ru/publication.ftl"),
            include_str!("ru/article.ftl"),
            #[cfg(feature = "cli")]
            include_str!("ru/cli.ftl"),
            include_str!("ru/workbench.ftl"),
            include_str!("ru/figure.ftl"),
        ],
        Language::English => &[
            include_str!("en/parallel.ftl"),
            include_str!("en/lint.ftl"),
            include_str!("en/differences.ftl"),
            include_str!("en/problems.ftl"),
            include_str!("en/recipe.ftl"),
            include_str!("en/publication.ftl"),
            include_str!("en/article.ftl"),
            #[cfg(feature = "cli")]
            include_str!("en/cli.ftl"),
            include_str!("en/workbench.ftl"),
            include_str!("en/figure.ftl"),
        ],
    })
}
