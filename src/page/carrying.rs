//! The draft that the page carries in itself, so that a page saved in the middle of work starts with it: by the browser's
//! own "Save page as", which writes the document as it stands, and by the page's own button.

use super::browser::{address, document};
use super::files;
use crate::session::Carried;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// The name in the document of the element that carries the draft.
const PLACE: &str = "draft";
/// Where the address stands that was shown.
const ADDRESS: &str = "data-address";

/// The draft that the page was opened with.
pub(super) fn carried() -> Option<Carried> {
    let place = document()?.get_element_by_id(PLACE)?;
    let text = place.text_content().filter(|text| !text.trim().is_empty())?;
    Some(Carried { text, address: place.get_attribute(ADDRESS).unwrap_or_default() })
}

/// From now on the page carries this draft, or none.
pub(super) fn carry(text: Option<&str>) {
    let Some(document) = document() else { return };
    let place = document.get_element_by_id(PLACE);
    match (text, place) {
        (None, place) => place.iter().for_each(Element::remove),
        (Some(text), Some(place)) => place.set_text_content(Some(&inert(text))),
        (Some(text), None) => drop(placed(&document, text)),
    }
}

/// Which screen a page saved now opens with.
pub(super) fn carry_address() {
    if let Some(place) = document().and_then(|document| document.get_element_by_id(PLACE)) {
        let _ = place.set_attribute(ADDRESS, &address());
    }
}

/// A block of data: no browser runs it, and no policy is asked about it.
fn placed(document: &Document, text: &str) -> Option<()> {
    let place = document.create_element("script").ok()?;
    place.set_attribute("type", "application/json").ok()?;
    place.set_id(PLACE);
    place.set_text_content(Some(&inert(text)));
    document.body()?.append_child(&place).ok().map(drop)
}

/// The same JSON without a sign by which markup could begin or end.
fn inert(text: &str) -> String {
    text.replace('<', "\\u003c")
}

/// Gives the person the page as it carries the draft; none where the browser refuses.
pub(super) fn save_page(name: &str) -> Option<()> {
    let root = document()?.document_element()?;
    let copy: Element = root.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    bare(&copy, "lang");
    let body = copy.query_selector("body").ok()??;
    bare(&body, "");
    let children: Vec<Element> = (0..).map_while(|at| body.children().item(at)).collect();
    for child in children {
        match child.id().as_str() {
            "app" => {
                bare(&child, "id");
                child.set_text_content(None);
            }
            _ if matches!(child.tag_name().as_str(), "SCRIPT" | "NOSCRIPT") => {}
            _ => child.remove(),
        }
    }
    let html = format!("<!DOCTYPE html>\n{}", copy.outer_html());
    files::download(name, html.as_bytes())
}

/// Takes off what the program has put on.
fn bare(element: &Element, kept: &str) {
    let names = element.get_attribute_names();
    for name in names.iter().filter_map(|name| name.as_string()).filter(|name| name != kept) {
        let _ = element.remove_attribute(&name);
    }
}

/// Whether an element, if it is one, is for typing text: keys in it are its own.
pub(super) fn is_text_field(target: Option<Node>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(kind.as_str(), "checkbox" | "radio" | "file" | "button"),
        _ => false,
    }
}
