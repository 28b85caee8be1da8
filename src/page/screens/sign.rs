//! The key, the signature and the file.

use super::{button, heading};
use crate::page::browser;
use crate::page::components::file::{file_field, open_file};
use crate::session::view::{RoleView, SignView, SignatureMark, SignatureView, sign};
use crate::session::{Action, Screen, Secret, State};
use crate::text::{Language, Phrase, phrases, signing_phrases};
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, NodeRef, Properties, SubmitEvent, classes, component, html, use_node_ref};

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
            <div class="card-place">if view.unknown { { card_part(state, send) } }</div>
            <div class="key-place">if !view.roles.is_empty() { { key_part(state, &view, send) } }</div>
            <p role="status" class="working">{ if view.busy { state.say(phrases::WORKING) } else { String::new() } }</p>
            <div class="buttons">
                { button("link", state.say(phrases::REVIEW), send, Action::Go(Screen::Review)) }
                { button("link", state.say(phrases::BACK_TO_SECTIONS), send, Action::Go(Screen::Sections)) }
            </div>
        </div>
    }
}

fn signature(state: &State, at: usize, view: &SignatureView, send: &Callback<Action>) -> Html {
    let class = match view.mark {
        SignatureMark::Good => "good",
        SignatureMark::Unsure => "unsure",
        SignatureMark::Bad => "bad",
    };
    html! {
        <li key={at} {class}>
            <p class="signature__who">{ &view.who }</p>
            <p>{ &view.says }</p>
            <ul class="signature__about">{ for view.about.iter().map(|about| html! { <li>{ about }</li> }) }</ul>
            { button("link take-off", state.say(signing_phrases::TAKE_OFF), send, Action::TakeOff(view.signature.clone())) }
        </li>
    }
}

fn signed_part(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    html! {
        <section class="group">
            <h2>{ state.say(phrases::SIGNATURES) }</h2>
            <ol id="signatures" class="signatures">{ for view.signatures.iter().enumerate().map(|(at, of)| signature(state, at, of, send)) }</ol>
            <div>if view.key.is_none() { { public_side(state, view, send) } }</div>
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

/// The card of somebody who has signed, to know the key by.
fn card_part(state: &State, send: &Callback<Action>) -> Html {
    let (label, hint) = (state.say(signing_phrases::CARD_FIELD), state.say(signing_phrases::CARD_FIELD_HINT));
    file_field("signer-card", state.language, label, hint, ".json,application/json", open_file(send))
}

fn key_part(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    let chosen = send.reform(|(name, bytes): (String, Vec<u8>)| Action::KeyChosen { name, bytes });
    html! {
        <>
            { roles(state, view, send) }
            <section class="group" aria-labelledby="key-title">
                <h2 id="key-title">{ state.say(phrases::KEY) }</h2>
                <p>{ state.say(phrases::KEY_EXPLAIN) }</p>
                <p id="key-in-use">{ view.key.as_ref().map(|name| phrases::KEY_LOADED.with(state.language, &[("name", name)])) }</p>
                <div>if view.key.is_some() { { public_side(state, view, send) } }</div>
                <div>{ key_names(state, view, send) }</div>
                <h3>{ state.say(if view.key.is_some() { phrases::KEY_OTHER } else { phrases::KEY_HAVE }) }</h3>
                { file_field("key-file", state.language, state.say(signing_phrases::KEY_OR_CERTIFICATE), String::new(), ".pem,.p12,.pfx", chosen) }
            </section>
            <div>if view.key.is_some() { <UseKey language={state.language} busy={view.busy || !view.can_sign} send={send.clone()} /> }</div>
            <div>if view.key.is_none() { <NewKey language={state.language} busy={view.busy} send={send.clone()} /> }</div>
            { by_token(state, view, send) }
            { elsewhere(state, view, send) }
        </>
    }
}

/// In which role the next signature is made.
fn roles(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    let one = |of: &RoleView| {
        let (role, id) = (of.role, format!("role-{}", of.role.as_str()));
        let onchange = send.reform(move |_: Event| Action::ChooseRole(role));
        html! {
            <div class="radio" key={role.as_str()}>
                <input type="radio" name="role" id={id.clone()} checked={of.chosen} disabled={!of.free} {onchange} />
                <label for={id}>{ &of.name }</label>
            </div>
        }
    };
    html! {
        <fieldset class="group" aria-describedby="role-hint">
            <legend>{ state.say(signing_phrases::ROLE) }</legend>
            <p class="hint" id="role-hint">{ state.say(signing_phrases::SEAL_HINT) }</p>
            <div class="radios">{ for view.roles.iter().map(one) }</div>
        </fieldset>
    }
}

/// The keys of a certificate's file, where there are several.
fn key_names(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    if view.key_names.is_empty() {
        return html! {};
    }
    let one = |(at, (name, chosen)): (usize, &(String, bool))| {
        let id = format!("key-name-{at}");
        let onchange = send.reform(move |_: Event| Action::ChooseKey(at));
        html! {
            <div class="radio" key={at}>
                <input type="radio" name="key-name" id={id.clone()} checked={*chosen} {onchange} />
                <label for={id}>{ name }</label>
            </div>
        }
    };
    html! {
        <fieldset id="key-names" tabindex="-1">
            <legend>{ state.say(signing_phrases::KEY_NAMES) }</legend>
            <div class="radios">{ for view.key_names.iter().enumerate().map(one) }</div>
        </fieldset>
    }
}

/// Signing by a USB token. Nothing is asked of the service before the button is pressed.
fn by_token(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    html! {
        <details class="group elsewhere">
            <summary>{ state.say(signing_phrases::TOKEN) }</summary>
            <p>{ state.say(signing_phrases::TOKEN_EXPLAIN) }</p>
            { authorities(state, view, "token-authority", send) }
            <button type="button" id="sign-by-token" class="secondary" disabled={view.busy || !view.can_sign}
                onclick={send.reform(|_| Action::SignByToken)}>
                { state.say(signing_phrases::TOKEN_BUTTON) }
            </button>
            <div class="stop-place">
                if view.asks_token {
                    <button type="button" id="stop-token" class="secondary" onclick={send.reform(|_| Action::StopToken)}>
                        { state.say(signing_phrases::TOKEN_STOP) }
                    </button>
                }
            </div>
        </details>
    }
}

/// Certificates of those above the signatory's, which go along with the signature.
fn authorities(state: &State, view: &SignView, id: &'static str, send: &Callback<Action>) -> Html {
    let (label, hint) = (state.say(signing_phrases::AUTHORITY), state.say(signing_phrases::AUTHORITY_HINT));
    let chosen = send.reform(|(name, bytes): (String, Vec<u8>)| Action::AuthorityChosen { name, bytes });
    html! {
        <div class="authorities">
            { file_field(id, state.language, label, hint, ".pem,.cer,.crt,.der", chosen) }
            <ul class="signature__about">
                { for view.authorities.iter().enumerate().map(|(at, name)| html! { <li key={at}>{ name }</li> }) }
            </ul>
            <div>
                if !view.authorities.is_empty() {
                    { button("link", state.say(signing_phrases::AUTHORITIES_DROP), send, Action::DropAuthorities) }
                }
            </div>
        </div>
    }
}

/// Signing with another program, from the certificate to the signature.
fn elsewhere(state: &State, view: &SignView, send: &Callback<Action>) -> Html {
    let certificate = send.reform(|(_, certificate): (String, Vec<u8>)| Action::SignElsewhere {
        certificate,
        now: browser::unix_seconds(),
    });
    let signature = send.reform(|(_, signature): (String, Vec<u8>)| Action::Attach { signature });
    let say = |phrase: Phrase| state.say(phrase);
    html! {
        <details class="group elsewhere" open={view.elsewhere.is_some()}>
            <summary>{ say(signing_phrases::ELSEWHERE) }</summary>
            <p>{ say(signing_phrases::ELSEWHERE_EXPLAIN) }</p>
            { authorities(state, view, "elsewhere-authority", send) }
            { file_field("certificate", state.language, say(signing_phrases::CERTIFICATE), say(signing_phrases::CERTIFICATE_HINT), ".pem,.cer,.crt,.der", certificate) }
            <div class="away-place">
                if let Some(away) = &view.elsewhere {
                    <p id="to-sign">{ &away.says }</p>
                    <p>{ say(signing_phrases::TO_SIGN_HOW) }</p>
                    <pre class="command">{ &away.command }</pre>
                    { button("link", say(signing_phrases::TO_SIGN_AGAIN), send, Action::SaveToSign) }
                    { file_field("attach", state.language, say(signing_phrases::ATTACH), say(signing_phrases::ATTACH_HINT), "", signature) }
                    { button("link", say(signing_phrases::ATTACH_DROP), send, Action::DropElsewhere) }
                }
            </div>
        </details>
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
                { button("secondary", state.say(phrases::SAVE_CARD), send, Action::SaveCard) }
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
