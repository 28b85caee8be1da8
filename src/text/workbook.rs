//! What was collected as a workbook: a sheet for each table, one for the findings, one for where everything comes from.

use super::command::agency_name;
use super::field_place::{field_place, section_name};
use super::ledger::{reason_sentence, state_name};
use super::phrase::{Language, Phrase, finding_message};
use super::places::place_name;
use super::tables::table_sheet;
use crate::collect::{Collected, Entry, Filed, Ledger, tables};
use crate::export::{Align, Column, Heading, Line, Sheet, SheetCell};
use crate::quarterly::Section;
use crate::registry::{Registry, Severity};
use crate::rules::Finding;

/// The workbook's sheets, in the order of the report.
pub fn workbook(collected: &Collected<'_>, ledger: &Ledger, language: Language) -> Vec<Sheet> {
    let registry = collected.registry;
    let mut sheets: Vec<Sheet> = tables(collected).iter().map(|table| table_sheet(table, registry, language)).collect();
    sheets.push(findings_sheet(registry, ledger, language));
    sheets.push(provenance_sheet(registry, ledger, language));
    sheets
}

/// Every finding on every return of the ledger, those that do not count among them.
pub fn findings_sheet(registry: &Registry, ledger: &Ledger, language: Language) -> Sheet {
    let say = |phrase: Phrase| phrase.text(language).to_owned();
    let columns = [
        (AGENCY, 30, Align::Text),
        (FILE, 34, Align::Text),
        (SECTION, 22, Align::Text),
        (PLACE, 40, Align::Text),
        (KIND, 12, Align::Centre),
        (MESSAGE, 80, Align::Text),
        (SOURCE, 34, Align::Text),
        (RULE, 24, Align::Text),
        (PATH, 34, Align::Text),
    ];
    let of_returns = ledger.entries().iter().filter_map(|entry| Some((entry, entry.filed()?)));
    let rows = of_returns.flat_map(|(entry, filed)| {
        let line = move |found: &Finding| finding_line(registry, entry, filed, found, language);
        Section::ALL.into_iter().flat_map(move |section| {
            filed.findings.iter().filter(move |found| Section::of_path(found.place()) == section).map(line)
        })
    });
    sheet(say(FINDINGS), &columns, rows.collect(), language)
}

fn finding_line(registry: &Registry, entry: &Entry, filed: &Filed, found: &Finding, language: Language) -> Line {
    let rule = registry.rule(&found.rule);
    let severity = match found.severity {
        _ if found.fault.is_some() => ERROR,
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Note => NOTE,
    };
    let words = [
        agency_name(registry, &filed.content.agency, language),
        entry.file.name.clone(),
        section_name(Section::of_path(found.place()), language).to_owned(),
        field_place(registry, &filed.content, found.place(), language),
        severity.text(language).to_owned(),
        finding_message(found, rule, language),
        rule.map(|rule| place_name(registry, &rule.source, language)).unwrap_or_default(),
        found.rule.clone(),
        found.place().to_owned(),
    ];
    Line::plain(words.map(SheetCell::Text).to_vec())
}

/// Every file that was received, with its hash, its state and why.
pub fn provenance_sheet(registry: &Registry, ledger: &Ledger, language: Language) -> Sheet {
    let columns = [
        (NUMBER, 6, Align::Centre),
        (FILE, 34, Align::Text),
        (AGENCY, 30, Align::Text),
        (PERIOD, 10, Align::Centre),
        (REVISION, 8, Align::Number),
        (RECEIVED, 12, Align::Centre),
        (STATE, 22, Align::Text),
        (REASON, 70, Align::Text),
        (DOCUMENT, 20, Align::Text),
        (SIGNED_BY, 30, Align::Text),
        (REGISTRY, 12, Align::Centre),
        (LEDGER_NOTE, 30, Align::Text),
        (FILE_HASH, 66, Align::Text),
        (CONTENT_HASH, 66, Align::Text),
    ];
    let rows = ledger.entries().iter().enumerate();
    let rows = rows.map(|(before, entry)| provenance_line(registry, before, entry, language)).collect();
    sheet(PROVENANCE.text(language).to_owned(), &columns, rows, language)
}

fn provenance_line(registry: &Registry, before: usize, entry: &Entry, language: Language) -> Line {
    let filed = entry.filed();
    let of = |words: fn(&Filed) -> String| SheetCell::Text(filed.map(words).unwrap_or_default());
    let reasons: Vec<String> = entry.reasons.iter().map(|reason| reason_sentence(reason, language)).collect();
    let cells = vec![
        SheetCell::Number(i64::try_from(before + 1).unwrap_or(i64::MAX)),
        SheetCell::Text(entry.file.name.clone()),
        SheetCell::Text(filed.map(|filed| agency_name(registry, &filed.content.agency, language)).unwrap_or_default()),
        of(|filed| filed.content.period.to_string()),
        filed.map_or(SheetCell::Blank, |filed| SheetCell::Number(i64::from(filed.content.revision))),
        SheetCell::Date(entry.file.received),
        SheetCell::Text(state_name(entry.state, language).to_owned()),
        SheetCell::Text(reasons.join(" ")),
        of(|filed| filed.content.document.number.clone()),
        of(signed_by),
        of(|filed| filed.content.registry.version.clone()),
        SheetCell::Text(entry.file.note.clone()),
        SheetCell::Text(entry.file.examined.sha256.clone()),
        of(|filed| filed.content_sha256.clone()),
    ];
    Line::plain(cells)
}

/// Who signed, as the keyring knows them.
fn signed_by(filed: &Filed) -> String {
    let holders = filed.signatures.iter().filter_map(|signature| signature.holder.as_ref());
    holders.map(|holder| holder.name.as_str()).collect::<Vec<_>>().join("; ")
}

fn sheet(name: String, columns: &[(Phrase, u16, Align)], rows: Vec<Line>, language: Language) -> Sheet {
    Sheet {
        title: vec![name.clone()],
        name,
        headings: vec![columns.iter().map(|(heading, _, _)| Heading::one(heading.text(language))).collect()],
        columns: columns.iter().map(|(_, width, align)| Column { width: *width, align: *align }).collect(),
        rows,
        notes: Vec::new(),
    }
}

const FINDINGS: Phrase = Phrase { vi: "Kết quả kiểm tra", en: "Findings" };
const PROVENANCE: Phrase = Phrase { vi: "Nguồn số liệu", en: "Provenance" };
const NUMBER: Phrase = Phrase { vi: "STT", en: "No." };
const AGENCY: Phrase = Phrase { vi: "Cơ quan", en: "Agency" };
const FILE: Phrase = Phrase { vi: "Tệp", en: "File" };
const SECTION: Phrase = Phrase { vi: "Phần", en: "Section" };
const PLACE: Phrase = Phrase { vi: "Mục", en: "Place" };
const KIND: Phrase = Phrase { vi: "Loại", en: "Kind" };
const MESSAGE: Phrase = Phrase { vi: "Nội dung", en: "Message" };
const SOURCE: Phrase = Phrase { vi: "Căn cứ", en: "Source" };
const RULE: Phrase = Phrase { vi: "Quy tắc", en: "Rule" };
const PATH: Phrase = Phrase { vi: "Đường dẫn", en: "Path" };
const PERIOD: Phrase = Phrase { vi: "Kỳ", en: "Quarter" };
const REVISION: Phrase = Phrase { vi: "Lần", en: "Revision" };
const RECEIVED: Phrase = Phrase { vi: "Ngày nhận", en: "Received" };
const STATE: Phrase = Phrase { vi: "Tình trạng", en: "State" };
const REASON: Phrase = Phrase { vi: "Lý do", en: "Reason" };
const DOCUMENT: Phrase = Phrase { vi: "Số văn bản", en: "Document" };
const SIGNED_BY: Phrase = Phrase { vi: "Người ký", en: "Signed by" };
const REGISTRY: Phrase = Phrase { vi: "Danh mục", en: "Registry" };
const LEDGER_NOTE: Phrase = Phrase { vi: "Ghi chú", en: "Note" };
const FILE_HASH: Phrase = Phrase { vi: "SHA-256 của tệp", en: "SHA-256 of the file" };
const CONTENT_HASH: Phrase = Phrase { vi: "SHA-256 của nội dung", en: "SHA-256 of the return" };
const ERROR: Phrase = Phrase { vi: "Lỗi", en: "Error" };
const WARNING: Phrase = Phrase { vi: "Cảnh báo", en: "Warning" };
const NOTE: Phrase = Phrase { vi: "Lưu ý", en: "Note" };
