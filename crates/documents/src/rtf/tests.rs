//! What of a document is its text, one feature a document.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn content(body: &str) -> Content {
    read(format!("{{\\rtf1\\ansi\\ansicpg1251{body}}}").as_bytes(), &ReadOptions::default()).unwrap()
}

#[rstest]
#[case::code_page("\\'e4\\'e0\\par \\'ed\\'e5\\'f2", "да\n\nнет")]
#[case::charset("{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset238 B;}}\\f1 \\'e8\\f0 \\'e8", "čи")]
#[case::number("\\u1178?\\u1201 ?", "Құ")]
#[case::fallbacks("\\uc2\\u1178\\'c0\\'c1x{\\uc0\\u1201 y}\\u1178ab c", "ҚxұyҚ c")]
#[case::surrogates("\\u-10179?\\u-8704?", "\u{1f600}")]
#[case::halves("\\uc0 \\u-10240 a\\u-9216 b\\u-9216\\u-10240 c", "\u{fffd}a\u{fffd}b\u{fffd}\u{fffd}c")]
#[case::symbols("{\\fonttbl{\\f1\\fcharset2 S;}}a{\\f1\\'b7}b\\u-3913?c", "a\u{f0b7}b\u{f0b7}c")]
#[case::wrong_number("a\\u99999?b", "ab")]
#[case::words("a\\tab b\\line c\\emdash d\\rquote e", "a\tb\nc—d’e")]
#[case::hyphens("a\\-b\\_c\\~d", "ab-c\u{a0}d")]
#[case::cells("\\trowd a\\cell b\\cell\\row c", "a\n\nb\n\nc")]
#[case::hidden("a{\\v b}c", "ac")]
#[case::deleted("a{\\deleted b}c", "ac")]
#[case::deleted_mark("a{\\deleted b\\par}c", "ac")]
#[case::field("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt a}}", "a")]
#[case::note("a{\\super\\chftn}{\\footnote\\chftn  b}c\\par d", "ac\n\nb\n\nd")]
#[case::header("{\\header a}{\\footerf b}c", "c")]
#[case::comment("a{\\*\\annotation b}c", "ac")]
#[case::unknown("a{\\*\\x b{c}}d{\\y e}", "ade")]
#[case::picture("a{\\pict\\bin4 }{}}0a}b", "ab")]
#[case::shape("a{\\shp{\\*\\shpinst\\x{\\sp{\\sn n}{\\sv v}}{\\shptxt b\\par}}{\\shprslt c}}d", "ad\n\nb")]
#[case::list("{\\listtext 1.\\tab}a", "a")]
#[case::drop_cap("\\dropcapli2 A\\par\\pard da", "Ada")]
#[case::unicode_pair("{\\upr{a?}{\\*\\ud a\\u1178?}}", "aҚ")]
#[case::object("{\\object{\\*\\objdata 00}{\\result a}}", "a")]
#[case::line_end("a\\\nb", "a\n\nb")]
fn text_of_a_document(#[case] body: &str, #[case] text: &str) {
    assert_eq!(content(body).text, text);
}

#[test]
fn what_is_left_out_is_counted_and_can_be_included() {
    let body = "{\\info{\\title t}}{\\header h}{\\footer f}a{\\v b}{\\deleted c}{\\*\\annotation d}{\\footnote n}\\par";
    let counted = content(body);
    for kind in [
        LeftOutKind::Headers,
        LeftOutKind::Footers,
        LeftOutKind::HiddenText,
        LeftOutKind::DeletedText,
        LeftOutKind::Comments,
    ] {
        assert_eq!(counted.left_out.count(kind), 1, "{kind:?}");
    }
    assert_eq!(counted.metadata[0].value, MetadataValue::Text("t".to_owned()));
    let options = ReadOptions {
        include: LeftOutKind::INCLUDABLE.into_iter().collect(),
        without_notes: true,
        ..ReadOptions::default()
    };
    let all = read(format!("{{\\rtf1{body}}}").as_bytes(), &options).unwrap();
    assert_eq!(all.text, "h\n\nabc\n\nd\n\nf");
    assert_eq!(all.left_out.count(LeftOutKind::Notes), 1);
}

#[test]
fn groups_are_limited_and_a_missing_end_is_reported() {
    let deep = [b"{\\rtf1".to_vec(), b"{".repeat(200_000)].concat();
    let error = read(&deep, &ReadOptions::default()).map(|_| ()).unwrap_err();
    assert_eq!(error, DocumentLimit::Depth.exceeded(512));
    let open = read(b"{\\rtf1 a", &ReadOptions::default()).unwrap();
    assert_eq!((open.text.as_str(), open.warnings), ("a", vec![ReadWarning::Unclosed]));
}

proptest! {
    #[test]
    fn documents_never_panic(body in r"(\{|\}|\\(u-?[0-9]{1,6}|uc[0-9]|'[0-9a-f]{0,2}|bin[0-9]|\*|footnote|header|shptxt|info|title|upr|ud|fonttbl|f[0-9]|fcharset[0-9]{1,3}|v|par|deleted|annotation) ?|[a-zа-я]){0,60}") {
        let _ = read(format!("{{\\rtf1{body}").as_bytes(), &ReadOptions::default());
    }

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&[b"{\\rtf1".to_vec(), bytes].concat(), &ReadOptions::default());
    }
}
