//! Files taken in, and the ledger.

use super::marks::{mark, pick};
use super::{act, entry_address};
use crate::page::components::file::large_file_field;
use crate::page::dropped::{Given, chosen, dropped};
use crate::page::screens::{button, heading};
use crate::session::desk::{DeskAction, LARGEST_LEDGER};
use crate::session::view::desk::{EntryRow, IntakeView, WorkView, intake};
use crate::session::{Action, State};
use crate::text::{desk_phrases, phrases};
use web_sys::HtmlInputElement;
use yew::{Callback, DragEvent, Event, Html, InputEvent, TargetCast, html};

/// The screen; files can be dropped anywhere on it.
pub(super) fn screen(state: &State, send: &Callback<Action>, give: &Callback<Given>) -> Html {
    let Some(view) = intake(state) else {
        return html! {};
    };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let give_dropped = give.clone();
    let drop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        if let Some(transfer) = event.data_transfer() {
            dropped(&transfer, give_dropped.clone());
        }
    });
    html! {
        <div class="intake" ondragover={over} ondrop={drop}>
            { heading(&state.say(desk_phrases::INTAKE)) }
            <p class="intro" id="intake-summary">{ &view.summary }</p>
            <div class="elsewhere-place">{ elsewhere(state, &view, send) }</div>
            <div class="forgotten-place">{ forgotten(state, &view, send) }</div>
            <div class="opening-place">{ opening(state, &view, send) }</div>
            { take_in(state, &view, send, give) }
            <div class="unread-place">{ unread(state, &view, send) }</div>
            { ledger(state, &view, send) }
            { keeping(state, &view, send) }
        </div>
    }
}

fn elsewhere(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    let Some((period, says)) = &view.elsewhere else {
        return html! {};
    };
    html! {
        <div class="carried">
            <p>{ says }</p>
            { button("secondary", state.say(desk_phrases::GO_THERE), send, act(DeskAction::ChoosePeriod(*period))) }
        </div>
    }
}

fn forgotten(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    let Some(says) = &view.forgotten else {
        return html! {};
    };
    html! {
        <p class="notice notice--good">{ says }{ " " }{ button("link", state.say(phrases::UNDO), send, act(DeskAction::Unforget)) }</p>
    }
}

fn opening(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    let Some(says) = &view.opening else {
        return html! {};
    };
    html! {
        <section class="carried" aria-labelledby="opening-title">
            <p id="opening-title" tabindex="-1">{ says }</p>
            <div class="buttons">
                { button("secondary", state.say(desk_phrases::REPLACE), send, act(DeskAction::ConfirmOpening)) }
                { button("link", state.say(desk_phrases::KEEP_OWN), send, act(DeskAction::DropOpening)) }
            </div>
        </section>
    }
}

fn take_in(state: &State, view: &IntakeView, send: &Callback<Action>, give: &Callback<Given>) -> Html {
    let typed = send.reform(|event: InputEvent| {
        act(DeskAction::ReceivedTyped(event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    html! {
        <section class="group" aria-labelledby="take-title">
            <h2 id="take-title">{ state.say(desk_phrases::TAKE_IN) }</h2>
            <div class="field field--date">
                <label for="received">{ state.say(desk_phrases::RECEIVED) }</label>
                <p class="hint" id="received-hint">{ state.say(desk_phrases::RECEIVED_HINT) }</p>
                <div class="control">
                    <input type="text" id="received" autocomplete="off" aria-describedby="received-hint"
                        value={view.received.clone()} oninput={typed} />
                </div>
            </div>
            <div class="drop">
                <p aria-hidden="true">{ state.say(desk_phrases::DROP) }</p>
                <div class="drop__buttons">
                    { files_button("take-files", state.say(desk_phrases::CHOOSE_FILES), false, give) }
                    { files_button("take-folder", state.say(desk_phrases::CHOOSE_FOLDER), true, give) }
                </div>
            </div>
            <div class="work-place">{ work(state, view.work.as_ref(), send) }</div>
            <p class="unseen" role="status">{ view.work.as_ref().map(|work| work.aloud.clone()) }</p>
        </section>
    }
}

/// A button that asks for files, or for a folder.
fn files_button(id: &'static str, says: String, folder: bool, give: &Callback<Given>) -> Html {
    let give = give.clone();
    let onchange = move |event: Event| {
        chosen(&event.target_unchecked_into::<HtmlInputElement>(), give.clone());
    };
    html! {
        <label class="secondary files">
            { says }
            <input type="file" {id} class="unseen" multiple={true} webkitdirectory={folder} {onchange} />
        </label>
    }
}

fn work(state: &State, view: Option<&WorkView>, send: &Callback<Action>) -> Html {
    let Some(view) = view else {
        return html! {};
    };
    html! {
        <div class="work">
            <progress max={view.of.to_string()} value={view.done.to_string()} aria-label={state.say(desk_phrases::TAKE_IN)} />
            <span aria-hidden="true">{ &view.says }</span>
            if view.stopping {
                <span>{ state.say(desk_phrases::STOPPING) }</span>
            } else {
                { button("secondary", state.say(desk_phrases::CANCEL), send, act(DeskAction::Cancel)) }
            }
        </div>
    }
}

fn unread(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    if view.unread.is_empty() {
        return html! {};
    }
    html! {
        <section class="summary" aria-labelledby="unread-title">
            <h2 id="unread-title">{ state.say(desk_phrases::UNREAD) }</h2>
            <ul>{ for view.unread.iter().enumerate().map(|(index, says)| html! { <li key={index}>{ says }</li> }) }</ul>
            { button("link", state.say(phrases::CLOSE), send, act(DeskAction::DismissUnread)) }
        </section>
    }
}

fn ledger(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    let search = send
        .reform(|event: InputEvent| act(DeskAction::Search(event.target_unchecked_into::<HtmlInputElement>().value())));
    let lens = |lens: &crate::session::view::desk::LensView| {
        let (send, value) = (send.clone(), lens.lens);
        let picked = Callback::from(move |_| send.emit(act(DeskAction::Filter(value))));
        pick(format!("{:?}", lens.lens), &lens.name, lens.chosen, picked)
    };
    html! {
        <section class="group" aria-labelledby="ledger-title">
            <h2 id="ledger-title">{ state.say(desk_phrases::LEDGER) }</h2>
            <div class="cards-place">{ cards(state, view, send) }</div>
            <p class="working">{ if view.loaded { String::new() } else { state.say(desk_phrases::LOADING) } }</p>
            <div class="field">
                <label for="ledger-search">{ state.say(desk_phrases::SEARCH) }</label>
                <input type="text" id="ledger-search" autocomplete="off" oninput={search} />
            </div>
            <ul class="picks" aria-label={state.say(desk_phrases::FILTERS)}>{ for view.lenses.iter().map(lens) }</ul>
            <p class="hint" id="ledger-found" role="status">{ &view.found }</p>
            <ol class="entries">{ for view.rows.iter().map(|row| entry(state, row)) }</ol>
            <div class="more-place">
                if let Some(says) = &view.more { { button("secondary", says.clone(), send, act(DeskAction::More)) } }
            </div>
        </section>
    }
}

fn cards(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    let Some(says) = &view.cards else {
        return html! {};
    };
    html! { <p>{ says }{ " " }{ button("link", state.say(desk_phrases::TAKE_CARDS), send, act(DeskAction::CardsOfFiles)) }</p> }
}

fn entry(state: &State, row: &EntryRow) -> Html {
    let about = format!("entry-{}-about", row.at);
    html! {
        <li class="entry" key={row.at} data-at={row.at.to_string()}>
            <p class="entry__head">
                { mark(&row.mark) }{ " " }
                <a class="entry__name" href={entry_address(row.at)} aria-describedby={about.clone()}>{ &row.name }</a>
            </p>
            <p class="entry__about" id={about}>{ &row.about }</p>
            <p class="entry__reason">{ &row.reason }</p>
            <p class="entry__note">
                if !row.note.is_empty() { <strong>{ state.say(desk_phrases::NOTE) }{ ": " }</strong>{ &row.note } }
            </p>
        </li>
    }
}

fn keeping(state: &State, view: &IntakeView, send: &Callback<Action>) -> Html {
    let opened = send.reform(|(name, bytes)| act(DeskAction::OpenLedger { name, bytes }));
    html! {
        <section class="group" aria-labelledby="keeping-title">
            <h2 id="keeping-title">{ state.say(desk_phrases::KEEPING) }</h2>
            <p class="hint">{ state.say(desk_phrases::KEEPING_HINT) }</p>
            <div class="buttons">
                if view.any {
                    { button("secondary", state.say(desk_phrases::SAVE_LEDGER), send, act(DeskAction::SaveLedger)) }
                    { button("link", state.say(desk_phrases::EXAMINE_ALL), send, act(DeskAction::ExamineAll)) }
                    { button("link", state.say(desk_phrases::FORGET), send, act(DeskAction::Forget)) }
                }
            </div>
            { large_file_field("open-ledger", state.language, state.say(desk_phrases::OPEN_LEDGER), state.say(desk_phrases::OPEN_LEDGER_HINT), ".json,application/json", LARGEST_LEDGER + 1, opened) }
        </section>
    }
}
