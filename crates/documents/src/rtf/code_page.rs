//! Code pages by their numbers, and bytes in them → text.

use tarazy_engine::encoding::CodePage;

/// A font of symbols, whose bytes are no characters.
pub(super) const SYMBOL: u32 = 42;

/// Returns the code page of a font's set of characters; `None` for that of the document.
pub(super) fn of_charset(charset: i32) -> Option<u32> {
    Some(match charset {
        0 => 1252,
        2 => SYMBOL,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => return None,
    })
}

/// Returns the character of a font of symbols, in the area of private use where such fonts have them.
pub(super) fn symbol(byte: u8) -> char {
    if byte == b' ' { ' ' } else { char::from_u32(0xF000 + u32::from(byte)).unwrap_or(' ') }
}

/// Returns what bytes mean; U+FFFD where they mean nothing. Code pages of DOS but 866 are read as
/// Windows-1252, with which they share ASCII.
pub(super) fn decode(code_page: u32, bytes: &[u8]) -> String {
    let encoding = match code_page {
        866 => return CodePage::IBM_866.decode(bytes).collect(),
        1251 => return CodePage::WINDOWS_1251.decode(bytes).collect(),
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        874 => encoding_rs::WINDOWS_874,
        1250 => encoding_rs::WINDOWS_1250,
        1253 => encoding_rs::WINDOWS_1253,
        1254 => encoding_rs::WINDOWS_1254,
        1255 => encoding_rs::WINDOWS_1255,
        1256 => encoding_rs::WINDOWS_1256,
        1257 => encoding_rs::WINDOWS_1257,
        1258 => encoding_rs::WINDOWS_1258,
        10_000 => encoding_rs::MACINTOSH,
        10_007 => encoding_rs::X_MAC_CYRILLIC,
        20_866 => encoding_rs::KOI8_R,
        21_866 => encoding_rs::KOI8_U,
        65_001 => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
