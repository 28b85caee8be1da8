//! A token's service that means ill: nothing of its answer is believed, and no answer stops the program.

use super::made::*;
use super::primitives;
use base64ct::{Base64, Encoding};
use pollster::block_on;
use return36a::signing::*;
use serde_json::{Value, json};

const PAYLOAD: &[u8] = b"{\"agency\":\"bo-tai-chinh\"}";

fn answer() -> Value {
    let certificate = Holder::new("Người thử", 3).certified(&Holder::new("Gốc", 1), &[usage(0xc0)]);
    json!({ "Status": 0, "Signature": "AQID", "CertBase64": Base64::encode_string(certificate.der()) })
}

fn outcome(text: &str) -> String {
    token_answer(text).map_or_else(|error| error.to_string(), |answer| format!("{:?}", answer.signature))
}

/// What comes of the answer with this member changed.
fn with(member: &str, value: Value) -> String {
    let mut answer = answer();
    answer[member] = value;
    outcome(&answer.to_string())
}

#[test]
fn an_answer_is_taken_in_exactly_one_form() {
    assert_eq!(outcome(&answer().to_string()), "[1, 2, 3]");
    assert_eq!(with("Signature", json!("AQ\r\nID\r\n")), "[1, 2, 3]", "some services break their lines");
    let malformed = "signing/token-malformed";
    for text in ["", "null", "[]", "{}", "xin chào", "{\"Status\":0}", "\u{0}"] {
        assert_eq!(outcome(text), malformed, "{text}");
    }
    for status in [json!("0"), json!(null), json!(0.5), json!([0]), json!(u64::MAX)] {
        assert_eq!(with("Status", status.clone()), malformed, "{status}");
    }
    for junk in ["", "A", "AQI", "AQID=", "AQID====", "AQ_D", "*", "không phải"] {
        assert_eq!(with("Signature", json!(junk)), malformed, "{junk}");
        assert_eq!(with("CertBase64", json!(junk)), malformed, "{junk}");
    }
    assert_eq!(with("CertBase64", json!("AQID")), malformed, "no certificate");
    let two = [Holder::new("Gốc", 1), Holder::new("Khác", 2)].map(|of| of.root().pem()).concat();
    assert_eq!(with("CertBase64", json!(Base64::encode_string(two.as_bytes()))), malformed, "two certificates");
    assert_eq!(with("Signature", json!({ "x": 1 })), malformed);
}

#[test]
fn a_huge_or_deep_answer_is_not_read() {
    let huge = format!("{{\"Status\":0,\"Signature\":\"{}\"}}", "A".repeat(64 * 1024));
    assert_eq!(outcome(&huge), "signing/token-malformed");
    assert_eq!(outcome(&"[".repeat(60_000)), "signing/token-malformed");
    let deep = format!("{{\"Status\":0,\"x\":{}{}}}", "[".repeat(30_000), "]".repeat(30_000));
    assert_eq!(outcome(&deep), "signing/token-malformed");
}

#[test]
fn its_words_are_cut_and_cannot_move_the_screen() {
    let refused = |status: i64, words: &str| outcome(&json!({ "Status": status, "Message": words }).to_string());
    assert_eq!(refused(13, "Người dùng hủy"), "signing/token-refused Người dùng hủy");
    assert_eq!(refused(-1, ""), "signing/token-refused -1");
    assert_eq!(refused(1, "a\u{1b}[2J\nb"), "signing/token-refused a[2Jb");
    assert_eq!(refused(1, &"ă".repeat(5000)), format!("signing/token-refused {}", "ă".repeat(200)));
    assert_eq!(with("Status", json!(1)), "signing/token-refused 1", "a signature beside a refusal is not taken");
}

#[test]
fn its_signature_is_taken_only_if_it_fits_what_was_asked_for_and_who_was_named() {
    let (root, person, other) = (Holder::new("Gốc", 1), Holder::new("Người thử", 3), Holder::new("Người khác", 4));
    let [own, others] = [&person, &other].map(|of| of.certified(&root, &[usage(0xc0)]));
    let chain = Chain::of([own.clone()]).unwrap();
    let wanted = |payload| to_sign(Algorithm::Es256, &chain, Subject::Return, Role::Seal, NOW, payload).unwrap();
    let signed = |by: &Holder, bytes: &[u8]| block_on(primitives().sign(&by.key.private, bytes)).unwrap();
    let asked = wanted(PAYLOAD);
    let taken = |signature: Vec<u8>, certificate: &Certificate| {
        let answer = json!({
            "Status": 0,
            "Signature": Base64::encode_string(&signature),
            "CertBase64": Base64::encode_string(certificate.der()),
        });
        let answer = token_answer(&answer.to_string()).unwrap();
        block_on(attach_with(&primitives(), &asked, &answer.signature, &answer.certificate))
            .map_or_else(|error| error.to_string(), |_| "taken".to_owned())
    };
    assert_eq!(taken(signed(&person, asked.bytes()), &own), "taken");
    let elsewhere = signed(&person, wanted(b"{\"agency\":\"bo-y-te\"}").bytes());
    assert_eq!(taken(elsewhere, &own), "signing/attached-broken", "a signature over something else");
    assert_eq!(taken(signed(&other, asked.bytes()), &own), "signing/attached-broken", "by another key");
    let swapped = taken(signed(&other, asked.bytes()), &others);
    assert_eq!(swapped, "signing/attached-other-certificate", "by another token than the one that was asked");
    let renamed = taken(signed(&person, asked.bytes()), &others);
    assert_eq!(renamed, "signing/attached-other-certificate", "a certificate that does not fit the signature");
    assert_eq!(taken(vec![7; 40_000], &own), "signing/attached-malformed");
}
