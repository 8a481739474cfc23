//! A number of days → a moment.

/// A moment.
pub(super) struct Time {
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) weekday: usize,
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: u32,
    /// Seconds since the first day.
    pub(super) elapsed: u64,
}

/// 31 December 9999, the last day that a sheet knows.
const LAST_DAY: f64 = 2_958_466.0;

impl Time {
    /// Returns the moment that a number of days is; `None` for a day that there is not.
    pub(super) fn of(number: f64, counts_from_1904: bool) -> Option<Self> {
        if !(0.0..LAST_DAY).contains(&number) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range")]
        let elapsed = (number * 86_400.0).round() as u64;
        let (days, seconds) = (elapsed / 86_400, elapsed % 86_400);
        let days = if counts_from_1904 { days + 1_462 } else { days };
        // The first programs of the kind took 1900 for a leap year.
        let since_1900 = if days > 60 { days - 1 } else { days };
        let (year, month, day) = if days == 60 { (1900, 2, 29) } else { civil(since_1900) };
        let part = |number: u64| u32::try_from(number).unwrap_or(0);
        Some(Self {
            year,
            month,
            day,
            weekday: usize::try_from((days + 6) % 7).unwrap_or(0),
            hour: part(seconds / 3600),
            minute: part(seconds / 60 % 60),
            second: part(seconds % 60),
            elapsed,
        })
    }
}

/// Returns the calendar date of a number of days after 31 December 1899. Years begin in March here,
/// so that the leap day is the last.
fn civil(days: u64) -> (u32, u32, u32) {
    const DAYS_OF_400_YEARS: u64 = 146_097;
    // Days from 1 March 1600 to 31 December 1899.
    let days = days + 109_512;
    let era = days / DAYS_OF_400_YEARS;
    let of_era = days % DAYS_OF_400_YEARS;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = 1600 + era * 400 + year_of_era + u64::from(month <= 2);
    let part = |number: u64| u32::try_from(number).unwrap_or(0);
    (part(year), part(month), part(day))
}
