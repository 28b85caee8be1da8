//! What we sign and keep, software that is not ours verifies and opens; and what was tampered with, it refuses.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its ground is missing, also in its helpers")]

#[path = "foreign/tools.rs"]
mod foreign;

use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use pollster::block_on;
use return36a::signing::*;
use return36a::vietnamese::Date;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const PASSWORD: &str = "Mật khẩu của tôi";

/// Native primitives with bytes that look random and differ by the seed.
fn primitives(seed: u64) -> impl Primitives<PrivateKey = return36a::signing::NativeKey> {
    let mut state = seed;
    Native::new(move |bytes: &mut [u8]| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
        Ok(())
    })
}

/// A return as far as signatures are concerned: every kind of value, and text that JSON writers escape in different ways.
fn quarterly_return() -> Value {
    json!({
        "schema": "return36a/1",
        "agency": "bo-tai-chinh",
        "period": "2017-Q2",
        "date": "2017-06-12",
        "supersedes": null,
        "services": {"level3": {"reported": 9_007_199_254_740_991_i64}, "level4": "confirmed-zero", "Z": [], "a": {}},
        "difficulties": "Kinh phí \"chưa\" được cấp;\n\tđường dẫn C:\\36a\\báo cáo/quý\u{8}\u{c}\u{1f}\u{7f}\u{2028}€😀",
        "rows": [0, -1, true, false, "", "1.234.567,8"],
    })
}

/// What somebody does to a file.
type Change<'a> = &'a dyn Fn(&mut Value);

/// A signatory with the files that they keep and send.
struct Signatory {
    role: Role,
    public: PublicKey,
    pem: PathBuf,
    card: PathBuf,
}

fn signatory(folder: &Path, seed: u64, role: Role) -> Signatory {
    let made = block_on(new_key(&primitives(seed), &Password::new(PASSWORD).unwrap(), ITERATIONS)).unwrap();
    let card = KeyCard {
        agency: "bo-tai-chinh".into(),
        name: "Cục Tin học và Thống kê tài chính".into(),
        role,
        key: made.public,
        created: Date::new(2017, 6, 10).unwrap(),
    };
    let path = |kind: &str| folder.join(format!("{}.{kind}", role.as_str()));
    fs::write(path("pem"), made.pem).unwrap();
    fs::write(path("json"), card.json().unwrap()).unwrap();
    Signatory { role, public: made.public, pem: path("pem"), card: path("json") }
}

fn signature(signatory: &Signatory, content: &Value) -> Signature {
    let file = fs::read(&signatory.pem).unwrap();
    let key = block_on(open_key(&primitives(0), &file, &Password::new(PASSWORD).unwrap())).unwrap();
    let payload = canonical(content).unwrap();
    block_on(sign(&primitives(0), &key, signatory.role, 1_497_225_600, &payload)).unwrap()
}

/// A return signed by a drafter and an approver, with their cards.
fn signed(folder: &Path) -> (Value, [Signatory; 2]) {
    let signatories = [signatory(folder, 1, Role::Drafter), signatory(folder, 2, Role::Approver)];
    let content = quarterly_return();
    let signatures = signatories.each_ref().map(|signatory| signature(signatory, &content));
    (json!({"return": content, "signatures": signatures}), signatories)
}

fn written(folder: &Path, name: &str, file: &Value) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, serde_json::to_string_pretty(file).unwrap()).unwrap();
    path
}

#[test]
fn jose_and_jwcrypto_find_each_signature_valid() {
    let folder = foreign::folder("foreign-valid");
    let (file, [drafter, approver]) = signed(&folder);
    let path = written(&folder, "return.json", &file);
    foreign::verify_file(&path, &[&drafter.card, &approver.card]);
    let [jose, jwcrypto] = foreign::verdicts(&path, &[&drafter.card, &approver.card]);
    let lines = |tool: &str| {
        let (drafter, approver) = (drafter.public.thumbprint(), approver.public.thumbprint());
        format!("{tool}: drafter {drafter}\n{tool}: approver {approver}\n")
    };
    assert_eq!((jose.said, jwcrypto.said), (lines("jose"), lines("jwcrypto")));
}

#[test]
fn jose_and_jwcrypto_refuse_what_was_tampered_with() {
    let folder = foreign::folder("foreign-tampered");
    let (good, [drafter, approver]) = signed(&folder);
    let changed = |change: Change| {
        let mut file = good.clone();
        change(&mut file);
        file
    };
    let swapped = |file: &mut Value| {
        let first = file["signatures"][0]["signature"].clone();
        file["signatures"][1]["signature"] = first;
    };
    let raised = |file: &mut Value| {
        let header = Base64UrlUnpadded::decode_vec(file["signatures"][0]["protected"].as_str().unwrap()).unwrap();
        let header = String::from_utf8(header).unwrap().replace("drafter", "approver");
        file["signatures"][0]["protected"] = Base64UrlUnpadded::encode_string(header.as_bytes()).into();
    };
    let cases: [(&str, Change); 6] = [
        ("a count", &|file| file["return"]["services"]["level3"]["reported"] = json!(9_007_199_254_740_990_i64)),
        ("a letter", &|file| file["return"]["agency"] = json!("bo-tai-chinH")),
        ("one more member", &|file| file["return"]["note"] = json!("")),
        ("a broken second signature", &swapped),
        ("a role", &raised),
        ("no signature", &|file| file["signatures"] = json!([])),
    ];
    for (name, change) in cases {
        let path = written(&folder, "tampered.json", &changed(change));
        for answer in foreign::verdicts(&path, &[&drafter.card, &approver.card]) {
            assert!(!answer.agreed, "{name}: {}", answer.said);
            assert!(answer.said.contains("jose: ") || answer.said.contains("jwcrypto: "), "{name}: {}", answer.said);
            assert!(!answer.said.contains("Traceback"), "{name}: {}", answer.said);
        }
    }
    let path = written(&folder, "return.json", &good);
    for answer in foreign::verdicts(&path, &[&drafter.card]) {
        assert!(!answer.agreed && answer.said.contains("no card has the key"), "{}", answer.said);
    }
}

#[test]
fn openssl_opens_our_key_file_with_its_password_only() {
    let folder = foreign::folder("foreign-open");
    let drafter = signatory(&folder, 1, Role::Drafter);
    let opened = foreign::open_key(&drafter.pem, PASSWORD);
    assert!(opened.agreed && opened.said.contains("NIST CURVE: P-256"), "{}", opened.said);
    let digits: String = opened.said.split("pub:").nth(1).unwrap().split("ASN1").next().unwrap().to_owned();
    let point: String = digits.chars().filter(char::is_ascii_hexdigit).collect();
    let expected: String = drafter.public.point().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(point, expected);
    let refused = foreign::open_key(&drafter.pem, "Mat khau cua toi");
    assert!(!refused.agreed, "{}", refused.said);
}

#[test]
fn we_open_a_key_file_of_openssls_and_openssl_verifies_its_signature() {
    let folder = foreign::folder("foreign-openssl-key");
    let (plain, kept) = (folder.join("plain.pem"), folder.join("kept.pem"));
    let curve = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out"];
    assert!(foreign::openssl(&curve, &plain, "").agreed);
    let plain = plain.to_str().unwrap();
    let encrypt = ["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "10000"];
    let encrypt = [&encrypt[..], &["-passout", "env:KEY_PASSWORD", "-in", plain, "-out"]].concat();
    assert!(foreign::openssl(&encrypt, &kept, PASSWORD).agreed);

    let file = fs::read(&kept).unwrap();
    let key = block_on(open_key(&primitives(0), &file, &Password::new(PASSWORD).unwrap())).unwrap();
    let message = folder.join("message");
    fs::write(&message, "36a").unwrap();
    let raw = block_on(primitives(0).sign(&key.private, b"36a")).unwrap();
    let der = p256::ecdsa::Signature::from_slice(&raw).unwrap().to_der();
    let signature = folder.join("signature");
    fs::write(&signature, der.as_bytes()).unwrap();
    let verify = ["dgst", "-sha256", "-prverify", plain, "-signature", signature.to_str().unwrap()];
    assert!(foreign::openssl(&verify, &message, "").agreed);
    fs::write(&message, "37a").unwrap();
    assert!(!foreign::openssl(&verify, &message, "").agreed);
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signing/fixtures").join(name)
}

/// 2027-01-15T08:00:00Z, when the fixtures' certificates are in force.
const CERTIFIED: i64 = 1_800_000_000;

/// The return signed with a certificate's key by this algorithm.
fn certified(p12: &str, algorithm: Algorithm, content: &Value) -> Signature {
    let (primitives, file) = (primitives(3), fs::read(fixture(p12)).unwrap());
    let keys = block_on(open_p12(&primitives, &file, &Password::new("Mật khẩu thử").unwrap())).unwrap();
    let identity = block_on(keys[0].identity(&primitives, algorithm)).unwrap();
    let payload = canonical(content).unwrap();
    block_on(sign_certified(&primitives, &identity, Subject::Return, Role::Approver, CERTIFIED, &payload)).unwrap()
}

#[test]
fn jose_and_jwcrypto_verify_signatures_with_certificates() {
    let folder = foreign::folder("foreign-certified");
    let content = quarterly_return();
    let signatures = [
        certified("rsa-aes.p12", Algorithm::Rs256, &content),
        certified("rsa-aes.p12", Algorithm::Ps256, &content),
        certified("p256-aes.p12", Algorithm::Es256, &content),
    ];
    let path = written(&folder, "return.json", &json!({"return": content, "signatures": signatures}));
    for answer in foreign::verdicts(&path, &[]) {
        assert!(answer.agreed, "{}", answer.said);
        assert_eq!(answer.said.lines().count(), 3, "{}", answer.said);
    }
    let mut tampered = json!({"return": content, "signatures": signatures});
    tampered["return"]["agency"] = json!("bo-y-te");
    let path = written(&folder, "tampered.json", &tampered);
    assert!(foreign::verdicts(&path, &[]).iter().all(|answer| !answer.agreed));
}

/// The lines between the fences after this heading.
fn lines_of<'a>(document: &'a str, heading: &str) -> &'a str {
    let after = document.split_once(&format!("## {heading}\n")).unwrap_or_else(|| panic!("{heading}")).1;
    after.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_else(|| panic!("{heading}"))
}

#[test]
fn jq_and_openssl_alone_verify_as_the_document_says() {
    let folder = foreign::folder("foreign-shell");
    let document = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.md")).unwrap();
    let lines = lines_of(&document, "With jq and OpenSSL alone");
    let mut content = quarterly_return();
    // As the document says: a return has no control characters.
    content["difficulties"] = json!("Kinh phí \"chưa\" được cấp; đường dẫn C:\\36a\\báo cáo/quý €😀");
    let file = json!({"return": content, "signatures": [certified("rsa-aes.p12", Algorithm::Rs256, &content)]});
    written(&folder, "return.json", &file);
    let answer = foreign::shell(lines, &folder);
    assert!(answer.agreed && answer.said.contains("Verified OK"), "{}", answer.said);
    let mut tampered = file;
    tampered["return"]["rows"][0] = json!(1);
    written(&folder, "return.json", &tampered);
    let answer = foreign::shell(lines, &folder);
    assert!(!answer.agreed && answer.said.contains("Verification failure"), "{}", answer.said);
}

/// What a coordinator knows who trusts the fixtures' root, and for whom its certificates sign.
fn knowing(leaf: &Certificate) -> Keyring {
    let mut keyring = Keyring::default();
    keyring.trust(Certificate::one(&fs::read(fixture("root.pem")).unwrap()).unwrap()).unwrap();
    keyring.bind(Binding {
        bound: Bound::Certificate(leaf.thumbprint().to_owned()),
        agency: "bo-tai-chinh".into(),
        name: "Người thử".into(),
        roles: vec![Role::Approver],
        valid: Validity::default(),
    });
    keyring
}

#[test]
fn what_jose_and_jwcrypto_sign_with_a_certificate_is_valid_here() {
    let folder = foreign::folder("foreign-signs");
    let content = quarterly_return();
    let return_file = written(&folder, "return.json", &content);
    for (key, algorithm) in [("rsa2048", "RS256"), ("rsa2048", "PS256"), ("p256", "ES256")] {
        let chain =
            ["crt", "pem"].map(|kind| if kind == "crt" { fixture(&format!("{key}.crt")) } else { fixture("sub.pem") });
        let chain = chain.map(|path| Certificate::one(&fs::read(path).unwrap()).unwrap());
        let header = json!({
            "iat": CERTIFIED, "typ": TYPE, "cty": Subject::Return.content_type(), "role": "approver",
            "x5c": chain.each_ref().map(|one| Base64::encode_string(one.der())),
            "x5t#S256": chain[0].thumbprint(),
        });
        let header = written(&folder, "header.json", &header);
        let keyring = knowing(&chain[0]);
        let agency = "bo-tai-chinh".into();
        let court = Court { keyring: &keyring, subject: Subject::Return, agency: &agency, received: CERTIFIED };
        for signature in foreign::signatures(&return_file, algorithm, &fixture(&format!("{key}.pem")), &header) {
            let signature: Signature = serde_json::from_str(&signature).unwrap();
            let payload = canonical(&content).unwrap();
            let judged = block_on(judge(&primitives(0), court, std::slice::from_ref(&signature), &payload)).unwrap();
            assert_eq!(judged[0].ruling, Ruling::Valid, "{algorithm}: {:?}", judged[0]);
            let judged = block_on(judge(&primitives(0), court, &[signature], b"{}")).unwrap();
            assert_eq!(judged[0].ruling, Ruling::Broken, "{algorithm}");
        }
    }
}
