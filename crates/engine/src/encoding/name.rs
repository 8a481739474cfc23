//! The encodings in which plain texts come.

use serde::{Deserialize, Serialize};

use super::code_page::CodePage;

/// How a text is written in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, the lower byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, the higher byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1251: Russian and other Slavic languages; of the Kazakh letters only І.
    #[serde(rename = "windows-1251")]
    Windows1251,
    /// KZ-1048, also STRK1048 and RK1048: the Kazakh standard of 2002.
    #[serde(rename = "kz-1048")]
    Kz1048,
    /// PT154, also PTCP154 and Cyrillic-Asian.
    #[serde(rename = "pt154")]
    Pt154,
    /// KOI8-R: Russian on Unix and in mail.
    #[serde(rename = "koi8-r")]
    Koi8R,
    /// KOI8-U: the same with Ukrainian letters.
    #[serde(rename = "koi8-u")]
    Koi8U,
    /// IBM866: Russian under DOS.
    #[serde(rename = "ibm866")]
    Ibm866,
    /// ISO-8859-5.
    #[serde(rename = "iso-8859-5")]
    Iso8859_5,
    /// MacCyrillic.
    #[serde(rename = "x-mac-cyrillic")]
    MacCyrillic,
    /// Windows-1252: English and other languages of western Europe.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// All encodings, in the order in which an interface lists them.
    pub const ALL: [Self; 12] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1251,
        Self::Kz1048,
        Self::Pt154,
        Self::Koi8R,
        Self::Koi8U,
        Self::Ibm866,
        Self::Iso8859_5,
        Self::MacCyrillic,
        Self::Windows1252,
    ];

    /// Returns the stable code: `utf-8`, `kz-1048` … As far as the web knows the encoding it is the
    /// web's name for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1251 => "windows-1251",
            Self::Kz1048 => "kz-1048",
            Self::Pt154 => "pt154",
            Self::Koi8R => "koi8-r",
            Self::Koi8U => "koi8-u",
            Self::Ibm866 => "ibm866",
            Self::Iso8859_5 => "iso-8859-5",
            Self::MacCyrillic => "x-mac-cyrillic",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// Finds the encoding with a code, in capitals or small letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.code().eq_ignore_ascii_case(code))
    }

    /// Returns the name by which people know it. It is the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1251 => "Windows-1251",
            Self::Kz1048 => "KZ-1048",
            Self::Pt154 => "PT154",
            Self::Koi8R => "KOI8-R",
            Self::Koi8U => "KOI8-U",
            Self::Ibm866 => "IBM866",
            Self::Iso8859_5 => "ISO-8859-5",
            Self::MacCyrillic => "MacCyrillic",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// Returns the table of an encoding with one byte a letter.
    pub(crate) const fn code_page(self) -> Option<CodePage> {
        match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => None,
            Self::Windows1251 => Some(CodePage::WINDOWS_1251),
            Self::Kz1048 => Some(CodePage::KZ_1048),
            Self::Pt154 => Some(CodePage::PT_154),
            Self::Koi8R => Some(CodePage::KOI8_R),
            Self::Koi8U => Some(CodePage::KOI8_U),
            Self::Ibm866 => Some(CodePage::IBM_866),
            Self::Iso8859_5 => Some(CodePage::ISO_8859_5),
            Self::MacCyrillic => Some(CodePage::MAC_CYRILLIC),
            Self::Windows1252 => Some(CodePage::WINDOWS_1252),
        }
    }
}

/// In which encoding to read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum EncodingChoice {
    /// The engine looks at the bytes and says what it found.
    #[default]
    Auto,
    /// The user chose it.
    Fixed(Encoding),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_one_encoding_everywhere() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_code(&encoding.code().to_uppercase()), Some(encoding));
            assert_eq!(serde_json::to_string(&encoding).unwrap(), format!("\"{}\"", encoding.code()));
        }
        assert_eq!(Encoding::from_code("utf-32"), None);
    }
}
