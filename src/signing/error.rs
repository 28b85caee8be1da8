use super::members::MembersError;
use super::{Pkcs12Fault, PrimitiveError, Ruling, TokenFault};
use std::fmt;

/// Every code that this room can give, verdicts included: the text room has a sentence for each.
pub const CODES: [&str; 59] = [
    "signing/number-refused",
    "signing/text-not-nfc",
    "signing/name-refused",
    "signing/too-deep",
    "signing/subtle-missing",
    "signing/randomness-missing",
    "signing/key-refused",
    "signing/padding-refused",
    "signing/primitive-failed",
    "signing/password-empty",
    "signing/password-wrong",
    "signing/key-file-malformed",
    "signing/key-not-encrypted",
    "signing/key-encryption-refused",
    "signing/key-iterations-refused",
    "signing/key-not-p256",
    "signing/json-malformed",
    "signing/member-unknown",
    "signing/member-duplicate",
    "signing/member-missing",
    "signing/member-refused",
    "signing/newer",
    "signing/time-refused",
    "signing/chain-refused",
    "signing/anchor-refused",
    "signing/crl-malformed",
    "signing/p12-malformed",
    "signing/p12-too-large",
    "signing/p12-encryption-refused",
    "signing/p12-iterations-refused",
    "signing/p12-no-key",
    "signing/p12-no-certificate",
    "signing/p12-key-refused",
    "signing/attached-malformed",
    "signing/attached-broken",
    "signing/attached-other-certificate",
    "signing/attached-attributes",
    "signing/attached-not-cms",
    "signing/token-unreachable",
    "signing/token-refused",
    "signing/token-malformed",
    "signing/valid",
    "signing/broken",
    "signing/unknown-key",
    "signing/other-agency",
    "signing/other-role",
    "signing/key-early",
    "signing/key-expired",
    "signing/certificate-unknown",
    "signing/certificate-malformed",
    "signing/certificate-early",
    "signing/certificate-expired",
    "signing/certificate-is-authority",
    "signing/certificate-usage",
    "signing/chain-untrusted",
    "signing/revoked",
    "signing/algorithm-refused",
    "signing/header-refused",
    "signing/malformed",
];

/// Why something could not be made canonical, kept, read or signed. It speaks by [`code`](Self::code) and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SigningError {
    /// A number that is no integer within ±(2^53-1), at this JSON pointer (RFC 6901).
    NumberRefused(String),
    /// A text not in NFC, at this JSON pointer.
    TextNotNfc(String),
    /// A member's name that is not ASCII, at this JSON pointer.
    NameRefused(String),
    /// Values nested deeper than any file of ours, at this JSON pointer.
    TooDeep(String),
    /// The primitives could not, or would not.
    Primitive(PrimitiveError),
    /// A password without a character.
    PasswordEmpty,
    /// The password does not open the key file, or the encrypted part is damaged: nobody can tell which.
    PasswordWrong,
    /// Not the PEM or DER of an encrypted private key (RFC 5958).
    KeyFileMalformed,
    /// A private key that lies open in its file.
    KeyNotEncrypted,
    /// Encrypted otherwise than by PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC; the object identifier that is refused.
    KeyEncryptionRefused(String),
    /// A count of iterations that is zero, or so high that opening the key would not end.
    KeyIterationsRefused(u32),
    /// The password is right, but the key inside is not for P-256 or does not carry its public key.
    KeyNotP256,
    /// Not one JSON object (RFC 8259).
    JsonMalformed,
    /// A member of a key card or a JWK that must not be there, or is missing, or not as it ought to be.
    Member(MemberError),
    /// A signing time before 1970 or after the year 9999, in Unix seconds.
    TimeRefused(i64),
    /// Not an X.509 certificate, or too large a one.
    CertificateMalformed,
    /// Certificates of which none is the issuer of the one before, or too many, or none.
    ChainRefused,
    /// A certificate that certifies nobody, and so can be no root; the name that it bears.
    AnchorRefused(String),
    /// Not a certificate revocation list that is read here.
    CrlMalformed,
    /// Nothing is signed with this certificate, since its signature would be given this verdict.
    Unfit(Ruling),
    /// A PKCS#12 file that cannot be opened.
    Pkcs12(Pkcs12Fault),
    /// A signature made elsewhere that is not taken.
    Attached(AttachFault),
    /// A USB token's service that gives no signature.
    Token(TokenFault),
}

/// Why a signature made elsewhere is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachFault {
    /// Neither the bytes of a signature nor CMS.
    Malformed,
    /// It is not of the bytes that were given out, or not by the certificate that was named.
    Broken,
    /// The CMS is by another certificate than the one that was named.
    OtherCertificate,
    /// The CMS signs attributes of its own, and so not the bytes that were given out.
    Attributes,
    /// The CMS holds something else than one signature by that certificate.
    NotCms,
}

impl AttachFault {
    /// The stable name of this fault, one of [`CODES`].
    pub fn code(self) -> &'static str {
        match self {
            Self::Malformed => "signing/attached-malformed",
            Self::Broken => "signing/attached-broken",
            Self::OtherCertificate => "signing/attached-other-certificate",
            Self::Attributes => "signing/attached-attributes",
            Self::NotCms => "signing/attached-not-cms",
        }
    }
}

/// One member of an object that is read strictly, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberError {
    /// The member's path inside the object: `kid`, `jwk/x`.
    pub member: String,
    /// What is wrong with it.
    pub fault: MemberFault,
}

/// What is wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberFault {
    /// Nothing of this name may be there.
    Unknown,
    /// It is there twice, so that two readers could see two things.
    Duplicate,
    /// It must be there.
    Missing,
    /// It has the wrong type or value.
    Value,
    /// It says that the file is of a newer program.
    Newer,
}

impl SigningError {
    /// The stable name of this error, one of [`CODES`].
    pub fn code(&self) -> &'static str {
        match self {
            Self::NumberRefused(_) => "signing/number-refused",
            Self::TextNotNfc(_) => "signing/text-not-nfc",
            Self::NameRefused(_) => "signing/name-refused",
            Self::TooDeep(_) => "signing/too-deep",
            Self::Primitive(error) => error.code(),
            Self::PasswordEmpty => "signing/password-empty",
            Self::PasswordWrong => "signing/password-wrong",
            Self::KeyFileMalformed => "signing/key-file-malformed",
            Self::KeyNotEncrypted => "signing/key-not-encrypted",
            Self::KeyEncryptionRefused(_) => "signing/key-encryption-refused",
            Self::KeyIterationsRefused(_) => "signing/key-iterations-refused",
            Self::KeyNotP256 => "signing/key-not-p256",
            Self::JsonMalformed => "signing/json-malformed",
            Self::Member(error) => error.code(),
            Self::TimeRefused(_) => "signing/time-refused",
            Self::CertificateMalformed => Ruling::CertificateMalformed.code(),
            Self::ChainRefused => "signing/chain-refused",
            Self::AnchorRefused(_) => "signing/anchor-refused",
            Self::CrlMalformed => "signing/crl-malformed",
            Self::Unfit(ruling) => ruling.code(),
            Self::Pkcs12(fault) => fault.code(),
            Self::Attached(fault) => fault.code(),
            Self::Token(fault) => fault.code(),
        }
    }

    /// The place or value that the code is about: a JSON pointer, a member, an object identifier, a number.
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::NumberRefused(place) | Self::TextNotNfc(place) => Some(place.clone()),
            Self::NameRefused(place) | Self::TooDeep(place) => Some(place.clone()),
            Self::KeyEncryptionRefused(oid) => Some(oid.clone()),
            Self::KeyIterationsRefused(iterations) => Some(iterations.to_string()),
            Self::Member(error) => Some(error.member.clone()),
            Self::TimeRefused(seconds) => Some(seconds.to_string()),
            Self::AnchorRefused(name) => Some(name.clone()),
            Self::Pkcs12(fault) => fault.detail(),
            Self::Token(TokenFault::Refused(words)) => Some(words.clone()),
            _ => None,
        }
    }
}

impl SigningError {
    /// Whether what was read is of a newer program, and nothing is wrong with it.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Member(MemberError { fault: MemberFault::Newer, .. }))
    }
}

impl MemberError {
    /// The stable name of this error, one of [`CODES`].
    pub fn code(&self) -> &'static str {
        match self.fault {
            MemberFault::Unknown => "signing/member-unknown",
            MemberFault::Duplicate => "signing/member-duplicate",
            MemberFault::Missing => "signing/member-missing",
            MemberFault::Value => "signing/member-refused",
            MemberFault::Newer => "signing/newer",
        }
    }
}

impl fmt::Display for SigningError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail() {
            Some(detail) if !detail.is_empty() => write!(formatter, "{} {detail}", self.code()),
            _ => formatter.write_str(self.code()),
        }
    }
}

impl std::error::Error for SigningError {}

impl From<PrimitiveError> for SigningError {
    fn from(error: PrimitiveError) -> Self {
        Self::Primitive(error)
    }
}

impl From<MemberError> for SigningError {
    fn from(error: MemberError) -> Self {
        Self::Member(error)
    }
}

impl From<MembersError> for SigningError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::NotAnObject => Self::JsonMalformed,
            MembersError::Member(error) => error.into(),
        }
    }
}

impl From<Pkcs12Fault> for SigningError {
    fn from(fault: Pkcs12Fault) -> Self {
        Self::Pkcs12(fault)
    }
}

impl From<TokenFault> for SigningError {
    fn from(fault: TokenFault) -> Self {
        Self::Token(fault)
    }
}

impl From<AttachFault> for SigningError {
    fn from(fault: AttachFault) -> Self {
        Self::Attached(fault)
    }
}
