//! The sentences of the contradictions by code; `{place1}` and the like stand for values.

use super::Phrase;
use crate::registry::ContradictionCode as Code;

/// What is said of one kind of contradiction.
pub(super) struct Shape {
    /// The kind.
    pub heading: Phrase,
    /// Of what.
    pub what: Phrase,
    /// What stands in the one place.
    pub one: Phrase,
    /// What stands against it.
    pub other: Phrase,
}

pub(super) fn shape(code: Code) -> Shape {
    let (heading, what, [one, other]) = match code {
        Code::TableAgainstAnnex
        | Code::AssignedMoved
        | Code::AssignedTotal
        | Code::CompletedTotal
        | Code::CentralTotal
        | Code::AgenciesByTasks => tasks(code),
        Code::Percentage
        | Code::Parts
        | Code::PartAboveWhole
        | Code::WholesDiffer
        | Code::ToldDifferently
        | Code::SaidDifferently
        | Code::TextAgainstTable
        | Code::OutOf => figures(code),
        Code::NamedTwice
        | Code::NamedCount
        | Code::NotDoneAgain
        | Code::PhaseMembers
        | Code::RowSum
        | Code::TableSum
        | Code::Ranks => lists(code),
        Code::ReturnsReceived
        | Code::ReturnsUnfit
        | Code::FigureWithoutReturn
        | Code::BlankRow
        | Code::RemarkAgainstHeading
        | Code::FewerThan2016
        | Code::Not2016PlusBuilt
        | Code::BuiltMoreThanNow
        | Code::DossiersWithoutServices => services(code),
    };
    Shape { heading, what, one, other }
}

type Parts = (Phrase, Phrase, [Phrase; 2]);

/// What the values themselves name.
const SUBJECT: Phrase = say("{subject}", "{subject}");

/// Both sides put together from a list of places and values.
const SIDES: [Phrase; 2] = [say("{one}", "{one}"), say("{other}", "{other}")];

const fn say(vi: &'static str, en: &'static str) -> Phrase {
    Phrase { vi, en }
}

fn tasks(code: Code) -> Parts {
    match code {
        Code::TableAgainstAnnex => (
            say(
                "Bảng số nhiệm vụ khác phụ lục của cùng báo cáo",
                "The table of tasks is not the annex of the same report",
            ),
            say("{subject}, nhiệm vụ được giao", "{subject}, assigned tasks"),
            [say("{place1} ghi {one}", "{place1} says {one}"), say("{range} ghi {other}", "{range} says {other}")],
        ),
        Code::AssignedMoved => (
            say("Số nhiệm vụ được giao khác nhau giữa hai báo cáo", "Assigned tasks differ between two reports"),
            say("{subject}, số nhiệm vụ được giao", "{subject}, assigned tasks"),
            [
                say("{place1} ghi {v1}", "{place1} says {v1}"),
                say("{place2} ghi {v2}{swap}", "{place2} says {v2}{swap}"),
            ],
        ),
        Code::AssignedTotal => (
            say("Tổng số nhiệm vụ được giao không thống nhất", "The number of assigned tasks is not one"),
            SUBJECT,
            SIDES,
        ),
        Code::CompletedTotal => (
            say("Tổng số nhiệm vụ đã hoàn thành không thống nhất", "The number of completed tasks is not one"),
            SUBJECT,
            SIDES,
        ),
        Code::CentralTotal => (
            say(
                "Số ghi cho các bộ, ngành Trung ương không phải của riêng các bộ, ngành",
                "A number said of central agencies is not that of their rows",
            ),
            say("{subject}, của các bộ, ngành Trung ương", "{subject}, of the central agencies"),
            [
                say("{place1} ghi {sentence}", "{place1} says {sentence}"),
                say(
                    "{table2} chỉ có {table, central agencies} của các bộ, ngành, {table, with the cities} khi tính cả thành phố",
                    "{table2} has {table, central agencies} for them, and {table, with the cities} with the cities",
                ),
            ],
        ),
        _ => (
            say(
                "Số cơ quan theo mức độ hoàn thành không thống nhất",
                "The number of agencies by completed tasks is not one",
            ),
            SUBJECT,
            SIDES,
        ),
    }
}

fn figures(code: Code) -> Parts {
    match code {
        Code::Percentage => (
            say("Tỷ lệ phần trăm không khớp với số liệu", "A percentage does not fit its numbers"),
            SUBJECT,
            [
                say("{place1} ghi {printed}", "{place1} says {printed}"),
                say("{part} trên {whole} là {rounded}", "{part} of {whole} is {rounded}"),
            ],
        ),
        Code::Parts => (
            say("Các phần cộng lại không bằng tổng", "Parts do not add up to their total"),
            SUBJECT,
            [
                say("{place1} ghi tổng số {total}", "{place1} says {total} in all"),
                say("{parts} = {their sum}", "{parts} = {their sum}"),
            ],
        ),
        Code::PartAboveWhole => (
            say("Một phần lớn hơn toàn bộ", "A part is more than its whole"),
            SUBJECT,
            [
                say("{place1} ghi {part}", "{place1} says {part}"),
                say("chính câu đó ghi toàn bộ là {whole}", "the same sentence gives {whole} for the whole"),
            ],
        ),
        Code::WholesDiffer => (
            say(
                "Các tỷ lệ của cùng một tổng dẫn đến những tổng khác nhau",
                "Percentages of one whole lead to different wholes",
            ),
            SUBJECT,
            [
                say(
                    "{place1} ghi {v1} bằng {v2}, tức tổng số {v3}",
                    "{place1} says {v1} is {v2}, so the whole is {v3}",
                ),
                say(
                    "{place2} ghi {v4} bằng {v5}, tức tổng số {v6}",
                    "{place2} says {v4} is {v5}, so the whole is {v6}",
                ),
            ],
        ),
        Code::ToldDifferently => {
            (say("Cùng một số liệu, ghi khác nhau", "One figure is told in two ways"), SUBJECT, SIDES)
        }
        Code::SaidDifferently => {
            (say("Cùng một việc, nói khác nhau", "One matter is told in two ways"), SUBJECT, SIDES)
        }
        Code::TextAgainstTable => (
            say("Phần lời khác bảng số liệu", "The text is not the table"),
            SUBJECT,
            [say("{place1} ghi {text}", "{place1} says {text}"), say("{place2} ghi {table}", "{place2} says {table}")],
        ),
        _ => (
            say("Mẫu số khác số cơ quan được nêu tên", "“Out of n” is not the number of agencies named"),
            SUBJECT,
            [
                say("{places} tính trên {out of}", "{places} count out of {out of}"),
                say(
                    "các văn bản nêu tên {agencies that the documents name} cơ quan",
                    "the documents name {agencies that the documents name}",
                ),
            ],
        ),
    }
}

fn lists(code: Code) -> Parts {
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
                say("in {one}", "they are printed as {one}"),
                say("theo số liệu là {other}", "by the figures they are {other}"),
            ],
        ),
    }
}

fn services(code: Code) -> Parts {
    match code {
        Code::ReturnsReceived => (
            say("Số báo cáo nhận được không thống nhất", "The number of returns received is not one"),
            SUBJECT,
            [
                say("{place1} ghi {sentence}", "{place1} says {sentence}"),
                say(
                    "{table2} có {rows that show one} dòng nhận được báo cáo; chưa nhận được là {rows that say none came}",
                    "{table2} has {rows that show one} rows with one; none came from {rows that say none came}",
                ),
            ],
        ),
        Code::ReturnsUnfit => (
            say("Số báo cáo không dùng được không thống nhất", "The number of unfit returns is not one"),
            SUBJECT,
            [
                say("{place1} ghi {sentence}", "{place1} says {sentence}"),
                say(
                    "{table2} có {rows that came without a figure} dòng không có số liệu: {those rows}",
                    "{table2} has {rows that came without a figure} rows without a figure: {those rows}",
                ),
            ],
        ),
        Code::FigureWithoutReturn => (
            say(
                "Có số liệu của cơ quan được ghi là chưa gửi báo cáo",
                "A figure is told of an agency whose return had not come",
            ),
            SUBJECT,
            [
                say("{place1} ghi “{remark}”", "{place1} says “{remark}”"),
                say("{place2} ghi “{text}”", "{place2} says “{text}”"),
            ],
        ),
        Code::BlankRow => (
            say(
                "Phần lời có số liệu, dòng của cơ quan lại để trống",
                "The text tells a figure, but the agency's row has none",
            ),
            SUBJECT,
            [
                say("{place1} ghi “{text}”", "{place1} says “{text}”"),
                say(
                    "{place2} không có số nào, ghi chú “{remark}”",
                    "{place2} has no number, with the remark “{remark}”",
                ),
            ],
        ),
        Code::RemarkAgainstHeading => (
            say(
                "Ghi chú nói số liệu khác loại với tên cột",
                "Remarks say that figures are of another kind than their column",
            ),
            SUBJECT,
            [
                say(
                    "cột của {table1} là dịch vụ xây dựng, triển khai năm 2017",
                    "the column of {table1} is of services built in 2017",
                ),
                say(
                    "{rows} dòng ghi chú “{remark}”: {those rows}",
                    "{rows} rows have the remark “{remark}”: {those rows}",
                ),
            ],
        ),
        Code::FewerThan2016 => (
            say("Hiện có ít dịch vụ hơn năm 2016", "Fewer services now than in 2016"),
            say("{subject}, dịch vụ mức độ 3 và 4", "{subject}, services at level 3 and 4"),
            [
                say("{place1} ghi {2016}{one}", "{place1} says {2016}{one}"),
                say("{last} ghi {now}{other}", "{last} says {now}{other}"),
            ],
        ),
        Code::Not2016PlusBuilt => (
            say(
                "Số năm 2016 cộng số xây dựng năm 2017 không bằng số hiện có",
                "The services of 2016 and those built in 2017 are not those of now",
            ),
            say("{subject}, dịch vụ mức độ 3 và 4", "{subject}, services at level 3 and 4"),
            [
                say(
                    "{place1} ghi {2016}, {place2} ghi xây dựng {built in 2017}, cộng là {sum}",
                    "{place1} says {2016} and {place2} says {built in 2017} built, {sum} in all",
                ),
                say("{last} ghi hiện có {now}", "{last} says {now} now"),
            ],
        ),
        Code::BuiltMoreThanNow => (
            say("Số xây dựng trong năm nhiều hơn số hiện có", "More services built in the year than there are now"),
            say("{subject}, dịch vụ", "{subject}, services"),
            [
                say(
                    "{place1} ghi xây dựng {built in 2017} trong năm 2017",
                    "{place1} says {built in 2017} built in 2017",
                ),
                say("{place2} ghi hiện có {now}", "{place2} says {now} now"),
            ],
        ),
        _ => (
            say(
                "Có hồ sơ trực tuyến mà không có dịch vụ",
                "Dossiers were received online, but no online service is printed",
            ),
            SUBJECT,
            [
                say("{place1} ghi {dossiers} hồ sơ", "{place1} says {dossiers} dossiers"),
                say(
                    "các cột dịch vụ của dòng đó ghi “{services}”",
                    "the columns of services in that row say “{services}”",
                ),
            ],
        ),
    }
}
