//! Roots, revocation lists, and for whom certificates sign.

use super::act;
use super::binding::form;
use crate::page::components::file::{chooser, file_field};
use crate::page::files;
use crate::page::screens::named_button;
use crate::session::desk::{DeskAction, RingAction};
use crate::session::view::desk::{PieceList, PieceRow, TrustView, trust};
use crate::session::{Action, State};
use crate::text::{Phrase, desk_phrases, keyring_phrases};
use yew::{Callback, Event, Html, html};

const CERTIFICATES: &str = ".pem,.crt,.cer,.der";

/// What the keyring says of certificates.
pub(super) fn lists(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = trust(state) else {
        return html! {};
    };
    html! {
        <>
            { anchors(state, &view.anchors, send) }
            { crls(state, &view.crls, send) }
            { bindings(state, &view, send) }
        </>
    }
}

fn ring(action: RingAction) -> Action {
    act(DeskAction::Ring(action))
}

fn anchors(state: &State, list: &PieceList, send: &Callback<Action>) -> Html {
    let given = send.reform(|files| ring(RingAction::Anchors(files)));
    let says = [keyring_phrases::ADD_ANCHORS, keyring_phrases::ADD_ANCHORS_HINT];
    let field = files_field(state, "add-anchors", says, CERTIFICATES, given);
    let words = [keyring_phrases::ANCHORS, keyring_phrases::ANCHORS_EXPLAIN];
    let buttons = |row: &PieceRow| remove(state, row, RingAction::RemoveAnchor(row.at), send);
    section(state, "anchors-title", words, list, field, &buttons)
}

fn crls(state: &State, list: &PieceList, send: &Callback<Action>) -> Html {
    let given = send.reform(|files| ring(RingAction::Crls(files)));
    let says = [keyring_phrases::ADD_CRLS, keyring_phrases::ADD_CRLS_HINT];
    let field = files_field(state, "add-crls", says, ".crl,.pem,.der", given);
    let words = [keyring_phrases::CRLS, keyring_phrases::CRLS_EXPLAIN];
    let buttons = |row: &PieceRow| remove(state, row, RingAction::RemoveCrl(row.at), send);
    section(state, "crls-title", words, list, field, &buttons)
}

fn bindings(state: &State, view: &TrustView, send: &Callback<Action>) -> Html {
    let given = send.reform(|(name, bytes): (String, Vec<u8>)| ring(RingAction::BindFile { name, bytes }));
    let [label, hint] = [keyring_phrases::ADD_BINDING, keyring_phrases::ADD_BINDING_HINT].map(|of| state.say(of));
    let field = html! {
        <>
            { file_field("add-binding", state.language, label, hint, CERTIFICATES, given) }
            <div class="form-place">{ view.form.as_ref().map(|of| form(state, of, send)).unwrap_or_default() }</div>
        </>
    };
    let words = [keyring_phrases::BINDINGS, keyring_phrases::BINDINGS_EXPLAIN];
    let buttons = |row: &PieceRow| {
        let says = state.say(keyring_phrases::EDIT);
        html! {
            <>
                { named_button("link", says, &row.title, send, ring(RingAction::EditBinding(row.at))) }
                { remove(state, row, RingAction::RemoveBinding(row.at), send) }
            </>
        }
    };
    section(state, "bindings-title", words, &view.bindings, field, &buttons)
}

fn remove(state: &State, row: &PieceRow, action: RingAction, send: &Callback<Action>) -> Html {
    named_button("link", state.say(desk_phrases::REMOVE), &row.title, send, ring(action))
}

/// A list under its heading, and the field that adds to it.
fn section(
    state: &State,
    id: &'static str,
    [title, explain]: [Phrase; 2],
    list: &PieceList,
    field: Html,
    buttons: &dyn Fn(&PieceRow) -> Html,
) -> Html {
    html! {
        <section class="group" aria-labelledby={id}>
            <h2 {id} tabindex="-1">{ state.say(title) }</h2>
            <p class="hint">{ state.say(explain) }</p>
            <p role="status">{ &list.says }</p>
            <ul class="cards">{ for list.rows.iter().map(|row| line(row, buttons(row), Html::default())) }</ul>
            { field }
        </section>
    }
}

/// A line of the keyring, its buttons, and what opens below it.
pub(super) fn line(row: &PieceRow, buttons: Html, below: Html) -> Html {
    html! {
        <li class="card" key={format!("{} {} {} {}", row.kind, row.title, row.fingerprint, row.at)}>
            <div class="card__words">
                <p class="card__kind">{ &row.kind }</p>
                <p class="card__agency">{ &row.title }</p>
                <p class="entry__about">{ &row.about }</p>
                <p class="entry__about">{ &row.remark }</p>
                <p class="fingerprint">{ &row.fingerprint }</p>
            </div>
            <div class="card__buttons">{ buttons }</div>
            <div class="card__below">{ below }</div>
        </li>
    }
}

/// A field for files, several at once: label and hint.
pub(super) fn files_field(
    state: &State,
    id: &'static str,
    [label, hint]: [Phrase; 2],
    accept: &'static str,
    given: Callback<Vec<(String, Vec<u8>)>>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let given = given.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let files = files::all_chosen(event).await;
            if !files.is_empty() {
                given.emit(files);
            }
        });
    });
    html! {
        <div class="field">
            <label for={id}>{ state.say(label) }</label>
            <p class="hint" id={format!("{id}-hint")}>{ state.say(hint) }</p>
            { chooser(state.language, html! { <input type="file" {id} multiple={true} {accept} {onchange} aria-describedby={format!("{id}-hint")} /> }) }
        </div>
    }
}
