//! Mistakes of whoever wrote the registry.

use super::{Fault, FaultCode};
use crate::registry::lookup::tidy;
use crate::registry::{AgencyId, GeneralTaskId, PeriodFacts, Registry, Source, TaskNumber, Tier};
use crate::vietnamese::{Date, is_nfc};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Display;

mod printed;
mod words;

use words::days_named;

/// Gathers the faults, each with its place.
struct Faults<'a> {
    registry: &'a Registry,
    found: Vec<Fault>,
}

pub(super) fn faults(registry: &Registry) -> Vec<Fault> {
    let mut faults = Faults { registry, found: Vec::new() };
    faults.check_ids();
    faults.check_agencies();
    faults.check_edition();
    faults.check_periods();
    faults.check_deadlines();
    faults.check_general_tasks();
    faults.check_tasks_and_indicators();
    faults.check_printed();
    faults.check_texts();
    faults.found
}

impl Faults<'_> {
    fn say(&mut self, code: FaultCode, place: impl Into<String>) {
        self.found.push(Fault { code, place: place.into() });
    }

    fn check_ids(&mut self) {
        let registry = self.registry;
        self.unique("document", registry.document.iter().map(|document| &document.id));
        self.unique("agency", registry.agency.iter().map(|agency| &agency.id));
        self.unique("period", registry.period.iter().map(|period| &period.id));
        self.unique("general_task", registry.general_task.iter().map(|task| &task.id));
        self.unique("task", registry.task.iter().map(|task| &task.number));
        self.unique("indicator", registry.indicator.iter().map(|indicator| &indicator.id));
        self.unique("count", registry.count.iter().map(|count| &count.id));
        self.unique("field", registry.field.iter().map(|guide| &guide.id));
        self.unique("rule", registry.rule.iter().map(|rule| &rule.id));
        for count in &registry.count {
            self.source(&format!("count {}", count.id), &count.source);
        }
        for guide in &registry.field {
            guide.source.iter().for_each(|source| self.source(&format!("field {}", guide.id), source));
        }
        for rule in &registry.rule {
            self.source(&format!("rule {}", rule.id), &rule.source);
        }
    }

    fn unique<T: Display>(&mut self, list: &str, ids: impl Iterator<Item = T>) {
        let mut seen = BTreeSet::new();
        for id in ids.map(|id| id.to_string()) {
            if !seen.insert(id.clone()) {
                self.say(FaultCode::DuplicateId, format!("{list} {id}"));
            }
        }
    }

    fn source(&mut self, place: &str, source: &Source) {
        if self.registry.document(&source.document).is_none() {
            self.say(FaultCode::DanglingId, format!("{place}: document {}", source.document));
        }
        if source.place.trim().is_empty() {
            self.say(FaultCode::Unsourced, place);
        }
    }

    fn agency_exists(&mut self, place: &str, id: &AgencyId) {
        if self.registry.agency(id).is_none() {
            self.say(FaultCode::DanglingId, format!("{place}: agency {id}"));
        }
    }

    fn task_exists(&mut self, place: &str, number: &TaskNumber) {
        if self.registry.task(number).is_none() {
            self.say(FaultCode::DanglingId, format!("{place}: task {number}"));
        }
    }

    fn general_task_exists(&mut self, place: &str, id: &GeneralTaskId) {
        if self.registry.general_task(id).is_none() {
            self.say(FaultCode::DanglingId, format!("{place}: general task {id}"));
        }
    }

    fn check_agencies(&mut self) {
        let mut codes = BTreeSet::new();
        let mut spellings = BTreeSet::new();
        for agency in &self.registry.agency {
            let place = format!("agency {}", agency.id);
            self.source(&place, &agency.source);
            let code = agency.gso.as_deref();
            let well = code.is_none_or(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_digit()));
            if code.is_some() != agency.kind.is_local() || !well || code.is_some_and(|code| !codes.insert(code)) {
                self.say(FaultCode::GsoCode, format!("{place}: {}", code.unwrap_or_default()));
            }
            for spelling in agency.spellings() {
                if tidy(spelling) != spelling || !spellings.insert(spelling) {
                    self.say(FaultCode::NameUnknown, format!("{place}: {spelling}"));
                }
            }
        }
        for tier in [Tier::Central, Tier::Local] {
            let ordered = self.registry.agencies_in_order(tier);
            if let Some((_, agency)) = (1..).zip(ordered).find(|(wanted, agency)| usize::from(agency.order) != *wanted)
            {
                self.say(FaultCode::OrderBroken, format!("agency {}: {}", agency.id, agency.order));
            }
        }
    }

    fn check_periods(&mut self) {
        for facts in &self.registry.period {
            let place = format!("period {}", facts.id);
            let days = match &facts.source {
                Some(source) => {
                    self.source(&place, source);
                    days_named(&facts.printed)
                }
                None => default_day(facts).into_iter().collect(),
            };
            let named = days.contains(&facts.due) && days.contains(&facts.cut_off);
            let near = facts.due >= first_day(facts) && first_day(facts).days_until(facts.due) <= MOST_DAYS;
            if !named || !near || facts.due < facts.cut_off || facts.printed.is_empty() == facts.source.is_some() {
                self.say(FaultCode::PeriodDays, format!("{place}: {} {}", facts.cut_off, facts.due));
            }
        }
        let pairs = self.registry.period.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
        for (_, facts) in pairs.filter(|(before, facts)| facts.id.previous() != before.id) {
            self.say(FaultCode::PeriodOrder, format!("period {}", facts.id));
        }
    }

    fn check_edition(&mut self) {
        let head = &self.registry.registry;
        if head.edition().is_none() {
            self.say(FaultCode::VersionForm, format!("registry {} {}", head.id, head.version));
        }
    }

    /// Deadlines of this century's plans, not of a slip of the pen.
    fn check_deadlines(&mut self) {
        let registry = self.registry;
        let last = registry.period.iter().map(|facts| facts.id.year()).max().unwrap_or(FIRST_YEAR);
        let general = registry.general_task.iter().flat_map(|task| {
            let days = task.deadline.iter().chain(task.own_deadlines.values());
            days.map(move |day| (format!("general task {}", task.id), *day))
        });
        let own = registry.task.iter().filter_map(|task| Some((format!("task {}", task.number), task.deadline?)));
        for (place, day) in general.chain(own) {
            let year = day.iso().get(..4).and_then(|year| year.parse::<u16>().ok()).unwrap_or_default();
            if !(FIRST_YEAR..=last.saturating_add(MOST_YEARS)).contains(&year) {
                self.say(FaultCode::DeadlineFar, format!("{place}: {day}"));
            }
        }
    }

    fn check_general_tasks(&mut self) {
        for task in &self.registry.general_task {
            let place = format!("general task {}", task.id);
            let sources = [&task.source].into_iter().chain(&task.also);
            for source in sources.chain(task.exempt.iter().map(|exemption| &exemption.source)) {
                self.source(&place, source);
            }
            let named = task.owed_by.iter().chain(&task.not_owed_by).chain(task.own_deadlines.keys());
            let named = named.chain(task.answered_in.keys());
            for agency in named.chain(task.exempt.iter().map(|exemption| &exemption.agency)) {
                self.agency_exists(&place, agency);
            }
            for number in task.answered_in.values() {
                self.task_exists(&place, number);
            }
            for deadline in task.deadline.iter().chain(task.own_deadlines.values()) {
                self.deadline(&place, *deadline, &task.deadline_printed);
            }
        }
    }

    fn deadline(&mut self, place: &str, deadline: Date, printed: &str) {
        if !days_named(printed).contains(&deadline) {
            self.say(FaultCode::DeadlineNotPrinted, format!("{place}: {deadline}"));
        }
    }

    fn check_tasks_and_indicators(&mut self) {
        for task in &self.registry.task {
            let place = format!("task {}", task.number);
            self.source(&place, &task.source);
            self.agency_exists(&place, &task.agency);
            let last = days_named(&task.deadline_printed).into_iter().max();
            if task.deadline != last {
                let deadline = task.deadline.map(Date::iso).unwrap_or_default();
                self.say(FaultCode::DeadlineNotPrinted, format!("{place}: {deadline}"));
            }
        }
        for indicator in &self.registry.indicator {
            let place = format!("indicator {}", indicator.id);
            self.source(&place, &indicator.source);
            self.task_exists(&place, &indicator.task);
            self.says(&place, &indicator.target_printed, &indicator.target);
            let task = self.registry.task(&indicator.task);
            let printed = task.map(|task| task.deadline_printed.as_str()).unwrap_or_default();
            if let Some(deadline) = indicator.deadline {
                self.deadline(&place, deadline, printed);
            }
            for measured in &indicator.measured {
                self.source(&place, &measured.source);
                self.says(&place, &measured.printed, &measured.value);
            }
        }
    }

    /// The first number in the printed words must be this decimal.
    fn says(&mut self, place: &str, printed: &str, value: &str) {
        let numeral = printed.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = numeral.find(|c: char| !(c.is_ascii_digit() || c == ',')).unwrap_or(numeral.len());
        if numeral[..end].replace(',', ".") != value {
            self.say(FaultCode::ValueNotPrinted, format!("{place}: {value}"));
        }
    }

    fn check_texts(&mut self) {
        match serde_json::to_value(self.registry) {
            Ok(value) => self.check_text("", &value),
            Err(error) => self.say(FaultCode::NotNormal, error.to_string()),
        }
    }

    fn check_text(&mut self, place: &str, value: &Value) {
        match value {
            Value::String(text) if !is_nfc(text) || text.trim() != text => self.say(FaultCode::NotNormal, place),
            Value::Array(list) => {
                for (at, item) in list.iter().enumerate() {
                    self.check_text(&format!("{place}/{at}"), item);
                }
            }
            Value::Object(table) => {
                for (key, item) in table {
                    self.check_text(&format!("{place}/{key}"), item);
                }
            }
            _ => {}
        }
    }
}

/// The year of Resolution 36a/NQ-CP.
const FIRST_YEAR: u16 = 2015;
/// No deadline lies further after the last quarter, in years.
const MOST_YEARS: u16 = 10;
/// A return is due no later than one quarter after its own, in days from the first of it.
const MOST_DAYS: i32 = 184;

/// The first day of the quarter.
fn first_day(facts: &PeriodFacts) -> Date {
    Date::new(facts.id.year().into(), facts.id.quarter() * 3 - 2, 1).unwrap_or(facts.due)
}

/// The default of `registry/periods.toml`: the 25th of the quarter's last month.
fn default_day(facts: &PeriodFacts) -> Option<Date> {
    Date::new(facts.id.year().into(), facts.id.quarter() * 3, 25).ok()
}
