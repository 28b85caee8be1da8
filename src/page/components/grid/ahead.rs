//! Keys that come before the page has drawn what the ones before them did.
//!
//! Yew gives way to the browser while it draws, so that on a slow machine a key can come after a Tab and before the next cell
//! has the focus. Such keys are held and given to the cell they were meant for.

use super::cells::Props;
use super::keys::{self, Plain};
use super::place::come_into_sight;
use crate::page::browser;
use crate::session::{Action, GridAction};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{EventInit, HtmlInputElement, KeyboardEvent, SelectionMode};
use yew::{Event, NodeRef, use_effect_with, use_mut_ref};

/// Marks the field into which something was typed, or the caret was put. The next key may come before that is drawn.
pub(super) const WRITING: &str = "data-writing";

/// How far the keys are ahead of what is drawn.
pub(super) struct Ahead {
    /// The turn whose cell has the focus.
    focused: u32,
    /// Whether a key leads to another cell that has no focus yet.
    leaving: bool,
    /// The keys that were pressed meanwhile.
    held: VecDeque<KeyboardEvent>,
}

impl Ahead {
    /// Nothing is held, and this turn's cell is the one that is drawn.
    pub(super) fn at(turn: u32) -> Self {
        Self { focused: turn, leaving: false, held: VecDeque::new() }
    }
}

/// The active cell gets the focus when it is drawn, and then the keys that were pressed meanwhile.
#[yew::hook]
pub(super) fn use_keys_ahead(props: &Props, scroller: &NodeRef, ahead: &Rc<RefCell<Ahead>>) {
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    let (node, inner, now) = (scroller.clone(), ahead.clone(), latest.clone());
    use_effect_with(props.view.turn, move |turn| {
        let props = now.borrow().clone();
        if inner.borrow().focused == *turn {
            come_into_sight(&node, props.view.place, props.view.total, None);
        } else {
            arrive(&node, &props, &inner);
        }
    });
    let (node, inner) = (scroller.clone(), ahead.clone());
    use_effect_with((), move |()| {
        let heard = move |event: &Event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let props = latest.borrow().clone();
            let is_drawn = inner.borrow().focused != props.view.turn;
            if !(is_drawn || inner.borrow().leaving) || keys::is_composing(key) || keys::is_modifier(key) {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            inner.borrow_mut().held.push_back(key.clone());
            if is_drawn {
                arrive(&node, &props, &inner);
            }
        };
        let first = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        let listener =
            browser::document().map(|document| EventListener::new_with_options(&document, "keydown", first, heard));
        move || drop(listener)
    });
}

/// The active cell, which is drawn, gets the focus and the keys that were held, up to one that leads on.
fn arrive(scroller: &NodeRef, props: &Props, ahead: &Rc<RefCell<Ahead>>) {
    let view = &props.view;
    (ahead.borrow_mut().focused, ahead.borrow_mut().leaving) = (view.turn, false);
    come_into_sight(scroller, view.place, view.total, Some((view.active.as_str(), view.writing)));
    let input = browser::document().and_then(|document| document.get_element_by_id(&view.active));
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
        // A search has hidden the cell: what was meant for it is meant for no other.
        ahead.borrow_mut().held.clear();
        return;
    };
    while !ahead.borrow().leaving {
        let Some(key) = ahead.borrow_mut().held.pop_front() else { return };
        if !pressed_in(&key, &input, props, ahead) && !props.locked {
            write(&key, &input);
        }
    }
}

/// What a key in the active cell's field means for the grid is sent; whether it means something there.
pub(super) fn pressed_in(
    key: &KeyboardEvent,
    input: &HtmlInputElement,
    props: &Props,
    ahead: &Rc<RefCell<Ahead>>,
) -> bool {
    let writing = props.view.writing || input.has_attribute(WRITING);
    let Some(action) = keys::action(key, writing, props.view.several, props.locked) else { return false };
    match action {
        Action::Grid(GridAction::Caret) => keys::caret_behind(input),
        Action::Grid(GridAction::Go { .. }) => ahead.borrow_mut().leaving = true,
        _ => {}
    }
    props.send.emit(action);
    true
}

/// Does in the field what the browser would have done with the key, had the field had the focus. It refuses nothing to a
/// text field.
fn write(key: &KeyboardEvent, input: &HtmlInputElement) {
    let (start, end) = (input.selection_start().ok().flatten(), input.selection_end().ok().flatten());
    let (Some(start), Some(end)) = (start, end) else { return };
    let (text, start) = match keys::plain_key(key) {
        Plain::Text(text) => (text, start),
        Plain::Back if start == end => (String::new(), before(&input.value(), start)),
        Plain::Back => (String::new(), start),
        Plain::Other => return,
    };
    let _ = input.set_range_text_with_start_and_end_and_selection_mode(&text, start, end, SelectionMode::End);
    let told = EventInit::new();
    told.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &told) {
        let _ = input.dispatch_event(&event);
    }
}

/// Where the letter before this place begins, both in UTF-16 code units.
fn before(text: &str, place: u32) -> u32 {
    let mut begins = 0;
    for letter in text.chars() {
        let ends = begins + letter.len_utf16() as u32;
        if ends >= place {
            return begins;
        }
        begins = ends;
    }
    begins
}
