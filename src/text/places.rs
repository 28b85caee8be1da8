//! Where things stand, in words: `7242/BC-VPCP, mục 1.b, STT 3`.

use super::Language;
use crate::registry::{Registry, Source};

/// The documents' own words for their parts, in English; longer ones first.
const PARTS: [(&str, &str); 10] = [
    ("các tỉnh, thành phố trực thuộc Trung ương", "provinces and cities"),
    ("các bộ, cơ quan ngang bộ", "ministries"),
    ("các bộ, ngành Trung ương", "central agencies"),
    ("đoạn mở đầu", "opening paragraph"),
    ("Tổng cộng", "total"),
    ("Phụ lục", "annex"),
    ("thứ hạng", "rank"),
    ("Bảng", "table"),
    ("đoạn", "paragraph"),
    ("mục", "part"),
];

/// The document's number, or what it is called where it has none.
pub(super) fn document_name(registry: &Registry, source: &Source, language: Language) -> String {
    let Some(document) = registry.document(&source.document) else { return source.document.to_string() };
    match &document.short {
        _ if !document.number.is_empty() => document.number.clone(),
        Some(short) => short.text(language).to_owned(),
        None => document.title.text(language).to_owned(),
    }
}

/// The place in the document's own words, or in English.
fn place_words(place: &str, language: Language) -> String {
    match language {
        Language::Vietnamese => place.to_owned(),
        Language::English => PARTS
            .iter()
            .fold(place.to_owned(), |words, (vietnamese, english)| words.replace(vietnamese, english))
            .replace("STT", "row"),
    }
}

/// Document and place.
pub(super) fn place_name(registry: &Registry, source: &Source, language: Language) -> String {
    let document = document_name(registry, source, language);
    if source.place.is_empty() { document } else { format!("{document}, {}", place_words(&source.place, language)) }
}

/// What holds this place: the table of a row, the annex of a task.
pub(super) fn table_name(registry: &Registry, source: &Source, language: Language) -> String {
    place_name(registry, &Source { place: holder(&source.place).to_owned(), ..source.clone() }, language)
}

/// `Phụ lục I` of `Phụ lục I, 3.1`.
fn holder(place: &str) -> &str {
    place.rsplit_once(", ").map_or(place, |(holder, _)| holder)
}

/// From the first to the last of these: `7242/BC-VPCP, Phụ lục I, 3.1–3.5`.
pub(super) fn range_name(registry: &Registry, sources: &[Source], language: Language) -> String {
    let (Some(first), Some(last)) = (sources.first(), sources.last()) else { return String::new() };
    let from = place_name(registry, first, language);
    if first == last {
        return from;
    }
    let same = first.document == last.document && holder(&first.place) == holder(&last.place);
    let last_part = last.place.rsplit(", ").next().unwrap_or_default();
    if same { format!("{from}–{last_part}") } else { format!("{from} … {}", place_name(registry, last, language)) }
}

/// All of these by document: `7242/BC-VPCP (mục 1.a; mục 2.a), 314/BC-VPCP (mục I.3)`.
pub(super) fn places_by_document(registry: &Registry, sources: &[Source], language: Language) -> String {
    let mut documents: Vec<(String, Vec<String>)> = Vec::new();
    for source in sources {
        let name = document_name(registry, source, language);
        let place = place_words(&source.place, language);
        match documents.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(place),
            None => documents.push((name, vec![place])),
        }
    }
    let texts = documents.into_iter().map(|(name, places)| format!("{name} ({})", places.join("; ")));
    texts.collect::<Vec<_>>().join(", ")
}
