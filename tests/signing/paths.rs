//! Chains of certificates: which lead to a trusted root, and why the others do not.

use super::made::*;
use super::primitives;
use pollster::block_on;
use return36a::signing::*;

/// A root, an authority below it, and a person.
struct People {
    root: Holder,
    middle: Holder,
    person: Holder,
}

fn people() -> People {
    People {
        root: Holder::new("Gốc", 1),
        middle: Holder::new("Cấp dưới", 2),
        person: Holder::new("Nguyễn, Thị Ánh", 3),
    }
}

impl People {
    fn anchors(&self) -> Vec<Certificate> {
        vec![self.root.root()]
    }

    fn middle(&self) -> Certificate {
        self.middle.certified(&self.root, &[is_authority(Some(0)), usage(0x04)])
    }

    fn leaf(&self) -> Made<'_> {
        Made::new(&self.person, &self.middle, &[usage(0xc0)])
    }

    fn chain(&self) -> Chain {
        Chain::of([self.leaf().certificate(), self.middle()]).unwrap()
    }

    fn verdict_on(&self, leaf: &Made<'_>) -> PathVerdict {
        verdict(&Chain::of([leaf.certificate(), self.middle()]).unwrap(), &self.anchors(), &[], NOW)
    }
}

fn verdict(chain: &Chain, anchors: &[Certificate], crls: &[Crl], time: i64) -> PathVerdict {
    block_on(verify_path(&primitives(), chain, anchors, crls, time)).unwrap()
}

fn untrusted(rule: &str) -> PathVerdict {
    PathVerdict::Untrusted(rule.to_owned())
}

#[test]
fn a_chain_that_leads_to_a_trusted_root_is_trusted() {
    let people = people();
    assert_eq!(verdict(&people.chain(), &people.anchors(), &[], NOW), PathVerdict::Trusted);
    let direct = Chain::of([people.person.certified(&people.root, &[])]).unwrap();
    assert_eq!(verdict(&direct, &people.anchors(), &[], NOW), PathVerdict::Trusted, "without any extension");
    let below = Chain::of([people.leaf().certificate()]).unwrap();
    assert_eq!(verdict(&below, &[people.middle()], &[], NOW), PathVerdict::Trusted, "an authority trusted by itself");
}

#[test]
fn a_first_keyring_trusts_no_certificate() {
    let people = people();
    assert_eq!(verdict(&people.chain(), &[], &[], NOW), untrusted("UnknownIssuer"));
}

#[test]
fn a_root_that_only_bears_the_name_of_a_trusted_one_is_not_trusted() {
    let people = people();
    let forged = Holder::new("Gốc", 9).root();
    assert_eq!(forged.facts().subject, people.root.root().facts().subject);
    assert_eq!(verdict(&people.chain(), &[forged], &[], NOW), untrusted("InvalidSignatureForPublicKey"));
}

#[test]
fn a_self_signed_certificate_and_a_self_made_chain_are_not_trusted() {
    let people = people();
    let own = Chain::of([people.person.certified(&people.person, &[usage(0xc0)])]).unwrap();
    assert_eq!(verdict(&own, &people.anchors(), &[], NOW), untrusted("UnknownIssuer"));
    let strangers =
        People { root: Holder::new("Lạ", 21), middle: Holder::new("Lạ hơn", 22), person: people.person };
    assert_eq!(verdict(&strangers.chain(), &[people.root.root()], &[], NOW), untrusted("UnknownIssuer"));
}

#[test]
fn a_certificate_counts_in_its_time_alone() {
    let people = people();
    let (first, last) = (1_483_228_800, 1_514_764_800);
    let at = |time| verdict(&people.chain(), &people.anchors(), &[], time);
    assert_eq!(at(first), PathVerdict::Trusted);
    assert_eq!(at(last), PathVerdict::Trusted);
    let anchors = [Made { from: b"100101000000Z", until: b"300101000000Z", ..root_of(&people.root) }.certificate()];
    assert_eq!(verdict(&people.chain(), &anchors, &[], first - 1), PathVerdict::Early);
    assert_eq!(verdict(&people.chain(), &anchors, &[], last + 1), PathVerdict::Expired);
    assert_eq!(at(last + 1), PathVerdict::Expired);
    let old = Made { until: b"170601000000Z", ..root_of(&people.root) }.certificate();
    assert_eq!(verdict(&people.chain(), &[old], &[], NOW), untrusted("UnknownIssuer"), "a root out of its time");
}

fn root_of(root: &Holder) -> Made<'_> {
    Made::new(root, root, &[is_authority(None), usage(0x04)])
}

#[test]
fn an_authoritys_certificate_signs_no_return() {
    let people = people();
    let leaf = Made { extensions: vec![is_authority(None), usage(0xc4)], ..people.leaf() };
    assert_eq!(people.verdict_on(&leaf), PathVerdict::Authority);
    let root = Chain::of([people.root.root()]).unwrap();
    assert_eq!(verdict(&root, &people.anchors(), &[], NOW), PathVerdict::Authority);
}

#[test]
fn a_key_signs_what_it_is_for() {
    let people = people();
    for (bits, expected) in [
        (0x80, PathVerdict::Trusted),
        (0x40, PathVerdict::Trusted),
        (0x20, PathVerdict::Usage),
        (0x04, PathVerdict::Usage),
    ] {
        let leaf = Made { extensions: vec![usage(bits)], ..people.leaf() };
        assert_eq!(people.verdict_on(&leaf), expected, "{bits:#x}");
    }
    let no_signer = people.middle.certified(&people.root, &[is_authority(None), usage(0x80)]);
    let chain = Chain::of([people.leaf().certificate(), no_signer]).unwrap();
    assert_eq!(verdict(&chain, &people.anchors(), &[], NOW), untrusted("UnknownIssuer"));
}

#[test]
fn who_is_no_authority_certifies_nobody() {
    let people = people();
    for extensions in [vec![], vec![usage(0x04)], vec![extension(19, true, &sequence(&[]))]] {
        let middle = people.middle.certified(&people.root, &extensions);
        let chain = Chain::of([people.leaf().certificate(), middle]).unwrap();
        assert_eq!(verdict(&chain, &people.anchors(), &[], NOW), untrusted("EndEntityUsedAsCa"));
    }
}

#[test]
fn the_length_of_a_path_and_the_names_below_an_authority_are_kept() {
    let people = people();
    let lower = Holder::new("Cấp dưới nữa", 5);
    let lower_certificate = lower.certified(&people.middle, &[is_authority(None), usage(0x04)]);
    let leaf = people.person.certified(&lower, &[usage(0xc0)]);
    let chain = Chain::of([leaf, lower_certificate, people.middle()]).unwrap();
    assert_eq!(verdict(&chain, &people.anchors(), &[], NOW), untrusted("PathLenConstraintViolated"));

    let only = tlv(0xa4, &name(&[(6, 0x13, b"LA")]));
    let constraint = extension(30, true, &sequence(&[&tlv(0xa0, &sequence(&[&only]))]));
    let middle = people.middle.certified(&people.root, &[is_authority(None), usage(0x04), constraint]);
    let chain = Chain::of([people.leaf().certificate(), middle]).unwrap();
    assert_eq!(verdict(&chain, &people.anchors(), &[], NOW), untrusted("NameConstraintViolation"));
}

#[test]
fn an_unknown_critical_extension_is_not_passed_over() {
    let people = people();
    let with = |critical| Made { extensions: vec![extension(99, critical, &[5, 0])], ..people.leaf() };
    assert_eq!(people.verdict_on(&with(false)), PathVerdict::Trusted);
    assert_eq!(people.verdict_on(&with(true)), untrusted("UnsupportedCriticalExtension"));
}

#[test]
fn a_signature_by_sha_1_or_of_another_kind_than_the_issuers_key_is_refused() {
    let people = people();
    let algorithms: [&[u8]; 3] = [
        b"\x2a\x86\x48\xce\x3d\x04\x01",
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05",
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b",
    ];
    for oid in algorithms {
        let leaf = Made { algorithm: sequence(&[&tlv(6, oid), &[5, 0]]), ..people.leaf() };
        assert_eq!(people.verdict_on(&leaf), PathVerdict::AlgorithmRefused, "{oid:x?}");
    }
}

#[test]
fn a_certificate_of_the_first_version_is_refused() {
    let people = people();
    let leaf = Made { version: Vec::new(), extensions: Vec::new(), ..people.leaf() };
    assert_eq!(people.verdict_on(&leaf), PathVerdict::Malformed);
}

#[test]
fn no_byte_of_a_certificate_can_change_unseen() {
    let people = people();
    let der = people.leaf().der();
    for at in 0..der.len() {
        let mut changed = der.clone();
        changed[at] ^= 1;
        let Ok(leaf) = Certificate::from_der(&changed) else { continue };
        let Ok(chain) = Chain::of([leaf, people.middle()]) else { continue };
        assert_ne!(verdict(&chain, &people.anchors(), &[], NOW), PathVerdict::Trusted, "byte {at}");
    }
    for at in 0..der.len() {
        assert_eq!(Certificate::from_der(&der[..at]), Err(SigningError::CertificateMalformed), "cut at {at}");
    }
}

#[test]
fn a_revoked_certificate_is_refused_from_its_day_on() {
    let people = people();
    let list = |by: &Holder, serials: &[u8], day: &[u8]| Crl::read(&crl(by, serials, day)).unwrap();
    let with = |crl: Crl| verdict(&people.chain(), &people.anchors(), &[crl], NOW);
    assert_eq!(with(list(&people.middle, &[1, 7], b"170115000000Z")), PathVerdict::Revoked);
    assert_eq!(with(list(&people.middle, &[1, 8], b"170115000000Z")), PathVerdict::Trusted);
    assert_eq!(with(list(&people.middle, &[], b"170115000000Z")), PathVerdict::Trusted);
    assert_eq!(with(list(&people.middle, &[7], b"170612000000Z")), PathVerdict::Revoked, "on the very second");
    assert_eq!(with(list(&people.middle, &[7], b"170612000001Z")), PathVerdict::Trusted, "received before");
    assert_eq!(with(list(&people.root, &[7], b"170115000000Z")), PathVerdict::Revoked, "the authority itself");
    assert_eq!(with(list(&Holder::new("Cấp dưới", 9), &[7], b"170115000000Z")), PathVerdict::Trusted, "a forged list");
    assert_eq!(with(list(&people.person, &[7], b"170115000000Z")), PathVerdict::Trusted, "somebody else's list");
}

#[test]
fn an_authority_that_its_root_revoked_is_not_trusted_by_being_a_root_as_well() {
    let people = people();
    let list = |by: &Holder, serials: &[u8]| [Crl::read(&crl(by, serials, b"170115000000Z")).unwrap()];
    let both = [people.middle(), people.root.root()];
    let below = Chain::of([people.leaf().certificate()]).unwrap();
    for chain in [&people.chain(), &below] {
        let with = |anchors: &[Certificate], crls: &[Crl]| verdict(chain, anchors, crls, NOW);
        assert_eq!(with(&both, &[]), PathVerdict::Trusted);
        assert_eq!(with(&both, &list(&people.root, &[7])), PathVerdict::Revoked);
        assert_eq!(with(&both, &list(&people.root, &[8])), PathVerdict::Trusted, "another certificate of the root's");
        assert_eq!(with(&both, &list(&Holder::new("Gốc", 9), &[7])), PathVerdict::Trusted, "a forged list");
        let crls = list(&people.root, &[7]);
        assert_eq!(verdict(chain, &both, &crls, 1_484_352_000), PathVerdict::Trusted, "received on the day before");
        let alone = [people.middle()];
        let issued_by_forger = [people.middle(), Holder::new("Gốc", 9).root()];
        assert_eq!(with(&alone, &list(&people.root, &[7])), PathVerdict::Trusted, "nobody here vouches for the list");
        assert_eq!(with(&issued_by_forger, &list(&Holder::new("Gốc", 9), &[7])), PathVerdict::Trusted);
        let ended = Made { until: b"170301000000Z", ..root_of(&people.root) }.certificate();
        let anchors = [people.middle(), ended];
        assert_eq!(with(&anchors, &list(&people.root, &[7])), PathVerdict::Revoked, "a root that has ended since");
        let renewed =
            Made { serial: 9, ..Made::new(&people.middle, &people.root, &[is_authority(Some(0)), usage(0x04)]) };
        let anchors = [people.middle(), people.root.root(), renewed.certificate()];
        assert_eq!(with(&anchors, &list(&people.root, &[7])), PathVerdict::Trusted, "the key has a newer certificate");
        assert_eq!(with(&anchors, &list(&people.root, &[7, 9])), PathVerdict::Revoked);
    }
}

#[test]
fn what_is_revoked_above_a_trusted_authority_reaches_below_it() {
    let people = people();
    let top = Holder::new("Trên gốc", 6);
    let root = Made { serial: 5, ..Made::new(&people.root, &top, &[is_authority(None), usage(0x04)]) }.certificate();
    let crls = [Crl::read(&crl(&top, &[5], b"170115000000Z")).unwrap()];
    let below = Chain::of([people.leaf().certificate()]).unwrap();
    let anchors = [people.middle(), root, top.root()];
    assert_eq!(verdict(&below, &anchors, &[], NOW), PathVerdict::Trusted);
    assert_eq!(verdict(&below, &anchors, &crls, NOW), PathVerdict::Revoked);
}

#[test]
fn a_revocation_list_is_read_from_der_and_pem_and_nothing_else_is_one() {
    let der = crl(&people().middle, &[7], b"170115000000Z");
    let pem = pkcs8::der::pem::encode_string("X509 CRL", pkcs8::der::pem::LineEnding::LF, &der).unwrap();
    assert_eq!(Crl::read(pem.as_bytes()), Crl::read(&der));
    let certificate = people().root.root();
    for file in [&b""[..], b"crl", certificate.der(), certificate.pem().as_bytes(), &der[..der.len() - 1]] {
        assert_eq!(Crl::read(file), Err(SigningError::CrlMalformed));
    }
}

#[test]
fn people_are_shown_who_a_certificate_is_for() {
    let people = people();
    let facts = people.leaf().certificate().facts().clone();
    assert_eq!(facts.subject, "C=VN, O=Cơ quan thử, CN=Nguyễn\\, Thị Ánh");
    assert_eq!(facts.common_name.as_deref(), Some("Nguyễn\\, Thị Ánh"));
    assert_eq!(facts.organisation.as_deref(), Some("Cơ quan thử"));
    assert_eq!(facts.issuer, "C=VN, O=Cơ quan thử, CN=Cấp dưới");
    assert_eq!((facts.serial.as_str(), facts.is_authority), ("07", false));
    assert_eq!((facts.not_before, facts.not_after), (1_483_228_800, 1_514_764_800));
    assert_eq!(facts.thumbprint.len(), 43);
}

#[test]
fn a_name_shows_what_it_is_whatever_its_letters() {
    let people = people();
    let subject = |parts: &[(u8, u8, &[u8])]| {
        Made { subject: name(parts), ..people.leaf() }.certificate().facts().subject.clone()
    };
    assert_eq!(subject(&[(3, 0x1e, b"\x00H\x00u\x1e\xbf")]), "CN=Huế", "two bytes a letter");
    assert_eq!(subject(&[(3, 0x0c, "Hue\u{302}\u{301}".as_bytes())]), "CN=Huế", "in NFC");
    assert_eq!(subject(&[(3, 0x0c, b"A, O=B")]), "CN=A\\, O\\=B", "no second attribute");
    assert_eq!(subject(&[(3, 0x0c, "A\u{202e}B\u{200b}".as_bytes())]), "CN=A\\u{202e}B\\u{200b}", "nothing hidden");
    assert_eq!(subject(&[(3, 0x0c, "\u{338}A".as_bytes())]), "CN=\\u{338}A", "no mark on what stands before it");
    assert_eq!(subject(&[(97, 0x13, b"MST:0100109106")]), "2.5.4.97=MST:0100109106");
    assert_eq!(subject(&[(3, 0x04, b"\x01\xff")]), "CN=#040201ff");
}

#[test]
fn certificates_are_read_from_der_and_from_pem_with_whatever_stands_between() {
    let people = people();
    let (leaf, middle) = (people.leaf().certificate(), people.middle());
    assert_eq!(Certificate::read(leaf.der()).unwrap(), std::slice::from_ref(&leaf));
    let pem = format!("Bag Attributes\n{}\nsubject=…\n{}", leaf.pem(), middle.pem().replace('\n', "\r\n"));
    assert_eq!(Certificate::read(pem.as_bytes()).unwrap(), [leaf.clone(), middle.clone()]);
    assert_eq!(Certificate::one(pem.as_bytes()), Err(SigningError::CertificateMalformed));
    let damaged = leaf.pem().replace("-----END CERTIFICATE-----", "");
    let other = leaf.pem().replace("CERTIFICATE", "X509 CRL");
    for file in ["", "PEM", damaged.as_str(), other.as_str()] {
        assert_eq!(Certificate::read(file.as_bytes()), Err(SigningError::CertificateMalformed), "{file}");
    }
    let large = Made { extensions: vec![extension(99, false, &vec![0; MOST_CERTIFICATE])], ..people.leaf() }.der();
    assert_eq!(Certificate::from_der(&large), Err(SigningError::CertificateMalformed));
}

#[test]
fn only_what_was_chosen_for_a_chain_must_be_of_somebody_in_it() {
    let people = people();
    let (leaf, middle, root) = (people.leaf().certificate(), people.middle(), people.root.root());
    let renewed = Made { serial: 9, ..Made::new(&people.middle, &people.root, &[is_authority(Some(0)), usage(0x04)]) };
    let (renewed, stranger) = (renewed.certificate(), Holder::new("Lạ", 21).root());
    let completed = |along: &[Certificate], chosen: &[Certificate]| {
        Chain::completed(leaf.clone(), along, chosen).map(|chain| chain.above().to_vec())
    };
    let expected = Ok(vec![middle.clone()]);
    assert_eq!(completed(&[], std::slice::from_ref(&middle)), expected);
    assert_eq!(
        completed(&[middle.clone(), renewed.clone(), root.clone()], &[]),
        expected,
        "S and S renewed in one file"
    );
    assert_eq!(completed(std::slice::from_ref(&middle), &[renewed, root.clone()]), expected, "or chosen beside it");
    assert_eq!(completed(&[middle.clone(), stranger.clone()], &[]), expected, "what lies in a file was not chosen");
    assert_eq!(completed(&[middle], &[stranger]), Err(SigningError::ChainRefused));
    assert_eq!(completed(&[], &[root]), Err(SigningError::ChainRefused), "it has not certified the signatory");
}

#[test]
fn a_chain_is_in_order_and_without_its_root() {
    let people = people();
    let (leaf, middle, root) = (people.leaf().certificate(), people.middle(), people.root.root());
    assert_eq!(Chain::of([leaf.clone(), middle.clone(), root.clone()]), Ok(people.chain()));
    assert_eq!(people.chain().above(), std::slice::from_ref(&middle));
    for refused in [
        vec![],
        vec![leaf.clone(), root.clone(), middle.clone()],
        vec![leaf.clone(), leaf.clone()],
        vec![middle, leaf, root],
    ] {
        assert_eq!(Chain::of(refused), Err(SigningError::ChainRefused));
    }
}
