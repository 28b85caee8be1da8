//! Names in certificates, as people read them.

use super::asn1::Node;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::der::{Encode, Tag, Tagged};
use x509_cert::name::Name;

/// Attributes that people know, by their object identifier (RFC 4519; the last two from RFC 2985 and ETSI EN 319 412-1).
const KNOWN: [(&str, &str); 14] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "street"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "title"),
    ("2.5.4.42", "GN"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
];

const COMMON_NAME: &str = "2.5.4.3";
const ORGANISATION: &str = "2.5.4.10";

/// The name in one line, the first part first: `C=VN, O=Bộ Tài chính, CN=Nguyễn Văn A`. Two names that differ in more than
/// how their letters are encoded or composed give different lines: what could be taken for a separator has a backslash before it.
pub(super) fn line(name: &Name) -> String {
    let parts = name.iter_rdn().map(|part| {
        let values: Vec<String> = part.iter().map(attribute).collect();
        values.join(" + ")
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// The last common name.
pub(super) fn common_name(name: &Name) -> Option<String> {
    last(name, COMMON_NAME)
}

/// The last organisation.
pub(super) fn organisation(name: &Name) -> Option<String> {
    last(name, ORGANISATION)
}

fn last(name: &Name, oid: &str) -> Option<String> {
    name.iter()
        .filter(|part| part.oid.to_string() == oid)
        .filter_map(text)
        .last()
        .map(|text| escaped(&text).nfc().collect())
}

fn attribute(part: &AttributeTypeAndValue) -> String {
    let oid = part.oid.to_string();
    let label = KNOWN.iter().find(|(known, _)| *known == oid).map(|(_, label)| *label);
    let value = text(part).map(|text| escaped(&text)).unwrap_or_else(|| {
        let der = part.value.to_der().unwrap_or_default();
        format!("#{}", der.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    });
    format!("{}={value}", label.unwrap_or(&oid))
}

/// The text of a DirectoryString (RFC 5280, section 4.1.2.4), also where it is in the two bytes a letter of old certificates.
fn text(part: &AttributeTypeAndValue) -> Option<String> {
    let der = part.value.to_der().ok()?;
    let bytes = Node::only(&der)?.content;
    match part.value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String => String::from_utf8(bytes.to_vec()).ok(),
        Tag::TeletexString => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
        Tag::BmpString => utf16(bytes),
        _ => None,
    }
}

/// Text of two bytes a letter, the most significant first.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return None };
    let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
    String::from_utf16(&units).ok()
}

/// The text in NFC with a backslash before what has a meaning in a name (RFC 4514, section 2.4). Marks that turn the
/// direction of writing and other unseen characters are written as their number, so that no name looks like another.
fn escaped(text: &str) -> String {
    let mut line = String::new();
    for (at, letter) in text.nfc().enumerate() {
        match letter {
            ',' | '+' | '"' | '\\' | '<' | '>' | ';' | '=' => line.extend(['\\', letter]),
            '#' if at == 0 => line.push_str("\\#"),
            hidden if is_hidden(hidden) || (at == 0 && is_combining_mark(hidden)) => {
                line.push_str(&format!("\\u{{{:x}}}", u32::from(hidden)));
            }
            letter => line.push(letter),
        }
    }
    line
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
