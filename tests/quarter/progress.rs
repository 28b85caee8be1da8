//! The tasks and indicators of a sample: what is done on one day stays done, what is not says what hinders it.

use super::chance::below;
use super::days::{day, later, quarter_words, since_first};
use return36a::quarterly::{Answer, GeneralAnswer, GeneralStatus, Return, TaskAnswer, UnitCount, Units};
use return36a::registry::{Agency, AssignedTask, Evidence, GeneralTask, Indicator, Period, Registry, TaskStatus};
use return36a::vietnamese::{Date, Decimal};

/// A whole share in thousandths of a per cent.
const ALL: i64 = 100_000;

/// How far an agency is with what it owes, at the day of its report.
pub struct Progress<'a> {
    registry: &'a Registry,
    agency: &'a Agency,
    period: Period,
    /// The day of the report.
    reported: Date,
}

impl<'a> Progress<'a> {
    /// The progress of this agency in the quarter that it reports on this day.
    pub fn of(registry: &'a Registry, agency: &'a Agency, period: Period, reported: Date) -> Self {
        Self { registry, agency, period, reported }
    }

    /// Answers every general task, assigned task and indicator of the return.
    pub fn fill(&self, content: &mut Return) {
        for task in self.registry.general_tasks_of(&self.agency.id, self.period) {
            content.general_tasks.insert(task.id.clone(), self.general(task));
        }
        for task in self.registry.tasks_of(&self.agency.id) {
            content.tasks.insert(task.number.clone(), self.task(task));
        }
        for indicator in self.registry.indicators_of(&self.agency.id) {
            let answer = content.indicators.entry(indicator.id.clone()).or_default();
            answer.value = Some(self.measured(indicator));
        }
    }

    fn drawn(&self, what: &str, id: &str, end: i64) -> i64 {
        below(end, &[what, self.agency.id.as_str(), id])
    }

    fn quarters(&self) -> i64 {
        since_first(self.period)
    }

    /// `Số 123/QĐ-BTC`, the same whenever it is told.
    fn decision(&self, id: &str) -> String {
        format!("{}/QĐ-{}", 100 + self.drawn("decision", id, 900), mark(self.agency))
    }

    fn general(&self, task: &GeneralTask) -> GeneralAnswer {
        if task.is_exempt(&self.agency.id) {
            let remark = "Cơ quan đặc thù, được trừ theo báo cáo của Văn phòng Chính phủ".to_owned();
            return GeneralAnswer { status: Some(GeneralStatus::Exempt), remark, ..self.blank(task) };
        }
        let done = self.general_done(task);
        if done <= self.reported { self.done(task, done) } else { self.hindered(task) }
    }

    /// A row of the form that the task asks for.
    fn blank(&self, task: &GeneralTask) -> GeneralAnswer {
        let units = (task.evidence == Evidence::Units).then(Units::default);
        GeneralAnswer { units, ..GeneralAnswer::default() }
    }

    /// The day on which the general task is done: after the last day on which a document says that it is not.
    fn general_done(&self, task: &GeneralTask) -> Date {
        let lists = self.registry.printed.not_done.iter();
        let of_task = lists.filter(|list| list.general_task == task.id && list.agencies.contains(&self.agency.id));
        let last = of_task.map(|list| list.as_of).max().unwrap_or(day(2015, 11, 1));
        later(last, 20 + self.drawn("done", task.id.as_str(), 600))
    }

    fn done(&self, task: &GeneralTask, on: Date) -> GeneralAnswer {
        let mut answer = GeneralAnswer { status: Some(GeneralStatus::Done), date: Some(on), ..self.blank(task) };
        match task.evidence {
            Evidence::Statement => answer.remark = format!("Đã thực hiện: {}", task.text.vi),
            _ => answer.document_number = self.decision(task.id.as_str()),
        }
        answer.units = answer.units.map(|_| self.units(100));
        answer
    }

    fn hindered(&self, task: &GeneralTask) -> GeneralAnswer {
        let mut answer = GeneralAnswer {
            status: Some(GeneralStatus::InProgress),
            obstacle: format!("Chưa bố trí đủ kinh phí, nhân lực để xong việc: {}", task.text.vi),
            new_deadline: Some(self.put_off()),
            ..self.blank(task)
        };
        answer.units = answer.units.map(|_| self.units((20 + 6 * self.quarters()).min(95)));
        answer
    }

    /// Units connected, so many of a hundred.
    fn units(&self, percent: i64) -> Units {
        let tier = |name: &str, least: i64, spread: i64| {
            let total = least + self.drawn("units", name, spread);
            let connected = Answer::from_number(total * percent / 100);
            UnitCount { connected: Some(connected), total: Some(Answer::from_number(total)) }
        };
        Units {
            departments: tier("departments", 20, 10),
            districts: tier("districts", 8, 15),
            communes: tier("communes", 90, 300),
        }
    }

    /// The day to which what is not done is put off: after the end of this quarter.
    fn put_off(&self) -> Date {
        day(self.period.year() + 1, 6, 30)
    }

    fn task(&self, task: &AssignedTask) -> TaskAnswer {
        let completed = self.task_completed(task);
        if completed <= self.reported {
            return TaskAnswer {
                status: Some(TaskStatus::Completed),
                completed_on: Some(completed),
                evidence: format!("Quyết định số {}", self.decision(task.number.as_str())),
                percent: Some(Decimal::from_thousandths(ALL)),
                ..TaskAnswer::default()
            };
        }
        self.task_in_progress(task)
    }

    /// The day on which the task is completed: before 7242/BC-VPCP where its annex I says so, else after it.
    fn task_completed(&self, task: &AssignedTask) -> Date {
        let drawn = |end| self.drawn("completed", task.number.as_str(), end);
        match task.status {
            TaskStatus::Completed => later(day(2015, 11, 15), drawn(540)),
            _ => later(day(2017, 6, 20), drawn(500)),
        }
    }

    fn task_in_progress(&self, task: &AssignedTask) -> TaskAnswer {
        let waits = task.status == TaskStatus::Waiting;
        let starts = self.drawn("starts", task.number.as_str(), 4);
        let percent = |quarters: i64| Decimal::from_thousandths((10 + 7 * quarters).min(95) * 1_000);
        let (status, percent) = match self.quarters() - starts {
            _ if waits => (TaskStatus::Waiting, None),
            ..=-1 => (TaskStatus::NotStarted, None),
            quarters => (TaskStatus::InProgress, Some(percent(quarters))),
        };
        let progress = match status {
            TaskStatus::Waiting => format!("Chờ cơ quan chủ trì; rà soát trong {}", quarter_words(self.period)),
            TaskStatus::NotStarted => String::new(),
            _ => format!("Trong {}, tiếp tục: {}", quarter_words(self.period), task.text),
        };
        let obstacle = format!("Còn vướng mắc về cơ chế, kinh phí khi làm việc này: {}", task.text);
        let new_deadline = Some(self.put_off());
        TaskAnswer { status: Some(status), percent, progress, obstacle, new_deadline, ..TaskAnswer::default() }
    }

    /// The measurement: no less than printed up to now, above the target where the task is completed, and each quarter
    /// a tenth more.
    fn measured(&self, of: &Indicator) -> Decimal {
        let thousandths = |text: &str| Decimal::parse_file(text).unwrap().thousandths();
        let printed = of.measured.iter().filter(|measured| measured.period <= self.period);
        let printed = printed.map(|measured| thousandths(&measured.value)).max().unwrap_or(0);
        let completed = self.registry.task(&of.task).is_some_and(|task| self.task_completed(task) <= self.reported);
        let least = if completed { thousandths(&of.target) } else { thousandths(&of.target) / 2 };
        let tenths = (printed.max(least) + 99) / 100 + self.quarters();
        Decimal::from_thousandths((tenths * 100).min(ALL))
    }
}

/// The letters of the agency's document numbers: those that a document prints, `UBND` of a province, else its initials.
pub fn mark(agency: &Agency) -> String {
    if let Some(mark) = &agency.mark {
        return mark.clone();
    }
    if agency.kind.is_local() {
        return "UBND".to_owned();
    }
    let initials = agency.name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    initials.flat_map(char::to_uppercase).collect()
}
