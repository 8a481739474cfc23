//! Bytes ⇄ letters of the sets of letters with one byte each that texts were written in before
//! Unicode.
//!
//! Each set is ASCII and 128 further characters, kept here as one string in the order of the bytes.
//! A byte that a set leaves undefined is U+FFFD.
//!
//! Law: what a table can write it reads back: `decode(encode(x)) == x`.
//!
//! Sources: unicode.org, MAPPINGS/VENDORS (MICSFT/WINDOWS/CP1251, CP1252, MISC/KZ1048, MISC/KOI8-R,
//! KOI8-U, MICSFT/PC/CP866, APPLE/CYRILLIC) and MAPPINGS/ISO8859/8859-5; PTCP154 as registered at
//! iana.org. `tests/data/code-pages.tsv` holds the same tables as the codecs of Python 3 have them.

/// One set of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodePage {
    /// What the bytes 0x80 to 0xFF mean.
    upper: &'static str,
}

impl CodePage {
    /// Windows-1251.
    pub const WINDOWS_1251: Self = Self {
        upper: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
            АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
    };
    /// KZ-1048 (STRK1048, RK1048).
    pub const KZ_1048: Self = Self {
        upper: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\u{fffd}™љ›њқһџ\u{a0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{ad}®Ү°±Ііөµ¶·ё№ғ»әҢңү\
            АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
    };
    /// PT154 (PTCP154, Cyrillic-Asian).
    pub const PT_154: Self = Self {
        upper: "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u{a0}ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ\
            АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
    };
    /// KOI8-R.
    pub const KOI8_R: Self = Self {
        upper: "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
            юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    };
    /// KOI8-U.
    pub const KOI8_U: Self = Self {
        upper: "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©\
            юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    };
    /// IBM866 (DOS).
    pub const IBM_866: Self = Self {
        upper: "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
            └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}",
    };
    /// ISO-8859-5.
    pub const ISO_8859_5: Self = Self {
        upper: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
            \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
            \u{a0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{ad}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
            абвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ",
    };
    /// MacCyrillic.
    pub const MAC_CYRILLIC: Self = Self {
        upper: "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ\
            јЅ¬√ƒ≈∆«»…\u{a0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€",
    };
    /// Windows-1252.
    pub const WINDOWS_1252: Self = Self {
        upper: "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\
            \u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ\
            \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
            ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    };

    /// Returns what each of the bytes 0x80 to 0xFF means; U+FFFD where it means nothing.
    pub fn letters(self) -> [char; 128] {
        let mut letters = [char::REPLACEMENT_CHARACTER; 128];
        letters.iter_mut().zip(self.upper.chars()).for_each(|(place, letter)| *place = letter);
        letters
    }

    /// Returns what bytes mean, one letter a byte; U+FFFD where one means nothing.
    pub fn decode(self, bytes: &[u8]) -> impl Iterator<Item = char> + Clone {
        let upper = self.letters();
        bytes
            .iter()
            .map(move |byte| upper.get(usize::from(*byte).wrapping_sub(128)).copied().unwrap_or(char::from(*byte)))
    }

    /// Returns the byte that stands for `letter`, if the set has it. Cost: linear in the set.
    pub fn byte(self, letter: char) -> Option<u8> {
        if letter.is_ascii() {
            return u8::try_from(letter).ok();
        }
        let at = self.upper.chars().position(|listed| listed == letter && listed != char::REPLACEMENT_CHARACTER)?;
        u8::try_from(at + 128).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_that_of_an_independent_implementation() {
        let tables = [
            ("Windows-1251", CodePage::WINDOWS_1251),
            ("KZ-1048", CodePage::KZ_1048),
            ("PT154", CodePage::PT_154),
            ("KOI8-R", CodePage::KOI8_R),
            ("KOI8-U", CodePage::KOI8_U),
            ("IBM866", CodePage::IBM_866),
            ("ISO-8859-5", CodePage::ISO_8859_5),
            ("MacCyrillic", CodePage::MAC_CYRILLIC),
            ("Windows-1252", CodePage::WINDOWS_1252),
        ];
        let fixture = include_str!("../../../../tests/data/code-pages.tsv");
        let lines: Vec<&str> = fixture.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines.len(), tables.len());
        for (line, (name, table)) in lines.into_iter().zip(tables) {
            let (listed, codes) = line.split_once('\t').unwrap();
            let codes: Vec<u32> = codes.split(' ').map(|code| u32::from_str_radix(code, 16).unwrap()).collect();
            assert_eq!((listed, codes), (name, table.letters().map(u32::from).to_vec()));
            for (byte, letter) in (128..=255).zip(table.letters()) {
                let expected = (letter != char::REPLACEMENT_CHARACTER).then_some(byte);
                assert_eq!(table.byte(letter), expected, "{name} {byte:x}");
            }
        }
    }
}
