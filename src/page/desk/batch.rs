//! Files that are examined with the same bench, and what they were.

use crate::collect::{Arrived, Examined, KeptEntry};
use crate::page::examiners::{BenchTexts, Found, Job, Refused, Source};
use crate::registry::Period;
use crate::session::desk::Taken;
use std::collections::BTreeMap;

/// A batch.
pub(super) struct Batch {
    period: Period,
    /// What they are examined with.
    pub(super) bench: BenchTexts,
    /// How many files are done, as far as was told.
    pub(super) done: usize,
    /// Of how many.
    pub(super) of: usize,
    jobs: Vec<Job>,
    kind: Kind,
}

enum Kind {
    /// Files that come.
    New,
    /// Entries that are examined again.
    Again,
    /// Entries of a kept ledger, told in its order.
    Kept(Order),
}

/// Entries of a kept ledger: what is found comes in any order, and is told in theirs.
struct Order {
    entries: Vec<KeptEntry>,
    /// The next one to be told.
    next: usize,
    held: BTreeMap<usize, Taken>,
}

impl Batch {
    /// Files that come.
    pub(super) fn new(period: Period, bench: BenchTexts, jobs: Vec<Job>) -> Self {
        Self { period, bench, done: 0, of: jobs.len(), jobs, kind: Kind::New }
    }

    /// Entries that are examined again.
    pub(super) fn again(period: Period, bench: BenchTexts, jobs: Vec<Job>) -> Self {
        Self { kind: Kind::Again, ..Self::new(period, bench, jobs) }
    }

    /// Entries of a kept ledger. What was no return is not examined; of equal files one is.
    pub(super) fn of_kept(period: Period, bench: BenchTexts, mut entries: Vec<KeptEntry>) -> Self {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut jobs = Vec::new();
        let mut held = BTreeMap::new();
        for (at, entry) in entries.iter_mut().enumerate() {
            if let Some(file) = entry.unread() {
                held.insert(at, Taken::New { period, file: Box::new(file) });
            } else if first.insert(entry.sha256.clone(), at).is_none() {
                let source = match entry.text.take() {
                    Some(text) => Source::Text(text),
                    None => Source::Stored(entry.sha256.clone()),
                };
                jobs.push(Job { name: entry.name.clone(), received: entry.received, source, at: Some(at) });
            }
        }
        let kind = Kind::Kept(Order { entries, next: 0, held });
        Self { kind, ..Self::new(period, bench, jobs) }
    }

    /// What is to be examined.
    pub(super) fn jobs(&mut self) -> Vec<Job> {
        std::mem::take(&mut self.jobs)
    }

    /// What can be told before anything was examined.
    pub(super) fn ready(&mut self) -> Vec<Taken> {
        match &mut self.kind {
            Kind::Kept(order) => order.release(),
            Kind::New | Kind::Again => Vec::new(),
        }
    }

    /// What is to be told of a file that was examined.
    pub(super) fn found(&mut self, found: Found) -> Vec<Taken> {
        let Found { name, received, at, examined, .. } = found;
        let period = self.period;
        match (&mut self.kind, at) {
            (Kind::Kept(order), Some(_)) => order.found(period, &examined),
            (Kind::Again, Some(at)) => vec![Taken::Again { period, at, examined: Box::new(examined) }],
            _ => {
                let file = Arrived { name, received, examined, note: String::new(), set_aside: false };
                vec![Taken::New { period, file: Box::new(file) }]
            }
        }
    }

    /// What is to be told of a file of which nothing can be found.
    pub(super) fn refused(&mut self, refused: Refused) -> Vec<Taken> {
        let Refused { name, at, code, .. } = refused;
        let unread = Taken::Unread { name, code };
        match (&mut self.kind, at) {
            (Kind::Kept(order), Some(at)) => {
                order.held.insert(at, unread);
                order.release()
            }
            _ => vec![unread],
        }
    }
}

impl Order {
    /// All entries of this file have what was found in it.
    fn found(&mut self, period: Period, examined: &Examined) -> Vec<Taken> {
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.sha256 == examined.sha256) {
            let file = Box::new(entry.arrived(examined.clone()));
            self.held.entry(at).or_insert(Taken::New { period, file });
        }
        self.release()
    }

    /// What can be told now.
    fn release(&mut self) -> Vec<Taken> {
        let mut released = Vec::new();
        while let Some(taken) = self.held.remove(&self.next) {
            released.push(taken);
            self.next += 1;
        }
        released
    }
}
