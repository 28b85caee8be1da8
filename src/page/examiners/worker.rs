//! The program in a worker: it takes orders from the page and answers.

use super::examiner::{Examiner, Facts, Tell};
use super::orders::{Answer, Order};
use crate::registry::typed_text;
use js_sys::Array;
use std::rc::Rc;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Takes orders for as long as the worker lives.
pub(in crate::page) fn start(scope: &DedicatedWorkerGlobalScope, facts: Facts) {
    let mouth = scope.clone();
    let tell: Tell = Rc::new(move |answer, report| {
        let report = report.and_then(|report| serde_json::to_string(&report).ok());
        let report = report.map_or(JsValue::UNDEFINED, JsValue::from);
        post(&mouth, &answer, &report);
    });
    let examiner = Rc::new(Examiner::new(facts, tell.clone()));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| carry_out(&examiner, &event.data()));
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    tell(Answer::Ready, None);
}

/// An answer that cannot be sent is as good as a breakdown, which the boot script tells of.
fn post(mouth: &DedicatedWorkerGlobalScope, answer: &Answer, report: &JsValue) {
    if let Ok(answer) = serde_json::to_string(answer) {
        let _ = mouth.post_message(&Array::of2(&answer.into(), report));
    }
}

fn carry_out(examiner: &Rc<Examiner>, data: &JsValue) {
    let letter = Array::from(data);
    let text = |place: u32| letter.get(place).as_string().unwrap_or_default();
    match typed_text(&text(0)) {
        Ok(Order::Registry) => examiner.set_registry(&text(1)),
        Ok(Order::Bench) => examiner.set_bench(&text(1), &text(2)),
        Ok(Order::Stop) => examiner.stop(),
        Ok(Order::Examine(task)) => {
            let (examiner, file) = (examiner.clone(), letter.get(1));
            wasm_bindgen_futures::spawn_local(async move { examiner.work(task, file).await });
        }
        Err(error) => web_sys::console::error_1(&error.to_string().into()),
    }
}
