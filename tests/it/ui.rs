//! The views as a person reads them, and as HTML, rendered natively.

use crate::{
    rendering::{ENGLISH, OTHERS, assert_accepted, assert_reads, html, outline},
    ui_sample,
};

use std::{collections::BTreeSet, rc::Rc};

use tarazy::ui::{
    pages::{
        compare::{
            CompareTable, Footnote, OptionsBar, Table1,
            sort::{Sort, SortKey},
        },
        contexts::{Contexts, MarkedText, Reader},
        lexicon::{LexiconTree, Selection, TrialView},
        texts::{CardRepairs, ReceiptPanel},
    },
    state::{Preferences, Shared},
};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::Language,
    matching::ColumnId,
    settings::{DocumentId, Options},
    study::{ContextPage, TextPage},
};
use tarazy_report::message::Messages;
use yew::prelude::*;

/// The table, sorted by justice, with the cell of Ақ жол × justice explained.
fn compare(table: Shared<Comparison>, measure: Measure, shows_weights: bool) -> Html {
    html! {
        <CompareTable
            {table} {measure} {shows_weights}
            selected={Some((DocumentId(1), ColumnId(2)))}
            explanation={Some(ui_sample::explanation())}
            is_stale={false}
            decimals={1}
            sort={Sort { key: SortKey::Column(ColumnId(2)), descending: true }}
            on_sort={Callback::noop()}
            on_explain={Callback::noop()}
            on_open={Callback::noop()}
        />
    }
}

fn table1(table: Shared<Comparison>) -> Html {
    let options = table.options.clone();
    html! { <Table1 {table} decimals={1} {options} on_open={Callback::noop()} on_edit={Callback::noop()} /> }
}

fn contexts(page: Shared<ContextPage>, table: Shared<Comparison>) -> Html {
    html! {
        <Contexts
            {page} {table}
            on_line={Callback::noop()}
            on_offset={Callback::noop()}
            on_probe={Callback::noop()}
            on_copy={Callback::noop()}
            on_exclude={Callback::noop()}
            on_close={Callback::noop()}
        />
    }
}

/// Contexts of one text, the second line explained.
fn explained() -> Html {
    let page = ui_sample::contexts(Some(DocumentId(1)));
    let explained = page.lines.get(1).map(|line| (line.document, line.span));
    html! {
        <Contexts
            {page} {explained}
            table={ui_sample::table(false)}
            probe={ui_sample::probe()}
            on_line={Callback::noop()}
            on_offset={Callback::noop()}
            on_probe={Callback::noop()}
            on_copy={Callback::noop()}
            on_exclude={Callback::noop()}
            on_close={Callback::noop()}
        />
    }
}

fn tree() -> Html {
    html! {
        <LexiconTree
            outline={ui_sample::outline()}
            query={ui_sample::outline().query.clone()}
            selection={Selection::Category("values/justice".to_owned())}
            marked={Rc::new(BTreeSet::new())}
            on_query={Callback::noop()}
            on_select={Callback::noop()}
            on_mark={Callback::noop()}
            on_move={Callback::noop()}
            on_remove={Callback::noop()}
        />
    }
}

fn trial() -> Html {
    html! {
        <TrialView
            trial={ui_sample::trial()}
            table={ui_sample::table(false)}
            outline={ui_sample::outline()}
            on_exclude={Callback::noop()}
            on_open={Callback::noop()}
        />
    }
}

fn reader(page: Shared<TextPage>) -> Html {
    html! {
        <Reader
            {page}
            table={ui_sample::table(false)}
            focus={ui_sample::focus()}
            on_at={Callback::noop()}
            on_close={Callback::noop()}
        />
    }
}

fn footnote(table: Shared<Comparison>, measure: Measure) -> Html {
    html! { <Footnote {table} {measure} /> }
}

fn receipt() -> Html {
    html! {
        <ReceiptPanel
            input={ui_sample::input()}
            row={ui_sample::repaired_table().documents[1].clone()}
            at={1}
            receipt={ui_sample::receipt()}
            by_hand={None::<AttrValue>}
            on_edit={Callback::noop()}
            on_save={Callback::noop()}
            on_copied={Callback::noop()}
            on_close={Callback::noop()}
        />
    }
}

fn receipt_card() -> Html {
    html! {
        <CardRepairs
            input={ui_sample::input()}
            row={ui_sample::repaired_table().documents[1].clone()}
            at={1}
            on_edit={Callback::noop()}
        />
    }
}

fn options_bar(has_weights: bool) -> Html {
    html! {
        <OptionsBar
            {has_weights}
            options={Options::default()} depth={1} preferences={Preferences::default()} is_open=true
            on_edit={Callback::noop()} on_prefer={Callback::noop()}
        />
    }
}

#[test]
fn the_table_shows_shares_with_their_sentences() {
    assert_reads("compare", &ENGLISH, |_| compare(ui_sample::table(false), Measure::Share, false));
    assert_reads("compare-short", &OTHERS, |_| compare(ui_sample::short_table(), Measure::Share, false));
}

#[test]
fn table_1_shows_size_content_and_dominant_values() {
    assert_reads("table1", &ENGLISH, |_| table1(ui_sample::table(false)));
    assert_reads("table1-short", &OTHERS, |_| table1(ui_sample::short_table()));
}

#[test]
fn table_1_of_kept_results_names_its_limits_and_has_no_controls() {
    let table = ui_sample::table(false);
    let of = |options: Option<Options>| {
        html! {
            <Table1 table={table.clone()} decimals={1} {options} on_open={Callback::noop()} on_edit={Callback::noop()} />
        }
    };
    let kept = html(Language::English, of(None));
    assert!(!kept.contains("<input") && kept.contains("none is named where n is below 20"), "{kept}");
    assert_eq!(html(Language::English, of(Some(Options::default()))).matches("<input").count(), 4);
}

#[test]
fn contexts_of_one_text_and_of_all() {
    let table = ui_sample::table(false);
    let one = ui_sample::contexts(Some(DocumentId(1)));
    assert_reads("contexts-one", &ENGLISH, |_| contexts(one.clone(), table.clone()));
    assert_reads("contexts-all", &Language::ALL, |_| contexts(ui_sample::contexts(None), table.clone()));
}

#[test]
fn a_line_is_explained_where_it_stands() {
    assert_reads("contexts-explained", &Language::ALL, |_| explained());
}

#[test]
fn a_category_lists_its_entries_and_what_each_caught() {
    assert_reads("lexicon-tree", &Language::ALL, |_| tree());
    assert_reads("entry-trial", &Language::ALL, |_| trial());
}

#[test]
fn the_reader_marks_every_match() {
    assert_reads("reader", &ENGLISH, |_| reader(ui_sample::text_page()));
    assert_reads("reader-short", &OTHERS, |_| reader(ui_sample::short_text_page()));
}

#[test]
fn the_footnote_states_each_measure() {
    let footnote = |measure| footnote(ui_sample::table(false), measure);
    assert_reads("footnote", &Language::ALL, |_| footnote(Measure::Share));
    for language in Language::ALL {
        // What follows the definition is the same for all.
        let definitions = Measure::ALL.map(|measure| {
            let read = outline(language, footnote(measure));
            let definition = read.lines().nth(1).unwrap_or_default().trim_start();
            format!("{definition}\n")
        });
        assert_accepted("footnote-measures", language, &definitions.concat());
    }
}

#[test]
fn the_receipt_tells_each_kind_and_offers_to_undo_it() {
    assert_reads("receipt", &Language::ALL, |_| receipt());
    assert_reads("receipt-card", &Language::ALL, |_| receipt_card());
}

#[test]
fn the_footnote_mentions_repairs_only_where_there_are_some() {
    for language in Language::ALL {
        let html = html(language, footnote(ui_sample::repaired_table(), Measure::Count));
        assert!(html.contains("href=\"#repairs/2\"") && html.contains("href=\"#repairs/4\""), "{html}");
        // Counts of one kind are added up over the texts.
        assert!(html.contains("190"), "{html}");
    }
    assert!(!html(Language::English, footnote(ui_sample::table(false), Measure::Count)).contains("#repairs"));
}

#[test]
fn a_repaired_word_shows_its_source_and_the_text_stays() {
    let html = html(
        Language::English,
        html! {
            <MarkedText
                page={ui_sample::repaired_text_page()}
                table={ui_sample::table(false)}
                hidden={Rc::new(BTreeSet::new())}
                focus={None}
                language="kk"
                shows_repairs={true}
            />
        },
    );
    assert!(html.contains("title=\"in the source: әдiлдiктiң\""), "{html}");
    assert_eq!(
        html.matches("class=\"repaired\"").count(),
        html.matches("(in the source: әдiлдiктiң)").count(),
        "{html}"
    );
}

#[test]
fn the_reader_gives_the_text_back_to_the_letter() {
    let html = html(Language::Kazakh, reader(ui_sample::text_page()));
    let text = html.split_once("reader-text").and_then(|(_, rest)| rest.split_once('>')).map(|(_, rest)| rest);
    let mut plain = String::new();
    let mut rest = text.unwrap_or_default().split("</div>").next().unwrap_or_default().to_owned();
    // Inside the text, only numbers and names of marks are spans.
    while let Some((before, after)) = rest.split_once("<span") {
        let after = after.split_once("</span>").map_or("", |(_, after)| after);
        rest = format!("{before}{after}");
    }
    let mut in_tag = false;
    for letter in rest.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            letter if !in_tag => plain.push(letter),
            _ => {}
        }
    }
    assert_eq!(plain, ui_sample::TEXT);
}

#[test]
fn a_hostile_title_stays_text() {
    let table = ui_sample::table(true);
    let views = [
        compare(table.clone(), Measure::Count, false),
        table1(table.clone()),
        contexts(ui_sample::contexts(Some(DocumentId(7))), table.clone()),
        contexts(ui_sample::contexts(Some(DocumentId(8))), table),
    ];
    for view in views {
        for language in Language::ALL {
            let html = html(language, view.clone());
            assert!(!html.contains("<img"), "{html}");
            assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;") || html.contains("&amp;amp;"), "{html}");
        }
    }
}

#[test]
fn a_title_with_its_own_direction_is_set_apart() {
    let html = html(Language::English, compare(ui_sample::table(true), Measure::Count, false));
    assert!(html.contains("<bdi lang=\"und\">\u{202e}abc"), "{html}");
}

#[test]
fn a_long_table_draws_a_part_and_says_how_long_it_is() {
    let html = html(
        Language::English,
        html! {
            <CompareTable
                table={ui_sample::long_table(1_000)}
                measure={Measure::PerThousandWords}
                selected={None}
                explanation={None}
                is_stale={true}
                decimals={1}
                sort={Sort { key: SortKey::Column(ColumnId(2)), descending: true }}
                on_sort={Callback::noop()}
                on_explain={Callback::noop()}
                on_open={Callback::noop()}
            />
        },
    );
    assert!(html.contains("aria-rowcount=\"1001\""));
    assert!(html.contains("aria-rowindex=\"2\"") && !html.contains("aria-rowindex=\"200\""));
    assert!(html.contains("aria-busy=\"true\""));
    assert!(html.matches("<tr").count() < 80);
}

#[test]
fn one_cell_of_the_table_is_reached_by_tab() {
    let html = html(Language::Russian, compare(ui_sample::table(false), Measure::Share, false));
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1);
}

#[test]
fn no_view_shows_a_key_instead_of_its_message() {
    let table = ui_sample::table(false);
    for language in Language::ALL {
        let views = [
            compare(table.clone(), Measure::Share, false),
            table1(table.clone()),
            contexts(ui_sample::contexts(None), table.clone()),
            explained(),
            tree(),
            trial(),
            reader(ui_sample::text_page()),
            receipt(),
            receipt_card(),
            footnote(ui_sample::repaired_table(), Measure::Count),
        ];
        for view in views {
            let html = html(language, view);
            for prefix in [
                "table-",
                "cell-",
                "explained-",
                "table1-",
                "contexts-",
                "reader-",
                "why-",
                "gloss-",
                "alternation-",
                "receipt-",
                "repair-",
                "repairs-",
                "encoding-",
                "footnote-",
                "probe-",
                "near-",
                "part-",
                "exclude",
                "entries-",
            ] {
                assert!(!html.contains(&format!(">{prefix}")), "{prefix} in {html}");
            }
            assert!(!html.contains("{$") && !html.contains("{ $"), "{html}");
        }
    }
}

#[test]
fn every_grammatical_code_has_a_name() {
    use tarazy_engine::language::{kazakh, russian};
    for language in Language::ALL {
        let messages = Messages::new(language);
        let suffixes = kazakh::GLOSSES.iter().map(|gloss| gloss.0).chain(russian::GLOSSES.iter().copied());
        let stems = kazakh::ALTERNATIONS.iter().map(|alternation| alternation.0);
        let keys = suffixes.map(|code| format!("gloss-{code}")).chain(stems.map(|code| format!("alternation-{code}")));
        for key in keys {
            assert_ne!(messages.get(&key), key, "{language:?}");
        }
    }
}

#[test]
fn every_change_of_a_stem_in_the_shipped_lexicon_has_a_name() {
    use std::collections::BTreeSet;
    use tarazy_engine::{
        language::{PartOfSpeech, PartsOfSpeech},
        lexicon::{Element, builtin_source, read_toml},
    };
    let lexicon = read_toml(builtin_source("values").expect("it is shipped")).expect("it is sound").lexicon;
    let parts = PartOfSpeech::ALL.map(|part| PartsOfSpeech::UNKNOWN.with(part));
    let mut codes = BTreeSet::new();
    for entry in &lexicon.entries {
        let Some(language) = entry.language else { continue };
        for element in &entry.pattern.elements {
            let Element::Lemma { lemma, .. } = element else { continue };
            for parts in parts {
                let stems = language.inflection().stems(lemma, parts, true);
                codes.extend(stems.into_iter().map(|stem| stem.alternation).filter(|code| !code.is_empty()));
            }
        }
    }
    assert!(codes.contains("voicing") && codes.contains("derived-noun"), "{codes:?}");
    for language in Language::ALL {
        let messages = Messages::new(language);
        for code in &codes {
            let key = format!("alternation-{code}");
            assert_ne!(messages.get(&key), key, "{language:?}");
        }
    }
}

#[test]
fn weighted_figures_stand_below_the_others_where_they_are_asked_for() {
    let table = ui_sample::weighted_table();
    for language in Language::ALL {
        let messages = Messages::new(language);
        let html = html(language, compare(table.clone(), Measure::Count, true));
        assert!(html.contains("<span class=\"weighted\">"), "{html}");
        // In the cell, in its name for those who hear it, and in the sentence that makes it.
        let shown = tarazy::ui::wording::weighted_label(&messages, &table.documents[1], 2, Measure::Count, 1);
        assert!(html.contains(&shown) && html.contains(&format!("; {shown}")), "{shown}: {html}");
        let sentence = tarazy::ui::wording::weighted_sentence(&messages, &table.documents[1], 2, Measure::Count, 1);
        assert!(html.contains(&sentence), "{sentence}: {html}");
        assert!(!sentence.contains("cell-weighted"), "{sentence}");
    }
}

#[test]
fn the_switch_for_weights_is_there_only_where_there_are_weights() {
    let weights = Messages::new(Language::English).get("weights");
    assert!(html(Language::English, options_bar(true)).contains(&weights));
    let plain = html(Language::English, options_bar(false));
    assert!(!plain.contains(&weights));
    assert!(plain.contains("id=\"negation\"") && plain.contains("value=\"leave-out\""), "{plain}");
}
