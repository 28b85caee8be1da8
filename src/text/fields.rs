use super::phrase::{Language, Phrase};
use crate::quarterly::GeneralStatus;
use crate::registry::{Basis, TaskStatus};

/// The label and the hint of a field, by the last members of its path; the counts' and indicators' own labels are the
/// registry's.
pub fn label(path: &str) -> (Phrase, Phrase) {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let parent = parts.next().unwrap_or_default();
    match (parent, name) {
        ("document", "number") => {
            both("Số, ký hiệu văn bản", "Document number", "Ví dụ 123/BC-BTC", "For example 123/BC-BTC")
        }
        ("document", "date") => both("Ngày văn bản", "Date of the document", DAY.vi, DAY.en),
        ("preparer", "name") => both("Họ và tên người lập", "Preparer's full name", "", ""),
        ("preparer", "title") => both("Chức vụ người lập", "Preparer's post", "Không bắt buộc", "Optional"),
        ("preparer", "phone") => {
            both("Điện thoại", "Telephone", "Ghi điện thoại hoặc thư điện tử", "Telephone or mail address")
        }
        ("preparer", "email") => both("Thư điện tử", "Mail address", "", ""),
        ("approver", "name") => both("Họ và tên người duyệt", "Approver's full name", "", ""),
        ("approver", "title") => both("Chức vụ người duyệt", "Approver's post", "", ""),
        ("", "amendment_reason") => {
            both("Lý do sửa đổi", "Reason of the amendment", "Sửa gì so với bản trước, vì sao", "What changes, and why")
        }
        ("", "difficulties") => {
            both("Khó khăn, vướng mắc", "Difficulties", "Nếu không có, để trống", "Leave blank if there are none")
        }
        ("", "proposals") => {
            both("Đề xuất, kiến nghị", "Proposals", "Nếu không có, để trống", "Leave blank if there are none")
        }
        ("service_list", _) => both("", "", "", ""),
        (_, "code") => both("Mã", "Code", "", ""),
        (_, "name") => both("Tên dịch vụ", "Name of the service", "", ""),
        (_, "level") => both("Mức độ", "Level", "", ""),
        (_, "deployed_on") => both("Ngày triển khai", "Day of deployment", "", ""),
        (_, "address") => both("Địa chỉ", "Address", "", ""),
        (_, "received") => both("Hồ sơ tiếp nhận", "Dossiers received", "", ""),
        (_, "resolved") => both("Hồ sơ giải quyết", "Dossiers resolved", "", ""),
        (_, "status") => both("Tình trạng", "Status", "", ""),
        (_, "date") => {
            both("Ngày ban hành, kết nối hoặc hoàn thành", "Day of issue, connection or completion", DAY.vi, DAY.en)
        }
        (_, "document_number") => {
            both("Số văn bản chứng minh", "Document that shows it", "Ví dụ 2345/QĐ-BTC", "For example 2345/QĐ-BTC")
        }
        (_, "completed_on") => both("Ngày hoàn thành", "Day of completion", DAY.vi, DAY.en),
        (_, "evidence") => {
            both("Căn cứ", "Evidence", "Số văn bản hoặc địa chỉ trang web", "A document number or a web address")
        }
        (_, "progress") => both("Kết quả thực hiện", "What was done", "Nêu ngắn gọn", "In short"),
        (_, "percent") => both(
            "Tỷ lệ hoàn thành (%)",
            "Share completed (%)",
            "Không bắt buộc, ví dụ 39,8",
            "Optional, for example 39,8",
        ),
        (_, "obstacle") => both("Khó khăn, vướng mắc", "Difficulties", "", ""),
        (_, "new_deadline") => both("Ngày dự kiến hoàn thành", "Expected day of completion", DAY.vi, DAY.en),
        (_, "basis") => both("Thời gian tính số liệu", "Time the count covers", "", ""),
        (_, "remark") => both("Ghi chú", "Remark", "Không bắt buộc", "Optional"),
        (_, "text") => both("Trả lời", "Answer", "", ""),
        (_, "no_data") => both("Lý do không có số liệu", "Why there is no data", "", ""),
        (_, "connected") => both("Số đã kết nối", "Connected", "", ""),
        (_, "total") => both("Tổng số", "All", "", ""),
        _ => both("", "", "", ""),
    }
}

const DAY: Phrase = Phrase { vi: "Ngày/tháng/năm, ví dụ 1/6/2017", en: "Day/month/year, for example 1/6/2017" };

fn both(vi: &'static str, en: &'static str, hint_vi: &'static str, hint_en: &'static str) -> (Phrase, Phrase) {
    (Phrase { vi, en }, Phrase { vi: hint_vi, en: hint_en })
}

/// How far an assigned task is, in words.
pub fn task_status_name(status: TaskStatus, language: Language) -> &'static str {
    let (vi, en) = match status {
        TaskStatus::Completed => ("Đã hoàn thành", "Completed"),
        TaskStatus::InProgress => ("Đang triển khai", "In progress"),
        TaskStatus::NotStarted => ("Chưa triển khai", "Not started"),
        TaskStatus::Waiting => ("Chờ cơ quan chủ trì", "Waiting on the lead agency"),
    };
    Phrase { vi, en }.text(language)
}

/// How far a general task is, in words.
pub fn general_status_name(status: GeneralStatus, language: Language) -> &'static str {
    let (vi, en) = match status {
        GeneralStatus::Done => ("Đã thực hiện", "Done"),
        GeneralStatus::InProgress => ("Đang thực hiện", "In progress"),
        GeneralStatus::NotStarted => ("Chưa thực hiện", "Not started"),
        GeneralStatus::Exempt => ("Cơ quan đặc thù", "Special agency"),
    };
    Phrase { vi, en }.text(language)
}

/// What time a count speaks of, in words.
pub fn basis_name(basis: Basis, language: Language) -> &'static str {
    let (vi, en) = match basis {
        Basis::Current => ("Hiện có", "As it stands"),
        Basis::Quarter => ("Trong quý", "In the quarter"),
        Basis::Year => ("Từ đầu năm", "Year to date"),
    };
    Phrase { vi, en }.text(language)
}

/// A tier of units, by its name in paths.
pub fn unit_name(tier: &str, language: Language) -> &'static str {
    let (vi, en) = match tier {
        "departments" => ("Sở, ban, ngành", "Departments"),
        "districts" => ("Đơn vị cấp huyện", "Districts"),
        _ => ("Đơn vị cấp xã", "Communes"),
    };
    Phrase { vi, en }.text(language)
}
