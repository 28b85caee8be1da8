use crate::quarterly::{SignedFile, return_value};
use crate::registry::AgencyId;
use crate::signing::{
    CertificateFacts, Court, Judgement, Keyring, Primitives, Ruling, Signatory, SigningError, Subject, canonical, judge,
};
use serde::{Deserialize, Serialize};

/// What a file's signatures are worth beside the keyring, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// One does not fit, is refused or cannot be read.
    Broken,
    /// One is by a key of another agency, or in a role that the key does not have.
    OtherAgency,
    /// One is by a key or certificate that was not, or no longer, in force when the file came.
    NotInForce,
    /// One is by a key that is not in the keyring, or a certificate that it does not trust or know.
    Unknown,
    /// There is none.
    Unsigned,
    /// All are by keys of this agency in their roles.
    Genuine,
}

/// One signature, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureFound {
    /// The code of its [`Ruling`]: `signing/valid`, `signing/other-agency`.
    pub code: String,
    /// The key's thumbprint, or the certificate's; empty where the signature cannot be read.
    pub kid: String,
    /// The role that the signature claims.
    pub role: Option<String>,
    /// When, as the signatory's clock says, in Unix seconds.
    pub issued_at: Option<i64>,
    /// Whose key it is.
    pub holder: Option<Holder>,
    /// The certificate that it carries, trusted or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Box<CertificateFacts>>,
}

/// Whose key it is, as the keyring says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// For which agency the key signs.
    pub agency: AgencyId,
    /// The person, or the office.
    pub name: String,
}

impl From<Judgement> for SignatureFound {
    fn from(judgement: Judgement) -> Self {
        let holder = judgement.signatory.map(|Signatory { agency, name }| Holder { agency, name });
        Self {
            code: judgement.ruling.code().to_owned(),
            kid: judgement.kid,
            role: judgement.role.map(|role| role.as_str().to_owned()),
            issued_at: judgement.issued_at,
            holder,
            certificate: judgement.certificate.map(Box::new),
        }
    }
}

/// The verdict on every signature of a file and the one on the file, by this keyring at this time of receipt, in Unix
/// seconds.
///
/// # Errors
/// Where the primitives could not answer.
pub async fn verdicts<P: Primitives>(
    primitives: &P,
    keyring: &Keyring,
    file: &SignedFile,
    received: i64,
) -> Result<(Standing, Vec<SignatureFound>), SigningError> {
    let payload = canonical(&return_value(&file.content))?;
    verdicts_on(primitives, keyring, file, &payload, received).await
}

/// The same where the return's canonical bytes are at hand.
pub(super) async fn verdicts_on<P: Primitives>(
    primitives: &P,
    keyring: &Keyring,
    file: &SignedFile,
    payload: &[u8],
    received: i64,
) -> Result<(Standing, Vec<SignatureFound>), SigningError> {
    let court = Court { keyring, subject: Subject::Return, agency: &file.content.agency, received };
    let judgements = judge(primitives, court, &file.signatures, payload).await?;
    let standings = judgements.iter().map(|judgement| Standing::of(judgement.ruling));
    let standing = standings.min().unwrap_or(Standing::Unsigned);
    Ok((standing, judgements.into_iter().map(SignatureFound::from).collect()))
}

impl Standing {
    /// What one signature with this ruling is worth.
    fn of(ruling: Ruling) -> Self {
        match ruling {
            Ruling::Valid => Self::Genuine,
            Ruling::UnknownKey | Ruling::CertificateUnknown | Ruling::ChainUntrusted => Self::Unknown,
            Ruling::OtherAgency | Ruling::OtherRole => Self::OtherAgency,
            Ruling::KeyEarly
            | Ruling::KeyExpired
            | Ruling::CertificateEarly
            | Ruling::CertificateExpired
            | Ruling::Revoked => Self::NotInForce,
            Ruling::Broken
            | Ruling::CertificateMalformed
            | Ruling::CertificateIsAuthority
            | Ruling::CertificateUsage
            | Ruling::AlgorithmRefused
            | Ruling::HeaderRefused
            | Ruling::Malformed => Self::Broken,
        }
    }
}
