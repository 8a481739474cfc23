//! A lexicon's card → headings, paragraphs and tables that state what it is for and how well it
//! counts.

use super::{
    appendix::language_name,
    article::{Article, Block},
    field::Field,
    grid::Grid,
    validation::{judged, percents, validation_sentence},
};
use crate::message::Messages;
use tarazy_engine::{
    language::{
        Language,
        number_format::{format_decimal, format_integer},
    },
    lexicon::{LocalText, Validation},
    study::{CardCategory, CardExample, LexiconCard},
};

/// Returns the card in the words of a language.
pub fn card_article(card: &LexiconCard, messages: &Messages) -> Article {
    let (language, lexicon) = (messages.language(), &card.lexicon);
    let values = [
        ("title", lexicon.title.get(language).into()),
        ("id", lexicon.id.as_str().into()),
        ("version", lexicon.version.as_str().into()),
        ("sha256", lexicon.sha256.as_str().into()),
    ];
    let heading = messages.format("card-heading", &values);
    let mut blocks = vec![Block::Heading { level: 1, text: heading.clone() }];
    blocks.extend(paragraph("card-purpose", &card.description, messages));
    blocks.extend(paragraph("card-limits", &card.texts.limits, messages));
    blocks.extend(categories(card, messages));
    blocks.push(Block::Heading { level: 2, text: messages.get("card-validation") });
    let languages = if card.languages.is_empty() { &Language::ALL[..] } else { &card.languages };
    let sentences = languages.iter().map(|own| validation_sentence(&card.validations, *own, messages));
    blocks.extend(sentences.map(|text| Block::Paragraph { lead: String::new(), text }));
    blocks.extend(validations(card, messages));
    blocks.extend(paragraph("card-weaknesses", &card.texts.weaknesses, messages));
    let source = LocalText { en: Some(lexicon.source.clone()), ..LocalText::default() };
    let sources = if card.texts.sources == LocalText::default() { &source } else { &card.texts.sources };
    blocks.extend(paragraph("card-sources", sources, messages));
    let cited = messages.format("report-lexicon", &values);
    blocks.push(Block::Paragraph { lead: messages.get("card-citation"), text: cited });
    Article { language, title: heading, blocks, provenance: Vec::new() }
}

fn paragraph(key: &str, text: &LocalText, messages: &Messages) -> Option<Block> {
    let text = text.get(messages.language()).trim();
    (!text.is_empty()).then(|| Block::Paragraph { lead: messages.get(key), text: text.to_owned() })
}

/// What each category means.
fn categories(card: &LexiconCard, messages: &Messages) -> Vec<Block> {
    if card.categories.is_empty() {
        return Vec::new();
    }
    let has_examples = card.categories.iter().any(|category| !category.examples.is_empty());
    let mut keys = vec!["appendix-category", "card-meaning"];
    if has_examples {
        keys.extend(["card-counts", "card-counts-not"]);
    }
    let row = |category: &CardCategory| {
        let language = messages.language();
        let mut fields = vec![title(category, messages), category.description.get(language).to_owned()];
        if has_examples {
            fields.extend([true, false].map(|counts| examples(category, counts, messages)));
        }
        fields.into_iter().map(Field::from).collect()
    };
    let more = format_integer(card.left_out, messages.language());
    let note = (card.left_out > 0).then(|| messages.format("card-more", &[("shown", more.into())]));
    let grid = grid(&keys, card.categories.iter().map(row).collect(), messages);
    vec![Block::Table {
        caption: messages.get("card-categories"),
        grid: Grid { notes: note.into_iter().collect(), ..grid },
    }]
}

/// The examples of what counts for a category, or of what does not: those in the language of the
/// messages, or all where there are none in it.
fn examples(category: &CardCategory, counts: bool, messages: &Messages) -> String {
    let all = || category.examples.iter().filter(move |example| example.counts == counts);
    let is_here = |example: &&CardExample| example.language == messages.language();
    let has_own = all().any(|example| is_here(&example));
    let shown = all().filter(|example| !has_own || is_here(example));
    let quoted = shown.map(|example| messages.format("card-example", &[("text", example.text.as_str().into())]));
    quoted.collect::<Vec<_>>().join(" ")
}

/// The figures by language and category.
fn validations(card: &LexiconCard, messages: &Messages) -> Option<Block> {
    let all = &card.validations;
    let has_kappa = all.iter().any(|own| own.kappa.is_some());
    let has_recall = all.iter().any(|own| own.recall.is_some());
    let mut keys =
        vec!["appendix-language", "appendix-category", "card-sampled", "card-strict", "card-lenient", "card-coders"];
    keys.extend(has_kappa.then_some("card-kappa"));
    keys.extend(has_recall.then_some("card-recall"));
    keys.extend(["card-texts", "card-version", "card-date"]);
    let language = messages.language();
    let row = |own: &Validation| {
        let counts = judged(own);
        let mut fields = vec![
            language_name(Some(own.language), messages),
            category_name(card, own.category.as_deref(), messages),
            format_integer(own.sampled, language),
            percents(counts.correct, counts.sampled, language),
            percents(counts.correct + counts.debatable, counts.sampled, language),
            format_integer(own.coders, language),
        ];
        fields.extend(has_kappa.then(|| format_decimal(own.kappa, 2, language)));
        let recall = own.recall.map_or((0, 0), |recall| (recall.found, recall.marked));
        fields.extend(has_recall.then(|| percents(recall.0.into(), recall.1.into(), language)));
        fields.extend([own.texts.get(language).to_owned(), own.version.clone(), own.date.clone()]);
        fields.into_iter().map(Field::from).collect()
    };
    let rows: Vec<Vec<Field>> = all.iter().map(row).collect();
    (!rows.is_empty())
        .then(|| Block::Table { caption: messages.get("card-figures"), grid: grid(&keys, rows, messages) })
}

fn grid(keys: &[&str], rows: Vec<Vec<Field>>, messages: &Messages) -> Grid {
    let header: Vec<String> = keys.iter().map(|key| messages.get(key)).collect();
    Grid { is_numeric: vec![false; header.len()], header, rows, ..Grid::default() }
}

/// The title of a category, or its path where it has none.
fn title(category: &CardCategory, messages: &Messages) -> String {
    match category.title.get(messages.language()) {
        "" => category.path.clone(),
        title => title.to_owned(),
    }
}

/// What a validation is about.
fn category_name(card: &LexiconCard, path: Option<&str>, messages: &Messages) -> String {
    let Some(path) = path else { return messages.get("card-all-categories") };
    let known = card.categories.iter().find(|category| category.path == path);
    known.map_or_else(|| path.to_owned(), |category| title(category, messages))
}
