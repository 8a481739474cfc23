//! A study → what of it can be read without any script: title, tables, figures, methods,
//! references, texts, licence.
//!
//! It is plain HTML that survives a sanitiser: no style of its own, no script, every figure a
//! drawing with a title and a description. Each cell of the category tables has the id by which
//! articles link to it ([`CellLink`]).

use super::{
    host::host_safe,
    study_file::{StudyFile, TextsKept},
};
use crate::{
    figure::{Figure, FigureOptions, SvgOptions, grouped_bars, heat_map, stacked_bars, svg},
    message::Messages,
    recipe::{About, doi},
    report::{
        Article, Block, Grid, Methods, StudyReference, TableStyle, VERSION, card_article, html_fragment, markup,
        methods_article, numbered_caption, table_grid, table1_grid,
    },
};
use tarazy_engine::{
    counting::{CellLink, Comparison, Measure},
    language::{Language, number_format::format_integer},
    lexicon::{Lexicon, read_toml},
    study::LexiconCard,
};

/// Decimals of published tables.
const DECIMALS: usize = 1;

/// Returns the body in a language of the page.
pub(super) fn body(study: &StudyFile, table: &Comparison, messages: &Messages) -> String {
    let language = messages.language();
    let lexicon = read_toml(&study.lexicon).ok().map(|reading| reading.lexicon);
    let writer = BodyWriter { study, table, lexicon, messages };
    let html = format!(
        "<article id=\"study\" lang=\"{}\">\n{}{}{}{}{}{}{}</article>\n",
        language.code(),
        writer.head(),
        writer.tables(),
        writer.figures(),
        writer.methods(),
        writer.card(),
        writer.texts(),
        writer.foot()
    );
    host_safe(&html)
}

struct BodyWriter<'study> {
    study: &'study StudyFile,
    table: &'study Comparison,
    lexicon: Option<Lexicon>,
    messages: &'study Messages,
}

impl BodyWriter<'_> {
    fn language(&self) -> Language {
        self.messages.language()
    }

    fn about(&self) -> &About {
        &self.study.recipe.about
    }

    fn heading(&self, key: &str) -> String {
        format!("<h2>{}</h2>\n", markup(&self.messages.get(key)))
    }

    fn head(&self) -> String {
        let about = self.about();
        let mut html = format!("<header>\n<h1>{}</h1>\n", markup(&title(about, self.messages)));
        let mut paragraph = |class: &str, text: &str| {
            if !text.trim().is_empty() {
                html.push_str(&format!("<p class=\"{class}\">{}</p>\n", markup(text)));
            }
        };
        paragraph("authors", &about.authors.join(", "));
        let year = about.year.map(|year| year.to_string()).unwrap_or_default();
        let facts = [about.publisher.as_str(), &year].into_iter().filter(|fact| !fact.is_empty());
        paragraph("facts", &facts.collect::<Vec<_>>().join(", "));
        paragraph("description", about.description.get(self.language()));
        if !about.identifier.is_empty() {
            html.push_str(&format!("<p class=\"facts\">{}</p>\n", link(&about.identifier)));
        }
        html.push_str("</header>\n");
        html
    }

    /// Table 1, then the category table under the study's measure, and the counts where that is
    /// another one.
    fn tables(&self) -> String {
        let style = TableStyle::from(DECIMALS);
        let messages = self.messages;
        let first = table1_grid(self.table, style, messages);
        let mut html = self.heading("publication-tables");
        html.push_str(&format!(
            "<div class=\"scroller\">\n{}</div>\n",
            html_fragment(&first, &numbered_caption(1, &first.title, messages))
        ));
        let measure = self.study.recipe.counting.measure;
        let measures = [Some(measure), Some(Measure::Count).filter(|count| *count != measure)];
        for (number, measure) in (2..).zip(measures.into_iter().flatten()) {
            let grid = table_grid(self.table, measure, style, messages);
            html.push_str(&self.category_table(&grid, number, measure));
        }
        html.push_str(&format!("<p class=\"note\">{}</p>\n", markup(&messages.get("publication-cells"))));
        html
    }

    /// The category table; each of its cells is the place that its link leads to.
    fn category_table(&self, grid: &Grid, number: u32, measure: Measure) -> String {
        let first_category = grid.header.len().checked_sub(self.table.columns.len());
        let first_category = first_category.expect("each category has a column");
        let caption = numbered_caption(number, &grid.title, self.messages);
        let shown = self.messages.get(&format!("report-measure-{}", measure.name()));
        let mut html = format!(
            "<div class=\"scroller\">\n<table>\n<caption>{} {}</caption>\n<thead>\n<tr>",
            markup(&caption),
            markup(&shown)
        );
        html.extend(grid.header.iter().map(|title| format!("<th scope=\"col\">{}</th>", markup(title))));
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        for (document, row) in grid.rows.iter().enumerate() {
            html.push_str("<tr>");
            for (at, field) in row.iter().enumerate() {
                let text = markup(&field.text);
                let column = at.checked_sub(first_category).and_then(|at| self.table.columns.get(at));
                match column {
                    _ if at == 0 => html.push_str(&format!("<th scope=\"row\">{text}</th>")),
                    // Data stand between the title and the language with the sizes.
                    None if at + 3 < first_category && !grid.is_numeric[at] => {
                        html.push_str(&format!("<td>{text}</td>"));
                    }
                    None => html.push_str(&format!("<td class=\"number\">{text}</td>")),
                    Some(column) => {
                        let anchor = CellLink { document, path: column.path.clone(), measure }.fragment();
                        let anchor = markup(&anchor);
                        html.push_str(&format!(
                            "<td class=\"number\" id=\"{anchor}\"><a href=\"#{anchor}\">{text}</a></td>"
                        ));
                    }
                }
            }
            html.push_str("</tr>\n");
        }
        // What else there is to know of it stands under Table 1.
        html.push_str("</tbody>\n</table>\n</div>\n");
        html
    }

    fn figures(&self) -> String {
        let measure = self.study.recipe.counting.measure;
        let options = FigureOptions { measure, decimals: DECIMALS, title: None };
        let draw: [fn(&Comparison, &FigureOptions, &Messages) -> Figure; 3] = [stacked_bars, heat_map, grouped_bars];
        let mut html = self.heading("publication-figures");
        for draw in draw {
            let Figure { scene, .. } = draw(self.table, &options, self.messages);
            let drawing = svg(&scene, SvgOptions { link_base: Some(""), provenance: &[] });
            html.push_str(&format!(
                "<figure>\n{drawing}<figcaption>{}</figcaption>\n</figure>\n",
                markup(&scene.title)
            ));
        }
        html
    }

    fn methods(&self) -> String {
        let counting = &self.study.recipe.counting;
        let methods = Methods {
            table: self.table,
            measure: counting.measure,
            is_weighted: counting.is_weighted,
            has_table1: true,
            lexicon: self.lexicon.as_ref(),
            style: TableStyle::from(DECIMALS),
        };
        let reference = reference(self.about(), self.messages);
        let article = methods_article(&methods, reference.as_ref(), None, self.messages);
        Article { provenance: Vec::new(), ..article }.html()
    }

    /// The card of the lexicon.
    fn card(&self) -> String {
        let Some(lexicon) = &self.lexicon else { return String::new() };
        let article = card_article(&LexiconCard::of(lexicon), self.messages);
        let block = |block: Block| {
            let (before, after) = match block {
                Block::Table { .. } => ("<div class=\"scroller\">\n", "</div>\n"),
                _ => ("", ""),
            };
            // The title of the study stands above all.
            let block = match block {
                Block::Heading { level, text } => Block::Heading { level: level + 1, text },
                other => other,
            };
            let (language, title) = (self.language(), String::new());
            let html = Article { language, title, blocks: vec![block], provenance: Vec::new() }.html();
            format!("{before}{html}{after}")
        };
        article.blocks.into_iter().map(block).collect()
    }

    /// The texts with their hashes, sizes, sources and licences.
    fn texts(&self) -> String {
        let message = |key: &str| markup(&self.messages.get(key));
        let keys = ["report-text", "report-language", "report-words", "report-characters", "publication-source"];
        let mut html = self.heading("publication-texts");
        html.push_str("<div class=\"scroller\">\n<table>\n<thead>\n<tr>");
        html.extend(keys.iter().map(|key| format!("<th scope=\"col\">{}</th>", message(key))));
        html.push_str("<th scope=\"col\">SHA-256</th></tr>\n</thead>\n<tbody>\n");
        for (row, text) in self.table.documents.iter().zip(&self.study.recipe.texts) {
            let number = |value| format_integer(value, self.language());
            let origin = [text.source.as_str(), &text.licence].into_iter().filter(|part| !part.is_empty());
            html.push_str(&format!(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>\
                 <td>{}</td><td><code>{}</code></td></tr>\n",
                markup(text.title.get(self.language())),
                row.language.map_or("–", Language::code),
                number(row.words),
                number(row.characters),
                markup(&origin.collect::<Vec<_>>().join(". ")),
                markup(&row.sha256)
            ));
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        let kept = match self.study.kept() {
            TextsKept::Contexts(words) => self.messages.format("publication-kept-contexts", &[("words", words.into())]),
            kept => self.messages.get(&format!("publication-kept-{}", kept.name())),
        };
        html.push_str(&format!("<p>{}</p>\n", markup(&kept)));
        html
    }

    fn foot(&self) -> String {
        let licence = &self.about().licence;
        let mut html = String::from("<footer>\n");
        if !licence.is_empty() {
            let sentence = self.messages.format("publication-licence", &[("licence", licence.clone().into())]);
            html.push_str(&format!("<p>{}</p>\n", markup(&sentence)));
        }
        let lexicon = &self.study.recipe.lexicon;
        let values = [
            ("version", VERSION.into()),
            ("lexicon", format!("{} {}", lexicon.id, lexicon.version).into()),
            ("sha256", lexicon.sha256.clone().into()),
        ];
        let made = self.messages.format("publication-made", &values);
        html.push_str(&format!("<p class=\"note\">{}</p>\n</footer>\n", markup(&made)));
        html
    }
}

/// The title of a study, or what a study is called that has none.
pub(super) fn title(about: &About, messages: &Messages) -> String {
    match about.title.get(messages.language()).trim() {
        "" => messages.get("publication-untitled"),
        title => title.to_owned(),
    }
}

/// What the authors say of their study, to be cited; `None` where it has neither title nor author.
pub(super) fn reference(about: &About, messages: &Messages) -> Option<StudyReference> {
    let (doi, url) = match doi(&about.identifier) {
        Some(doi) => (doi.to_owned(), String::new()),
        None => (String::new(), about.identifier.clone()),
    };
    let is_named = !about.authors.is_empty() || !about.title.get(messages.language()).is_empty();
    is_named.then(|| StudyReference {
        title: title(about, messages),
        authors: about.authors.clone(),
        year: about.year,
        publisher: about.publisher.clone(),
        doi,
        url,
    })
}

/// An identifier, as a link where it is an address of the web.
fn link(identifier: &str) -> String {
    let text = markup(identifier);
    let is_plain = |address: &str| address.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\".contains(&byte));
    let address = doi(identifier).map_or_else(|| identifier.to_owned(), |doi| format!("https://doi.org/{doi}"));
    if address.starts_with("https://") && is_plain(&address) {
        format!("<a href=\"{}\" rel=\"noopener noreferrer\">{text}</a>", markup(&address))
    } else {
        text
    }
}
