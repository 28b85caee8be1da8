//! What a key means in the grid.

use crate::session::{Action, GridAction, Step};
use web_sys::{HtmlInputElement, KeyboardEvent};

/// So many rows go by at once.
const PAGE: isize = 10;

/// What a key in the active cell's field means for the grid; none where it is the field's own. While a letter is being
/// composed every key is the method's of input.
pub(super) fn action(event: &KeyboardEvent, writing: bool, several: bool, locked: bool) -> Option<Action> {
    if is_composing(event) || event.alt_key() {
        return None;
    }
    let key = event.key();
    let (shift, with) = (event.shift_key(), event.ctrl_key() || event.meta_key());
    let meant = if with { with_control(&key, shift, writing) } else { plain(&key, shift, writing, several) };
    meant.filter(|action| !locked || is_free(action))
}

/// What browsers give as the code of each key that goes to a method of input (UI Events, 7.3).
const COMPOSING: u32 = 229;

/// Whether the key is the method's of input.
pub(super) fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == COMPOSING
}

/// Whether the key does nothing by itself.
pub(super) fn is_modifier(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "NumLock")
}

/// What a key does in a field of text.
pub(super) enum Plain {
    /// It writes.
    Text(String),
    /// It takes away what is selected, or the letter before the caret.
    Back,
    /// Something else.
    Other,
}

/// What a key does in a field of text. Named keys have names of several ASCII letters (UI Events KeyboardEvent key Values).
pub(super) fn plain_key(event: &KeyboardEvent) -> Plain {
    let key = event.key();
    if event.ctrl_key() != event.alt_key() || event.meta_key() {
        return Plain::Other;
    }
    match key.as_str() {
        "Backspace" => Plain::Back,
        _ if key.chars().count() == 1 || !key.is_ascii() => Plain::Text(key),
        _ => Plain::Other,
    }
}

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

/// Puts the caret behind the text of a field.
pub(super) fn caret_behind(input: &HtmlInputElement) {
    let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
    // Refused to fields that hold no text.
    let _ = input.set_selection_range(end, end);
}
