//! The key, the signature and the file.

use super::{button, heading};
use crate::page::components::file::file_field;
use crate::session::view::{SignView, sign};
use crate::session::{Action, Screen, Secret, State};
use crate::text::{Language, phrases};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, NodeRef, Properties, SubmitEvent, classes, component, html, use_node_ref};

/// The signing screen.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = sign(state) else {
        return html! {};
    };
    let signed = !view.signatures.is_empty();
    html! {
        <div class="sign">
            { heading(phrases::SIGN.text(state.language)) }
            <p class={classes!("verdict", view.can_sign.then_some("verdict--ready"))} id="verdict">{ &view.verdict }</p>
            <div class="signed-place">if signed { { signed_part(state, &view, send) } }</div>
            <div class="key-place">if !signed { { key_part(state, &view, send) } }</div>
            <p role="status" class="working">{ if view.busy { state.say(phrases::WORKING) } else { String::new() } }</p>
            <div class="buttons">
                { button("link", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
                { button("link", state.say(phrases::BACK_TO_SECTIONS), send, Action::Go(Screen::Sections)) }
            </div>
        </div>
    }
}

fn signed_part(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    let signatures = view.signatures.iter().enumerate().map(|(index, signature)| {
        html! {
            <li key={index} class={if signature.good { "good" } else { "unsure" }}>{ &signature.says }</li>
        }
    });
    html! {
        <section class="group">
            <h2>{ state.say(phrases::SIGNATURES) }</h2>
            <ul id="signatures">{ for signatures }</ul>
            <div>{ public_side(state, view, send) }</div>
            <button type="button" id="export" class="primary export" onclick={send.reform(|_| Action::Export)}>
                { phrases::EXPORT.with(state.language, &[("name", &view.file)]) }
            </button>
            <div class="field">
                { button("secondary", state.say(phrases::AMEND), send, Action::Amend) }
                <p class="hint">{ state.say(phrases::AMEND_HINT) }</p>
            </div>
            <div class="field">
                { button("secondary", state.say(phrases::UNSIGN), send, Action::Unsign) }
                <p class="hint">{ state.say(phrases::UNSIGN_HINT) }</p>
            </div>
        </section>
    }
}

fn key_part(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    let chosen = send.reform(|(name, bytes): (String, Vec<u8>)| Action::KeyChosen {
        name,
        pem: String::from_utf8_lossy(&bytes).into_owned(),
    });
    html! {
        <>
            <section class="group" aria-labelledby="key-title">
                <h2 id="key-title">{ state.say(phrases::KEY) }</h2>
                <p>{ state.say(phrases::KEY_EXPLAIN) }</p>
                <p id="key-in-use">{ view.key.as_ref().map(|name| phrases::KEY_LOADED.with(state.language, &[("name", name)])) }</p>
                <div>{ public_side(state, view, send) }</div>
                <h3>{ state.say(if view.key.is_some() { phrases::KEY_OTHER } else { phrases::KEY_HAVE }) }</h3>
                { file_field("key-file", state.say(phrases::KEY_FILE), String::new(), ".pem", chosen) }
            </section>
            <div>if view.key.is_none() { <NewKey language={state.language} busy={view.busy} send={send.clone()} /> }</div>
            <div>if view.key.is_some() { <UseKey language={state.language} busy={view.busy || !view.can_sign} send={send.clone()} /> }</div>
        </>
    }
}

/// The fingerprint and the files of a key that was made or opened.
fn public_side(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    let Some(key) = &view.public else {
        return html! {};
    };
    html! {
        <div class="public-side">
            <p>{ state.say(phrases::FINGERPRINT) }</p>
            <p class="fingerprint">{ &key.fingerprint }</p>
            <p>{ state.say(phrases::PUBLIC_KEY) }</p>
            <p class="fingerprint jwk">{ &key.jwk }</p>
            <div class="buttons">
                { button("secondary card", state.say(phrases::SAVE_CARD), send, Action::SaveCard) }
                <span>if view.key.is_some() { { button("link", state.say(phrases::SAVE_KEY), send, Action::SaveKey) } }</span>
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct KeyProps {
    language: Language,
    busy: bool,
    send: Callback<Action>,
}

/// A new key. Passwords live in their fields only, and are gone from them once used.
#[component]
fn NewKey(props: &KeyProps) -> Html {
    let (first, second) = (use_node_ref(), use_node_ref());
    let (send, language) = (props.send.clone(), props.language);
    let (password, again) = (first.clone(), second.clone());
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Action::MakeKey { password: taken(&password), again: taken(&again) });
    };
    html! {
        <form class="group" aria-labelledby="new-key-title" onsubmit={make}>
            <h2 id="new-key-title">{ phrases::KEY_NEW.text(language) }</h2>
            { password_field("new-password", phrases::PASSWORD.text(language), phrases::PASSWORD_HINT.text(language), first) }
            { password_field("new-password-again", phrases::PASSWORD_AGAIN.text(language), "", second) }
            <button type="submit" id="make-key" class="secondary" disabled={props.busy}>{ phrases::MAKE_KEY.text(language) }</button>
        </form>
    }
}

/// The signing itself.
#[component]
fn UseKey(props: &KeyProps) -> Html {
    let field = use_node_ref();
    let (send, language, password) = (props.send.clone(), props.language, field.clone());
    let sign = move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Action::Sign { password: taken(&password) });
    };
    html! {
        <form class="group" aria-labelledby="key-title" onsubmit={sign}>
            { password_field("password", phrases::PASSWORD.text(language), "", field) }
            <button type="submit" id="sign" class="primary" disabled={props.busy}>{ phrases::SIGN_BUTTON.text(language) }</button>
        </form>
    }
}

/// A field for a password.
pub(super) fn password_field(id: &'static str, label: &'static str, hint: &'static str, node: NodeRef) -> Html {
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <p class="hint" id={format!("{id}-hint")}>{ hint }</p>
            <input type="password" {id} ref={node} autocomplete="off" aria-describedby={format!("{id}-hint")} />
        </div>
    }
}

/// The password in the field, which is emptied.
pub(super) fn taken(field: &NodeRef) -> Secret {
    let Some(input) = field.cast::<HtmlInputElement>() else {
        return Secret::from(String::new());
    };
    let password = input.value();
    input.set_value("");
    Secret::from(password)
}
