//! The command line as a coordinator meets it: its sentences, its exit codes, its pipes, its files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod archives;
mod check;
mod collect;
#[path = "../edition/mod.rs"]
mod edition;
mod lint;
mod program;
#[path = "../quarter/mod.rs"]
mod quarter;
mod registry;
#[path = "../reopened/mod.rs"]
mod reopened;
mod report;
mod reports;
mod verify;
mod words;
