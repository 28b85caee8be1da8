use super::{Language, Phrase, say};
use crate::collect::{Table, TableKind};
use crate::export::Heading;

/// What stands over a column: its own words, and those over its group where it is in one.
#[derive(Clone, Copy)]
struct Over {
    group: Option<Phrase>,
    own: Phrase,
}

/// The headings of a table, in one row, or in two where columns form groups.
pub fn table_headings(table: &Table, language: Language) -> Vec<Vec<Heading>> {
    let over: Vec<Over> = table.columns.iter().map(|column| over(table.kind, column)).collect();
    if over.iter().all(|one| one.group.is_none()) {
        return vec![over.iter().map(|one| Heading::one(one.own.text(language))).collect()];
    }
    let runs = over.chunk_by(|left, right| left.group.is_some() && left.group == right.group);
    let upper = runs.filter_map(|run| {
        let first = run.first()?;
        Some(match first.group {
            Some(group) => Heading::across(group.text(language), u16::try_from(run.len()).unwrap_or(u16::MAX)),
            None => Heading::down(first.own.text(language), 2),
        })
    });
    let lower = over.iter().filter(|one| one.group.is_some()).map(|one| Heading::one(one.own.text(language)));
    vec![upper.collect(), lower.collect()]
}

fn over(kind: TableKind, column: &str) -> Over {
    let (group, own) = match kind {
        TableKind::GeneralTasks => general_tasks(column),
        TableKind::TaskCounts => task_counts(column),
        TableKind::ServicesCentral | TableKind::ServicesLocal => services(column),
        TableKind::RankingCentral | TableKind::RankingLocal => (None, ranking(kind, column)),
        TableKind::AgainstPrevious | TableKind::AgainstBaseline => compared(kind, column),
        TableKind::Tasks | TableKind::Difficulties | TableKind::Missing => (None, alone(column)),
    };
    let own = match kind {
        TableKind::ServicesCentral if column == "agency" => say("Bộ, ngành", "Central agency"),
        TableKind::ServicesLocal if column == "agency" => say("Tỉnh/Thành phố", "Province or city"),
        _ => own,
    };
    Over { group, own }
}

/// The words over a column's group, and its own.
type Words = (Option<Phrase>, Phrase);

const LEVEL3: Phrase = say("Mức độ 3", "Level 3");
const LEVEL4: Phrase = say("Mức độ 4", "Level 4");

/// Columns that mean the same in every table.
fn alone(column: &str) -> Phrase {
    match column {
        "no" => say("STT", "No."),
        "agency" => say("Cơ quan", "Agency"),
        "deadline" => say("Thời hạn", "Deadline"),
        "remark" => say("Ghi chú", "Remark"),
        "number" => say("Số", "Number"),
        "task" => say("Nhiệm vụ", "Task"),
        "status" => say("Tình trạng", "Status"),
        "progress" => say("Kết quả thực hiện", "What was done"),
        "obstacle" | "difficulties" => say("Khó khăn, vướng mắc", "Difficulties"),
        "new-deadline" => say("Dự kiến hoàn thành", "Expected completion"),
        "proposals" => say("Đề xuất, kiến nghị", "Proposals"),
        "list" => say("Khối", "List"),
        "reason" => say("Lý do", "Reason"),
        _ => say("", ""),
    }
}

fn general_tasks(column: &str) -> Words {
    let central = say("Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Central agencies");
    let local = say("Tỉnh, thành phố trực thuộc Trung ương", "Provinces and cities");
    let (done, owed) = (say("Đã thực hiện", "Done"), say("Phải thực hiện", "Owed by"));
    match column {
        "general-task" => (None, say("Nhiệm vụ chung", "General task")),
        "central-done" => (Some(central), done),
        "central-owed" => (Some(central), owed),
        "local-done" => (Some(local), done),
        "local-owed" => (Some(local), owed),
        "not-done" => (None, say("Cơ quan chưa thực hiện", "Not done by")),
        "exempt" => (None, say("Cơ quan đặc thù", "Special agencies")),
        "not-reported" => (None, say("Chưa nhận được báo cáo", "No return received")),
        _ => (None, alone(column)),
    }
}

fn task_counts(column: &str) -> Words {
    let of_these = Some(say("Trong số đang triển khai", "Of those in progress"));
    match column {
        "assigned" => (None, say("Số nhiệm vụ cụ thể được giao", "Tasks assigned")),
        "completed" => (None, say("Số nhiệm vụ đã hoàn thành", "Completed")),
        "in-progress" => (None, say("Số nhiệm vụ đang triển khai", "In progress")),
        "not-started" => (of_these, say("Chưa triển khai", "Not started")),
        "waiting" => (of_these, say("Chờ cơ quan chủ trì", "Waiting on the lead agency")),
        "share-completed" => (None, say("Tỷ lệ hoàn thành", "Share completed")),
        _ => (None, alone(column)),
    }
}

fn services(column: &str) -> Words {
    let level = if column.contains('3') { LEVEL3 } else { LEVEL4 };
    let (what, time) = column.split_once('-').unwrap_or((column, ""));
    let group = match (what.trim_end_matches(['3', '4']), time) {
        ("level", _) => say("Số lượng DVCTT mức độ 3, 4 hiện tại", "Services at level 3 and 4 now"),
        ("built", "quarter") => say("Số lượng DVCTT xây dựng, triển khai trong quý", "Services built in the quarter"),
        ("built", _) => say("Số lượng DVCTT xây dựng, triển khai từ đầu năm", "Services built since 1 January"),
        ("received", "quarter") => {
            say("Số lượng hồ sơ tiếp nhận trực tuyến trong quý", "Dossiers received online in the quarter")
        }
        ("received", _) => {
            say("Số lượng hồ sơ tiếp nhận trực tuyến từ đầu năm", "Dossiers received online since 1 January")
        }
        ("resolved", "quarter") => {
            say("Số lượng hồ sơ giải quyết trực tuyến trong quý", "Dossiers resolved online in the quarter")
        }
        ("resolved", _) => {
            say("Số lượng hồ sơ giải quyết trực tuyến từ đầu năm", "Dossiers resolved online since 1 January")
        }
        _ => return (None, alone(column)),
    };
    (Some(group), level)
}

fn ranking(kind: TableKind, column: &str) -> Phrase {
    let local = kind == TableKind::RankingLocal;
    match column {
        "rank" => say("Thứ hạng", "Rank"),
        "agency" if local => say("Tỉnh, thành phố", "Province or city"),
        "agency" => say("Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Central agency"),
        "level3" if local => say("Số lượng DVCTT mức độ 3", "Services at level 3"),
        "level4" if local => say("Số lượng DVCTT mức độ 4", "Services at level 4"),
        "level3" => LEVEL3,
        "level4" => LEVEL4,
        "services" => say("Tổng cộng", "Total"),
        _ => alone(column),
    }
}

fn compared(kind: TableKind, column: &str) -> Words {
    let (measure, time) = column.rsplit_once('-').unwrap_or((column, ""));
    let group = match measure {
        "services" => say("DVCTT mức độ 3 và 4", "Services at level 3 and 4"),
        "completed" => say("Nhiệm vụ đã hoàn thành", "Tasks completed"),
        "dossiers" => say("Hồ sơ tiếp nhận trực tuyến trong quý", "Dossiers received online in the quarter"),
        "level3" => say("DVCTT mức độ 3", "Services at level 3"),
        "level4" => say("DVCTT mức độ 4", "Services at level 4"),
        _ => return (None, alone(column)),
    };
    let own = match (time, kind) {
        ("then", _) => say("Quý trước", "Quarter before"),
        ("2016", _) => say("Năm 2016", "2016"),
        ("now", TableKind::AgainstPrevious) => say("Quý này", "This quarter"),
        ("now", _) => say("Hiện nay", "Now"),
        _ => say("Tăng, giảm", "Change"),
    };
    (Some(group), own)
}
