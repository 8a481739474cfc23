//! The numbers of a sheet as they are meant: `1984`, not `1984.0`; a day, not the count of days.

/// Numbers from here on, and below the inverse, are left as they are written.
const PLAIN_BELOW: f64 = 1e15;

/// Writes a number as somebody would: 0.1 and not 0.10000000000000001, which is how a workbook
/// holds it.
pub(super) fn plain_number(written: &str) -> String {
    let written = written.trim();
    match written.parse::<f64>() {
        Ok(0.0) => "0".to_owned(),
        Ok(number) if (1.0 / PLAIN_BELOW..PLAIN_BELOW).contains(&number.abs()) => number.to_string(),
        _ => written.to_owned(),
    }
}

/// Days before 1 January 1970 in the two ways of counting.
const FROM_1900: i64 = 25_569;
const FROM_1904: i64 = 24_107;
/// 31 December 9999, the last day that a sheet knows.
const LAST_DAY: f64 = 2_958_465.0;

/// Writes a count of days as a date, a part of a day as a time; `None` for a day that there is not.
pub(super) fn date(written: &str, counts_from_1904: bool) -> Option<String> {
    let number: f64 = written.trim().parse().ok().filter(|number| (0.0..=LAST_DAY).contains(number))?;
    #[expect(clippy::cast_possible_truncation, reason = "both are in range")]
    let (days, minutes) = {
        // The last half minute of a day belongs to the next one.
        let minutes = (number * 1440.0).round() as i64;
        (minutes / 1440, minutes % 1440)
    };
    let time = (minutes > 0).then(|| format!("{:02}:{:02}", minutes / 60, minutes % 60));
    if days == 0 && !counts_from_1904 {
        return time;
    }
    let since_1970 = match (counts_from_1904, days) {
        (true, _) => days - FROM_1904,
        // The first programs of the kind took 1900 for a leap year.
        (false, 60) => return None,
        (false, ..60) => days - FROM_1900 + 1,
        (false, _) => days - FROM_1900,
    };
    let (year, month, day) = civil(since_1970);
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(time.map_or_else(|| date.clone(), |time| format!("{date} {time}")))
}

/// The calendar date of a number of days after 1 January 1970. Years begin in March here, so that
/// the leap day is the last.
fn civil(days: i64) -> (i64, i64, i64) {
    const DAYS_OF_400_YEARS: i64 = 146_097;
    let days = days + 719_468;
    let era = days.div_euclid(DAYS_OF_400_YEARS);
    let of_era = days.rem_euclid(DAYS_OF_400_YEARS);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_meant() {
        for (written, plain) in [
            ("1984", "1984"),
            ("1984.0", "1984"),
            ("0.10000000000000001", "0.1"),
            ("-0.5", "-0.5"),
            ("1E-3", "0.001"),
            ("0", "0"),
            ("-0.0", "0"),
            ("1E+300", "1E+300"),
            ("nan", "nan"),
            ("1.5 ", "1.5"),
        ] {
            assert_eq!(plain_number(written), plain);
        }
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        for (written, is_1904, day) in [
            ("1", false, Some("1900-01-01")),
            ("59", false, Some("1900-02-28")),
            ("60", false, None),
            ("61", false, Some("1900-03-01")),
            ("25569", false, Some("1970-01-01")),
            ("45292.5", false, Some("2024-01-01 12:00")),
            ("45351", false, Some("2024-02-29")),
            ("0.25", false, Some("06:00")),
            ("45292.9999", false, Some("2024-01-02")),
            ("59.9999", false, None),
            ("43890", true, Some("2024-03-01")),
            ("0", true, Some("1904-01-01")),
            ("2958465", false, Some("9999-12-31")),
            ("2958466", false, None),
            ("-1", false, None),
            ("x", false, None),
        ] {
            assert_eq!(date(written, is_1904).as_deref(), day, "{written}");
        }
    }
}
