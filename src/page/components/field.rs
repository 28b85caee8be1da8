//! One field: label, hint, errors, control, warnings.
//!
//! The places of errors and warnings are always drawn, empty or not: an element that comes and goes beside an input can
//! make Yew draw the input anew in the middle of a word.

use super::day::DayPicker;
use super::question::questions;
use super::said::{error, note, said_id};
use super::warning::Warning;
use crate::session::Action;
use crate::session::view::{ChoiceView, FieldView, Kind};
use crate::text::{Language, phrases};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent};
use yew::{
    Callback, FocusEvent, Html, NodeRef, Properties, TargetCast, classes, component, html, use_effect_with,
    use_node_ref,
};

/// A field and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::page) struct Props {
    pub(in crate::page) view: FieldView,
    pub(in crate::page) language: Language,
    pub(in crate::page) send: Callback<Action>,
    /// Whether the signed return is only shown.
    #[prop_or_default]
    pub(in crate::page) locked: bool,
}

/// The field.
#[component]
pub(in crate::page) fn Field(props: &Props) -> Html {
    let view = &props.view;
    let wrong = (!view.errors.is_empty()).then_some("field--wrong");
    html! {
        <div class={classes!("field", kind_class(&view.kind), wrong)} data-path={view.path.clone()}>
            { label(props) }
            <p class="hint" id={format!("{}-hint", view.id)}>{ &view.hint }</p>
            <div class="errors">
                { for view.errors.iter().map(|said| error(said, &view.id, props.language)) }
            </div>
            <div class="offer">{ offer(props) }</div>
            <div class="carried-place" id={format!("{}-carried", view.id)}>
                if !view.carried.is_empty() { <span class="tag tag--carried">{ &view.carried }</span> }
            </div>
            <div class="control">{ control(props) }</div>
            <p class="before" id={format!("{}-before", view.id)}>{ &view.before }</p>
            { questions(&view.questions, props.language, props.locked, &props.send) }
            <div class="warnings">{ for view.warnings.iter().map(|warning| html! {
                <Warning key={warning.rule.clone()} warning={warning.clone()} path={view.path.clone()} language={props.language} send={props.send.clone()} locked={props.locked} />
            }) }</div>
            <div class="notes">{ for view.notes.iter().map(|said| note(said, &view.id, props.language)) }</div>
        </div>
    }
}

/// The button that does something with what stands in the field.
fn offer(props: &Props) -> Html {
    let Some(offer) = props.view.offer.clone().filter(|_| !props.locked) else {
        return html! {};
    };
    let send = props.send.clone();
    let done = move |_| send.emit(offer.action.clone());
    html! { <button type="button" class="secondary" onclick={done}>{ offer.says }</button> }
}

fn kind_class(kind: &Kind) -> &'static str {
    match kind {
        Kind::Line => "field--line",
        Kind::Lines => "field--lines",
        Kind::Date => "field--date",
        Kind::Decimal | Kind::Count { .. } => "field--count",
        Kind::Radios(_) => "field--radios",
        Kind::Select(_) => "field--select",
    }
}

/// Radios are named by their group's legend; every other control by a label.
fn label(props: &Props) -> Html {
    let view = &props.view;
    match view.kind {
        Kind::Radios(_) => html! { <p class="label" id={format!("{}-label", view.id)}>{ &view.label }</p> },
        _ => {
            html! { <label class="label" id={format!("{}-label", view.id)} for={view.id.clone()}>{ &view.label }</label> }
        }
    }
}

fn control(props: &Props) -> Html {
    match &props.view.kind {
        Kind::Lines => lines(props),
        Kind::Radios(choices) => radios(props, choices),
        Kind::Select(choices) => html! {
            <Select view={props.view.clone()} choices={choices.clone()} send={props.send.clone()} locked={props.locked} />
        },
        Kind::Count { none } => html! { <>{ line(props, "numeric", *none) }{ none_box(props, *none) }</> },
        Kind::Decimal => line(props, "decimal", false),
        Kind::Date => {
            html! { <>{ line(props, "text", false) }<DayPicker view={props.view.clone()} language={props.language} locked={props.locked} send={props.send.clone()} /></> }
        }
        Kind::Line => line(props, "text", false),
    }
}

/// What describes a field: its hint and its errors, without the buttons beside them.
fn described(view: &FieldView) -> String {
    let hint = format!("{0}-hint {0}-carried {0}-before", view.id);
    view.errors.iter().fold(hint, |all, said| format!("{all} {}", said_id(&view.id, &said.rule)))
}

fn typed(props: &Props) -> Callback<String> {
    let path = props.view.path.clone();
    props.send.reform(move |text| Action::Typed { path: path.clone(), text })
}

pub(super) fn left(send: &Callback<Action>, path: &str) -> Callback<FocusEvent> {
    let path = path.to_owned();
    send.reform(move |_| Action::Left { path: path.clone() })
}

fn line(props: &Props, inputmode: &'static str, none: bool) -> Html {
    let view = &props.view;
    let typed = typed(props);
    html! {
        <input type="text" id={view.id.clone()} value={view.value.clone()} {inputmode} autocomplete="off"
            disabled={none} readonly={props.locked}
            aria-describedby={described(view)} aria-invalid={(!view.errors.is_empty()).then_some("true")}
            oninput={move |event: InputEvent| typed.emit(event.target_unchecked_into::<HtmlInputElement>().value())}
            onblur={left(&props.send, &view.path)} />
    }
}

fn lines(props: &Props) -> Html {
    let view = &props.view;
    let typed = typed(props);
    html! {
        <textarea id={view.id.clone()} value={view.value.clone()} rows="3" readonly={props.locked}
            aria-describedby={described(view)} aria-invalid={(!view.errors.is_empty()).then_some("true")}
            oninput={move |event: InputEvent| typed.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value())}
            onblur={left(&props.send, &view.path)} />
    }
}

fn none_box(props: &Props, none: bool) -> Html {
    let (path, send) = (props.view.path.clone(), props.send.clone());
    let changed = move |event: Event| {
        let box_ = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        send.emit(Action::NoData { path: path.clone(), none: box_.is_some_and(|box_| box_.checked()) });
    };
    html! {
        <label class="none">
            <input type="checkbox" checked={none} disabled={props.locked} onchange={changed}
                aria-describedby={format!("{}-label", props.view.id)} />
            { phrases::NO_DATA.text(props.language) }
        </label>
    }
}

fn radios(props: &Props, choices: &[ChoiceView]) -> Html {
    let view = &props.view;
    let choice = |(index, choice): (usize, &ChoiceView)| {
        let (path, word) = (view.path.clone(), choice.word.clone());
        let chosen = props.send.reform(move |_: Event| Action::Chosen { path: path.clone(), word: word.clone() });
        // The first radio bears the field's name, so that a summary can lead to it.
        let id = if index == 0 { view.id.clone() } else { format!("{}-{}", view.id, choice.word) };
        html! {
            <label class="radio" key={choice.word.clone()}>
                <input type="radio" {id} name={view.id.clone()} value={choice.word.clone()} disabled={props.locked}
                    checked={view.value == choice.word} onchange={chosen} />
                <span>{ &choice.name }</span>
            </label>
        }
    };
    html! {
        <div class="radios" role="radiogroup" aria-labelledby={format!("{}-label", view.id)} aria-describedby={described(view)}
            aria-invalid={(!view.errors.is_empty()).then_some("true")}>
            { for choices.iter().enumerate().map(choice) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SelectProps {
    view: FieldView,
    choices: Vec<ChoiceView>,
    send: Callback<Action>,
    locked: bool,
}

/// A list; its choice is set on the element itself, since `selected` is not drawn again when only the choice changes
/// (yewstack/yew 2530).
#[component]
fn Select(props: &SelectProps) -> Html {
    let node: NodeRef = use_node_ref();
    use_effect_with((node.clone(), props.view.value.clone()), |(node, value)| {
        if let Some(select) = node.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let path = props.view.path.clone();
    let send = props.send.clone();
    let chosen = move |event: Event| {
        let word = event.target_unchecked_into::<HtmlSelectElement>().value();
        send.emit(Action::Chosen { path: path.clone(), word });
    };
    html! {
        <select ref={node} id={props.view.id.clone()} onchange={chosen} disabled={props.locked} aria-describedby={described(&props.view)}
            aria-invalid={(!props.view.errors.is_empty()).then_some("true")}>
            { for props.choices.iter().map(|choice| html! {
                <option key={choice.word.clone()} value={choice.word.clone()}>{ &choice.name }</option>
            }) }
        </select>
    }
}
