//! What outlives the page: rows in the browser, the ledger's file.

use super::coordinator::{Browser, Coordinator, period, some};
use return36a::collect::{Outcome, Standing, read_ledger};
use return36a::session::desk::{DESK, DeskAction, DeskEffect, LARGEST_LEDGER, Taken};
use return36a::session::view::desk;
use return36a::session::{Action, Effect, update};

const STATES: [&str; 4] = ["accepted", "superseded", "not-a-return", "duplicate"];

#[test]
fn what_the_browser_keeps_brings_the_ledger_back() {
    let mut before = Coordinator::having(&some(&STATES));
    before.acts(DeskAction::SetAside { at: 0, aside: true });
    let states = before.states();
    assert!(states.len() > 4);
    let after = Coordinator::with(before.browser);
    assert_eq!(after.states(), states);
}

#[test]
fn rows_that_another_registry_has_found_are_examined_again() {
    let before = Coordinator::having(&some(&["accepted", "not-a-return"]));
    let states = before.states();
    let rows = before
        .browser
        .rows
        .iter()
        .map(|(name, row)| (name.clone(), row.replace("\"registry\":\"", "\"registry\":\"0")));
    let rows: std::collections::BTreeMap<String, String> = rows.collect();
    let mut after = Coordinator::with(Browser { rows, ..before.browser });
    assert_eq!(after.states(), states);
    assert!(after.notice().starts_with("Đã kiểm tra xong"), "{}", after.notice());
    let damaged = vec![("2017-Q2/000009".to_owned(), "{".to_owned()), ("x".to_owned(), "{}".to_owned())];
    after.acts(DeskAction::Loaded(damaged));
    assert!(after.notice().starts_with("2 mục của sổ trong trình duyệt không đọc được."), "{}", after.notice());
}

#[test]
fn rows_that_another_keyring_has_judged_are_examined_again() {
    let before = Coordinator::having(&some(&["accepted", "not-a-return"]));
    let counted = before.entry_in("accepted");
    let kept = |keyring: Option<String>| {
        let Browser { rows, texts, .. } = &before.browser;
        Browser { rows: rows.clone(), texts: texts.clone(), keyring, ..Browser::default() }
    };
    let after = Coordinator::with(kept(before.browser.keyring.clone()));
    assert_eq!((after.states(), after.notice()), (before.states(), ""), "nothing had to be examined");
    for lost in [None, Some("{".to_owned())] {
        let after = Coordinator::with(kept(lost));
        assert_eq!(after.states()[counted].1, "signature-unknown", "an empty keyring trusts nobody");
    }
}

#[test]
fn a_verdict_of_before_does_not_count_while_its_file_waits_to_be_examined_again() {
    let mut coordinator = Coordinator::having(&some(&["accepted", "not-a-return"]));
    let counted = coordinator.entry_in("accepted");
    let kid = coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries()[counted].filed().unwrap().signatures
        [0]
    .kid
    .clone();
    let cards = coordinator.state.desk.as_ref().unwrap().keyring.clone();
    let card = cards.cards().iter().position(|card| card.key.thumbprint() == kid).unwrap();
    // The page stops at once: nothing is examined again.
    let told = update(&mut coordinator.state, Action::Desk(DeskAction::Remove(card)));
    let again =
        |effect: &Effect| matches!(effect, Effect::Desk(DeskEffect::Again { files, .. }) if files[0].at == counted);
    assert!(told.iter().any(again), "{told:?}");
    coordinator.acts(DeskAction::Cancel);
    coordinator.acts(DeskAction::Finished { left: 1 });
    assert_eq!(coordinator.states()[counted].1, "to-examine");
    let reason = desk::entry(&coordinator.state, counted).unwrap().reasons;
    assert_eq!(
        reason,
        [
            "Sổ khóa hoặc ngày nhận đã đổi sau lần kiểm tra trước, nên tệp chưa được tính. Bấm “Kiểm tra lại tất cả”; nếu vẫn chờ, chọn lại tệp gốc để nhận lại."
        ]
    );
    // Its row was not written again, and its keyring was.
    let keyring = told.iter().find_map(|effect| match effect {
        Effect::Desk(DeskEffect::KeepKeyring(text)) => Some(text.clone()),
        _ => None,
    });
    let Browser { rows, texts, .. } = &coordinator.browser;
    let after = Coordinator::with(Browser { rows: rows.clone(), texts: texts.clone(), keyring, ..Browser::default() });
    assert_eq!(after.states()[counted].1, "signature-unknown", "the next start examines it");
    coordinator.acts(DeskAction::ExamineAll);
    assert_eq!(coordinator.states()[counted].1, "signature-unknown");
}

#[test]
fn what_came_in_while_the_keyring_changed_is_examined_once_more() {
    let samples = some(&["accepted", "not-a-return"]);
    let mut coordinator = Coordinator::having(&samples);
    let states = coordinator.states();
    let counted = coordinator.entry_in("accepted");
    let file = coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries()[counted].file.clone();
    coordinator.acts(DeskAction::Forget);
    // Examined by a keyring without any card, and told when all cards are there.
    let mut stale = file.clone();
    if let Outcome::Return(filed) = &mut stale.examined.outcome {
        filed.standing = Standing::Unknown;
        filed.judged_by = "0".repeat(64);
    }
    let taken = vec![Taken::New { period: period(), file: Box::new(stale) }];
    coordinator.acts(DeskAction::Take { files: 1, unread: Vec::new() });
    coordinator.acts(DeskAction::Examined { taken, done: 1, of: 1 });
    assert_eq!(coordinator.states()[0].1, "to-examine");
    coordinator.acts(DeskAction::Finished { left: 0 });
    assert_eq!(coordinator.states()[0].1, states[counted].1);
}

#[test]
fn of_two_windows_the_one_that_was_there_first_keeps_and_the_other_one_looks_on() {
    let mut first = Coordinator::having(&some(&["accepted"]));
    let open = |first| Action::OpenElsewhere { name: DESK.into(), first };
    first.does(open(true));
    assert!(first.notice().starts_with("Trang tổng hợp vừa được mở thêm"), "{}", first.notice());
    let Browser { rows, texts, keyring, .. } = &first.browser;
    let kept = Browser { rows: rows.clone(), texts: texts.clone(), keyring: keyring.clone(), ..Browser::default() };
    let mut second = Coordinator::with(kept);
    second.does(open(false));
    assert!(second.notice().starts_with("Trang tổng hợp đang mở ở một cửa sổ khác"), "{}", second.notice());
    let before = (second.browser.rows.clone(), second.browser.keyring.clone());
    second.takes(&some(&["not-a-return"]));
    second.acts(DeskAction::SetAside { at: 0, aside: true });
    second.acts(DeskAction::Note { at: 0, text: "ghi chú".into() });
    second.does(Action::Settle);
    second.acts(DeskAction::Remove(0));
    second.acts(DeskAction::Forget);
    assert_eq!((second.browser.rows.clone(), second.browser.keyring.clone()), before, "nothing of it is written");
    first.acts(DeskAction::SetAside { at: 0, aside: true });
    assert_ne!(first.browser.rows, before.0, "and the first one goes on");
}

#[test]
fn texts_that_no_ledger_names_are_swept_away_once_all_is_loaded() {
    let before = Coordinator::having(&some(&["accepted", "not-a-return"]));
    let mut browser = before.browser;
    browser.texts.insert("f".repeat(64), "left behind".into());
    let after = Coordinator::with(browser);
    assert!(!after.browser.texts.contains_key(&"f".repeat(64)));
    assert!(!after.browser.texts.is_empty());
}

#[test]
fn the_ledgers_file_opens_on_another_machine_and_its_cards_wait_to_be_compared() {
    let mut before = Coordinator::having(&some(&STATES));
    before.acts(DeskAction::Note { at: 0, text: "Nhận qua văn thư".into() });
    let states = before.states();
    before.acts(DeskAction::SaveLedger);
    let (name, bytes) = before.given();
    assert_eq!(name, "36a_so-tiep-nhan_2017-Q2.json");
    let (kept, keyring) = read_ledger(std::str::from_utf8(bytes).unwrap()).unwrap();
    assert_eq!((kept.period, kept.entries.len()), (period(), states.len()));
    let bytes = bytes.to_vec();
    let mut after = Coordinator::new();
    after.acts(DeskAction::OpenLedger { name: name.into(), bytes });
    assert!(after.states().iter().any(|(_, state)| *state == "signature-unknown"), "no key is taken on trust");
    let keys = desk::keys(&after.state).unwrap();
    assert_eq!((keys.candidates.len(), keys.cards.len()), (keyring.cards().len(), 0));
    let opened =
        format!("Đã mở sổ quý II/2017, có {} tệp. Sổ kèm {} thẻ khóa chưa có", states.len(), keyring.cards().len());
    assert!(after.notice().starts_with(&opened), "all files are told of, not only those examined: {}", after.notice());
    after.acts(DeskAction::AcceptAll);
    assert_eq!(after.states(), states);
    assert_eq!(after.intake().rows[0].note, "Nhận qua văn thư");
}

#[test]
fn a_ledgers_file_that_is_too_large_is_said_to_be_so_and_not_to_be_damaged() {
    let mut coordinator = Coordinator::new();
    coordinator.acts(DeskAction::OpenLedger { name: "so.json".into(), bytes: vec![0; LARGEST_LEDGER + 1] });
    assert!(coordinator.notice().starts_with("Sổ lớn hơn 512 MB, quá sức trang này."), "{}", coordinator.notice());
    coordinator.acts(DeskAction::OpenLedger { name: "so.json".into(), bytes: vec![0; 9] });
    assert!(coordinator.notice().starts_with("Tệp không phải sổ tiếp nhận"), "{}", coordinator.notice());
}

#[test]
fn a_ledgers_file_takes_the_place_of_a_ledger_at_hand_only_when_told_to() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    coordinator.acts(DeskAction::SaveLedger);
    let bytes = coordinator.given().1.to_vec();
    coordinator.takes(&some(&["not-a-return"]));
    let count = coordinator.states().len();
    let effects = coordinator.acts(DeskAction::OpenLedger { name: "sổ cũ.json".into(), bytes: bytes.clone() });
    assert_eq!(effects, [Effect::Focus("opening-title".into())]);
    assert_eq!(
        coordinator.intake().opening.unwrap(),
        format!(
            "Sổ trong tệp sổ cũ.json là của quý II/2017, có {} tệp. Kỳ đó đã có sổ trên máy này: mở sổ này sẽ thay sổ đang có.",
            count - 1
        )
    );
    coordinator.acts(DeskAction::DropOpening);
    assert_eq!(coordinator.states().len(), count);
    coordinator.acts(DeskAction::OpenLedger { name: "sổ cũ.json".into(), bytes });
    coordinator.acts(DeskAction::ConfirmOpening);
    assert_eq!(coordinator.states().len(), count - 1);
    assert_eq!(coordinator.browser.rows.len(), count - 1, "rows of the former ledger are gone");
    coordinator.acts(DeskAction::OpenLedger { name: "x".into(), bytes: b"{}".to_vec() });
    assert_eq!(coordinator.notice(), "Tệp không phải sổ tiếp nhận do trang này lưu, hoặc đã hỏng. Chọn tệp khác.");
}

#[test]
fn a_deleted_ledger_can_be_brought_back() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let states = coordinator.states();
    let effects = coordinator.acts(DeskAction::Forget);
    assert_eq!(effects, [Effect::Desk(DeskEffect::Forget(period())), Effect::Top]);
    assert!(coordinator.states().is_empty() && coordinator.browser.rows.is_empty());
    assert_eq!(coordinator.intake().forgotten.unwrap(), "Đã xóa sổ quý II/2017 khỏi trình duyệt.");
    coordinator.acts(DeskAction::Unforget);
    assert_eq!(coordinator.states(), states);
    assert_eq!(coordinator.browser.rows.len(), states.len());
}

#[test]
fn the_keyring_is_kept_and_saved() {
    let mut before = Coordinator::new();
    before.adds_all_cards();
    before.acts(DeskAction::SaveKeyring);
    let (name, bytes) = before.given();
    assert_eq!(name, "36a_so-khoa.json");
    let bytes = bytes.to_vec();
    let after = Coordinator::with(before.browser);
    let keys = desk::keys(&after.state).unwrap();
    assert_eq!(keys.summary, "93 thẻ của 93 cơ quan.");
    assert_eq!(keys.without, ["Văn phòng Chính phủ"]);
    let mut new = Coordinator::new();
    new.acts(DeskAction::Cards(vec![("36a_so-khoa.json".into(), bytes)]));
    assert_eq!(desk::keys(&new.state).unwrap().accept_all.unwrap(), "Đã đối chiếu cả 93 thẻ, thêm tất cả");
}
