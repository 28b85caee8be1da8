/// What is to be thought of one signature beside the keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ruling {
    /// By somebody who may sign for this agency in this role, and in force at the time of receipt.
    Valid,
    /// Not on these bytes by this key.
    Broken,
    /// By a key that the keyring does not know.
    UnknownKey,
    /// By a key or certificate of another agency.
    OtherAgency,
    /// In a role that the keyring does not give.
    OtherRole,
    /// The keyring lets the key or certificate sign from a later day on.
    KeyEarly,
    /// The keyring let it sign until an earlier day.
    KeyExpired,
    /// By a trusted certificate of which the keyring does not say for whom it signs.
    CertificateUnknown,
    /// A certificate is not as RFC 5280 asks.
    CertificateMalformed,
    /// A certificate was not yet in force at the time of receipt.
    CertificateEarly,
    /// A certificate was no longer in force.
    CertificateExpired,
    /// The certificate certifies others, and signs no documents.
    CertificateIsAuthority,
    /// The certificate is not for signing documents.
    CertificateUsage,
    /// The certificate leads to no root that the keyring trusts.
    ChainUntrusted,
    /// A certificate was revoked before the receipt.
    Revoked,
    /// By no algorithm, or one that is not accepted or is not the key's.
    AlgorithmRefused,
    /// A header member that must not be there, or is missing, or not as it ought to be.
    HeaderRefused,
    /// A part that is not even readable.
    Malformed,
}

impl Ruling {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Valid,
        Self::Broken,
        Self::UnknownKey,
        Self::OtherAgency,
        Self::OtherRole,
        Self::KeyEarly,
        Self::KeyExpired,
        Self::CertificateUnknown,
        Self::CertificateMalformed,
        Self::CertificateEarly,
        Self::CertificateExpired,
        Self::CertificateIsAuthority,
        Self::CertificateUsage,
        Self::ChainUntrusted,
        Self::Revoked,
        Self::AlgorithmRefused,
        Self::HeaderRefused,
        Self::Malformed,
    ];

    /// The stable name of this ruling, one of [`CODES`](super::CODES).
    pub fn code(self) -> &'static str {
        match self {
            Self::Valid => "signing/valid",
            Self::Broken => "signing/broken",
            Self::UnknownKey => "signing/unknown-key",
            Self::OtherAgency => "signing/other-agency",
            Self::OtherRole => "signing/other-role",
            Self::KeyEarly => "signing/key-early",
            Self::KeyExpired => "signing/key-expired",
            Self::CertificateUnknown => "signing/certificate-unknown",
            Self::CertificateMalformed => "signing/certificate-malformed",
            Self::CertificateEarly => "signing/certificate-early",
            Self::CertificateExpired => "signing/certificate-expired",
            Self::CertificateIsAuthority => "signing/certificate-is-authority",
            Self::CertificateUsage => "signing/certificate-usage",
            Self::ChainUntrusted => "signing/chain-untrusted",
            Self::Revoked => "signing/revoked",
            Self::AlgorithmRefused => "signing/algorithm-refused",
            Self::HeaderRefused => "signing/header-refused",
            Self::Malformed => "signing/malformed",
        }
    }

    /// The ruling of this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.code() == code)
    }
}
