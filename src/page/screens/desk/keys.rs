//! Who may sign for whom.

use super::{act, papers};
use crate::page::files;
use crate::page::screens::{button, heading, named_button};
use crate::session::desk::DeskAction;
use crate::session::view::desk::{CardRow, KeysView, keys};
use crate::session::{Action, State};
use crate::text::{desk_phrases, phrases};
use yew::{Callback, Event, Html, html};

/// The keyring, and the cards that wait to come into it.
pub(super) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = keys(state) else {
        return html! {};
    };
    html! {
        <div class="keys">
            { heading(&state.say(desk_phrases::KEYS)) }
            <p class="intro">{ state.say(desk_phrases::KEYS_EXPLAIN) }</p>
            <div class="removed-place">{ removed(state, &view, send) }</div>
            { add(state, send) }
            <div class="candidates-place">if !view.candidates.is_empty() { { candidates(state, &view, send) } }</div>
            { ring(state, &view, send) }
            { papers::own_key(state, &view.issuer, view.busy, send) }
        </div>
    }
}

fn removed(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    let Some(says) = &view.removed else {
        return html! {};
    };
    html! {
        <p class="notice notice--good">{ says }{ " " }{ button("link", state.say(phrases::UNDO), send, act(DeskAction::PutBack)) }</p>
    }
}

fn add(state: &State, send: &Callback<Action>) -> Html {
    let given = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let given = given.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let files = files::all_chosen(event).await;
            if !files.is_empty() {
                given.emit(act(DeskAction::Cards(files)));
            }
        });
    });
    html! {
        <section class="group">
            <div class="field">
                <label for="add-cards">{ state.say(desk_phrases::ADD_CARDS) }</label>
                <p class="hint" id="add-cards-hint">{ state.say(desk_phrases::ADD_CARDS_HINT) }</p>
                <input type="file" id="add-cards" multiple={true} accept=".json,application/json" {onchange} aria-describedby="add-cards-hint" />
            </div>
        </section>
    }
}

fn candidates(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    let row = |row: &CardRow| {
        let buttons = html! {
            <>
                { named_button("secondary", state.say(desk_phrases::ACCEPT), &row.agency, send, act(DeskAction::Accept(row.at))) }
                { named_button("link", state.say(desk_phrases::REJECT), &row.agency, send, act(DeskAction::Reject(row.at))) }
            </>
        };
        card(row, buttons)
    };
    html! {
        <section class="group" aria-labelledby="candidates-title">
            <h2 id="candidates-title" tabindex="-1">{ state.say(desk_phrases::CANDIDATES) }</h2>
            <ul class="cards" id="candidates">{ for view.candidates.iter().map(row) }</ul>
            <div class="buttons">
                if view.candidates.len() > 1 {
                    { button("secondary", view.accept_all.clone(), send, act(DeskAction::AcceptAll)) }
                }
            </div>
        </section>
    }
}

fn ring(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    let row = |row: &CardRow| {
        let says = state.say(desk_phrases::REMOVE);
        card(row, named_button("link", says, &row.agency, send, act(DeskAction::Remove(row.at))))
    };
    let none = if view.cards.is_empty() { desk_phrases::NO_CARDS.text(state.language) } else { &view.summary };
    html! {
        <section class="group" aria-labelledby="cards-title">
            <h2 id="cards-title" tabindex="-1">{ state.say(desk_phrases::CARDS) }</h2>
            <p id="keys-summary" role="status">{ none }</p>
            <div class="without">
                if !view.without.is_empty() {
                    <details><summary>{ &view.without_says }</summary><p>{ view.without.join(", ") }</p></details>
                }
            </div>
            <ul class="cards">{ for view.cards.iter().map(row) }</ul>
            <div class="buttons">
                if !view.cards.is_empty() {
                    { button("secondary", state.say(desk_phrases::SAVE_KEYRING), send, act(DeskAction::SaveKeyring)) }
                }
            </div>
        </section>
    }
}

fn card(row: &CardRow, buttons: Html) -> Html {
    html! {
        <li class="card" key={format!("{} {} {}", row.agency, row.fingerprint, row.who)}>
            <div class="card__words">
                <p class="card__agency">{ &row.agency }</p>
                <p class="entry__about">{ &row.who }</p>
                <p class="fingerprint">{ &row.fingerprint }</p>
            </div>
            <div class="card__buttons">{ buttons }</div>
        </li>
    }
}
