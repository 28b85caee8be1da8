//! The registry: what is asked of whom, and where each fact stands in the documents.
//!
//! People write it as `registry/*.toml`; the build joins those files into one JSON text. This room types it,
//! loads it and checks it against itself. It knows nothing of a return.

mod id;
mod model;
mod period;

pub use id::{AgencyId, CountId, DocumentId, GeneralTaskId, IndicatorId, TaskNumber};
pub use model::*;
pub use period::{Period, PeriodError};
