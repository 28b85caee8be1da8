//! What rules may call beyond CEL's own functions: the forms in which the administration writes.

use crate::vietnamese::{Decimal, is_nfc};
use cel::{Context, DeclarationError, Env};
use std::sync::Arc;

/// A context in which these functions are known, and nothing else but CEL's own.
pub(super) fn context(env: &Arc<Env>) -> Result<Context<'static, 'static>, DeclarationError> {
    let mut context = Context::with_env(Arc::clone(env));
    context.add_function("is_document_number", |text: Arc<String>| is_document_number(&text))?;
    context.add_function("names_document", |text: Arc<String>| names_document(&text))?;
    context.add_function("is_web_address", |text: Arc<String>| is_web_address(&text))?;
    context.add_function("is_mail_address", |text: Arc<String>| is_mail_address(&text))?;
    context.add_function("digits", |text: Arc<String>| digits(&text))?;
    context.add_function("decimal", |thousandths: i64| decimal(thousandths))?;
    context.add_function("is_nfc", |text: Arc<String>| is_nfc(&text))?;
    context.add_function("has_control", |text: Arc<String>| has_control(&text))?;
    Ok(context)
}

/// Whether a text is a document's number and symbol: `193/UBND-HC`, `36a/NQ-CP`, `13/2017/QĐ-TTg`, `86/2016/QH13`.
pub(super) fn is_document_number(text: &str) -> bool {
    let mut parts = text.split('/');
    let number = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    match rest.as_slice() {
        [symbol] => is_number(number) && is_symbol(symbol),
        [year, symbol] => is_number(number) && is_year(year) && is_symbol(symbol),
        _ => false,
    }
}

/// Digits, and one letter at most behind them: `36a`.
fn is_number(part: &str) -> bool {
    let digits = part.trim_end_matches(char::is_alphabetic);
    let letters = part.chars().count() - digits.chars().count();
    (1..=6).contains(&digits.len()) && letters <= 1 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Letters of the kind of document and of who issued it, joined by hyphens: `QĐ-TTg`, `BC-VPCP`, `UBND-HC`, `QH13`.
fn is_symbol(part: &str) -> bool {
    let starts = part.chars().next().is_some_and(char::is_uppercase);
    let signs = part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '&'));
    starts && signs && part.chars().count() <= 40 && !part.ends_with('-') && !part.contains("--")
}

/// Whether one word of a text is a document's number, or a web address.
pub(super) fn names_document(text: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    text.split_whitespace().any(|word| is_document_number(&bare(word)) || is_web_address(word))
}

/// Whether a text is an address of the web: `https://dichvucong.gov.vn`.
pub(super) fn is_web_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = host.and_then(|rest| rest.split(['/', '?', '#', ':']).next());
    host.is_some_and(is_host) && !text.contains(char::is_whitespace)
}

/// Whether a text is a mail address: `vanthu@bo.gov.vn`.
pub(super) fn is_mail_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && is_host(host)) && !text.contains(char::is_whitespace)
}

/// Names joined by dots, two at least.
fn is_host(text: &str) -> bool {
    let named = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    text.contains('.') && text.split('.').all(named)
}

/// How many digits a text holds.
fn digits(text: &str) -> i64 {
    i64::try_from(text.bytes().filter(u8::is_ascii_digit).count()).unwrap_or(i64::MAX)
}

/// So many thousandths as an officer writes them: `39,8`.
fn decimal(thousandths: i64) -> Arc<String> {
    Arc::new(Decimal::from_thousandths(thousandths).vietnamese())
}

/// Whether a text holds a control character other than the line feed.
fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && c != '\n')
}

#[cfg(test)]
mod tests {
    use super::{decimal, is_document_number, is_mail_address, is_web_address, names_document};

    #[test]
    fn document_numbers_as_the_documents_write_them() {
        // 314/BC-VPCP I.3 to I.6, 7242/BC-VPCP I.2, 1375/VPCP-KGVX.
        for number in [
            "193/UBND-HC",
            "36a/NQ-CP",
            "846/QĐ-TTg",
            "13/2017/QĐ-TTg",
            "86/2016/QH13",
            "05/2017/QĐ-TTg",
            "314/BC-VPCP",
            "1375/VPCP-KGVX",
            "2345/QĐ-BTC",
            "3584A/BC-VPCP",
        ] {
            assert!(is_document_number(number), "{number}");
        }
        for other in [
            "",
            "193",
            "UBND-HC",
            "193/",
            "/UBND-HC",
            "193/ubnd",
            "193 /UBND-HC",
            "1/2/3/4",
            "1234567/BC",
            "193/BC-",
            "1.2/BC",
            "193/2017/06/BC",
        ] {
            assert!(!is_document_number(other), "{other}");
        }
    }

    #[test]
    fn evidence_names_a_document_or_an_address() {
        for text in [
            "846/QĐ-TTg",
            "Quyết định số 846/QĐ-TTg, ngày 9/6/2017",
            "(314/BC-VPCP)",
            "xem https://dichvucong.gov.vn/a?b=1",
        ] {
            assert!(names_document(text), "{text}");
        }
        for text in ["", "đã xong", "http://", "https://localhost", "www.gov.vn", "quyết định của Bộ", "1/2/2017"]
        {
            assert!(!names_document(text), "{text}");
        }
    }

    #[test]
    fn thousandths_are_told_with_a_comma() {
        let told = [(39_800, "39,8"), (100_000, "100"), (96_860, "96,86"), (-500, "-0,5")];
        for (thousandths, text) in told {
            assert_eq!(decimal(thousandths).as_str(), text);
        }
    }

    #[test]
    fn addresses_of_web_and_mail() {
        assert!(is_web_address("http://vietnam.gov.vn"));
        assert!(!is_web_address("javascript:alert(1)"));
        assert!(!is_web_address("https://a b.vn"));
        assert!(is_mail_address("vanthu@example.vn"));
        for text in ["vanthu", "vanthu@", "@example.vn", "a@b", "a b@example.vn", "a@example..vn"] {
            assert!(!is_mail_address(text), "{text}");
        }
    }
}
