use super::archives::archive;
use super::phrase::{Language, Phrase};
use super::reading::read_message;
use super::signatures::signing;
use crate::quarterly::ReadErrorCode;

/// What is said of a file that is no return, by the reader's code or the signing room's, and the place.
pub fn unreadable_message(code: &str, place: &str, language: Language) -> String {
    match ReadErrorCode::of_code(code) {
        Some(code) => read_message(code, place, language),
        None => signing(code).or_else(|| archive(code)).unwrap_or(UNREADABLE).with(language, &[("place", place)]),
    }
}

const UNREADABLE: Phrase = Phrase {
    vi: "Tệp không phải tệp báo cáo. Xin cơ quan gửi lại tệp .json do trang này xuất ra.",
    en: "The file is not a return. Ask the agency for the .json file that this page exported.",
};

/// What the program's own findings say: entries that cannot be read, and a heading that the registry does not know.
pub(super) fn own_finding(code: &str) -> Phrase {
    let (vi, en) = match code {
        "entry-grouping" => (
            "Đang ghi là “{text}”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số. Nếu là {joined} thì ghi {joined}; nếu thừa hoặc thiếu chữ số thì ghi lại số đúng.",
            "It says “{text}”. Points stand only before groups of three digits. If {joined} is meant, write {joined}; if a digit is missing or too many, write the right number.",
        ),
        "entry-point" => (
            "Đang ghi là “{text}”. Không rõ là {joined} hay số lẻ {fraction}; số lượng là số nguyên. Ghi lại, ví dụ {whole} hoặc {joined}.",
            "It says “{text}”. It may mean {joined} or the fraction {fraction}; a count is whole. Write it again, for example {whole} or {joined}.",
        ),
        "entry-fraction" => (
            "Đang ghi là “{text}”. Số lượng là số nguyên, không có phần lẻ sau dấu phẩy. Ghi lại, ví dụ {whole} hoặc {joined}.",
            "It says “{text}”. A count is whole, with nothing after a comma. Write it again, for example {whole} or {joined}.",
        ),
        "entry-ambiguous-comma" => (
            "Đang ghi là “{text}”. Không rõ là {joined} (dấu phẩy ngăn hàng nghìn) hay {fraction} (dấu phẩy trước phần lẻ). Số lượng là số nguyên: nếu là {joined} thì ghi {joined} hoặc {plain}.",
            "It says “{text}”. It may mean {joined} (the comma before thousands) or {fraction} (the comma before a fraction). A count is whole: if {joined} is meant, write {joined} or {plain}.",
        ),
        "entry-commas" => (
            "Đang ghi là “{text}”. Hàng nghìn ngăn bằng dấu chấm, không bằng dấu phẩy. Nếu là {joined} thì ghi {joined}.",
            "It says “{text}”. Points stand before thousands, not commas. If {joined} is meant, write {joined}.",
        ),
        "entry-words" => (
            "Đang ghi là “{text}”. Ô này chỉ ghi số: để lại {number}, phần chữ “{words}” ghi ở ô Ghi chú.",
            "It says “{text}”. Only a number belongs here: leave {number}, and put “{words}” into the remark.",
        ),
        "entry-words-alone" => (
            "Đang ghi là “{text}”. Ô này chỉ ghi số: để lại {number}, bỏ phần chữ “{words}”.",
            "It says “{text}”. Only a number belongs here: leave {number}, without “{words}”.",
        ),
        "entry-not-a-number" => (
            "Đang ghi là “{text}”, không phải số. Ghi bằng chữ số, ví dụ 1.234; không có thì ghi 0.",
            "It says “{text}”, which is not a number. Use digits, for example 1.234; write 0 if there are none.",
        ),
        "entry-too-large" => (
            "Đang ghi là “{text}”, vượt mức cho phép. Kiểm tra và ghi lại số đúng.",
            "It says “{text}”, which is above the limit. Check it and write the right number.",
        ),
        "entry-too-long" => (
            "Đoạn này dài quá 64 KB nên không ghi được vào tệp báo cáo. Rút ngắn lại.",
            "This text is longer than 64 KB, which a return's file cannot carry. Shorten it.",
        ),
        "entry-date-form" => (
            "Đang ghi là “{text}”. Ghi ngày/tháng/năm, ví dụ 1/2/2017.",
            "It says “{text}”. Write day/month/year, for example 1/2/2017.",
        ),
        "entry-no-such-day" => (
            "Đang ghi là “{text}”, không có ngày này trong lịch. Kiểm tra lại ngày và tháng.",
            "It says “{text}”, a day that the calendar does not have. Check day and month.",
        ),
        "entry-far-year" => (
            "Đang ghi là “{text}”. Năm phải từ 2000 đến 2050; kiểm tra lại năm.",
            "It says “{text}”. The year must be from 2000 to 2050; check it.",
        ),
        "entry-decimal-point" => (
            "Đang ghi là “{text}”. Ô này không dùng dấu chấm; phần lẻ ghi sau dấu phẩy, ví dụ 39,8.",
            "It says “{text}”. No point is used here; the fraction stands after a comma, for example 39,8.",
        ),
        "entry-not-a-decimal" => (
            "Đang ghi là “{text}”, không phải số. Ghi bằng chữ số, phần lẻ sau dấu phẩy, ví dụ 39,8.",
            "It says “{text}”, which is not a number. Use digits, with the fraction after a comma, for example 39,8.",
        ),
        "entry-decimal-precision" => (
            "Đang ghi là “{text}”. Ghi nhiều nhất ba chữ số sau dấu phẩy.",
            "It says “{text}”. Write three digits after the comma at most.",
        ),
        "question" => (
            "Chưa trả lời câu hỏi này của Văn phòng Chính phủ. Trả lời, hoặc cất phiếu đi ở danh sách các phần.",
            "This question of the Government Office is not answered. Answer it, or put the slip away on the list of sections.",
        ),
        "carried" => (
            "Lấy từ báo cáo kỳ trước, chưa xác nhận. Sửa nếu đã thay đổi, rồi chọn “Xác nhận”.",
            "Taken from the previous return and not confirmed. Change it if it is different, then choose “Confirm”.",
        ),
        "entry-level" => {
            ("Đang ghi là “{text}”. Mức độ là 1, 2, 3 hoặc 4.", "It says “{text}”. The level is 1, 2, 3 or 4.")
        }
        "heading-known" => (
            "Danh mục không có cơ quan hoặc kỳ báo cáo này. Chọn lại ở trang đầu.",
            "The registry has no such agency or quarter. Choose again on the first page.",
        ),
        _ => ("Có điều chưa đúng ở đây: “{text}”.", "Something is not right here: “{text}”."),
    };
    Phrase { vi, en }
}
