//! Kazakh words whose forms look like those of another word that is far more frequent.
//!
//! Its words were written for this project, from knowledge of the language.

use super::neighbour::NeighbourCue;

/// A word, the commoner one for which its forms are taken wherever a form may belong to either, and
/// the cue by which the neighbours show that the rarer is meant all the same; without one it never
/// is. Verbs as bare stems.
///
/// Only pairs where rare and common stand far apart.
pub(super) const HOMONYMS: &[(&str, &str, Option<NeighbourCue>)] = &[
    // 'warm', 'warm oneself' / 'year'
    ("жылы", "жыл", Some(NeighbourCue::NoPossessor)),
    ("жылын", "жыл", None),
    // 'giant', 'front', 'diamond', 'exchange' / 'take'
    ("алып", "ал", Some(NeighbourCue::Attribute)),
    ("алд", "ал", None),
    ("алмас", "ал", Some(NeighbourCue::Attribute)),
    // 'steel' / 'be'
    ("болат", "бол", Some(NeighbourCue::Attribute)),
    // 'be given, devoted' / 'give'
    ("беріл", "бер", None),
    // 'set out' / 'put'
    ("салын", "сал", None),
    // 'thick' / 'put'
    ("қою", "қой", Some(NeighbourCue::Attribute)),
    // verbs in a high vowel beside the same without it: 'dry' / 'build', 'turn sour' / 'open', …
    ("құры", "құр", None),
    ("құрыл", "құр", None),
    ("ашы", "аш", None),
    ("жаны", "жан", None),
    ("қары", "қар", None),
    ("тасы", "тас", None),
    ("ері", "ер", None),
    ("жасы", "жас", None),
    ("жоры", "жор", None),
    ("сасы", "сас", None),
    // and the other way round: 'deny' / 'recognise'
    ("тан", "таны", None),
];

/// A longer word, the shorter one that has the same form, and the cue by which the neighbours show
/// that the shorter is meant.
pub(super) const DIVIDED: &[(&str, &str, NeighbourCue)] = &[
    // 'main' / 'head', 'press': басты көтерді 'raised the head', түймені басты.
    ("басты", "бас", NeighbourCue::VerbOrEnd),
    // 'on horseback' / 'horse', 'throw, shoot'
    ("атты", "ат", NeighbourCue::VerbOrEnd),
];

/// Verbs that lose their meaning behind a converb: келе жатыр, айтып берді, жоғалып қалды. Those
/// that keep the direction of a movement there (алып кетті, шығарып таста) are not among them.
pub(super) const AUXILIARIES: &[&str] = &["отыр", "тұр", "жүр", "жатыр", "жат", "ал", "бер", "бол", "кел", "қал"];
