//! What leaves the page beside the signed return: tables and documents for other programs.
//!
//! This room knows forms, not contents: it is given words, numbers and days, and gives bytes.

mod cell;
mod csv;
mod error;
mod sheet;
mod styles;
mod tabs;
mod words;
mod xlsx;

pub use cell::{NO_DATA, SheetCell};
pub use csv::csv;
pub use error::{CODES, ExportError};
pub use sheet::{Align, Column, Heading, Line, LineKind, PlacedHeading, Sheet};
pub use xlsx::xlsx;
