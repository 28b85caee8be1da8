//! What leaves the page beside the signed return: tables for other programs.
//!
//! This room knows forms, not contents: it is given rows of texts.

mod csv;

pub use csv::csv;
