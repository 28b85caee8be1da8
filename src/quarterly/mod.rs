//! The quarterly return: its model, a blank one, what it carries forward, its fields by path, and its file, read
//! strictly and written.
//!
//! It knows the registry, for which tasks and counts a blank return asks. It knows no rule: what is filled in
//! may be wrong in any way that the types allow.

mod blank;
mod carry;
mod field;
mod file;
mod largest;
mod model;
mod part;
pub mod printed;
mod section;
mod signed;
mod strict;

pub use blank::{Fitted, Start, blank, fitted};
pub use carry::{Carried, SERVICE_LIST, carry, uncarry};
pub use field::{Field, field, field_paths, justify, listed_field, word};
pub use file::{ReadError, ReadErrorCode, SCHEMA, SignedFile, read, return_value, write};
pub use largest::largest;
pub use model::*;
pub use part::{TextField, is_group, part_of, part_texts, part_value, parts};
pub use section::Section;
pub use signed::{Signable, Signature, Signed, content_value, is_hex, is_newer, read_signed, signed_in, write_signed};
pub use strict::{MOST_BYTES, MOST_TEXT, parse as parse_file, parse_draft};
