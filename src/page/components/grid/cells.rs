//! The cells: only the rows that are seen are drawn, at their places in a body as high as all of them.

use super::ahead::{Ahead, WRITING, pressed_in, use_keys_ahead};
use super::clipboard;
use super::place::{lay_out, seen};
use crate::page::browser;
use crate::registry::ServiceId;
use crate::session::view::{ColumnView, GridCell, GridRow, GridView, Mark};
use crate::session::{Action, GridAction, Spot};
use crate::text::{Language, grid_phrases, tongue};
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{
    Callback, Event, Html, MouseEvent, NodeRef, Properties, TargetCast, classes, component, html, use_effect,
    use_effect_with, use_mut_ref, use_node_ref,
};

/// The grid and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) view: GridView,
    pub(super) language: Language,
    /// Whether the signed return is only shown.
    pub(super) locked: bool,
    pub(super) send: Callback<Action>,
}

/// The cells.
#[component]
pub(super) fn Cells(props: &Props) -> Html {
    let scroller = use_node_ref();
    let turn = props.view.turn;
    let ahead = use_mut_ref(|| Ahead::at(turn));
    use_laid_out(props, &scroller, &ahead);
    let view = &props.view;
    let columns = view.columns.iter().enumerate();
    html! {
        <div class="grid-scroll" ref={scroller}>
            <div role="grid" class="grid" aria-labelledby="service_list" aria-multiselectable="true"
                aria-readonly={props.locked.then_some("true")}
                aria-rowcount={(view.total + 1).to_string()} aria-colcount={(view.columns.len() + 1).to_string()}>
                <div role="rowgroup" class="grid__head">
                    <div role="row" class="grid__row" aria-rowindex="1">
                        <div role="columnheader" class="grid__number" aria-colindex="1">{ grid_phrases::ROW_NUMBER.text(props.language) }</div>
                        { for columns.map(|(index, column)| header(props, index, column)) }
                    </div>
                </div>
                <div role="rowgroup" class="grid__body">{ for view.rows.iter().map(|of| row(props, &ahead, of)) }</div>
            </div>
        </div>
    }
}

/// Rows are put to their places after each drawing; the active cell comes into sight when that is asked for; and what is
/// seen is told when somebody scrolls.
#[yew::hook]
fn use_laid_out(props: &Props, scroller: &NodeRef, ahead: &Rc<RefCell<Ahead>>) {
    let (view, node) = (&props.view, scroller.clone());
    let total = view.total;
    use_effect(move || lay_out(&node, total));
    use_keys_ahead(props, scroller, ahead);
    let (node, send) = (scroller.clone(), props.send.clone());
    use_effect_with((view.window, total), move |(window, total)| {
        let (window, total, inner) = (*window, *total, node.clone());
        let look = move || {
            if let Some((first, count)) = seen(&inner, window, total) {
                send.emit(Action::Grid(GridAction::Window { first, count }));
            }
        };
        look();
        let listener = node.cast::<Element>().map(|element| EventListener::new(&element, "scroll", move |_| look()));
        move || drop(listener)
    });
}

/// A heading; its button puts the rows in order. One of them can be reached by Tab: that of the column the person is in.
fn header(props: &Props, index: usize, column: &ColumnView) -> Html {
    let sort = props.send.reform(move |_: MouseEvent| Action::Grid(GridAction::Sort(index)));
    let here =
        props.view.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.active && cell.path.ends_with(name(index)));
    let sign = match column.sort {
        "ascending" => "▲",
        "descending" => "▼",
        _ => "",
    };
    html! {
        <div role="columnheader" key={index} class={classes!(column.number.then_some("number"))} aria-sort={column.sort} aria-colindex={(index + 2).to_string()}>
            <button type="button" class="grid__sort" tabindex={if here { "0" } else { "-1" }} onclick={sort}
                title={grid_phrases::SORT.with(props.language, &[("name", &column.name)])}>
                { &column.name }<span class="grid__sign" aria-hidden="true">{ sign }</span>
            </button>
        </div>
    }
}

fn name(column: usize) -> &'static str {
    crate::session::COLUMNS.get(column).copied().unwrap_or_default()
}

fn row(props: &Props, ahead: &Rc<RefCell<Ahead>>, of: &GridRow) -> Html {
    let (id, send) = (of.row.clone(), props.send.clone());
    let select = move |event: MouseEvent| {
        event.prevent_default();
        send.emit(Action::Grid(GridAction::SelectRow { row: id.clone(), extend: event.shift_key() }));
    };
    html! {
        <div role="row" key={of.row.as_str().to_owned()} class="grid__row" data-place={of.place.to_string()} aria-rowindex={(of.place + 2).to_string()}>
            <div role="rowheader" id={of.id.clone()} class={classes!("grid__number", mark_class(of.mark))} aria-colindex="1" onmousedown={select}>
                { &of.number }
                <span class="unseen">{ mark_says(of.mark, props.language) }</span>
            </div>
            { for of.cells.iter().enumerate().map(|(index, cell)| self::cell(props, ahead, &of.row, index, cell)) }
        </div>
    }
}

fn cell(props: &Props, ahead: &Rc<RefCell<Ahead>>, row: &ServiceId, column: usize, of: &GridCell) -> Html {
    let number = of.number.then_some("number");
    let selected = of.selected.then_some("grid__cell--selected");
    let active = of.active.then_some("grid__cell--active");
    let spot = Spot { row: row.clone(), column };
    html! {
        <div role="gridcell" key={column} class={classes!("grid__cell", number, selected, active, mark_class(of.mark))}
            aria-colindex={(column + 2).to_string()} aria-selected={of.selected.to_string()}
            onmousedown={pressed(props, spot.clone(), of.active)} onmouseover={drawn_over(props, spot, of.active)} ondblclick={caret(props)}>
            { content(props, ahead, of) }
            <span class="unseen">{ mark_says(of.mark, props.language) }</span>
        </div>
    }
}

/// The active cell holds a field, into which any keyboard and any method of input types from the first key.
fn content(props: &Props, ahead: &Rc<RefCell<Ahead>>, of: &GridCell) -> Html {
    if !of.active {
        return html! { <div class="grid__text" key="text" lang={tongue(&of.text)} id={of.id.clone()} title={of.text.clone()}>{ &of.text }</div> };
    }
    let (path, send) = (of.path.clone(), props.send.clone());
    let typed = move |event: InputEvent| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        // The next key may come before this one is drawn. It is refused to no element.
        let _ = input.set_attribute(WRITING, "");
        let text = input.value();
        send.emit(Action::Typed { path: path.clone(), text });
    };
    let (path, send) = (of.path.clone(), props.send.clone());
    let left = move |_| send.emit(Action::Left { path: path.clone() });
    html! {
        <input type="text" key="input" id={of.id.clone()} class="grid__input" data-writing={props.view.writing.then_some("")} value={of.text.clone()} readonly={props.locked} autocomplete="off"
            inputmode={if of.number { "numeric" } else { "text" }} aria-label={of.label.clone()}
            aria-describedby="grid-panel" aria-invalid={(of.mark == Mark::Error).then_some("true")}
            oninput={typed} onblur={left} onkeydown={key(props, ahead)} onpaste={paste(props)} />
    }
}

fn mark_class(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::None => None,
        Mark::Asked => Some("grid--asked"),
        Mark::Warning => Some("grid--warned"),
        Mark::Error => Some("grid--wrong"),
    }
}

fn mark_says(mark: Mark, language: Language) -> &'static str {
    match mark {
        Mark::None => "",
        Mark::Asked => grid_phrases::MARK_ASKED.text(language),
        Mark::Warning => grid_phrases::MARK_WARNING.text(language),
        Mark::Error => grid_phrases::MARK_ERROR.text(language),
    }
}

/// A press on a cell goes there; in the field of the active one, once it has the focus, it sets the caret.
fn pressed(props: &Props, spot: Spot, active: bool) -> Callback<MouseEvent> {
    let (send, writing) = (props.send.clone(), props.view.writing);
    Callback::from(move |event: MouseEvent| {
        let is_here =
            active && browser::document().and_then(|document| document.active_element()) == event.target_dyn_into();
        if is_here && !event.shift_key() {
            if !writing {
                send.emit(Action::Grid(GridAction::Caret));
            }
            return;
        }
        // The browser would take the focus away from the field that comes.
        event.prevent_default();
        send.emit(Action::Grid(GridAction::Select { spot: spot.clone(), extend: event.shift_key() }));
    })
}

/// With the button held down, the selection is drawn out.
fn drawn_over(props: &Props, spot: Spot, active: bool) -> Callback<MouseEvent> {
    let send = props.send.clone();
    Callback::from(move |event: MouseEvent| {
        if event.buttons() & 1 == 1 && !active {
            send.emit(Action::Grid(GridAction::Select { spot: spot.clone(), extend: true }));
        }
    })
}

fn caret(props: &Props) -> Callback<MouseEvent> {
    props.send.reform(|_| Action::Grid(GridAction::Caret))
}

fn key(props: &Props, ahead: &Rc<RefCell<Ahead>>) -> Callback<KeyboardEvent> {
    let (props, ahead) = (props.clone(), ahead.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if pressed_in(&event, &input, &props, &ahead) {
            event.prevent_default();
        }
    })
}

/// Several cells are shown before they are taken; one goes into the field as if typed.
fn paste(props: &Props) -> Callback<Event> {
    let (send, locked) = (props.send.clone(), props.locked);
    Callback::from(move |event: Event| {
        if let Some(action) = clipboard::pasted(&event, true).filter(|_| !locked) {
            event.prevent_default();
            send.emit(action);
        }
    })
}
