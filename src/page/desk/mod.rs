//! What the page does for the coordinator's desk: files in hand, those who examine them, the storage.
//!
//! Work comes in batches, each with its own bench; one is examined after the other, so that no file is tried beside the
//! wrong quarter's returns.

mod batch;
mod storage;

use super::app::{App, Message};
use super::dropped::Given;
use super::examiners::{BenchTexts, Examiners, Facts, Found, Job, Kept, Source, Taken as Came};
use super::signer;
use crate::session::Action;
use crate::session::desk::{Again, BenchData, DeskAction, DeskEffect, Taken, Unread};
use batch::Batch;
use std::collections::{BTreeMap, VecDeque};
use storage::{Operation, Storage};
use web_sys::File;
use yew::html::Scope;

/// The desk's hands.
pub(super) struct Room {
    facts: Facts,
    /// Files that were chosen, until the core says what to do with them.
    files: Vec<(String, File)>,
    examiners: Option<Examiners>,
    waiting: VecDeque<Batch>,
    current: Option<Batch>,
    /// Files of the batches before the current one, since there was nothing to do.
    done: usize,
    /// Texts of returns that the storage did not take, by hash.
    texts: BTreeMap<String, String>,
    storage: Storage,
    cancelled: bool,
}

impl Room {
    /// Hands that have nothing to do yet.
    pub(super) fn new(facts: Facts, link: &Scope<App>) -> Self {
        Self {
            facts,
            files: Vec::new(),
            examiners: None,
            waiting: VecDeque::new(),
            current: None,
            done: 0,
            texts: BTreeMap::new(),
            storage: Storage::new(link.callback(Message::Act)),
            cancelled: false,
        }
    }

    /// Works under another registry from now on. The desk is brought out of the storage anew, after all that was ordered.
    pub(super) fn set_facts(&mut self, facts: Facts) {
        (self.facts, self.examiners, self.current) = (facts, None, None);
        (self.done, self.cancelled) = (0, false);
        self.files.clear();
        self.waiting.clear();
    }

    /// Takes files in hand, and says so.
    pub(super) fn hold(&mut self, given: Given) -> DeskAction {
        let files = given.files.len();
        self.files.extend(given.files);
        let unread = given.unreadable.into_iter();
        let unread = unread.map(|(name, fault)| Unread { name, code: fault.code().to_owned() });
        DeskAction::Take { files, unread: unread.collect() }
    }

    /// Carries out one effect.
    pub(super) fn run(&mut self, effect: DeskEffect, link: &Scope<App>) {
        match effect {
            DeskEffect::Take { period, received, bench } => {
                let job = |(name, file)| Job { name, received, source: Source::File(file), at: None };
                let jobs = std::mem::take(&mut self.files).into_iter().map(job).collect();
                self.enqueue(Batch::new(period, texts(&bench), jobs), link);
            }
            DeskEffect::TakeKept { period, entries, bench } => {
                self.enqueue(Batch::of_kept(period, texts(&bench), entries), link);
            }
            DeskEffect::Again { period, files, bench } => {
                let job = |file: Again| {
                    let source = match self.texts.get(&file.sha256) {
                        Some(text) => Source::Text(text.clone()),
                        None => Source::Stored(file.sha256),
                    };
                    Job { name: file.name, received: file.received, source, at: Some(file.at) }
                };
                let jobs = files.into_iter().map(job).collect();
                self.enqueue(Batch::again(period, texts(&bench), jobs), link);
            }
            DeskEffect::MakeKey { password, holder } => link.send_future(signer::make_coordinator(password, holder)),
            DeskEffect::Issue { pem, password, papers } => {
                link.send_future(signer::issue_papers(pem, password, papers));
            }
            DeskEffect::TryKeyring(proof) => link.send_future(signer::try_keyring(*proof)),
            DeskEffect::TryCrls { crls, anchors } => link.send_future(signer::try_crls(crls, anchors)),
            DeskEffect::LetGo => self.files.clear(),
            DeskEffect::Cancel => self.cancel(link),
            DeskEffect::Load => self.storage.order(Operation::Load),
            DeskEffect::Keep(rows) => self.storage.order(Operation::Keep(rows)),
            DeskEffect::Forget(period) => self.storage.order(Operation::Forget(period)),
            DeskEffect::KeepKeyring(text) => self.storage.order(Operation::KeepKeyring(text)),
            DeskEffect::Remember(period) => storage::remember(period),
            DeskEffect::Sweep(hashes) => self.storage.order(Operation::Sweep(hashes)),
            DeskEffect::Fetch { hashes, wanted } => {
                let here = hashes.iter().filter_map(|hash| Some((hash.clone(), self.texts.get(hash)?.clone())));
                self.storage.order(Operation::Fetch { here: here.collect(), hashes, wanted });
            }
        }
    }

    fn enqueue(&mut self, batch: Batch, link: &Scope<App>) {
        self.waiting.push_back(batch);
        self.begin(link);
    }

    /// Begins the next batch, if none is at work. What needs no examining is told at once.
    fn begin(&mut self, link: &Scope<App>) {
        if self.current.is_some() {
            return;
        }
        let Some(mut batch) = self.waiting.pop_front() else { return };
        let (jobs, taken) = (batch.jobs(), batch.ready());
        let bench = batch.bench.clone();
        self.current = Some(batch);
        if !taken.is_empty() {
            link.send_message(Message::Act(Action::Desk(self.examined(taken))));
        }
        if jobs.is_empty() {
            return link.send_message(Message::Came(vec![Came::Finished { left: 0 }]));
        }
        let examiners = self.examiners.get_or_insert_with(|| {
            Examiners::new(self.facts.clone(), BenchTexts::default(), link.callback(Message::Came))
        });
        examiners.set_bench(bench);
        examiners.examine(jobs);
    }

    /// What became of what was examined, for the core.
    pub(super) fn came(&mut self, batch: Vec<Came>, link: &Scope<App>) -> Vec<DeskAction> {
        let mut taken = Vec::new();
        let mut ended = None;
        for came in batch {
            let Some(current) = &mut self.current else { continue };
            match came {
                Came::Found(found) => {
                    self.texts.extend(left_here(&found));
                    taken.extend(current.found(*found));
                }
                Came::Refused(refused) => taken.extend(current.refused(refused)),
                Came::Progress(progress) => (current.done, current.of) = (progress.done, progress.of),
                Came::Finished { left } => ended = Some(left),
            }
        }
        let mut actions = vec![self.examined(taken)];
        if let Some(left) = ended {
            actions.extend(self.ended(left, link));
        }
        actions
    }

    fn examined(&self, taken: Vec<Taken>) -> DeskAction {
        let (done, of) = self.current.as_ref().map_or((0, 0), |batch| (batch.done, batch.of));
        let waiting: usize = self.waiting.iter().map(|batch| batch.of).sum();
        DeskAction::Examined { taken, done: self.done + done, of: self.done + of + waiting }
    }

    /// The batch is done: the next one begins, or all is.
    fn ended(&mut self, left: usize, link: &Scope<App>) -> Option<DeskAction> {
        let batch = self.current.take()?;
        self.done += batch.of;
        let mut left = left;
        if self.cancelled {
            left += self.waiting.drain(..).map(|batch| batch.of).sum::<usize>();
        }
        self.begin(link);
        if self.current.is_some() {
            return None;
        }
        (self.done, self.cancelled) = (0, false);
        Some(DeskAction::Finished { left })
    }

    fn cancel(&mut self, link: &Scope<App>) {
        self.cancelled = self.current.is_some();
        match &self.examiners {
            Some(examiners) if self.cancelled => examiners.cancel(),
            _ => link.send_message(Message::Act(Action::Desk(DeskAction::Finished { left: 0 }))),
        }
    }
}

/// The text that the storage did not take, by hash.
fn left_here(found: &Found) -> Option<(String, String)> {
    match &found.text {
        Kept::Here { text, .. } => Some((found.examined.sha256.clone(), text.clone())),
        Kept::Stored | Kept::Nowhere => None,
    }
}

fn texts(bench: &BenchData) -> BenchTexts {
    BenchTexts {
        keyring: bench.keyring.json().unwrap_or_default(),
        previous: serde_json::to_string(&*bench.previous).unwrap_or_default(),
    }
}
