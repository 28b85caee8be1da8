use super::jws::{Named, signing_input};
use super::path::path_and_issuer;
use super::verdict::{Header, read};
use super::{
    Binding, CertificateFacts, Chain, KeyCard, Keyring, Part, PathVerdict, Primitives, Role, Ruling, Signature,
    SigningError, Subject, Verdict, Within,
};
use crate::registry::AgencyId;

/// A ruling, and all that is known of the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What is to be thought of it.
    pub ruling: Ruling,
    /// What the ruling is about: a header member, an algorithm, the broken rule of a path; empty where it needs none.
    pub detail: String,
    /// The key's thumbprint, or the certificate's; empty where the header cannot be read.
    pub kid: String,
    /// As what it claims to sign.
    pub role: Option<Role>,
    /// When, as the signatory's clock says, in Unix seconds: a claim, no proof.
    pub issued_at: Option<i64>,
    /// Whose key or certificate it is, as the keyring says; only where the signature is theirs.
    pub signatory: Option<Signatory>,
    /// The certificate that it carries, trusted or not.
    pub certificate: Option<CertificateFacts>,
}

/// Who signs, as the keyring says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// For which agency.
    pub agency: AgencyId,
    /// The person, or the office.
    pub name: String,
}

/// What signatures are judged by: the same for all of a file.
#[derive(Clone, Copy, Debug)]
pub struct Court<'a> {
    /// Who may sign for whom.
    pub keyring: &'a Keyring,
    /// What the signatures must speak of.
    pub subject: Subject,
    /// For which agency they must be.
    pub agency: &'a AgencyId,
    /// When the file was received, in Unix seconds. Validity and revocation are asked for this time, not for the one that the
    /// signatory claims.
    pub received: i64,
}

/// The judgement on every signature of a file, in the file's order, over these canonical bytes.
///
/// # Errors
/// Where the primitives could not answer; that says nothing of the signatures.
pub async fn judge<P: Primitives>(
    primitives: &P,
    court: Court<'_>,
    signatures: &[Signature],
    payload: &[u8],
) -> Result<Vec<Judgement>, SigningError> {
    let mut judgements = Vec::new();
    for signature in signatures {
        judgements.push(judge_one(primitives, court, signature, payload).await?);
    }
    Ok(judgements)
}

/// The judgement on one signature, else as [`judge`].
pub async fn judge_one<P: Primitives>(
    primitives: &P,
    court: Court<'_>,
    signature: &Signature,
    payload: &[u8],
) -> Result<Judgement, SigningError> {
    let (header, bytes) = match read(signature, court.subject) {
        Ok(parts) => parts,
        Err(verdict) => return Ok(unread(&verdict)),
    };
    let signed = Signed { input: signing_input(&signature.protected, payload), bytes };
    match &header.named {
        Named::Key(kid) => by_key(primitives, court, &header, kid, &signed).await,
        Named::Chain(chain) => by_certificate(primitives, court, &header, chain, &signed).await,
    }
}

struct Signed {
    input: Vec<u8>,
    bytes: Vec<u8>,
}

fn unread(verdict: &Verdict) -> Judgement {
    let (ruling, detail) = match verdict {
        Verdict::AlgorithmRefused { algorithm } => (Ruling::AlgorithmRefused, algorithm.clone()),
        Verdict::HeaderRefused(error) => (Ruling::HeaderRefused, error.member.clone()),
        Verdict::Malformed(Part::Protected) => (Ruling::Malformed, "protected".to_owned()),
        Verdict::Malformed(Part::Signature) => (Ruling::Malformed, "signature".to_owned()),
        _ => (Ruling::Malformed, String::new()),
    };
    Judgement { ruling, detail, kid: String::new(), role: None, issued_at: None, signatory: None, certificate: None }
}

fn claimed(header: &Header, kid: &str, ruling: Ruling) -> Judgement {
    Judgement {
        ruling,
        detail: String::new(),
        kid: kid.to_owned(),
        role: Some(header.role),
        issued_at: Some(header.issued_at),
        signatory: None,
        certificate: None,
    }
}

async fn by_key<P: Primitives>(
    primitives: &P,
    court: Court<'_>,
    header: &Header,
    kid: &str,
    signed: &Signed,
) -> Result<Judgement, SigningError> {
    let cards: Vec<&KeyCard> = court.keyring.holders(kid).collect();
    let Some(first) = cards.first() else {
        return Ok(claimed(header, kid, Ruling::UnknownKey));
    };
    let scheme = header.algorithm.scheme();
    if !primitives.verify(scheme, &first.key.spki(), &signed.input, &signed.bytes).await? {
        return Ok(claimed(header, kid, Ruling::Broken));
    }
    let rights = cards.into_iter().map(|card| Right {
        agency: &card.agency,
        name: &card.name,
        has_role: card.role == header.role,
        within: court.keyring.validity(card).at(court.received),
    });
    let (ruling, signatory) = best(rights, court);
    Ok(Judgement { signatory, ..claimed(header, kid, ruling.unwrap_or(Ruling::UnknownKey)) })
}

async fn by_certificate<P: Primitives>(
    primitives: &P,
    court: Court<'_>,
    header: &Header,
    chain: &Chain,
    signed: &Signed,
) -> Result<Judgement, SigningError> {
    let leaf = chain.leaf();
    let judgement = |ruling, facts: &CertificateFacts| {
        let certificate = Some(facts.clone());
        Judgement { certificate, ..claimed(header, leaf.thumbprint(), ruling) }
    };
    if !primitives.verify(header.algorithm.scheme(), leaf.spki(), &signed.input, &signed.bytes).await? {
        return Ok(judgement(Ruling::Broken, leaf.facts()));
    }
    let Court { keyring, received, .. } = court;
    let (path, issuer_key) = path_and_issuer(primitives, chain, keyring.anchors(), keyring.crls(), received).await?;
    let facts = CertificateFacts { issuer_key, ..leaf.facts().clone() };
    if path != PathVerdict::Trusted {
        let (ruling, detail) = of_path(path);
        return Ok(Judgement { detail, ..judgement(ruling, &facts) });
    }
    let right = |binding: &'_ Binding| binding.roles.contains(&header.role);
    let rights = keyring.bindings_of(&facts).map(|binding| Right {
        agency: &binding.agency,
        name: &binding.name,
        has_role: right(binding),
        within: keyring.within(&facts, &binding.agency, received),
    });
    let (ruling, signatory) = best(rights, court);
    Ok(Judgement { signatory, ..judgement(ruling.unwrap_or(Ruling::CertificateUnknown), &facts) })
}

fn of_path(path: PathVerdict) -> (Ruling, String) {
    let ruling = match path {
        PathVerdict::Untrusted(rule) => return (Ruling::ChainUntrusted, rule),
        PathVerdict::Trusted => Ruling::Valid,
        PathVerdict::Authority => Ruling::CertificateIsAuthority,
        PathVerdict::Usage => Ruling::CertificateUsage,
        PathVerdict::Expired => Ruling::CertificateExpired,
        PathVerdict::Early => Ruling::CertificateEarly,
        PathVerdict::Revoked => Ruling::Revoked,
        PathVerdict::AlgorithmRefused => Ruling::AlgorithmRefused,
        PathVerdict::Malformed => Ruling::CertificateMalformed,
    };
    (ruling, String::new())
}

/// One line of the keyring about a key or certificate.
struct Right<'a> {
    agency: &'a AgencyId,
    name: &'a str,
    has_role: bool,
    within: Within,
}

/// What the line that fits best allows: of this agency, in this role, at this time. None where there is no line.
fn best<'a>(rights: impl Iterator<Item = Right<'a>>, court: Court<'_>) -> (Option<Ruling>, Option<Signatory>) {
    let ruled = rights.map(|right| {
        let ruling = match right.within {
            _ if right.agency != court.agency => Ruling::OtherAgency,
            _ if !right.has_role => Ruling::OtherRole,
            Within::Early => Ruling::KeyEarly,
            Within::Late => Ruling::KeyExpired,
            Within::Inside => Ruling::Valid,
        };
        (right, ruling)
    });
    let rank = |ruling: Ruling| match ruling {
        Ruling::Valid => 0,
        Ruling::KeyEarly | Ruling::KeyExpired => 1,
        Ruling::OtherRole => 2,
        _ => 3,
    };
    let best = ruled.min_by_key(|(_, ruling)| rank(*ruling));
    best.map(|(right, ruling)| {
        let signatory = Signatory { agency: right.agency.clone(), name: right.name.to_owned() };
        (Some(ruling), Some(signatory))
    })
    .unwrap_or_default()
}
