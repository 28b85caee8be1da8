//! The return on paper, and the blank form.

use super::{button, heading};
use crate::page::components::paper::PaperView;
use crate::session::view::{PrintView, form, printed};
use crate::session::{Action, Screen, State};
use crate::text::{Phrase, phrases, print_phrases};
use yew::{Callback, Html, html};

/// The open return.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = printed(state) else {
        return html! {};
    };
    let links = html! {
        <>
            { button("link", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
            { button("link", state.say(phrases::SIGN), send, Action::Go(Screen::Sign)) }
            { button("link", state.say(print_phrases::FORM), send, Action::Go(Screen::Form)) }
        </>
    };
    let explain = [print_phrases::PRINTED, print_phrases::EXPLAIN, print_phrases::PREVIEW];
    on_paper(state, &view, explain, links, send)
}

/// The form of the chosen agency and quarter.
pub(in crate::page) fn blank(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = form(state) else {
        return html! {};
    };
    let links = button("link", state.say(print_phrases::TO_START), send, Action::Go(Screen::Start));
    let explain = [print_phrases::FORM, print_phrases::FORM_EXPLAIN, print_phrases::FORM_PREVIEW];
    on_paper(state, &view, explain, links, send)
}

fn on_paper(
    state: &State,
    view: &PrintView,
    [title, explain, label]: [Phrase; 3],
    links: Html,
    send: &Callback<Action>,
) -> Html {
    html! {
        <div class="print">
            { heading(title.text(state.language)) }
            <p class="intro">{ state.say(explain) }</p>
            <p class="intro print__draft">{ if view.draft { state.say(print_phrases::NOT_SIGNED) } else { String::new() } }</p>
            <div class="buttons">
                { button("primary", state.say(print_phrases::PRINT), send, Action::Print) }
                { button("secondary", state.say(print_phrases::SAVE_DOCX), send, Action::SavePaper) }
                { links }
            </div>
            <div class="paper-place"><PaperView paper={view.paper.clone()} label={state.say(label)} /></div>
        </div>
    }
}
