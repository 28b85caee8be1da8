//! The coordinator's papers at the officer's page: slips opened, answered and put away; receipts shown.

use crate::officer::*;
use return36a::collect::{Issuer, Proof, Receipt, ReturnMark, Slip, SlipHead, State as FileState, issue, slip};
use return36a::quarterly::{RegistryMark, Return, Signable, Signed, SignedFile, read, write, write_signed};
use return36a::registry::sha256_hex;
use return36a::session::view::{self, Answered, Progress, QuestionView};
use return36a::session::{Action, Draft, Effect, Notice, Screen, Section};
use return36a::signing::{KeyCard, Native, Password, Role, SigningKey, Verdict, fingerprint, new_key, open_key};
use return36a::vietnamese::Date;
use std::collections::BTreeMap;

type Private = return36a::signing::NativeKey;

/// 2017-06-20T00:00:00Z.
const TIME: i64 = 1_497_916_800;

fn key(seed: u8) -> SigningKey<Private> {
    let primitives = Native::new(move |bytes: &mut [u8]| {
        bytes.fill(seed);
        Ok(())
    });
    let password = Password::new("mật khẩu").unwrap();
    let made = pollster::block_on(new_key(&primitives, &password, 1)).unwrap();
    pollster::block_on(open_key(&primitives, made.pem.as_bytes(), &password)).unwrap()
}

fn issuer(key: &SigningKey<Private>) -> Issuer {
    Issuer { agency: "van-phong-chinh-phu".into(), name: "Vụ Khoa giáo - Văn xã".into(), key: key.public }
}

fn signed<T: return36a::collect::Issued>(key: &SigningKey<Private>, content: T) -> Signed<T> {
    let primitives = Native::new(return36a::signing::no_randomness);
    pollster::block_on(issue(&primitives, key, content, TIME)).unwrap()
}

fn day(day: u8) -> Date {
    Date::new(2017, 6, day).unwrap()
}

/// The coordinator's questions about a return, the first about a count, the second about all of it.
fn questions(about: &Return) -> Slip {
    asking(about, &[("/services/level3/answer", "Giảm 12 so với quý I, vì sao?"), ("", "Gửi kèm văn bản.")])
}

fn asking(about: &Return, questions: &[(&str, &str)]) -> Slip {
    let about = ReturnMark::of(about).unwrap();
    let head =
        SlipHead { random: [0x0f; 16], about, issued: day(20), answer_by: Some(day(25)), issuer: issuer(&key(1)) };
    slip(head, questions.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())))
}

fn card(key: &SigningKey<Private>, role: Role) -> Vec<u8> {
    let agency = "van-phong-chinh-phu".into();
    let card = KeyCard { agency, name: "Vụ Khoa giáo - Văn xã".into(), role, key: key.public, created: day(1) };
    card.json().unwrap().into_bytes()
}

impl Officer {
    fn opens(&mut self, name: &str, bytes: Vec<u8>) -> Vec<Effect> {
        self.does(Action::OpenFile { name: name.into(), bytes })
    }

    /// Opens a paper as the page does: the signature is tried, then the verdict comes back.
    fn opens_paper<T: return36a::collect::Issued>(&mut self, paper: &Signed<T>) -> Vec<Effect> {
        let effects = self.opens("phieu.json", write_signed(paper));
        let Some(Effect::Verify(proof)) = effects.last() else { panic!("no signature is tried: {}", self.notice()) };
        self.does(tried(proof))
    }

    /// An officer of Bộ Tài chính whose return is signed.
    fn of_signed_finance() -> Self {
        let mut officer = Self::of_finance();
        officer.fills_all();
        officer.signs();
        officer
    }

    /// The question shown at a field.
    fn question_at(&self, path: &str) -> QuestionView {
        let questions = self.field(path).questions;
        assert_eq!(questions.len(), 1, "{path}");
        questions[0].clone()
    }

    fn beside(&self, section: Section) -> Vec<QuestionView> {
        view::section(&self.state, section).unwrap().questions
    }
}

fn tried(proof: &Proof) -> Action {
    let primitives = Native::new(return36a::signing::no_randomness);
    let verdict = pollster::block_on(proof.verdict(&primitives)).unwrap();
    Action::Verified { of: sha256_hex(&proof.payload), outcome: Ok(verdict) }
}

fn path(question: u8) -> String {
    format!("/answers/{}.{question}/text", "0f".repeat(16))
}

#[test]
fn a_slip_is_opened_beside_a_signed_return_which_is_amended_and_answers_it() {
    let mut officer = Officer::of_signed_finance();
    let sent = officer.draft().content.clone();
    let effects = officer.opens_paper(&signed(&key(1), questions(&sent)));
    assert!(kept(&effects), "a reload does not lose the slip");
    assert_eq!(officer.state.screen, Screen::Sections);
    assert_eq!(
        officer.notice(),
        "Đã mở phiếu yêu cầu chỉnh sửa: 2 câu hỏi. Báo cáo đã ký; chọn “Lập bản sửa đổi” để trả lời."
    );
    let slips = view::sections(&officer.state).unwrap().slips;
    assert_eq!((slips.len(), slips[0].title.as_str()), (1, "Phiếu yêu cầu chỉnh sửa ngày 20/06/2017"));
    assert_eq!(slips[0].about, "Hỏi về bản thứ 1.");
    assert_eq!(slips[0].answer_by, "Đề nghị trả lời trước hoặc trong ngày 25/06/2017.");
    assert!(slips[0].wants_amendment);
    let asked = officer.question_at("/services/level3/answer");
    assert_eq!(
        (asked.text.as_str(), asked.answer),
        ("Giảm 12 so với quý I, vì sao?", None),
        "seen before it is amended"
    );
    assert_eq!(officer.draft().content, sent, "what is signed is not touched");
    let effects = officer.does(Action::Follow(slips[0].questions[1].path.clone()));
    assert_eq!(effects, [Effect::Address("bao-cao/thong-tin-chung".into()), Effect::Top]);

    officer.does(Action::Amend);
    officer.types("/amendment_reason", "Trả lời phiếu ngày 20/6/2017");
    assert!(!officer.state.verdict().can_sign());
    assert_eq!(view::review(&officer.state).unwrap().verdict, "Chưa ký được: 2 câu hỏi chờ trả lời.");
    assert_eq!(officer.progress(Section::Services), Progress::Asked(1));
    officer.types(&path(1), "Đã gộp 12 dịch vụ trùng");
    assert_eq!(officer.progress(Section::Services), Progress::Done);
    officer.types("/services/level3/answer", "85");
    officer.types(&path(2), "Gửi kèm công văn này");
    assert!(officer.state.verdict().can_sign(), "{:?}", officer.state.findings);
    officer.signs();

    let Effect::Download { bytes, name } = officer.does(Action::Export).remove(0) else { panic!("no file") };
    let amended = read(&bytes).unwrap().content;
    assert_eq!((name.as_str(), amended.revision), ("36a_2017-Q2_bo-tai-chinh_r2.json", 2));
    let answers: BTreeMap<&str, &str> =
        amended.answers.iter().map(|(key, answer)| (key.as_str(), answer.text.as_str())).collect();
    let key = |question: u8| path(question).split('/').nth(2).unwrap().to_owned();
    assert_eq!(
        answers,
        [(key(1).as_str(), "Đã gộp 12 dịch vụ trùng"), (key(2).as_str(), "Gửi kèm công văn này")].into()
    );
    assert_eq!(amended.supersedes, Some(ReturnMark::of(&sent).unwrap().content_sha256));
}

#[test]
fn each_question_stands_at_its_field_and_the_others_beside_their_section() {
    let mut officer = Officer::of_finance();
    let asked = asking(
        &officer.draft().content,
        &[
            ("/tasks/3.2/obstacle", "a"),
            ("/services/level3/remark", "b"),
            ("/tasks/3.2", "c"),
            ("/service_list", "d"),
            ("/indicators/x/value", "e"),
            ("", "f"),
        ],
    );
    officer.opens_paper(&signed(&key(1), asked));
    assert_eq!(officer.question_at("/tasks/3.2/obstacle").text, "a", "shown though its status does not ask for it");
    assert_eq!(officer.question_at("/services/level3/remark").text, "b");
    let services = view::section(&officer.state, Section::Services).unwrap().groups;
    assert!(services.iter().any(|group| group.path == "/services/level3" && group.unfolded), "and not folded away");
    let places = |section: Section| -> Vec<(String, String)> {
        officer.beside(section).into_iter().map(|question| (question.text, question.place)).collect()
    };
    let at = |text: &str, place: &str| (text.to_owned(), place.to_owned());
    assert_eq!(places(Section::Tasks), [at("c", "Nhiệm vụ 3.2")]);
    assert_eq!(places(Section::ServiceList), [at("d", "Danh mục dịch vụ công trực tuyến")]);
    assert_eq!(places(Section::Heading), [at("e", "Chỉ tiêu"), at("f", "Cả báo cáo")]);
    let shown: usize = [Section::Tasks, Section::Services, Section::ServiceList, Section::Heading]
        .map(|section| {
            officer
                .state
                .findings
                .iter()
                .filter(|found| found.rule == "question" && officer.draft().section_of(found.place()) == section)
                .count()
        })
        .iter()
        .sum();
    assert_eq!(shown, 6, "each waits in a section that is shown");
}

#[test]
fn an_open_question_leads_to_its_answer_and_is_said_once_the_section_was_left() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.opens_paper(&signed(&key(1), questions(&officer.draft().content.clone())));
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.does(Action::NextSection);
    let summary = view::section(&officer.state, Section::Services).unwrap().summary;
    assert_eq!(summary.len(), 1);
    assert_eq!(summary[0].path, path(1));
    assert!(summary[0].place.starts_with("Câu hỏi 1 · "), "{}", summary[0].place);
    let answer = officer.question_at("/services/level3/answer").answer.unwrap();
    assert_eq!(
        answer.errors[0].message,
        "Chưa trả lời câu hỏi này của Văn phòng Chính phủ. Trả lời, hoặc cất phiếu đi ở danh sách các phần."
    );
    officer.does(Action::Go(Screen::Review));
    let effects = officer.does(Action::Follow(path(1)));
    assert_eq!(effects, [Effect::Address("bao-cao/dich-vu-cong".into()), Effect::Focus(path(1))]);
    officer.types(&path(1), "  ");
    assert!(!officer.state.verdict().can_sign(), "blanks are no answer");
    officer.types(&path(1), &"x".repeat(5_000));
    let answer = officer.question_at("/services/level3/answer").answer.unwrap();
    assert_eq!(answer.errors[0].rule, "text-lines-length", "the rules of texts hold for answers: {:?}", answer.errors);
}

#[test]
fn the_review_lists_every_question_with_its_answer() {
    let mut officer = Officer::of_finance();
    officer.opens_paper(&signed(&key(1), questions(&officer.draft().content.clone())));
    officer.types(&path(2), "Gửi kèm");
    let lines: Vec<(String, Answered)> =
        view::review(&officer.state).unwrap().questions.into_iter().map(|line| (line.value, line.state)).collect();
    assert_eq!(lines, [("Chưa trả lời".into(), Answered::Missing), ("Gửi kèm".into(), Answered::Yes)]);
}

#[test]
fn a_slip_is_put_away_with_its_answers_which_come_back_with_it() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let paper = signed(&key(1), questions(&officer.draft().content.clone()));
    officer.opens_paper(&paper);
    officer.types(&path(1), "Đã gộp");
    officer.does(Action::PutSlipAway("0f".repeat(16)));
    assert!(officer.draft().slips.is_empty() && officer.draft().content.answers.is_empty());
    assert!(officer.state.verdict().can_sign());
    assert!(officer.notice().starts_with("Đã cất phiếu."), "{}", officer.notice());
    officer.opens_paper(&paper);
    assert_eq!(officer.question_at("/services/level3/answer").answer.unwrap().value, "Đã gộp");
    officer.opens_paper(&paper);
    assert_eq!(officer.draft().slips.len(), 1, "opened twice, it is there once");
    assert_eq!(officer.question_at("/services/level3/answer").answer.unwrap().value, "Đã gộp");
}

#[test]
fn a_draft_keeps_its_slips_and_one_from_before_still_opens() {
    let mut officer = Officer::of_finance();
    officer.opens_paper(&signed(&key(1), questions(&officer.draft().content.clone())));
    officer.types(&path(1), "Đã gộp");
    let text = officer.draft().write();
    assert_eq!(Draft::read(&text).as_ref(), Ok(officer.draft()));
    let mut older: serde_json::Value = serde_json::from_str(&text).unwrap();
    older.as_object_mut().unwrap().remove("slips");
    older["previous"] = older["return"].clone();
    for part in ["return", "previous"] {
        older[part].as_object_mut().unwrap().remove("answers").unwrap();
    }
    let read = Draft::read(&older.to_string()).unwrap();
    assert!(read.slips.is_empty() && read.content.answers.is_empty() && read.previous.is_some());
}

#[test]
fn answers_whose_slip_is_not_here_are_shown_all_the_same() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.opens_paper(&signed(&key(1), asking(&officer.draft().content.clone(), &[("", "Vì sao?")])));
    officer.types(&path(1), "Vì thế");
    officer.signs();
    let Effect::Download { bytes, name } = officer.does(Action::Export).remove(0) else { panic!("no file") };
    let mut other = Officer::new();
    other.opens(&name, bytes);
    let [question] = other.beside(Section::Heading).try_into().unwrap();
    assert_eq!(question.title, "Trả lời câu hỏi 1 của phiếu 0f0f0f0f…");
    assert_eq!(question.answer.unwrap().value, "Vì thế");
    assert_eq!(view::review(&other.state).unwrap().questions[0].value, "Vì thế");
}

#[test]
fn a_slip_finds_the_kept_return_and_is_refused_where_there_is_none() {
    let mut officer = Officer::of_finance();
    let slip = signed(&key(1), questions(&officer.draft().content.clone()));
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    officer.opens_paper(&slip);
    assert_eq!(officer.draft().content.agency.as_str(), "bo-tai-chinh", "the draft that it asks about is opened");
    assert_eq!(officer.draft().slips.len(), 1);

    let mut other = Officer::of("tinh-ha-giang", "2017-Q2");
    assert_eq!(other.opens_paper(&slip), []);
    assert_eq!(
        other.state.notice,
        Some(Notice::Bad(
            "Phiếu phieu.json hỏi về báo cáo quý II/2017 của Bộ Tài chính, mà máy này không có (đang mở: Tỉnh Hà Giang · Quý II/2017). \
             Mở tệp 36a_2017-Q2_bo-tai-chinh_r1.json trước, rồi mở lại phiếu."
                .into()
        ))
    );
    assert!(other.draft().slips.is_empty());
    let mut nobody = Officer::new();
    nobody.opens_paper(&slip);
    assert!(nobody.notice().contains("(đang mở: không có báo cáo nào)"), "{}", nobody.notice());
}

#[test]
fn a_slip_about_another_content_says_so() {
    let mut officer = Officer::of_signed_finance();
    let mut asked = officer.draft().content.clone();
    asked.difficulties = "khác".into();
    let about = |officer: &Officer| view::sections(&officer.state).unwrap().slips.pop().unwrap().about;
    officer.opens_paper(&signed(&key(1), questions(&asked)));
    assert_eq!(about(&officer), "Hỏi về bản thứ 1 mà Văn phòng Chính phủ nhận được; bản đang mở có nội dung khác.");
    asked.return_id = "ab".repeat(16);
    officer.opens_paper(&signed(&key(1), questions(&asked)));
    assert!(about(&officer).starts_with("Hỏi về bản thứ 1 của một báo cáo khác cùng cơ quan và kỳ"));
}

#[test]
fn nothing_of_a_paper_is_shown_before_its_signature_was_tried_nor_if_it_does_not_fit() {
    let mut officer = Officer::of_finance();
    let good = signed(&key(1), questions(&officer.draft().content.clone()));
    let mut changed = good.clone();
    changed.content.questions[0].text = "Gửi tiền".into();
    let mut usurped = good.clone();
    usurped.content.issuer = issuer(&key(2));
    for paper in [changed, usurped] {
        assert_eq!(officer.opens_paper(&paper), []);
        let says = "Chữ ký của tệp phieu.json không khớp: tệp đã bị sửa sau khi ký, nên không mở. Xin lại tệp gốc từ Văn phòng Chính phủ.";
        assert_eq!(officer.state.notice, Some(Notice::Bad(says.into())));
    }
    let unsigned = Signed { signatures: Vec::new(), ..good.clone() };
    assert_eq!(officer.opens("phieu.json", write_signed(&unsigned)), []);
    assert!(officer.notice().starts_with("Tệp phieu.json không có đúng một chữ ký"), "{}", officer.notice());
    let effects = officer.opens("phieu.json", write_signed(&good));
    assert!(matches!(effects.as_slice(), [Effect::Verify(_)]));
    assert!(officer.draft().slips.is_empty(), "not yet");
    let of = sha256_hex(b"another paper");
    let valid = Verdict::Valid { kid: String::new(), role: Role::Coordinator, issued_at: TIME };
    officer.does(Action::Verified { of, outcome: Ok(valid) });
    assert!(officer.draft().slips.is_empty(), "the verdict on another paper opens nothing");
    let Effect::Verify(proof) = &effects[0] else { unreachable!() };
    let of = sha256_hex(&proof.payload);
    officer.does(Action::Verified { of: of.clone(), outcome: Err("signing/subtle-missing") });
    assert!(
        officer.notice().starts_with("Không mở được tệp phieu.json. Trình duyệt không cho"),
        "{}",
        officer.notice()
    );
    officer.does(tried(proof));
    assert!(officer.draft().slips.is_empty(), "and a verdict that comes too late neither");
}

#[test]
fn the_coordinators_card_tells_whose_signature_it_is() {
    let mut officer = Officer::of_finance();
    let paper = signed(&key(1), questions(&officer.draft().content.clone()));
    officer.opens_paper(&paper);
    let trust = |officer: &Officer| view::sections(&officer.state).unwrap().slips.pop().unwrap().trust;
    let told = trust(&officer);
    assert_eq!((told.known, told.fingerprint), (false, fingerprint(&key(1).public.thumbprint())));
    assert!(told.says.starts_with("Chữ ký khớp với khóa có mã đối chiếu dưới đây. Chưa biết khóa của ai"));

    officer.opens("the.json", card(&key(1), Role::Drafter));
    assert!(officer.notice().starts_with("Tệp the.json là thẻ khóa của người ký báo cáo."), "{}", officer.notice());
    assert!(!trust(&officer).known);
    officer.opens("the.json", b"{\"card\":\"return36a-key/1\"}".to_vec());
    assert!(
        officer.notice().starts_with("Không mở được tệp the.json. Thẻ khóa không đúng mẫu."),
        "{}",
        officer.notice()
    );
    officer.opens("the.json", card(&key(1), Role::Coordinator));
    assert!(officer.notice().contains(&fingerprint(&key(1).public.thumbprint())), "{}", officer.notice());
    assert_eq!(trust(&officer).says, "Chữ ký đúng, của Vụ Khoa giáo - Văn xã theo thẻ khóa đang mở.");

    officer.does(Action::PutSlipAway("0f".repeat(16)));
    officer.opens("the.json", card(&key(2), Role::Coordinator));
    assert_eq!(officer.opens_paper(&paper), []);
    assert!(officer.notice().contains("được ký bằng khóa khác với thẻ khóa đang mở"), "{}", officer.notice());
}

fn a_receipt(about: Option<&Return>, state: FileState) -> Receipt {
    Receipt {
        schema: Receipt::SCHEMA.into(),
        about: about.map(|content| ReturnMark::of(content).unwrap()),
        file_name: "36a_2017-Q2_bo-tai-chinh_r1.json".into(),
        file_sha256: sha256_hex(b"the file"),
        received: day(12),
        state,
        errors: 0,
        warnings: 2,
        notes: 0,
        registry: RegistryMark { id: "36a-nq-cp".into(), version: "2017.1".into(), sha256: "1".repeat(64) },
        issued: day(13),
        issuer: issuer(&key(1)),
    }
}

#[test]
fn a_receipt_says_what_was_received_and_whether_it_is_the_return_at_hand() {
    let mut officer = Officer::of_signed_finance();
    let sent = officer.draft().content.clone();
    let effects = officer.opens_paper(&signed(&key(1), a_receipt(Some(&sent), FileState::Warned)));
    assert_eq!(effects, [Effect::Address("bien-nhan".into()), Effect::Top]);
    let view = view::receipt(&officer.state).unwrap();
    assert_eq!((view.state.as_str(), view.counts), ("Được tính, có cảnh báo", true));
    let lines: BTreeMap<&str, &str> =
        view.lines.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
    assert_eq!(lines["Cơ quan"], "Bộ Tài chính");
    assert_eq!(lines["Ngày nhận"], "12/06/2017");
    assert_eq!(lines["Kết quả kiểm tra"], "0 lỗi, 2 cảnh báo, 0 lưu ý");
    assert_eq!(lines["Danh mục và quy tắc kiểm tra"], "36a-nq-cp 2017.1");
    assert_eq!(lines["SHA-256 của tệp"], sha256_hex(b"the file"));
    assert_eq!(lines["Người lập biên nhận"], "Văn phòng Chính phủ – Vụ Khoa giáo - Văn xã");
    assert_eq!(view.beside.says, "Nội dung đã nhận khớp với báo cáo trên máy này (bản thứ 1).");
    assert!(view.beside.same);
    assert_eq!(officer.does(Action::Print), [Effect::Print]);

    officer.does(Action::Amend);
    officer.opens_paper(&signed(&key(1), a_receipt(Some(&sent), FileState::Accepted)));
    let beside = view::receipt(&officer.state).unwrap().beside;
    assert_eq!(beside.says, "Biên nhận này là của bản thứ 1; trên máy này đang là bản thứ 2.");
    let mut nobody = Officer::new();
    nobody.opens_paper(&signed(&key(1), a_receipt(Some(&sent), FileState::Blocked)));
    let view = view::receipt(&nobody.state).unwrap();
    assert!(!view.counts && !view.beside.same);
    assert_eq!(view.beside.says, "Trên máy này không có báo cáo đó để đối chiếu.");
    assert_eq!(view.says, "Báo cáo còn lỗi nên chưa được tính. Mở lại báo cáo, lập bản sửa đổi, ký và gửi lại.");
    assert_eq!(view::page_title(&nobody.state), "Biên nhận ngày 13/06/2017 – Báo cáo quý về Chính phủ điện tử");
}

#[test]
fn a_receipt_for_what_is_no_return_has_nothing_to_compare() {
    let mut officer = Officer::new();
    officer.opens_paper(&signed(&key(1), a_receipt(None, FileState::NotAReturn)));
    let view = view::receipt(&officer.state).unwrap();
    assert!(view.lines.iter().all(|(label, _)| label != "Cơ quan"));
    assert_eq!(view.beside.says, "Biên nhận này không ghi báo cáo nào để đối chiếu.");
}

#[test]
fn without_a_receipt_its_address_leads_to_the_first_screen() {
    let mut officer = Officer::of_finance();
    let effects = officer.does(Action::Went("bien-nhan".into()));
    assert_eq!((effects, officer.state.screen), (vec![Effect::Replace(String::new()), Effect::Top], Screen::Start));
}

#[test]
fn a_changed_receipt_is_refused() {
    let mut officer = Officer::of_signed_finance();
    let mut paper = signed(&key(1), a_receipt(Some(&officer.draft().content.clone()), FileState::Blocked));
    paper.content.state = FileState::Accepted;
    assert_eq!(officer.opens_paper(&paper), []);
    assert!(officer.notice().starts_with("Chữ ký của tệp phieu.json không khớp"), "{}", officer.notice());
    assert_eq!(view::receipt(&officer.state), None);
}

#[test]
fn a_return_opens_as_before_whatever_field_it_is_given_to() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let file = SignedFile { content: officer.draft().content.clone(), signatures: officer.draft().signatures.clone() };
    let mut other = Officer::new();
    other.opens("36a.json", write(&file));
    assert_eq!(other.state.screen, Screen::Review);
}
