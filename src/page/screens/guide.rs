//! The guide, in the page itself.

use super::{button, heading};
use crate::session::{Action, Screen, State};
use crate::text::guide::{Chapter, GUIDE, Part, TITLE};
use crate::text::{Language, guide_phrases, phrases};
use yew::{Callback, Html, html};

/// The guide, and the way back to the return.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let language = state.language;
    html! {
        <div class="guide">
            { heading(TITLE.text(language)) }
            <ol class="explain">
                { for [phrases::EXPLAIN_1, phrases::EXPLAIN_2, phrases::EXPLAIN_3].iter().enumerate().map(|(index, says)| html! { <li key={index}>{ says.text(language) }</li> }) }
            </ol>
            { for GUIDE.iter().enumerate().map(|(index, of)| part(index, of, language)) }
            <div class="buttons">
                if state.draft.is_some() { { button("primary", state.say(guide_phrases::BACK_TO_RETURN), send, Action::Go(Screen::Sections)) } }
                { button("link", state.say(phrases::TO_START), send, Action::Go(Screen::Start)) }
            </div>
        </div>
    }
}

fn part(index: usize, of: &Part, language: Language) -> Html {
    html! {
        <section class="group" key={index}>
            <h2>{ of.title.text(language) }</h2>
            { for of.chapters.iter().map(|of| chapter(of, language)) }
        </section>
    }
}

fn chapter(of: &Chapter, language: Language) -> Html {
    html! {
        <div class="chapter" key={of.id}>
            <h3 id={of.id}>{ of.title.text(language) }</h3>
            <ol class="explain">{ for of.steps.iter().enumerate().map(|(index, step)| html! { <li key={index}>{ step.text(language) }</li> }) }</ol>
        </div>
    }
}
