//! States by colour, sign and word; filters.

use crate::session::view::desk::{Mark, Tone};
use yew::{Callback, Html, classes, html};

/// The class that gives a tone its colour.
pub(super) fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "mark--good",
        Tone::Warn => "mark--warn",
        Tone::Bad => "mark--bad",
        Tone::Quiet => "mark--quiet",
    }
}

/// A state.
pub(super) fn mark(of: &Mark) -> Html {
    html! {
        <span class={classes!("mark", class(of.tone))}>
            <span aria-hidden="true" class="mark__sign">{ of.tone.sign() }</span>{ &of.name }
        </span>
    }
}

/// A filter: pressed where it is in use.
pub(super) fn pick(key: String, name: &str, chosen: bool, picked: Callback<yew::MouseEvent>) -> Html {
    html! {
        <li {key}>
            <button type="button" class="pick" aria-pressed={if chosen { "true" } else { "false" }} onclick={picked}>{ name }</button>
        </li>
    }
}

/// A link among several: where it leads is here already, if it is chosen.
pub(super) fn pick_link(name: &str, chosen: bool, href: String) -> Html {
    html! {
        <li key={href.clone()}><a class="pick" {href} aria-current={chosen.then_some("page")}>{ name }</a></li>
    }
}
