//! The quarterly return on Resolution 36a/NQ-CP, from a blank page to a signed file.
//!
//! The rooms of the house, in the order in which data flows; each uses only those above it.

/// Numbers, dates and text as Vietnamese officers write them.
pub mod vietnamese;

/// What is asked: agencies, periods, tasks, counts, baselines and rules, each fact with its source.
pub mod registry;

/// Canonical bytes, keys, signatures and the verdict on them.
pub mod signing;

/// The browser's own: what only a page can do.
#[cfg(target_arch = "wasm32")]
pub mod page;
