//! The phrases of the page: headings, buttons, hints and notices.

use super::phrase::Phrase;

// About the page.

/// The page's name.
pub const TITLE: Phrase =
    Phrase { vi: "Báo cáo quý về Chính phủ điện tử", en: "Quarterly return on e-government" };

/// What it reports on.
pub const SUBTITLE: Phrase = Phrase { vi: "Theo Nghị quyết 36a/NQ-CP", en: "On Resolution 36a/NQ-CP" };

/// The skip link.
pub const SKIP: Phrase = Phrase { vi: "Đến phần nội dung", en: "Skip to the content" };

/// First sentence of the explanation.
pub const EXPLAIN_1: Phrase = Phrase {
    vi: "Chọn cơ quan và kỳ báo cáo, rồi điền lần lượt từng phần.",
    en: "Choose your agency and the quarter, then fill the sections one by one.",
};

/// Second sentence.
pub const EXPLAIN_2: Phrase = Phrase {
    vi: "Trang tự kiểm tra số liệu và tự lưu bản nháp trên máy này; không gửi dữ liệu đi nơi khác.",
    en: "The page checks what you type and keeps the draft on this machine; it sends nothing anywhere.",
};

/// Third sentence.
pub const EXPLAIN_3: Phrase = Phrase {
    vi: "Khi không còn lỗi, ký và xuất một tệp để gửi Văn phòng Chính phủ.",
    en: "When nothing is wrong, sign and export one file for the Government Office.",
};

/// The switch to the other language, in that language.
pub const OTHER_LANGUAGE: Phrase = Phrase { vi: "English", en: "Tiếng Việt" };

/// Puts a notice away.
pub const CLOSE: Phrase = Phrase { vi: "Đóng", en: "Close" };

/// A rule that itself failed.
pub const RULE_FAULT: Phrase = Phrase {
    vi: "Quy tắc “{rule}” không chạy được ({fault}). Báo cho Văn phòng Chính phủ; chưa ký được báo cáo.",
    en: "Rule “{rule}” cannot be run ({fault}). Tell the Government Office; the return cannot be signed yet.",
};

// Guidance.

/// Whose figure, or whose word, a field wants.
pub const GUIDE_WHOSE: Phrase = Phrase { vi: "Lấy từ: {whose}.", en: "From: {whose}." };

/// How an answer is written.
pub const GUIDE_EXAMPLE: Phrase = Phrase { vi: "Ví dụ: {example}", en: "Example: {example}" };

// First screen.

/// Heading of the choice.
pub const AGENCY: Phrase = Phrase { vi: "Cơ quan", en: "Agency" };

/// Hint of the search.
pub const AGENCY_HINT: Phrase = Phrase {
    vi: "Gõ vài chữ trong tên, có dấu hay không dấu đều được, ví dụ “tai chinh”",
    en: "Type part of the name, with or without marks, for example “tai chinh”",
};

/// An empty search.
pub const AGENCY_NONE: Phrase = Phrase {
    vi: "Không thấy cơ quan nào có tên như vậy. Thử gõ ít chữ hơn.",
    en: "No agency has such a name. Try fewer letters.",
};

/// Takes the choice back.
pub const AGENCY_CHANGE: Phrase = Phrase { vi: "Chọn cơ quan khác", en: "Choose another agency" };

/// Heading of the choice.
pub const PERIOD: Phrase = Phrase { vi: "Kỳ báo cáo", en: "Quarter" };

/// Nothing chosen yet.
pub const PERIOD_CHOOSE: Phrase = Phrase { vi: "Chọn kỳ báo cáo", en: "Choose a quarter" };

/// One quarter in the list.
pub const PERIOD_DUE: Phrase = Phrase { vi: "{period} (hạn gửi {date})", en: "{period} (due {date})" };

/// A quarter.
pub const QUARTER: Phrase = Phrase { vi: "Quý {quarter}/{year}", en: "Quarter {quarter}/{year}" };

/// A quarter inside a sentence.
pub const QUARTER_INSIDE: Phrase = Phrase { vi: "quý {quarter}/{year}", en: "quarter {quarter}/{year}" };

/// The button.
pub const BEGIN: Phrase = Phrase { vi: "Bắt đầu báo cáo mới", en: "Begin a new return" };

/// The button where a draft is kept.
pub const CONTINUE_DRAFT: Phrase = Phrase { vi: "Mở bản nháp đang có", en: "Open the draft you have" };

/// Beginning without a choice.
pub const CHOOSE_BOTH: Phrase = Phrase {
    vi: "Chọn cơ quan và kỳ báo cáo rồi mới bắt đầu.",
    en: "Choose your agency and the quarter first.",
};

/// An address names a return that cannot be.
pub const LINK_UNKNOWN: Phrase = Phrase {
    vi: "Đường dẫn vừa mở ghi một cơ quan hoặc một kỳ không có trong danh mục này. Chọn cơ quan và kỳ báo cáo dưới đây.",
    en: "The address that was opened names an agency or a quarter that is not in this registry. Choose both below.",
};

/// Heading of the list.
pub const DRAFTS: Phrase = Phrase { vi: "Bản nháp trên máy này", en: "Drafts on this machine" };

/// A draft's state.
pub const DRAFT_OPEN: Phrase = Phrase { vi: "Đang điền", en: "Being filled in" };

/// A draft's state.
pub const DRAFT_SIGNED: Phrase = Phrase { vi: "Đã ký", en: "Signed" };

/// A draft's state.
pub const DRAFT_UNREADABLE: Phrase =
    Phrase { vi: "Không đọc được, giữ nguyên", en: "Cannot be read, kept as it is" };

/// Opening a damaged draft.
pub const DRAFT_DAMAGED: Phrase = Phrase {
    vi: "Bản nháp này bị hỏng nên không mở được. Bản nháp vẫn được giữ nguyên.",
    en: "This draft is damaged and cannot be opened. It is kept as it is.",
};

/// Opening a newer draft.
pub const DRAFT_NEWER: Phrase = Phrase {
    vi: "Bản nháp này do bản trang mới hơn lập. Mở bằng bản trang đó; bản nháp được giữ nguyên.",
    en: "This draft was made by a newer version of the page. Open it with that version; it is kept as it is.",
};

/// A draft of another registry.
pub const FITTED: Phrase = Phrase {
    vi: "Đã cập nhật bản nháp theo danh mục đang dùng: thêm {added} mục, bỏ {removed} mục.",
    en: "The draft was brought under the registry in use: {added} items added, {removed} left out.",
};

/// Opens a draft.
pub const OPEN: Phrase = Phrase { vi: "Mở", en: "Open" };

/// Deletes a draft.
pub const DELETE: Phrase = Phrase { vi: "Xóa", en: "Delete" };

/// After deleting.
pub const DELETED: Phrase = Phrase { vi: "Đã xóa bản nháp: {name}.", en: "Deleted the draft: {name}." };

/// Undoes the deleting.
pub const UNDO: Phrase = Phrase { vi: "Khôi phục", en: "Restore" };

/// A draft that cannot be restored.
pub const UNDO_IN_THE_WAY: Phrase = Phrase {
    vi: "Đã có bản nháp mới của cùng cơ quan và kỳ báo cáo. Xóa bản nháp mới trước, rồi khôi phục.",
    en: "There is a newer draft of the same agency and quarter. Delete that one first, then restore.",
};

/// Opens a file.
pub const OPEN_FILE: Phrase = Phrase { vi: "Mở tệp (.json)", en: "Open a file (.json)" };

/// Hint of the file field.
pub const OPEN_FILE_HINT: Phrase = Phrase {
    vi: "Báo cáo do trang này xuất ra, ví dụ 36a_2017-Q2_bo-tai-chinh_r1.json; phiếu yêu cầu chỉnh sửa, biên nhận, danh mục mới hoặc thẻ khóa của Văn phòng Chính phủ",
    en: "A return that this page exported, for example 36a_2017-Q2_bo-tai-chinh_r1.json; a query slip, a receipt, a new registry or the key card of the Government Office",
};

/// A file was refused.
pub const FILE_REFUSED: Phrase =
    Phrase { vi: "Không mở được tệp {name}. {why}", en: "Could not open {name}. {why}" };

/// A file of an unknown agency or quarter.
pub const FILE_UNKNOWN_HEADING: Phrase = Phrase {
    vi: "Tệp {name} ghi cơ quan hoặc kỳ báo cáo mà danh mục của trang này không có. Kiểm tra lại tệp, hoặc mở bằng bản mới hơn của trang này.",
    en: "{name} names an agency or a quarter that this page's registry does not have. Check the file, or open it with a newer version of this page.",
};

/// Leads to the self-test.
pub const SELF_TEST: Phrase = Phrase { vi: "Kiểm tra trình duyệt", en: "Test this browser" };

// What is carried forward from an earlier return.

/// The file field beside the beginning of a new return.
pub const BEGIN_FROM: Phrase = Phrase {
    vi: "Hoặc bắt đầu từ tệp đã ký của kỳ trước",
    en: "Or begin from the signed file of the previous return",
};

/// Heading of the block on the list of sections.
pub const PREVIOUS: Phrase = Phrase { vi: "Lấy số liệu kỳ trước", en: "Take over the previous return" };

/// The file field.
pub const PREVIOUS_FILE: Phrase = Phrase {
    vi: "Tệp báo cáo đã ký của kỳ trước (.json)",
    en: "Signed file of the previous return (.json)",
};

/// What is taken.
pub const PREVIOUS_HINT: Phrase = Phrase {
    vi: "Chỉ điền vào ô còn trống. Những mục được lấy: người lập, người duyệt; tình trạng, ngày, văn bản của các nhiệm vụ; tổng số đơn vị; danh mục dịch vụ; số từ đầu năm (từ quý II). Số liệu khác phải điền mới. Ô lấy từ kỳ trước phải được xác nhận rồi mới ký.",
    en: "Only blank fields are filled. What is taken: preparer, approver; status, days and documents of tasks; how many units there are; the service list; year to date (from quarter II). The rest is asked anew. What was taken must be confirmed before signing.",
};

/// The earlier return at hand.
pub const PREVIOUS_OPEN: Phrase = Phrase {
    vi: "Đang dùng báo cáo {period} làm báo cáo kỳ trước. Còn {count} mục chưa xác nhận.",
    en: "The return of {period} is the previous one. {count} items are not confirmed yet.",
};

/// The earlier return at hand, all of it confirmed.
pub const PREVIOUS_CONFIRMED: Phrase = Phrase {
    vi: "Đang dùng báo cáo {period} làm báo cáo kỳ trước. Các mục lấy từ đó đều đã xác nhận.",
    en: "The return of {period} is the previous one. All that was taken from it is confirmed.",
};

/// A file whose signature cannot be checked yet.
pub const PREVIOUS_NOT_VERIFIED: Phrase = Phrase {
    vi: "Tệp có chữ ký; chưa kiểm tra vì chưa có thẻ khóa của người ký.",
    en: "The file is signed; not verified, since the signer's key card is not here.",
};

/// The button.
pub const PREVIOUS_FORGET: Phrase =
    Phrase { vi: "Bỏ phần lấy từ kỳ trước", en: "Take back what was taken over" };

/// A file of another agency.
pub const PREVIOUS_OF_ANOTHER: Phrase = Phrase {
    vi: "Tệp {name} là báo cáo của {agency}. Chọn tệp của {own}.",
    en: "{name} is a return of {agency}. Choose a file of {own}.",
};

/// A file of the same quarter, or a later one.
pub const PREVIOUS_NOT_EARLIER: Phrase = Phrase {
    vi: "Tệp {name} là báo cáo {period}, không phải kỳ trước của {now}. Chọn tệp của một quý trước đó.",
    en: "{name} is the return of {period}, which is not before {now}. Choose the file of an earlier quarter.",
};

/// A file without signatures.
pub const PREVIOUS_NOT_SIGNED: Phrase = Phrase {
    vi: "Tệp {name} chưa được ký nên không dùng làm báo cáo kỳ trước. Chọn tệp đã ký và đã gửi.",
    en: "{name} is not signed, so it cannot be the previous return. Choose the file that was signed and sent.",
};

/// After taking.
pub const CARRIED_SOME: Phrase = Phrase {
    vi: "Đã lấy {count} mục từ báo cáo {period}. Xem lại và xác nhận trong từng phần.",
    en: "{count} items were taken from the return of {period}. Look at them and confirm them in each section.",
};

/// After taking nothing.
pub const CARRIED_NOTHING: Phrase = Phrase {
    vi: "Báo cáo {period} không có gì để điền vào các ô còn trống; trang vẫn dùng báo cáo đó để so sánh.",
    en: "The return of {period} has nothing for the fields that are blank; it is still used to compare with.",
};

/// An older return.
pub const CARRIED_OLDER: Phrase = Phrase {
    vi: "Báo cáo đó không phải của quý liền trước nên không lấy số từ đầu năm.",
    en: "It is not of the quarter just before, so no year to date was taken.",
};

/// After taking back.
pub const CARRIED_DROPPED: Phrase = Phrase {
    vi: "Đã bỏ {count} mục lấy từ báo cáo {period}. Những mục đã xác nhận hoặc đã sửa được giữ nguyên.",
    en: "{count} items taken from the return of {period} were taken back. What was confirmed or changed stays.",
};

/// At a field.
pub const CARRIED: Phrase =
    Phrase { vi: "Lấy từ {period}, chưa xác nhận", en: "Taken from {period}, not confirmed" };

/// At a count since 1 January.
pub const CARRIED_YEAR: Phrase = Phrase {
    vi: "Lấy từ {period}, chưa xác nhận: cộng thêm số của quý này",
    en: "Taken from {period}, not confirmed: add this quarter's number",
};

/// At the head of a section.
pub const CARRIED_HERE: Phrase = Phrase {
    vi: "Phần này có {count} mục lấy từ báo cáo {period}, chưa xác nhận. Sửa mục nào đã thay đổi, rồi xác nhận.",
    en: "{count} items of this section are taken from the return of {period} and not confirmed. Change what is different, then confirm.",
};

/// The button of a group.
pub const CONFIRM: Phrase = Phrase { vi: "Xác nhận", en: "Confirm" };

/// The button of a section.
pub const CONFIRM_SECTION: Phrase = Phrase { vi: "Xác nhận cả phần này", en: "Confirm all of this section" };

/// After confirming a section.
pub const CONFIRMED: Phrase = Phrase { vi: "Đã xác nhận {count} mục.", en: "{count} items confirmed." };

/// What waits to be confirmed.
pub const COUNT_CARRIED: Phrase = Phrase { vi: "{count} mục chờ xác nhận", en: "{count} to confirm" };

/// A reason given in the earlier return.
pub const REASON_OFFERED: Phrase =
    Phrase { vi: "Kỳ trước đã nêu: {reason}", en: "The previous return gave: {reason}" };

/// The button.
pub const REASON_AGAIN: Phrase = Phrase { vi: "Vẫn đúng", en: "Still right" };

// The agency's own service list.

/// A section.
pub const SECTION_SERVICE_LIST: Phrase =
    Phrase { vi: "Danh mục dịch vụ công trực tuyến", en: "List of online public services" };

/// What a section asks.
pub const INTRO_SERVICE_LIST: Phrase = Phrase {
    vi: "Không bắt buộc. Nếu gửi kèm danh mục, trang cộng theo từng mức độ để đối chiếu với số đã khai ở các phần trước.",
    en: "Optional. If the list is given, the page adds it up by level, to compare with the counts given before.",
};

/// The state of a section that may be left out.
pub const PROGRESS_OPTIONAL: Phrase = Phrase { vi: "Không bắt buộc", en: "Optional" };

/// A service in a list, where a finding is.
pub const LIST_ROW: Phrase = Phrase { vi: "Dòng {number}", en: "Row {number}" };

// Sections.

/// Heading.
pub const SECTIONS: Phrase = Phrase { vi: "Các phần của báo cáo", en: "Sections of the return" };

/// The due day.
pub const DUE: Phrase =
    Phrase { vi: "Ngày chốt số liệu: {cut_off}. Hạn gửi: {due}", en: "Cut-off day: {cut_off}. Due: {due}" };

/// The days, where no document gives them.
pub const DUE_BY_DEFAULT: Phrase = Phrase {
    vi: "Ngày chốt số liệu: {cut_off}. Hạn gửi: {due} (mặc định, chưa có văn bản quy định)",
    en: "Cut-off day: {cut_off}. Due: {due} (by default: no document gives the day)",
};

/// A section.
pub const SECTION_HEADING: Phrase = Phrase { vi: "Thông tin chung", en: "Heading" };

/// A section.
pub const SECTION_GENERAL_TASKS: Phrase = Phrase { vi: "Nhiệm vụ chung", en: "General tasks" };

/// A section.
pub const SECTION_TASKS: Phrase = Phrase { vi: "Nhiệm vụ cụ thể được giao", en: "Assigned tasks" };

/// A section.
pub const SECTION_SERVICES: Phrase = Phrase { vi: "Dịch vụ công trực tuyến", en: "Online public services" };

/// A section.
pub const SECTION_DOSSIERS: Phrase = Phrase { vi: "Hồ sơ trực tuyến", en: "Online dossiers" };

/// A section.
pub const SECTION_INDICATORS: Phrase = Phrase { vi: "Chỉ tiêu", en: "Indicators" };

/// A section.
pub const SECTION_DIFFICULTIES: Phrase = Phrase { vi: "Khó khăn và đề xuất", en: "Difficulties and proposals" };

/// What a section asks.
pub const INTRO_HEADING: Phrase = Phrase {
    vi: "Số, ngày của văn bản báo cáo; người lập và người duyệt.",
    en: "Number and date of the official report; who prepared it and who approves it.",
};

/// What a section asks.
pub const INTRO_GENERAL_TASKS: Phrase = Phrase {
    vi: "Chọn tình trạng của từng nhiệm vụ. Trang chỉ hỏi thêm những mục cần cho tình trạng đã chọn.",
    en: "Choose the status of each task. The page asks only what that status needs.",
};

/// What a section asks.
pub const INTRO_TASKS: Phrase = Phrase {
    vi: "Các nhiệm vụ cụ thể giao cho cơ quan tại Nghị quyết 36a. Chọn tình trạng của từng nhiệm vụ.",
    en: "Tasks that the Resolution assigns to this agency. Choose the status of each.",
};

/// What a section asks.
pub const INTRO_SERVICES: Phrase = Phrase {
    vi: "Ghi số nguyên, ví dụ 1.234. Không có thì ghi 0; không có số liệu thì chọn “Không có số liệu” và ghi lý do. Ô để trống không được tính là 0.",
    en: "Whole numbers, for example 1.234. Write 0 if there are none; if there is no data, tick “No data” and say why. A blank is not counted as 0.",
};

/// What a section asks.
pub const INTRO_DOSSIERS: Phrase = Phrase {
    vi: "Chỉ tính hồ sơ nộp qua mạng ở mức độ 3 và 4. Số từ đầu năm gồm cả quý này.",
    en: "Count only dossiers filed online at level 3 and 4. The year to date includes this quarter.",
};

/// What a section asks.
pub const INTRO_INDICATORS: Phrase = Phrase {
    vi: "Kết quả đạt được của các nhiệm vụ có chỉ tiêu.",
    en: "Measurements for tasks that set a target.",
};

/// What a section asks.
pub const INTRO_DIFFICULTIES: Phrase =
    Phrase { vi: "Viết ngắn gọn, mỗi ý một dòng.", en: "Be short, one point a line." };

/// Where a section stands.
pub const STEP: Phrase = Phrase { vi: "Phần {place}/{of}", en: "Section {place} of {of}" };

/// A section's state.
pub const PROGRESS_NOT_STARTED: Phrase = Phrase { vi: "Chưa điền", en: "Not started" };

/// A section's state.
pub const PROGRESS_DONE: Phrase = Phrase { vi: "Đã xong", en: "Done" };

/// Open fields.
pub const COUNT_OPEN: Phrase = Phrase { vi: "còn {count} mục trống", en: "{count} to fill in" };

/// Errors and warnings of a section.
pub const COUNT_WRONG: Phrase = Phrase { vi: "{count} chỗ cần xem lại", en: "{count} to look at" };

/// Errors.
pub const COUNT_ERRORS: Phrase = Phrase { vi: "{count} lỗi", en: "{count} error{s}" };

/// Warnings.
pub const COUNT_WARNINGS: Phrase =
    Phrase { vi: "{count} cảnh báo chưa nêu lý do", en: "{count} warning{s} without a reason" };

/// Warnings with a reason.
pub const COUNT_JUSTIFIED: Phrase =
    Phrase { vi: "{count} cảnh báo đã nêu lý do", en: "{count} explained warning{s}" };

/// Notes.
pub const COUNT_NOTES: Phrase = Phrase { vi: "{count} lưu ý", en: "{count} note{s}" };

/// Places of one finding.
pub const COUNT_PLACES: Phrase = Phrase { vi: "{count} chỗ", en: "{count} place{s}" };

/// The verdict.
pub const VERDICT_READY: Phrase =
    Phrase { vi: "Không còn lỗi. Có thể ký.", en: "Nothing is wrong. It can be signed." };

/// The verdict on a signed return.
pub const VERDICT_SIGNED: Phrase = Phrase { vi: "Đã ký.", en: "Signed." };

/// The verdict.
pub const VERDICT_LEFT: Phrase = Phrase { vi: "Chưa ký được: {what}.", en: "Cannot be signed yet: {what}." };

/// The section's button.
pub const SAVE_NEXT: Phrase = Phrase { vi: "Lưu và sang phần sau", en: "Save and go on" };

/// A link.
pub const BACK_TO_SECTIONS: Phrase = Phrase { vi: "Về danh sách các phần", en: "Back to the sections" };

/// A link.
pub const TO_START: Phrase = Phrase { vi: "Trang đầu", en: "First page" };

/// Heading of the summary.
pub const SUMMARY: Phrase = Phrase { vi: "Có {count} chỗ cần sửa", en: "{count} place{s} to correct" };

/// The same, warnings among them.
pub const SUMMARY_WARNINGS: Phrase =
    Phrase { vi: "Có {count} chỗ cần sửa hoặc nêu lý do", en: "{count} place{s} to correct or explain" };

/// A block of the heading.
pub const GROUP_DOCUMENT: Phrase = Phrase { vi: "Văn bản báo cáo", en: "Official report" };

/// A block of the heading.
pub const GROUP_PREPARER: Phrase = Phrase { vi: "Người lập báo cáo", en: "Preparer" };

/// A block of the heading.
pub const GROUP_APPROVER: Phrase = Phrase { vi: "Người duyệt", en: "Approver" };

/// A task's heading.
pub const TASK_NUMBER: Phrase = Phrase { vi: "Nhiệm vụ {number}", en: "Task {number}" };

/// A task's deadline.
pub const DEADLINE: Phrase = Phrase { vi: "Thời hạn: {date}", en: "Deadline: {date}" };

/// An indicator's target.
pub const TARGET: Phrase = Phrase { vi: "Chỉ tiêu: {target}", en: "Target: {target}" };

/// An indicator's value.
pub const MEASURED: Phrase = Phrase { vi: "Kết quả đạt được ({unit})", en: "Measured ({unit})" };

/// Beside a count.
pub const NO_DATA: Phrase = Phrase { vi: "Không có số liệu", en: "No data" };

/// Before a warning.
pub const WARNING: Phrase = Phrase { vi: "Cảnh báo", en: "Warning" };

/// Before a warning that has its reason.
pub const WARNING_JUSTIFIED: Phrase = Phrase { vi: "Cảnh báo đã nêu lý do", en: "Explained warning" };

/// Opens the source of a finding.
pub const SOURCE: Phrase = Phrase { vi: "Căn cứ", en: "Source" };

/// What the rule demands.
pub const SOURCE_DEMAND: Phrase = Phrase { vi: "Yêu cầu", en: "Demand" };

/// The document that the demand comes from.
pub const SOURCE_DOCUMENT: Phrase = Phrase { vi: "Văn bản", en: "Document" };

/// The place in that document.
pub const SOURCE_PLACE: Phrase = Phrase { vi: "Vị trí", en: "Place" };

/// The rule's name.
pub const SOURCE_RULE: Phrase = Phrase { vi: "Mã quy tắc", en: "Rule" };

/// The button under a number with words beside it.
pub const MOVE_WORDS: Phrase = Phrase {
    vi: "Ghi {number} và chuyển phần chữ sang ghi chú",
    en: "Write {number} and move the words to the remark",
};

/// The button at a count since 1 January.
pub const TAKE_SUM: Phrase = Phrase {
    vi: "Ghi {total} ({before} của kỳ trước + {quarter} của quý này)",
    en: "Write {total} ({before} of the previous return + {quarter} of this quarter)",
};

/// Before a note.
pub const NOTE: Phrase = Phrase { vi: "Lưu ý", en: "Note" };

/// Before an error, for screen readers.
pub const ERROR: Phrase = Phrase { vi: "Lỗi", en: "Error" };

/// The reason for a warning.
pub const REASON: Phrase = Phrase { vi: "Lý do", en: "Reason" };

/// Hint of the reason.
pub const REASON_HINT: Phrase = Phrase {
    vi: "Nếu số liệu đúng, nêu lý do để được ký",
    en: "If the figures are right, say why, so that it can be signed",
};

/// A reason for other values.
pub const REASON_LAPSED: Phrase = Phrase {
    vi: "Số liệu đã đổi sau khi nêu lý do. Sửa lý do, hoặc xác nhận lý do vẫn đúng.",
    en: "The figures changed after the reason was given. Change the reason, or confirm that it still holds.",
};

/// A reason that no file can carry.
pub const REASON_TOO_LONG: Phrase = Phrase {
    vi: "Lý do này dài quá 64 KB nên không ghi được vào tệp báo cáo. Rút ngắn lại.",
    en: "This reason is longer than 64 KB, which a return's file cannot carry. Shorten it.",
};

/// The button.
pub const STILL_HOLDS: Phrase = Phrase { vi: "Lý do vẫn đúng", en: "The reason still holds" };

// Keeping the draft.

/// Waiting.
pub const SAVED_WAITING: Phrase = Phrase { vi: "Đang lưu…", en: "Saving…" };

/// Kept.
pub const SAVED_AT: Phrase = Phrase { vi: "Đã lưu lúc {at}", en: "Saved at {at}" };

/// Refused.
pub const SAVED_REFUSED: Phrase = Phrase {
    vi: "Trình duyệt không cho lưu trên máy này. Bản nháp sẽ mất khi đóng trang.",
    en: "The browser does not allow saving on this machine. The draft is lost when the page is closed.",
};

// Review.

/// Heading.
pub const REVIEW: Phrase = Phrase { vi: "Xem lại toàn bộ báo cáo", en: "Check the whole return" };

/// Heading of all that was found.
pub const FINDINGS: Phrase = Phrase { vi: "Kết quả kiểm tra", en: "Findings" };

/// The button.
pub const SAVE_FINDINGS: Phrase = Phrase { vi: "Tải kết quả kiểm tra (CSV)", en: "Save the findings (CSV)" };

/// A column of that list.
pub const TABLE_SECTION: Phrase = Phrase { vi: "Phần", en: "Section" };

/// A column of that list.
pub const TABLE_PLACE: Phrase = Phrase { vi: "Chỗ", en: "Place" };

/// A column of that list.
pub const TABLE_KIND: Phrase = Phrase { vi: "Loại", en: "Kind" };

/// A column of that list.
pub const TABLE_MESSAGE: Phrase = Phrase { vi: "Nội dung", en: "What is said" };

/// A column of that list.
pub const TABLE_VALUES: Phrase = Phrase { vi: "Đang ghi", en: "What stands there" };

/// A column of that list.
pub const TABLE_PATH: Phrase = Phrase { vi: "Đường dẫn", en: "Path" };

/// The revision.
pub const REVISION: Phrase = Phrase { vi: "Bản thứ", en: "Version" };

/// What the revision replaces.
pub const SUPERSEDES: Phrase = Phrase { vi: "Thay cho bản có mã SHA-256", en: "Replaces the version with SHA-256" };

/// The registry.
pub const REGISTRY: Phrase = Phrase { vi: "Danh mục và quy tắc kiểm tra", en: "Registry and rules" };

/// Leads back to a section.
pub const CHANGE: Phrase = Phrase { vi: "Sửa", en: "Change" };

/// A blank answer.
pub const NOT_ANSWERED: Phrase = Phrase { vi: "Chưa điền", en: "Not filled in" };

/// An answer of the earlier return that nobody has confirmed yet.
pub const NOT_CONFIRMED: Phrase = Phrase { vi: "Chưa xác nhận", en: "Not confirmed" };

/// An optional answer that is blank.
pub const LEFT_BLANK: Phrase = Phrase { vi: "Để trống", en: "Left blank" };

/// A confirmed zero.
pub const ZERO_CONFIRMED: Phrase = Phrase { vi: "0 (đã xác nhận)", en: "0 (confirmed)" };

/// The button.
pub const TO_SIGN: Phrase = Phrase { vi: "Đến phần ký", en: "Go on to sign" };

// Signing.

/// Heading.
pub const SIGN: Phrase = Phrase { vi: "Ký và xuất tệp", en: "Sign and export" };

/// After signing.
pub const SIGNED: Phrase = Phrase {
    vi: "Đã ký. Xuất tệp rồi gửi Văn phòng Chính phủ.",
    en: "Signed. Export the file and send it to the Government Office.",
};

/// Exporting too early.
pub const SIGN_FIRST: Phrase = Phrase {
    vi: "Báo cáo chưa được ký. Ký trước rồi mới xuất tệp.",
    en: "The return is not signed. Sign before exporting.",
};

/// Signing too early.
pub const CANNOT_SIGN_YET: Phrase = Phrase {
    vi: "Chưa ký được vì còn lỗi hoặc cảnh báo chưa nêu lý do. Xem lại báo cáo.",
    en: "It cannot be signed while something is wrong or unexplained. Check the return.",
};

/// Signing what could not be read again.
pub const RETURN_TOO_LARGE: Phrase = Phrase {
    vi: "Báo cáo quá lớn (trên 4 MB) nên tệp sẽ không mở lại được. Rút ngắn các ô chữ trong danh mục dịch vụ rồi ký lại.",
    en: "The return is too large (over 4 MB) for its file to be opened again. Shorten the texts of the service list, then sign again.",
};

/// Editing what is signed.
pub const SIGNED_IS_LOCKED: Phrase = Phrase {
    vi: "Báo cáo đã ký nên không sửa được. Muốn sửa, vào phần “Ký và xuất tệp”, chọn “Bỏ chữ ký và sửa tiếp” hoặc “Lập bản sửa đổi”.",
    en: "The return is signed and cannot be changed. To change it, go to “Sign and export” and choose “Take the signature off and go on editing” or “Amend”.",
};

/// Signing without a key.
pub const NO_KEY: Phrase = Phrase {
    vi: "Chưa có khóa. Tạo khóa mới hoặc chọn tệp khóa.",
    en: "There is no key. Make one or choose a key file.",
};

/// A signature of something else.
pub const SIGNATURE_DROPPED: Phrase = Phrase {
    vi: "Báo cáo đã thay đổi trong khi ký nên chữ ký không được dùng. Ký lại.",
    en: "The return changed while it was being signed, so the signature was not used. Sign again.",
};

/// Editing while signing.
pub const WAIT_FOR_SIGNATURE: Phrase = Phrase {
    vi: "Đang ký, xin chờ một chút rồi làm tiếp.",
    en: "Signing; please wait a moment before going on.",
};

/// Heading.
pub const KEY: Phrase = Phrase { vi: "Khóa ký", en: "Signing key" };

/// What the key is.
pub const KEY_EXPLAIN: Phrase = Phrase {
    vi: "Khóa nằm trong một tệp có mật khẩu do người ký giữ. Trang không lưu khóa; mỗi lần ký phải chọn tệp và gõ mật khẩu.",
    en: "The key is a file under a password, kept by the signatory. The page does not keep it; each signing asks for file and password.",
};

/// Heading.
pub const KEY_NEW: Phrase = Phrase { vi: "Tạo khóa mới", en: "Make a new key" };

/// Heading.
pub const KEY_HAVE: Phrase = Phrase { vi: "Đã có tệp khóa", en: "I have a key file" };

/// The file field.
pub const KEY_FILE: Phrase = Phrase { vi: "Tệp khóa (.pem)", en: "Key file (.pem)" };

/// The loaded key.
pub const KEY_LOADED: Phrase = Phrase { vi: "Đang dùng khóa: {name}", en: "Key in use: {name}" };

/// Takes the key back.
pub const KEY_OTHER: Phrase = Phrase { vi: "Dùng khóa khác", en: "Use another key" };

/// Heading of the fingerprint.
pub const FINGERPRINT: Phrase = Phrase {
    vi: "Mã đối chiếu của khóa (đọc cho Văn phòng Chính phủ để đối chiếu)",
    en: "Fingerprint of the key (read it to the Government Office to compare)",
};

/// Heading of the public key.
pub const PUBLIC_KEY: Phrase = Phrase { vi: "Khóa công khai (JWK)", en: "Public key (JWK)" };

/// The field.
pub const PASSWORD: Phrase = Phrase { vi: "Mật khẩu", en: "Password" };

/// Hint of a new password.
pub const PASSWORD_HINT: Phrase = Phrase {
    vi: "Ít nhất 8 ký tự. Mất mật khẩu thì không mở lại được khóa.",
    en: "At least 8 characters. Without it the key cannot be opened again.",
};

/// The field.
pub const PASSWORD_AGAIN: Phrase = Phrase { vi: "Gõ lại mật khẩu", en: "Password again" };

/// A short password.
pub const PASSWORD_SHORT: Phrase = Phrase {
    vi: "Mật khẩu ngắn hơn 8 ký tự. Chọn mật khẩu dài hơn.",
    en: "The password is shorter than 8 characters. Choose a longer one.",
};

/// Differing passwords.
pub const PASSWORDS_DIFFER: Phrase = Phrase {
    vi: "Hai lần gõ mật khẩu không giống nhau. Gõ lại cả hai.",
    en: "The two passwords differ. Type both again.",
};

/// The button.
pub const MAKE_KEY: Phrase = Phrase { vi: "Tạo khóa và tải về", en: "Make the key and save it" };

/// After making a key.
pub const KEY_MADE: Phrase = Phrase {
    vi: "Đã tạo khóa và tải tệp khóa về máy. Giữ kín tệp này; tải thêm thẻ khóa để gửi Văn phòng Chính phủ.",
    en: "The key is made and its file saved. Keep that file secret; save the key card too, and send the card to the Government Office.",
};

/// The button.
pub const SAVE_CARD: Phrase = Phrase { vi: "Tải thẻ khóa", en: "Save the key card" };

/// The button.
pub const SAVE_KEY: Phrase = Phrase { vi: "Tải lại tệp khóa", en: "Save the key file again" };

/// The button.
pub const SIGN_BUTTON: Phrase = Phrase { vi: "Ký báo cáo", en: "Sign the return" };

/// While a key is at work.
pub const WORKING: Phrase = Phrase { vi: "Đang xử lý, xin chờ…", en: "Working, please wait…" };

/// Heading.
pub const SIGNATURES: Phrase = Phrase { vi: "Chữ ký", en: "Signatures" };

/// The button.
pub const EXPORT: Phrase = Phrase { vi: "Xuất tệp {name}", en: "Export {name}" };

/// The button.
pub const UNSIGN: Phrase =
    Phrase { vi: "Bỏ chữ ký và sửa tiếp", en: "Take the signature off and go on editing" };

/// Hint of the button.
pub const UNSIGN_HINT: Phrase =
    Phrase { vi: "Chỉ khi tệp chưa gửi đi", en: "Only if the file was not sent yet" };

/// The button.
pub const AMEND: Phrase = Phrase { vi: "Lập bản sửa đổi", en: "Amend" };

/// A return that cannot be amended.
pub const CANNOT_AMEND: Phrase = Phrase {
    vi: "Không lập được bản sửa đổi của báo cáo này. Mở lại tệp gốc.",
    en: "This return cannot be amended. Open the original file again.",
};

/// Hint of the button.
pub const AMEND_HINT: Phrase = Phrase {
    vi: "Khi tệp đã gửi: bản mới ghi rõ thay bản cũ và lý do",
    en: "If the file was sent: the new revision names the old one and says why",
};

// Self-test.

/// What it does.
pub const SELF_TEST_EXPLAIN: Phrase = Phrase {
    vi: "Trang thử xem trình duyệt này có lưu và ký được không.",
    en: "The page tests whether this browser can keep drafts and sign.",
};

/// A test that went well.
pub const SELF_TEST_GOOD: Phrase = Phrase { vi: "Đạt", en: "Good" };

/// A test that did not.
pub const SELF_TEST_BAD: Phrase = Phrase { vi: "Không đạt", en: "Failed" };

/// A test.
pub const SELF_TEST_STORAGE: Phrase =
    Phrase { vi: "Lưu bản nháp trên máy", en: "Keeping drafts on this machine" };

/// A test.
pub const SELF_TEST_SIGNING: Phrase = Phrase { vi: "Ký và kiểm tra chữ ký", en: "Signing and verifying" };

/// The single vectors.
pub const SELF_TEST_DETAILS: Phrase = Phrase { vi: "Chi tiết kỹ thuật (tiếng Anh)", en: "Technical details" };

/// While it runs.
pub const SELF_TEST_RUNNING: Phrase = Phrase { vi: "Đang thử…", en: "Testing…" };

/// The button.
pub const SPEED: Phrase = Phrase { vi: "Đo tốc độ kiểm tra", en: "Measure the speed of checking" };

/// What was measured.
pub const SPEED_RESULT: Phrase = Phrase {
    vi: "Báo cáo lớn nhất (2.000 dịch vụ): kiểm tra toàn bộ {whole} ms; sau một lần sửa thường {median} ms, lâu nhất {longest} ms ({field}).",
    en: "The largest return (2.000 services): whole check {whole} ms; after one edit usually {median} ms, at most {longest} ms ({field}).",
};

// The coordinator's papers: receipts and query slips.

/// The file field on the list of sections.
pub const OPEN_PAPER: Phrase = Phrase {
    vi: "Mở phiếu yêu cầu chỉnh sửa hoặc biên nhận (.json)",
    en: "Open a query slip or a receipt (.json)",
};

/// Hint of that field.
pub const OPEN_PAPER_HINT: Phrase = Phrase {
    vi: "Tệp do Văn phòng Chính phủ gửi; cũng mở được thẻ khóa của Văn phòng Chính phủ",
    en: "A file from the Government Office; its key card can be opened here too",
};

/// A paper without its one signature.
pub const PAPER_NOT_SIGNED: Phrase = Phrase {
    vi: "Tệp {name} không có đúng một chữ ký nên không mở. Xin Văn phòng Chính phủ gửi lại tệp đã ký.",
    en: "{name} does not bear exactly one signature, so it was not opened. Ask the Government Office for the signed file.",
};

/// A paper that was changed.
pub const PAPER_BROKEN: Phrase = Phrase {
    vi: "Chữ ký của tệp {name} không khớp: tệp đã bị sửa sau khi ký, nên không mở. Xin lại tệp gốc từ Văn phòng Chính phủ.",
    en: "The signature of {name} does not fit: the file was changed after signing, so it was not opened. Ask the Government Office for the original.",
};

/// A paper by another key than the coordinator's card says.
pub const PAPER_OTHER_KEY: Phrase = Phrase {
    vi: "Tệp {name} được ký bằng khóa khác với thẻ khóa đang mở của Văn phòng Chính phủ (mã đối chiếu {fingerprint}), nên không mở. Hỏi lại Văn phòng Chính phủ.",
    en: "{name} is signed with another key than the Government Office's key card says (fingerprint {fingerprint}), so it was not opened. Ask the Government Office.",
};

/// The coordinator's card.
pub const CARD_OPENED: Phrase = Phrase {
    vi: "Đã mở thẻ khóa của Văn phòng Chính phủ ({name}). Mã đối chiếu: {fingerprint}. So mã này với mã do Văn phòng Chính phủ cho biết.",
    en: "The Government Office's key card was opened ({name}). Fingerprint: {fingerprint}. Compare it with the one that the Government Office tells you.",
};

/// A card of somebody else.
pub const CARD_NOT_COORDINATOR: Phrase = Phrase {
    vi: "Tệp {name} là thẻ khóa của người ký báo cáo. Ở đây chỉ cần thẻ khóa của Văn phòng Chính phủ.",
    en: "{name} is a signatory's key card. Only the Government Office's card is wanted here.",
};

/// After opening a slip.
pub const SLIP_OPENED: Phrase = Phrase {
    vi: "Đã mở phiếu yêu cầu chỉnh sửa: {count} câu hỏi.",
    en: "The query slip was opened: {count} question{s}.",
};

/// What comes next.
pub const SLIP_ANSWER: Phrase = Phrase {
    vi: "Mỗi câu hỏi nằm ở ô được hỏi; trả lời rồi ký.",
    en: "Each question stands at its field; answer it, then sign.",
};

/// What comes next for a signed return.
pub const SLIP_AMEND_FIRST: Phrase = Phrase {
    vi: "Báo cáo đã ký; chọn “Lập bản sửa đổi” để trả lời.",
    en: "The return is signed; choose “Amend” to answer.",
};

/// A slip without its return.
pub const SLIP_NO_RETURN: Phrase = Phrase {
    vi: "Phiếu {name} hỏi về báo cáo {period} của {agency}, mà máy này không có (đang mở: {open}). Mở tệp {file} trước, rồi mở lại phiếu.",
    en: "{name} asks about the return for {period} of {agency}, which is not on this machine (open: {open}). Open {file} first, then the slip again.",
};

/// No return is open.
pub const SLIP_NOTHING_OPEN: Phrase = Phrase { vi: "không có báo cáo nào", en: "no return" };

/// After putting a slip away.
pub const SLIP_AWAY: Phrase = Phrase {
    vi: "Đã cất phiếu. Muốn trả lời thì mở lại tệp phiếu; câu trả lời đã gõ còn giữ cho đến khi đóng trang này.",
    en: "The slip was put away. To answer it, open its file again; what was typed comes back until this page is closed.",
};

/// Heading of a slip.
pub const SLIP_OF: Phrase = Phrase { vi: "Phiếu yêu cầu chỉnh sửa ngày {date}", en: "Query slip of {date}" };

/// By when.
pub const SLIP_ANSWER_BY: Phrase =
    Phrase { vi: "Đề nghị trả lời trước hoặc trong ngày {date}.", en: "An answer is wanted by {date}." };

/// Which revision.
pub const SLIP_ABOUT: Phrase =
    Phrase { vi: "Hỏi về bản thứ {revision}.", en: "It asks about version {revision}." };

/// Which revision, where the open one is not the one asked about.
pub const SLIP_ABOUT_CHANGED: Phrase = Phrase {
    vi: "Hỏi về bản thứ {revision} mà Văn phòng Chính phủ nhận được; bản đang mở có nội dung khác.",
    en: "It asks about version {revision} as the Government Office received it; the open one differs.",
};

/// Another return of the same agency and quarter.
pub const SLIP_ABOUT_ANOTHER: Phrase = Phrase {
    vi: "Hỏi về bản thứ {revision} của một báo cáo khác cùng cơ quan và kỳ, không phải báo cáo đang mở. Nếu đã gửi báo cáo kia, mở tệp của báo cáo kia để trả lời.",
    en: "It asks about version {revision} of another return of the same agency and quarter, not of the open one. If that one was sent, open its file to answer.",
};

/// The button.
pub const SLIP_PUT_AWAY: Phrase = Phrase { vi: "Cất phiếu", en: "Put the slip away" };

/// A question.
pub const QUESTION_NUMBER: Phrase = Phrase { vi: "Câu hỏi {number}", en: "Question {number}" };

/// A question at its field.
pub const QUESTION_OF_SLIP: Phrase = Phrase {
    vi: "Câu hỏi {number} của Văn phòng Chính phủ, phiếu ngày {date}",
    en: "Question {number} of the Government Office, slip of {date}",
};

/// A question whose slip is not here.
pub const QUESTION_OF_UNKNOWN: Phrase = Phrase {
    vi: "Trả lời câu hỏi {number} của phiếu {slip}…",
    en: "Answer to question {number} of slip {slip}…",
};

/// Why such a question is not shown.
pub const SLIP_NOT_HERE: Phrase =
    Phrase { vi: "Mở tệp phiếu để xem câu hỏi.", en: "Open the slip's file to see the question." };

/// A question about no single field.
pub const WHOLE_RETURN: Phrase = Phrase { vi: "Cả báo cáo", en: "The whole return" };

/// Questions without an answer.
pub const COUNT_QUESTIONS: Phrase =
    Phrase { vi: "{count} câu hỏi chờ trả lời", en: "{count} question{s} to answer" };

/// A question's state.
pub const ANSWERED: Phrase = Phrase { vi: "Đã trả lời", en: "Answered" };

/// A question's state.
pub const NOT_ANSWERED_YET: Phrase = Phrase { vi: "Chưa trả lời", en: "Not answered yet" };

/// Heading of the questions in the review, and of those at no field.
pub const QUESTIONS: Phrase =
    Phrase { vi: "Câu hỏi của Văn phòng Chính phủ", en: "Questions of the Government Office" };

/// The coordinator's key, by the card.
pub const TRUST_KNOWN: Phrase = Phrase {
    vi: "Chữ ký đúng, của {name} theo thẻ khóa đang mở.",
    en: "The signature is valid, by {name} as the open key card says.",
};

/// A key that no card vouches for.
pub const TRUST_COMPARE: Phrase = Phrase {
    vi: "Chữ ký khớp với khóa có mã đối chiếu dưới đây. Chưa biết khóa của ai: so mã này với mã do Văn phòng Chính phủ cho biết, hoặc mở thẻ khóa của Văn phòng Chính phủ.",
    en: "The signature fits the key with the fingerprint below. Whose key it is, is not known: compare the fingerprint with the Government Office's, or open its key card.",
};

/// A key other than the card's.
pub const TRUST_OTHER: Phrase = Phrase {
    vi: "Chữ ký là của khóa khác với thẻ khóa đang mở. Hỏi lại Văn phòng Chính phủ trước khi dùng.",
    en: "The signature is by another key than the open key card says. Ask the Government Office before relying on it.",
};

/// Before the fingerprint of a paper's key.
pub const TRUST_FINGERPRINT: Phrase = Phrase { vi: "Mã đối chiếu của khóa", en: "Fingerprint of the key" };

/// Heading of the receipt.
pub const RECEIPT: Phrase = Phrase { vi: "Biên nhận báo cáo", en: "Receipt of a return" };

/// What the window is called.
pub const RECEIPT_OF: Phrase = Phrase { vi: "Biên nhận ngày {date}", en: "Receipt of {date}" };

/// The file.
pub const RECEIPT_FILE: Phrase = Phrase { vi: "Tệp đã nhận", en: "File received" };

/// The day.
pub const RECEIPT_RECEIVED: Phrase = Phrase { vi: "Ngày nhận", en: "Received on" };

/// What the rules found.
pub const RECEIPT_FOUND: Phrase = Phrase { vi: "Kết quả kiểm tra", en: "Findings" };

/// All warnings.
pub const COUNT_ALL_WARNINGS: Phrase = Phrase { vi: "{count} cảnh báo", en: "{count} warning{s}" };

/// The file's hash.
pub const RECEIPT_FILE_HASH: Phrase = Phrase { vi: "SHA-256 của tệp", en: "SHA-256 of the file" };

/// The content's hash.
pub const RECEIPT_CONTENT_HASH: Phrase =
    Phrase { vi: "SHA-256 của nội dung báo cáo", en: "SHA-256 of the return's content" };

/// The day of the receipt.
pub const RECEIPT_ISSUED: Phrase = Phrase { vi: "Ngày lập biên nhận", en: "Day of the receipt" };

/// Who made it.
pub const RECEIPT_ISSUER: Phrase = Phrase { vi: "Người lập biên nhận", en: "Issued by" };

/// The return is at hand.
pub const RECEIPT_SAME: Phrase = Phrase {
    vi: "Nội dung đã nhận khớp với báo cáo trên máy này (bản thứ {revision}).",
    en: "What was received is the return on this machine (version {revision}).",
};

/// A later revision is at hand.
pub const RECEIPT_EARLIER: Phrase = Phrase {
    vi: "Biên nhận này là của bản thứ {revision}; trên máy này đang là bản thứ {own}.",
    en: "This receipt is for version {revision}; this machine has version {own}.",
};

/// Another content is at hand.
pub const RECEIPT_OTHER: Phrase = Phrase {
    vi: "Nội dung đã nhận khác với báo cáo trên máy này: báo cáo đã được sửa sau khi gửi, hoặc là bản khác.",
    en: "What was received differs from the return on this machine: it was changed after it was sent, or is another one.",
};

/// Nothing is at hand.
pub const RECEIPT_NOT_HERE: Phrase = Phrase {
    vi: "Trên máy này không có báo cáo đó để đối chiếu.",
    en: "That return is not on this machine, so it cannot be compared.",
};

/// The file is no return.
pub const RECEIPT_NO_RETURN: Phrase = Phrase {
    vi: "Biên nhận này không ghi báo cáo nào để đối chiếu.",
    en: "This receipt names no return to compare.",
};

/// The button.
pub const PRINT: Phrase = Phrase { vi: "In biên nhận", en: "Print the receipt" };

/// A registry is not taken.
pub const REGISTRY_REFUSED: Phrase = Phrase {
    vi: "Không dùng danh mục trong tệp {name}. {why}",
    en: "The registry in {name} was not taken. {why}",
};

/// The kept registry cannot be read.
pub const REGISTRY_DAMAGED: Phrase = Phrase {
    vi: "Danh mục lưu trong trình duyệt bị hỏng nên không dùng. Trang đang dùng danh mục {registry} có sẵn; mở lại tệp danh mục do Văn phòng Chính phủ ban hành.",
    en: "The registry kept in the browser is damaged, so it is not used. The page uses its own, {registry}; open the file again that the Government Office issued.",
};

/// The kept registry is of a newer page.
pub const REGISTRY_NEWER: Phrase = Phrase {
    vi: "Danh mục lưu trong trình duyệt do bản trang mới hơn lưu nên không dùng được ở đây. Trang đang dùng danh mục {registry} có sẵn; mở bằng bản trang mới hơn.",
    en: "The registry kept in the browser was kept by a newer version of the page and cannot be used here. The page uses its own, {registry}; open that version.",
};

/// The page carries a newer registry than the kept one.
pub const REGISTRY_OUTDATED: Phrase = Phrase {
    vi: "Trang đang dùng danh mục {registry} có sẵn, không dùng danh mục lưu trong trình duyệt vì không mới hơn.",
    en: "The page uses its own registry, {registry}, and not the one kept in the browser, which is not newer.",
};

/// The registry lives only in this tab.
pub const REGISTRY_NOT_KEPT: Phrase = Phrase {
    vi: "Đã dùng danh mục mới, nhưng trình duyệt không cho lưu: lần sau mở trang phải mở lại tệp danh mục.",
    en: "The new registry is in use, but the browser did not keep it: open its file again when the page is opened next.",
};

/// The fingerprint was not compared.
pub const COMPARE_KEY_FIRST: Phrase = Phrase {
    vi: "So mã đối chiếu với Văn phòng Chính phủ, đánh dấu vào ô đã so, rồi mới dùng danh mục.",
    en: "Compare the fingerprint with the Government Office and tick the box before the registry is taken into use.",
};

/// The desk is at work.
pub const REGISTRY_DESK_AT_WORK: Phrase = Phrase {
    vi: "Đang kiểm tra hoặc lưu các tệp nhận được. Chờ xong rồi hãy đổi danh mục.",
    en: "Files are being examined or kept. Wait for the end before the registry is changed.",
};

/// The desk would be lost.
pub const REGISTRY_DESK_NOT_KEPT: Phrase = Phrase {
    vi: "Sổ tiếp nhận chưa lưu được trong trình duyệt. Lưu sổ ra tệp, mở lại trang, rồi hãy đổi danh mục.",
    en: "The ledger is not kept by the browser. Save it as a file and open the page anew before the registry is changed.",
};

/// After a change of registry.
pub const REGISTRY_TAKEN: Phrase = Phrase {
    vi: "Đang dùng danh mục {registry}; báo cáo đang làm đã được kiểm tra lại theo danh mục này.",
    en: "The registry {registry} is in use; returns in the making were checked again under it.",
};

/// At the foot of each screen: an issued registry.
pub const REGISTRY_LINE_ISSUED: Phrase = Phrase {
    vi: "Danh mục {registry}, do {name} ban hành ngày {date}",
    en: "Registry {registry}, issued by {name} on {date}",
};

/// At the foot of each screen: a registry without signature.
pub const REGISTRY_LINE_OWN: Phrase =
    Phrase { vi: "Danh mục {registry}, có sẵn trong trang", en: "Registry {registry}, the page's own" };

/// The same of a registry that the browser kept, before its key was compared again.
pub const REGISTRY_LINE_KEPT: Phrase = Phrase {
    vi: "Danh mục {registry}, ghi là do {name} ban hành ngày {date}; khóa đã ký chưa được so từ khi mở trang",
    en: "Registry {registry}, which says that {name} issued it on {date}; its key was not compared since the page was opened",
};

/// What the person may do about that.
pub const REGISTRY_KEY_KEPT: Phrase = Phrase {
    vi: "Danh mục này được lấy từ bộ nhớ của trình duyệt, nơi trang khác mở từ đĩa cũng ghi được. Chữ ký khớp với khóa có mã đối chiếu ở trên, nhưng từ khi mở trang chưa ai so mã này. Vẫn làm việc tiếp được; khi có thể, so mã với Văn phòng Chính phủ qua điện thoại hoặc văn bản, hoặc mở thẻ khóa của Văn phòng Chính phủ.",
    en: "This registry comes from the browser's storage, which other pages opened from disk can write too. The signature fits the key with the fingerprint above, but nobody has compared it since the page was opened. You may go on; when you can, compare the fingerprint with the Government Office by telephone or in a document, or open the Government Office's key card.",
};

/// The signed registry that the page's file carries is not in use.
pub const REGISTRY_CARRIED_DAMAGED: Phrase = Phrase {
    vi: "Danh mục đã ký đi kèm trang bị hỏng hoặc đã bị sửa nên không dùng. Trang đang dùng danh mục {registry}; lấy lại trang từ Văn phòng Chính phủ.",
    en: "The signed registry that the page carries is damaged or was changed, so it is not used. The page uses {registry}; get the page again from the Government Office.",
};

/// A signed registry whose signature could not be tried.
pub const REGISTRY_UNTRIED: Phrase = Phrase {
    vi: "Chưa kiểm tra được chữ ký của danh mục đi kèm trang hoặc lưu trong trình duyệt nên không dùng; trang đang dùng danh mục {registry}. {why}",
    en: "The signature of the registry that the page carries, or that the browser keeps, could not be verified, so it is not used; the page uses {registry}. {why}",
};

/// A registry's issuer.
pub const REGISTRY_ISSUED: Phrase =
    Phrase { vi: "Do {name} ban hành và ký ngày {date}", en: "Issued and signed by {name} on {date}" };

/// A registry without signature.
pub const REGISTRY_UNSIGNED: Phrase =
    Phrase { vi: "Có sẵn trong trang, không có chữ ký", en: "The page's own, without a signature" };

/// Heading of the registry in use.
pub const REGISTRY_IN_USE: Phrase = Phrase { vi: "Danh mục đang dùng", en: "The registry in use" };

/// Heading of the registry that is offered.
pub const REGISTRY_OFFERED: Phrase =
    Phrase { vi: "Danh mục mới trong tệp {name}", en: "The new registry in {name}" };

/// A registry's hash.
pub const REGISTRY_HASH: Phrase = Phrase { vi: "SHA-256 của danh mục", en: "SHA-256 of the registry" };

/// The key is on the open card.
pub const REGISTRY_KEY_CARD: Phrase = Phrase {
    vi: "Chữ ký đúng, bằng khóa trên thẻ khóa đang mở của Văn phòng Chính phủ.",
    en: "The signature is valid, by the key on the open key card of the Government Office.",
};

/// The key signed the registry before.
pub const REGISTRY_KEY_BEFORE: Phrase = Phrase {
    vi: "Chữ ký đúng, cùng khóa với danh mục đã dùng trước đây.",
    en: "The signature is valid, by the same key as the registry used before.",
};

/// Nobody knows the key.
pub const REGISTRY_KEY_UNKNOWN: Phrase = Phrase {
    vi: "Chữ ký khớp với khóa có mã đối chiếu dưới đây, nhưng trang chưa biết khóa của ai. So mã này với mã do Văn phòng Chính phủ cho biết qua điện thoại hoặc văn bản trước khi dùng.",
    en: "The signature fits the key with the fingerprint below, but the page does not know whose it is. Compare it with the one that the Government Office tells you by telephone or in a document before it is used.",
};

/// Another key than before.
pub const REGISTRY_KEY_ANOTHER: Phrase = Phrase {
    vi: "Chú ý: khóa đã ký khác với khóa của danh mục dùng trước đây. Chỉ dùng khi Văn phòng Chính phủ xác nhận đã đổi khóa và mã đối chiếu dưới đây là đúng.",
    en: "Attention: another key signed it than the registry before. Use it only if the Government Office confirms that its key has changed and that the fingerprint below is right.",
};

/// The box that says that the fingerprint was compared.
pub const KEY_COMPARED: Phrase = Phrase {
    vi: "Tôi đã so mã đối chiếu với Văn phòng Chính phủ, hai mã giống nhau.",
    en: "I have compared the fingerprint with the Government Office; they are the same.",
};

/// Takes the registry into use.
pub const REGISTRY_TAKE: Phrase = Phrase { vi: "Dùng danh mục này", en: "Use this registry" };

/// Leaves the registry.
pub const REGISTRY_LEAVE: Phrase = Phrase { vi: "Không dùng", en: "Do not use it" };

/// Goes back to the page's own registry.
pub const REGISTRY_BACK: Phrase =
    Phrase { vi: "Quay về danh mục {registry} của trang", en: "Back to the page's own registry, {registry}" };

/// Heading of what that means for drafts.
pub const REGISTRY_DRAFTS: Phrase = Phrase { vi: "Với các bản nháp ở đây", en: "For the drafts here" };

/// A draft that the registry does not know.
pub const DRAFT_NOT_KNOWN: Phrase = Phrase {
    vi: "{draft}: danh mục mới không có cơ quan hoặc quý này; bản nháp được giữ nguyên và chưa mở được.",
    en: "{draft}: the new registry does not know this agency or quarter; the draft stays as it is and cannot be opened.",
};

/// Rows that a draft gets.
pub const DRAFT_ADDED: Phrase = Phrase { vi: "Thêm: {rows}.", en: "New: {rows}." };

/// Rows that a draft loses.
pub const DRAFT_REMOVED: Phrase = Phrase {
    vi: "Không còn hỏi: {rows} (nội dung đã điền được cất lại).",
    en: "No longer asked for: {rows} (the answers are laid aside).",
};

/// The rules find the same.
pub const DRAFT_FINDINGS_SAME: Phrase =
    Phrase { vi: "Kết quả kiểm tra không đổi.", en: "The rules find as much as before." };

/// The rules find otherwise.
pub const DRAFT_FINDINGS: Phrase = Phrase {
    vi: "Lỗi: {errors} → {errors_now}; chưa điền: {open} → {open_now}; cảnh báo: {warnings} → {warnings_now}.",
    en: "Errors: {errors} → {errors_now}; not filled in: {open} → {open_now}; warnings: {warnings} → {warnings_now}.",
};

/// Opens a registry's file.
pub const OPEN_REGISTRY: Phrase = Phrase { vi: "Mở tệp danh mục (.json)", en: "Open a registry file (.json)" };

/// Hint of that field.
pub const OPEN_REGISTRY_HINT: Phrase = Phrase {
    vi: "Tệp danh mục đã ký do Văn phòng Chính phủ ban hành; xem thay đổi trước khi dùng",
    en: "A signed registry that the Government Office issued; what it changes is shown before it is used",
};
