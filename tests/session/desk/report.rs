//! The report: its words, its preview, and the files that hold what the tables say.

use super::coordinator::{Coordinator, FILES, period, some};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use return36a::collect::{Collected, RowKind, TableKind, table};
use return36a::export::{Block, Paper, SheetCell};
use return36a::registry::Registry;
use return36a::session::desk::{DeskAction, DeskScreen, ReportField};
use return36a::session::view::desk;
use return36a::session::{Action, Effect, Saved};
use return36a::text::{Language, table_sheet};
use std::collections::BTreeMap;
use std::io::Cursor;

fn types(coordinator: &mut Coordinator, field: ReportField, text: &str) -> Vec<Effect> {
    coordinator.acts(DeskAction::ReportTyped(field, text.into()))
}

fn value(coordinator: &Coordinator, id: &str) -> (String, String) {
    let fields = desk::report(&coordinator.state).unwrap().fields;
    let row = fields.into_iter().find(|row| row.id == id).unwrap();
    (row.value, row.error)
}

fn preview(coordinator: &Coordinator) -> Paper {
    Paper::clone(&desk::report(&coordinator.state).unwrap().preview.expect("a preview"))
}

#[test]
fn what_was_typed_since_is_not_said_to_be_kept() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let saved = |coordinator: &Coordinator| coordinator.state.desk.as_ref().unwrap().saved.clone();
    types(&mut coordinator, ReportField::Number, "31");
    coordinator.acts(DeskAction::Kept { at: "09:05".into() });
    assert_eq!(saved(&coordinator), Saved::Waiting, "an earlier order was carried out");
    coordinator.does(Action::Settle);
    coordinator.acts(DeskAction::Kept { at: "09:06".into() });
    assert_eq!(saved(&coordinator), Saved::At("09:06".into()));
}

#[test]
fn what_the_coordinator_writes_stands_in_the_report() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    for (field, text) in [
        (ReportField::Number, " 314 "),
        (ReportField::Date, "20/6/2017"),
        (ReportField::Remarks, "Nhận xét mẫu."),
        (ReportField::Recipients, "Nơi một\n\n Nơi hai "),
        (ReportField::Signatory, "Người ký mẫu"),
    ] {
        types(&mut coordinator, field, text);
    }
    let paper = desk::printed(&coordinator.state).unwrap();
    assert_eq!(paper.head.number, "Số: 314/BC-VPCP");
    assert_eq!(paper.head.place_and_date, "Hà Nội, ngày 20 tháng 6 năm 2017");
    assert!(paper.blocks.contains(&Block::Paragraph("Nhận xét mẫu.".into())));
    assert_eq!(paper.signatory.name, "Người ký mẫu");
    assert_eq!(paper.recipients, ["Nơi một", "Nơi hai"]);
    assert_eq!(
        value(&coordinator, "report-recipients").0,
        "Nơi một\n\n Nơi hai ",
        "as typed: nothing moves under the caret"
    );
    types(&mut coordinator, ReportField::Date, "20/");
    assert_eq!(
        value(&coordinator, "report-date"),
        ("20/".into(), "Ngày ký không đọc được. Ghi ngày/tháng/năm, ví dụ 12/7/2017.".into())
    );
    assert!(!desk::printed(&coordinator.state).unwrap().head.place_and_date.contains("20 tháng 6"));
}

#[test]
fn the_preview_follows_once_typing_pauses_and_is_there_only_while_it_is_looked_at() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    assert_eq!(desk::report(&coordinator.state).unwrap().preview, None);
    coordinator.goes(DeskScreen::Report);
    let empty = preview(&coordinator).head.number;
    assert_eq!(empty, "Số:        /BC-VPCP");
    assert_eq!(types(&mut coordinator, ReportField::Number, "3"), [Effect::KeepSoon]);
    assert_eq!(types(&mut coordinator, ReportField::Number, "31"), [Effect::KeepSoon], "not drawn for each letter");
    assert_eq!(preview(&coordinator).head.number, empty);
    coordinator.does(Action::Settle);
    assert_eq!(preview(&coordinator).head.number, "Số: 31/BC-VPCP");
    types(&mut coordinator, ReportField::Number, "314");
    assert_eq!(coordinator.does(Action::Print).last(), Some(&Effect::Print));
    assert_eq!(preview(&coordinator).head.number, "Số: 314/BC-VPCP", "what is printed is what was typed last");
    let drawn = desk::report(&coordinator.state).unwrap().preview.unwrap();
    types(&mut coordinator, ReportField::Number, "314 ");
    coordinator.does(Action::Settle);
    let same = desk::report(&coordinator.state).unwrap().preview.unwrap();
    assert!(std::rc::Rc::ptr_eq(&drawn, &same), "the same paper is not drawn again");
    coordinator.acts(DeskAction::ChoosePeriod(period().previous()));
    assert!(preview(&coordinator).head.subject.ends_with("quý I năm 2017"));
    coordinator.goes(DeskScreen::Intake);
    assert_eq!(desk::report(&coordinator.state).unwrap().preview, None);
}

#[test]
fn the_words_outlive_the_page_and_the_next_quarter_begins_with_those_that_stay() {
    let mut before = Coordinator::having(&some(&["accepted"]));
    for (field, text) in [
        (ReportField::Number, "314"),
        (ReportField::Sign, "BC-VP"),
        (ReportField::Date, "20/6/2017"),
        (ReportField::Remarks, "Nhận xét mẫu."),
        (ReportField::Signatory, "Người ký mẫu"),
    ] {
        types(&mut before, field, text);
    }
    before.does(Action::Settle);
    let mut after = Coordinator::with(before.browser);
    after.acts(DeskAction::ChoosePeriod(period()));
    let of = |coordinator: &Coordinator| {
        ["number", "sign", "date", "remarks", "signatory"].map(|name| value(coordinator, &format!("report-{name}")).0)
    };
    assert_eq!(of(&after), ["314", "BC-VP", "20/6/2017", "Nhận xét mẫu.", "Người ký mẫu"]);
    after.acts(DeskAction::ChoosePeriod("2017-Q3".parse().unwrap()));
    assert_eq!(of(&after), ["", "BC-VP", "", "", "Người ký mẫu"]);
    after.acts(DeskAction::ChoosePeriod(period()));
    assert_eq!(of(&after)[0], "314", "and the first one keeps its own");
    after.acts(DeskAction::Loaded(vec![("writing/2017-Q1".to_owned(), "{".to_owned())]));
    assert!(after.notice().starts_with("1 mục của sổ trong trình duyệt không đọc được."), "{}", after.notice());
}

#[test]
fn deleting_a_ledger_does_not_delete_what_is_being_written() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    types(&mut coordinator, ReportField::Number, "314");
    coordinator.acts(DeskAction::Forget);
    assert!(coordinator.browser.rows.keys().eq(["writing/2017-Q2"]), "{:?}", coordinator.browser.rows.keys());
}

#[test]
fn tables_and_report_are_given_as_files_named_by_the_quarter() {
    let mut coordinator = Coordinator::having(&some(&["accepted", "blocked"]));
    let mut given = |action: DeskAction| {
        coordinator.acts(action);
        let (name, bytes) = coordinator.given();
        (name.to_owned(), bytes.to_vec())
    };
    let (name, bytes) = given(DeskAction::SaveReport);
    assert_eq!((name.as_str(), &bytes[..2]), ("bao-cao-36a-2017-Q2.docx", &b"PK"[..]));
    let (name, bytes) = given(DeskAction::SaveTable(TableKind::Missing));
    assert_eq!(name, "bao-cao-36a-2017-Q2_chua-bao-cao.csv");
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("Chưa nhận được báo cáo"), "{text}");
    assert!(text.lines().count() > Registry::embedded().unwrap().agency.len() - 5);
    let (name, bytes) = given(DeskAction::SaveFindings);
    assert_eq!(name, "bao-cao-36a-2017-Q2_ket-qua-kiem-tra.csv");
    assert!(String::from_utf8(bytes).unwrap().contains(",Lỗi,"), "what blocks is among the findings");
    let (name, bytes) = given(DeskAction::SaveProvenance);
    assert_eq!(name, "bao-cao-36a-2017-Q2_nguon-so-lieu.csv");
    let hashes = String::from_utf8(bytes).unwrap();
    let entries = coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries();
    assert!(entries.iter().all(|entry| hashes.contains(&entry.file.examined.sha256)));
}

/// What calamine makes of a value.
fn read_back(cell: &SheetCell) -> Data {
    match cell {
        SheetCell::Blank => Data::Empty,
        SheetCell::Number(number) => Data::Float(*number as f64),
        SheetCell::Share { part, whole } if *whole != 0 => Data::Float(*part as f64 / *whole as f64),
        other => Data::String(other.plain()),
    }
}

/// The whole quarter: each total in the workbook is that of the table on the screen, as a number.
#[test]
fn the_workbook_has_a_sheet_for_each_table_with_the_same_totals() {
    let all: Vec<_> = FILES.samples.iter().collect();
    let mut coordinator = Coordinator::having(&all);
    coordinator.acts(DeskAction::SaveWorkbook);
    let (name, bytes) = coordinator.given();
    assert_eq!(name, "bao-cao-36a-2017-Q2.xlsx");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let registry = Registry::embedded().unwrap();
    let ledger = coordinator.state.desk.as_ref().unwrap().ledger().unwrap();
    let collected = Collected::of_ledger(registry, ledger, None);
    let mut totals = BTreeMap::new();
    for kind in TableKind::ALL {
        let of = table(kind, &collected);
        let sheet = table_sheet(&of, registry, Language::Vietnamese);
        let rows: Vec<Vec<Data>> = book.worksheet_range(&sheet.name).unwrap().rows().map(<[Data]>::to_vec).collect();
        for (row, line) in of.rows.iter().zip(&sheet.rows).filter(|(row, _)| row.kind == RowKind::Total) {
            let expected: Vec<Data> = line.cells.iter().map(read_back).collect();
            assert!(rows.iter().any(|row| row.starts_with(&expected)), "{kind:?}: {expected:?}");
            let numbers = row.cells.iter().filter_map(|cell| cell.number());
            *totals.entry(format!("{kind:?}")).or_insert(0) += numbers.sum::<i64>();
        }
    }
    assert!(totals.values().filter(|total| **total > 0).count() >= 3, "{totals:?}");
    for sheet in ["Kết quả kiểm tra", "Nguồn số liệu"] {
        assert!(book.worksheet_range(sheet).unwrap().height() > 50, "{sheet}");
    }
}
