//! What the list adds up to, beside what was counted.

use crate::page::screens::button;
use crate::session::view::{GridView, SumCell};
use crate::session::{Action, GridAction};
use crate::text::{Language, grid_phrases};
use yew::{Callback, Html, classes, html};

/// The sums by level, and the button that makes them the counts.
pub(super) fn sums(language: Language, view: &GridView, locked: bool, send: &Callback<Action>) -> Html {
    let names = [grid_phrases::LEVEL, grid_phrases::SERVICES, grid_phrases::RECEIVED, grid_phrases::RESOLVED];
    let use_counts = || {
        let says = grid_phrases::USE_COUNTS.text(language).to_owned();
        button("secondary", says, send, Action::Grid(GridAction::UseCounts))
    };
    html! {
        <section class="group" aria-labelledby="grid-sums">
            <h2 id="grid-sums">{ grid_phrases::SUMS.text(language) }</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby="grid-sums"><table class="sums" aria-labelledby="grid-sums">
                <thead><tr>{ for names.map(|name| html! { <th scope="col">{ name.text(language) }</th> }) }</tr></thead>
                <tbody>
                    { for view.sums.iter().map(|row| html! {
                        <tr key={row.level.clone()}><th scope="row">{ &row.level }</th>{ for row.cells.iter().map(sum) }</tr>
                    }) }
                </tbody>
            </table></div>
            <div class="buttons">if view.has_counts && !locked { { use_counts() } }</div>
        </section>
    }
}

fn sum(cell: &SumCell) -> Html {
    html! {
        <td class={classes!("number", cell.differs.then_some("differs"))}>
            <strong>{ &cell.sum }</strong>
            { for cell.beside.iter().map(|says| html! { <span class="beside">{ says }</span> }) }
        </td>
    }
}
