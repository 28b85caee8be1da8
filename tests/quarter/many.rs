//! Thousands of signed files, made one by one: for measurements, and for who wants to see the desk under load.

use super::keys::Signatory;
use super::reporting;
use super::returns::{Ground, amended};
use return36a::quarterly::Return;
use return36a::registry::{Agency, Period, Registry};
use std::vec::IntoIter;

/// The first and the last quarter of which sound returns are made.
const QUARTERS: [&str; 2] = ["2016-Q1", "2017-Q4"];

/// The quarters of which sound returns are made.
pub fn quarters(registry: &Registry) -> Vec<Period> {
    let [first, last] = QUARTERS.map(|id| id.parse().unwrap());
    registry.period.iter().map(|facts| facts.id).filter(|id| (first..=last).contains(id)).collect()
}

/// So many signed files, each with its name: all agencies, all quarters, and of each as many versions as it takes. One
/// agency's files of one quarter follow one another in one unbroken chain. Nothing is made before it is asked for.
pub fn many(registry: &Registry, count: usize) -> Many<'_> {
    let agencies = reporting(registry);
    let periods = quarters(registry);
    let chains = agencies.len() * periods.len();
    let length = |nth: usize| count / chains + usize::from(nth < count % chains);
    let pairs = agencies.iter().flat_map(|agency| periods.iter().map(move |period| (*agency, *period)));
    let chains: Vec<_> = pairs.enumerate().map(|(nth, (agency, period))| (agency, period, length(nth))).collect();
    Many { ground: Ground::of(registry), chains: chains.into_iter(), key: None, last: None, left: 0 }
}

/// The iterator of [`many`].
pub struct Many<'a> {
    ground: Ground<'a>,
    /// Chains not begun yet: whose, of which quarter, how many files.
    chains: IntoIter<(&'a Agency, Period, usize)>,
    /// The key of the agency whose chain is being made.
    key: Option<Signatory>,
    /// The version made last.
    last: Option<Return>,
    /// Versions of this chain still to come.
    left: usize,
}

impl Iterator for Many<'_> {
    type Item = (String, Vec<u8>);

    fn next(&mut self) -> Option<Self::Item> {
        let content = match self.last.take().filter(|_| self.left > 0) {
            Some(last) => amended(&last),
            None => self.begun()?,
        };
        self.left -= 1;
        let name = format!("{}/{}_r{:02}.json", content.period, content.agency, content.revision);
        let bytes = self.key.as_ref()?.signed(content.clone());
        self.last = Some(content);
        Some((name, bytes))
    }
}

impl Many<'_> {
    /// The first version of the next chain.
    fn begun(&mut self) -> Option<Return> {
        let (agency, period, length) = self.chains.find(|(_, _, length)| *length > 0)?;
        if self.key.as_ref().is_none_or(|key| key.card.agency != agency.id) {
            self.key = Some(Signatory::of(agency));
        }
        self.left = length;
        Some(self.ground.sound(&agency.id, period))
    }
}
