//! What the documents printed: names that lead to agencies, values that stand in their cells.

use super::Faults;
use crate::registry::{AgencyId, FaultCode, PrintedServices2016, PrintedServices2017};
use crate::vietnamese::{CountError, parse_count};

/// The remark of a row whose return did not come.
const NOT_RECEIVED: &str = "Chưa nhận được báo cáo";

/// The number that a cell prints, be it followed by words; none for a dash and for what is no number.
fn number_in(cell: &str) -> Option<i64> {
    match parse_count(cell) {
        Ok(value) | Err(CountError::Words(value, _)) => Some(value),
        Err(_) => None,
    }
}

impl Faults<'_> {
    pub(super) fn check_printed(&mut self) {
        let printed = &self.registry.printed;
        for row in &printed.task_counts {
            let place = format!("printed.task_counts {} {}", row.period, row.agency);
            self.source(&place, &row.source);
            self.row_name(&place, &row.name_printed, &row.agency);
        }
        for row in &printed.services_2016 {
            self.check_services_2016(row);
        }
        for row in &printed.services_2017 {
            self.check_services_2017(row);
        }
        for row in &printed.indices_2016 {
            let place = format!("printed.indices_2016 table {} {}", row.table, row.agency);
            self.source(&place, &row.source);
            self.row_name(&place, &row.name_printed, &row.agency);
            if row.printed.replacen(',', "", 1).parse() != Ok(row.thousandths) {
                self.say(FaultCode::ValueNotPrinted, format!("{place}: {}", row.thousandths));
            }
        }
        self.check_lists();
        self.check_totals();
        for statement in &self.registry.printed.statements {
            self.source(&format!("printed.statements {}", statement.what), &statement.source);
        }
    }

    /// The cell must name the row's agency, alone or among others.
    fn row_name(&mut self, place: &str, cell: &str, agency: &AgencyId) {
        self.agency_exists(place, agency);
        if !self.registry.agencies_named_in(cell).iter().any(|named| named.id == *agency) {
            self.say(FaultCode::NameUnknown, format!("{place}: {cell}"));
        }
    }

    fn check_services_2016(&mut self, row: &PrintedServices2016) {
        let place = format!("printed.services_2016 {}", row.agency);
        self.source(&place, &row.source);
        self.row_name(&place, &row.name_printed, &row.agency);
        for (cell, value) in row.printed.iter().zip([row.level3, row.level4, row.total]) {
            if number_in(cell) != value {
                self.say(FaultCode::ValueNotPrinted, format!("{place}: {cell}"));
            }
        }
    }

    fn check_services_2017(&mut self, row: &PrintedServices2017) {
        let place = format!("printed.services_2017 {}", row.agency);
        self.source(&place, &row.source);
        self.row_name(&place, &row.name_printed, &row.agency);
        let numbers: Vec<i64> = row.cells.iter().filter_map(|cell| number_in(cell)).collect();
        for (key, value) in &row.values {
            if !PrintedServices2017::KEYS.contains(&key.as_str()) || !numbers.contains(value) {
                self.say(FaultCode::ValueNotPrinted, format!("{place}: {key} = {value}"));
            }
        }
        let certain = row.doubt.is_empty() && row.cells.len() == 4;
        let doubted = ["merged", "unreadable"].contains(&row.doubt.as_str());
        if !(doubted || certain && row.values.len() == numbers.len()) {
            self.say(FaultCode::ValueNotPrinted, format!("{place}: doubt `{}`", row.doubt));
        }
        if row.received == row.remark.contains(NOT_RECEIVED) {
            self.say(FaultCode::ValueNotPrinted, format!("{place}: received = {}", row.received));
        }
    }

    fn check_lists(&mut self) {
        for list in &self.registry.printed.not_done {
            let place = format!("printed.not_done {} {}", list.general_task, list.as_of);
            self.source(&place, &list.source);
            self.general_task_exists(&place, &list.general_task);
            self.check_names(&place, &list.names_printed, &list.agencies);
        }
        for list in &self.registry.printed.phases {
            let place = format!("printed.phases {} {}", list.general_task, list.phase);
            self.source(&place, &list.source);
            self.general_task_exists(&place, &list.general_task);
            self.check_names(&place, &list.names_printed, &list.agencies);
        }
    }

    /// The agencies must be those of the names, each once, in the names' order.
    fn check_names(&mut self, place: &str, names: &[String], agencies: &[AgencyId]) {
        let mut named: Vec<&AgencyId> = Vec::new();
        for name in names {
            match self.registry.agency_named(name) {
                Some(agency) if named.contains(&&agency.id) => {}
                Some(agency) => named.push(&agency.id),
                None => self.say(FaultCode::NameUnknown, format!("{place}: {name}")),
            }
        }
        if !named.into_iter().eq(agencies) {
            self.say(FaultCode::NameUnknown, format!("{place}: agencies"));
        }
    }

    fn check_totals(&mut self) {
        for total in &self.registry.printed.totals {
            let place = format!("printed.totals {} {}", total.what, total.period);
            self.source(&place, &total.source);
            if let Some(agency) = &total.agency {
                self.agency_exists(&place, agency);
            }
            let stands = |value: i64| {
                total
                    .printed
                    .split_whitespace()
                    .flat_map(|word| word.split('/'))
                    .any(|word| number_in(word.trim_matches(|c: char| !c.is_ascii_digit())) == Some(value))
            };
            let whole_stands = total.of.is_none_or(stands) && total.printed.contains(&total.of_printed);
            if !stands(total.value) || !whole_stands {
                self.say(FaultCode::ValueNotPrinted, format!("{place}: {}", total.value));
            }
        }
    }
}
