//! General tasks: how many have done each, who has not, who is exempt, who has not reported (7242/BC-VPCP, parts 1.a, 2.a
//! and 2.b).

use crate::collect::figure::number;
use crate::collect::{Cell, Collected, Place, Rests, Row, Table, TableKind, Value};
use crate::quarterly::GeneralStatus;
use crate::registry::{Agency, GeneralTask, Tier};

const COLUMNS: [&str; 10] = [
    "no",
    "general-task",
    "deadline",
    "central-done",
    "central-owed",
    "local-done",
    "local-owed",
    "not-done",
    "exempt",
    "not-reported",
];

/// How an agency stands to a task that it owes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Done,
    NotDone,
    Exempt,
    NotReported,
}

/// One agency that owes the task.
struct Owing<'a> {
    agency: &'a Agency,
    stand: Stand,
    place: Option<Place>,
}

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let agencies = collected.everyone();
    let tasks = collected.registry.general_task.iter();
    let owed = tasks.map(|task| (task, owing(collected, task, &agencies))).filter(|(_, owing)| !owing.is_empty());
    let rows = owed.enumerate().map(|(before, (task, owing))| row(before, task, &owing)).collect();
    Table { kind: TableKind::GeneralTasks, columns: COLUMNS.to_vec(), rows }
}

/// The agencies that report on the task in this quarter, in the order given.
fn owing<'a>(collected: &Collected<'_>, task: &GeneralTask, agencies: &[&'a Agency]) -> Vec<Owing<'a>> {
    let asked = |agency: &&&Agency| {
        let owed = collected.registry.general_tasks_of(&agency.id, collected.period);
        owed.iter().any(|owed| owed.id == task.id)
    };
    agencies.iter().filter(asked).map(|agency| owing_one(collected, task, agency)).collect()
}

fn owing_one<'a>(collected: &Collected<'_>, task: &GeneralTask, agency: &'a Agency) -> Owing<'a> {
    let answered = collected.now(&agency.id).and_then(|content| {
        let status = content.general_tasks.get(&task.id)?.status?;
        Some((status, Place::of(content, format!("/general_tasks/{}/status", task.id))))
    });
    let stand = match answered.as_ref().map(|(status, _)| *status) {
        Some(GeneralStatus::Done) => Stand::Done,
        Some(GeneralStatus::Exempt) => Stand::Exempt,
        // What a document excepts is not owing, whatever else is said of it.
        _ if task.is_exempt(&agency.id) => Stand::Exempt,
        Some(GeneralStatus::InProgress | GeneralStatus::NotStarted) => Stand::NotDone,
        None => Stand::NotReported,
    };
    Owing { agency, stand, place: answered.map(|(_, place)| place) }
}

fn row(before: usize, task: &GeneralTask, owing: &[Owing<'_>]) -> Row {
    let deadline = match task.deadline_printed.as_str() {
        "" => Value::Blank,
        printed => Value::Text(printed.to_owned()),
    };
    let mut cells = vec![
        Cell::bare(Value::Number(number(before + 1))),
        Cell::bare(Value::GeneralTask(task.id.clone())),
        Cell::bare(deadline),
    ];
    cells.extend([Tier::Central, Tier::Local].into_iter().flat_map(|tier| done_of_owed(tier, owing)));
    cells.extend([Stand::NotDone, Stand::Exempt, Stand::NotReported].map(|stand| who(stand, owing)));
    Row::plain(cells)
}

/// How many of a list have done it, and how many owe it, the exempt among them as the reports count: `26/30`.
fn done_of_owed(tier: Tier, owing: &[Owing<'_>]) -> [Cell; 2] {
    let of: Vec<&Owing<'_>> = owing.iter().filter(|one| one.agency.tier() == tier).collect();
    if of.is_empty() {
        return [Cell::bare(Value::Blank), Cell::bare(Value::Blank)];
    }
    let answered = of.iter().filter(|one| one.place.is_some()).count();
    let done = of.iter().filter(|one| one.stand == Stand::Done).count();
    let value = if answered == 0 { Value::NoData } else { Value::Number(number(done)) };
    let behind = of.iter().filter_map(|one| one.place.clone()).collect();
    let done = Cell { value, behind, rests: Some(Rests { on: answered, of: of.len() }) };
    [done, Cell::bare(Value::Number(number(of.len())))]
}

fn who(stand: Stand, owing: &[Owing<'_>]) -> Cell {
    let those: Vec<&Owing<'_>> = owing.iter().filter(|one| one.stand == stand).collect();
    if those.is_empty() {
        return Cell::bare(Value::Blank);
    }
    let agencies = those.iter().map(|one| one.agency.id.clone()).collect();
    Cell::with(Value::Agencies(agencies), those.iter().filter_map(|one| one.place.clone()).collect())
}
