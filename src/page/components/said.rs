//! What is said at a field: errors and notes, each with its source.

use super::source::source;
use crate::session::view::SaidView;
use crate::text::{Language, phrases};
use yew::{Html, html};

/// The name in the document of what a rule says at a field.
pub(super) fn said_id(field: &str, rule: &str) -> String {
    format!("{field}-says-{rule}")
}

/// An error at the field of this name in the document.
pub(super) fn error(said: &SaidView, field: &str, language: Language) -> Html {
    let id = said_id(field, &said.rule);
    html! {
        <div class="said" key={id.clone()}>
            <p class="error" id={id.clone()}>
                <span class="unseen">{ phrases::ERROR.text(language) }{ ": " }</span>{ &said.message }
            </p>
            { source(said.source.as_ref(), id, language) }
        </div>
    }
}

/// A note at the field of this name in the document.
pub(super) fn note(said: &SaidView, field: &str, language: Language) -> Html {
    let id = said_id(field, &said.rule);
    html! {
        <div class="said" key={id.clone()}>
            <p class="note" id={id.clone()}><strong>{ phrases::NOTE.text(language) }{ ": " }</strong>{ &said.message }</p>
            { source(said.source.as_ref(), id, language) }
        </div>
    }
}
