//! The day, as the administration counts it.

use crate::output::Failure;
use return36a::text::Trouble;
use return36a::vietnamese::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Indochina Time is seven hours before UTC, all the year.
const HANOI: i64 = 7 * 3600;

/// Today in Hà Nội.
pub fn today() -> Result<Date, Failure> {
    day_of(SystemTime::now())
}

/// The day in Hà Nội at this time.
pub fn day_of(time: SystemTime) -> Result<Date, Failure> {
    let since = time.duration_since(UNIX_EPOCH).map_err(Failure::undone)?.as_secs();
    let there = i64::try_from(since).map_err(Failure::undone)? + HANOI;
    let day = time::OffsetDateTime::from_unix_timestamp(there).map_err(Failure::undone)?.date();
    Date::new(day.year(), day.month().into(), day.day()).map_err(|_| Trouble::WrongClock.into())
}

/// A day as people or files write it: `12/6/2017`, `2017-06-12`.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse_typed(text).map_err(|_| "write a day as 12/6/2017 or 2017-06-12".to_owned())
}
