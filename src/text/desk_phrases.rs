//! The phrases of the coordinator's desk.

use super::phrase::Phrase;

// The desk and its parts.

/// The entry on the first screen.
pub const ENTER: Phrase = Phrase {
    vi: "Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)",
    en: "For the coordinator (Government Office)",
};

/// The way back.
pub const LEAVE: Phrase = Phrase { vi: "Về trang của cơ quan báo cáo", en: "To the page of reporting agencies" };

/// The desk's name, for screen readers.
pub const DESK: Phrase = Phrase { vi: "Tổng hợp báo cáo", en: "Collecting the returns" };

/// Whose page it is now.
pub const OF_PERIOD: Phrase =
    Phrase { vi: "Văn phòng Chính phủ · Tổng hợp {period}", en: "Government Office · Collecting {period}" };

/// The first part.
pub const INTAKE: Phrase = Phrase { vi: "Tiếp nhận", en: "Intake" };

/// The keyring.
pub const KEYS: Phrase = Phrase { vi: "Sổ khóa", en: "Keyring" };

/// The matrix.
pub const FILING: Phrase = Phrase { vi: "Tình hình gửi", en: "Who has filed" };

/// The tables.
pub const TABLES: Phrase = Phrase { vi: "Bảng số liệu", en: "Tables" };

/// The charts.
pub const CHARTS: Phrase = Phrase { vi: "Biểu đồ", en: "Charts" };

/// The reconciliation.
pub const RECONCILIATION: Phrase = Phrase { vi: "Đối chiếu", en: "Reconciliation" };

/// What leaves the desk.
pub const REPORT: Phrase = Phrase { vi: "Báo cáo tổng hợp", en: "Report" };

/// The choice of the quarter.
pub const PERIOD: Phrase = Phrase { vi: "Kỳ tổng hợp", en: "Quarter" };

/// While the storage is read.
pub const LOADING: Phrase = Phrase { vi: "Đang đọc sổ đã lưu…", en: "Reading the ledger kept here…" };

// Intake.

/// Nothing yet.
pub const SUMMARY_NOTHING: Phrase = Phrase {
    vi: "Chưa nhận tệp nào của kỳ này. Tệp được đọc và kiểm tra ngay trên máy này, không gửi đi đâu.",
    en: "No file of this quarter yet. Files are read and checked on this machine and sent nowhere.",
};

/// What the ledger comes to.
pub const SUMMARY: Phrase = Phrase {
    vi: "Đã nhận {files} tệp. {agencies}/{all} cơ quan có báo cáo được tính.",
    en: "{files} files received. Returns of {agencies}/{all} agencies count.",
};

/// Heading.
pub const TAKE_IN: Phrase = Phrase { vi: "Nhận tệp", en: "Take files in" };

/// The day of receipt.
pub const RECEIVED: Phrase = Phrase { vi: "Ngày nhận", en: "Day of receipt" };

/// Its hint.
pub const RECEIVED_HINT: Phrase = Phrase {
    vi: "Ngày tệp đến Văn phòng Chính phủ, ghi ngày/tháng/năm; dùng để tính gửi muộn",
    en: "The day the files reached the Government Office, day/month/year; lateness follows from it",
};

/// A day that cannot be.
pub const RECEIVED_WRONG: Phrase = Phrase {
    vi: "Ngày nhận không đúng. Ghi ngày/tháng/năm, không sau hôm nay, ví dụ 12/6/2017.",
    en: "The day of receipt is not right. Write day/month/year, not after today, for example 12/6/2017.",
};

/// In the drop zone.
pub const DROP: Phrase = Phrase {
    vi: "Kéo thả tệp .json, tệp nén .zip hoặc thư mục vào đây",
    en: "Drop .json files, .zip archives or folders here",
};

/// The button.
pub const CHOOSE_FILES: Phrase = Phrase { vi: "Chọn tệp", en: "Choose files" };

/// The button.
pub const CHOOSE_FOLDER: Phrase = Phrase { vi: "Chọn thư mục", en: "Choose a folder" };

/// No file in what was dropped.
pub const NO_FILES: Phrase = Phrase {
    vi: "Không có tệp nào ở đó. Chọn tệp .json, tệp nén .zip hoặc thư mục có các tệp đó.",
    en: "There is no file in it. Choose .json files, a .zip archive or a folder with them.",
};

/// Progress.
pub const WORKING_ON: Phrase = Phrase { vi: "Đã kiểm tra {done}/{of} tệp", en: "{done} of {of} files checked" };

/// Stops it.
pub const CANCEL: Phrase = Phrase { vi: "Dừng", en: "Stop" };

/// After that.
pub const STOPPING: Phrase = Phrase { vi: "Đang dừng…", en: "Stopping…" };

/// The end.
pub const FINISHED: Phrase = Phrase { vi: "Đã kiểm tra xong {done} tệp.", en: "{done} files checked." };

/// The end before the end.
pub const STOPPED_INSIDE: Phrase = Phrase {
    vi: "Đã dừng: kiểm tra được {done} tệp. Tệp nén còn dở ghi ở dưới; chọn lại khi cần.",
    en: "Stopped: {done} files checked. The archive that was not finished is named below; choose it again when you want it.",
};
/// What was stopped.
pub const STOPPED: Phrase = Phrase {
    vi: "Đã dừng: kiểm tra được {done} tệp, {left} tệp chưa nhận. Chọn lại những tệp đó khi cần.",
    en: "Stopped: {done} files checked, {left} were not taken in. Choose them again when you want them.",
};

/// Heading.
pub const UNREAD: Phrase = Phrase { vi: "Tệp không đọc được", en: "Files that could not be read" };

/// Key cards among the files.
pub const CARDS_AMONG_FILES: Phrase = Phrase {
    vi: "Trong các tệp đã nhận có {count} thẻ khóa.",
    en: "Among the files there are {count} key card{s}.",
};

/// The button.
pub const TAKE_CARDS: Phrase =
    Phrase { vi: "Đưa sang sổ khóa để đối chiếu", en: "Bring them to the keyring to compare" };

/// Many files of another quarter.
pub const ELSEWHERE: Phrase = Phrase {
    vi: "{count} tệp là báo cáo {period}, nhiều hơn số tệp của kỳ này. Có thể đã chọn nhầm kỳ.",
    en: "{count} files are returns of {period}, more than those of this quarter. It may be the wrong quarter.",
};

/// The button.
pub const GO_THERE: Phrase = Phrase { vi: "Chuyển sang kỳ đó", en: "Go to that quarter" };

/// Heading.
pub const LEDGER: Phrase = Phrase { vi: "Sổ tiếp nhận", en: "Ledger" };

/// The search.
pub const SEARCH: Phrase = Phrase { vi: "Tìm theo tên tệp hoặc cơ quan", en: "Search by file or agency" };

/// The filters, for screen readers.
pub const FILTERS: Phrase = Phrase { vi: "Lọc", en: "Filter" };

/// All.
pub const LENS_ALL: Phrase = Phrase { vi: "Tất cả", en: "All" };

/// What wants doing.
pub const LENS_TO_DO: Phrase = Phrase { vi: "Cần xử lý", en: "To do" };

/// What is found.
pub const FOUND: Phrase = Phrase { vi: "{count} tệp", en: "{count} file{s}" };

/// The rest.
pub const MORE: Phrase = Phrase { vi: "Xem thêm (còn {count} tệp)", en: "Show more ({count} file{s} left)" };

/// A revision.
pub const REVISION: Phrase = Phrase { vi: "bản {revision}", en: "revision {revision}" };

/// The day.
pub const RECEIVED_ON: Phrase = Phrase { vi: "nhận {date}", en: "received {date}" };

/// The note, in a row.
pub const NOTE: Phrase = Phrase { vi: "Ghi chú", en: "Note" };

/// Heading.
pub const KEEPING: Phrase = Phrase { vi: "Lưu và mở sổ", en: "Save and open the ledger" };

/// What it means.
pub const KEEPING_HINT: Phrase = Phrase {
    vi: "Sổ được giữ trong trình duyệt này. Lưu thêm ra tệp để cất giữ hoặc mở trên máy khác; tệp có cả nội dung các báo cáo.",
    en: "The ledger is kept in this browser. Save it as a file too, for the archive or another machine; the returns are in it.",
};

/// The button.
pub const SAVE_LEDGER: Phrase = Phrase { vi: "Lưu sổ ra tệp", en: "Save the ledger as a file" };

/// The field.
pub const OPEN_LEDGER: Phrase = Phrase { vi: "Mở sổ từ tệp", en: "Open a ledger's file" };

/// Its hint.
pub const OPEN_LEDGER_HINT: Phrase =
    Phrase { vi: "Tệp 36a_so-tiep-nhan_….json", en: "A file 36a_so-tiep-nhan_….json" };

/// All again.
pub const EXAMINE_ALL: Phrase = Phrase { vi: "Kiểm tra lại tất cả", en: "Check all again" };

/// Deleting.
pub const FORGET: Phrase =
    Phrase { vi: "Xóa sổ của kỳ này khỏi trình duyệt", en: "Delete this quarter's ledger here" };

/// After deleting.
pub const FORGOTTEN: Phrase =
    Phrase { vi: "Đã xóa sổ {period} khỏi trình duyệt.", en: "The ledger of {period} was deleted here." };

/// Replacing.
pub const OPENING: Phrase = Phrase {
    vi: "Sổ trong tệp {name} là của {period}, có {count} tệp. Kỳ đó đã có sổ trên máy này: mở sổ này sẽ thay sổ đang có.",
    en: "The ledger in {name} is of {period}, with {count} files. That quarter has a ledger here: this one would take its place.",
};

/// The button.
pub const REPLACE: Phrase = Phrase { vi: "Thay sổ đang có", en: "Replace the ledger here" };

/// The other button.
pub const KEEP_OWN: Phrase = Phrase { vi: "Giữ sổ đang có", en: "Keep the ledger here" };

/// Bringing back.
pub const LEDGER_IN_THE_WAY: Phrase = Phrase {
    vi: "Kỳ đó đã có sổ mới. Xóa sổ mới trước rồi hoàn tác.",
    en: "That quarter has a new ledger. Delete the new one first, then undo.",
};

/// A quarter that the registry does not have.
pub const LEDGER_OF_NO_PERIOD: Phrase = Phrase {
    vi: "Sổ trong tệp là của một kỳ mà danh mục không có. Dùng bản trang mới hơn.",
    en: "The ledger is of a quarter that the registry does not have. Use a newer page.",
};

/// After opening a ledger's file.
pub const LEDGER_OPENED: Phrase = Phrase {
    vi: "Đã mở sổ {period}, có {count} tệp.",
    en: "The ledger of {period} was opened; it has {count} files.",
};

/// A ledger's file that is too large for a page.
pub const LEDGER_TOO_LARGE: Phrase = Phrase {
    vi: "Sổ lớn hơn {most} MB, quá sức trang này. Dùng công cụ dòng lệnh return36a collect, hoặc chia tệp theo đợt.",
    en: "The ledger is larger than {most} MB, too much for this page. Use the command line, return36a collect, or take the files in by parts.",
};

/// Cards in a ledger's file.
pub const LEDGER_CARDS: Phrase = Phrase {
    vi: "Sổ kèm {count} thẻ khóa chưa có ở máy này. Đối chiếu và thêm ở “Sổ khóa”; các tệp ký bằng khóa đó sẽ được kiểm tra lại.",
    en: "The ledger brings {count} key cards that are not here. Compare and add them under “Keyring”; their files are then checked again.",
};

/// The storage is a newer page's.
pub const STORAGE_NEWER: Phrase = Phrase {
    vi: "Sổ tiếp nhận và sổ khóa trong trình duyệt do bản trang mới hơn lưu, nên ở đây không mở được và được giữ nguyên. Mở bằng bản trang đó; việc làm ở đây chỉ lưu được ra tệp.",
    en: "The ledgers and the keyring kept here were saved by a newer version of the page: they cannot be opened here and stay as they are. Open that version; what is done here can only be saved as a file.",
};

/// The keyring is of a newer page.
pub const KEYRING_NEWER: Phrase = Phrase {
    vi: "Sổ khóa trong trình duyệt do bản trang mới hơn lưu. Mở bằng bản trang đó; sổ khóa đó được giữ nguyên, và thay đổi ở đây không được lưu vào trình duyệt.",
    en: "The keyring kept here was saved by a newer version of the page. Open it with that version; it stays as it is, and changes made here are not kept in the browser.",
};

/// Damaged rows.
pub const ROWS_DAMAGED: Phrase = Phrase {
    vi: "{count} mục của sổ trong trình duyệt không đọc được. Các mục đó được giữ nguyên, và sổ của kỳ đó chưa được lưu thêm. Mở bản sổ đã lưu ra tệp, hoặc xóa sổ của kỳ đó rồi tiếp nhận lại các tệp.",
    en: "{count} entries of the ledger kept here cannot be read. They stay as they are, and nothing more of that quarter is kept. Open the ledger saved as a file, or delete the quarter's ledger and take the files in again.",
};

/// A damaged keyring.
pub const KEYRING_DAMAGED: Phrase = Phrase {
    vi: "Sổ khóa trong trình duyệt không đọc được. Nhập lại sổ khóa từ tệp.",
    en: "The keyring kept here cannot be read. Import it from its file.",
};

// An entry.

/// The way back.
pub const TO_LEDGER: Phrase = Phrase { vi: "Về sổ tiếp nhận", en: "Back to the ledger" };

/// The one before.
pub const BEFORE: Phrase = Phrase { vi: "Tệp trước", en: "Previous file" };

/// The one after.
pub const AFTER: Phrase = Phrase { vi: "Tệp sau", en: "Next file" };

/// Heading.
pub const ABOUT: Phrase = Phrase { vi: "Thông tin về tệp", en: "About this file" };

/// Fact.
pub const FACT_AGENCY: Phrase = Phrase { vi: "Cơ quan", en: "Agency" };
/// Fact.
pub const FACT_PERIOD: Phrase = Phrase { vi: "Kỳ báo cáo", en: "Quarter" };
/// Fact.
pub const FACT_REVISION: Phrase = Phrase { vi: "Bản thứ", en: "Revision" };
/// Fact.
pub const FACT_AMENDMENT: Phrase = Phrase { vi: "Lý do sửa đổi", en: "Reason of the amendment" };
/// Fact.
pub const FACT_DOCUMENT: Phrase = Phrase { vi: "Văn bản", en: "Document" };
/// Fact.
pub const FACT_REGISTRY: Phrase = Phrase { vi: "Danh mục và quy tắc kiểm tra", en: "Registry and rules" };
/// Fact.
pub const FACT_REGISTRY_HASH: Phrase = Phrase { vi: "SHA-256 của danh mục", en: "SHA-256 of the registry" };
/// Fact.
pub const FACT_SIZE: Phrase = Phrase { vi: "Kích thước", en: "Size" };
/// Fact.
pub const FACT_FILE_HASH: Phrase = Phrase { vi: "SHA-256 của tệp", en: "SHA-256 of the file" };
/// Fact.
pub const FACT_CONTENT_HASH: Phrase =
    Phrase { vi: "SHA-256 của nội dung được ký", en: "SHA-256 of what is signed" };

/// A size.
pub const BYTES: Phrase = Phrase { vi: "{count} byte", en: "{count} bytes" };

/// Heading.
pub const SIGNATURES: Phrase = Phrase { vi: "Chữ ký", en: "Signatures" };

/// None.
pub const NO_SIGNATURE: Phrase = Phrase { vi: "Tệp không có chữ ký.", en: "The file has no signature." };

/// Heading.
pub const CHECKED: Phrase = Phrase { vi: "Kết quả kiểm tra ở đây", en: "What is found here" };

/// All well.
pub const NO_FINDING: Phrase =
    Phrase { vi: "Không có lỗi, cảnh báo hay lưu ý", en: "No errors, warnings or notes" };

/// Heading.
pub const DIFFERS: Phrase =
    Phrase { vi: "Khác với kết quả kiểm tra tại cơ quan", en: "Other than what the agency's page found" };

/// Column.
pub const PLACE: Phrase = Phrase { vi: "Mục", en: "Where" };
/// Column.
pub const DEMAND: Phrase = Phrase { vi: "Quy tắc", en: "Rule" };
/// Column.
pub const THEIRS: Phrase = Phrase { vi: "Tại cơ quan", en: "At the agency" };
/// Column.
pub const OURS: Phrase = Phrase { vi: "Ở đây", en: "Here" };

/// What the agency's page thought.
pub const THEIRS_PASSED: Phrase = Phrase { vi: "Không báo lỗi, đã cho ký", en: "No error, let it be signed" };

/// What the agency's page thought.
pub const THEIRS_EXPLAINED: Phrase =
    Phrase { vi: "Cảnh báo, đã nêu lý do: {reason}", en: "A warning, explained: {reason}" };

/// What is thought here.
pub const OURS_NOTHING: Phrase = Phrase { vi: "Không có cảnh báo này", en: "No such warning" };

/// Heading.
pub const CHAIN: Phrase =
    Phrase { vi: "Các tệp của cơ quan trong kỳ này", en: "The agency's files for this quarter" };

/// The entry itself.
pub const THIS_ONE: Phrase = Phrase { vi: "tệp này", en: "this file" };

/// Heading.
pub const HANDLING: Phrase = Phrase { vi: "Xử lý", en: "Handling" };

/// The note.
pub const NOTE_LABEL: Phrase = Phrase { vi: "Ghi chú của cán bộ tổng hợp", en: "The coordinator's note" };

/// The button.
pub const SET_ASIDE: Phrase =
    Phrase { vi: "Để riêng, không tính tệp này", en: "Set aside: it does not count" };

/// The button.
pub const TAKE_BACK: Phrase = Phrase { vi: "Nhận lại tệp này", en: "Take this file back in" };

/// The button.
pub const CORRECT_DAY: Phrase = Phrase { vi: "Sửa ngày nhận", en: "Correct the day" };

// The keyring.

/// What it is for.
pub const KEYS_EXPLAIN: Phrase = Phrase {
    vi: "Sổ khóa ghi khóa và chứng thư số nào được dùng để ký cho cơ quan nào. Trước khi thêm thẻ, đọc mã đối chiếu qua điện thoại với người giữ khóa và so từng nhóm.",
    en: "The keyring says which key or certificate signs for which agency. Before you add a card, compare the fingerprint group by group with its holder by telephone.",
};

/// What it comes to.
pub const KEYS_SUMMARY: Phrase =
    Phrase { vi: "{cards} thẻ của {agencies} cơ quan.", en: "{cards} cards of {agencies} agencies." };

/// The field.
pub const ADD_CARDS: Phrase =
    Phrase { vi: "Thêm thẻ khóa hoặc nhập sổ khóa", en: "Add key cards or import a keyring" };

/// Its hint.
pub const ADD_CARDS_HINT: Phrase = Phrase {
    vi: "Tệp 36a_the-khoa_….json của người ký, hoặc 36a_so-khoa.json; chọn được nhiều tệp",
    en: "Files 36a_the-khoa_….json of signatories, or 36a_so-khoa.json; several at once",
};

/// Heading.
pub const CANDIDATES: Phrase = Phrase { vi: "Chờ đối chiếu", en: "Fingerprints to compare" };

/// The button.
pub const ACCEPT: Phrase = Phrase { vi: "Mã khớp, thêm", en: "It agrees, add" };

/// The button.
pub const ACCEPT_ALL: Phrase =
    Phrase { vi: "Đã đối chiếu cả {count} thẻ, thêm tất cả", en: "All {count} agree, add them" };

/// The button.
pub const REJECT: Phrase = Phrase { vi: "Bỏ", en: "Drop" };

/// Heading.
pub const CARDS: Phrase = Phrase { vi: "Thẻ khóa trong sổ", en: "Cards in the keyring" };

/// None.
pub const NO_CARDS: Phrase = Phrase { vi: "Chưa có thẻ khóa nào.", en: "No card yet." };

/// The button.
pub const REMOVE: Phrase = Phrase { vi: "Gỡ", en: "Remove" };

/// After that.
pub const CARD_REMOVED: Phrase =
    Phrase { vi: "Đã gỡ một thẻ khóa của {name}.", en: "A card of {name} was removed." };

/// Agencies without a card.
pub const WITHOUT_CARD: Phrase =
    Phrase { vi: "{count} cơ quan chưa có thẻ khóa", en: "{count} agencies without a card" };

/// The day of a card.
pub const MADE_ON: Phrase = Phrase { vi: "tạo {date}", en: "made {date}" };

/// The button.
pub const SAVE_KEYRING: Phrase = Phrase { vi: "Lưu sổ khóa ra tệp", en: "Save the keyring as a file" };

/// After reading.
pub const CARDS_CAME: Phrase =
    Phrase { vi: "{count} thẻ khóa chờ đối chiếu.", en: "{count} cards wait to be compared." };

/// After reading.
pub const CARDS_KNOWN: Phrase = Phrase {
    vi: "{count} thẻ khóa chờ đối chiếu; {known} thẻ đã có.",
    en: "{count} cards wait to be compared; {known} were here already.",
};

/// A file that is no card.
pub const CARD_REFUSED: Phrase = Phrase { vi: "Tệp {name}: {why}", en: "{name}: {why}" };

/// A card of an agency that the registry does not have.
pub const CARD_OF_NOBODY: Phrase = Phrase {
    vi: "Danh mục không có cơ quan “{agency}” ghi trên thẻ.",
    en: "The registry has no agency “{agency}”, which the card names.",
};

// Who has filed.

/// The list.
pub const TIER_CENTRAL: Phrase = Phrase { vi: "Bộ, cơ quan", en: "Ministries and agencies" };
/// The list.
pub const TIER_LOCAL: Phrase = Phrase { vi: "Tỉnh, thành phố", en: "Provinces and cities" };
/// Both.
pub const TIER_BOTH: Phrase = Phrase { vi: "Cả hai", en: "Both" };

/// Caption.
pub const COUNTS: Phrase = Phrase { vi: "Số cơ quan theo tình hình gửi báo cáo", en: "Agencies by filing" };
/// Column.
pub const LIST: Phrase = Phrase { vi: "Khối", en: "List" };
/// Column.
pub const ALL: Phrase = Phrase { vi: "Tổng số", en: "All" };
/// The filter, for screen readers.
pub const BY_TIER: Phrase = Phrase { vi: "Lọc theo khối", en: "Filter by list" };
/// The filter, for screen readers.
pub const BY_FILING: Phrase = Phrase { vi: "Lọc theo tình hình gửi", en: "Filter by filing" };
/// Caption.
pub const MATRIX: Phrase = Phrase {
    vi: "Số mục đã trả lời trên số mục phải trả lời, theo cơ quan và theo phần",
    en: "Answers given of those asked, by agency and section",
};
/// Column.
pub const STATUS: Phrase = Phrase { vi: "Tình hình", en: "Filing" };
/// What is found.
pub const AGENCIES_FOUND: Phrase = Phrase { vi: "{count} cơ quan", en: "{count} agencies" };
/// A cell.
pub const NOTHING_ASKED: Phrase = Phrase { vi: "Không có mục nào", en: "Nothing here" };
/// A cell, read aloud.
pub const SECTION_ALOUD: Phrase = Phrase {
    vi: "trả lời {answered}/{asked} mục, không có số liệu {none}, lỗi {errors}",
    en: "{answered} of {asked} answered, {none} without data, {errors} errors",
};
/// A letter.
pub const LETTER_MISSING: Phrase = Phrase {
    vi: "Chưa nhận được báo cáo {period} của các cơ quan sau",
    en: "The returns of {period} of these agencies have not been received",
};
/// A letter.
pub const LETTER_BLOCKED: Phrase = Phrase {
    vi: "Đã nhận nhưng chưa tổng hợp được báo cáo {period} của các cơ quan sau",
    en: "The returns of {period} of these agencies were received and cannot be counted",
};
/// A letter.
pub const LETTER_CENTRAL: Phrase =
    Phrase { vi: "- {count} bộ, cơ quan: {names}.", en: "- {count} ministries and agencies: {names}." };
/// A letter.
pub const LETTER_LOCAL: Phrase =
    Phrase { vi: "- {count} tỉnh, thành phố: {names}.", en: "- {count} provinces and cities: {names}." };
/// The button.
pub const COPY: Phrase = Phrase { vi: "Sao chép", en: "Copy" };
/// After that.
pub const COPIED: Phrase =
    Phrase { vi: "Đã sao chép. Dán vào công văn bằng Ctrl+V.", en: "Copied. Paste it with Ctrl+V." };
/// The hint of the text.
pub const LETTER_HINT: Phrase =
    Phrase { vi: "Sao chép để dán vào công văn", en: "Copy it to paste into a letter" };

// Tables.

/// The tables, for screen readers.
pub const CHOOSE_TABLE: Phrase = Phrase { vi: "Chọn bảng", en: "Choose a table" };
/// Behind a figure.
pub const BEHIND: Phrase = Phrase { vi: "Xem số liệu gốc", en: "What is behind it" };
/// The file.
pub const FILE: Phrase = Phrase { vi: "Tệp", en: "File" };
/// The value.
pub const VALUE: Phrase = Phrase { vi: "Ghi trong báo cáo", en: "In the return" };
/// What the fields behind a figure are.
pub const GROUNDS: Phrase = Phrase {
    vi: "Lấy từ {count} mục sau đây của các báo cáo.",
    en: "Taken from {count} field{s} of the returns.",
};
/// More than are shown.
pub const MORE_FIELDS: Phrase = Phrase { vi: "và {count} mục khác", en: "and {count} more field{s}" };
/// No row.
pub const NO_ROWS: Phrase = Phrase { vi: "Bảng không có dòng nào.", en: "The table has no rows." };

// Charts.

/// Title.
pub const CHART_COMPLETION: Phrase =
    Phrase { vi: "Nhiệm vụ cụ thể đã hoàn thành theo cơ quan", en: "Assigned tasks completed, by agency" };
/// What it comes to.
pub const CHART_COMPLETED: Phrase = Phrase {
    vi: "Đã hoàn thành {completed}/{assigned} nhiệm vụ",
    en: "{completed} of {assigned} tasks completed",
};
/// Nothing to draw.
pub const CHART_NOTHING: Phrase =
    Phrase { vi: "Chưa có báo cáo nào được tính.", en: "No return counts yet." };
/// Title.
pub const CHART_MAP: Phrase = Phrase {
    vi: "Dịch vụ công trực tuyến mức độ 3 và 4 theo tỉnh, thành phố",
    en: "Online services at level 3 and 4, by province and city",
};
/// What it comes to.
pub const CHART_MAP_SAYS: Phrase = Phrase {
    vi: "Mỗi ô là một tỉnh, thành phố, xếp theo vị trí địa lý; màu càng đậm càng nhiều dịch vụ. Có số liệu của {on}/{of} tỉnh, thành phố.",
    en: "One tile for each province or city, where it lies; the darker, the more services. {on} of {of} gave numbers.",
};
/// Title.
pub const CHART_TASKS_OVER_TIME: Phrase = Phrase {
    vi: "Nhiệm vụ cụ thể đã hoàn thành qua các quý",
    en: "Assigned tasks completed, by quarter",
};
/// Title.
pub const CHART_SERVICES_OVER_TIME: Phrase = Phrase {
    vi: "Dịch vụ công trực tuyến mức độ 3 và 4 qua các quý",
    en: "Online services at level 3 and 4, by quarter",
};
/// What it shows.
pub const CHART_QUARTERS: Phrase = Phrase {
    vi: "Tính từ sổ tiếp nhận của các quý có trên máy này.",
    en: "From the ledgers of the quarters that are on this machine.",
};
/// What it shows.
pub const CHART_ONE_QUARTER: Phrase = Phrase {
    vi: "Mới có sổ tiếp nhận của một quý. Mở sổ của các quý khác ở “Tiếp nhận” để so sánh.",
    en: "Only one quarter's ledger is here. Open those of other quarters under “Intake” to compare.",
};
/// Column.
pub const CHART_FIGURE: Phrase = Phrase { vi: "Số liệu", en: "Figure" };
/// Column.
pub const CHART_RESTS: Phrase = Phrase { vi: "Cơ sở tính", en: "Rests on" };
/// The table below a chart.
pub const CHART_TABLE: Phrase = Phrase { vi: "Xem dưới dạng bảng", en: "As a table" };
/// A class.
pub const LEGEND: Phrase =
    Phrase { vi: "{range} dịch vụ ({count} địa phương)", en: "{range} services ({count} places)" };
/// A class.
pub const LEGEND_NO_DATA: Phrase =
    Phrase { vi: "không có số liệu ({count} địa phương)", en: "no data ({count} places)" };
/// An archipelago.
pub const HOANG_SA: Phrase = Phrase { vi: "QĐ. Hoàng Sa", en: "Hoàng Sa Is." };
/// An archipelago.
pub const TRUONG_SA: Phrase = Phrase { vi: "QĐ. Trường Sa", en: "Trường Sa Is." };

// Reconciliation.

/// What it is.
pub const RECONCILE_EXPLAIN: Phrase = Phrase {
    vi: "Số liệu tổng hợp được đối chiếu với nhau, với số đã in trong các báo cáo trước và với quý trước.",
    en: "What was collected is held against itself, against what earlier reports print, and against the quarter before.",
};
/// What it comes to.
pub const RECONCILED: Phrase = Phrase {
    vi: "{agree} nội dung khớp, {differ} nội dung chênh lệch, {unknown} nội dung chưa có số liệu để đối chiếu.",
    en: "{agree} agree, {differ} differ, {unknown} cannot be compared.",
};
/// The filter.
pub const DIFFERING: Phrase = Phrase { vi: "Chỉ nội dung chênh lệch", en: "Only those that differ" };
/// Column.
pub const WHAT: Phrase = Phrase { vi: "Nội dung", en: "What" };
/// Column.
pub const ONE_SIDE: Phrase = Phrase { vi: "Số thứ nhất", en: "First figure" };
/// Column.
pub const OTHER_SIDE: Phrase = Phrase { vi: "Số thứ hai", en: "Second figure" };
/// Column.
pub const RESULT: Phrase = Phrase { vi: "Kết quả", en: "Result" };

// What the coordinator issues.

/// Heading.
pub const OWN_KEY: Phrase = Phrase { vi: "Khóa của cơ quan tổng hợp", en: "The coordinator's key" };
/// What it is for.
pub const OWN_KEY_EXPLAIN: Phrase = Phrase {
    vi: "Dùng để ký biên nhận, phiếu yêu cầu chỉnh sửa và sổ khóa. Giữ tệp khóa và mật khẩu; gửi thẻ khóa cho các cơ quan.",
    en: "It signs receipts, query slips and the keyring. Keep the key file and its password; send the card to the agencies.",
};
/// The name.
pub const ISSUER: Phrase = Phrase { vi: "Người hoặc đơn vị ký", en: "Signatory (person or unit)" };
/// No name.
pub const ISSUER_MISSING: Phrase = Phrase {
    vi: "Ghi người hoặc đơn vị ký rồi mới tạo khóa.",
    en: "Write the signatory, then make the key.",
};
/// After making one.
pub const OWN_KEY_MADE: Phrase = Phrase {
    vi: "Đã tạo khóa và lưu tệp khóa. Thẻ khóa đã vào sổ khóa; tải thẻ khóa về để gửi cho các cơ quan.",
    en: "The key was made and its file saved. Its card is in the keyring; save the card for the agencies.",
};
/// The card in use.
pub const OWN_CARD: Phrase = Phrase {
    vi: "Đang dùng thẻ của {name}, mã đối chiếu:",
    en: "The card in use is of {name}, fingerprint:",
};
/// Heading of a new key.
pub const NEW_OWN_KEY: Phrase = Phrase { vi: "Tạo khóa mới", en: "Make a new key" };
/// Heading.
pub const RECEIPT: Phrase = Phrase { vi: "Biên nhận", en: "Receipt" };
/// What it says.
pub const RECEIPT_EXPLAIN: Phrase = Phrase {
    vi: "Ghi tệp đã nhận, ngày nhận, mã băm và kết quả kiểm tra, có chữ ký của cơ quan tổng hợp. Gửi tệp này cho cơ quan.",
    en: "It says what was received, when, its hash and what was found, signed by the coordinator. Send it to the agency.",
};
/// The button.
pub const ISSUE_RECEIPT: Phrase = Phrase { vi: "Ký và lưu biên nhận", en: "Sign and save the receipt" };
/// Heading.
pub const SLIP: Phrase = Phrase { vi: "Phiếu yêu cầu chỉnh sửa", en: "Query slip" };
/// What it does.
pub const SLIP_EXPLAIN: Phrase = Phrase {
    vi: "Mỗi câu hỏi gắn với một mục của báo cáo. Cơ quan mở tệp phiếu cùng báo cáo, trả lời và gửi bản sửa đổi.",
    en: "Each question stands at a field. The agency opens the slip beside its return, answers and sends an amendment.",
};
/// The button at a finding.
pub const ASK_THIS: Phrase = Phrase { vi: "Hỏi về điều này", en: "Ask about this" };
/// A question's label.
pub const QUESTION: Phrase = Phrase { vi: "Câu hỏi {number}: {place}", en: "Question {number}: {place}" };
/// Takes one back.
pub const UNASK: Phrase = Phrase { vi: "Bỏ câu hỏi", en: "Take the question back" };
/// The day.
pub const ANSWER_BY: Phrase = Phrase {
    vi: "Đề nghị trả lời chậm nhất ngày (không bắt buộc)",
    en: "Answer wanted by (optional)",
};
/// A day that is none.
pub const ANSWER_BY_WRONG: Phrase = Phrase {
    vi: "Ngày trả lời không đúng. Ghi ngày/tháng/năm, ví dụ 30/6/2017, hoặc để trống.",
    en: "The day for the answer is not right. Write day/month/year, for example 30/6/2017, or leave it blank.",
};
/// The button.
pub const ISSUE_SLIP: Phrase = Phrase { vi: "Ký và lưu phiếu", en: "Sign and save the slip" };
/// Nothing asked.
pub const SLIP_EMPTY: Phrase = Phrase {
    vi: "Phiếu chưa có câu hỏi nào. Thêm câu hỏi trước.",
    en: "The slip asks nothing yet. Add a question first.",
};
/// No card.
pub const NO_OWN_CARD: Phrase = Phrase {
    vi: "Sổ khóa chưa có thẻ của cơ quan tổng hợp. Tạo khóa ở “Sổ khóa” trước.",
    en: "The keyring has no card of the coordinator. Make a key under “Keyring” first.",
};
/// Another key.
pub const OTHER_KEY: Phrase = Phrase {
    vi: "Tệp khóa này không phải của thẻ cơ quan tổng hợp trong sổ khóa. Chọn tệp khóa khác.",
    en: "This key file is not that of the coordinator's card in the keyring. Choose another key file.",
};
/// No source of randomness.
pub const NO_RANDOMNESS: Phrase = Phrase {
    vi: "Trình duyệt không cho số ngẫu nhiên an toàn. Dùng trình duyệt mới hơn.",
    en: "The browser gives no secure random numbers. Use a newer browser.",
};
/// After signing.
pub const ISSUED: Phrase = Phrase { vi: "Đã ký và lưu tệp.", en: "Signed and saved." };
/// After signing several.
pub const ISSUED_ALL: Phrase = Phrase {
    vi: "Đã ký {count} biên nhận và lưu trong một tệp .zip.",
    en: "{count} receipts were signed and saved in one .zip file.",
};
/// A question without words.
pub const QUESTION_BLANK: Phrase = Phrase {
    vi: "Câu hỏi {number} chưa có nội dung. Ghi nội dung hoặc bỏ câu hỏi.",
    en: "Question {number} asks nothing. Write it or take it back.",
};
/// A question that is too long.
pub const QUESTION_LONG: Phrase = Phrase {
    vi: "Câu hỏi {number} quá dài. Viết ngắn lại hoặc tách thành nhiều câu hỏi.",
    en: "Question {number} is too long. Shorten it, or make several of it.",
};
/// A day that is past.
pub const ANSWER_BY_PAST: Phrase = Phrase {
    vi: "Ngày trả lời đã qua. Ghi ngày từ hôm nay trở đi, hoặc để trống.",
    en: "The day for the answer is past. Write today or a later day, or leave it blank.",
};
/// Choosing what to ask about.
pub const ASK_CHOICES: Phrase = Phrase { vi: "Chọn mục để hỏi", en: "Choose what to ask about" };
/// Finding a field.
pub const ASK_SEARCH: Phrase = Phrase {
    vi: "Tìm mục khác của báo cáo (để trống: chỉ các mục có lỗi, cảnh báo, lưu ý)",
    en: "Find another field of the return (blank: those with findings)",
};
/// What was found.
pub const ASK_FOUND: Phrase = Phrase { vi: "{count} mục", en: "{count} field{s}" };
/// What was found and is not drawn.
pub const ASK_FOUND_MORE: Phrase = Phrase {
    vi: "{count} mục; hiện {shown} mục đầu. Gõ thêm để tìm hẹp hơn.",
    en: "{count} fields; the first {shown} are shown. Type more to narrow them down.",
};
/// Heading.
pub const SENT_SLIPS: Phrase =
    Phrase { vi: "Phiếu đã lập và trả lời", en: "Query slips written, and answers" };
/// How many.
pub const SENT_QUESTIONS: Phrase = Phrase { vi: "{count} câu hỏi", en: "{count} question{s}" };
/// How many were answered.
pub const SENT_ANSWERED: Phrase = Phrase { vi: "{count} đã trả lời", en: "{count} answered" };
/// Where an answer stands.
pub const ANSWERED_IN: Phrase =
    Phrase { vi: "Trả lời ở bản thứ {revision}", en: "Answered in revision {revision}" };
/// No answer.
pub const NO_ANSWER: Phrase = Phrase { vi: "Chưa có trả lời", en: "No answer yet" };
/// A receipt that was given.
pub const RECEIPT_GIVEN: Phrase =
    Phrase { vi: "Đã lập biên nhận ngày {date}.", en: "A receipt was made on {date}." };
/// Heading.
pub const RECEIPTS: Phrase =
    Phrase { vi: "Biên nhận cho các báo cáo được tính", en: "Receipts for the returns that count" };
/// How many.
pub const RECEIPTS_COUNT: Phrase = Phrase {
    vi: "{counting} báo cáo được tính, {without} chưa có biên nhận. Tất cả biên nhận được lưu trong một tệp .zip.",
    en: "{counting} returns count, {without} of them without a receipt. All receipts are saved in one .zip file.",
};
/// The button.
pub const ISSUE_RECEIPTS: Phrase = Phrase { vi: "Ký {count} biên nhận", en: "Sign {count} receipt{s}" };
/// All have one.
pub const ISSUE_AGAIN: Phrase =
    Phrase { vi: "Lập lại cả {count} biên nhận", en: "Make all {count} receipts again" };
/// Nothing to do.
pub const NO_RECEIPT_WANTED: Phrase = Phrase {
    vi: "Chưa có báo cáo được tính nào cần biên nhận.",
    en: "No return that counts wants a receipt.",
};
/// The key file in use.
pub const KEY_KEPT: Phrase = Phrase {
    vi: "Tệp khóa đang dùng: {name}. Trang quên tệp này khi rời phần tổng hợp.",
    en: "Key file in use: {name}. The page forgets it when the desk is left.",
};

// The report.

/// What it is.
pub const REPORT_EXPLAIN: Phrase = Phrase {
    vi: "Số liệu lấy từ các báo cáo được tính. Ghi số, ngày ký, người ký, rồi in hoặc lưu.",
    en: "All figures come from the returns that count. Write number, day and signatory, then print or save.",
};
/// Heading.
pub const REPORT_WORDS: Phrase = Phrase { vi: "Thể thức văn bản", en: "Head and signature" };
/// Field.
pub const REPORT_NUMBER: Phrase = Phrase { vi: "Số", en: "Number" };
/// Field.
pub const REPORT_SIGN: Phrase = Phrase { vi: "Ký hiệu", en: "Sign" };
/// Field.
pub const REPORT_PLACE: Phrase = Phrase { vi: "Địa danh", en: "Place" };
/// Field.
pub const REPORT_DATE: Phrase = Phrase { vi: "Ngày ký (ngày/tháng/năm)", en: "Day (day/month/year)" };
/// Field.
pub const REPORT_REMARKS: Phrase = Phrase {
    vi: "Nhận xét, kiến nghị (mỗi đoạn một dòng)",
    en: "Remarks and proposals (a paragraph a line)",
};
/// Field.
pub const REPORT_RECIPIENTS: Phrase =
    Phrase { vi: "Nơi nhận (mỗi nơi một dòng)", en: "Recipients (one a line)" };
/// Field.
pub const REPORT_AUTHORITY: Phrase =
    Phrase { vi: "Chức vụ người ký (chữ in hoa)", en: "Office of the signatory (capitals)" };
/// Field.
pub const REPORT_SIGNATORY: Phrase = Phrase { vi: "Họ và tên người ký", en: "Name of the signatory" };
/// A day that is none.
pub const REPORT_DATE_WRONG: Phrase = Phrase {
    vi: "Ngày ký không đọc được. Ghi ngày/tháng/năm, ví dụ 12/7/2017.",
    en: "The day cannot be read. Write day/month/year, for example 12/7/2017.",
};
/// Heading.
pub const SAVING: Phrase = Phrase { vi: "Lưu và in", en: "Save and print" };
/// The button.
pub const SAVE_XLSX: Phrase = Phrase { vi: "Lưu bảng tính (.xlsx)", en: "Save the workbook (.xlsx)" };
/// Its hint.
pub const SAVE_XLSX_HINT: Phrase = Phrase {
    vi: "Bảng tính có mỗi bảng một trang tính, thêm các trang kết quả kiểm tra, nguồn số liệu và đối chiếu.",
    en: "The workbook has a sheet for each table, one for findings, one for sources, one for the reconciliation.",
};
/// The button.
pub const SAVE_DOCX: Phrase = Phrase { vi: "Lưu báo cáo (.docx)", en: "Save the report (.docx)" };
/// The button.
pub const PRINT: Phrase = Phrase { vi: "In hoặc lưu thành PDF", en: "Print, or save as PDF" };
/// The preview, to be read aloud.
pub const PREVIEW: Phrase = Phrase { vi: "Báo cáo như sẽ in", en: "The report as it will be printed" };
/// What a table is saved as, to be read aloud.
pub const CSV: Phrase = Phrase { vi: "lưu tệp .csv", en: "save as .csv" };
/// A table.
pub const CSV_FINDINGS: Phrase = Phrase { vi: "Kết quả kiểm tra", en: "Findings" };
/// A table.
pub const CSV_PROVENANCE: Phrase = Phrase { vi: "Nguồn số liệu", en: "Where the figures come from" };
/// Heading.
pub const SAVE_TABLES: Phrase = Phrase { vi: "Lưu từng bảng (.csv)", en: "Save single tables (.csv)" };
/// Why nothing is given.
pub const EXPORT_WAITS: Phrase = Phrase {
    vi: "Chưa lưu: {count} tệp của {period} đang chờ kiểm tra lại, nên số liệu còn thiếu các cơ quan gửi những tệp đó. Chọn {period}, mở “Tiếp nhận”, bấm “Kiểm tra lại tất cả”, rồi lưu lại.",
    en: "Not saved: files of {period} that are still to be checked again: {count}. The figures lack the agencies that sent them. Choose {period}, open “Intake”, press “Check all again”, then save once more.",
};

/// A file that could not be made.
pub const EXPORT_FAILED: Phrase =
    Phrase { vi: "Không tạo được tệp {name}. {why}", en: "{name} could not be made. {why}" };
