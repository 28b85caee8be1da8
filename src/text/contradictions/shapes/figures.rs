//! Single figures.

use super::{Code, Parts, SIDES, SUBJECT, say};

pub(super) fn figures(code: Code) -> Parts {
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
