//! What is left of the return, always in sight: beside the form where the window is wide, below it where it is narrow.

use crate::page::screens::button;
use crate::session::view::{LeftView, Progress, SectionRow, left};
use crate::session::{Action, Screen, State};
use crate::text::{guide_phrases, phrases};
use yew::{Callback, Html, classes, html};

/// What is left; nothing where no return is worked on.
pub(in crate::page) fn what_is_left(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = left(state) else {
        return html! {};
    };
    html! {
        <nav class="left" aria-label={state.say(guide_phrases::LEFT)}>
            <p class={classes!("left__verdict", view.ready.then_some("left__verdict--ready"))}>{ &view.verdict }</p>
            <p class={classes!("left__days", view.late.then_some("left__days--late"))}>{ &view.days }</p>
            <ol class="left__sections">{ for view.rows.iter().map(|of| row(&view, of, send)) }</ol>
            <p class="left__all">{ button("link", state.say(phrases::BACK_TO_SECTIONS), send, Action::Go(Screen::Sections)) }</p>
        </nav>
    }
}

fn row(view: &LeftView, of: &SectionRow, send: &Callback<Action>) -> Html {
    let (send, screen) = (send.clone(), Screen::Section(of.section));
    let here = view.here == Some(of.section);
    html! {
        <li key={of.section.slug()} class={classes!("left__section", here.then_some("left__section--here"))}>
            <button type="button" class="link" aria-current={here.then_some("page")} onclick={move |_| send.emit(Action::Go(screen))}>{ &of.title }</button>
            <span class={classes!("left__says", tag(of.progress))}>{ &of.says }</span>
        </li>
    }
}

/// The class by which it is seen how far a section is.
pub(in crate::page) fn tag(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "tag--new",
        Progress::Open(_) | Progress::Carried(_) | Progress::Asked(_) => "tag--open",
        Progress::Wrong(_) => "tag--wrong",
        Progress::Done => "tag--done",
    }
}
