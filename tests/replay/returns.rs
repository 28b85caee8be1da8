//! Returns as the documents print them: what no document prints stays blank, what is printed in a way that gives no number is
//! no data, with the printed cell as its reason.

use return36a::quarterly::{Answer, CountAnswer, Return, Start, blank};
use return36a::registry::{AgencyId, CountId, Period, PrintedServices2017, Registry};

/// Counts that annex I of 314/BC-VPCP has no column for.
const NOT_ASKED: [&str; 3] = ["procedures", "level1", "level2"];

/// Statuses that say nothing more.
const BARE: [&str; 4] = ["Đã hoàn thành", "Đã thực hiện", "Đã triển khai", "Đang triển khai"];

/// The columns of annex I: the count, its cell when level 3 and 4 stand apart, and when they are merged.
const COLUMNS: [(&str, &str, &str); 6] = [
    ("level3", "current3", "current"),
    ("level4", "current4", "current"),
    ("built3", "built3", "built"),
    ("built4", "built4", "built"),
    ("received3", "dossiers3", "dossiers"),
    ("received4", "dossiers4", "dossiers"),
];

fn blank_for(registry: &Registry, agency: &AgencyId, period: Period) -> Return {
    blank(registry, "", &Start { agency: agency.clone(), period, random: [0; 16] })
}

/// The return of quarter II/2017 with the statuses of annex I of 7242/BC-VPCP, and what they say beyond a status as progress.
pub fn of_annex_1(registry: &Registry, agency: &AgencyId) -> Return {
    let mut content = blank_for(registry, agency, "2017-Q2".parse().unwrap());
    for task in registry.tasks_of(agency) {
        let answer = content.tasks.get_mut(&task.number).unwrap();
        answer.status = Some(task.status);
        if !BARE.contains(&task.status_printed.as_str()) {
            answer.progress.clone_from(&task.status_printed);
        }
    }
    content
}

/// The return of quarter IV/2017 with the row of annex I of 314/BC-VPCP.
pub fn of_services_2017(registry: &Registry, row: &PrintedServices2017) -> Return {
    let mut content = blank_for(registry, &row.agency, "2017-Q4".parse().unwrap());
    let span = if row.remark.starts_with("Quý IV/2017") { "quarter" } else { "year" };
    for (id, apart, together) in COLUMNS {
        let count = if id.starts_with("level") { id.to_owned() } else { format!("{id}-{span}") };
        set(&mut content, &count, cell(row, apart, together));
    }
    for id in NOT_ASKED {
        set(&mut content, id, no_data("Phụ lục I không có cột này"));
    }
    for (id, count) in &mut content.services {
        if count.answer.is_none() {
            count.answer = Some(no_data(if id.as_str().contains("quarter") && span == "year" {
                "Phụ lục I in số liệu cả năm"
            } else {
                "Phụ lục I không có số liệu này"
            }));
        }
    }
    if let Some(count) = content.services.get_mut("level3") {
        count.remark.clone_from(&row.remark);
    }
    content
}

fn set(content: &mut Return, id: &str, answer: Answer) {
    let count: &mut CountAnswer = content.services.get_mut(&CountId::from(id)).unwrap();
    count.answer = Some(answer);
}

fn cell(row: &PrintedServices2017, apart: &str, together: &str) -> Answer {
    match row.values.get(apart) {
        Some(number) => Answer::from_number(*number),
        None if row.values.contains_key(together) => no_data("Phụ lục I in gộp mức độ 3 và 4"),
        None if row.doubt.is_empty() => no_data("Phụ lục I in dấu “-”"),
        None => no_data(&format!("Phụ lục I in: {}", row.cells.join(" | "))),
    }
}

fn no_data(reason: &str) -> Answer {
    Answer::NoData(reason.to_owned())
}
