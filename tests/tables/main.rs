//! The national tables: replayed from what the reports print, and tried on returns made for the purpose.
//!
//! `expected/` keeps whole tables as the page says them. `RETURN36A_REPLAY=write cargo test --test tables` writes them anew
//! after something was changed, to be read before they are kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod comparisons;
mod forms;
mod general_tasks;
mod ground;
#[path = "../collect/made.rs"]
#[allow(dead_code, reason = "the ledger's own tests use the rest")]
mod made;
mod nothing_for_zero;
#[path = "../quarter/mod.rs"]
mod quarter;
mod replays;
use return36a::quarterly::printed as returns;
mod who_filed;
mod words;
