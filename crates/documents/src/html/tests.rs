//! What of a page is its text, one feature a page.

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::{left_out::LeftOutKind, limits::Limits};

fn page(page: &str) -> Content {
    read(page.as_bytes().to_vec(), &ReadOptions::default()).unwrap()
}

#[rstest]
#[case::inline("<p>сөз <b>бостан</b><i>дығы</i>", "сөз бостандығы")]
#[case::blocks("<div>a</div><div>b<p>c</div>d", "a\n\nb\n\nc\n\nd")]
#[case::line("<p>a<br>b", "a\nb")]
#[case::cells("<table><tr><td>a<td>b<tr><th>c</table>", "a\n\nb\n\nc")]
#[case::list("<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", "a\n\nb\n\nc\n\nd")]
#[case::space("<p> a\n\t b </p>\n c", "a b\n\nc")]
#[case::preformatted("<pre>a  b\nc</pre>", "a  b\nc")]
#[case::entities("<p>&#1178;&auml;&shy;&nbsp;x&amp;y", "Қä\u{ad}\u{a0}x&y")]
#[case::broken_word("<p>бос<wbr>тан<!-- x -->дық", "бостандық")]
#[case::main("<nav>menu</nav><p>a<main><p>b</main><footer>c", "b")]
#[case::role("<div role=main>b</div>c", "b")]
#[case::no_main("<nav>menu</nav><header>a</header><p>b<footer>c", "a\n\nb\n\nc")]
#[case::scripts("<script>a</script><style>b</style><noscript>c</noscript><template>d</template>e", "e")]
#[case::hidden("<p hidden>a<p style='color:red; DISPLAY : none'>b<p>c", "c")]
#[case::details("<details><summary>a</summary>b</details>", "a\n\nb")]
#[case::form("<form>a<select><option>b</select><textarea>c</textarea><button>d</button></form>", "a")]
#[case::title("<title>a</title><p title=b>c<img alt=d>", "c")]
#[case::note_role("<p>a<a href='#fn1' class='footnote-ref' role='doc-noteref'><sup>1</sup></a> b", "a b")]
#[case::note_raised("<p>a<sup><a href='#x'>[12]</a></sup>", "a")]
#[case::note_back("<p>a <a href='#fnref1' role='doc-backlink'>↩</a>", "a")]
#[case::year_link("<p>in <a href='#y'>1991</a>", "in 1991")]
#[case::foster("<table>a<tr><td>b</table>", "a\n\nb")]
#[case::xhtml(
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><a/>b</body></html>",
    "b"
)]
fn text_of_a_page(#[case] html: &str, #[case] text: &str) {
    assert_eq!(page(html).text, text);
}

#[test]
fn what_is_left_out_is_counted_and_can_be_included() {
    let html = "<script>s</script><nav>n</nav><p hidden>h</p><p>a<img alt=i><input><iframe></iframe></p>";
    let counts = |kind| page(html).left_out.count(kind);
    for kind in [
        LeftOutKind::Scripts,
        LeftOutKind::Navigation,
        LeftOutKind::HiddenText,
        LeftOutKind::AlternativeText,
        LeftOutKind::FormControls,
        LeftOutKind::Objects,
    ] {
        assert_eq!(counts(kind), 1, "{kind:?}");
    }
    let include = [LeftOutKind::Navigation, LeftOutKind::HiddenText, LeftOutKind::AlternativeText];
    let options = ReadOptions { include: include.into_iter().collect(), ..ReadOptions::default() };
    let content = read(html.as_bytes().to_vec(), &options).unwrap();
    assert_eq!(content.text, "n\n\nh\n\na\n\ni");
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_names() {
    let bytes = b"<meta charset=kz-1048><p>\x8D\xA2\x9D\xFB\x9D".to_vec();
    assert_eq!(read(bytes, &ReadOptions::default()).unwrap().text, "Құқық");
}

#[test]
fn depth_and_nodes_are_limited() {
    let code = |html: &str, limits| {
        let options = ReadOptions { limits, ..ReadOptions::default() };
        read(html.as_bytes().to_vec(), &options).map(|_| ()).map_err(|error| error.code())
    };
    let deep = "<div>".repeat(20_000);
    assert_eq!(code(&deep, Limits::default()), Err("document-limit"));
    let many = "<br>".repeat(20_000);
    assert_eq!(code(&many, Limits { nodes: 1_000, ..Limits::default() }), Err("document-limit"));
    // Formatting that is never closed is opened again in each paragraph.
    let fonts: String = (0..200).map(|size| format!("<font size={size}>")).collect();
    let open = fonts + &"<p>a".repeat(20_000);
    assert_eq!(code(&open, Limits { nodes: 10_000, ..Limits::default() }), Err("document-limit"));
}

proptest! {
    #[test]
    fn pages_never_panic(html in r#"(<(/?)(p|table|td|b|i|a|template|select|svg|main|html|frameset|br)( href="\#n")?(/?)>|&amp;|<!\[CDATA\[|]]>|<!--|-->|[a-zа-я <>&"]){0,40}"#) {
        let options = ReadOptions::default();
        let _ = read(html.into_bytes(), &options);
    }

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read([b"<html>".to_vec(), bytes].concat(), &ReadOptions::default());
    }
}
