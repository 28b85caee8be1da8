//! What is examined once more, the earliest quarter first: what is found in one rests on what counts in the one before.

use super::{Again, BenchData, Desk, DeskEffect, Work};
use crate::collect::{Entry, Returns, counting};
use crate::registry::{AgencyId, Period};
use crate::session::action::Effect;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What was ordered to be examined, until all is done.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    /// Of each entry that was ordered again, the mark of the grounds on which its verdict is to rest.
    marks: BTreeMap<(Period, usize), String>,
    /// By quarter, the returns of the quarter before beside which some of its files were ordered to be examined.
    beside: BTreeMap<Period, Vec<Rc<Returns>>>,
    /// How many files were examined before the work at hand.
    pub done: usize,
}

impl Orders {
    /// Nothing of this quarter is on order: its ledger is another one now.
    pub(super) fn forget(&mut self, period: Period) {
        self.marks.retain(|(of, _), _| *of != period);
        self.beside.remove(&period);
    }

    fn is_of_before(&self, period: Period) -> bool {
        self.marks.keys().any(|(of, _)| *of < period)
    }
}

/// Orders so many files of a quarter; what they are examined with.
pub(super) fn order(desk: &mut Desk, period: Period, files: usize) -> BenchData {
    let work = desk.work.get_or_insert(Work { done: 0, of: 0, stopping: false });
    work.of += files;
    let previous = Rc::new(previous(desk, period));
    let beside = desk.orders.beside.entry(period).or_default();
    if beside.last() != Some(&previous) {
        beside.push(previous.clone());
    }
    BenchData { keyring: desk.keyring.clone(), previous }
}

fn previous(desk: &Desk, period: Period) -> Returns {
    desk.ledgers.get(&period.previous()).map(counting).unwrap_or_default()
}

/// Every return of the quarter anew, as after the quarter before has changed.
pub(super) fn all_of(desk: &mut Desk, period: Period) -> Vec<Effect> {
    let entries = desk.ledgers.get(&period).map(|ledger| ledger.entries()).unwrap_or_default();
    let returns = entries.iter().enumerate().filter(|(_, entry)| entry.filed().is_some());
    let places = returns.map(|(at, _)| at).collect();
    again(desk, period, places)
}

/// The returns of the earliest quarter whose verdict rests on a keyring, a day of receipt, or returns of the quarter before
/// that are others by now, apart from those that are ordered already. The next quarter's are for the time when these are done.
pub(super) fn all_to_examine(desk: &mut Desk) -> Vec<Effect> {
    let is_working = desk.work.is_some();
    for period in desk.ledgers.keys().copied().collect::<Vec<_>>() {
        if is_working && desk.orders.is_of_before(period) {
            break;
        }
        // As long as files are being examined, what counts is still to change.
        let others = if is_working { BTreeSet::new() } else { beside_others(desk, period) };
        let places = places(desk, period, &others);
        if !places.is_empty() {
            return again(desk, period, places);
        }
    }
    Vec::new()
}

/// The agencies of which another return of the quarter before counts by now than that beside which files were examined.
fn beside_others(desk: &mut Desk, period: Period) -> BTreeSet<AgencyId> {
    let now = previous(desk, period);
    let then = desk.orders.beside.remove(&period).unwrap_or_default();
    let differs = |of: &Rc<Returns>| -> Vec<AgencyId> {
        let agencies = of.keys().chain(now.keys());
        agencies.filter(|agency| of.get(*agency) != now.get(*agency)).cloned().collect()
    };
    let others = then.iter().flat_map(differs).collect();
    // Those that still wait may count later.
    if desk.ledgers.get(&period.previous()).is_some_and(|ledger| ledger.entries().iter().any(|entry| entry.to_examine))
    {
        desk.orders.beside.insert(period, vec![Rc::new(now)]);
    }
    others
}

fn places(desk: &Desk, period: Period, others: &BTreeSet<AgencyId>) -> Vec<usize> {
    let wanted = |(at, entry): &(usize, &Entry)| {
        let waits = entry.to_examine && desk.orders.marks.get(&(period, *at)) != mark(desk, entry).as_ref();
        waits || entry.filed().is_some_and(|filed| others.contains(&filed.content.agency))
    };
    let entries = desk.ledgers.get(&period).map(|ledger| ledger.entries()).unwrap_or_default();
    entries.iter().enumerate().filter(wanted).map(|(at, _)| at).collect()
}

/// The mark of what the verdict on an entry is to rest on now.
fn mark(desk: &Desk, entry: &Entry) -> Option<String> {
    Some(desk.grounds.mark(&entry.filed()?.signatures, entry.file.received))
}

/// Orders these entries to be examined again.
fn again(desk: &mut Desk, period: Period, places: Vec<usize>) -> Vec<Effect> {
    let Some(ledger) = desk.ledgers.get(&period).filter(|_| !places.is_empty()) else { return Vec::new() };
    let entries = places.iter().filter_map(|at| Some((*at, ledger.entries().get(*at)?)));
    let (files, marks): (Vec<Again>, Vec<_>) =
        entries.map(|(at, entry)| (one_again(at, entry), mark(desk, entry).map(|mark| ((period, at), mark)))).unzip();
    desk.orders.marks.extend(marks.into_iter().flatten());
    let bench = order(desk, period, files.len());
    vec![Effect::Desk(DeskEffect::Again { period, files, bench })]
}

fn one_again(at: usize, entry: &Entry) -> Again {
    let file = &entry.file;
    Again { at, name: file.name.clone(), sha256: file.examined.sha256.clone(), received: file.received }
}

/// What is to be examined once the work at hand is done; nothing where it was stopped, and then whatever waits is ordered at
/// the next change.
pub(super) fn after(desk: &mut Desk, work: Work) -> Vec<Effect> {
    desk.orders.done += work.done;
    if !work.stopping {
        let effects = all_to_examine(desk);
        if !effects.is_empty() {
            return effects;
        }
    }
    desk.orders.marks.clear();
    Vec::new()
}
