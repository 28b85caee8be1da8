//! Lists of names: repetitions, numbers said of them, members of phases.

use super::{Contradiction, ContradictionCode, count, pair, sum};
use crate::registry::{AgencyId, PhaseState, PrintedNotDone, PrintedPhase, PrintedTotal, Registry, Source, Tier};
use std::collections::BTreeSet;

/// The total that counts who has done a general task, for central agencies.
const DONE_TOTALS: [(&str, &str); 3] = [
    ("action-plan", "plans-issued-central"),
    ("document-connection", "connected-central"),
    ("progress-publication", "published-central"),
];

pub(super) fn contradictions(registry: &Registry) -> Vec<Contradiction> {
    let printed = &registry.printed;
    let mut found: Vec<_> =
        printed.not_done.iter().filter_map(|list| named_twice(&list.names_printed, &list.source)).collect();
    found.extend(printed.phases.iter().filter_map(|phase| named_twice(&phase.names_printed, &phase.source)));
    found.extend(printed.not_done.iter().filter_map(|list| named_count(registry, list)));
    found.extend(printed.phases.iter().flat_map(|phase| phase_count(registry, phase)));
    found.extend(printed.not_done.iter().flat_map(|list| not_done_again(registry, list)));
    found.extend(phases_total(registry, "exchange-central", Tier::Central));
    found.extend(phases_total(registry, "exchange-local", Tier::Local));
    found.extend(printed.phases.iter().filter_map(|remaining| phase_members(registry, remaining)));
    found
}

fn named_twice(names: &[String], source: &Source) -> Option<Contradiction> {
    let repeated: Vec<_> =
        names.iter().enumerate().filter(|(at, name)| names.iter().take(*at).any(|earlier| earlier == *name)).collect();
    (!repeated.is_empty()).then(|| Contradiction {
        code: ContradictionCode::NamedTwice,
        what: source.place.clone(),
        places: vec![source.clone()],
        values: repeated.iter().map(|(at, name)| pair(format!("name {}", at + 1), name)).collect(),
    })
}

fn is_of(registry: &Registry, agency: &AgencyId, tier: Tier) -> bool {
    registry.agency(agency).is_some_and(|agency| agency.tier() == tier)
}

fn count_of(registry: &Registry, agencies: &[AgencyId], tier: Tier) -> i64 {
    count(agencies.iter().filter(|agency| is_of(registry, agency, tier)))
}

/// A list of who has not done it against "26/30" in the same document: 30 - 26 names are wanted.
fn named_count(registry: &Registry, list: &PrintedNotDone) -> Option<Contradiction> {
    let (_, what) = DONE_TOTALS.iter().find(|(task, _)| *task == list.general_task.as_str())?;
    let mut totals = registry.printed.totals.iter();
    let total = totals.find(|total| total.what == *what && total.source.document == list.source.document)?;
    let missing = total.of?.saturating_sub(total.value);
    let named = count_of(registry, &list.agencies, Tier::Central);
    let mut places = vec![total.source.clone(), list.source.clone()];
    places.dedup();
    (named != missing).then(|| Contradiction {
        code: ContradictionCode::NamedCount,
        what: format!("{} {}", list.general_task, list.as_of),
        places,
        values: vec![pair("done", &total.printed), pair("so not done", missing), pair("named as not done", named)],
    })
}

/// Agencies of a list that an earlier one of the same task left out, though it names others of their kind.
fn not_done_again(registry: &Registry, list: &PrintedNotDone) -> Vec<Contradiction> {
    let kind = |agency: &AgencyId| registry.agency(agency).map(|agency| agency.kind);
    let earlier = |agency: &AgencyId| {
        let lists = registry.printed.not_done.iter();
        lists
            .filter(|earlier| earlier.general_task == list.general_task && earlier.as_of < list.as_of)
            .filter(|earlier| earlier.agencies.iter().any(|other| kind(other) == kind(agency)))
            .find(|earlier| !earlier.agencies.contains(agency))
    };
    let again = list.agencies.iter().filter_map(|agency| Some((agency, earlier(agency)?)));
    again
        .map(|(agency, earlier)| Contradiction {
            code: ContradictionCode::NotDoneAgain,
            what: format!("{agency} {}", list.general_task),
            places: vec![earlier.source.clone(), list.source.clone()],
            values: vec![pair("not named as not done", earlier.as_of), pair("named as not done", list.as_of)],
        })
        .collect()
}

fn phase_count(registry: &Registry, phase: &PrintedPhase) -> Vec<Contradiction> {
    let central = count_of(registry, &phase.agencies, Tier::Central);
    let local = count_of(registry, &phase.agencies, Tier::Local);
    let said = [
        (phase.stated, central + local, "agencies"),
        (phase.stated_central, central, "agencies-central"),
        (phase.stated_local, local, "agencies-local"),
    ];
    let wrong = said.into_iter().filter_map(|(stated, named, who)| Some((stated?, named, who)));
    wrong
        .filter(|(stated, named, _)| stated != named)
        .map(|(stated, named, who)| Contradiction {
            code: ContradictionCode::NamedCount,
            what: format!("{} phase {} {who}", phase.general_task, phase.phase),
            places: vec![phase.source.clone()],
            values: vec![pair("stated", stated), pair("named", named)],
        })
        .collect()
}

fn phases_total(registry: &Registry, what: &str, tier: Tier) -> Option<Contradiction> {
    let total: &PrintedTotal = registry.printed.totals.iter().find(|total| total.what == what)?;
    let planned = registry.printed.phases.iter().filter(|phase| phase.state == PhaseState::Planned);
    let members = sum(planned.map(|phase| count_of(registry, &phase.agencies, tier)));
    (members != total.value).then(|| Contradiction {
        code: ContradictionCode::NamedCount,
        what: what.to_owned(),
        places: vec![total.source.clone()],
        values: vec![pair("sentence", total.value), pair("named in the phases", members)],
    })
}

/// Who is said to remain, against who was planned and who is said to have done it.
fn phase_members(registry: &Registry, remaining: &PrintedPhase) -> Option<Contradiction> {
    if remaining.state != PhaseState::Remaining {
        return None;
    }
    let of = |state| registry.printed.phases.iter().find(|phase| phase.state == state && is_same(phase, remaining));
    let (planned, done) = (of(PhaseState::Planned)?, of(PhaseState::Done)?);
    let [all, over, left] = [planned, done, remaining].map(|phase| phase.agencies.iter().collect::<BTreeSet<_>>());
    let values: Vec<_> = (left.intersection(&over).map(|agency| pair("both done and remaining", agency)))
        .chain(
            all.iter()
                .filter(|agency| !over.contains(*agency) && !left.contains(*agency))
                .map(|agency| pair("neither done nor remaining", agency)),
        )
        .chain(over.union(&left).filter(|agency| !all.contains(*agency)).map(|agency| pair("not planned", agency)))
        .collect();
    (!values.is_empty()).then(|| Contradiction {
        code: ContradictionCode::PhaseMembers,
        what: format!("{} phase {}", remaining.general_task, remaining.phase),
        places: [planned, done, remaining].map(|phase| phase.source.clone()).to_vec(),
        values,
    })
}

fn is_same(phase: &PrintedPhase, other: &PrintedPhase) -> bool {
    phase.general_task == other.general_task && phase.phase == other.phase
}
