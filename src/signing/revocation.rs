//! Whether a list revokes a certificate on the way to a trusted root, or the root itself.

use super::asn1::Node;
use super::certificate::signed_data;
use super::path::fits;
use super::{Certificate, Crl, Primitives, SigningError};
use rustls_pki_types::CertificateDer;
use webpki::EndEntityCert;

/// A certificate of a path, and the key that certified it.
pub(super) struct Link {
    /// Its issuer's name, the content of its DER.
    pub(super) issuer: Vec<u8>,
    pub(super) serial: Vec<u8>,
    /// Its issuer's key as SubjectPublicKeyInfo.
    pub(super) spki: Vec<u8>,
}

/// Whether a certificate of the path stands in a list that its issuer signed, with a day before the receipt. A list whose
/// next one is due still counts: what was revoked stays so.
pub(super) async fn is_revoked<P: Primitives>(
    primitives: &P,
    links: &[Link],
    crls: &[Crl],
    time: i64,
) -> Result<bool, SigningError> {
    for link in links {
        for crl in crls.iter().filter(|crl| crl.list().issuer() == link.issuer && crl.revokes(&link.serial, time)) {
            if crl.is_signed_by(primitives, &link.spki).await? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether each of these roots was revoked by another one that has certified it, or leads to one that was. What is trusted by
/// itself is asked about all the same: a list that its issuer signed says more than that it was trusted once.
pub(super) async fn is_end_revoked<P: Primitives>(
    primitives: &P,
    ends: &[&Certificate],
    trusted: &[Certificate],
    crls: &[Crl],
    time: i64,
) -> Result<bool, SigningError> {
    for end in ends {
        if !is_anchor_revoked(primitives, end, trusted, crls, time).await? {
            return Ok(false);
        }
    }
    Ok(!ends.is_empty())
}

async fn is_anchor_revoked<P: Primitives>(
    primitives: &P,
    anchor: &Certificate,
    trusted: &[Certificate],
    crls: &[Crl],
    time: i64,
) -> Result<bool, SigningError> {
    let mut above = vec![anchor];
    let mut asked = 0;
    while let Some(certificate) = above.get(asked).copied() {
        asked += 1;
        for issuer in trusted.iter().filter(|issuer| certificate.names_issuer(issuer)) {
            let Some(signed) = signed_data(certificate.der()).filter(|_| !above.contains(&issuer)) else { continue };
            if !fits(primitives, &signed, issuer.spki()).await? {
                continue;
            }
            if let Some(link) = link_below(certificate, issuer)
                && is_revoked(primitives, &[link], crls, time).await?
            {
                return Ok(true);
            }
            above.push(issuer);
        }
    }
    Ok(false)
}

/// A trusted certificate as one below another.
fn link_below(certificate: &Certificate, issuer: &Certificate) -> Option<Link> {
    let der = CertificateDer::from_slice(certificate.der());
    let serial = EndEntityCert::try_from(&der).ok()?.serial().to_vec();
    let issuer_name = Node::only(issuer.subject_der())?.content.to_vec();
    Some(Link { issuer: issuer_name, serial, spki: issuer.spki().to_vec() })
}
