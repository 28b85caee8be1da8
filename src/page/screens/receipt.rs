//! The coordinator's receipt, on the screen and on paper.

use super::{button, heading};
use crate::page::components::slip::trust;
use crate::session::view::{ReceiptView, receipt};
use crate::session::{Action, Screen, State};
use crate::text::phrases;
use yew::{Callback, Html, classes, html};

/// The receipt.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = receipt(state) else {
        return html! {};
    };
    let back = if state.draft.is_some() { Screen::Sections } else { Screen::Start };
    let back_says = if state.draft.is_some() { phrases::BACK_TO_SECTIONS } else { phrases::TO_START };
    html! {
        <div class="receipt">
            { heading(phrases::RECEIPT.text(state.language)) }
            <p class={classes!("verdict", view.counts.then_some("verdict--ready"))} id="receipt-state">{ &view.state }</p>
            <p>{ &view.says }</p>
            <dl class="receipt__lines">{ for lines(&view) }</dl>
            <p id="receipt-beside" class={if view.beside.same { "good" } else { "unsure" }}>{ &view.beside.says }</p>
            { trust(&view.trust, state.language) }
            <div class="buttons">
                <button type="button" id="print" class="primary" onclick={send.reform(|_| Action::Print)}>{ state.say(phrases::PRINT) }</button>
                { button("link", state.say(back_says), send, Action::Go(back)) }
            </div>
        </div>
    }
}

fn lines(view: &ReceiptView) -> impl Iterator<Item = Html> + '_ {
    view.lines.iter().map(|(label, value)| {
        html! { <div class="answer" key={label.clone()}><dt>{ label }</dt><dd>{ value }</dd></div> }
    })
}
