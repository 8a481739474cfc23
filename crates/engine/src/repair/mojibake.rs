//! Texts that were once read with the wrong table.
//!
//! Three kinds are repaired. **Kazakh fonts**: before Unicode Kazakh letters took the places of
//! Serbian, Macedonian and Ukrainian ones, so that «халқының теңдігі» became «халќыныѕ теѕдігі»
//! (KZ-1048 read as Windows-1251) or «халќыныњ тењдігі» (PT154). **UTF-8 read as Windows-1251**:
//! `Т›Р°Р·Р°Т›СЃС‚Р°РЅ` is қазақстан. **UTF-8 read as Windows-1252**: `itâ€™s` is it’s.
//!
//! Law: letters of a living alphabet are left alone. A text is taken for one in a Kazakh font only
//! when at least two different such letters occur and the words with them read as Kazakh
//! afterwards; so Ukrainian, Belarusian, Serbian and Macedonian stay as they are. UTF-8 is undone
//! only where every character of a run belongs to a whole letter that these languages use.
//!
//! Cost: one pass over a text that has no such letters.

use super::{replacement::Replacement, scan::pairs};
use crate::{
    encoding::CodePage,
    language::{Language, letter_pairs::cost},
    text::{Span, is_cyrillic, to_u32},
};

/// The fonts: a character, and the Kazakh letter that it stands for. Capitals stand in the
/// capitals' places.
const KZ_1048: &[(char, char)] = &[
    ('ќ', 'қ'),
    ('Ќ', 'Қ'),
    ('ѕ', 'ң'),
    ('Ѕ', 'Ң'),
    ('ј', 'ә'),
    ('Ј', 'Ә'),
    ('ї', 'ү'),
    ('Ї', 'Ү'),
    ('ґ', 'ө'),
    ('Ґ', 'Ө'),
    ('ў', 'ұ'),
    ('Ў', 'Ұ'),
    ('є', 'ғ'),
    ('Є', 'Ғ'),
    ('ћ', 'һ'),
    ('Ћ', 'Һ'),
];
const PT_154: &[(char, char)] = &[
    ('ќ', 'қ'),
    ('Ќ', 'Қ'),
    ('њ', 'ң'),
    ('Њ', 'Ң'),
    ('є', 'ә'),
    ('Є', 'Ә'),
    ('‰', 'ү'),
    ('‡', 'Ү'),
    ('µ', 'ө'),
    ('¤', 'Ө'),
    ('±', 'ұ'),
    ('¦', 'Ұ'),
    ('ѓ', 'ғ'),
    ('Ѓ', 'Ғ'),
    ('ћ', 'һ'),
    ('Ћ', 'Һ'),
];

/// Bits a letter up to which the words with repaired letters are Kazakh. Ukrainian read so is above
/// seven.
const KAZAKH_MEAN: f32 = 5.6;
/// As many bits a letter must be won.
const ADVANCE: f32 = 2.0;
/// The number of words with characters of a font that are looked at.
const WORDS: usize = 2_000;

/// The number of letters of a text that must be UTF-8 in disguise before one alone is believed.
const DISGUISED_LETTERS: usize = 3;

/// Returns a change for each word of `text` that was read with the wrong table.
pub(super) fn mojibake(text: &str) -> Vec<Replacement> {
    let suspicion = Suspicion::of(text);
    let disguised = if suspicion.utf8 { disguised(text) } else { Vec::new() };
    if !suspicion.font {
        return disguised;
    }
    // What is UTF-8 in disguise is full of the fonts' letters and no evidence for a font.
    let is_free = |span: &Span| {
        let after = disguised.partition_point(|change| change.span.end <= span.start);
        disguised.get(after).is_none_or(|change| change.span.start >= span.end)
    };
    let words: Vec<Span> = words(text).filter(is_free).collect();
    let mut changes = font(text, &words).map_or_else(Vec::new, |font| font_changes(text, &words, font));
    changes.extend(disguised);
    changes.sort_by_key(|change| change.span.start);
    changes
}

/// What a look at the bytes says.
struct Suspicion {
    /// There are letters of a font.
    font: bool,
    /// There may be UTF-8 in disguise.
    utf8: bool,
}

impl Suspicion {
    /// Looks at the bytes, of which those of Kazakh, Russian and English letters pass at the first
    /// or second.
    fn of(text: &str) -> Self {
        let mut found = Self { font: false, utf8: false };
        if pairs(text, is_rare_pair).next().is_none() {
            return found;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(lead) = bytes
            .get(at..)
            .and_then(|rest| rest.iter().position(|byte| matches!(byte, 0xC2..=0xC3 | 0xD0..=0xD2 | 0xE2)))
        {
            at += lead;
            match &bytes[at..] {
                [0xD0, second, ..] if is_font_capital(*second) => found.font = true,
                [0xD1, second, ..] if is_font_small_letter(*second) => found.font = true,
                // Ґ ґ; ¤ ¦ ± µ; ‡ ‰.
                [0xD2, 0x90 | 0x91, ..] | [0xC2, 0xA4 | 0xA6 | 0xB1 | 0xB5, ..] | [0xE2, 0x80, 0xA1 | 0xB0, ..] => {
                    found.font = true;
                }
                // Ђ: 80 read as Windows-1251. Â Ã â Ð Ñ before something that is no ASCII: C2, C3,
                // E2, D0, D1 read as Windows-1252.
                [0xD0, 0x82, ..] | [0xC3, 0x82 | 0x83 | 0xA2 | 0x90 | 0x91, 0x80..=0xFF, ..] => found.utf8 = true,
                // Р С Т У before a character that is neither quotation mark nor space: D0 to D3
                // read as Windows-1251.
                [0xD0, 0xA0..=0xA3, 0xC2, next, ..] if !matches!(next, 0xA0 | 0xAB | 0xBB) => found.utf8 = true,
                [0xD0, 0xA0..=0xA3, 0xD0, second, ..] if is_font_capital(*second) => found.utf8 = true,
                [0xD0, 0xA0..=0xA3, 0xD1, second, ..] if is_font_small_letter(*second) => found.utf8 = true,
                _ => {}
            }
            if found.font && found.utf8 {
                break;
            }
            at += 2;
        }
        found
    }
}

/// A pair of bytes without which there is nothing to suspect; clean text has none, so that it is
/// looked through by blocks.
#[allow(clippy::needless_bitwise_bool, reason = "without branches the blocks of a scan are compared at once")]
const fn is_rare_pair(first: u8, second: u8) -> bool {
    // Ђ to Ў but І; ѓ to ў but і; Ґ ґ; the symbols; Â Ã â Ð Ñ; what may follow Р С Т У in
    // disguise.
    ((first == 0xD0) & (second >= 0x82) & (second <= 0x8E) & (second != 0x86))
        | ((first == 0xD1) & (second >= 0x93) & (second <= 0x9E) & (second != 0x96))
        | ((first == 0xD2) & ((second == 0x90) | (second == 0x91)))
        | ((first == 0xC2) & ((second == 0xA4) | (second == 0xA6) | (second == 0xB1) | (second == 0xB5)))
        | ((first == 0x80) & ((second == 0xA1) | (second == 0xB0)))
        | ((first == 0xC3)
            & ((second == 0x82) | (second == 0x83) | (second == 0xA2) | (second == 0x90) | (second == 0x91)))
        | ((first >= 0xA0) & (first <= 0xA3) & (second == 0xC2))
}

/// Returns `true` if D0 and this byte are one of Ѓ Є Ѕ Ї Ј Њ Ћ Ќ Ў.
fn is_font_capital(second: u8) -> bool {
    matches!(second, 0x83..=0x85 | 0x87 | 0x88 | 0x8A..=0x8C | 0x8E)
}

/// Returns `true` if D1 and this byte are one of ѓ є ѕ ї ј њ ћ ќ ў.
fn is_font_small_letter(second: u8) -> bool {
    matches!(second, 0x93..=0x95 | 0x97 | 0x98 | 0x9A..=0x9C | 0x9E)
}

/// Symbols of PT154, which are no letters; they count only beside a Cyrillic letter.
fn is_font_symbol(letter: char) -> bool {
    matches!(letter, '¤' | '¦' | '±' | 'µ' | '‡' | '‰')
}

fn is_font_letter(letter: char) -> bool {
    is_font_symbol(letter) || PT_154.iter().chain(KZ_1048).any(|(character, _)| *character == letter)
}

/// The words of `text` that hold a letter of a font: Cyrillic letters, Latin ones among them, and
/// the fonts' symbols.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let is_of_word = |letter: char| letter.is_alphabetic() || is_font_symbol(letter);
            let (start, first) = rest.find(|(_, letter)| is_of_word(*letter))?;
            let (mut end, mut cyrillic, mut font) =
                (start + first.len_utf8(), is_cyrillic(first), is_font_letter(first));
            while let Some((at, letter)) = rest.next_if(|(_, letter)| is_of_word(*letter)) {
                end = at + letter.len_utf8();
                cyrillic |= is_cyrillic(letter);
                font |= is_font_letter(letter);
            }
            // A symbol with one letter is a unit or a term: ±а, 5‰. A word of a font has letters
            // that are no symbols.
            if font && cyrillic {
                return Some(Span::new(to_u32(start), to_u32(end)));
            }
        }
    })
}

/// Says which font the words are written in, if in one.
fn font(text: &str, words: &[Span]) -> Option<&'static [(char, char)]> {
    let step = words.len().div_ceil(WORDS).max(1);
    let sample: Vec<&str> = words.iter().step_by(step).map(|span| span.of(text)).collect();
    let letters: usize = sample.iter().map(|word| word.chars().count() + 1).sum();
    let per_letter = |sum: f32| sum / letters.max(1) as f32;
    let as_is = per_letter(sample.iter().map(|word| kazakh_or_russian(word)).sum());
    let of = |font: &'static [(char, char)]| {
        let costs = sample.iter().map(|word| cost(&lower(&decode(word, font)), Language::Kazakh));
        // Symbols alone are no evidence: µм, ±а.
        let mut seen: Vec<char> =
            sample.iter().flat_map(|word| word.chars()).filter_map(|character| letter(font, character)).collect();
        for letter in &mut seen {
            *letter = letter.to_lowercase().next().unwrap_or(*letter);
        }
        seen.sort_unstable();
        seen.dedup();
        let has_letters = sample
            .iter()
            .flat_map(|word| word.chars())
            .any(|character| !is_font_symbol(character) && letter(font, character).is_some());
        (font, per_letter(costs.sum()), if has_letters { seen.len() } else { 0 })
    };
    let (one, other) = (of(KZ_1048), of(PT_154));
    let (font, mean, different) = if one.1 <= other.1 { one } else { other };
    (different >= 2 && mean <= KAZAKH_MEAN && mean + ADVANCE <= as_is && is_kazakh_context(text, words)).then_some(font)
}

/// Kazakh has both і and ы. Of the alphabets that share its fonts' letters Ukrainian lacks ы,
/// Serbian and Macedonian both, and Belarusian has one such letter only.
fn is_kazakh_context(text: &str, words: &[Span]) -> bool {
    let has = |letters: [char; 2]| words.iter().any(|span| span.of(text).contains(letters)) || text.contains(letters);
    has(['ы', 'Ы']) && (has(['і', 'І']) || has(['i', 'I']))
}

fn kazakh_or_russian(word: &str) -> f32 {
    let word = lower(word);
    cost(&word, Language::Kazakh).min(cost(&word, Language::Russian))
}

/// The letters of a word in lower case, Latin `i` as the Cyrillic letter for which it stands.
fn lower(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'i' { 'і' } else { letter }).collect()
}

fn letter(font: &[(char, char)], character: char) -> Option<char> {
    font.iter().find(|(listed, _)| *listed == character).map(|(_, letter)| *letter)
}

fn decode(word: &str, font: &[(char, char)]) -> String {
    word.chars().map(|character| letter(font, character).unwrap_or(character)).collect()
}

/// A change for each word that reads better as Kazakh than it stands. A word quoted from another
/// language does not.
fn font_changes(text: &str, words: &[Span], font: &[(char, char)]) -> Vec<Replacement> {
    let change = |span: &Span| {
        let word = span.of(text);
        let after = decode(word, font);
        let is_better = cost(&lower(&after), Language::Kazakh) < kazakh_or_russian(word);
        (after != word && is_better).then_some(Replacement { span: *span, after })
    };
    words.iter().filter_map(change).collect()
}

/// A run of characters that is UTF-8 read with a table.
struct Disguised {
    span: Span,
    after: String,
    /// Letters that came out.
    letters: usize,
}

/// A change for each run of characters that was UTF-8.
fn disguised(text: &str) -> Vec<Replacement> {
    let runs = |code_page: CodePage| -> Vec<Disguised> {
        let bytes = Bytes::new(code_page);
        runs(text).filter_map(|span| bytes.undisguised(span, text)).collect()
    };
    let one = runs(CodePage::WINDOWS_1251);
    let other = runs(CodePage::WINDOWS_1252);
    let letters = |found: &[Disguised]| found.iter().map(|run| run.letters).sum::<usize>();
    let found = if letters(&one) >= letters(&other) { one } else { other };
    if letters(&found) < DISGUISED_LETTERS {
        return Vec::new();
    }
    found.into_iter().map(|run| Replacement { span: run.span, after: run.after }).collect()
}

/// The longest pieces of `text` without ASCII.
fn runs(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + bytes.get(from..)?.iter().position(|byte| !byte.is_ascii())?;
        let len = bytes[start..].iter().position(u8::is_ascii).unwrap_or(bytes.len() - start);
        from = start + len;
        Some(Span::new(to_u32(start), to_u32(from)))
    })
}

/// The way back from characters to bytes.
struct Bytes(rustc_hash::FxHashMap<char, u8>);

impl Bytes {
    fn new(code_page: CodePage) -> Self {
        let listed = code_page.letters().into_iter().zip(128..=255);
        // Where a table has nothing, browsers and others put the control character of that number.
        let undefined = ('\u{80}'..='\u{9f}').zip(128..=159);
        Self(undefined.chain(listed).filter(|(letter, _)| *letter != char::REPLACEMENT_CHARACTER).collect())
    }

    /// Reads a run as UTF-8, if all of it is, and of letters and symbols that Kazakh, Russian
    /// and English texts have.
    fn undisguised(&self, span: Span, text: &str) -> Option<Disguised> {
        let bytes: Vec<u8> = span.of(text).chars().map(|letter| self.0.get(&letter).copied()).collect::<Option<_>>()?;
        let after = String::from_utf8(bytes).ok()?;
        let letters = after.chars().filter(|letter| letter.is_alphabetic()).count();
        // An apostrophe in disguise is as distinctive as three letters, since all three of its
        // characters are: ’ “ ” – — … « ».
        let symbols = after.chars().filter(|character| matches!(character, '\u{2010}'..='\u{2026}' | '№')).count();
        after.chars().all(is_usual).then_some(Disguised { span, after, letters: letters + symbols * DISGUISED_LETTERS })
    }
}

fn is_usual(letter: char) -> bool {
    matches!(
        letter,
        'Ё' | 'ё' | 'А'..='я' | 'I' | 'І' | 'і' | 'Ғ' | 'ғ' | 'Қ' | 'қ' | 'Ң' | 'ң' | 'Ү' | 'ү' | 'Ұ' | 'ұ'
    ) || matches!(letter, 'Һ' | 'һ' | 'Ә' | 'ә' | 'Ө' | 'ө' | '\u{a0}'..='\u{ff}' | '\u{2010}'..='\u{2026}' | '№' | '€' | '™')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn repaired(text: &str) -> String {
        let mut made = String::new();
        let mut from = 0;
        for change in mojibake(text) {
            assert!(from <= change.span.start && change.span.start < change.span.end, "{change:?}");
            made.push_str(Span::new(from, change.span.start).of(text));
            made.push_str(&change.after);
            from = change.span.end;
        }
        made + Span::new(from, to_u32(text.len())).of(text)
    }

    /// A text written in one encoding and read in another.
    fn misread(text: &str, written: Option<CodePage>, read: CodePage) -> String {
        let bytes = match written {
            Some(code_page) => text.chars().map(|letter| code_page.byte(letter).unwrap()).collect(),
            None => text.as_bytes().to_vec(),
        };
        let letter = |byte: u8| match (byte, read.letters().get(usize::from(byte).wrapping_sub(128))) {
            (_, None) | (128..=159, Some('\u{fffd}')) => char::from(byte),
            (_, Some(letter)) => *letter,
        };
        bytes.into_iter().map(letter).collect()
    }

    const CHARTER: &str = "Қазақстан Республикасының Конституциясы әр адамның құқығы мен бостандығын қорғайды. Өз елінің \
        тәуелсіздігі – халықтың ең үлкен байлығы; жаһандық өзгерістер «Ұлт жоспарында» ескерілген, Үкімет 5 % туралы \
        хабарлады.";

    #[rstest]
    #[case::kz_1048("халќыныѕ теѕдігі", "халқының теңдігі")]
    #[case::pt154("халќыныњ тењдігі", "халқының теңдігі")]
    #[case::pt154_with_signs(
        "Ќазаќстан ‡кіметі ¤з ж±мысын к‰ніне орындайды, ¦лттыњ м‰ддесі",
        "Қазақстан Үкіметі Өз жұмысын күніне орындайды, Ұлттың мүддесі"
    )]
    #[case::the_other_reading_of_ye(
        "Тјуелсіздік пен бостандыќ, білім єылым ќоєам",
        "Тәуелсіздік пен бостандық, білім ғылым қоғам"
    )]
    #[case::pt154_reading_of_ye(
        "Тєуелсіздік пен бостандыќ, білім ѓылым ќоѓам",
        "Тәуелсіздік пен бостандық, білім ғылым қоғам"
    )]
    #[case::latin_i_within(
        "Ќазаќстанныѕ тјуелсiздiгi мен бiрлiгi, теѕдiк пен ќўќыќ",
        "Қазақстанның тәуелсiздiгi мен бiрлiгi, теңдiк пен құқық"
    )]
    #[case::in_capitals("ЌАЗАЌСТАН ХАЛЌЫНЫЅ БІРЛІГІ", "ҚАЗАҚСТАН ХАЛҚЫНЫҢ БІРЛІГІ")]
    #[case::within_russian(
        "Он сказал: «Ќазаќстан халќыныѕ бірлігі», и все согласились.",
        "Он сказал: «Қазақстан халқының бірлігі», и все согласились."
    )]
    #[case::utf8_as_1251("Т›Р°Р·Р°Т›СЃС‚Р°РЅ", "қазақстан")]
    #[case::utf8_as_1252("ÐšÐ°Ð·Ð°Ñ…Ñ\u{81}Ñ‚Ð°Ð½ â€“ Ð½Ð°Ñˆ Ð´Ð¾Ð¼", "Казахстан – наш дом")]
    #[case::one_apostrophe("The people itâ€™s about", "The people it’s about")]
    #[case::apostrophe_as_1251("The people itвЂ™s about", "The people it’s about")]
    #[case::accents("The cafÃ©, naÃ¯ve and FranÃ§ois", "The café, naïve and François")]
    fn what_was_read_wrongly_is_repaired(#[case] before: &str, #[case] after: &str) {
        assert_eq!(repaired(before), after);
    }

    #[test]
    fn a_text_misread_as_a_whole_comes_back() {
        let pages = [
            (Some(CodePage::KZ_1048), CodePage::WINDOWS_1251),
            (Some(CodePage::PT_154), CodePage::WINDOWS_1251),
            (None, CodePage::WINDOWS_1251),
            (None, CodePage::WINDOWS_1252),
        ];
        let russian = "Все люди рождаются свободными и равными в своём достоинстве – и в правах.";
        for (written, read) in pages {
            assert_eq!(repaired(&misread(CHARTER, written, read)), CHARTER, "{written:?}");
            assert_eq!(repaired(&misread(russian, written, read)), russian, "{written:?}");
        }
    }

    #[test]
    fn the_sample_texts_come_back() {
        for text in [
            include_str!("../../../../www/samples/udhr-kaz.txt"),
            include_str!("../../../../www/samples/constitution-kz-kaz-excerpt.txt"),
        ] {
            let text = text.replace('\u{2010}', "-");
            for page in [CodePage::KZ_1048, CodePage::PT_154] {
                let found = repaired(&misread(&text, Some(page), CodePage::WINDOWS_1251));
                let wrong: Vec<_> =
                    found.split(' ').zip(text.split(' ')).filter(|(found, word)| found != word).collect();
                assert!(wrong.is_empty(), "{page:?}: {wrong:?}");
            }
        }
    }

    #[rstest]
    #[case::ukrainian(
        "Її країна – Україна. Європейський вибір є її правом, і кожен громадянин має свої обов’язки; ґрунт і гідність."
    )]
    #[case::ukrainian_declaration(
        "Усі люди народжуються вільними і рівними у своїй гідності та правах, вони наділені розумом і сумлінням."
    )]
    #[case::ukrainian_in_russian(
        "Он ответил: «Її єдина мрія – жити в Україні, це її країна», и мы это услышали. Выборы были честными."
    )]
    #[case::belarusian("Ён быў у Мінску, ўсе людзі роўныя, і кожны мае права на сваю мову і ўласную думку.")]
    #[case::serbian(
        "Сва људска бића рађају се слободна и једнака у достојанству и правима, њихова је дужност да поштују ћирилицу."
    )]
    #[case::macedonian(
        "Сите човечки суштества се раѓаат слободни; нивниот ѕид, ќерка и љубов, џеб и ѓердан, јазик и њива."
    )]
    #[case::macedonian_in_russian(
        "Слова ќерка, ѕвезда, јазик и ѓердан – македонские, а мы их выучили; і – буква украинская."
    )]
    #[case::characters(
        "Қазақстанда өсім 5 ‰ болды, қате ±3, ұзындығы 7 µm немесе 7 µм, ±а, §5 және ¤ белгісі бір-бірінен бөлек."
    )]
    #[case::kazakh("Қазақстан халқының теңдігі мен бірлігі – «Ұлт жоспары».")]
    #[case::russian("Указ № 5 от 3 мая: СССР» и «РСФСР», 20 °C, 7 € и 3 ½ – всё это осталось. ТУ±2")]
    #[case::french_and_spanish("ÂGE, ÊTRE, ÑANDÚ, SÃO PAULO, naïve façade – âme")]
    #[case::one_letter_is_not_enough("Қазақ тілінде ќ әрпі жоқ, сондықтан ќұқық деп жазбайды.")]
    fn living_alphabets_and_symbols_are_left_alone(#[case] text: &str) {
        assert_eq!(mojibake(text), [], "{}", repaired(text));
    }

    #[test]
    fn a_repaired_text_is_not_repaired_again() {
        for (written, read) in [
            (Some(CodePage::KZ_1048), CodePage::WINDOWS_1251),
            (Some(CodePage::PT_154), CodePage::WINDOWS_1251),
            (None, CodePage::WINDOWS_1251),
        ] {
            assert_eq!(mojibake(&repaired(&misread(CHARTER, written, read))), []);
        }
    }

    proptest! {
        #[test]
        fn changes_ascend_and_stand_on_letter_boundaries(text in "[ќѕјїўњѓыі‰±µ ТРСЃЂ°›Ðâ€™a-c]{0,40}") {
            let mut from = 0;
            for change in mojibake(&text) {
                prop_assert!(change.span.start >= from && change.span.start < change.span.end);
                prop_assert!(!change.span.of(&text).is_empty());
                from = change.span.end;
            }
        }

        #[test]
        fn any_text_is_borne(text in "\\PC{0,60}") {
            mojibake(&text);
        }
    }
}
