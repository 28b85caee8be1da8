//! What leaves the desk: the report with its files, receipts for all.

use super::{act, papers};
use crate::page::components::paper::PaperView;
use crate::page::screens::{button, heading, named_button};
use crate::session::desk::{DeskAction, PaperKind};
use crate::session::view::desk::{ReceiptsView, ReportRow, ReportView, report};
use crate::session::{Action, State};
use crate::text::{Phrase, desk_phrases};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, InputEvent, TargetCast, classes, html};

/// The report's words, the buttons, and the report as it is printed.
pub(super) fn screen(state: &State, send: &Callback<Action>) -> Html {
    let Some(view) = report(state) else {
        return html! {};
    };
    html! {
        <div class="report">
            { heading(&state.say(desk_phrases::REPORT)) }
            <p class="intro">{ state.say(desk_phrases::REPORT_EXPLAIN) }</p>
            <section class="group" aria-labelledby="words-title">
                <h2 id="words-title">{ state.say(desk_phrases::REPORT_WORDS) }</h2>
                <div class="report__fields">{ for view.fields.iter().map(|row| field(row, send)) }</div>
            </section>
            { saving(state, &view, send) }
            { receipts(state, &view.receipts, send) }
            <div class="paper-place">
                if let Some(paper) = view.preview {
                    <PaperView {paper} label={state.say(desk_phrases::PREVIEW)} />
                }
            </div>
        </div>
    }
}

fn saving(state: &State, view: &ReportView, send: &Callback<Action>) -> Html {
    let table = |name: String, action: DeskAction| {
        html! {
            <li key={name.clone()}>
                { named_button("link", name, desk_phrases::CSV.text(state.language), send, act(action)) }
            </li>
        }
    };
    let tables = view.tables.iter().map(|of| table(of.name.clone(), DeskAction::SaveTable(of.value)));
    let more = [
        (desk_phrases::CSV_FINDINGS, DeskAction::SaveFindings),
        (desk_phrases::CSV_PROVENANCE, DeskAction::SaveProvenance),
    ];
    let more = more.into_iter().map(|(name, action): (Phrase, DeskAction)| table(state.say(name), action));
    html! {
        <section class="group" aria-labelledby="saving-title">
            <h2 id="saving-title">{ state.say(desk_phrases::SAVING) }</h2>
            <div class="buttons">
                { button("primary", state.say(desk_phrases::PRINT), send, Action::Print) }
                { button("secondary", state.say(desk_phrases::SAVE_DOCX), send, act(DeskAction::SaveReport)) }
                { button("secondary", state.say(desk_phrases::SAVE_XLSX), send, act(DeskAction::SaveWorkbook)) }
            </div>
            <p class="hint">{ state.say(desk_phrases::SAVE_XLSX_HINT) }</p>
            <details>
                <summary>{ state.say(desk_phrases::SAVE_TABLES) }</summary>
                <ul class="csv">{ for tables.chain(more) }</ul>
            </details>
        </section>
    }
}

/// Receipts for all returns that count, with one password.
fn receipts(state: &State, view: &ReceiptsView, send: &Callback<Action>) -> Html {
    let orders: Vec<(bool, String)> = [(false, view.issue.clone()), (true, view.again.clone())]
        .into_iter()
        .filter_map(|(again, says)| Some((again, says?)))
        .collect();
    let (kinds, says): (Vec<bool>, Vec<String>) = orders.into_iter().unzip();
    let any = !says.is_empty();
    let sign = send.reform(move |(order, password)| {
        act(DeskAction::IssueReceipts { again: kinds.get(order).copied().unwrap_or_default(), password })
    });
    html! {
        <section class="group" aria-labelledby="receipts-title">
            <h2 id="receipts-title">{ state.say(desk_phrases::RECEIPTS) }</h2>
            <p id="receipts-count">{ &view.says }</p>
            <div class="signing-place">
                if any { { papers::signing(state, PaperKind::Receipts, &view.hand, says, sign, send) } }
            </div>
        </section>
    }
}

fn field(row: &ReportRow, send: &Callback<Action>) -> Html {
    let field = row.field;
    let wrong = !row.error.is_empty();
    let (invalid, describes) = (wrong.then_some("true"), format!("{}-error", row.id));
    let control = if row.lines {
        let typed = send.reform(move |event: InputEvent| {
            act(DeskAction::ReportTyped(field, event.target_unchecked_into::<HtmlTextAreaElement>().value()))
        });
        html! { <textarea id={row.id} rows="4" value={row.value.clone()} oninput={typed} /> }
    } else {
        let typed = send.reform(move |event: InputEvent| {
            act(DeskAction::ReportTyped(field, event.target_unchecked_into::<HtmlInputElement>().value()))
        });
        html! { <input type="text" id={row.id} autocomplete="off" value={row.value.clone()} oninput={typed} aria-invalid={invalid} aria-describedby={describes.clone()} /> }
    };
    html! {
        <div class={classes!("field", wrong.then_some("field--wrong"))} key={row.id}>
            <label for={row.id}>{ &row.label }</label>
            <p class="error" id={describes}>{ &row.error }</p>
            { control }
        </div>
    }
}
