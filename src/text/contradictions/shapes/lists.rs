//! Lists, sums and ranks.

use super::{Code, Parts, SIDES, SUBJECT, say};

pub(super) fn lists(code: Code) -> Parts {
    match code {
        Code::NamedTwice => (
            say("Một danh sách ghi tên cơ quan hai lần", "A list names an agency twice"),
            say("Danh sách ở {place1}", "The list in {place1}"),
            [
                say("đã có {names}", "it has {names}"),
                say("ghi lại ở vị trí thứ {numbers}", "it has the same again as its names {numbers}"),
            ],
        ),
        Code::NamedCount => (
            say("Số cơ quan khác số tên được nêu", "A number of agencies is not that of the names given with it"),
            SUBJECT,
            SIDES,
        ),
        Code::NotDoneAgain => (
            say(
                "Cơ quan đã thực hiện lại được ghi là chưa",
                "An agency that had done a task is named as not having done it",
            ),
            SUBJECT,
            [
                say(
                    "{place1} (tính đến {v1}) không có tên trong danh sách chưa thực hiện",
                    "{place1} (up to {v1}) does not name it among those who had not done it",
                ),
                say(
                    "{place2} (tính đến {v2}) ghi là chưa thực hiện",
                    "{place2} (up to {v2}) names it as not having done it",
                ),
            ],
        ),
        Code::PhaseMembers => (
            say(
                "Cơ quan trong một giai đoạn vừa xong vừa còn lại, hoặc không được nhắc đến",
                "Members of a phase are both done and remaining, or neither",
            ),
            SUBJECT,
            SIDES,
        ),
        Code::RowSum => (
            say("Tổng của một dòng khác các ô cộng lại", "A row's total is not the sum of its cells"),
            SUBJECT,
            [
                say("{place1} ghi tổng số {v1}", "{place1} says {v1} in all"),
                say("các ô cộng lại là {v2}", "its cells add up to {v2}"),
            ],
        ),
        Code::TableSum => (
            say("Tổng của bảng khác các dòng cộng lại", "A table's total is not the sum of its rows"),
            SUBJECT,
            [
                say("{place1} ghi tổng số {v1}", "{place1} says {v1} in all"),
                say("các dòng cộng lại là {v2}", "its rows add up to {v2}"),
            ],
        ),
        _ => (
            say("Thứ hạng không theo số liệu", "Ranks do not follow the figures"),
            say("{table1}, thứ hạng", "{table1}, ranks"),
            [
                say("ghi {one}", "they are printed as {one}"),
                say("theo số liệu là {other}", "by the figures they are {other}"),
            ],
        ),
    }
}
