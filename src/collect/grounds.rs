use super::SignatureFound;
use crate::registry::sha256_hex;
use crate::signing::Keyring;
use crate::vietnamese::Date;
use std::collections::BTreeMap;

/// A keyring, with a mark of what it says of each key: a verdict that was kept can be told from one that would be found
/// today, without trying a signature again.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    keyring: Keyring,
    /// By thumbprint: the key's cards with their days, as the keyring's file has them.
    of_keys: BTreeMap<String, String>,
    /// SHA-256 of roots, revocation lists and bindings, as the keyring's file has them.
    of_certificates: String,
}

impl Grounds {
    /// Those of this keyring.
    pub fn of(keyring: Keyring) -> Self {
        let file = keyring.value().unwrap_or_default();
        let mut of_keys: BTreeMap<String, String> = BTreeMap::new();
        let lines = file.get("cards").and_then(|cards| cards.as_array()).map(Vec::as_slice).unwrap_or_default();
        for (card, line) in keyring.cards().iter().zip(lines) {
            *of_keys.entry(card.key.thumbprint()).or_default() += &line.to_string();
        }
        let parts = ["anchors", "crls", "certificates"].map(|name| file.get(name).unwrap_or_default().to_string());
        Self { keyring, of_keys, of_certificates: sha256_hex(parts.concat().as_bytes()) }
    }

    /// Who may sign for whom.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// What the verdicts on these signatures rest on, of a file received on this day: 64 hexadecimal digits, the same as
    /// long as the keyring says the same of their keys.
    pub fn mark(&self, signatures: &[SignatureFound], received: Date) -> String {
        let says = signatures.iter().map(|found| match &found.certificate {
            Some(_) => self.of_certificates.as_str(),
            None => self.of_keys.get(&found.kid).map(String::as_str).unwrap_or_default(),
        });
        let lines: Vec<String> = std::iter::once(received.iso()).chain(says.map(str::to_owned)).collect();
        sha256_hex(lines.join("\n").as_bytes())
    }
}
