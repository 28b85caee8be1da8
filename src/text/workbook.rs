//! What leaves the desk as a workbook: the national tables, their comparison, the files received, the findings, and where
//! every figure comes from.

use super::command::{entry_cells, entry_headings, finding_cells, finding_headings, findings_in_order, quarter_name};
use super::phrase::{Language, Phrase};
use super::{agency_name, crosscheck_sheet, filing_name, table_sheet};
use crate::collect::{Collected, Entry, Filing, Ledger, crosschecks, matrix, tables};
use crate::export::{Align, Column, Heading, Line, Sheet, SheetCell};
use crate::quarterly::RegistryMark;
use crate::registry::Registry;
use crate::rules::RuleSet;

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct ReportGround<'a> {
    /// The registry in use.
    pub registry: &'a Registry,
    /// How returns name it.
    pub mark: &'a RegistryMark,
    /// Its rules.
    pub rules: &'a RuleSet,
    /// What was received.
    pub ledger: &'a Ledger,
    /// What was received in the quarter before, where that is known.
    pub previous: Option<&'a Ledger>,
}

/// Every sheet of the report: a table each, then comparison, files, findings, provenance.
pub fn report_sheets(of: ReportGround<'_>, language: Language) -> Vec<Sheet> {
    let collected = Collected::of_ledger(of.registry, of.ledger, of.previous);
    let period = quarter_name(of.ledger.period(), language);
    let tables = tables(&collected).into_iter().map(|table| table_sheet(&table, of.registry, language));
    let mut sheets: Vec<Sheet> = tables.collect();
    sheets.push(crosscheck_sheet(of.registry, &crosschecks(&collected), language));
    for sheet in &mut sheets {
        sheet.title.push(TITLE.with(language, &[("period", &period)]));
    }
    sheets.extend([entries(of, language), findings(of, language), provenance(of, language)]);
    sheets
}

const TITLE: Phrase = Phrase { vi: "Báo cáo {period}", en: "Returns of {period}" };

fn entries(of: ReportGround<'_>, language: Language) -> Sheet {
    let rows = of.ledger.entries().iter().map(|entry| entry_cells(of.registry, entry, language).map(SheetCell::Text));
    let widths = [40, 18, 22, 60, 32, 10, 6, 12, 24];
    let title = Phrase { vi: "Tệp đã nhận", en: "Files received" };
    sheet(title, &entry_headings(language), &widths, rows.map(|row| Line::plain(row.into())).collect(), language)
}

fn findings(of: ReportGround<'_>, language: Language) -> Sheet {
    let returns = of.ledger.entries().iter().filter_map(|entry| Some((entry, entry.filed()?)));
    let rows = returns.flat_map(|(entry, filed)| {
        let cells = move |finding| finding_cells(of.registry, of.rules, (entry, filed, finding), language);
        findings_in_order(filed).into_iter().map(cells)
    });
    let rows = rows.map(|row| Line::plain(row.map(SheetCell::Text).into())).collect();
    let title = Phrase { vi: "Lỗi, cảnh báo, lưu ý", en: "Findings" };
    sheet(title, &finding_headings(language), &[40, 32, 10, 16, 26, 36, 60], rows, language)
}

/// Which file each agency's figures were read from, under which registry.
fn provenance(of: ReportGround<'_>, language: Language) -> Sheet {
    let rows = matrix(of.registry, of.ledger).rows.into_iter().map(|row| {
        let counts = matches!(row.filing, Filing::Filed | Filing::Late);
        let entry = row.entry.filter(|_| counts).and_then(|at| of.ledger.entries().get(at));
        let head = [agency_name(of.registry, &row.agency, language), filing_name(row.filing, language).to_owned()];
        let head = head.map(SheetCell::Text).to_vec();
        Line::plain([head, entry.map_or_else(|| vec![SheetCell::Blank; 5], origin)].concat())
    });
    let headings = [
        Phrase { vi: "Cơ quan", en: "Agency" },
        Phrase { vi: "Tình hình gửi", en: "Filing" },
        Phrase { vi: "Tệp được tính", en: "File that counts" },
        Phrase { vi: "Bản", en: "Revision" },
        Phrase { vi: "Ngày nhận", en: "Received" },
        Phrase { vi: "SHA-256 của báo cáo", en: "SHA-256 of the return" },
        Phrase { vi: "Danh mục", en: "Registry" },
    ];
    let title = Phrase { vi: "Nguồn số liệu", en: "Provenance" };
    let headings = headings.map(|heading| heading.text(language));
    let mut sheet = sheet(title, &headings, &[32, 22, 40, 6, 12, 66, 12], rows.collect(), language);
    let (mark, files) = (of.mark, of.ledger.entries().len().to_string());
    let values = [("id", mark.id.as_str()), ("version", &mark.version), ("sha256", &mark.sha256), ("files", &files)];
    sheet.notes.push(REGISTRY.with(language, &values));
    sheet
}

const REGISTRY: Phrase = Phrase {
    vi: "Tổng hợp theo danh mục {id} {version} (SHA-256 {sha256}) từ {files} tệp đã nhận.",
    en: "Compiled with registry {id} {version} (SHA-256 {sha256}) from {files} files received.",
};

fn origin(entry: &Entry) -> Vec<SheetCell> {
    let Some(filed) = entry.filed() else { return vec![SheetCell::Blank; 5] };
    vec![
        SheetCell::text(&entry.file.name),
        SheetCell::Number(i64::from(filed.content.revision)),
        SheetCell::Date(entry.file.received),
        SheetCell::text(&filed.content_sha256),
        SheetCell::text(&filed.content.registry.version),
    ]
}

fn sheet(title: Phrase, headings: &[&str], widths: &[u16], rows: Vec<Line>, language: Language) -> Sheet {
    let title = title.text(language);
    Sheet {
        name: title.to_owned(),
        title: vec![title.to_owned()],
        headings: vec![headings.iter().map(|heading| Heading::one(*heading)).collect()],
        columns: widths.iter().map(|width| Column { width: *width, align: Align::Text }).collect(),
        rows,
        notes: Vec::new(),
    }
}
