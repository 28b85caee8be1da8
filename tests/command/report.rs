//! `report` and `reconcile` with a ledger: the national tables as files, and what they are held against.

use crate::program::{ended, folder, keyring, put, said, samples};
use calamine::{Data, Reader, Xlsx, open_workbook};
use return36a::collect::TableKind;
use return36a::text::{Language, table_short_name};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The ledger of the whole quarter, collected.
fn ledger(folder: &Path) -> String {
    for sample in &samples().samples {
        put(folder, &format!("in/{}", sample.name), &sample.bytes);
    }
    let (files, out, keys) = (folder.join("in"), folder.join("out"), put(folder, "keyring.json", keyring()));
    let words = ["collect", files.to_str().unwrap(), "--out", out.to_str().unwrap(), "--keys", &keys];
    ended(&[&words[..], &["--period", "2017-Q2", "--received", "2017-06-12"]].concat(), 1);
    out.join("ledger-2017-Q2.json").to_str().unwrap().to_owned()
}

fn rows(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn the_workbook_has_every_table_and_its_numbers_are_numbers() {
    let folder = folder("report-xlsx");
    let ledger = ledger(&folder);
    let out = folder.join("bao-cao.xlsx");
    let words = ["report", &ledger, "--out", out.to_str().unwrap(), "--today", "20/06/2017"];
    assert_eq!(said(&words), "");
    let workbook: Xlsx<_> = open_workbook(&out).unwrap();
    let mut wanted: Vec<String> =
        TableKind::ALL.map(|kind| table_short_name(kind, Language::Vietnamese).to_owned()).into();
    wanted.extend(["Kết quả kiểm tra", "Nguồn số liệu", "Đối chiếu"].map(str::to_owned));
    assert_eq!(workbook.sheet_names(), wanted);
    let ranking = rows(&out, table_short_name(TableKind::RankingLocal, Language::Vietnamese));
    assert!(ranking.iter().flatten().any(|cell| matches!(cell, Data::Float(_) | Data::Int(_))), "{ranking:?}");
    let files = rows(&out, "Nguồn số liệu");
    let named = |name: &str| files.iter().any(|row| row.contains(&Data::String(name.to_owned())));
    assert!(samples().samples.iter().all(|sample| named(&sample.name)));
    let first = fs::read(&out).unwrap();
    ended(&words, 3);
    ended(&[&words[..], &["--overwrite"]].concat(), 0);
    assert!(first == fs::read(&out).unwrap(), "the same ledger and day give the same bytes");
}

#[test]
fn the_report_is_a_document_with_its_number_and_day() {
    let folder = folder("report-docx");
    let ledger = ledger(&folder);
    let out = folder.join("bao-cao.docx");
    let words = ["report", &ledger, "--format", "docx", "--out", out.to_str().unwrap(), "--number", "7242"];
    said(&[&words[..], &["--today", "20/06/2017", "--signatory", "Người ký mẫu"]].concat());
    let mut archive = zip::ZipArchive::new(fs::File::open(&out).unwrap()).unwrap();
    let text = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
    for words in ["7242/BC-VPCP", "ngày 20 tháng 6 năm 2017", "Người ký mẫu", "quý II"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn tables_are_written_as_csv_one_by_one() {
    let folder = folder("report-csv");
    let ledger = ledger(&folder);
    let out = folder.join("bang");
    let told = said(&["report", &ledger, "--format", "csv", "--out", out.to_str().unwrap(), "--lang", "en", "--json"]);
    let line: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(line["period"], "2017-Q2");
    let mut names: Vec<String> =
        fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 14);
    assert_eq!((names[0].as_str(), names[12].as_str()), ("01-general-tasks.csv", "13-provenance.csv"));
    let written: Vec<String> = names.iter().map(|name| out.join(name).to_str().unwrap().to_owned()).collect();
    assert_eq!(line["written"], json!(written));
    for name in names {
        assert!(fs::read_to_string(out.join(&name)).unwrap().starts_with('\u{feff}'), "{name}");
    }
}

#[test]
fn reconcile_holds_a_ledger_against_itself_and_the_documents() {
    let folder = folder("reconcile-ledger");
    let ledger = ledger(&folder);
    let alone = said(&["reconcile", &ledger, "--lang", "en"]);
    assert!(alone.starts_with("The annex of tasks against the table by agency\n  "), "{alone}");
    let (_, complaint) = ended(&["reconcile", &ledger, "--previous", &ledger, "--lang", "en"], 1);
    assert_eq!(
        complaint,
        format!("{ledger} is the ledger of quarter 2/2017, not of the quarter before quarter 2/2017.\n")
    );
    let (_, complaint) = ended(&["reconcile", &ledger, "--previous", &ledger], 1);
    assert_eq!(complaint, format!("{ledger} là sổ tiếp nhận quý 2/2017, không phải của quý liền trước quý 2/2017.\n"));
    ended(&["reconcile", &ledger, "--markdown"], 2);
    let lines = said(&["reconcile", &ledger, "--json", "--lang", "en"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let filed = lines.iter().find(|line| line["code"] == "filed-against-tables" && line["what"] == "central").unwrap();
    assert_eq!((&filed["agreement"], &filed["difference"]), (&json!("agrees"), &json!(0)));
    assert_eq!(filed["left"], filed["right"]);
    assert!(lines.iter().any(|line| line["agreement"] == "differs" && line["code"] == "printed-table"));
    let documents = said(&["reconcile", "--json", "--lang", "en"]);
    let (first, list) = (documents.lines().next().unwrap(), said(&["reconcile", "--lang", "en"]));
    let first: Value = serde_json::from_str(first).unwrap();
    assert!(list.contains(&format!("  1. {}\n", first["message"].as_str().unwrap())), "{first}");
    assert!(!first["places"].as_array().unwrap().is_empty() && !first["values"].as_array().unwrap().is_empty());
    let other = put(&folder, "other.json", "{}");
    let (_, complaint) = ended(&["reconcile", &other, "--lang", "en"], 1);
    assert!(
        complaint.ends_with("The file is not a ledger saved by this page, or it is damaged. Choose another file.\n")
    );
}
