//! What is done when the program fails: it says so, writes nothing any more, and gives the draft as it was.

use super::browser::{document, window};
use super::files;
use crate::session::{Draft, State};
use crate::text::{Language, keeping_phrases};
use std::cell::{Cell, RefCell};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The name in the document of what explains the report.
const REPORT: &str = "crash-report";

thread_local! {
    static CRASHED: Cell<bool> = const { Cell::new(false) };
    /// The draft before the action that is being carried out, and the language that is spoken.
    static BEFORE: RefCell<Option<(Option<Draft>, Language)>> = const { RefCell::new(None) };
}

/// Whether the program has failed: nothing it does from then on is to be believed.
pub(super) fn crashed() -> bool {
    CRASHED.get()
}

/// Holds on to the draft as it is before an action.
pub(super) fn hold(state: &State) {
    BEFORE.with_borrow_mut(|before| *before = Some((state.draft.clone(), state.language)));
}

/// Says in plain words that the page has stopped, once.
pub(super) fn say(report: &str) {
    if CRASHED.replace(true) {
        return;
    }
    let (draft, language) =
        BEFORE.with(|before| before.try_borrow_mut().ok().and_then(|mut before| before.take())).unwrap_or_default();
    if document().and_then(|document| told(&document, report, draft.as_ref(), language)).is_none() {
        web_sys::console::error_1(&report.into());
    }
}

fn told(document: &Document, report: &str, draft: Option<&Draft>, language: Language) -> Option<()> {
    let body = document.body()?;
    if let Some(app) = document.get_element_by_id("app") {
        // Nobody types into what hears nothing any more.
        app.set_attribute("inert", "").ok()?;
    }
    // What it said last of saving is no longer true.
    document.get_element_by_id("saved").iter().for_each(|saved| saved.set_text_content(None));
    // What can still be done stands outside of what is alarming, which alone is read aloud at once.
    let place = element(document, "main", "crash notice notice--bad")?;
    place.set_attribute("tabindex", "-1").ok()?;
    let alarm = element(document, "div", "crash__alarm")?;
    alarm.set_attribute("role", "alert").ok()?;
    text(document, &alarm, "h1", keeping_phrases::CRASHED.text(language))?;
    let kept = if draft.is_some() { keeping_phrases::CRASHED_DRAFT } else { keeping_phrases::CRASHED_NO_DRAFT };
    text(document, &alarm, "p", kept.text(language))?;
    place.append_child(&alarm).ok()?;
    let ways = element(document, "p", "buttons")?;
    // Without its part after the sign, the address leads to the first screen, which opens no draft by itself.
    let reload = text(document, &ways, "a", keeping_phrases::CRASHED_RELOAD.text(language))?;
    reload.set_attribute("href", "").ok()?;
    place.append_child(&ways).ok()?;
    text(document, &place, "p", keeping_phrases::CRASHED_REPORT.text(language))?.set_id(REPORT);
    let field = element(document, "textarea", "crash__report")?;
    field.set_attribute("aria-labelledby", REPORT).ok()?;
    field.set_attribute("readonly", "").ok()?;
    field.set_attribute("rows", "6").ok()?;
    field.set_text_content(Some(&format!("return36a {}\n{}", env!("CARGO_PKG_VERSION"), plain(report))));
    place.append_child(&field).ok()?;
    body.prepend_with_node_1(&place).ok()?;
    into_sight(&place);
    // What was said stands, should writing the draft fail as well.
    if let Some(draft) = draft {
        let saved = files::linked("36a_nhap.json", draft.write().as_bytes())?;
        saved.set_text_content(Some(keeping_phrases::CRASHED_SAVE.text(language)));
        saved.set_id("crash-draft");
        ways.prepend_with_node_1(&saved).ok()?;
    }
    Some(())
}

/// The report without the folder in which the program's libraries lay when it was built.
fn plain(report: &str) -> String {
    let parts =
        report.split_once("cargo/registry/src/").and_then(|(before, rest)| Some((before, rest.split_once('/')?.1)));
    parts.map_or_else(|| report.to_owned(), |(before, rest)| format!("{before}{rest}"))
}

fn into_sight(place: &Element) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(place) = place.dyn_ref::<HtmlElement>() {
        let _ = place.focus();
    }
}

fn element(document: &Document, name: &str, class: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_attribute("class", class).ok()?;
    Some(element)
}

fn text(document: &Document, place: &Element, name: &str, says: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_text_content(Some(says));
    place.append_child(&element).ok()?;
    Some(element)
}
