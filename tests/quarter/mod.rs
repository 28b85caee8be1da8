//! The files of a whole quarter, made from the registry: sound returns of every agency, signed, and bad ones of every
//! state in which the coordinator's desk may put a file.
//!
//! Nothing here is anybody's real return: persons are named as samples, and figures are drawn from the registry's names.
//! All of it is a pure function of the registry: no clock, no randomness, the same bytes in every run. Tests, measurements
//! and the example `quarter` include it by its path.
//!
//! | module | what is in it |
//! |---|---|
//! | `chance` | numbers that look drawn and are the same in every run |
//! | `days` | days counted on, and the quarters that follow one another |
//! | `returns` | a sound return, the one after it, an amendment, a warned and a blocked one |
//! | `progress`, `counts` | its tasks and indicators; its services and dossiers |
//! | `keys` | each agency's key and card, and a key that nobody knows |
//! | `files` | the files of a quarter, each with the state that it must get |
//! | `parts` | who sends what, and under which name |
//! | `alien` | what is no return at all |
//! | `many` | thousands of signed files, one by one |
#![allow(dead_code, reason = "each who includes it uses a part")]
#![allow(clippy::unwrap_used, reason = "samples that the registry has no ground for are not made")]

pub mod alien;
pub mod chance;
pub mod counts;
pub mod days;
pub mod files;
pub mod keys;
pub mod many;
pub mod parts;
pub mod progress;
pub mod returns;

use return36a::registry::{Agency, Registry, Tier};

/// The agency to which the others report.
const COORDINATOR: &str = "van-phong-chinh-phu";

/// The agencies whose returns a quarter waits for, in the official order, the central ones first: 30 and 63.
///
/// The registry knows 31 central agencies and the reports count 30 (7242/BC-VPCP, parts 1.a, 2.a and 2.b). The one that is
/// not counted is taken to be the Government Office, which receives the returns: the news of 08/02/2017 names four of
/// the 30 as not connected with it, Ủy ban Giám sát tài chính quốc gia among them.
pub fn reporting(registry: &Registry) -> Vec<&Agency> {
    let all = [Tier::Central, Tier::Local].into_iter().flat_map(|tier| registry.agencies_in_order(tier));
    all.filter(|agency| agency.id.as_str() != COORDINATOR).collect()
}
