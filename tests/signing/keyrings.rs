//! The coordinator's keyring: whose cards it holds, and its file.

use super::{fresh_key, primitives};
use return36a::signing::{KEYRING, KeyCard, Keyring, Role};
use return36a::vietnamese::Date;

fn card(agency: &str, role: Role) -> KeyCard {
    let key = fresh_key(&primitives()).public;
    let created = Date::parse_iso("2017-06-10").unwrap();
    KeyCard { agency: agency.into(), name: "Văn phòng".into(), role, key, created }
}

fn keyring() -> Keyring {
    Keyring::of([card("bo-tai-chinh", Role::Drafter), card("bo-tai-chinh", Role::Approver)])
}

fn refusal(json: &str) -> String {
    Keyring::read(json.as_bytes()).map_or_else(|error| error.to_string(), |keyring| format!("{keyring:?}"))
}

#[test]
fn a_keyring_is_read_back_as_it_was_written() {
    for keyring in [Keyring::default(), keyring()] {
        assert_eq!(Keyring::read(keyring.json().unwrap().as_bytes()).as_ref(), Ok(&keyring));
    }
}

#[test]
fn one_key_may_sign_in_several_roles_and_the_same_card_stands_once() {
    let mut keyring = keyring();
    assert!(!keyring.add(card("bo-tai-chinh", Role::Drafter)));
    let kid = card("bo-tai-chinh", Role::Drafter).key.thumbprint();
    let roles: Vec<Role> = keyring.holders(&kid).map(|card| card.role).collect();
    assert_eq!(roles, [Role::Drafter, Role::Approver]);
    assert_eq!(keyring.holders("another").count(), 0);
    keyring.remove(&card("bo-tai-chinh", Role::Drafter));
    assert_eq!(keyring.cards(), [card("bo-tai-chinh", Role::Approver)]);
}

#[test]
fn what_is_no_keyring_is_refused_with_its_place() {
    let json = keyring().json().unwrap();
    let with = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        refusal(&json.replacen(from, to, 1))
    };
    assert_eq!(refusal("{"), "signing/json-malformed");
    assert_eq!(with(KEYRING, "return36a-keyring/3"), "signing/member-refused keyring");
    assert_eq!(with("\"cards\": [", "\"cards\": [7, "), "signing/member-refused cards/0");
    assert_eq!(with("\"role\": \"drafter\"", "\"role\": \"owner\""), "signing/member-refused cards/0/role");
    assert_eq!(with("\"cards\"", "\"more\": [], \"cards\""), "signing/member-unknown more");
    assert_eq!(with("\"created\"", "\"agency\": \"bo-y-te\", \"created\""), "signing/member-duplicate cards/agency");
    assert_eq!(refusal("{\"keyring\":\"return36a-keyring/1\"}"), "signing/member-missing cards");
}
