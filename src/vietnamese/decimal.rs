use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A decimal of at most three places, held in thousandths; in files a string with a point, on the page a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i64);

/// Why a text is not a decimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// A point where a comma is wanted, as `12.5`: a fraction or a thousand, so it is asked about.
    Point,
    /// More than three places after the comma, or too large.
    Precision,
    /// Not a number.
    NotANumber,
}

/// Whole parts longer than this are refused, so that thousandths stay within 2^53-1.
const WHOLE_DIGITS: usize = 12;

impl Decimal {
    /// The decimal of so many thousandths.
    pub fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// Its thousandths: `39,8` is 39800.
    pub fn thousandths(self) -> i64 {
        self.0
    }

    /// The decimal as an officer types it: `39,8`, `100`, `39,8%`.
    pub fn parse_typed(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim();
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        if text.contains('.') {
            return Err(DecimalError::Point);
        }
        parse(text, ',')
    }

    /// The decimal as a file writes it: `39.8`, without needless zeros.
    pub fn parse_file(text: &str) -> Result<Self, DecimalError> {
        let decimal = parse(text, '.')?;
        if decimal.to_string() == text { Ok(decimal) } else { Err(DecimalError::NotANumber) }
    }

    /// `39,8`.
    pub fn vietnamese(self) -> String {
        self.to_string().replace('.', ",")
    }
}

fn parse(text: &str, mark: char) -> Result<Decimal, DecimalError> {
    let (negative, body) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, places) = body.split_once(mark).unwrap_or((body, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(places) || body.ends_with(mark) {
        return Err(DecimalError::NotANumber);
    }
    if whole.len() > WHOLE_DIGITS || places.len() > 3 {
        return Err(DecimalError::Precision);
    }
    let thousandths = format!("{whole}{places:0<3}").parse::<i64>().map_err(|_| DecimalError::Precision)?;
    Ok(Decimal(if negative { -thousandths } else { thousandths }))
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, places) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if places == 0 {
            return write!(formatter, "{sign}{whole}");
        }
        let places = format!("{places:03}");
        write!(formatter, "{sign}{whole}.{}", places.trim_end_matches('0'))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse_file(&text).map_err(|_| serde::de::Error::custom(format_args!("`{text}` is not a decimal as 39.8")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, DecimalError};

    #[test]
    fn officers_write_a_comma_and_files_a_point() {
        for (typed, file, thousandths) in
            [("39,8", "39.8", 39_800), ("100", "100", 100_000), ("39,80 %", "39.8", 39_800), ("-0,5", "-0.5", -500)]
        {
            let decimal = Decimal::parse_typed(typed).unwrap();
            assert_eq!((decimal.to_string().as_str(), decimal.thousandths()), (file, thousandths));
            assert_eq!(Decimal::parse_file(file), Ok(decimal));
        }
        assert_eq!(Decimal::from_thousandths(53_600).vietnamese(), "53,6");
    }

    #[test]
    fn what_is_no_decimal_is_refused_with_the_reason() {
        let cases = [
            ("12.5", DecimalError::Point),
            ("12,3456", DecimalError::Precision),
            ("1234567890123", DecimalError::Precision),
            ("", DecimalError::NotANumber),
            (",5", DecimalError::NotANumber),
            ("5,", DecimalError::NotANumber),
            ("1,2,3", DecimalError::NotANumber),
            ("mười", DecimalError::NotANumber),
        ];
        for (text, error) in cases {
            assert_eq!(Decimal::parse_typed(text), Err(error), "{text}");
        }
        for text in ["39.80", "039.8", "+1", "1.", "-0", "39,8"] {
            assert!(Decimal::parse_file(text).is_err(), "{text}");
        }
    }
}
