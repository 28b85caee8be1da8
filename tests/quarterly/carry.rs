//! What a new return takes from an earlier one, and what it asks anew.

use crate::{blank_return, filled};
use return36a::quarterly::{
    Answer, Carried, Field, GeneralStatus, Justification, ListedService, Return, SERVICE_LIST, carry, field,
    field_paths, uncarry,
};
use return36a::registry::{Basis, Registry, TaskStatus};
use return36a::vietnamese::Date;
use std::sync::Arc;

/// A blank return of a quarter.
fn blank_of(agency: &str, period: &str) -> Return {
    Return { period: period.parse().unwrap(), ..blank_return(agency) }
}

/// A return of Hà Nội with every field filled; counts are numbers.
fn earlier(period: &str) -> Return {
    let mut content = Return { period: period.parse().unwrap(), ..filled() };
    for path in field_paths(&content) {
        if let Some(Field::Answer(answer)) = field(&mut content, &path) {
            *answer = Some(Answer::Reported(374));
        }
    }
    content.justifications = vec![Justification {
        rule: "levels-within-procedures".into(),
        path: "/services/level3/answer".into(),
        values_sha256: "0".repeat(64),
        reason: "Đã rà soát".into(),
    }];
    content
}

fn carried(content: &Return, previous: &Return) -> Carried {
    carry(Registry::embedded().unwrap(), content, previous)
}

/// The last names of carried paths under a head, each once.
fn names(carried: &Carried, head: &str) -> Vec<String> {
    let of_head = carried.paths.iter().filter(|path| path.starts_with(head));
    let mut names: Vec<String> = of_head.map(|path| path.rsplit('/').next().unwrap().to_owned()).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn people_tasks_units_years_and_the_list_persist() {
    let carried = carried(&blank_of("tp-ha-noi", "2017-Q2"), &earlier("2017-Q1"));
    assert_eq!(names(&carried, "/preparer"), ["email", "name", "phone", "title"]);
    assert_eq!(names(&carried, "/approver"), ["name", "title"]);
    assert_eq!(names(&carried, "/general_tasks"), ["date", "document_number", "new_deadline", "status", "total"]);
    assert_eq!(names(&carried, "/tasks"), ["completed_on", "evidence", "new_deadline", "status"]);
    let years: Vec<&str> =
        carried.paths.iter().filter(|path| path.starts_with("/services")).map(String::as_str).collect();
    assert_eq!(years.len(), 6);
    assert!(years.iter().all(|path| path.ends_with("-year/answer")), "{years:?}");
    assert!(carried.paths.contains(SERVICE_LIST));
    let task = carried.content.tasks.values().next().unwrap();
    assert_eq!((task.status, task.completed_on), (Some(TaskStatus::Waiting), Date::new(2017, 5, 31).ok()));
    assert_eq!(carried.content.services["built3-year"].answer, Some(Answer::Reported(374)));
}

#[test]
fn what_must_be_answered_anew_is_blank() {
    let before = blank_of("tp-ha-noi", "2017-Q2");
    let mut after = carried(&before, &earlier("2017-Q1"));
    let anew = field_paths(&before).into_iter().filter(|path| !after.paths.contains(path));
    for path in anew.collect::<Vec<_>>() {
        let blank = match field(&mut after.content, &path).unwrap() {
            Field::Text(text) => text.is_empty(),
            Field::Date(date) => date.is_none(),
            Field::Decimal(decimal) => decimal.is_none(),
            Field::Answer(answer) => answer.is_none(),
            Field::Level(level) => level.is_none(),
            Field::TaskStatus(status) => status.is_none(),
            Field::GeneralStatus(status) => status.is_none(),
            Field::Basis(_) => true,
        };
        assert!(blank, "{path}");
    }
    let service = &after.content.service_list["0001"];
    assert_eq!((service.received.as_ref(), service.resolved.as_ref(), service.level), (None, None, Some(3)));
    assert!(after.content.justifications.is_empty());
    assert_eq!(after.content.period, before.period);
}

#[test]
fn years_to_date_go_on_only_from_the_quarter_just_before_in_the_same_year() {
    for (now, before, taken) in [
        ("2017-Q2", "2017-Q1", true),
        ("2017-Q3", "2017-Q2", true),
        ("2017-Q4", "2017-Q3", true),
        ("2018-Q1", "2017-Q4", false),
        ("2017-Q3", "2017-Q1", false),
        ("2017-Q2", "2016-Q1", false),
    ] {
        let carried = carried(&blank_of("tp-ha-noi", now), &earlier(before));
        assert_eq!(!names(&carried, "/services").is_empty(), taken, "{before} into {now}");
        assert!(carried.paths.contains("/preparer/name"));
    }
}

#[test]
fn a_count_without_data_or_of_another_time_is_asked_anew() {
    let mut previous = earlier("2017-Q1");
    for (id, change) in [("built3-year", None), ("built4-year", Some(Basis::Quarter))] {
        let count = previous.services.get_mut(id).unwrap();
        count.answer = Some(change.map_or(Answer::NoData("Chưa thống kê".into()), |_| Answer::Reported(9)));
        count.basis = change.unwrap_or(count.basis);
    }
    previous.services.get_mut("received3-year").unwrap().answer = Some(Answer::ConfirmedZero);
    let after = carried(&blank_of("tp-ha-noi", "2017-Q2"), &previous).content;
    let answers = ["built3-year", "built4-year", "received3-year"].map(|id| after.services[id].answer.clone());
    assert_eq!(answers, [None, None, Some(Answer::ConfirmedZero)]);
}

#[test]
fn only_blanks_are_filled() {
    let mut content = blank_of("tp-ha-noi", "2017-Q2");
    content.preparer.name = "Người mới".into();
    content.services.get_mut("built3-year").unwrap().answer = Some(Answer::NoData("Chưa thống kê".into()));
    content.service_list = Arc::new([("0009".into(), ListedService::default())].into());
    let after = carried(&content, &earlier("2017-Q1"));
    assert_eq!(after.content.preparer.name, "Người mới");
    assert_eq!(after.content.services["built3-year"], content.services["built3-year"]);
    assert_eq!(after.content.service_list, content.service_list);
    for path in ["/preparer/name", "/services/built3-year/answer", SERVICE_LIST] {
        assert!(!after.paths.contains(path), "{path}");
    }
}

#[test]
fn days_and_documents_do_not_follow_a_status_given_anew() {
    let mut content = blank_of("tp-ha-noi", "2017-Q2");
    let number = content.tasks.keys().next().unwrap().clone();
    let id = content.general_tasks.keys().next().unwrap().clone();
    content.tasks.get_mut(&number).unwrap().status = Some(TaskStatus::InProgress);
    content.general_tasks.get_mut(&id).unwrap().status = Some(GeneralStatus::InProgress);
    let after = carried(&content, &earlier("2017-Q1"));
    assert_eq!(after.content.tasks[&number], content.tasks[&number]);
    let general = &after.content.general_tasks[&id];
    assert!(general.date.is_some() && general.status == Some(GeneralStatus::InProgress), "the same status as before");
}

#[test]
fn rows_that_are_asked_no_more_are_not_carried() {
    let mut content = blank_of("tp-ha-noi", "2017-Q2");
    let number = content.tasks.keys().next().unwrap().clone();
    content.tasks.remove(&number);
    content.services.remove("built3-year");
    let after = carried(&content, &earlier("2017-Q1"));
    assert!(!after.content.tasks.contains_key(&number) && !after.content.services.contains_key("built3-year"));
    assert!(after.paths.iter().all(|path| !path.contains(number.as_str()) && !path.contains("built3-year")));
    let mut previous = earlier("2017-Q1");
    previous.tasks.remove(&number);
    let content = blank_of("tp-ha-noi", "2017-Q2");
    let after = carried(&content, &previous);
    assert_eq!(after.content.tasks[&number], content.tasks[&number], "a new task is blank");
}

#[test]
fn what_was_carried_can_be_taken_back() {
    let before = blank_of("tp-ha-noi", "2017-Q2");
    let mut after = carried(&before, &earlier("2017-Q1"));
    assert_ne!(after.content, before);
    uncarry(&mut after.content, &after.paths);
    assert_eq!(after.content, before);
}
