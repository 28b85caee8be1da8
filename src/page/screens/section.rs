//! One section of the return.

use super::{button, heading};
use crate::page::components::group::group;
use crate::page::components::summary::summary;
use crate::session::view::section;
use crate::session::{Action, Screen, Section, State};
use crate::text::phrases;
use yew::{Callback, Html, html};

/// The section.
pub(in crate::page) fn screen(state: &State, of: Section, send: &Callback<Action>) -> Html {
    let Some(view) = section(state, of) else {
        return html! {};
    };
    let title = phrases::SUMMARY.with(state.language, &[("count", &view.summary.len().to_string())]);
    let locked = state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty());
    html! {
        <div class="section" key={of.slug()}>
            <p class="step">{ &view.step }</p>
            { heading(&view.title) }
            <p class="intro">{ &view.intro }</p>
            <div>if locked { <p class="verdict">{ state.say(phrases::SIGNED_IS_LOCKED) }</p> }</div>
            { summary(&title, &view.summary, send) }
            <div class="groups">{ for view.groups.iter().map(|view| group(view, state.language, locked, send)) }</div>
            <div class="buttons">
                { button("primary", state.say(phrases::SAVE_NEXT), send, Action::NextSection) }
                { button("link", state.say(phrases::BACK_TO_SECTIONS), send, Action::Go(Screen::Sections)) }
                { button("link", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
            </div>
        </div>
    }
}
