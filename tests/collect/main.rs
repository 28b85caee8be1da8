//! The coordinator's desk: what becomes of each file, which return counts, what the ledger's file keeps.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod archives;
mod chains;
mod facts;
mod grounds;
mod ledger_file;
mod made;
mod matrix;
mod queue;
#[path = "../reopened/mod.rs"]
mod reopened;
mod states;
