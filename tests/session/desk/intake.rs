//! Files come in, and what is shown of them.

use super::coordinator::{Coordinator, FILES, some};
use return36a::collect::State;
use return36a::session::desk::{DeskAction, DeskEffect, DeskScreen, Lens, Taken, Unread};
use return36a::session::view::desk::{self, Tone};
use return36a::session::{Action, Effect, Saved, Screen};

#[test]
fn the_desk_opens_at_its_own_address_with_the_quarter_whose_due_day_is_nearest() {
    let mut coordinator = Coordinator::new();
    let desk = coordinator.state.desk.as_ref().unwrap();
    assert_eq!((desk.period.to_string().as_str(), desk.received.as_str()), ("2017-Q2", "20/06/2017"));
    assert_eq!(
        coordinator.goes(DeskScreen::Filing),
        [Effect::Address("tong-hop/tinh-hinh".into()), Effect::Top],
        "what is kept is brought out once only"
    );
    for (address, screen) in [
        ("tong-hop", DeskScreen::Intake),
        ("tong-hop/tep/12", DeskScreen::Entry(11)),
        ("tong-hop/tep/0", DeskScreen::Intake),
        ("tong-hop/so-khoa", DeskScreen::Keys),
        ("tong-hop/khong-co", DeskScreen::Intake),
    ] {
        assert_eq!(Screen::of_address(address), Screen::Desk(screen), "{address}");
    }
    for kind in return36a::collect::TableKind::ALL {
        let screen = Screen::Desk(DeskScreen::Table(kind));
        assert_eq!(Screen::of_address(&screen.address()), screen);
    }
    assert_eq!(Screen::of_address("tong-hop-khac"), Screen::Start);
}

#[test]
fn an_empty_desk_says_so() {
    let view = Coordinator::new().intake();
    assert_eq!(
        view.summary,
        "Chưa nhận tệp nào của kỳ này. Tệp được đọc và kiểm tra ngay trên máy này, không gửi đi đâu."
    );
    assert!(view.rows.is_empty() && !view.any && view.loaded);
    assert_eq!(view.lenses.len(), 2);
}

#[test]
fn files_wait_for_a_day_of_receipt_that_can_be() {
    for text in ["31/2/2017", "21/6/2017", "hôm qua", ""] {
        let mut coordinator = Coordinator::new();
        coordinator.acts(DeskAction::ReceivedTyped(text.into()));
        let effects = coordinator.acts(DeskAction::Take { files: 2, unread: Vec::new() });
        assert_eq!(effects, [Effect::Desk(DeskEffect::LetGo), Effect::Focus("received".into())], "{text}");
        assert_eq!(
            coordinator.notice(),
            "Ngày nhận không đúng. Ghi ngày/tháng/năm, không sau hôm nay, ví dụ 12/6/2017."
        );
        assert!(coordinator.intake().work.is_none());
    }
}

#[test]
fn every_file_gets_the_state_that_is_foretold_and_none_is_dropped() {
    let coordinator = Coordinator::having(&FILES.samples.iter().collect::<Vec<_>>());
    let mut foretold: Vec<(String, &str)> =
        FILES.samples.iter().map(|sample| (sample.name.clone(), sample.state)).collect();
    let mut states = coordinator.states();
    foretold.sort();
    states.sort();
    assert_eq!(states, foretold);
    let view = coordinator.intake();
    assert_eq!(view.lenses[0].name, format!("Tất cả ({})", FILES.samples.len()));
    assert_eq!((view.rows.len(), view.more.as_deref()), (100, Some("Xem thêm (còn 14 tệp)")));
    assert_eq!(coordinator.state.desk.as_ref().unwrap().work, None);
}

#[test]
fn a_row_tells_file_agency_revision_day_state_and_reason() {
    let coordinator = Coordinator::having(&some(&["blocked"]));
    let view = coordinator.intake();
    let row = view.rows.iter().find(|row| row.mark.tone == Tone::Bad).unwrap();
    assert_eq!(row.mark.name, "Còn lỗi phải sửa");
    assert_eq!(row.about, "Bộ Kế hoạch và Đầu tư · bản 1 · nhận 11/06/2017");
    assert_eq!(row.reason, "Báo cáo còn 1 lỗi. Gửi phiếu yêu cầu chỉnh sửa cho cơ quan.");
}

#[test]
fn filters_and_search_narrow_the_list() {
    let mut coordinator = Coordinator::having(&some(&["accepted", "unsigned", "not-a-return"]));
    let all = coordinator.intake().rows.len();
    coordinator.acts(DeskAction::Filter(Lens::State(State::Unsigned)));
    let view = coordinator.intake();
    assert!(!view.rows.is_empty() && view.rows.len() < all);
    assert!(view.rows.iter().all(|row| row.mark.name == "Chưa ký"));
    assert_eq!(view.found, format!("{} tệp", view.rows.len()));
    coordinator.acts(DeskAction::Filter(Lens::ToDo));
    assert!(coordinator.intake().rows.iter().all(|row| row.mark.tone != Tone::Good));
    coordinator.acts(DeskAction::Filter(Lens::All));
    coordinator.acts(DeskAction::Search("cong an".into()));
    let view = coordinator.intake();
    assert!(!view.rows.is_empty());
    assert!(view.rows.iter().all(|row| row.about.starts_with("Bộ Công an")), "by agency, without marks");
    coordinator.acts(DeskAction::Search("không có tệp này".into()));
    assert_eq!(coordinator.intake().found, "0 tệp");
}

#[test]
fn progress_is_told_can_be_stopped_and_says_what_was_left_out() {
    let mut coordinator = Coordinator::new();
    coordinator.acts(DeskAction::ReceivedTyped("12/6/2017".into()));
    // As the page tells it, file by file.
    let state = &mut coordinator.state;
    let effects = return36a::session::update(state, Action::Desk(DeskAction::Take { files: 8, unread: Vec::new() }));
    assert!(matches!(effects.as_slice(), [Effect::Desk(DeskEffect::Take { .. })]));
    coordinator.acts(DeskAction::Examined { taken: Vec::new(), done: 5, of: 8 });
    let work = coordinator.intake().work.unwrap();
    assert_eq!((work.done, work.of, work.says.as_str()), (5, 8, "Đã kiểm tra 5/8 tệp"));
    assert_eq!(work.aloud, "Đã kiểm tra 4/8 tệp", "read aloud at each quarter of the way");
    assert_eq!(coordinator.acts(DeskAction::Cancel), [Effect::Desk(DeskEffect::Cancel)]);
    assert!(coordinator.intake().work.unwrap().stopping);
    coordinator.acts(DeskAction::Finished { left: 3 });
    assert_eq!(coordinator.notice(), "Đã dừng: kiểm tra được 5 tệp, 3 tệp chưa nhận. Chọn lại những tệp đó khi cần.");
    assert!(coordinator.intake().work.is_none());
}

#[test]
fn what_is_stopped_inside_an_archive_is_not_said_to_be_done() {
    let mut coordinator = Coordinator::new();
    let state = &mut coordinator.state;
    return36a::session::update(state, Action::Desk(DeskAction::Take { files: 1, unread: Vec::new() }));
    coordinator.acts(DeskAction::Cancel);
    let taken = vec![Taken::Unread { name: "quy-2.zip".into(), code: "intake/cancelled".into() }];
    coordinator.acts(DeskAction::Examined { taken, done: 21, of: 21 });
    coordinator.acts(DeskAction::Finished { left: 0 });
    assert_eq!(coordinator.notice(), "Đã dừng: kiểm tra được 21 tệp. Tệp nén còn dở ghi ở dưới; chọn lại khi cần.");
    assert!(coordinator.intake().unread[0].starts_with("quy-2.zip: "));
}

#[test]
fn what_cannot_be_read_from_its_disk_is_told_until_it_is_put_away() {
    let mut coordinator = Coordinator::new();
    let unread = vec![Unread { name: "USB/thư mục".into(), code: "intake/unreadable".into() }];
    coordinator.acts(DeskAction::Take { files: 0, unread });
    assert_eq!(
        coordinator.intake().unread,
        ["USB/thư mục: Không đọc được tệp. Có thể tệp đã bị chuyển chỗ, hoặc USB đã rút ra; hãy chọn lại tệp."]
    );
    coordinator.acts(DeskAction::DismissUnread);
    assert!(coordinator.intake().unread.is_empty());
    coordinator.acts(DeskAction::Take { files: 0, unread: Vec::new() });
    assert!(coordinator.notice().starts_with("Không có tệp nào ở đó."));
}

#[test]
fn files_by_unknown_keys_wait_for_their_cards_and_are_examined_again_when_these_come() {
    let mut coordinator = Coordinator::new();
    let sample = some(&["accepted"]);
    coordinator.takes(&sample);
    assert!(coordinator.states().iter().all(|(_, state)| *state == "signature-unknown"));
    let agency = sample[0].agency.clone().unwrap();
    let card = FILES.cards.iter().find(|card| card.agency == agency).unwrap();
    coordinator.acts(DeskAction::Cards(vec![("card.json".into(), card.json().unwrap().into_bytes())]));
    assert_eq!(coordinator.notice(), "1 thẻ khóa chờ đối chiếu.");
    let keys = desk::keys(&coordinator.state).unwrap();
    assert_eq!((keys.candidates.len(), keys.cards.len()), (1, 0), "nothing is trusted before it was compared");
    assert!(coordinator.states().iter().all(|(_, state)| *state == "signature-unknown"));
    coordinator.acts(DeskAction::Accept(0));
    assert_eq!(coordinator.states()[0].1, "accepted");
    assert_eq!(desk::keys(&coordinator.state).unwrap().summary, "1 thẻ của 1 cơ quan.");
    coordinator.acts(DeskAction::Remove(0));
    assert_eq!(coordinator.states()[0].1, "signature-unknown");
    coordinator.acts(DeskAction::PutBack);
    assert_eq!(coordinator.states()[0].1, "accepted");
    coordinator.acts(DeskAction::Cards(vec![("ảnh.json".into(), b"{}".to_vec())]));
    assert!(coordinator.notice().starts_with("Tệp ảnh.json: "), "{}", coordinator.notice());
}

#[test]
fn a_card_among_the_files_is_brought_to_the_keyring() {
    let mut coordinator = Coordinator::new();
    let mut sample = some(&["not-a-return"])[0].clone();
    sample.bytes = FILES.cards[0].json().unwrap().into_bytes();
    coordinator.takes(&[&sample]);
    assert_eq!(
        coordinator.intake().rows[0].reason,
        "Đây là thẻ khóa, không phải báo cáo. Đối chiếu mã khóa rồi thêm vào sổ khóa."
    );
    assert_eq!(coordinator.intake().cards.as_deref(), Some("Trong các tệp đã nhận có 1 thẻ khóa."));
    coordinator.acts(DeskAction::CardsOfFiles);
    assert_eq!(coordinator.notice(), "1 thẻ khóa chờ đối chiếu.");
    assert_eq!(desk::keys(&coordinator.state).unwrap().candidates.len(), 1);
}

#[test]
fn an_entry_is_noted_set_aside_taken_back_and_its_day_corrected() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    let effects = coordinator.acts(DeskAction::Note { at: 0, text: "Đã gọi điện".into() });
    assert_eq!(effects, [Effect::KeepSoon], "kept once typing pauses");
    assert!(!coordinator.browser.rows["2017-Q2/000000"].contains("Đã gọi điện"));
    coordinator.does(Action::Settle);
    assert!(coordinator.browser.rows["2017-Q2/000000"].contains("Đã gọi điện"));
    assert_eq!(coordinator.intake().rows[0].note, "Đã gọi điện");
    coordinator.acts(DeskAction::SetAside { at: 0, aside: true });
    assert_eq!(coordinator.states()[0].1, "set-aside");
    coordinator.acts(DeskAction::SetAside { at: 0, aside: false });
    assert_eq!(coordinator.states()[0].1, "accepted");
    coordinator.acts(DeskAction::DayTyped { at: 0, text: "15/6/2017".into() });
    assert_eq!(desk::entry(&coordinator.state, 0).unwrap().day, "15/6/2017", "as typed");
    coordinator.acts(DeskAction::CorrectDay);
    assert_eq!(coordinator.states()[0].1, "late");
    assert_eq!(coordinator.intake().rows[0].reason, "Hạn gửi là 12/06/2017; nhận muộn 3 ngày.");
    coordinator.acts(DeskAction::DayTyped { at: 0, text: "15/6/2071".into() });
    assert_eq!(coordinator.acts(DeskAction::CorrectDay), [Effect::Focus("entry-day".into())]);
    assert_eq!(coordinator.states()[0].1, "late");
}

#[test]
fn an_entry_shows_signatures_findings_the_chain_and_where_the_verdicts_differ() {
    let coordinator = Coordinator::having(&some(&["blocked", "superseded"]));
    let view = desk::entry(&coordinator.state, coordinator.entry_in("blocked")).unwrap();
    assert_eq!(view.signatures.len(), 1);
    assert_eq!((view.signatures[0].tone, view.signatures[0].says.as_str()), (Tone::Good, "Chữ ký đúng."));
    assert!(view.signatures[0].who.contains("Người lập"), "{}", view.signatures[0].who);
    let [differs] = view.differs.as_slice() else { panic!("{:?}", view.differs) };
    assert_eq!(
        (differs.theirs.as_str(), differs.place.as_str()),
        ("Không báo lỗi, đã cho ký", "Tổng số thủ tục hành chính")
    );
    assert!(differs.ours.starts_with("Tổng số dịch vụ công trực tuyến"), "{}", differs.ours);
    assert!(view.findings.iter().any(|section| section.title == "Dịch vụ công trực tuyến"));
    let superseded = coordinator.entry_in("superseded");
    let chain = desk::entry(&coordinator.state, superseded).unwrap().chain;
    assert!(chain.len() > 1);
    assert!(chain.iter().any(|row| row.here && row.at == superseded));
    assert!(chain.iter().any(|row| row.mark.tone == Tone::Good), "one of the chain counts");
    assert_eq!(desk::entry(&coordinator.state, 999), None);
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_the_desk_goes_on() {
    let mut coordinator = Coordinator::with(super::coordinator::Browser { refuses: true, ..Default::default() });
    coordinator.adds_all_cards();
    coordinator.takes(&some(&["accepted"]));
    assert_eq!(coordinator.state.desk.as_ref().unwrap().saved, Saved::Refused);
    assert_eq!(coordinator.states()[0].1, "accepted");
}

#[test]
fn files_of_another_quarter_point_to_it() {
    let mut coordinator = Coordinator::new();
    coordinator.adds_all_cards();
    coordinator.acts(DeskAction::ChoosePeriod("2017-Q1".parse().unwrap()));
    coordinator.takes(&some(&["accepted"]));
    assert_eq!(coordinator.states()[0].1, "wrong-period");
    let (period, says) = coordinator.intake().elsewhere.unwrap();
    assert_eq!(period.to_string(), "2017-Q2");
    assert_eq!(says, "1 tệp là báo cáo quý II/2017, nhiều hơn số tệp của kỳ này. Có thể đã chọn nhầm kỳ.");
}
