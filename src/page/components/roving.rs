//! A large table that scrolls by itself. The Tab key enters it at one stop, the others are reached by arrow keys: else
//! whoever has no mouse would press Tab some hundred times to get past it.

use crate::session::view::{Arrow, Stop, next_stop};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, NodeList};
use yew::{Callback, FocusEvent, Html, NodeRef, Properties, classes, component, html, use_effect, use_node_ref};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::page) struct Props {
    /// The name in the document of its heading.
    pub(in crate::page) labelledby: &'static str,
    /// The name in the document of what says how the keys go.
    pub(in crate::page) describedby: &'static str,
    #[prop_or_default]
    pub(in crate::page) class: &'static str,
    /// The table.
    pub(in crate::page) children: Html,
}

/// The table in its place.
#[component]
pub(in crate::page) fn Roving(props: &Props) -> Html {
    let node = use_node_ref();
    let drawn = node.clone();
    use_effect(move || settle(&drawn, None));
    let (focused, pressed) = (node.clone(), node.clone());
    let onfocusin = Callback::from(move |event: FocusEvent| settle(&focused, target(&event).as_ref()));
    let onkeydown = Callback::from(move |event: KeyboardEvent| goes(&pressed, &event));
    html! {
        <div ref={node} class={classes!("wide", props.class)} tabindex="0" role="group"
            aria-labelledby={props.labelledby} aria-describedby={props.describedby} {onfocusin} {onkeydown}>
            { props.children.clone() }
        </div>
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

fn elements(list: Option<NodeList>) -> impl Iterator<Item = Element> {
    let list = list.into_iter().flat_map(|list| (0..list.length()).map(move |at| list.item(at)));
    list.flatten().filter_map(|node| node.dyn_into().ok())
}

/// What can be pressed in the table, each with its place.
fn stops(node: &NodeRef) -> Vec<(Stop, Element)> {
    let Some(place) = node.cast::<Element>() else { return Vec::new() };
    let rows = elements(place.query_selector_all("tr").ok()).enumerate();
    let in_row = |(row, line): (usize, Element)| {
        let cells = elements(line.query_selector_all("th, td").ok()).enumerate();
        let in_cell = move |(column, cell): (usize, Element)| {
            elements(cell.query_selector_all("a, button").ok()).map(move |element| (Stop { row, column }, element))
        };
        cells.flat_map(in_cell)
    };
    rows.flat_map(in_row).collect()
}

/// Leaves one stop to the Tab key: the chosen one, else the one that it was, else the first.
fn settle(node: &NodeRef, chosen: Option<&Element>) {
    let stops = stops(node);
    let is_chosen = |element: &Element| chosen == Some(element);
    let was = |element: &Element| element.get_attribute("tabindex").as_deref() == Some("0");
    let place = |is: &dyn Fn(&Element) -> bool| stops.iter().position(|(_, element)| is(element));
    let one = place(&is_chosen).or_else(|| place(&was)).unwrap_or_default();
    for (at, (_, element)) in stops.iter().enumerate() {
        let index = if at == one { "0" } else { "-1" };
        if element.get_attribute("tabindex").as_deref() != Some(index) {
            // It is refused to no element.
            let _ = element.set_attribute("tabindex", index);
        }
    }
}

/// Moves the focus as a key asks. On the place itself, arrow keys scroll it.
fn goes(node: &NodeRef, event: &KeyboardEvent) {
    let plain = !event.alt_key() && !event.shift_key() && !event.meta_key();
    let Some(key) = Arrow::of_key(&event.key(), event.ctrl_key()).filter(|_| plain) else { return };
    let (stops, from) = (stops(node), target(event));
    let Some(at) = stops.iter().position(|(_, element)| Some(element) == from.as_ref()) else { return };
    event.prevent_default();
    let places: Vec<Stop> = stops.iter().map(|(stop, _)| *stop).collect();
    let to = stops.get(next_stop(&places, at, key)).and_then(|(_, element)| element.dyn_ref::<HtmlElement>());
    if let Some(to) = to {
        // Only what is not shown takes none.
        let _ = to.focus();
    }
}
