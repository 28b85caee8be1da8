//! `verify`: each signature beside the keyring, in a sentence.

use crate::program::{ended, folder, keyring, put, said, samples, sound};
use pollster::block_on;
use return36a::collect::{IssuedKeyring, Issuer, issue};
use return36a::quarterly::{MOST_BYTES, write_signed};
use return36a::signing::{Keyring, Native, fingerprint, no_randomness};
use return36a::vietnamese::Date;
use serde_json::{Value, json};

#[test]
fn genuine_signatures_are_told_with_their_holders() {
    let folder = folder("verify-genuine");
    let (content, signatory) = sound("bo-tai-chinh");
    let file = put(&folder, "bo-tai-chinh.json", signatory.signed(content));
    let card = put(&folder, "cards/one/card.json", signatory.card.json().unwrap());
    let ring = put(&folder, "keyring.json", keyring());
    let (kid, name) = (signatory.card.key.thumbprint(), &signatory.card.name);
    let cards = folder.join("cards");
    for keys in [card.as_str(), &ring, cards.to_str().unwrap()] {
        let told = said(&["verify", &file, "--keys", keys, "--lang", "en"]);
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines[0], format!("{file}: Ministry of Finance, quarter 2/2017, revision 1."));
        assert!(
            lines[1].ends_with(&format!(" ({name}, Ministry of Finance): The signature is valid. [{kid}]")),
            "{told}"
        );
        assert_eq!(lines[2], "Files: 1; genuine: 1, not genuine: 0, not a return or not readable: 0.");
    }
    assert!(!fingerprint(&kid).is_empty());
}

#[test]
fn a_signed_keyring_is_taken_where_its_signature_fits() {
    let folder = folder("verify-signed-ring");
    let (content, signatory) = sound("bo-tai-chinh");
    let file = put(&folder, "bo-tai-chinh.json", signatory.signed(content));
    let key = crate::edition::key(1);
    let holds = Keyring::read(keyring().as_bytes()).unwrap();
    let issuer =
        Issuer { agency: "van-phong-chinh-phu".into(), name: "Đơn vị tổng hợp mẫu".into(), key: key.public };
    let ring = IssuedKeyring::new(holds, issuer, Date::parse_iso("2017-06-12").unwrap());
    let signed = block_on(issue(&Native::new(no_randomness), &key, ring, 1_497_225_600)).unwrap();
    let text = String::from_utf8(write_signed(&signed)).unwrap();
    let ring = put(&folder, "keyring.json", &text);
    assert!(said(&["verify", &file, "--keys", &ring]).contains("Chữ ký đúng."));
    let ring = put(&folder, "keyring.json", text.replacen("bo-tai-chinh", "bo-ngoai-giao", 1));
    let (_, told) = ended(&["verify", &file, "--keys", &ring], 1);
    assert!(told.contains(&format!("{ring}: Chữ ký không khớp")), "{told}");
}

#[test]
fn every_other_verdict_ends_with_1() {
    let folder = folder("verify-other");
    let ring = put(&folder, "keyring.json", keyring());
    for (state, verdict) in [
        ("unsigned", "unsigned"),
        ("signature-unknown", "unknown"),
        ("signature-broken", "broken"),
        ("signature-other-agency", "other-agency"),
        ("not-a-return", "not-a-return"),
    ] {
        let sample = samples().samples.iter().find(|sample| sample.state == state).unwrap();
        let file = put(&folder, "sample.json", &sample.bytes);
        let (told, _) = ended(&["verify", "--json", &file, "--keys", &ring], 1);
        let line: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(line["verdict"], json!(verdict), "{told}");
        let (told, _) = ended(&["verify", &file, "--keys", &ring], 1);
        assert!(told.lines().all(|line| line.starts_with(&file) || line.starts_with("1 tệp: 0 có đủ chữ ký đúng")));
    }
}

#[test]
fn without_a_keyring_the_card_is_asked_for() {
    let folder = folder("verify-no-keys");
    let (content, signatory) = sound("bo-tai-chinh");
    let file = put(&folder, "a.json", signatory.signed(content));
    let (told, _) = ended(&["verify", &file, "--json"], 1);
    let line: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(line["verdict"], "unknown");
    let kid = json!(signatory.card.key.thumbprint());
    assert_eq!((&line["signatures"][0]["code"], &line["signatures"][0]["kid"]), (&json!("signing/unknown-key"), &kid));
}

#[test]
fn a_keyring_may_be_larger_than_a_return() {
    let folder = folder("verify-large-keyring");
    let (content, signatory) = sound("bo-tai-chinh");
    let file = put(&folder, "a.json", signatory.signed(content));
    let keys = put(&folder, "keyring.json", keyring() + &" ".repeat(MOST_BYTES));
    said(&["verify", &file, "--keys", &keys]);
}

#[test]
fn what_is_no_key_card_is_refused_and_not_passed_over() {
    let folder = folder("verify-cards");
    let file = put(&folder, "a.json", "{}");
    put(&folder, "cards/thẻ.json", "{\"card\":1}");
    put(&folder, "cards/readme.txt", "not looked at");
    let cards = folder.join("cards");
    let (_, complaint) = ended(&["verify", &file, "--keys", cards.to_str().unwrap(), "--lang", "en"], 1);
    assert!(
        complaint.ends_with("thẻ.json: The key card is not of the right form. Ask the signatory for it again.\n"),
        "{complaint}"
    );
    let (_, complaint) = ended(&["verify", &file, "--keys", "/nowhere/at/all"], 3);
    assert_eq!(complaint, "Không đọc được /nowhere/at/all: không có tệp hoặc thư mục này.\n");
}
