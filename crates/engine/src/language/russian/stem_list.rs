//! A growing list of stems without duplicates.

use super::{
    ending::EndingSet,
    spelling::{is_consonant, is_hissing, is_vowel, last},
};
use crate::language::inflection::Stem;

/// The stems of one lemma, in the order in which they were found.
pub(super) struct StemList {
    stems: Vec<Stem>,
    /// What stands before every stem: the first part of a compound, по- of a comparative.
    prefix: String,
    is_reflexive: bool,
}

impl StemList {
    pub(super) fn new() -> Self {
        Self { stems: Vec::new(), prefix: String::new(), is_reflexive: false }
    }

    /// Adds a stem; empty and repeated ones are dropped.
    pub(super) fn add(&mut self, stem: &str, set: EndingSet, alternation: &'static str) {
        let text: Box<str> = format!("{}{stem}", self.prefix).into();
        let class = set.class(self.is_reflexive);
        // Nothing inflects from one letter: вы is not the plural of в.
        let is_too_short =
            !matches!(set, EndingSet::Whole) && text.chars().nth(1).is_none() && text.chars().all(char::is_alphabetic);
        if !stem.is_empty()
            && !is_too_short
            && !self.stems.iter().any(|known| known.text == text && known.class == class)
        {
            self.stems.push(Stem { text, alternation, class });
        }
    }

    /// Adds stems with `prefix` before them and, if `is_reflexive`, -ся after them.
    pub(super) fn within(&mut self, prefix: &str, is_reflexive: bool, add: impl FnOnce(&mut Self)) {
        let outer = (self.prefix.len(), self.is_reflexive);
        self.prefix.push_str(prefix);
        self.is_reflexive |= is_reflexive;
        add(self);
        self.prefix.truncate(outer.0);
        self.is_reflexive = outer.1;
    }

    /// Adds a word that does not inflect, and the stems in `forms` that are forms already.
    pub(super) fn add_forms<'form>(&mut self, forms: impl IntoIterator<Item = &'form str>, alternation: &'static str) {
        for form in forms {
            self.add(form, EndingSet::Whole, alternation);
        }
    }

    pub(super) fn as_slice(&self) -> &[Stem] {
        &self.stems
    }

    pub(super) fn into_vec(self) -> Vec<Stem> {
        self.stems
    }
}

/// Returns the stem with a vowel between its last two consonants, as it is before no ending: книжк
/// → книжек, сестр → сестер, окн → окон, судьб → судеб. None where the stem does not end in two
/// consonants.
pub(super) fn with_fleeting_vowel(stem: &str) -> Option<String> {
    let end = last(stem).filter(|letter| is_consonant(*letter))?;
    let start = &stem[..stem.len() - end.len_utf8()];
    let before = last(start)?;
    if before == 'ь' || before == 'й' {
        return Some(format!("{}е{end}", &start[..start.len() - before.len_utf8()]));
    }
    if !is_consonant(before) {
        return None;
    }
    let takes_o = matches!(before, 'к' | 'г' | 'х') || (end == 'к' && !is_hissing(before) && before != 'ц');
    Some(format!("{start}{}{end}", if takes_o { 'о' } else { 'е' }))
}

/// Returns the stem without the vowel before its last consonant, as it is before an ending: рынок →
/// рынк, отец → отц, боец → бойц, палец → пальц, уголек → угольк. None where no vowel may fall out.
pub(super) fn without_fleeting_vowel(stem: &str) -> Option<String> {
    let end = last(stem).filter(|letter| is_consonant(*letter))?;
    let start = &stem[..stem.len() - end.len_utf8()];
    let vowel = last(start).filter(|letter| matches!(letter, 'о' | 'е'))?;
    let start = &start[..start.len() - vowel.len_utf8()];
    let before = last(start)?;
    let joint = match before {
        _ if is_vowel(before) && vowel == 'е' => "й",
        'л' if vowel == 'е' => "ь",
        'н' | 'р' | 'т' | 'с' | 'з' | 'д' if vowel == 'е' && end == 'к' => "ь",
        _ if is_vowel(before) => return None,
        _ => "",
    };
    Some(format!("{start}{joint}{end}"))
}
