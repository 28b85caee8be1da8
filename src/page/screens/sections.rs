//! The sections and their state.

use super::{button, heading};
use crate::session::view::{Progress, SectionRow, sections};
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
            <p class="period">{ &view.period }{ " · " }{ &view.due }</p>
            <h2>{ state.say(phrases::SECTIONS) }</h2>
            <ol class="task-rows">{ for view.rows.iter().map(row) }</ol>
            <p class={classes!("verdict", view.can_sign.then_some("verdict--ready"))} id="verdict">{ &view.verdict }</p>
            <div class="buttons">
                { button("primary", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
                { button("link", state.say(phrases::TO_START), send, Action::Go(Screen::Start)) }
            </div>
        </div>
    }
}

fn tag(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "tag--new",
        Progress::Open(_) => "tag--open",
        Progress::Wrong(_) => "tag--wrong",
        Progress::Done => "tag--done",
    }
}
