//! The registry: what is asked of whom, and where each fact stands in the documents.
//!
//! People write it as `registry/*.toml`; the build joins those files into one JSON text. This room types it,
//! loads it and checks it against itself. It knows nothing of a return.

mod difference;
mod digest;
mod id;
mod load;
mod lookup;
mod model;
mod period;
mod printed;
mod selfcheck;
mod stability;
mod typed;

pub use difference::{Change, Kind, What, differences};
pub use digest::{sha256_and_size, sha256_hex};
pub use id::{AgencyId, CountId, DocumentId, GeneralTaskId, IndicatorId, ServiceId, TaskNumber};
pub use load::{RegistryError, RegistryErrorCode};
pub use lookup::Tier;
pub use model::*;
pub use period::{Period, PeriodError};
pub use printed::*;
pub use selfcheck::{Contradiction, ContradictionCode, Fault, FaultCode, SelfCheck, self_check};
pub use stability::instabilities;
pub use typed::{typed, typed_at, typed_text};
