//! The screens, one module each.

pub(super) mod desk;
pub(super) mod guide;
pub(super) mod receipt;
pub(super) mod registry;
pub(super) mod review;
pub(super) mod section;
pub(super) mod sections;
pub(super) mod self_test;
pub(super) mod sign;
mod speed;
pub(super) mod start;

use crate::session::Action;
use yew::{Callback, Html, html};

/// The heading of a screen, which takes the focus when the screen opens.
fn heading(text: &str) -> Html {
    html! { <h1 id="top" tabindex="-1">{ text }</h1> }
}

/// A button that stands in a list: screen readers also hear what it is about.
fn named_button(class: &'static str, says: String, about: &str, send: &Callback<Action>, action: Action) -> Html {
    let (send, label) = (send.clone(), format!("{says}: {about}"));
    html! { <button type="button" {class} aria-label={label} onclick={move |_| send.emit(action.clone())}>{ says }</button> }
}

/// A button that does one thing.
pub(super) fn button(class: &'static str, says: String, send: &Callback<Action>, action: Action) -> Html {
    let send = send.clone();
    html! { <button type="button" {class} onclick={move |_| send.emit(action.clone())}>{ says }</button> }
}
