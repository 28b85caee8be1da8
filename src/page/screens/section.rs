//! One section of the return.

use super::{button, heading};
use crate::page::components::grid::grid;
use crate::page::components::group::group;
use crate::page::components::left::tag;
use crate::page::components::question::questions;
use crate::page::components::summary::summary;
use crate::page::components::warning::Warning;
use crate::session::view::{SectionView, field_id, section};
use crate::session::{Action, Screen, Section, State};
use crate::text::phrases;
use yew::{Callback, Html, classes, html};

/// The section.
pub(in crate::page) fn screen(state: &State, of: Section, send: &Callback<Action>) -> Html {
    let Some(view) = section(state, of) else {
        return html! {};
    };
    let locked = state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty());
    html! {
        <div class="section" key={of.slug()}>
            <p class="step">{ &view.step }{ " " }<span class={classes!("tag", tag(view.progress))} id="section-verdict">{ &view.says }</span></p>
            { heading(&view.title) }
            <p class="intro">{ &view.intro }</p>
            <div>if locked { <p class="verdict">{ state.say(phrases::SIGNED_IS_LOCKED) }</p> }</div>
            // Read aloud when the number of places changes, without the focus leaving the field.
            <p class="unseen" id="found-aloud" role="status">{ if view.summary.is_empty() { "" } else { view.summary_title.as_str() } }</p>
            { summary(&view.summary_title, &view.summary, send) }
            <div class="warnings">{ for view.warnings.iter().map(|(path, warning)| html! {
                <div key={warning.rule.clone()} id={field_id(path)} tabindex="-1">
                    <Warning warning={warning.clone()} path={path.clone()} language={state.language} send={send.clone()} {locked} />
                </div>
            }) }</div>
            <div class="questions-place">{ beside(state, &view, locked, send) }</div>
            <div class="confirm-place">{ confirm(state, &view, locked, send) }</div>
            <div class="list-place">{ for view.list.iter().map(|view| grid(state, view, locked, send)) }</div>
            <div class={classes!("groups", is_counts(of).then_some("groups--counts"))}>{ for view.groups.iter().map(|view| group(view, state.language, locked, send)) }</div>
            <div class="buttons">
                <button type="button" id="next-section" class="primary" onclick={send.reform(|_| Action::NextSection)}>{ state.say(phrases::SAVE_NEXT) }</button>
                { button("link", state.say(phrases::BACK_TO_SECTIONS), send, Action::Go(Screen::Sections)) }
                { button("link", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
            </div>
        </div>
    }
}

/// Whether the section is one of many short counts.
fn is_counts(of: Section) -> bool {
    matches!(of, Section::Services | Section::Dossiers)
}

/// The questions that stand at no field of the section.
fn beside(state: &State, view: &SectionView, locked: bool, send: &Callback<Action>) -> Html {
    if view.questions.is_empty() {
        return html! {};
    }
    html! {
        <section class="group" aria-labelledby="questions-title">
            <h2 id="questions-title">{ state.say(phrases::QUESTIONS) }</h2>
            { questions(&view.questions, state.language, locked, send) }
        </section>
    }
}

/// What was taken from the earlier return and waits to be confirmed.
fn confirm(state: &State, view: &SectionView, locked: bool, send: &Callback<Action>) -> Html {
    let Some(carried) = view.carried.as_ref().filter(|_| !locked) else {
        return html! {};
    };
    html! {
        <div class="carried">
            <p>{ &carried.says }</p>
            { button("secondary", state.say(phrases::CONFIRM_SECTION), send, Action::ConfirmSection(view.section)) }
        </div>
    }
}
