//! A table of the report, and what stands behind its figures.

use super::marks::pick_link;
use super::{act, address, entry_address};
use crate::collect::TableKind;
use crate::export::Heading;
use crate::page::components::roving::Roving;
use crate::page::screens::{button, heading};
use crate::session::desk::{DeskAction, DeskScreen, figure_name};
use crate::session::view::desk::{GroundRow, Grounds, TableCell, TableRow, TableView, table_view};
use crate::session::{Action, State};
use crate::text::{Phrase, access_phrases, desk_phrases, phrases, tongue};
use yew::{Callback, Html, classes, html};

/// The tables to choose from, and the one that was chosen.
pub(super) fn screen(state: &State, kind: TableKind, send: &Callback<Action>) -> Html {
    let Some(view) = table_view(state, kind) else {
        return html! {};
    };
    html! {
        <div class="tables">
            <ul class="picks" aria-label={state.say(desk_phrases::CHOOSE_TABLE)}>
                { for view.kinds.iter().map(|of| pick_link(&of.name, of.chosen, address(DeskScreen::Table(of.value)))) }
            </ul>
            { heading(&view.title) }
            <div class="grounds-place">{ grounds(state, view.grounds.as_ref(), send) }</div>
            <section class="group">
                <p class="hint" id="figures-keys">{ keys_hint(state, &view) }</p>
                { table(&view, send) }
                <p class="working">{ if view.rows.is_empty() { state.say(desk_phrases::NO_ROWS) } else { String::new() } }</p>
                <ul class="notes-below">{ for view.notes.iter().enumerate().map(|(index, says)| html! { <li key={index}>{ says }</li> }) }</ul>
            </section>
        </div>
    }
}

/// How the keyboard goes through the figures, where there are any.
fn keys_hint(state: &State, view: &TableView) -> String {
    if view.rows.is_empty() { String::new() } else { state.say(access_phrases::TABLE_KEYS) }
}

fn table(view: &TableView, send: &Callback<Action>) -> Html {
    html! {
        <Roving labelledby="top" describedby="figures-keys">
            <table class="figures" data-table={format!("{:?}", view.kind)}>
                <caption class="unseen">{ &view.title }</caption>
                <thead>{ for view.headings.iter().enumerate().map(|(index, row)| headings(index, row)) }</thead>
                <tbody>{ for view.rows.iter().enumerate().map(|(index, of)| row(view.kind, index, of, send)) }</tbody>
            </table>
        </Roving>
    }
}

fn headings(index: usize, row: &[Heading]) -> Html {
    let one = |(index, of): (usize, &Heading)| {
        let scope = if of.across > 1 { "colgroup" } else { "col" };
        html! {
            <th key={index} {scope} colspan={of.across.max(1).to_string()} rowspan={of.down.max(1).to_string()}>{ &of.text }</th>
        }
    };
    html! { <tr key={index}>{ for row.iter().enumerate().map(one) }</tr> }
}

fn row(kind: TableKind, at: usize, of: &TableRow, send: &Callback<Action>) -> Html {
    let cells = of.cells.iter().enumerate();
    html! {
        <tr key={at} class={of.total.then_some("figures__total")}>
            { for cells.map(|(column, of)| cell((kind, at, column), of, send)) }
        </tr>
    }
}

/// A figure with something behind it is a button.
fn cell(figure: (TableKind, usize, usize), of: &TableCell, send: &Callback<Action>) -> Html {
    let says = if of.behind {
        let ask = send.reform(move |_| act(DeskAction::Figure(Some(figure))));
        html! { <button type="button" class="figure" id={figure_name(figure)} title={of.hint.clone()} lang={tongue(&of.says)} onclick={ask}>{ &of.says }</button> }
    } else {
        html! { <span lang={tongue(&of.says)}>{ &of.says }</span> }
    };
    let rests = html! { <small class="rests">{ &of.rests }</small> };
    let class = classes!(of.number.then_some("number"), of.words.then_some("words"));
    if of.names {
        html! { <th key={figure.2} scope="row" {class}>{ says }{ rests }</th> }
    } else {
        html! { <td key={figure.2} {class}>{ says }{ rests }</td> }
    }
}

fn grounds(state: &State, view: Option<&Grounds>, send: &Callback<Action>) -> Html {
    let Some(view) = view else {
        return html! {};
    };
    let column = |phrase: Phrase| html! { <th scope="col">{ state.say(phrase) }</th> };
    html! {
        <section class="group grounds" aria-labelledby="figure-title">
            <div class="review__head">
                <h2 id="figure-title" tabindex="-1">{ &view.title }</h2>
                { button("link", state.say(phrases::CLOSE), send, act(DeskAction::Figure(None))) }
            </div>
            <p class="hint">{ &view.says }</p>
            <Roving class="grounds__rows" labelledby="figure-title" describedby="figures-keys">
                <table>
                    <thead><tr>
                        { column(desk_phrases::FACT_AGENCY) }{ column(desk_phrases::PLACE) }{ column(desk_phrases::VALUE) }{ column(desk_phrases::FILE) }
                    </tr></thead>
                    <tbody>{ for view.rows.iter().enumerate().map(|(index, row)| ground(index, row)) }</tbody>
                </table>
            </Roving>
            <p class="hint">{ view.more.clone() }</p>
        </section>
    }
}

fn ground(index: usize, row: &GroundRow) -> Html {
    let (name, at) = &row.file;
    let file = match at {
        Some(at) => html! { <a href={entry_address(*at)}>{ name }</a> },
        None => html! { { name } },
    };
    html! {
        <tr key={index}>
            <th scope="row">{ &row.agency }</th><td>{ &row.field }</td><td lang={tongue(&row.value)}>{ &row.value }</td><td>{ file }</td>
        </tr>
    }
}
