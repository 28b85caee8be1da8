//! A registry for quarter I/2018, made from the program's own: a task is added, a deadline moved, a rule changed.
//!
//! Nothing of it stands in any document: its source is test data and says so.
#![allow(dead_code, reason = "each test program uses its part")]

use pollster::block_on;
use return36a::collect::{COORDINATOR, Edition, Issuer, issue};
use return36a::quarterly::{Signed, write_signed};
use return36a::registry::{AssignedTask, Bilingual, Document, Registry, Severity, Source, TaskStatus};
use return36a::signing::{Native, Password, SigningKey, new_key, no_randomness, open_key};
use return36a::vietnamese::Date;

pub type Private = return36a::signing::NativeKey;

/// 2018-01-15T00:00:00Z.
pub const TIME: i64 = 1_515_974_400;

pub const PASSWORD: &str = "mật khẩu của văn thư";

pub const ISSUER: &str = "Vụ Khoa giáo - Văn xã";

pub fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

/// The registry of the new quarter.
pub fn next(of: &Registry) -> Registry {
    let mut registry = of.clone();
    registry.registry.version = "2018.1".into();
    let source = Source { document: "test-data-2018".into(), place: "dữ liệu kiểm thử".into() };
    registry.document.push(Document {
        id: source.document.clone(),
        file: "không có".into(),
        number: String::new(),
        date: None,
        short: Some(both("dữ liệu kiểm thử", "test data")),
        title: both("Dữ liệu kiểm thử, không phải văn bản", "Test data, not a document"),
    });
    let quarter = registry.period.iter_mut().find(|facts| facts.id.to_string() == "2018-Q1").unwrap();
    (quarter.due, quarter.cut_off) = (day(2018, 3, 20), day(2018, 3, 20));
    (quarter.printed, quarter.source) = ("trước ngày 20 tháng 3 năm 2018".into(), Some(source.clone()));
    let moved = registry.task.iter_mut().find(|task| task.number.as_str() == "13.6").unwrap();
    moved.deadline = Some(day(2018, 3, 31));
    moved.deadline_printed = "trước ngày 31 tháng 3 năm 2018".into();
    registry.task.push(AssignedTask {
        number: "13.7".into(),
        agency: "bo-y-te".into(),
        text: "Nhiệm vụ kiểm thử: kết nối hệ thống mẫu".into(),
        deadline: Some(day(2018, 6, 30)),
        deadline_printed: "trước ngày 30/6/2018".into(),
        status_printed: "Chưa triển khai".into(),
        status: TaskStatus::NotStarted,
        source,
    });
    let rule = registry.rule.iter_mut().find(|rule| rule.id == "task-in-progress-says").unwrap();
    rule.severity = Severity::Error;
    registry
}

fn both(vi: &str, en: &str) -> Bilingual {
    Bilingual { vi: vi.into(), en: en.into() }
}

/// A key file under [`PASSWORD`], as the desk makes it.
pub fn pem(seed: u8) -> String {
    let primitives = Native::new(move |bytes: &mut [u8]| {
        bytes.fill(seed);
        Ok(())
    });
    block_on(new_key(&primitives, &Password::new(PASSWORD).unwrap(), 1)).unwrap().pem
}

pub fn key(seed: u8) -> SigningKey<Private> {
    let password = Password::new(PASSWORD).unwrap();
    block_on(open_key(&Native::new(no_randomness), pem(seed).as_bytes(), &password)).unwrap()
}

/// The registry as the holder of this key issues it.
pub fn issued(registry: Registry, key: &SigningKey<Private>) -> Signed<Edition> {
    let issuer = Issuer { agency: COORDINATOR.into(), name: ISSUER.into(), key: key.public };
    let edition = Edition::of(registry, day(2018, 1, 15), issuer);
    block_on(issue(&Native::new(no_randomness), key, edition, TIME)).unwrap()
}

pub fn file(registry: Registry, key: &SigningKey<Private>) -> Vec<u8> {
    write_signed(&issued(registry, key))
}
