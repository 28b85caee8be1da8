/// Why a PKCS#12 file is not opened, beside a wrong password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pkcs12Fault {
    /// Not a PKCS#12 file, or damaged.
    Malformed,
    /// Larger than [`MOST_FILE`](super::MOST_FILE).
    TooLarge,
    /// Encrypted or protected by something that is not read; its object identifier.
    EncryptionRefused(String),
    /// It asks for so many iterations in all that opening it would not end, or for none.
    IterationsRefused(u64),
    /// There is no private key in it.
    NoKey,
    /// None of its keys has its certificate beside it.
    NoCertificate,
    /// Its keys are of kinds that sign no returns.
    KeyRefused,
}

impl Pkcs12Fault {
    /// The stable name of this fault, one of [`CODES`](crate::signing::CODES).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "signing/p12-malformed",
            Self::TooLarge => "signing/p12-too-large",
            Self::EncryptionRefused(_) => "signing/p12-encryption-refused",
            Self::IterationsRefused(_) => "signing/p12-iterations-refused",
            Self::NoKey => "signing/p12-no-key",
            Self::NoCertificate => "signing/p12-no-certificate",
            Self::KeyRefused => "signing/p12-key-refused",
        }
    }

    /// The value that it is about.
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::EncryptionRefused(oid) => Some(oid.clone()),
            Self::IterationsRefused(iterations) => Some(iterations.to_string()),
            _ => None,
        }
    }
}
