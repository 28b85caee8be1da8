use crate::vietnamese::Date;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Vietnam's clocks are seven hours ahead of UTC all year.
const AHEAD: i64 = 7 * HOUR;

/// From which day until which day somebody may sign, both included, as Vietnam's calendar counts; open where none is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// How a moment lies to a validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// Before its first day.
    Early,
    /// In it.
    Inside,
    /// After its last day.
    Late,
}

impl Validity {
    /// How this moment lies to it, in Unix seconds.
    pub fn at(self, time: i64) -> Within {
        let today = (time + AHEAD).div_euclid(DAY);
        match self {
            Self { from: Some(from), .. } if today < days(from) => Within::Early,
            Self { until: Some(until), .. } if today > days(until) => Within::Late,
            _ => Within::Inside,
        }
    }

    /// The days that both allow; where there is none, those that end first: what is lost is not lent by the other.
    pub fn narrowed(self, other: Self) -> Self {
        self.common(other).unwrap_or(if self.ends_before(other) { self } else { other })
    }

    /// The days that both allow; none where there is no such day.
    pub fn common(self, other: Self) -> Option<Self> {
        let ends_first = if self.ends_before(other) { self } else { other };
        let both = Self { from: self.from.max(other.from), until: ends_first.until };
        both.from.zip(both.until).is_none_or(|(from, until)| from <= until).then_some(both)
    }

    fn ends_before(self, other: Self) -> bool {
        match (self.until, other.until) {
            (Some(own), Some(other)) => own < other,
            (own, None) => own.is_some(),
            (None, Some(_)) => false,
        }
    }

    /// Whether it says nothing.
    pub fn is_open(self) -> bool {
        self == Self::default()
    }
}

/// The last second of this day in Vietnam, Unix time: by then a file that came on the day was there.
pub fn end_of(day: Date) -> i64 {
    (days(day) + 1) * DAY - AHEAD - 1
}

/// The days from 1 January 1970.
fn days(day: Date) -> i64 {
    Date::new(1970, 1, 1).map(|first| i64::from(first.days_until(day))).unwrap_or_default()
}
