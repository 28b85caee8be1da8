//! The content rules: what the registry demands of a return, tried on it.
//!
//! Rules are data (`registry/rules.toml`) in CEL. This room compiles them, binds the return and the registry's facts
//! to their names, and gives every finding at once. It writes no prose: a finding carries the rule's name and its
//! values, and the text room speaks.

mod bind;
mod check;
mod compile;
mod example;
mod facts;
mod finding;
mod functions;
mod node;
mod reads;
mod rehearsal;
mod rows;
mod shared;
mod trial;

pub use check::{Case, Checker, check};
pub use compile::{Fault, FaultCode, RuleSet};
pub use example::{ExampleError, example, written_out};
pub use finding::{Finding, Found, Verdict, verdict};
pub use rehearsal::{Flaw, FlawCode, rehearsed};
