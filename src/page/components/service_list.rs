//! The agency's own service list: pasting it, what cannot be read of it, its sums, its rows.

use super::file::file_field;
use super::said::{error, note};
use super::warning::Warning;
use crate::page::screens::button;
use crate::session::view::{ListFaults, ListRow, ListView, SumCell, SumRow, field_id};
use crate::session::{Action, State};
use crate::text::phrases;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::{Callback, Html, TargetCast, classes, html};

/// How many columns the list has.
const COLUMNS: &str = "8";

/// The list's section, below its heading.
pub(in crate::page) fn service_list(state: &State, view: &ListView, locked: bool, send: &Callback<Action>) -> Html {
    html! {
        <div class="groups">
            <div>if !locked { { taking(state, view, send) } }</div>
            <section class="group" aria-labelledby="service_list">
                <h2 id="service_list" tabindex="-1">{ &view.title }</h2>
                <div class="buttons">{ changes(state, view, locked, send) }</div>
                <div>if !view.sums.is_empty() { { sums(state, &view.sums) } }</div>
                <div>if !view.rows.is_empty() { { rows(state, view, locked, send) } }</div>
                <div class="buttons">
                    <p class="hint" role="status">{ &view.shown }</p>
                    if let Some(says) = &view.more { { button("secondary", says.clone(), send, Action::MoreRows) } }
                </div>
            </section>
        </div>
    }
}

/// The field, the file, and what cannot be read.
fn taking(state: &State, view: &ListView, send: &Callback<Action>) -> Html {
    let typed = send
        .reform(|event: InputEvent| Action::ListTyped(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    let file = send.reform(|(name, bytes)| Action::ListFile { name, bytes });
    html! {
        <section class="group">
            <div class="faults-place">{ for view.faults.iter().map(|view| faults(view, send)) }</div>
            <div class="field">
                <label for="list-paste">{ state.say(phrases::LIST_PASTE) }</label>
                <p class="hint" id="list-paste-hint">{ state.say(phrases::LIST_PASTE_HINT) }</p>
                <textarea id="list-paste" class="list-paste" rows="5" wrap="off" value={view.pasted.clone()} oninput={typed} aria-describedby="list-paste-hint" />
            </div>
            <p class="hint">{ &view.will_replace }</p>
            <div class="buttons">{ button("primary", state.say(phrases::LIST_TAKE), send, Action::TakeList) }</div>
            { file_field("list-file", state.language, state.say(phrases::LIST_FILE), state.say(phrases::LIST_FILE_HINT), ".csv,.tsv,.txt,text/csv,text/tab-separated-values", file) }
        </section>
    }
}

fn faults(view: &ListFaults, send: &Callback<Action>) -> Html {
    let items = |lines: &[String]| -> Html {
        lines.iter().enumerate().map(|(index, line)| html! { <li key={index}>{ line }</li> }).collect()
    };
    html! {
        <section class="summary summary--whole" aria-labelledby="list-faults">
            <h2 id="list-faults" tabindex="-1">{ &view.title }</h2>
            <ul>{ items(&view.lines) }</ul>
            <div>
                if !view.folded.is_empty() {
                    <details><summary>{ &view.more }</summary><ul>{ items(&view.folded) }</ul></details>
                }
            </div>
            <div>if let Some(says) = &view.take_readable { { button("secondary", says.clone(), send, Action::TakeReadable) } }</div>
        </section>
    }
}

/// Deleting the list, and bringing back the one before.
fn changes(state: &State, view: &ListView, locked: bool, send: &Callback<Action>) -> Html {
    if locked {
        return html! {};
    }
    html! {
        <>
            if let Some(says) = &view.restore {
                { button("secondary", says.clone(), send, Action::RestoreList) }
                <span class="hint">{ state.say(phrases::LIST_RESTORE_HINT) }</span>
            }
            if !view.sums.is_empty() { { button("link", state.say(phrases::LIST_DROP), send, Action::DropList) } }
        </>
    }
}

fn sums(state: &State, sums: &[SumRow]) -> Html {
    let names = [phrases::LIST_LEVEL, phrases::LIST_SERVICES, phrases::LIST_RECEIVED, phrases::LIST_RESOLVED];
    html! {
        <table class="sums">
            <caption>{ state.say(phrases::LIST_SUMS) }</caption>
            <thead><tr>{ for names.map(|name| html! { <th scope="col">{ state.say(name) }</th> }) }</tr></thead>
            <tbody>
                { for sums.iter().map(|row| html! {
                    <tr key={row.level.clone()}><th scope="row">{ &row.level }</th>{ for row.cells.iter().map(sum) }</tr>
                }) }
            </tbody>
        </table>
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

/// The table scrolls by itself where the window is narrow; the keyboard reaches it.
fn rows(state: &State, view: &ListView, locked: bool, send: &Callback<Action>) -> Html {
    html! {
        <div class="wide" tabindex="0" role="group" aria-labelledby="service_list">
            <table class="list">
                <thead><tr>{ for view.columns.iter().map(|name| html! { <th key={name.clone()} scope="col">{ name }</th> }) }</tr></thead>
                { for view.rows.iter().map(|view| row(state, view, locked, send)) }
            </table>
        </div>
    }
}

fn row(state: &State, row: &ListRow, locked: bool, send: &Callback<Action>) -> Html {
    let cells = row.cells.iter().map(|cell| {
        let class = classes!(cell.number.then_some("number"), cell.wrong.then_some("wrong"));
        html! { <td key={cell.id.clone()} id={cell.id.clone()} {class} tabindex="-1">{ &cell.text }</td> }
    });
    let said = !row.errors.is_empty() || !row.warnings.is_empty() || !row.notes.is_empty();
    html! {
        <tbody key={row.id.clone()}>
            <tr id={row.id.clone()} tabindex="-1"><th scope="row">{ &row.place }</th>{ for cells }</tr>
            if said { <tr><td colspan={COLUMNS}><div class="list__says">{ says(state, row, locked, send) }</div></td></tr> }
        </tbody>
    }
}

/// What is wrong in a row, and reasons for warnings.
fn says(state: &State, row: &ListRow, locked: bool, send: &Callback<Action>) -> Html {
    let language = state.language;
    html! {
        <>
            <div>{ for row.errors.iter().map(|(path, said)| error(said, &field_id(path), language)) }</div>
            <div>{ for row.warnings.iter().map(|(path, warning)| html! {
                <Warning key={format!("{path}#{}", warning.rule)} warning={warning.clone()} path={path.clone()} {language} send={send.clone()} {locked} />
            }) }</div>
            <div>{ for row.notes.iter().map(|(path, said)| note(said, &field_id(path), language)) }</div>
        </>
    }
}
