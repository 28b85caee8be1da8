//! What is said of the row that the person is at.

use crate::page::components::said::{error, note};
use crate::page::components::warning::Warning;
use crate::page::screens::button;
use crate::session::Action;
use crate::session::view::{GridView, field_id};
use crate::text::{Language, grid_phrases};
use yew::{Callback, Html, html};

/// Errors, warnings with their reasons, notes and questions, below the grid, where they move no row.
pub(super) fn panel(language: Language, view: &GridView, locked: bool, send: &Callback<Action>) -> Html {
    let of = &view.panel;
    let fine = of.errors.is_empty() && of.warnings.is_empty() && of.notes.is_empty() && of.questions.is_empty();
    html! {
        <section class="grid-panel" id="grid-panel" aria-label={grid_phrases::PANEL.text(language)}>
            <p class="grid-panel__title">{ &of.title }</p>
            <p class="hint">{ if fine { grid_phrases::PANEL_FINE.text(language) } else { "" } }</p>
            <div>{ for of.errors.iter().map(|(path, name, said)| html! {
                <div key={format!("{path}#{}", said.rule)} class="grid-said"><span class="grid-said__column">{ name }</span>{ error(said, &field_id(path), language) }</div>
            }) }</div>
            <div>{ for of.warnings.iter().map(|(path, name, warning)| html! {
                <div key={format!("{path}#{}", warning.rule)} class="grid-said">
                    <span class="grid-said__column">{ name }</span>
                    <Warning warning={warning.clone()} path={path.clone()} {language} send={send.clone()} {locked} />
                </div>
            }) }</div>
            <div>{ for of.notes.iter().map(|(path, name, said)| html! {
                <div key={format!("{path}#{}", said.rule)} class="grid-said"><span class="grid-said__column">{ name }</span>{ note(said, &field_id(path), language) }</div>
            }) }</div>
            <div>{ for of.questions.iter().map(|(answer, text)| html! {
                <div key={answer.clone()} class="question">
                    <p class="question__text">{ text }</p>
                    { button("link", grid_phrases::QUESTION.text(language).to_owned(), send, Action::Follow(answer.clone())) }
                </div>
            }) }</div>
        </section>
    }
}
