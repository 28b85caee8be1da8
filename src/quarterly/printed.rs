//! Returns as the documents print them: what no document prints stays blank, what is printed in a way that gives no number is
//! no data, with the printed cell as its reason. They are the samples that a newcomer tries, and what the rules are tried on.

use super::blank::{Start, blank};
use super::model::{Answer, Return};
use crate::registry::{AgencyId, AssignedTask, CountId, Period, PrintedServices2017, Registry, TaskStatus, Tier};

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

/// What annex I of 7242/BC-VPCP speaks of.
const TASKS: Period = Period::of(2017, 2);
/// What tables 4 and 7 of its annex II speak of.
const SERVICES_2016: Period = Period::of(2016, 4);
/// What annex I of 314/BC-VPCP speaks of.
const SERVICES_2017: Period = Period::of(2017, 4);

fn blank_for(registry: &Registry, agency: &AgencyId, period: Period) -> Return {
    blank(registry, "", &Start { agency: agency.clone(), period, random: [0; 16] })
}

/// The returns of which enough is printed to be tried as samples, in the order of agencies: of quarter II/2017 those of annex I of
/// 7242/BC-VPCP, of quarter IV/2017 those of annex I of 314/BC-VPCP that came.
pub fn samples(registry: &Registry) -> Vec<(AgencyId, Period)> {
    let known = |period: Period| registry.period(period).is_some();
    let agencies = [Tier::Central, Tier::Local].into_iter().flat_map(|tier| registry.agencies_in_order(tier));
    let of = |agency: &AgencyId| {
        let tasks = !registry.tasks_of(agency).is_empty();
        let services = registry.printed.services_2017.iter().any(|row| row.agency == *agency && row.received);
        [(tasks, TASKS), (services, SERVICES_2017)]
    };
    agencies
        .flat_map(|agency| of(&agency.id).map(|(has, period)| (has && known(period), agency.id.clone(), period)))
        .filter(|(has, ..)| *has)
        .map(|(_, agency, period)| (agency, period))
        .collect()
}

/// The sample of this agency and quarter, a return as the documents print it.
pub fn sample(registry: &Registry, agency: &AgencyId, period: Period) -> Option<Return> {
    if !samples(registry).contains(&(agency.clone(), period)) {
        return None;
    }
    if period == TASKS {
        return Some(of_annex_1(registry, agency));
    }
    let row = registry.printed.services_2017.iter().find(|row| row.agency == *agency)?;
    Some(of_services_2017(registry, row))
}

/// The return of quarter II/2017 with the statuses of annex I of 7242/BC-VPCP, and what they say beyond a status as progress.
pub fn of_annex_1(registry: &Registry, agency: &AgencyId) -> Return {
    let mut content = blank_for(registry, agency, TASKS);
    for task in registry.tasks_of(agency) {
        let Some(answer) = content.tasks.get_mut(&task.number) else { continue };
        answer.status = Some(task.status);
        if !BARE.contains(&task.status_printed.as_str()) {
            answer.progress.clone_from(&task.status_printed);
        }
    }
    content
}

/// The return of quarter IV/2016 with the agency's row of table 4 or 7 of annex II of 7242/BC-VPCP: its services at level
/// 3 and 4. Both are no data where the row has words in place of numbers, and where no row names the agency.
pub fn of_services_2016(registry: &Registry, agency: &AgencyId) -> Return {
    let mut content = blank_for(registry, agency, SERVICES_2016);
    for count in content.services.values_mut() {
        count.answer = Some(no_data("Phụ lục II không có số liệu này"));
    }
    let Some(row) = registry.services_2016_of(agency) else { return content };
    let printed = row.printed.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" | ");
    for (id, number) in [("level3", row.level3), ("level4", row.level4)] {
        let answer = number.map_or_else(|| no_data(&format!("Phụ lục II in: {printed}")), Answer::from_number);
        set(&mut content, id, answer);
    }
    content
}

/// The agency's return with so many of its assigned tasks completed as part 1.b of 7242/BC-VPCP (quarter II/2017) or part
/// II.1 of 314/BC-VPCP (quarter IV/2017) prints; none completed more than annex I says where no row names it.
///
/// Those parts print how many are completed and not which. So the tasks that annex I of 7242/BC-VPCP tells as completed
/// stay so, and then, in the annex's order, as many more are taken as are printed; the rest stand as in the annex.
///
/// The rows also print how many tasks are assigned and in progress. For four agencies the annex lists another number
/// (quarter IV: Bộ Xây dựng 4 and not 5, Bộ Tư pháp 6 and not 5, Hà Nội 3 and not 2, Hồ Chí Minh City 2 and not 3). No
/// task is made up or dropped for it: a return has the registry's tasks, the completed ones are as many as printed, and
/// the difference stands with those that are not completed.
pub fn of_task_counts(registry: &Registry, agency: &AgencyId, period: Period) -> Return {
    let mut content = blank_for(registry, agency, period);
    let tasks = registry.tasks_of(agency);
    let is_completed = |task: &&&AssignedTask| task.status == TaskStatus::Completed;
    let printed = registry.task_count_of(agency, period).map_or(0, |row| row.completed);
    let missing = usize::try_from(printed).unwrap_or(0).saturating_sub(tasks.iter().filter(is_completed).count());
    let also = tasks.iter().filter(|task| !is_completed(task)).take(missing).map(|task| (task, TaskStatus::Completed));
    for (task, status) in tasks.iter().map(|task| (task, task.status)).chain(also) {
        if let Some(answer) = content.tasks.get_mut(&task.number) {
            answer.status = Some(status);
        }
    }
    content
}

/// The return of quarter IV/2017 with the row of annex I of 314/BC-VPCP.
pub fn of_services_2017(registry: &Registry, row: &PrintedServices2017) -> Return {
    let mut content = blank_for(registry, &row.agency, SERVICES_2017);
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
    if let Some(count) = content.services.get_mut(&CountId::from(id)) {
        count.answer = Some(answer);
    }
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
