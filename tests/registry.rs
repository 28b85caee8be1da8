//! The registry as specifications: what it holds, what it answers, and what the documents contradict themselves in.

// A helper fails the test that calls it; clippy knows that only of the test itself.
#![allow(clippy::expect_used)]

use return36a::registry::{
    AgencyId, AgencyKind, AssignedTask, Contradiction, ContradictionCode as Code, CountId, FaultCode, GeneralTask,
    GeneralTaskId, Period, Registry, RegistryErrorCode, Source, TaskStatus, Tier, self_check,
};
use return36a::vietnamese::Date;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

#[path = "registry/answers.rs"]
mod answers;
#[path = "../build/join.rs"]
#[allow(dead_code)]
mod build;
#[path = "registry/contradictions.rs"]
mod contradictions;
#[path = "registry/joining.rs"]
mod joining;
#[path = "registry/printed.rs"]
mod printed;
#[path = "registry/reading.rs"]
mod reading;

/// A change that a test makes to a copy of the registry.
type Change = fn(&mut Registry);

fn registry() -> &'static Registry {
    Registry::embedded().expect("the registry that the build embedded")
}

fn id(name: &str) -> AgencyId {
    name.into()
}

fn period(name: &str) -> Period {
    name.parse().expect("a quarter")
}

fn ids<'a>(agencies: impl IntoIterator<Item = &'a AgencyId>) -> Vec<&'a str> {
    agencies.into_iter().map(AgencyId::as_str).collect()
}

fn found(code: Code) -> Vec<Contradiction> {
    let mut all = self_check(registry()).contradictions;
    all.retain(|contradiction| contradiction.code == code);
    all
}

/// The values of the contradictions of one code: `what: name value, name value`.
fn told(code: Code) -> Vec<String> {
    let line = |contradiction: Contradiction| {
        let values: Vec<_> = contradiction.values.iter().map(|(name, value)| format!("{name} {value}")).collect();
        format!("{}: {}", contradiction.what, values.join(", "))
    };
    found(code).into_iter().map(line).collect()
}

#[test]
fn it_is_the_registry_of_resolution_36a() {
    let registry = registry();
    assert_eq!((registry.registry.id.as_str(), registry.registry.version.as_str()), ("36a-nq-cp", "2017.1"));
    assert_eq!(registry.document.len(), 7);
    let sizes = [registry.period.len(), registry.task.len(), registry.indicator.len(), registry.count.len()];
    assert_eq!(sizes, [13, 71, 6, 17]);
}

#[test]
fn it_has_no_fault() {
    assert_eq!(self_check(registry()).faults, []);
}

#[test]
fn agencies_are_those_that_the_documents_name() {
    let mut kinds: BTreeMap<AgencyKind, usize> = BTreeMap::new();
    for agency in &registry().agency {
        *kinds.entry(agency.kind).or_default() += 1;
        assert!(!agency.name.is_empty() && !agency.name_en.is_empty() && agency.name_en.is_ascii(), "{}", agency.id);
        assert!(agency.id.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", agency.id);
        let prefix = match agency.kind {
            AgencyKind::Province => ("tinh-", "Tỉnh "),
            AgencyKind::City => ("tp-", "Thành phố "),
            AgencyKind::Ministry => ("bo-", "Bộ "),
            AgencyKind::MinisterialLevel | AgencyKind::UnderGovernment => ("", ""),
        };
        assert!(agency.id.as_str().starts_with(prefix.0) && agency.name.starts_with(prefix.1), "{}", agency.id);
    }
    use AgencyKind::{City, MinisterialLevel, Ministry, Province, UnderGovernment};
    let expected = [(Ministry, 18), (MinisterialLevel, 4), (UnderGovernment, 9), (Province, 58), (City, 5)];
    assert_eq!(kinds, BTreeMap::from(expected));
}

#[test]
fn provinces_have_the_63_codes_of_the_statistical_office() {
    let printed = "01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 \
                   52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96";
    let codes: BTreeSet<_> = registry().agency.iter().filter_map(|agency| agency.gso.as_deref()).collect();
    assert_eq!(codes, printed.split(' ').collect());
    let of = |name: &str| registry().agency(&id(name)).and_then(|agency| agency.gso.as_deref());
    assert_eq!(
        [of("tp-ha-noi"), of("tinh-dien-bien"), of("tp-ho-chi-minh"), of("tinh-ca-mau"), of("bo-y-te")],
        [Some("01"), Some("11"), Some("79"), Some("96"), None]
    );
}

#[test]
fn the_official_order_is_that_of_annex_1_of_report_314() {
    for tier in [Tier::Central, Tier::Local] {
        let rows = registry().printed.services_2017.iter();
        let rows: Vec<_> = rows.filter(|row| registry().agency(&row.agency).expect("known").tier() == tier).collect();
        let agencies = registry().agencies_in_order(tier);
        assert!(rows.iter().zip(1..).all(|(row, number)| row.row == number));
        assert_eq!(
            ids(rows.iter().map(|row| &row.agency)),
            ids(agencies.iter().take(rows.len()).map(|agency| &agency.id))
        );
        assert_eq!((rows.len(), agencies.len()), if tier == Tier::Central { (24, 31) } else { (63, 63) });
    }
}

#[test]
fn the_letters_of_document_numbers_are_given_where_a_document_prints_them() {
    let marks = registry().agency.iter().filter_map(|agency| Some((agency.id.as_str(), agency.mark.as_deref()?)));
    assert_eq!(marks.collect::<Vec<_>>(), [("bo-tai-chinh", "BTC"), ("van-phong-chinh-phu", "VPCP")]);
}

#[test]
fn every_spelling_of_the_documents_leads_to_its_agency() {
    let cases = [
        ("KonTum", "tinh-kon-tum"),
        ("Thừa Thiên - Huế", "tinh-thua-thien-hue"),
        ("Thừa thiên Huế", "tinh-thua-thien-hue"),
        ("Đăk Lắk", "tinh-dak-lak"),
        ("Hung Yên", "tinh-hung-yen"),
        ("TP. Đà Nẵng", "tp-da-nang"),
        ("TP Hà Nội", "tp-ha-noi"),
        ("Công an", "bo-cong-an"),
        ("UBND Thành phố Hà Nội", "tp-ha-noi"),
        ("UBND thành phố Hà Nội", "tp-ha-noi"),
        ("Bộ Lao động, Thương binh và Xã hội", "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("Bộ Tài Chính", "bo-tai-chinh"),
        ("Viện Hàn lâm Khoa học công nghệ Việt Nam", "vien-han-lam-khoa-hoc-va-cong-nghe-viet-nam"),
        ("Ban Quản lý lăng Chủ tịch \u{a0}Hồ Chí Minh", "ban-quan-ly-lang-chu-tich-ho-chi-minh"),
        (" Tỉnh  Cà Mau", "tinh-ca-mau"),
        ("Hoa\u{300} Bình", "tinh-hoa-binh"),
    ];
    for (printed, agency) in cases {
        assert_eq!(registry().agency_named(printed).map(|agency| agency.id.as_str()), Some(agency), "{printed}");
    }
    for unknown in ["", "Bộ", "Hà", "ha noi", "Bộ Tài chính và Kế hoạch"] {
        assert_eq!(registry().agency_named(unknown), None, "{unknown}");
    }
}

#[test]
fn a_cell_may_name_several_agencies() {
    let cases = [
        ("Bạc Liêu, Bắc Kạn, Cao Bằng, Hòa Bình, Trà Vinh", 5),
        ("Thanh tra Chính phủ (do đặc thù nên chưa thực hiện); Ủy ban Dân tộc", 2),
        ("Bộ Văn hóa, Thể thao và Du lịch", 1),
        ("Bạc Liêu, Atlantis", 0),
    ];
    for (cell, count) in cases {
        assert_eq!(registry().agencies_named_in(cell).len(), count, "{cell}");
    }
}

#[test]
fn the_periods_run_from_2015_q4_to_2018_q4_with_the_documents_days() {
    let all: Vec<_> = registry().period.iter().map(|facts| facts.id.to_string()).collect();
    assert_eq!((all.first().map(String::as_str), all.last().map(String::as_str)), (Some("2015-Q4"), Some("2018-Q4")));
    assert!(all.is_sorted());
    let days = |name| {
        registry().period(period(name)).map(|facts| (facts.cut_off.iso(), facts.due.iso(), facts.source.is_some()))
    };
    let cases = [
        ("2015-Q4", "2015-12-15", true),
        ("2016-Q1", "2016-03-25", true),
        ("2016-Q2", "2016-06-25", false),
        ("2017-Q2", "2017-06-12", true),
        ("2017-Q4", "2017-12-20", true),
        ("2018-Q4", "2018-12-25", false),
    ];
    for (name, day, sourced) in cases {
        assert_eq!(days(name), Some((day.to_owned(), day.to_owned(), sourced)), "{name}");
    }
    assert_eq!(registry().period(period("2019-Q1")), None);
}

#[test]
fn the_annex_assigns_71_tasks_to_23_agencies() {
    let counts = [6, 6, 5, 4, 1, 3, 2, 3, 5, 5, 3, 2, 6, 5, 2, 2, 1, 1, 1, 1, 2, 2, 3];
    let numbers: Vec<_> =
        (1..).zip(counts).flat_map(|(agency, count)| (1..=count).map(move |task| format!("{agency}.{task}"))).collect();
    assert_eq!(numbers, registry().task.iter().map(|task| task.number.to_string()).collect::<Vec<_>>());
    let with = |status| registry().task.iter().filter(|task| task.status == status).count();
    assert_eq!(TaskStatus::ALL.map(with), [33, 37, 0, 1]);
    assert_eq!(registry().task.iter().filter(|task| task.deadline.is_some()).count(), 27);
}

#[test]
fn tasks_keep_the_words_of_the_annex() {
    let task = |number: &str| registry().task(&number.into()).expect("a task of the annex");
    let deadline = |task: &AssignedTask| (task.deadline.map(Date::iso), task.deadline_printed.clone());
    assert_eq!(task("3.2").text, "Thực hiện hóa đơn điện tử trên phạm vi toàn quốc");
    assert_eq!(task("3.4").status_printed, "Đã triển khai");
    assert_eq!(task("9.5").status, TaskStatus::Waiting);
    assert!(task("9.5").status_printed.starts_with("Nhiệm vụ do Bộ Tài nguyên và Môi trường chủ trì"));
    assert_eq!(
        deadline(task("10.1")),
        (Some("2017-01-01".into()), "thời hạn 01/01/2016; thực hiện xong trước ngày 01/01/2017".into())
    );
    assert_eq!(deadline(task("3.5")), (Some("2016-04-01".into()), "trước ngày 01 tháng 4 năm 2016".into()));
    assert_eq!(deadline(task("3.2")), (None, String::new()));
    for task in &registry().task {
        assert!(!task.text.contains("thời hạn") && !task.text.contains("trước ngày"), "{}", task.number);
    }
}

#[test]
fn indicators_stand_in_the_texts_of_three_tasks() {
    let all = registry().indicator.iter();
    let all: Vec<_> = all.map(|one| (one.id.as_str(), one.target.as_str(), one.deadline.map(Date::iso))).collect();
    let day = |text: &str| Some(text.to_owned());
    let expected = [
        ("4.1-business", "10", day("2017-01-01")),
        ("4.1-investment", "5", day("2017-01-01")),
        ("22.2-business", "10", day("2016-10-01")),
        ("22.2-investment", "10", day("2017-01-01")),
        ("23.2-business", "20", day("2016-10-01")),
        ("23.2-investment", "10", day("2017-01-01")),
    ];
    assert_eq!(all, expected);
    assert_eq!(registry().indicators_of(&id("tp-ha-noi")).len(), 2);
    assert_eq!(registry().indicators_of(&id("bo-tai-chinh")).len(), 0);
}

#[test]
fn counts_have_the_ids_that_rules_name() {
    let all: Vec<_> = registry().count.iter().map(|count| count.id.as_str()).collect();
    let expected = "procedures level1 level2 level3 level4 built3-quarter built3-year built4-quarter built4-year \
                    received3-quarter received3-year resolved3-quarter resolved3-year received4-quarter received4-year \
                    resolved4-quarter resolved4-year";
    assert_eq!(all, expected.split(' ').collect::<Vec<_>>());
    for count in &registry().count {
        let level =
            count.id.as_str().find(|c: char| c.is_ascii_digit()).and_then(|at| count.id.as_str()[at..=at].parse().ok());
        assert_eq!(count.level, level, "{}", count.id);
        assert!(!count.help.vi.is_empty() && !count.help.en.is_empty(), "{}", count.id);
    }
    assert!(registry().count(&CountId::from("level3")).is_some());
    assert!(registry().count(&CountId::from("level5")).is_none());
}
