//! What is said of archives that cannot be opened, and of files in them.

use super::phrase::Phrase;
use crate::collect::ArchiveErrorCode;

/// The sentence of this code; none where it is not an archive's.
pub(super) fn archive(code: &str) -> Option<Phrase> {
    let code = ArchiveErrorCode::ALL.into_iter().find(|known| known.code() == code)?;
    let (vi, en) = match code {
        ArchiveErrorCode::Malformed => (
            "Tệp nén hỏng hoặc không phải tệp .zip. Xin lại tệp gốc.",
            "The archive is damaged or is no .zip file. Ask for the original.",
        ),
        ArchiveErrorCode::Empty => {
            ("Tệp nén không có tệp nào. Hỏi lại cơ quan gửi.", "Nothing is in the archive. Ask the sender.")
        }
        ArchiveErrorCode::SameName => (
            "Tệp nén có hai tệp cùng tên nên chỉ thấy được một. Xin các tệp gửi riêng.",
            "Two files in the archive have the same name, so only one can be seen. Ask for the files one by one.",
        ),
        ArchiveErrorCode::Overlapping => (
            "Các tệp trong tệp nén chồng lên nhau, là cách làm của tệp nén phá hoại. Không mở; hỏi lại cơ quan gửi.",
            "Files in the archive overlap, as in an archive made to do harm. It was not opened; ask the sender.",
        ),
        ArchiveErrorCode::TooManyFiles => (
            "Tệp nén có quá nhiều tệp (hơn 50.000). Chia nhỏ rồi tiếp nhận lại.",
            "The archive has too many files (over 50,000). Split it and take it in again.",
        ),
        ArchiveErrorCode::TooLarge => (
            "Tệp nén quá lớn (hơn 256 MB, hoặc giải nén ra hơn 2 GB). Giải nén ra thư mục rồi tiếp nhận lại.",
            "The archive is too large (over 256 MB, or over 2 GB unpacked). Unpack it to a folder and take that in.",
        ),
        ArchiveErrorCode::TooDeep => (
            "Tệp nén nằm trong quá nhiều tệp nén khác. Giải nén ra thư mục rồi tiếp nhận lại.",
            "The archive stands in too many others. Unpack it to a folder and take that in.",
        ),
        ArchiveErrorCode::Encrypted => (
            "Tệp trong tệp nén có mật khẩu. Giải nén bằng mật khẩu rồi tiếp nhận lại.",
            "The file in the archive has a password. Unpack it with the password and take it in again.",
        ),
        ArchiveErrorCode::Method => (
            "Tệp được nén theo cách không đọc được. Giải nén ra thư mục rồi tiếp nhận lại.",
            "The file is packed in a way that is not read here. Unpack it to a folder and take that in.",
        ),
        ArchiveErrorCode::Damaged => {
            ("Tệp trong tệp nén bị hỏng. Xin lại tệp gốc.", "The file in the archive is damaged. Ask for the original.")
        }
    };
    Some(Phrase { vi, en })
}
