//! What the registry answers.

use super::*;

#[test]
fn a_search_needs_no_marks_and_puts_the_nearest_first() {
    let first = |query: &str| ids(registry().search_agencies(query).iter().map(|agency| &agency.id)).first().copied();
    let cases = [
        ("tai chinh", "bo-tai-chinh"),
        ("Bộ Tài chính", "bo-tai-chinh"),
        ("y te", "bo-y-te"),
        ("ha noi", "tp-ha-noi"),
        ("HÀ GIANG", "tinh-ha-giang"),
        ("hue", "tinh-thua-thien-hue"),
        ("dak", "tinh-dak-lak"),
        ("kontum", "tinh-kon-tum"),
        ("btttt", "bo-thong-tin-va-truyen-thong"),
        ("tphcm", "tp-ho-chi-minh"),
    ];
    for (query, agency) in cases {
        assert_eq!(first(query), Some(agency), "{query}");
    }
    assert_eq!(registry().search_agencies("").len(), 94);
    assert_eq!(registry().search_agencies("atlantis").len(), 0);
    let names = ids(registry().search_agencies("ha n").into_iter().map(|agency| &agency.id));
    assert_eq!(names, ["tp-ha-noi", "tinh-ha-nam", "ngan-hang-nha-nuoc"], "Hà Nội, Hà Nam, and inside a word Nhà nước");
}

fn owed<'a>(agency: &str, quarter: &str) -> Vec<&'a str> {
    registry().general_tasks_of(&id(agency), period(quarter)).iter().map(|task| task.id.as_str()).collect()
}

#[test]
fn each_agency_reports_the_general_tasks_that_it_owes_by_then() {
    assert_eq!(owed("bo-tai-chinh", "2015-Q4"), ["action-plan", "document-connection"]);
    assert_eq!(
        owed("bo-tai-chinh", "2017-Q2"),
        [
            "action-plan",
            "document-connection",
            "progress-publication",
            "solutions-report",
            "services-roadmap",
            "four-level-exchange",
            "decision-846",
            "finance-mechanism",
            "tax-incentives",
            "information-security",
        ]
    );
    assert_eq!(
        owed("tinh-ha-giang", "2016-Q4"),
        [
            "action-plan",
            "leader",
            "targets",
            "service-list-2016",
            "budget",
            "document-connection",
            "local-connection",
            "online-services",
            "portal-integration",
            "iso-online",
            "progress-publication",
            "solutions-report",
        ]
    );
    assert!(!owed("tp-ha-noi", "2017-Q2").contains(&"traffic-systems"), "task 22.1 answers it");
    assert!(!owed("van-phong-chinh-phu", "2017-Q2").contains(&"document-connection"), "task 1.1 answers it");
    assert!(!owed("tp-ho-chi-minh", "2017-Q4").contains(&"four-level-exchange"), "it was the pilot");
    assert_eq!(owed("atlantis", "2017-Q4"), [""; 0]);
}

fn general(name: &str) -> &'static GeneralTask {
    registry().general_task(&GeneralTaskId::from(name)).expect("a general task")
}

#[test]
fn deadlines_are_those_printed_for_the_agency() {
    let cases = [
        ("action-plan", "tinh-ha-giang", Some("2016-01-01")),
        ("action-plan", "bo-tai-chinh", None),
        ("document-connection", "bo-tai-chinh", Some("2016-01-01")),
        ("local-connection", "tinh-ha-giang", Some("2017-01-01")),
        ("progress-publication", "bo-y-te", Some("2016-03-01")),
        ("four-level-exchange", "tp-da-nang", Some("2017-04-30")),
        ("four-level-exchange", "bo-xay-dung", Some("2017-09-30")),
        ("four-level-exchange", "bo-tai-chinh", Some("2017-12-30")),
        ("four-level-exchange", "bo-cong-an", None),
        ("services-roadmap", "bo-tu-phap", Some("2016-12-31")),
        ("exchange-regulation", "van-phong-chinh-phu", Some("2017-09-30")),
        ("leader", "tp-ha-noi", None),
    ];
    for (task, agency, day) in cases {
        let agency = registry().agency(&id(agency)).expect("an agency");
        assert_eq!(general(task).deadline_for(agency).map(Date::iso).as_deref(), day, "{task} {}", agency.id);
    }
    let owners = ["2017-04-30", "2017-09-30", "2017-12-30"]
        .map(|day| general("four-level-exchange").own_deadlines.values().filter(|own| own.iso() == day).count());
    assert_eq!((owners, general("four-level-exchange").owed_by.len()), ([7, 20, 61], 88));
}

#[test]
fn exemptions_stand_where_a_document_makes_them() {
    let exempt = |task: &str| ids(general(task).exempt.iter().map(|exemption| &exemption.agency));
    let three = ["bo-quoc-phong", "bo-cong-an", "ban-quan-ly-lang-chu-tich-ho-chi-minh"];
    assert_eq!(exempt("document-connection"), three);
    assert_eq!(exempt("progress-publication"), [&three[..], &["thanh-tra-chinh-phu"]].concat());
    assert_eq!(exempt("services-roadmap"), ["thanh-tra-chinh-phu"]);
    let others: usize = registry().general_task.iter().map(|task| task.exempt.len()).sum();
    assert_eq!(others, 8);
    assert!(general("progress-publication").is_exempt(&id("bo-cong-an")));
    assert!(!general("progress-publication").is_exempt(&id("bo-tai-chinh")));
    assert!(owed("bo-cong-an", "2017-Q2").contains(&"progress-publication"), "an exempt agency keeps its row");
}

#[test]
fn tasks_come_in_the_order_of_their_numbers() {
    let mut more = registry().clone();
    let mut tenth = more.task.iter().find(|task| task.number.as_str() == "3.2").expect("3.2").clone();
    tenth.number = "3.10".into();
    more.task.insert(0, tenth);
    let numbers: Vec<_> = more.tasks_of(&id("bo-tai-chinh")).iter().map(|task| task.number.to_string()).collect();
    assert_eq!(numbers, ["3.1", "3.2", "3.3", "3.4", "3.5", "3.10"]);
}
