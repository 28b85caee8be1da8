//! Choose agency and quarter, a draft, or a file.

use super::{button, heading, named_button};
use crate::page::browser;
use crate::page::components::file::{file_field, open_file};
use crate::page::components::samples::Samples;
use crate::session::desk::DeskScreen;
use crate::session::view::{DraftRow, PeriodChoice, StartView, start};
use crate::session::{Action, Screen, State};
use crate::text::{desk_phrases, phrases, print_phrases};
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::{Callback, Html, SubmitEvent, TargetCast, html};

/// The first screen.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let view = start(state);
    html! {
        <div class="start">
            { heading(phrases::TITLE.text(state.language)) }
            <ol class="explain">
                <li>{ state.say(phrases::EXPLAIN_1) }</li>
                <li>{ state.say(phrases::EXPLAIN_2) }</li>
                <li>{ state.say(phrases::EXPLAIN_3) }</li>
            </ol>
            <div class="drafts-place">{ drafts(state, &view, send) }</div>
            <section class="group">
                <div class="agency-place">{ agency(state, &view, send) }</div>
            </section>
            <section class="group">
                { period(state, &view, send) }
                <div class="begin-place">{ begin(state, &view, send) }</div>
                <div class="form-place">
                    if view.begin.is_some() { { button("link", state.say(print_phrases::FORM), send, Action::Go(Screen::Form)) } }
                </div>
            </section>
            <section class="group">
                { file_field("open-file", state.language, state.say(phrases::OPEN_FILE), state.say(phrases::OPEN_FILE_HINT), ".json,.html,application/json,text/html", open_file(send)) }
            </section>
            <section class="group">
                <Samples samples={view.samples.clone()} language={state.language} send={send.clone()} />
            </section>
            <div class="buttons">
                { button("link", state.say(phrases::SELF_TEST), send, Action::Go(Screen::SelfTest)) }
                { button("link", state.say(desk_phrases::ENTER), send, Action::Go(Screen::Desk(DeskScreen::Intake))) }
            </div>
        </div>
    }
}

fn agency(state: &State, view: &StartView, send: &Callback<Action>) -> Html {
    if let Some(name) = &view.chosen {
        return html! {
            <p class="chosen"><span class="label">{ state.say(phrases::AGENCY) }{ ": " }</span><strong>{ name }</strong>{ " " }
                { button("link", state.say(phrases::AGENCY_CHANGE), send, Action::ChooseAgency(None)) }
            </p>
        };
    }
    let search =
        send.reform(|event: InputEvent| Action::Search(event.target_unchecked_into::<HtmlInputElement>().value()));
    let only = if let [agency] = view.agencies.as_slice() { Some(agency.id.clone()) } else { None };
    let enter = send.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(agency) = only.clone() {
            enter.emit(Action::ChooseAgency(Some(agency)));
        }
    };
    html! {
        <form class="field" onsubmit={submit}>
            <label for="agency-search">{ state.say(phrases::AGENCY) }</label>
            <p class="hint" id="agency-search-hint">{ state.say(phrases::AGENCY_HINT) }</p>
            <input type="text" id="agency-search" value={state.query.clone()} oninput={search} autocomplete="off" aria-describedby="agency-search-hint" />
            <ul class="choices">
                { for view.agencies.iter().map(|agency| html! {
                    <li key={agency.id.to_string()}>
                        { button("choice", agency.name.clone(), send, Action::ChooseAgency(Some(agency.id.clone()))) }
                    </li>
                }) }
            </ul>
            <p class="hint" role="status">{ if view.agencies.is_empty() { state.say(phrases::AGENCY_NONE) } else { String::new() } }</p>
        </form>
    }
}

fn period(state: &State, view: &StartView, send: &Callback<Action>) -> Html {
    let chosen = send.reform(|event: Event| {
        Action::ChoosePeriod(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok())
    });
    let option = |period: &PeriodChoice| {
        html! {
            <option key={period.id.to_string()} value={period.id.to_string()} selected={period.chosen}>{ &period.name }</option>
        }
    };
    let none = view.periods.iter().all(|period| !period.chosen);
    html! {
        <div class="field">
            <label for="period">{ state.say(phrases::PERIOD) }</label>
            <select id="period" onchange={chosen}>
                <option key="none" value="" selected={none}>{ state.say(phrases::PERIOD_CHOOSE) }</option>
                { for view.periods.iter().map(option) }
            </select>
        </div>
    }
}

/// Beginning a return, with or without what persists from an earlier one.
fn begin(state: &State, view: &StartView, send: &Callback<Action>) -> Html {
    let Some(says) = view.begin.clone() else {
        return html! {};
    };
    let (from, begun) = (send.clone(), send.clone());
    let begin = move |_| begun.emit(Action::Begin { random: browser::random() });
    let begin_from = Callback::from(move |(name, bytes)| {
        from.emit(Action::Begin { random: browser::random() });
        from.emit(Action::OpenPrevious { name, bytes });
    });
    html! {
        <>
            <button type="button" id="begin" class="primary" onclick={begin}>{ says }</button>
            <div class="begin-from">
                if view.is_new {
                    { file_field("begin-from", state.language, state.say(phrases::BEGIN_FROM), state.say(phrases::PREVIOUS_HINT), ".json,application/json", begin_from) }
                }
            </div>
        </>
    }
}

fn drafts(state: &State, view: &StartView, send: &Callback<Action>) -> Html {
    let row = |draft: &DraftRow| {
        html! {
            <li key={draft.key.name()} class="draft">
                <span class="draft__name">{ &draft.name }</span>
                <span class="tag">{ &draft.says }</span>
                { named_button("secondary", state.say(phrases::OPEN), &draft.name, send, Action::OpenDraft(draft.key.clone())) }
                { named_button("link", state.say(phrases::DELETE), &draft.name, send, Action::DeleteDraft(draft.key.clone())) }
            </li>
        }
    };
    html! {
        <>
            <div role="status">
                if let Some(deleted) = &view.deleted {
                    <p class="notice notice--good">{ deleted }{ " " }{ button("link", state.say(phrases::UNDO), send, Action::Undelete) }</p>
                }
            </div>
            <div>
                if !view.drafts.is_empty() {
                    <section class="group" aria-labelledby="drafts-title">
                        <h2 id="drafts-title">{ state.say(phrases::DRAFTS) }</h2>
                        <ul class="drafts">{ for view.drafts.iter().map(row) }</ul>
                    </section>
                }
            </div>
        </>
    }
}
