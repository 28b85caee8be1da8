use super::{
    Agency, AgencyId, AgencyKind, AssignedTask, CountDefinition, CountId, Document, DocumentId, Exemption, FieldGuide,
    GeneralTask, GeneralTaskId, Indicator, IndicatorId, Period, PeriodFacts, PrintedServices2016, PrintedServices2017,
    PrintedTaskCount, Registry, RuleText, TaskNumber,
};
use crate::vietnamese::{Date, nfc, search_key};

/// The two lists in which the reports count agencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Ministries and other central agencies.
    Central,
    /// Provinces and cities.
    Local,
}

impl AgencyKind {
    /// The list in which the reports count agencies of this kind.
    pub fn tier(self) -> Tier {
        if self.is_local() { Tier::Local } else { Tier::Central }
    }
}

impl Agency {
    /// The list in which the reports count it.
    pub fn tier(&self) -> Tier {
        self.kind.tier()
    }

    /// Its name and all other spellings.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

impl Registry {
    /// The agency of this id.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agency.iter().find(|agency| agency.id == *id)
    }

    /// The agency that a document means by this name: exact but for NFC and runs of spaces.
    pub fn agency_named(&self, printed: &str) -> Option<&Agency> {
        let name = tidy(printed);
        self.agency.iter().find(|agency| agency.spellings().any(|spelling| spelling == name))
    }

    /// The agencies that a table's cell names: one, or several with `,` or `;` between them and remarks in brackets,
    /// as in the last rows of tables 4 and 7 of 7242/BC-VPCP. Empty when any of the names is unknown.
    pub fn agencies_named_in(&self, cell: &str) -> Vec<&Agency> {
        if let Some(agency) = self.agency_named(cell) {
            return vec![agency];
        }
        let names = cell.split([';', ',']).map(|name| name.split('(').next().unwrap_or_default());
        names.map(|name| self.agency_named(name)).collect::<Option<_>>().unwrap_or_default()
    }

    /// The agencies of one list in the official order.
    pub fn agencies_in_order(&self, tier: Tier) -> Vec<&Agency> {
        let mut agencies: Vec<_> = self.agency.iter().filter(|agency| agency.tier() == tier).collect();
        agencies.sort_by_key(|agency| agency.order);
        agencies
    }

    /// The agencies whose name, spelling or initials match what a person types, marks or none: whole names first, then
    /// those that begin with it, then those in which a word begins with it, then the rest; within each the official
    /// order, central agencies first. Empty text matches all.
    pub fn search_agencies(&self, query: &str) -> Vec<&Agency> {
        let query = search_key(query);
        let all = [Tier::Central, Tier::Local].into_iter().flat_map(|tier| self.agencies_in_order(tier));
        let mut found: Vec<_> = all
            .filter_map(|agency| {
                let nearness =
                    agency.spellings().filter_map(|spelling| nearness(&search_key(spelling), &query)).min()?;
                Some((nearness, agency))
            })
            .collect();
        found.sort_by_key(|(nearness, _)| *nearness);
        found.into_iter().map(|(_, agency)| agency).collect()
    }

    /// The days of this quarter's report.
    pub fn period(&self, period: Period) -> Option<&PeriodFacts> {
        self.period.iter().find(|facts| facts.id == period)
    }

    /// The document of this id.
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.document.iter().find(|document| document.id == *id)
    }

    /// The general task of this id.
    pub fn general_task(&self, id: &GeneralTaskId) -> Option<&GeneralTask> {
        self.general_task.iter().find(|task| task.id == *id)
    }

    /// The general tasks that an agency reports in this quarter: those it owes that were asked by then and that it does
    /// not answer as an assigned task. An exempt agency keeps its row, and may say so.
    pub fn general_tasks_of(&self, agency: &AgencyId, period: Period) -> Vec<&GeneralTask> {
        let Some(agency) = self.agency(agency) else { return Vec::new() };
        let reports = |task: &&GeneralTask| {
            task.is_owed_by(agency) && task.since <= period && !task.answered_in.contains_key(&agency.id)
        };
        self.general_task.iter().filter(reports).collect()
    }

    /// The assigned task of this number.
    pub fn task(&self, number: &TaskNumber) -> Option<&AssignedTask> {
        self.task.iter().find(|task| task.number == *number)
    }

    /// An agency's assigned tasks by number: 3.2 before 3.10.
    pub fn tasks_of(&self, agency: &AgencyId) -> Vec<&AssignedTask> {
        let mut tasks: Vec<_> = self.task.iter().filter(|task| task.agency == *agency).collect();
        tasks.sort_by_key(|task| number_parts(&task.number));
        tasks
    }

    /// The guidance for a field, `/tasks/3.2/status`: the line with the fewest stars that fits.
    pub fn field_guide(&self, path: &str) -> Option<&FieldGuide> {
        let fits = self.field.iter().filter(|guide| is_path_of(&guide.id, path));
        fits.min_by_key(|guide| guide.id.matches('*').count())
    }

    /// The count of this id.
    pub fn count(&self, id: &CountId) -> Option<&CountDefinition> {
        self.count.iter().find(|count| count.id == *id)
    }

    /// The indicators of an agency's tasks, in the registry's order.
    pub fn indicators_of(&self, agency: &AgencyId) -> Vec<&Indicator> {
        let is_its = |indicator: &&Indicator| self.task(&indicator.task).is_some_and(|task| task.agency == *agency);
        self.indicator.iter().filter(is_its).collect()
    }

    /// The indicator of this id.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicator.iter().find(|indicator| indicator.id == *id)
    }

    /// The rule of this id.
    pub fn rule(&self, id: &str) -> Option<&RuleText> {
        self.rule.iter().find(|rule| rule.id == id)
    }

    /// What tables 4 and 7 of 7242/BC-VPCP print of an agency's services in 2016.
    pub fn services_2016_of(&self, agency: &AgencyId) -> Option<&PrintedServices2016> {
        self.printed.services_2016.iter().find(|row| row.agency == *agency)
    }

    /// What annex I of 314/BC-VPCP prints of an agency's services and dossiers in 2017.
    pub fn services_2017_of(&self, agency: &AgencyId) -> Option<&PrintedServices2017> {
        self.printed.services_2017.iter().find(|row| row.agency == *agency)
    }

    /// The counts of an agency's tasks that the report on this quarter prints.
    pub fn task_count_of(&self, agency: &AgencyId, period: Period) -> Option<&PrintedTaskCount> {
        self.printed.task_counts.iter().find(|row| row.agency == *agency && row.period == period)
    }
}

impl GeneralTask {
    /// Whether the agency owes it, be it exempt or not.
    pub fn is_owed_by(&self, agency: &Agency) -> bool {
        let asked = self.owed_by_kinds.contains(&agency.kind) || self.owed_by.contains(&agency.id);
        asked && !self.not_owed_by.contains(&agency.id)
    }

    /// The day by which this agency was to do it, where one is printed for it.
    pub fn deadline_for(&self, agency: &Agency) -> Option<Date> {
        let common = self.deadline_for_kinds.is_empty() || self.deadline_for_kinds.contains(&agency.kind);
        self.own_deadlines.get(&agency.id).copied().or(self.deadline.filter(|_| common))
    }

    /// The exception that a document makes for this agency.
    pub fn exemption_of(&self, agency: &AgencyId) -> Option<&Exemption> {
        self.exempt.iter().find(|exemption| exemption.agency == *agency)
    }

    /// Whether a document excepts this agency.
    pub fn is_exempt(&self, agency: &AgencyId) -> bool {
        self.exemption_of(agency).is_some()
    }
}

/// NFC, without spaces at the ends, one space between words.
pub(super) fn tidy(printed: &str) -> String {
    nfc(printed).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How near a spelling's key is to the query's, 0 the nearest; none if it does not match.
fn nearness(key: &str, query: &str) -> Option<u8> {
    if key == query {
        return Some(0);
    }
    if key.starts_with(query) {
        return Some(1);
    }
    if key.split(' ').enumerate().any(|(at, _)| words_from(key, at).starts_with(query)) {
        return Some(2);
    }
    let initials: String = key.split(' ').filter_map(|word| word.chars().next()).collect();
    let infix = key.contains(query) || initials.starts_with(query);
    infix.then_some(3)
}

/// Whether a path is one of those that a pattern stands for: `tasks/*/status` for `/tasks/3.2/status`.
fn is_path_of(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.trim_start_matches('/').split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == "*" || wanted == given => {}
            _ => return false,
        }
    }
}

fn words_from(key: &str, at: usize) -> &str {
    key.splitn(at + 1, ' ').last().unwrap_or_default()
}

/// The number's parts as numbers, for the order; a part that is no number comes first.
fn number_parts(number: &TaskNumber) -> Vec<Option<u32>> {
    number.as_str().split('.').map(|part| part.parse().ok()).collect()
}
