//! A study, set in the program's own page → one HTML file that is read for ever.
//!
//! First comes everything that can be read without a script ([`super::body`]), then the packed
//! program and the packed study. Laws: the same study in the same frame gives the same bytes;
//! nothing that a study says becomes an element, a script or a placeholder; the page's policy
//! forbids every connection.

use super::{
    body::{body, title},
    frame::{EmbeddedFile, Frame},
    host::{host_safe, json_in_page},
    pack::pack,
    ro_crate::page_metadata,
    study_file::StudyFile,
};
use crate::{
    message::Messages,
    recipe::author_orcid,
    report::{VERSION, markup},
};
use tarazy_engine::{archive::ArchiveWriter, counting::Comparison};

/// Returns the page in the language of the messages. `table` is the study's table.
pub fn study_page(study: &StudyFile, table: &Comparison, frame: &Frame, messages: &Messages) -> String {
    let Frame { policy, icon, style, boot, problem, blocks } = frame;
    let about = &study.recipe.about;
    let language = messages.language().code();
    let title = host_safe(&markup(&title(about, messages)));
    let mut head = String::new();
    let mut meta = |name: &str, content: &str| {
        head.push_str(&format!("<meta name=\"{name}\" content=\"{}\">\n", host_safe(&markup(content))));
    };
    meta("generator", &format!("Tarazy {VERSION}"));
    meta("citation_title", about.title.get(messages.language()));
    for author in &about.authors {
        let (name, orcid) = author_orcid(author);
        meta("citation_author", name);
        if let Some(orcid) = orcid {
            meta("citation_author_orcid", &orcid);
        }
    }
    if let Some(year) = about.year {
        meta("citation_publication_date", &year.to_string());
    }
    let json = json_in_page(&page_metadata(study, table, messages).to_string());
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" data-study>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         {head}<title>{title}</title>\n<link rel=\"icon\" href=\"{icon}\">\n<style>{style}</style>\n<script>{boot}</script>\n\
         </head>\n<body class=\"tarazy\">\n{}<div id=\"boot-problem\" role=\"alert\" hidden>{problem}</div>\n<main id=\"app\"></main>\n\
         <script type=\"application/ld+json\">{json}</script>\n",
        body(study, table, messages)
    );
    for EmbeddedFile { name, text } in blocks {
        page.push_str(&format!("<script type=\"text/plain\" id=\"payload-{name}\">{text}</script>\n"));
    }
    page.push_str(&format!(
        "<script type=\"text/plain\" id=\"payload-study\">{}</script>\n</body>\n</html>\n",
        pack(&stored(study))
    ));
    page
}

/// The project file with nothing packed in it: it is packed as a whole.
fn stored(study: &StudyFile) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    for (name, bytes) in study.files() {
        writer.store(&name, &bytes);
    }
    writer.finish()
}
