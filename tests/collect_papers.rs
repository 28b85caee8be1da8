//! Receipts and query slips: written, signed, read back; and every other form refused with its code and its place.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

use pollster::block_on;
use return36a::collect::{
    Arrived, Bench, Grounds, Issuer, Ledger, Proof, Receipt, ReturnMark, SignedPaper, Slip, SlipHead, State, examine,
    issue, read_paper, receipt, slip,
};
use return36a::quarterly::{
    RegistryMark, Return, Signable, Signed, SignedFile, Start, blank, read, read_signed, return_value, write,
    write_signed,
};
use return36a::registry::{Registry, sha256_hex};
use return36a::rules::RuleSet;
use return36a::signing::{
    Native, Password, Primitives, SigningKey, Verdict, canonical, new_key, no_randomness, open_key,
};
use return36a::vietnamese::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Private = return36a::signing::NativeKey;

/// 2017-06-20T00:00:00Z.
const TIME: i64 = 1_497_916_800;

/// Native primitives with bytes that look random and are the same in every run from one start.
fn primitives(start: u64) -> impl Primitives<PrivateKey = Private> {
    let mut state = start;
    Native::new(move |bytes: &mut [u8]| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
        Ok(())
    })
}

fn key(start: u64) -> SigningKey<Private> {
    let password = Password::new("mật khẩu").unwrap();
    let made = block_on(new_key(&primitives(start), &password, 1)).unwrap();
    block_on(open_key(&primitives(start), made.pem.as_bytes(), &password)).unwrap()
}

fn content() -> Return {
    let start = Start { agency: "bo-tai-chinh".into(), period: "2017-Q2".parse().unwrap(), random: [0xab; 16] };
    blank(Registry::embedded().unwrap(), &"0".repeat(64), &start)
}

fn issuer(key: &SigningKey<Private>) -> Issuer {
    Issuer { agency: "van-phong-chinh-phu".into(), name: "Vụ Khoa giáo - Văn xã".into(), key: key.public }
}

fn day(day: u8) -> Date {
    Date::new(2017, 6, day).unwrap()
}

fn a_receipt(key: &SigningKey<Private>) -> Receipt {
    Receipt {
        schema: Receipt::SCHEMA.into(),
        about: Some(ReturnMark::of(&content()).unwrap()),
        file_name: "36a_2017-Q2_bo-tai-chinh_r1.json".into(),
        file_sha256: sha256_hex(b"the file"),
        received: day(12),
        state: State::Warned,
        errors: 0,
        warnings: 2,
        notes: 1,
        registry: RegistryMark { id: "36a-nq-cp".into(), version: "2017.1".into(), sha256: "1".repeat(64) },
        issued: day(13),
        issuer: issuer(key),
    }
}

fn a_slip(key: &SigningKey<Private>) -> Slip {
    let head = SlipHead {
        random: [0x0f; 16],
        about: ReturnMark::of(&content()).unwrap(),
        issued: day(20),
        answer_by: Some(day(25)),
        issuer: issuer(key),
    };
    let asked = [("/services/level3/answer", "Số này giảm 12 so với quý I, vì sao?"), ("", "Đề nghị gửi kèm văn bản.")];
    slip(head, asked.map(|(path, text)| (path.to_owned(), text.to_owned())))
}

fn verdict(proof: &Proof) -> Verdict {
    block_on(proof.verdict(&Native::new(no_randomness))).unwrap()
}

fn refusal(bytes: &[u8]) -> String {
    read_paper(bytes).map_or_else(|error| error.to_string(), |paper| format!("{paper:?}"))
}

#[test]
fn a_paper_is_signed_written_and_read_back_as_it_was() {
    let key = key(1);
    let receipt = block_on(issue(&primitives(1), &key, a_receipt(&key), TIME)).unwrap();
    let slip = block_on(issue(&primitives(1), &key, a_slip(&key), TIME)).unwrap();
    let papers = [read_paper(&write_signed(&receipt)), read_paper(&write_signed(&slip))];
    assert_eq!(
        papers,
        [Ok(SignedPaper::Receipt(Box::new(receipt.clone()))), Ok(SignedPaper::Slip(Box::new(slip.clone())))]
    );
    for proof in [Proof::of(&receipt).unwrap(), Proof::of(&slip).unwrap()] {
        assert_eq!(verdict(&proof).code(), "signing/valid");
    }
    let file = SignedFile { content: content(), signatures: Vec::new() };
    assert_eq!(read_paper(&write(&file)), Ok(SignedPaper::Return(Box::new(file))));
}

#[test]
fn a_mark_is_the_hash_of_the_canonical_bytes() {
    let mark = ReturnMark::of(&content()).unwrap();
    let bytes = canonical(&return_value(&content())).unwrap();
    assert_eq!((mark.content_sha256, mark.revision), (sha256_hex(&bytes), 1));
    let mut denormal = content();
    denormal.difficulties = "Hue\u{302}\u{301}".into();
    assert_eq!(ReturnMark::of(&denormal).unwrap_err().code(), "signing/text-not-nfc");
}

#[test]
fn questions_are_numbered_and_answered_under_the_slips_id() {
    let slip = a_slip(&key(1));
    assert_eq!(slip.slip_id, "0f".repeat(16));
    let keys: Vec<String> = slip.questions.iter().map(|question| slip.answer_key(question)).collect();
    assert_eq!(keys, [format!("{}.1", "0f".repeat(16)), format!("{}.2", "0f".repeat(16))]);
}

#[test]
fn a_paper_is_signed_only_by_the_key_that_it_names() {
    let (key, other) = (key(1), key(2));
    let error = block_on(issue(&primitives(1), &other, a_slip(&key), TIME)).unwrap_err();
    assert_eq!(error.to_string(), "signing/member-refused issuer/key");
}

#[test]
fn a_changed_paper_is_broken_and_another_key_is_unknown() {
    let key = key(1);
    let signed = block_on(issue(&primitives(1), &key, a_receipt(&key), TIME)).unwrap();
    let mut changed = signed.clone();
    changed.content.state = State::Accepted;
    let kid = key.public.thumbprint();
    assert_eq!(verdict(&Proof::of(&changed).unwrap()), Verdict::Broken { kid: kid.clone() });
    let mut usurped = signed.clone();
    usurped.content.issuer = issuer(&self::key(2));
    assert_eq!(verdict(&Proof::of(&usurped).unwrap()), Verdict::UnknownKey { kid });
    let twice = Signed { signatures: [signed.signatures.clone(), signed.signatures.clone()].concat(), ..signed };
    assert_eq!(Proof::of(&twice), None, "one signature, no more");
    assert_eq!(Proof::of(&Signed { content: a_receipt(&key), signatures: Vec::new() }), None);
}

#[test]
fn a_signature_of_a_slip_is_none_of_a_receipt() {
    let key = key(1);
    let receipt = block_on(issue(&primitives(1), &key, a_receipt(&key), TIME)).unwrap();
    let slip = block_on(issue(&primitives(1), &key, a_slip(&key), TIME)).unwrap();
    let (receipt, slip) = (Proof::of(&receipt).unwrap(), Proof::of(&slip).unwrap());
    for (of, with) in [(&receipt, &slip), (&slip, &receipt)] {
        let proof = Proof { signature: with.signature.clone(), ..of.clone() };
        assert_eq!(verdict(&proof).code(), "signing/header-refused");
    }
}

/// The file with one value put in another's place.
fn put<T: Signable>(content: T, path: &str, value: Value) -> String {
    let bytes = write_signed(&Signed { content, signatures: Vec::new() });
    let mut file: Value = serde_json::from_slice(&bytes).unwrap();
    *file.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = value;
    refusal(file.to_string().as_bytes())
}

#[test]
fn what_is_no_receipt_is_refused_with_code_and_place() {
    let key = key(1);
    let cases = [
        ("/receipt/schema", json!("return36a-receipt/2"), "read/newer-schema at `/receipt/schema`"),
        ("/receipt/schema", json!("return36a/2"), "read/unknown-schema at `/receipt/schema`"),
        ("/receipt/schema", json!("return36a-slip/1"), "read/unknown-schema at `/receipt/schema`"),
        ("/receipt/about", json!(null), "read/wrong-value at `/receipt/about`"),
        ("/receipt/about/return_id", json!("AB"), "read/wrong-value at `/receipt/about/return_id`"),
        ("/receipt/about/revision", json!(0), "read/wrong-value at `/receipt/about/revision`"),
        ("/receipt/about/content_sha256", json!(""), "read/wrong-value at `/receipt/about/content_sha256`"),
        ("/receipt/about/period", json!("2017-Q5"), "read/wrong-value at `/receipt/about/period`"),
        ("/receipt/state", json!("fine"), "read/wrong-value at `/receipt/state`"),
        ("/receipt/state", json!("not-a-return"), "read/wrong-value at `/receipt/about`"),
        ("/receipt/received", json!("12/06/2017"), "read/wrong-value at `/receipt/received`"),
        ("/receipt/file_name", json!(""), "read/wrong-value at `/receipt/file_name`"),
        ("/receipt/file_name", json!("a\nb"), "read/wrong-value at `/receipt/file_name`"),
        ("/receipt/file_name", json!("a\u{0}b"), "read/control-character at `/receipt/file_name`"),
        ("/receipt/file_sha256", json!("F".repeat(64)), "read/wrong-value at `/receipt/file_sha256`"),
        ("/receipt/errors", json!(-1), "read/wrong-value at `/receipt/errors`"),
        ("/receipt/errors", json!(1.5), "read/fraction at `/receipt/errors`"),
        ("/receipt/warnings", json!(9_007_199_254_740_992_i64), "read/number-range at `/receipt/warnings`"),
        ("/receipt/registry/sha256", json!("x"), "read/wrong-value at `/receipt/registry/sha256`"),
        ("/receipt/issuer/agency", json!("bo-tai-chinh"), "read/wrong-value at `/receipt/issuer/agency`"),
        ("/receipt/issuer/name", json!(" "), "read/wrong-value at `/receipt/issuer/name`"),
        ("/receipt/issuer/name", json!("Vu\u{323}"), "read/not-nfc at `/receipt/issuer/name`"),
        ("/receipt/issuer/name", json!("x".repeat(70_000)), "read/too-long at `/receipt/issuer/name`"),
        ("/receipt/issuer/key/crv", json!("P-384"), "read/wrong-value at `/receipt/issuer/key`"),
        ("/receipt/issuer/key/x", json!("AA"), "read/wrong-value at `/receipt/issuer/key`"),
        ("/signatures", json!([{ "protected": "a" }]), "read/missing-member at `/signatures/0/signature`"),
    ];
    for (path, value, refused) in cases {
        let shown = value.to_string();
        assert_eq!(put(a_receipt(&key), path, value), refused, "{path} = {}", &shown[..shown.len().min(40)]);
    }
}

/// One question more than a slip may ask.
fn many_questions() -> Value {
    (1..=501).map(|id| json!({ "id": id.to_string(), "path": "", "text": "Vì sao?" })).collect()
}

#[test]
fn what_is_no_slip_is_refused_with_code_and_place() {
    let key = key(1);
    let cases = [
        ("/slip/schema", json!("return36a-slip/9"), "read/newer-schema at `/slip/schema`"),
        ("/slip/slip_id", json!("0F".repeat(16)), "read/wrong-value at `/slip/slip_id`"),
        ("/slip/about", json!(null), "read/wrong-value at `/slip/about`"),
        ("/slip/about/return_id", json!(""), "read/wrong-value at `/slip/about/return_id`"),
        ("/slip/answer_by", json!("2017-06-31"), "read/wrong-value at `/slip/answer_by`"),
        ("/slip/issuer/agency", json!("tp-ha-noi"), "read/wrong-value at `/slip/issuer/agency`"),
        ("/slip/questions", json!([]), "read/wrong-value at `/slip/questions`"),
        ("/slip/questions", many_questions(), "read/wrong-value at `/slip/questions`"),
        ("/slip/questions/0/text", json!("x".repeat(8_001)), "read/wrong-value at `/slip/questions/0/text`"),
        ("/slip/questions/1/id", json!("1"), "read/wrong-value at `/slip/questions/1/id`"),
        ("/slip/questions/1/id", json!("0"), "read/wrong-value at `/slip/questions/1/id`"),
        ("/slip/questions/1/id", json!("2.1"), "read/wrong-value at `/slip/questions/1/id`"),
        ("/slip/questions/1/id", json!(2), "read/wrong-value at `/slip/questions/1/id`"),
        ("/slip/questions/0/path", json!("services"), "read/wrong-value at `/slip/questions/0/path`"),
        ("/slip/questions/0/path", json!("/a b"), "read/wrong-value at `/slip/questions/0/path`"),
        (
            "/slip/questions/0/path",
            json!(format!("/{}", "a".repeat(200))),
            "read/wrong-value at `/slip/questions/0/path`",
        ),
        ("/slip/questions/0/text", json!(" \n"), "read/wrong-value at `/slip/questions/0/text`"),
        ("/slip/questions/0/text", json!("Hue\u{302}\u{301}"), "read/not-nfc at `/slip/questions/0/text`"),
    ];
    for (path, value, refused) in cases {
        let shown = value.to_string();
        assert_eq!(put(a_slip(&key), path, value), refused, "{path} = {}", &shown[..shown.len().min(40)]);
    }
}

#[test]
fn members_are_neither_more_nor_fewer_than_the_paper_has() {
    let key = key(1);
    let bytes = write_signed(&Signed { content: a_receipt(&key), signatures: Vec::new() });
    let file: Value = serde_json::from_slice(&bytes).unwrap();
    let with = |at: &str, name: &str| {
        let mut file = file.clone();
        file.pointer_mut(at).and_then(Value::as_object_mut).unwrap().insert(name.into(), json!(1));
        refusal(file.to_string().as_bytes())
    };
    assert_eq!(with("", "note"), "read/unknown-member at `/note`");
    assert_eq!(with("", "slip"), "read/unknown-member at `/slip`", "one paper a file");
    assert_eq!(with("", "return"), "read/unknown-member at `/return`");
    assert_eq!(with("/receipt", "note"), "read/unknown-member at `/receipt/note`");
    assert_eq!(with("/receipt/issuer/key", "d"), "read/wrong-value at `/receipt/issuer/key`");
    for (at, name, place) in [
        ("/receipt", "state", "/receipt/state"),
        ("/receipt", "about", "/receipt/about"),
        ("/receipt/issuer", "key", "/receipt/issuer/key"),
        ("", "signatures", "/signatures"),
    ] {
        let mut file = file.clone();
        file.pointer_mut(at).and_then(Value::as_object_mut).unwrap().remove(name).unwrap();
        assert_eq!(refusal(file.to_string().as_bytes()), format!("read/missing-member at `{place}`"), "{at}/{name}");
    }
}

#[test]
fn hostile_bytes_are_refused_and_nothing_panics() {
    for (bytes, code) in [
        (&b"{\"receipt\":{\"a\":1,\"a\":2},\"signatures\":[]}"[..], "read/duplicate-member at `/receipt/a`"),
        (b"{\"receipt\":{},\"receipt\":{},\"signatures\":[]}", "read/duplicate-member at `/receipt`"),
        (b"{\"slip\":7,\"signatures\":[]}", "read/unknown-schema at `/slip/schema`"),
        (b"{\"receipt\":null,\"signatures\":[]}", "read/unknown-schema at `/receipt/schema`"),
        (b"[]", "read/wrong-value at ``"),
        (b"\xff", "read/not-utf8 at `byte 0`"),
    ] {
        assert_eq!(refusal(bytes), code, "{}", String::from_utf8_lossy(bytes));
    }
    let deep = format!("{{\"slip\":{}", "[".repeat(1 << 20));
    assert!(refusal(deep.as_bytes()).starts_with("read/too-deep"));
    assert_eq!(refusal(&vec![b' '; (8 << 20) + 1]), "read/too-large at ``");
    let key = key(1);
    let slip = write_signed(&block_on(issue(&primitives(1), &key, a_slip(&key), TIME)).unwrap());
    for end in (0..slip.len() - 1).step_by(17) {
        assert!(read_paper(&slip[..end]).is_err(), "cut at {end}");
    }
    assert_eq!(read(&slip).unwrap_err().to_string(), "read/unknown-member at `/slip`", "a slip is no return");
    assert!(read_signed::<Receipt>(&slip).is_err(), "and no receipt");
}

/// A ledger of quarter II/2017 with these files, by name and bytes.
fn ledger(files: &[(&str, &[u8])]) -> Ledger {
    let registry = Registry::embedded().unwrap();
    let rules = RuleSet::compile(&registry.rule).unwrap();
    let (sha256, grounds, previous) = (registry.sha256().unwrap(), Grounds::default(), BTreeMap::new());
    let bench = Bench { registry, registry_sha256: &sha256, rules: &rules, grounds: &grounds, previous: &previous };
    let mut ledger = Ledger::new(registry, "2017-Q2".parse().unwrap());
    ledger.add(files.iter().map(|(name, bytes)| {
        let examined = block_on(examine(&Native::new(no_randomness), bench, bytes, day(12))).unwrap();
        Arrived { name: (*name).to_owned(), received: day(12), examined, note: String::new(), set_aside: false }
    }));
    ledger
}

#[test]
fn the_receipt_for_a_file_of_the_ledger_is_one_that_can_be_read() {
    let key = key(1);
    let registry = RegistryMark { id: "36a-nq-cp".into(), version: "2017.1".into(), sha256: "1".repeat(64) };
    let unsigned = write(&SignedFile { content: content(), signatures: Vec::new() });
    let long = format!("usb/{}.json", "ế".repeat(900));
    let files: [(&str, &[u8]); 4] =
        [("thu/36a.json", &unsigned), ("a\u{0}b\n", b"{"), (&long, b"["), ("thu\\c/", b"{")];
    let ledger = ledger(&files);
    let receipts: Vec<Receipt> =
        ledger.entries().iter().map(|entry| receipt(entry, registry.clone(), day(13), issuer(&key))).collect();
    for content in &receipts {
        let signed = block_on(issue(&primitives(1), &key, content.clone(), TIME)).unwrap();
        assert_eq!(read_signed(&write_signed(&signed)), Ok(signed));
    }
    let told: Vec<(State, &str)> =
        receipts.iter().map(|of| (of.state, of.file_name.get(..12).unwrap_or(&of.file_name))).collect();
    assert_eq!(
        told,
        [
            (State::Unsigned, "36a.json"),
            (State::NotAReturn, "a b"),
            (State::NotAReturn, "ếếếế"),
            (State::Duplicate, "?")
        ]
    );
    assert_eq!(receipts[0].about, ReturnMark::of(&content()).ok());
    assert_eq!((receipts[1].about.as_ref(), receipts[1].errors), (None, 0));
    let tally = ledger.entries()[0].filed().unwrap().tally;
    assert!(tally.open > 0, "a blank return lacks much");
    assert_eq!(usize::try_from(receipts[0].errors), Ok(tally.errors + tally.open), "what is blank blocks too");
    assert_eq!(receipts[0].file_sha256, sha256_hex(&unsigned));
}

#[test]
fn a_receipt_can_tell_every_state_of_the_ledger() {
    let key = key(1);
    for state in State::ALL {
        let about = (state != State::NotAReturn).then(|| ReturnMark::of(&content()).unwrap());
        let receipt = Signed { content: Receipt { state, about, ..a_receipt(&key) }, signatures: Vec::new() };
        let bytes = write_signed(&receipt);
        assert!(String::from_utf8_lossy(&bytes).contains(&format!("\"state\": \"{}\"", state.code())));
        assert_eq!(read_signed(&bytes), Ok(receipt));
    }
}
