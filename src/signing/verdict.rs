use super::jws::signing_input;
use super::members::{Members, MembersError};
use super::public_key::decode_32;
use super::{LATEST, MemberError, Primitives, PublicKey, Role, Signature, SigningError, Subject, TYPE};
use base64ct::{Base64UrlUnpadded, Encoding};

/// What is to be thought of one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The key signed exactly these bytes. Whether it was allowed to is the keyring's affair.
    Valid {
        /// The key's thumbprint.
        kid: String,
        /// As what it signed.
        role: Role,
        /// When, as the signatory's clock says, in Unix seconds.
        issued_at: i64,
    },
    /// The key is known and did not sign these bytes.
    Broken {
        /// The key's thumbprint.
        kid: String,
    },
    /// None of the given keys has this thumbprint.
    UnknownKey {
        /// The thumbprint that the header names.
        kid: String,
    },
    /// Signed by another algorithm than ES256, or by none.
    AlgorithmRefused {
        /// The algorithm that the header names.
        algorithm: String,
    },
    /// A header member that must not be there, or is missing, or not as it ought to be.
    HeaderRefused(MemberError),
    /// A part that is not even readable.
    Malformed(Part),
}

/// The unreadable part of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `protected` is not base64url without padding.
    Protected,
    /// The protected header is not one JSON object.
    Header,
    /// `signature` is not the base64url of 64 bytes.
    Signature,
}

struct Header {
    kid: String,
    role: Role,
    issued_at: i64,
}

impl Verdict {
    /// The stable name of this verdict, one of [`CODES`](super::CODES).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Valid { .. } => "signing/valid",
            Self::Broken { .. } => "signing/broken",
            Self::UnknownKey { .. } => "signing/unknown-key",
            Self::AlgorithmRefused { .. } => "signing/algorithm-refused",
            Self::HeaderRefused(_) => "signing/header-refused",
            Self::Malformed(_) => "signing/malformed",
        }
    }
}

/// The verdict on one signature of a return's [`canonical`](super::canonical) bytes, by the keys that could have made it.
///
/// An error means that the primitives could not answer; it says nothing of the signature.
pub async fn verify<P: Primitives>(
    primitives: &P,
    signature: &Signature,
    payload: &[u8],
    candidates: &[PublicKey],
) -> Result<Verdict, SigningError> {
    verify_subject(primitives, signature, Subject::Return, payload, candidates).await
}

/// The verdict on a signature of what the subject says, else as [`verify`]: of any other subject its header is refused.
pub async fn verify_subject<P: Primitives>(
    primitives: &P,
    signature: &Signature,
    subject: Subject,
    payload: &[u8],
    candidates: &[PublicKey],
) -> Result<Verdict, SigningError> {
    let (header, bytes) = match read(signature, subject) {
        Ok(parts) => parts,
        Err(verdict) => return Ok(verdict),
    };
    let Header { kid, role, issued_at } = header;
    let Some(key) = candidates.iter().find(|key| key.thumbprint() == kid) else {
        return Ok(Verdict::UnknownKey { kid });
    };
    let input = signing_input(&signature.protected, payload);
    let signed = primitives.verify(key, &input, &bytes).await?;
    Ok(if signed { Verdict::Valid { kid, role, issued_at } } else { Verdict::Broken { kid } })
}

fn read(signature: &Signature, subject: Subject) -> Result<(Header, [u8; 64]), Verdict> {
    let json = Base64UrlUnpadded::decode_vec(&signature.protected).map_err(|_| Verdict::Malformed(Part::Protected))?;
    let mut members = Members::read(&json).map_err(|error| match error {
        MembersError::NotAnObject => Verdict::Malformed(Part::Header),
        MembersError::Member(error) => Verdict::HeaderRefused(error),
    })?;
    let algorithm = members.text("alg").map_err(Verdict::HeaderRefused)?;
    let header = match algorithm.as_str() {
        "ES256" => es256_header(members, subject).map_err(Verdict::HeaderRefused)?,
        _ => return Err(Verdict::AlgorithmRefused { algorithm }),
    };
    let bytes = Base64UrlUnpadded::decode_vec(&signature.signature).ok().and_then(|bytes| bytes.try_into().ok());
    Ok((header, bytes.ok_or(Verdict::Malformed(Part::Signature))?))
}

fn es256_header(mut members: Members, subject: Subject) -> Result<Header, MemberError> {
    for (name, value) in [("typ", TYPE), ("cty", subject.content_type())] {
        if members.text(name)? != value {
            return Err(members.refused(name));
        }
    }
    let kid = members.text("kid")?;
    if decode_32(&kid).is_none() {
        return Err(members.refused("kid"));
    }
    let role = Role::from_name(&members.text("role")?).filter(|role| subject.is_signed_by(*role));
    let role = role.ok_or_else(|| members.refused("role"))?;
    let issued_at = members.whole("iat")?;
    if !(0..=LATEST).contains(&issued_at) {
        return Err(members.refused("iat"));
    }
    members.finish()?;
    Ok(Header { kid, role, issued_at })
}
