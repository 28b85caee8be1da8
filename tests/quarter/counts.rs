//! The services and dossiers of a sample: they grow from quarter to quarter through what tables 4 and 7 of 7242/BC-VPCP
//! print of 2016, and every sum is worked out.

use super::chance::below;
use super::days::since_first;
use return36a::quarterly::{Answer, ListedService, Return};
use return36a::registry::{Agency, Basis, CountId, Registry, ServiceId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The place of quarter IV of 2016, of which the tables speak, counted from quarter IV of 2015.
const TABLES: i64 = 4;

/// The longest service list that a sample brings.
const LONGEST_LIST: i64 = 60;

/// An agency's services and dossiers at any time.
pub struct Counts<'a> {
    agency: &'a Agency,
    /// Services at level 3 and 4 at the end of 2016.
    at_tables: [i64; 2],
}

impl<'a> Counts<'a> {
    /// The counts of this agency.
    pub fn of(registry: &'a Registry, agency: &'a Agency) -> Self {
        let row = registry.services_2016_of(&agency.id);
        let drawn = |what: &str, end: i64| below(end, &[what, agency.id.as_str()]);
        let level3 = row.and_then(|row| row.level3).unwrap_or_else(|| drawn("level3", 30));
        let level4 = row.and_then(|row| row.level4).unwrap_or_else(|| drawn("level4", 8));
        Self { agency, at_tables: [level3, level4] }
    }

    /// Answers every count of the return, and gives it a service list where that is short.
    pub fn fill(&self, content: &mut Return) {
        let at = since_first(content.period);
        let first = at - i64::from(content.period.quarter()) + 1;
        for (id, count) in &mut content.services {
            let from = if count.basis == Basis::Year { first.max(0) } else { at };
            count.answer = Some(self.answer(id, from, at));
        }
        content.service_list = Arc::new(self.list(at));
    }

    /// One count over the quarters from one to another.
    fn answer(&self, id: &CountId, from: i64, to: i64) -> Answer {
        if id.as_str() == "level1" && self.is_untold(to) {
            return Answer::NoData("Chưa tách riêng dịch vụ mức độ 1 trong kỳ này".to_owned());
        }
        let over = |what: fn(&Self, usize, i64) -> i64, level| (from..=to).map(|at| what(self, level, at)).sum();
        let group = id.as_str().split('-').next().unwrap_or_default();
        Answer::from_number(match group {
            "procedures" => self.procedures(to),
            "built3" => over(Self::built, 3),
            "built4" => over(Self::built, 4),
            "received3" => over(Self::received, 3),
            "received4" => over(Self::received, 4),
            "resolved3" => over(Self::resolved, 3),
            "resolved4" => over(Self::resolved, 4),
            level => self.services(level.trim_start_matches("level").parse().unwrap(), to),
        })
    }

    fn drawn(&self, what: &str, end: i64) -> i64 {
        below(end, &[what, self.agency.id.as_str()])
    }

    /// Whether the agency has no number for its services at level 1: some provinces, in the second and the fourth quarter,
    /// since no data twice running wants a reason.
    fn is_untold(&self, at: i64) -> bool {
        self.agency.kind.is_local() && self.drawn("untold", 9) == 4 && at % 2 == 0
    }

    /// Services whose highest level is this one; none is taken away, so that no count falls.
    fn services(&self, level: usize, at: i64) -> i64 {
        match (level, self.agency.kind.is_local()) {
            (1, true) => 40 + self.drawn("level1", 200),
            (2, true) => 600 + self.drawn("level2", 500),
            (1, false) => 0,
            (2, false) => self.drawn("level2", 25),
            _ => self.grown(level, at),
        }
    }

    fn grown(&self, level: usize, at: i64) -> i64 {
        let then = self.at_tables[level - 3];
        let growth = match then {
            0 if level == 4 && self.drawn("none", 2) == 0 => 0,
            0 => 3 + self.drawn("growth", 5),
            then => 1 + self.drawn("growth", then / 8),
        };
        if at <= TABLES { then * (6 + at.max(0)) / 10 } else { then + growth * (at - TABLES) }
    }

    /// All procedures: by some dozens more each quarter, so that an amendment may add a few.
    fn procedures(&self, at: i64) -> i64 {
        let online: i64 = (1..=4).map(|level| self.services(level, at)).sum();
        online + 30 + self.drawn("procedures", 120) + 40 * at
    }

    /// Services built in one quarter.
    fn built(&self, level: usize, at: i64) -> i64 {
        self.services(level, at) - self.services(level, at - 1)
    }

    /// Dossiers received in one quarter.
    fn received(&self, level: usize, at: i64) -> i64 {
        self.services(level, at) * (6 + (self.drawn("received", 5) + 7 * at) % 5)
    }

    /// Dossiers resolved in one quarter.
    fn resolved(&self, level: usize, at: i64) -> i64 {
        self.received(level, at) * (80 + self.drawn("resolved", 18)) / 100
    }

    /// The agency's own list, each service at its level; empty where it would be long, or the agency gives none.
    fn list(&self, at: i64) -> BTreeMap<ServiceId, ListedService> {
        let levels = (1..=4).flat_map(|level| (0..self.services(level, at)).map(move |_| level));
        let levels: Vec<usize> = levels.collect();
        let short = i64::try_from(levels.len()).is_ok_and(|services| services <= LONGEST_LIST);
        if !short || self.drawn("list", 2) == 0 {
            return BTreeMap::new();
        }
        levels.into_iter().enumerate().map(|(nth, level)| self.listed(nth + 1, level)).collect()
    }

    fn listed(&self, nth: usize, level: usize) -> (ServiceId, ListedService) {
        let service = ListedService {
            code: format!("MAU-{nth:04}"),
            name: format!("Dịch vụ công mẫu số {nth} của {}", self.agency.name),
            level: i64::try_from(level).ok(),
            address: format!("https://dichvucong.example.vn/{}/{nth}", self.agency.id),
            ..ListedService::default()
        };
        (ServiceId::from(format!("{nth:04}").as_str()), service)
    }
}
