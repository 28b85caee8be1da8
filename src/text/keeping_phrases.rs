//! Sentences about drafts: kept, saved as files, found in other places, undone.

use super::phrase::Phrase;

/// The draft is not kept, since another window has kept another one.
pub const SAVED_ELSEWHERE: Phrase = Phrase {
    vi: "Chưa lưu: một cửa sổ khác đã lưu bản khác.",
    en: "Not saved: another window has saved another version.",
};

/// Nothing is kept yet, and what will be is forgotten with the window.
pub const PRIVATE_WINDOW: Phrase = Phrase {
    vi: "Đây là cửa sổ riêng tư: đóng cửa sổ là mất bản nháp. Lưu bản nháp thành tệp trước khi đóng.",
    en: "This is a private window: closing it loses the draft. Save the draft as a file before.",
};

/// Kept, and forgotten with the window.
pub const SAVED_PRIVATELY: Phrase = Phrase {
    vi: "Đã lưu lúc {at} trong cửa sổ riêng tư: đóng cửa sổ là mất. Lưu bản nháp thành tệp trước khi đóng.",
    en: "Saved at {at} in a private window: closing it loses the draft. Save the draft as a file before.",
};

/// The tools of a draft.
pub const TOOLS: Phrase = Phrase { vi: "Bản nháp", en: "Draft" };

/// The button.
pub const UNDO: Phrase = Phrase { vi: "Hoàn tác", en: "Undo" };

/// The button.
pub const REDO: Phrase = Phrase { vi: "Làm lại", en: "Redo" };

/// The button.
pub const SAVE_DRAFT: Phrase = Phrase { vi: "Lưu bản nháp thành tệp", en: "Save the draft as a file" };

/// The button.
pub const SAVE_PAGE: Phrase = Phrase { vi: "Lưu trang kèm bản nháp", en: "Save the page with the draft" };

/// A change was undone.
pub const UNDONE: Phrase = Phrase { vi: "Đã hoàn tác: {place}.", en: "Undone: {place}." };

/// A change was done again.
pub const REDONE: Phrase = Phrase { vi: "Đã làm lại: {place}.", en: "Done again: {place}." };

/// The service list was changed as a whole.
pub const UNDO_LIST: Phrase = Phrase { vi: "danh mục dịch vụ", en: "the service list" };

/// Several places were changed at once.
pub const UNDO_WHOLE: Phrase =
    Phrase { vi: "thay đổi nhiều mục cùng lúc", en: "a change of several places at once" };

/// A draft's file was given.
pub const DRAFT_SAVED: Phrase = Phrase {
    vi: "Bản nháp nằm trong tệp {name}. Trên máy khác, mở trang này rồi chọn hoặc kéo tệp đó vào.",
    en: "The draft is in {name}. On another machine, open this page and choose that file or drop it there.",
};

/// A page with the draft was given.
pub const PAGE_SAVED: Phrase = Phrase {
    vi: "Trang và bản nháp nằm trong tệp {name}. Trên máy khác chỉ cần mở tệp đó là làm tiếp được.",
    en: "The page and the draft are in {name}. On another machine, open that file to go on.",
};

/// A file could not be saved.
pub const NOT_GIVEN: Phrase = Phrase {
    vi: "Trình duyệt không cho lưu tệp. Bấm lại lần nữa; nếu vẫn không được, mở trang bằng trình duyệt khác.",
    en: "The browser did not let the file be saved. Press again; if that does not help, open the page in another browser.",
};

/// A draft's file of a newer page.
pub const DRAFT_FILE_NEWER: Phrase = Phrase {
    vi: "Tệp {name} là bản nháp của bản trang mới hơn. Mở bằng bản trang đó; ở đây không có gì thay đổi.",
    en: "{name} is a draft of a newer version of the page. Open it with that version; nothing has changed here.",
};

/// A damaged draft's file.
pub const DRAFT_FILE_DAMAGED: Phrase = Phrase {
    vi: "Tệp {name} là bản nháp nhưng bị hỏng nên không mở được. Lấy bản sao khác của tệp; ở đây không có gì thay đổi.",
    en: "{name} is a damaged draft and cannot be opened. Take another copy of it; nothing has changed here.",
};

/// The page carries a draft that cannot be read.
pub const PAGE_DRAFT_DAMAGED: Phrase = Phrase {
    vi: "Bản nháp lưu kèm trong trang này không đọc được: trang bị sửa, hoặc do bản mới hơn lưu. Lấy bản sao khác của tệp.",
    en: "The draft in this page cannot be read: the page was changed, or a newer version saved it. Take another copy.",
};

/// A kept draft that cannot be read here stands in the way.
pub const UNREADABLE_IN_THE_WAY: Phrase = Phrase {
    vi: "Máy này đang giữ bản nháp của {whose} mà trang này không đọc được, nên không ghi đè lên. Xóa bản nháp đó trước, nếu chắc chắn không cần nữa.",
    en: "This machine keeps a draft of {whose} that this page cannot read, and does not write over it. Delete that draft first, if you are sure that it is not needed.",
};

/// A draft was taken in place of another one.
pub const ARRIVED: Phrase = Phrase {
    vi: "Đã mở bản vừa chọn thay bản trước. Muốn lấy lại bản trước thì bấm “Hoàn tác”.",
    en: "The version that you chose is open in place of the one before. Press “Undo” to have that one back.",
};

/// What another window keeps cannot be read here.
pub const UNREADABLE_THERE: Phrase = Phrase {
    vi: "Bản nháp này vừa được lưu ở nơi khác mà trang này không đọc được, có thể do bản trang mới hơn, nên không ghi đè. Bấm “Lưu bản nháp thành tệp” để giữ bản ở đây.",
    en: "This draft was saved elsewhere in a form that this page cannot read, perhaps by a newer version, and is not written over. Press “Save the draft as a file” to keep what is here.",
};

/// What is open here was deleted in another window.
pub const KEPT_AGAIN: Phrase = Phrase {
    vi: "Bản nháp đã bị xóa khỏi trình duyệt, từ cửa sổ khác hoặc khi xóa dữ liệu duyệt web. Bản đang mở ở đây đã được lưu lại.",
    en: "The draft was deleted from the browser, in another window or with its data. What is open here was saved again.",
};

/// The same draft is open in another window.
pub const OPEN_ELSEWHERE: Phrase = Phrase {
    vi: "Bản nháp này đang mở ở một cửa sổ khác. Chỉ nên sửa ở một nơi; nếu sửa cả hai, trang sẽ hỏi giữ bản nào.",
    en: "This draft is open in another window. Edit it in one place; if both are edited, the page asks which to keep.",
};

/// The question about a draft from a file.
pub const FROM_FILE: Phrase = Phrase {
    vi: "Tệp {name} là báo cáo của {whose}. Máy này đang có bản nháp khác, khác nhau {count} mục.",
    en: "{name} is the return of {whose}. This machine has another draft; they differ at {count} place{s}.",
};

/// The question about a draft that the page carries.
pub const FROM_PAGE: Phrase = Phrase {
    vi: "Trang này lưu kèm bản nháp của {whose}. Máy này đang có bản nháp khác, khác nhau {count} mục.",
    en: "This page carries a draft of {whose}. This machine has another one; they differ at {count} place{s}.",
};

/// The question about a draft that another window has kept.
pub const FROM_WINDOW: Phrase = Phrase {
    vi: "Một cửa sổ khác vừa lưu bản khác của báo cáo này, khác nhau {count} mục. Bản ở đây chưa được lưu.",
    en: "Another window has saved another version of this return; they differ at {count} place{s}. What is here is not saved.",
};

/// The question about a draft that could not be kept before another one was opened.
pub const FROM_HERE: Phrase = Phrase {
    vi: "Bản nháp của {whose} vừa sửa ở cửa sổ này chưa được lưu, vì cửa sổ khác đã lưu bản khác; khác nhau {count} mục.",
    en: "The draft of {whose} that was edited here is not saved, since another window has saved another one; they differ at {count} place{s}.",
};

/// The button.
pub const TAKE_FILE: Phrase = Phrase { vi: "Mở bản trong tệp", en: "Open the file's version" };

/// The button.
pub const TAKE_PAGE: Phrase = Phrase { vi: "Mở bản lưu kèm trang", en: "Open the page's version" };

/// The button.
pub const TAKE_WINDOW: Phrase =
    Phrase { vi: "Lấy bản của cửa sổ kia", en: "Take the other window's version" };

/// The button.
pub const TAKE_HERE: Phrase = Phrase { vi: "Mở bản vừa sửa ở đây", en: "Open what was edited here" };

/// The button.
pub const LEAVE: Phrase = Phrase { vi: "Giữ bản trên máy này", en: "Keep this machine's version" };

/// The button.
pub const LEAVE_WINDOW: Phrase = Phrase { vi: "Giữ bản ở đây", en: "Keep what is here" };

/// The button.
pub const LEAVE_HERE: Phrase = Phrase { vi: "Giữ bản của cửa sổ kia", en: "Keep the other window's version" };

/// What is said beside the choice.
pub const CAN_BE_UNDONE: Phrase = Phrase {
    vi: "Chọn bản nào thì bản kia vẫn lấy lại được.",
    en: "Whichever you choose, the other one can be brought back.",
};

/// The program has failed.
pub const CRASHED: Phrase =
    Phrase { vi: "Trang gặp sự cố và đã dừng", en: "The page met an error and has stopped" };

/// What became of the draft then.
pub const CRASHED_DRAFT: Phrase = Phrase {
    vi: "Từ lúc này trang không ghi thêm gì. Bản nháp còn nguyên như trước thao tác vừa rồi: lưu thành tệp để giữ chắc, rồi tải lại trang để làm tiếp.",
    en: "From now on the page writes nothing. The draft is as it was before the last action: save it as a file to be safe, then reload the page to go on.",
};

/// No draft was open.
pub const CRASHED_NO_DRAFT: Phrase = Phrase {
    vi: "Từ lúc này trang không ghi thêm gì. Những gì đã lưu vẫn còn; tải lại trang để làm tiếp.",
    en: "From now on the page writes nothing. What was saved is still there; reload the page to go on.",
};

/// The link to the draft's file.
pub const CRASHED_SAVE: Phrase = Phrase { vi: "Lưu bản nháp thành tệp", en: "Save the draft as a file" };

/// The link.
pub const CRASHED_RELOAD: Phrase = Phrase { vi: "Tải lại trang", en: "Reload the page" };

/// The field with the report.
pub const CRASHED_REPORT: Phrase = Phrase {
    vi: "Nội dung sự cố, để chép gửi nơi phát hành trang (không có số liệu của báo cáo):",
    en: "What happened, to be copied for whoever publishes the page (none of the return's figures are in it):",
};

/// The machine's clock is years behind.
pub const WRONG_CLOCK: Phrase = Phrase {
    vi: "Đồng hồ của máy đang ở ngày {date}. Chỉnh lại ngày giờ của máy: trang dùng ngày đó để kiểm tra và để ghi vào chữ ký.",
    en: "This machine's clock says {date}. Set it right: the page checks dates by it, and writes it into signatures.",
};

/// The desk was opened in a second window; said in the first.
pub const DESK_FIRST: Phrase = Phrase {
    vi: "Trang tổng hợp vừa được mở thêm ở một cửa sổ khác. Cửa sổ đó chỉ xem, không lưu; làm tiếp ở đây.",
    en: "The desk was opened in another window too. That one only looks on and keeps nothing; go on here.",
};

/// The same, said in the second.
pub const DESK_SECOND: Phrase = Phrase {
    vi: "Trang tổng hợp đang mở ở một cửa sổ khác, nên ở đây chỉ xem, không lưu. Làm tiếp ở cửa sổ kia, hoặc đóng cửa sổ kia rồi tải lại trang này.",
    en: "The desk is open in another window, so that this one only looks on and keeps nothing. Go on in the other one, or close it and reload this page.",
};

/// What stands in place of when the desk was kept.
pub const DESK_LOOKS_ON: Phrase =
    Phrase { vi: "Chỉ xem: đang mở ở cửa sổ khác", en: "Only looking on: open in another window" };
