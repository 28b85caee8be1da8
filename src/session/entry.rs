use super::words::remark_of;
use crate::quarterly::{Answer, Field, MOST_TEXT, Return, field, word};
use crate::registry::{Severity, typed};
use crate::rules::{Finding, Found};
use crate::vietnamese::{CountError, Date, DateError, Decimal, DecimalError, nfc, parse_count};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// The finding on a number followed by words.
pub(super) const WORDS: &str = "entry-words";

/// A typed text that the field cannot hold, kept as it is until it is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The text.
    pub text: String,
    /// Why it cannot be held.
    pub finding: Finding,
}

/// Puts a typed text into a field: what the field can hold goes into the return; what it cannot is given back, and the
/// field is blank, since a half-read number is worse than none. None where the return has no such field.
pub(super) fn put(content: &mut Return, path: &str, typed: &str) -> Option<Result<(), Box<Entry>>> {
    put_in(field(content, path)?, path, typed)
}

/// The same for a field that is at hand; `path` names it in findings.
pub(super) fn put_in(field: Field<'_>, path: &str, typed: &str) -> Option<Result<(), Box<Entry>>> {
    let text = clean(typed);
    let refused = |code: &str, more: &[(&str, Found)]| {
        Err(Box::new(Entry { text: text.clone(), finding: entry_finding(path, code, &text, more) }))
    };
    Some(match field {
        Field::Text(slot) if text.len() > MOST_TEXT => {
            slot.clear();
            refused("entry-too-long", &[])
        }
        Field::Text(slot) => {
            *slot = text;
            Ok(())
        }
        Field::Date(slot) => match Date::parse_typed(&text) {
            _ if text.is_empty() => clear(slot),
            Ok(date) => hold(slot, date),
            Err(error) => clear(slot).and(refused(date_code(&error), &[])),
        },
        Field::Decimal(slot) => match Decimal::parse_typed(&text) {
            _ if text.is_empty() => clear(slot),
            Ok(decimal) => hold(slot, decimal),
            Err(error) => clear(slot).and(refused(decimal_code(&error), &[])),
        },
        Field::Answer(slot) => match parse_count(&text) {
            _ if text.is_empty() => clear(slot),
            Ok(number) => hold(slot, Answer::from_number(number)),
            Err(error) => clear(slot).and(refused(count_code(&error, path), &readings(error))),
        },
        Field::Level(slot) => match parse_count(&text) {
            _ if text.is_empty() => clear(slot),
            Ok(number) => hold(slot, number),
            Err(_) => clear(slot).and(refused("entry-level", &[])),
        },
        Field::Basis(_) | Field::TaskStatus(_) | Field::GeneralStatus(_) => return None,
    })
}

fn hold<T, E>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    *slot = Some(value);
    Ok(())
}

fn clear<T, E>(slot: &mut Option<T>) -> Result<(), E> {
    *slot = None;
    Ok(())
}

/// Puts a word of a list into a field, or takes it back where the word is empty; false where the field has no such word,
/// and holds what it held.
pub(super) fn choose(content: &mut Return, path: &str, word: &str) -> bool {
    match field(content, path) {
        Some(Field::TaskStatus(slot)) => choose_in(slot, word),
        Some(Field::GeneralStatus(slot)) => choose_in(slot, word),
        // A basis is never blank.
        Some(Field::Basis(slot)) => word.is_empty() || word_of(word).map(|basis| *slot = basis).is_some(),
        _ => word.is_empty(),
    }
}

fn choose_in<T: DeserializeOwned>(slot: &mut Option<T>, word: &str) -> bool {
    let chosen = word_of(word);
    let known = chosen.is_some() || word.is_empty();
    if known {
        *slot = chosen;
    }
    known
}

/// What files write as this word.
fn word_of<T: DeserializeOwned>(word: &str) -> Option<T> {
    typed(&serde_json::Value::from(word)).ok()
}

/// What is in a field, as the page shows it when it is not being typed into.
pub(super) fn shown(content: &mut Return, path: &str) -> String {
    match field(content, path) {
        Some(Field::Text(text)) => text.clone(),
        Some(Field::Date(date)) => date.map(Date::vietnamese).unwrap_or_default(),
        Some(Field::Decimal(decimal)) => decimal.map(Decimal::vietnamese).unwrap_or_default(),
        Some(Field::Answer(answer)) => {
            answer.as_ref().and_then(Answer::number).map(crate::vietnamese::count_text).unwrap_or_default()
        }
        Some(Field::Level(level)) => level.map(crate::vietnamese::count_text).unwrap_or_default(),
        Some(Field::TaskStatus(status)) => status.as_ref().map(word).unwrap_or_default(),
        Some(Field::GeneralStatus(status)) => status.as_ref().map(word).unwrap_or_default(),
        Some(Field::Basis(basis)) => word(basis),
        None => String::new(),
    }
}

/// Typed text as files may carry it: NFC, line feeds as the only control characters, nothing at the ends.
pub(super) fn clean(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let seen = lines.chars().filter(|c| !is_invisible(*c));
    let plain: String = seen.map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    nfc(plain.trim())
}

/// Whether nothing would be left of a text in a field.
pub(super) fn is_blank(typed: &str) -> bool {
    typed.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Signs that Word and chats leave in copied text and that nobody sees: soft hyphens, zero-width spaces and joiners,
/// marks of direction, byte order marks. A field with nothing else in it is blank.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn entry_finding(path: &str, code: &str, text: &str, more: &[(&str, Found)]) -> Finding {
    let mut values: BTreeMap<String, Found> =
        more.iter().map(|(name, found)| ((*name).to_owned(), found.clone())).collect();
    values.insert("text".to_owned(), Found::Text(text.to_owned()));
    let (paths, marked) = (vec![path.to_owned()], Vec::new());
    Finding { rule: code.to_owned(), severity: Severity::Error, paths, values, marked, open: false, fault: None }
}

fn count_code(error: &CountError, path: &str) -> &'static str {
    match error {
        CountError::Grouping(_) => "entry-grouping",
        CountError::Point(_) => "entry-point",
        CountError::Fraction(_) => "entry-fraction",
        CountError::AmbiguousComma(_) => "entry-ambiguous-comma",
        CountError::Commas(_) => "entry-commas",
        CountError::Words(..) if remark_of(path).is_none() => "entry-words-alone",
        CountError::Words(..) => WORDS,
        CountError::NotANumber => "entry-not-a-number",
        CountError::TooLarge => "entry-too-large",
    }
}

/// What could be meant, for the message to name.
fn readings(error: CountError) -> Vec<(&'static str, Found)> {
    match error {
        CountError::Grouping(joined) | CountError::Commas(joined) => vec![("joined", Found::Number(joined))],
        CountError::Point(read) | CountError::Fraction(read) | CountError::AmbiguousComma(read) => vec![
            ("whole", Found::Number(read.whole)),
            ("joined", Found::Number(read.joined)),
            ("plain", Found::Text(read.joined.to_string())),
            ("fraction", Found::Text(read.written)),
        ],
        CountError::Words(number, words) => vec![("number", Found::Number(number)), ("words", Found::Text(words))],
        CountError::NotANumber | CountError::TooLarge => Vec::new(),
    }
}

fn date_code(error: &DateError) -> &'static str {
    match error {
        DateError::Form => "entry-date-form",
        DateError::NoSuchDay => "entry-no-such-day",
        DateError::FarYear => "entry-far-year",
    }
}

fn decimal_code(error: &DecimalError) -> &'static str {
    match error {
        DecimalError::Point => "entry-decimal-point",
        DecimalError::Precision => "entry-decimal-precision",
        DecimalError::NotANumber => "entry-not-a-decimal",
    }
}
