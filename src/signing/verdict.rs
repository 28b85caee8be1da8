use super::jws::{Named, signing_input};
use super::members::{Members, MembersError};
use super::public_key::decode_32;
use super::{
    Algorithm, Chain, KeyKind, LATEST, MemberError, MemberFault, Primitives, PublicKey, Role, Scheme, Signature,
    SigningError, Subject, TYPE,
};
use base64ct::{Base64UrlUnpadded, Encoding};

/// The longest header that is read or written, in base64url: no text in a file is longer. Chains of three certificates
/// have about 10 000 characters.
pub(super) const MOST_HEADER: usize = 64 << 10;

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
    /// Signed by another algorithm than its key's, or by none.
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
    /// `signature` is not base64url of as many bytes as its key gives.
    Signature,
}

/// What a signature's header claims, once it is of the right form.
pub(super) struct Header {
    pub algorithm: Algorithm,
    pub named: Named,
    pub role: Role,
    pub issued_at: i64,
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
    let Header { named, role, issued_at, .. } = header;
    let Named::Key(kid) = named else {
        return Ok(Verdict::HeaderRefused(MemberError { member: "x5c".to_owned(), fault: MemberFault::Unknown }));
    };
    let Some(key) = candidates.iter().find(|key| key.thumbprint() == kid) else {
        return Ok(Verdict::UnknownKey { kid });
    };
    let input = signing_input(&signature.protected, payload);
    let signed = primitives.verify(Scheme::EcdsaP256Sha256, &key.spki(), &input, &bytes).await?;
    Ok(if signed { Verdict::Valid { kid, role, issued_at } } else { Verdict::Broken { kid } })
}

/// The header and the signature's bytes, or the verdict that they already allow.
pub(super) fn read(signature: &Signature, subject: Subject) -> Result<(Header, Vec<u8>), Verdict> {
    if signature.protected.len() > MOST_HEADER {
        return Err(Verdict::Malformed(Part::Protected));
    }
    let json = Base64UrlUnpadded::decode_vec(&signature.protected).map_err(|_| Verdict::Malformed(Part::Protected))?;
    let mut members = Members::read(&json).map_err(|error| match error {
        MembersError::NotAnObject => Verdict::Malformed(Part::Header),
        MembersError::Member(error) => Verdict::HeaderRefused(error),
    })?;
    let name = members.text("alg").map_err(Verdict::HeaderRefused)?;
    let refused = || Verdict::AlgorithmRefused { algorithm: name.clone() };
    let algorithm = Algorithm::from_name(&name).ok_or_else(refused)?;
    let certified = members.has("x5c") && !members.has("kid");
    if !certified && algorithm != Algorithm::Es256 {
        return Err(refused());
    }
    let header = header(members, algorithm, subject, certified).map_err(Verdict::HeaderRefused)?;
    let kind = match &header.named {
        Named::Key(_) => Some(KeyKind::P256),
        Named::Chain(chain) => chain.leaf().key_kind(),
    };
    let kind = kind.filter(|kind| algorithm.fits(*kind)).ok_or_else(refused)?;
    let bytes = Base64UrlUnpadded::decode_vec(&signature.signature).ok();
    let bytes = bytes.filter(|bytes| bytes.len() == kind.signature_length());
    Ok((header, bytes.ok_or(Verdict::Malformed(Part::Signature))?))
}

fn header(
    mut members: Members,
    algorithm: Algorithm,
    subject: Subject,
    certified: bool,
) -> Result<Header, MemberError> {
    for (name, value) in [("typ", TYPE), ("cty", subject.content_type())] {
        if members.text(name)? != value {
            return Err(members.refused(name));
        }
    }
    let named = if certified { chain(&mut members)? } else { kid(&mut members)? };
    let role = Role::from_name(&members.text("role")?).filter(|role| subject.is_signed_by(*role));
    let role = role.ok_or_else(|| members.refused("role"))?;
    let issued_at = members.whole("iat")?;
    if !(0..=LATEST).contains(&issued_at) {
        return Err(members.refused("iat"));
    }
    members.finish()?;
    Ok(Header { algorithm, named, role, issued_at })
}

fn kid(members: &mut Members) -> Result<Named, MemberError> {
    let kid = members.text("kid")?;
    if decode_32(&kid).is_none() {
        return Err(members.refused("kid"));
    }
    Ok(Named::Key(kid))
}

fn chain(members: &mut Members) -> Result<Named, MemberError> {
    let chain = Chain::from_x5c(&members.texts("x5c")?).ok_or_else(|| members.refused("x5c"))?;
    if members.text("x5t#S256")? != chain.leaf().thumbprint() {
        return Err(members.refused("x5t#S256"));
    }
    Ok(Named::Chain(Box::new(chain)))
}
