use proptest::prelude::*;
use tarazy_engine::{
    counting::Measure,
    language::number_format::DecimalSign,
    matching::{LevelSet, Negation, Policy},
    settings::Options,
};
use tarazy_report::report::{self, Methods, TableStyle};

use super::{HOSTILE, about, all_messages, lexicon, study};
use crate::table1::table1_options;

fn options() -> impl Strategy<Value = Options> {
    let levels = proptest::collection::btree_set(1_u8..=16, 0..4);
    let level = proptest::option::of(1_u8..=16);
    (0..Policy::ALL.len(), level, levels, any::<bool>(), any::<bool>(), table1_options()).prop_map(
        |(policy, level, levels, case, leaves_out, table1)| {
            let only_levels = LevelSet::new(levels);
            Options {
                policy: Policy::ALL[policy],
                // Where levels are named one by one, how deep the table goes takes no part.
                level: if only_levels.is_some() { None } else { level },
                only_levels,
                case_sensitive: case,
                negation: if leaves_out { Negation::LeaveOut } else { Negation::Ignore },
                table1,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_option_and_measure_changes_the_paragraph(one in options(), other in options(), measures in (0..5_usize, 0..5_usize)) {
        let (mut table, lexicon) = (tarazy_engine::counting::Comparison::default(), lexicon());
        for messages in all_messages() {
            let mut paragraph = |options: &Options, measure: usize| {
                table.options = options.clone();
                let methods = Methods { measure: Measure::ALL[measure], ..about(&table, &lexicon) };
                report::methods_paragraph(&methods, &messages)
            };
            let is_same = one == other && measures.0 == measures.1;
            prop_assert_eq!(paragraph(&one, measures.0) == paragraph(&other, measures.1), is_same);
        }
    }
}

#[test]
fn the_paragraph_names_texts_lexicon_and_repairs_in_whole_sentences() {
    let (table, lexicon) = (study(&["Жарғы"], Options::default()), lexicon());
    for messages in all_messages() {
        let methods = about(&table, &lexicon);
        let paragraph = report::methods_paragraph(&methods, &messages);
        for part in [report::VERSION, "Жарғы", &table.lexicon.sha256, &table.lexicon.version, "values"] {
            assert!(paragraph.contains(part), "{part}: {paragraph}");
        }
        for sentence in report::methods_sentences(&methods, &messages) {
            assert!(sentence.ends_with('.') && !sentence.contains("methods-") && !sentence.contains('$'), "{sentence}");
        }
        let mut clean = table.clone();
        clean.documents.iter_mut().for_each(|row| row.repairs.clear());
        assert_ne!(paragraph, report::methods_paragraph(&about(&clean, &lexicon), &messages), "repairs are named");
        let mut given = table.clone();
        given.documents[0].is_pretokenized = true;
        assert_ne!(paragraph, report::methods_paragraph(&about(&given, &lexicon), &messages), "given tokens are named");
        let mut many = table.clone();
        many.documents = (0..13).map(|_| table.documents[0].clone()).collect();
        let paragraph = report::methods_paragraph(&about(&many, &lexicon), &messages);
        assert!(paragraph.contains("13") && !paragraph.contains("Жарғы"), "{paragraph}");
    }
}

#[test]
fn hostile_titles_stay_texts_in_pages_and_markdown() {
    let (table, lexicon) = (study(&HOSTILE, Options::default()), lexicon());
    let style =
        TableStyle { decimals: 2, decimal_sign: DecimalSign::Point, is_transposed: true, ..TableStyle::default() };
    for messages in all_messages() {
        let methods = Methods { style, ..about(&table, &lexicon) };
        for article in [
            report::category_article(&methods, 2, &messages),
            report::table1_article(&methods, 1, &messages),
            report::methods_article(&methods, None, None, &messages),
            report::lexicon_appendix(&lexicon, &messages),
        ] {
            let page = article.html_page();
            let places = page.match_indices('<').map(|(at, _)| &page[at + 1..]);
            let names =
                places.map(|rest| rest.trim_start_matches(['/', '!']).split([' ', '>', '\n']).next().unwrap_or(""));
            let known = [
                "DOCTYPE", "html", "head", "meta", "title", "style", "body", "table", "caption", "thead", "tbody",
                "tr", "th", "td", "p", "h1", "h2", "h3", "h4", "strong",
            ];
            let strange: Vec<&str> = names.filter(|name| !known.contains(name)).collect();
            assert!(strange.is_empty(), "{strange:?}");
            assert_eq!(page.matches("default-src 'none'; style-src 'unsafe-inline'").count(), 1);
            assert!(!page.contains('\u{202E}') && !page.contains('\u{0}'));
            assert!(!article.markdown().contains("<script") && !article.markdown().contains("<img"));
        }
    }
}
