//! What goes between the queue and those who examine: a job as an order, a report as what the page is told.

use super::orders::{Refused, Report, Task};
use super::{Job, Source, Taken};
use crate::collect::IntakeFault;
use crate::registry::typed_text;
use web_sys::wasm_bindgen::JsValue;

/// A report that came, read or not.
pub(super) enum Letter {
    /// From a worker, as JSON.
    Json(JsValue),
    /// From the page itself.
    Report(Report),
}

/// The order to examine a job, and the file or text beside it.
pub(super) fn ordered(id: u32, job: Job) -> (Task, JsValue) {
    let Job { name, received, source, at } = job;
    let (kept, file) = match source {
        Source::File(file) => (None, file.into()),
        Source::Stored(sha256) => (Some(sha256), JsValue::UNDEFINED),
        Source::Text(text) => (None, text.into()),
    };
    (Task { id, name, received, at, kept }, file)
}

/// The report on a job that broke a hand twice.
pub(super) fn undone(job: Job) -> Letter {
    let Job { name, received, at, .. } = job;
    Letter::Report(Report::Refused(Refused { name, received, at, code: IntakeFault::Broken.code().to_owned() }))
}

/// What a report says; one that cannot be read, which the worker itself has written, is told on the console.
pub(super) fn read(letter: Letter) -> Option<Taken> {
    let report = match letter {
        Letter::Report(report) => report,
        Letter::Json(json) => match typed_text(&json.as_string().unwrap_or_default()) {
            Ok(report) => report,
            Err(error) => {
                web_sys::console::error_1(&error.to_string().into());
                return None;
            }
        },
    };
    Some(match report {
        Report::Found(found) => Taken::Found(Box::new(found)),
        Report::Refused(refused) => Taken::Refused(refused),
    })
}
