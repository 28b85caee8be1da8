//! The coordinator's ledger as a file, `return36a-ledger/1`, and the rows of the browser's database in its version 1.

use crate::reopened::reopened;
use crate::*;
use return36a::collect::{LedgerErrorCode, Outcome, ledger_json, read_ledger};
use return36a::session::desk::{DeskAction, DeskEffect, DeskScreen};
use return36a::session::view::desk;
use return36a::session::{Saved, Screen};
use return36a::signing::Keyring;
use return36a::text::{Language, ledger_error_message};
use serde_json::Value;

const LEDGERS: [&str; 2] = ["ledger-1-first.json", "ledger-1.json"];
const ROWS: [&str; 2] = ["database-1-first.json", "database-1.json"];
const STATES: [&str; 4] = ["accepted", "accepted", "set-aside", "not-a-return"];
const NEWER: &str = "Sổ tiếp nhận này do bản trang mới hơn lưu. Mở bằng bản trang đó; ở đây không có gì thay đổi.";

#[test]
fn every_ledgers_file_opens_with_its_files_and_is_written_as_the_newest() {
    for name in LEDGERS {
        let (kept, keyring) = read_ledger(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((kept.period.to_string().as_str(), keyring.cards().len()), ("2017-Q2", 2), "{name}");
        let states: Vec<&str> = kept.entries.iter().map(|entry| entry.state.as_str()).collect();
        assert_eq!(states, STATES, "{name}");
        assert_eq!(kept.entries[0].note, "Nhận qua văn thư", "{name}");
        let was_sent = usize::from(name == "ledger-1.json");
        assert_eq!((kept.sent.slips.len(), kept.sent.receipts.len()), (was_sent, was_sent), "{name}");

        let mut ledger = reopened(&text(name));
        let is_return = |at: usize| matches!(ledger.entries()[at].file.examined.outcome, Outcome::Return(_));
        assert_eq!([0, 1, 2, 3].map(is_return), [true, true, true, false], "{name}");
        assert!(ledger.entries()[2].file.set_aside, "{name}");
        ledger.set_sent(kept.sent.clone());
        let texts: BTreeMap<&str, &String> =
            kept.entries.iter().filter_map(|entry| Some((entry.sha256.as_str(), entry.text.as_ref()?))).collect();
        let of_hash = |hash: &str| texts.get(hash).map(|text| (*text).clone());
        let again = ledger_json(&ledger, kept.registry.clone(), &keyring, of_hash).unwrap();
        assert!(again.contains("return36a-ledger/1") && again.contains("return36a-keyring/2"), "{name}");
        assert_eq!(read_ledger(&again).unwrap().0.entries.len(), 4, "{name}");
    }
}

#[test]
fn a_ledgers_file_of_a_newer_form_is_refused_and_the_ledger_at_hand_stays() {
    let own = "ledger-1.json";
    let newer = [
        of_bare_form(own, "return36a-ledger/1", "return36a-ledger/2"),
        of_form(own, "return36a-ledger/1", "return36a-ledger/99"),
        of_bare_form(own, "return36a-keyring/2", "return36a-keyring/3"),
    ];
    for text in newer {
        let error = read_ledger(&text).unwrap_err();
        assert_eq!(error.code, LedgerErrorCode::Newer, "{error}");
        assert_eq!(ledger_error_message(&error, Language::Vietnamese), NEWER);
        let (mut state, _) = at_the_desk("database-1.json", |_, _| {});
        let before = states(&state);
        let effects = act(&mut state, DeskAction::OpenLedger { name: "so.json".into(), bytes: text.into_bytes() });
        assert_eq!((effects, said(&state), states(&state)), (vec![], NEWER, before));
    }
    let none = of_bare_form(own, "return36a-ledger/1", "return36a-ledger/0");
    assert_eq!(read_ledger(&none).unwrap_err().code, LedgerErrorCode::NotALedger);
}

fn act(state: &mut State, action: DeskAction) -> Vec<Effect> {
    update(state, Action::Desk(action))
}

fn states(state: &State) -> Vec<&'static str> {
    let ledger = state.desk.as_ref().unwrap().ledger();
    ledger.unwrap().entries().iter().map(|entry| entry.state.code()).collect()
}

/// The desk on what the browser's database has, changed before; and what it wishes for when all is loaded.
fn at_the_desk(name: &str, change: impl Fn(&str, &mut String)) -> (State, Vec<Effect>) {
    let database: Value = serde_json::from_str(&text(name)).unwrap();
    let texts = |shelf: &str| -> Vec<(String, String)> {
        let rows = database[shelf].as_object().unwrap().iter();
        let mut rows: Vec<_> = rows.map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned())).collect();
        rows.iter_mut().for_each(|(name, text)| change(name, text));
        rows
    };
    let first: Value = serde_json::from_str(database["ledgers"]["2017-Q2/000000"].as_str().unwrap()).unwrap();
    let mut state = state_under(first["registry"].as_str().unwrap());
    started(&mut state, &[], None);
    let effects = update(&mut state, Action::Go(Screen::Desk(DeskScreen::Intake)));
    assert!(effects.contains(&Effect::Desk(DeskEffect::Load)), "{effects:?}");
    let keyring = texts("keyring").into_iter().next().map(|(_, text)| text);
    act(&mut state, DeskAction::Opened { storage: true, keyring, period: Some("2017-Q2".into()) });
    let mut effects = act(&mut state, DeskAction::Loaded(texts("ledgers")));
    effects.extend(act(&mut state, DeskAction::AllLoaded));
    (state, effects)
}

#[test]
fn rows_of_today_bring_everything_back_and_nothing_is_examined_again() {
    let (state, effects) = at_the_desk("database-1.json", |_, _| {});
    assert_eq!((states(&state), said(&state)), (STATES.to_vec(), ""));
    assert!(
        matches!(effects.as_slice(), [Effect::Desk(DeskEffect::Sweep(hashes))] if hashes.len() == 3),
        "{effects:?}"
    );
    let desk_now = state.desk.as_ref().unwrap();
    assert_eq!(desk_now.keyring.cards().len(), 2);
    assert_eq!(desk_now.ledger().unwrap().sent().slips.len(), 1);
    assert_eq!(desk_now.report().number, "7242");
    assert_eq!(desk::intake(&state).unwrap().rows[0].note, "Nhận qua văn thư");
}

#[test]
fn rows_from_before_verdicts_had_marks_are_believed_only_after_another_examination() {
    let (state, effects) = at_the_desk("database-1-first.json", |_, _| {});
    assert_eq!(states(&state), ["to-examine", "to-examine", "set-aside", "not-a-return"]);
    let again = effects.iter().find_map(|effect| match effect {
        Effect::Desk(DeskEffect::Again { files, .. }) => Some(files.len()),
        _ => None,
    });
    assert_eq!(again, Some(3), "{effects:?}");
}

#[test]
fn rows_that_cannot_be_read_stay_and_so_do_their_files_until_another_ledger_is_put_there() {
    for name in ROWS {
        let newer = |row: &str, text: &mut String| {
            if row == "2017-Q2/000001" {
                *text = text.replacen("\"entry\"", "\"entry_of_later\"", 1);
            }
        };
        let (mut state, effects) = at_the_desk(name, newer);
        assert!(said(&state).starts_with("1 mục của sổ trong trình duyệt không đọc được. Các mục đó được giữ nguyên,"));
        assert!(
            !effects.iter().any(|effect| matches!(effect, Effect::Desk(DeskEffect::Sweep(_)))),
            "{name}: {effects:?}"
        );
        let noted = |state: &mut State| {
            act(state, DeskAction::Note { at: 0, text: "Đã gọi điện".into() });
            let effects = update(state, Action::Settle);
            effects.into_iter().any(|effect| matches!(effect, Effect::Desk(DeskEffect::Keep(_))))
        };
        assert!(!noted(&mut state), "{name}: the third file would be written where the second is");
        act(&mut state, DeskAction::Kept { at: "10:00".into() });
        assert_eq!(state.desk.as_ref().unwrap().saved, Saved::Refused, "{name}: what is said of it is true");
        act(&mut state, DeskAction::Forget);
        act(&mut state, DeskAction::Unforget);
        assert!(noted(&mut state), "{name}");
    }
}

#[test]
fn a_keyring_of_a_newer_form_that_the_browser_keeps_is_never_written_over() {
    let (mut state, _) = at_the_desk("database-1.json", |row, text| {
        if row == "keyring" {
            *text = text.replace("return36a-keyring/2", "return36a-keyring/3");
        }
    });
    let says = "Sổ khóa trong trình duyệt do bản trang mới hơn lưu. Mở bằng bản trang đó; sổ khóa đó được giữ nguyên, và \
                thay đổi ở đây không được lưu vào trình duyệt.";
    assert_eq!(said(&state), says);
    let keyring = (*state.desk.as_ref().unwrap().keyring).clone();
    assert_eq!(keyring, Keyring::default());
    act(&mut state, DeskAction::Cards(vec![("the.json".into(), bytes("keyring-1.json"))]));
    let effects = act(&mut state, DeskAction::AcceptAll);
    assert_eq!(state.desk.as_ref().unwrap().keyring.cards().len(), 2, "it is used");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Desk(DeskEffect::KeepKeyring(_)))), "{effects:?}");
    assert_eq!(state.desk.as_ref().unwrap().saved, Saved::Refused);
}

#[test]
fn keyrings_of_a_newer_form_are_told_from_damaged_ones_at_the_desk() {
    let says = "Tệp do bản mới hơn của trang này lập. Mở bằng bản trang mới hơn.";
    let newer = [
        of_bare_form("keyring-2.json", "return36a-keyring/2", "return36a-keyring/3"),
        of_bare_form("signed-keyring-1.json", "return36a-signed-keyring/1", "return36a-signed-keyring/2"),
        of_bare_form("key-1.json", "return36a-key/1", "return36a-key/2"),
    ];
    for text in newer {
        let (mut state, _) = at_the_desk("database-1.json", |_, _| {});
        let effects = act(&mut state, DeskAction::Cards(vec![("x.json".into(), text.into_bytes())]));
        assert_eq!((effects, said(&state)), (vec![], format!("Tệp x.json: {says}").as_str()));
    }
}

#[test]
fn a_database_of_a_newer_version_is_said_to_be_one_and_nothing_is_kept() {
    let (mut state, _) = at_the_desk("database-1.json", |_, _| {});
    assert_eq!(act(&mut state, DeskAction::StorageNewer), []);
    assert!(said(&state).starts_with("Sổ tiếp nhận và sổ khóa trong trình duyệt do bản trang mới hơn lưu,"));
    assert_eq!(state.desk.as_ref().unwrap().saved, Saved::Refused);
}
