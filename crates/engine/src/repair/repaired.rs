//! The repair of a text: one kind after another.

use rustc_hash::FxHashMap;

use super::{
    composition, hyphen, invisible,
    kind::{RepairKind, RepairKinds},
    line_end, look_alike, mojibake,
    pass::{Pass, on_one_line},
    receipt::{DistinctChange, KindReceipt, RepairCount, RepairReceipt, RepairedWord},
    replacement::Replacement,
    similar_letter,
};
use crate::text::{Span, to_u32};

/// A text that was looked through, with everything that was changed in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repaired {
    text: String,
    /// The passes that found something, in their order.
    passes: Vec<Pass>,
    counts: Vec<RepairCount>,
}

/// Repairs a text. A kind that is not among `kinds` is looked for and counted, but nothing is
/// changed.
///
/// Cost: a clean text is scanned once for each kind and handed through without a copy.
pub fn repair(source: String, kinds: RepairKinds) -> Repaired {
    let mut repaired = Repaired::untouched(source);
    for kind in RepairKind::ALL {
        let changes = changes(kind, &repaired.text);
        if changes.is_empty() {
            continue;
        }
        let is_applied = kinds.contains(kind);
        let pass = if is_applied {
            let (text, pass) = Pass::applied(kind, &repaired.text, &changes);
            repaired.text = text;
            pass
        } else {
            Pass::offered(kind, &changes)
        };
        repaired.counts.push(RepairCount { kind, count: pass.count(&repaired.text), is_applied });
        repaired.passes.push(pass);
    }
    repaired
}

fn changes(kind: RepairKind, text: &str) -> Vec<Replacement> {
    match kind {
        RepairKind::Mojibake => mojibake::mojibake(text),
        RepairKind::Composition => composition::composition(text),
        RepairKind::Invisible => invisible::invisible(text),
        RepairKind::Hyphen => hyphen::hyphen(text),
        RepairKind::SimilarLetter => similar_letter::similar_letter(text),
        RepairKind::LookAlike => look_alike::look_alike(text),
        RepairKind::LineEndHyphen => line_end::line_end(text),
    }
}

impl Repaired {
    /// Takes a text as it is, without looking for anything.
    pub fn untouched(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Returns the text to count.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Hands the text to count over.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Returns the text as it was given, to the byte. Cost: a copy of the text for each kind that
    /// changed something.
    pub fn source(&self) -> String {
        let applied = self.passes.iter().rev().filter(|pass| pass.is_applied);
        applied.fold(self.text.clone(), |text, pass| pass.other_side(&text))
    }

    /// Undoes one kind and all that came after it.
    #[must_use]
    pub fn without(mut self, kind: RepairKind) -> Self {
        while let Some(pass) = self.passes.pop_if(|pass| pass.kind >= kind) {
            self.counts.pop();
            if pass.is_applied {
                self.text = pass.other_side(&self.text);
            }
        }
        self
    }

    /// Returns where a byte of the text to count stands in the source; for a byte within a change,
    /// where the change begins.
    ///
    /// Ascending bytes have ascending places.
    pub fn to_source(&self, byte: u32) -> u32 {
        let applied = self.passes.iter().rev().filter(|pass| pass.is_applied);
        applied.fold(byte.min(to_u32(self.text.len())), |byte, pass| pass.to_other_side(byte))
    }

    /// Returns what in the source became `span` of the text to count: where its first byte came
    /// from up to where its last one did. Of a change that `span` cuts it is the whole; what was
    /// taken out beside `span` is no part of it.
    pub fn span_in_source(&self, span: Span) -> Span {
        let applied = self.passes.iter().rev().filter(|pass| pass.is_applied);
        let (start, end) = applied.fold((span.start, span.end), |(start, end), pass| {
            (pass.to_other_side(start), pass.end_on_other_side(end))
        });
        Span::new(start, end.max(start))
    }

    /// Returns the words of `span` that do not stand so in the source, in their order.
    ///
    /// Cost: the length of `span`, whatever the length of the text; nothing for a text in which
    /// nothing was changed.
    pub fn words_within(&self, span: Span) -> Vec<RepairedWord> {
        let word = |(piece, source): (Span, String)| {
            let (before, word, source) = bare(piece.of(&self.text).trim_end(), source.trim());
            let source = on_one_line(source);
            let start = piece.start + to_u32(before.len());
            let span = Span::new(start, start + to_u32(word.len()));
            (word != source).then_some(RepairedWord { span, source })
        };
        self.pieces(span).into_iter().filter_map(word).collect()
    }

    /// The words of `span`, each with the white space behind it, and what stands in the source in
    /// their places.
    fn pieces(&self, span: Span) -> Vec<(Span, String)> {
        if span.is_empty() || !self.passes.iter().any(|pass| pass.is_applied) {
            return Vec::new();
        }
        let written = span.of(&self.text);
        let mut edges = vec![span.start];
        let mut was_space = false;
        for (at, letter) in written.char_indices() {
            let is_space = letter.is_whitespace();
            if was_space && !is_space {
                edges.push(span.start + to_u32(at));
            }
            was_space = is_space;
        }
        edges.push(span.end);
        let spans: Vec<Span> = edges.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect();
        let mut source = written.to_owned();
        for pass in self.passes.iter().rev().filter(|pass| pass.is_applied) {
            source = pass.other_side_of(&source, edges[0]);
            for edge in &mut edges {
                *edge = pass.to_other_side(*edge);
            }
        }
        let start = edges[0];
        let of_source = |pair: &[u32]| Span::new(pair[0] - start, pair[1] - start).of(&source);
        let pieces = spans.into_iter().zip(edges.windows(2).map(of_source));
        let pieces = pieces.filter(|(piece, source)| piece.of(&self.text) != *source);
        pieces.map(|(piece, source)| (piece, source.to_owned())).collect()
    }

    /// Returns how many words each kind changed or would change; kinds that found nothing are left
    /// out.
    pub fn counts(&self) -> &[RepairCount] {
        &self.counts
    }

    /// Returns what was changed, at most `limit` distinct words of each kind.
    ///
    /// Cost: a copy of the text for each kind that changed something, and the sum of all changes.
    pub fn receipt(&self, limit: usize) -> RepairReceipt {
        let mut text = std::borrow::Cow::Borrowed(self.text.as_str());
        let mut kinds = Vec::with_capacity(self.passes.len());
        for (pass, count) in self.passes.iter().zip(&self.counts).rev() {
            let mut words: FxHashMap<(String, String), u64> = FxHashMap::default();
            pass.each_word(&text, |before, after| *words.entry((before, after)).or_default() += 1);
            let distinct = to_u32(words.len());
            let change = |((before, after), count)| DistinctChange { before, after, count };
            let mut changes: Vec<DistinctChange> = words.into_iter().map(change).collect();
            changes.sort_by(|left, right| {
                let by_word = || (&left.before, &left.after).cmp(&(&right.before, &right.after));
                right.count.cmp(&left.count).then_with(by_word)
            });
            changes.truncate(limit);
            kinds.push(KindReceipt {
                kind: pass.kind,
                count: count.count,
                is_applied: pass.is_applied,
                changes,
                distinct,
            });
            if pass.is_applied {
                text = pass.other_side(&text).into();
            }
        }
        kinds.reverse();
        RepairReceipt { kinds }
    }
}

/// A word and its source without the punctuation that hangs on both alike, and what hung before the
/// word.
fn bare<'text>(mut word: &'text str, mut source: &'text str) -> (&'text str, &'text str, &'text str) {
    let is_punctuation = |character: &char| !character.is_alphanumeric();
    let whole = word;
    while let Some(character) = word.chars().next_back().filter(is_punctuation)
        && let (Some(shorter), Some(other)) = (word.strip_suffix(character), source.strip_suffix(character))
    {
        (word, source) = (shorter, other);
    }
    let mut hanging = 0;
    while let Some(character) = word.chars().next().filter(is_punctuation)
        && let (Some(shorter), Some(other)) = (word.strip_prefix(character), source.strip_prefix(character))
    {
        (word, source) = (shorter, other);
        hanging += character.len_utf8();
    }
    (&whole[..hanging], word, source)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text() -> impl Strategy<Value = String> {
        let pieces = [
            "бостан",
            "дығы",
            "тiркеу",
            "мүмкiншiлiк",
            "қо\u{ad}ғам",
            "и\u{306}",
            "ӊ",
            "əлем",
            "-\n",
            "-\n\n",
            " ",
            "\n",
            "\r\n",
            "\u{200b}",
            ",",
            "әл\u{2011}ауқат",
            "the",
            "ﬁnal",
            "халќыныѕ",
            ".",
        ];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn pieces_put_the_source_together(text in text(), without in prop::sample::select(RepairKind::ALL.to_vec())) {
            for kinds in [RepairKinds::default(), RepairKinds::default().without(without)] {
                let repaired = repair(text.clone(), kinds);
                let all = Span::new(0, to_u32(repaired.text.len()));
                let mut source = String::new();
                let mut from = 0;
                for (piece, before) in repaired.pieces(all) {
                    source.push_str(Span::new(from, piece.start).of(&repaired.text));
                    source.push_str(&before);
                    from = piece.end;
                }
                source.push_str(Span::new(from, all.end).of(&repaired.text));
                // What was removed before the first word of the text has no place in it.
                let start = repaired.to_source(0) as usize;
                prop_assert_eq!(&source, &text[start..]);
            }
        }

        #[test]
        fn whatever_is_counted_has_its_place_in_the_source(text in text(), at: prop::sample::Index) {
            let repaired = repair(text.clone(), RepairKinds::default());
            let start_of = |word: &str| to_u32(word.as_ptr() as usize - repaired.text.as_ptr() as usize);
            let words: Vec<Span> = repaired
                .text
                .split_whitespace()
                .map(|word| Span::new(start_of(word), start_of(word) + to_u32(word.len())))
                .collect();
            prop_assume!(!words.is_empty());
            let word = *at.get(&words);
            let place = repaired.span_in_source(word);
            prop_assert!(text.get(place.start as usize..place.end as usize).is_some_and(|source| !source.is_empty()));
            let mut end = 0;
            for word in words {
                let place = repaired.span_in_source(word);
                prop_assert!(end <= place.start, "places ascend as words do");
                end = place.end;
            }
        }

        #[test]
        fn a_page_shows_its_own_words(text in text(), at: prop::sample::Index) {
            let repaired = repair(text, RepairKinds::default());
            let end = to_u32(repaired.text.len());
            let all = repaired.pieces(Span::new(0, end));
            // A page begins where a word does.
            let starts: Vec<usize> = repaired.text.split_inclusive(char::is_whitespace).scan(0, |at, word| {
                *at += word.len();
                Some(*at)
            }).filter(|at| !repaired.text[*at..].starts_with(char::is_whitespace)).collect();
            let cut = if starts.is_empty() { end } else { to_u32(*at.get(&starts)) };
            let mut parts = repaired.pieces(Span::new(0, cut));
            parts.extend(repaired.pieces(Span::new(cut, end)));
            prop_assert_eq!(parts, all);
        }
    }

    #[test]
    fn a_repaired_word_has_its_place_in_the_source() {
        let source = "\u{feff}Тiркеу\u{200b} орны – қоғам-\nдық «бiрлес\u{ad}тiк», the end.";
        let repaired = repair(source.to_owned(), RepairKinds::default());
        for (word, written) in
            [("Тіркеу", "Тiркеу"), ("қоғамдық", "қоғам-\nдық"), ("бірлестік", "бiрлес\u{ad}тiк"), ("end", "end")]
        {
            let start = to_u32(repaired.text().find(word).expect("it is there"));
            let place = repaired.span_in_source(Span::new(start, start + to_u32(word.len())));
            // The pass that repairs words cut by line ends takes the white space behind them.
            assert_eq!(place.of(source).trim_end(), written);
        }
    }

    #[test]
    fn a_repaired_word_knows_its_source() {
        let repaired = repair("Тiркеу орны – қоғам-\nдық «бiрлестiк», the end.".to_owned(), RepairKinds::default());
        let all = Span::new(0, to_u32(repaired.text().len()));
        let words = repaired.words_within(all);
        let words: Vec<_> = words.iter().map(|word| (word.span.of(repaired.text()), word.source.as_str())).collect();
        assert_eq!(words, [("Тіркеу", "Тiркеу"), ("қоғамдық", "қоғам-⏎дық"), ("бірлестік", "бiрлестiк")]);
        assert_eq!(repair("Таза мәтін.".to_owned(), RepairKinds::default()).words_within(all), []);
    }
}
