//! What entries and conditions find: names, quotation marks, compounds, and phrases whose inner words
//! change.

use tarazy_engine::{
    language::Language,
    lexicon::read_toml,
    matching::{Matcher, Policy},
    text::{Interner, Tokenizer},
};

use Language::{English, Kazakh, Russian};

/// Entries of one category, or what stands in its table, then texts with the number of matches.
type Rule = (&'static str, Language, &'static str, &'static [(&'static str, u64)]);

#[rustfmt::skip]
const RULES: &[Rule] = &[
    ("an_exclusion_sees_through_quotation_marks", Kazakh, "entries = ['отан']\nnot = ['Отан партиясы', '^Отан ..2 партия']", &[
        ("«Отан» партиясының съезі", 0), ("Отан партиясы", 0), ("„Отан“ партиясы", 0),
        ("«Отан» республикалық саяси партиясы", 0), ("отан республикалық саяси партиясы", 1), ("Отаным бар", 1),
    ]),
    ("an_exclusion_sees_no_other_punctuation", Kazakh, "entries = ['отан']\nnot = ['Отан партиясы']", &[("Отан, партиясы", 1), ("Отан (партиясы)", 1)]),
    ("an_exclusion_has_its_own_punctuation", English, "entries = ['patriot']\nnot = ['Patriots, forward']", &[
        ("Patriots, forward won", 0), ("«Patriots», forward won", 1), ("Patriots forward", 1),
    ]),
    ("quotation_marks_of_an_exclusion_are_signs", Kazakh, "entries = ['отан']\nnot = ['^[«\"“„] Отан [»\"”“]']", &[
        ("«Отан» пен «Ұлы Отан»", 1), ("\"Отан\" көктемі", 0),
    ]),
    ("other_conditions_see_through_quotation_marks", Kazakh, "entries = [{ pattern = 'отан', near = ['саяси партия'], window = 3 }]", &[
        ("отан және саяси «партия»", 1), ("отан және саяси, партия", 0),
    ]),
    ("a_caret_holds_in_conditions", Kazakh, "entries = ['егемен']\nnot = ['^Егемен Қазақстан']", &[
        ("Егемен Қазақстан газеті", 0), ("егемен Қазақстанның", 1), ("«Егемен Қазақстан»", 0),
    ]),
    ("a_name_is_left_out_inside_a_sentence_only", Kazakh, "entries = [{ pattern = 'азат', names = false }]", &[
        ("Азат ел. Азат болайық!", 2), ("Бұл Азат. Ол азат", 1), ("Жиында Азат Серікұлы сөйледі", 0), ("Ол: «Азат болайық», – деді", 1),
        ("«Азат» деген сөз", 1), ("1. Азат қоғам", 1), ("Жиында АЗАТ сөзі", 1), ("Бірінші бөлім\n\nАзат қоғам", 1),
    ]),
    ("a_category_may_leave_out_names_and_an_entry_count_them", Kazakh, "names = false\n[category.kk]\nentries = ['азат', { pattern = 'отан', names = true }]", &[
        ("біздің Отан, біздің Азат", 1),
    ]),
    ("a_compound_is_found_by_its_parts_where_the_entry_says_so", Russian, "entries = [{ pattern = 'экономический', compounds = true }, 'социальный']", &[
        ("социально-экономического развития", 1), ("финансово-экономическая", 1), ("неэкономический", 0), ("культурно-социальный", 0),
    ]),
    ("a_phrase_has_compounds_too", Russian, "entries = [{ pattern = 'экономическое развитие', compounds = true }, { pattern = '^АПК', compounds = true }]", &[
        ("социально-экономическим развитием", 1), ("бизнес-АПК и апк-форум", 1),
    ]),
    ("a_compound_of_kazakh_inflects_at_its_end", Kazakh, "entries = [{ pattern = 'экономикалық', compounds = true }]", &[
        ("әлеуметтік-экономикалық даму", 1), ("экономикалық-әлеуметтік", 1),
    ]),
    ("the_owner_in_a_phrase_may_stand_in_the_genitive", Kazakh, "entries = ['халық мүддесі', 'заң үстемдігі', 'ұлттық мүдде', 'әйелдер құқығы']", &[
        ("халықтың мүддесі", 1), ("халқымыздың мүддесіне", 1), ("заңның үстемдігін", 1), ("заңдардың үстемдігі", 1), ("халыққа мүддесі", 0),
        ("әйелдердің құқығы", 1), ("ұлттықтың мүдде", 0), ("халық мүддесі", 1),
    ]),
    ("the_owner_in_an_exclusion_too", Kazakh, "entries = ['байлық']\nnot = ['табиғат байлығы']", &[
        ("табиғаттың байлығы", 0), ("табиғатымыздың байлығын", 0), ("елдің байлығы", 1),
    ]),
    ("what_is_somewhere_becomes_an_attribute", Kazakh, "entries = ['заң алдында теңдік']", &[
        ("заң алдында теңдік", 1), ("заң алдындағы теңдікті", 1), ("заң алдынан теңдік", 0),
    ]),
    ("a_plural_in_a_condition_finds_its_own_cases", Russian, "entries = ['суд', 'учитель', 'лес']\nnot = ['торговые суда', 'лучшие учителя', 'густые леса']", &[
        ("торговых судов", 0), ("торговыми судами", 0), ("независимых судов", 1), ("лучших учителей", 0), ("густых лесов", 0), ("густыми лесами", 0),
    ]),
];

fn counts(language: Language, table: &str, text: &str) -> [u64; 3] {
    let code = language.code();
    let own = if table.contains("[category.") { table.to_owned() } else { format!("[category.{code}]\n{table}") };
    let file = format!("format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n{own}");
    let lexicon = read_toml(&file).unwrap_or_else(|errors| panic!("{errors:#?}\n{file}")).lexicon;
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    Policy::ALL.map(|policy| {
        let mut matcher = Matcher::new(&lexicon, Some(language), None, false);
        matcher.count(text, &tokens, interner.vocabulary(), policy).iter().map(|cell| cell.matches).sum()
    })
}

#[test]
fn every_rule_holds() {
    let mut wrong = Vec::new();
    for (name, language, table, cases) in RULES {
        for (text, expected) in *cases {
            let [longest, independent, _] = {
                let found = counts(*language, table, text);
                [Policy::Longest, Policy::Independent, Policy::Liwc]
                    .map(|policy| found[Policy::ALL.iter().position(|own| *own == policy).unwrap_or(0)])
            };
            if (longest, independent) != (*expected, *expected) {
                wrong.push(format!("{name}: {text:?}: {longest} and {independent}, expected {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
