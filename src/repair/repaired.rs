//! The repair of a text: one kind after another.

use rustc_hash::FxHashMap;

use super::{
    Change, DistinctChange, KindReceipt, RepairCount, RepairKind, RepairKinds, RepairReceipt, composition, hyphen,
    invisible, line_end, look_alike, mojibake, pass::Pass, similar_letter,
};
use crate::text::small;

/// A text that was looked through, with everything that was changed in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repaired {
    text: String,
    /// The passes that found something, in their order.
    passes: Vec<Pass>,
    counts: Vec<RepairCount>,
}

/// Repairs a text. A kind that is not among `kinds` is looked for and counted, but nothing is changed.
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

fn changes(kind: RepairKind, text: &str) -> Vec<Change> {
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

    /// Returns the text as it was given, to the byte. Cost: a copy of the text for each kind that changed something.
    pub fn source(&self) -> String {
        let applied = self.passes.iter().rev().filter(|pass| pass.is_applied);
        applied.fold(self.text.clone(), |text, pass| pass.other_side(&text))
    }

    /// Returns where a byte of the text to count stands in the source; for a byte within a change, where the change begins.
    ///
    /// Ascending bytes have ascending places.
    pub fn to_source(&self, byte: u32) -> u32 {
        let applied = self.passes.iter().rev().filter(|pass| pass.is_applied);
        applied.fold(byte.min(small(self.text.len())), |byte, pass| pass.to_other_side(byte))
    }

    /// Returns how many words each kind changed or would change; kinds that found nothing are left out.
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
            let distinct = small(words.len());
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
