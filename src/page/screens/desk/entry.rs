//! One entry of the ledger.

use super::binding::form;
use super::findings::findings;
use super::marks::{class, mark};
use super::{act, address, entry_address, papers};
use crate::page::screens::{button, heading};
use crate::session::desk::{DeskAction, DeskScreen, RingAction};
use crate::session::view::desk::{ChainRow, DifferRow, EntryView, FactRow, SignatureRow, entry};
use crate::session::{Action, State};
use crate::text::{Phrase, desk_phrases, tongue};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, SubmitEvent, TargetCast, classes, html};

/// The entry; back to the ledger where there is none at this place.
pub(super) fn screen(state: &State, at: usize, send: &Callback<Action>) -> Html {
    let Some(view) = entry(state, at) else {
        return html! { <div class="entry-screen">{ heading(&state.say(desk_phrases::LOADING)) }{ back(state) }</div> };
    };
    html! {
        <div class="entry-screen">
            { ways(state, &view) }
            { heading(&view.name) }
            <p class="intro">{ &view.about }</p>
            <div class="entry-state">
                { mark(&view.mark) }
                <ul class="reasons">{ for view.reasons.iter().enumerate().map(|(index, reason)| html! { <li key={index}>{ reason }</li> }) }</ul>
            </div>
            { handling(state, &view, send) }
            { about(state, &view) }
            <div class="signatures-place">if !view.verdict.is_empty() { { signatures(state, &view, send) } }</div>
            <div class="checked-place">if !view.verdict.is_empty() { { checked(state, &view, send) } }</div>
            { papers::section(state, at, send) }
            <div class="chain-place">if view.chain.len() > 1 { { chain(state, &view) } }</div>
        </div>
    }
}

fn back(state: &State) -> Html {
    html! { <a href={address(DeskScreen::Intake)}>{ state.say(desk_phrases::TO_LEDGER) }</a> }
}

fn ways(state: &State, view: &EntryView) -> Html {
    let way = |at: Option<usize>, phrase: Phrase| {
        html! { <span>if let Some(at) = at { <a href={entry_address(at)}>{ state.say(phrase) }</a> }</span> }
    };
    html! {
        <p class="ways">
            { back(state) }
            { way(view.neighbours.0, desk_phrases::BEFORE) }
            { way(view.neighbours.1, desk_phrases::AFTER) }
        </p>
    }
}

fn about(state: &State, view: &EntryView) -> Html {
    let fact = |fact: &FactRow| {
        html! {
            <div class="answer" key={fact.name.clone()}>
                <dt>{ &fact.name }</dt><dd class={fact.code.then_some("fingerprint")} lang={tongue(&fact.value)}>{ &fact.value }</dd>
            </div>
        }
    };
    html! {
        <section class="group" aria-labelledby="about-title">
            <h2 id="about-title">{ state.say(desk_phrases::ABOUT) }</h2>
            <dl class="answers">{ for view.facts.iter().map(fact) }</dl>
        </section>
    }
}

fn signatures(state: &State, view: &EntryView, send: &Callback<Action>) -> Html {
    let entry = view.at;
    let row = |(index, row): (usize, &SignatureRow)| {
        let bind = act(DeskAction::Ring(RingAction::BindFound { entry, signature: index }));
        html! {
            <li key={index} class={classes!("signature", class(row.tone))}>
                <p><span aria-hidden="true" class="mark__sign">{ row.tone.sign() }</span><strong>{ &row.says }</strong></p>
                <p class="signature__who">{ &row.who }</p>
                <ul class="signature__about">{ for row.about.iter().map(|about| html! { <li>{ about }</li> }) }</ul>
                <p class="fingerprint">{ &row.fingerprint }</p>
                <div class="bind-place">if let Some(says) = &row.bind { { button("secondary", says.clone(), send, bind) } }</div>
            </li>
        }
    };
    html! {
        <section class="group" aria-labelledby="signatures-title">
            <h2 id="signatures-title" tabindex="-1">{ state.say(desk_phrases::SIGNATURES) }</h2>
            <p class="working">{ if view.signatures.is_empty() { state.say(desk_phrases::NO_SIGNATURE) } else { String::new() } }</p>
            <ul class="signatures">{ for view.signatures.iter().enumerate().map(row) }</ul>
            <div class="form-place">{ view.form.as_ref().map(|of| form(state, of, send)).unwrap_or_default() }</div>
        </section>
    }
}

fn checked(state: &State, view: &EntryView, send: &Callback<Action>) -> Html {
    let at = view.at;
    let asks = send.reform(move |(path, text)| act(DeskAction::Ask { at, path, text }));
    html! {
        <section class="group" aria-labelledby="checked-title">
            <h2 id="checked-title">{ state.say(desk_phrases::CHECKED) }</h2>
            <p id="entry-verdict">{ &view.verdict }</p>
            <div class="differs-place">if !view.differs.is_empty() { { differs(state, view) } }</div>
            { findings(&view.findings, state.language, &asks) }
        </section>
    }
}

/// Where the officer's verdict and ours differ, rule by rule.
fn differs(state: &State, view: &EntryView) -> Html {
    let row = |(index, row): (usize, &DifferRow)| {
        html! {
            <tr key={index}>
                <th scope="row">{ &row.place }</th><td>{ &row.demand }</td><td>{ &row.theirs }</td><td>{ &row.ours }</td>
            </tr>
        }
    };
    let column = |phrase: Phrase| html! { <th scope="col">{ state.say(phrase) }</th> };
    html! {
        <div class="wide" tabindex="0" role="group" aria-label={state.say(desk_phrases::DIFFERS)}>
            <table class="differs">
                <caption>{ state.say(desk_phrases::DIFFERS) }</caption>
                <thead><tr>
                    { column(desk_phrases::PLACE) }{ column(desk_phrases::DEMAND) }{ column(desk_phrases::THEIRS) }{ column(desk_phrases::OURS) }
                </tr></thead>
                <tbody>{ for view.differs.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

fn chain(state: &State, view: &EntryView) -> Html {
    let row = |row: &ChainRow| {
        let name = if row.here {
            html! { <strong>{ &row.name }{ " (" }{ state.say(desk_phrases::THIS_ONE) }{ ")" }</strong> }
        } else {
            html! { <a href={entry_address(row.at)}>{ &row.name }</a> }
        };
        html! {
            <li key={row.at} class="entry">
                <p class="entry__head">{ mark(&row.mark) }{ " " }{ name }</p>
                <p class="entry__about">{ &row.about }</p>
            </li>
        }
    };
    html! {
        <section class="group" aria-labelledby="chain-title">
            <h2 id="chain-title">{ state.say(desk_phrases::CHAIN) }</h2>
            <ol class="entries">{ for view.chain.iter().map(row) }</ol>
        </section>
    }
}

/// What the coordinator can do about it.
fn handling(state: &State, view: &EntryView, send: &Callback<Action>) -> Html {
    let at = view.at;
    let noted = send.reform(move |event: InputEvent| {
        act(DeskAction::Note { at, text: event.target_unchecked_into::<HtmlTextAreaElement>().value() })
    });
    let says = state.say(if view.aside { desk_phrases::TAKE_BACK } else { desk_phrases::SET_ASIDE });
    html! {
        <section class="group" aria-labelledby="handling-title">
            <h2 id="handling-title">{ state.say(desk_phrases::HANDLING) }</h2>
            <div class="field">
                <label for="entry-note">{ state.say(desk_phrases::NOTE_LABEL) }</label>
                <textarea id="entry-note" rows="2" value={view.note.clone()} oninput={noted} />
            </div>
            { day(state, view, send) }
            { button("secondary", says, send, act(DeskAction::SetAside { at, aside: !view.aside })) }
        </section>
    }
}

fn day(state: &State, view: &EntryView, send: &Callback<Action>) -> Html {
    let (at, sent) = (view.at, send.clone());
    let typed = send.reform(move |event: InputEvent| {
        act(DeskAction::DayTyped { at, text: event.target_unchecked_into::<HtmlInputElement>().value() })
    });
    let correct = move |event: SubmitEvent| {
        event.prevent_default();
        sent.emit(act(DeskAction::CorrectDay));
    };
    html! {
        <form class="field field--date" onsubmit={correct}>
            <label for="entry-day">{ state.say(desk_phrases::RECEIVED) }</label>
            <div class="control">
                <input type="text" id="entry-day" autocomplete="off" value={view.day.clone()} oninput={typed} />
                <button type="submit" class="secondary">{ state.say(desk_phrases::CORRECT_DAY) }</button>
            </div>
        </form>
    }
}
