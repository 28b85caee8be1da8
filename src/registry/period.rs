use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A quarter of a year: `2017-Q2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    quarter: u8,
}

/// The text is not a quarter as `2017-Q2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodError;

impl Period {
    /// The quarter of a year whose number is written in the program; 1 to 4, the nearest for any other.
    pub(crate) const fn of(year: u16, quarter: u8) -> Self {
        let quarter = if quarter < 1 {
            1
        } else if quarter > 4 {
            4
        } else {
            quarter
        };
        Self { year, quarter }
    }

    /// The calendar year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The quarter, 1 to 4.
    pub fn quarter(self) -> u8 {
        self.quarter
    }

    /// The quarter before this one.
    pub fn previous(self) -> Self {
        match self.quarter {
            1 => Self { year: self.year.saturating_sub(1), quarter: 4 },
            quarter => Self { year: self.year, quarter: quarter - 1 },
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (year, quarter) = text.split_once("-Q").ok_or(PeriodError)?;
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let quarter = match quarter {
            "1" => 1,
            "2" => 2,
            "3" => 3,
            "4" => 4,
            _ => return Err(PeriodError),
        };
        if !digits {
            return Err(PeriodError);
        }
        Ok(Self { year: year.parse().map_err(|_| PeriodError)?, quarter })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-Q{}", self.year, self.quarter)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|PeriodError| serde::de::Error::custom(format_args!("`{text}` is not a quarter as 2017-Q2")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, PeriodError};

    #[test]
    fn a_quarter_is_written_as_it_is_read() -> Result<(), PeriodError> {
        let period: Period = "2017-Q1".parse()?;
        assert_eq!((period.year(), period.quarter(), period.to_string()), (2017, 1, "2017-Q1".into()));
        assert_eq!(period.previous().to_string(), "2016-Q4");
        assert!(period.previous() < period);
        Ok(())
    }

    #[test]
    fn what_is_no_quarter_is_refused() {
        for text in ["2017-Q0", "2017-Q5", "2017Q1", "17-Q1", "2017-q1", "2017-Q12", "+017-Q1", ""] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError), "{text}");
        }
    }
}
