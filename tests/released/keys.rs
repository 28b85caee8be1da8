//! Keys: `return36a-key/1`, the key's file, `return36a-keyring/1` and `/2`.

use crate::*;
use pollster::block_on;
use return36a::signing::{Bound, KeyCard, Keyring, Native, Password, Role, Validity, no_randomness, open_key};
use return36a::text::{Language, signing_message};

fn day(text: &str) -> Option<Date> {
    Some(Date::parse_iso(text).unwrap())
}

#[test]
fn a_key_card_and_the_file_of_its_key_are_read_as_they_were_made() {
    let card = KeyCard::read(&bytes("key-1.json")).unwrap();
    assert_eq!((card.agency.as_str(), card.role), ("van-phong-chinh-phu", Role::Coordinator));
    assert_eq!(card.json().unwrap(), text("key-1.json"));
    let password = Password::new(edition::PASSWORD).unwrap();
    let key = block_on(open_key(&Native::new(no_randomness), &bytes("key.pem"), &password)).unwrap();
    assert_eq!(key.public, card.key);
}

#[test]
fn the_first_keyring_is_read_and_written_as_the_newest() {
    let keyring = Keyring::read(&bytes("keyring-1.json")).unwrap();
    let agencies: Vec<&str> = keyring.cards().iter().map(|card| card.agency.as_str()).collect();
    assert_eq!(agencies, ["bo-tai-nguyen-va-moi-truong", "bo-van-hoa-the-thao-va-du-lich"]);
    assert!(keyring.cards().iter().all(|card| keyring.validity(card) == Validity::default()));
    assert!(keyring.anchors().is_empty() && keyring.bindings().is_empty());
    let again = keyring.json().unwrap();
    assert!(again.contains("\"keyring\": \"return36a-keyring/2\""), "{again}");
    assert_eq!(Keyring::read(again.as_bytes()), Ok(keyring));
}

#[test]
fn a_keyring_of_certificates_from_before_names_had_authorities_means_any_of_them() {
    let keyring = Keyring::read(&bytes("keyring-2-first.json")).unwrap();
    assert!(matches!(&keyring.bindings()[1].bound, Bound::Subject { by: None, .. }));
    let days = Validity { from: day("2017-01-01"), until: day("2017-12-31") };
    let own: Vec<Validity> = keyring.cards().iter().map(|card| keyring.validity(card)).collect();
    assert_eq!(own, [days, days], "days of one card of a key hold for the other");
    assert_eq!(Keyring::read(keyring.json().unwrap().as_bytes()), Ok(keyring));
}

#[test]
fn a_keyring_is_read_as_it_was_written() {
    let keyring = Keyring::read(&bytes("keyring-2.json")).unwrap();
    assert_eq!((keyring.cards().len(), keyring.anchors().len(), keyring.crls().len()), (2, 1, 1));
    assert!(matches!(&keyring.bindings()[1].bound, Bound::Subject { by: Some(by), .. } if by.key.is_some()));
    assert_eq!(keyring.json().unwrap(), text("keyring-2.json"));
}

#[test]
fn a_card_or_a_keyring_of_a_newer_form_is_refused_as_such() {
    let says = "Tệp do bản mới hơn của trang này lập. Mở bằng bản trang mới hơn.";
    for edition in ["3", "99"] {
        let card = of_form("key-1.json", "return36a-key/1", &format!("return36a-key/{edition}"));
        let error = KeyCard::read(card.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "signing/newer card");
        assert_eq!(signing_message(error.code(), Language::Vietnamese), says);
        let told = opened(&mut state(), "key.json", &card.replace("[1.5]", "[1]"));
        assert_eq!(told, (vec![], format!("Không mở được tệp key.json. {says}")));
        let keyring = of_form("keyring-2.json", "return36a-keyring/2", &format!("return36a-keyring/{edition}"));
        let error = Keyring::read(keyring.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "signing/newer keyring");
    }
    let nothing = of_bare_form("keyring-2.json", "return36a-keyring/2", "return36a-keyring/0");
    assert_eq!(Keyring::read(nothing.as_bytes()).unwrap_err().to_string(), "signing/member-refused keyring");
}
