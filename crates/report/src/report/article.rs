//! What an article is given: headings, paragraphs and tables in their order, before they are a
//! file.

use super::{
    clean::{clean, markup},
    grid::Grid,
    html::html_fragment,
    html::html_page,
    markdown,
};
use tarazy_engine::language::Language;

/// More columns than this are printed across the long side of the sheet.
const MOST_UPRIGHT_COLUMNS: usize = 8;

/// Blocks of an article, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The language of its words and numbers.
    pub language: Language,
    /// What it is called, as in a window's title.
    pub title: String,
    /// Its blocks in their order.
    pub blocks: Vec<Block>,
    /// What a file says of its origin: LaTeX has it as comments too.
    pub provenance: Vec<String>,
}

/// A block of an article: a heading, a paragraph, a table …
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// From 1 for the highest.
        level: u8,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Words in bold before it; may be empty.
        lead: String,
        /// What it says.
        text: String,
    },
    /// A table with its notes.
    Table {
        /// Its number and title: "Table 1. …".
        caption: String,
        /// What is in it.
        grid: Grid,
    },
    /// A paragraph in small print.
    Note(String),
}

impl Article {
    /// Returns `true` if a table is too wide for an upright sheet.
    pub(super) fn is_landscape(&self) -> bool {
        let is_wide =
            |block: &Block| matches!(block, Block::Table { grid, .. } if grid.header.len() > MOST_UPRIGHT_COLUMNS);
        self.blocks.iter().any(is_wide)
    }

    /// Returns it as Markdown.
    pub fn markdown(&self) -> String {
        let block = |block: &Block| match block {
            Block::Heading { level, text } => {
                format!("{} {}\n", "#".repeat(usize::from(*level).clamp(1, 6)), markdown::escape(text))
            }
            Block::Paragraph { lead, text } if lead.is_empty() => format!("{}\n", markdown::escape_start(text)),
            Block::Paragraph { lead, text } => format!("**{}** {}\n", markdown::escape(lead), markdown::escape(text)),
            Block::Table { caption, grid } => {
                format!("**{}**\n\n{}", markdown::escape(caption), markdown::render(grid))
            }
            Block::Note(text) => format!("{}\n", markdown::escape_start(text)),
        };
        let provenance = self.provenance.iter().map(|line| format!("{}\n", markdown::escape_start(line)));
        self.blocks.iter().map(block).chain(provenance).collect::<Vec<_>>().join("\n")
    }

    /// Returns it as plain text.
    pub fn plain(&self) -> String {
        let block = |block: &Block| match block {
            Block::Heading { text, .. } | Block::Note(text) => format!("{}\n", clean(text)),
            Block::Paragraph { lead, text } if lead.is_empty() => format!("{}\n", clean(text)),
            Block::Paragraph { lead, text } => format!("{} {}\n", clean(lead), clean(text)),
            Block::Table { caption, grid } => format!("{}\n\n{}", clean(caption), grid.plain()),
        };
        let provenance = self.provenance.iter().map(|line| format!("{}\n", clean(line)));
        self.blocks.iter().map(block).chain(provenance).collect::<Vec<_>>().join("\n")
    }

    /// Returns it as a piece of a page.
    pub fn html(&self) -> String {
        let block = |block: &Block| match block {
            Block::Heading { level, text } => {
                let level = (*level).clamp(1, 6);
                format!("<h{level}>{}</h{level}>\n", markup(text))
            }
            Block::Paragraph { lead, text } if lead.is_empty() => format!("<p>{}</p>\n", markup(text)),
            Block::Paragraph { lead, text } => format!("<p><strong>{}</strong> {}</p>\n", markup(lead), markup(text)),
            Block::Table { caption, grid } => html_fragment(grid, caption),
            Block::Note(text) => format!("<p class=\"note\">{}</p>\n", markup(text)),
        };
        let provenance = self.provenance.iter().map(|line| format!("<p class=\"note\">{}</p>\n", markup(line)));
        self.blocks.iter().map(block).chain(provenance).collect()
    }

    /// Returns it as a page of its own.
    pub fn html_page(&self) -> String {
        html_page(&self.title, self.language, &self.html())
    }
}
