//! Assigned tasks.

use super::{Code, Parts, SIDES, SUBJECT, say};

pub(super) fn tasks(code: Code) -> Parts {
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
        Code::AssignedTotal => {
            (say("Tổng số nhiệm vụ được giao không thống nhất", "The number of assigned tasks differs"), SUBJECT, SIDES)
        }
        Code::CompletedTotal => (
            say("Tổng số nhiệm vụ đã hoàn thành không thống nhất", "The number of completed tasks differs"),
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
                    "bảng ở {table2} chỉ có {table, central agencies} của các bộ, ngành, {table, with the cities} khi tính cả thành phố",
                    "the table in {table2} has {table, central agencies} for them, and {table, with the cities} with the cities",
                ),
            ],
        ),
        _ => (
            say(
                "Số cơ quan theo mức độ hoàn thành không thống nhất",
                "The number of agencies by completed tasks differs",
            ),
            SUBJECT,
            SIDES,
        ),
    }
}
