//! Numbers, dates and text as Vietnamese officers write them.
//!
//! The first room: it knows neither the registry nor the return.

mod date;
mod decimal;
mod number;
mod text;

pub use date::{Date, DateError, moment_text};
pub use decimal::{Decimal, DecimalError};
pub use number::{CountError, Fraction, LARGEST, count_text, parse_count};
pub use text::{is_nfc, nfc, search_key};
