//! Sentences about the service list as a grid: what is in it, what is pasted into it, what it adds up to.

use super::phrase::Phrase;

// The grid.

/// Heading of the list.
pub const NOW: Phrase = Phrase { vi: "Danh mục đang có: {count} dịch vụ", en: "The list: {count} service{s}" };

/// No list.
pub const NONE: Phrase = Phrase { vi: "Chưa có danh mục", en: "There is no list" };

/// How to begin.
pub const BEGIN: Phrase = Phrase {
    vi: "Dán bảng từ Excel hoặc Word vào lưới dưới đây, chọn tệp, hoặc gõ ngay vào dòng đầu.",
    en: "Paste a table from Excel or Word into the grid below, choose a file, or type into the first row.",
};

/// The column of the rows' numbers.
pub const ROW_NUMBER: Phrase = Phrase { vi: "Dòng", en: "Row" };

/// The blank row behind the last one.
pub const NEXT_ROW: Phrase = Phrase { vi: "Dòng mới", en: "New row" };

/// What a heading's button does.
pub const SORT: Phrase = Phrase { vi: "{name}: sắp xếp", en: "{name}: sort" };

/// What a search leaves.
pub const SHOWN: Phrase =
    Phrase { vi: "Đang hiện {shown}/{count} dịch vụ.", en: "{shown} of {count} services are shown." };

/// What is selected.
pub const SELECTED: Phrase =
    Phrase { vi: "Đang chọn {rows} dòng, {columns} cột.", en: "Selected: rows {rows}, columns {columns}." };

/// The field.
pub const SEARCH: Phrase = Phrase { vi: "Tìm trong danh mục", en: "Search the list" };

/// Its hint.
pub const SEARCH_HINT: Phrase = Phrase { vi: "Không cần gõ dấu", en: "Marks may be left out" };

/// The tick.
pub const WRONG_ONLY: Phrase =
    Phrase { vi: "Chỉ hiện dòng có chỗ cần xem", en: "Only rows with something to look at" };

/// How many cells are wrong.
pub const WRONG: Phrase =
    Phrase { vi: "{count} chỗ cần sửa hoặc giải thích", en: "{count} place{s} to mend or explain" };

/// The button.
pub const NEXT_WRONG: Phrase = Phrase { vi: "Chỗ tiếp theo", en: "Next one" };

/// The button.
pub const PREVIOUS_WRONG: Phrase = Phrase { vi: "Chỗ trước", en: "Previous one" };

/// The buttons above the grid.
pub const TOOLS: Phrase = Phrase { vi: "Công cụ của danh mục", en: "Tools of the list" };

/// The button.
pub const ADD_ROW: Phrase = Phrase { vi: "Thêm dòng", en: "Add a row" };

/// The button.
pub const DELETE_ROWS: Phrase = Phrase { vi: "Xóa dòng đang chọn", en: "Delete the selected rows" };

/// The button.
pub const FILL_DOWN: Phrase = Phrase { vi: "Điền xuống", en: "Fill down" };

/// The button.
pub const COPY: Phrase = Phrase { vi: "Chép ô đang chọn", en: "Copy the selected cells" };

/// The button.
pub const COPY_ALL: Phrase = Phrase { vi: "Chọn tất cả", en: "Select all" };

/// The button.
pub const SAVE_CSV: Phrase = Phrase { vi: "Lưu tệp CSV", en: "Save as CSV" };

/// What a cell's sign says to those who hear it.
pub const MARK_ERROR: Phrase = Phrase { vi: "có lỗi", en: "wrong" };

/// The same of a warning.
pub const MARK_WARNING: Phrase = Phrase { vi: "có cảnh báo", en: "warning" };

/// The same of the coordinator's question.
pub const MARK_ASKED: Phrase = Phrase { vi: "có câu hỏi", en: "asked about" };

/// Heading of what is said of the active row, for those who hear it.
pub const PANEL: Phrase = Phrase { vi: "Về ô đang chọn", en: "About the selected cell" };

/// Nothing is said of it.
pub const PANEL_FINE: Phrase =
    Phrase { vi: "Không có gì cần xem ở dòng này.", en: "There is nothing to look at in this row." };

/// The button that leads to an answer.
pub const QUESTION: Phrase = Phrase {
    vi: "Trả lời câu hỏi của Văn phòng Chính phủ",
    en: "Answer the Government Office's question",
};

/// Folded help.
pub const KEYS: Phrase = Phrase { vi: "Phím tắt", en: "Keys" };

/// Help.
pub const KEYS_TYPE: Phrase = Phrase {
    vi: "Gõ là thay nội dung ô; F2 hoặc bấm đúp để sửa trong ô; Esc bỏ phần vừa gõ.",
    en: "Typing replaces what is in the cell; F2 or a double click edits it; Esc takes back what was typed.",
};

/// Help.
pub const KEYS_MOVE: Phrase = Phrase {
    vi: "Mũi tên, Home, End, Page Up, Page Down, Ctrl+Home, Ctrl+End để đi; Enter xuống dòng; Tab sang ô bên khi đang gõ, khi không gõ thì ra khỏi lưới.",
    en: "Arrows, Home, End, Page Up, Page Down, Ctrl+Home, Ctrl+End move; Enter goes down; Tab goes to the next cell while typing and out of the grid otherwise.",
};

/// Help.
pub const KEYS_SELECT: Phrase = Phrase {
    vi: "Shift cùng mũi tên hoặc bấm chuột để chọn nhiều ô; Ctrl+A chọn tất cả; bấm số dòng để chọn cả dòng.",
    en: "Shift with an arrow or a click selects several cells; Ctrl+A all; a press on its number the whole row.",
};

/// Help.
pub const KEYS_CHANGE: Phrase = Phrase {
    vi: "Ctrl+C chép, Ctrl+X cắt, Ctrl+V dán, Ctrl+D điền xuống, Delete xóa nội dung, Ctrl+Z hoàn tác.",
    en: "Ctrl+C copies, Ctrl+X cuts, Ctrl+V pastes, Ctrl+D fills down, Delete empties, Ctrl+Z undoes.",
};

/// Heading of the field and the file.
pub const BRING: Phrase = Phrase { vi: "Dán hoặc chọn tệp", en: "Paste or choose a file" };

/// The field for those who cannot paste into the grid.
pub const PASTE: Phrase = Phrase { vi: "Dán danh mục vào đây", en: "Paste the list here" };

/// Its hint.
pub const PASTE_HINT: Phrase = Phrase {
    vi: "Bảng chép từ Excel hoặc Word. Trước khi nhận có phần xem trước để chọn cột. Nhiều nhất 5.000 dòng.",
    en: "A table copied from Excel or Word. A preview comes first, to choose the columns. 5.000 rows at most.",
};

/// The button.
pub const LOOK: Phrase = Phrase { vi: "Xem trước", en: "Preview" };

/// The file field.
pub const FILE: Phrase = Phrase { vi: "Hoặc chọn tệp .csv, .tsv", en: "Or choose a .csv or .tsv file" };

/// Its hint.
pub const FILE_HINT: Phrase = Phrase {
    vi: "Trong Excel: Lưu thành (Save As), chọn “CSV UTF-8”",
    en: "In Excel: Save As, “CSV UTF-8”",
};

// Changes.

/// No more rows.
pub const FULL: Phrase = Phrase {
    vi: "Danh mục đã có {most} dòng, không thêm được nữa.",
    en: "The list has {most} rows; no more can be added.",
};

/// Rows were deleted.
pub const DELETED: Phrase = Phrase {
    vi: "Đã xóa {count} dòng. Bấm “Hoàn tác” để lấy lại.",
    en: "{count} row{s} deleted. “Undo” brings them back.",
};

/// Cells were emptied.
pub const CLEARED: Phrase = Phrase {
    vi: "Đã xóa nội dung {count} ô. Bấm “Hoàn tác” để lấy lại.",
    en: "{count} cells emptied. “Undo” brings them back.",
};

/// Cells were filled.
pub const FILLED: Phrase = Phrase { vi: "Đã điền xuống {count} dòng.", en: "{count} row{s} filled." };

/// Cells were copied.
pub const COPIED: Phrase =
    Phrase { vi: "Đã chép {rows} dòng, {columns} cột.", en: "Copied: rows {rows}, columns {columns}." };

/// The browser refused.
pub const NOT_COPIED: Phrase = Phrase {
    vi: "Trình duyệt không cho chép. Bấm lại nút chép, hoặc lưu tệp CSV.",
    en: "The browser did not copy. Press the button again, or save a CSV file.",
};

/// The file was given.
pub const CSV_SAVED: Phrase = Phrase {
    vi: "Danh mục nằm trong tệp {name}, mở được bằng Excel.",
    en: "The list is in {name}, which Excel opens.",
};

// What was pasted, before it is taken.

/// Leaving the section meanwhile.
pub const NOT_TAKEN: Phrase = Phrase {
    vi: "Có dữ liệu đã dán nhưng chưa nhận. Nhận hoặc bỏ đi rồi mới sang phần sau.",
    en: "What was pasted was not taken yet. Take it or leave it first.",
};

/// A file that is not text.
pub const NOT_TEXT: Phrase = Phrase {
    vi: "Tệp {name} không phải văn bản UTF-8. Trong Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8”, rồi chọn tệp vừa lưu.",
    en: "{name} is not UTF-8 text. In Excel, choose Save As, “CSV UTF-8”, then choose that file.",
};

/// Nothing in it.
pub const EMPTY: Phrase = Phrase {
    vi: "Chưa có dịch vụ nào để nhận. Chép các dòng trong Excel rồi dán lại.",
    en: "There is no service to take. Copy the rows in Excel and paste them again.",
};

/// Too many rows.
pub const TOO_LONG: Phrase = Phrase {
    vi: "Danh mục có hơn {most} dòng nên chưa nhận. Bỏ bớt dòng thừa; mỗi dịch vụ chỉ một dòng.",
    en: "The list has more than {most} rows, so it was not taken. Leave out rows that are not needed; one row a service.",
};

/// Too many columns.
pub const TOO_WIDE: Phrase = Phrase {
    vi: "Có {count} cột, không phải một danh mục dịch vụ. Chỉ chép các cột của danh mục rồi dán lại.",
    en: "It has {count} columns, which is no list of services. Copy only the columns of the list and paste again.",
};

/// Too many bytes.
pub const TOO_LARGE: Phrase = Phrase {
    vi: "Dữ liệu lớn hơn 10 MB nên không xem được. Chỉ chép các dòng của danh mục rồi dán lại.",
    en: "It is larger than 10 MB and was not looked at. Copy only the rows of the list and paste again.",
};

/// Heading.
pub const PREVIEW: Phrase = Phrase {
    vi: "Xem trước: {rows} dòng, {columns} cột. Chưa nhận gì.",
    en: "Preview: rows {rows}, columns {columns}. Nothing is taken yet.",
};

/// Heading of a file.
pub const PREVIEW_OF: Phrase = Phrase {
    vi: "Xem trước tệp {name}: {rows} dòng, {columns} cột. Chưa nhận gì.",
    en: "Preview of {name}: rows {rows}, columns {columns}. Nothing is taken yet.",
};

/// A column of it.
pub const COLUMN: Phrase = Phrase { vi: "Cột {number}", en: "Column {number}" };

/// What its list of fields is called.
pub const IS_FIELD: Phrase = Phrase { vi: "{column} là", en: "{column} is" };

/// A column that is not taken.
pub const LEAVE_OUT: Phrase = Phrase { vi: "(bỏ qua)", en: "(leave out)" };

/// The list.
pub const HEADING_ROWS: Phrase = Phrase { vi: "Dòng tiêu đề", en: "Heading rows" };

/// A choice.
pub const NO_HEADING: Phrase = Phrase { vi: "Không có", en: "None" };

/// A choice.
pub const FIRST_HEADING: Phrase = Phrase { vi: "Dòng đầu tiên", en: "The first row" };

/// A choice.
pub const HEADINGS: Phrase = Phrase { vi: "{count} dòng đầu tiên", en: "The first {count} rows" };

/// The column of its lines.
pub const LINE: Phrase = Phrase { vi: "Dòng", en: "Line" };

/// A row of headings.
pub const IS_HEADING: Phrase = Phrase { vi: "tiêu đề", en: "heading" };

/// What the table is.
pub const ROWS: Phrase = Phrase {
    vi: "Các dòng đầu và các dòng có chỗ lạ",
    en: "The first rows, and those with something odd",
};

/// Rows that are not shown.
pub const MORE_ROWS: Phrase = Phrase { vi: "và {count} dòng khác", en: "and {count} more row{s}" };

/// Nothing is odd.
pub const NOTHING_ODD: Phrase = Phrase { vi: "Không có gì lạ.", en: "Nothing is odd." };

/// Heading of what is odd.
pub const ODD: Phrase = Phrase { vi: "Có {count} chỗ cần để ý", en: "{count} place{s} to look at" };

/// Those that are folded away.
pub const MORE_ODD: Phrase = Phrase { vi: "và {count} chỗ khác", en: "and {count} more" };

/// Where.
pub const ODD_CELL: Phrase = Phrase { vi: "Dòng {line}, cột {column}", en: "Line {line}, {column}" };

/// Where.
pub const ODD_ROW: Phrase = Phrase { vi: "Dòng {line}", en: "Line {line}" };

/// A day as Excel counts it.
pub const ODD_SERIAL: Phrase = Phrase {
    vi: "Có lẽ là ngày {day}, Excel chép ra thành số. Định dạng cột là ngày rồi chép lại, hoặc sửa trong lưới.",
    en: "This may be {day}, copied as Excel's number of a day. Format the column as dates and copy again, or mend it in the grid.",
};

/// A blank cell.
pub const ODD_BLANK: Phrase = Phrase {
    vi: "Đang để trống. Ghi vào ô này trong lưới sau khi nhận.",
    en: "It is blank. Fill it in the grid once it was taken.",
};

/// A merged cell.
pub const ODD_MERGED: Phrase = Phrase {
    vi: "Ô gộp {rows} dòng: nội dung được ghi vào từng dòng.",
    en: "A merged cell over {rows} rows: what stands in it is written into each.",
};

/// A row that is there already.
pub const ODD_SAME_CODE: Phrase =
    Phrase { vi: "Danh mục đã có mã này ở dòng {row}.", en: "The list has this code already, in row {row}." };

/// A row that is there already.
pub const ODD_SAME_NAME: Phrase = Phrase {
    vi: "Danh mục đã có dịch vụ cùng tên và địa chỉ ở dòng {row}.",
    en: "The list has a service of this name and address already, in row {row}.",
};

/// A row of sums.
pub const ODD_SUM: Phrase = Phrase {
    vi: "Dòng cộng, không phải dịch vụ: được bỏ ra.",
    en: "A row of sums, no service: it is left out.",
};

/// Only numbers.
pub const ODD_NUMBERING: Phrase =
    Phrase { vi: "Chỉ có số thứ tự: được bỏ ra.", en: "Nothing but running numbers: it is left out." };

/// A group's heading.
pub const ODD_GROUP: Phrase = Phrase {
    vi: "Tiêu đề của một nhóm, không phải dịch vụ: được bỏ ra.",
    en: "The heading of a group, no service: it is left out.",
};

/// A quotation mark.
pub const ODD_QUOTES: Phrase = Phrase {
    vi: "Có dấu ngoặc kép (\") mở mà không đóng nên các ô sau bị gộp vào một ô: dòng được bỏ ra. Bỏ hoặc đóng dấu đó rồi dán lại.",
    en: "A quotation mark (\") is opened and not closed, so that the cells after it run into one: the row is left out. Remove or close it and paste again.",
};

/// The choice.
pub const WHERE: Phrase = Phrase { vi: "Nhận vào đâu", en: "Where it goes" };

/// A choice.
pub const AS_NEW: Phrase = Phrase { vi: "Thành danh mục mới", en: "It becomes the list" };

/// A choice.
pub const REPLACE: Phrase = Phrase {
    vi: "Thay danh mục {count} dịch vụ đang có",
    en: "In the place of the list of {count} service{s}",
};

/// A choice.
pub const APPEND: Phrase = Phrase { vi: "Thêm vào cuối danh mục", en: "Behind the last row" };

/// A choice.
pub const HERE: Phrase =
    Phrase { vi: "Ghi từ ô đang chọn trở đi ({place})", en: "From the selected cell on ({place})" };

/// A choice.
pub const KEEP: Phrase = Phrase {
    vi: "Nhận cả; {count} ô chưa đọc được giữ nguyên chữ, có đánh dấu, để sửa trong lưới",
    en: "Take all; the text of {count} cell{s} stays, marked, to be mended in the grid",
};

/// A choice.
pub const LEAVE_ROWS_OUT: Phrase = Phrase { vi: "Bỏ các dòng đó", en: "Leave those rows out" };

/// The choice's heading.
pub const CELLS: Phrase = Phrase { vi: "Ô chưa đọc được", en: "Cells that cannot be read" };

/// The button.
pub const TAKE: Phrase = Phrase { vi: "Nhận {count} dòng", en: "Take {count} rows" };

/// The button.
pub const LEAVE: Phrase = Phrase { vi: "Bỏ, không nhận", en: "Leave it" };

/// Two columns are one field.
pub const TWICE: Phrase = Phrase {
    vi: "Hai cột cùng là “{name}”. Giữ một cột, chọn “(bỏ qua)” ở cột kia.",
    en: "Two columns are “{name}”. Keep one, and choose “(leave out)” for the other.",
};

/// No column is the name.
pub const NO_NAME: Phrase = Phrase {
    vi: "Chưa cột nào là “Tên dịch vụ”. Chọn cột có tên dịch vụ.",
    en: "No column is the name of the service. Choose the one that is.",
};

/// Nothing would be taken.
pub const NOTHING: Phrase = Phrase {
    vi: "Không có dòng nào để nhận như đang chọn.",
    en: "As it is chosen there is no row to take.",
};

/// After taking.
pub const TAKEN: Phrase = Phrase { vi: "Đã nhận {count} dịch vụ.", en: "{count} services were taken." };

/// After writing into cells.
pub const WRITTEN: Phrase = Phrase { vi: "Đã ghi vào {count} dòng.", en: "{count} rows were written." };

/// What was replaced.
pub const REPLACED: Phrase = Phrase {
    vi: "Danh mục trước ({count} dịch vụ) đã được thay; bấm “Hoàn tác” để lấy lại.",
    en: "The former list ({count} services) was replaced; “Undo” brings it back.",
};

/// Rows that were not taken.
pub const LEFT_OUT: Phrase = Phrase { vi: "Đã bỏ ra {count} dòng.", en: "{count} rows were left out." };

/// Cells to be mended.
pub const KEPT_AS_TEXT: Phrase = Phrase {
    vi: "{count} ô chưa đọc được, giữ nguyên chữ để sửa trong lưới.",
    en: "{count} cells cannot be read and keep their text, to be mended in the grid.",
};

// Sums.

/// Heading.
pub const SUMS: Phrase = Phrase { vi: "Cộng theo mức độ", en: "Added up by level" };

/// Column.
pub const LEVEL: Phrase = Phrase { vi: "Mức độ", en: "Level" };

/// Rows without a level.
pub const LEVEL_NONE: Phrase = Phrase { vi: "Chưa ghi", en: "Not given" };

/// Column.
pub const SERVICES: Phrase = Phrase { vi: "Dịch vụ", en: "Services" };

/// Column.
pub const RECEIVED: Phrase = Phrase { vi: "Hồ sơ tiếp nhận", en: "Dossiers received" };

/// Column.
pub const RESOLVED: Phrase = Phrase { vi: "Hồ sơ giải quyết", en: "Dossiers resolved" };

/// The count given in another section.
pub const COUNTED: Phrase = Phrase { vi: "đã khai {count}", en: "counted {count}" };

/// The same, where it differs.
pub const COUNTED_OTHER: Phrase = Phrase { vi: "đã khai {count} (chênh)", en: "counted {count} (differs)" };

/// No count given in another section.
pub const NOT_COUNTED: Phrase = Phrase { vi: "chưa khai", en: "not counted" };

/// Services whose dossiers are not given.
pub const MISSING: Phrase = Phrase { vi: "{count} dịch vụ chưa ghi", en: "{count} services without a number" };

/// The button.
pub const USE_COUNTS: Phrase =
    Phrase { vi: "Dùng các số cộng này để khai", en: "Use these sums as the counts" };

/// After that.
pub const COUNTS_SET: Phrase = Phrase { vi: "Đã khai theo danh mục: {list}.", en: "Counted by the list: {list}." };

/// After that, where nothing changed.
pub const COUNTS_SAME: Phrase =
    Phrase { vi: "Các số đã khai khớp với danh mục.", en: "The counts are those of the list." };

/// What could not be.
pub const COUNTS_MISSING: Phrase = Phrase {
    vi: "Chưa khai được vì còn dịch vụ chưa ghi số: {list}.",
    en: "Not counted, since services lack their number: {list}.",
};
