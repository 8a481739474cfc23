//! Figures on the command line: what is drawn, and the errors of wrong arguments.

use std::{
    path::Path,
    process::{Command, Output},
};

fn tarazy(language: &str, arguments: &[&str]) -> Output {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(arguments)
        .current_dir(samples)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", language)
        .output()
        .expect("the binary was built for this test")
}

fn drawn(language: &str, arguments: &[&str]) -> String {
    let output = tarazy(language, &[&["figure"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a file in UTF-8")
}

#[test]
fn every_kind_is_drawn_and_says_where_its_figures_come_from() {
    for kind in ["grouped-bars", "stacked-bars", "heat-map", "dispersion"] {
        let file = drawn("C", &[kind, "udhr-kaz.txt", "udhr-rus.txt", "--language", "kk"]);
        assert!(file.starts_with("<svg ") && file.ends_with("</svg>\n"));
        assert!(file.contains(" lang=\"kk\""));
        let (_, provenance) = file.split_once("<metadata>").expect("provenance");
        let provenance = provenance.split("</metadata>").next().unwrap_or_default();
        for needed in ["values", "longest", "udhr-kaz: SHA-256 ", "udhr-rus: SHA-256 ", env!("CARGO_PKG_VERSION")] {
            assert!(provenance.contains(needed), "{kind}: {needed}: {provenance}");
        }
        let again = drawn("ru_RU.UTF-8", &[kind, "udhr-kaz.txt", "udhr-rus.txt", "--language", "kk"]);
        assert_eq!(file, again, "the same bytes each time");
    }
}

#[test]
fn a_figure_has_the_title_the_measure_and_the_links_asked_for() {
    let wish = ["heat-map", "udhr-kaz.txt", "--title", "Жарғы <1>", "--measure", "count", "--link-to", "study.html"];
    let file = drawn("C", &wish);
    assert!(file.contains("<title id=\"heat-map-title\">Жарғы &lt;1&gt;</title>"));
    assert!(file.contains("Count of matches</text>"));
    assert!(file.contains("href=\"study.html#cell=1.freedom.count\""));
}

#[test]
fn a_dispersion_shows_the_categories_that_are_named() {
    let file = drawn("C", &["dispersion", "udhr-eng.txt", "--category", "justice", "--category", "freedom"]);
    let (justice, freedom) = (file.find("1 Justice").expect("a legend"), file.find("2 Freedom").expect("a legend"));
    assert!(justice < freedom);
    let unknown = tarazy("C", &["figure", "dispersion", "udhr-eng.txt", "--category", "liberty"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("has no category liberty"));
    let nine = ["--category", "freedom"].repeat(9);
    let many = tarazy("C", &[&["figure", "dispersion", "udhr-eng.txt"], &nine[..]].concat());
    assert_eq!(many.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&many.stderr).contains("at most 8 categories; 9 are named"));
    assert_eq!(tarazy("C", &["figure", "pie", "udhr-eng.txt"]).status.code(), Some(2));
}
