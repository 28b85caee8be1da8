//! What leaves the desk.

use super::{act, address};
use crate::page::screens::{button, heading, named_button};
use crate::session::desk::{DeskAction, DeskScreen};
use crate::session::view::desk::{ReportRow, report};
use crate::session::{Action, State};
use crate::text::{desk_phrases, phrases};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, TargetCast, html};

/// The report's words, and the buttons.
pub(super) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = report(state) else {
        return html! {};
    };
    html! {
        <div class="report">
            { heading(&state.say(desk_phrases::REPORT)) }
            <p class="intro">{ state.say(desk_phrases::REPORT_EXPLAIN) }</p>
            <section class="group" aria-labelledby="saving-title">
                <h2 id="saving-title">{ state.say(desk_phrases::SAVING) }</h2>
                <div class="buttons">
                    { button("primary", state.say(desk_phrases::SAVE_DOCX), send, act(DeskAction::SaveReport)) }
                    { button("secondary", state.say(desk_phrases::SAVE_XLSX), send, act(DeskAction::SaveWorkbook)) }
                    <a href={address(DeskScreen::Print)}>{ state.say(desk_phrases::TO_PRINT) }</a>
                </div>
                <p class="hint">{ state.say(desk_phrases::SAVE_XLSX_HINT) }</p>
            </section>
            <section class="group" aria-labelledby="words-title">
                <h2 id="words-title">{ state.say(desk_phrases::REPORT_WORDS) }</h2>
                <div class="report__fields">{ for view.fields.iter().map(|row| field(row, send)) }</div>
            </section>
            <section class="group" aria-labelledby="csv-title">
                <h2 id="csv-title">{ state.say(desk_phrases::SAVE_TABLES) }</h2>
                <ul class="csv">
                    { for view.tables.iter().map(|of| html! {
                        <li key={of.name.clone()}>
                            <span>{ &of.name }</span>
                            { named_button("link", state.say(phrases::SAVE_FINDINGS), &of.name, send, act(DeskAction::SaveTable(of.value))) }
                        </li>
                    }) }
                </ul>
            </section>
        </div>
    }
}

fn field(row: &ReportRow, send: &Callback<Action>) -> Html {
    let field = row.field;
    let control = if row.lines {
        let typed = send.reform(move |event: InputEvent| {
            act(DeskAction::ReportTyped(field, event.target_unchecked_into::<HtmlTextAreaElement>().value()))
        });
        html! { <textarea id={row.id} rows="5" value={row.value.clone()} oninput={typed} /> }
    } else {
        let typed = send.reform(move |event: InputEvent| {
            act(DeskAction::ReportTyped(field, event.target_unchecked_into::<HtmlInputElement>().value()))
        });
        html! { <input type="text" id={row.id} autocomplete="off" value={row.value.clone()} oninput={typed} /> }
    };
    html! { <div class="field" key={row.id}><label for={row.id}>{ &row.label }</label>{ control }</div> }
}
