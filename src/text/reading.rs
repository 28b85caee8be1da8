//! What is said of a file that cannot be read: a return's, a query slip's, a receipt's or a registry's.

use super::phrase::{Language, Phrase};
use crate::collect::{Edition, Receipt, Slip};
use crate::quarterly::{ReadError, ReadErrorCode, Signable};

/// What is said when a file is refused: what is there, what is wanted, how to mend it.
pub fn read_error_message(error: &ReadError, language: Language) -> String {
    read_message(error.code(), error.place(), language)
}

/// The same by the reader's code and the place.
pub(super) fn read_message(code: ReadErrorCode, place: &str, language: Language) -> String {
    let (thing, place) = (thing(place).text(language), shown(code, place, language));
    read_error(code).with(language, &[("place", &place), ("thing", thing)])
}

/// The place as a sentence says it: the reader counts lines and columns in English.
fn shown(code: ReadErrorCode, place: &str, language: Language) -> String {
    match (code, language) {
        (ReadErrorCode::NotJson, Language::Vietnamese) => place.replace("line ", "dòng ").replace("column ", "cột "),
        _ => place.to_owned(),
    }
}

/// What the file is, as far as the place in it tells.
fn thing(place: &str) -> Phrase {
    let is_inside = |member: &str| place.strip_prefix('/').and_then(|place| place.strip_prefix(member));
    match () {
        () if is_inside(Slip::MEMBER).is_some_and(|rest| rest.starts_with('/')) => SLIP,
        () if is_inside(Receipt::MEMBER).is_some_and(|rest| rest.starts_with('/')) => RECEIPT,
        () if is_inside(Edition::MEMBER).is_some_and(|rest| rest.starts_with('/')) => REGISTRY,
        () => RETURN,
    }
}

const RETURN: Phrase = Phrase { vi: "báo cáo", en: "return" };
const SLIP: Phrase = Phrase { vi: "phiếu yêu cầu chỉnh sửa", en: "query slip" };
const REGISTRY: Phrase = Phrase { vi: "danh mục", en: "registry" };
const RECEIPT: Phrase = Phrase { vi: "biên nhận", en: "receipt" };

fn read_error(code: ReadErrorCode) -> Phrase {
    let (vi, en) = match code {
        ReadErrorCode::TooLarge => (
            "Tệp lớn hơn 8 MB, không phải {thing}. Chọn tệp .json do trang này xuất ra.",
            "The file is larger than 8 MB, so it is not a {thing}. Choose a .json file that this page exported.",
        ),
        ReadErrorCode::NotUtf8 => (
            "Tệp không phải văn bản UTF-8 ({place}). Xin lại tệp gốc, đừng mở và lưu bằng chương trình khác.",
            "The file is not UTF-8 text ({place}). Ask for the original; do not save it with another program.",
        ),
        ReadErrorCode::NotJson => (
            "Tệp không phải JSON ({place}). Có thể tệp bị cắt hoặc bị sửa; xin lại tệp gốc.",
            "The file is not JSON ({place}). It may be cut short or changed; ask for the original.",
        ),
        ReadErrorCode::TooDeep => (
            "Tệp có dữ liệu lồng quá sâu ở {place}, không phải {thing}. Xin lại tệp gốc.",
            "The file nests too deep at {place}, so it is not a {thing}. Ask for the original.",
        ),
        ReadErrorCode::DuplicateMember => (
            "Mục {place} có hai lần trong tệp, nên không biết mục nào đúng. Xin lại tệp gốc.",
            "{place} stands twice in the file, so it cannot be known which counts. Ask for the original.",
        ),
        ReadErrorCode::UnknownMember => (
            "Tệp có mục {place} mà {thing} không có. Xin lại tệp gốc.",
            "The file has {place}, which no {thing} has. Ask for the original.",
        ),
        ReadErrorCode::MissingMember => {
            ("Tệp thiếu mục {place}. Xin lại tệp gốc.", "The file lacks {place}. Ask for the original.")
        }
        ReadErrorCode::WrongValue => (
            "Giá trị ở {place} không đúng loại. Xin lại tệp gốc.",
            "The value at {place} is of the wrong kind. Ask for the original.",
        ),
        ReadErrorCode::NumberRange => (
            "Số ở {place} quá lớn nên không đọc chính xác được. Xin lại tệp gốc.",
            "The number at {place} is too large to be read exactly. Ask for the original.",
        ),
        ReadErrorCode::Fraction => (
            "Số ở {place} không phải số nguyên; {thing} chỉ có số nguyên. Xin lại tệp gốc.",
            "The number at {place} is not whole; a {thing} carries whole numbers only. Ask for the original.",
        ),
        ReadErrorCode::TooLong => (
            "Văn bản ở {place} quá dài (hơn 64 KB). Rút ngắn rồi xuất lại tệp.",
            "The text at {place} is too long (over 64 KB). Shorten it and export the file again.",
        ),
        ReadErrorCode::ControlCharacter => (
            "Văn bản ở {place} có ký tự điều khiển không đọc được. Xin lại tệp gốc.",
            "The text at {place} has unreadable control characters. Ask for the original.",
        ),
        ReadErrorCode::NotNfc => (
            "Chữ ở {place} không theo Unicode dựng sẵn (NFC). Xin lại tệp do trang này xuất ra.",
            "The text at {place} is not in composed Unicode (NFC). Ask for the file that this page exported.",
        ),
        ReadErrorCode::MemberName => (
            "Tên mục ở {place} có ký tự không dùng trong {thing}. Xin lại tệp gốc.",
            "The name of the member at {place} has characters that no {thing} uses. Ask for the original.",
        ),
        ReadErrorCode::NewerSchema => (
            "Tệp do bản mới hơn của trang này lập. Mở bằng bản trang mới hơn.",
            "The file was made by a newer version of this page. Open it with that version.",
        ),
        ReadErrorCode::UnknownSchema => (
            "Tệp không phải {thing} return36a. Chọn tệp .json do trang này xuất ra.",
            "The file is not a return36a {thing}. Choose a .json file that this page exported.",
        ),
    };
    Phrase { vi, en }
}

#[cfg(test)]
mod tests {
    use super::{Language, read_error, read_error_message, read_message};
    use crate::collect::read_paper;
    use crate::quarterly::ReadErrorCode;

    #[test]
    fn a_slip_or_a_receipt_that_is_malformed_is_not_called_a_return() {
        for (file, vi, en) in [
            (
                r#"{"slip":{"schema":"return36a-slip/0"},"signatures":[]}"#,
                "Tệp không phải phiếu yêu cầu chỉnh sửa return36a. Chọn tệp .json do trang này xuất ra.",
                "The file is not a return36a query slip. Choose a .json file that this page exported.",
            ),
            (
                r#"{"receipt":{"schema":"return36a-receipt/1","more":1},"signatures":[]}"#,
                "Tệp có mục /receipt/more mà biên nhận không có. Xin lại tệp gốc.",
                "The file has /receipt/more, which no receipt has. Ask for the original.",
            ),
            (
                r#"{"return":{"schema":"return36a/1","more":1},"signatures":[]}"#,
                "Tệp có mục /return/more mà báo cáo không có. Xin lại tệp gốc.",
                "The file has /return/more, which no return has. Ask for the original.",
            ),
            (
                r#"{"slips":1}"#,
                "Tệp có mục /slips mà báo cáo không có. Xin lại tệp gốc.",
                "The file has /slips, which no return has. Ask for the original.",
            ),
        ] {
            let error = read_paper(file.as_bytes()).unwrap_err();
            assert_eq!(read_error_message(&error, Language::Vietnamese), vi);
            assert_eq!(read_error_message(&error, Language::English), en);
        }
    }

    #[test]
    fn a_vietnamese_sentence_counts_lines_and_columns_in_vietnamese() {
        let said = |bytes: &[u8], language| read_error_message(&read_paper(bytes).unwrap_err(), language);
        assert_eq!(
            said(b"{\n  x", Language::Vietnamese),
            "Tệp không phải JSON (dòng 2, cột 3). Có thể tệp bị cắt hoặc bị sửa; xin lại tệp gốc."
        );
        assert!(said(b"{\n  x", Language::English).starts_with("The file is not JSON (line 2, column 3)."));
    }

    #[test]
    fn no_sentence_calls_a_slip_a_return() {
        for code in ReadErrorCode::ALL {
            let phrase = read_error(code);
            assert!(!phrase.vi.contains("báo cáo") && !phrase.vi.contains("Báo cáo"), "{}", phrase.vi);
            let said = read_message(code, "/slip/questions/0", Language::English);
            assert!(!said.replace("return36a", "").contains("return"), "{said}");
            assert!(!said.contains('{'), "{said}");
        }
    }
}
