//! What a receipt means for the agency that sent the file.

use super::phrase::{Language, Phrase};
use crate::collect::State;

/// What came of the file, and what is to be done, told to the officer.
pub fn receipt_sentence(state: State, language: Language) -> &'static str {
    let (vi, en) = match state {
        State::Accepted => ("Báo cáo đã được nhận và được tính.", "The return was received and counts."),
        State::Warned => (
            "Báo cáo đã được nhận và được tính, cùng các lý do đã nêu cho cảnh báo.",
            "The return was received and counts, with the reasons given for its warnings.",
        ),
        State::Late => (
            "Báo cáo đã được nhận và được tính, nhưng nhận sau hạn gửi.",
            "The return was received and counts, but came after the due day.",
        ),
        State::OtherRegistry => (
            "Báo cáo đã được nhận và được tính. Bản danh mục dùng khi lập khác bản đang dùng; quý sau dùng bản trang mới.",
            "The return was received and counts. It was made under another edition of the registry; use the newer page next quarter.",
        ),
        State::ToExamine => (
            "Văn phòng Chính phủ đang kiểm tra lại tệp; chưa phải làm gì.",
            "The Government Office is checking the file again; there is nothing to do yet.",
        ),
        State::Blocked => (
            "Báo cáo còn lỗi nên chưa được tính. Mở lại báo cáo, lập bản sửa đổi, ký và gửi lại.",
            "The return has errors and does not count yet. Open it, amend it, sign it and send it again.",
        ),
        State::Unsigned => (
            "Tệp chưa được ký nên chưa được tính. Ký rồi gửi lại.",
            "The file is not signed and does not count yet. Sign it and send it again.",
        ),
        State::SignatureUnknown => (
            "Văn phòng Chính phủ chưa có thẻ khóa của người ký. Gửi thẻ khóa; không cần gửi lại báo cáo.",
            "The Government Office does not have the signatory's key card. Send the card; the return need not be sent again.",
        ),
        State::SignatureBroken => (
            "Chữ ký không khớp với nội dung tệp. Xuất lại tệp từ trang này và gửi lại.",
            "The signature does not fit the file. Export the file from this page again and send it again.",
        ),
        State::SignatureNotInForce => (
            "Khi nhận tệp, khóa hoặc chứng thư đã ký không còn hoặc chưa có hiệu lực. Ký lại bằng khóa còn hiệu lực rồi gửi lại.",
            "The key or certificate was not, or no longer, in force when the file came. Sign with one in force and send it again.",
        ),
        State::SignatureOtherAgency => (
            "Tệp được ký bằng khóa của cơ quan khác. Ký bằng khóa của cơ quan mình rồi gửi lại.",
            "The file is signed with another agency's key. Sign it with your own agency's key and send it again.",
        ),
        State::NotAReturn => (
            "Tệp không phải báo cáo, hoặc không đọc được. Gửi tệp .json do trang này xuất ra.",
            "The file is no return, or cannot be read. Send the .json file that this page exported.",
        ),
        State::Duplicate => (
            "Báo cáo này đã được nhận trước đó; bản nhận trước được tính.",
            "This return was received before; the one received first counts.",
        ),
        State::Superseded => (
            "Đã có bản sửa đổi mới hơn; bản mới hơn được tính.",
            "There is a later revision, which counts in its place.",
        ),
        State::Forked => (
            "Có hai bản sửa đổi cùng thay một bản. Báo Văn phòng Chính phủ bản nào đúng.",
            "Two revisions claim to replace the same one. Tell the Government Office which is right.",
        ),
        State::WrongPeriod => (
            "Báo cáo của kỳ khác với kỳ đang tổng hợp. Kiểm tra lại kỳ báo cáo.",
            "The return is of another quarter than is being collected. Check the quarter.",
        ),
        State::SetAside => (
            "Văn phòng Chính phủ để riêng tệp này, không tính. Liên hệ để biết lý do.",
            "The Government Office has set this file aside. Ask why.",
        ),
    };
    Phrase { vi, en }.text(language)
}
