/// Why a text is not a count. Each case is one that the documents or officers really write, and carries what could be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountError {
    /// Digits whose dots do not stand before each group of three, as `10.960.7` in annex I.2 row 25 of 314/BC-VPCP: all
    /// digits as one number.
    Grouping(i64),
    /// One dot before one or two digits, as `12.5`: a fraction, or one number.
    Point(Fraction),
    /// A comma followed by other than three digits, as `12,5`: a count is whole.
    Fraction(Fraction),
    /// A comma before three digits, as `1,353`: a thousand or a fraction, so it is asked about.
    AmbiguousComma(Fraction),
    /// Commas before groups of three, as `1,234,567`: all digits as one number.
    Commas(i64),
    /// A number followed by words, as `8.834.680 (cấp hộ chiếu)`: the number and the words.
    Words(i64, String),
    /// No digits where a number is wanted.
    NotANumber,
    /// Past 2^53-1, which no JSON reader is sure to keep.
    TooLarge,
}

/// What a number with one separator too many could mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// The digits before the separator, 12 in `12.5`.
    pub whole: i64,
    /// All digits as one number, 125.
    pub joined: i64,
    /// The fraction as it is to be written, `12,5`.
    pub written: String,
}

/// The largest number a file may carry: 2^53-1, the largest integer that every JSON reader keeps (RFC 7493, section 2.2).
pub const LARGEST: i64 = (1 << 53) - 1;

/// The count that an officer typed: `1.234.567`, `1 234 567` or `1234567`, with a minus if they insist.
///
/// Dots stand for thousands, as in the documents. Anything that could be read in two ways is an error, never a guess.
pub fn parse_count(text: &str) -> Result<i64, CountError> {
    let text = text.trim();
    let (negative, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let numeral = body.trim_end_matches(|c: char| !c.is_ascii_digit());
    let end = body.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(c))).unwrap_or(body.len());
    let head = body[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    if head.is_empty() || !head.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(CountError::NotANumber);
    }
    let value = whole(head, if negative { -1 } else { 1 });
    if head.len() == numeral.len() && numeral.len() == body.len() {
        return value;
    }
    let rest = &body[head.len()..];
    let apart = rest.starts_with(|c: char| is_space(c) || c == '(');
    let words = rest.trim();
    match value {
        Ok(value) if apart && words.chars().any(char::is_alphanumeric) => {
            Err(CountError::Words(value, words.to_owned()))
        }
        Ok(_) => Err(CountError::NotANumber),
        Err(error) => Err(error),
    }
}

/// Spaces that Word and Excel put between groups, the no-break ones among them.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The number of a numeral, `sign` being 1 or -1.
fn whole(numeral: &str, sign: i64) -> Result<i64, CountError> {
    let joined = sign * joined(numeral)?;
    let separators = || numeral.chars().filter(|c| !c.is_ascii_digit());
    let mut groups = numeral.split(|c: char| !c.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let grouped = first.len() <= 3 && groups.clone().all(|group| group.len() == 3);
    let last = groups.next_back().unwrap_or_default();
    match separators().count() {
        0 => Ok(joined),
        _ if grouped && (separators().all(|c| c == '.') || separators().all(is_space)) => Ok(joined),
        1 if numeral.contains(',') && last.len() == 3 => Err(CountError::AmbiguousComma(fraction(numeral, sign)?)),
        1 if numeral.contains('.') && matches!(last.len(), 1 | 2) => Err(CountError::Point(fraction(numeral, sign)?)),
        _ if grouped && separators().all(|c| c == ',') => Err(CountError::Commas(joined)),
        _ if separators().any(|c| c == ',') => Err(CountError::Fraction(fraction(numeral, sign)?)),
        _ => Err(CountError::Grouping(joined)),
    }
}

/// All digits as one number.
fn joined(numeral: &str) -> Result<i64, CountError> {
    let digits: String = numeral.chars().filter(char::is_ascii_digit).collect();
    let value: i64 = digits.parse().map_err(|_| CountError::TooLarge)?;
    if value > LARGEST { Err(CountError::TooLarge) } else { Ok(value) }
}

/// The numeral read as a fraction after its last separator.
fn fraction(numeral: &str, sign: i64) -> Result<Fraction, CountError> {
    let (before, after) = numeral.rsplit_once(['.', ',']).unwrap_or((numeral, ""));
    let (whole, minus) = (joined(before)?, if sign < 0 { "-" } else { "" });
    let written = format!("{minus}{},{after}", count_text(whole));
    Ok(Fraction { whole: sign * whole, joined: sign * joined(numeral)?, written })
}

/// The count as the documents print it: `1.234.567`.
pub fn count_text(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{CountError, Fraction, LARGEST, count_text, parse_count};

    #[test]
    fn counts_as_officers_write_them() {
        let cases = [
            ("0", 0),
            ("3405", 3405),
            ("1.353", 1353),
            ("1.234.567", 1_234_567),
            (" 12 345 ", 12_345),
            ("12\u{a0}345", 12_345),
            ("02", 2),
            ("-5", -5),
            ("9007199254740991", LARGEST),
        ];
        for (text, value) in cases {
            assert_eq!(parse_count(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_asked_about() {
        let words = |value, words: &str| CountError::Words(value, words.into());
        let read = |whole, joined, written: &str| Fraction { whole, joined, written: written.into() };
        let cases = [
            ("10.960.7", CountError::Grouping(109_607)),
            ("1234.567", CountError::Grouping(1_234_567)),
            ("1.234 567", CountError::Grouping(1_234_567)),
            ("1..234", CountError::Grouping(1234)),
            ("12.5678", CountError::Grouping(125_678)),
            ("12.5", CountError::Point(read(12, 125, "12,5"))),
            ("-0.75", CountError::Point(read(0, -75, "-0,75"))),
            ("12.5 hồ sơ", CountError::Point(read(12, 125, "12,5"))),
            ("12,5", CountError::Fraction(read(12, 125, "12,5"))),
            ("1.234,5", CountError::Fraction(read(1234, 12_345, "1.234,5"))),
            ("1.234,567", CountError::Fraction(read(1234, 1_234_567, "1.234,567"))),
            ("1,234.5", CountError::Fraction(read(1234, 12_345, "1.234,5"))),
            ("1,353", CountError::AmbiguousComma(read(1, 1353, "1,353"))),
            ("-1234,567", CountError::AmbiguousComma(read(-1234, -1_234_567, "-1.234,567"))),
            ("1,234,567", CountError::Commas(1_234_567)),
            ("1,234,56", CountError::Fraction(read(1234, 123_456, "1.234,56"))),
            ("8.834.680 (cấp hộ chiếu và khai báo tạm trú)", words(8_834_680, "(cấp hộ chiếu và khai báo tạm trú)")),
            ("12 hồ sơ", words(12, "hồ sơ")),
            ("12(cấp mới)", words(12, "(cấp mới)")),
            ("1/2", CountError::NotANumber),
            ("1e3", CountError::NotANumber),
            ("", CountError::NotANumber),
            ("-", CountError::NotANumber),
            ("không", CountError::NotANumber),
            (".5", CountError::NotANumber),
            ("5.", CountError::NotANumber),
            ("9007199254740992", CountError::TooLarge),
            ("99999999999999999999999", CountError::TooLarge),
            ("9.999.999.999.999.999,5", CountError::TooLarge),
            ("１２", CountError::NotANumber),
        ];
        for (text, error) in cases {
            assert_eq!(parse_count(text), Err(error), "{text}");
        }
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for value in [0, 7, 999, 1000, 10_960, 1_234_567, LARGEST, -LARGEST, -12] {
            assert_eq!(parse_count(&count_text(value)), Ok(value));
        }
        assert_eq!(count_text(8_834_680), "8.834.680");
    }
}
