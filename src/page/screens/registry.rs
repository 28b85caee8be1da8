//! The registry in use, and one that waits to be taken into use.

use super::{button, heading};
use crate::page::components::file::{file_field, open_file};
use crate::session::view::{EditionView, OfferedView, registry};
use crate::session::{Action, Screen, State};
use crate::text::phrases;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, TargetCast, html};

/// The registry's screen.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let view = registry(state);
    let back = if state.draft.is_some() { Screen::Sections } else { Screen::Start };
    let back_says = if state.draft.is_some() { phrases::BACK_TO_SECTIONS } else { phrases::TO_START };
    html! {
        <div class="registry">
            { heading(phrases::REGISTRY.text(state.language)) }
            <div class="offer-place">{ view.offer.iter().map(|offer| offered(state, offer, send)).collect::<Html>() }</div>
            <section class="group" aria-labelledby="registry-in-use">
                <h2 id="registry-in-use">{ state.say(phrases::REGISTRY_IN_USE) }</h2>
                { edition(state, &view.in_use) }
                <div class="in-use-place">
                    if let Some(says) = &view.compare {
                        <p id="in-use-trust" class="unsure">{ says }</p>
                        { button("secondary", state.say(phrases::KEY_COMPARED), send, Action::InUseCompared) }
                    }
                </div>
                <div class="own-place">
                    if let Some(own) = &view.own {
                        { button("secondary", phrases::REGISTRY_BACK.with(state.language, &[("registry", own)]), send, Action::OwnRegistry) }
                    }
                </div>
            </section>
            <section class="group">
                { file_field("open-registry", state.language, state.say(phrases::OPEN_REGISTRY), state.say(phrases::OPEN_REGISTRY_HINT), ".json,application/json", open_file(send)) }
            </section>
            <div class="buttons">{ button("link", state.say(back_says), send, Action::Go(back)) }</div>
        </div>
    }
}

fn edition(state: &State, view: &EditionView) -> Html {
    html! {
        <>
            <p><strong>{ &view.name }</strong>{ ". " }{ &view.issuer }{ "." }</p>
            <dl>
                <div class="answer"><dt>{ state.say(phrases::REGISTRY_HASH) }</dt><dd class="fingerprint">{ &view.sha256 }</dd></div>
            </dl>
            <dl>
                if !view.fingerprint.is_empty() {
                    <div class="answer"><dt>{ state.say(phrases::TRUST_FINGERPRINT) }</dt><dd class="fingerprint">{ &view.fingerprint }</dd></div>
                }
            </dl>
        </>
    }
}

fn offered(state: &State, view: &OfferedView, send: &Callback<Action>) -> Html {
    let title = phrases::REGISTRY_OFFERED.with(state.language, &[("name", &view.file)]);
    html! {
        <section class="group" aria-labelledby="registry-offered" id="offer">
            <h2 id="registry-offered">{ title }</h2>
            { edition(state, &view.edition) }
            <p id="offer-trust" class={if view.compare { "unsure" } else { "good" }}>{ &view.trust }</p>
            <p id="offer-summary">{ &view.summary }</p>
            <div>{ for view.changes.iter().map(|(heading, texts)| list(heading, texts)) }</div>
            <div>
                if !view.drafts.is_empty() { { list(&state.say(phrases::REGISTRY_DRAFTS), &view.drafts) } }
            </div>
            <div>{ if view.compare { compared(state, view, send) } else { html! {} } }</div>
            <div class="buttons">
                <button type="button" id="take-registry" class="primary" onclick={send.reform(|_| Action::TakeRegistry)}>
                    { state.say(phrases::REGISTRY_TAKE) }
                </button>
                { button("link", state.say(phrases::REGISTRY_LEAVE), send, Action::LeaveRegistry) }
            </div>
        </section>
    }
}

fn list(heading: &str, texts: &[String]) -> Html {
    html! {
        <div key={heading.to_owned()}>
            <h3>{ heading }</h3>
            <ul class="reasons">{ for texts.iter().enumerate().map(|(at, text)| html! { <li key={at}>{ text }</li> }) }</ul>
        </div>
    }
}

fn compared(state: &State, view: &OfferedView, send: &Callback<Action>) -> Html {
    let changed =
        send.reform(|event: Event| Action::KeyCompared(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <label class="compared">
            <input type="checkbox" id="key-compared" checked={view.compared} onchange={changed} />
            { state.say(phrases::KEY_COMPARED) }
        </label>
    }
}
