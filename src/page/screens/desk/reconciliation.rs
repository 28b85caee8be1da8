//! What was collected, held against itself, the print and the quarter before.

use super::act;
use super::marks::{class, pick};
use crate::page::screens::heading;
use crate::session::desk::DeskAction;
use crate::session::view::desk::{CheckPart, CheckRow, Pick, reconciliation};
use crate::session::{Action, State};
use crate::text::{Phrase, desk_phrases};
use yew::{Callback, Html, classes, html};

/// The comparisons, by kind.
pub(super) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = reconciliation(state) else {
        return html! {};
    };
    let choose = |of: &Pick<bool>| {
        let (send, value) = (send.clone(), of.value);
        let picked = Callback::from(move |_| send.emit(act(DeskAction::Differing(value))));
        pick(value.to_string(), &of.name, of.chosen, picked)
    };
    html! {
        <div class="reconciliation">
            { heading(&state.say(desk_phrases::RECONCILIATION)) }
            <p class="intro">{ state.say(desk_phrases::RECONCILE_EXPLAIN) }</p>
            <p id="reconciled" role="status"><strong>{ &view.summary }</strong></p>
            <ul class="picks" aria-label={state.say(desk_phrases::FILTERS)}>{ for view.picks.iter().map(choose) }</ul>
            <div class="parts">{ for view.parts.iter().map(|of| part(state, of)) }</div>
        </div>
    }
}

fn part(state: &State, of: &CheckPart) -> Html {
    let column = |phrase: Phrase| html! { <th scope="col">{ state.say(phrase) }</th> };
    let title = format!("{}-title", of.code);
    html! {
        <section class="group" key={of.code} aria-labelledby={title.clone()}>
            <h2 id={title.clone()}>{ &of.title }</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby={title.clone()}>
                <table class="checks" aria-labelledby={title.clone()}>
                    <thead><tr>
                        { column(desk_phrases::WHAT) }{ column(desk_phrases::ONE_SIDE) }{ column(desk_phrases::OTHER_SIDE) }{ column(desk_phrases::RESULT) }
                    </tr></thead>
                    <tbody>{ for of.rows.iter().enumerate().map(|(index, of)| row(index, of)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(index: usize, of: &CheckRow) -> Html {
    html! {
        <tr key={index}>
            <th scope="row">{ &of.what }</th><td>{ &of.left }</td><td>{ &of.right }</td>
            <td class={classes!("cell", class(of.tone))}>
                <span aria-hidden="true" class="mark__sign">{ of.tone.sign() }{ " " }</span>{ &of.verdict }
            </td>
        </tr>
    }
}
