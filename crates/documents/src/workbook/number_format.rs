//! Numbers of a workbook → what their formats show (ECMA-376, 18.8.31).

use super::time::Time;

/// How a number is shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct NumberFormat {
    /// For positive numbers, negative ones and zero; one stands for the missing ones.
    sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq)]
struct Section {
    pieces: Vec<Piece>,
    is_date: bool,
    has_half_days: bool,
}

/// A piece of a format.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Literal(String),
    /// A run of digits: `#,##0.00`.
    Digits {
        whole: usize,
        decimals: usize,
        least_decimals: usize,
        has_groups: bool,
        thousands: usize,
    },
    Percent,
    /// What a format says of a date: a letter and how often it stands.
    Date(char, usize),
    /// Hours, minutes or seconds beyond a day.
    Elapsed(char),
    HalfDay,
    General,
}

/// Returns the format that a number below 50 stands for.
pub(super) fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 | 48 => "0.00E+00",
        14 | 27..=31 | 36 | 50..=58 => "m/d/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 | 32 | 34 => "h:mm",
        21 | 33 | 35 => "h:mm:ss",
        22 => "m/d/yyyy h:mm",
        37 | 38 => "#,##0 ;(#,##0)",
        39 | 40 => "#,##0.00 ;(#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        _ => "General",
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// The longest format that is read, and the most digits that it shows.
const LONGEST: usize = 255;
const MOST_DECIMALS: usize = 30;

impl NumberFormat {
    /// Reads a format.
    pub(super) fn new(code: &str) -> Self {
        let code: String = code.chars().take(LONGEST).collect();
        if code.eq_ignore_ascii_case("general") || code == "@" {
            return Self::default();
        }
        Self { sections: sections(&code).iter().map(|section| Section::new(section)).collect() }
    }

    /// Returns what is shown of a number that is stored as `written`.
    pub(super) fn show(&self, number: f64, written: &str, counts_from_1904: bool) -> String {
        let Some(section) = self.section(number) else { return general(number, written) };
        if section.is_date {
            let Some(time) = Time::of(number, counts_from_1904) else { return general(number, written) };
            return section.show_date(&time);
        }
        let has_own = number < 0.0 && self.sections.len() > 1;
        section.show_number(if has_own { number.abs() } else { number }, written)
    }

    /// Returns the date that a number is, as ISO 8601 writes it.
    pub(super) fn date(&self, number: f64, counts_from_1904: bool) -> Option<String> {
        self.section(number).filter(|section| section.is_date)?;
        let time = Time::of(number, counts_from_1904).filter(|_| number >= 1.0)?;
        Some(format!("{:04}-{:02}-{:02}", time.year, time.month, time.day))
    }

    fn section(&self, number: f64) -> Option<&Section> {
        let at = if number < 0.0 { 1 } else { usize::from(number == 0.0) * 2 };
        self.sections.get(at).or(self.sections.first())
    }
}

/// Returns a number without a format: 0.1 and not 0.10000000000000001, which is how a workbook holds
/// it.
fn general(number: f64, written: &str) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    if !(1e-9..1e15).contains(&number.abs()) {
        return written.to_owned();
    }
    // Ten digits are shown, and more before the point.
    let before = format!("{:.0}", number.abs().trunc()).len();
    let shown = format!("{number:.*}", 10_usize.saturating_sub(before));
    if shown.contains('.') { shown.trim_end_matches('0').trim_end_matches('.').to_owned() } else { shown }
}

/// Cuts a format at its semicolons.
fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut is_quoted, mut letters) = (false, code.chars());
    while let Some(letter) = letters.next() {
        let section = sections.last_mut().expect("there is always a section");
        match letter {
            ';' if !is_quoted => {
                sections.push(String::new());
                continue;
            }
            '\\' | '_' | '*' if !is_quoted => {
                section.push(letter);
                section.extend(letters.next());
                continue;
            }
            '"' => is_quoted = !is_quoted,
            _ => {}
        }
        section.push(letter);
    }
    sections
}

impl Section {
    fn new(code: &str) -> Self {
        let mut section = Self { pieces: Vec::new(), is_date: false, has_half_days: false };
        let letters: Vec<char> = code.chars().collect();
        let mut at = 0;
        while at < letters.len() {
            at += section.piece(&letters[at..]);
        }
        section
    }

    /// Reads the piece with which characters begin, and returns its length.
    fn piece(&mut self, letters: &[char]) -> usize {
        let first = letters[0];
        let until =
            |end: char| letters[1..].iter().position(|letter| *letter == end).map_or(letters.len(), |at| at + 2);
        match first {
            '"' => {
                let len = until('"');
                self.literal(letters[1..len].iter().filter(|letter| **letter != '"').collect());
                len
            }
            '\\' => {
                self.literal(letters.get(1).into_iter().collect());
                2
            }
            '_' => {
                self.literal(" ".to_owned());
                2
            }
            '*' => 2,
            '[' => {
                let len = until(']');
                self.bracket(&letters[1..len]);
                len
            }
            '0' | '#' | '?' | '.' => self.digits(letters),
            '%' => {
                self.literal("%".to_owned());
                self.pieces.push(Piece::Percent);
                1
            }
            'A' | 'a' if starts_with(letters, "am/pm") || starts_with(letters, "a/p") => {
                (self.is_date, self.has_half_days) = (true, true);
                self.pieces.push(Piece::HalfDay);
                if starts_with(letters, "am/pm") { 5 } else { 3 }
            }
            'G' | 'g' if starts_with(letters, "general") => {
                self.pieces.push(Piece::General);
                7
            }
            'E' | 'e' if matches!(letters.get(1), Some('+' | '-')) => {
                self.pieces = vec![Piece::General];
                letters.len()
            }
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                let len = letters.iter().take_while(|letter| letter.eq_ignore_ascii_case(&first)).count();
                self.is_date = true;
                self.pieces.push(Piece::Date(first.to_ascii_lowercase(), len));
                len
            }
            other => {
                self.literal(other.to_string());
                1
            }
        }
    }

    fn literal(&mut self, text: String) {
        match self.pieces.last_mut() {
            Some(Piece::Literal(before)) => before.push_str(&text),
            _ => self.pieces.push(Piece::Literal(text)),
        }
    }

    /// Reads what stands in brackets: a time beyond a day, the sign of a currency, a colour.
    fn bracket(&mut self, letters: &[char]) {
        let text: String = letters.iter().filter(|letter| **letter != ']').collect();
        if let Some(rest) = text.strip_prefix('$') {
            let sign = rest.split('-').next().unwrap_or("").to_owned();
            self.literal(sign);
        } else if let Some(first) = text.chars().next().map(|first| first.to_ascii_lowercase())
            && matches!(first, 'h' | 'm' | 's')
            && text.chars().all(|letter| letter.eq_ignore_ascii_case(&first))
        {
            self.is_date = true;
            self.pieces.push(Piece::Elapsed(first));
        }
    }

    fn digits(&mut self, letters: &[char]) -> usize {
        let len = letters.iter().take_while(|letter| matches!(letter, '0' | '#' | '?' | ',' | '.')).count();
        let run = &letters[..len];
        // Seconds have decimals.
        if self.is_date {
            let decimals = run.iter().filter(|letter| **letter == '0').count();
            self.pieces.push(Piece::Date('0', decimals.min(3)));
            return len;
        }
        let point = run.iter().position(|letter| *letter == '.').unwrap_or(len);
        let count = |run: &[char], wanted: &[char]| run.iter().filter(|letter| wanted.contains(letter)).count();
        let after = run.get(point + 1..).unwrap_or_default();
        let thousands = run.iter().rev().take_while(|letter| **letter == ',').count();
        self.pieces.push(Piece::Digits {
            whole: count(&run[..point], &['0']),
            decimals: count(after, &['0', '#', '?']).min(MOST_DECIMALS),
            least_decimals: count(after, &['0']).min(MOST_DECIMALS),
            has_groups: count(&run[..point.min(len - thousands)], &[',']) > 0,
            thousands,
        });
        len
    }

    fn show_number(&self, number: f64, written: &str) -> String {
        let has_percent = self.pieces.contains(&Piece::Percent);
        let number = if has_percent { number * 100.0 } else { number };
        let mut is_shown = false;
        let mut shown = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Literal(text) => shown.push_str(text),
                Piece::Digits { whole, decimals, least_decimals, has_groups, thousands } if !is_shown => {
                    is_shown = true;
                    let number = number / 1000_f64.powi(i32::try_from(*thousands).unwrap_or(0));
                    shown.push_str(&digits(number, *whole, *decimals, *least_decimals, *has_groups));
                }
                Piece::General => shown.push_str(&general(number, written)),
                _ => {}
            }
        }
        shown
    }

    fn show_date(&self, time: &Time) -> String {
        let mut shown = String::new();
        let mut before = ' ';
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Literal(text) => shown.push_str(text),
                Piece::HalfDay => shown.push_str(if time.hour < 12 { "AM" } else { "PM" }),
                Piece::Elapsed(unit) => {
                    let seconds = time.elapsed;
                    let count = match unit {
                        'h' => seconds / 3600,
                        'm' => seconds / 60,
                        _ => seconds,
                    };
                    shown.push_str(&count.to_string());
                    before = *unit;
                }
                Piece::Date(unit, len) => {
                    let next = self.pieces[at + 1..].iter().find_map(|piece| match piece {
                        Piece::Date(unit, _) | Piece::Elapsed(unit) => Some(*unit),
                        _ => None,
                    });
                    let is_minute = *unit == 'm' && (before == 'h' || next == Some('s'));
                    shown.push_str(&self.part(time, if is_minute { 'n' } else { *unit }, *len));
                    before = *unit;
                }
                _ => {}
            }
        }
        shown
    }

    /// Returns one part of a date; `n` stands for minutes.
    fn part(&self, time: &Time, unit: char, len: usize) -> String {
        let padded = |number: u32| if len >= 2 { format!("{number:02}") } else { number.to_string() };
        match (unit, len) {
            ('y', ..=2) => format!("{:02}", time.year % 100),
            ('y', _) => format!("{:04}", time.year),
            ('m', 3) => MONTHS[time.month as usize - 1][..3].to_owned(),
            ('m', 5) => MONTHS[time.month as usize - 1][..1].to_owned(),
            ('m', 4..) => MONTHS[time.month as usize - 1].to_owned(),
            ('m', _) => padded(time.month),
            ('d', 3) => DAYS[time.weekday][..3].to_owned(),
            ('d', 4..) => DAYS[time.weekday].to_owned(),
            ('d', _) => padded(time.day),
            ('h', _) if self.has_half_days => padded((time.hour + 11) % 12 + 1),
            ('h', _) => padded(time.hour),
            ('n', _) => padded(time.minute),
            ('s', _) => padded(time.second),
            ('0', _) => format!(".{}", "0".repeat(len)),
            _ => String::new(),
        }
    }
}

fn starts_with(letters: &[char], text: &str) -> bool {
    letters.len() >= text.len()
        && letters.iter().zip(text.chars()).all(|(letter, wanted)| letter.eq_ignore_ascii_case(&wanted))
}

/// Writes a number with at least `whole` digits before the point.
fn digits(number: f64, whole: usize, decimals: usize, least_decimals: usize, has_groups: bool) -> String {
    // Half is rounded up, as a decimal: 1.005 is a little less in binary.
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let scaled = (number.abs() * scale * (1.0 + 1e-15)).round();
    let rounded = if scaled < 1e15 { scaled / scale } else { number.abs() };
    let written = format!("{rounded:.decimals$}");
    let (before, after) = written.split_once('.').unwrap_or((&written, ""));
    let before = if before == "0" && whole == 0 && decimals > 0 { "" } else { before };
    let mut before = format!("{}{before}", "0".repeat(whole.saturating_sub(before.len()).min(MOST_DECIMALS)));
    if has_groups {
        let len = before.len();
        before = before
            .chars()
            .enumerate()
            .flat_map(|(at, digit)| (at > 0 && (len - at) % 3 == 0).then_some(',').into_iter().chain([digit]))
            .collect();
    }
    let kept = after.trim_end_matches('0').len().max(least_decimals).min(after.len());
    let sign = if number < 0.0 && written.bytes().any(|digit| matches!(digit, b'1'..=b'9')) { "-" } else { "" };
    let point = if kept > 0 { "." } else { "" };
    format!("{sign}{before}{point}{}", &after[..kept])
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("General", 1984.0, "1984")]
    #[case("General", 0.1, "0.1")]
    #[case("General", 1.0 / 3.0, "0.333333333")]
    #[case("0.00", 1.005, "1.01")]
    #[case("#,##0", 1_234_567.4, "1,234,567")]
    #[case("#,##0.00;(#,##0.00)", -1234.5, "(1,234.50)")]
    #[case("0%", 0.125, "13%")]
    #[case("0.0%", 0.125, "12.5%")]
    #[case("\"$\"#,##0", 1200.0, "$1,200")]
    #[case("[$₸-43F]0", 5.0, "₸5")]
    #[case("[Red]-0", -3.0, "--3")]
    #[case("#.##", 0.5, ".5")]
    #[case("000", 7.0, "007")]
    #[case("0,", 12_000.0, "12")]
    #[case("0.00E+00", 12_000.0, "12000")]
    #[case("m/d/yyyy", 45_351.0, "2/29/2024")]
    #[case("dd.mm.yyyy hh:mm:ss", 45_292.5, "01.01.2024 12:00:00")]
    #[case("d-mmm-yy", 61.0, "1-Mar-00")]
    #[case("m/d/yyyy", 1.0, "1/1/1900")]
    #[case("m/d/yyyy", 60.0, "2/29/1900")]
    #[case("h:mm AM/PM", 0.75, "6:00 PM")]
    #[case("mm:ss.0", 0.001, "01:26.0")]
    #[case("[h]:mm", 1.5, "36:00")]
    #[case("dddd", 45_292.0, "Monday")]
    #[case("yyyy", -1.0, "-1")]
    #[case(";;;", 5.0, "")]
    fn numbers_are_shown_in_their_formats(#[case] code: &str, #[case] number: f64, #[case] shown: &str) {
        assert_eq!(NumberFormat::new(code).show(number, &number.to_string(), false), shown);
    }

    #[test]
    fn dates_are_written_as_data() {
        let format = NumberFormat::new("d.m.yy");
        assert_eq!(format.date(43_890.0, true).as_deref(), Some("2024-03-01"));
        assert_eq!(format.date(2_958_465.0, false).as_deref(), Some("9999-12-31"));
        assert_eq!(NumberFormat::new("0").date(43_890.0, false), None);
    }

    proptest::proptest! {
        #[test]
        fn formats_never_panic(code in r#"[#0?.,;"\\_*\[\]$%yYmMdDhHsSaApPgeE+/: -]{0,20}"#, number: f64) {
            let format = NumberFormat::new(&code);
            if number.is_finite() {
                format.show(number, "", false);
                format.date(number, true);
            }
        }
    }
}
