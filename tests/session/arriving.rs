//! A draft never takes another one's place in silence: files, pages that carry one, other windows.

use crate::officer::*;
use return36a::quarterly::{SignedFile, write};
use return36a::session::{
    Action, Carried, Draft, DraftKey, Effect, GridAction, Saved, Screen, Section, Whence, view, would_be_lost,
};

const NAME: &str = "return36a/draft/bo-tai-chinh/2017-Q2";
const NUMBER: &str = "/document/number";

/// The same officer's draft with another number.
fn other(number: &str) -> Draft {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, number);
    officer.draft().clone()
}

fn number(officer: &Officer) -> &str {
    &officer.draft().content.document.number
}

fn question(officer: &Officer) -> String {
    view::arriving(&officer.state).map(|view| view.says).unwrap_or_default()
}

fn elsewhere(draft: &Draft) -> Action {
    Action::KeptElsewhere { name: NAME.into(), text: Some(draft.write()), ours: None }
}

#[test]
fn the_draft_is_given_as_a_file_and_opened_from_it_on_another_machine() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level4/answer", "10.960.7");
    let effects = officer.does(Action::SaveDraft);
    let Some(Effect::Download { name, bytes }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(name, "36a_2017-Q2_bo-tai-chinh_nhap.json");
    let mut there = Officer::new();
    there.does(Action::OpenFile { name: name.clone(), bytes: bytes.clone() });
    assert_eq!((there.draft(), there.state.screen), (officer.draft(), Screen::Sections));
    assert_eq!(there.field("/services/level4/answer").value, "10.960.7");
}

#[test]
fn a_drafts_file_that_is_damaged_or_newer_is_refused_and_changes_nothing() {
    for (text, says) in [
        (r#"{"draft":"return36a-draft/1"}"#, "Tệp x.json là bản nháp nhưng bị hỏng"),
        (r#"{"draft":"return36a-draft/2"}"#, "Tệp x.json là bản nháp của bản trang mới hơn"),
    ] {
        let mut officer = Officer::of_finance();
        let before = officer.draft().clone();
        officer.does(Action::OpenFile { name: "x.json".into(), bytes: text.into() });
        assert!(officer.notice().starts_with(says), "{}", officer.notice());
        assert_eq!(officer.draft(), &before);
    }
}

#[test]
fn a_file_takes_a_drafts_place_only_when_told_to_and_that_is_undone() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "của tôi");
    let mine = officer.draft().clone();
    let bytes = other("của tệp").write().into_bytes();
    let effects = officer.does(Action::OpenFile { name: "nháp.json".into(), bytes: bytes.clone() });
    assert_eq!(effects.last(), Some(&Effect::Focus("arriving-title".into())));
    assert_eq!(
        question(&officer),
        "Tệp nháp.json là báo cáo của Bộ Tài chính, quý II/2017. Máy này đang có bản nháp khác, khác nhau 1 mục."
    );
    officer.does(Action::LeaveArriving);
    assert_eq!((officer.draft(), question(&officer).as_str()), (&mine, ""));
    officer.does(Action::OpenFile { name: "nháp.json".into(), bytes });
    assert!(kept(&officer.does(Action::TakeArriving)));
    assert_eq!(number(&officer), "của tệp");
    assert!(officer.notice().starts_with("Đã mở bản vừa chọn thay bản trước."), "{}", officer.notice());
    officer.does(Action::Undo);
    assert_eq!(officer.draft().content, mine.content);
    officer.does(Action::Redo);
    assert_eq!(number(&officer), "của tệp");
}

#[test]
fn a_draft_that_is_kept_and_not_open_is_brought_back_by_undoing_too() {
    let mut officer = Officer::new();
    let kept = Some(vec![(NAME.into(), other("đã lưu").write())]);
    officer.does(Action::Started { kept, last: None, address: String::new(), language: None, carried: None });
    officer.does(Action::OpenFile { name: "x.json".into(), bytes: other("của tệp").write().into_bytes() });
    officer.does(Action::TakeArriving);
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "đã lưu");
}

#[test]
fn a_returns_file_asks_as_well_and_its_signatures_come_with_it() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let file = SignedFile { content: officer.draft().content.clone(), signatures: officer.draft().signatures.clone() };
    let mut there = Officer::of_finance();
    there.types(NUMBER, "của tôi");
    there.does(Action::OpenFile { name: "36a.json".into(), bytes: write(&file) });
    assert_eq!(number(&there), "của tôi");
    there.does(Action::TakeArriving);
    assert_eq!((&there.draft().signatures, there.state.screen), (&file.signatures, Screen::Review));
    assert!(there.state.exported, "they stand in that file");
}

#[test]
fn a_draft_that_cannot_be_read_here_is_not_replaced() {
    let mut officer = Officer::new();
    let kept = Some(vec![(NAME.into(), r#"{"draft":"return36a-draft/2"}"#.into())]);
    officer.does(Action::Started { kept, last: None, address: String::new(), language: None, carried: None });
    let effects = officer.does(Action::OpenFile { name: "x.json".into(), bytes: other("1").write().into_bytes() });
    assert_eq!(effects, []);
    assert!(
        officer
            .notice()
            .starts_with("Máy này đang giữ bản nháp của Bộ Tài chính, quý II/2017 mà trang này không đọc được"),
        "{}",
        officer.notice()
    );
}

fn started(kept: Vec<(String, String)>, draft: &Draft, address: &str) -> (Officer, Vec<Effect>) {
    let mut officer = Officer::new();
    let carried = Some(Carried { text: draft.write(), address: "bao-cao/dich-vu-cong".into() });
    let started = Action::Started { kept: Some(kept), last: None, address: address.into(), language: None, carried };
    let effects = officer.does(started);
    (officer, effects)
}

fn taken(effects: &[Effect]) -> Vec<(String, String)> {
    let names = effects.iter().filter_map(|effect| match effect {
        Effect::Remember { name, text } => Some((name.clone(), text.clone())),
        Effect::Keep { key, text } => Some((key.clone(), text.clone())),
        _ => None,
    });
    names.collect()
}

#[test]
fn a_page_that_carries_a_draft_opens_it_at_the_same_place_and_keeps_it() {
    let draft = other("trong trang");
    let (officer, effects) = started(Vec::new(), &draft, "");
    assert_eq!((officer.draft(), officer.state.screen), (&draft, Screen::Section(Section::Services)));
    assert_eq!(taken(&effects).len(), 1, "the draft is kept");
    let (mut officer, _) = started(Vec::new(), &draft, "");
    assert_eq!(officer.does(Action::KeepRefused(NAME.into())), [], "what is not kept is not remembered as taken");
    assert_eq!(taken(&officer.does(Action::Kept { name: NAME.into(), at: "08:05".into() })).len(), 1, "and now it is");
    let (elsewhere, _) = started(Vec::new(), &draft, "ky");
    assert_eq!(elsewhere.state.screen, Screen::Sign, "a reload stays where it is");
}

#[test]
fn a_page_is_not_asked_about_its_draft_again_once_the_work_went_on() {
    let draft = other("trong trang");
    let (mut officer, effects) = started(Vec::new(), &draft, "");
    let mut kept = taken(&effects);
    kept.extend(taken(&officer.does(Action::Kept { name: NAME.into(), at: "08:05".into() })));
    officer.types(NUMBER, "sửa tiếp");
    kept.retain(|(name, _)| name != NAME);
    kept.extend(taken(&officer.does(Action::Settle)));
    let mut again = Officer::new();
    let carried = Some(Carried { text: draft.write(), address: String::new() });
    again.does(Action::Started {
        kept: Some(kept),
        last: Some(NAME.into()),
        address: "bao-cao".into(),
        language: None,
        carried,
    });
    assert_eq!((number(&again), question(&again).as_str()), ("sửa tiếp", ""));
}

#[test]
fn a_page_whose_draft_differs_from_the_kept_one_asks() {
    let kept = vec![(NAME.to_owned(), other("trên máy").write())];
    let (mut officer, effects) = started(kept, &other("trong trang"), "");
    assert!(taken(&effects).is_empty(), "nothing is written before the person has chosen");
    assert_eq!(officer.state.screen, Screen::Start);
    assert_eq!(
        question(&officer),
        "Trang này lưu kèm bản nháp của Bộ Tài chính, quý II/2017. Máy này đang có bản nháp khác, khác nhau 1 mục."
    );
    let effects = officer.does(Action::TakeArriving);
    assert_eq!((number(&officer), taken(&effects).len()), ("trong trang", 1));
    assert_eq!(officer.state.screen, Screen::Section(Section::Services));
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "trên máy");
}

#[test]
fn a_page_whose_draft_was_changed_says_so_and_starts() {
    let mut officer = Officer::new();
    let carried = Some(Carried { text: "{".into(), address: "ky".into() });
    let kept = Some(Vec::new());
    officer.does(Action::Started { kept, last: None, address: String::new(), language: None, carried });
    assert!(officer.notice().starts_with("Bản nháp lưu kèm trong trang này không đọc được"), "{}", officer.notice());
    assert_eq!(officer.state.screen, Screen::Start);
}

#[test]
fn neither_of_two_windows_overwrites_the_other() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    officer.does(Action::Settle);
    assert_eq!(officer.does(elsewhere(&other("cửa sổ kia"))), []);
    assert_eq!((number(&officer), &officer.state.saved), ("ở đây", &Saved::Elsewhere));
    assert_eq!(
        question(&officer),
        "Một cửa sổ khác vừa lưu bản khác của báo cáo này, khác nhau 1 mục. Bản ở đây chưa được lưu."
    );
    assert!(would_be_lost(&officer.state));
    officer.types("/preparer/name", "Người lập");
    assert!(!kept(&officer.does(Action::Settle)), "nothing is written over the other window's draft");
    let effects = officer.does(Action::LeaveArriving);
    let Some(Effect::Keep { text, .. }) = effects.first() else { panic!("{effects:?}") };
    assert!(text.contains("ở đây") && text.contains("Người lập"), "what was typed meanwhile is there: {text}");
    officer.does(Action::Kept { name: NAME.into(), at: "08:05".into() });
    assert!(!would_be_lost(&officer.state));
}

#[test]
fn the_other_windows_draft_is_taken_where_the_person_is_and_what_was_here_comes_back() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.types("/services/level4/answer", "246");
    let (name, ours) = (NAME.to_owned(), Some(officer.draft().write()));
    officer.does(Action::Settle);
    officer.does(Action::KeptElsewhere { name, text: Some(other("cửa sổ kia").write()), ours });
    officer.does(Action::TakeArriving);
    assert_eq!((number(&officer), officer.state.screen), ("cửa sổ kia", Screen::Section(Section::Services)));
    officer.does(Action::Undo);
    assert_eq!((number(&officer), officer.field("/services/level4/answer").value.as_str()), ("", "246"));
}

#[test]
fn what_another_window_wrote_of_another_draft_only_changes_the_list() {
    let mut officer = Officer::of_finance();
    let mut theirs = other("1");
    theirs.content.period = "2017-Q1".parse().unwrap();
    let name = theirs.key().name();
    officer.does(Action::KeptElsewhere { name: name.clone(), text: Some(theirs.write()), ours: None });
    assert_eq!((view::start(&officer.state).drafts.len(), question(&officer).as_str()), (2, ""));
    officer.does(Action::KeptElsewhere { name, text: None, ours: None });
    assert_eq!(view::start(&officer.state).drafts.len(), 1);
}

#[test]
fn the_same_text_from_another_window_is_no_question() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "như nhau");
    officer.does(Action::Settle);
    let same = officer.draft().clone();
    officer.does(elsewhere(&same));
    assert_eq!(question(&officer), "");
}

#[test]
fn what_was_edited_here_waits_when_another_draft_is_opened_before_the_choice() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    let effects = officer.does(elsewhere(&other("cửa sổ kia")));
    assert!(!kept(&effects), "what was typed and is not written out yet does not go over it: {effects:?}");
    officer.does(Action::Go(Screen::Start));
    officer.does(Action::ChoosePeriod("2017-Q1".parse().ok()));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert_eq!(officer.state.arriving[0].from, Whence::Here);
    assert!(would_be_lost(&officer.state));
    officer.does(Action::TakeArriving);
    assert_eq!(number(&officer), "ở đây");
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "cửa sổ kia");
}

#[test]
fn a_draft_deleted_elsewhere_is_kept_again_where_it_is_open() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    officer.does(Action::Settle);
    for gone in [Action::KeptElsewhere { name: NAME.into(), text: None, ours: None }, Action::Cleared] {
        assert!(kept(&officer.does(gone)));
        assert!(officer.notice().starts_with("Bản nháp đã bị xóa khỏi trình duyệt"), "{}", officer.notice());
    }
    assert_eq!(view::start(&officer.state).drafts.len(), 1);
}

#[test]
fn a_newer_pages_draft_is_never_written_over() {
    let mut officer = Officer::of_finance();
    let (name, text) = (NAME.to_owned(), Some(r#"{"draft":"return36a-draft/2"}"#.to_owned()));
    officer.does(Action::KeptElsewhere { name, text, ours: None });
    assert_eq!(officer.state.saved, Saved::Refused);
    assert!(
        officer.notice().starts_with("Bản nháp này vừa được lưu ở nơi khác mà trang này không đọc được"),
        "{}",
        officer.notice()
    );
    officer.types(NUMBER, "1");
    assert!(!kept(&officer.does(Action::Settle)));
    let effects = officer.does(Action::SaveDraft);
    assert!(matches!(effects.last(), Some(Effect::Download { .. })), "it can be taken as a file: {effects:?}");
    assert!(!would_be_lost(&officer.state));
}

#[test]
fn a_second_window_is_told_of() {
    let mut officer = Officer::of_finance();
    officer.does(Action::OpenElsewhere { name: "return36a/draft/bo-y-te/2017-Q2".into(), first: true });
    assert_eq!(officer.state.notice, None);
    officer.does(Action::OpenElsewhere { name: NAME.into(), first: false });
    assert!(officer.notice().starts_with("Bản nháp này đang mở ở một cửa sổ khác."), "{}", officer.notice());
}

#[test]
fn over_midnight_the_rules_ask_for_the_new_day() {
    let mut officer = Officer::of_finance();
    officer.types("/document/date", "11/6/2017");
    let before = officer.says("/document/date");
    assert!(!before.is_empty(), "it is the 10th");
    officer.does(Action::Day(return36a::vietnamese::Date::new(2017, 6, 11).unwrap()));
    assert_eq!(officer.says("/document/date"), Vec::<String>::new());
}

#[test]
fn a_clock_that_is_years_behind_is_said_to_be_so() {
    let day = |year| return36a::vietnamese::Date::new(year, 1, 1).unwrap();
    let mut officer = Officer::of_finance();
    officer.does(Action::Day(day(2009)));
    let says = "Đồng hồ của máy đang ở ngày 01/01/2009. Chỉnh lại ngày giờ của máy: trang dùng ngày đó để kiểm tra và để ghi vào chữ ký.";
    assert_eq!(officer.notice(), says);
    officer.does(Action::Dismiss);
    officer.does(Action::Day(day(2018)));
    assert_eq!(officer.notice(), "");
}

#[test]
fn a_signed_version_that_was_taken_is_undone_though_it_is_locked() {
    let mut signed = Officer::of_finance();
    signed.fills_all();
    signed.signs();
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "của tôi");
    officer.does(elsewhere(signed.draft()));
    let effects = officer.does(Action::TakeArriving);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::TrySignatures { .. })), "{effects:?}");
    assert!(view::tools(&officer.state).unwrap().undo);
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "của tôi");
    officer.does(Action::Redo);
    assert_eq!(officer.draft().signatures, signed.draft().signatures);
}

#[test]
fn questions_wait_for_their_turn_and_what_another_window_has_kept_is_asked_first() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    for (name, number) in [("một.json", "1"), ("hai.json", "2")] {
        officer.does(Action::OpenFile { name: name.into(), bytes: other(number).write().into_bytes() });
    }
    officer.does(elsewhere(&other("cửa sổ kia")));
    officer.types("/preparer/name", "Người lập");
    assert!(!kept(&officer.does(Action::Settle)));
    assert!(question(&officer).starts_with("Một cửa sổ khác"), "{}", question(&officer));
    officer.does(Action::LeaveArriving);
    assert!(question(&officer).starts_with("Tệp một.json"), "{}", question(&officer));
    officer.does(Action::LeaveArriving);
    officer.does(Action::TakeArriving);
    assert_eq!((number(&officer), question(&officer).as_str()), ("2", ""));
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "ở đây");
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "cửa sổ kia", "what was written over comes back as well");
}

#[test]
fn a_draft_that_only_this_window_has_is_said_to_be_so_whatever_is_open_and_is_tried_again() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    officer.does(Action::Settle);
    officer.does(Action::KeepRefused(NAME.into()));
    officer.does(Action::Go(Screen::Start));
    assert_eq!(return36a::session::saved_mark(&officer.state), &Saved::Refused);
    officer.does(Action::ChoosePeriod("2017-Q1".parse().ok()));
    officer.does(Action::Begin { random: Some([8; 16]) });
    let own = officer.draft().key().name();
    let effects = officer.does(Action::Kept { name: own, at: "08:05".into() });
    assert!(
        matches!(effects.as_slice(), [Effect::Keep { key, .. }] if key == NAME),
        "there may be room now: {effects:?}"
    );
    assert_eq!(officer.state.saved, Saved::At("08:05".into()));
    assert!(would_be_lost(&officer.state), "closing would lose the other one");
    officer.does(Action::Kept { name: NAME.into(), at: "08:06".into() });
    assert!(!would_be_lost(&officer.state));
}

#[test]
fn the_open_draft_is_not_read_again_from_what_is_kept_nor_deleted_without_what_was_entered() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    officer.does(elsewhere(&other("cửa sổ kia")));
    officer.does(Action::Go(Screen::Start));
    officer.does(Action::OpenDraft(officer.draft().key()));
    assert_eq!(number(&officer), "ở đây");
    officer.does(Action::DeleteDraft(officer.draft().key()));
    assert_eq!(question(&officer), "");
    officer.does(Action::Undelete);
    officer.does(Action::OpenDraft(DraftKey::of_name(NAME).unwrap()));
    assert_eq!(number(&officer), "ở đây");
}

#[test]
fn what_cannot_be_written_over_a_newer_pages_draft_waits_when_another_one_is_opened() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "ở đây");
    let (name, text) = (NAME.to_owned(), Some(r#"{"draft":"return36a-draft/2"}"#.to_owned()));
    officer.does(Action::KeptElsewhere { name, text, ours: None });
    officer.does(Action::Go(Screen::Start));
    officer.does(Action::ChoosePeriod("2017-Q1".parse().ok()));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert!(would_be_lost(&officer.state));
    officer.does(Action::TakeArriving);
    assert_eq!(number(&officer), "ở đây");
    assert!(!kept(&officer.does(Action::Settle)), "and is still not written over it");
}

#[test]
fn looking_at_a_section_in_another_window_is_no_other_version() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "như nhau");
    officer.does(Action::Settle);
    let mut theirs = officer.draft().clone();
    theirs.seen.insert(Section::Heading);
    officer.does(elsewhere(&theirs));
    assert_eq!(question(&officer), "");
}

#[test]
fn a_saved_page_is_opened_like_a_file_too() {
    let draft = other("trong trang");
    let text = draft.write().replace('<', "\\u003c");
    let page = format!(
        "<!DOCTYPE html><html><body><script id=\"glue\">x</script>\
         <script type=\"application/json\" id=\"draft\" data-address=\"ky\">{text}</script></body></html>"
    );
    let mut officer = Officer::new();
    officer.does(Action::OpenFile { name: "trang.html".into(), bytes: page.into_bytes() });
    assert_eq!(officer.draft(), &draft);
    officer.does(Action::OpenFile { name: "trang.html".into(), bytes: b"<!DOCTYPE html><p>".to_vec() });
    assert!(officer.notice().starts_with("Không mở được tệp trang.html."), "{}", officer.notice());
}

#[test]
fn what_is_pasted_and_not_taken_yet_would_be_lost_with_the_window() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Kept { name: NAME.into(), at: "08:05".into() });
    assert!(!would_be_lost(&officer.state));
    officer.does(Action::Grid(GridAction::PasteTyped("1\tCấp phép\t3".into())));
    assert!(would_be_lost(&officer.state));
}

#[test]
fn a_file_that_the_browser_did_not_take_is_told() {
    let mut officer = Officer::of_finance();
    officer.does(Action::KeepRefused(NAME.into()));
    officer.does(Action::SaveDraft);
    assert!(!would_be_lost(&officer.state));
    officer.does(Action::NotGiven);
    assert!(would_be_lost(&officer.state));
    assert!(officer.notice().starts_with("Trình duyệt không cho lưu tệp."), "{}", officer.notice());
}
