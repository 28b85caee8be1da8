//! What the page and a worker say to each other. The page's orders come with a file or texts beside them, the worker's
//! reports apart from its answers: an answer is read at once, a report when there is time.

use crate::collect::Examined;
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};

/// What the page asks of a worker.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    /// The registry in use, where it is not the program's own: beside this stands its JSON.
    Registry,
    /// What files are examined with from now on: beside this stand the keyring's file and the previous returns by agency.
    Bench,
    /// A file to examine.
    Examine(Task),
    /// Nothing more from the archives that are open.
    Stop,
}

/// A file to examine.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Task {
    /// The job's number in the queue.
    pub(super) id: u32,
    /// The file's name.
    pub(super) name: String,
    /// The day on which it was received.
    pub(super) received: Date,
    /// The entry of the ledger that is examined again.
    pub(super) at: Option<usize>,
    /// The SHA-256 of the bytes, where they are in the store; otherwise the file or its text stands beside the order.
    pub(super) kept: Option<String>,
}

/// What a worker answers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Answer {
    /// It has started and takes orders.
    Ready,
    /// The job is an archive of so many files, or more.
    Holds {
        /// The job.
        id: u32,
        /// How many files.
        files: usize,
    },
    /// Of one file of the job there is a report: it stands beside this.
    Told {
        /// The job.
        id: u32,
    },
    /// The job is done.
    Done {
        /// The job.
        id: u32,
    },
    /// The worker has broken down.
    Broken,
}

/// What is to be said of one file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Report {
    /// It was examined.
    Found(Found),
    /// It could not be examined.
    Refused(Refused),
}

/// A file that was examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Its name, with the folder or archive it came in.
    pub name: String,
    /// The day on which it was received.
    pub received: Date,
    /// The entry of the ledger that was examined again.
    pub at: Option<usize>,
    /// What it is, looked at alone.
    pub examined: Examined,
    /// Where its text is, if it is a return or a key card; of anything else no text is kept.
    pub text: Kept,
}

/// Where the text of an examined file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// In the store, under the SHA-256 of its bytes.
    Stored,
    /// Nowhere: it is no return.
    Nowhere,
    /// Here, because the store did not take it.
    Here {
        /// Why the store did not: the code of a `StoreError`.
        code: String,
        /// The text.
        text: String,
    },
}

/// A file of which nothing can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Its name, with the folder or archive it came in.
    pub name: String,
    /// The day on which it was received.
    pub received: Date,
    /// The entry of the ledger that was to be examined again.
    pub at: Option<usize>,
    /// Why: a code of the intake, of an archive, of the store or of signing.
    pub code: String,
}
