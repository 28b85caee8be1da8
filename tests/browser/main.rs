//! The built page in real Chromium, and in real Firefox. `cargo xtask test` builds the page and runs these.
//!
//! To run some of them again: `cargo xtask bundle --hosted`, then
//! `RETURN36A_PAGE=$PWD/dist/index.html cargo test --test browser NAME`.
//! A test that fails leaves a picture of the page and prints where it is.

mod access;
mod approval;
mod axe;
mod budget;
mod carry;
mod chromium;
mod desk;
mod desk_report;
mod driver;
#[path = "../edition/mod.rs"]
mod edition;
mod editions;
mod findings;
mod firefox;
mod folder;
mod gecko;
mod grid;
mod guidance;
mod hands;
mod harness;
mod hosted;
mod intake_speed;
mod keyboard;
mod keyring;
mod officer;
mod opening;
mod places;
mod print;
#[path = "../quarter/mod.rs"]
mod quarter;
mod reliability;
mod requests;
mod saving;
mod screen;
mod server;
mod session;
mod slips;
mod speed;
mod story;
mod telex;
mod together;
mod tongues;
mod typing;
