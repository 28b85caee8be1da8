/// How a return is signed: the `alg` of a signature's header (RFC 7518, section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PSS with SHA-256 and as long a salt.
    Ps256,
}

/// How a signature is verified: those of returns, and those of the certificates above them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// ECDSA on P-256 with SHA-256; the signature is r and s, 32 bytes each.
    EcdsaP256Sha256,
    /// ECDSA on P-384 with SHA-384; the signature is r and s, 48 bytes each.
    EcdsaP384Sha384,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    RsaSha256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    RsaSha384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    RsaSha512,
    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes.
    RsaPssSha256,
}

/// The hash under PBKDF2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1, in old files.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// What kind of key stands in a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// On the curve P-256.
    P256,
    /// On the curve P-384: certificates of authorities only.
    P384,
    /// RSA with a modulus of so many bytes, [`LEAST_MODULUS`] to [`MOST_MODULUS`].
    Rsa(usize),
}

/// The shortest modulus that is trusted: 2048 bits (NIST SP 800-131A), in bytes.
pub const LEAST_MODULUS: usize = 256;
/// The longest that is read: 4096 bits, in bytes. A longer one makes every verification slow.
pub const MOST_MODULUS: usize = 512;

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Es256, Self::Rs256, Self::Ps256];

    /// The name in a header: `ES256`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Rs256 => "RS256",
            Self::Ps256 => "PS256",
        }
    }

    /// The algorithm of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }

    /// How its signatures are verified.
    pub fn scheme(self) -> Scheme {
        match self {
            Self::Es256 => Scheme::EcdsaP256Sha256,
            Self::Rs256 => Scheme::RsaSha256,
            Self::Ps256 => Scheme::RsaPssSha256,
        }
    }

    /// Whether a key of this kind signs by it.
    pub fn fits(self, kind: KeyKind) -> bool {
        matches!((self, kind), (Self::Es256, KeyKind::P256) | (Self::Rs256 | Self::Ps256, KeyKind::Rsa(_)))
    }

    /// What a key of this kind signs by where nothing else is asked for; none where it signs no returns.
    pub fn usual(kind: KeyKind) -> Option<Self> {
        match kind {
            KeyKind::P256 => Some(Self::Es256),
            KeyKind::Rsa(_) => Some(Self::Rs256),
            KeyKind::P384 => None,
        }
    }
}

impl KeyKind {
    /// How many bytes a signature by such a key has.
    pub fn signature_length(self) -> usize {
        match self {
            Self::P256 => 64,
            Self::P384 => 96,
            Self::Rsa(modulus) => modulus,
        }
    }
}
