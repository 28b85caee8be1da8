//! What was pasted, before any of it is taken.

use crate::page::components::choose::Choose;
use crate::page::screens::button;
use crate::session::view::{OddLine, PreviewCell, PreviewRow, PreviewView};
use crate::session::{Action, COLUMNS, GridAction};
use crate::text::{Language, Phrase, grid_phrases, tongue};
use yew::{Callback, Event, Html, classes, html};

/// The preview: its columns, its first rows, what is odd, and the choices.
pub(super) fn preview(language: Language, of: &PreviewView, send: &Callback<Action>) -> Html {
    let say = |phrase: Phrase| phrase.text(language).to_owned();
    html! {
        <section class="group preview" aria-labelledby="grid-preview">
            <h2 id="grid-preview" tabindex="-1">{ &of.title }</h2>
            <p class="error" role="alert">{ &of.refused }</p>
            { heading_rows(language, of, send) }
            { table(language, of, send) }
            <p class="hint">{ &of.more_rows }</p>
            { odd(of) }
            { choice(say(grid_phrases::WHERE), "grid-target", &of.targets, of.target, GridAction::Aim, send) }
            { choice(say(grid_phrases::CELLS), "grid-handling", &of.handlings, of.handling, GridAction::Handle, send) }
            <div class="buttons">
                { button("primary", of.take.clone(), send, Action::Grid(GridAction::Take)) }
                { button("secondary", say(grid_phrases::LEAVE), send, Action::Grid(GridAction::Leave)) }
            </div>
        </section>
    }
}

fn heading_rows(language: Language, of: &PreviewView, send: &Callback<Action>) -> Html {
    let words: Vec<(String, String)> =
        of.headings.iter().map(|choice| (choice.word.clone(), choice.name.clone())).collect();
    let chosen = send.reform(|word: String| Action::Grid(GridAction::Heading(word.parse().unwrap_or(0))));
    html! {
        <div class="field preview__heading">
            <label for="grid-heading">{ grid_phrases::HEADING_ROWS.text(language) }</label>
            <Choose id="grid-heading" {words} value={of.heading.clone()} {chosen} />
        </div>
    }
}

/// The table scrolls by itself where the window is narrow; the keyboard reaches it.
fn table(language: Language, of: &PreviewView, send: &Callback<Action>) -> Html {
    html! {
        <div class="wide" tabindex="0" role="group" aria-label={grid_phrases::ROWS.text(language)}>
            <table class="preview__table">
                <thead><tr>
                    <th scope="col">{ grid_phrases::LINE.text(language) }</th>
                    { for of.columns.iter().enumerate().map(|(index, column)| html! {
                        <th scope="col" key={index} class={classes!(column.field.is_empty().then_some("preview__dropped"))}>
                            <span class="preview__column">{ &column.place }<span lang={tongue(&column.heading)}>{ if column.heading.is_empty() { String::new() } else { format!(": {}", column.heading) } }</span></span>
                            { field_of(language, of, index, send) }
                        </th>
                    }) }
                </tr></thead>
                <tbody>{ for of.rows.iter().map(|of| row(language, of)) }</tbody>
            </table>
        </div>
    }
}

/// Which field a column is.
fn field_of(language: Language, of: &PreviewView, index: usize, send: &Callback<Action>) -> Html {
    let Some(column) = of.columns.get(index) else { return html! {} };
    let words: Vec<(String, String)> =
        of.fields.iter().map(|choice| (choice.word.clone(), choice.name.clone())).collect();
    let chosen = send.reform(move |word: String| {
        let field = COLUMNS.iter().position(|known| *known == word);
        Action::Grid(GridAction::Map { column: index, field })
    });
    let label = grid_phrases::IS_FIELD.with(language, &[("column", &column.place)]);
    html! { <Choose id={format!("grid-column-{}", index + 1)} label={Some(yew::AttrValue::from(label))} {words} value={column.field.clone()} {chosen} /> }
}

fn row(language: Language, of: &PreviewRow) -> Html {
    let heading = of.is_heading.then_some("preview__head");
    let left_out = (!of.left_out.is_empty()).then_some("preview__left-out");
    html! {
        <tr key={of.line.clone()} class={classes!(heading, left_out)}>
            <th scope="row">
                { &of.line }
                <span class="preview__odd">{ if of.is_heading { grid_phrases::IS_HEADING.text(language) } else { &of.left_out } }</span>
            </th>
            { for of.cells.iter().map(cell) }
        </tr>
    }
}

fn cell(of: &PreviewCell) -> Html {
    let odd = (!of.odd.is_empty()).then_some("preview__cell--odd");
    let dropped = of.dropped.then_some("preview__dropped");
    html! {
        <td class={classes!(odd, dropped)}>
            <span lang={tongue(&of.text)}>{ &of.text }</span>
            <span class="preview__odd">{ &of.odd }</span>
        </td>
    }
}

fn odd(of: &PreviewView) -> Html {
    let lines = |lines: &[OddLine]| -> Html {
        let line = |(index, line): (usize, &OddLine)| {
            html! { <li key={index}><strong>{ &line.place }</strong>{ ": " }{ &line.says }</li> }
        };
        lines.iter().enumerate().map(line).collect()
    };
    html! {
        <div class="preview__all-odd">
            <h3>{ &of.odd_title }</h3>
            <ul class="places">{ lines(&of.odd) }</ul>
            <div>
                if !of.folded.is_empty() {
                    <details><summary>{ &of.more_odd }</summary><ul class="places">{ lines(&of.folded) }</ul></details>
                }
            </div>
        </div>
    }
}

/// One of several ways, where there is more than one.
fn choice<T: Copy + PartialEq + 'static>(
    legend: String,
    name: &'static str,
    ways: &[(T, String)],
    now: T,
    action: fn(T) -> GridAction,
    send: &Callback<Action>,
) -> Html {
    let way = |(index, (way, says)): (usize, &(T, String))| {
        let way = *way;
        let chosen = send.reform(move |_: Event| Action::Grid(action(way)));
        html! {
            <label class="radio" key={index}>
                <input type="radio" {name} id={format!("{name}-{index}")} checked={way == now} onchange={chosen} />
                <span>{ says }</span>
            </label>
        }
    };
    html! {
        <div class="preview__choice">
            if ways.len() > 1 {
                <fieldset><legend>{ legend }</legend>{ for ways.iter().enumerate().map(way) }</fieldset>
            }
        </div>
    }
}
