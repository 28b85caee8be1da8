//! What is said of files that were not examined, and of a storage that keeps nothing.

use super::codes::unreadable_message;
use super::phrase::{Language, Phrase};

/// What is said of a file that was not examined, or of a storage that does not keep it, by a code of the intake, the
/// storage, an archive or the signing room.
pub fn intake_message(code: &str, language: Language) -> String {
    intake(code).map_or_else(|| unreadable_message(code, "", language), |phrase| phrase.text(language).to_owned())
}

fn intake(code: &str) -> Option<Phrase> {
    let (vi, en) = match code {
        "intake/unreadable" => (
            "Không đọc được tệp. Có thể tệp đã bị chuyển chỗ, hoặc USB đã rút ra; hãy chọn lại tệp.",
            "The file cannot be read. It may have been moved, or the USB stick taken out; choose it again.",
        ),
        "intake/too-large" => ("Tệp quá lớn, không phải tệp báo cáo.", "The file is too large to be a return."),
        "intake/folder" => (
            "Trình duyệt không đọc được thư mục kéo vào trang. Hãy dùng nút chọn thư mục.",
            "The browser cannot read a folder dropped on the page. Use the button that chooses a folder.",
        ),
        "intake/not-kept" => (
            "Trình duyệt không còn giữ nội dung tệp này. Hãy đưa lại tệp gốc vào.",
            "The browser no longer keeps the text of this file. Take the original file in again.",
        ),
        "intake/broken" => (
            "Chương trình bị dừng hai lần khi kiểm tra tệp này. Xin báo cho nơi phát hành trang, kèm tệp.",
            "The program stopped twice while it examined this file. Tell those who issue the page, with the file.",
        ),
        "intake/cancelled" => (
            "Đã dừng khi đang mở tệp nén: một số tệp trong đó chưa được tiếp nhận.",
            "The intake was stopped inside this archive: some of its files were not taken in.",
        ),
        "store/refused" => (
            "Trình duyệt không cho trang giữ dữ liệu. Hãy lưu sổ tiếp nhận ra tệp trước khi đóng trang.",
            "The browser does not let the page keep data. Save the ledger as a file before you close the page.",
        ),
        "store/newer" => (
            "Dữ liệu trong trình duyệt do bản trang mới hơn lưu, nên ở đây không dùng được. Hãy mở bằng bản trang đó.",
            "The data kept in the browser were kept by a newer version of the page and cannot be used here. Open that version.",
        ),
        "store/full" => (
            "Bộ nhớ của trình duyệt đã đầy. Hãy lưu sổ tiếp nhận ra tệp, rồi xóa bớt dữ liệu cũ.",
            "The browser's storage is full. Save the ledger as a file, then delete old data.",
        ),
        "store/failed" => (
            "Trình duyệt không giữ được dữ liệu. Hãy lưu sổ tiếp nhận ra tệp trước khi đóng trang.",
            "The browser could not keep the data. Save the ledger as a file before you close the page.",
        ),
        _ => return None,
    };
    Some(Phrase { vi, en })
}

#[cfg(test)]
mod tests {
    use super::{intake, intake_message};
    use crate::collect::{IntakeFault, StoreFault};
    use crate::text::Language;

    #[test]
    fn every_code_of_the_intake_has_a_sentence() {
        let codes = IntakeFault::ALL.map(IntakeFault::code).into_iter().chain(StoreFault::ALL.map(StoreFault::code));
        for code in codes {
            assert!(intake(code).is_some(), "{code}");
        }
        let said = "The browser could not sign. Close other pages and try again.";
        assert_eq!(intake_message("signing/primitive-failed", Language::English), said);
    }
}
