//! The largest return that can come: what the speed of checking is measured on.

use super::{Answer, Field, GeneralStatus, ListedService, Return, Start, blank, field, field_paths};
use crate::registry::{AgencyId, AgencyKind, Period, Registry, ServiceId, TaskStatus};
use crate::vietnamese::{Date, Decimal};
use std::sync::Arc;

/// Services that a province may list.
const SERVICES: usize = 2_000;

/// A return for this quarter with every assigned task of the registry, 2,000 listed services and every field answered,
/// beside the registry that gives all those tasks to its agency, a city.
pub fn largest(registry: &Registry, period: Period) -> (Registry, Return) {
    let mut registry = registry.clone();
    let city = registry.agency.iter().find(|agency| agency.kind == AgencyKind::City);
    let agency = city.map_or_else(|| AgencyId::from(""), |agency| agency.id.clone());
    for task in &mut registry.task {
        task.agency = agency.clone();
    }
    let mut content = blank(&registry, "", &Start { agency, period, random: [0; 16] });
    let day = registry.period(period).map(|facts| facts.cut_off);
    for path in field_paths(&content) {
        fill(&mut content, &path, day);
    }
    content.service_list = Arc::new((1..=SERVICES).map(|nth| service(nth, day)).collect());
    (registry, content)
}

fn service(nth: usize, day: Option<Date>) -> (ServiceId, ListedService) {
    let service = ListedService {
        code: format!("{nth:06}"),
        name: format!("Cấp giấy phép trực tuyến số {nth}"),
        level: Some(if nth.is_multiple_of(2) { 3 } else { 4 }),
        deployed_on: day,
        address: format!("https://dichvucong.example.vn/{nth}"),
        received: Some(Answer::Reported(12)),
        resolved: Some(Answer::Reported(11)),
    };
    (ServiceId::from(format!("{nth:04}").as_str()), service)
}

/// Answers a field as an officer would, as far as one value can: nothing is done yet, and all will be done next year.
fn fill(content: &mut Return, path: &str, day: Option<Date>) {
    let next_year = Date::new(i32::from(content.period.year()) + 1, 12, 31).ok();
    match field(content, path) {
        Some(Field::Text(text)) => *text = words(path).to_owned(),
        Some(Field::Date(date)) if path.ends_with("new_deadline") => *date = next_year,
        Some(Field::Date(date)) if path.starts_with("/document") => *date = day,
        Some(Field::Date(_)) => {}
        Some(Field::Decimal(decimal)) => *decimal = Some(Decimal::from_thousandths(39_800)),
        Some(Field::Answer(answer)) => *answer = Some(Answer::Reported(12)),
        Some(Field::TaskStatus(status)) => *status = Some(TaskStatus::InProgress),
        Some(Field::GeneralStatus(status)) => *status = Some(GeneralStatus::InProgress),
        Some(Field::Level(_) | Field::Basis(_)) | None => {}
    }
}

fn words(path: &str) -> &'static str {
    match path.rsplit('/').next() {
        Some("number" | "document_number") => "193/UBND-HC",
        Some("phone") => "024 0000 0000",
        Some("email") => "vanthu@example.vn",
        _ => "Quyết định số 846/QĐ-TTg",
    }
}
