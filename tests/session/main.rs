//! What the person does, told as actions; what the page is to do, asserted as effects.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod approval;
mod arriving;
mod carry;
mod desk;
mod drafts;
#[path = "../edition/mod.rs"]
mod edition;
mod editions;
mod filling;
mod findings;
mod grid;
mod guidance;
mod history;
mod officer;
mod print;
mod screens;
mod signing;
mod slips;
mod stops;
mod words;

#[path = "../quarter/mod.rs"]
mod quarter;
