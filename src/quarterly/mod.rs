//! The quarterly return: its model, a blank one, its fields by path, and its file, read strictly and written.
//!
//! It knows the registry, for which tasks and counts a blank return asks. It knows no rule: what is filled in
//! may be wrong in any way that the types allow.

mod blank;
mod field;
mod file;
mod largest;
mod model;
mod part;
mod strict;

pub use blank::{Fitted, Start, blank, fitted};
pub use field::{Field, field, field_paths, justify, word};
pub use file::{ReadError, ReadErrorCode, SCHEMA, Signature, SignedFile, read, return_value, write};
pub use largest::largest;
pub use model::*;
pub use part::{TextField, part_of, part_texts, part_value, parts};
pub use strict::{MOST_TEXT, parse_draft};
