//! What the coordinator has sent back: query slips and receipts, remembered beside the files that they are about.

use super::Slip;
use crate::quarterly::{Signable, is_hex};
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was sent back about the files of a ledger; it is kept with them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// Query slips in the order in which they were written.
    #[serde(default)]
    pub slips: Vec<Slip>,
    /// The days of receipts, by the SHA-256 of the file that was received.
    #[serde(default)]
    pub receipts: BTreeMap<String, Date>,
}

impl Sent {
    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.slips.is_empty() && self.receipts.is_empty()
    }

    /// The slips about any revision of this return, in the order in which they were written.
    pub fn slips_about<'a>(&'a self, return_id: &'a str) -> impl Iterator<Item = &'a Slip> {
        self.slips.iter().filter(move |slip| slip.about.return_id == return_id)
    }

    /// The place of the first thing that is not as it ought to be.
    pub(super) fn ill_formed(&self) -> Option<String> {
        let slips = self.slips.iter().enumerate();
        let slip = |(at, slip): (usize, &Slip)| slip.ill_formed().map(|place| format!("/sent/slips/{at}{place}"));
        let receipt = || self.receipts.keys().find(|sha256| !is_hex(sha256, 64));
        slips.map(slip).find_map(|place| place).or_else(|| Some(format!("/sent/receipts/{}", receipt()?)))
    }
}
