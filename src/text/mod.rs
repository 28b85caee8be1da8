//! Every sentence shown to a person, in Vietnamese and English.
//!
//! A phrase holds both languages, so neither can be forgotten. The rules' messages are data of the registry; this room
//! puts their values in. It knows no page: a phrase is text, never markup.

mod codes;
mod fields;
mod phrase;
pub mod phrases;

pub use codes::{read_error_message, signing_message};
pub use fields::{basis_name, general_status_name, label, task_status_name, unit_name};
pub use phrase::{Language, Phrase, fill, finding_message, found_text};
