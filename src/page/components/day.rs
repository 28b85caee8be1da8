//! Picking a day from the browser's own calendar, for whoever would rather not type it.

use crate::session::Action;
use crate::session::view::FieldView;
use crate::text::{Language, guide_phrases};
use crate::vietnamese::Date;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, NodeRef, Properties, TargetCast, component, html, use_node_ref};

/// The date field beside which the button stands.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) view: FieldView,
    pub(super) language: Language,
    pub(super) send: Callback<Action>,
    pub(super) locked: bool,
}

/// The button, and the browser's date field, which is there only for its calendar: nobody sees it, and no key leads to it.
#[component]
pub(super) fn DayPicker(props: &Props) -> Html {
    let calendar: NodeRef = use_node_ref();
    if props.locked {
        return html! {};
    }
    let says = guide_phrases::PICK_DAY.text(props.language);
    let label = format!("{says}: {}", props.view.label);
    let day = Date::parse_typed(&props.view.value).map(Date::iso).unwrap_or_default();
    let (path, send) = (props.view.path.clone(), props.send.clone());
    let picked = move |event: Event| {
        let picked = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(day) = Date::parse_iso(&picked) {
            send.emit(Action::Typed { path: path.clone(), text: day.vietnamese() });
            send.emit(Action::Left { path: path.clone() });
        }
    };
    let node = calendar.clone();
    let open = move |_| {
        if let Some(calendar) = node.cast::<HtmlInputElement>() {
            // A browser without a calendar of its own leaves the day to be typed.
            let _ = calendar.show_picker();
        }
    };
    html! {
        <span class="picker">
            <button type="button" class="link" aria-label={label} onclick={open}>{ says }</button>
            <input ref={calendar} type="date" class="picker__calendar" tabindex="-1" aria-hidden="true" value={day} onchange={picked} />
        </span>
    }
}
