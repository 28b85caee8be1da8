//! The buttons above the grid, the search, the help, and the field for those who cannot paste into the grid.

use super::clipboard;
use crate::page::components::file::file_field;
use crate::page::screens::button;
use crate::session::view::GridView;
use crate::session::{Action, GridAction};
use crate::text::{Language, grid_phrases};
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::{Callback, Html, TargetCast, html};

/// What can be done with rows and cells.
pub(super) fn tools(language: Language, view: &GridView, locked: bool, send: &Callback<Action>) -> Html {
    let tool = |says: crate::text::Phrase, action: GridAction| {
        button("tool", says.text(language).to_owned(), send, Action::Grid(action))
    };
    html! {
        <div class="grid-tools" role="group" aria-label={grid_phrases::TOOLS.text(language)}>
            if !locked {
                { tool(grid_phrases::ADD_ROW, GridAction::AddRow) }
                { tool(grid_phrases::FILL_DOWN, GridAction::FillDown) }
                { tool(grid_phrases::DELETE_ROWS, GridAction::DeleteRows) }
            }
            { tool(grid_phrases::COPY_ALL, GridAction::SelectAll) }
            { tool(grid_phrases::COPY, GridAction::Copy) }
            if !view.is_empty { { tool(grid_phrases::SAVE_CSV, GridAction::SaveCsv) } }
        </div>
    }
}

/// The search, what is wrong, and how much is shown.
pub(super) fn looking(language: Language, view: &GridView, send: &Callback<Action>) -> Html {
    let searched = send.reform(|event: InputEvent| {
        Action::Grid(GridAction::Search(event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    let only = send.reform(|event: Event| {
        Action::Grid(GridAction::WrongOnly(event.target_unchecked_into::<HtmlInputElement>().checked()))
    });
    let way = |says: crate::text::Phrase, action: GridAction| {
        button("link", says.text(language).to_owned(), send, Action::Grid(action))
    };
    html! {
        <div class="grid-looking">
            <div class="field grid-search">
                <label for="grid-search">{ grid_phrases::SEARCH.text(language) }</label>
                <input type="text" id="grid-search" value={view.query.clone()} autocomplete="off" placeholder={grid_phrases::SEARCH_HINT.text(language)} oninput={searched} />
            </div>
            <div class="grid-wrong">
                <label class="none"><input type="checkbox" id="grid-wrong-only" checked={view.wrong_only} onchange={only} />{ grid_phrases::WRONG_ONLY.text(language) }</label>
                <span class="grid-ways">
                    <span class="grid-count">{ &view.wrong }</span>
                    if !view.wrong.is_empty() {
                        { way(grid_phrases::PREVIOUS_WRONG, GridAction::PreviousWrong) }
                        { way(grid_phrases::NEXT_WRONG, GridAction::NextWrong) }
                    }
                </span>
            </div>
            <p class="hint grid-shown" role="status">{ &view.shown }</p>
        </div>
    }
}

/// The keys, folded away.
pub(super) fn keys(language: Language) -> Html {
    let lines =
        [grid_phrases::KEYS_TYPE, grid_phrases::KEYS_MOVE, grid_phrases::KEYS_SELECT, grid_phrases::KEYS_CHANGE];
    html! {
        <details class="grid-keys">
            <summary>{ grid_phrases::KEYS.text(language) }</summary>
            <ul class="places">{ for lines.map(|line| html! { <li>{ line.text(language) }</li> }) }</ul>
        </details>
    }
}

/// A list from elsewhere: pasted into a field, or from a file.
pub(super) fn bringing(language: Language, view: &GridView, send: &Callback<Action>) -> Html {
    let typed = send.reform(|event: InputEvent| {
        Action::Grid(GridAction::PasteTyped(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
    });
    let emit = send.clone();
    let paste = Callback::from(move |event: Event| {
        if let Some(action) = clipboard::pasted(&event, false) {
            event.prevent_default();
            emit.emit(action);
        }
    });
    let file = send.reform(|(name, bytes)| Action::Grid(GridAction::File { name, bytes }));
    let say = |phrase: crate::text::Phrase| phrase.text(language).to_owned();
    html! {
        <section class="group" aria-labelledby="grid-bring">
            <h2 id="grid-bring">{ say(grid_phrases::BRING) }</h2>
            <div class="field">
                <label for="grid-paste">{ say(grid_phrases::PASTE) }</label>
                <p class="hint" id="grid-paste-hint">{ say(grid_phrases::PASTE_HINT) }</p>
                <textarea id="grid-paste" class="list-paste" rows="3" wrap="off" value={view.pasted.clone()} oninput={typed} onpaste={paste} aria-describedby="grid-paste-hint" />
            </div>
            <div class="buttons">{ button("secondary", say(grid_phrases::LOOK), send, Action::Grid(GridAction::ReadPasted)) }</div>
            { file_field("grid-file", language, say(grid_phrases::FILE), say(grid_phrases::FILE_HINT), ".csv,.tsv,.txt,text/csv,text/tab-separated-values", file) }
        </section>
    }
}
