//! The whole return, to be looked at before it is signed.

use super::{button, heading, named_button};
use crate::page::components::findings::findings;
use crate::session::view::{Answered, ReviewGroup, ReviewLine, review};
use crate::session::{Action, Screen, Section, State};
use crate::text::{phrases, print_phrases, tongue};
use yew::{Callback, Html, classes, html};

/// The review.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = review(state) else {
        return html! {};
    };
    html! {
        <div class="review">
            { heading(phrases::REVIEW.text(state.language)) }
            <p class={classes!("verdict", view.can_sign.then_some("verdict--ready"))} id="verdict">{ &view.verdict }</p>
            { findings(&view.findings, state.language, send) }
            <div class="questions-place">{ questions(state, &view.questions) }</div>
            <div class="groups">
                <section class="group"><dl>{ for view.heading.iter().enumerate().map(|(index, line)| answer(index, line, "")) }</dl></section>
                { for view.sections.iter().map(|(of, title, groups)| section(state, *of, title, groups, send)) }
            </div>
            <div class="buttons">
                { button("primary", state.say(phrases::TO_SIGN), send, Action::Go(Screen::Sign)) }
                { button("secondary", state.say(print_phrases::PRINTED), send, Action::Go(Screen::Print)) }
                { button("link", state.say(phrases::BACK_TO_SECTIONS), send, Action::Go(Screen::Sections)) }
            </div>
        </div>
    }
}

/// The coordinator's questions with their answers.
fn questions(state: &State, lines: &[ReviewLine]) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <section class="group" aria-labelledby="questions-title">
            <h2 id="questions-title">{ state.say(phrases::QUESTIONS) }</h2>
            <dl>{ for lines.iter().enumerate().map(|(index, line)| answer(index, line, "")) }</dl>
        </section>
    }
}

fn section(state: &State, of: Section, title: &str, groups: &[ReviewGroup], send: &Callback<Action>) -> Html {
    html! {
        <section class="group" key={of.slug()}>
            <div class="review__head">
                <h2>{ title }</h2>
                { named_button("link", state.say(phrases::CHANGE), title, send, Action::Go(Screen::Section(of))) }
            </div>
            { for groups.iter().map(answers) }
        </section>
    }
}

fn answers(group: &ReviewGroup) -> Html {
    let named = group.lines.iter().all(|line| !line.label.is_empty()) && !group.title.is_empty();
    html! {
        <div class="answers" key={group.path.clone()}>
            if named { <h3>{ &group.title }</h3> }
            if !group.text.is_empty() { <p class="group__text" lang={tongue(&group.text)}>{ &group.text }</p> }
            <dl>{ for group.lines.iter().enumerate().map(|(index, line)| answer(index, line, &group.title)) }</dl>
        </div>
    }
}

/// One answer; where it has no label of its own, its group's.
fn answer(index: usize, line: &ReviewLine, title: &str) -> Html {
    html! {
        <div class="answer" key={index}>
            <dt>{ if line.label.is_empty() { title } else { line.label.as_str() } }</dt>
            <dd class={classes!(answer_class(line.state))} lang={tongue(&line.value)}>{ &line.value }</dd>
        </div>
    }
}

fn answer_class(state: Answered) -> Option<&'static str> {
    match state {
        Answered::Yes => None,
        Answered::LeftBlank => Some("left-blank"),
        Answered::Missing => Some("unanswered"),
    }
}
