//! Widths of fonts that every viewer has, for files that do not give them.
//!
//! Of the metrics that Adobe published; bold and slanted fonts are near enough for deciding where a
//! word ends.

/// Thousandths of the font size for the codes 20 to 7E.
const SANS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
const SERIF: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];
const MONOSPACED: u16 = 600;

/// Returns the width of a code in a font of a name.
pub(super) fn width(name: &[u8], code: u32) -> f64 {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    if name.contains("courier") || name.contains("mono") || name.contains("consol") {
        return f64::from(MONOSPACED);
    }
    let is_serif = ["times", "serif", "roman", "georgia", "garamond"].iter().any(|part| name.contains(part));
    let table = if is_serif && !name.contains("sans") { &SERIF } else { &SANS };
    let index = code.checked_sub(0x20).and_then(|index| usize::try_from(index).ok());
    f64::from(index.and_then(|index| table.get(index)).copied().unwrap_or(556))
}
