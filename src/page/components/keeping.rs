//! What can be done with the open draft as a whole, and the question about one that would take its place.

use crate::page::screens::button;
use crate::session::view::{arriving, tools};
use crate::session::{ARRIVING, Action, State};
use crate::text::keeping_phrases;
use yew::{Callback, Html, html};

/// The tools of the open draft, or nothing.
pub(in crate::page) fn draft_tools(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = tools(state) else { return html! {} };
    let way = |id: &'static str, says, can: bool, action: Action| {
        let send = send.clone();
        html! {
            <button type="button" class="link" {id} disabled={!can} onclick={move |_| send.emit(action.clone())}>{ state.say(says) }</button>
        }
    };
    html! {
        <div class="tools" role="group" aria-label={state.say(keeping_phrases::TOOLS)}>
            { way("undo", keeping_phrases::UNDO, view.undo, Action::Undo) }
            { way("redo", keeping_phrases::REDO, view.redo, Action::Redo) }
            { way("save-draft", keeping_phrases::SAVE_DRAFT, true, Action::SaveDraft) }
            { way("save-page", keeping_phrases::SAVE_PAGE, true, Action::SavePage) }
        </div>
    }
}

/// The question about a draft that waits, or nothing.
pub(in crate::page) fn question(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = arriving(state) else { return html! {} };
    html! {
        <section class="group arriving" aria-labelledby={ARRIVING}>
            <p id={ARRIVING} role="alert" tabindex="-1"><strong>{ view.says }</strong></p>
            <p class="hint">{ state.say(keeping_phrases::CAN_BE_UNDONE) }</p>
            <div class="buttons">
                { button("primary", view.take, send, Action::TakeArriving) }
                { button("secondary", view.leave, send, Action::LeaveArriving) }
            </div>
        </section>
    }
}
