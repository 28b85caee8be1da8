//! What was last said to the person.

use crate::session::{Action, Notice, State};
use crate::text::phrases;
use yew::{Callback, Html, html};

/// The notice, or nothing.
pub(in crate::page) fn notice(state: &State, send: &Callback<Action>) -> Html {
    let (class, role, says) = match &state.notice {
        None => return html! {},
        Some(Notice::Good(says)) => ("notice notice--good", None, says),
        Some(Notice::Bad(says)) => ("notice notice--bad", Some("alert"), says),
    };
    html! {
        <div {class}>
            <p class="notice__text" {role}>{ says }</p>
            <button type="button" class="link" onclick={send.reform(|_| Action::Dismiss)}>{ state.say(phrases::CLOSE) }</button>
        </div>
    }
}
