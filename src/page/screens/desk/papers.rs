//! What the coordinator issues about an entry: a receipt, a query slip; and the key that signs them.

use super::act;
use crate::page::browser;
use crate::page::components::choose::Choose;
use crate::page::components::file::file_field;
use crate::page::screens::sign::{password_field, taken};
use crate::page::screens::{button, named_button};
use crate::session::desk::{DeskAction, PaperKind};
use crate::session::view::desk::{OwnCard, PapersView, SlipForm, own_card, papers};
use crate::session::{Action, State};
use crate::text::{Language, desk_phrases, phrases};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, Properties, SubmitEvent, TargetCast, component, html, use_node_ref};

/// Slip and receipt.
pub(super) fn section(state: &State, at: usize, send: &Callback<Action>) -> Html {
    let Some(view) = papers(state, at) else {
        return html! {};
    };
    html! {
        <>
            <div class="slip-place">if let Some(of) = &view.slip { { slip(state, at, of, &view, send) } }</div>
            <section class="group" aria-labelledby="receipt-title">
                <h2 id="receipt-title">{ state.say(desk_phrases::RECEIPT) }</h2>
                <p class="hint">{ state.say(desk_phrases::RECEIPT_EXPLAIN) }</p>
                { signing(state, at, PaperKind::Receipt, &view, send) }
            </section>
        </>
    }
}

fn slip(state: &State, at: usize, of: &SlipForm, view: &PapersView, send: &Callback<Action>) -> Html {
    let fields: Vec<(String, String)> = std::iter::once(("-".to_owned(), state.say(desk_phrases::ASK_CHOOSE)))
        .chain(of.fields.iter().cloned())
        .collect();
    let asked = send.reform(move |path: String| match path.as_str() {
        "-" => Action::Dismiss,
        _ => act(DeskAction::Ask { at, path, text: String::new() }),
    });
    let by = send.reform(move |event: InputEvent| {
        act(DeskAction::AnswerByTyped { at, text: event.target_unchecked_into::<HtmlInputElement>().value() })
    });
    let question = |(index, (label, text)): (usize, &(String, String))| question(state, at, index, label, text, send);
    html! {
        <section class="group" aria-labelledby="slip-questions">
            <h2 id="slip-questions" tabindex="-1">{ state.say(desk_phrases::SLIP) }</h2>
            <p class="hint">{ state.say(desk_phrases::SLIP_EXPLAIN) }</p>
            <ol class="questions">{ for of.questions.iter().enumerate().map(question) }</ol>
            <div class="field">
                <label for="ask-about">{ state.say(desk_phrases::ASK_ABOUT) }</label>
                <Choose id="ask-about" words={fields} value="-" chosen={asked} />
            </div>
            <div class="field field--date">
                <label for="answer-by">{ state.say(desk_phrases::ANSWER_BY) }</label>
                <div class="control"><input type="text" id="answer-by" autocomplete="off" value={of.answer_by.clone()} oninput={by} /></div>
            </div>
            { signing(state, at, PaperKind::Slip, view, send) }
        </section>
    }
}

fn question(state: &State, at: usize, index: usize, label: &str, text: &str, send: &Callback<Action>) -> Html {
    let typed = send.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        act(DeskAction::AskTyped { at, question: index, text })
    });
    let id = format!("question-{index}");
    html! {
        <li class="field" key={index}>
            <label for={id.clone()}>{ label }</label>
            <textarea {id} rows="2" value={text.to_owned()} oninput={typed} />
            { named_button("link", state.say(desk_phrases::UNASK), label, send, act(DeskAction::Unask { at, question: index })) }
        </li>
    }
}

/// The key file, and the password that signs; the key is let go once used.
fn signing(state: &State, at: usize, kind: PaperKind, view: &PapersView, send: &Callback<Action>) -> Html {
    if view.card.is_none() {
        return html! { <p class="hint">{ state.say(desk_phrases::NO_OWN_CARD) }</p> };
    }
    let chosen = send.reform(move |(name, bytes): (String, Vec<u8>)| {
        act(DeskAction::KeyChosen { kind, name, pem: String::from_utf8_lossy(&bytes).into_owned() })
    });
    let file = if kind == PaperKind::Receipt { "receipt-key" } else { "slip-key" };
    html! {
        <div class="signing">
            <div class="file-place">
                if view.key.is_none() {
                    { file_field(file, state.say(phrases::KEY_FILE), String::new(), ".pem", chosen) }
                }
            </div>
            <div class="password-place">
                if view.key.is_some() {
                    <Sign {at} {kind} language={state.language} busy={view.busy} send={send.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SignProps {
    at: usize,
    kind: PaperKind,
    language: Language,
    busy: bool,
    send: Callback<Action>,
}

#[component]
fn Sign(props: &SignProps) -> Html {
    let field = use_node_ref();
    let (send, at, kind, password) = (props.send.clone(), props.at, props.kind, field.clone());
    let sign = move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(act(DeskAction::Issue { at, kind, password: taken(&password), random: browser::random() }));
    };
    let (id, says) = match kind {
        PaperKind::Receipt => ("receipt-password", desk_phrases::ISSUE_RECEIPT),
        PaperKind::Slip => ("slip-password", desk_phrases::ISSUE_SLIP),
    };
    html! {
        <form class="field" onsubmit={sign}>
            { password_field(id, phrases::PASSWORD.text(props.language), "", field) }
            <button type="submit" class="primary" disabled={props.busy}>{ says.text(props.language) }</button>
        </form>
    }
}

/// The coordinator's own key, on the keyring's screen.
pub(super) fn own_key(state: &State, issuer: &str, busy: bool, send: &Callback<Action>) -> Html {
    let typed = send.reform(|event: InputEvent| {
        act(DeskAction::IssuerTyped(event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    html! {
        <section class="group" aria-labelledby="own-key-title">
            <h2 id="own-key-title">{ state.say(desk_phrases::OWN_KEY) }</h2>
            <p class="hint">{ state.say(desk_phrases::OWN_KEY_EXPLAIN) }</p>
            <div class="own-card">{ card(state, own_card(state).as_ref(), send) }</div>
            <details class="new-own-key">
                <summary>{ state.say(desk_phrases::NEW_OWN_KEY) }</summary>
                <div class="group__fields">
                    <div class="field">
                        <label for="issuer-name">{ state.say(desk_phrases::ISSUER) }</label>
                        <input type="text" id="issuer-name" autocomplete="off" value={issuer.to_owned()} oninput={typed} />
                    </div>
                    <NewKey language={state.language} {busy} send={send.clone()} />
                </div>
            </details>
        </section>
    }
}

fn card(state: &State, card: Option<&OwnCard>, send: &Callback<Action>) -> Html {
    let Some(card) = card else {
        return html! {};
    };
    html! {
        <>
            <p>{ &card.says }</p>
            <p class="fingerprint">{ &card.fingerprint }</p>
            <div class="buttons">
                if card.can_save {
                    { button("secondary", state.say(phrases::SAVE_CARD), send, act(DeskAction::SaveCard)) }
                }
            </div>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NewKeyProps {
    language: Language,
    busy: bool,
    send: Callback<Action>,
}

#[component]
fn NewKey(props: &NewKeyProps) -> Html {
    let (first, second) = (use_node_ref(), use_node_ref());
    let (send, language) = (props.send.clone(), props.language);
    let (password, again) = (first.clone(), second.clone());
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(act(DeskAction::MakeKey { password: taken(&password), again: taken(&again) }));
    };
    html! {
        <form class="group__fields" onsubmit={make}>
            { password_field("own-password", phrases::PASSWORD.text(language), phrases::PASSWORD_HINT.text(language), first) }
            { password_field("own-password-again", phrases::PASSWORD_AGAIN.text(language), "", second) }
            <button type="submit" id="make-own-key" class="secondary" disabled={props.busy}>{ phrases::MAKE_KEY.text(language) }</button>
        </form>
    }
}
