//! Latin letters in Cyrillic words that look the same, and the other way round: тiркеу with a Latin
//! `i`.
//!
//! A run of letters in both alphabets goes to the one that alone can spell it, else mostly to
//! Cyrillic. It stays when neither can: PRға, Chuvash ă. A Latin abbreviation or name with a
//! Cyrillic ending stays too (IPOға). A Roman numeral in both alphabets becomes Latin unless most
//! of it is Cyrillic.
//!
//! A short word wholly of Latin look-alikes ("cop", "c") is Cyrillic when its neighbours on the
//! line are: the nearest words that are plainly of one alphabet. Abbreviations (IT, OPEC),
//! numerals, addresses and identifiers stay.

use super::{
    line_end::is_hyphen,
    replacement::Replacement,
    scan::any,
    script::{Script, cyrillic_twin, has_kazakh_letters, is_cyrillic_lead, is_mark, latin_twin, script},
};
use crate::{
    language::kazakh::known_words,
    text::{Pieces, Span, fold, to_u32},
};

/// Latin words of up to three look-alikes that stand in Cyrillic text as they are.
const LATIN_WORDS: &str =
    " ai ax cap cc ceo cia co cpi eco epo ex eye hi hip hop ice ico ip ipo ok ox pa pc pie pop px xi ";

/// Returns `true` if a letter of ASCII has a Cyrillic twin.
const fn has_twin(byte: u8) -> bool {
    matches!(byte, b'A' | b'B' | b'C' | b'E' | b'H' | b'I' | b'K' | b'M' | b'O' | b'P' | b'T' | b'X' | b'Y')
        || matches!(byte, b'a' | b'c' | b'e' | b'h' | b'i' | b'k' | b'o' | b'p' | b'x' | b'y')
}

/// A word of more letters must be a known one.
const LONGEST_SHORT_WORD: usize = 3;

/// Returns what is to be changed.
pub(super) fn look_alike(text: &str) -> Vec<Replacement> {
    let mut pass = LookAlike { text, is_kazakh: None, changes: Vec::new(), waiting: Vec::new(), left: None };
    let mut start = 0;
    while start < text.len() {
        let line = &text[start..line_end(text, start)];
        let bytes = line.as_bytes();
        if any(bytes, is_cyrillic_lead) && any(bytes, is_latin_lead) {
            pass.line(line, start);
        }
        start += line.len();
    }
    pass.changes.sort_unstable_by_key(|change| change.span.start);
    pass.changes
}

/// Where the line that begins at `start` ends: with the word that it ends in, should that be cut in
/// two.
fn line_end(text: &str, start: usize) -> usize {
    let next = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let mut end = next(start);
    while text[start..end].trim_end().ends_with(is_hyphen) {
        let rest = text[end..].trim_start();
        let half = text.len() - rest.len();
        let half_end = rest.find(char::is_whitespace).map_or(text.len(), |at| half + at);
        if half_end <= end {
            break;
        }
        end = half_end;
        let space = &text[end..text.len() - text[end..].trim_start().len()];
        if !space.contains('\n') {
            break;
        }
    }
    end
}

/// Returns `true` if a byte begins a Latin letter that has a twin or may stand beside one.
const fn is_latin_lead(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == 0xC3
}

/// A run of letters.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    cyrillic: usize,
    latin: usize,
    /// Those without a twin.
    only_cyrillic: usize,
    only_latin: usize,
    /// Whether letters of a third alphabet or combining marks take part: then it stays as it is.
    is_strange: bool,
}

struct LookAlike<'text> {
    text: &'text str,
    is_kazakh: Option<bool>,
    changes: Vec<Replacement>,
    /// Words of look-alikes behind the last word that is plainly of one alphabet.
    waiting: Vec<Run>,
    /// The alphabet of that word; none at the beginning of a sentence or line.
    left: Option<Script>,
}

impl LookAlike<'_> {
    fn line(&mut self, line: &str, start: usize) {
        self.left = None;
        let mut is_first = true;
        for (at, piece) in Pieces::of(line) {
            self.piece(piece, start + at, is_first);
            is_first = ends_sentence(piece);
            if is_first {
                self.judge(None);
            }
        }
        self.judge(None);
    }

    /// Looks at what stands between two spaces.
    fn piece(&mut self, piece: &str, at: usize, is_first: bool) {
        if is_address(piece) {
            return;
        }
        let is_plain = |byte: u8| byte < 0xC3 && !byte.is_ascii_alphabetic() || is_cyrillic_lead(byte);
        if piece.bytes().all(is_plain) {
            if any(piece.as_bytes(), is_cyrillic_lead) {
                self.judge(Some(Script::Cyrillic));
            }
            return;
        }
        if is_latin_word(piece) {
            self.judge(Some(Script::Latin));
            return;
        }
        let word = piece.trim_start_matches(is_opening).trim_end_matches(is_closing);
        let word_start = at + piece.len() - piece.trim_start_matches(is_opening).len();
        for run in runs(piece, at) {
            if run.cyrillic > 0 && run.latin > 0 {
                let decided = self.mixed(&run).map(|to| self.replace(&run, to));
                // A word of nothing but look-alikes says nothing of its neighbours once it is
                // Latin.
                if decided != Some(Script::Latin) || run.only_latin > 0 {
                    self.judge(decided);
                }
            } else if run.cyrillic > 0 {
                self.judge(Some(Script::Cyrillic));
            } else if run.only_latin > 0 {
                self.judge(Some(Script::Latin));
            } else if run.latin > 0 && !run.is_strange && self.may_be_cyrillic(&run, word, word_start, is_first) {
                self.waiting.push(run);
            }
        }
    }

    /// The alphabet of a run of letters in both; none if it stays.
    fn mixed(&self, run: &Run) -> Option<Script> {
        let word = &self.text[run.start..run.end];
        if run.is_strange || (run.only_cyrillic > 0 && run.only_latin > 0) || is_name_with_ending(word) {
            return None;
        }
        if run.only_cyrillic + run.only_latin > 0 {
            return Some(if run.only_cyrillic > 0 { Script::Cyrillic } else { Script::Latin });
        }
        // Every letter has a twin. A small word is taken for Latin only behind a Latin one.
        let is_numeral = word.chars().all(|letter| "IXCMІХСМ".contains(letter));
        let is_capital = word.chars().all(char::is_uppercase);
        let is_latin = (run.latin > run.cyrillic && (is_capital || self.left == Some(Script::Latin)))
            || (is_numeral && run.latin == run.cyrillic);
        Some(if is_latin { Script::Latin } else { Script::Cyrillic })
    }

    /// Returns `true` if a word wholly of Latin look-alikes may be meant as a Cyrillic one; its
    /// neighbours decide.
    fn may_be_cyrillic(&mut self, run: &Run, word: &str, word_start: usize, is_first: bool) -> bool {
        let letters = &self.text[run.start..run.end];
        let is_ending = letters == "i"
            && word.strip_suffix("-i").is_some_and(|number| number.ends_with(|letter: char| letter.is_ascii_digit()))
            && run.end == word_start + word.len();
        if is_ending {
            return self.is_kazakh();
        }
        if letters.len() != word.len() || run.start != word_start {
            return false;
        }
        let mut capitals = letters.chars();
        let begins_large = capitals.next().is_some_and(char::is_uppercase);
        if capitals.any(char::is_uppercase) {
            return false;
        }
        match (letters.len(), begins_large) {
            (1, true) => is_first && "ABCKOY".contains(letters) && self.goes_on_small(run.end),
            (1, false) => "acoky".contains(letters) || (letters == "i" && self.is_kazakh()),
            _ => {
                let small_word = letters.to_lowercase();
                let letters = small_word.chars().count();
                if letters <= LONGEST_SHORT_WORD {
                    return !LATIN_WORDS.contains(&format!(" {small_word} "));
                }
                let meant: String = small_word.chars().filter_map(|letter| cyrillic_twin(letter, true)).collect();
                self.is_kazakh() && known_words().longest(&fold(&meant, false)) >= letters
            }
        }
    }

    /// Returns `true` if a word follows that begins small; that it is Cyrillic is found when the
    /// word is judged.
    fn goes_on_small(&self, at: usize) -> bool {
        let mut rest = self.text[at..].chars();
        rest.next() == Some(' ') && rest.next().is_some_and(char::is_lowercase)
    }

    /// Decides the waiting words, now that the next plain word (none: the end of the sentence) is
    /// known.
    fn judge(&mut self, right: Option<Script>) {
        if !self.waiting.is_empty() {
            let sides = [self.left, right];
            if sides.contains(&Some(Script::Cyrillic)) && !sides.contains(&Some(Script::Latin)) {
                for run in std::mem::take(&mut self.waiting) {
                    self.replace(&run, Script::Cyrillic);
                }
            }
            self.waiting.clear();
        }
        self.left = right;
    }

    fn replace(&mut self, run: &Run, to: Script) -> Script {
        let is_kazakh = self.is_kazakh();
        for (at, letter) in self.text[run.start..run.end].char_indices() {
            let twin = match to {
                Script::Cyrillic => cyrillic_twin(letter, is_kazakh),
                _ => latin_twin(letter),
            };
            if let Some(twin) = twin {
                let start = to_u32(run.start + at);
                let span = Span::new(start, start + to_u32(letter.len_utf8()));
                self.changes.push(Replacement { span, after: twin.to_string() });
            }
        }
        to
    }

    fn is_kazakh(&mut self) -> bool {
        *self.is_kazakh.get_or_insert_with(|| has_kazakh_letters(self.text))
    }
}

/// Returns `true` if a piece of text is ASCII with one run of letters, at least one of them without
/// a twin. That holds for most words of a Latin text.
fn is_latin_word(piece: &str) -> bool {
    let mut runs = piece.as_bytes().split(|byte| !byte.is_ascii_alphabetic()).filter(|run| !run.is_empty());
    piece.is_ascii() && runs.next().is_some_and(|run| !run.iter().all(|byte| has_twin(*byte))) && runs.next().is_none()
}

/// The runs of letters in a piece of text that begins at `at`.
fn runs(piece: &str, at: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (place, letter) in piece.char_indices() {
        if !letter.is_alphabetic() && !is_mark(letter) {
            continue;
        }
        let place = at + place;
        if runs.last().is_none_or(|run| run.end != place) {
            runs.push(Run {
                start: place,
                end: place,
                cyrillic: 0,
                latin: 0,
                only_cyrillic: 0,
                only_latin: 0,
                is_strange: false,
            });
        }
        let Some(run) = runs.last_mut() else { continue };
        run.end = place + letter.len_utf8();
        match script(letter) {
            Script::Cyrillic => {
                run.cyrillic += 1;
                run.only_cyrillic += usize::from(latin_twin(letter).is_none());
            }
            Script::Latin => {
                run.latin += 1;
                run.only_latin += usize::from(cyrillic_twin(letter, false).is_none());
            }
            Script::Other => run.is_strange = true,
        }
    }
    runs
}

/// A Latin abbreviation or name with a Cyrillic ending: IPOға, Yahooның. A slip changes single
/// letters; where it changes the long beginning of a word, a Kazakh word must come out that is
/// known.
fn is_name_with_ending(word: &str) -> bool {
    let name: usize = word.chars().take_while(|letter| script(*letter) == Script::Latin).count();
    let ending = word.chars().skip(name);
    let length = ending.clone().count();
    if !ending.clone().all(|letter| script(letter) == Script::Cyrillic && letter.is_lowercase()) {
        return false;
    }
    let is_abbreviation = name >= 2 && word.chars().take(name).all(char::is_uppercase);
    let is_long = name >= LONGEST_SHORT_WORD && length < 2 * name;
    let is_known = || {
        let meant: String = word.chars().map(|letter| cyrillic_twin(letter, true).unwrap_or(letter)).collect();
        word.starts_with(char::is_lowercase) && known_words().longest(&fold(&meant, false)) > name
    };
    is_abbreviation || (is_long && !is_known())
}

/// Addresses of pages and people, paths, names of files.
pub(super) fn is_address(piece: &str) -> bool {
    // Hardly a word has one of these characters, and every word of a text is asked.
    let may_be = any(piece.as_bytes(), |byte| matches!(byte, b'@' | b'\\' | b'_' | b':'));
    may_be && (piece.contains(['@', '\\', '_']) || piece.contains("://")) || piece.starts_with("www.")
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '(' | '[' | '«' | '"' | '“' | '„' | '‘' | '\'')
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '»' | '"' | '”' | '“' | '’' | '\'')
}

fn ends_sentence(piece: &str) -> bool {
    if piece.chars().next_back().is_none_or(char::is_alphanumeric) {
        return false;
    }
    let piece = piece.trim_end_matches([')', ']', '»', '"', '”', '’']);
    piece.ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repair::testing::changed;

    #[test]
    fn letters_with_twins_are_those_of_the_table() {
        for letter in (0..0x80_u8).filter(u8::is_ascii_alphabetic) {
            let is_listed = cyrillic_twin(char::from(letter), false).is_some();
            assert_eq!(has_twin(letter), is_listed, "{}", char::from(letter));
        }
    }

    #[test]
    fn words_in_two_alphabets_get_one() {
        for (given, expected) in [
            ("Республика қызметiнiң түбегейлi принциптерi", "Республика қызметінің түбегейлі принциптері"),
            ("заңды тiркеу, рәсiмдерi", "заңды тіркеу, рәсімдері"),
            ("Kазақстан, ҚАЗАҚСТAН, пapтия", "Казақстан, ҚАЗАҚСТАН, партия"),
            ("жhанның hақ", "жһанның һақ"),
            ("Украïна та Украiна", "Україна та Украіна"),
            ("бiлiм мен қызмeт тïл", "білім мен қызмет тіл"),
            ("всё — чёрный, чëрный, ëлка", "всё — чёрный, чёрный, ёлка"),
            ("наша prоgram, Кazakhstan", "наша program, Kazakhstan"),
            ("ХXI ғасыр, ХІX ғасыр, ХVII век", "XXI ғасыр, ХІХ ғасыр, XVII век"),
            ("бiрден-бiр, тепе-теңдiк, 2-шi", "бірден-бір, тепе-теңдік, 2-ші"),
            ("cостояние", "состояние"),
        ] {
            assert_eq!(changed(given, look_alike), expected);
        }
    }

    #[test]
    fn words_of_look_alikes_are_judged_by_their_neighbours() {
        for (given, expected) in [
            ("ол cop болып қалды", "ол сор болып қалды"),
            ("зашёл c другом, a потом ушёл", "зашёл с другом, а потом ушёл"),
            ("C этого года. B стране", "С этого года. В стране"),
            ("бұл opa деп аталады", "бұл ора деп аталады"),
            ("67-i бапта, 2-i бөлімде", "67-і бапта, 2-і бөлімде"),
            ("тек xaлық пен pyxaни", "тек халық пен рухани"),
        ] {
            assert_eq!(changed(given, look_alike), expected);
        }
    }

    #[test]
    fn what_is_latin_stays() {
        for text in [
            "I am here, i think, and a cop is a cop",
            "Ол «I have a dream» деп айтты",
            "XXI ғасыр, XIX век, II бөлім, I бөлім, MMC жыл",
            "IT-дің, COVID-19-дың, Wi-Fi-ды, IBM мен OPEC, CO2, e-mail",
            "IPOға шықты, VIPтің, PRға, SMSлер, Yahooның",
            "https://egemen.kz/сәлем, info@tarazy.kz, www.xo.kz беті, есеп_v2.docx",
            "витамин C и план B",
            "vs, pop және hi-tech",
            "Чӑваш чĕлхи, Чăваш", // Chuvash is often typed with Latin ă and ĕ.
            "Ирон æвзаг",
            "H1N1 тұмауы, A4 қағазы",
        ] {
            assert_eq!(changed(text, look_alike), text);
        }
    }

    #[test]
    fn related_languages_keep_their_letters() {
        for text in [
            "Усі люди народжуються вільними і рівними у своїй гідності та правах.",
            "Сви људи рађају се слободни и једнаки у достојанству и правима.",
            "Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права.",
            "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах.",
            "Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат.",
            "Bütün insanlar ləyaqət və hüquqlarına görə azad və bərabər doğulurlar.",
            "Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар.",
        ] {
            assert_eq!(changed(text, look_alike), text);
        }
    }

    #[test]
    fn every_slip_of_the_constitution_is_repaired_and_nothing_else() {
        let text = include_str!("../../../../www/samples/constitution-kz-kaz-excerpt.txt");
        let changes = look_alike(text);
        assert_eq!(changes.len(), 163);
        assert!(changes.iter().all(|change| change.span.of(text) == "i" && change.after == "і"));
        let repaired = changed(text, look_alike);
        let latin: Vec<&str> =
            repaired.split(|letter| script(letter) != Script::Latin).filter(|word| !word.is_empty()).collect();
        assert_eq!(latin, ["I"], "the numeral of the section");
    }
}
