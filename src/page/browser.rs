//! What is asked of the browser: the document, the clock, the storage. Each may be refused, and says so by `None`.

use super::crash::crashed;
use crate::vietnamese::Date;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomException, FocusOptions, HtmlElement, Storage, Window};

/// Where the language is remembered.
const LANGUAGE: &str = "return36a/language";
/// Where the registry is kept that was taken into use.
const REGISTRY: &str = "return36a/registry";
/// The element of the page's file with the signed registry that it carries; `xtask` puts it there.
const CARRIED: &str = "registry";
/// Where the coordinator's quarter is named.
const DESK: &str = "return36a/desk";

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The day by the machine's clock and time zone.
pub(super) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let (month, day) = (u8::try_from(now.get_month() + 1).ok()?, u8::try_from(now.get_date()).ok()?);
    Date::new(i32::try_from(now.get_full_year()).ok()?, month, day).ok()
}

/// Hour and minute by the machine's clock, `08:05`.
pub(super) fn hour() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Milliseconds since the page was opened, in parts of one.
pub(super) fn now() -> Option<f64> {
    window()?.performance().map(|clock| clock.now())
}

/// Seconds since 1970.
pub(super) fn unix_seconds() -> i64 {
    // Milliseconds of this age fit 53 bits; the fraction is dropped on purpose.
    (js_sys::Date::now() / 1000.0) as i64
}

/// 16 random bytes; none where the browser has no source of them.
pub(super) fn random() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// Where small texts are kept; none where it is refused, or the program has failed.
pub(super) fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?.filter(|_| !crashed())
}

/// Whether the storage takes what is written into it.
pub(super) fn keeps() -> bool {
    const TRIAL: &str = "return36a/trial";
    let kept = storage().is_some_and(|storage| {
        storage.set_item(TRIAL, TRIAL).is_ok()
            && storage.get_item(TRIAL).is_ok_and(|read| read.as_deref() == Some(TRIAL))
    });
    forget(TRIAL);
    kept
}

/// Whether the browser says by its ways that this is a private window, which forgets what it keeps when it is closed. Firefox
/// has no folder for the page there. Chromium has one in every window and so cannot be told, but has none for a page from
/// disk, the origin of which is `file://` to it alone.
pub(super) async fn is_private() -> bool {
    let origin = window().and_then(|window| window.location().origin().ok());
    if origin.is_none_or(|origin| origin == "file://") {
        return false;
    }
    let Some(folder) = folder() else { return false };
    let refused = JsFuture::from(folder).await.err();
    refused.is_some_and(|thrown| thrown.dyn_ref().is_some_and(|error: &DomException| error.name() == "SecurityError"))
}

/// The page's own folder, asked for; none where the browser knows of no such thing. Nothing is ever put there.
fn folder() -> Option<Promise> {
    let storage = Reflect::get(window()?.navigator().as_ref(), &"storage".into()).ok()?;
    let ask: Function = Reflect::get(&storage, &"getDirectory".into()).ok()?.dyn_into().ok()?;
    ask.call0(&storage).ok()?.dyn_into().ok()
}

/// Forgets what is under this name.
fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Keeps a registry's file; false where the storage is refused or full, and then none is kept.
pub(super) fn keep_registry(text: &str) -> bool {
    let kept = storage().is_some_and(|storage| storage.set_item(REGISTRY, text).is_ok());
    if !kept {
        forget_registry();
    }
    kept
}

/// The file of the registry that was taken into use.
pub(super) fn kept_registry() -> Option<String> {
    storage()?.get_item(REGISTRY).ok()?
}

/// The signed registry that the page's own file carries.
pub(super) fn carried_registry() -> Option<String> {
    let text = document()?.get_element_by_id(CARRIED)?.text_content()?;
    (!text.trim().is_empty()).then_some(text)
}

/// Forgets it.
pub(super) fn forget_registry() {
    forget(REGISTRY);
}

/// The quarter that the coordinator looked at last.
pub(super) fn desk_period() -> Option<String> {
    storage()?.get_item(DESK).ok()?
}

/// Remembers the coordinator's quarter.
pub(super) fn remember_desk_period(period: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(DESK, period);
    }
}

/// The language chosen before.
pub(super) fn language() -> Option<String> {
    storage()?.get_item(LANGUAGE).ok()?
}

/// Remembers the language, and tells it to screen readers.
pub(super) fn remember_language(tag: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(LANGUAGE, tag);
    }
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Names the window, its tab and its place in the history.
pub(super) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Shows another address in place of this one.
pub(super) fn replace_address(address: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{address}")));
    }
}

/// The part of the address after `#`.
pub(super) fn address() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Shows another address; the page itself stays.
pub(super) fn set_address(address: &str) {
    if self::address() != address
        && let Some(window) = window()
    {
        let _ = window.location().set_hash(address);
    }
}

/// Opens the browser's printing.
pub(super) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Goes to the top of the page and gives the focus to the screen's heading.
pub(super) fn top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let heading = document().and_then(|document| document.get_element_by_id("top"));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus_with_options(&options);
    }
}

/// Brings the element of this name into sight and focus.
pub(super) fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A grid scrolls by itself to the cell that it is to show.
        if element.closest("[role=grid]").ok().flatten().is_some() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
            return;
        }
        // The whole field comes into sight: what is asked, and what is wrong with it; of a button that confirms a
        // group, the group. A group may be too tall, so that its button has yet to be brought into sight.
        let whole = if id.starts_with("confirm-") { ".group" } else { ".field" };
        let field = element.closest(whole).ok().flatten();
        field.unwrap_or_else(|| element.clone().into()).scroll_into_view();
        let options = FocusOptions::new();
        options.set_prevent_scroll(whole == ".field");
        let _ = element.focus_with_options(&options);
    }
}

/// Waits until other events had their turn: keys, or a message that says to stop.
pub(super) async fn breath() {
    let turn = Promise::new(&mut |turn, _| {
        Timeout::new(0, move || drop(turn.call0(&JsValue::UNDEFINED))).forget();
    });
    // It is never refused.
    let _ = JsFuture::from(turn).await;
}
