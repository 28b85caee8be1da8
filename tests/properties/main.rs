//! What holds for anything that can be written, read, carried forward or done: tried on values and deeds by chance.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod actions;
mod browser;
mod canonical;
mod carried;
mod deeds;
mod kept;
mod memory;
#[allow(dead_code, reason = "the session's tests ask an officer more")]
#[path = "../session/officer.rs"]
mod officer;
mod person;
mod printed;
mod returns;
