use tarazy_engine::{archive::read, settings::Options};
use tarazy_report::{
    limits::STUDY_LIMITS,
    report::{self, Block, TableStyle},
};

use super::{HOSTILE, about, all_messages, by_office, lexicon, study, xml};

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let entries = read(bytes, STUDY_LIMITS).expect("it is an archive");
    entries.into_iter().find(|entry| entry.name == name).unwrap_or_else(|| panic!("{name}")).bytes
}

#[test]
fn every_cell_stands_in_the_document_and_nothing_else_is_markup() {
    let (table, lexicon) = (study(&HOSTILE, Options::default()), lexicon());
    for messages in all_messages() {
        let article = report::table1_article(&about(&table, &lexicon), 1, &messages);
        let bytes = report::docx(&article);
        assert_eq!(bytes, report::docx(&article), "the same study gives the same bytes");
        let document = part(&bytes, "word/document.xml");
        let (texts, names) = xml(&document, "w:t");
        let Block::Table { caption, grid } = &article.blocks[0] else { panic!("a table") };
        assert_eq!(&texts[0], caption);
        assert!(names.iter().all(|name| name.starts_with("w:")), "{names:?}");
        assert_eq!(texts.len(), 1 + (grid.rows.len() + 1) * grid.header.len() + grid.notes.len() + 1);
        let columns = grid.header.len();
        assert_eq!(texts[1..=columns], grid.header);
        assert_eq!(texts[columns + 1], "<script>alert(1)</script>");
        assert!(texts.iter().any(|text| text == "bi[U+202E]di [U+2066]x"), "{texts:?}");
        let document = String::from_utf8(document).expect("it is UTF-8");
        assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
        let styles = String::from_utf8(part(&bytes, "word/styles.xml")).expect("it is UTF-8");
        assert!(styles.contains(&format!("w:val=\"{}-", messages.language().code())));
        xml(styles.as_bytes(), "w:style");
    }
}

#[test]
fn table_1_of_ordinary_titles_stands_upright() {
    let titles = ["Жалпыұлттық социал-демократиялық партия", "Либерально-демократическая партия", "Baytaq"];
    let (table, lexicon) = (study(&titles, Options::default()), lexicon());
    for messages in all_messages() {
        let bytes = report::docx(&report::table1_article(&about(&table, &lexicon), 1, &messages));
        let document = String::from_utf8(part(&bytes, "word/document.xml")).expect("it is UTF-8");
        assert!(document.contains("portrait") && !document.contains("landscape"));
        assert_eq!(document.matches("<w:tbl>").count(), 1);
    }
}

#[test]
fn a_wide_table_lies_on_its_side() {
    let (table, lexicon) = (study(&["a"], Options::default()), lexicon());
    let [kazakh, ..] = all_messages();
    let methods = about(&table, &lexicon);
    let bytes = report::docx(&report::category_article(&methods, 2, &kazakh));
    assert!(String::from_utf8_lossy(&part(&bytes, "word/document.xml")).contains("w:orient=\"landscape\""));
    let style = TableStyle { is_transposed: true, ..TableStyle::default() };
    let upright = report::category_article(&report::Methods { style, ..methods }, 2, &kazakh);
    assert!(!String::from_utf8_lossy(&part(&report::docx(&upright), "word/document.xml")).contains("landscape"));
}

#[test]
fn the_word_processor_sees_the_same_cells() {
    let (table, lexicon) = (study(&["Жарғы", "=1+1", "<b>"], Options::default()), lexicon());
    let [kazakh, ..] = all_messages();
    let article = report::category_article(&about(&table, &lexicon), 2, &kazakh);
    let Some(page) = by_office("table.docx", &report::docx(&article), "html", "html:HTML:EmbedImages") else { return };
    let Block::Table { caption, grid } = &article.blocks[0] else { panic!("a table") };
    let cells: Vec<String> = page.split("<td").skip(1).map(text).collect();
    let heads: Vec<String> = page.split("<th").filter(|piece| !piece.starts_with("ead")).skip(1).map(text).collect();
    let seen: Vec<String> = heads.into_iter().chain(cells).collect();
    let fields = grid.rows.iter().flatten().map(|field| field.text.as_str());
    let expected: Vec<&str> = grid.header.iter().map(String::as_str).chain(fields).collect();
    assert_eq!(seen, expected, "{page}");
    assert!(text(&format!(">{page}</td")).contains(caption.as_str()), "{page}");
}

/// The text of a cell in the HTML of LibreOffice.
fn text(piece: &str) -> String {
    let end = piece.find("</td").or_else(|| piece.find("</th")).unwrap_or(piece.len());
    let inner = &piece[piece.find('>').map_or(0, |at| at + 1)..end];
    let mut text = String::new();
    let mut is_tag = false;
    for letter in inner.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => text.push(letter),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{A0}").replace("&amp;", "&");
    text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
