//! One of several words, in a list.

use web_sys::HtmlSelectElement;
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::page) struct Props {
    /// The name in the document.
    pub(in crate::page) id: AttrValue,
    /// Words and what they are called.
    pub(in crate::page) words: Vec<(String, String)>,
    /// The word that is chosen.
    pub(in crate::page) value: String,
    /// What it is called, where no label stands beside it.
    #[prop_or_default]
    pub(in crate::page) label: Option<AttrValue>,
    /// Another word was chosen.
    pub(in crate::page) chosen: Callback<String>,
}

/// A list; its choice is set on the element itself, since `selected` is not drawn again when only the choice changes
/// (yewstack/yew 2530).
#[component]
pub(in crate::page) fn Choose(props: &Props) -> Html {
    let node: NodeRef = use_node_ref();
    use_effect_with((node.clone(), props.value.clone()), |(node, value)| {
        if let Some(select) = node.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let chosen = props.chosen.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |(word, name): &(String, String)| {
        html! { <option key={word.clone()} value={word.clone()} selected={*word == props.value}>{ name }</option> }
    };
    html! { <select ref={node} id={props.id.clone()} aria-label={props.label.clone()} onchange={chosen}>{ for props.words.iter().map(option) }</select> }
}
