//! The quarterly return on Resolution 36a/NQ-CP, from a blank page to a signed file.
//!
//! The rooms of the house, in the order in which data flows; each uses only those above it.

/// Numbers, dates and text as Vietnamese officers write them.
pub mod vietnamese;

/// What is asked: agencies, periods, tasks, counts, baselines and rules, each fact with its source.
pub mod registry;

/// The return: its model, its fields by path, its file.
pub mod quarterly;

/// What the registry demands of a return, tried on it.
pub mod rules;

/// Canonical bytes, keys, signatures and the verdict on them.
pub mod signing;

/// The coordinator's desk: files taken in, the ledger of what counts, the national tables, receipts and query slips.
pub mod collect;

/// Tables and documents for other programs.
pub mod export;

/// Every sentence shown to a person, by code.
pub mod text;

/// What the person is doing: state, actions, effects as data, view models.
pub mod session;

/// The page: components, screens, and the browser's effects.
#[cfg(target_arch = "wasm32")]
pub mod page;
