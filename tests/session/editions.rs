//! A registry that the coordinator issues: opened, compared, taken into use, left again.

use crate::edition::{self, ISSUER, Private, issued, next};
use crate::officer::*;
use crate::quarter::keys::Signatory;
use crate::quarter::returns::sound;
use pollster::block_on;
use return36a::collect::{COORDINATOR, Edition, Proof};
use return36a::quarterly::{Signature, Signed, content_value, write_signed};
use return36a::registry::{Registry, Severity, sha256_hex};
use return36a::rules::RuleSet;
use return36a::session::desk::DeskAction;
use return36a::session::editions::{KeptFault, KeyTrust, edition_in};
use return36a::session::{Action, Draft, Effect, Notice, Screen, State, view};
use return36a::signing::{KeyCard, Native, Role, SigningKey, canonical, fingerprint, no_randomness, sign};
use std::rc::Rc;

fn own() -> &'static Registry {
    Registry::embedded().unwrap()
}

fn new() -> Signed<Edition> {
    issued(next(own()), &edition::key(1))
}

/// The registry of the new quarter, changed once more and signed.
fn changed(change: impl FnOnce(&mut Registry)) -> Signed<Edition> {
    let mut registry = next(own());
    change(&mut registry);
    issued(registry, &edition::key(1))
}

/// An officer of Bộ Y tế who has begun the return of quarter I/2018.
fn health() -> Officer {
    Officer::of("bo-y-te", "2018-Q1")
}

impl Officer {
    /// Opens a registry's file as the page does: the signature is tried, then the verdict comes back.
    fn opens_registry(&mut self, paper: &Signed<Edition>) -> Vec<Effect> {
        self.opens_registry_file(write_signed(paper))
    }

    fn opens_registry_file(&mut self, bytes: Vec<u8>) -> Vec<Effect> {
        let effects = self.does(Action::OpenFile { name: "danh-muc.json".into(), bytes });
        let Some(Effect::Verify(proof)) = effects.last() else { return effects };
        let verdict = block_on(proof.verdict(&Native::new(no_randomness))).unwrap();
        self.does(Action::Verified { of: sha256_hex(&proof.payload), outcome: Ok(verdict) })
    }

    fn takes(&mut self, paper: &Signed<Edition>) -> Vec<Effect> {
        self.opens_registry(paper);
        self.does(Action::KeyCompared(true));
        self.does(Action::TakeRegistry)
    }

    fn version(&self) -> &str {
        &self.state.registry.registry.version
    }

    /// What is said when this file is opened; the registry in use stays.
    fn refused(&mut self, paper: &Signed<Edition>) -> String {
        let version = self.version().to_owned();
        self.opens_registry(paper);
        assert!(self.state.offered.is_none());
        assert_eq!(self.version(), version);
        assert!(matches!(self.state.notice, Some(Notice::Bad(_))), "{:?}", self.state.notice);
        self.notice().to_owned()
    }
}

fn fingerprint_of(key: &SigningKey<Private>) -> String {
    fingerprint(&key.public.thumbprint())
}

#[test]
fn nothing_of_a_registry_is_shown_before_its_signature_was_tried() {
    let mut officer = health();
    let effects = officer.does(Action::OpenFile { name: "danh-muc.json".into(), bytes: write_signed(&new()) });
    assert!(matches!(effects.last(), Some(Effect::Verify(_))));
    assert!(officer.state.offered.is_none());
    assert_eq!(officer.state.screen, Screen::Sections);
    assert_eq!(view::registry(&officer.state).offer, None);
}

#[test]
fn what_it_changes_is_told_before_it_is_taken_into_use() {
    let mut officer = health();
    officer.chooses("/tasks/13.6/status", "in-progress");
    officer.does(Action::Settle);
    officer.opens_registry(&new());
    assert_eq!(officer.state.screen, Screen::Registry);
    assert_eq!(officer.version(), "2017.1", "not in use yet");
    let offer = view::registry(&officer.state).offer.unwrap();
    assert_eq!((offer.file.as_str(), offer.edition.name.as_str()), ("danh-muc.json", "36a-nq-cp 2018.1"));
    assert_eq!(offer.edition.issuer, "Do Vụ Khoa giáo - Văn xã ban hành và ký ngày 15/01/2018");
    assert_eq!(offer.edition.fingerprint, fingerprint_of(&edition::key(1)));
    assert_eq!(
        offer.trust,
        "Chữ ký khớp với khóa có mã đối chiếu dưới đây, nhưng trang chưa biết khóa của ai. So mã này với mã do Văn phòng \
         Chính phủ cho biết qua điện thoại hoặc văn bản trước khi dùng."
    );
    assert!(offer.compare && !offer.compared);
    assert_eq!(offer.summary, "Từ 36a-nq-cp 2017.1 đến 36a-nq-cp 2018.1: 10 thay đổi.");
    let headings: Vec<&str> = offer.changes.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(headings, ["Danh mục", "Các quý", "Nhiệm vụ cụ thể", "Quy tắc kiểm tra", "Văn bản nguồn"]);
    assert_eq!(
        offer.changes[2].1,
        [
            "Thêm nhiệm vụ 13.7 (Bộ Y tế): Nhiệm vụ kiểm thử: kết nối hệ thống mẫu.",
            "Nhiệm vụ 13.6 (Bộ Y tế): thời hạn đổi từ “01/01/2018” thành “31/03/2018”.",
            "Nhiệm vụ 13.6 (Bộ Y tế): lời văn của thời hạn đổi từ “trước ngày 01/01/2018” thành “trước ngày 31 tháng 3 năm \
             2018”.",
        ]
    );
    assert_eq!(offer.changes[3].1, ["Quy tắc task-in-progress-says: mức độ đổi từ “cảnh báo” thành “lỗi”."]);
    let [draft] = offer.drafts.as_slice() else { panic!("{:?}", offer.drafts) };
    assert!(draft.starts_with("Bộ Y tế, quý I/2018: Thêm: Nhiệm vụ 13.7. Lỗi: "), "{draft}");
}

#[test]
fn a_key_that_nobody_knows_is_compared_first() {
    let mut officer = health();
    officer.opens_registry(&new());
    let effects = officer.does(Action::TakeRegistry);
    assert_eq!(effects, [Effect::Focus("key-compared".into())]);
    assert_eq!(
        officer.notice(),
        "So mã đối chiếu với Văn phòng Chính phủ, đánh dấu vào ô đã so, rồi mới dùng danh mục."
    );
    assert_eq!(officer.version(), "2017.1");
    officer.does(Action::KeyCompared(true));
    officer.does(Action::TakeRegistry);
    assert_eq!(officer.version(), "2018.1");
}

#[test]
fn a_return_is_carried_over_from_the_last_quarter_under_the_new_registry() {
    let mut officer = health();
    assert_eq!(view::registry_line(&officer.state), "Danh mục 36a-nq-cp 2017.1, có sẵn trong trang");
    let effects = officer.takes(&new());
    assert!(matches!(effects.first(), Some(Effect::KeepRegistry(text)) if edition_in(text).is_ok()));
    assert!(kept(&effects), "the draft is kept as it is now");
    assert_eq!(
        officer.notice(),
        "Đang dùng danh mục 36a-nq-cp 2018.1; báo cáo đang làm đã được kiểm tra lại theo danh mục này. Đã cập nhật bản \
         nháp theo danh mục đang dùng: thêm 1 mục, bỏ 0 mục."
    );
    assert_eq!(
        view::registry_line(&officer.state),
        "Danh mục 36a-nq-cp 2018.1, do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018"
    );
    let mark = &officer.draft().content.registry;
    assert_eq!((mark.version.as_str(), &mark.sha256), ("2018.1", &next(own()).sha256().unwrap()));

    let agency = own().agency(&"bo-y-te".into()).unwrap();
    let previous = sound(own(), &agency.id, "2017-Q4".parse().unwrap());
    let bytes = Signatory::of(agency).signed(previous.clone());
    officer.does(Action::OpenPrevious { name: "36a_2017-Q4_bo-y-te_r1.json".into(), bytes });
    assert!(officer.notice().starts_with("Đã lấy "), "{}", officer.notice());
    let status = officer.draft().content.tasks["13.6"].status;
    assert_eq!(status, previous.tasks["13.6"].status, "what persists is taken");
    assert_eq!(officer.draft().content.tasks["13.7"].status, None, "the new task is asked for");
    let section = view::section(&officer.state, return36a::session::Section::Tasks).unwrap();
    let facts = |path: &str| section.groups.iter().find(|group| group.path == path).unwrap().facts.join(" ");
    assert!(facts("/tasks/13.6").contains("31/03/2018"), "{}", facts("/tasks/13.6"));
    assert!(facts("/tasks/13.7").contains("30/06/2018"), "{}", facts("/tasks/13.7"));

    officer.chooses("/tasks/13.7/status", "in-progress");
    let found = officer.state.findings.iter().find(|found| found.place() == "/tasks/13.7/progress").unwrap();
    assert_eq!((found.rule.as_str(), found.severity), ("task-in-progress-says", Severity::Error), "as it is now");
}

#[test]
fn what_is_not_asked_for_is_laid_aside_and_comes_back() {
    let mut officer = health();
    officer.takes(&new());
    officer.chooses("/tasks/13.7/status", "in-progress");
    officer.types("/tasks/13.7/progress", "Đã chạy thử");
    let effects = officer.does(Action::OwnRegistry);
    assert!(effects.contains(&Effect::ForgetRegistry));
    assert_eq!(officer.version(), "2017.1");
    assert_eq!(
        officer.notice(),
        "Đang dùng danh mục 36a-nq-cp 2017.1; báo cáo đang làm đã được kiểm tra lại theo danh mục này. Đã cập nhật bản \
         nháp theo danh mục đang dùng: thêm 0 mục, bỏ 1 mục."
    );
    assert!(!officer.draft().content.tasks.contains_key("13.7"));
    let again = Draft::read(&officer.draft().write()).unwrap();
    assert_eq!(again.aside, officer.draft().aside, "it outlives the page");
    officer.takes(&new());
    assert_eq!(officer.draft().content.tasks["13.7"].progress, "Đã chạy thử");
    assert!(officer.draft().aside.is_empty());
    let text = officer.draft().write();
    assert!(!text.contains("\"aside\""), "a draft with nothing aside is as it ever was");
}

#[test]
fn what_is_signed_stays_as_it_was_signed() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let signed = officer.draft().content.clone();
    officer.takes(&new());
    assert_eq!((&officer.draft().content, officer.version()), (&signed, "2018.1"));
    assert_eq!(officer.draft().signatures.len(), 1);
    officer.does(Action::Amend);
    assert_eq!(officer.draft().content.registry.version, "2018.1");
}

#[test]
fn the_kept_registry_is_in_use_when_the_page_opens_again() {
    let mut officer = health();
    let effects = officer.takes(&new());
    let Some(Effect::KeepRegistry(text)) = effects.first() else { panic!("{effects:?}") };
    let opened = starts(Some(text));
    assert_eq!(opened.version(), "2018.1");
    assert_eq!(opened.notice(), "", "nobody is kept from working");
    assert!(view::registry(&opened.state).in_use.issuer.contains(ISSUER));
    assert_eq!(view::registry(&opened.state).own.as_deref(), Some("36a-nq-cp 2017.1"));
}

/// The page opened with this in its storage: the signature is tried before anything is shown.
fn starts(kept: Option<&str>) -> Officer {
    starts_with(None, kept)
}

/// The page opened with one registry in its own file and another in its storage.
fn starts_with(carried: Option<&str>, kept: Option<&str>) -> Officer {
    let edition = |text| {
        edition_in(text).and_then(|(edition, proof)| {
            let verdict = block_on(proof.verdict(&Native::new(no_randomness))).unwrap();
            if verdict.code() == "signing/valid" { Ok(edition) } else { Err(KeptFault::Damaged) }
        })
    };
    let mut officer = Officer::new();
    if let Some(text) = carried {
        officer.state = officer.state.with_carried(edition(text));
    }
    if let Some(text) = kept {
        officer.state = officer.state.with_kept(edition(text));
    }
    officer.does(Action::Started {
        kept: Some(Vec::new()),
        last: None,
        address: String::new(),
        language: None,
        carried: None,
    });
    officer
}

#[test]
fn a_damaged_kept_registry_never_keeps_the_page_from_starting() {
    let text = String::from_utf8(write_signed(&new())).unwrap();
    let damaged = [
        String::new(),
        "{}".into(),
        "[".repeat(100_000),
        text.replace("31 tháng 3 năm 2018", "30 tháng 3 năm 2018"),
        text.replace("\"signatures\"", "\"signature\""),
        text[..text.len() / 2].into(),
    ];
    for text in damaged {
        let officer = starts(Some(&text));
        assert_eq!((officer.version(), officer.state.screen), ("2017.1", Screen::Start));
        assert_eq!(
            officer.notice(),
            "Danh mục lưu trong trình duyệt bị hỏng nên không dùng. Trang đang dùng danh mục 36a-nq-cp 2017.1 có sẵn; mở \
             lại tệp danh mục do Văn phòng Chính phủ ban hành."
        );
    }
    let older = changed(|registry| registry.registry.version = "2016.9".into());
    let officer = starts(Some(std::str::from_utf8(&write_signed(&older)).unwrap()));
    assert_eq!(
        officer.notice(),
        "Trang đang dùng danh mục 36a-nq-cp 2017.1 có sẵn, không dùng danh mục lưu trong trình duyệt vì không mới hơn."
    );
}

#[test]
fn where_the_browser_keeps_nothing_it_says_so() {
    let mut officer = health();
    officer.takes(&new());
    officer.does(Action::RegistryNotKept);
    assert_eq!(
        officer.notice(),
        "Đã dùng danh mục mới, nhưng trình duyệt không cho lưu: lần sau mở trang phải mở lại tệp danh mục."
    );
    assert_eq!(officer.version(), "2018.1");
}

#[test]
fn the_key_of_the_registry_in_use_is_known_and_another_one_is_not() {
    let mut officer = health();
    officer.takes(&new());
    let later = |registry: &mut Registry| registry.registry.version = "2018.2".into();
    officer.opens_registry(&changed(later));
    assert_eq!(officer.state.offered.as_ref().unwrap().trust, KeyTrust::Before);
    officer.does(Action::TakeRegistry);
    assert_eq!(officer.version(), "2018.2", "nothing is to be compared");

    let mut registry = next(own());
    registry.registry.version = "2018.3".into();
    officer.opens_registry(&issued(registry, &edition::key(2)));
    let offer = view::registry(&officer.state).offer.unwrap();
    assert!(offer.compare);
    assert_eq!(
        offer.trust,
        "Chú ý: khóa đã ký khác với khóa của danh mục dùng trước đây. Chỉ dùng khi Văn phòng Chính phủ xác nhận đã đổi khóa \
         và mã đối chiếu dưới đây là đúng."
    );
    assert_eq!(offer.edition.fingerprint, fingerprint_of(&edition::key(2)));
    officer.does(Action::TakeRegistry);
    assert_eq!(officer.version(), "2018.2");
    officer.does(Action::LeaveRegistry);
    assert_eq!(view::registry(&officer.state).offer, None);
}

/// The coordinator's card of this key is opened.
fn opens_card(seed: u8) -> Action {
    let card = KeyCard {
        agency: COORDINATOR.into(),
        name: ISSUER.into(),
        role: Role::Coordinator,
        key: edition::key(seed).public,
        created: edition::day(2018, 1, 2),
    };
    Action::OpenFile { name: "the.json".into(), bytes: card.json().unwrap().into_bytes() }
}

#[test]
fn the_coordinators_open_card_vouches_for_the_key_or_against_it() {
    let mut officer = health();
    officer.does(opens_card(1));
    officer.opens_registry(&new());
    let offer = view::registry(&officer.state).offer.unwrap();
    assert_eq!(offer.trust, "Chữ ký đúng, bằng khóa trên thẻ khóa đang mở của Văn phòng Chính phủ.");
    officer.does(Action::TakeRegistry);
    assert_eq!(officer.version(), "2018.1");

    let mut officer = health();
    officer.does(opens_card(2));
    let says = officer.refused(&new());
    assert!(says.starts_with("Tệp danh-muc.json được ký bằng khóa khác với thẻ khóa đang mở"), "{says}");
}

const LINE_ISSUED: &str = "Danh mục 36a-nq-cp 2018.1, do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018";
const LINE_KEPT: &str = "Danh mục 36a-nq-cp 2018.1, ghi là do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018; khóa đã ký \
                         chưa được so từ khi mở trang";

fn text(paper: &Signed<Edition>) -> String {
    String::from_utf8(write_signed(paper)).unwrap()
}

/// The registry after the next, signed by the key of this seed.
fn later(seed: u8) -> Signed<Edition> {
    let mut registry = next(own());
    registry.registry.version = "2018.2".into();
    issued(registry, &edition::key(seed))
}

#[test]
fn a_kept_registry_vouches_for_no_key() {
    let mut officer = starts(Some(&text(&new())));
    assert_eq!(view::registry_line(&officer.state), LINE_KEPT);
    let shown = view::registry(&officer.state);
    assert_eq!(shown.in_use.fingerprint, fingerprint_of(&edition::key(1)));
    assert!(shown.compare.unwrap().starts_with("Danh mục này được lấy từ bộ nhớ của trình duyệt"));
    officer.opens_registry(&later(1));
    assert_eq!(officer.state.offered.as_ref().unwrap().trust, KeyTrust::Unknown, "the same key, known by nobody");
    officer.does(Action::TakeRegistry);
    assert_eq!(officer.version(), "2018.1");
    officer.opens_registry(&later(2));
    assert_eq!(officer.state.offered.as_ref().unwrap().trust, KeyTrust::Another);
}

#[test]
fn the_key_of_a_kept_registry_is_compared_once_or_vouched_for_by_the_coordinators_card() {
    let mut compared = starts(Some(&text(&new())));
    compared.does(Action::InUseCompared);
    assert_eq!(view::registry_line(&compared.state), LINE_ISSUED);
    assert_eq!(view::registry(&compared.state).compare, None);
    compared.opens_registry(&later(1));
    assert_eq!(compared.state.offered.as_ref().unwrap().trust, KeyTrust::Before);

    let mut by_card = starts(Some(&text(&new())));
    by_card.does(opens_card(2));
    assert_eq!(view::registry_line(&by_card.state), LINE_KEPT, "the card is of another key");
    by_card.does(opens_card(1));
    assert_eq!(view::registry_line(&by_card.state), LINE_ISSUED);

    let mut taken = starts(Some(&text(&new())));
    taken.does(Action::OwnRegistry);
    assert_eq!(view::registry_line(&taken.state), "Danh mục 36a-nq-cp 2017.1, có sẵn trong trang");
    taken.takes(&new());
    assert_eq!(view::registry_line(&taken.state), LINE_ISSUED, "compared when it was taken");
}

#[test]
fn a_page_that_carries_a_signed_registry_knows_its_key() {
    let mut officer = starts_with(Some(&text(&new())), None);
    assert_eq!((view::registry_line(&officer.state).as_str(), officer.notice()), (LINE_ISSUED, ""));
    let shown = view::registry(&officer.state);
    assert_eq!((shown.own, shown.compare), (None, None), "it is the page's own");
    officer.opens_registry(&later(1));
    assert_eq!(officer.state.offered.as_ref().unwrap().trust, KeyTrust::Before);

    let kept = starts_with(Some(&text(&new())), Some(&text(&later(1))));
    assert_eq!(
        view::registry_line(&kept.state),
        "Danh mục 36a-nq-cp 2018.2, do Vụ Khoa giáo - Văn xã ban hành ngày 15/01/2018",
        "kept, and by the key of the page's own"
    );
    let other = starts_with(Some(&text(&new())), Some(&text(&later(2))));
    assert!(view::registry_line(&other.state).contains("chưa được so"), "{}", view::registry_line(&other.state));
}

#[test]
fn a_carried_registry_that_was_changed_is_not_used() {
    let changed = text(&new()).replace("31 tháng 3 năm 2018", "30 tháng 3 năm 2018");
    for text in [changed.as_str(), "{}", "abc"] {
        let officer = starts_with(Some(text), None);
        assert_eq!(officer.version(), "2017.1");
        assert_eq!(
            officer.notice(),
            "Danh mục đã ký đi kèm trang bị hỏng hoặc đã bị sửa nên không dùng. Trang đang dùng danh mục 36a-nq-cp 2017.1; \
             lấy lại trang từ Văn phòng Chính phủ."
        );
        assert_eq!(view::registry(&officer.state).in_use.issuer, "Có sẵn trong trang, không có chữ ký");
    }
    let mut officer = Officer::new();
    officer.state = officer.state.with_carried(Err(KeptFault::Untried("signing/subtle-missing")));
    officer.does(Action::Started { kept: None, last: None, address: String::new(), language: None, carried: None });
    assert!(officer.notice().starts_with("Chưa kiểm tra được chữ ký của danh mục"), "{}", officer.notice());
}

#[test]
fn a_registry_that_does_not_follow_the_one_in_use_is_refused() {
    let mut officer = health();
    let older = changed(|registry| registry.registry.version = "2016.4".into());
    assert_eq!(
        officer.refused(&older),
        "Không dùng danh mục trong tệp danh-muc.json. Phiên bản 2016.4 cũ hơn danh mục đang dùng. Muốn dùng bản cũ, trước \
         hết quay về danh mục của trang."
    );
    let other = changed(|registry| registry.registry.version = "2017.1".into());
    assert_eq!(
        officer.refused(&other),
        "Không dùng danh mục trong tệp danh-muc.json. Nội dung khác danh mục đang dùng nhưng cùng phiên bản 2017.1. Hỏi lại \
         nơi ban hành."
    );
    let own = issued(own().clone(), &edition::key(1));
    assert_eq!(
        officer.refused(&own),
        "Không dùng danh mục trong tệp danh-muc.json. Danh mục 2017.1 này đang được dùng."
    );
    let another = changed(|registry| registry.registry.id = "danh-muc-khac".into());
    assert_eq!(
        officer.refused(&another),
        "Không dùng danh mục trong tệp danh-muc.json. Đây là danh mục danh-muc-khac, không phải danh mục của trang này."
    );
    officer.takes(&new());
    assert!(officer.refused(&new()).ends_with("Danh mục 2018.1 này đang được dùng."));
}

#[test]
fn a_registry_with_a_fault_is_refused_though_rightly_signed() {
    let mut officer = health();
    let twice = changed(|registry| registry.task.push(registry.task[0].clone()));
    assert_eq!(
        officer.refused(&twice),
        "Không dùng danh mục trong tệp danh-muc.json. Danh mục có chỗ sai (task 1.1: mã này có hai lần). Báo lại nơi ban \
         hành."
    );
    let twice = changed(|registry| registry.rule.push(registry.rule[0].clone()));
    assert!(
        officer.refused(&twice).contains("heading-agency-known: tên quy tắc này có hai lần"),
        "{}",
        officer.notice()
    );
    let bombs = ["[1].all(a, [1].all(b, [1].all(c, true)))".to_owned(), "1 + ".repeat(300) + "1", "(".repeat(9_000)];
    for bomb in bombs {
        let bomb = changed(|registry| registry.rule[9].assert = bomb);
        assert!(officer.refused(&bomb).contains("Danh mục có chỗ sai ("), "{}", officer.notice());
    }
    let many = changed(|registry| {
        let rule = registry.rule[9].clone();
        registry.rule.extend((0..1_000).map(|at| {
            let mut rule = rule.clone();
            (rule.id, rule.passes, rule.fails) = (format!("rule-{at}"), Vec::new(), Vec::new());
            rule
        }));
    });
    assert!(officer.refused(&many).contains("danh mục có hơn 1.000 quy tắc"), "{}", officer.notice());
}

#[test]
fn a_registry_whose_signature_is_not_right_is_refused() {
    let mut officer = health();
    let broken = "Chữ ký của tệp danh-muc.json không khớp: tệp đã bị sửa sau khi ký, nên không mở. Xin lại tệp gốc từ Văn \
                  phòng Chính phủ.";
    let mut paper = new();
    paper.content.content.task[0].text.push_str(" và nhiều hơn");
    assert_eq!(officer.refused(&paper), broken);
    let mut paper = new();
    paper.content.issuer.key = edition::key(2).public;
    assert_eq!(officer.refused(&paper), broken, "another key does not stand in for the one that signed");
    let mut paper = new();
    paper.content.issued = edition::day(2018, 1, 16);
    assert_eq!(officer.refused(&paper), broken);

    let mut paper = new();
    paper.signatures.clear();
    assert!(officer.refused(&paper).starts_with("Tệp danh-muc.json không có đúng một chữ ký nên không mở."));
    let mut paper = new();
    paper.signatures.push(paper.signatures[0].clone());
    assert!(officer.refused(&paper).starts_with("Tệp danh-muc.json không có đúng một chữ ký nên không mở."));

    let mut paper = new();
    paper.signatures = vec![as_drafter(&paper.content, &edition::key(1))];
    assert!(officer.refused(&paper).starts_with("Không mở được tệp danh-muc.json. "), "{}", officer.notice());
    let mut paper = new();
    paper.signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    assert!(officer.refused(&paper).starts_with("Không mở được tệp danh-muc.json. "), "{}", officer.notice());
}

/// A signature of the same bytes as one who drafts returns makes it.
fn as_drafter(edition: &Edition, key: &SigningKey<Private>) -> Signature {
    let payload = canonical(&content_value(edition)).unwrap();
    block_on(sign(&Native::new(no_randomness), key, Role::Drafter, edition::TIME, &payload)).unwrap()
}

#[test]
fn what_is_no_registry_is_refused_with_its_place() {
    let mut officer = health();
    let text = String::from_utf8(write_signed(&new())).unwrap();
    let huge = format!("{{\"registry\":\"{}\"}}", "a".repeat(9 << 20));
    for (file, why) in [
        (
            text.replacen("\"version\"", "\"edition\"", 1),
            "Tệp có mục /registry/content/registry/edition mà danh mục không có.",
        ),
        (text.replacen("return36a-registry/1", "return36a-registry/2", 1), "Tệp do bản mới hơn của trang này lập."),
        (text.replacen("\"van-phong-chinh-phu\"", "\"bo-y-te\"", 1), "Giá trị ở "),
        (text.replacen("{\n", "{ \"more\": 1,\n", 1), "Tệp có mục /more mà "),
        (huge, "Tệp lớn hơn 8 MB, "),
    ] {
        officer.opens_registry_file(file.into_bytes());
        let expected = format!("Không mở được tệp danh-muc.json. {why}");
        assert!(officer.notice().starts_with(&expected), "{}", officer.notice());
        assert!(officer.state.offered.is_none());
    }
}

#[test]
fn a_draft_of_an_agency_that_the_new_registry_does_not_know_is_left_as_it_is() {
    let mut officer = Officer::of("tp-ha-noi", "2018-Q1");
    let key = officer.draft().key();
    let before = officer.state.kept[&key].clone();
    let paper = changed(|registry| registry.period.retain(|facts| facts.id.year() < 2018));
    officer.opens_registry(&paper);
    let offer = view::registry(&officer.state).offer.unwrap();
    assert_eq!(
        offer.drafts,
        [
            "Thành phố Hà Nội, quý I/2018: danh mục mới không có cơ quan hoặc quý này; bản nháp được giữ nguyên và chưa mở \
          được."
        ]
    );
    officer.does(Action::KeyCompared(true));
    officer.does(Action::TakeRegistry);
    assert!(officer.state.draft.is_none());
    assert_eq!(officer.state.kept[&key], before);
}

#[test]
fn nothing_changes_while_a_signature_is_made() {
    let mut officer = health();
    officer.opens_registry(&new());
    officer.does(Action::KeyCompared(true));
    officer.state.signing = Some("0".repeat(64));
    officer.does(Action::TakeRegistry);
    assert_eq!(officer.version(), "2017.1");
    assert!(officer.state.offered.is_some(), "it can be taken afterwards");
}

#[test]
fn the_desk_examines_again_under_the_new_registry() {
    let mut coordinator = crate::desk::coordinator::Coordinator::having(&crate::desk::coordinator::some(&["accepted"]));
    let found = |coordinator: &crate::desk::coordinator::Coordinator| {
        let ledger = coordinator.state.desk.as_ref().unwrap().ledger().unwrap();
        ledger.entries().iter().filter_map(|entry| entry.filed()).all(|filed| filed.same_registry)
    };
    assert!(found(&coordinator));
    let paper = new();
    let effects = coordinator.does(Action::OpenFile { name: "danh-muc.json".into(), bytes: write_signed(&paper) });
    let Some(Effect::Verify(proof)) = effects.last() else { panic!("{effects:?}") };
    coordinator.does(tried(proof));
    coordinator.does(Action::KeyCompared(true));
    coordinator.does(Action::TakeRegistry);
    assert_eq!(
        coordinator.notice(),
        "Đang kiểm tra hoặc lưu các tệp nhận được. Chờ xong rồi hãy đổi danh mục.",
        "the browser has not said yet that all is kept"
    );
    coordinator.acts(DeskAction::Kept { at: "09:00".into() });
    coordinator.does(Action::TakeRegistry);
    assert!(coordinator.state.desk.is_none(), "it is brought out of the storage anew");
    coordinator.goes(return36a::session::desk::DeskScreen::Intake);
    assert!(!found(&coordinator), "the returns were checked with the registry before");
    let desk = view::desk::entry(&coordinator.state, 0).unwrap();
    let facts: Vec<&str> = desk.facts.iter().map(|fact| fact.value.as_str()).collect();
    assert!(facts.contains(&"36a-nq-cp 2017.1"), "{facts:?}");
    assert!(facts.contains(&own().sha256().unwrap().as_str()), "{facts:?}");
}

fn tried(proof: &Proof) -> Action {
    let verdict = block_on(proof.verdict(&Native::new(no_randomness))).unwrap();
    Action::Verified { of: sha256_hex(&proof.payload), outcome: Ok(verdict) }
}

#[test]
fn the_state_begins_under_the_pages_own_registry() {
    let registry = own();
    let rules = Rc::new(RuleSet::compile(&registry.rule).unwrap());
    let sha256 = registry.sha256().unwrap();
    let state = State::new(Rc::new(registry.clone()), sha256.clone(), rules, edition::day(2018, 1, 20));
    let shown = view::registry(&state);
    assert_eq!((shown.in_use.sha256, shown.own, shown.offer), (sha256, None, None));
    assert_eq!(shown.in_use.issuer, "Có sẵn trong trang, không có chữ ký");
}
