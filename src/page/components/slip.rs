//! A query slip: what it asks, and whose signature it bears.

use super::summary::to_field;
use crate::page::screens::button;
use crate::session::Action;
use crate::session::view::{QuestionLine, SlipView, TrustView};
use crate::text::{Language, phrases, tongue};
use yew::{Callback, Html, classes, html};

/// The slip, with its questions as links to their fields.
pub(in crate::page) fn slip(of: &SlipView, language: Language, send: &Callback<Action>) -> Html {
    let title = format!("slip-{}", of.id);
    let lines = of.questions.iter().map(|line| question(line, send));
    html! {
        <section class="group slip" key={of.id.clone()} aria-labelledby={title.clone()}>
            <h2 id={title}>{ &of.title }</h2>
            <p>{ &of.about }{ " " }{ &of.answer_by }</p>
            { trust(&of.trust, language) }
            <ul class="slip__questions">{ for lines }</ul>
            <div class="buttons">
                <span>if of.wants_amendment { { button("primary", phrases::AMEND.text(language).to_owned(), send, Action::Amend) } }</span>
                { button("link", phrases::SLIP_PUT_AWAY.text(language).to_owned(), send, Action::PutSlipAway(of.id.clone())) }
            </div>
        </section>
    }
}

fn question(of: &QuestionLine, send: &Callback<Action>) -> Html {
    let state = if of.answered { "tag--done" } else { "tag--open" };
    html! {
        <li key={of.place.clone()}>
            { to_field(&of.path, html! { <strong>{ &of.place }</strong> }, send) }{ " " }
            <span class={classes!("tag", state)}>{ &of.says }</span>
            <p class="question__text" lang={tongue(&of.text)}>{ &of.text }</p>
        </li>
    }
}

/// Whose signature a paper bears, and the fingerprint to be compared.
pub(in crate::page) fn trust(of: &TrustView, language: Language) -> Html {
    html! {
        <div class="trust">
            <p class={if of.known { "good" } else { "unsure" }}>{ &of.says }</p>
            <p><span class="hint">{ phrases::TRUST_FINGERPRINT.text(language) }{ ": " }</span><span class="fingerprint">{ &of.fingerprint }</span></p>
        </div>
    }
}
