//! The coordinator's questions, each with the field of its answer.

use super::field::Field;
use crate::session::Action;
use crate::session::view::QuestionView;
use crate::text::{Language, tongue};
use yew::{Callback, Html, html};

/// The questions, in a place that is always drawn: what comes and goes beside an input could draw it anew.
pub(in crate::page) fn questions(
    of: &[QuestionView],
    language: Language,
    locked: bool,
    send: &Callback<Action>,
) -> Html {
    html! { <div class="questions">{ for of.iter().map(|question| one(question, language, locked, send)) }</div> }
}

fn one(of: &QuestionView, language: Language, locked: bool, send: &Callback<Action>) -> Html {
    html! {
        <div class="question" key={of.key.clone()}>
            <p class="question__title">{ &of.title }</p>
            <p class="question__place">{ &of.place }</p>
            <p class="question__text" lang={tongue(&of.text)}>{ &of.text }</p>
            <div class="question__answer">
                if let Some(answer) = &of.answer {
                    <Field view={answer.clone()} {language} {locked} send={send.clone()} />
                }
            </div>
        </div>
    }
}
