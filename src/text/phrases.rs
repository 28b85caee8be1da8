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

/// After a crash.
pub const CRASHED: Phrase = Phrase {
    vi: "Trang gặp sự cố và đã dừng. Bản nháp lưu gần nhất vẫn còn; tải lại trang để làm tiếp.",
    en: "The page met an error and has stopped. The draft saved last is still there; reload the page to go on.",
};

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

/// The button.
pub const BEGIN: Phrase = Phrase { vi: "Bắt đầu báo cáo mới", en: "Begin a new return" };

/// The button where a draft is kept.
pub const CONTINUE_DRAFT: Phrase = Phrase { vi: "Mở bản nháp đang có", en: "Open the draft you have" };

/// Beginning without a choice.
pub const CHOOSE_BOTH: Phrase = Phrase {
    vi: "Chọn cơ quan và kỳ báo cáo rồi mới bắt đầu.",
    en: "Choose your agency and the quarter first.",
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
pub const OPEN_FILE: Phrase = Phrase { vi: "Mở tệp báo cáo (.json)", en: "Open a return's file (.json)" };

/// Hint of the file field.
pub const OPEN_FILE_HINT: Phrase = Phrase {
    vi: "Tệp do trang này xuất ra, ví dụ 36a_2017-Q2_bo-tai-chinh_r1.json",
    en: "A file that this page exported, for example 36a_2017-Q2_bo-tai-chinh_r1.json",
};

/// A file was refused.
pub const FILE_REFUSED: Phrase =
    Phrase { vi: "Không mở được tệp {name}. {why}", en: "Could not open {name}. {why}" };

/// A file of an unknown agency or quarter.
pub const FILE_UNKNOWN_HEADING: Phrase = Phrase {
    vi: "Tệp {name} ghi cơ quan hoặc kỳ báo cáo mà danh mục của trang này không có. Kiểm tra lại tệp, hoặc mở bằng bản mới hơn của trang này.",
    en: "{name} names an agency or a quarter that this page's registry does not have. Check the file, or open it with a newer version of this page.",
};

/// A file that would overwrite a draft.
pub const DRAFT_IN_THE_WAY: Phrase = Phrase {
    vi: "Máy này đang có một bản nháp khác của cùng cơ quan và kỳ báo cáo. Tệp {name} chưa được mở để không ghi đè bản nháp. Mở bản nháp đó, hoặc xóa bản nháp rồi mở lại tệp.",
    en: "This machine has another draft of the same agency and quarter. {name} was not opened, so that the draft is not overwritten. Open the draft, or delete it and open the file again.",
};

/// Leads to the self-test.
pub const SELF_TEST: Phrase = Phrase { vi: "Kiểm tra trình duyệt", en: "Test this browser" };

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
pub const COUNT_ERRORS: Phrase = Phrase { vi: "{count} lỗi", en: "{count} errors" };

/// Warnings.
pub const COUNT_WARNINGS: Phrase =
    Phrase { vi: "{count} cảnh báo chưa nêu lý do", en: "{count} warnings without a reason" };

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
pub const SUMMARY: Phrase = Phrase { vi: "Có {count} chỗ cần sửa", en: "{count} to correct" };

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

/// Heading of the list.
pub const REVIEW_FINDINGS: Phrase =
    Phrase { vi: "Những chỗ cần sửa hoặc nêu lý do", en: "What must be corrected or explained" };

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

/// A signature that was read from a file.
pub const NOT_VERIFIED: Phrase = Phrase {
    vi: "Có chữ ký; chưa kiểm tra vì chưa có thẻ khóa của người ký.",
    en: "Signed; not verified, since the signer's key card is not here.",
};

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
    en: "The largest return (2,000 services): whole check {whole} ms; after one edit usually {median} ms, at most {longest} ms ({field}).",
};
