/// Why a text is not a count. Each case is one that the documents or officers really write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountError {
    /// Digits whose dots do not stand before each group of three, as `10.960.7` in annex I.2 row 25 of 314/BC-VPCP.
    Grouping,
    /// A comma followed by other than three digits, as `12,5`: a count is whole.
    Fraction,
    /// A comma before three digits, as `1,353`: a thousand or a fraction, so it is asked about.
    AmbiguousComma,
    /// A number followed by words, as `8.834.680 (cấp hộ chiếu)`: the number and the words.
    Words(i64, String),
    /// No digits where a number is wanted.
    NotANumber,
    /// Past 2^53-1, which no JSON reader is sure to keep.
    TooLarge,
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
    let value = whole(head).map(|value| if negative { -value } else { value });
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

fn whole(numeral: &str) -> Result<i64, CountError> {
    if let Some((_, fraction)) = numeral.rsplit_once(',') {
        let three = fraction.len() == 3 && numeral.matches(',').count() == 1 && !numeral.contains('.');
        return Err(if three { CountError::AmbiguousComma } else { CountError::Fraction });
    }
    let separators = numeral.chars().filter(|c| !c.is_ascii_digit());
    let dotted = separators.clone().all(|c| c == '.');
    if !dotted && !separators.clone().all(is_space) {
        return Err(CountError::Grouping);
    }
    let mut groups = numeral.split(|c: char| !c.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let grouped = first.len() <= 3 && groups.clone().all(|group| group.len() == 3);
    if groups.next().is_some() && !grouped {
        return Err(CountError::Grouping);
    }
    let digits: String = numeral.chars().filter(char::is_ascii_digit).collect();
    let value: i64 = digits.parse().map_err(|_| CountError::TooLarge)?;
    if value > LARGEST { Err(CountError::TooLarge) } else { Ok(value) }
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
    use super::{CountError, LARGEST, count_text, parse_count};

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
        let cases = [
            ("10.960.7", CountError::Grouping),
            ("12.5", CountError::Grouping),
            ("1234.567", CountError::Grouping),
            ("1.234 567", CountError::Grouping),
            ("1..234", CountError::Grouping),
            ("12,5", CountError::Fraction),
            ("1.234,5", CountError::Fraction),
            ("1,353", CountError::AmbiguousComma),
            ("1,234,567", CountError::Fraction),
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
