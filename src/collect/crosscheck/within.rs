//! What was collected against itself: what stands in two places is worked out twice, and must be the same.

use super::{Both, CrossCheck, CrossCode, compared, numbers};
use crate::collect::figure::{count, number};
use crate::collect::{Collected, Filing, Table, TableKind, Value, table};
use crate::registry::{AgencyId, TaskStatus, Tier};

pub(super) fn checks(collected: &Collected<'_>) -> Vec<CrossCheck> {
    let mut checks = annex_against_table(collected);
    checks.extend(LISTS.map(|(tier, list)| filed(collected, tier, list)));
    checks.extend(LISTS.map(|(tier, list)| accounted_for(collected, tier, list)));
    checks.push(added(collected));
    checks
}

const LISTS: [(Tier, &str); 2] = [(Tier::Central, "central"), (Tier::Local, "local")];

/// Whether a task of this status is counted.
type Is = fn(TaskStatus) -> bool;

fn annex_against_table(collected: &Collected<'_>) -> Vec<CrossCheck> {
    let [annex, counts] = [TableKind::Tasks, TableKind::TaskCounts].map(|kind| table(kind, collected));
    let columns: [(&str, Is); 2] = [
        ("completed", |status| status == TaskStatus::Completed),
        ("in-progress", |status| status != TaskStatus::Completed),
    ];
    let check = |(column, is): (&str, Is)| {
        let by_agency = numbers(&counts, column).into_iter();
        let both = by_agency.map(|(agency, right)| Both { left: in_annex(&annex, &agency, is), agency, right });
        compared(CrossCode::AnnexAgainstTable, column, &both.collect::<Vec<_>>())
    };
    columns.map(check).to_vec()
}

/// How many of an agency's rows in the annex have such a status; none where no row has any.
fn in_annex(annex: &Table, agency: &AgencyId, is: Is) -> Option<i64> {
    let rows = annex.rows.iter().filter(|row| annex.agency_of(row) == Some(agency));
    let statuses = rows.filter_map(|row| match annex.cell(row, "status")?.value {
        Value::TaskStatus(status) => Some(status),
        _ => None,
    });
    let statuses: Vec<TaskStatus> = statuses.collect();
    (!statuses.is_empty()).then(|| number(statuses.into_iter().filter(|status| is(*status)).count()))
}

fn filed(collected: &Collected<'_>, tier: Tier, list: &str) -> CrossCheck {
    let filed = |agency: &AgencyId| {
        let filing = collected.filing.get(agency).map(|reception| reception.filing);
        matches!(filing, Some(Filing::Filed | Filing::Late))
    };
    let one = |yes: bool| Some(i64::from(yes));
    let both = collected.agencies(tier).into_iter().map(|agency| Both {
        agency: agency.id.clone(),
        left: one(filed(&agency.id)),
        right: one(collected.now(&agency.id).is_some()),
    });
    compared(CrossCode::FiledAgainstTables, list, &both.collect::<Vec<_>>())
}

fn accounted_for(collected: &Collected<'_>, tier: Tier, list: &'static str) -> CrossCheck {
    let missing = table(TableKind::Missing, collected);
    let agencies = collected.agencies(tier);
    let told = agencies.iter().map(|agency| {
        let listed = missing.row_of(&agency.id).is_some();
        Both {
            agency: agency.id.clone(),
            left: Some(1),
            right: Some(i64::from(listed) + i64::from(collected.now(&agency.id).is_some())),
        }
    });
    compared(CrossCode::AllAccountedFor, list, &told.collect::<Vec<_>>())
}

/// The counts of all returns that are answered with a number, and those that the tables add.
fn added(collected: &Collected<'_>) -> CrossCheck {
    let both = collected.returns.values().map(|content| {
        let answered = content.services.iter().filter(|(_, count)| count.answer.as_ref().is_some_and(has_number));
        let ids: Vec<&str> = answered.map(|(id, _)| id.as_str()).collect();
        let added = ids.iter().filter(|id| count(collected.registry, content, id).number.is_some());
        Both { agency: content.agency.clone(), left: Some(number(ids.len())), right: Some(number(added.count())) }
    });
    compared(CrossCode::AnsweredAgainstAdded, "counts", &both.collect::<Vec<_>>())
}

fn has_number(answer: &crate::quarterly::Answer) -> bool {
    answer.number().is_some()
}
