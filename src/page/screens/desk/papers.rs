//! What the coordinator issues about an entry: a receipt, a query slip; and the key that signs them.

use super::{act, address, entry_address};
use crate::page::browser;
use crate::page::components::file::file_field;
use crate::page::screens::sign::{password_field, taken};
use crate::page::screens::{button, named_button};
use crate::session::desk::{DeskAction, DeskScreen, PaperKind};
use crate::session::view::desk::{
    AskChoice, HandView, OwnCard, PapersView, SentQuestion, SentSlip, SlipForm, own_card, papers,
};
use crate::session::{Action, Secret, State};
use crate::text::{Language, desk_phrases, phrases, tongue};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Event, Html, InputEvent, Properties, SubmitEvent, TargetCast, component, html, use_node_ref};

/// What was sent; slip and receipt.
pub(super) fn section(state: &State, at: usize, send: &Callback<Action>) -> Html {
    let Some(view) = papers(state, at) else {
        return html! {};
    };
    html! {
        <>
            <div class="sent-place">if !view.sent.is_empty() { { sent(state, &view.sent) } }</div>
            <div class="slip-place">if let Some(of) = &view.slip { { slip(state, at, of, &view, send) } }</div>
            { receipt(state, at, &view, send) }
        </>
    }
}

fn receipt(state: &State, at: usize, view: &PapersView, send: &Callback<Action>) -> Html {
    let sign = issue(at, PaperKind::Receipt, send);
    let says = vec![state.say(desk_phrases::ISSUE_RECEIPT)];
    html! {
        <section class="group" aria-labelledby="receipt-title">
            <h2 id="receipt-title">{ state.say(desk_phrases::RECEIPT) }</h2>
            <p class="hint">{ state.say(desk_phrases::RECEIPT_EXPLAIN) }</p>
            <p id="receipt-given">{ &view.receipt }</p>
            { signing(state, PaperKind::Receipt, &view.hand, says, sign, send) }
        </section>
    }
}

/// What a password does: it signs a paper about this entry.
fn issue(at: usize, kind: PaperKind, send: &Callback<Action>) -> Callback<(usize, Secret)> {
    send.reform(move |(_, password)| act(DeskAction::Issue { at, kind, password, random: browser::random() }))
}

/// Slips that were sent, each question with its answer.
fn sent(state: &State, slips: &[SentSlip]) -> Html {
    html! {
        <section class="group" aria-labelledby="sent-title">
            <h2 id="sent-title" tabindex="-1">{ state.say(desk_phrases::SENT_SLIPS) }</h2>
            { for slips.iter().map(|slip| html! {
                <div class="sent" key={slip.id.clone()}>
                    <h3>{ &slip.title }</h3>
                    <p class="entry__about">{ &slip.about }</p>
                    <ol class="questions">{ for slip.questions.iter().map(sent_question) }</ol>
                </div>
            }) }
        </section>
    }
}

fn sent_question(of: &SentQuestion) -> Html {
    let says = match of.at {
        Some(at) => html! { <a href={entry_address(at)}>{ &of.says }</a> },
        None => html! { <span class="unanswered">{ &of.says }</span> },
    };
    html! {
        <li class="question" key={of.place.clone()}>
            <p class="question__title">{ &of.place }</p>
            <p class="question__text" lang={tongue(&of.text)}>{ &of.text }</p>
            <p class="question__place">{ says }</p>
            <p class="question__text sent__answer" lang={tongue(&of.answer)}>{ &of.answer }</p>
        </li>
    }
}

fn slip(state: &State, at: usize, of: &SlipForm, view: &PapersView, send: &Callback<Action>) -> Html {
    let by = send.reform(move |event: InputEvent| {
        act(DeskAction::AnswerByTyped { at, text: event.target_unchecked_into::<HtmlInputElement>().value() })
    });
    let question = |(index, (label, text)): (usize, &(String, String))| question(state, at, index, label, text, send);
    let says = vec![state.say(desk_phrases::ISSUE_SLIP)];
    html! {
        <section class="group" aria-labelledby="slip-questions">
            <h2 id="slip-questions" tabindex="-1">{ state.say(desk_phrases::SLIP) }</h2>
            <p class="hint">{ state.say(desk_phrases::SLIP_EXPLAIN) }</p>
            { choices(state, at, of, send) }
            <ol class="questions">{ for of.questions.iter().enumerate().map(question) }</ol>
            <div class="field field--date">
                <label for="answer-by">{ state.say(desk_phrases::ANSWER_BY) }</label>
                <div class="control"><input type="text" id="answer-by" autocomplete="off" value={of.answer_by.clone()} oninput={by} /></div>
            </div>
            <div class="signing-place">
                if !of.questions.is_empty() {
                    { signing(state, PaperKind::Slip, &view.hand, says, issue(at, PaperKind::Slip, send), send) }
                }
            </div>
        </section>
    }
}

/// What can be asked about, each to be ticked.
fn choices(state: &State, at: usize, of: &SlipForm, send: &Callback<Action>) -> Html {
    let search = send.reform(move |event: InputEvent| {
        act(DeskAction::AskSearch { at, text: event.target_unchecked_into::<HtmlInputElement>().value() })
    });
    html! {
        <fieldset class="asks-place">
            <legend>{ state.say(desk_phrases::ASK_CHOICES) }</legend>
            <div class="field">
                <label for="ask-search">{ state.say(desk_phrases::ASK_SEARCH) }</label>
                <input type="text" id="ask-search" autocomplete="off" value={of.query.clone()} oninput={search} />
            </div>
            <p class="hint" id="ask-found" role="status">{ &of.found }</p>
            <ul class="asks">{ for of.choices.iter().map(|choice| ask(at, choice, send)) }</ul>
        </fieldset>
    }
}

fn ask(at: usize, of: &AskChoice, send: &Callback<Action>) -> Html {
    let (path, text, send) = (of.path.clone(), of.begins.clone(), send.clone());
    let tick = move |_: Event| send.emit(act(DeskAction::Tick { at, path: path.clone(), text: text.clone() }));
    html! {
        <li key={of.path.clone()} data-ask={of.path.clone()}>
            <label class="ask-choice">
                <input type="checkbox" checked={of.asked} onchange={tick} />
                <span><strong>{ &of.place }</strong><span class="ask-choice__says">{ &of.says }</span></span>
            </label>
        </li>
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

/// The key file, and the password that signs; `says` are the orders that the password can give, the first one first.
pub(super) fn signing(
    state: &State,
    kind: PaperKind,
    hand: &HandView,
    says: Vec<String>,
    sign: Callback<(usize, Secret)>,
    send: &Callback<Action>,
) -> Html {
    if hand.card.is_none() {
        let keys = html! { <a href={address(DeskScreen::Keys)}>{ state.say(desk_phrases::KEYS) }</a> };
        return html! { <p class="hint">{ state.say(desk_phrases::NO_OWN_CARD) }{ " " }{ keys }</p> };
    }
    let chosen = send.reform(move |(name, bytes): (String, Vec<u8>)| {
        act(DeskAction::KeyChosen { kind, name, pem: String::from_utf8_lossy(&bytes).into_owned() })
    });
    let (file, password) = match kind {
        PaperKind::Receipt => ("receipt-key", "receipt-password"),
        PaperKind::Receipts => ("receipts-key", "receipts-password"),
        PaperKind::Slip => ("slip-key", "slip-password"),
        PaperKind::Keyring => ("keyring-key", "keyring-password"),
    };
    let file = file_field(file, state.language, state.say(phrases::KEY_FILE), String::new(), ".pem", chosen);
    html! {
        <div class="signing">
            <p class="key-kept">{ hand.key.clone() }</p>
            <div class="key-place">
                if hand.key.is_some() {
                    <details><summary>{ state.say(phrases::KEY_OTHER) }</summary>{ file }</details>
                } else {
                    { file }
                }
            </div>
            <div class="password-place">
                if hand.key.is_some() {
                    <Sign id={password} {says} language={state.language} busy={hand.busy} {sign} />
                }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SignProps {
    id: &'static str,
    says: Vec<String>,
    language: Language,
    busy: bool,
    sign: Callback<(usize, Secret)>,
}

/// The password, and a button for each order that it can give. The password is gone from its field once used.
#[component]
fn Sign(props: &SignProps) -> Html {
    let field = use_node_ref();
    let (sign, password) = (props.sign.clone(), field.clone());
    let first = move |event: SubmitEvent| {
        event.prevent_default();
        sign.emit((0, taken(&password)));
    };
    let order = |(index, says): (usize, &String)| {
        let (sign, password) = (props.sign.clone(), field.clone());
        let given = Callback::from(move |_| sign.emit((index, taken(&password))));
        let (kind, class) = if index == 0 { ("submit", "primary") } else { ("button", "secondary") };
        let onclick = (index > 0).then_some(given);
        html! { <button key={index} type={kind} {class} disabled={props.busy} {onclick}>{ says }</button> }
    };
    html! {
        <form class="field" onsubmit={first}>
            { password_field(props.id, phrases::PASSWORD.text(props.language), "", field.clone()) }
            <div class="buttons">{ for props.says.iter().enumerate().map(order) }</div>
            <p role="status" class="working">{ if props.busy { phrases::WORKING.text(props.language) } else { "" } }</p>
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
            <h2 id="own-key-title" tabindex="-1">{ state.say(desk_phrases::OWN_KEY) }</h2>
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
