use super::phrase::{Language, Phrase};
use super::phrases;
use crate::quarterly::GeneralStatus;
use crate::registry::{Basis, Bilingual, FieldGuide, TaskStatus};

/// What a field is called, by the last members of its path; the counts' and indicators' own labels are the registry's.
pub fn label(path: &str) -> Phrase {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let parent = parts.next().unwrap_or_default();
    let (vi, en) = match (parent, name) {
        ("document", "number") => ("Số, ký hiệu văn bản", "Document number"),
        ("document", "date") => ("Ngày văn bản", "Date of the document"),
        ("preparer", "name") => ("Họ và tên người lập", "Preparer's full name"),
        ("preparer", "title") => ("Chức vụ người lập", "Preparer's post"),
        ("preparer", "phone") => ("Điện thoại", "Telephone"),
        ("preparer", "email") => ("Thư điện tử", "Mail address"),
        ("approver", "name") => ("Họ và tên người duyệt", "Approver's full name"),
        ("approver", "title") => ("Chức vụ người duyệt", "Approver's post"),
        ("", "amendment_reason") => ("Lý do sửa đổi", "Reason of the amendment"),
        ("", "difficulties") => ("Khó khăn, vướng mắc", "Difficulties"),
        ("", "proposals") => ("Đề xuất, kiến nghị", "Proposals"),
        ("service_list", _) => ("", ""),
        (_, "code") => ("Mã", "Code"),
        (_, "name") => ("Tên dịch vụ", "Name of the service"),
        (_, "level") => ("Mức độ", "Level"),
        (_, "deployed_on") => ("Ngày triển khai", "Day of deployment"),
        (_, "address") => ("Địa chỉ", "Address"),
        (_, "received") => ("Hồ sơ tiếp nhận", "Dossiers received"),
        (_, "resolved") => ("Hồ sơ giải quyết", "Dossiers resolved"),
        (_, "status") => ("Tình trạng", "Status"),
        (_, "date") => ("Ngày ban hành, kết nối hoặc hoàn thành", "Day of issue, connection or completion"),
        (_, "document_number") => ("Số văn bản chứng minh", "Document that shows it"),
        (_, "completed_on") => ("Ngày hoàn thành", "Day of completion"),
        (_, "evidence") => ("Căn cứ", "Evidence"),
        (_, "progress") => ("Kết quả thực hiện", "What was done"),
        (_, "percent") => ("Tỷ lệ hoàn thành (%)", "Share completed (%)"),
        (_, "obstacle") => ("Khó khăn, vướng mắc", "Difficulties"),
        (_, "new_deadline") => ("Ngày dự kiến hoàn thành", "Expected day of completion"),
        (_, "basis") => ("Thời gian tính số liệu", "Time the count covers"),
        (_, "remark") => ("Ghi chú", "Remark"),
        (_, "text") => ("Trả lời", "Answer"),
        (_, "no_data") => ("Lý do không có số liệu", "Why there is no data"),
        (_, "connected") => ("Số đã kết nối", "Connected"),
        (_, "total") => ("Tổng số", "All"),
        _ => ("", ""),
    };
    Phrase { vi, en }
}

/// What a field asks: a line that says what is meant, and one that says whose figure it is, with an example.
pub fn guidance(guide: &FieldGuide, meaning: Option<&Bilingual>, language: Language) -> String {
    let meaning = meaning.or(guide.meaning.as_ref()).map(|meaning| meaning.text(language).to_owned());
    let whose = phrases::GUIDE_WHOSE.with(language, &[("whose", guide.whose.text(language))]);
    let example = guide.example.as_ref().map(|example| phrases::GUIDE_EXAMPLE.with(language, &[("example", example)]));
    let second = [Some(whose), example].into_iter().flatten().collect::<Vec<_>>().join(" ");
    meaning.into_iter().chain([second]).collect::<Vec<_>>().join("\n")
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
