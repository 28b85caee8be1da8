//! The screens, one module each.

pub(super) mod review;
pub(super) mod section;
pub(super) mod sections;
pub(super) mod self_test;
pub(super) mod sign;
pub(super) mod start;

use crate::session::Action;
use yew::{Callback, Html, html};

/// The heading of a screen, which takes the focus when the screen opens.
fn heading(text: &str) -> Html {
    html! { <h1 id="top" tabindex="-1">{ text }</h1> }
}

/// A button that does one thing.
fn button(class: &'static str, says: String, send: &Callback<Action>, action: Action) -> Html {
    let send = send.clone();
    html! { <button type="button" {class} onclick={move |_| send.emit(action.clone())}>{ says }</button> }
}
