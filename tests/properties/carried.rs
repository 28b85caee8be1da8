//! Any return, carried forward: what persists is taken, what must be asked anew is not, and nothing typed is touched.

use crate::returns::any_return;
use proptest::prelude::*;
use return36a::quarterly::{
    Answer, Field, ListedService, Return, SERVICE_LIST, carry, field, field_paths, return_value, uncarry,
};
use return36a::registry::{Basis, Registry};
use serde_json::Value;

/// The last names of fields that persist, by the group in which they stand.
const PERSISTS: [(&str, &[&str]); 5] = [
    ("preparer", &["name", "title", "phone", "email"]),
    ("approver", &["name", "title"]),
    ("general_tasks", &["status", "date", "document_number", "new_deadline", "total"]),
    ("tasks", &["status", "completed_on", "evidence", "new_deadline"]),
    ("services", &["answer"]),
];

fn at(of: &Return, path: &str) -> Value {
    return_value(of).pointer(path).cloned().unwrap_or_default()
}

fn is_blank(of: &mut Return, path: &str) -> bool {
    match field(of, path) {
        Some(Field::Text(text)) => text.is_empty(),
        Some(Field::Date(slot)) => slot.is_none(),
        Some(Field::Decimal(slot)) => slot.is_none(),
        Some(Field::Answer(slot)) => slot.is_none(),
        Some(Field::Level(slot)) => slot.is_none(),
        Some(Field::TaskStatus(slot)) => slot.is_none(),
        Some(Field::GeneralStatus(slot)) => slot.is_none(),
        Some(Field::Basis(_)) => false,
        None => panic!("{path} is no field"),
    }
}

fn persists(path: &str) -> bool {
    let group = path.split('/').nth(1).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    PERSISTS.iter().any(|(known, names)| *known == group && names.contains(&name))
}

/// A return in which nothing is answered, of the same rows.
fn emptied(mut of: Return) -> Return {
    let paths = field_paths(&of).into_iter().filter(|path| !path.starts_with(SERVICE_LIST)).collect();
    uncarry(&mut of, &paths);
    of.service_list = Default::default();
    of
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_answered_stays_and_what_is_taken_is_the_earlier_answer(
        content in any_return("2017-Q2"), previous in any_return("2017-Q1"),
    ) {
        let mut before = content.clone();
        let carried = carry(Registry::embedded().unwrap(), &content, &previous);
        for path in field_paths(&content) {
            let taken = carried.paths.contains(&path);
            prop_assert!(!taken || is_blank(&mut before, &path), "{} was answered", path);
            prop_assert!(!taken || persists(&path), "{} is to be asked anew", path);
            let wanted = if taken { &previous } else { &content };
            prop_assert_eq!(at(&carried.content, &path), at(wanted, &path), "{}", path);
        }
        prop_assert_eq!(&carried.content.agency, &content.agency);
        prop_assert_eq!(carried.content.period, content.period);
        prop_assert_eq!(&carried.content.return_id, &content.return_id);
        prop_assert_eq!((carried.content.revision, &carried.content.supersedes), (content.revision, &content.supersedes));
        prop_assert_eq!(&carried.content.justifications, &content.justifications);
        prop_assert_eq!(&carried.content.answers, &content.answers);
    }

    #[test]
    fn a_blank_return_takes_all_that_persists(previous in any_return("2017-Q1")) {
        let mut blank = emptied(previous.clone());
        blank.period = "2017-Q2".parse().unwrap();
        let carried = carry(Registry::embedded().unwrap(), &blank, &previous);
        let mut from = previous.clone();
        for path in field_paths(&blank).into_iter().filter(|path| persists(path)) {
            let wanted = match field(&mut from, &path) {
                Some(Field::Text(text)) => !text.trim().is_empty(),
                Some(Field::Answer(answer)) => answer.as_ref().and_then(Answer::number).is_some() && of_its_time(&blank, &path),
                _ => !is_blank(&mut from, &path),
            };
            prop_assert_eq!(carried.paths.contains(&path), wanted, "{}", path);
        }
        prop_assert_eq!(carried.paths.contains(SERVICE_LIST), !previous.service_list.is_empty());
        for (id, service) in previous.service_list.iter() {
            let kept = ListedService { received: None, resolved: None, ..service.clone() };
            prop_assert_eq!(carried.content.service_list.get(id), Some(&kept));
        }
    }

    #[test]
    fn what_was_taken_is_taken_back(content in any_return("2017-Q2"), previous in any_return("2016-Q4")) {
        let mut carried = carry(Registry::embedded().unwrap(), &content, &previous);
        prop_assert!(carried.paths.iter().all(|path| !path.starts_with("/services/")), "another year's counts");
        uncarry(&mut carried.content, &carried.paths);
        prop_assert_eq!(carried.content, content);
    }
}

/// Units have no time; counts persist where they count from 1 January.
fn of_its_time(of: &Return, path: &str) -> bool {
    let Some(id) = path.strip_prefix("/services/").and_then(|rest| rest.split('/').next()) else { return true };
    let asked =
        Registry::embedded().unwrap().count.iter().any(|count| count.id.as_str() == id && count.basis == Basis::Year);
    asked && of.services[id].basis == Basis::Year
}
