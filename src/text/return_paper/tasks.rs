//! General and assigned tasks.

use super::rows::{Detail, place, table};
use super::{Kind, Sheets, VI};
use crate::export::{Align, Block, SheetCell};
use crate::quarterly::{GeneralAnswer, GeneralStatus, TaskAnswer, Units};
use crate::registry::{AssignedTask, GeneralTask, TaskStatus};
use crate::text::{general_status_name, label, task_status_name, unit_name};
use crate::vietnamese::{Date, Decimal};

const COLUMNS: [(&str, u16, Align); 5] = [
    ("TT", 5, Align::Centre),
    ("Nhiệm vụ", 28, Align::Text),
    ("Thời hạn", 12, Align::Centre),
    ("Tình trạng", 18, Align::Text),
    ("Kết quả, căn cứ, vướng mắc", 33, Align::Text),
];
const NO_DEADLINE: &str = "–";

fn name(field: &str) -> &'static str {
    label(&format!("/tasks/0/{field}")).text(VI)
}

fn day(day: Option<Date>) -> String {
    day.map(Date::vietnamese).unwrap_or_default()
}

fn deadline(day: Option<Date>) -> SheetCell {
    day.map_or_else(|| SheetCell::text(NO_DEADLINE), SheetCell::Date)
}

impl Sheets<'_> {
    pub(super) fn general_tasks(&self) -> Vec<Block> {
        let content = self.of.content;
        let asked = self.of.registry.general_tasks_of(&content.agency, content.period);
        let mut rows: Vec<Vec<SheetCell>> = Vec::new();
        for (id, answer) in asked.iter().filter_map(|task| content.general_tasks.get_key_value(&task.id)) {
            rows.push(self.general_task(rows.len(), self.of.registry.general_task(id), id.as_str(), answer));
        }
        // Under another registry, what it does not know is shown by its id.
        let strange = content.general_tasks.iter().filter(|(id, _)| !asked.iter().any(|task| task.id == **id));
        for (id, answer) in strange {
            rows.push(self.general_task(rows.len(), self.of.registry.general_task(id), id.as_str(), answer));
        }
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(table(&COLUMNS, rows))] }
    }

    fn general_task(&self, at: usize, task: Option<&GeneralTask>, id: &str, of: &GeneralAnswer) -> Vec<SheetCell> {
        let agency = &self.of.content.agency;
        let due = task.zip(self.of.registry.agency(agency)).and_then(|(task, agency)| task.deadline_for(agency));
        let exempt = task.is_some_and(|task| task.is_exempt(agency));
        let offered: Vec<GeneralStatus> =
            GeneralStatus::ALL.into_iter().filter(|status| *status != GeneralStatus::Exempt || exempt).collect();
        let status = self.choice(&offered, of.status, |status| general_status_name(status, VI));
        let text = task.map_or(id, |task| task.text.text(VI));
        let details = self.details(self.general_details(of));
        vec![place(at), SheetCell::text(text), deadline(due), SheetCell::text(status), details]
    }

    fn general_details(&self, of: &GeneralAnswer) -> Vec<Detail> {
        let done = of.status == Some(GeneralStatus::Done);
        let left = matches!(of.status, Some(GeneralStatus::InProgress | GeneralStatus::NotStarted));
        let mut lines = vec![
            Detail::new(name("date"), day(of.date), done),
            Detail::new(name("document_number"), of.document_number.as_str(), done),
        ];
        lines.extend(of.units.iter().flat_map(|units| self.units(units, done || left)));
        lines.extend([
            Detail::new(name("obstacle"), of.obstacle.as_str(), left),
            Detail::new(name("new_deadline"), day(of.new_deadline), left),
            Detail::new(name("remark"), of.remark.as_str(), false),
        ]);
        lines
    }

    /// `Sở, ban, ngành: đã kết nối 12, tổng số 20`.
    fn units(&self, units: &Units, wanted: bool) -> Vec<Detail> {
        let line = |(tier, count): (&str, &crate::quarterly::UnitCount)| {
            let any = count.connected.is_some() || count.total.is_some();
            let sides = [("connected", &count.connected), ("total", &count.total)];
            let sides = sides
                .map(|(side, answer)| format!("{} {}", name(side).to_lowercase(), self.count_words(answer.as_ref())));
            let shown = any || wanted || self.kind == Kind::Form;
            Detail::new(unit_name(tier, VI), if shown { sides.join(", ") } else { String::new() }, wanted)
        };
        units.tiers().into_iter().map(line).collect()
    }

    pub(super) fn tasks(&self) -> Vec<Block> {
        let content = self.of.content;
        let known = self.of.registry.tasks_of(&content.agency);
        let mut rows: Vec<Vec<SheetCell>> = Vec::new();
        for (task, answer) in known.iter().filter_map(|task| Some((*task, content.tasks.get(&task.number)?))) {
            rows.push(self.task(Some(task), task.number.as_str(), answer));
        }
        let strange = content.tasks.iter().filter(|(number, _)| !known.iter().any(|task| task.number == **number));
        rows.extend(strange.map(|(number, answer)| self.task(self.of.registry.task(number), number.as_str(), answer)));
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(table(&COLUMNS, rows))] }
    }

    fn task(&self, task: Option<&AssignedTask>, number: &str, of: &TaskAnswer) -> Vec<SheetCell> {
        let status = self.choice(&TaskStatus::ALL, of.status, |status| task_status_name(status, VI));
        let text = task.map(|task| task.text.as_str()).unwrap_or_default();
        let details = self.details(task_details(of));
        let due = deadline(task.and_then(|task| task.deadline));
        vec![SheetCell::text(number), SheetCell::text(text), due, SheetCell::text(status), details]
    }
}

fn task_details(of: &TaskAnswer) -> Vec<Detail> {
    let is = |status: TaskStatus| of.status == Some(status);
    let done = is(TaskStatus::Completed);
    let left = of.status.is_some() && !done;
    vec![
        Detail::new(name("completed_on"), day(of.completed_on), done),
        Detail::new(name("evidence"), of.evidence.as_str(), done),
        Detail::new(name("progress"), of.progress.as_str(), done || is(TaskStatus::InProgress)),
        Detail::new(name("percent"), of.percent.map(Decimal::vietnamese).unwrap_or_default(), false),
        Detail::new(name("obstacle"), of.obstacle.as_str(), left),
        Detail::new(name("new_deadline"), day(of.new_deadline), left),
    ]
}
