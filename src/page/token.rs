//! The officer's signing service on the same machine, asked once for each signature that the person wants.

use super::browser;
use crate::session::Action;
use crate::signing::TOKEN_SERVICE;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, WebSocket};

/// So long the person may take to type the token's PIN, in milliseconds.
const PATIENCE: u32 = 180_000;

/// A way to the service, for one question.
#[derive(Clone)]
pub(super) struct Service(WebSocket);

impl Service {
    /// A new one; none where the browser does not allow it.
    pub(super) fn reached() -> Option<Self> {
        WebSocket::new(TOKEN_SERVICE).ok().map(Self)
    }

    /// Waits for no answer any more.
    pub(super) fn leave(&self) {
        let _ = self.0.close();
    }
}

/// Asks, and gives on what the service says.
pub(super) async fn ask(service: Option<Service>, order: u64, request: String) -> Action {
    let answer = match service {
        Some(Service(socket)) => asked(&socket, &request).await,
        None => None,
    };
    Action::TokenAnswered { order, answer, now: browser::unix_seconds() }
}

/// The service's words; none where nothing answers, or where it takes too long.
async fn asked(socket: &WebSocket, request: &str) -> Option<String> {
    let mut ends = Vec::new();
    let answer = Promise::new(&mut |good, bad| ends = vec![good, bad]);
    let [good, bad] = <[Function; 2]>::try_from(ends).ok()?;
    let (opened, request) = (socket.clone(), request.to_owned());
    let closed = bad.clone();
    let _listeners = [
        EventListener::once(socket, "open", move |_| drop(opened.send_with_str(&request))),
        EventListener::once(socket, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::UNDEFINED, MessageEvent::data);
            drop(good.call1(&JsValue::UNDEFINED, &data));
        }),
        EventListener::once(socket, "close", move |_| drop(closed.call0(&JsValue::UNDEFINED))),
    ];
    let _patience = Timeout::new(PATIENCE, move || drop(bad.call0(&JsValue::UNDEFINED)));
    let answer = JsFuture::from(answer).await.ok().and_then(|answer| answer.as_string());
    let _ = socket.close();
    answer
}
