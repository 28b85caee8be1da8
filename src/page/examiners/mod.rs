//! Taking many files in while the page stays quick: workers examine them, the page hears of it in small batches.
//!
//! A worker is this very program, started again from the page's one file. It reads the files itself, from the handles
//! that the browser gave the page, and keeps the returns' texts in the browser's database, so that no file's bytes ever
//! pass through the page's own thread. Each worker has at most two files at once; the rest wait as handles. Where the
//! browser lets no worker start, the page examines by itself, one file at a time with a pause before each.

mod examiner;
mod hand;
mod letter;
mod orders;
mod queue;
mod worker;

pub use examiner::Facts;
pub use hand::BenchTexts;
pub use orders::{Found, Kept, Refused};
pub(in crate::page) use worker::start as start_worker;

use crate::collect::Progress;
use crate::vietnamese::Date;
use queue::Desk;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;
use web_sys::File;
use yew::Callback;

/// What is to be examined.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its name, with the folder it came in.
    pub name: String,
    /// The day on which it was received.
    pub received: Date,
    /// Where its bytes are.
    pub source: Source,
    /// The entry of the ledger that is examined again, for the caller's use.
    pub at: Option<usize>,
}

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
pub enum Source {
    /// On the disk, behind the handle that the browser gave.
    File(File),
    /// In the store's shelf of files, under this SHA-256.
    Stored(String),
    /// Here.
    Text(String),
}

/// What is told of the intake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A file was examined.
    Found(Box<Found>),
    /// A file could not be examined.
    Refused(Refused),
    /// How far it has come.
    Progress(Progress),
    /// All is done.
    Finished {
        /// How many files were not looked at, because it was cancelled.
        left: usize,
    },
}

/// Those who examine files. They are started when there is something to do, and end when this is dropped.
pub struct Examiners {
    desk: Rc<RefCell<Desk>>,
}

impl fmt::Debug for Examiners {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Examiners").finish_non_exhaustive()
    }
}

impl Examiners {
    /// Examiners with this bench; what they find comes in batches, about every 50 ms, results in any order.
    pub fn new(facts: Facts, bench: BenchTexts, taken: Callback<Vec<Taken>>) -> Self {
        Self { desk: Rc::new(RefCell::new(Desk::new(facts, bench, taken))) }
    }

    /// Examines with another keyring or other previous returns from now on.
    pub fn set_bench(&self, bench: BenchTexts) {
        self.desk.borrow_mut().set_bench(bench);
    }

    /// Takes files in, after those that wait.
    pub fn take(&self, files: impl IntoIterator<Item = (String, File)>, received: Date) {
        let job = |(name, file)| Job { name, received, source: Source::File(file), at: None };
        self.examine(files.into_iter().map(job));
    }

    /// Examines this, after what waits.
    pub fn examine(&self, jobs: impl IntoIterator<Item = Job>) {
        queue::examine(&self.desk, jobs);
    }

    /// Gives up what waits; what is being examined is finished and told.
    pub fn cancel(&self) {
        queue::cancel(&self.desk);
    }
}
