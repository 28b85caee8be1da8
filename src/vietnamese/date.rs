use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A day of the Gregorian calendar; in files ISO 8601 (`2017-06-12`), on the page `12/06/2017`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Neither `12/06/2017` nor, in files, `2017-06-12`.
    Form,
    /// The form is right but the calendar has no such day, as `31/02/2017`.
    NoSuchDay,
    /// A year that no officer means, as 1017 or 2071 typed for 2017; only what is typed is asked about it.
    FarYear,
}

/// 30 December 1899 as a Julian day.
const SPREADSHEETS: i32 = 2_415_019;

/// Years that may be typed.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2050;

impl Date {
    /// The day of this year, month (1 to 12) and day of the month, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        let month = time::Month::try_from(month).map_err(|_| DateError::NoSuchDay)?;
        time::Date::from_calendar_date(year, month, day).map(Self).map_err(|_| DateError::NoSuchDay)
    }

    /// The day written as ISO 8601, four digits, two and two: the only form in files.
    pub fn parse_iso(text: &str) -> Result<Self, DateError> {
        let well_formed = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !well_formed {
            return Err(DateError::Form);
        }
        from_parts(&text[..4], &text[5..7], &text[8..])
    }

    /// The day as an officer types it: `12/6/2017`, `12-06-2017` or `12.6.2017`, day first, year with four digits; or as
    /// files write it, `2017-06-12`, which has one reading only.
    pub fn parse_typed(text: &str) -> Result<Self, DateError> {
        let day = Self::parse_day_first(text).or_else(|error| Self::parse_iso(text.trim()).map_err(|_| error))?;
        if YEARS.contains(&day.0.year()) { Ok(day) } else { Err(DateError::FarYear) }
    }

    fn parse_day_first(text: &str) -> Result<Self, DateError> {
        let parts: Vec<&str> = text.trim().split(['/', '-', '.']).map(str::trim).collect();
        let [day, month, year] = parts.as_slice() else {
            return Err(DateError::Form);
        };
        let digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !(digits(day, 2) && digits(month, 2) && digits(year, 4) && year.len() == 4) {
            return Err(DateError::Form);
        }
        from_parts(year, month, day)
    }

    /// `2017-06-12`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }

    /// `12/06/2017`.
    pub fn vietnamese(self) -> String {
        format!("{:02}/{:02}/{:04}", self.0.day(), u8::from(self.0.month()), self.0.year())
    }

    /// The day that a spreadsheet counts as so many since 30 December 1899 (ECMA-376, part 1, 18.17.4.1), for years that
    /// may be typed.
    ///
    /// ```
    /// use return36a::vietnamese::Date;
    /// assert_eq!(Date::of_spreadsheet(42_767).map(Date::vietnamese), Some("01/02/2017".to_owned()));
    /// assert_eq!(Date::of_spreadsheet(2_017), None);
    /// ```
    pub fn of_spreadsheet(days: i32) -> Option<Self> {
        let day = time::Date::from_julian_day(SPREADSHEETS.checked_add(days)?).ok().map(Self)?;
        YEARS.contains(&day.0.year()).then_some(day)
    }

    /// Days from this day to the other; negative when the other is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.0.to_julian_day() - self.0.to_julian_day()
    }
}

/// The hours by which Vietnam's clocks are ahead of UTC, all year (Decision 134/2002/QĐ-TTg).
const VIETNAM: i64 = 7;

/// 1 January 1970 as a Julian day.
const UNIX_EPOCH: i64 = 2_440_588;

/// A moment in Unix seconds as Vietnam's clocks show it, `12/06/2017 14:05`; empty past the calendar.
pub fn moment_text(unix_seconds: i64) -> String {
    let minutes = unix_seconds.div_euclid(60) + VIETNAM * 60;
    let (days, minute) = (minutes.div_euclid(24 * 60), minutes.rem_euclid(24 * 60));
    let day = i32::try_from(UNIX_EPOCH.saturating_add(days)).ok().and_then(|day| time::Date::from_julian_day(day).ok());
    day.map(|day| format!("{} {:02}:{:02}", Date(day).vietnamese(), minute / 60, minute % 60)).unwrap_or_default()
}

fn from_parts(year: &str, month: &str, day: &str) -> Result<Date, DateError> {
    let year = year.parse().map_err(|_| DateError::Form)?;
    let month = month.parse().map_err(|_| DateError::Form)?;
    let day = day.parse().map_err(|_| DateError::Form)?;
    Date::new(year, month, day)
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.iso())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse_iso(&text)
            .map_err(|_| serde::de::Error::custom(format_args!("`{text}` is not a day as 2017-06-12")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, DateError, moment_text};

    #[test]
    fn a_typed_day_is_read_day_first() {
        for text in ["2/1/2017", "02/01/2017", " 2-1-2017 ", "2.01.2017", "2017-01-02 "] {
            assert_eq!(Date::parse_typed(text).map(Date::iso), Ok("2017-01-02".into()), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_the_reason() {
        let cases = [
            ("31/02/2017", DateError::NoSuchDay),
            ("29/2/2017", DateError::NoSuchDay),
            ("1/13/2017", DateError::NoSuchDay),
            ("0/1/2017", DateError::NoSuchDay),
            ("1/6/1017", DateError::FarYear),
            ("1/6/2071", DateError::FarYear),
            ("1/2/17", DateError::Form),
            ("2017", DateError::Form),
            ("", DateError::Form),
            ("tháng 6", DateError::Form),
            ("1/2/2017/3", DateError::Form),
            ("+1/2/2017", DateError::Form),
        ];
        for (text, error) in cases {
            assert_eq!(Date::parse_typed(text), Err(error), "{text}");
        }
    }

    #[test]
    fn files_know_one_form_only() {
        assert!(Date::parse_iso("2016-02-29").is_ok());
        for text in ["2016-2-29", "12/06/2017", "2017-02-29", "２０１７-０１-０１", "2017-06-1é"] {
            assert!(Date::parse_iso(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_moment_is_shown_by_vietnams_clocks() {
        assert_eq!(moment_text(0), "01/01/1970 07:00");
        assert_eq!(moment_text(1_497_286_799), "12/06/2017 23:59");
        assert_eq!(moment_text(1_497_286_800), "13/06/2017 00:00");
        assert_eq!(moment_text(i64::MAX), "");
    }

    #[test]
    fn days_are_counted_both_ways() -> Result<(), DateError> {
        let (due, late) = (Date::new(2017, 6, 12)?, Date::new(2017, 7, 3)?);
        assert_eq!((due.days_until(late), late.days_until(due)), (21, -21));
        assert_eq!(late.vietnamese(), "03/07/2017");
        Ok(())
    }
}
