use crate::registry::AgencyId;
use crate::signing::{KeyCard, Keyring, Role, Verdict};
use serde::{Deserialize, Serialize};

/// What a file's signatures are worth beside the keyring, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// One does not fit, is refused or cannot be read.
    Broken,
    /// One is by a key of another agency, or in a role that the key does not have.
    OtherAgency,
    /// One is by a key that is not in the keyring.
    Unknown,
    /// There is none.
    Unsigned,
    /// All are by keys of this agency in their roles.
    Genuine,
}

/// One signature, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureFound {
    /// The verdict's code: `signing/valid`, `collect/other-agency`, `collect/other-role`.
    pub code: String,
    /// The key's thumbprint, empty where the signature cannot be read.
    pub kid: String,
    /// The role that the signature claims.
    pub role: Option<String>,
    /// When, as the signatory's clock says, in Unix seconds.
    pub issued_at: Option<i64>,
    /// Whose key it is.
    pub holder: Option<Holder>,
}

/// Whose key it is, as the keyring says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// For which agency the key signs.
    pub agency: AgencyId,
    /// The person, or the office.
    pub name: String,
}

/// A valid signature by a key that signs for another agency.
const OTHER_AGENCY: &str = "collect/other-agency";
/// A valid signature in a role that the key's card does not give.
const OTHER_ROLE: &str = "collect/other-role";

/// The verdict on one signature of this agency's return, beside the keyring.
pub(super) fn found(verdict: &Verdict, agency: &AgencyId, keyring: &Keyring) -> SignatureFound {
    let mut found = SignatureFound {
        code: verdict.code().to_owned(),
        kid: String::new(),
        role: None,
        issued_at: None,
        holder: None,
    };
    match verdict {
        Verdict::Valid { kid, role, issued_at } => {
            let card = holder(keyring, kid, *role, agency);
            found.code = card.map_or(found.code, |card| accepted(card, *role, agency).to_owned());
            found.holder = card.map(|card| Holder { agency: card.agency.clone(), name: card.name.clone() });
            (found.kid, found.role, found.issued_at) = (kid.clone(), Some(role.as_str().to_owned()), Some(*issued_at));
        }
        Verdict::Broken { kid } | Verdict::UnknownKey { kid } => found.kid.clone_from(kid),
        Verdict::AlgorithmRefused { .. } | Verdict::HeaderRefused(_) | Verdict::Malformed(_) => {}
    }
    found
}

/// The card that fits best: of this agency and role, else of this agency, else any of this key.
fn holder<'a>(keyring: &'a Keyring, kid: &'a str, role: Role, agency: &AgencyId) -> Option<&'a KeyCard> {
    keyring.holders(kid).min_by_key(|card| (card.agency != *agency, card.role != role))
}

fn accepted(card: &KeyCard, role: Role, agency: &AgencyId) -> &'static str {
    match card {
        card if card.agency != *agency => OTHER_AGENCY,
        card if card.role != role => OTHER_ROLE,
        _ => "signing/valid",
    }
}

/// What all signatures together are worth.
pub(super) fn standing(signatures: &[SignatureFound]) -> Standing {
    let one = |signature: &SignatureFound| match signature.code.as_str() {
        "signing/valid" => Standing::Genuine,
        "signing/unknown-key" => Standing::Unknown,
        OTHER_AGENCY | OTHER_ROLE => Standing::OtherAgency,
        _ => Standing::Broken,
    };
    signatures.iter().map(one).min().unwrap_or(Standing::Unsigned)
}
