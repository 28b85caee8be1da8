//! Days counted on, and the quarters that follow one another.

use return36a::registry::{Period, PeriodFacts, Registry};
use return36a::vietnamese::Date;

/// Seconds of a day, and those from midnight to nine in the morning.
const DAY: i64 = 86_400;
const MORNING: i64 = 9 * 3_600;

/// The day of this year, month and day of the month.
pub fn day(year: u16, month: u8, of_month: u8) -> Date {
    Date::new(i32::from(year), month, of_month).unwrap()
}

/// The day so many days after this one, or before it.
pub fn later(from: Date, days: i64) -> Date {
    let iso = from.iso();
    let part = |at: std::ops::Range<usize>| iso[at].parse::<u16>().unwrap();
    let month = time::Month::try_from(u8::try_from(part(5..7)).unwrap()).unwrap();
    let date =
        time::Date::from_calendar_date(i32::from(part(0..4)), month, u8::try_from(part(8..10)).unwrap()).unwrap();
    let date = date + time::Duration::days(days);
    Date::new(date.year(), u8::from(date.month()), date.day()).unwrap()
}

/// Nine in the morning of this day, in Unix seconds.
pub fn morning(of: Date) -> i64 {
    i64::from(day(1970, 1, 1).days_until(of)) * DAY + MORNING
}

/// The registry's days of a quarter.
pub fn facts(registry: &Registry, period: Period) -> &PeriodFacts {
    registry.period(period).unwrap()
}

/// The quarter after this one, as far as the registry goes.
pub fn next(registry: &Registry, period: Period) -> Option<Period> {
    registry.period.iter().map(|facts| facts.id).find(|id| id.previous() == period)
}

/// How many quarters lie between quarter IV of 2015, the first one of all, and this one.
pub fn since_first(period: Period) -> i64 {
    (i64::from(period.year()) - 2015) * 4 + i64::from(period.quarter()) - 4
}

/// `quý II/2017`.
pub fn quarter_words(period: Period) -> String {
    format!("quý {}/{}", ["I", "II", "III", "IV"][usize::from(period.quarter() - 1)], period.year())
}
