//! What was last said to the person.

use crate::session::{Notice, State};
use yew::{Html, html};

/// The notice, or nothing.
pub(in crate::page) fn notice(state: &State) -> Html {
    match &state.notice {
        None => html! {},
        Some(Notice::Good(says)) => html! { <p class="notice notice--good">{ says }</p> },
        Some(Notice::Bad(says)) => html! { <p class="notice notice--bad" role="alert">{ says }</p> },
    }
}
