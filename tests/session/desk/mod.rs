//! The coordinator's desk: intake, ledger, keyring, matrix, tables, charts, what leaves it.

pub mod coordinator;
mod figures;
mod imprint;
mod intake;
mod keeping;
mod keyring;
mod leaving;
mod papers;
mod report;
mod waiting;
