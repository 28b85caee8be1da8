//! What is said when a file cannot be made.

use super::phrase::{Language, Phrase};
use crate::export::ExportError;
use crate::vietnamese::count_text;

/// Why a workbook, a document or an archive was not made.
pub fn export_message(error: &ExportError, language: Language) -> String {
    let count = |count: &usize| count_text(i64::try_from(*count).unwrap_or(i64::MAX));
    match error {
        ExportError::NoSheet => NO_SHEET.text(language).to_owned(),
        ExportError::TooManyRows(table, rows) => {
            TOO_MANY_ROWS.with(language, &[("table", table), ("count", &count(rows))])
        }
        ExportError::TooManyColumns(table, columns) => {
            TOO_MANY_COLUMNS.with(language, &[("table", table), ("count", &count(columns))])
        }
        ExportError::Workbook(words) | ExportError::Container(words) => FAILED.with(language, &[("words", words)]),
    }
}

const NO_SHEET: Phrase =
    Phrase { vi: "Không có bảng nào để ghi vào tệp.", en: "There is no table to put into the file." };
const TOO_MANY_ROWS: Phrase = Phrase {
    vi: "Bảng “{table}” cần {count} dòng, nhiều hơn một trang tính chứa được. Xuất ra CSV.",
    en: "The table “{table}” needs {count} rows, more than a worksheet has. Write it as CSV.",
};
const TOO_MANY_COLUMNS: Phrase = Phrase {
    vi: "Bảng “{table}” cần {count} cột, nhiều hơn tệp loại này chứa được. Xuất ra CSV.",
    en: "The table “{table}” needs {count} columns, more than a file of this kind has. Write it as CSV.",
};
const FAILED: Phrase = Phrase {
    vi: "Chương trình không tạo được tệp ({words}). Xin báo cho nơi phát hành trang.",
    en: "The program could not make the file ({words}). Tell those who issue the page.",
};

#[cfg(test)]
mod tests {
    use super::{Language, export_message};
    use crate::export::{CODES, ExportError};

    #[test]
    fn every_code_of_the_export_room_has_a_sentence_with_its_values() {
        let cases = [
            (ExportError::NoSheet, "Không có bảng nào để ghi vào tệp."),
            (
                ExportError::TooManyRows("Kết quả kiểm tra".into(), 1_048_999),
                "Bảng “Kết quả kiểm tra” cần 1.048.999 dòng, nhiều hơn một trang tính chứa được. Xuất ra CSV.",
            ),
            (
                ExportError::TooManyColumns("Bảng".into(), 64),
                "Bảng “Bảng” cần 64 cột, nhiều hơn tệp loại này chứa được. Xuất ra CSV.",
            ),
            (
                ExportError::Workbook("x".into()),
                "Chương trình không tạo được tệp (x). Xin báo cho nơi phát hành trang.",
            ),
            (
                ExportError::Container("x".into()),
                "Chương trình không tạo được tệp (x). Xin báo cho nơi phát hành trang.",
            ),
        ];
        assert_eq!(cases.each_ref().map(|(error, _)| error.code()), CODES);
        for (error, sentence) in cases {
            assert_eq!(export_message(&error, Language::Vietnamese), sentence);
            assert!(!export_message(&error, Language::English).contains('{'));
        }
    }
}
