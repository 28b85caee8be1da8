//! Screens, sections, findings and addresses.

use crate::officer::*;
use return36a::session::view::{self, Progress};
use return36a::session::{Action, Effect, Screen, Section, named_return};
use return36a::text::Language;

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
    assert!(view.rows.iter().all(|row| row.progress == Progress::NotStarted));
    let says = |section: Section| if section == Section::ServiceList { "Không bắt buộc" } else { "Chưa điền" };
    assert!(view.rows.iter().all(|row| row.says == says(row.section)));
    let names: Vec<&str> = view.rows.iter().map(|row| row.section.slug()).collect();
    assert_eq!(
        names,
        [
            "thong-tin-chung",
            "nhiem-vu-chung",
            "nhiem-vu-cu-the",
            "dich-vu-cong",
            "ho-so",
            "danh-muc-dich-vu",
            "kho-khan-de-xuat"
        ]
    );
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
fn a_section_that_this_return_has_not_leads_to_the_list() {
    let mut officer = Officer::of_finance();
    let effects = officer.does(Action::Went("bao-cao/chi-tieu".into()));
    assert_eq!(effects, [Effect::Replace("bao-cao".into()), Effect::Top], "and Back does not lead there again");
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
        Screen::Receipt,
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

#[test]
fn an_address_that_names_a_return_opens_it_at_its_screen() {
    let mut officer = Officer::new();
    let linked = |address: &str| Action::Linked { address: address.into(), random: Some([7; 16]) };
    let effects = officer.does(linked("bao-cao/dich-vu-cong?bo-tai-chinh/2017-Q2"));
    assert_eq!(officer.state.screen, Screen::Section(Section::Services));
    assert_eq!(officer.draft().key().name(), "return36a/draft/bo-tai-chinh/2017-Q2");
    let addresses: Vec<&Effect> =
        effects.iter().filter(|effect| matches!(effect, Effect::Address(_) | Effect::Replace(_))).collect();
    assert_eq!(addresses, [&Effect::Replace("bao-cao/dich-vu-cong".into())], "so that Back does not open it again");
    // What is typed stays where the address is opened again, and with another return's address its draft is kept.
    officer.types("/services/level3/answer", "86");
    officer.does(linked("ky?bo-tai-chinh/2017-Q2"));
    assert_eq!(officer.state.screen, Screen::Sign);
    assert_eq!(officer.field("/services/level3/answer").value, "86");
    officer.does(linked("?tinh-kon-tum/2017-Q1"));
    assert_eq!(
        (officer.state.screen, officer.draft().key().name().as_str()),
        (Screen::Sections, "return36a/draft/tinh-kon-tum/2017-Q1")
    );
    officer.does(linked("bao-cao?bo-tai-chinh/2017-Q2"));
    assert_eq!(officer.field("/services/level3/answer").value, "86");
}

#[test]
fn an_address_that_names_no_return_of_this_registry_says_so() {
    for address in ["bao-cao?bo-khong-co/2017-Q2", "bao-cao?bo-tai-chinh/1999-Q1"] {
        let mut officer = Officer::new();
        officer.does(Action::Linked { address: address.into(), random: Some([7; 16]) });
        assert_eq!(officer.state.screen, Screen::Start);
        assert!(officer.state.draft.is_none());
        assert_eq!(
            officer.notice(),
            "Đường dẫn vừa mở ghi một cơ quan hoặc một kỳ không có trong danh mục này. Chọn cơ quan và kỳ báo cáo dưới đây."
        );
    }
    for address in ["", "bao-cao", "bao-cao?", "bao-cao?bo-tai-chinh", "bao-cao?bo-tai-chinh/quy-2"] {
        assert_eq!(named_return(address), None, "{address}");
    }
}
