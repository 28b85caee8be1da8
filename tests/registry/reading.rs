//! How a registry is read, and what a fault in it looks like.

use super::*;

#[test]
fn a_registry_written_and_read_again_is_the_same() {
    let text = registry().canonical_json().expect("canonical");
    let again = Registry::from_json(&text).expect("its own text");
    let hash = registry().sha256().expect("a hash");
    assert_eq!(again.sha256().as_ref(), Ok(&hash));
    let pretty = serde_json::to_string_pretty(&again).expect("any JSON");
    assert_eq!(Registry::from_json(&pretty).and_then(|registry| registry.sha256()).as_ref(), Ok(&hash));
    assert!(hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
    let mut other = again;
    other.registry.version = "2017.2".into();
    assert_ne!(other.sha256(), Ok(hash));
}

#[test]
fn a_damaged_registry_is_refused_with_a_code_and_a_place() {
    let text = registry().canonical_json().expect("canonical");
    let changed = |change: fn(&mut Map<String, Value>)| {
        let Ok(Value::Object(mut value)) = serde_json::from_str(&text) else { panic!("an object") };
        change(&mut value);
        Registry::from_json(&Value::Object(value).to_string()).expect_err("refused")
    };
    let cases = [
        (Registry::from_json(&text[..text.len() - 9]).expect_err("cut off"), "registry-not-json", "EOF"),
        (Registry::from_json("").expect_err("empty"), "registry-not-json", "line 1 column 0"),
        (changed(|value| drop(value.remove("agency"))), "registry-not-a-registry", "missing field `agency`"),
        (
            changed(|value| drop(value.insert("more".into(), json!(1)))),
            "registry-not-a-registry",
            "unknown field `more`",
        ),
        (
            changed(|value| value["period"][0]["due"] = json!("2017-02-29")),
            "registry-not-a-registry",
            "`2017-02-29` is not a day as 2017-06-12",
        ),
        (
            changed(|value| value["task"][0]["status"] = json!("done")),
            "registry-not-a-registry",
            "unknown variant `done`",
        ),
        (changed(|value| value["registry"]["version"] = json!(1)), "registry-not-a-registry", "expected a string"),
    ];
    for (error, code, place) in cases {
        assert_eq!(error.code.as_str(), code, "{error}");
        assert!(error.to_string().contains(place) && error.place.starts_with("line 1 column "), "{error}");
    }
    assert_eq!(RegistryErrorCode::NotCanonical.as_str(), "registry-not-canonical");
}

#[test]
fn each_kind_of_fault_is_seen() {
    let cases: [(FaultCode, Change, &str); 16] = [
        (FaultCode::DuplicateId, |it| it.task.push(it.task[0].clone()), "task 1.1"),
        (FaultCode::DanglingId, |it| it.task[0].agency = "bo-nao".into(), "task 1.1: agency bo-nao"),
        (FaultCode::DanglingId, |it| it.indicator[0].task = "99.9".into(), "indicator 4.1-business: task 99.9"),
        (FaultCode::DanglingId, |it| it.count[0].source.document = "x".into(), "count procedures: document x"),
        (FaultCode::Unsourced, |it| it.task[0].source.place = " ".into(), "task 1.1"),
        (FaultCode::NotNormal, |it| it.task[0].text = "Kê\u{301}t".into(), "/task/0/text"),
        (FaultCode::OrderBroken, |it| it.agency[1].order = 9, "agency bo-noi-vu: 3"),
        (FaultCode::GsoCode, |it| it.agency[31].gso = None, "agency tp-ha-noi: "),
        (FaultCode::NameUnknown, |it| it.agency[0].aliases.push("Y tế".into()), "agency bo-y-te: Y tế"),
        (
            FaultCode::NameUnknown,
            |it| it.printed.services_2017[0].name_printed = "Công  ang".into(),
            "printed.services_2017 bo-cong-an: Công  ang",
        ),
        (
            FaultCode::ValueNotPrinted,
            |it| it.printed.services_2016[0].level3 = Some(65),
            "printed.services_2016 bo-tai-chinh: 56",
        ),
        (FaultCode::ValueNotPrinted, |it| it.printed.totals[0].value = 74, "printed.totals tasks-assigned 2016-Q4: 74"),
        (
            FaultCode::ValueNotPrinted,
            |it| it.printed.totals[0].of_printed = "7,3".into(),
            "printed.totals tasks-assigned 2016-Q4: 73",
        ),
        (
            FaultCode::DanglingId,
            |it| it.printed.statements[0].source.document = "none".into(),
            "printed.statements returns-counted-until: document none",
        ),
        (FaultCode::DeadlineNotPrinted, |it| it.task[0].deadline = Date::new(2016, 1, 2).ok(), "task 1.1: 2016-01-02"),
        (FaultCode::PeriodDays, |it| it.period[2].due = it.period[1].due, "period 2016-Q2: 2016-06-25 2016-03-25"),
    ];
    for (code, damage, place) in cases {
        let mut damaged = registry().clone();
        damage(&mut damaged);
        let faults = self_check(&damaged).faults;
        assert!(faults.iter().any(|fault| fault.code == code && fault.place == place), "{code:?} {place}: {faults:?}");
    }
}

#[test]
fn hostile_numbers_are_reported_not_fatal() {
    let mut hostile = registry().clone();
    let printed = &mut hostile.printed;
    for row in &mut printed.services_2016 {
        (row.level3, row.level4, row.total) = (Some(i64::MAX), Some(i64::MAX), Some(i64::MIN));
    }
    for row in &mut printed.task_counts {
        (row.assigned, row.completed, row.in_progress) = (i64::MIN, i64::MAX, i64::MAX);
    }
    for total in &mut printed.totals {
        (total.value, total.of, total.parts) = (i64::MAX, Some(i64::MIN), vec![i64::MIN; 2]);
    }
    for value in printed.services_2017.iter_mut().flat_map(|row| row.values.values_mut()) {
        *value = i64::MAX;
    }
    let check = self_check(&hostile);
    assert!(check.faults.len() > 200 && check.contradictions.len() > 200);
}

/// RFC 8785 writes numbers as floats: past 2^53-1 two registries would have one form, and one hash.
#[test]
fn a_number_that_canonical_json_cannot_tell_from_its_neighbour_is_refused_with_its_place() {
    let with = |value| {
        let mut registry = registry().clone();
        registry.printed.totals[0].value = value;
        registry.canonical_json()
    };
    for value in [(1 << 53) - 1, 1 - (1 << 53), 0] {
        assert!(with(value).is_ok(), "{value}");
    }
    for value in [1 << 53, (1 << 53) + 1, i64::MIN, i64::MAX] {
        let error = with(value).unwrap_err();
        assert_eq!((error.code, error.place.as_str()), (RegistryErrorCode::NotCanonical, "/printed/totals/0/value"));
    }
    let mut fraction = registry().clone();
    fraction.rule[0].passes[0].set.insert("/difficulties".into(), 0.5.into());
    assert_eq!(fraction.canonical_json().unwrap_err().code, RegistryErrorCode::NotCanonical);
}

#[test]
fn each_kind_of_contradiction_is_seen_where_the_documents_have_none() {
    let cases: [(Code, Change); 5] = [
        (Code::RowSum, |it| it.printed.services_2016[0].total = Some(213)),
        (Code::RowSum, |it| it.printed.task_counts[0].completed = 4),
        (Code::TableSum, |it| it.printed.services_2016[0].level4 = Some(159)),
        (Code::AgenciesByTasks, |it| it.printed.task_counts[26].completed = 0),
        (Code::NamedCount, |it| drop(it.printed.phases[0].agencies.pop())),
    ];
    for (code, change) in cases {
        let mut changed = registry().clone();
        let count = |it: &Registry| self_check(it).contradictions.iter().filter(|one| one.code == code).count();
        let before = count(&changed);
        change(&mut changed);
        assert!(count(&changed) > before, "{code:?}");
    }
}

#[test]
fn the_hash_that_the_build_knows_is_that_of_the_canonical_form() {
    assert_eq!(Registry::embedded_sha256().map(str::to_owned), registry().sha256());
    let pin = std::fs::read_to_string("registry/sha256.txt").expect("the kept hash");
    assert_eq!(Registry::pin().as_deref(), Ok(pin.trim()), "stale: `cargo xtask docs` writes it");
}
