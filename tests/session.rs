//! What the person does, told as actions; what the page is to do, asserted as effects.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

use return36a::quarterly::{Signature, SignedFile, read, write};
use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::session::view::{self, Progress};
use return36a::session::{Action, Draft, DraftKey, Effect, KeyMark, Notice, Saved, Screen, Section, State, update};
use return36a::text::Language;
use return36a::vietnamese::Date;
use std::rc::Rc;

struct Officer {
    state: State,
}

impl Officer {
    fn new() -> Self {
        let registry = Registry::embedded().unwrap();
        let rules = RuleSet::compile(&registry.rule).unwrap();
        let today = Date::new(2017, 6, 10).unwrap();
        let sha256 = registry.sha256().unwrap();
        Self { state: State::new(Rc::new(registry.clone()), sha256, Rc::new(rules), today) }
    }

    /// An officer of Bộ Tài chính with a blank return of quarter II/2017.
    fn of_finance() -> Self {
        let mut officer = Self::new();
        officer.does(Action::ChooseAgency(Some("bo-tai-chinh".into())));
        officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
        officer.does(Action::Begin { random: Some([7; 16]) });
        officer
    }

    fn does(&mut self, action: Action) -> Vec<Effect> {
        update(&mut self.state, action)
    }

    fn types(&mut self, path: &str, text: &str) -> Vec<Effect> {
        let effects = self.does(Action::Typed { path: path.into(), text: text.into() });
        self.does(Action::Left { path: path.into() });
        effects
    }

    fn chooses(&mut self, path: &str, word: &str) {
        self.does(Action::Chosen { path: path.into(), word: word.into() });
    }

    fn draft(&self) -> &Draft {
        self.state.draft.as_ref().unwrap()
    }

    /// What is said at a field on its screen.
    fn says(&self, path: &str) -> Vec<String> {
        self.field(path).errors
    }

    fn field(&self, path: &str) -> view::FieldView {
        let section = view::section(&self.state, Section::of_path(path)).unwrap();
        let mut fields = section.groups.into_iter().flat_map(|group| [group.fields, group.folded].concat());
        fields.find(|field| field.path == path).unwrap_or_else(|| panic!("{path} is not shown"))
    }

    fn progress(&self, section: Section) -> Progress {
        let rows = view::sections(&self.state).unwrap().rows;
        rows.into_iter().find(|row| row.section == section).unwrap().progress
    }

    /// Fills everything as annex I.3 of 7242/BC-VPCP and annex II.3 of 314/BC-VPCP say, and what they are silent about
    /// in the least way that can be signed.
    fn fills_all(&mut self) {
        for (path, text) in [
            ("/document/number", "123/BC-BTC"),
            ("/document/date", "10/6/2017"),
            ("/preparer/name", "Người lập"),
            ("/preparer/phone", "024 0000 0000"),
            ("/approver/name", "Người duyệt"),
            ("/approver/title", "Thứ trưởng"),
        ] {
            self.types(path, text);
        }
        let general: Vec<String> = self.draft().content.general_tasks.keys().map(ToString::to_string).collect();
        for id in general {
            self.chooses(&format!("/general_tasks/{id}/status"), "done");
            self.types(&format!("/general_tasks/{id}/date"), "1/3/2016");
            self.types(&format!("/general_tasks/{id}/document_number"), "2345/QĐ-BTC");
        }
        for number in ["3.1", "3.2", "3.3", "3.5"] {
            self.chooses(&format!("/tasks/{number}/status"), "in-progress");
        }
        self.types("/tasks/3.5/obstacle", "Đang hoàn thiện dự thảo Thông tư");
        self.types("/tasks/3.5/new_deadline", "31/12/2017");
        self.chooses("/tasks/3.4/status", "completed");
        self.types("/tasks/3.4/completed_on", "15/5/2017");
        self.types("/tasks/3.4/evidence", "https://vnsw.gov.vn");
        for (id, count) in
            [("procedures", "923"), ("level1", "263"), ("level2", "328"), ("level3", "86"), ("level4", "246")]
        {
            self.types(&format!("/services/{id}/answer"), count);
        }
        let rest: Vec<String> = self.draft().content.services.keys().map(ToString::to_string).collect();
        for id in rest.iter().filter(|id| id.contains('-')) {
            self.does(Action::NoData { path: format!("/services/{id}/answer"), none: true });
            self.types(&format!("/services/{id}/answer/no_data"), "Chưa thống kê theo quý");
        }
    }

    fn signs(&mut self) {
        self.does(Action::KeyMade { pem: PEM.into(), mark: mark() });
        self.does(Action::Sign { password: "mật khẩu dài".into() });
        let signature = Signature { protected: "e30".into(), signature: "AA".into() };
        self.does(Action::Signed { signature, mark: mark() });
    }
}

const PEM: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";

fn mark() -> KeyMark {
    KeyMark { kid: "kid".into(), jwk: "{}".into(), card: "{}".into() }
}

fn kept(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Keep { .. }))
}

#[test]
fn an_agency_is_found_without_diacritics() {
    let mut officer = Officer::new();
    let mut finds = |query: &str| {
        officer.does(Action::Search(query.into()));
        view::start(&officer.state).agencies.into_iter().map(|agency| agency.name).collect::<Vec<_>>()
    };
    assert_eq!(finds("tai chinh")[0], "Bộ Tài chính");
    assert_eq!(finds("thua thien hue"), ["Tỉnh Thừa Thiên Huế"]);
    assert_eq!(finds("KonTum"), ["Tỉnh Kon Tum"]);
    assert!(finds("không có cơ quan này").is_empty());
    assert_eq!(finds("").len(), 94);
}

#[test]
fn a_new_return_opens_with_every_section_not_started() {
    let officer = Officer::of_finance();
    assert_eq!(officer.state.screen, Screen::Sections);
    let view = view::sections(&officer.state).unwrap();
    assert_eq!(
        (view.agency.as_str(), view.period.as_str(), view.due.as_str()),
        ("Bộ Tài chính", "Quý II/2017", "Ngày chốt số liệu: 12/06/2017. Hạn gửi: 12/06/2017")
    );
    assert!(view.rows.iter().all(|row| row.progress == Progress::NotStarted && row.says == "Chưa điền"));
    let names: Vec<&str> = view.rows.iter().map(|row| row.section.slug()).collect();
    assert_eq!(
        names,
        ["thong-tin-chung", "nhiem-vu-chung", "nhiem-vu-cu-the", "dich-vu-cong", "ho-so", "kho-khan-de-xuat"]
    );
}

#[test]
fn numbers_are_read_when_the_field_is_left_and_never_rewritten_before() {
    let mut officer = Officer::of_finance();
    let path = "/services/level3/answer";
    let typing = |officer: &mut Officer, text: &str| {
        officer.does(Action::Typed { path: path.into(), text: text.into() });
        (officer.field(path).value, officer.says(path))
    };
    for text in ["1", "12", "1234", "1234.", "1234.5", "  1234567"] {
        assert_eq!(typing(&mut officer, text), (text.to_owned(), Vec::new()), "nothing is said of a half-typed number");
    }
    officer.does(Action::Left { path: path.into() });
    assert_eq!(officer.field(path).value, "1.234.567");
}

#[test]
fn what_cannot_be_a_count_is_kept_as_typed_and_asked_about() {
    let cases = [
        (
            "10.960.7",
            "Đang ghi là “10.960.7”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số, như 10.960 hoặc 109.607. Ghi lại số đúng.",
        ),
        (
            "12,5",
            "Đang ghi là “12,5”. Số lượng là số nguyên, không có phần lẻ sau dấu phẩy. Ghi lại, ví dụ 12 hoặc 125.",
        ),
        (
            "1,353",
            "Đang ghi là “1,353”. Không rõ dấu phẩy ngăn hàng nghìn hay phần lẻ. Ghi hàng nghìn bằng dấu chấm, ví dụ 1.353.",
        ),
        ("86 dịch vụ", "Đang ghi là “86 dịch vụ”. Ô này chỉ ghi số: để lại 86, phần chữ “dịch vụ” ghi ở ô Ghi chú."),
        ("nhiều", "Đang ghi là “nhiều”, không phải số. Ghi bằng chữ số, ví dụ 1.234; không có thì ghi 0."),
    ];
    let mut officer = Officer::of_finance();
    let path = "/services/level3/answer";
    for (typed, says) in cases {
        officer.types(path, typed);
        assert_eq!(officer.says(path), [says]);
        assert_eq!(officer.field(path).value, typed);
        assert_eq!(officer.draft().content.services["level3"].answer, None, "a half-read number is not taken");
    }
    officer.types(path, "86");
    assert_eq!((officer.says(path), officer.field(path).value.as_str()), (vec![], "86"));
}

#[test]
fn a_typed_zero_is_confirmed_and_a_blank_is_not_zero() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level1/answer", "0");
    let review = view::review(&officer.state).unwrap();
    let lines: Vec<(String, String)> = review
        .sections
        .iter()
        .flat_map(|(_, _, groups)| groups)
        .filter(|group| group.path.starts_with("/services/level"))
        .map(|group| (group.path.clone(), group.lines[0].value.clone()))
        .collect();
    assert_eq!(lines[0], ("/services/level1".into(), "0 (đã xác nhận)".into()));
    assert_eq!(lines[1], ("/services/level2".into(), "Chưa điền".into()));
}

#[test]
fn no_data_wants_a_reason() {
    let mut officer = Officer::of_finance();
    let path = "/services/level3/answer";
    officer.does(Action::NoData { path: path.into(), none: true });
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.does(Action::NextSection);
    let reason = officer.field("/services/level3/answer/no_data");
    assert_eq!(reason.label, "Lý do không có số liệu");
    let of_reason = "/services/level3/answer/no_data";
    assert_eq!(officer.says(of_reason), ["Đã chọn “Không có số liệu” nhưng chưa ghi lý do. Ghi vì sao chưa có."]);
    officer.types(of_reason, "Chưa thống kê");
    assert_eq!(officer.says(of_reason), Vec::<String>::new());
}

#[test]
fn what_a_tick_of_no_data_took_the_place_of_comes_back() {
    let path = "/services/level3/answer";
    for typed in ["86", "10.960.7", ""] {
        let mut officer = Officer::of_finance();
        officer.types(path, typed);
        let before = officer.draft().clone();
        officer.does(Action::NoData { path: path.into(), none: true });
        officer.types("/services/level3/answer/no_data", "Chưa thống kê");
        officer.does(Action::NoData { path: path.into(), none: false });
        assert_eq!(officer.draft(), &before, "{typed}");
        officer.does(Action::NoData { path: path.into(), none: true });
        assert_eq!(officer.field("/services/level3/answer/no_data").value, "Chưa thống kê");
    }
}

#[test]
fn a_task_asks_only_what_its_state_needs_and_shows_all_it_holds() {
    let mut officer = Officer::of_finance();
    let names = |officer: &Officer| {
        let view = view::section(&officer.state, Section::Tasks).unwrap();
        let group = view.groups.into_iter().find(|group| group.path == "/tasks/3.5").unwrap();
        group.fields.into_iter().map(|field| field.path.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&officer), ["status"]);
    officer.chooses("/tasks/3.5/status", "completed");
    assert_eq!(names(&officer), ["status", "completed_on", "evidence", "progress"]);
    officer.types("/tasks/3.5/evidence", "77/2017/TT-BTC");
    officer.chooses("/tasks/3.5/status", "not-started");
    assert_eq!(names(&officer), ["status", "evidence", "obstacle", "new_deadline"], "what is signed is always shown");
}

#[test]
fn only_an_excepted_agency_is_offered_to_say_so() {
    let mut officer = Officer::new();
    let mut offers = |agency: &str| {
        officer.does(Action::ChooseAgency(Some(agency.into())));
        officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
        officer.does(Action::Begin { random: Some([7; 16]) });
        match officer.field("/general_tasks/document-connection/status").kind {
            view::Kind::Radios(choices) => choices.into_iter().map(|choice| choice.word).collect::<Vec<_>>(),
            kind => panic!("{kind:?}"),
        }
    };
    assert_eq!(offers("bo-quoc-phong"), ["done", "in-progress", "not-started", "exempt"]);
    assert_eq!(offers("bo-tai-chinh"), ["done", "in-progress", "not-started"]);
}

#[test]
fn what_is_open_is_said_once_the_section_was_left_and_a_second_press_goes_on() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Section(Section::Tasks)));
    assert!(officer.says("/tasks/3.1/status").is_empty());
    let effects = officer.does(Action::NextSection);
    assert!(effects.contains(&Effect::Focus("summary-title".into())) && kept(&effects));
    assert_eq!(officer.says("/tasks/3.1/status"), ["Chưa chọn tình trạng của nhiệm vụ này. Chọn một tình trạng."]);
    let summary = view::section(&officer.state, Section::Tasks).unwrap().summary;
    assert_eq!((summary.len(), summary[0].place.as_str()), (5, "Nhiệm vụ 3.1 · Tình trạng"));
    assert_eq!(officer.progress(Section::Tasks), Progress::Open(5));
    officer.does(Action::NextSection);
    assert_eq!(officer.state.screen, Screen::Section(Section::Services));
}

#[test]
fn a_finding_leads_to_its_field() {
    let mut officer = Officer::of_finance();
    let effects = officer.does(Action::Follow("/tasks/3.5/status".into()));
    assert_eq!(effects, [Effect::Address("bao-cao/nhiem-vu-cu-the".into()), Effect::Focus("/tasks/3.5/status".into())]);
    assert_eq!(officer.says("/tasks/3.5/status"), ["Chưa chọn tình trạng của nhiệm vụ này. Chọn một tình trạng."]);
}

#[test]
fn findings_stand_in_the_order_of_the_sections() {
    let officer = Officer::of_finance();
    let sections: Vec<Section> =
        officer.state.findings.iter().map(|finding| Section::of_path(finding.place())).collect();
    assert!(sections.is_sorted(), "{sections:?}");
}

#[test]
fn every_edit_keeps_the_draft_and_a_reload_brings_it_back_where_it_was() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.types("/services/level4/answer", "10.960.7");
    let effects = officer.types("/services/level3/answer", "86");
    let [Effect::Keep { key, text }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(key, "return36a/draft/bo-tai-chinh/2017-Q2");
    let mut again = Officer::new();
    again.does(Action::Started {
        kept: Some(vec![(key.clone(), text.clone()), ("something else".into(), "…".into())]),
        last: Some(key.clone()),
        address: "bao-cao/dich-vu-cong".into(),
        language: None,
    });
    assert_eq!(again.state.screen, Screen::Section(Section::Services));
    assert_eq!(again.draft(), officer.draft());
    assert_eq!(again.field("/services/level4/answer").value, "10.960.7", "what could not be read is not lost");
}

#[test]
fn a_damaged_or_newer_draft_is_left_as_it_is_and_said_so() {
    let key = "return36a/draft/bo-tai-chinh/2017-Q2";
    for (text, says) in [
        ("{", "Bản nháp này bị hỏng nên không mở được. Bản nháp vẫn được giữ nguyên."),
        (
            r#"{"draft":"return36a-draft/2"}"#,
            "Bản nháp này do bản trang mới hơn lập. Mở bằng bản trang đó; bản nháp được giữ nguyên.",
        ),
    ] {
        let mut officer = Officer::new();
        let kept = Some(vec![(key.into(), text.into())]);
        officer.does(Action::Started { kept, last: Some(key.into()), address: "bao-cao".into(), language: None });
        assert_eq!(officer.state.screen, Screen::Start);
        let effects = officer.does(Action::OpenDraft(DraftKey::of_name(key).unwrap()));
        assert_eq!((effects, officer.state.notice.clone()), (vec![], Some(Notice::Bad(says.into()))));
        officer.does(Action::ChooseAgency(Some("bo-tai-chinh".into())));
        officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
        assert_eq!(officer.does(Action::Begin { random: Some([1; 16]) }), [], "a new return does not take its place");
    }
}

#[test]
fn a_deleted_draft_can_be_brought_back() {
    let mut officer = Officer::of_finance();
    officer.types("/document/number", "123/BC-BTC");
    let before = officer.draft().clone();
    let key = before.key();
    assert_eq!(officer.does(Action::DeleteDraft(key.clone())), [Effect::Forget { key: key.name() }, Effect::Top]);
    assert!(view::start(&officer.state).drafts.is_empty());
    assert!(kept(&officer.does(Action::Undelete)));
    officer.does(Action::OpenDraft(key));
    assert_eq!(officer.draft(), &before);
}

#[test]
fn a_deleted_draft_does_not_come_back_over_a_newer_one() {
    let mut officer = Officer::of_finance();
    officer.does(Action::DeleteDraft(officer.draft().key()));
    officer.does(Action::Begin { random: Some([9; 16]) });
    officer.types("/document/number", "mới");
    let newer = officer.draft().clone();
    assert_eq!(officer.does(Action::Undelete), []);
    assert!(matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Đã có bản nháp mới")));
    officer.does(Action::OpenDraft(newer.key()));
    assert_eq!(officer.draft(), &newer);
}

#[test]
fn a_refused_storage_is_said_at_once_and_the_work_goes_on() {
    let mut officer = Officer::new();
    officer.does(Action::Started { kept: None, last: None, address: String::new(), language: None });
    assert_eq!(officer.state.saved, Saved::Refused);
    officer.does(Action::ChooseAgency(Some("bo-tai-chinh".into())));
    officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
    officer.does(Action::Begin { random: Some([1; 16]) });
    officer.types("/document/number", "1/BC-BTC");
    assert_eq!((officer.draft().content.document.number.as_str(), &officer.state.saved), ("1/BC-BTC", &Saved::Refused));
}

#[test]
fn only_a_return_without_errors_can_be_signed() {
    let mut officer = Officer::of_finance();
    officer.does(Action::KeyMade { pem: PEM.into(), mark: mark() });
    assert_eq!(officer.does(Action::Sign { password: "x".into() }), []);
    assert!(matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Chưa ký được vì còn lỗi")));
    officer.fills_all();
    let left: Vec<&str> = officer.state.findings.iter().map(|finding| finding.place()).collect();
    assert!(officer.state.verdict().can_sign(), "{left:?}");
    let effects = officer.does(Action::Sign { password: "x".into() });
    let [Effect::Sign { payload, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(payload.starts_with(br#"{"agency":"bo-tai-chinh","amendment_reason":"","approver":"#));
}

#[test]
fn nothing_is_changed_while_it_is_signed_and_a_signature_of_something_else_is_dropped() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.does(Action::KeyMade { pem: PEM.into(), mark: mark() });
    officer.does(Action::Sign { password: "x".into() });
    let before = officer.draft().clone();
    assert_eq!(officer.types("/document/number", "9/BC-BTC"), []);
    assert_eq!(officer.state.notice, Some(Notice::Bad("Đang ký, xin chờ một chút rồi làm tiếp.".into())));
    assert_eq!(officer.does(Action::Sign { password: "x".into() }), [], "one signing at a time");
    assert_eq!(officer.draft(), &before);
    // Another draft is opened before the signature arrives.
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    let signature = Signature { protected: "e30".into(), signature: "AA".into() };
    assert_eq!(officer.does(Action::Signed { signature, mark: mark() }), []);
    assert!(officer.draft().signatures.is_empty());
    assert!(
        matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Báo cáo đã thay đổi trong khi ký"))
    );
}

#[test]
fn the_key_is_let_go_once_it_was_used_and_when_another_return_is_opened() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    assert_eq!(officer.state.key, None);
    assert_eq!(officer.does(Action::SaveKey), []);
    assert!(matches!(officer.does(Action::SaveCard).as_slice(), [Effect::Download { .. }]), "the card holds no secret");
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert_eq!(officer.does(Action::SaveCard), [], "nor is one agency's card given as another's");
}

#[test]
fn a_reason_for_a_warning_that_is_no_more_is_not_signed() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.chooses("/services/level3/basis", "year");
    assert!(!officer.state.verdict().can_sign());
    let warning = officer.field("/services/level3/basis").warnings.remove(0);
    let (rule, path) = (warning.rule, "/services/level3/basis".to_owned());
    officer
        .does(Action::Justified { rule, path: path.clone(), reason: "Cổng chỉ có số từ đầu năm".into() });
    assert!(officer.state.verdict().can_sign());
    officer.types("/services/level3/answer", "85");
    let lapsed = officer.field(&path).warnings.remove(0);
    assert_eq!((lapsed.justified, lapsed.lapsed, lapsed.reason.as_str()), (false, true, "Cổng chỉ có số từ đầu năm"));
    officer.chooses(&path, "current");
    assert_eq!(officer.draft().content.justifications.len(), 1);
    officer.signs();
    assert!(officer.draft().content.justifications.is_empty() && officer.draft().signatures.len() == 1);
}

#[test]
fn an_unmeasured_indicator_is_shown_before_the_section_is_left_and_can_be_explained() {
    let mut officer = Officer::new();
    officer.does(Action::ChooseAgency(Some("tp-ha-noi".into())));
    officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
    officer.does(Action::Begin { random: Some([7; 16]) });
    officer.does(Action::Go(Screen::Section(Section::Indicators)));
    officer.does(Action::NextSection);
    assert_eq!(officer.state.screen, Screen::Section(Section::Indicators));
    let summary = view::section(&officer.state, Section::Indicators).unwrap().summary;
    assert_eq!(summary.len(), 2);
    for line in summary {
        let rule = officer.field(&line.path).warnings[0].rule.clone();
        officer.does(Action::Justified { rule, path: line.path, reason: "Chưa thống kê".into() });
    }
    assert_eq!(officer.progress(Section::Indicators), Progress::Done);
}

#[test]
fn a_text_too_long_for_a_file_is_kept_in_the_draft_and_not_signed() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let long = "ế".repeat(30_000);
    officer.types("/difficulties", &long);
    assert_eq!(
        officer.says("/difficulties"),
        ["Đoạn này dài quá 64 KB nên không ghi được vào tệp báo cáo. Rút ngắn lại."]
    );
    assert!(!officer.state.verdict().can_sign());
    let text = officer.draft().write();
    assert_eq!(Draft::read(&text).as_ref(), Ok(officer.draft()));
    assert_eq!(officer.field("/difficulties").value, long);
}

#[test]
fn a_draft_of_another_registry_is_brought_under_this_one_and_the_person_is_told() {
    let mut officer = Officer::of_finance();
    officer.types("/tasks/3.2/progress", "Đã xác thực trên 4 triệu hóa đơn");
    let mut old = officer.draft().clone();
    let moved = old.content.tasks.remove("3.1").unwrap();
    old.content.tasks.insert("9.9".into(), moved);
    old.content.services.remove("level1");
    old.content.registry.version = "2016.4".into();
    let key = old.key();
    let mut again = Officer::new();
    let kept = Some(vec![(key.name(), old.write())]);
    again.does(Action::Started { kept, last: None, address: String::new(), language: None });
    again.does(Action::OpenDraft(key));
    let says = "Đã cập nhật bản nháp theo danh mục đang dùng: thêm 2 mục, bỏ 1 mục.";
    assert_eq!(again.state.notice, Some(Notice::Good(says.into())));
    assert_eq!(again.draft().content, officer.draft().content);
}

#[test]
fn the_review_says_whose_return_it_is_of_which_quarter_and_which_version() {
    let officer = Officer::of_finance();
    let lines = view::review(&officer.state).unwrap().heading;
    let lines: Vec<(String, String)> = lines.into_iter().map(|line| (line.label, line.value)).collect();
    let told = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    assert_eq!(
        lines,
        [
            told("Cơ quan", "Bộ Tài chính"),
            told("Kỳ báo cáo", "Quý II/2017"),
            told("Bản thứ", "1"),
            told("Danh mục và quy tắc kiểm tra", "36a-nq-cp 2017.1"),
        ]
    );
    assert_eq!(view::whose(&officer.state).as_deref(), Some("Bộ Tài chính · Quý II/2017"));
}

#[test]
fn every_finding_is_at_a_field_that_is_shown() {
    for agency in ["bo-tai-chinh", "bo-xay-dung", "tp-ha-noi", "tinh-ha-giang", "bo-quoc-phong"] {
        for (task, general) in [
            ("completed", "done"),
            ("in-progress", "in-progress"),
            ("not-started", "not-started"),
            ("waiting", "exempt"),
        ] {
            let mut officer = Officer::new();
            officer.does(Action::ChooseAgency(Some(agency.into())));
            officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
            officer.does(Action::Begin { random: Some([7; 16]) });
            let tasks: Vec<String> = officer.draft().content.tasks.keys().map(ToString::to_string).collect();
            tasks.iter().for_each(|number| officer.chooses(&format!("/tasks/{number}/status"), task));
            let general_tasks: Vec<String> =
                officer.draft().content.general_tasks.keys().map(ToString::to_string).collect();
            general_tasks.iter().for_each(|id| officer.chooses(&format!("/general_tasks/{id}/status"), general));
            let places: Vec<String> = officer.state.findings.iter().map(|finding| finding.place().to_owned()).collect();
            places.iter().for_each(|path| assert_eq!(&officer.field(path).path, path));
        }
    }
}

#[test]
fn copied_signs_that_nobody_sees_are_no_answer() {
    let mut officer = Officer::of_finance();
    for (typed, kept) in [("\u{200b}", ""), ("\u{ad}\u{feff}", ""), ("123/\u{200b}BC-BTC\u{2060}", "123/BC-BTC")] {
        officer.types("/document/number", typed);
        assert_eq!(officer.draft().content.document.number, kept);
    }
}

#[test]
fn a_file_that_is_no_key_is_refused_when_it_is_chosen() {
    let mut officer = Officer::of_finance();
    let mut choose = |pem: &str| {
        officer.does(Action::KeyChosen { name: "khoa.pem".into(), pem: pem.into() });
        officer.state.key.is_some()
    };
    assert!(!choose("abc"));
    assert!(!choose("-----BEGIN PRIVATE KEY-----\n"));
    assert!(choose(PEM));
}

#[test]
fn a_field_left_late_does_not_disturb_the_next_one() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Typed { path: "/services/level3/answer".into(), text: "12,".into() });
    officer.does(Action::Left { path: "/services/procedures/answer".into() });
    assert_eq!(officer.field("/services/level3/answer").value, "12,");
    assert!(officer.says("/services/level3/answer").is_empty());
}

#[test]
fn a_section_that_this_return_has_not_leads_to_the_list() {
    let mut officer = Officer::of_finance();
    let effects = officer.does(Action::Went("bao-cao/chi-tieu".into()));
    assert_eq!(effects, [Effect::Replace("bao-cao".into()), Effect::Top], "and Back does not lead there again");
}

#[test]
fn a_field_does_not_vanish_while_its_last_letter_is_deleted() {
    let mut officer = Officer::of_finance();
    officer.types("/tasks/3.5/evidence", "7");
    officer.chooses("/tasks/3.5/status", "not-started");
    officer.does(Action::Typed { path: "/tasks/3.5/evidence".into(), text: String::new() });
    assert_eq!(officer.field("/tasks/3.5/evidence").value, "");
    officer.does(Action::Left { path: "/tasks/3.5/evidence".into() });
    let section = view::section(&officer.state, Section::Tasks).unwrap();
    assert!(section.groups.iter().flat_map(|group| &group.fields).all(|field| field.path != "/tasks/3.5/evidence"));
}

#[test]
fn a_key_wants_a_password_typed_twice() {
    let mut officer = Officer::of_finance();
    let mut make = |password: &str, again: &str| {
        let effects = officer.does(Action::MakeKey { password: password.into(), again: again.into() });
        (effects.len(), officer.state.notice.clone())
    };
    let bad = |says: &str| Some(Notice::Bad(says.into()));
    assert_eq!(make("ngắn", "ngắn"), (0, bad("Mật khẩu ngắn hơn 8 ký tự. Chọn mật khẩu dài hơn.")));
    assert_eq!(make("mật khẩu một", "mật khẩu hai"), (0, bad("Hai lần gõ mật khẩu không giống nhau. Gõ lại cả hai.")));
    assert_eq!(make("mật khẩu một", "mật khẩu một"), (1, None));
    let effects = officer.does(Action::KeyMade { pem: PEM.into(), mark: mark() });
    let saved = |name: &str, text: &str| [Effect::Download { name: name.into(), bytes: text.into() }];
    assert_eq!(effects[..1], saved("36a_khoa_bo-tai-chinh.pem", PEM));
    assert_eq!(officer.does(Action::SaveCard), saved("36a_the-khoa_bo-tai-chinh.json", "{}"));
}

#[test]
fn a_signed_return_is_locked_exported_and_opened_again() {
    let mut officer = Officer::of_finance();
    assert_eq!(officer.does(Action::Export), []);
    officer.fills_all();
    officer.signs();
    assert_eq!(officer.types("/document/number", "9/BC-BTC"), [], "what is signed is not changed");
    let effects = officer.does(Action::Export);
    let [Effect::Download { name, bytes }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(name, "36a_2017-Q2_bo-tai-chinh_r1.json");
    assert_eq!(read(bytes).map(|file| file.content), Ok(officer.draft().content.clone()));
    officer.does(Action::Go(Screen::Section(Section::Tasks)));
    officer.does(Action::NextSection);
    officer.does(Action::OpenFile { name: name.clone(), bytes: bytes.clone() });
    assert_eq!(officer.state.screen, Screen::Review, "one's own file is not in the way of itself");
    let mut other = Officer::new();
    let effects = other.does(Action::OpenFile { name: name.clone(), bytes: bytes.clone() });
    assert_eq!((other.state.screen, kept(&effects)), (Screen::Review, true));
    assert_eq!(other.draft().content, officer.draft().content);
    assert_eq!(
        view::sign(&other.state).unwrap().signatures[0].says,
        "Có chữ ký; chưa kiểm tra vì chưa có thẻ khóa của người ký."
    );
}

#[test]
fn an_amendment_names_what_it_takes_the_place_of_and_must_say_why() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let before = officer.draft().content.clone();
    let effects = officer.does(Action::Amend);
    assert!(
        matches!(&effects[0], Effect::Download { name, .. } if name == "36a_2017-Q2_bo-tai-chinh_r1.json"),
        "what is replaced must stand somewhere"
    );
    let bytes = return36a::signing::canonical(&return36a::quarterly::return_value(&before)).unwrap();
    let after = &officer.draft().content;
    assert_eq!((after.revision, &after.return_id), (2, &before.return_id));
    assert_eq!(after.supersedes, Some(return36a::registry::sha256_hex(&bytes)));
    assert!(officer.draft().signatures.is_empty() && !officer.state.verdict().can_sign());
    officer.types("/amendment_reason", "Sửa số dịch vụ mức độ 3");
    assert!(officer.state.verdict().can_sign());
}

#[test]
fn a_file_does_not_overwrite_a_draft() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let file = SignedFile { content: officer.draft().content.clone(), signatures: Vec::new() };
    officer.types("/document/number", "khác");
    let mine = officer.draft().clone();
    assert_eq!(officer.does(Action::OpenFile { name: "36a.json".into(), bytes: write(&file) }), []);
    assert!(
        matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Máy này đang có một bản nháp khác"))
    );
    assert_eq!(officer.draft(), &mine);
}

#[test]
fn a_file_that_is_no_return_is_refused_with_a_reason() {
    let mut officer = Officer::new();
    assert_eq!(officer.does(Action::OpenFile { name: "anh.jpg".into(), bytes: vec![0xff, 0xd8] }), []);
    let says = "Không mở được tệp anh.jpg. Tệp không phải văn bản UTF-8 (byte 0). Xin lại tệp gốc, đừng mở và lưu bằng chương trình khác.";
    assert_eq!(officer.state.notice, Some(Notice::Bad(says.into())));
}

#[test]
fn the_language_is_switched_in_place_and_remembered() {
    let mut officer = Officer::of_finance();
    assert_eq!(officer.does(Action::Speak(Language::English)), [Effect::RememberLanguage("en")]);
    let view = view::sections(&officer.state).unwrap();
    assert_eq!((view.agency.as_str(), view.rows[0].title.as_str()), ("Ministry of Finance", "Heading"));
}

#[test]
fn addresses_lead_to_screens_and_back() {
    let screens = Section::ALL.into_iter().map(Screen::Section).chain([
        Screen::Start,
        Screen::Sections,
        Screen::Review,
        Screen::Sign,
        Screen::SelfTest,
    ]);
    for screen in screens {
        assert_eq!(Screen::of_address(&screen.address()), screen);
    }
    assert_eq!(Screen::of_address("#bao-cao/khong-co"), Screen::Start);
    let mut officer = Officer::new();
    officer.does(Action::Went("ky".into()));
    assert_eq!(officer.state.screen, Screen::Start, "without a return there is nothing to sign");
}
