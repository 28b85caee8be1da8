//! What a key means in the grid.

use crate::session::{Action, GridAction, Step};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// So many rows go by at once.
const PAGE: isize = 10;

/// What a key in the active cell's field means for the grid; none where it is the field's own. While a letter is being
/// composed every key is the method's of input.
pub(super) fn action(event: &KeyboardEvent, writing: bool, several: bool, locked: bool) -> Option<Action> {
    if event.is_composing() || event.key_code() == COMPOSING || event.alt_key() {
        return None;
    }
    let key = event.key();
    let (shift, with) = (event.shift_key(), event.ctrl_key() || event.meta_key());
    let meant = if with { with_control(&key, shift, writing) } else { plain(&key, shift, writing, several) };
    meant.filter(|action| !locked || is_free(action))
}

/// What browsers give as the code of each key that goes to a method of input (UI Events, 7.3).
const COMPOSING: u32 = 229;

fn go(step: Step, extend: bool) -> Option<Action> {
    Some(Action::Grid(GridAction::Go { step, extend }))
}

fn plain(key: &str, shift: bool, writing: bool, several: bool) -> Option<Action> {
    match key {
        "ArrowUp" => go(Step::Up, shift && !writing),
        "ArrowDown" => go(Step::Down, shift && !writing),
        "Enter" => go(if shift { Step::Up } else { Step::Down }, false),
        "Tab" if writing => go(if shift { Step::Previous } else { Step::Next }, false),
        "Escape" if writing => Some(Action::Grid(GridAction::TakeBack)),
        "Escape" if several => Some(Action::Grid(GridAction::Collapse)),
        "F2" => Some(Action::Grid(GridAction::Caret)),
        "PageUp" => go(Step::Page(-PAGE), shift && !writing),
        "PageDown" => go(Step::Page(PAGE), shift && !writing),
        _ if writing => None,
        "ArrowLeft" => go(Step::Left, shift),
        "ArrowRight" => go(Step::Right, shift),
        "Home" => go(Step::Home, shift),
        "End" => go(Step::End, shift),
        "Delete" => Some(Action::Grid(GridAction::Clear)),
        _ => None,
    }
}

fn with_control(key: &str, shift: bool, writing: bool) -> Option<Action> {
    match key.to_lowercase().as_str() {
        "d" => Some(Action::Grid(GridAction::FillDown)),
        _ if writing => None,
        "home" => go(Step::First, shift),
        "end" => go(Step::Last, shift),
        "a" => Some(Action::Grid(GridAction::SelectAll)),
        "c" => Some(Action::Grid(GridAction::Copy)),
        "x" => Some(Action::Grid(GridAction::Cut)),
        "z" if !shift => Some(Action::Undo),
        "z" | "y" => Some(Action::Redo),
        _ => None,
    }
}

/// Whether it changes nothing.
fn is_free(action: &Action) -> bool {
    matches!(
        action,
        Action::Grid(
            GridAction::Go { .. } | GridAction::SelectAll | GridAction::Copy | GridAction::Collapse | GridAction::Caret
        )
    )
}

/// Puts the caret behind the text of the field that has the focus.
pub(super) fn caret_behind(event: &KeyboardEvent) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
        let _ = input.set_selection_range(end, end);
    }
}
