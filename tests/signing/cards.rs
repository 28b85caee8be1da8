//! Public keys and the cards that carry them to the coordinator.

use super::{fresh_key, primitives};
use return36a::signing::{KeyCard, PublicKey, Role, fingerprint};
use return36a::vietnamese::Date;
use serde_json::{Value, json};

/// The key of RFC 9449, section 4.1, whose thumbprint stands in its section 6.1.
fn key() -> PublicKey {
    PublicKey::from_jwk(&jwk()).unwrap()
}

fn jwk() -> Value {
    json!({
        "kty": "EC",
        "crv": "P-256",
        "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
        "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA",
    })
}

const CARD: &str = r#"{
  "card": "return36a-key/1",
  "agency": "bo-tai-chinh",
  "name": "Cục Tin học và Thống kê tài chính",
  "role": "drafter",
  "jwk": {
    "crv": "P-256",
    "kty": "EC",
    "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
    "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"
  },
  "kid": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
  "created": "2017-06-10"
}
"#;

fn refusal(card: &str) -> String {
    KeyCard::read(card.as_bytes()).map_or_else(|error| error.to_string(), |card| format!("{card:?}"))
}

#[test]
fn a_thumbprint_is_read_aloud_in_groups_of_four() {
    let kid = key().thumbprint();
    assert_eq!(kid, "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    assert_eq!(fingerprint(&kid), "0ZcO CORZ NYy- DWpq q30j ZyJG HTN0 d2Hg lBV3 uigu A4I");
    assert_eq!(fingerprint(""), "");
}

#[test]
fn a_jwk_is_read_back_and_nothing_else_is_one() {
    let key = fresh_key(&primitives()).public;
    assert_eq!(PublicKey::from_jwk(&key.jwk()), Ok(key));
    let with = |name: &str, value: Value| {
        let mut jwk = jwk();
        jwk[name] = value;
        jwk
    };
    let mut without_y = jwk();
    without_y.as_object_mut().unwrap().remove("y");
    let cases = [
        (with("d", json!("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")), "signing/member-unknown d"),
        (with("kid", json!("1")), "signing/member-unknown kid"),
        (with("kty", json!("RSA")), "signing/member-refused kty"),
        (with("crv", json!("P-384")), "signing/member-refused crv"),
        (with("x", json!("l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBA")), "signing/member-refused x"),
        (with("x", json!("l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFt")), "signing/member-refused x"),
        (with("x", json!("l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs=")), "signing/member-refused x"),
        (with("x", json!("l8tFrhx+34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs")), "signing/member-refused x"),
        (with("x", json!(" ")), "signing/member-refused x"),
        (with("y", json!(5)), "signing/member-refused y"),
        (without_y, "signing/member-missing y"),
        (json!([jwk()]), "signing/json-malformed"),
    ];
    for (jwk, expected) in cases {
        assert_eq!(PublicKey::from_jwk(&jwk).unwrap_err().to_string(), expected, "{jwk}");
    }
}

#[test]
fn a_card_is_written_as_people_read_it_and_read_back() {
    let card = KeyCard {
        agency: "bo-tai-chinh".into(),
        name: "Cục Tin học và Thống kê tài chính".into(),
        role: Role::Drafter,
        key: key(),
        created: Date::new(2017, 6, 10).unwrap(),
    };
    assert_eq!(card.json().unwrap(), CARD);
    assert_eq!(KeyCard::read(CARD.as_bytes()), Ok(card));
}

#[test]
fn a_card_that_could_be_read_in_two_ways_is_refused() {
    let cases = [
        ("\"card\": \"return36a-key/1\"", "\"card\": \"return36a-key/2\"", "signing/newer card"),
        ("bo-tai-chinh", "Bộ Tài chính", "signing/member-refused agency"),
        ("bo-tai-chinh", "", "signing/member-refused agency"),
        ("Cục", " Cu\u{323}c", "signing/member-refused name"),
        ("Cục Tin học và Thống kê tài chính", " ", "signing/member-refused name"),
        ("Cục", "Cục\\u0000", "signing/member-refused name"),
        ("\"drafter\"", "\"admin\"", "signing/member-refused role"),
        ("\"drafter\"", "null", "signing/member-refused role"),
        ("2017-06-10", "10/06/2017", "signing/member-refused created"),
        ("2017-06-10", "2017-02-30", "signing/member-refused created"),
        ("0ZcO", "1ZcO", "signing/member-refused kid"),
        ("l8tF", "m8tF", "signing/member-refused kid"),
        ("\"P-256\"", "\"P-384\"", "signing/member-refused jwk/crv"),
        ("\"crv\"", "\"d\": \"\", \"crv\"", "signing/member-unknown jwk/d"),
        ("\"crv\"", "\"y\": \"\", \"crv\"", "signing/member-duplicate jwk/y"),
        ("\"agency\"", "\"role\": \"seal\", \"agency\"", "signing/member-duplicate role"),
        ("\"agency\"", "\"email\": \"\", \"agency\"", "signing/member-unknown email"),
        ("\"created\"", "\"made\"", "signing/member-missing created"),
        ("{\n  \"card\"", "[{\n  \"card\"", "signing/json-malformed"),
        ("\"2017-06-10\"\n}", "\"2017-06-10\"\n} {}", "signing/json-malformed"),
    ];
    for (good, bad, expected) in cases {
        assert!(CARD.contains(good), "{good}");
        assert_eq!(refusal(&CARD.replacen(good, bad, 1)), expected, "{bad}");
    }
    assert!(KeyCard::read(CARD.replace("drafter", "coordinator").as_bytes()).is_ok());
    for text in ["", "[]", "null", "{\"card\":\"return36a-key/1\"", "\u{feff}{}"] {
        assert_eq!(refusal(text), "signing/json-malformed", "{text}");
    }
}

#[test]
fn no_bytes_make_the_reading_of_a_card_panic() {
    let nested = "{\"card\":".repeat(100_000);
    assert_eq!(refusal(&nested), "signing/json-malformed");
    for at in 0..CARD.trim_end().len() {
        let mut bytes = CARD.as_bytes().to_vec();
        bytes[at] ^= 0x81;
        assert!(KeyCard::read(&bytes).is_err(), "byte {at}");
        assert!(KeyCard::read(&CARD.as_bytes()[..at]).is_err(), "cut at {at}");
    }
}
