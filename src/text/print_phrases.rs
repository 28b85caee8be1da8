//! What stands around the printed return on the screen. The paper's own words are Vietnamese, in `return_paper`.

use super::phrase::Phrase;

/// The screen, and the button that leads to it.
pub const PRINTED: Phrase = Phrase { vi: "Xem bản in", en: "The return on paper" };

/// What it is for.
pub const EXPLAIN: Phrase = Phrase {
    vi: "Bản A4 theo thể thức của Nghị định 30/2020/NĐ-CP. Mã SHA-256 và mã QR ở cuối mỗi trang cho biết bản giấy in ra từ tệp nào.",
    en: "The return on A4 in the layout of Decree 30/2020/NĐ-CP, in Vietnamese. The SHA-256 and the QR code at the foot of each page tell from which file it was printed.",
};

/// A draft.
pub const NOT_SIGNED: Phrase = Phrase {
    vi: "Báo cáo chưa ký: bản in có dấu “BẢN NHÁP – CHƯA KÝ”, và mã sẽ khác sau mỗi lần sửa. Ký trước rồi in bản để trình ký tay, đóng dấu.",
    en: "The return is not signed: the paper says so, and its hash changes with every edit. Sign first, then print what is to be signed and stamped by hand.",
};

/// The button of the print dialog.
pub const PRINT: Phrase = Phrase { vi: "In hoặc lưu PDF", en: "Print or save as PDF" };

/// The button of the Word file.
pub const SAVE_DOCX: Phrase = Phrase { vi: "Tải bản Word (.docx)", en: "Save for Word (.docx)" };

/// What the paper is called when it is read aloud.
pub const PREVIEW: Phrase = Phrase { vi: "Bản in của báo cáo", en: "The return as printed" };

/// The blank form, and the button that leads to it.
pub const FORM: Phrase = Phrase { vi: "Mẫu trống để điền tay", en: "Blank form to fill by hand" };

/// What it is for.
pub const FORM_EXPLAIN: Phrase = Phrase {
    vi: "Mẫu A4 của cơ quan và kỳ đã chọn, để các đơn vị ghi tay trước khi nhập. Không thay cho tệp báo cáo.",
    en: "The A4 form of the chosen agency and quarter, in Vietnamese, for units to fill by hand before it is typed in. It takes no file's place.",
};

/// What the form is called when it is read aloud.
pub const FORM_PREVIEW: Phrase = Phrase { vi: "Mẫu trống", en: "The blank form" };

/// Back to the first screen.
pub const TO_START: Phrase = Phrase { vi: "Về trang đầu", en: "To the first screen" };

/// A signature of a key whose card is not here, on paper.
pub const KEY_NOT_COMPARED: Phrase = Phrase {
    vi: "Chữ ký khớp với nội dung. Khi in chưa có thẻ khóa để đối chiếu người ký.",
    en: "The signature fits the content. When this was printed, no key card was at hand to know the signatory by.",
};

/// The hash on the signing screen.
pub const CONTENT_HASH: Phrase = Phrase {
    vi: "Mã SHA-256 của nội dung, cũng có trên bản in",
    en: "SHA-256 of the content, as on the paper",
};

/// A document that could not be made.
pub const NOT_MADE: Phrase =
    Phrase { vi: "Không tạo được tệp {name}. {why}", en: "{name} could not be made. {why}" };

/// The search of the desk, that it also takes a paper's hash.
pub const SEARCH_HINT: Phrase = Phrase {
    vi: "Để tìm tệp của một bản giấy: gõ từ 8 ký tự đầu của mã SHA-256 ở cuối trang trở lên, hoặc dán nội dung mã QR",
    en: "To find the file of a paper: type 8 or more digits of the SHA-256 at the foot of its pages, or paste what its QR code says",
};

/// The file of a paper is in the ledger.
pub const PAPER_FOUND: Phrase = Phrase {
    vi: "Mã trên bản giấy là của tệp {name} ({state}), {period}. Khi cần, in tệp đó ra để so nội dung.",
    en: "The hash on the paper is that of the file {name} ({state}), {period}. Where in doubt, print that file and compare the content.",
};

/// No file of a paper is.
pub const PAPER_NOT_FOUND: Phrase = Phrase {
    vi: "Không tệp nào đã nhận có mã này, trong mọi kỳ trên bàn. Xem lại mã đã gõ; nếu đúng thì bản giấy không phải của tệp đã gửi.",
    en: "No received file of any quarter on the desk has this hash. Check what was typed; if it is right, the paper is not of a file that was sent.",
};
