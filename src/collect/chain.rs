//! Which of an agency's sound returns counts: revisions form a chain, each naming the hash of the one before.

use super::Filed;
use crate::vietnamese::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A sound return as a link of its agency's chain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link<'a> {
    /// The number of its entry.
    pub at: usize,
    /// Its number in the chain, from 1.
    pub revision: u32,
    hash: &'a str,
    supersedes: Option<&'a str>,
    return_id: &'a str,
    received: Date,
}

/// Where a link stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It counts.
    Counts {
        /// The day on which the first of its chain came.
        received: Date,
        /// The revision before it is not there.
        gap: bool,
        /// The number it should have, where it has another.
        wanted: Option<u32>,
        /// The entries that dispute what comes after it.
        disputed: Vec<usize>,
    },
    /// The entry of the revision that took its place.
    Superseded(usize),
    /// The other entries that claim its place.
    Forked(Vec<usize>),
}

impl<'a> Link<'a> {
    /// The link that this entry is.
    pub(super) fn of(at: usize, filed: &'a Filed, received: Date) -> Self {
        let content = &filed.content;
        Self {
            at,
            hash: &filed.content_sha256,
            supersedes: content.supersedes.as_deref(),
            return_id: &content.return_id,
            revision: content.revision,
            received,
        }
    }
}

/// A stretch of the chain whose first link's predecessor is not there.
struct Stretch {
    /// Indices of its links, in order, up to where it ends or forks.
    links: Vec<usize>,
    /// Indices of all links behind a fork, none where there is no fork.
    disputed: Vec<usize>,
}

/// The place of each link, in the order of the links.
///
/// A chain without a fork counts by its last link. Where two links claim the same predecessor, both and all behind them
/// are forked, and the predecessor goes on counting. Stretches of one return between which a revision is missing follow
/// one another by their numbers; what else begins anew, or claims the same missing revision as another, disputes the first
/// place, and nothing counts.
pub(super) fn resolved(links: &[Link<'_>]) -> Vec<Place> {
    let mut places: Vec<Option<Place>> = vec![None; links.len()];
    let mut stretches = stretches(links);
    stretches.sort_by_key(|stretch| stretch.links.first().and_then(|first| links.get(*first)).map(|of| of.revision));
    if !follow_one_another(links, &stretches) {
        let all: Vec<usize> = (0..links.len()).collect();
        return all.iter().map(|own| Place::Forked(others(links, &all, *own))).collect();
    }
    let whole: Vec<usize> = stretches.iter().flat_map(|stretch| stretch.links.iter().copied()).collect();
    for pair in whole.windows(2) {
        if let [before, after] = pair {
            put(&mut places, *before, links.get(*after).map(|after| Place::Superseded(after.at)));
        }
    }
    let disputed = stretches.last().map(|last| last.disputed.clone()).unwrap_or_default();
    for own in &disputed {
        put(&mut places, *own, Some(Place::Forked(others(links, &disputed, *own))));
    }
    if let Some(last) = whole.last() {
        put(&mut places, *last, counts(links, &whole, &disputed));
    }
    // Every link is in one stretch, before its fork or behind it.
    places.into_iter().map(|place| place.unwrap_or(Place::Forked(Vec::new()))).collect()
}

fn counts(links: &[Link<'_>], whole: &[usize], disputed: &[usize]) -> Option<Place> {
    let chain: Vec<&Link<'_>> = whole.iter().filter_map(|own| links.get(*own)).collect();
    let last = chain.last()?;
    let before = chain.iter().rev().nth(1);
    let linked = before.is_some_and(|before| last.supersedes == Some(before.hash));
    let wanted = match before {
        Some(before) if linked => before.revision.saturating_add(1),
        None if last.supersedes.is_none() => 1,
        _ => last.revision,
    };
    Some(Place::Counts {
        received: chain.iter().map(|link| link.received).min()?,
        gap: last.supersedes.is_some() && !linked,
        wanted: (wanted != last.revision).then_some(wanted),
        disputed: disputed.iter().filter_map(|own| links.get(*own)).map(|link| link.at).collect(),
    })
}

/// The stretches of which the links consist.
fn stretches(links: &[Link<'_>]) -> Vec<Stretch> {
    let by_hash: BTreeMap<&str, usize> = links.iter().enumerate().map(|(own, link)| (link.hash, own)).collect();
    let mut after: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut firsts = Vec::new();
    for (own, link) in links.iter().enumerate() {
        match link.supersedes.and_then(|hash| by_hash.get(hash)) {
            Some(before) => after.entry(*before).or_default().push(own),
            None => firsts.push(own),
        }
    }
    firsts.into_iter().map(|first| stretch(first, &after)).collect()
}

fn stretch(first: usize, after: &BTreeMap<usize, Vec<usize>>) -> Stretch {
    let mut links = vec![first];
    let mut own = first;
    // A hash cannot be that of what names it, so no chain comes back to itself.
    while let Some([next]) = after.get(&own).map(Vec::as_slice) {
        links.push(*next);
        own = *next;
    }
    let mut disputed = after.get(&own).cloned().unwrap_or_default();
    let mut seen = 0;
    while let Some(behind) = disputed.get(seen).copied() {
        disputed.extend(after.get(&behind).into_iter().flatten());
        seen += 1;
    }
    Stretch { links, disputed }
}

/// Whether stretches, ordered by their first numbers, are of one return with missing revisions between them. Two that
/// claim the same missing revision do not follow one another: they are a fork as any other.
fn follow_one_another(links: &[Link<'_>], stretches: &[Stretch]) -> bool {
    let firsts = stretches.iter().filter_map(|stretch| links.get(*stretch.links.first()?));
    let mut claimed = BTreeSet::new();
    if !firsts.filter_map(|first| first.supersedes).all(|missing| claimed.insert(missing)) {
        return false;
    }
    stretches.windows(2).all(|pair| {
        let [before, after] = pair else { return true };
        let last = before.links.last().and_then(|own| links.get(*own));
        let first = after.links.first().and_then(|own| links.get(*own));
        let (Some(last), Some(first)) = (last, first) else { return false };
        before.disputed.is_empty()
            && first.supersedes.is_some()
            && last.return_id == first.return_id
            && last.revision < first.revision
    })
}

/// The entries of these links but for one.
fn others(links: &[Link<'_>], of: &[usize], own: usize) -> Vec<usize> {
    of.iter().filter(|other| **other != own).filter_map(|other| links.get(*other)).map(|link| link.at).collect()
}

fn put(places: &mut [Option<Place>], own: usize, place: Option<Place>) {
    if let Some(slot) = places.get_mut(own) {
        *slot = place;
    }
}
