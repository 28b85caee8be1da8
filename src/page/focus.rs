//! The focus is never lost: what goes away or is disabled under it gives it back to where it was before.
//!
//! A button that has done its work is often drawn no more. The browser then lets the focus fall to the document, and whoever
//! has no mouse would begin again at the top of the page.

use super::browser::{document, top};
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// How many elements are remembered.
const MOST: usize = 16;

/// The elements that had the focus, the last one last.
pub(super) struct Focus {
    past: Rc<RefCell<Vec<HtmlElement>>>,
    _listener: Option<EventListener>,
}

impl Focus {
    /// Watches where the focus goes from now on.
    pub(super) fn watched() -> Self {
        let past = Rc::<RefCell<Vec<HtmlElement>>>::default();
        let seen = past.clone();
        let listener = document().map(|document| {
            EventListener::new(&document, "focusin", move |event| {
                let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
                if let (Some(element), Ok(mut seen)) = (element, seen.try_borrow_mut()) {
                    seen.retain(|other| *other != element);
                    seen.push(element);
                    let over = seen.len().saturating_sub(MOST);
                    seen.drain(..over);
                }
            })
        });
        Self { past, _listener: listener }
    }

    /// After a drawing: where the element that had the focus is gone, the one before it has it again, or else the heading.
    pub(super) fn keep(&self) {
        let lost = self.past.borrow().last().is_some_and(|last| !takes_focus(last)) && nothing_has_it();
        if !lost {
            return;
        }
        self.past.borrow_mut().retain(takes_focus);
        let before = self.past.borrow().last().cloned();
        match before {
            // What is still there takes it.
            Some(element) => drop(element.focus()),
            None => top(),
        }
    }
}

fn takes_focus(element: &HtmlElement) -> bool {
    element.is_connected() && !element.has_attribute("disabled")
}

/// Whether the focus is with the document as a whole, or with an element that is disabled by now.
fn nothing_has_it() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|active| active.tag_name() == "BODY" || active.has_attribute("disabled"))
}
