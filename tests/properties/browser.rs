//! A small browser: it keeps drafts, gives files, makes keys and signs, and answers late and in any order.

use crate::officer::{PEM, mark};
use return36a::collect::SignatureFound;
use return36a::quarterly::{Signature, SignedFile};
use return36a::registry::sha256_hex;
use return36a::session::{Action, Effect};
use return36a::signing::{Role, Verdict};
use std::collections::BTreeMap;

/// So many files stay in the folder of downloads.
const MOST_FILES: usize = 6;

#[derive(Default)]
pub struct Browser {
    /// Drafts by their names.
    pub storage: BTreeMap<String, String>,
    /// Whether the storage refuses everything.
    pub full: bool,
    /// The draft that was kept last.
    pub last: Option<String>,
    /// Addresses that were shown.
    pub addresses: Vec<String>,
    /// Files of returns and papers on this machine.
    pub files: Vec<Vec<u8>>,
    /// What was asked of the browser and is not answered yet.
    pub answers: Vec<Action>,
}

impl Browser {
    /// Does what the page would do; answers wait until they are taken.
    pub fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::KeepSoon if !self.answers.contains(&Action::Settle) => self.answers.push(Action::Settle),
            Effect::Keep { key, .. } if self.full => self.answers.push(Action::KeepRefused(key)),
            Effect::Keep { key, text } => {
                self.storage.insert(key.clone(), text);
                self.last = Some(key.clone());
                self.answers.push(Action::Kept { name: key, at: "09:30".into() });
            }
            Effect::Forget { key } => drop(self.storage.remove(&key)),
            Effect::Address(address) | Effect::Replace(address) => self.addresses.push(address),
            Effect::Download { name, bytes } if name.ends_with(".json") => self.save(bytes),
            other => self.answers.extend(answer(other)),
        }
    }

    fn save(&mut self, file: Vec<u8>) {
        self.files.push(file);
        if self.files.len() > MOST_FILES {
            // Those that were there from the beginning stay.
            self.files.remove(MOST_FILES / 2);
        }
    }
}

/// What a browser says to an effect, sooner or later.
fn answer(effect: Effect) -> Option<Action> {
    Some(match effect {
        Effect::MakeKey { order, role, holder, .. } => {
            Action::KeyMade { order, pem: PEM.into(), mark: mark(holder.agency.as_str(), role) }
        }
        Effect::Sign(order) => {
            let signature = Signature { protected: "e30".into(), signature: "AA".into() };
            let mark = mark(order.holder.agency.as_str(), order.role);
            Action::Signed { order: order.order, of: sha256_hex(&order.payload), signature, mark: Some(mark) }
        }
        Effect::Verify(proof) => {
            let verdict = Verdict::Valid { kid: proof.key.thumbprint(), role: Role::Coordinator, issued_at: 0 };
            Action::Verified { of: sha256_hex(&proof.payload), outcome: Ok(verdict) }
        }
        Effect::TrySignatures { of, file, .. } => Action::SignaturesTried { of, found: Ok(found(&file)) },
        Effect::AskToken { order, .. } => Action::TokenAnswered { order, answer: None, now: 0 },
        _ => return None,
    })
}

/// The first signature is the drafter's, the next the approver's, then comes the seal.
fn found(file: &SignedFile) -> Vec<SignatureFound> {
    let roles = ["drafter", "approver", "seal"].into_iter().cycle();
    let found = |(role, _): (&str, &Signature)| SignatureFound {
        code: "signing/valid".into(),
        kid: String::new(),
        role: Some(role.into()),
        issued_at: Some(0),
        holder: None,
        certificate: None,
    };
    roles.zip(&file.signatures).map(found).collect()
}
