//! Services and dossiers.

use super::{Code, Parts, SUBJECT, say};

pub(super) fn services(code: Code) -> Parts {
    match code {
        Code::ReturnsReceived => (
            say("Số báo cáo nhận được không thống nhất", "The number of returns received differs"),
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
            say("Số báo cáo không dùng được không thống nhất", "The number of unfit returns differs"),
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
                    "{place1} ghi {2016}; {place2} ghi xây dựng {built in 2017}; cộng là {sum}",
                    "{place1} says {2016}; {place2} says {built in 2017} built; {sum} in all",
                ),
                say("{last} ghi hiện có {now}", "{last} says {now} now"),
            ],
        ),
        Code::BuiltMoreThanNow => (
            say("Số xây dựng trong năm nhiều hơn số hiện có", "More services built in the year than there are now"),
            SUBJECT,
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
