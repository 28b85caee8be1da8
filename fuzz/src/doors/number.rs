//! A number, a decimal or a day as it is typed.

use return36a::vietnamese::{
    CountError, Date, Decimal, Fraction, LARGEST, count_text, is_nfc, moment_text, nfc, parse_count, search_key,
};

/// What can be read is printed so that it is read again as the same; what could mean two things is printed so that it
/// means one of them.
pub fn try_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    count(&text);
    decimal(&text);
    day(&text);
    assert!(is_nfc(&nfc(&text)));
    assert_eq!(search_key(&search_key(&text)), search_key(&text));
    if let Ok(seconds) = text.trim().parse() {
        moment_text(seconds);
    }
}

fn count(text: &str) {
    match parse_count(text) {
        Ok(number) => {
            assert_eq!(digits(text), digits(&number.to_string()), "{text:?} is not {number}");
            is_a_count(number);
        }
        Err(CountError::Grouping(joined) | CountError::Commas(joined)) => is_a_count(joined),
        Err(CountError::Point(read) | CountError::Fraction(read) | CountError::AmbiguousComma(read)) => {
            is_a_fraction(text, &read);
        }
        Err(CountError::Words(number, words)) => {
            is_a_count(number);
            assert!(
                text.trim_end().ends_with(&words) && words.chars().any(char::is_alphanumeric),
                "{text:?}: {words:?}"
            );
        }
        Err(CountError::NotANumber | CountError::TooLarge) => {}
    }
}

/// The digits of a text without the zeros before them.
fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    all.trim_start_matches('0').to_owned()
}

fn is_a_count(number: i64) {
    assert!((-LARGEST..=LARGEST).contains(&number), "{number}");
    assert_eq!(parse_count(&count_text(number)), Ok(number));
    assert_eq!(parse_count(&number.to_string()), Ok(number));
}

fn is_a_fraction(text: &str, read: &Fraction) {
    is_a_count(read.joined);
    is_a_count(read.whole);
    assert!(read.whole.unsigned_abs() <= read.joined.unsigned_abs(), "{text:?}: {read:?}");
    let again = match parse_count(&read.written) {
        Err(CountError::Fraction(again) | CountError::AmbiguousComma(again)) => again,
        other => panic!("{text:?} is to be written {}, which is read as {other:?}", read.written),
    };
    assert_eq!(&again, read, "{text:?}");
}

fn decimal(text: &str) {
    if let Ok(decimal) = Decimal::parse_typed(text) {
        assert_eq!(Decimal::parse_typed(&decimal.vietnamese()), Ok(decimal), "{text:?}");
        assert_eq!(Decimal::parse_file(&decimal.to_string()), Ok(decimal), "{text:?}");
        assert!((-LARGEST..=LARGEST).contains(&decimal.thousandths()), "{text:?}");
    }
    if let Ok(decimal) = Decimal::parse_file(text) {
        assert_eq!(decimal.to_string(), text);
        assert_eq!(Decimal::parse_typed(&decimal.vietnamese()), Ok(decimal), "{text:?}");
    }
}

fn day(text: &str) {
    if let Ok(day) = Date::parse_typed(text) {
        assert_eq!(Date::parse_typed(&day.vietnamese()), Ok(day), "{text:?}");
        assert_eq!(Date::parse_typed(&day.iso()), Ok(day), "{text:?}");
    }
    if let Ok(day) = Date::parse_iso(text) {
        assert_eq!(day.iso(), text);
        assert_eq!(Date::parse_iso(&day.iso()), Ok(day));
    }
}
