//! What is issued here is opened by the officer's session: a slip is answered, a receipt verified; both are remembered.

use super::coordinator::{Coordinator, FILES, NOW, some};
use crate::officer::Officer;
use crate::quarter::files::Sample;
use crate::quarter::keys::Signatory;
use return36a::collect::{Proof, Receipt, SignedPaper, Slip, read_ledger, read_paper};
use return36a::quarterly::{Return, read_signed};
use return36a::registry::Registry;
use return36a::session::desk::{DeskAction, DeskEffect, DeskScreen, PaperKind};
use return36a::session::view::{self, desk};
use return36a::session::{Action, Effect, Screen};
use return36a::signing::{Native, Role, Verdict, no_randomness};
use return36a::vietnamese::Date;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

fn issue(at: usize, kind: PaperKind) -> DeskAction {
    DeskAction::Issue { at, kind, password: "mật khẩu tổng hợp".into(), random: Some([9; 16]) }
}

fn sample(state: &str) -> &'static Sample {
    FILES.samples.iter().find(|sample| sample.state == state).unwrap()
}

/// The officer opens a paper as the page does: its signature is tried, then the verdict comes back.
fn opens(officer: &mut Officer, name: &str, bytes: &[u8]) {
    let effects = officer.does(Action::OpenFile { name: name.into(), bytes: bytes.to_vec() });
    let Some(Effect::Verify(proof)) = effects.last() else { panic!("nothing is tried: {}", officer.notice()) };
    let of = return36a::registry::sha256_hex(&proof.payload);
    let verdict = verdict(proof);
    officer.does(Action::Verified { of, outcome: Ok(verdict) });
}

fn verdict(proof: &Proof) -> Verdict {
    pollster::block_on(proof.verdict(&Native::new(no_randomness))).unwrap()
}

/// An officer whose page has just read back the agency's own file.
fn officer_of(sample: &Sample) -> Officer {
    let mut officer = Officer::new();
    officer.state.today = Date::new(2017, 6, 21).unwrap();
    officer.does(Action::OpenFile { name: sample.name.clone(), bytes: sample.bytes.clone() });
    assert_eq!(officer.state.screen, Screen::Review, "{}", officer.notice());
    officer
}

/// A slip with a question at a field and one about the whole return, about the entry of this file.
fn slip_about(coordinator: &mut Coordinator, at: usize) -> (String, Vec<u8>) {
    let path = || "/services/level3/answer".to_owned();
    coordinator.acts(DeskAction::Tick { at, path: path(), text: String::new() });
    let typed = "Giảm so với quý I, vì sao?";
    coordinator.acts(DeskAction::AskTyped { at, question: 0, text: typed.into() });
    coordinator.acts(DeskAction::Tick { at, path: String::new(), text: "Gửi kèm văn bản.".into() });
    coordinator.acts(DeskAction::AnswerByTyped { at, text: "30/6/2017".into() });
    coordinator.acts(issue(at, PaperKind::Slip));
    let (name, bytes) = coordinator.given();
    (name.to_owned(), bytes.to_vec())
}

/// The return amended and answered in the officer's page.
fn answered(officer: &mut Officer, slip: &Slip) -> Return {
    officer.does(Action::Amend);
    officer.types("/amendment_reason", "Trả lời phiếu ngày 20/6/2017");
    for (question, text) in slip.questions.iter().zip(["Đã gộp các dịch vụ trùng tên", "Gửi kèm công văn này"])
    {
        officer.types(&format!("/answers/{}/text", slip.answer_key(question)), text);
    }
    officer.types("/services/level3/remark", "Đã gộp các dịch vụ trùng tên");
    assert!(officer.state.verdict().can_sign(), "{:?}", officer.state.findings);
    officer.draft().content.clone()
}

#[test]
fn a_slip_is_answered_by_the_officer_and_its_answers_stand_beside_the_questions() {
    let sample = sample("accepted");
    let mut coordinator = Coordinator::having(&some(&["accepted"])).with_key();
    let (name, bytes) = slip_about(&mut coordinator, 0);
    let agency = sample.agency.clone().unwrap();
    assert_eq!(name, format!("36a_phieu-yeu-cau_2017-Q2_{agency}_r1.json"));
    let slip = read_signed::<Slip>(&bytes).unwrap().content;
    let sent = desk::papers(&coordinator.state, 0).unwrap();
    assert_eq!(sent.slip.unwrap().questions, [], "it is being written no more");
    assert_eq!(sent.sent[0].title, "Phiếu yêu cầu chỉnh sửa ngày 20/06/2017");
    assert_eq!(
        sent.sent[0].about,
        "Hỏi về bản thứ 1. 2 câu hỏi, 0 đã trả lời. Đề nghị trả lời trước hoặc trong ngày 30/06/2017."
    );
    assert_eq!(sent.sent[0].questions[0].says, "Chưa có trả lời");

    let mut officer = officer_of(sample);
    opens(&mut officer, &name, &bytes);
    assert!(officer.notice().starts_with("Đã mở phiếu yêu cầu chỉnh sửa: 2 câu hỏi."), "{}", officer.notice());
    let content = answered(&mut officer, &slip);
    let agency = Registry::embedded().unwrap().agency(&agency).unwrap();
    let file = Sample {
        name: "ban-sua-doi.json".into(),
        bytes: Signatory::of(agency).signed(content),
        state: "accepted",
        ..sample.clone()
    };
    coordinator.takes(&[&file]);
    assert_eq!(coordinator.states()[1].1, "accepted", "{:?}", coordinator.states());
    let told = |at: usize| {
        let slip = desk::papers(&coordinator.state, at).unwrap().sent.remove(0);
        let of = slip.questions.into_iter().map(|of| (of.place, of.text, of.answer, of.says, of.at));
        (slip.about, of.collect::<Vec<_>>())
    };
    let place = "Câu hỏi 1: Dịch vụ công trực tuyến mức độ 3 hiện có";
    for at in [0, 1] {
        let (about, questions) = told(at);
        assert!(about.contains("2 câu hỏi, 2 đã trả lời."), "{about}");
        let (where_, text, answer, says, entry) = &questions[0];
        assert_eq!((where_.as_str(), text.as_str()), (place, "Giảm so với quý I, vì sao?"));
        assert_eq!((answer.as_str(), says.as_str()), ("Đã gộp các dịch vụ trùng tên", "Trả lời ở bản thứ 2"));
        assert_eq!(*entry, Some(1), "it leads to the amended return");
        assert_eq!(questions[1].0, "Câu hỏi 2: Cả báo cáo");
    }
}

#[test]
fn a_receipt_is_verified_by_the_officer() {
    let sample = sample("accepted");
    let mut coordinator = Coordinator::having(&some(&["accepted"])).with_key();
    coordinator.acts(issue(0, PaperKind::Receipt));
    let (name, bytes) = coordinator.given();
    let (name, bytes) = (name.to_owned(), bytes.to_vec());
    let mut officer = officer_of(sample);
    opens(&mut officer, &name, &bytes);
    assert_eq!(officer.state.screen, Screen::Receipt, "{}", officer.notice());
    let receipt = view::receipt(&officer.state).unwrap();
    assert!(receipt.counts && receipt.beside.same, "{receipt:?}");
    assert!(!receipt.trust.known);
    let card = coordinator.state.desk.as_ref().unwrap().own_card.clone().unwrap();
    officer.does(Action::OpenFile { name: "the.json".into(), bytes: card.into_bytes() });
    opens(&mut officer, &name, &bytes);
    assert!(view::receipt(&officer.state).unwrap().trust.known, "by the card that the coordinator sends");
    let mut changed = String::from_utf8(bytes).unwrap();
    changed = changed.replace("\"accepted\"", "\"warned\"");
    opens(&mut officer, &name, changed.as_bytes());
    assert!(officer.notice().contains("không khớp"), "{}", officer.notice());
}

#[test]
fn all_that_count_get_their_receipts_at_once_and_those_without_one_later() {
    let mut coordinator = Coordinator::having(&some(&["accepted", "blocked", "late", "superseded"])).with_key();
    let receipts = |coordinator: &Coordinator| desk::report(&coordinator.state).unwrap().receipts;
    let counting = coordinator.states().iter().filter(|(_, state)| ["accepted", "late"].contains(state)).count();
    let before = receipts(&coordinator);
    assert!(before.says.starts_with(&format!("{counting} báo cáo được tính, {counting} chưa có biên nhận.")));
    assert_eq!((before.issue, before.again), (Some(format!("Ký {counting} biên nhận")), None));

    let all = |again: bool| DeskAction::IssueReceipts { again, password: "mật khẩu tổng hợp".into() };
    coordinator.acts(all(false));
    let (name, bytes) = coordinator.given();
    assert_eq!(name, "36a_bien-nhan_2017-Q2.zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    assert_eq!(archive.len(), counting);
    let mut files = BTreeSet::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let Ok(SignedPaper::Receipt(paper)) = read_paper(&bytes) else { panic!("no receipt") };
        let verdict = verdict(&Proof::of(&paper).unwrap());
        assert!(matches!(verdict, Verdict::Valid { role: Role::Coordinator, issued_at: NOW, .. }), "{verdict:?}");
        assert!(paper.content.state.counts());
        files.insert(paper.content.file_sha256.clone());
    }
    assert_eq!(files.len(), counting, "one for each file");

    let after = receipts(&coordinator);
    assert_eq!((after.issue, after.again), (None, Some(format!("Lập lại cả {counting} biên nhận"))));
    coordinator.acts(all(false));
    assert_eq!(coordinator.notice(), "Chưa có báo cáo được tính nào cần biên nhận.");
    coordinator.takes(&some(&["warned"]));
    assert_eq!(receipts(&coordinator).issue, Some("Ký 1 biên nhận".to_owned()));
    coordinator.acts(all(false));
    let name = coordinator.given().0.to_owned();
    assert!(name.starts_with("36a_bien-nhan_2017-Q2_") && name.ends_with("_r1.json"), "one is no archive: {name}");
    coordinator.acts(all(true));
    let (_, bytes) = coordinator.given();
    assert_eq!(zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap().len(), counting + 1);
}

#[test]
fn what_was_sent_outlives_the_page_and_goes_with_the_ledgers_file() {
    let mut before = Coordinator::having(&some(&["accepted"])).with_key();
    slip_about(&mut before, 0);
    before.acts(issue(0, PaperKind::Receipt));
    let papers = |coordinator: &Coordinator| {
        let papers = desk::papers(&coordinator.state, 0).unwrap();
        (papers.sent.len(), papers.receipt)
    };
    let told = (1, "Đã lập biên nhận ngày 20/06/2017.".to_owned());
    assert_eq!(papers(&before), told);
    before.acts(DeskAction::SaveLedger);
    let ledger = before.given().1.to_vec();
    let (kept, _) = read_ledger(std::str::from_utf8(&ledger).unwrap()).unwrap();
    assert_eq!((kept.sent.slips.len(), kept.sent.receipts.len()), (1, 1));

    let mut after = Coordinator::with(before.browser);
    assert_eq!(papers(&after), told, "a reload");
    after.acts(DeskAction::Forget);
    after.acts(DeskAction::Unforget);
    let after = Coordinator::with(after.browser);
    assert_eq!(papers(&after), told, "deleted and brought back");
    let mut other = Coordinator::new();
    other.acts(DeskAction::OpenLedger { name: "so.json".into(), bytes: ledger });
    assert_eq!(papers(&other), told, "another machine");
    let other = Coordinator::with(other.browser);
    assert_eq!(papers(&other), told, "and a reload there");
}

#[test]
fn a_slip_half_written_outlives_the_page() {
    let mut before = Coordinator::having(&some(&["accepted"]));
    before.acts(DeskAction::Tick { at: 0, path: String::new(), text: "Nửa câu".into() });
    before.does(Action::Settle);
    let after = Coordinator::with(before.browser);
    let form = desk::papers(&after.state, 0).unwrap().slip.unwrap();
    assert_eq!(form.questions, [("Câu hỏi 1: Cả báo cáo".to_owned(), "Nửa câu".to_owned())]);
    assert!(form.choices[0].asked);
}

#[test]
fn findings_are_offered_first_and_any_field_is_found_by_its_words() {
    let mut coordinator = Coordinator::having(&some(&["blocked"]));
    let at = coordinator.entry_in("blocked");
    let form = |coordinator: &Coordinator| desk::papers(&coordinator.state, at).unwrap().slip.unwrap();
    let first = form(&coordinator);
    assert_eq!((first.choices[0].path.as_str(), first.choices[0].place.as_str()), ("", "Cả báo cáo"));
    let finding = &first.choices[1];
    assert!(
        !finding.says.is_empty() && finding.begins == finding.says,
        "a question begins with the finding's sentence"
    );
    assert_eq!(first.found, "");
    let paths: BTreeSet<&str> = first.choices.iter().map(|choice| choice.path.as_str()).collect();
    assert_eq!(paths.len(), first.choices.len(), "each place once");

    coordinator.acts(DeskAction::AskSearch { at, text: "dich vu muc do 3 HIEN co".into() });
    let found = form(&coordinator);
    assert!(found.choices.iter().any(|choice| choice.path == "/services/level3/answer"), "{:?}", found.choices);
    assert!(found.found.ends_with("mục"), "{}", found.found);
    let level3 = found.choices.into_iter().find(|choice| choice.path == "/services/level3/answer").unwrap();
    assert!(!level3.says.is_empty(), "what stands there is told");
    coordinator.acts(DeskAction::Tick { at, path: level3.path.clone(), text: level3.begins });
    assert!(form(&coordinator).choices.iter().any(|choice| choice.path == level3.path && choice.asked));
    coordinator.acts(DeskAction::Tick { at, path: level3.path, text: String::new() });
    assert_eq!(form(&coordinator).questions, []);
    coordinator.acts(DeskAction::AskSearch { at, text: "ho so".into() });
    let first = form(&coordinator).choices.into_iter().next().unwrap();
    assert!(first.place.contains("ồ sơ"), "words side by side before words apart: {}", first.place);
    coordinator.acts(DeskAction::AskSearch { at, text: "đ".into() });
    assert!(form(&coordinator).choices.len() <= 40);
    coordinator.acts(DeskAction::AskSearch { at, text: "không có mục nào như vậy".into() });
    assert_eq!((form(&coordinator).choices.len(), form(&coordinator).found.as_str()), (0, "0 mục"));
}

#[test]
fn a_failed_signature_leaves_the_slip_as_it_was() {
    let mut coordinator = Coordinator::having(&some(&["accepted"])).with_key();
    coordinator.acts(DeskAction::Tick { at: 0, path: String::new(), text: "Vì sao?".into() });
    coordinator.goes(DeskScreen::Entry(0));
    coordinator.acts(DeskAction::IssueFailed("signing/wrong-password"));
    let papers = desk::papers(&coordinator.state, 0).unwrap();
    assert_eq!((papers.slip.unwrap().questions.len(), papers.sent.len(), papers.hand.busy), (1, 0, false));
    let late = return36a::session::desk::IssuedFile { name: "x.json".into(), bytes: b"{}".to_vec() };
    let effects = coordinator.acts(DeskAction::Issued(vec![late]));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Download { .. })), "nobody asked for it");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Desk(DeskEffect::Keep(_)))));
}

#[test]
fn receipt_and_slip_of_one_file_are_told_apart() {
    let mut coordinator = Coordinator::having(&some(&["accepted"])).with_key();
    coordinator.acts(issue(0, PaperKind::Receipt));
    assert!(read_signed::<Receipt>(coordinator.given().1).is_ok());
    assert!(read_signed::<Slip>(coordinator.given().1).is_err());
}
