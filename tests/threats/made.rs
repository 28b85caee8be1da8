//! What the threats' files are made of: one return, its drafter's key, and what an attacker would do to them.

use crate::certificates::{Holder, Made as Certified, crl, is_authority, usage};
use crate::primitives;
use crate::quarter::keys::Signatory;
use crate::quarter::returns::{Ground, amended, payload};
use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use pollster::block_on;
use return36a::quarterly::{Return, Signature, SignedFile, write};
use return36a::registry::{Agency, Period, Registry};
use return36a::signing::{
    Binding, Bound, Certificate, CertificateFacts, Crl, KeyCard, Keyring, Primitives, Role, Validity,
};
use return36a::vietnamese::Date;
use serde_json::{Value, json};

/// One way to deceive.
pub struct Threat {
    /// Its name, and its file's.
    pub name: &'static str,
    /// What is tried.
    pub what: &'static str,
    /// What it is refused with.
    pub code: &'static str,
    /// Its file.
    pub make: fn(&Made) -> Vec<u8>,
}

impl Threat {
    /// The file's name.
    pub fn file(&self) -> String {
        format!("{}.json", self.name)
    }
}

const fn threat(name: &'static str, code: &'static str, what: &'static str, make: fn(&Made) -> Vec<u8>) -> Threat {
    Threat { name, what, code, make }
}

/// All of them.
pub const THREATS: &[Threat] = &[
    // The file.
    threat("duplicate-member", "read/duplicate-member", "a second revision, which another reader would take", |made| {
        made.text(|text| text.replacen("\"revision\": 1", "\"revision\": 1,\n    \"revision\": 2", 1))
    }),
    threat("unknown-member", "read/unknown-member", "something beside the return that nobody signed", |made| {
        made.text(|text| text.replacen("{\n", "{\n  \"approved\": true,\n", 1))
    }),
    threat("decomposed-text", "read/not-nfc", "letters in two parts, which look the same", |made| {
        made.text(|text| text.replacen("khó khăn", "kho\u{301} khăn", 1).replacen("Kinh phí", "Kinh phi\u{301}", 1))
    }),
    threat("large-integer", "read/number-range", "a number past 2^53, which readers round differently", |made| {
        made.text(|text| text.replacen("\"revision\": 1", "\"revision\": 9007199254740993", 1))
    }),
    threat("fraction", "read/fraction", "a number that is equal to the signed one", |made| {
        made.text(|text| text.replacen("\"revision\": 1", "\"revision\": 1.0", 1))
    }),
    threat("deep", "read/too-deep", "values nested until the reader breaks", |_| {
        format!("{{\"return\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000)).into_bytes()
    }),
    threat("not-utf-8", "read/not-utf8", "bytes that are no text", |made| {
        let mut bytes = made.signed();
        bytes.extend(b"\xff");
        bytes
    }),
    // The header of the signature.
    threat("alg-none", "signing/algorithm-refused", "a signature by no algorithm", |made| {
        let header = made.header(|header| header["alg"] = json!("none"));
        made.with(vec![Signature { signature: String::new(), ..made.by(&made.drafter, &header) }])
    }),
    threat("alg-hs256", "signing/algorithm-refused", "the public key taken for a secret", |made| {
        made.with_header(|header| header["alg"] = json!("HS256"))
    }),
    threat("alg-in-small-letters", "signing/algorithm-refused", "another name of the algorithm", |made| {
        made.with_header(|header| header["alg"] = json!("es256"))
    }),
    threat("alg-missing", "signing/header-refused", "no algorithm named", |made| {
        made.with_header(|header| drop(header.as_object_mut().unwrap().remove("alg")))
    }),
    threat("crit", "signing/header-refused", "a member that must be understood, and is not", |made| {
        made.with_header(|header| header["crit"] = json!(["exp"]))
    }),
    threat("b64", "signing/header-refused", "a payload that is not encoded", |made| {
        made.with_header(|header| header["b64"] = json!(false))
    }),
    threat("jwk", "signing/header-refused", "the attacker's key in the header", |made| {
        let jwk: Value = serde_json::from_str(&made.stranger.card.key.jwk().to_string()).unwrap();
        let header = made.header(|header| {
            header["kid"] = json!(made.stranger.card.key.thumbprint());
            header["jwk"] = jwk;
        });
        made.with(vec![made.by(&made.stranger, &header)])
    }),
    threat("jku", "signing/header-refused", "the address of the attacker's key", |made| {
        made.with_header(|header| header["jku"] = json!("https://example.vn/key.json"))
    }),
    threat("x5u", "signing/header-refused", "the address of a certificate", |made| {
        made.with_header(|header| header["x5u"] = json!("https://example.vn/key.pem"))
    }),
    threat("other-subject", "signing/header-refused", "the signature of something else than a return", |made| {
        made.with_header(|header| header["cty"] = json!("return36a-receipt+json"))
    }),
    threat("other-type", "signing/header-refused", "the signature of another program", |made| {
        made.with_header(|header| header["typ"] = json!("JWT"))
    }),
    threat("time-before-1970", "signing/header-refused", "a time of signing that no clock shows", |made| {
        made.with_header(|header| header["iat"] = json!(-1))
    }),
    threat("two-algorithms", "signing/header-refused", "a header that two readers read differently", |made| {
        let text = made.header(|_| ()).to_string().replacen('{', "{\"alg\":\"none\",", 1);
        made.with(vec![made.by_text(&made.drafter, &text)])
    }),
    threat("role-forged", "signing/other-role", "a drafter's key that signs as the approver", |made| {
        made.with_header(|header| header["role"] = json!("approver"))
    }),
    threat("role-of-the-coordinator", "signing/header-refused", "a return signed as if by who collects them", |made| {
        made.with_header(|header| header["role"] = json!("coordinator"))
    }),
    // The signature.
    threat("unprotected-header", "read/unknown-member", "a header that the signature does not cover", |made| {
        made.value(|file| file["signatures"][0]["header"] = json!({ "kid": made.stranger.card.key.thumbprint() }))
    }),
    threat("padding", "signing/malformed", "base64 with padding", |made| {
        made.value(|file| append(&mut file["signatures"][0]["signature"], "=="))
    }),
    threat("stray-bits", "signing/malformed", "base64 whose last letter says more than it must", |made| {
        made.value(|file| stray(&mut file["signatures"][0]["signature"]))
    }),
    threat("stray-bits-in-the-header", "signing/malformed", "the same in the protected header", |made| {
        made.value(|file| append(&mut file["signatures"][0]["protected"], "A"))
    }),
    threat("blank-in-base64", "signing/malformed", "base64 over two lines", |made| {
        made.value(|file| append(&mut file["signatures"][0]["signature"], "\n"))
    }),
    threat("short-signature", "signing/malformed", "a signature without its last byte", |made| {
        made.with(vec![made.cut(63)])
    }),
    threat("long-signature", "signing/malformed", "a signature with a byte behind it", |made| {
        made.with(vec![made.cut(65)])
    }),
    threat("signature-of-zeros", "signing/broken", "r and s of nothing", |made| {
        let signature = Base64UrlUnpadded::encode_string(&[0; 64]);
        made.with(vec![Signature { signature, ..made.by(&made.drafter, &made.header(|_| ())) }])
    }),
    threat("signature-of-another-return", "signing/broken", "a true signature moved to another return", |made| {
        let mut content = made.content.clone();
        content.difficulties.push_str(" Thêm.");
        write(&SignedFile { content, signatures: vec![made.by(&made.drafter, &made.header(|_| ()))] })
    }),
    threat("one-of-two-broken", "signing/valid signing/broken", "a broken signature beside a true one", |made| {
        let good = made.by(&made.drafter, &made.header(|_| ()));
        let bad = made.by(&made.drafter, &made.header(|header| header["iat"] = json!(1_497_000_000)));
        made.with(vec![good.clone(), Signature { signature: good.signature, ..bad }])
    }),
    threat("no-signature", "unsigned", "the signatures taken away", |made| made.with(Vec::new())),
    // The key.
    threat("key-of-nobody", "signing/unknown-key", "a key that the coordinator never saw", |made| {
        let header = made.header(|header| header["kid"] = json!(made.stranger.card.key.thumbprint()));
        made.with(vec![made.by(&made.stranger, &header)])
    }),
    threat("key-under-anothers-name", "signing/broken", "an unknown key under the name of a known one", |made| {
        made.with(vec![made.by(&made.stranger, &made.header(|_| ()))])
    }),
    threat("key-of-another-agency", "signing/other-agency", "another agency's drafter signs", |made| {
        let header = made.header(|header| header["kid"] = json!(made.neighbour.card.key.thumbprint()));
        made.with(vec![made.by(&made.neighbour, &header)])
    }),
    // The certificate.
    threat("alg-swapped", "signing/algorithm-refused", "an algorithm that is not the key's", |made| {
        made.certified(&made.authority.leaf(), |header| header["alg"] = json!("RS256"))
    }),
    threat("key-and-certificate", "signing/header-refused", "a key's name beside a certificate", |made| {
        made.certified(&made.authority.leaf(), |header| header["kid"] = json!(made.drafter.card.key.thumbprint()))
    }),
    threat("another-certificates-hash", "signing/header-refused", "the hash of another certificate", |made| {
        made.certified(&made.authority.leaf(), |header| {
            header["x5t#S256"] = json!(made.authority.root().thumbprint());
        })
    }),
    threat("root-in-the-chain", "signing/header-refused", "a root that the sender brings along", |made| {
        made.certified(&made.authority.leaf(), |header| {
            let root = Base64::encode_string(made.authority.root().der());
            header["x5c"].as_array_mut().unwrap().push(json!(root));
        })
    }),
    threat("certificate-of-itself", "signing/chain-untrusted", "a certificate that vouches for itself", |made| {
        made.certified(&made.authority.self_signed(), |_| ())
    }),
    threat(
        "authority-as-signatory",
        "signing/certificate-is-authority",
        "an authority's certificate that signs",
        |made| made.certified(&made.authority.leaf_with(&[is_authority(None), usage(0x04)]), |_| ()),
    ),
    threat("certificate-for-other-use", "signing/certificate-usage", "a certificate that is not for signing", |made| {
        made.certified(&made.authority.leaf_with(&[usage(0x20)]), |_| ())
    }),
    threat(
        "certificate-expired",
        "signing/certificate-expired",
        "a certificate that ended before the receipt",
        |made| made.certified(&made.authority.leaf_until(b"170601000000Z"), |_| ()),
    ),
    threat("certificate-early", "signing/certificate-early", "a certificate that begins after the receipt", |made| {
        made.certified(&made.authority.leaf_from(b"170701000000Z"), |_| ())
    }),
    threat("certificate-revoked", "signing/revoked", "a certificate that its authority took back", |made| {
        made.certified(&made.authority.revoked_leaf(), |_| ())
    }),
    threat("certificate-of-nobody", "signing/certificate-unknown", "a trusted certificate of somebody else", |made| {
        made.certified(&made.authority.leaf_with(&[usage(0x40)]), |_| ())
    }),
    threat(
        "certificate-in-another-role",
        "signing/other-role",
        "a drafter's certificate that signs as the seal",
        |made| made.certified(&made.authority.leaf(), |header| header["role"] = json!("seal")),
    ),
    threat(
        "certificate-of-the-same-name",
        "signing/certificate-unknown",
        "a certificate of a known name by another trusted authority",
        |made| made.in_the_name_of_another(vec![made.authority.same_name_elsewhere()]),
    ),
    threat(
        "authority-of-the-same-name",
        "signing/certificate-unknown",
        "the same by one that bears the name of the right authority",
        |made| made.in_the_name_of_another(made.authority.same_names_elsewhere()),
    ),
    threat(
        "certificate-lost",
        "signing/key-expired",
        "a lost certificate, for which an older line about its name knows no last day",
        |made| made.chained(&made.authority.other_person, &[made.authority.lost_leaf()], |_| ()),
    ),
    threat("key-lost", "signing/key-expired", "a lost key in the role of another of its cards", |made| {
        let header = made.header(|header| {
            header["kid"] = json!(made.lost.key.public.thumbprint());
            header["role"] = json!("seal");
        });
        made.with(vec![made.covering(&header.to_string(), |message| signed_by(&made.lost, message))])
    }),
];

/// An authority that the coordinator trusts, and whom it certifies.
pub struct Authority {
    own: Holder,
    person: Holder,
    /// Somebody whom the coordinator knows by the name, whatever the certificate.
    other_person: Holder,
    /// Another authority that the coordinator trusts.
    elsewhere: Holder,
}

impl Authority {
    fn new() -> Self {
        Self {
            own: Holder::new("Gốc thử", 91),
            person: Holder::new("Người thử", 92),
            other_person: Holder::new("Người thử hai", 93),
            elsewhere: Holder::new("Gốc khác", 94),
        }
    }

    fn leaf_by_name(&self, serial: u8) -> Certificate {
        Certified { serial, ..Certified::new(&self.other_person, &self.own, &[usage(0xc0)]) }.certificate()
    }

    /// One of that name which was lost on 1 June 2017.
    fn lost_leaf(&self) -> Certificate {
        self.leaf_by_name(11)
    }

    /// The stranger's certificate for that name, and the chain above it.
    fn same_name_elsewhere(&self) -> Certificate {
        namesake().certified(&self.elsewhere, &[usage(0xc0)])
    }

    fn same_names_elsewhere(&self) -> Vec<Certificate> {
        let below = Holder::new("Gốc thử", 95);
        let certificate = below.certified(&self.elsewhere, &[is_authority(Some(0)), usage(0x04)]);
        vec![namesake().certified(&below, &[usage(0xc0)]), certificate]
    }

    fn root(&self) -> Certificate {
        self.own.root()
    }

    fn leaf_with(&self, extensions: &[Vec<u8>]) -> Certificate {
        self.person.certified(&self.own, extensions)
    }

    /// The one that the coordinator knows.
    fn leaf(&self) -> Certificate {
        self.leaf_with(&[usage(0xc0)])
    }

    fn leaf_until(&self, until: &'static [u8]) -> Certificate {
        Certified { until, ..Certified::new(&self.person, &self.own, &[usage(0xc0)]) }.certificate()
    }

    fn leaf_from(&self, from: &'static [u8]) -> Certificate {
        Certified { from, ..Certified::new(&self.person, &self.own, &[usage(0xc0)]) }.certificate()
    }

    fn revoked_leaf(&self) -> Certificate {
        Certified { serial: REVOKED, ..Certified::new(&self.person, &self.own, &[usage(0xc0)]) }.certificate()
    }

    fn self_signed(&self) -> Certificate {
        self.person.certified(&self.person, &[usage(0xc0)])
    }
}

/// A stranger of the same name.
fn namesake() -> Holder {
    Holder::new("Người thử hai", 96)
}

fn signed_by(holder: &Holder, message: &[u8]) -> Vec<u8> {
    block_on(primitives().sign(&holder.key.private, message)).unwrap()
}

/// The serial number of the certificate that was taken back.
const REVOKED: u8 = 9;

fn append(text: &mut Value, more: &str) {
    *text = json!(format!("{}{more}", text.as_str().unwrap()));
}

/// The next letter at the end: of 64 bytes' base64 the last letter has four bits to spare.
fn stray(text: &mut Value) {
    let mut letters = text.as_str().unwrap().to_owned();
    let next = match letters.pop().unwrap() {
        'A' => 'B',
        'Q' => 'R',
        'g' => 'h',
        _ => 'x',
    };
    letters.push(next);
    *text = json!(letters);
}

/// What all of them begin with.
pub struct Made {
    content: Return,
    drafter: Signatory,
    neighbour: Signatory,
    stranger: Signatory,
    authority: Authority,
    /// Whose key was lost on 1 June 2017.
    lost: Holder,
    sha256: String,
}

impl Made {
    /// The return of one ministry, sound and signed.
    pub fn new() -> Self {
        let registry = Registry::embedded().unwrap();
        let ground = Ground::of(registry);
        let agency = |id: &str| -> &Agency { registry.agency(&id.into()).unwrap() };
        let own = agency("bo-ngoai-giao");
        Self {
            content: ground.sound(&own.id, "2017-Q2".parse().unwrap()),
            drafter: Signatory::of(own),
            neighbour: Signatory::of(agency("bo-noi-vu")),
            stranger: Signatory::stranger(own),
            authority: Authority::new(),
            lost: Holder::new("Người mất khóa", 97),
            sha256: ground.sha256,
        }
    }

    /// What the coordinator knows: three keys, one of them lost; two roots, one with its revocation list; for whom one
    /// certificate and one name sign.
    pub fn keyring(&self) -> Keyring {
        let mut keyring = Keyring::of([self.drafter.card.clone(), self.neighbour.card.clone()]);
        keyring.trust(self.authority.root()).unwrap();
        keyring.add_crl(Crl::read(&crl(&self.authority.own, &[REVOKED], b"170301000000Z")).unwrap());
        keyring.bind(Binding {
            bound: Bound::Certificate(self.authority.leaf().thumbprint().to_owned()),
            agency: self.content.agency.clone(),
            name: "Người thử".to_owned(),
            roles: vec![Role::Drafter],
            valid: Validity::default(),
        });
        keyring.trust(self.authority.elsewhere.root()).unwrap();
        let lost = Validity { from: None, until: Date::parse_iso("2017-06-01").ok() };
        for role in [Role::Drafter, Role::Seal] {
            let card = KeyCard { role, key: self.lost.key.public, ..self.drafter.card.clone() };
            keyring.add(card);
        }
        let drafter = KeyCard { key: self.lost.key.public, ..self.drafter.card.clone() };
        assert!(keyring.limit(&drafter, lost), "the card as which it was known to be lost");
        let leaf = self.authority.leaf_by_name(7);
        let issuer_key = Some(self.authority.root().key_thumbprint());
        let by_name = Binding {
            bound: Bound::name_in(&CertificateFacts { issuer_key, ..leaf.facts().clone() }),
            agency: self.content.agency.clone(),
            name: "Người thử hai".to_owned(),
            roles: vec![Role::Drafter],
            valid: Validity::default(),
        };
        let bound = Bound::Certificate(self.authority.lost_leaf().thumbprint().to_owned());
        keyring.bind(Binding { bound, valid: lost, ..by_name.clone() });
        keyring.bind(by_name);
        keyring
    }

    /// The file signed by the next certificate of a name that the coordinator knows.
    pub fn signed_by_name(&self) -> Vec<u8> {
        self.chained(&self.authority.other_person, &[self.authority.leaf_by_name(12)], |_| ())
    }

    /// The file signed by a stranger of that name with these certificates.
    fn in_the_name_of_another(&self, chain: Vec<Certificate>) -> Vec<u8> {
        self.chained(&namesake(), &chain, |_| ())
    }

    /// The file signed by the certificate that the coordinator knows.
    pub fn signed_with_certificate(&self) -> Vec<u8> {
        self.certified(&self.authority.leaf(), |_| ())
    }

    /// The file signed by the person's key under this certificate, with the header changed.
    fn certified(&self, leaf: &Certificate, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        self.chained(&self.authority.person, std::slice::from_ref(leaf), change)
    }

    /// The file signed by this holder's key under this chain, the leaf first, with the header changed.
    fn chained(&self, by: &Holder, chain: &[Certificate], change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let header = self.header(|header| {
            header.as_object_mut().unwrap().remove("kid");
            let x5c: Vec<String> = chain.iter().map(|one| Base64::encode_string(one.der())).collect();
            header["x5c"] = json!(x5c);
            header["x5t#S256"] = json!(chain[0].thumbprint());
            change(header);
        });
        self.with(vec![self.covering(&header.to_string(), |message| signed_by(by, message))])
    }

    /// The registry's, which the return carries.
    pub fn registry_sha256(&self) -> &str {
        &self.sha256
    }

    /// The return's quarter.
    pub fn period(&self) -> Period {
        self.content.period
    }

    /// The genuine file.
    pub fn signed(&self) -> Vec<u8> {
        self.drafter.signed(self.content.clone())
    }

    /// The next revision, for this reason.
    pub fn amended(&self, reason: &str) -> Vec<u8> {
        self.drafter.signed(Return { amendment_reason: reason.to_owned(), ..amended(&self.content) })
    }

    /// The return of another quarter.
    pub fn of_other_quarter(&self) -> Vec<u8> {
        let ground = Ground::of(Registry::embedded().unwrap());
        self.drafter.signed(ground.sound(&self.content.agency, "2017-Q3".parse().unwrap()))
    }

    /// The header of the genuine signature, changed.
    fn header(&self, change: impl FnOnce(&mut Value)) -> Value {
        let genuine = self.drafter.signature(&self.content).protected;
        let mut header = serde_json::from_slice(&Base64UrlUnpadded::decode_vec(&genuine).unwrap()).unwrap();
        change(&mut header);
        header
    }

    /// A true signature by this key under this header.
    fn by(&self, key: &Signatory, header: &Value) -> Signature {
        self.by_text(key, &String::from_utf8(serde_json::to_vec(header).unwrap()).unwrap())
    }

    fn by_text(&self, key: &Signatory, header: &str) -> Signature {
        self.covering(header, |message| key.signed_bytes(message))
    }

    fn covering(&self, header: &str, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> Signature {
        let protected = Base64UrlUnpadded::encode_string(header.as_bytes());
        let input = format!("{protected}.{}", Base64UrlUnpadded::encode_string(&payload(&self.content)));
        let signature = Base64UrlUnpadded::encode_string(&sign(input.as_bytes()));
        Signature { protected, signature }
    }

    /// The drafter's signature with so many bytes.
    fn cut(&self, length: usize) -> Signature {
        let whole = self.by(&self.drafter, &self.header(|_| ()));
        let mut bytes = Base64UrlUnpadded::decode_vec(&whole.signature).unwrap();
        bytes.resize(length, 0);
        Signature { signature: Base64UrlUnpadded::encode_string(&bytes), ..whole }
    }

    fn with(&self, signatures: Vec<Signature>) -> Vec<u8> {
        write(&SignedFile { content: self.content.clone(), signatures })
    }

    fn with_header(&self, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        self.with(vec![self.by(&self.drafter, &self.header(change))])
    }

    /// The genuine file with its text changed.
    fn text(&self, change: impl FnOnce(String) -> String) -> Vec<u8> {
        change(String::from_utf8(self.signed()).unwrap()).into_bytes()
    }

    /// The genuine file with its members changed.
    fn value(&self, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let mut file = serde_json::from_slice(&self.signed()).unwrap();
        change(&mut file);
        serde_json::to_vec(&file).unwrap()
    }
}
