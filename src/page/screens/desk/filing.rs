//! Who has filed, by section.

use super::marks::{class, mark, pick};
use super::{act, entry_address};
use crate::page::components::roving::Roving;
use crate::page::files;
use crate::page::screens::heading;
use crate::session::desk::DeskAction;
use crate::session::view::desk::{CountRow, FilingRow, FilingView, Letter, SectionCell, filing};
use crate::session::{Action, State};
use crate::text::{access_phrases, desk_phrases};
use yew::{Callback, Html, classes, html};

/// The matrix, its counts and the list for a letter.
pub(super) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = filing(state) else {
        return html! {};
    };
    html! {
        <div class="filing">
            { heading(&state.say(desk_phrases::FILING)) }
            { counts(state, &view) }
            { for view.letters.iter().map(|of| letter(state, of, send)) }
            { matrix(state, &view, send) }
        </div>
    }
}

fn counts(state: &State, view: &FilingView) -> Html {
    let row = |row: &CountRow| {
        html! {
            <tr key={row.name.clone()}>
                <th scope="row">{ &row.name }</th>
                { for row.counts.iter().enumerate().map(|(index, count)| html! { <td key={index} class="number">{ count }</td> }) }
                <td class="number">{ row.all }</td>
            </tr>
        }
    };
    html! {
        <section class="group" aria-labelledby="counts-title">
            <h2 id="counts-title">{ state.say(desk_phrases::COUNTS) }</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby="counts-title">
                <table class="counts" aria-labelledby="counts-title">
                    <thead><tr>
                        <th scope="col">{ state.say(desk_phrases::LIST) }</th>
                        { for view.filings.iter().map(|of| html! { <th scope="col" class="number" key={of.name.clone()}>{ mark(of) }</th> }) }
                        <th scope="col" class="number">{ state.say(desk_phrases::ALL) }</th>
                    </tr></thead>
                    <tbody>{ for view.counts.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn letter(state: &State, letter: &Letter, send: &Callback<Action>) -> Html {
    let (id, send) = (letter.id, send.clone());
    let copy = Callback::from(move |_| {
        if files::copied(id) {
            send.emit(act(DeskAction::Copied));
        }
    });
    let rows = letter.text.lines().count() + 1;
    html! {
        <section class="group" key={letter.id}>
            <h2><label for={letter.id}>{ &letter.title }</label></h2>
            <p class="hint" id={format!("{}-hint", letter.id)}>{ state.say(desk_phrases::LETTER_HINT) }</p>
            <textarea id={letter.id} class="letter" readonly={true} rows={rows.to_string()} value={letter.text.clone()}
                aria-describedby={format!("{}-hint", letter.id)} />
            <button type="button" class="secondary" aria-label={format!("{}: {}", state.say(desk_phrases::COPY), letter.title)} onclick={copy}>{ state.say(desk_phrases::COPY) }</button>
        </section>
    }
}

fn matrix(state: &State, view: &FilingView, send: &Callback<Action>) -> Html {
    let tier = |of: &crate::session::view::desk::Pick<_>| {
        let (send, value) = (send.clone(), of.value);
        pick(
            format!("{value:?}"),
            &of.name,
            of.chosen,
            Callback::from(move |_| send.emit(act(DeskAction::Tier(value)))),
        )
    };
    let filing = |of: &crate::session::view::desk::Pick<_>| {
        let (send, value) = (send.clone(), of.value);
        pick(
            format!("{value:?}"),
            &of.name,
            of.chosen,
            Callback::from(move |_| send.emit(act(DeskAction::Filing(value)))),
        )
    };
    html! {
        <section class="group" aria-labelledby="matrix-title">
            <h2 id="matrix-title">{ state.say(desk_phrases::MATRIX) }</h2>
            <ul class="picks" aria-label={state.say(desk_phrases::BY_TIER)}>{ for view.tiers.iter().map(tier) }</ul>
            <ul class="picks" aria-label={state.say(desk_phrases::BY_FILING)}>{ for view.picks.iter().map(filing) }</ul>
            <p class="hint" id="filing-found" role="status">{ &view.found }</p>
            <p class="hint" id="matrix-keys">{ state.say(access_phrases::TABLE_KEYS) }</p>
            <Roving labelledby="matrix-title" describedby="matrix-keys">
                <table class="matrix" aria-labelledby="matrix-title">
                    <thead><tr>
                        <th scope="col">{ state.say(desk_phrases::FACT_AGENCY) }</th>
                        <th scope="col">{ state.say(desk_phrases::STATUS) }</th>
                        { for view.sections.iter().map(|name| html! { <th scope="col" class="number" key={name.clone()}>{ name }</th> }) }
                    </tr></thead>
                    <tbody>{ for view.rows.iter().map(row) }</tbody>
                </table>
            </Roving>
        </section>
    }
}

fn row(row: &FilingRow) -> Html {
    let name = match row.entry {
        Some(at) => html! { <a href={entry_address(at)}>{ &row.agency }</a> },
        None => html! { { &row.agency } },
    };
    html! {
        <tr key={row.id.clone()} data-agency={row.id.clone()}>
            <th scope="row">{ name }</th>
            <td class="matrix__state">{ mark(&row.mark) }<p class="entry__about">{ &row.reason }</p></td>
            { for row.sections.iter().enumerate().map(|(index, of)| cell(index, of)) }
        </tr>
    }
}

fn cell(index: usize, of: &SectionCell) -> Html {
    html! {
        <td key={index} class={classes!("number", "cell", class(of.tone))}>
            <span aria-hidden="true">{ &of.says }</span><span class="unseen">{ &of.aloud }</span>
        </td>
    }
}
