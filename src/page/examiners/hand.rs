//! Who examines: a worker, or the page itself where the browser has none.

use super::examiner::{Examiner, Facts, Tell};
use super::orders::{Order, Task};
use crate::page::browser;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Array;
use std::rc::Rc;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker};

/// What a worker runs after the glue between JavaScript and WebAssembly.
const BOOT: &str = include_str!("boot.js");

/// The texts that an examiner's bench is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenchTexts {
    /// The keyring's file.
    pub keyring: String,
    /// What counted in the quarter before: a JSON object of returns by agency, without their service lists.
    pub previous: String,
}

/// One who examines.
pub(super) enum Hand {
    /// A worker.
    Worker(WorkerHand),
    /// The page's own thread.
    Page(Rc<Examiner>),
}

/// A worker, ended when this is dropped.
pub(super) struct WorkerHand {
    worker: Worker,
    script: String,
    /// Whether it takes orders.
    pub(super) ready: bool,
    _listeners: [EventListener; 3],
}

impl Drop for WorkerHand {
    fn drop(&mut self) {
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.script);
    }
}

impl Hand {
    /// A new worker; what it says goes to `hear`, and that it broke down as nothing said.
    pub(super) fn worker(hear: Rc<dyn Fn(Option<JsValue>)>) -> Option<Self> {
        let script = script()?;
        let worker = Worker::new(&script).ok()?;
        let said = hear.clone();
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                said(event.dyn_ref::<MessageEvent>().map(MessageEvent::data));
            }),
            broken(&worker, "error", &hear),
            broken(&worker, "messageerror", &hear),
        ];
        let hand = WorkerHand { worker, script, ready: false, _listeners: listeners };
        hand.worker.post_message(&wasm_bindgen::module()).ok()?;
        Some(Self::Worker(hand))
    }

    /// The page itself.
    pub(super) fn page(facts: Facts, tell: Tell) -> Self {
        Self::Page(Rc::new(Examiner::new(facts, tell)))
    }

    /// Whether it takes orders.
    pub(super) fn is_ready(&self) -> bool {
        match self {
            Self::Worker(hand) => hand.ready,
            Self::Page(_) => true,
        }
    }

    /// Examines under this registry; workers know the program's own.
    pub(super) fn set_registry(&self, facts: &Facts) {
        if let (Self::Worker(hand), false) = (self, facts.is_own) {
            hand.order(&Order::Registry, &[facts.registry.canonical_json().unwrap_or_default().into()]);
        }
    }

    /// Examines with these from now on.
    pub(super) fn set_bench(&self, bench: &BenchTexts) {
        match self {
            Self::Worker(hand) => {
                hand.order(&Order::Bench, &[bench.keyring.as_str().into(), bench.previous.as_str().into()]);
            }
            Self::Page(examiner) => examiner.set_bench(&bench.keyring, &bench.previous),
        }
    }

    /// Examines this; on the page's own thread after what waits there.
    pub(super) fn examine(&self, task: Task, file: JsValue) {
        match self {
            Self::Worker(hand) => hand.order(&Order::Examine(task), &[file]),
            Self::Page(examiner) => {
                let examiner = examiner.clone();
                let work = move || wasm_bindgen_futures::spawn_local(async move { examiner.work(task, file).await });
                Timeout::new(0, work).forget();
            }
        }
    }

    /// Takes nothing more out of open archives.
    pub(super) fn stop(&self) {
        match self {
            Self::Worker(hand) => hand.order(&Order::Stop, &[]),
            Self::Page(examiner) => examiner.stop(),
        }
    }
}

impl WorkerHand {
    fn order(&self, order: &Order, beside: &[JsValue]) {
        let Ok(order) = serde_json::to_string(order) else { return };
        let letter: Array = std::iter::once(&order.into()).chain(beside).collect();
        let _ = self.worker.post_message(&letter);
    }
}

fn broken(worker: &Worker, event: &'static str, hear: &Rc<dyn Fn(Option<JsValue>)>) -> EventListener {
    let hear = hear.clone();
    EventListener::new(worker, event, move |_| hear(None))
}

/// The address of a worker's script: the page's own glue, which stands in its only file, and what starts it.
fn script() -> Option<String> {
    let glue = browser::document()?.get_element_by_id("glue")?.text_content()?;
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let parts = Array::of3(&glue.into(), &"\n".into(), &BOOT.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}
