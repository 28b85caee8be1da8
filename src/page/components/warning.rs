//! A warning, and the reason that settles it.

use super::field::left;
use super::source::source;
use crate::page::browser;
use crate::session::Action;
use crate::session::view::{WarningView, field_id};
use crate::text::{Language, phrases};
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, Properties, TargetCast, classes, component, html};

#[derive(Clone, PartialEq, Properties)]
pub(in crate::page) struct WarningProps {
    pub(in crate::page) warning: WarningView,
    pub(in crate::page) path: String,
    pub(in crate::page) language: Language,
    pub(in crate::page) send: Callback<Action>,
    pub(in crate::page) locked: bool,
}

/// A warning and the reason for it.
#[component]
pub(in crate::page) fn Warning(props: &WarningProps) -> Html {
    let (rule, path) = (props.warning.rule.clone(), props.path.clone());
    let editing = format!("{path}#{rule}");
    let id = field_id(&editing);
    let (field, says) = (id.clone(), format!("{id}-says"));
    let send = props.send.clone();
    let reason = move |event: InputEvent| {
        let reason = event.target_unchecked_into::<HtmlInputElement>().value();
        send.emit(Action::Justified { rule: rule.clone(), path: path.clone(), reason });
    };
    let settled = props.warning.justified.then_some("warning--justified");
    let (rule, path) = (props.warning.rule.clone(), props.path.clone());
    let (reason_now, send) = (props.warning.reason.clone(), props.send.clone());
    let confirm = move |_| {
        let (rule, path, reason) = (rule.clone(), path.clone(), reason_now.clone());
        send.emit(Action::Justified { rule, path, reason });
        // The button goes with the lapse; the focus stays at the reason.
        browser::focus(&field);
    };
    html! {
        <div class={classes!("warning", settled)}>
            <div class="said">
                <p id={says.clone()}><strong>{ phrases::WARNING.text(props.language) }{ ": " }</strong>{ &props.warning.message }</p>
                { source(props.warning.source.as_ref(), says, props.language) }
            </div>
            <label for={id.clone()}>{ phrases::REASON.text(props.language) }</label>
            <p class="hint" id={format!("{id}-hint")}>{ phrases::REASON_HINT.text(props.language) }</p>
            <div>{ offered(props, &id) }</div>
            <input type="text" id={id.clone()} value={props.warning.reason.clone()} readonly={props.locked} autocomplete="off"
                aria-describedby={format!("{id}-hint")} oninput={reason} onblur={left(&props.send, &editing)} />
            <div>
                if props.warning.lapsed {
                    <p>{ phrases::REASON_LAPSED.text(props.language) }</p>
                    <button type="button" class="secondary" onclick={confirm}>{ phrases::STILL_HOLDS.text(props.language) }</button>
                }
            </div>
        </div>
    }
}

/// The reason that the earlier return gave, which one press gives again; the focus goes to the reason.
fn offered(props: &WarningProps, id: &str) -> Html {
    let Some(reason) = props.warning.offered.clone().filter(|_| !props.locked) else {
        return html! {};
    };
    let says = phrases::REASON_OFFERED.with(props.language, &[("reason", &reason)]);
    let (send, rule, path, id) = (props.send.clone(), props.warning.rule.clone(), props.path.clone(), id.to_owned());
    let again = move |_| {
        send.emit(Action::Justified { rule: rule.clone(), path: path.clone(), reason: reason.clone() });
        browser::focus(&id);
    };
    html! {
        <div class="offered">
            <p>{ says }</p>
            <button type="button" class="secondary" onclick={again}>{ phrases::REASON_AGAIN.text(props.language) }</button>
        </div>
    }
}
