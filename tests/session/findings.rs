//! All findings at once: grouped, with their sources, as a table; and what is withheld.

use crate::officer::*;
use return36a::registry::{Registry, Severity};
use return36a::rules::{Finding, example, verdict};
use return36a::session::view::{self, FindingGroup, FindingKind, FindingSection, SectionView};
use return36a::session::{Action, Draft, Effect, Screen, Section};
use return36a::text::Language;
use std::collections::BTreeSet;
use std::sync::Arc;

fn sections(officer: &Officer) -> Vec<FindingSection> {
    view::review(&officer.state).unwrap().findings
}

fn groups(officer: &Officer, section: Section) -> Vec<FindingGroup> {
    let found = sections(officer).into_iter().find(|of| of.section == section);
    found.map(|of| of.groups).unwrap_or_default()
}

/// Only what these rules say, for a test that speaks of no other.
fn of_rules(groups: Vec<FindingGroup>, rules: &[&str]) -> Vec<FindingGroup> {
    let of = |group: &FindingGroup| group.source.as_ref().is_some_and(|source| rules.contains(&source.rule.as_str()));
    groups.into_iter().filter(of).collect()
}

/// A group in short: what it means, what it says, how many places.
fn told(group: &FindingGroup) -> (&str, &str, usize) {
    (group.kind_name.as_str(), group.message.as_str(), group.places.len())
}

#[test]
fn a_blank_return_is_only_told_what_is_blank_and_each_place_once() {
    for agency in ["bo-tai-chinh", "bo-xay-dung", "tp-ha-noi", "tinh-ha-giang"] {
        let mut officer = Officer::new();
        officer.does(Action::ChooseAgency(Some(agency.into())));
        officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
        officer.does(Action::Begin { random: Some([7; 16]) });
        let kinds: BTreeSet<FindingKind> =
            sections(&officer).iter().flat_map(|of| &of.groups).map(|group| group.kind).collect();
        assert_eq!(kinds, [FindingKind::Blank].into(), "{agency}");
        let places: Vec<&str> = officer.state.findings.iter().map(|finding| finding.place()).collect();
        assert_eq!(places.iter().collect::<BTreeSet<_>>().len(), places.len(), "{agency}: {places:?}");
    }
}

/// Rules that are broken by the other counts already: services too many without one level are too many with it.
const WITHOUT_ONE: [&str; 3] = ["services-within-procedures", "dossiers3-need-services", "dossiers4-need-services"];

#[test]
fn a_blank_or_unreadable_count_withholds_all_that_compares_it() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    // Figures that break every comparison: more in the quarter than in the year, more resolved than received.
    for (id, count) in [("procedures", "1"), ("level3", "0"), ("level4", "0")] {
        officer.types(&format!("/services/{id}/answer"), count);
    }
    let ids: Vec<String> = officer.draft().content.services.keys().map(ToString::to_string).collect();
    for id in ids.iter().filter(|id| id.contains('-')) {
        let count = match (id.starts_with("resolved"), id.ends_with("quarter")) {
            (true, true) => "9",
            (true, false) => "8",
            (false, true) => "7",
            (false, false) => "5",
        };
        officer.does(Action::NoData { path: format!("/services/{id}/answer"), none: false });
        officer.types(&format!("/services/{id}/answer"), count);
    }
    let before = officer.state.findings.clone();
    let compared = before.iter().filter(|finding| finding.paths.len() > 1).count();
    assert!(compared >= 13, "{before:?}");
    for id in &ids {
        let path = format!("/services/{id}/answer");
        let text = officer.field(&path).value;
        for (typed, own) in [("", "count-answered"), ("1,353", "entry-ambiguous-comma")] {
            officer.types(&path, typed);
            let rules = |of: &dyn Fn(&Finding) -> bool| {
                let found = officer.state.findings.iter().filter(|finding| of(finding));
                found.map(|finding| finding.rule.clone()).collect::<Vec<_>>()
            };
            assert_eq!(rules(&|finding| finding.place() == path), [own], "{path} with {typed:?}");
            let elsewhere = rules(&|finding| finding.place() != path && finding.paths.contains(&path));
            assert!(elsewhere.iter().all(|rule| WITHOUT_ONE.contains(&rule.as_str())), "{path}: {elsewhere:?}");
        }
        officer.types(&path, &text);
    }
    assert_eq!(officer.state.findings, before, "and all of it comes back");
}

#[test]
fn findings_stand_by_section_errors_first_and_equal_ones_together() {
    let mut officer = Officer::of_finance();
    officer.types("/services/built3-quarter/answer", "7");
    officer.types("/services/built3-year/answer", "5");
    officer.types("/services/level3/answer", "-5");
    officer.chooses("/services/level3/basis", "year");
    let services = sections(&officer).into_iter().find(|of| of.section == Section::Services).unwrap();
    assert_eq!(services.title, "Dịch vụ công trực tuyến");
    assert!(services.counts.starts_with("2 lỗi, còn 6 mục trống, "), "{}", services.counts);
    assert!(services.groups.is_sorted_by_key(|group| group.kind));
    let found = of_rules(
        services.groups,
        &["count-not-negative", "built3-quarter-within-year", "count-answered", "count-basis"],
    );
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        [
            ("Lỗi", "Số lượng đang là -5. Số lượng không thể nhỏ hơn 0. Ghi lại số đúng.", 1),
            (
                "Lỗi",
                "Số dịch vụ mức độ 3 xây dựng, triển khai trong quý là 7, lớn hơn số từ đầu năm là 5 (chênh 2). Số từ đầu năm gồm cả quý này; kiểm tra lại hai số.",
                1
            ),
            (
                "Chưa điền",
                "Chưa ghi số liệu. Ghi số; không có thì ghi 0; không có số liệu thì chọn “Không có số liệu” và ghi lý do.",
                6
            ),
            (
                "Cảnh báo",
                "Thời gian tính của số liệu này khác với mục được hỏi. Chọn lại, hoặc nêu lý do để Văn phòng Chính phủ không cộng nhầm.",
                1
            ),
        ]
    );
    let blank = &found[2];
    assert_eq!((blank.many.as_str(), blank.folded), ("6 chỗ", true), "more than five are folded away");
    assert_eq!(blank.places[0].name, "Tổng số thủ tục hành chính");
    assert_eq!((found[0].many.as_str(), found[0].folded), ("", false));
    officer.types("/services/level1/answer", "3");
    let left = &of_rules(groups(&officer, Section::Services), &["count-answered"])[0];
    assert_eq!((left.many.as_str(), left.folded, &left.key), ("5 chỗ", false, &blank.key));
}

#[test]
fn mending_one_takes_it_from_the_list_and_leaves_the_others_as_they_were() {
    let mut officer = Officer::of_finance();
    let before = groups(&officer, Section::Tasks);
    assert_eq!(before.iter().map(told).map(|(_, _, count)| count).collect::<Vec<_>>(), [5]);
    let names: Vec<&str> = before[0].places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names, ["3.1", "3.2", "3.3", "3.4", "3.5"].map(|number| format!("Nhiệm vụ {number} · Tình trạng")));
    officer.chooses("/tasks/3.3/status", "in-progress");
    let after = groups(&officer, Section::Tasks);
    let mut left = before[0].places.clone();
    left.remove(2);
    assert!(after.iter().any(|group| group.places == left && group.key == before[0].key), "{after:?}");
}

#[test]
fn every_finding_is_counted_once_as_the_verdict_counts_it() {
    let mut officer = Officer::of_finance();
    let agree = |officer: &Officer| {
        let all = sections(officer);
        let count = |kind: FindingKind| {
            let of = all.iter().flat_map(|of| &of.groups).filter(|group| group.kind == kind);
            of.map(|group| group.places.len()).sum::<usize>()
        };
        let verdict = verdict(&officer.state.findings, &officer.draft().content.justifications);
        assert_eq!(
            [FindingKind::Error, FindingKind::Blank, FindingKind::Warning, FindingKind::Justified, FindingKind::Note]
                .map(count),
            [verdict.errors, verdict.open, verdict.unexplained, verdict.justified, verdict.notes]
        );
    };
    agree(&officer);
    officer.types("/document/date", "31/2/2017");
    officer.chooses("/tasks/3.1/status", "waiting");
    agree(&officer);
    officer.fills_all();
    officer.chooses("/services/level3/basis", "year");
    agree(&officer);
}

#[test]
fn a_justified_warning_stays_in_the_list_with_its_reason() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    for level in ["level3", "level4"] {
        let path = format!("/services/{level}/basis");
        officer.chooses(&path, "year");
        officer.does(Action::Justified {
            rule: "count-basis".into(),
            path,
            reason: "Cổng chỉ có số từ đầu năm".into(),
        });
    }
    let [both] = of_rules(groups(&officer, Section::Services), &["count-basis"]).try_into().unwrap();
    assert_eq!(
        (both.kind_name.as_str(), both.reason.as_str(), both.places.len()),
        ("Cảnh báo đã nêu lý do", "Cổng chỉ có số từ đầu năm", 2)
    );
    officer.types("/services/level4/answer", "245");
    let both = of_rules(groups(&officer, Section::Services), &["count-basis"]);
    let kinds: Vec<(&str, &str)> = both.iter().map(|of| (of.kind_name.as_str(), of.reason.as_str())).collect();
    assert_eq!(
        kinds,
        [("Cảnh báo", ""), ("Cảnh báo đã nêu lý do", "Cổng chỉ có số từ đầu năm")],
        "a reason for other figures explains nothing"
    );
}

#[test]
fn each_finding_of_a_rule_names_its_source_and_what_cannot_be_read_has_none() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level3/answer", "-5");
    let source = officer.field("/services/level3/answer").errors.remove(0).source.unwrap();
    assert_eq!(source.rule, "count-not-negative");
    assert_eq!(source.demand, "Số lượng không âm.");
    assert_eq!(
        source.document,
        "314/BC-VPCP, 10/01/2018. Văn phòng Chính phủ: báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ về Chính phủ điện tử năm 2017"
    );
    assert!(source.place.starts_with("Phụ lục"), "{}", source.place);
    let listed = groups(&officer, Section::Services).remove(0);
    assert_eq!(listed.source.as_ref(), Some(&source), "the list says the same");
    officer.types("/services/level3/answer", "12,5");
    assert_eq!(officer.field("/services/level3/answer").errors[0].source, None);
    officer.does(Action::Speak(Language::English));
    officer.types("/services/level3/answer", "-5");
    let source = officer.field("/services/level3/answer").errors.remove(0).source.unwrap();
    assert_eq!(
        (source.document.as_str(), source.demand.as_str()),
        ("314/BC-VPCP, 10/01/2018. Government Office: report on the year 2017", "Counts are not negative.")
    );
}

#[test]
fn a_unit_is_named_with_its_tier() {
    let mut officer = Officer::new();
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
    officer.does(Action::Begin { random: Some([7; 16]) });
    officer.chooses("/general_tasks/local-connection/status", "done");
    let places: Vec<String> =
        groups(&officer, Section::GeneralTasks).into_iter().flat_map(|of| of.places).map(|place| place.name).collect();
    assert!(places.iter().any(|name| name.ends_with(" · Sở, ban, ngành: số đã kết nối")), "{places:#?}");
}

#[test]
fn the_list_is_given_as_csv() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.types("/services/level4/answer", "=1+1");
    officer.types("/services/built3-quarter/answer", "-5");
    officer.chooses("/services/level3/basis", "year");
    officer.does(Action::Justified {
        rule: "count-basis".into(),
        path: "/services/level3/basis".into(),
        reason: "Cổng chỉ có số “từ đầu năm”, đã hỏi".into(),
    });
    officer.does(Action::Settle);
    let effects = officer.does(Action::SaveFindings);
    let [Effect::Download { name, bytes }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(name, "36a_phat-hien_2017-Q2_bo-tai-chinh.csv");
    let text = String::from_utf8(bytes.clone()).unwrap();
    let report = "314/BC-VPCP, 10/01/2018. Văn phòng Chính phủ: báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ về Chính phủ điện tử năm 2017";
    let basis = "Dịch vụ công trực tuyến mức độ 3 hiện có · Thời gian tính số liệu";
    let place = |rule: &str| officer.state.registry.rule(rule).unwrap().source.place.clone();
    let rows = [
        "\u{feff}Phần,Chỗ,Loại,Nội dung,Đang ghi,Lý do,Căn cứ,Mã quy tắc,Đường dẫn".to_owned(),
        "Dịch vụ công trực tuyến,Dịch vụ công trực tuyến mức độ 4 hiện có,Lỗi,\"Đang ghi là “=1+1”, không phải số. Ghi bằng chữ số, ví dụ 1.234; không có thì ghi 0.\",'=1+1,,,entry-not-a-number,/services/level4/answer".to_owned(),
        format!("Dịch vụ công trực tuyến,\"Dịch vụ mức độ 3 xây dựng, triển khai trong quý\",Lỗi,Số lượng đang là -5. Số lượng không thể nhỏ hơn 0. Ghi lại số đúng.,-5,,\"{report}: {}\",count-not-negative,/services/built3-quarter/answer", place("count-not-negative")),
        format!("Dịch vụ công trực tuyến,{basis},Cảnh báo đã nêu lý do,\"Thời gian tính của số liệu này khác với mục được hỏi. Chọn lại, hoặc nêu lý do để Văn phòng Chính phủ không cộng nhầm.\",{basis}: Từ đầu năm; Dịch vụ công trực tuyến mức độ 3 hiện có: 86,\"Cổng chỉ có số “từ đầu năm”, đã hỏi\",\"{report}: {}\",count-basis,/services/level3/basis", place("count-basis")),
    ];
    let told: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(told.len(), officer.state.findings.len() + 1, "each finding once");
    let mut rest = told.iter();
    for row in &rows {
        assert!(rest.any(|told| told == row), "no such row, or not in this order: {row}\n{text}");
    }
    assert_eq!(told[0], rows[0]);
    officer.does(Action::Speak(Language::English));
    let effects = officer.does(Action::SaveFindings);
    let [Effect::Download { bytes, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let head = "\u{feff}Section,Place,Kind,What is said,What stands there,Reason,Source,Rule,Path\r\n";
    assert!(bytes.starts_with(head.as_bytes()), "in the page's language");
}

#[test]
fn without_a_return_there_is_no_list() {
    assert_eq!(Officer::new().does(Action::SaveFindings), []);
}

#[test]
fn a_reason_that_no_file_can_carry_is_refused_and_the_one_before_stands() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.types("/preparer/email", "khong-phai-thu");
    let gives = |officer: &mut Officer, reason: &str| {
        let (rule, path) = ("heading-preparer-mail-form".into(), "/preparer/email".into());
        officer.does(Action::Justified { rule, path, reason: reason.into() })
    };
    gives(&mut officer, "Thư nội bộ");
    assert!(gives(&mut officer, &"ế".repeat(30_000)).is_empty());
    assert_eq!(officer.notice(), "Lý do này dài quá 64 KB nên không ghi được vào tệp báo cáo. Rút ngắn lại.");
    let reasons: Vec<&str> = officer.draft().content.justifications.iter().map(|given| given.reason.as_str()).collect();
    assert_eq!(reasons, ["Thư nội bộ"]);
}

/// The rules whose warnings a screen offers a reason for.
fn offered(section: &SectionView) -> Vec<&str> {
    let fields = section.groups.iter().flat_map(|group| group.fields.iter().chain(&group.folded));
    let row = section.list.iter().flat_map(|list| &list.panel.warnings);
    let warnings = fields.flat_map(|field| &field.warnings).chain(row.map(|(_, _, warning)| warning));
    section.warnings.iter().map(|(_, warning)| warning).chain(warnings).map(|warning| warning.rule.as_str()).collect()
}

#[test]
fn every_warning_can_be_given_its_reason_where_it_stands() {
    let mut tried = 0;
    let registry = Registry::embedded().unwrap();
    for rule in registry.rule.iter().filter(|rule| rule.severity == Severity::Warning) {
        let of = &rule.fails[0];
        // A row that an example takes away is asked again when the draft is opened.
        if !of.without.is_empty() {
            continue;
        }
        let (content, previous) = example(registry, of).unwrap();
        let mut draft = Draft::new(content);
        draft.previous = previous.map(Arc::new);
        let key = draft.key().name();
        let mut officer = Officer::new();
        officer.state.today = of.today.unwrap_or(registry.period(of.period).unwrap().due);
        let kept = Some(vec![(key.clone(), draft.write())]);
        officer.does(Action::Started {
            kept,
            last: Some(key),
            address: "bao-cao".into(),
            language: None,
            carried: None,
        });
        let at = of.at.clone().unwrap();
        assert!(officer.state.findings.iter().any(|found| found.rule == rule.id && found.place() == at), "{}", rule.id);
        officer.does(Action::Follow(at.clone()));
        let Screen::Section(section) = officer.state.screen else { panic!("{}: no section", rule.id) };
        let shown = view::section(&officer.state, section).unwrap();
        assert!(offered(&shown).contains(&rule.id.as_str()), "{} has no place for a reason", rule.id);
        officer.does(Action::Justified {
            rule: rule.id.clone(),
            path: at.clone(),
            reason: "Đã kiểm tra, số đúng".into(),
        });
        let given = &officer.draft().content.justifications;
        let found = officer.state.findings.iter().find(|found| found.rule == rule.id && found.place() == at);
        assert!(found.is_some_and(|found| found.is_justified(given)), "{} is not settled by a reason", rule.id);
        tried += 1;
    }
    assert!(tried > 50, "{tried} warnings");
}

#[test]
fn a_summary_says_how_much_must_be_mended_or_explained() {
    let mut officer = Officer::of_finance();
    let title = |officer: &mut Officer, language: Language, section: Section| {
        officer.does(Action::Speak(language));
        view::section(&officer.state, section).unwrap().summary_title
    };
    officer.does(Action::Go(Screen::Section(Section::Heading)));
    officer.types("/document/date", "31/2/2017");
    assert_eq!(title(&mut officer, Language::Vietnamese, Section::Heading), "Có 1 chỗ cần sửa");
    assert_eq!(title(&mut officer, Language::English, Section::Heading), "1 place to correct");
    officer.types("/services/built3-quarter/answer", "7");
    officer.types("/services/built3-year/answer", "5");
    let (vi, en) = ("Có 1 chỗ cần sửa", "1 place to correct");
    assert_eq!(title(&mut officer, Language::Vietnamese, Section::Services), vi);
    assert_eq!(title(&mut officer, Language::English, Section::Services), en);
    officer.types("/services/level3/answer", "5");
    officer.chooses("/services/level3/basis", "year");
    let summary = view::section(&officer.state, Section::Services).unwrap().summary;
    assert_eq!(summary.len(), 3, "{summary:?}");
    assert_eq!(title(&mut officer, Language::Vietnamese, Section::Services), "Có 3 chỗ cần sửa hoặc nêu lý do");
    assert_eq!(title(&mut officer, Language::English, Section::Services), "3 places to correct or explain");
}

#[test]
fn one_thing_is_counted_as_one_in_english() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Speak(Language::English));
    officer.types("/services/level3/answer", "-5");
    officer.chooses("/services/level4/basis", "year");
    let counts =
        |officer: &Officer| sections(officer).into_iter().find(|of| of.section == Section::Services).unwrap().counts;
    assert!(counts(&officer).starts_with("1 error, "), "{}", counts(&officer));
    officer.types("/services/level4/answer", "-5");
    assert!(counts(&officer).starts_with("2 errors, "), "{}", counts(&officer));
}

#[test]
fn a_general_task_is_named_by_its_number_and_the_beginning_of_its_words() {
    let mut officer = Officer::of("tinh-ha-giang", "2017-Q2");
    officer.does(Action::Go(Screen::Section(Section::GeneralTasks)));
    officer.does(Action::NextSection);
    let view = view::section(&officer.state, Section::GeneralTasks).unwrap();
    let titles: Vec<&str> = view.groups.iter().map(|group| group.title.as_str()).collect();
    let long = titles.iter().filter(|title| title.chars().count() > 80).count();
    assert!(long > 0 && long < titles.len(), "{titles:?}");
    assert_eq!(view.summary.len(), titles.len());
    for (line, title) in view.summary.iter().zip(titles) {
        let named = line.place.strip_suffix(" · Tình trạng").unwrap();
        match named.strip_suffix('…') {
            Some(begun) => {
                assert!(named.chars().count() <= 81 && begun.chars().count() > 60, "{named}");
                let rest = title.strip_prefix(begun).unwrap();
                assert!(rest.starts_with([' ', ',', ';', ':', '.']), "cut at a word: {named}");
            }
            None => assert_eq!(named, title),
        }
    }
}
