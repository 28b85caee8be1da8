//! A ledger's file taken in again: its files are examined anew, and states follow from that.

use super::{Arrived, Bench, Examined, KeptLedger, Ledger, examine};
use crate::signing::{Primitives, SigningError};
use crate::vietnamese::Date;
use std::collections::HashMap;
use std::collections::hash_map::Entry as MapEntry;

/// The ledger of this file. A file that is there twice is examined once for each day on which it was received.
///
/// # Errors
/// Only where the primitives cannot answer.
pub async fn opened<P: Primitives>(
    primitives: &P,
    bench: Bench<'_>,
    kept: &KeptLedger,
) -> Result<Ledger, SigningError> {
    let mut texts: HashMap<&str, &str> = HashMap::new();
    let mut known: HashMap<(&str, Date), Examined> = HashMap::new();
    let mut arrived: Vec<Arrived> = Vec::new();
    for entry in &kept.entries {
        if let Some(unread) = entry.unread() {
            arrived.push(unread);
            continue;
        }
        let text = *texts.entry(&entry.sha256).or_insert(entry.text.as_deref().unwrap_or_default());
        let examined = match known.entry((&entry.sha256, entry.received)) {
            MapEntry::Occupied(known) => known.get().clone(),
            MapEntry::Vacant(new) => {
                new.insert(examine(primitives, bench, text.as_bytes(), entry.received).await?).clone()
            }
        };
        arrived.push(entry.arrived(examined));
    }
    let mut ledger = Ledger::new(bench.registry, kept.period);
    ledger.add(arrived);
    ledger.set_sent(kept.sent.clone());
    Ok(ledger)
}
