//! The form in which it is said for whom a certificate signs.

use super::act;
use super::keys::text_field;
use crate::page::components::choose::Choose;
use crate::page::screens::button;
use crate::registry::AgencyId;
use crate::session::desk::{BindField, DeskAction, RingAction, Side};
use crate::session::view::desk::BindForm;
use crate::session::{Action, State};
use crate::signing::Role;
use crate::text::{Phrase, keyring_phrases};
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, SubmitEvent, TargetCast, html};

/// The form, below the list or below the signature from which it comes.
pub(super) fn form(state: &State, view: &BindForm, send: &Callback<Action>) -> Html {
    let set = {
        let send = send.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(act(DeskAction::Ring(RingAction::SetBinding)));
        }
    };
    let typed = send.reform(|field| act(DeskAction::Ring(RingAction::BindTyped(field))));
    let day = |side| typed.reform(move |text| BindField::Day(side, text));
    let cancel = act(DeskAction::Ring(RingAction::DropBinding));
    html! {
        <form class="binding" aria-labelledby="binding-title" onsubmit={set}>
            <h3 id="binding-title" tabindex="-1">{ state.say(keyring_phrases::BIND) }</h3>
            <p class="hint">{ state.say(keyring_phrases::BIND_HINT) }</p>
            <p id="binding-certificate">{ &view.certificate }</p>
            <p class="fingerprint">{ &view.fingerprint }</p>
            <div class="which-place">{ view.whole.map(|whole| which(state, whole, &typed)).unwrap_or_default() }</div>
            { agency(state, view, &typed) }
            { text_field(state, ("binding-name", "binding-certificate"), keyring_phrases::BIND_NAME, &view.name, typed.reform(BindField::Name)) }
            { roles(state, view, &typed) }
            <p class="hint" id="binding-days">{ state.say(keyring_phrases::DAYS_HINT) }</p>
            { text_field(state, ("binding-from", "binding-days"), keyring_phrases::FROM, &view.from, day(Side::From)) }
            { text_field(state, ("binding-until", "binding-days"), keyring_phrases::UNTIL, &view.until, day(Side::Until)) }
            <div class="buttons">
                <button type="submit" id="set-binding" class="secondary">{ state.say(keyring_phrases::BIND_SET) }</button>
                { button("link", state.say(keyring_phrases::CANCEL), send, cancel) }
            </div>
        </form>
    }
}

/// This certificate alone, or any of its name.
fn which(state: &State, whole: bool, typed: &Callback<BindField>) -> Html {
    let one = |id: &'static str, phrase: Phrase, means: bool| {
        let onchange = typed.reform(move |_: Event| BindField::Whole(means));
        html! {
            <div class="radio" key={id}>
                <input type="radio" name="binding-which" {id} checked={whole == means} {onchange} />
                <label for={id}>{ state.say(phrase) }</label>
            </div>
        }
    };
    html! {
        <fieldset>
            <legend>{ state.say(keyring_phrases::BIND_WHICH) }</legend>
            <div class="radios">
                { one("binding-this", keyring_phrases::BIND_THIS, false) }
                { one("binding-whole", keyring_phrases::BIND_WHOLE, true) }
            </div>
        </fieldset>
    }
}

fn agency(state: &State, view: &BindForm, typed: &Callback<BindField>) -> Html {
    let chosen = typed.reform(|id: String| BindField::Agency((!id.is_empty()).then(|| AgencyId::from(id.as_str()))));
    html! {
        <div class="field">
            <label for="binding-agency">{ state.say(keyring_phrases::BIND_AGENCY) }</label>
            <Choose id="binding-agency" words={view.agencies.clone()} value={view.agency.clone()} {chosen} />
        </div>
    }
}

fn roles(state: &State, view: &BindForm, typed: &Callback<BindField>) -> Html {
    let one = |(role, name, ticked): &(Role, String, bool)| {
        let (role, id) = (*role, format!("binding-role-{}", role.as_str()));
        let onchange = typed.reform(move |event: Event| {
            BindField::Role(role, event.target_unchecked_into::<HtmlInputElement>().checked())
        });
        html! {
            <div class="radio" key={role.as_str()}>
                <input type="checkbox" id={id.clone()} checked={*ticked} {onchange} />
                <label for={id}>{ name }</label>
            </div>
        }
    };
    html! {
        <fieldset id="binding-roles" tabindex="-1">
            <legend>{ state.say(keyring_phrases::BIND_ROLES) }</legend>
            <div class="radios">{ for view.roles.iter().map(one) }</div>
        </fieldset>
    }
}
