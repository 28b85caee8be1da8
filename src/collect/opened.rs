//! A ledger's file taken in again: its files are examined anew, and states follow from that.

use super::{Arrived, Bench, Examined, KeptLedger, Ledger, examine};
use crate::signing::{Primitives, SigningError};
use std::collections::HashMap;

/// The ledger of this file. A file that is there twice is examined once.
///
/// # Errors
/// Only where the primitives cannot answer.
pub async fn opened<P: Primitives>(
    primitives: &P,
    bench: Bench<'_>,
    kept: &KeptLedger,
) -> Result<Ledger, SigningError> {
    let mut known: HashMap<&str, Examined> = HashMap::new();
    let mut arrived: Vec<Arrived> = Vec::new();
    for entry in &kept.entries {
        if let Some(unread) = entry.unread() {
            arrived.push(unread);
            continue;
        }
        if let Some(text) = &entry.text {
            let examined = examine(primitives, bench, text.as_bytes(), entry.received).await?;
            known.insert(&entry.sha256, examined);
        }
        arrived.extend(known.get(entry.sha256.as_str()).map(|examined| entry.arrived(examined.clone())));
    }
    let mut ledger = Ledger::new(bench.registry, kept.period);
    ledger.add(arrived);
    ledger.set_sent(kept.sent.clone());
    Ok(ledger)
}
