//! Who may sign for whom.

use super::trust::{files_field, line, lists};
use super::{act, papers};
use crate::page::screens::{button, heading, named_button};
use crate::session::desk::{DeskAction, PaperKind, RingAction, Side};
use crate::session::view::desk::{KeysView, PieceRow, keys};
use crate::session::{Action, Secret, State};
use crate::text::{Phrase, desk_phrases, keyring_phrases, phrases};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, SubmitEvent, TargetCast, html};

/// The keyring, and what waits to come into it.
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
            <div class="candidates-place">if !view.candidates.is_empty() || !view.brought.is_empty() { { candidates(state, &view, send) } }</div>
            { ring(state, &view, send) }
            { lists(state, send) }
            <div class="save-place">if view.can_save { { save(state, &view, send) } }</div>
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
    let given = send.reform(|files| act(DeskAction::Cards(files)));
    let says = [desk_phrases::ADD_CARDS, desk_phrases::ADD_CARDS_HINT];
    html! { <section class="group">{ files_field(state, "add-cards", says, ".json,application/json", given) }</section> }
}

fn candidates(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    let row = |row: &PieceRow| {
        let buttons = html! {
            <>
                { named_button("secondary", state.say(desk_phrases::ACCEPT), &row.title, send, act(DeskAction::Accept(row.at))) }
                { named_button("link", state.say(desk_phrases::REJECT), &row.title, send, act(DeskAction::Reject(row.at))) }
            </>
        };
        line(row, buttons, Html::default())
    };
    html! {
        <section class="group" aria-labelledby="candidates-title">
            <h2 id="candidates-title" tabindex="-1">{ state.say(desk_phrases::CANDIDATES) }</h2>
            <div class="brought-place">if !view.brought.is_empty() { { brought(state, view, send) } }</div>
            <ul class="cards" id="candidates">{ for view.candidates.iter().map(row) }</ul>
            <div class="buttons">
                if let Some(says) = &view.accept_all {
                    { button("secondary", says.clone(), send, act(DeskAction::AcceptAll)) }
                }
            </div>
        </section>
    }
}

/// By whom the keyrings are that were opened.
fn brought(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    html! {
        <>
            <ul class="brought">{ for view.brought.iter().enumerate().map(|(at, says)| html! { <li key={at}>{ says }</li> }) }</ul>
            { button("link", state.say(keyring_phrases::DROP_BROUGHT), send, act(DeskAction::Ring(RingAction::DropBrought))) }
        </>
    }
}

fn ring(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    let row = |row: &PieceRow| {
        let days = act(DeskAction::Ring(RingAction::EditLimits(row.at)));
        let buttons = html! {
            <>
                { named_button("link", state.say(keyring_phrases::DAYS), &row.title, send, days) }
                { named_button("link", state.say(desk_phrases::REMOVE), &row.title, send, act(DeskAction::Remove(row.at))) }
            </>
        };
        let form = view.limits.as_ref().filter(|(at, ..)| *at == row.at);
        line(row, buttons, form.map(|(_, from, until)| limits(state, from, until, send)).unwrap_or_default())
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
        </section>
    }
}

/// The days of a card, below its line.
fn limits(state: &State, from: &str, until: &str, send: &Callback<Action>) -> Html {
    let set = {
        let send = send.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(act(DeskAction::Ring(RingAction::SetLimits)));
        }
    };
    let typed = |side| send.reform(move |text| act(DeskAction::Ring(RingAction::LimitTyped(side, text))));
    html! {
        <form class="card__form" onsubmit={set}>
            <p class="hint" id="limit-hint">{ state.say(keyring_phrases::DAYS_HINT) }</p>
            { text_field(state, ("limit-from", "limit-hint"), keyring_phrases::FROM, from, typed(Side::From)) }
            { text_field(state, ("limit-until", "limit-hint"), keyring_phrases::UNTIL, until, typed(Side::Until)) }
            <div class="buttons">
                <button type="submit" class="secondary">{ state.say(keyring_phrases::SET_DAYS) }</button>
                { button("link", state.say(keyring_phrases::CANCEL), send, act(DeskAction::Ring(RingAction::DropLimits))) }
            </div>
        </form>
    }
}

/// A field for a line of text: its name in the document, that of its hint, its label.
pub(super) fn text_field(
    state: &State,
    (id, hint): (&'static str, &'static str),
    label: Phrase,
    value: &str,
    typed: Callback<String>,
) -> Html {
    let typed = typed.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="field">
            <label for={id}>{ state.say(label) }</label>
            <input type="text" {id} autocomplete="off" value={value.to_owned()} oninput={typed} aria-describedby={hint} />
        </div>
    }
}

/// The keyring's file, signed or not.
fn save(state: &State, view: &KeysView, send: &Callback<Action>) -> Html {
    let sign = send.reform(|(_, password): (usize, Secret)| act(DeskAction::Ring(RingAction::SaveSigned { password })));
    let says = vec![state.say(keyring_phrases::SAVE_SIGNED)];
    html! {
        <section class="group" aria-labelledby="save-title">
            <h2 id="save-title">{ state.say(desk_phrases::SAVE_KEYRING) }</h2>
            <p class="hint">{ state.say(keyring_phrases::SAVE_EXPLAIN) }</p>
            { papers::signing(state, PaperKind::Keyring, &view.hand, says, sign, send) }
            <div class="buttons">
                { button("secondary", state.say(keyring_phrases::SAVE_UNSIGNED), send, act(DeskAction::SaveKeyring)) }
            </div>
        </section>
    }
}
