//! A small study for looking at components: seven texts, six values and two topics, with figures of
//! the right size.

#![allow(dead_code, missing_docs, reason = "shared by the tests and the preview, which use different parts")]

use crate::figure_sample::{cell, document};

use std::{borrow::Cow, rc::Rc};

use tarazy::{
    browser::{ContentId, InputDocument},
    ui::state::Shared,
};
use tarazy_engine::{
    compare::set_table1_options,
    context::{MatchMark, MatchedBy, NearMissReason, Run},
    counting::{Column, Comparison, DistinctiveWord, DocumentSummary, LexiconSummary, Table1Row},
    encoding::Encoding,
    language::{Language, PartOfSpeech, Rejection, Suffix},
    lexicon::{CategoryKind, EntryId, EntryKey, EntryPlace, FieldChange, LocalText},
    matching::ColumnId,
    repair::{DistinctChange, KindReceipt, RepairCount, RepairKind, RepairKinds, RepairReceipt, RepairedWord},
    settings::{DocumentId, LanguageChoice, ReadingOptions, Table1Options},
    study::{
        CategoryName, CaughtForm, CellExplanation, Conflict, ContextLine, ContextPage, CountChange, DocumentReceipt,
        EntryProbe, EntryRecord, EntryTrial, FormCount, NearMiss, Outline, OutlineQuery, OutlineRow, StatusCounts,
        TextPage, TextPlace, TrialQuery,
    },
    text::Span,
};

/// From the Universal Declaration of Human Rights in Kazakh.
pub const TEXT: &str = include_str!("declaration.txt");

fn local(kk: &str, ru: &str, en: &str) -> LocalText {
    LocalText { kk: Some(kk.to_owned()), ru: Some(ru.to_owned()), en: Some(en.to_owned()) }
}

const SHA256: &str = "9f1c2a7be04d5c6688aa10b3f2d94e71c05be8a6147d3f2290ab6c1e84d7530f";

fn columns() -> Vec<Column> {
    let titles = [
        ("freedom", "Еркіндік", "Свобода", "Freedom"),
        ("patriotism", "Отансүйгіштік", "Патриотизм", "Patriotism"),
        ("justice", "Әділдік", "Справедливость", "Justice"),
        ("equality", "Теңдік", "Равенство", "Equality"),
        ("well-being", "Экономикалық әл-ауқат", "Экономическое благополучие", "Economic well-being"),
        ("family", "Отбасы мен дәстүр", "Семья и традиции", "Family and tradition"),
        ("agriculture", "Ауыл шаруашылығы", "Сельское хозяйство", "Agriculture"),
        ("ecology", "Экология", "Экология", "Ecology"),
    ];
    let column = |(id, (path, kk, ru, en)): (u32, (&str, &str, &str, &str))| Column {
        id: ColumnId(id),
        path: if id < 6 { format!("values/{path}") } else { format!("topics/{path}") },
        title: local(kk, ru, en),
        name: String::new(),
        kind: if id < 6 { CategoryKind::Value } else { CategoryKind::Topic },
        is_merged: false,
    };
    (0..).zip(titles).map(column).collect()
}

/// Title, characters, words, counts by column.
const ROWS: [(&str, u64, u64, [u64; 8]); 7] = [
    ("Amanat", 54_822, 6_903, [41, 90, 66, 22, 148, 58, 12, 19]),
    ("Ақ жол", 75_378, 9_412, [96, 61, 41, 30, 214, 12, 9, 4]),
    ("Ауыл", 48_120, 6_011, [14, 52, 33, 27, 97, 41, 131, 38]),
    ("Respublica", 31_904, 3_987, [63, 18, 47, 31, 55, 6, 1, 9]),
    ("Байтақ", 28_467, 3_544, [12, 33, 15, 9, 41, 17, 8, 126]),
    ("Жалпыұлттық социал-демократиялық партия", 62_240, 7_688, [88, 24, 121, 79, 90, 13, 3, 0]),
    ("Қазақстан Халық партиясы", 1_204, 161, [0, 0, 0, 0, 0, 0, 0, 0]),
];

/// The table; `with_hostile_titles` adds two texts whose titles try to be something else.
pub fn table(with_hostile_titles: bool) -> Shared<Comparison> {
    let mut rows: Vec<(String, u64, u64, Vec<u64>)> = ROWS
        .iter()
        .map(|(title, characters, words, counts)| (title.to_string(), *characters, *words, counts.to_vec()))
        .collect();
    if with_hostile_titles {
        rows.push(("<img src=x onerror=alert(1)>".to_owned(), 900, 120, vec![1; 8]));
        rows.push(("\u{202e}abc\u{2066} &amp; \"'> مرحبا".to_owned(), 800, 110, vec![2; 8]));
    }
    table_of(&rows)
}

/// The table with three of its texts, one of them without a match.
pub fn short_table() -> Shared<Comparison> {
    let mut short = Comparison::clone(&table(false));
    let is_kept = |id: DocumentId| [1, 4, 6].contains(&id.0);
    short.documents.retain(|row| is_kept(row.id));
    short.table1.retain(|row| is_kept(row.document));
    Shared::from(short)
}

/// The table with a lexicon that has weights.
pub fn weighted_table() -> Shared<Comparison> {
    let mut weighted = Comparison::clone(&table(false));
    weighted.lexicon.has_weights = true;
    for (at, cell) in weighted.documents.iter_mut().flat_map(|row| &mut row.cells).enumerate() {
        cell.weighted = cell.count as f64 * 1.5 - if at % 5 == 0 { 100.0 } else { 0.0 };
    }
    Shared::from(weighted)
}

/// A table of `len` texts.
pub fn long_table(len: u64) -> Shared<Comparison> {
    let rows: Vec<_> = (0..len)
        .map(|at| {
            (
                format!("Мәтін {}", at + 1),
                9_000 + at * 17,
                1_200 + at * 3,
                (0..8).map(|column| (at * 7 + column * 5) % 23).collect(),
            )
        })
        .collect();
    table_of(&rows)
}

fn table_of(rows: &[(String, u64, u64, Vec<u64>)]) -> Shared<Comparison> {
    let documents: Vec<DocumentSummary> = (0..)
        .zip(rows)
        .map(|(id, (title, characters, words, counts))| DocumentSummary {
            language: (id != 8).then_some(Language::Kazakh),
            characters: *characters,
            characters_without_spaces: characters * 87 / 100,
            words: *words,
            types: words / 3,
            sentences: words / 15,
            sha256: SHA256.to_owned(),
            ..document(id, title, counts)
        })
        .collect();
    let words: [&[(&str, u64, u64)]; 3] = [
        &[("реформа", 48, 31), ("мемлекет", 112, 160), ("заман", 19, 4)],
        &[("бизнес", 71, 22), ("кәсіпкер", 58, 19), ("салық", 44, 17), ("нарық", 25, 3)],
        &[("ауыл", 163, 41), ("мал", 60, 2), ("жайылым", 33, 0), ("су", 41, 20)],
    ];
    let table1 =
        documents.iter().enumerate().map(|(at, document)| table1_row(document, words.get(at).copied())).collect();
    let mut table = Comparison {
        lexicon: LexiconSummary {
            id: "values".to_owned(),
            title: local("Құндылықтар", "Ценности", "Values"),
            version: "1.0.0".to_owned(),
            sha256: SHA256.to_owned(),
            source: "Tarazy".to_owned(),
            licence: "CC-BY-4.0".to_owned(),
            entries: 1_332,
            has_weights: false,
            changes: None,
        },
        depth: 2,
        columns: columns(),
        documents,
        table1,
        ..Comparison::default()
    };
    set_table1_options(&mut table, Table1Options::default());
    Shared::from(table)
}

/// A row without what follows from the counts.
fn table1_row(document: &DocumentSummary, words: Option<&[(&str, u64, u64)]>) -> Table1Row {
    let distinctive_words = words.unwrap_or_default().iter().map(|(form, count, count_elsewhere)| DistinctiveWord {
        form: (*form).to_owned(),
        count: *count,
        count_elsewhere: *count_elsewhere,
        log_likelihood: 50.0,
    });
    Table1Row {
        document: document.id,
        topics: Vec::new(),
        distinctive_words: distinctive_words.collect(),
        dominant: Vec::new(),
    }
}

/// Ақ жол × justice.
pub fn explanation() -> Shared<CellExplanation> {
    let forms = [("әділеттілік", "әділеттілік", 29), ("әділетті", "әділетті", 8), ("әділ", "әділ", 4)];
    Shared::from(CellExplanation {
        document: DocumentId(1),
        column: ColumnId(2),
        cell: cell(41),
        forms: forms
            .map(|(form, entry, matches)| FormCount { form: form.to_owned(), entry: entry.to_owned(), matches })
            .to_vec(),
        shadowed: 3,
        excluded: 1,
        negated: 0,
    })
}

fn suffix(text: &str, gloss: &'static str) -> Suffix {
    Suffix { text: text.to_owned(), gloss: Cow::Borrowed(gloss) }
}

fn lemma(stem: &str, alternation: &str, suffixes: Vec<Suffix>) -> MatchedBy {
    MatchedBy::Lemma { stem: stem.to_owned(), alternation: alternation.to_owned(), suffixes }
}

/// Lines of one text, or of all.
pub fn contexts(document: Option<DocumentId>) -> Shared<ContextPage> {
    let line = |id: u32, at: u32, [left, node, right, entry]: [&str; 4], matched_by: Vec<MatchedBy>| ContextLine {
        document: document.unwrap_or(DocumentId(id)),
        span: Span::new(at, at + 24),
        place: TextPlace { paragraph: at / 100 + 1, sentence: 2 },
        left: left.to_owned(),
        node: node.to_owned(),
        right: right.to_owned(),
        is_cut_left: at != 100,
        is_cut_right: true,
        entry_id: EntryId(at),
        entry: entry.to_owned(),
        form: node.to_owned(),
        category: if at == 900 { "values/justice/court" } else { "values/justice" }.to_owned(),
        matched_by,
    };
    let lines = vec![
        line(
            0,
            100,
            [
                "мойындау және қоғамда әлеуметтік ",
                "әділеттілік",
                " пен заң үстемдігін орнату – біздің басты мақсатымыз, сондықтан",
                "әділеттілік",
            ],
            vec![MatchedBy::Form],
        ),
        line(
            1,
            300,
            [
                "тәуелсіз сот жүйесі ғана азаматтардың ",
                "әділеттілігіне",
                " деген сенімін қайтара алады, ал сенім жоқ жерде даму да",
                "әділеттілік",
            ],
            vec![lemma("әділеттіліг", "voicing", vec![suffix("і", "possessive-3"), suffix("не", "dative")])],
        ),
        line(
            1,
            500,
            [
                "бюджет қаражатын өңірлер арасында ",
                "әділ бөлудің",
                " ашық тәртібі керек; әр теңге халық алдында",
                "әділ бөлу",
            ],
            vec![MatchedBy::Form, lemma("бөлу", "", vec![suffix("дің", "genitive")])],
        ),
        line(
            2,
            700,
            ["ауылдағы ағайынның ақысын жеген ", "әділетсіздікке", " жол берілмейді, өйткені", "әділет*"],
            vec![MatchedBy::Glob],
        ),
        line(
            4,
            900,
            ["Конституцияның үстемдігі мен ", "әділ сот", " – мемлекеттің тірегі.", "әділ сот"],
            vec![MatchedBy::Form, MatchedBy::Form],
        ),
    ];
    Shared::from(ContextPage { document, column: ColumnId(2), offset: 50, total: 1_204, lines })
}

/// The entry of the second line.
pub fn probe() -> Shared<EntryProbe> {
    let caught = |form: &str, counted, shadowed, matched_by| CaughtForm {
        form: form.to_owned(),
        statuses: StatusCounts { counted, shadowed, ..StatusCounts::default() },
        matched_by: vec![matched_by],
    };
    let near = |form: &str, times, reason| NearMiss {
        form: form.to_owned(),
        times,
        reason,
        counted_for: (times == 8).then(|| "әділетті".to_owned()),
    };
    let instead = |instead, by_neighbours| NearMissReason::BetterReading { instead, by_neighbours };
    let with_verb = lemma("әділет", "", vec![suffix("тен", "verb-making"), suffix("дір", "causative")]);
    Shared::from(EntryProbe {
        entry: EntryId(300),
        document: None,
        written: "әділеттілік".to_owned(),
        category: "values/justice".to_owned(),
        language: Some(Language::Kazakh),
        record: EntryRecord {
            place: EntryPlace {
                category: "values/justice".to_owned(),
                language: Some(Language::Kazakh),
                at: 3,
                written: "әділеттілік".to_owned(),
            },
            fields: Vec::new(),
        },
        note: "Also the name of a party: «Әділеттілік» is kept out.".to_owned(),
        statuses: StatusCounts { counted: 37, shadowed: 2, excluded: 1, negated: 0 },
        forms: vec![
            caught("әділеттілік", 29, 0, MatchedBy::Form),
            caught(
                "әділеттілігіне",
                8,
                2,
                lemma("әділеттіліг", "voicing", vec![suffix("і", "possessive-3"), suffix("не", "dative")]),
            ),
        ],
        form_total: 70,
        has_near_misses: true,
        near_misses: vec![
            near("әділетті", 8, NearMissReason::Alike { shared: "әділеттіл".to_owned() }),
            near("әділеттіліксіз", 3, NearMissReason::Excluded { pattern: Some("=әділеттіліксіз".to_owned()) }),
            near("әділеттендір", 2, NearMissReason::Derivation(with_verb)),
            near(
                "әділеттілікпін-ді",
                1,
                NearMissReason::Rest { stem: "әділеттілік".to_owned(), rest: "пін-ді".to_owned() },
            ),
            near("әділеттіліг", 1, NearMissReason::Rest { stem: "әділеттіліг".to_owned(), rest: String::new() }),
            near("әділеттілед", 1, NearMissReason::OtherPart(PartOfSpeech::Verb)),
            near("Әділеттілік", 1, NearMissReason::Case),
            near("әділеттіліктер", 1, NearMissReason::AsWritten),
            near("әділеттіліктің", 1, instead(None, false)),
            near("әділі", 1, instead(Some(Rejection::LongerWord("әділін".to_owned())), true)),
            near("әділін", 1, instead(Some(Rejection::CommonerWord("әділ".to_owned())), false)),
            near("әділеттілікте", 1, NearMissReason::Excluded { pattern: None }),
        ],
        near_miss_total: 12,
    })
}

/// The tree of the lexicon.
pub fn outline() -> Shared<Outline> {
    let category = |path: &str, kk: &str, ru: &str, en: &str, depth| CategoryName {
        path: path.to_owned(),
        title: LocalText { kk: Some(kk.to_owned()), ru: Some(ru.to_owned()), en: Some(en.to_owned()) },
        depth,
    };
    let values = category("values", "Құндылықтар", "Ценности", "Values", 1);
    let justice = category("values/justice", "Әділеттілік", "Справедливость", "Justice", 2);
    let row = |name: &CategoryName, entries, counted| OutlineRow::Category {
        name: name.clone(),
        is_open: true,
        entries,
        counted,
    };
    let entry = |at, written: &str, language, statuses, has_note| OutlineRow::Entry {
        id: EntryId(at),
        place: EntryPlace { category: justice.path.clone(), language: Some(language), at, written: written.to_owned() },
        depth: 2,
        statuses,
        has_note,
        has_conditions: has_note,
    };
    let statuses = |counted, shadowed, excluded| Some(StatusCounts { counted, shadowed, excluded, negated: 0 });
    Shared::from(Outline {
        query: OutlineQuery { limit: 160, ..OutlineQuery::default() },
        total: 12_345,
        entries: 12_343,
        unmatched: Some(1),
        rows: vec![
            row(&values, 12_343, Some(1_204)),
            row(&justice, 3, Some(41)),
            entry(300, "әділеттілік", Language::Kazakh, statuses(37, 2, 1), true),
            entry(301, "заң үстемдігі", Language::Kazakh, statuses(0, 0, 0), false),
            entry(302, "справедливость", Language::Russian, None, false),
        ],
        categories: vec![values, justice],
    })
}

/// How an entry does that is being written.
pub fn trial() -> Shared<EntryTrial> {
    let Outline { rows, categories, .. } = &*outline();
    let OutlineRow::Entry { place, .. } = &rows[3] else { panic!("it is an entry") };
    Shared::from(EntryTrial {
        query: TrialQuery {
            category: "values/justice".to_owned(),
            language: Some(Language::Kazakh),
            fields: vec![FieldChange { key: EntryKey::Pattern, values: vec!["әділеттілік".to_owned()] }],
            instead_of: None,
        },
        problem: None,
        probe: Some(EntryProbe::clone(&probe())),
        conflicts: vec![Conflict { entry: EntryId(301), place: place.clone(), shared: 4, counted: 3 }],
        effects: vec![CountChange {
            path: "values/justice".to_owned(),
            title: categories[1].title.clone(),
            before: 1_204,
            after: 1_201,
        }],
        lines: contexts(Some(DocumentId(1))).lines.iter().take(2).cloned().collect(),
    })
}

/// The page of text with marks found by their letters, overlapping ones among them.
pub fn text_page() -> Shared<TextPage> {
    let forms = [
        (0, "бостандықтарына ие болып", "бостандық"),
        (0, "бостандық", "бостандық"),
        (0, "адам құқықтары", "адам құқықтары"),
        (2, "құқықтарының теңдігі", "құқықтар теңдігі"),
        (2, "әділдіктің", "әділдік"),
        (2, "заң билігімен", "заң билігі"),
        (3, "теңдігі", "теңдік"),
        (3, "теңдігіне", "теңдік"),
        (3, "ерлер мен әйелдердің теңдігіне", "ерлер мен әйелдер теңдігі"),
        (1, "халықтар арасында достық", "халықтар достығы"),
        (4, "өмір сүру деңгейін", "өмір сүру деңгейі"),
        (4, "мұқтаждықтан", "мұқтаждық"),
        (5, "білім беру", "білім беру"),
        (7, "ортаны", "орта"),
        (6, "жемістерін", "жеміс"),
    ];
    let mut marks: Vec<MatchMark> = Vec::new();
    for (column, form, entry) in forms {
        for (start, _) in TEXT.match_indices(form) {
            let rest = &TEXT[start + form.len()..];
            let ending = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
            let span = Span::new(offset(start), offset(start + form.len() + ending));
            let is_covered = marks.iter().any(|mark| mark.column.0 == column && mark.span.covers(span));
            if !is_covered {
                marks.push(MatchMark { column: ColumnId(column), span, entry: entry.to_owned() });
            }
        }
    }
    marks.sort_by_key(|mark| mark.column);
    let mut cuts: Vec<u32> = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    cuts.extend([0, offset(TEXT.len())]);
    cuts.sort_unstable();
    cuts.dedup();
    let run = |pair: &[u32]| Run {
        start: pair[0],
        text: TEXT[pair[0] as usize..pair[1] as usize].to_owned(),
        marks: marks.iter().filter(|mark| mark.span.covers(Span::new(pair[0], pair[1]))).cloned().collect(),
    };
    Shared::from(TextPage {
        document: DocumentId(1),
        span: Span::new(0, offset(TEXT.len())),
        total_bytes: offset(TEXT.len() * 7),
        runs: cuts.windows(2).map(run).collect(),
        repairs: Vec::new(),
    })
}

/// The beginning of the page of text.
pub fn short_text_page() -> Shared<TextPage> {
    let mut page = TextPage::clone(&text_page());
    page.runs.truncate(9);
    Shared::from(page)
}

/// A place in the sample text, which is short.
fn offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// One match of the page.
pub fn focus() -> Option<Span> {
    let start = TEXT.find("әділдіктің")?;
    Some(Span::new(offset(start), offset(start + "әділдіктің".len())))
}

/// A text in an old encoding with dirt of several kinds, as the engine reports it.
pub fn receipt() -> Shared<DocumentReceipt> {
    let change =
        |before: &str, after: &str, count| DistinctChange { before: before.to_owned(), after: after.to_owned(), count };
    let many = (0..14).map(|at| change(&format!("сөз{at}iн"), &format!("сөз{at}ін"), 20 - at));
    let kind = |kind, is_applied, changes: Vec<DistinctChange>, distinct| KindReceipt {
        kind,
        count: changes.iter().map(|change| change.count).sum(),
        is_applied,
        changes,
        distinct,
    };
    Shared::from(DocumentReceipt {
        document: DocumentId(1),
        encoding: Encoding::Kz1048,
        encoding_confidence: 0.97,
        excerpt: "Бiз, ортақ тарихи тағдыр бiрiктiрген Қазақстан халқы".to_owned(),
        receipt: RepairReceipt {
            kinds: vec![
                kind(RepairKind::Invisible, true, vec![change("қоғам\u{ad}дық", "қоғамдық", 1)], 1),
                kind(RepairKind::LookAlike, true, many.collect(), 40),
                kind(RepairKind::LineEndHyphen, false, vec![change("бостан-⏎дығы", "бостандығы", 2)], 1),
            ],
        },
    })
}

/// The table with the repairs of [`receipt`] in its second text and some in the fourth.
pub fn repaired_table() -> Shared<Comparison> {
    let mut table = Comparison::clone(&table(false));
    let counts = |receipt: &RepairReceipt| -> Vec<RepairCount> {
        let count = |own: &KindReceipt| RepairCount { kind: own.kind, count: own.count, is_applied: own.is_applied };
        receipt.kinds.iter().map(count).collect()
    };
    let receipt = receipt();
    table.documents[1].repairs = counts(&receipt.receipt);
    table.documents[1].encoding = receipt.encoding;
    table.documents[1].encoding_confidence = receipt.encoding_confidence;
    table.documents[3].repairs = vec![RepairCount { kind: RepairKind::LookAlike, count: 1, is_applied: true }];
    Shared::from(table)
}

/// The second text as the reader put it in.
pub fn input() -> Rc<InputDocument> {
    Rc::new(InputDocument {
        id: DocumentId(1),
        title: local("Ақ жол", "Ақ жол", "Ақ жол"),
        file: Some("aq-zhol.txt".to_owned()),
        language: LanguageChoice::Auto,
        reading: ReadingOptions {
            repairs: RepairKinds::default().without(RepairKind::LineEndHyphen),
            ..ReadingOptions::default()
        },
        content: ContentId(1),
        origin: tarazy::browser::Origin::default(),
        metadata: Rc::default(),
        source: None,
    })
}

/// The page of text with a word that was repaired, part of it a match.
pub fn repaired_text_page() -> Shared<TextPage> {
    let mut page = TextPage::clone(&text_page());
    let start = TEXT.find("әділдіктің").unwrap_or_default();
    let end = start + "әділдіктің".len();
    let source = "әдiлдiктiң".to_owned();
    page.repairs = vec![RepairedWord { span: Span::new(offset(start), offset(end)), source }];
    Shared::from(page)
}
