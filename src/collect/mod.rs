//! What goes between the coordinator and an agency beside the return itself: receipts and query slips.

mod paper;
mod receipt;
mod slip;

pub use paper::{COORDINATOR, Issued, Issuer, Paper, Proof, ReturnMark, issue, read_paper};
pub use receipt::{FileState, Receipt};
pub use slip::{Question, Slip, SlipHead, slip};
