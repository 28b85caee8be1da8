//! The coordinator's desk: what stands above its screens, and the screens.

mod binding;
mod charts;
mod entry;
mod filing;
mod findings;
mod intake;
mod keys;
mod marks;
mod papers;
mod reconciliation;
mod report;
mod table;
mod trust;

use crate::page::components::choose::Choose;
use crate::page::dropped::Given;
use crate::session::desk::{DeskAction, DeskScreen};
use crate::session::view::desk::{Frame, Tab, frame};
use crate::session::{Action, Screen, State};
use crate::text::desk_phrases;
use yew::{Callback, Html, html};

/// One of the desk's screens; files that are chosen go to `give`.
pub(in crate::page) fn screen(
    state: &State,
    which: DeskScreen,
    send: &Callback<Action>,
    give: &Callback<Given>,
) -> Html {
    let Some(view) = frame(state) else {
        return html! {};
    };
    html! {
        <div class="desk">
            { head(state, &view, send) }
            <div class="desk__body" key={which.address()}>{ body(state, which, send, give) }</div>
        </div>
    }
}

fn body(state: &State, which: DeskScreen, send: &Callback<Action>, give: &Callback<Given>) -> Html {
    match which {
        DeskScreen::Entry(at) => entry::screen(state, at, send),
        DeskScreen::Keys => keys::screen(state, send),
        DeskScreen::Filing => filing::screen(state, send),
        DeskScreen::Table(kind) => table::screen(state, kind, send),
        DeskScreen::Charts => charts::screen(state),
        DeskScreen::Reconciliation => reconciliation::screen(state, send),
        DeskScreen::Report => report::screen(state, send),
        DeskScreen::Intake => intake::screen(state, send, give),
    }
}

fn head(state: &State, view: &Frame, send: &Callback<Action>) -> Html {
    let periods: Vec<(String, String)> =
        view.periods.iter().map(|period| (period.id.to_string(), period.name.clone())).collect();
    let chosen = view.periods.iter().find(|period| period.chosen).map(|period| period.id.to_string());
    let choose = send.reform(|word: String| match word.parse() {
        Ok(period) => Action::Desk(DeskAction::ChoosePeriod(period)),
        Err(_) => Action::Dismiss,
    });
    html! {
        <div class="desk__head">
            <div class="desk__period">
                <label for="desk-period">{ state.say(desk_phrases::PERIOD) }</label>
                <Choose id="desk-period" words={periods} value={chosen.unwrap_or_default()} chosen={choose} />
            </div>
            <a class="desk__leave" href="#">{ state.say(desk_phrases::LEAVE) }</a>
            <nav class="tabs" aria-label={state.say(desk_phrases::DESK)}>
                <ul>{ for view.tabs.iter().map(tab) }</ul>
            </nav>
        </div>
    }
}

fn tab(tab: &Tab) -> Html {
    html! {
        <li key={tab.name.clone()}>
            <a class="tab" href={address(tab.screen)} aria-current={tab.here.then_some("page")}>{ &tab.name }</a>
        </li>
    }
}

/// The address of one of the desk's screens, for a link.
fn address(screen: DeskScreen) -> String {
    format!("#{}", Screen::Desk(screen).address())
}

/// The address of an entry, for a link.
fn entry_address(at: usize) -> String {
    address(DeskScreen::Entry(at))
}

/// What a button at the desk does.
fn act(action: DeskAction) -> Action {
    Action::Desk(action)
}
