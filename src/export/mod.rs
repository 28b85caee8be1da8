//! What leaves the page beside the signed return: tables and documents for other programs.
//!
//! This room knows forms, not contents: it is given words, numbers and days, and gives bytes.

mod archive;
mod cell;
mod csv;
mod docx;
mod error;
mod paper;
mod qr;
mod sheet;
mod styles;
mod tabs;
mod words;
mod xlsx;
mod xml;

pub use archive::archive;
pub use cell::{NO_DATA, SheetCell};
pub use csv::{csv, csv_parted};
pub use docx::docx;
pub use error::{CODES, ExportError};
pub use paper::{Block, COUNTRY, MOTTO, Paper, PaperHead, PaperMark, RECIPIENTS, Signatory};
pub use qr::{QrCode, qr_code};
pub use sheet::{Align, Column, Heading, Line, LineKind, PlacedHeading, Sheet};
pub use words::is_formula;
pub use xlsx::xlsx;
