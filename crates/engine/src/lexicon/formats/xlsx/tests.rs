//! Workbooks made by hand, as programs write them and as nobody should.

use crate::{
    archive::pack,
    lexicon::{
        error::LexiconError,
        file::{format::LexiconFormat, shape::TableShape, syntax::PatternSyntax},
        formats::{
            export, import,
            testing::{imported, imported_bytes, loss_line},
        },
    },
};

const STRINGS: &str = "<sst><si><t>category</t></si><si><t>pattern</t></si><si><r><t>rule </t></r><r><t>of law</t></r><rPh><t>x</t></rPh></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"d mmm\"/></numFmts>\
<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";

/// A workbook of sheets: name, what the list of sheets says about it, and what stands in it.
fn book(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/>")
    };
    let mut relations =
        relation("s", "sharedStrings", "/xl/sharedStrings.xml") + &relation("t", "styles", "styles.xml");
    let mut list = String::new();
    let mut parts = Vec::new();
    for (at, (name, attributes, rows)) in sheets.iter().enumerate() {
        relations += &relation(&format!("r{at}"), "worksheet", &format!("worksheets/sheet{at}.xml"));
        list += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" {attributes} r:id=\"r{at}\"/>");
        parts.push((
            format!("xl/worksheets/sheet{at}.xml"),
            format!("<x:worksheet><x:sheetData>{rows}</x:sheetData></x:worksheet>"),
        ));
    }
    let files = [
        (
            "_rels/.rels".to_owned(),
            format!("<Relationships>{}</Relationships>", relation("b", "officeDocument", "xl/workbook.xml")),
        ),
        ("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{list}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{relations}</Relationships>")),
        ("xl/sharedStrings.xml".to_owned(), STRINGS.to_owned()),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
    ];
    let files: Vec<(String, String)> = files.into_iter().chain(parts).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, file)| (name.as_str(), file.as_str())).collect();
    pack(&files)
}

/// Rows of texts, cells set apart by tabs, without places of their own.
fn rows(text: &str) -> String {
    let row = |line: &str| -> String {
        let cells = line.split('\t').map(|cell| format!("<c t=\"str\"><v>{cell}</v></c>"));
        format!("<row>{}</row>", cells.collect::<String>())
    };
    text.lines().map(row).collect()
}

fn error(bytes: &[u8]) -> Option<LexiconError> {
    import("x.xlsx", bytes, PatternSyntax::Glob).err().map(|mut errors| errors.remove(0).error)
}

#[test]
fn cells_are_read_as_they_are_meant_and_reported_where_they_are_no_text() {
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>weight</t></is></c></row>\
<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c><c r=\"B2\"><v>1984.0</v></c><c r=\"D2\"><v>0.10000000000000001</v></c></row>\
<row r=\"4\"><c t=\"str\"><v>a</v></c><c t=\"s\"><v>2</v></c></row>\
<row r=\"5\"><c t=\"str\"><v>a</v></c><c s=\"2\"><v>45293</v></c></row>\
<row r=\"6\"><c t=\"str\"><v>a</v></c><c t=\"b\"><v>1</v></c></row>\
<row r=\"7\"><c t=\"str\"><v>a</v></c><c t=\"str\"><f>\"la\"&amp;\"w\"</f><v>law</v></c></row>\
<row r=\"8\"><c t=\"str\"><v>a</v></c><c t=\"e\"><f>law</f><v>#NAME?</v></c></row>\
<row r=\"9\"><c t=\"str\"><v>a</v></c><c t=\"inlineStr\"><is><t>f_x0041_r</t></is></c></row>";
    let (import, listing, losses) = imported_bytes(&book(&[("Сөздік", "", cells)]));
    assert_eq!((import.format, import.shape), (LexiconFormat::Xlsx, Some(TableShape::Long)));
    assert_eq!(listing, "a: =1984×0.1, =rule =of =law, =2024-01-02, =TRUE, =law, =fAr");
    assert_eq!(losses, ["5 guessed loss-cell", "6 guessed loss-cell", "7 guessed loss-cell", "8 dropped loss-cell"]);
}

#[test]
fn a_sheet_is_read_in_the_shapes_of_a_table() {
    for table in [
        "category\tpattern\tweight\nvalues/freedom\tfree*\t0.5\nvalues\tlaw\t1\n",
        "word\tsentiment\tscore\nabandon\tnegative\t-2\nadmire\tpositive\t3\n",
        "DicTerm\tfreedom\tjustice\nliberty\tX\t\nrule of law\t\t0.5\n",
        "term\ta\tb\nx\tX\t\ny\t\tx\n",
        "freedom\tjustice\nliberty\tlaw\n\tcourt\n",
        "help\taid\tassist\nwork\tjob\toffice\tboss\n",
    ] {
        let (from_text, text_listing, _) = imported(table);
        let (from_book, book_listing, _) = imported_bytes(&book(&[("a", "", &rows(table))]));
        assert_eq!(book_listing, text_listing, "{table}");
        assert_eq!(from_book.shape, from_text.shape, "{table}");
    }
}

#[test]
fn of_several_sheets_the_one_whose_columns_have_names_is_read() {
    let known = rows("category\tpattern\na\tx\n");
    let plain = rows("read\tme\nfirst\tnow\n");
    for (sheets, expected, losses) in [
        (vec![("Read me", "", plain.as_str()), ("Lexicon", "", &known)], "a: =x", &["0 dropped loss-sheet"][..]),
        (vec![("Lexicon", "", &known), ("More", "", &known), ("Empty", "", "")], "a: =x", &["0 dropped loss-sheet"]),
        (
            vec![("Old", "state=\"hidden\"", &known), ("New", "", &plain)],
            "read: =first; me: =now",
            &["0 dropped loss-sheet", "1 guessed loss-shape"],
        ),
    ] {
        let (_, listing, found) = imported_bytes(&book(&sheets));
        assert_eq!(listing, expected);
        assert_eq!(found, losses);
    }
}

#[test]
fn cells_far_out_cost_nothing_and_too_many_are_refused() {
    let far = "<row><c t=\"s\"><v>0</v></c><c r=\"XFD1\" t=\"s\"><v>1</v></c></row>\
<row r=\"1048576\"><c t=\"str\"><v>a</v></c><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>";
    let (_, listing, losses) = imported_bytes(&book(&[("a", "", far)]));
    assert_eq!((listing.as_str(), losses.len()), ("a: =x", 0));

    let size = Some(LexiconError::Workbook { what: "size" });
    // Each row is one column longer: there are few cells, but a table of them would be large.
    let stairs: String =
        (1..16_000).map(|at| format!("<c r=\"{}{at}\"><v>1</v></c>", crate::format::column_letters(at))).collect();
    assert_eq!(error(&book(&[("a", "", &stairs)])), size);
    let cells = "<c><v>1</v></c>".repeat((1 << 20) + 1);
    assert_eq!(error(&book(&[("a", "", &cells)])), size);
    let long = format!("<c t=\"str\"><v>{}</v></c>", "x".repeat(1 << 20)).repeat(33);
    assert_eq!(error(&book(&[("a", "", &long)])), size);
}

#[test]
fn a_broken_workbook_is_refused_by_name() {
    let whole = book(&[("a", "", &rows("category\tpattern\na\tx\n"))]);
    let what = |what| Some(LexiconError::Workbook { what });
    assert_eq!(error(&whole[..whole.len() - 30]), what("archive"));
    assert_eq!(error(&pack(&[("xl/worksheets/sheet1.xml", "")])), what("parts"));
    assert_eq!(error(&pack(&[("xl/workbook.xml", "<a>")])), what("parts"));
    assert_eq!(error(&book(&[("a", "", "<c><v>1</c>")])), what("parts"));
    assert_eq!(error(&book(&[("a", "", "")])), Some(LexiconError::NoCategory));
    let mut locked = whole.clone();
    (0..locked.len() - 4).filter(|at| whole[*at..].starts_with(b"PK\x01\x02")).for_each(|at| locked[at + 8] |= 1);
    assert_eq!(error(&locked), Some(LexiconError::OtherFile { kind: "locked" }));
}

#[test]
fn a_written_workbook_has_weights_as_numbers_and_no_formula() {
    let toml = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ntitle.en = \"A <b> & c\"\n\
any.entries = [\"=law\", \"сөз бостандығы\", { pattern = \"/x+/\", weight = 0.5, note = \"=1+1\\n_x0041_\" }]\n\
[[category.category]]\nid = \"b\"\n";
    let (own, ..) = imported(toml);
    let file = export(&own, LexiconFormat::Xlsx);
    assert_eq!(file.losses, []);
    assert_eq!(file.bytes, export(&own, LexiconFormat::Xlsx).bytes, "equal lexicons give equal bytes");
    let archive = super::Archive::open(&file.bytes).expect("it is an archive");
    let sheet = archive.read("xl/worksheets/sheet1.xml", &mut 100_000).expect("it is whole").expect("it is there");
    let sheet = String::from_utf8_lossy(&sheet);
    assert!(sheet.contains("<c r=\"C4\"><v>0.5</v></c>") && !sheet.contains("<f"), "{sheet}");
    let (back, listing, _) = imported_bytes(&file.bytes);
    assert_eq!(listing, "A <b> & c: =law, сөз бостандығы, /x+/×0.5; A <b> & c/b: ");
    assert_eq!(back.lexicon.entries[2].note, own.lexicon.entries[2].note);
    assert_eq!(back.losses.iter().map(loss_line).collect::<Vec<_>>(), ["5 guessed loss-empty-category"]);
}
