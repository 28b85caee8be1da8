//! The sections and their state.

use super::{button, heading};
use crate::page::components::file::{file_field, open_file};
use crate::page::components::left::tag;
use crate::page::components::slip::slip;
use crate::session::view::{SectionRow, Sections, sections};
use crate::session::{Action, Screen, State};
use crate::text::phrases;
use yew::{Callback, Html, classes, html};

/// The list of sections.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = sections(state) else {
        return html! {};
    };
    let row = |row: &SectionRow| {
        let (send, screen) = (send.clone(), Screen::Section(row.section));
        html! {
            <li key={row.section.slug()} class="task-row" data-section={row.section.slug()}>
                <button type="button" class="task-row__name" onclick={move |_| send.emit(Action::Go(screen))}>{ &row.title }</button>
                <span class={classes!("tag", tag(row.progress))}>{ &row.says }</span>
            </li>
        }
    };
    html! {
        <div class="sections">
            { heading(&view.agency) }
            <p class="period">{ &view.period }{ " · " }{ &view.due }{ "." }<span class="days">{ &view.left }</span></p>
            <div class="slips">{ for view.slips.iter().map(|of| slip(of, state.language, send)) }</div>
            <h2>{ state.say(phrases::SECTIONS) }</h2>
            <ol class="task-rows">{ for view.rows.iter().map(row) }</ol>
            <p class={classes!("verdict", view.can_sign.then_some("verdict--ready"))} id="verdict">{ &view.verdict }</p>
            <div class="buttons">
                { button("primary", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
                { button("link", state.say(phrases::TO_START), send, Action::Go(Screen::Start)) }
            </div>
            <div class="previous-place">if !view.signed { { previous(state, &view, send) } }</div>
            <section class="group">
            { file_field("open-paper", state.language, state.say(phrases::OPEN_PAPER), state.say(phrases::OPEN_PAPER_HINT), ".json,application/json", open_file(send)) }
            </section>
        </div>
    }
}

/// The earlier return: choosing it, and taking back what was taken from it.
fn previous(state: &State, view: &Sections, send: &Callback<Action>) -> Html {
    let given = send.reform(|(name, bytes)| Action::OpenPrevious { name, bytes });
    html! {
        <section class="group" aria-labelledby="previous-title">
            <h2 id="previous-title">{ state.say(phrases::PREVIOUS) }</h2>
            <div>
                if let Some(says) = &view.previous {
                    <p class="hint">{ says }{ " " }{ state.say(phrases::PREVIOUS_NOT_VERIFIED) }</p>
                    { button("link", state.say(phrases::PREVIOUS_FORGET), send, Action::ForgetPrevious) }
                } else {
                    { file_field("previous-file", state.language, state.say(phrases::PREVIOUS_FILE), state.say(phrases::PREVIOUS_HINT), ".json,application/json", given) }
                }
            </div>
        </section>
    }
}
