//! Days of the calendar, as ISO 8601 writes them.

/// Returns `true` for a year, a month or a day of the Gregorian calendar: `2024`, `2024-03` or
/// `2024-03-01`.
///
/// ```
/// use tarazy_engine::format::is_date;
/// assert!(is_date("2024") && is_date("2024-02") && is_date("2024-02-29"));
/// assert!(!is_date("2023-02-29") && !is_date("24-02") && !is_date("2024-2-1") && !is_date("2024-00"));
/// ```
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, len: usize| {
        (part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (year, month, day) = match parts[..] {
        [year] => (year, "01", "01"),
        [year, month] => (year, month, "01"),
        [year, month, day] => (year, month, day),
        _ => return false,
    };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return false;
    };
    (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day)
}

/// Returns the number of days in a month of the Gregorian calendar.
pub(crate) fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
